"""Small resolutions made by hand, a hostile one, a large one, and those that the seeds' gold describes."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from kg.model import Article, Evidence, Resolution, ResolvedEntity, Triple, fingerprint
from kg.ontology import ontology

SEEDS = Path(__file__).parents[1] / "seeds"

HOSTILE = (
    "\"引号\"与'撇号'",
    "<script>window.pwned = 1</script>",
    "<img src=x onerror='window.pwned = 1'>",
    "</script><script>window.pwned = 1</script>",
    "]]>结束<![CDATA[",
    "<!-- <script> -->",
    "控\x00制\x07字\x1b符\x7f和\x85\r换行",
    "落\ud800单\udfff的代理",
    "非字符\ufffe和\uffff",
    "表情👩‍👩‍👧和𠮷野",
    '=HYPERLINK("http://example.invalid","点我")',
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "'撇号在前",
    "&amp; &#0; &lt;b&gt; %00 \\u0000 \\",
    "{{ nodes }} {% raw %} ${alert(1)} `反引号`",
    "行\u2028分\u2029隔",
    "很长的名字" * 400,
    " ",
)

# Names for formats of other programs: longer than a database takes, with marks that turn the direction of writing.
EXTREME = (
    *HOSTILE,
    "长" * 10_000,
    "=cmd|' /C calc'!A0",
    "\u202e从右到左\u202c与\u2066隔离\u2069的\u200f标记\u200e",
    "两行\n名字\t和制表符",
)


def article(index: int, text: str, **others: Any) -> Article:
    """Article `index` of its own document, with that text; its title, date … where given."""
    document = others.pop("document", f"第{index}版.txt")
    title = others.pop("title", f"第{index}篇的标题")
    return Article(f"{document}#{index}", document, index, title, text, **others)


def entity(node_type: str, name: str, *aliases: str, documents: Iterable[str] = ("第1版.txt",)) -> ResolvedEntity:
    """The entity of that type and name, its id the hash of both."""
    names = (name, *aliases)
    key = fingerprint(node_type, name)
    return ResolvedEntity(key, node_type, name, names, dict.fromkeys(documents, names), (f"{key}@1",))


def triple(source: Article, subject: ResolvedEntity, predicate: str, obj: ResolvedEntity, **properties: Any) -> Triple:
    """The fact with the first sentence of the article that names both ends (else its first sentence) as evidence."""
    sentences = re.findall(r"[^。！？]+[。！？]?", source.text) or [""]
    both = [text for text in sentences if subject.name in text and obj.name in text]
    sentence = (both or sentences)[0]
    begin = source.text.find(sentence)
    evidence = [_end(role, sentence, begin, one.name) for role, one in (("subject", subject), ("object", obj))]
    return Triple(
        id=fingerprint(subject.type, subject.name, predicate, obj.type, obj.name, sentence),
        article=source.id,
        subject=subject.members[0],
        predicate=predicate,
        object=obj.members[0],
        properties=properties,
        evidence=tuple(evidence),
        rule="by hand",
        confidence=0.9,
        subject_id=subject.id,
        object_id=obj.id,
    )


def _end(role: str, sentence: str, begin: int, name: str) -> Evidence:
    at = sentence.find(name)
    if at < 0:
        return Evidence(role, sentence, None, None, f"{name}：上文")
    return Evidence(role, sentence, begin + at, begin + at + len(name))


def small() -> Resolution:
    """Two officials, an organisation, a meeting, a project, an agreement; three articles, one of them printed twice."""
    first = article(1, "云岭省委书记李明远在临江市会见江海公司董事长赵一平。双方签署战略合作协议。", date="2024-03-27")
    reprint = article(
        2, "云岭省委书记李明远在临江市会见\n江海公司董事长赵一平。双方签署战略合作协议。", date="2024-03-28"
    )
    later = article(3, "李明远出席全省绿色发展大会并讲话。江海公司拟在临江市建设风电基地项目。", date="2024-05-06")
    li, zhao = entity("Person", "李明远"), entity("Person", "赵一平")
    committee, firm = entity("Organization", "云岭省委", "中共云岭省委"), entity("Organization", "江海公司")
    city, project = entity("Location", "临江市"), entity("Project", "风电基地项目")
    meeting, paper = entity("Meeting", "全省绿色发展大会"), entity("Agreement", "战略合作协议")
    triples = [
        *(triple(one, li, "HOLDS_POSITION", committee, titles=("书记",)) for one in (first, reprint, later)),
        *(triple(one, li, "MET_WITH", zhao, date="2024-03-27") for one in (first, reprint)),
        triple(later, zhao, "MET_WITH", li),
        triple(first, zhao, "HOLDS_POSITION", firm, titles=("董事长",)),
        triple(first, li, "VISITED", city),
        triple(first, firm, "SIGNED", paper, amount="3亿元"),
        triple(first, committee, "SIGNED_WITH", firm),
        triple(later, li, "ATTENDED", meeting, role="participant"),
        triple(later, li, "ATTENDED", meeting, role="speaker"),
        triple(later, firm, "UNDERTAKES", project, status="planned"),
        triple(later, project, "LOCATED_IN", city, status="planned"),
    ]
    entities = (li, zhao, committee, firm, city, project, meeting, paper)
    return Resolution((first, reprint, later), entities, tuple(triples))


def hostile(names: Sequence[str] = HOSTILE) -> Resolution:
    """Every hostile name as a person, a title of an article, a post, an alias and a sentence, all in one graph."""
    firm = entity("Organization", "江海公司", *names)
    articles, entities, triples = [], [firm], []
    for index, name in enumerate(names, start=1):
        source = article(index, f"{name}是江海公司的人。", title=name, document=f"{index}{name[:40]}.txt")
        person = entity("Person", name, documents=[source.document])
        articles.append(source)
        entities.append(person)
        triples.append(triple(source, person, "HOLDS_POSITION", firm, titles=(name,)))
        triples.append(triple(source, firm, "PART_OF", firm, amount=name))
    return Resolution(tuple(articles), tuple(entities), tuple(triples))


def extreme() -> Resolution:
    """The same with still more hostile names."""
    return hostile(EXTREME)


def large(nodes: int, edges: int) -> Resolution:
    """A resolution of that many nodes and triples, a few of them hubs, as news has it; the same every time."""
    chance = random.Random(7)
    texts = [f"第{index}篇报道说了一件事，人物和组织都在其中。" for index in range(200)]
    articles = [article(index, text, date=f"2024-01-{index % 28 + 1:02}") for index, text in enumerate(texts, start=1)]
    half = nodes // 2
    people = [entity("Person", f"人物{index:04}") for index in range(half)]
    firms = [entity("Organization", f"江海第{index:04}有限公司") for index in range(nodes - half)]
    triples = [
        triple(
            chance.choice(articles),
            people[int(half * chance.random() ** 2)],
            "HOLDS_POSITION",
            firms[int((nodes - half) * chance.random() ** 3)],
            titles=(chance.choice("甲乙丙丁"),),
        )
        for _ in range(edges)
    ]
    return Resolution(tuple(articles), (*people, *firms), tuple(triples))


def gold(folder: Path = SEEDS / "gold", texts: Path = SEEDS / "articles") -> Resolution:
    """What the gold of the seeds says, each fact with the sentence that names both ends where there is one."""
    articles: list[Article] = []
    entities: dict[str, ResolvedEntity] = {}
    triples: list[Triple] = []
    for path in sorted(folder.glob("*.json")):
        document = json.loads(path.read_text(encoding="utf-8"))
        here = _articles(document, texts)
        ends = {}
        for node in document["nodes"]:
            one = entity(node["type"], *node["names"], documents=[document["document"]])
            entities[one.id] = _joined(entities.get(one.id), one)
            ends[node["names"][0]] = ends[f"{node['type']}:{node['names'][0]}"] = one
        for subject, predicate, obj, *properties in document["triples"]:
            source = max(here, key=lambda one, s=subject, o=obj: _names(one, ends[s], ends[o]))
            triples.append(triple(source, ends[subject], predicate, ends[obj], **(properties[0] if properties else {})))
        articles += here
    return Resolution(tuple(articles), tuple(entities.values()), tuple(triples))


def _articles(document: Mapping[str, Any], texts: Path) -> list[Article]:
    text = (texts / document["document"]).read_text(encoding="utf-8").replace("\n", "")
    found = []
    for index, one in enumerate(document["articles"], start=1):
        begin = max(text.find(one["starts"][:12]), 0)
        end = text.find(one["ends"][-6:], begin)
        body = text[begin : end + 6 if end >= 0 else begin + 2000]
        found.append(article(index, body, document=document["document"], title=one["title"], date=one["date"]))
    return found


def _names(source: Article, *ends: ResolvedEntity) -> int:
    return sum(any(name in source.text for name in end.names) for end in ends)


def _joined(before: ResolvedEntity | None, one: ResolvedEntity) -> ResolvedEntity:
    documents = {**(before.documents if before else {}), **one.documents}
    return ResolvedEntity(one.id, one.type, one.name, one.names, documents, one.members)


def varied(nodes: int, edges: int) -> Resolution:
    """A resolution with every type and predicate, aliases, statuses, amounts, days, loops and edges side by side."""
    chance = random.Random(11)
    texts = [f"第{index}篇报道说，甲方与乙方签约，投资{index}亿元。" for index in range(300)]
    days = [f"2024-{index % 12 + 1:02}-{index % 28 + 1:02}" if index % 5 else None for index in range(300)]
    articles = [article(index, text, date=day) for index, (text, day) in enumerate(zip(texts, days, strict=True))]
    words = ontology()
    things = {
        name: [entity(name, *_called(name, index)) for index in range(max(nodes // len(words.types), 2))]
        for name in words.types
    }
    triples = []
    for number in range(edges):
        predicate = list(words.predicates.values())[number % len(words.predicates)]
        subject = _chosen(things[chance.choice(predicate.domain)], chance)
        objects = things[subject.type if predicate.same_type else chance.choice(predicate.range)]
        other = subject if number % 97 == 0 and subject in objects else _chosen(objects, chance)
        said = {name: _said(name, chance) for name in predicate.properties if chance.random() < 0.7}
        triples.append(triple(chance.choice(articles), subject, predicate.name, other, **said))
    entities = tuple(one for some in things.values() for one in some)
    return Resolution(tuple(articles), entities, tuple(triples))


def _called(node_type: str, index: int) -> list[str]:
    place = ("青海省", "西宁市", "甘肃省", "")[index % 4]
    return [f"{place}{node_type}{index:05}号", *[f"别名{index}" for _ in range(index % 3 == 0)]]


def _chosen(some: list[ResolvedEntity], chance: random.Random) -> ResolvedEntity:
    return some[int(len(some) * chance.random() ** 1.5)]


def _said(name: str, chance: random.Random) -> Any:
    return {
        "titles": (chance.choice("甲乙丙丁"), "𠮷"),
        "role": chance.choice(("host", "speaker", "participant")),
        "amount": f"{chance.randrange(1, 90)}亿元",
        "date": f"2024-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}",
        "status": chance.choice(("done", "planned", "wished", "former")),
    }[name]


# One character for each copy that `many` makes: what it is put behind becomes another name.
_MARKS = "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳"


def many(articles: int) -> Resolution:
    """So many articles or a few more: those written for the seeds, as their gold has them, over and over, renamed.

    Places stay, so that the copies hang together as a country's news does.
    """
    base = gold(SEEDS / "written" / "gold", SEEDS / "written" / "articles")
    copies = [_renamed(base, number) for number in range(-(-articles // len(base.articles)))]
    entities = {one.id: one for copy in copies for one in copy.entities}
    return Resolution(
        tuple(one for copy in copies for one in copy.articles),
        tuple(entities.values()),
        tuple(one for copy in copies for one in copy.triples),
    )


def _renamed(base: Resolution, number: int) -> Resolution:
    more = number // len(_MARKS)
    mark = _MARKS[number % len(_MARKS)] + (_MARKS[more] if more else "") if number else ""
    things = [one for one in base.entities if one.type != "Location"]
    new = {one.id: one for one in base.entities} | {one.id: _marked(one, mark) for one in things}
    names = sorted({name for one in things for name in one.names}, key=lambda name: (-len(name), name))
    pattern = re.compile("|".join(map(re.escape, names)))
    articles = {}
    for one in base.articles:
        text = pattern.sub(lambda match: match[0] + mark, one.text)
        articles[one.id] = article(one.index, text, date=one.date, document=f"{mark}{one.document}", title=one.title)
    ends = {member: new[one.id] for one in base.entities for member in one.members}
    facts = [
        triple(articles[fact.article], ends[fact.subject], fact.predicate, ends[fact.object], **fact.properties)
        for fact in base.triples
    ]
    return Resolution(tuple(articles.values()), tuple(new.values()), tuple(facts))


def _marked(one: ResolvedEntity, mark: str) -> ResolvedEntity:
    names = [name + mark for name in one.names]
    return entity(one.type, *names, documents=[f"{mark}{name}" for name in one.documents])
