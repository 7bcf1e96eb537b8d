from __future__ import annotations

import pytest
from graphs import article, entity, gold, large, small, triple

from kg.areas import areas
from kg.draw.content import content
from kg.draw.first import TALL, WIDE, columns, first
from kg.draw.posts import DEPUTIES, HEADS, MEMBERS, OTHERS, highest, post, rank
from kg.draw.ranking import CROWD, FEW, order
from kg.draw.telling import tells
from kg.graph import build
from kg.model import Resolution
from kg.ontology import ontology


def listed(count: int):
    """A meeting that so many attended and one person hosts, who also holds a post; and a stranger."""
    one = article(1, "周明远主持青江会议。")
    host, body, meeting = entity("Person", "周明远"), entity("Organization", "青江公司"), entity("Meeting", "青江会议")
    guests = [entity("Person", f"与会者{number:02}") for number in range(count)]
    facts = [triple(one, host, "HOLDS_POSITION", body, titles=["董事长"]), triple(one, host, "ATTENDED", meeting)]
    facts += [triple(one, guest, "ATTENDED", meeting) for guest in guests]
    stranger = entity("Person", "路人")
    return build(Resolution((one,), (host, body, meeting, *guests, stranger), tuple(facts)))


@pytest.mark.parametrize("make", [small, gold, lambda: large(300, 500)], ids=["small", "gold", "large"])
def test_every_node_has_one_place_in_the_order(make):
    graph = build(make())
    nodes, core = order(graph)
    assert sorted(nodes) == sorted(graph)
    assert 0 < core <= len(nodes)


@pytest.mark.parametrize("make", [gold, lambda: large(300, 500)], ids=["gold", "large"])
def test_any_beginning_of_the_order_holds_together(make):
    graph = build(make())
    nodes, core = order(graph)
    for size in (12, 30, 60):
        shown = graph.subgraph(nodes[: min(size, core)])
        alone = sum(not degree for _, degree in shown.degree())
        assert alone <= 2


def test_a_crowd_of_leaves_comes_last_but_for_a_few():
    graph = listed(60)
    nodes, core = order(graph)
    names = [graph.nodes[node]["name"] for node in nodes]
    assert core == 3 + FEW
    assert set(names[:core]) >= {"周明远", "青江会议", "青江公司"}
    assert names[-1] == "路人"
    assert order(listed(CROWD - 1))[1] == 3 + CROWD - 1


def test_what_a_map_is_about_comes_before_the_rest():
    one = article(1, "青江公司在青江省建设风电项目。")
    firm, project = entity("Organization", "青江公司"), entity("Project", "风电项目")
    places = [entity("Location", f"青江第{number}县") for number in range(5)]
    facts = [triple(one, firm, "UNDERTAKES", project)]
    facts += [triple(one, here, "LOCATED_IN", there) for here in places for there in places if here != there]
    graph = build(Resolution((one,), (firm, project, *places), tuple(facts)))
    assert graph.nodes[order(graph)[0][0]]["type"] == "Location"
    assert graph.nodes[order(graph, ("Project",))[0][0]]["type"] == "Project"


def test_layouts_hold_the_beginnings_of_the_order():
    graph = build(large(400, 700))
    found = first(graph, {})
    assert sorted(found["order"]) == list(range(len(graph)))
    assert [len(one["x"]) for one in found["layouts"] if not one["tall"]] == list(WIDE)
    assert [len(one["x"]) for one in found["layouts"] if one["tall"]] == list(TALL)
    assert all(len(one["x"]) == len(one["y"]) for one in found["layouts"])
    assert first(build(Resolution((), (), ())), {})["order"] == []


def test_namesakes_are_told_apart():
    papers = [
        article(number, f"青江{name}与宁河公司签署战略合作协议。", date=day)
        for number, name, day in ((1, "甲公司", "2024-03-01"), (2, "乙公司", "2024-04-01"))
    ]
    facts, things = [], []
    for number, paper in enumerate(papers):
        firm = entity("Organization", f"青江{'甲乙'[number]}公司")
        same = entity("Agreement", "战略合作协议")
        own = type(same)(
            f"{same.id}{number}", same.type, same.name, same.names, same.documents, (f"{same.id}{number}@1",)
        )
        things += [firm, own]
        facts.append(triple(paper, firm, "SIGNED", own))
    told = tells(build(Resolution(tuple(papers), tuple(things), tuple(facts))))
    assert sorted(told.values()) == ["青江乙公司 2024-04-01", "青江甲公司 2024-03-01"]


