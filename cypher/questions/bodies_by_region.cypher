// 各省出现了多少党政机关和其他单位，各是什么层级？
// How many bodies of each province appear, and of which level?
// region: 省份简称如 青海，空为全部 | short name of a province (青海), empty for all
// :param region => ''
MATCH (o:Organization)
WHERE o.region <> '' AND ($region = '' OR o.region = $region)
RETURN o.region AS region, o.level AS level, count(o.id) AS bodies
ORDER BY region, level;
