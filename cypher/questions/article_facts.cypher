// 一篇文章说了哪些事？
// What does an article say?
// article: 文章编号或标题中的字，空为所有文章 | the article's id or words of its title, empty for every article
// min_confidence: 可信度不低于此数（0 到 1），0 为不限 | only facts at least this sure (0 to 1)
// :param article => ''
// :param min_confidence => 0.0
MATCH (a:Article)-[:MENTIONS]->(s)-[r:HOLDS_POSITION|ATTENDED|MET_WITH|VISITED|SIGNED|SIGNED_WITH|COOPERATES_WITH|UNDERTAKES|PART_OF|LOCATED_IN]->(o)
WHERE ($article = '' OR a.id = $article OR a.title CONTAINS $article) AND a.id IN r.articles AND r.confidence >= $min_confidence
RETURN a.date AS published, a.title AS title, s.name AS subject, r.label AS label, o.name AS object, r.titles AS titles,
       r.role AS role, r.amount AS amount, r.status AS status, r.first AS date, r.confidence AS confidence,
       r.count AS stories, r.predicate AS predicate, a.id AS article, s, r, o
ORDER BY published DESC, article, predicate, subject, object, r.id;
