// 哪些人一同出席过会议，几次？
// Who attended meetings together, and how often?
// person: 姓名，空为所有人 | a name, empty for everybody
// min_confidence: 可信度不低于此数（0 到 1），0 为不限 | only facts at least this sure (0 to 1)
// :param person => ''
// :param min_confidence => 0.0
MATCH (a:Person)-[r:ATTENDED]->(m:Meeting)<-[q:ATTENDED]-(b:Person)
WHERE (($person = '' AND a.id < b.id) OR ($person IN a.names AND a.id <> b.id))
  AND r.confidence >= $min_confidence AND q.confidence >= $min_confidence
RETURN a.name AS person, b.name AS together_with, count(DISTINCT m.id) AS meetings, max(m.date) AS last,
       collect(DISTINCT m.name) AS meeting, a.id AS id, b.id AS other_id
ORDER BY meetings DESC, last DESC, person, together_with, id, other_id;
