// 某单位的签约对象有哪些？
// With whom did a company or other body sign?
// organization: 单位名称，空为所有单位 | a body's name, empty for all
// :param organization => ''
MATCH (a:Organization)-[r:SIGNED_WITH]-(b:Organization)
WHERE a.id <> b.id AND (($organization = '' AND a.id < b.id) OR $organization IN a.names)
RETURN a.name AS organization, b.name AS partner, b.region AS region, r.first AS date, r.status AS status,
       r.amount AS amount, r.sentences AS sentences, a, r, b
ORDER BY organization, date, partner, r.id;
