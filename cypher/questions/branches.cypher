// 各单位有哪些下属、分支机构？
// Which branches and subsidiaries do organisations have?
// organization: 上级单位名称，空为全部 | the parent's name, empty for all
// :param organization => ''
MATCH (part:Organization)-[r:PART_OF]->(whole:Organization)
WHERE $organization = '' OR $organization IN whole.names
RETURN whole.name AS organization, part.name AS branch, part.region AS region, r.status AS status,
       r.sentences AS sentences, part, r, whole
ORDER BY organization, branch, r.id;
