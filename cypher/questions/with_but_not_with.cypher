// 谁同甲一起出席过会议，却从未同乙一起出席？
// Who attended a meeting with one person, but never one with another?
// one: 甲 | the first person
// other: 乙，空为不限 | the second, empty for nobody
// :param one => '陈刚'
// :param other => '习近平'
MATCH (x:Person)-[:ATTENDED]->(m:Meeting)<-[:ATTENDED]-(p:Person)
WHERE $one IN x.names AND p.id <> x.id AND NOT $other IN p.names
  AND NOT EXISTS { MATCH (y:Person)-[:ATTENDED]->(:Meeting)<-[:ATTENDED]-(p) WHERE $other IN y.names }
RETURN DISTINCT p.name AS person, m.name AS meeting, m.date AS date, p.id AS id, m.id AS meeting_id
ORDER BY person, date, meeting, id, meeting_id;
