// 各单位签署了哪些协议，金额多少？
// Which agreements did companies and other bodies sign, and over what amount?
// organization: 单位名称，几个用、隔开，空为所有单位 | a body's name (several: 甲、乙), empty for all
// within: 单位所在地，连同它所属的市县、园区，几个用、隔开；空为不限 | of bodies in a place (or several) with all in it, empty for any
// status: 已完成、计划、意向，空为全部 | done, planned or wished, empty for any
// since: 起始日期如 2024-01-01，空为不限 | first day, empty for any
// until: 截止日期，空为不限 | last day, empty for any
// min_confidence: 可信度不低于此数（0 到 1），0 为不限 | only facts at least this sure (0 to 1)
// :param organization => ['']
// :param within => ['']
// :param status => ''
// :param since => ''
// :param until => ''
// :param min_confidence => 0.0
MATCH (o:Organization)-[r:SIGNED]->(a:Agreement)
WHERE ('' IN $organization OR any(one IN $organization WHERE one IN o.names))
  AND ('' IN $within OR any(one IN $within WHERE one IN o.within)) AND ($status = '' OR r.status = $status)
  AND r.confidence >= $min_confidence
  AND ($since = '' OR (r.last <> '' AND r.last >= left($since, size(r.last))))
  AND ($until = '' OR (r.first >= '0' AND r.first <= $until))
OPTIONAL MATCH (x:Organization)-[q:SIGNED]->(a)
WHERE x.id <> o.id AND q.confidence >= $min_confidence
RETURN o.name AS organization, a.name AS agreement, r.first AS date, r.status AS status, r.amount AS amount,
       r.amount_yuan AS yuan, collect(DISTINCT x.name) AS partners, r.confidence AS confidence, r.count AS stories,
       r.sentences AS sentences,
       r.sentence_pages AS pages, r.sentence_places AS whereabouts, r.sentence_articles AS articles, o, r, a
ORDER BY date DESC, organization, agreement, r.id;
