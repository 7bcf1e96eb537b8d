// 谁的会见、签约、合作对象最多？
// Who has the most different counterparts in talks, signings and cooperation?
// type: Person 或 Organization，空为两者 | Person or Organization, empty for both
// :param type => ''
MATCH (x)-[r:MET_WITH|SIGNED_WITH|COOPERATES_WITH]-(y)
WHERE x.id <> y.id AND ($type = '' OR x.type = $type)
RETURN x.name AS name, x.type AS type, count(DISTINCT y.id) AS counterparts, count(DISTINCT r.id) AS relations, x.id AS id
ORDER BY counterparts DESC, relations DESC, name, id;
