// Neo4j only: shortest paths
// 两个人之间最短的关系链是什么？
// What is the shortest chain of relations between two people?
// start: 一个人 | one of the two
// finish: 另一个人 | the other
// :param start => '陈刚'
// :param finish => '夏冰'
MATCH (a:Person), (b:Person)
WHERE $start IN a.names AND $finish IN b.names AND a.id <> b.id
MATCH path = allShortestPaths((a)-[:HOLDS_POSITION|ATTENDED|MET_WITH|VISITED|SIGNED|SIGNED_WITH|COOPERATES_WITH|UNDERTAKES|PART_OF|LOCATED_IN*..8]-(b))
WITH length(path) AS steps, [n IN nodes(path) | n.name] AS chain, [n IN nodes(path) | n.id] AS ids, collect(path) AS paths
RETURN steps, chain, ids, paths
ORDER BY steps, chain, ids;
