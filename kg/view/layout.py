"""Where the nodes of a first map stand: the same places every time, and no two labels on one spot.

Each connected part is laid out by networkx's ForceAtlas2 (Jacomy et al. 2014; measured beside ARF, Kamada-Kawai and
rustworkx: 0.1 s for 80 nodes, 0.4 s for 150, and the calmest picture), its boxes are pushed apart, and the parts are
packed under a skyline. Units are the pixels of the page at scale 1, y downwards.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import networkx as nx
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Line = tuple[int, int]
_GAP = 30.0
_ROUNDS, _STEPS = 10, 10
_CLEARINGS = 40
_BERTH = 26.0  # how far lines pass from the middle of a node that is not theirs
_ROOM = 1.7  # how many times the area of its boxes a part may take before they are pushed apart


@dataclass(frozen=True, slots=True)
class Box:
    """What a node takes up. width, height: of symbol and label. below: how far its centre is under the symbol's."""

    width: float
    height: float
    below: float = 0.0


def layout(graph: nx.MultiDiGraph, boxes: Mapping[str, Box], aspect: float = 1.3) -> dict[str, tuple[int, int]]:
    """x and y of every node, in the graph's order; those that stand alone are in the order of `boxes`.

    aspect: how wide the whole is to be, over how high.
    """
    simple = nx.Graph()
    simple.add_nodes_from(graph)
    simple.add_edges_from((source, target) for source, target in graph.edges() if source != target)
    parts = [_part(simple, sorted(part), boxes, aspect) for part in nx.connected_components(simple)]
    rank = {node: number for number, node in enumerate(boxes)}
    joined = [part for part in parts if len(part.nodes) > 1]
    joined.sort(key=lambda part: (-part.height, -part.width, part.nodes))
    alone = sorted((part for part in parts if len(part.nodes) == 1), key=lambda part: rank[part.nodes[0]])
    places: dict[str, tuple[int, int]] = {}
    for part, (left, top) in zip([*joined, *alone], _pack(joined, alone, aspect), strict=True):
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


def _part(simple: nx.Graph, nodes: Sequence[str], boxes: Mapping[str, Box], aspect: float) -> _Part:
    numbers = {node: number for number, node in enumerate(nodes)}
    lines = sorted(_ordered(numbers[a], numbers[b]) for a, b in simple.subgraph(nodes).edges())
    places, width, height = _placed(tuple(boxes[node] for node in nodes), tuple(lines), aspect)
    return _Part(list(nodes), places, width, height)


def _ordered(one: int, other: int) -> Line:
    return (one, other) if one < other else (other, one)


@lru_cache(maxsize=1024)
def _placed(boxes: tuple[Box, ...], lines: tuple[Line, ...], aspect: float) -> tuple[Floats, float, float]:
    """Where the nodes of a part stand, its width and height; maps of several sizes have most of their parts in common.

    lines: pairs of nodes by their numbers, the lesser first, in order.
    """
    sizes = np.array([(box.width, box.height) for box in boxes])
    shift = np.array([(0.0, box.below) for box in boxes])
    ends = np.array(lines, dtype=np.int64).reshape(-1, 2)
    chain = aspect >= 1 and len(boxes) == 3 and len(lines) == 2  # on a screen wide enough for three in a row
    begun = _row(lines, sizes) if chain else _spread(_forces(len(boxes), lines), sizes, aspect)
    places = _separate(begun + shift, sizes)
    for _ in range(_CLEARINGS if len(boxes) > 2 else 0):
        cleared = _cleared(places - shift, ends) + shift
        if np.array_equal(cleared, places):
            break
        places = _separate(cleared, sizes)
    low, high = (places - sizes / 2).min(axis=0), (places + sizes / 2).max(axis=0)
    width, height = (float(value) for value in high - low)
    found: Floats = places - shift - low
    found.flags.writeable = False  # it is shared
    return found, width, height


def _row(lines: Sequence[Line], sizes: Floats) -> Floats:
    """Three nodes in a row, the one that ties the others in the middle: no line crosses a name."""
    (hub,) = set(lines[0]) & set(lines[1])
    left, right = (number for number in range(3) if number != hub)
    places = np.zeros((3, 2))
    places[left, 0] = -(sizes[left, 0] + sizes[hub, 0]) / 2 - _GAP
    places[right, 0] = (sizes[right, 0] + sizes[hub, 0]) / 2 + _GAP
    rounded: Floats = np.round(places, 2)
    return rounded


