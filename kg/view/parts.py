"""Parts of a graph that somebody asks for: around a thing, between two, of a period, and who shares what with whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import combinations, islice
from typing import Any

import networkx as nx

from kg.areas import areas
from kg.errors import UserError
from kg.language.days import bounds, in_time
from kg.legible import legible
from kg.model import fingerprint
from kg.ontology import Ontology, Predicate
from kg.say import say
from kg.view.ties import ties
from kg.view.views import View, joined, part

SHARES = "SHARES"
_CHAINS = 12  # shortest chains between two that are drawn
_SAID = 6  # facts that stand as evidence for what two share
_SHARED = 3  # names of what they share, beside an edge
_CROWD = 400  # members of a thing that says nothing about any two of them any more: a country, a congress


def named(graph: nx.MultiDiGraph, name: str) -> list[str]:
    """The nodes of that name or alias, the best connected first. Raises UserError with names that are like it."""
    wanted = legible(name.strip())
    found = [node for node, names in graph.nodes(data="names") if wanted in names]
    if not found:
        like = [node for node, names in graph.nodes(data="names") if wanted and any(wanted in one for one in names)]
        said = "、".join(graph.nodes[node]["name"] for node in islice(_connected(graph, like), 5))
        raise UserError(f"{name}: no node of this name" + (f"; is it one of {said}?" if said else ""))
    return _connected(graph, found)


def _connected(graph: nx.MultiDiGraph, nodes: Iterable[str]) -> list[str]:
    return sorted(nodes, key=lambda node: (-graph.degree(node), node))


def around(graph: nx.MultiDiGraph, node: str, steps: int) -> nx.MultiDiGraph:
    """The node, what lies within so many steps, and all edges between these."""
    tied = ties(graph)
    found = {node}
    for _ in range(steps):
        found |= {other for one in found for other in tied[one]}
    return within(graph, found)


def lying_in(graph: nx.MultiDiGraph, place: str, steps: int) -> nx.MultiDiGraph:
    """What lies in a place, up the administrative tree (`kg.areas`), what lies near that, and all edges between these.

    Raises UserError where nothing lies there.
    """
    there = {node for node, found in areas(graph).items() if place in found.calls}
    if not there:
        raise UserError(say("nothing in the graph lies in {place}", place=place))
    tied = ties(graph)
    found, edge = set(there), there
    for _ in range(steps):
        edge = {other for one in edge for other in tied[one]} - found
        found |= edge
    return within(graph, found)


def chains(graph: nx.MultiDiGraph, start: str, end: str) -> nx.MultiDiGraph:
    """The shortest chains between two nodes, some dozen at most. Raises UserError where nothing ties them."""
    simple = nx.Graph((one, other) for one, others in sorted(ties(graph).items()) for other in sorted(others))
    simple.add_nodes_from((start, end))
    try:
        paths = list(islice(nx.all_shortest_paths(simple, start, end), _CHAINS))
    except nx.NetworkXNoPath:
        names = (graph.nodes[node]["name"] for node in (start, end))
        raise UserError(say("nothing ties {names} in this graph", names=" and ".join(names))) from None
    return within(graph, {node for path in paths for node in path})


def within(graph: nx.MultiDiGraph, nodes: set[str]) -> nx.MultiDiGraph:
    """Those nodes and all edges between them."""
    edges = [edge for edge in graph.edges(data=True, keys=True) if edge[0] in nodes and edge[1] in nodes]
    return part(graph, nodes, edges)


def period(graph: nx.MultiDiGraph, first: str, last: str) -> nx.MultiDiGraph:
    """The edges that bear a day from `first` to `last` (ISO; empty: open), with their nodes."""
    return joined(graph, [edge for edge in graph.edges(data=True, keys=True) if _overlaps(edge[3], first, last)])


def _overlaps(fact: Mapping[str, Any], first: str, last: str) -> bool:
    """Whether a fact may lie in a period: a month that is all that is told lies in it if one of its days does."""
    begin, end = bounds(fact["first"]), bounds(fact["last"])
    return begin is not None and end is not None and (not first or end[1] >= first) and (not last or begin[0] <= last)


def project(graph: nx.MultiDiGraph, kind: str) -> nx.MultiDiGraph:
    """Nodes of one type, joined where they share something or have a fact between them.

    What n share ties each two of them by 1 / (n - 1) (Newman 2001): a list of 60 weighs less than a talk of two. The
    edges are as those of `kg.graph`, with the predicate SHARES, the names of what is shared as titles, the number of
    these as count, and the weight.
    """
    tied = ties(graph)
    members = {node for node, data in graph.nodes(data=True) if data["type"] == kind}
    shared: dict[tuple[str, str], list[tuple[float, str]]] = {}
    for thing, others in tied.items():
        some = sorted(members & others.keys())
        if thing not in members and len(some) <= _CROWD:
            for pair in combinations(some, 2):
                shared.setdefault(pair, []).append((1 / (len(some) - 1), thing))
    for one in sorted(members):
        for other in sorted(members & tied[one].keys()):
            if one < other:
                shared.setdefault((one, other), []).append((1.0, ""))
    return joined(graph, [_shared(graph, pair, things) for pair, things in sorted(shared.items())])


def _shared(
    graph: nx.MultiDiGraph, pair: tuple[str, str], things: list[tuple[float, str]]
) -> tuple[str, str, str, dict[str, Any]]:
    """One edge of a projection: what two share, by weight."""
    things = sorted(things, key=lambda item: (-item[0], item[1]))
    weight = sum(value for value, _ in things)
    facts = [
        data
        for _, thing in things
        for one, other in ([pair] if not thing else [(thing, pair[0]), (thing, pair[1])])
        for source, target in ((one, other), (other, one))
        for data in (graph.get_edge_data(source, target) or {}).values()
    ]
    days = in_time(day for fact in facts for day in (fact["first"], fact["last"]))
    names = [graph.nodes[thing]["name"] for _, thing in things if thing]
    return (
        *pair,
        fingerprint(*pair, SHARES),
        {
            "predicate": SHARES,
            "label": "共同",
            "titles": list(dict.fromkeys(names))[:_SHARED],
            "role": "",
            "amount": "",
            "status": "done",
            "first": days[0] if days else "",
            "last": days[-1] if days else "",
            "count": len(things),
            "confidence": round(min(1.0, weight), 4),
            "articles": sorted({article for fact in facts for article in fact["articles"]}),
            "triples": sorted({triple for fact in facts for triple in fact["triples"]}),
            "evidence": [fact["evidence"][0] for fact in facts if fact["evidence"]][:_SAID],
        },
    )


def sharing(words: Ontology, kind: str) -> Ontology:
    """The vocabulary with the predicate of projections onto that type."""
    shares = Predicate(SHARES, "共同", (kind,), (kind,), (), ("titles",), symmetric=True, same_type=True)
    return replace(words, predicates={**words.predicates, SHARES: shares})


def view_of(name: str, title: str, english: str) -> View:
    """The view of such a part."""
    return View(name=name, title=title, english=english, alone=True)
