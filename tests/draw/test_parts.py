from __future__ import annotations

import networkx as nx
import pytest
from graphs import article, entity, gold, small, triple

from kg.draw.groups import groups, themes
from kg.draw.home import home
from kg.draw.ranking import order
from kg.errors import UserError
from kg.graph import EDGE_ATTRIBUTES, build
from kg.model import Resolution
from kg.ontology import ontology
from kg.view.parts import SHARES, around, chains, named, period, project, sharing


def names(graph):
    return {name for _, name in graph.nodes(data="name")}


def test_around_takes_the_edges_between_the_neighbours_too():
    graph = build(small())
    node = named(graph, "赵一平")[0]
    assert names(around(graph, node, 1)) == {"赵一平", "李明远", "江海公司"}
    assert "云岭省委" in names(around(graph, node, 2))
    assert around(graph, node, 1).number_of_edges() == 3


def test_an_alias_is_a_name_and_an_unknown_one_is_answered():
    graph = build(small())
    assert graph.nodes[named(graph, "中共云岭省委")[0]]["name"] == "云岭省委"
    with pytest.raises(UserError, match="is it one of 李明远"):
        named(graph, "明远")
    with pytest.raises(UserError, match=r"no node of this name$"):
        named(graph, "没有此人")


def test_chains_are_the_shortest_and_no_others():
    graph = build(small())
    one, other = named(graph, "云岭省委")[0], named(graph, "风电基地项目")[0]
    assert names(chains(graph, one, other)) == {"云岭省委", "江海公司", "风电基地项目"}
    alone = build(Resolution((), (entity("Person", "甲"), entity("Person", "乙")), ()))
    with pytest.raises(UserError, match="nothing ties"):
        chains(alone, *alone)


def test_a_period_keeps_facts_that_overlap_it():
    graph = build(small())
    inside = period(graph, "2024-05-01", "2024-05-31")
    assert {data["predicate"] for *_, data in inside.edges(data=True)} >= {"ATTENDED", "UNDERTAKES"}
    assert all(data["last"] >= "2024-05-01" for *_, data in inside.edges(data=True))
    assert period(graph, "", "").number_of_edges() <= graph.number_of_edges()
    assert len(period(graph, "2030-01-01", "")) == 0


def test_a_period_keeps_what_may_lie_in_it_where_a_day_is_told_in_part():
    paper = article(1, "李明远会见赵一平、王小川、钱多。", date="2025-01-06")
    li, *others = (entity("Person", name) for name in ("李明远", "赵一平", "王小川", "钱多"))
    days = ("2024-12", "2024", "--12-10")
    facts = [triple(paper, li, "MET_WITH", one, date=day) for one, day in zip(others, days, strict=True)]
    graph = build(Resolution((paper,), (li, *others), tuple(facts)))
    assert names(period(graph, "2024-12-05", "2024-12-15")) == {"李明远", "赵一平", "王小川"}
    assert names(period(graph, "", "2024-11-30")) == {"李明远", "王小川"}
    assert names(period(graph, "2025-01-01", "")) == set()


def test_a_long_list_ties_less_than_a_talk():
    one = article(1, "甲与乙座谈。丙与丁出席大会。")
    talk, congress = entity("Meeting", "座谈"), entity("Meeting", "大会")
    people = [entity("Person", name) for name in "甲乙丙丁"]
    crowd = [entity("Person", f"与会者{number}") for number in range(58)]
    facts = [triple(one, person, "ATTENDED", talk) for person in people[:2]]
    facts += [triple(one, person, "ATTENDED", congress) for person in [*people[2:], *crowd]]
    graph = build(Resolution((one,), (talk, congress, *people, *crowd), tuple(facts)))
    tied = project(graph, "Person")
    weights = {
        frozenset((tied.nodes[a]["name"], tied.nodes[b]["name"])): data["confidence"]
        for a, b, data in tied.edges(data=True)
    }
    assert weights[frozenset("甲乙")] == 1.0
    assert weights[frozenset("丙丁")] == pytest.approx(1 / 59, abs=1e-4)
    assert frozenset("甲丙") not in weights


