// 某单位的签约对象有哪些，签了什么？
// With whom did a company or other body sign, and what?
// organization: 单位名称，几个用、隔开，空为所有单位 | a body's name (several: 甲、乙), empty for all
// partner: 对方名称，几个用、隔开，空为不限 | the other one (several: 甲、乙), empty for any
// kind: 对方是 企业 还是 机关，空为不限 | company or body, of the partner; empty for any
// status: 已完成、计划、意向，空为全部 | done, planned or wished, empty for any
// min_confidence: 可信度不低于此数（0 到 1），0 为不限 | only facts at least this sure (0 to 1)
// :param organization => ['']
// :param partner => ['']
// :param kind => ''
// :param status => ''
// :param min_confidence => 0.0
MATCH (a:Organization)-[r:SIGNED_WITH]-(b:Organization)
WHERE a.id <> b.id AND r.confidence >= $min_confidence AND ($kind = '' OR b.kind = $kind)
  AND ($status = '' OR r.status = $status)
  AND (('' IN $organization AND (a.id < b.id OR NOT '' IN $partner))
       OR any(one IN $organization WHERE one IN a.names))
  AND (a.id < b.id OR NOT any(one IN $organization WHERE one IN b.names))
  AND ('' IN $partner OR any(one IN $partner WHERE one IN b.names))
OPTIONAL MATCH (a)-[s:SIGNED]->(g:Agreement)<-[t:SIGNED]-(b)
WHERE s.confidence >= $min_confidence AND t.confidence >= $min_confidence
  AND (s.first = '' OR r.first = '' OR s.first = r.first)
RETURN a.name AS organization, b.name AS partner, collect(DISTINCT g.name) AS agreements, b.region AS region,
       r.first AS date, r.status AS status, r.amount AS amount, r.amount_yuan AS yuan, r.confidence AS confidence,
       r.count AS stories, r.sentences AS sentences,
       r.sentence_pages AS pages, r.sentence_places AS whereabouts, r.sentence_articles AS articles, a, r, b
ORDER BY date DESC, organization, partner, r.id;
