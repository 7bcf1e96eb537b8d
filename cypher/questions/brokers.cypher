// 谁的会见、签约、合作对象最多？
// Who has the most different counterparts in talks, signings and cooperation?
// type: 人物 或 组织，空为两者 | Person or Organization, empty for both
// min_confidence: 可信度不低于此数（0 到 1），0 为不限 | only facts at least this sure (0 to 1)
// :param type => ''
// :param min_confidence => 0.0
MATCH (x)-[r:MET_WITH|SIGNED_WITH|COOPERATES_WITH]-(y)
WHERE x.id <> y.id AND r.confidence >= $min_confidence AND ($type = '' OR x.type = $type)
RETURN x.name AS name, x.type AS type, count(DISTINCT y.id) AS counterparts, count(DISTINCT r.id) AS relations, x.id AS id
ORDER BY counterparts DESC, relations DESC, name, id;
