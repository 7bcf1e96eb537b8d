// 各省出现了多少党政机关和其他单位，各是什么层级？
// How many bodies of each province appear, and of which level?
// region: 省份简称如 青海，空为全部 | short name of a province (青海), empty for all
// within: 地名，连同它所属的市县、园区，几个用、隔开；空为不限 | a place (or several) with all in it, empty for any
// :param region => ''
// :param within => ['']
MATCH (o:Organization)
WHERE o.region <> '' AND ($region = '' OR o.region = $region)
  AND ('' IN $within OR any(one IN $within WHERE one IN o.within))
RETURN o.region AS region, o.level AS level, count(o.id) AS bodies
ORDER BY bodies DESC, region, level;
