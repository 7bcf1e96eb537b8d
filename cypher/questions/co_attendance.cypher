// 哪些人一同出席过会议，几次？
// Who attended meetings together, and how often?
// person: 姓名，几个用、隔开，空为所有人 | a name (several: 甲、乙), empty for everybody
// whom: 对方姓名，几个用、隔开，空为不限 | the other one (several: 甲、乙), empty for any
// min_confidence: 可信度不低于此数（0 到 1），0 为不限 | only facts at least this sure (0 to 1)
// :param person => ['']
// :param whom => ['']
// :param min_confidence => 0.0
MATCH (a:Person)-[r:ATTENDED]->(m:Meeting)<-[q:ATTENDED]-(b:Person)
WHERE a.id <> b.id AND (a.id < b.id OR NOT any(one IN $person WHERE one IN b.names))
  AND (('' IN $person AND (a.id < b.id OR NOT '' IN $whom)) OR any(one IN $person WHERE one IN a.names))
  AND ('' IN $whom OR any(one IN $whom WHERE one IN b.names))
  AND r.confidence >= $min_confidence AND q.confidence >= $min_confidence
RETURN a.name AS person, b.name AS together_with, count(DISTINCT m.id) AS meetings, max(m.date) AS last,
       collect(DISTINCT m.name) AS meeting, a.id AS id, b.id AS other_id
ORDER BY meetings DESC, last DESC, person, together_with, id, other_id;
