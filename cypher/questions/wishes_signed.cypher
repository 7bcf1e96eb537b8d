// 哪些意向或计划，双方后来签了约？
// Which wishes and plans of two bodies were followed by a signature of both?
// organization: 一方名称，几个用、隔开，空为所有单位 | one of the two (several: 甲、乙), empty for all
// min_confidence: 可信度不低于此数（0 到 1），0 为不限 | only facts at least this sure (0 to 1)
// :param organization => ['']
// :param min_confidence => 0.0
MATCH (a:Organization)-[s:SIGNED_WITH]-(b:Organization)
WHERE a.id <> b.id AND s.status = 'done' AND s.confidence >= $min_confidence
  AND ('' IN $organization OR any(one IN $organization WHERE one IN a.names OR one IN b.names))
MATCH (a)-[w:SIGNED_WITH|COOPERATES_WITH|UNDERTAKES]-(x)
WHERE a.id <> x.id AND (w.status = 'wished' OR w.status = 'planned')
  AND w.confidence >= $min_confidence AND (w.first = '' OR s.first = '' OR w.first <= s.first)
  AND ((x.id = b.id AND a.id < b.id) OR EXISTS { MATCH (b)-[u:UNDERTAKES]->(x) WHERE u.confidence >= $min_confidence })
RETURN a.name AS organization, b.name AS partner, w.label AS wish, x.name AS about, w.status AS status,
       w.first AS wished, s.first AS signed, s.amount AS amount, s.amount_yuan AS yuan, s.confidence AS confidence,
       s.count AS stories, a, w, x, s, b
ORDER BY signed DESC, wished DESC, organization, partner, about, w.id, s.id;