def test_a_projection_has_all_that_edges_have_and_the_facts_as_evidence():
    graph = build(gold())
    tied = project(graph, "Person")
    assert tied.number_of_edges() > 50
    assert set(tied.nodes) <= set(graph.nodes)
    for _, _, data in tied.edges(data=True):
        assert set(data) == set(EDGE_ATTRIBUTES)
        assert data["predicate"] == SHARES
        assert data["count"] >= 1
        assert data["evidence"]
    assert sharing(ontology(), "Person").predicates[SHARES].symmetric


def test_the_first_page_names_the_strongest_and_the_newest():
    graph = build(small())
    said = home(graph)
    nodes = list(graph)
    assert (said["articles"], said["independent"], said["edges"]) == (3, 2, graph.number_of_edges())
    assert said["days"] == ["2024-03-27", "2024-05-06"]
    number, post, edges = said["top"]["Person"][0]
    assert (graph.nodes[nodes[number]]["name"], post, edges) == ("李明远", "云岭省委书记", 5)
    assert [graph.nodes[nodes[number]]["name"] for number, _ in said["newest"]] == ["全省绿色发展大会", "战略合作协议"]
    assert home(nx.MultiDiGraph())["newest"] == []


def test_the_first_page_says_the_highest_of_the_posts_that_are_well_supported():
    papers = [article(number, f"第{number}篇。") for number in range(1, 5)]
    person = entity("Person", "周明远")
    assembly, committee, firm = (entity("Organization", name) for name in ("云岭省人大常委会", "云岭省委", "江海公司"))
    facts = [triple(one, person, "HOLDS_POSITION", assembly, titles=["主任"]) for one in papers]
    facts += [triple(one, person, "HOLDS_POSITION", committee, titles=["书记"]) for one in papers[:2]]
    graph = build(Resolution(tuple(papers), (person, assembly, committee, firm), tuple(facts)))
    assert home(graph)["top"]["Person"][0][1:] == ["云岭省委书记", 2]
    doubtful = [*facts[:4], triple(papers[0], person, "HOLDS_POSITION", firm, titles=["书记"])]
    graph = build(Resolution(tuple(papers), (person, assembly, firm), tuple(doubtful)))
    assert home(graph)["top"]["Person"][0][1:] == ["云岭省人大常委会主任", 2]


def test_brokers_join_communities():
    one = article(1, "两处的人都认识周明远。")
    middle = entity("Person", "周明远")
    left, right = ([entity("Person", f"{side}{number}") for number in range(5)] for side in "东西")
    facts = [triple(one, a, "MET_WITH", b) for side in (left, right) for a in side for b in side if a.id < b.id]
    facts += [triple(one, middle, "MET_WITH", side[0]) for side in (left, right)]
    graph = build(Resolution((one,), (middle, *left, *right), tuple(facts)))
    found = groups(graph, order(graph)[0])
    assert graph.nodes[list(graph)[found["brokers"][0]]]["name"] in {"周明远", "东0", "西0"}
    assert len(found["communities"]) == 2
    assert found == groups(graph, order(graph)[0])


def test_themes_hold_together_and_one_alone_is_none():
    graph = build(gold())
    nodes, core = order(graph)
    found = themes(graph, nodes[:core])
    assert len(found) > 2
    assert len({node for members in found for node in members}) == sum(map(len, found))
    ids = list(graph)
    for members in found:
        assert nx.is_weakly_connected(graph.subgraph(ids[node] for node in members))
        ranks = [nodes.index(ids[node]) for node in members]
        assert ranks == sorted(ranks)
    assert themes(graph.subgraph(ids[node] for node in found[1][:3]), [ids[node] for node in found[1][:3]]) == []
