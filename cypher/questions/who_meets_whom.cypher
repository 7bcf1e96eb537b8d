// 谁会见了谁，什么时候？
// Who met whom, and when?
// person: 姓名，空为所有人 | a name, empty for everybody
// min_confidence: 可信度不低于此数（0 到 1），0 为不限 | only facts at least this sure (0 to 1)
// :param person => ''
// :param min_confidence => 0.0
MATCH (a:Person)-[r:MET_WITH]-(b:Person)
WHERE a.id <> b.id AND r.confidence >= $min_confidence
  AND (($person = '' AND a.id < b.id) OR $person IN a.names)
RETURN a.name AS person, b.name AS met, r.first AS first, r.last AS last, r.count AS articles,
       r.sentences AS sentences, a, r, b
ORDER BY person, first, met, r.id;
