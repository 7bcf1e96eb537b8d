// 谁在哪里任什么职，最早和最近见于何时？
// Who holds which post where, and when was this first and last seen?
// person: 姓名，空为所有人 | a name, empty for everybody
// organization: 单位名称，空为所有单位 | a body's name, empty for all
// :param person => ''
// :param organization => ''
MATCH (p:Person)-[r:HOLDS_POSITION]->(o:Organization)
WHERE ($person = '' OR $person IN p.names) AND ($organization = '' OR $organization IN o.names)
RETURN p.name AS person, o.name AS organization, r.titles AS titles, r.status AS status, r.first AS first,
       r.last AS last, o.region AS region, o.level AS level, p, r, o
ORDER BY organization, person, first, r.id;
