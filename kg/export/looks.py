"""How nodes and edges look where a format can say it: colours of the maps, sizes by ties, dashes for plans, places."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import networkx as nx

from kg.ontology import ontology
from kg.view.colours import edge_colours
from kg.view.layout import Box, layout

_WHOLE = 300  # nodes of a graph that forces place all of
_CORE = 150  # nodes, the best connected, that they place of a larger one: the others stand on rings around these
_LINES = 3  # neighbours of each that they see
_RING, _APART = 90, 150  # pixels between two rings, and between two nodes on one
_SHOWN = 24  # characters of a name beside a node
_GREY = "#888888"
_LETTER = 13  # pixels

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Look:
    """colour: `#rrggbb`. size: diameter of a node in pixels, width of an edge's line. dashed: a plan or a wish.

    place: of a node, in pixels, y downwards; (0, 0) for an edge. shape: of the ontology. arrow: whether an edge has a
    direction.
    """

    colour: str
    size: float
    place: Place = (0, 0)
    shape: str = ""
    dashed: bool = False
    arrow: bool = True

    @property
    def rgb(self) -> tuple[int, int, int]:
        """Red, green and blue, 0 to 255 each."""
        return _rgb(self.colour)

    @property
    def upright(self) -> tuple[float, float]:
        """The place where y points up, as in Gephi."""
        return float(self.place[0]), float(-self.place[1])


@cache
def _rgb(colour: str) -> tuple[int, int, int]:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return red, green, blue


def short(name: str) -> str:
    """A name on one line, as much of it as stands well beside a node."""
    flat = " ".join(name.split())
    return flat if len(flat) <= _SHOWN else flat[: _SHOWN - 1] + "…"


def node_looks(graph: nx.MultiDiGraph) -> dict[str, Look]:
    """The look of every node; the same for the same graph."""
    types = {name: (kind.colour, kind.shape) for name, kind in ontology().types.items()}
    sizes = {node: float(round(20 + 10 * math.log2(1 + degree))) for node, degree in graph.degree()}
    places = _places(graph, sizes)
    found = {}
    for node, kind in graph.nodes(data="type"):
        colour, shape = types.get(kind, (_GREY, ""))  # articles, and what others have in their database
        found[node] = Look(colour, sizes[node], places[node], shape)
    return found


def edge_looks(graph: nx.MultiDiGraph) -> Iterator[Look]:
    """The look of every edge, in the graph's order."""
    words = ontology()
    colours = edge_colours(words)
    turned = {name for name, kind in words.predicates.items() if kind.symmetric}
    for *_, data in graph.edges(data=True):
        width = max(1.0, round(1 + math.log2(data["count"] or 1), 1))
        dashed = data["status"] in ("planned", "wished")
        arrow = data["predicate"] not in turned
        yield Look(colours.get(data["predicate"], _GREY), width, dashed=dashed, arrow=arrow)


def _places(graph: nx.MultiDiGraph, sizes: Mapping[str, float]) -> dict[str, Place]:
    order = sorted(graph, key=lambda node: (-graph.degree(node), node))
    core = order if len(order) <= _WHOLE else order[:_CORE]
    boxes = {node: _box(graph.nodes[node]["name"], sizes[node]) for node in core}
    chosen = nx.MultiDiGraph()
    chosen.add_nodes_from(core)
    chosen.add_edges_from(_lines(graph, core))
    return _around(graph, layout(chosen, boxes), order[len(core) :])


def _lines(graph: nx.MultiDiGraph, core: Sequence[str]) -> list[tuple[str, str]]:
    """For each node the edges to its best connected neighbours: what forces need to know of a dense graph."""
    rank = {node: number for number, node in enumerate(core)}
    joined: dict[str, set[str]] = {node: set() for node in core}
    for source, target in graph.edges():
        if source in rank and target in rank and source != target:
            joined[source].add(target)
            joined[target].add(source)
    return sorted(
        {
            (min(node, other), max(node, other))
            for node, others in joined.items()
            for other in sorted(others, key=rank.__getitem__)[:_LINES]
        }
    )


def _box(name: str, size: float) -> Box:
    wide = max(size, len(short(name)) * _LETTER)
    return Box(wide + 10, size + 24, 12.0)


def _around(graph: nx.MultiDiGraph, placed: Mapping[str, Place], others: Sequence[str]) -> dict[str, Place]:
    """Puts the others on rings around those that have places, each in the direction of one that it is tied to."""
    if not others:
        return dict(placed)
    xs, ys = zip(*placed.values(), strict=True)
    centre = (sum(xs) / len(xs), sum(ys) / len(ys))
    inner = max(math.hypot(x - centre[0], y - centre[1]) for x, y in placed.values()) + _RING
    turns = _directions(graph, placed, centre, others)
    turned = sorted(others, key=lambda node: (turns[node], node))
    rings = 1
    while sum(math.tau * (inner + ring * _RING) / _APART for ring in range(rings)) < len(others):
        rings += 1
    found = dict(placed)
    for number, node in enumerate(turned):
        turn, reach = math.tau * number / len(turned), inner + number % rings * _RING
        found[node] = (round(centre[0] + reach * math.cos(turn)), round(centre[1] + reach * math.sin(turn)))
    return found


def _directions(
    graph: nx.MultiDiGraph, placed: Mapping[str, Place], centre: tuple[float, float], others: Sequence[str]
) -> dict[str, float]:
    """For each the turn, 0 to 2 pi, towards its neighbour that comes first; neighbours of neighbours follow them."""
    turns = {node: math.atan2(y - centre[1], x - centre[0]) % math.tau for node, (x, y) in placed.items()}
    for node in others:
        near = min((other for other in (*graph.pred[node], *graph.succ[node]) if other in turns), default="")
        turns[node] = turns.get(near, 0.0)
    return turns
