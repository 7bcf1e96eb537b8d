// 各地有多少项目，总投资多少元？（一个项目由几家承担时只算一次）
// How many projects has each place, and what do they cost in yuan? (A project of several builders counts once.)
// region: 省份简称如 青海，空为全部 | short name of a province (青海), empty for all
// min_confidence: 可信度不低于此数（0 到 1），0 为不限 | only facts at least this sure (0 to 1)
// :param region => ''
// :param min_confidence => 0.0
MATCH (p:Project)-[l:LOCATED_IN]->(place:Location)
WHERE l.confidence >= $min_confidence AND ($region = '' OR place.region = $region)
OPTIONAL MATCH (:Organization)-[u:UNDERTAKES]->(p) WHERE u.confidence >= $min_confidence
WITH place, p, max(coalesce(u.amount_yuan, 0.0)) AS cost
RETURN place.name AS place, place.region AS region, count(p.id) AS projects, sum(cost) AS yuan, place.id AS id
ORDER BY projects DESC, yuan DESC, place, id;
