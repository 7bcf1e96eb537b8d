// 哪些官员参加了哪些会议活动，是什么角色？
// Which officials attended which meetings, and in what role?
// official: 姓名，几个用、隔开，空为所有人 | a name (several: 甲、乙), empty for everybody
// meeting: 会议名称中的字，空为所有会议 | words of the meeting's name, empty for every meeting
// role: 主持、发言 或 参加，也可几个并列，空为全部 | host, speaker or participant, or several; empty for any
// since: 起始日期如 2024-01-01，空为不限 | first day, empty for any
// until: 截止日期，空为不限 | last day, empty for any
// min_confidence: 可信度不低于此数（0 到 1），0 为不限 | only facts at least this sure (0 to 1)
// :param official => ['']
// :param meeting => ''
// :param role => ''
// :param since => ''
// :param until => ''
// :param min_confidence => 0.0
MATCH (p:Person)-[r:ATTENDED]->(m:Meeting)
WHERE ('' IN $official OR any(one IN $official WHERE one IN p.names))
  AND ($meeting = '' OR m.name CONTAINS $meeting OR $meeting IN m.names)
  AND ($role = '' OR (r.role <> '' AND $role CONTAINS r.role)) AND r.confidence >= $min_confidence
  AND ($since = '' OR (r.last <> '' AND r.last >= left($since, size(r.last))))
  AND ($until = '' OR (r.first >= '0' AND r.first <= $until))
RETURN r.first AS date, m.name AS meeting, p.name AS official, r.role AS role, r.status AS status,
       r.confidence AS confidence, r.count AS stories, r.sentences AS sentences,
       r.sentence_pages AS pages, r.sentence_places AS whereabouts, r.sentence_articles AS articles,
       CASE r.role WHEN 'host' THEN 1 WHEN 'speaker' THEN 2 ELSE 3 END AS rank, p, r, m
ORDER BY date DESC, meeting, rank, official, r.id;
