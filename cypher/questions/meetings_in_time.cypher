// 一段时间里有哪些会议活动，在哪里，由谁主持、主办？
// Which meetings fell into a period, where, and who presided?
// since: 起始日期如 2024-01-01，空为不限 | first day, empty for any
// until: 截止日期，空为不限 | last day, empty for any
// within: 地名，连同它所属的市县、园区，几个用、隔开；空为不限 | a place (or several) with all in it, empty for any
// min_confidence: 可信度不低于此数（0 到 1），0 为不限 | only facts at least this sure (0 to 1)
// :param since => ''
// :param until => ''
// :param within => ['']
// :param min_confidence => 0.0
MATCH (m:Meeting)
WHERE ($since = '' OR (m.date <> '' AND m.date >= left($since, size(m.date))))
  AND ($until = '' OR (m.date >= '0' AND m.date <= $until)) AND ('' IN $within OR any(one IN $within WHERE one IN m.within))
OPTIONAL MATCH (m)-[l:LOCATED_IN]->(w:Location) WHERE l.confidence >= $min_confidence
OPTIONAL MATCH (o)-[h:ATTENDED]->(m) WHERE h.role = 'host' AND h.confidence >= $min_confidence
RETURN m.date AS date, m.name AS meeting, coalesce(w.name, '') AS place, coalesce(o.name, '') AS host,
       h.confidence AS confidence, h.count AS stories, m.id AS id, m, l, w, h, o
ORDER BY date DESC, meeting, id, place, host, coalesce(l.id, ''), coalesce(h.id, '');
