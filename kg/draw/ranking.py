"""In which order the nodes of a graph deserve a place on a map, so that any beginning of the order is a good map."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable
from functools import cache
from heapq import heapify, heappop, heappush

import networkx as nx

from kg.view.ties import Ties, ties

CROWD = 12  # leaves on one node that are too many to draw at once,
FEW = 6  # and how many of them are drawn all the same
_BEHIND = 0.12  # what a node counts that is not of a leading type
_FIRST = 1e9  # before all others
_UNTIED = 0.25  # what a node counts that is tied to none before it


def order(graph: nx.MultiDiGraph, leading: Collection[str] = ()) -> tuple[list[str], int]:
    """All nodes, and how many of them may stand on a first map.

    Each next node is the strongest, where those tied to nodes before it count more: stars and strangers come late.
    Behind them come the leaves that crowd around one node (an attendance list), and those that stand alone. leading:
    the types that a map is about; nodes of others count less.
    """
    joined = ties(graph)
    strength = _strengths(graph, joined)
    if leading:
        behind = [node for node, kind in graph.nodes(data="type") if kind not in leading]
        strength |= {node: strength[node] * _BEHIND for node in behind}
    crowded = _crowded(joined, strength)
    alone = sorted((node for node in graph if not joined[node]), key=lambda node: (-strength[node], node))
    first = _grown({node for node in graph if joined[node]} - set(crowded), joined, strength)
    return [*first, *crowded, *alone], len(first)


def _strengths(graph: nx.MultiDiGraph, joined: Ties) -> dict[str, float]:
    """What supports each node: its ties; one to a node that everybody is tied to says little."""
    busy = {node: math.log2(1 + len(others)) for node, others in joined.items()}
    support = {node: sum(weight / busy[other] for other, weight in others.items()) for node, others in joined.items()}
    counts = graph.nodes(data="count")
    return {node: round(support[node] + math.log2(1 + count) / 4, 6) for node, count in counts}


def _crowded(joined: Ties, strength: dict[str, float]) -> list[str]:
    """The leaves beyond the strongest few of every node that has a crowd of them, strongest first."""
    leaves: dict[str, list[str]] = {}
    for node, others in joined.items():
        if len(others) == 1:
            leaves.setdefault(next(iter(others)), []).append(node)
    found = []
    for some in leaves.values():
        if len(some) >= CROWD:
            found += sorted(some, key=lambda node: (-strength[node], node))[FEW:]
    return sorted(found, key=lambda node: (-strength[node], node))


@cache
def _pull(tied: int) -> float:
    """How many times as much a node counts that is tied to so many before it."""
    return 1 + math.log2(tied) / 2


def _grown(nodes: Iterable[str], joined: Ties, strength: dict[str, float]) -> list[str]:
    wanted, grown, tied = set(nodes), list[str](), dict.fromkeys(nodes, 0)
    heap = [(-strength[node] * _UNTIED, node) for node in wanted]
    heapify(heap)
    while heap:
        _, node = heappop(heap)
        if node not in wanted:
            continue
        wanted.remove(node)
        grown.append(node)
        if not tied[node]:  # nobody stands alone: the two best of its neighbours come with it
            company = sorted(joined[node].keys() & wanted, key=lambda other: (-strength[other], other))[:2]
            for place, other in enumerate(company):
                heappush(heap, (place - _FIRST, other))
        for other in joined[node]:
            if other in wanted:
                tied[other] += 1
                heappush(heap, (-strength[other] * _pull(tied[other]), other))
    return grown
