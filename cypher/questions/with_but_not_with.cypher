// 谁同甲一起出席过会议，却从未同乙一起出席？
// Who attended a meeting with one person, but never one with another?
// one: 甲 | the first person
// other: 乙，空为不限 | the second, empty for nobody
// min_confidence: 可信度不低于此数（0 到 1），0 为不限 | only facts at least this sure (0 to 1)
// :param one => '陈刚'
// :param other => '习近平'
// :param min_confidence => 0.0
MATCH (x:Person)-[r:ATTENDED]->(m:Meeting)<-[q:ATTENDED]-(p:Person)
WHERE $one IN x.names AND p.id <> x.id AND NOT $other IN p.names
  AND r.confidence >= $min_confidence AND q.confidence >= $min_confidence
  AND NOT EXISTS { MATCH (y:Person)-[s:ATTENDED]->(:Meeting)<-[t:ATTENDED]-(p)
                   WHERE $other IN y.names AND s.confidence >= $min_confidence AND t.confidence >= $min_confidence }
RETURN DISTINCT p.name AS person, m.name AS meeting, m.date AS date, q.role AS role, q.confidence AS confidence,
       q.count AS stories, p.id AS id, m.id AS meeting_id
ORDER BY date DESC, person, meeting, role, confidence, stories, id, meeting_id;
