"""Communities and brokers of a graph, by networkx, seeded: lists to stand beside the map."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import networkx as nx

from kg.view.ties import ties

_NODES = 1_500  # of the order; the centrality of more would take minutes
_SAMPLE = 300
_BROKERS, _COMMUNITIES, _MEMBERS = 12, 8, 8


def groups(graph: nx.MultiDiGraph, order: Sequence[str]) -> dict[str, Any]:
    """Numbers of the nodes through which most shortest ways run, and of the first members of the largest communities.

    Louvain (Blondel et al. 2008) and betweenness (Brandes 2001) of the first nodes of `order`.
    """
    chosen = set(order[:_NODES])
    simple = nx.Graph()
    simple.add_nodes_from(node for node in order if node in chosen)
    for one, others in ties(graph).items():
        inside = ((one, other, weight) for other, weight in others.items() if {one, other} <= chosen)
        simple.add_weighted_edges_from(inside)
    places = {node: number for number, node in enumerate(graph)}
    rank = {node: number for number, node in enumerate(order)}
    between = nx.betweenness_centrality(simple, k=min(_SAMPLE, len(simple)) or None, seed=1)
    brokers = sorted(between, key=lambda node: (-round(between[node], 9), rank[node]))
    found = nx.community.louvain_communities(simple, seed=1)
    large = [sorted(one, key=rank.__getitem__) for one in found if len(one) > 2]
    large.sort(key=lambda one: (-len(one), one))
    return {
        "brokers": [places[node] for node in brokers[:_BROKERS] if between[node] > 0],
        "communities": [[places[node] for node in one[:_MEMBERS]] for one in large[:_COMMUNITIES]],
    }
