// 谁在哪里任什么职，最早和最近见于何时？
// Who holds which post where, and when was this first and last seen?
// person: 姓名，几个用、隔开，空为所有人 | a name (several: 甲、乙), empty for everybody
// organization: 单位名称，几个用、隔开，空为所有单位 | a body's name (several: 甲、乙), empty for all
// within: 单位所在地，连同它所属的市县、园区，几个用、隔开；空为不限 | of bodies in a place (or several) with all in it, empty for any
// post: 职务如 书记、省长（不含副职），空为全部 | a post as 书记 (without deputies), empty for any
// status: 已完成（现任）、计划、曾任，空为全部 | done (in office), planned or former, empty for any
// min_confidence: 可信度不低于此数（0 到 1），0 为不限 | only facts at least this sure (0 to 1)
// :param person => ['']
// :param organization => ['']
// :param within => ['']
// :param post => ''
// :param status => ''
// :param min_confidence => 0.0
MATCH (p:Person)-[r:HOLDS_POSITION]->(o:Organization)
WHERE ('' IN $person OR any(one IN $person WHERE one IN p.names))
  AND ('' IN $organization OR any(one IN $organization WHERE one IN o.names))
  AND ('' IN $within OR any(one IN $within WHERE one IN o.within))
  AND ($status = '' OR r.status = $status) AND r.confidence >= $min_confidence
WITH p, r, o, $post AS wanted
WHERE wanted = '' OR any(t IN r.titles WHERE t ENDS WITH wanted AND NOT replace(t, wanted, '') ENDS WITH '副')
RETURN p.name AS person, o.name AS organization, r.titles AS titles, r.status AS status, r.first AS first,
       r.last AS last, o.region AS region, o.level AS level, r.confidence AS confidence, r.count AS stories,
       r.sentences AS sentences,
       r.sentence_pages AS pages, r.sentence_places AS whereabouts, r.sentence_articles AS articles, p, r, o
ORDER BY last DESC, organization, person, first DESC, r.id;
