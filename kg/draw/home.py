"""What the first page says of a graph: figures, the strongest of some types, the newest events."""

from __future__ import annotations

from typing import Any

import networkx as nx

from kg.draw.ranking import order
from kg.language.days import has_year, in_time

_MANY = 10
_TOP = ("Person", "Organization", "Project")
_EVENTS = ("Meeting", "Agreement")


def home(graph: nx.MultiDiGraph) -> dict[str, Any]:
    """Figures and lists, each entry the number of a node and what to say of it."""
    numbers = {node: number for number, node in enumerate(graph)}
    ranked, _ = order(graph)
    days = in_time(item["date"] for *_, found in graph.edges(data="evidence") for item in found)
    kinds = dict(graph.nodes(data="type"))
    top = {kind: [node for node in ranked if kinds[node] == kind][:_MANY] for kind in _TOP}
    return {
        "articles": graph.graph.get("articles", 0),
        "independent": graph.graph.get("independent", 0),
        "edges": graph.number_of_edges(),
        "days": list(dict.fromkeys((days[0], days[-1]))) if days else [],
        "top": {kind: [[numbers[node], _post(graph, node)] for node in nodes] for kind, nodes in top.items()},
        "newest": [[numbers[node], day] for day, node in _newest(graph)],
    }


def _post(graph: nx.MultiDiGraph, node: str) -> str:
    posts = [
        f"{graph.nodes[body]['name']}{'、'.join(data['titles'])}"
        for _, body, data in sorted(graph.out_edges(node, data=True), key=lambda edge: (-edge[2]["count"], edge[1]))
        if data["titles"] and data["status"] != "former"
    ]
    return next((post for post in posts if len(post) <= 24), "")


def _newest(graph: nx.MultiDiGraph) -> list[tuple[str, str]]:
    """Day and node of the latest meetings and agreements, the best supported of a day first."""
    found = []
    for node, kind in graph.nodes(data="type"):
        days = in_time(data["first"] for *_, data in graph.in_edges(node, data=True))
        if kind in _EVENTS and days and has_year(days[0]):
            found.append((days[0], len(days), node))
    found.sort(key=lambda item: (item[0], item[1], item[2]), reverse=True)
    return [(day, node) for day, _, node in found[:_MANY]]
