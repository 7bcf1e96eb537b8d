"""Identity as a whole: order-free, reversible, with reasons, fast."""

from __future__ import annotations

import random
import time

import pytest
from worlds import holders, page

from kg.errors import BadRecord
from kg.model import replace, to_line
from kg.ontology import ontology
from kg.resolve import resolve
from kg.resolve.figures import contradict, figures
from kg.resolve.joining import Joiner, agglomerate, different, same, within
from kg.resolve.places import split

QINGHAI = {"place": "青海", "city": "西宁"}


def pages():
    """A small world in which every rule has something to do."""
    return [
        page(
            "a.txt",
            ("P:陈刚", "HOLDS_POSITION", "O:青海省委|中共青海省委", {"titles": ("书记",)}),
            ("P:陈刚", "ATTENDED", "M:全省绿色算力产业发展大会", {"role": "speaker"}),
            ("M:全省绿色算力产业发展大会", "LOCATED_IN", "L:西宁"),
            ("O:中国移动", "UNDERTAKES", "J:中国移动高原大数据中心"),
            day="2024-03-19",
            **QINGHAI,
        ),
        page(
            "b.txt",
            ("P:陈刚", "HOLDS_POSITION", "O:中共青海省委", {"titles": ("书记",)}),
            ("P:陈刚", "ATTENDED", "M:全省绿色算力产业大会"),
            "L:西宁市",
            ("O:中国移动", "UNDERTAKES", "J:高原大数据中心"),
            day="2024-03-20",
            place="青海",
        ),
        page(
            "c.txt",
            ("P:陈刚", "HOLDS_POSITION", "O:兰州第一汽配厂", {"titles": ("厂长",)}),
            "L:城关区",
            place="甘肃",
            city="兰州",
        ),
        page("d.txt", "P:陈刚", "L:城关区", place="西藏", city="拉萨"),
        page("e.txt", "P:陈刚", "L:城关区"),
        page(
            "f.txt",
            ("O:西宁市政府", "SIGNED", "A:战略合作协议"),
            ("O:星湖集团", "SIGNED", "A:战略合作协议"),
            day="2024-05-01",
        ),
        page(
            "g.txt",
            ("O:西宁市政府", "SIGNED", "A:战略合作协议"),
            ("O:星湖集团", "SIGNED", "A:战略合作协议"),
            day="2025-05-01",
        ),
        page(
            "h.txt",
            ("O:西宁市人民政府", "SIGNED", "A:战略合作框架协议"),
            ("O:星湖集团", "SIGNED", "A:战略合作框架协议"),
            day="2024-05-01",
        ),
    ]


def dump(resolution):
    return [to_line(item) for part in (resolution.articles, resolution.entities, resolution.triples) for item in part]


def test_order_of_arrival_does_not_matter():
    extractions = pages()
    wanted = dump(resolve(extractions))
    for seed in range(60):
        random.Random(seed).shuffle(extractions)
        shuffled = [replace_order(extraction, seed) for extraction in extractions]
        assert dump(resolve(iter(shuffled))) == wanted


def replace_order(extraction, seed):
    entities, triples = list(extraction.entities), list(extraction.triples)
    random.Random(seed).shuffle(entities)
    random.Random(seed).shuffle(triples)
    return type(extraction)(extraction.article, tuple(entities), tuple(triples))


def test_every_member_is_kept_once_and_every_triple_finds_its_ends():
    extractions = pages()
    resolution = resolve(extractions)
    members = [member for entity in resolution.entities for member in entity.members]
    assert sorted(members) == sorted(entity.id for e in extractions for entity in e.entities)
    owner = {member: entity.id for entity in resolution.entities for member in entity.members}
    ids = [entity.id for entity in resolution.entities]
    assert len(set(ids)) == len(ids)
    assert len(resolution.triples) == sum(len(e.triples) for e in extractions)
    for triple in resolution.triples:
        assert (triple.subject_id, triple.object_id) == (owner[triple.subject], owner[triple.object])


def test_a_join_has_a_reason_and_a_lone_thing_none():
    for entity in resolve(pages()).entities:
        assert len(entity.reasons) == len(entity.members) - 1
        assert all(" = " in reason and ": " in reason for reason in entity.reasons)


def test_who_is_who():
    resolution = resolve(pages())
    assert holders(resolution, "P", "陈刚") == ["a.txt b.txt", "c.txt", "d.txt", "e.txt"]
    assert holders(resolution, "O", "青海省委") == ["a.txt b.txt"]
    assert holders(resolution, "L", "西宁") == ["a.txt b.txt"]
    assert holders(resolution, "L", "城关区") == ["c.txt", "d.txt", "e.txt"]
    assert holders(resolution, "M", "全省绿色算力产业大会") == ["a.txt b.txt"]
    assert holders(resolution, "J", "高原大数据中心") == ["a.txt b.txt"]
    assert holders(resolution, "A", "战略合作协议") == ["f.txt h.txt", "g.txt"]


def test_names_of_each_document_are_kept():
    party = next(e for e in resolve(pages()).entities if "青海省委" in e.names)
    assert party.documents == {"a.txt": ("青海省委", "中共青海省委"), "b.txt": ("中共青海省委",)}


