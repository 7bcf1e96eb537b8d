// 谁会见了谁，什么时候？
// Who met whom, and when?
// person: 姓名，空为所有人 | a name, empty for everybody
// :param person => ''
MATCH (a:Person)-[r:MET_WITH]-(b:Person)
WHERE a.id <> b.id AND (($person = '' AND a.id < b.id) OR $person IN a.names)
RETURN a.name AS person, b.name AS met, r.first AS first, r.last AS last, r.count AS articles,
       r.sentences AS sentences, a, r, b
ORDER BY person, first, met, r.id;
