// 一个实体还有哪些名称，哪些文件提到它？
// By what other names does a thing go, and which documents name it?
// name: 任一名称，空为所有有别名的实体 | any of its names, empty for all that have more than one
// :param name => ''
MATCH (n)
WHERE n.type <> 'Article' AND (($name = '' AND size(n.aliases) > 0) OR $name IN n.names)
RETURN n.name AS name, n.type AS type, n.aliases AS aliases, n.count AS count, n.documents AS documents,
       n.reasons AS reasons, n.id AS id, n
ORDER BY type, name, id;