def test_ids_do_not_change_when_documents_are_added():
    few, many = pages()[:2], pages()
    before = {e.id for e in resolve(few).entities}
    after = {e.id for e in resolve(many).entities}
    assert before <= after


def test_an_end_without_entity_and_an_unknown_type_are_named():
    extraction = pages()[0]
    with pytest.raises(BadRecord, match="no entity has the id"):
        resolve([type(extraction)(extraction.article, extraction.entities[1:], extraction.triples)])
    with pytest.raises(BadRecord, match="two records have this id"):
        resolve([extraction, extraction])


def test_nothing_bridges_what_is_judged_different():
    def judge(a, b):
        return different("figures") if {a, b} == {"x1", "x2"} else same(0.9, "name")

    joiner = Joiner(["x1", "x2", "bridge"])
    agglomerate(joiner, within(["x1", "x2", "bridge"]), judge)
    assert joiner.find("x1") != joiner.find("x2")
    assert len(joiner.groups()) == 2


@pytest.mark.parametrize(
    ("a", "b", "apart"),
    [
        ("第三届三江源牦牛产业博览会", "第四届三江源牦牛产业博览会", True),
        ("云桥数据中心一期", "云桥数据中心二期", True),
        ("云桥数据中心", "云桥数据中心二期", True),
        ("第二十五届青洽会", "第25届青洽会", False),
        ("青洽会", "第25届青洽会", False),
        ("年产30万吨聚乙烯醇项目", "30万吨/年聚乙烯醇项目", False),
        ("年产2万吨碳酸锂项目", "年产5万吨碳酸锂项目", True),
        ("东湖校区东区", "东湖校区西区", True),
    ],
)
def test_figures_in_names(a, b, apart):
    assert contradict((a,), (b,)) is apart


def test_figures_are_read_as_numbers():
    assert figures("第二十五届") == {"届": frozenset({"25"})}
    assert figures("二〇二四年") == {"年": frozenset({"2024"})}


@pytest.mark.parametrize(
    ("name", "around", "path", "rest"),
    [
        ("青海省委", (), ("青海省",), "委"),
        ("城关区", ("甘肃省", "兰州市"), ("甘肃省", "兰州市", "城关区"), ""),
        ("城关区", (), (), "城关区"),
        ("福州市鼓楼区", (), ("福建省", "福州市", "鼓楼区"), ""),
        ("吉林", (), ("吉林省",), ""),
        ("吉林市", (), ("吉林省", "吉林市"), ""),
        ("和平集团", (), (), "和平集团"),
    ],
)
def test_administrative_paths(name, around, path, rest):
    assert split(name, around) == (path, rest)


@pytest.mark.slow
def test_three_thousand_articles_in_seconds():
    chance = random.Random(7)
    surnames, given = "王李张刘陈杨赵黄周吴", "伟芳娜敏静丽强磊军洋勇艳杰涛明超霞平刚"
    places = [
        ("青海", "西宁"),
        ("甘肃", "兰州"),
        ("四川", "成都"),
        ("湖北", "武汉"),
        ("江苏", "扬州"),
        ("河南", "郑州"),
    ]
    topics = ["绿色算力产业", "文化旅游", "牦牛产业", "数字经济", "乡村振兴", "生态保护", "氢能装备", "盐湖化工"]

    def article(number):
        place, city = chance.choice(places)
        day = f"2024-{chance.randrange(1, 13):02d}-{chance.randrange(1, 29):02d}"
        people = ["P:" + chance.choice(surnames) + chance.choice(given) + chance.choice(given) for _ in range(6)]
        meeting = f"M:{city}市{chance.choice(topics)}高质量发展大会"
        facts = [(person, "ATTENDED", meeting) for person in people]
        facts += [(person, "HOLDS_POSITION", f"O:{city}市政府", {"titles": ("副市长",)}) for person in people[:2]]
        facts.append(
            (
                f"O:{chance.choice(given)}{chance.choice(given)}科技有限公司",
                "UNDERTAKES",
                f"J:{chance.choice(topics)}示范基地项目",
            )
        )
        facts.append((f"O:{city}市政府", "SIGNED", "A:战略合作协议"))
        return page(f"{number:05d}.txt", *facts, place=place, city=city, day=day)

    extractions = [article(number) for number in range(3_000)]
    begun = time.process_time()  # other work on this machine does not count
    resolution = resolve(extractions)
    assert time.process_time() - begun < 30
    assert sum(len(entity.members) for entity in resolution.entities) == sum(len(e.entities) for e in extractions)


def test_the_rules_are_the_ontologys():
    vocabulary = ontology()
    meeting = replace(vocabulary.types["Meeting"], identity={"rule": "meeting", "days": 400, "shared": 0.5})
    lenient = replace(vocabulary, types={**vocabulary.types, "Meeting": meeting})
    two = [
        page("a.txt", "M:全国盐湖资源利用论坛", day="2024-01-01"),
        page("b.txt", "M:全国盐湖资源利用论坛", day="2025-01-01"),
    ]
    assert holders(resolve(two), "M", "全国盐湖资源利用论坛") == ["a.txt", "b.txt"]
    assert holders(resolve(two, lenient), "M", "全国盐湖资源利用论坛") == ["a.txt b.txt"]
