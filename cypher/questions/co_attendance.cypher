// 哪些人一同出席过会议，几次？
// Who attended meetings together, and how often?
// person: 姓名，空为所有人 | a name, empty for everybody
// :param person => ''
MATCH (a:Person)-[:ATTENDED]->(m:Meeting)<-[:ATTENDED]-(b:Person)
WHERE ($person = '' AND a.id < b.id) OR ($person IN a.names AND a.id <> b.id)
RETURN a.name AS person, b.name AS together_with, count(DISTINCT m.id) AS meetings, a.id AS id, b.id AS other_id
ORDER BY meetings DESC, person, together_with, id, other_id;
