// 一篇文章说了哪些事？
// What does an article say?
// article: 文章编号或标题中的字，空为所有文章 | the article's id or words of its title, empty for every article
// :param article => ''
MATCH (a:Article)-[:MENTIONS]->(s)-[r:HOLDS_POSITION|ATTENDED|MET_WITH|VISITED|SIGNED|SIGNED_WITH|COOPERATES_WITH|UNDERTAKES|PART_OF|LOCATED_IN]->(o)
WHERE ($article = '' OR a.id = $article OR a.title CONTAINS $article) AND a.id IN r.articles
RETURN a.id AS article, a.title AS title, s.name AS subject, r.predicate AS predicate, r.label AS label, o.name AS object,
       r.titles AS titles, r.role AS role, r.amount AS amount, r.status AS status, s, r, o
ORDER BY article, predicate, subject, object, r.id;
