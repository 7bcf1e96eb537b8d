// 各单位有哪些下属、分支机构？
// Which branches and subsidiaries do organisations have?
// organization: 上级单位名称，几个用、隔开，空为全部 | the parent's name (several: 甲、乙), empty for all
// branch: 下属单位名称，几个用、隔开，空为全部 | the branch's name (several: 甲、乙), empty for all
// min_confidence: 可信度不低于此数（0 到 1），0 为不限 | only facts at least this sure (0 to 1)
// :param organization => ['']
// :param branch => ['']
// :param min_confidence => 0.0
MATCH (part:Organization)-[r:PART_OF]->(whole:Organization)
WHERE r.confidence >= $min_confidence AND ('' IN $organization OR any(one IN $organization WHERE one IN whole.names))
  AND ('' IN $branch OR any(one IN $branch WHERE one IN part.names))
RETURN whole.name AS organization, part.name AS branch, part.region AS region, r.status AS status,
       r.confidence AS confidence, r.count AS stories, r.sentences AS sentences,
       r.sentence_pages AS pages, r.sentence_places AS whereabouts, r.sentence_articles AS articles, part, r, whole
ORDER BY organization, branch, r.id;
