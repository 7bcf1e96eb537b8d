// 某人的日程：何时参加、会见、考察了什么？
// An official's calendar: what did he or she attend, whom meet, what visit, and when?
// official: 姓名，几个用、隔开，空为所有人 | a name (several: 甲、乙), empty for everybody
// since: 起始日期如 2024-01-01，空为不限 | first day, empty for any
// until: 截止日期，空为不限 | last day, empty for any
// min_confidence: 可信度不低于此数（0 到 1），0 为不限 | only facts at least this sure (0 to 1)
// :param official => ['']
// :param since => ''
// :param until => ''
// :param min_confidence => 0.0
MATCH (p:Person)-[r:ATTENDED|MET_WITH|VISITED]-(x)
WHERE p.id <> x.id AND r.confidence >= $min_confidence AND ('' IN $official OR any(one IN $official WHERE one IN p.names))
  AND ($since = '' OR (r.last <> '' AND r.last >= left($since, size(r.last))))
  AND ($until = '' OR (r.first >= '0' AND r.first <= $until))
RETURN r.first AS date, p.name AS official, r.label AS what, x.name AS whom, x.type AS type, r.role AS role,
       r.status AS status, r.confidence AS confidence, r.count AS stories, p, r, x
ORDER BY date DESC, official, what, whom, r.id;
