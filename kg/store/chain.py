"""Shortest chains between people, by NetworkX: the answer of `shortest_chain` where there is no Neo4j.

The same columns and rows as the Cypher in `cypher/questions/shortest_chain.cypher`.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice, pairwise, product
from pathlib import Path
from typing import Any

import networkx as nx

from kg.store import embedded
from kg.store.answer import Answer, Bounds, Chain, Edge, Node

COLUMNS = ("steps", "chain", "ids", "paths")
_LONGEST = 8
_MOST = 1000  # chains between the same two people, and ways along one chain
_PEOPLE = "MATCH (p:Person) WHERE $name IN p.names RETURN p.id AS id ORDER BY id"
_EDGES = """MATCH (a)-[r]->(b) WHERE r.predicate <> 'MENTIONS' AND r.confidence >= $least
RETURN a.id, b.id, r.id"""
_FOUND = "MATCH (a)-[r]->(b) WHERE r.id IN $ids RETURN a, r, b"


def answer(path: Path, parameters: Mapping[str, Any], bounds: Bounds) -> Answer:
    """All shortest chains between those called `start` and those called `finish`, in the database at `path`.

    Edges less sure than `min_confidence` are not walked.

    Raises UserError as `embedded.run` does.
    """
    end = time.monotonic() + bounds.seconds if bounds.seconds else None
    limits = Bounds(seconds=bounds.seconds)
    graph = nx.Graph()
    between: dict[frozenset[str], list[str]] = defaultdict(list)
    for source, target, edge in embedded.run(path, _EDGES, {"least": parameters["min_confidence"]}, limits).rows:
        graph.add_edge(source, target)
        between[frozenset((source, target))].append(edge)
    starts, finishes = (
        [row[0] for row in embedded.run(path, _PEOPLE, {"name": parameters[name]}, limits).rows]
        for name in ("start", "finish")
    )
    chains = [ids for a in starts for b in finishes if a != b for ids in _chains(graph, a, b, end, bounds)]
    edges = {edge for ids in chains for pair in pairwise(ids) for edge in between[frozenset(pair)]}
    nodes, records = _records(path, edges, limits)
    rows = [_row([nodes[one] for one in ids], between, records) for ids in chains]
    rows.sort(key=lambda row: row[:3])
    cut = bool(bounds.rows) and len(rows) > bounds.rows
    return Answer(COLUMNS, rows[: bounds.rows] if cut else rows, cut)


def _chains(graph: nx.Graph, a: str, b: str, end: float | None, bounds: Bounds) -> Iterator[Sequence[str]]:
    if a not in graph or b not in graph or not nx.has_path(graph, a, b):
        return
    for ids in islice(nx.all_shortest_paths(graph, a, b), _MOST):
        if end is not None and time.monotonic() > end:
            raise bounds.overrun()
        if len(ids) > _LONGEST + 1:
            return
        yield ids


def _records(path: Path, edges: Iterable[str], limits: Bounds) -> tuple[dict[str, Node], dict[str, Edge]]:
    nodes: dict[str, Node] = {}
    found: dict[str, Edge] = {}
    for source, edge, target in embedded.run(path, _FOUND, {"ids": sorted(edges) or [""]}, limits).rows:
        nodes[source.id], nodes[target.id], found[edge.id] = source, target, edge
    return nodes, found


def _row(nodes: list[Node], between: Mapping[frozenset[str], list[str]], records: Mapping[str, Edge]) -> list[Any]:
    """steps, names, ids, and a path for every choice among parallel edges."""
    steps = [sorted(between[frozenset((a.id, b.id))]) for a, b in pairwise(nodes)]
    paths = [Chain(tuple(nodes), tuple(records[edge] for edge in some)) for some in islice(product(*steps), _MOST)]
    return [len(steps), [str(node.properties["name"]) for node in nodes], [node.id for node in nodes], paths]
