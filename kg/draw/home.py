"""What the first page says of a graph: figures, the strongest of some types, the newest events."""

from __future__ import annotations

from typing import Any

import networkx as nx

from kg.draw.posts import highest, post
from kg.language.days import has_year, in_time
from kg.view.ties import ties
from kg.view.views import edges_in

_MANY = 10
_TOP = ("Person", "Organization", "Project")
_SURE = 3  # times: as many more stories the best supported post may have than one that is told before it
_LONGEST = 24  # characters of a post that there is room for
_EVENTS = ("Meeting", "Agreement")


def home(graph: nx.MultiDiGraph) -> dict[str, Any]:
    """Figures and lists, each entry the number of a node and what to say of it: a post and how many edges, or a day."""
    numbers = {node: number for number, node in enumerate(graph)}
    edges = edges_in(graph)
    days = in_time(dict.fromkeys(item["date"] for *_, data in edges for item in data["evidence"]))
    kinds = dict(graph.nodes(data="type"))
    dealings = {node: round(sum(others.values()), 6) for node, others in ties(graph).items()}
    top = {
        kind: sorted((node for node in graph if kinds[node] == kind), key=lambda node: (-dealings[node], node))[:_MANY]
        for kind in _TOP
    }
    return {
        "articles": graph.graph.get("articles", 0),
        "independent": graph.graph.get("independent", 0),
        "edges": len(edges),
        "days": list(dict.fromkeys((days[0], days[-1]))) if days else [],
        "top": {
            kind: [[numbers[node], _post(graph, node), graph.degree(node)] for node in nodes]
            for kind, nodes in top.items()
        },
        "newest": [[numbers[node], day] for day, node in _newest(graph)],
    }


def _post(graph: nx.MultiDiGraph, node: str) -> str:
    """The highest of the posts that are well supported, beside the best supported one."""
    held = [edge for edge in graph.out_edges(node, data=True) if edge[2]["titles"] and edge[2]["status"] != "former"]
    most = max((data["count"] for *_, data in held), default=0)
    sure = [edge for edge in held if edge[2]["count"] * _SURE >= most]
    sure.sort(key=lambda edge: (highest(edge[2]["titles"]), -edge[2]["count"], edge[1]))
    posts = (post(graph.nodes[body]["name"], data["titles"]) for _, body, data in sure)
    return next((one for one in posts if len(one) <= _LONGEST), "")


def _newest(graph: nx.MultiDiGraph) -> list[tuple[str, str]]:
    """Day and node of the latest meetings and agreements, the best supported of a day first."""
    found = []
    for node in (node for node, kind in graph.nodes(data="type") if kind in _EVENTS):
        days = in_time(data["first"] for *_, data in graph.in_edges(node, data=True))
        if days and has_year(days[0]):
            found.append((days[0], len(days), node))
    found.sort(key=lambda item: (item[0], item[1], item[2]), reverse=True)
    return [(day, node) for day, _, node in found[:_MANY]]
