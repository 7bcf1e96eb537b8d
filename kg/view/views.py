"""What each page shows, as data."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

import networkx as nx


@dataclass(frozen=True, slots=True)
class View:
    """A part of the graph and how it is shown.

    name: of its file. title, english: for its heading. types: of the nodes, in the order of the legend; predicates,
    statuses: of the edges; empty means all. alone: whether nodes without an edge are shown. leading: the types
    that it is about, if not all. kind: map, posts (a chart
    of who holds what), events (a time line) or home (what was built, and a search over everything).
    """

    name: str
    title: str
    english: str = ""
    types: tuple[str, ...] = ()
    predicates: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    alone: bool = False
    leading: tuple[str, ...] = ()
    kind: str = "map"


_FACTS = ("done", "planned")

VIEWS: tuple[View, ...] = (
    View(
        name="officials",
        title="官员与会议",
        english="Officials",
        types=("Person", "Organization", "Meeting", "Location", "Project"),
        predicates=("HOLDS_POSITION", "ATTENDED", "MET_WITH", "VISITED"),
        statuses=(*_FACTS, "former"),
    ),
    View(
        name="companies",
        title="企业与协议",
        english="Companies",
        types=("Organization", "Agreement", "Person"),
        predicates=("SIGNED", "SIGNED_WITH", "COOPERATES_WITH", "PART_OF"),
        statuses=_FACTS,
    ),
    View(
        name="projects",
        title="项目与地点",
        english="Projects",
        types=("Project", "Organization", "Location"),
        predicates=("UNDERTAKES", "LOCATED_IN", "PART_OF"),
        leading=("Project",),
        statuses=_FACTS,
    ),
    View(
        name="posts",
        title="职务",
        english="Posts",
        types=("Person", "Organization"),
        predicates=("HOLDS_POSITION", "PART_OF"),
        statuses=(*_FACTS, "former"),
        kind="posts",
    ),
    View(
        name="events",
        title="大事记",
        english="Time line",
        predicates=("ATTENDED", "MET_WITH", "VISITED", "SIGNED", "SIGNED_WITH", "LOCATED_IN"),
        statuses=_FACTS,
        kind="events",
    ),
    View(name="everything", title="全部关系", english="Everything", alone=True),
)
HOME = View(name="index", title="首页", english="Start", alone=True, kind="home")
PAGES = (HOME, *VIEWS)


def find(name: str) -> View | None:
    """The view of that name."""
    return next((view for view in PAGES if view.name == name), None)


Edge = tuple[str, str, str, dict[str, Any]]  # source, target, key, attributes
Facts = dict[tuple[str, str, str, str], list[tuple[int, Edge]]]


def edges_in(graph: nx.MultiDiGraph) -> list[Edge]:
    """All edges, as `graph.edges(data=True, keys=True)` has them, in a tenth of its time."""
    return [
        (source, target, key, data)
        for source, others in graph.adjacency()
        for target, keyed in others.items()
        for key, data in keyed.items()
    ]


def facts_of(graph: nx.MultiDiGraph) -> Facts:
    """The edges by the types of their ends, predicate and status, each with its place in the graph's order."""
    kinds = dict(graph.nodes(data="type"))
    found: Facts = {}
    for place, edge in enumerate(edges_in(graph)):
        source, target, _, data = edge
        found.setdefault((kinds[source], kinds[target], data["predicate"], data["status"]), []).append((place, edge))
    return found


def select(graph: nx.MultiDiGraph, view: View, facts: Facts | None = None) -> nx.MultiDiGraph:
    """The nodes and edges of `graph` that `view` shows, in the same order and with the same keys; not to be changed.

    facts: of `facts_of`, where several views are taken from one graph.
    """
    if view.alone and not (view.types or view.predicates or view.statuses):
        return graph
    alike = facts_of(graph) if facts is None else facts
    shown = [edge for kind, some in alike.items() if _passes(view, *kind) for edge in some]
    shown.sort(key=itemgetter(0))
    edges = [edge for _, edge in shown]
    tied = {node for source, target, *_ in edges for node in (source, target)}
    alone = {node for node, data in graph.nodes(data=True) if view.alone and _shows(view.types, data["type"])}
    return part(graph, tied | alone, edges)


def edges_of(facts: Facts, views: Iterable[View]) -> dict[str, int]:
    """How many edges each view shows, by its name."""
    return {view.name: sum(len(some) for kind, some in facts.items() if _passes(view, *kind)) for view in views}


def _passes(view: View, source: str, target: str, predicate: str, status: str) -> bool:
    fact = _shows(view.predicates, predicate) and _shows(view.statuses, status)
    return fact and _shows(view.types, source) and _shows(view.types, target)


def part(graph: nx.MultiDiGraph, nodes: set[str], edges: list[Edge]) -> nx.MultiDiGraph:
    """Those nodes and edges of `graph`, the nodes in its order."""
    chosen = _Part(**graph.graph)
    chosen.share((node, data) for node, data in graph.nodes(data=True) if node in nodes)
    chosen.join(edges)
    return chosen


class _Part(nx.MultiDiGraph):  # type: ignore[misc]  # networkx has no types
    """A graph that shares the attributes of nodes and edges with another: `add_edges_from` would copy every one."""

    def share(self, nodes: Iterable[tuple[str, dict[str, Any]]]) -> None:
        for node, data in nodes:
            self._node[node], self._succ[node], self._pred[node] = data, {}, {}

    def join(self, edges: Iterable[Edge]) -> None:
        """The edges, whose ends are there, with their keys."""
        for source, target, key, data in edges:
            keyed = self._succ[source].get(target)
            if keyed is None:
                keyed = self._succ[source][target] = self._pred[target][source] = {}
            keyed[key] = data


def joined(graph: nx.MultiDiGraph, edges: list[Edge]) -> nx.MultiDiGraph:
    """Those edges of `graph` and the nodes at their ends."""
    return part(graph, {node for source, target, *_ in edges for node in (source, target)}, edges)


def _shows(chosen: tuple[str, ...], value: str) -> bool:
    return not chosen or value in chosen
