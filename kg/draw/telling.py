"""What tells things of one name apart: parties and day of an agreement, day of a meeting, post of a person."""

from __future__ import annotations

from collections import Counter
from typing import Any

import networkx as nx

from kg.language.days import in_time

_PARTIES = 2


def tells(graph: nx.MultiDiGraph) -> dict[str, str]:
    """A few words for every node that shares its name with another node of the graph, "" where nothing is known."""
    shared = Counter(name for _, name in graph.nodes(data="name"))
    return {node: _tell(graph, node) for node, name in graph.nodes(data="name") if shared[name] > 1}


def _tell(graph: nx.MultiDiGraph, node: str) -> str:
    """Post of a person; else parties, day and place; else the day of its article, a neighbour, its file."""
    edges = [(other, data) for one in (graph.in_edges(node, data=True), _turned(graph, node)) for other, _, data in one]
    edges.sort(key=lambda edge: (-edge[1]["count"], edge[1]["predicate"], edge[0]))
    names = graph.nodes(data="name")
    posts = [f"{names[other]}{'、'.join(data['titles'])}" for other, data in edges if data["titles"]]
    if graph.nodes[node]["type"] == "Person" and posts:
        return posts[0]
    parties = list(dict.fromkeys(names[other] for other, data in edges if data["predicate"] == "SIGNED"))
    places = [names[other] for other, data in edges if data["predicate"] == "LOCATED_IN"]
    days = in_time(data["first"] for _, data in edges)
    said = " ".join(filter(None, ["·".join(parties[:_PARTIES]), *days[:1], *places[:1]]))
    return said or next((names[other] for other, _ in edges), "") or next(iter(graph.nodes[node]["documents"]), "")


def _turned(graph: nx.MultiDiGraph, node: str) -> list[tuple[str, str, dict[str, Any]]]:
    return [(target, source, data) for source, target, data in graph.out_edges(node, data=True)]
