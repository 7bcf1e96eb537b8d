"""Where the nodes of a map stand: the same places every time, and no two labels on one spot.

Each connected part is laid out by forces (Fruchterman and Reingold 1991; hubs repel more, as in ForceAtlas2, Jacomy
et al. 2014), its boxes are pushed apart, and the parts are packed under a skyline. Units are the pixels of the page at
scale 1, y downwards.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import networkx as nx
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
_GOLDEN = math.pi * (3 - math.sqrt(5))
_PAIRS = 200_000_000  # pairs of nodes that one part's forces may cost: some seconds
_ROWS = 1_000  # of the matrix of distances at a time: 3,000 nodes would otherwise take 72 MB for each matrix
# A pull to the middle that grows with the distance balances the repulsion at an even density: room for every label.
# Weaker across than down, since labels and screens are wider than high.
_GRAVITY = np.array([1.0, 1.9])
_GAP = 36.0
_ASPECT = 1.25


@dataclass(frozen=True, slots=True)
class Box:
    """What a node takes up. width, height: of symbol and label. below: how far its centre is under the symbol's."""

    width: float
    height: float
    below: float = 0.0


def layout(graph: nx.MultiDiGraph, boxes: Mapping[str, Box]) -> dict[str, tuple[int, int]]:
    """x and y of every node, in the graph's order; those that stand alone are in the order of `boxes`."""
    simple = nx.Graph()
    simple.add_nodes_from(graph)
    simple.add_edges_from((source, target) for source, target in graph.edges() if source != target)
    parts = [_part(simple, sorted(part), boxes) for part in nx.connected_components(simple)]
    rank = {node: number for number, node in enumerate(boxes)}
    joined = [part for part in parts if len(part.nodes) > 1]
    joined.sort(key=lambda part: (-part.height, -part.width, part.nodes))
    alone = sorted((part for part in parts if len(part.nodes) == 1), key=lambda part: rank[part.nodes[0]])
    places: dict[str, tuple[int, int]] = {}
    for part, (left, top) in zip([*joined, *alone], _pack(joined, alone), strict=True):
        for node, (x, y) in zip(part.nodes, part.places, strict=True):
            places[node] = (round(left + x), round(top + y))
    return {node: places[node] for node in graph}


@dataclass(frozen=True, slots=True)
class _Part:
    """A connected part whose boxes fill (0, 0) to (width, height)."""

    nodes: list[str]
    places: Floats
    width: float
    height: float


def _part(simple: nx.Graph, nodes: Sequence[str], boxes: Mapping[str, Box]) -> _Part:
    # Hubs first, then outwards: the spiral starts from a drawing that is half right.
    hub = max(nodes, key=lambda node: (simple.degree(node), node))
    inside = simple.subgraph(nodes)
    order = [hub, *(target for _, target in nx.bfs_edges(inside, hub, sort_neighbors=sorted))]
    index = {node: number for number, node in enumerate(order)}
    edges = np.array(sorted((index[a], index[b]) for a, b in inside.edges()), dtype=np.int64).reshape(-1, 2)
    sizes = np.array([(boxes[node].width, boxes[node].height) for node in order])
    shift = np.array([(0.0, boxes[node].below) for node in order])
    places = _separate(_forces(len(order), edges) + shift, sizes)
    low, high = (places - sizes / 2).min(axis=0), (places + sizes / 2).max(axis=0)
    width, height = (float(value) for value in high - low)
    return _Part(order, places - shift - low, width, height)


