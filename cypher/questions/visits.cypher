// 谁考察了哪里？
// Who visited what?
// visited: 被考察的地方、单位或项目，空为全部 | the place, body or project, empty for any
// min_confidence: 可信度不低于此数（0 到 1），0 为不限 | only facts at least this sure (0 to 1)
// :param visited => ''
// :param min_confidence => 0.0
MATCH (p:Person)-[r:VISITED]->(x)
WHERE r.confidence >= $min_confidence AND ($visited = '' OR $visited IN x.names)
RETURN x.name AS visited, x.type AS type, p.name AS visitor, r.first AS date, r.status AS status,
       r.sentences AS sentences, p, r, x
ORDER BY visited, date, visitor, r.id;
