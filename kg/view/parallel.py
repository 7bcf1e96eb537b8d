"""Parallel edges joined with intent, for tools that know one edge between two nodes and would fold them unasked."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

import networkx as nx

from kg.language.days import in_time
from kg.model import fingerprint
from kg.ontology import ontology

JOINT = "·"


def merged(graph: nx.MultiDiGraph) -> tuple[nx.MultiDiGraph, int]:
    """The graph with one edge from each node to each other, and how many edges went into others.

    Of a joined edge, labels and predicates are joined (会见·签约), counts added, texts united, the surest confidence
    and the strongest status kept; `merged` lists the keys of what it was made of.
    """
    joined = nx.MultiDiGraph(**graph.graph)
    joined.add_nodes_from(graph.nodes(data=True))
    edges = sorted(graph.edges(data=True, keys=True), key=lambda edge: edge[:2])
    for (source, target), group in groupby(edges, key=lambda edge: edge[:2]):
        some = [(key, data) for _, _, key, data in group]
        if len(some) == 1:
            joined.add_edge(source, target, key=some[0][0], **some[0][1])
        else:
            key = "r" + fingerprint(source, target, *sorted(key for key, _ in some))
            joined.add_edge(source, target, key=key, **_one(some))
    return joined, graph.number_of_edges() - joined.number_of_edges()


def _one(some: Sequence[tuple[str, dict[str, Any]]]) -> dict[str, Any]:
    order = list(ontology().predicates)
    facts = [data for _, data in some]
    facts.sort(key=lambda data: order.index(data["predicate"]) if data["predicate"] in order else len(order))
    days = in_time(day for data in facts for day in (data["first"], data["last"]))
    found: dict[str, Any] = {
        "predicate": _told(data["predicate"] for data in facts),
        "label": _told(data["label"] for data in facts),
        "titles": sorted({title for data in facts for title in data["titles"]}),
        "role": _first(ontology().roles, [data["role"] for data in facts]),
        "amount": "；".join(dict.fromkeys(data["amount"] for data in facts if data["amount"])),
        "status": _first(ontology().statuses, [data["status"] for data in facts]),
        "first": days[0] if days else "",
        "last": days[-1] if days else "",
        "count": sum(data["count"] for data in facts),
        "confidence": max(data["confidence"] for data in facts),
        "merged": sorted(key for key, _ in some),
    }
    for name in ("articles", "triples"):
        found[name] = sorted({one for data in facts for one in data[name]})
    return found | {"evidence": [piece for data in facts for piece in data["evidence"]]}


def _told(words: Any) -> str:
    return JOINT.join(dict.fromkeys(words))


def _first(ranking: Any, found: Sequence[str]) -> str:
    return next((word for word in ranking if word in found), next(iter(found)))
