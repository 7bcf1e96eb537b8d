// 谁会见了谁，什么时候？
// Who met whom, and when?
// person: 姓名，几个用、隔开，空为所有人 | a name (several: 甲、乙), empty for everybody
// whom: 对方姓名，几个用、隔开，空为不限 | the other one (several: 甲、乙), empty for any
// kind: 对方任职于 企业 还是 机关，空为不限 | company or body, in which the other holds a post; empty for any
// since: 起始日期如 2024-01-01，空为不限 | first day, empty for any
// until: 截止日期，空为不限 | last day, empty for any
// min_confidence: 可信度不低于此数（0 到 1），0 为不限 | only facts at least this sure (0 to 1)
// :param person => ['']
// :param whom => ['']
// :param kind => ''
// :param since => ''
// :param until => ''
// :param min_confidence => 0.0
MATCH (a:Person)-[r:MET_WITH]-(b:Person)
WHERE a.id <> b.id AND r.confidence >= $min_confidence
  AND (('' IN $person AND (a.id < b.id OR NOT '' IN $whom)) OR any(one IN $person WHERE one IN a.names))
  AND (a.id < b.id OR NOT any(one IN $person WHERE one IN b.names))
  AND ('' IN $whom OR any(one IN $whom WHERE one IN b.names))
  AND ($since = '' OR (r.last <> '' AND r.last >= left($since, size(r.last))))
  AND ($until = '' OR (r.first >= '0' AND r.first <= $until))
  AND ($kind = '' OR EXISTS { MATCH (b)-[k:HOLDS_POSITION]->(c:Organization)
                              WHERE c.kind = $kind AND k.confidence >= $min_confidence })
OPTIONAL MATCH (b)-[h:HOLDS_POSITION]->(o:Organization) WHERE h.confidence >= $min_confidence
RETURN a.name AS person, b.name AS met, collect(DISTINCT o.name) AS bodies, r.first AS first, r.last AS last,
       r.status AS status, r.confidence AS confidence, r.count AS stories, r.sentences AS sentences,
       r.sentence_pages AS pages, r.sentence_places AS whereabouts, r.sentence_articles AS articles, a, r, b
ORDER BY first DESC, person, met, r.id;
