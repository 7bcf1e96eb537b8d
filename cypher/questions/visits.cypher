// 谁考察了哪里？
// Who visited what?
// visitor: 考察者，几个用、隔开，空为所有人 | who visited (several: 甲、乙), empty for everybody
// visited: 被考察的地方、单位或项目，空为全部 | the place, body or project, empty for any
// within: 地名，连同它所属的市县、园区，几个用、隔开；空为不限 | a place (or several) with all in it, empty for any
// since: 起始日期如 2024-01-01，空为不限 | first day, empty for any
// until: 截止日期，空为不限 | last day, empty for any
// min_confidence: 可信度不低于此数（0 到 1），0 为不限 | only facts at least this sure (0 to 1)
// :param visitor => ['']
// :param visited => ''
// :param within => ['']
// :param since => ''
// :param until => ''
// :param min_confidence => 0.0
MATCH (p:Person)-[r:VISITED]->(x)
WHERE r.confidence >= $min_confidence AND ($visited = '' OR $visited IN x.names)
  AND ('' IN $visitor OR any(one IN $visitor WHERE one IN p.names))
  AND ('' IN $within OR any(one IN $within WHERE one IN x.within))
  AND ($since = '' OR (r.last <> '' AND r.last >= left($since, size(r.last))))
  AND ($until = '' OR (r.first >= '0' AND r.first <= $until))
RETURN r.first AS date, p.name AS visitor, x.name AS visited, x.type AS type, r.status AS status,
       r.confidence AS confidence, r.count AS stories, r.sentences AS sentences,
       r.sentence_pages AS pages, r.sentence_places AS whereabouts, r.sentence_articles AS articles, p, r, x
ORDER BY date DESC, visitor, visited, r.id;
