"""What tells things of one type and name apart: parties and day of an agreement, day of a meeting, post of a person."""

from __future__ import annotations

from collections import Counter
from typing import Any

import networkx as nx

from kg.draw.posts import post
from kg.language.days import in_time

_PARTIES = 2
_DATED = ("Agreement", "Meeting", "Project")
_WITHIN = ("LOCATED_IN", "PART_OF")


def tells(graph: nx.MultiDiGraph) -> dict[str, str]:
    """A few words for every node that shares type and name with another of the graph, "" where nothing is known."""
    called = {node: (data["type"], data["name"]) for node, data in graph.nodes(data=True)}
    shared = Counter(called.values())
    alike = [node for node, name in called.items() if shared[name] > 1]
    best = {called[node]: node for node in sorted(alike, key=lambda node: (graph.nodes[node]["count"], node))}
    return {node: _tell(graph, node) or ("" if best[called[node]] == node else _beside(graph, node)) for node in alike}


def _beside(graph: nx.MultiDiGraph, node: str) -> str:
    """A neighbour, else a file: for what is less known than its namesake, which goes without."""
    edges = [(-data["count"], data["predicate"], other) for other, data in _edges(graph, node)]
    nearest = graph.nodes[min(edges)[-1]]["name"] if edges else ""
    return nearest or next(iter(graph.nodes[node]["documents"]), "")


def _edges(graph: nx.MultiDiGraph, node: str) -> list[tuple[str, dict[str, Any]]]:
    return [(other, data) for one in (graph.in_edges(node, data=True), _turned(graph, node)) for other, _, data in one]


def _tell(graph: nx.MultiDiGraph, node: str) -> str:
    """Post of a person; parties and day of what happens once; what it lies in."""
    edges = _edges(graph, node)
    edges.sort(key=lambda edge: (-edge[1]["count"], edge[1]["predicate"], edge[0]))
    names = graph.nodes(data="name")
    posts = [post(names[other], data["titles"]) for other, data in edges if data["titles"]]
    if graph.nodes[node]["type"] == "Person" and posts:
        return posts[0]
    signed = {source for source, _, data in graph.in_edges(node, data=True) if data["predicate"] == "SIGNED"}
    parties = list(dict.fromkeys(names[other] for other, _ in edges if other in signed))
    wholes = [names[other] for _, other, data in graph.out_edges(node, data=True) if data["predicate"] in _WITHIN]
    days = in_time(data["first"] for _, data in edges)
    when = days[:1] if graph.nodes[node]["type"] in _DATED else []
    return " ".join(filter(None, ["·".join(parties[:_PARTIES]), *when, *sorted(wholes)[:1]]))


def _turned(graph: nx.MultiDiGraph, node: str) -> list[tuple[str, str, dict[str, Any]]]:
    return [(target, source, data) for source, target, data in graph.out_edges(node, data=True)]