def _forces(count: int, edges: NDArray[np.int64]) -> Floats:
    """Places of `count` nodes, shape (count, 2), joined by `edges`, shape (m, 2)."""
    spacing = 58 + 120 / math.sqrt(count)  # what joined nodes would like; a few of them have room for long edges
    turn = np.arange(count) * _GOLDEN
    radius = spacing * 0.8 * np.sqrt(np.arange(count))
    places: Floats = np.stack([radius * np.cos(turn), radius * np.sin(turn)], axis=1)
    degree = np.bincount(edges.ravel(), minlength=count).astype(np.float64)
    mass = np.sqrt(1.0 + degree)
    steps = int(min(300, max(15, _PAIRS // (count * count)))) if count > 1 else 0
    for step in range(steps):
        force = _repulsion(places, mass, spacing) + _attraction(places, edges, degree, spacing)
        force -= places * _GRAVITY * mass[:, None]
        length = np.maximum(np.sqrt((force**2).sum(axis=1, keepdims=True)), 1e-9)
        limit = spacing * 1.2 * (1 - step / steps) + 1
        # Rounded, so that machines whose sums differ in the last bit draw one picture.
        places = np.round(places + force / length * np.minimum(length, limit), 2)
    return places


def _repulsion(places: Floats, mass: Floats, spacing: float) -> Floats:
    force = np.empty_like(places)
    squares = (places**2).sum(axis=1)
    for start in range(0, len(places), _ROWS):
        rows = slice(start, start + _ROWS)
        distance = squares[rows, None] + squares[None, :] - 2 * places[rows] @ places.T
        weight = mass[None, :] / np.maximum(distance, 25.0)
        pull = places[rows] * weight.sum(axis=1, keepdims=True) - weight @ places
        force[rows] = pull * mass[rows, None] * spacing**2
    return force


def _attraction(places: Floats, edges: NDArray[np.int64], degree: Floats, spacing: float) -> Floats:
    force = np.zeros_like(places)
    if not len(edges):
        return force
    difference = places[edges[:, 1]] - places[edges[:, 0]]
    distance = np.sqrt((difference**2).sum(axis=1, keepdims=True))
    pull = difference * distance / spacing
    pull /= np.sqrt(np.maximum(degree[edges].min(axis=1), 1.0))[:, None]  # bridges between hubs are longer
    np.add.at(force, edges[:, 0], pull)
    np.add.at(force, edges[:, 1], -pull)
    return force


def _separate(centres: Floats, sizes: Floats, rounds: int = 120) -> Floats:
    """Push boxes apart, each pair along the shorter way, until none overlap or the rounds are over."""
    for _ in range(rounds):
        first, second = _overlapping(centres, sizes)
        if not len(first):
            break
        difference = centres[second] - centres[first]
        depth = (sizes[first] + sizes[second]) / 2 + 4 - np.abs(difference)
        across = depth[:, 0] <= depth[:, 1]
        sign = np.where(difference < 0, -1.0, 1.0)
        push = np.zeros_like(difference)
        push[across, 0] = (sign * depth)[across, 0]
        push[~across, 1] = (sign * depth)[~across, 1]
        moved = np.zeros_like(centres)
        np.add.at(moved, second, push * 0.35)
        np.add.at(moved, first, push * -0.35)
        centres = np.round(centres + moved, 2)
    return centres


def _overlapping(centres: Floats, sizes: Floats) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Indexes of the pairs whose boxes overlap, each pair once: a sweep from left to right."""
    low, high = centres - sizes / 2, centres + sizes / 2
    order = np.argsort(low[:, 0], kind="stable")
    begun = np.searchsorted(low[order, 0], high[order, 0])  # how many boxes begin before this one ends
    later = begun - np.arange(len(order)) - 1
    first = np.repeat(np.arange(len(order)), later)
    second = first + 1 + np.arange(len(first)) - np.repeat(np.cumsum(later) - later, later)
    first, second = order[first], order[second]
    hit = (low[first, 1] < high[second, 1]) & (low[second, 1] < high[first, 1])
    return first[hit], second[hit]


def _pack(joined: Sequence[_Part], alone: Sequence[_Part]) -> list[tuple[float, float]]:
    """Left and top of each part, packed into the strip whose picture needs the least shrinking for a screen."""
    parts = [*joined, *alone]
    area = sum((part.width + _GAP) * (part.height + _GAP) for part in parts)
    widest = max((part.width for part in parts), default=0.0) + _GAP
    strips = {max(widest, math.sqrt(area * _ASPECT) * factor / 10) for factor in range(8, 25, 2)}
    packings = []
    for strip in sorted(strips):
        corners, bottom = _under_skyline(joined, strip)
        packings.append([*corners, *_in_rows(alone, strip, bottom)])
    return min(packings, key=lambda corners: _extent(parts, corners))


def _extent(parts: Sequence[_Part], corners: Sequence[tuple[float, float]]) -> float:
    right = max((left + part.width for part, (left, _) in zip(parts, corners, strict=True)), default=0.0)
    bottom = max((top + part.height for part, (_, top) in zip(parts, corners, strict=True)), default=0.0)
    return max(right / _ASPECT, bottom)


def _under_skyline(parts: Sequence[_Part], strip: float) -> tuple[list[tuple[float, float]], float]:
    """Each part at the highest free place under a skyline `strip` wide, then the leftmost; and where all ends."""
    skyline = [(0.0, strip, 0.0)]  # left, right, top of each step
    corners = []
    for part in parts:
        width, height = part.width + _GAP, part.height + _GAP
        top, left = min(_seats(skyline, width))
        corners.append((left, top))
        skyline = _raised(skyline, (left, left + width, top + height))
    return corners, max(top for *_, top in skyline)


def _in_rows(parts: Sequence[_Part], strip: float, top: float) -> list[tuple[float, float]]:
    """Parts in columns of one width, row by row from `top` down."""
    if not parts:
        return []
    width = sorted(part.width for part in parts)[len(parts) * 9 // 10] + _GAP / 2
    most = max(1, int(strip // width))
    corners: list[tuple[float, float]] = []
    for start in range(0, len(parts), most):
        row = parts[start : start + most]
        corners += [((number + 0.5) * width - part.width / 2, top) for number, part in enumerate(row)]
        top += max(part.height for part in row) + _GAP / 2
    return corners


def _seats(skyline: Sequence[tuple[float, float, float]], width: float) -> list[tuple[float, float]]:
    """(top, left) of the places where something of that width can hang."""
    end = skyline[-1][1]
    lefts = [left for left, _, _ in skyline if left + width <= end + 1e-6] or [skyline[0][0]]
    return [
        (max(top for start, stop, top in skyline if start < left + width - 1e-6 and stop > left), left)
        for left in lefts
    ]


def _raised(
    skyline: Sequence[tuple[float, float, float]], step: tuple[float, float, float]
) -> list[tuple[float, float, float]]:
    left, right, _ = step
    before = [(start, min(stop, left), top) for start, stop, top in skyline if start < left]
    after = [(max(start, right), stop, top) for start, stop, top in skyline if stop > right + 1e-6]
    return [*before, step, *after]
