"""What each map shows, as data."""

from __future__ import annotations

from dataclasses import dataclass

import networkx as nx


@dataclass(frozen=True, slots=True)
class View:
    """A part of the graph. name: of its file. predicates, statuses: of the edges that it shows; empty means all.

    types: of the nodes, in the order of the legend; empty means all. alone: whether nodes without an edge are shown.
    """

    name: str
    title: str
    types: tuple[str, ...] = ()
    predicates: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    alone: bool = False


_FACTS = ("done", "planned")

VIEWS: tuple[View, ...] = (
    View(
        name="officials",
        title="官员与会议",
        types=("Person", "Organization", "Meeting", "Location", "Project"),
        predicates=("HOLDS_POSITION", "ATTENDED", "MET_WITH", "VISITED"),
        statuses=(*_FACTS, "former"),
    ),
    View(
        name="companies",
        title="企业与协议",
        types=("Organization", "Agreement", "Person"),
        predicates=("SIGNED", "SIGNED_WITH", "COOPERATES_WITH", "PART_OF"),
        statuses=_FACTS,
    ),
    View(
        name="projects",
        title="项目与地点",
        types=("Project", "Organization", "Location"),
        predicates=("UNDERTAKES", "LOCATED_IN", "PART_OF"),
        statuses=_FACTS,
    ),
    View(name="everything", title="全部关系", alone=True),
)


def find(name: str) -> View | None:
    """The view of that name."""
    return next((view for view in VIEWS if view.name == name), None)


def select(graph: nx.MultiDiGraph, view: View) -> nx.MultiDiGraph:
    """The nodes and edges of `graph` that `view` shows, in the same order and with the same keys."""
    chosen = nx.MultiDiGraph(**graph.graph)
    nodes = {node for node, data in graph.nodes(data=True) if _shows(view.types, data["type"])}
    edges = [
        (source, target, key, data)
        for source, target, key, data in graph.edges(data=True, keys=True)
        if source in nodes and target in nodes
        if _shows(view.predicates, data["predicate"]) and _shows(view.statuses, data["status"])
    ]
    joined = {node for source, target, *_ in edges for node in (source, target)}
    shown = nodes if view.alone else joined
    chosen.add_nodes_from((node, data) for node, data in graph.nodes(data=True) if node in shown)
    chosen.add_edges_from(edges)
    return chosen


def _shows(chosen: tuple[str, ...], value: str) -> bool:
    return not chosen or value in chosen
