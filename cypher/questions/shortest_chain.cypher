// Neo4j only: shortest paths
// 两个人之间最短的关系链是什么？
// What is the shortest chain of relations between two people?
// start: 一个人 | one of the two
// finish: 另一个人 | the other
// min_confidence: 可信度不低于此数（0 到 1），0 为不限 | only facts at least this sure (0 to 1)
// :param start => '陈刚'
// :param finish => '夏冰'
// :param min_confidence => 0.0
MATCH (a:Person), (b:Person)
WHERE $start IN a.names AND $finish IN b.names AND a.id <> b.id
MATCH path = allShortestPaths((a)-[:HOLDS_POSITION|ATTENDED|MET_WITH|VISITED|SIGNED|SIGNED_WITH|COOPERATES_WITH|UNDERTAKES|PART_OF|LOCATED_IN*..8]-(b))
WHERE all(r IN relationships(path) WHERE r.confidence >= $min_confidence)
WITH length(path) AS steps, [n IN nodes(path) | n.name] AS chain, [n IN nodes(path) | n.id] AS ids, collect(path) AS paths
RETURN steps, chain, ids, paths
ORDER BY steps, chain, ids;
