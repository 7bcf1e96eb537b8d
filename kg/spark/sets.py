"""Which things hang together, over any number of pairs: connected components by joins, nothing on the driver.

Large-star and small-star in turn (Kiveris et al., "Connected components in MapReduce and beyond", 2014): each step
hangs the neighbours of a vertex on the least of them, until every vertex hangs on the least of its component. The steps
needed grow with the logarithm of the longest chain.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any
from zlib import crc32

from kg.resolve.joining import Joiner

Edge = tuple[str, str]


FEW = 1_000_000  # pairs that one task can hold in memory (some 300 MB); below that, steps would only cost time


def roots(pairs: Any, parts: int, few: int = FEW) -> Any:
    """RDD of (a, b) → RDD of (member, least member) for everything that stands in a pair, the least ones too.

    few: up to so many pairs are joined in one task of one worker.
    """
    edges = pairs.filter(lambda pair: pair[0] != pair[1]).map(lambda pair: (max(pair), min(pair))).persist()
    if edges.count() <= few:
        return edges.coalesce(1).mapPartitions(_joined)
    edges, before, now = edges.distinct(parts), None, (0, 0)
    while now != before:
        both = edges.flatMap(lambda edge: (edge, (edge[1], edge[0])))
        large = both.groupByKey(parts).flatMap(_large).distinct(parts)
        edges = large.groupByKey(parts).flatMap(_small).distinct(parts).persist()
        before, now = now, edges.map(_mark).fold((0, 0), _added)
    return edges.flatMap(lambda edge: (edge, (edge[1], edge[1]))).distinct(parts)


def _joined(edges: Iterable[Edge]) -> Iterator[Edge]:
    found = list(edges)
    sets = Joiner({end for edge in found for end in edge})
    for a, b in found:
        sets.join(a, b, "")
    return ((member, group.members[0]) for group in sets.groups() for member in group.members)


def _mark(edge: Edge) -> tuple[int, int]:
    return 1, crc32(f"{edge[0]}\x00{edge[1]}".encode("utf-8", "surrogatepass"))


def _added(a: tuple[int, int], b: tuple[int, int]) -> tuple[int, int]:
    return a[0] + b[0], a[1] + b[1]


def _large(star: tuple[str, Iterable[str]]) -> Iterator[Edge]:
    centre, others = star[0], set(star[1])
    least = min(others | {centre})
    return ((other, least) for other in others if other > centre)


def _small(star: tuple[str, Iterable[str]]) -> Iterator[Edge]:
    centre, others = star[0], set(star[1])
    least = min(others)
    return ((other, least) for other in others | {centre} if other != least)
