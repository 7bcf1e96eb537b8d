// 某单位的签约对象有哪些？
// With whom did a company or other body sign?
// organization: 单位名称，空为所有单位 | a body's name, empty for all
// min_confidence: 可信度不低于此数（0 到 1），0 为不限 | only facts at least this sure (0 to 1)
// :param organization => ''
// :param min_confidence => 0.0
MATCH (a:Organization)-[r:SIGNED_WITH]-(b:Organization)
WHERE a.id <> b.id AND r.confidence >= $min_confidence
  AND (($organization = '' AND a.id < b.id) OR $organization IN a.names)
RETURN a.name AS organization, b.name AS partner, b.region AS region, r.first AS date, r.status AS status,
       r.amount AS amount, r.sentences AS sentences, a, r, b
ORDER BY organization, date, partner, r.id;
