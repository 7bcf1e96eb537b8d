// 各地有哪些项目，由谁承担，投资多少？
// Which projects stand where, who builds them, and for how much?
// place: 地名，空为所有地方 | a place, empty for every place
// min_confidence: 可信度不低于此数（0 到 1），0 为不限 | only facts at least this sure (0 to 1)
// :param place => ''
// :param min_confidence => 0.0
MATCH (p:Project)-[l:LOCATED_IN]->(w:Location)
WHERE l.confidence >= $min_confidence AND ($place = '' OR $place IN w.names)
OPTIONAL MATCH (o:Organization)-[u:UNDERTAKES]->(p) WHERE u.confidence >= $min_confidence
RETURN w.name AS place, p.name AS project, coalesce(o.name, '') AS builder, coalesce(u.amount, '') AS amount,
       u.amount_yuan AS yuan, coalesce(u.status, l.status) AS status, w, l, p, u, o
ORDER BY place, project, builder, l.id, coalesce(u.id, '');
