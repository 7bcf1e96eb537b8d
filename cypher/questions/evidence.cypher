// 某条关系依据的是哪些原句？
// Which sentences stand behind a relation?
// subject: 一端的名称，空为不限 | the name of one end, empty for any
// object: 另一端的名称，空为不限 | the name of the other, empty for any
// predicate: 关系如 HOLDS_POSITION，空为不限 | a predicate, empty for any
// min_confidence: 可信度不低于此数（0 到 1），0 为不限 | only facts at least this sure (0 to 1)
// :param subject => ''
// :param object => ''
// :param predicate => ''
// :param min_confidence => 0.0
MATCH (s)-[r:HOLDS_POSITION|ATTENDED|MET_WITH|VISITED|SIGNED|SIGNED_WITH|COOPERATES_WITH|UNDERTAKES|PART_OF|LOCATED_IN]->(o)
WHERE ($subject = '' OR $subject IN s.names) AND ($object = '' OR $object IN o.names)
  AND ($predicate = '' OR r.predicate = $predicate) AND r.confidence >= $min_confidence
RETURN s.name AS subject, r.predicate AS predicate, r.label AS label, o.name AS object, r.sentences AS sentences,
       r.sentence_articles AS articles, r.via AS via, r.confidence AS confidence, r.id AS id, s, r, o
ORDER BY subject, predicate, object, id;
