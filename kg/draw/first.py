"""What a map draws when it opens: the most telling nodes and where they stand, at several sizes."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Collection, Mapping
from typing import Any

import networkx as nx

from kg.draw.ranking import order
from kg.view.layout import Box, layout

WIDE = (16, 30, 50, 80, 130)  # how many nodes the sizes of a desktop's map have, and those of a phone's
TALL = (5, 8, 12, 18, 26)
_LINE, _LINES = 20, 3  # a label's width in half-width columns, and its most lines: as in kg/draw/page/js/looks.js
_COLUMN, _LEADING = 0.56, 1.25  # of the font's size: a half-width column, a line


def first(graph: nx.MultiDiGraph, tells: Mapping[int, str], leading: Collection[str] = ()) -> dict[str, Any]:
    """The order in which nodes deserve a place (as numbers), how many may come at once, and the layouts.

    tells: what stands under the names of some nodes, by their numbers. leading: the types that the map is about.
    """
    nodes, core = order(graph, leading)
    numbers = {node: number for number, node in enumerate(graph)}
    several = core or len(nodes)
    shapes = [(size, aspect) for sizes, aspect in ((WIDE, 1.35), (TALL, 0.8)) for size in sizes]
    wanted = sorted({(aspect, min(size, several)) for size, aspect in shapes})
    degree = {node: len(set(graph.predecessors(node)) | set(graph.successors(node))) for node in nodes[: WIDE[-1]]}
    boxes = {node: _box(graph.nodes[node]["name"], degree[node], tells.get(numbers[node], "")) for node in degree}
    return {
        "order": [numbers[node] for node in nodes],
        "core": several,
        "layouts": [_layout(graph, nodes[:size], boxes, aspect) for aspect, size in wanted],
    }


def _layout(graph: nx.MultiDiGraph, nodes: list[str], boxes: dict[str, Box], aspect: float) -> dict[str, Any]:
    places = layout(graph.subgraph(nodes), {node: boxes[node] for node in nodes}, aspect)
    return {
        "tall": aspect < 1,
        "x": [places[node][0] for node in nodes],
        "y": [places[node][1] for node in nodes],
    }


def columns(text: str) -> int:
    """How many half-width columns a text takes."""
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in text)


def _box(name: str, degree: int, tell: str) -> Box:
    """The most that symbol and label may take: the page breaks the lines, and draws the same sizes."""
    size, font = 10 + min(2.4 * math.sqrt(degree), 18), 13 + min(0.9 * math.sqrt(degree), 7)
    wide = columns(name)
    lines = max(1, min(_LINES, math.ceil(wide / _LINE)))
    width = max(min(_LINE, math.ceil(wide / lines) + 2), min(_LINE, columns(tell))) * font * _COLUMN
    lines += 1 if tell else 0
    text = lines * font * _LEADING + 6
    return Box(max(2 * size, width) + 10, 2 * size + text + 6, text / 2)
