from __future__ import annotations

from itertools import combinations

import networkx as nx
import pytest
from graphs import gold, large, small

from kg.draw.content import columns, content, wrapped
from kg.draw.layout import Box, layout
from kg.graph import build
from kg.model import Resolution
from kg.ontology import ontology

BOX = Box(80, 40, 10)


def overlaps(places: dict[str, tuple[int, int]], boxes: dict[str, Box]) -> list[tuple[str, str]]:
    def covers(one, other, axis, size):
        return abs(places[one][axis] - places[other][axis]) < (size(boxes[one]) + size(boxes[other])) / 2 - 2

    return [
        (one, other)
        for one, other in combinations(places, 2)
        if covers(one, other, 0, lambda box: box.width) and covers(one, other, 1, lambda box: box.height)
    ]


@pytest.mark.parametrize("make", [small, gold, lambda: large(150, 220)], ids=["small", "gold", "large"])
def test_no_two_labels_lie_on_one_spot(make):
    graph = build(make())
    boxes = dict.fromkeys(graph, BOX)
    assert overlaps(layout(graph, boxes), boxes) == []


def test_nothing_and_one_node_have_a_place():
    assert layout(nx.MultiDiGraph(), {}) == {}
    one = nx.MultiDiGraph()
    one.add_edge("a", "a")
    assert list(layout(one, {"a": BOX})) == ["a"]


def test_joined_nodes_are_near():
    graph = nx.MultiDiGraph([("a", "b"), *((f"x{number}", "hub") for number in range(40))])
    places = layout(graph, dict.fromkeys(graph, BOX))
    assert abs(places["a"][0] - places["b"][0]) + abs(places["a"][1] - places["b"][1]) < 300


def test_the_picture_is_as_wide_as_a_screen_wants_it():
    graph = build(gold())
    places = layout(graph, dict.fromkeys(graph, BOX)).values()
    width, height = (max(axis) - min(axis) for axis in zip(*places, strict=True))
    assert 0.7 < width / height < 2.2


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("李明远", "李明远"),
        ("云岭省绿色能源股份有限公司", "云岭省绿色能源\n股份有限公司"),
        ("西北电子公文库AI模型训练基地", "西北电子公文库\nAI模型训练基地"),
        ("", "␠"),
        (" a\n b ", "a b"),
        ("长" * 100, "长" * 10 + "\n" + "长" * 10 + "\n" + "长" * 9 + "…"),
    ],
)
def test_wrapped(name, label):
    assert wrapped(name) == label
    assert all(columns(line) <= 20 for line in wrapped(name).split("\n"))


def test_lines_never_begin_with_a_closing_mark():
    assert all(
        line[0] not in "，。、）" for line in wrapped("科学技术（科协）、教育组、医药卫生、社会福利组讨论").split("\n")
    )


def test_parallel_edges_are_bent_apart():
    graph = build(small())
    edges = content(graph, ontology()).edges
    pairs = {}
    for edge in edges:
        pairs.setdefault(frozenset((edge["from"], edge["to"])), []).append(str(edge["smooth"]))
    assert all(len(set(bends)) == len(bends) for bends in pairs.values())
    assert any(len(bends) > 1 for bends in pairs.values())


def test_opposite_edges_are_bent_to_opposite_sides():
    from graphs import article, entity, triple

    one = article(1, "甲与乙。")
    first, second = entity("Organization", "甲"), entity("Organization", "乙")
    facts = (triple(one, first, "PART_OF", second), triple(one, second, "PART_OF", first))
    edges = content(build(Resolution((one,), (first, second), facts)), ontology()).edges
    # Seen from its own start, each is bent to the same hand: on the page these are two sides.
    assert len({edge["smooth"]["type"] for edge in edges}) == 1


def test_planned_edges_are_dashed_and_symmetric_ones_have_no_arrow():
    graph = build(small())
    for edge in content(graph, ontology()).edges:
        assert edge["dashes"] == (edge["status"] == "planned")
        assert edge["arrows"] == ("" if edge["predicate"] in ("MET_WITH", "SIGNED_WITH") else "to")