@lru_cache(maxsize=1024)
def _forces(count: int, lines: tuple[Line, ...]) -> Floats:
    """Places of the nodes, shape (n, 2), on no particular scale; parts of one shape stand alike."""
    if count < 3:
        return np.array([(float(number), 0.0) for number in range(count)])
    graph = nx.Graph()
    graph.add_nodes_from(range(count))
    graph.add_edges_from(lines)
    # Outwards from the hub, on a spiral: a drawing that is half right, and no chance in it.
    hub = max(graph, key=lambda node: (graph.degree(node), node))
    outwards = [hub, *(target for _, target in nx.bfs_edges(graph, hub, sort_neighbors=sorted))]
    golden = math.pi * (3 - math.sqrt(5))
    spiral = [(math.sqrt(number) * math.cos(number * golden), math.sqrt(number) * math.sin(number * golden))
              for number in range(count)]  # fmt: skip
    places = {node: np.array(place) for node, place in zip(outwards, spiral, strict=True)}
    for _ in range(min(_ROUNDS, count)):
        places = nx.forceatlas2_layout(
            graph, places, max_iter=_STEPS, scaling_ratio=4.0, gravity=0.6, strong_gravity=True, seed=1
        )
        # Rounded, so that machines whose sums differ in the last bit draw one picture.
        places = {node: np.round(place, 3) for node, place in places.items()}
    return np.array([places[node] for node in graph])


def _spread(places: Floats, sizes: Floats, aspect: float) -> Floats:
    """The places turned the long way, about the origin, over an area in which the boxes find room."""
    if len(places) < 3:
        beside: Floats = places * (sizes[:, 0].sum() / 2 + 90)
        below: Floats = places[:, ::-1] * (sizes[:, 1].sum() / 2 + 60)
        return below if aspect < 1 else beside
    places = places - places.mean(axis=0)
    _, _, axes = np.linalg.svd(places, full_matrices=False)
    turned = places @ axes.T * np.sign(axes.sum(axis=1) + 1e-9)
    if aspect < 1:
        turned = turned[:, ::-1]
    reach = np.maximum(np.abs(turned).max(axis=0), 1e-6)
    area = float((sizes + _GAP / 2).prod(axis=1).sum()) * _ROOM
    wide = min(max(aspect, reach[0] / reach[1] / 1.6), reach[0] / reach[1] * 1.6)
    half = np.array([math.sqrt(area * wide), math.sqrt(area / wide)]) / 2
    # Half of where the forces put it, half of its rank across and down: an even density, no knot in the middle.
    ranks = np.argsort(np.argsort(turned, axis=0, kind="stable"), axis=0, kind="stable") / (len(places) - 1) * 2 - 1
    scaled: Floats = np.round((turned / reach + ranks) / 2 * half, 2)
    return scaled


def _cleared(places: Floats, lines: NDArray[np.int64]) -> Floats:
    """The places with every node pushed off the lines between others that it stands on."""
    start = places[lines[:, 0]]
    way = places[lines[:, 1]] - start
    (x, y), (from_x, from_y), (way_x, way_y) = places.T[:, :, None], start.T, way.T
    length = np.maximum(way_x**2 + way_y**2, 1.0)
    part = ((x - from_x) * way_x + (y - from_y) * way_y) / length
    off = np.stack([x - (from_x + part * way_x), y - (from_y + part * way_y)])
    distance = np.sqrt(off[0] ** 2 + off[1] ** 2)
    near = (distance < _BERTH) & (part > 0) & (part < 1)
    near[lines[:, 0], np.arange(len(lines))] = near[lines[:, 1], np.arange(len(lines))] = False
    nodes, ties = np.nonzero(near)
    far = distance[nodes, ties][:, None]
    across = np.stack([-way_y, way_x], axis=1)[ties] / np.sqrt(length)[ties, None]
    aside = np.where(far < 1, across, off[:, nodes, ties].T / np.maximum(far, 1.0))
    push = np.zeros_like(places)
    np.add.at(push, nodes, aside * (_BERTH - far))
    cleared: Floats = np.round(places + np.clip(push, -_BERTH, _BERTH) * 0.6, 2)
    return cleared


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


def _pack(joined: Sequence[_Part], alone: Sequence[_Part], aspect: float) -> list[tuple[float, float]]:
    """Left and top of each part, packed into the strip whose picture needs the least shrinking for a screen."""
    parts = [*joined, *alone]
    area = sum((part.width + _GAP) * (part.height + _GAP) for part in parts)
    widest = max((part.width for part in parts), default=0.0) + _GAP
    strips = {max(widest, math.sqrt(area * aspect) * factor / 10) for factor in range(8, 25, 2)}
    packings = []
    for strip in sorted(strips):
        corners, bottom = _under_skyline(joined, strip)
        packings.append([*corners, *_in_rows(alone, strip, bottom)])
    return min(packings, key=lambda corners: _extent(parts, corners, aspect))


def _extent(parts: Sequence[_Part], corners: Sequence[tuple[float, float]], aspect: float) -> float:
    right = max((left + part.width for part, (left, _) in zip(parts, corners, strict=True)), default=0.0)
    bottom = max((top + part.height for part, (_, top) in zip(parts, corners, strict=True)), default=0.0)
    return max(right / aspect, bottom)


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