def test_a_body_is_told_by_where_it_lies_and_never_by_a_day():
    paper = article(1, "宁河的科技局与云岭的科技局、青江公司签约。", date="2024-03-01")
    firm, agreement = entity("Organization", "青江公司"), entity("Agreement", "战略合作协议")
    things, facts = [firm, agreement, entity("Person", "青江公司")], []
    for name in ("宁河", "云岭"):
        same = entity("Organization", "科技局")
        own = type(same)(f"{same.id}{name}", same.type, same.name, same.names, same.documents, (f"{name}@1",))
        place = entity("Location", name)
        things += [own, place]
        facts += [triple(paper, own, "SIGNED", agreement), triple(paper, own, "LOCATED_IN", place)]
    graph = build(Resolution((paper,), tuple(things), tuple(facts)))
    # A person who bears the name of a firm is told from it by colour and shape.
    assert sorted(tells(graph).values()) == ["云岭", "宁河"]


def test_of_namesakes_without_a_place_the_better_known_goes_without():
    papers = [article(number, "青江公司与李文达。") for number in (1, 2, 3)]
    person, some = entity("Person", "李文达"), []
    for number in (0, 1):
        one = entity("Organization", "青江公司")
        known = tuple(paper.document for paper in papers[: 3 - 2 * number])
        some.append(type(one)(f"{one.id}{number}", one.type, one.name, one.names, known, (f"{number}@1",)))
    facts = [triple(papers[0], person, "HOLDS_POSITION", body, titles=["经理"]) for body in some]
    graph = build(Resolution(tuple(papers), (person, *some), tuple(facts)))
    assert tells(graph) == {some[0].id: "", some[1].id: "李文达"}


@pytest.mark.parametrize(
    ("body", "titles", "told"),
    [
        ("外交部", ["外交部长"], "外交部长"),
        ("中共中央", ["中央政治局委员"], "中共中央政治局委员"),
        ("青江省委", ["省委书记", "常委"], "青江省委书记、常委"),
        ("青江省委", ["书记"], "青江省委书记"),
        ("青江公司", ["司机"], "青江公司司机"),
        ("青江公司", [], "青江公司"),
    ],
)
def test_a_post_says_its_body_once(body, titles, told):
    assert post(body, titles) == told


@pytest.mark.parametrize(
    ("title", "group"),
    [
        ("书记", HEADS), ("董事长", HEADS), ("省委书记", HEADS), ("总经理", HEADS), ("首席执行官", HEADS),
        ("副书记", DEPUTIES), ("常务副市长", DEPUTIES), ("副大队长", DEPUTIES), ("副董事长", DEPUTIES),
        ("常委", MEMBERS), ("党组成员", MEMBERS), ("秘书长", MEMBERS), ("总经理助理", MEMBERS), ("董事", MEMBERS),
        ("教授", OTHERS), ("发言人", OTHERS), ("", OTHERS),
    ],
)  # fmt: skip
def test_rank(title, group):
    assert rank(title)[0] == group


def test_the_highest_of_several_posts_counts():
    assert highest(["常委", "副书记"]) == rank("副书记")
    assert rank("书记") < rank("市长") < rank("副书记")
    assert highest([]) == (OTHERS, 0)


def test_content_says_every_text_once():
    graph = build(gold())
    page = content(graph, ontology(), areas(graph))
    assert len(set(page["texts"])) == len(page["texts"])
    assert len(page["edges"]["sources"]) == graph.number_of_edges() == len(page["evidence"])
    assert len(set(page["nodes"]["ids"])) == len(graph)
    assert page["readings"]["surnames"]["单"] == "shan"
    assert "zeng" in page["readings"]["characters"].get("曾", "ceng zeng")


def test_content_says_where_things_lie():
    park, town, state = entity("Location", "西宁南滩工业园区"), entity("Location", "西宁市"), entity("Location", "中国")
    firm, person = entity("Organization", "江海公司"), entity("Person", "周明远")
    told = article(1, "江海公司位于西宁南滩工业园区，西宁市位于中国。")
    facts = (triple(told, firm, "LOCATED_IN", park), triple(told, town, "LOCATED_IN", state))
    graph = build(Resolution((told,), (park, town, state, firm, person), facts))
    page = content(graph, ontology(), areas(graph))
    lies = {
        data["name"]: [page["places"][place][0] for place in page["areas"][page["nodes"]["within"][number]]]
        for number, (_, data) in enumerate(graph.nodes(data=True))
    }
    assert lies == {
        "江海公司": ["青海省", "西宁市", "西宁南滩工业园区"],
        "西宁南滩工业园区": ["青海省", "西宁市", "西宁南滩工业园区"],
        "西宁市": ["青海省", "西宁市"],  # no country above a province: only where a text says so would it stand there
        "中国": ["中国"],
        "周明远": [],
    }
    assert ["西宁市", "西宁"] in page["places"]


def test_columns():
    assert [columns(text) for text in ("", "ab", "中文", "a中")] == [0, 2, 4, 3]
