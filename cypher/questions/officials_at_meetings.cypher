// 哪些官员参加了哪些会议活动，是什么角色？
// Which officials attended which meetings, and in what role?
// official: 姓名，空为所有人 | a name, empty for everybody
// meeting: 会议名称中的字，空为所有会议 | words of the meeting's name, empty for every meeting
// min_confidence: 可信度不低于此数（0 到 1），0 为不限 | only facts at least this sure (0 to 1)
// :param official => ''
// :param meeting => ''
// :param min_confidence => 0.0
MATCH (p:Person)-[r:ATTENDED]->(m:Meeting)
WHERE ($official = '' OR $official IN p.names) AND ($meeting = '' OR m.name CONTAINS $meeting)
  AND r.confidence >= $min_confidence
RETURN p.name AS official, r.role AS role, m.name AS meeting, r.first AS date, r.status AS status,
       r.sentences AS sentences, p, r, m
ORDER BY official, date, meeting, role, r.id;
