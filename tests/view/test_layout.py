from __future__ import annotations

from itertools import combinations

import networkx as nx
import pytest
from graphs import gold, large, small

from kg.graph import build
from kg.view.layout import Box, layout

BOX = Box(80, 40, 10)


def overlaps(places: dict[str, tuple[int, int]], boxes: dict[str, Box]) -> list[tuple[str, str]]:
    def covers(one, other, axis, size):
        return abs(places[one][axis] - places[other][axis]) < (size(boxes[one]) + size(boxes[other])) / 2 - 2

    return [
        (one, other)
        for one, other in combinations(places, 2)
        if covers(one, other, 0, lambda box: box.width) and covers(one, other, 1, lambda box: box.height)
    ]


@pytest.mark.parametrize("make", [small, gold, lambda: large(60, 90)], ids=["small", "gold", "large"])
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


def test_three_in_a_chain_stand_in_a_row_so_that_no_line_crosses_a_name():
    graph = nx.MultiDiGraph([("a", "hub"), ("b", "hub")])
    places = layout(graph, dict.fromkeys(graph, BOX))
    assert len({y for _, y in places.values()}) == 1
    assert places["a"][0] < places["hub"][0] < places["b"][0]
    assert overlaps(places, dict.fromkeys(graph, BOX)) == []
    tall = layout(graph, dict.fromkeys(graph, BOX), 0.8)
    assert len({y for _, y in tall.values()}) == 3


def test_the_picture_is_as_wide_as_a_screen_wants_it():
    graph = build(gold())
    places = layout(graph, dict.fromkeys(graph, BOX)).values()
    width, height = (max(axis) - min(axis) for axis in zip(*places, strict=True))
    assert 0.7 < width / height < 2.2


def test_a_tall_picture_for_a_phone():
    graph = build(large(30, 40))
    places = layout(graph, dict.fromkeys(graph, BOX), 0.8).values()
    width, height = (max(axis) - min(axis) for axis in zip(*places, strict=True))
    assert width < height * 1.2


def test_lines_pass_beside_nodes_that_are_not_theirs():
    graph = build(gold())
    shown = graph.subgraph(max(nx.weakly_connected_components(graph), key=len))
    places = layout(shown, dict.fromkeys(shown, Box(70, 44, 10)))
    hit = [
        (source, target, node)
        for source, target in set(shown.edges())
        for node in shown
        if node not in (source, target) and near(places[node], places[source], places[target]) < 10
    ]
    assert len(hit) <= len(set(shown.edges())) // 20


def near(point, start, end):
    """How far a point is from the line between two others."""
    (x, y), (x1, y1), (x2, y2) = point, start, end
    length = (x2 - x1) ** 2 + (y2 - y1) ** 2 or 1
    part = max(0.0, min(1.0, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length))
    return ((x - x1 - part * (x2 - x1)) ** 2 + (y - y1 - part * (y2 - y1)) ** 2) ** 0.5
