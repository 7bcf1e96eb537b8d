// 各地（含所属市县、园区）有多少项目，总投资多少元？
// How many projects has each place with all that lies in it, and what do they cost in yuan?
// region: 省份简称如 青海，空为全部 | short name of a province (青海), empty for all
// within: 地名，连同它所属的市县、园区，几个用、隔开；空为不限 | a place (or several) with all in it, empty for any
// min_confidence: 可信度不低于此数（0 到 1），0 为不限 | only facts at least this sure (0 to 1)
// :param region => ''
// :param within => ['']
// :param min_confidence => 0.0
MATCH (p:Project) WHERE p.area <> ''
OPTIONAL MATCH (p)-[l:LOCATED_IN]->(w:Location) WHERE l.confidence >= $min_confidence
WITH p, w
WHERE (w.id IS NOT NULL OR NOT EXISTS { MATCH (p)-[:LOCATED_IN]->(:Location) })
  AND ($region = '' OR $region IN coalesce(w.within, p.within))
  AND ('' IN $within OR any(one IN $within WHERE one IN coalesce(w.within, p.within)))
OPTIONAL MATCH (:Organization)-[u:UNDERTAKES]->(p) WHERE u.confidence >= $min_confidence
WITH w, p, max(coalesce(u.amount_yuan, 0.0)) AS cost
UNWIND coalesce(w.areas, p.areas) AS place
WITH DISTINCT place, p.id AS project, cost
RETURN place, count(project) AS projects, sum(cost) AS yuan
ORDER BY projects DESC, yuan DESC, place;
