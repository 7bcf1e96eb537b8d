"""What an answer holds of the graph, in the shape of `kg.graph`: so that what is found can be drawn like the graph."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import networkx as nx

from kg.legible import legible, legible_value
from kg.ontology import ontology
from kg.store.answer import Answer, Chain, Edge, Node
from kg.store.ask import plain, scalar
from kg.store.rows import ARTICLE, EVIDENCE, LABELS, NODE_COLUMNS

_TEXTS = ("role", "amount", "status", "first", "last")
_LISTS = ("titles", "articles", "triples")


def graph(answer: Answer) -> nx.MultiDiGraph:
    """The nodes and relationships of all rows, with every attribute of `kg.graph`; of no rows an empty graph.

    What others added to a node is kept in its `properties`. An end that the rows do not hold has its id for its name.
    """
    found = nx.MultiDiGraph()
    values = list(_flat(value for row in answer.rows for value in row))
    for node in (value for value in values if isinstance(value, Node)):
        found.add_node(node.id, **_node(node))
    for edge in (value for value in values if isinstance(value, Edge)):
        for end in (edge.source, edge.target):
            if end not in found:
                found.add_node(end, **_node(Node(end, "", {})))
        found.add_edge(edge.source, edge.target, key=edge.id, **_edge(edge))
    return found


def _flat(values: Iterable[Any]) -> Iterable[Node | Edge]:
    for value in values:
        if isinstance(value, (Node, Edge)):
            yield value
        elif isinstance(value, Chain):
            yield from value.nodes
            yield from value.edges
        elif isinstance(value, Mapping):
            yield from _flat(value.values())
        elif isinstance(value, (list, tuple)):
            yield from _flat(value)


def _node(node: Node) -> dict[str, Any]:
    told = node.properties
    types = ontology().types
    label = types[node.label].label if node.label in types else LABELS.get(node.label, node.label)
    name = legible(str(scalar(told.get("name") or node.id)))
    others = {key: plain(value) for key, value in told.items() if key not in NODE_COLUMNS and value is not None}
    others.pop("text", None)  # the whole of an article
    day = {"date": told["date"]} if told.get("date") and node.label != ARTICLE else {}
    return {
        "name": name,
        "type": node.label,
        "label": label,
        "names": list(dict.fromkeys([name, *legible_value(plain(told.get("names") or []))])),
        "documents": legible_value(plain(told.get("documents") or [])),
        "count": int(told.get("count") or 0),
        "properties": legible_value({**others, **day}),
        "reasons": legible_value(plain(told.get("reasons") or [])),
    }


def _edge(edge: Edge) -> dict[str, Any]:
    told = edge.properties
    kind = ontology().predicates.get(edge.predicate)
    return {
        "predicate": edge.predicate,
        "label": kind.label if kind else LABELS.get(edge.predicate, edge.predicate),
        **{name: legible(str(scalar(told.get(name) or ""))) for name in _TEXTS},
        **{name: legible_value(plain(told.get(name) or [])) for name in _LISTS},
        "count": int(told.get("count") or 0),
        "confidence": float(told.get("confidence") or 0.0),
        "evidence": list(_evidence(told)),
    }


def _evidence(told: Mapping[str, Any]) -> Iterable[dict[str, Any]]:
    sentences = told.get("sentences") or ()
    lists = (told.get(name) or [0] * len(sentences) for name in EVIDENCE[:6])  # an older kg noted no pages
    for sentence, article, start, _, via, page in zip(*lists, strict=False):
        yield {
            **{"triple": "", "article": article, "document": str(article).rpartition("#")[0], "title": "", "date": ""},
            **{"sentence": sentence, "start": int(start), "spans": [], "via": [["", via]] if via else []},
            **({"page": int(page)} if page else {}),
        }


__all__ = ["graph"]
