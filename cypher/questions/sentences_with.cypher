// 哪些关系的原句里有这些字？
// Which relations have these words in their sentences?
// words: 要找的字，空为全部 | the words, empty for all
// min_confidence: 可信度不低于此数（0 到 1），0 为不限 | only facts at least this sure (0 to 1)
// :param words => '签'
// :param min_confidence => 0.0
MATCH (s)-[r:HOLDS_POSITION|ATTENDED|MET_WITH|VISITED|SIGNED|SIGNED_WITH|COOPERATES_WITH|UNDERTAKES|PART_OF|LOCATED_IN]->(o)
WHERE r.confidence >= $min_confidence
UNWIND range(1, size(r.sentences)) AS n
WITH s, r, o, r.sentences[-n] AS sentence, max(n) AS n
WHERE $words = '' OR sentence CONTAINS $words
RETURN r.first AS date, s.name AS subject, r.label AS label, o.name AS object, r.confidence AS confidence,
       r.count AS stories, sentence, [r.sentence_pages[-n]] AS pages, [r.sentence_places[-n]] AS whereabouts,
       [r.sentence_articles[-n]] AS articles, r.predicate AS predicate, r.id AS id, s, r, o
ORDER BY date DESC, subject, predicate, object, id, sentence;
