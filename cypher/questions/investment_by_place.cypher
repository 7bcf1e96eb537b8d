// 各地有多少项目，总投资多少元？（一个项目由几家承担时只算一次）
// How many projects has each place, and what do they cost in yuan? (A project of several builders counts once.)
// region: 省份简称如 青海，空为全部 | short name of a province (青海), empty for all
// :param region => ''
MATCH (p:Project)-[:LOCATED_IN]->(place:Location)
WHERE $region = '' OR place.region = $region
OPTIONAL MATCH (:Organization)-[u:UNDERTAKES]->(p)
WITH place, p, max(coalesce(u.amount_yuan, 0.0)) AS cost
RETURN place.name AS place, place.region AS region, count(p.id) AS projects, sum(cost) AS yuan, place.id AS id
ORDER BY projects DESC, yuan DESC, place, id;
