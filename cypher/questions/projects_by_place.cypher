// 各地有哪些项目，由谁承担，投资多少？
// Which projects stand where, who builds them, and for how much?
// place: 地名本身，空为所有地方 | a place itself, empty for every place
// within: 地名，连同它所属的市县、园区，几个用、隔开；空为不限 | a place (or several) with all in it, empty for any
// project: 项目名称，几个用、隔开，空为有地点的全部项目 | a project's name (several: 甲、乙), empty for all that have a place
// organization: 承担单位名称，几个用、隔开，空为全部 | the builder's name (several: 甲、乙), empty for all
// min_confidence: 可信度不低于此数（0 到 1），0 为不限 | only facts at least this sure (0 to 1)
// :param place => ''
// :param within => ['']
// :param project => ['']
// :param organization => ['']
// :param min_confidence => 0.0
MATCH (p:Project) WHERE ('' IN $project AND p.area <> '') OR any(one IN $project WHERE one IN p.names)
OPTIONAL MATCH (p)-[l:LOCATED_IN]->(w:Location) WHERE l.confidence >= $min_confidence
WITH p, l, w
WHERE (w.id IS NOT NULL OR NOT EXISTS { MATCH (p)-[:LOCATED_IN]->(:Location) }) AND ($place = '' OR $place IN w.names)
  AND ('' IN $within OR any(one IN $within WHERE one IN coalesce(w.within, p.within)))
OPTIONAL MATCH (o:Organization)-[u:UNDERTAKES]->(p) WHERE u.confidence >= $min_confidence
WITH p, l, w, u, o
WHERE '' IN $organization OR any(one IN $organization WHERE one IN o.names)
RETURN coalesce(w.name, p.area) AS place, p.name AS project, coalesce(o.name, '') AS builder, coalesce(u.amount, '') AS amount,
       u.amount_yuan AS yuan, coalesce(u.status, l.status, '') AS status, coalesce(u.first, l.first, '') AS date,
       coalesce(u.confidence, l.confidence) AS confidence, coalesce(u.count, l.count) AS stories,
       coalesce(u.sentences, l.sentences) AS sentences, coalesce(u.sentence_pages, l.sentence_pages) AS pages,
       coalesce(u.sentence_places, l.sentence_places) AS whereabouts,
       coalesce(u.sentence_articles, l.sentence_articles) AS articles, w, l, p, u, o
ORDER BY place, project, builder, coalesce(l.id, ''), coalesce(u.id, '');
