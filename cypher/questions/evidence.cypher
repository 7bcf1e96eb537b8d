// 某条关系依据的是哪些原句？
// Which sentences stand behind a relation?
// subject: 一端的名称，空为不限 | the name of one end, empty for any
// object: 另一端的名称，空为不限；两端不分先后 | the name of the other, empty for any; in either order
// predicate: 关系如 任职，空为不限 | a predicate as HOLDS_POSITION, empty for any
// min_confidence: 可信度不低于此数（0 到 1），0 为不限 | only facts at least this sure (0 to 1)
// :param subject => ''
// :param object => ''
// :param predicate => ''
// :param min_confidence => 0.0
MATCH (s)-[r:HOLDS_POSITION|ATTENDED|MET_WITH|VISITED|SIGNED|SIGNED_WITH|COOPERATES_WITH|UNDERTAKES|PART_OF|LOCATED_IN]->(o)
WHERE ((($subject = '' OR $subject IN s.names) AND ($object = '' OR $object IN o.names))
    OR (($subject = '' OR $subject IN o.names) AND ($object = '' OR $object IN s.names)))
  AND ($predicate = '' OR r.predicate = $predicate) AND r.confidence >= $min_confidence
RETURN s.name AS subject, r.label AS label, o.name AS object, r.titles AS titles, r.first AS date, r.status AS status,
       r.confidence AS confidence, r.count AS stories, r.sentences AS sentences, r.via AS via, r.predicate AS predicate,
       r.sentence_pages AS pages, r.sentence_places AS whereabouts, r.sentence_articles AS articles, r.id AS id, s, r, o
ORDER BY date DESC, subject, predicate, object, id;
