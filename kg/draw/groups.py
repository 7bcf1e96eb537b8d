"""Communities and brokers of a graph, by networkx, seeded: lists to stand beside the map."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import networkx as nx

from kg.view.ties import ties

_NODES = 1_500  # of the order; the centrality of more would take minutes
_SAMPLE = 300
_BROKERS, _COMMUNITIES, _MEMBERS = 12, 8, 8
_TELLING = 400  # of the order: those among which themes are looked for
# Where ties weigh the same, as strong ones do, a node belongs as well to one community as to another, and the rounding
# of numbers lets networkx move it to and fro for ever. So no two ties weigh quite the same.
_UNLIKE, _GOLDEN = 1e-6, 0.6180339887498949
_DRAWN = 50  # members of a theme that are drawn at once


def groups(graph: nx.MultiDiGraph, order: Sequence[str]) -> dict[str, Any]:
    """Numbers of the nodes through which most shortest ways run, and of the first members of the largest communities.

    Louvain (Blondel et al. 2008) and betweenness (Brandes 2001) of the first nodes of `order`.
    """
    simple = _simple(graph, order[:_NODES])
    places = {node: number for number, node in enumerate(graph)}
    rank = {node: number for number, node in enumerate(order)}
    between = nx.betweenness_centrality(simple, k=min(_SAMPLE, len(simple)) or None, seed=1)
    brokers = sorted(between, key=lambda node: (-round(between[node], 9), rank[node]))
    large = _communities(simple, rank)
    return {
        "brokers": [places[node] for node in brokers[:_BROKERS] if between[node] > 0],
        "communities": [[places[node] for node in one[:_MEMBERS]] for one in large[:_COMMUNITIES]],
    }


def themes(graph: nx.MultiDiGraph, order: Sequence[str]) -> list[list[int]]:
    """The members of the largest communities (Louvain) of the first nodes of `order`, as numbers, strongest first."""
    rank = {node: number for number, node in enumerate(order)}
    places = {node: number for number, node in enumerate(graph)}
    large = _communities(_simple(graph, order[:_TELLING]), rank)
    return [[places[node] for node in one[:_DRAWN]] for one in large[:_COMMUNITIES]] if len(large) > 1 else []


def _simple(graph: nx.MultiDiGraph, nodes: Sequence[str]) -> nx.Graph:
    """The ties between those nodes, each once, with their weights."""
    simple = nx.Graph()
    simple.add_nodes_from(nodes)
    for one, others in ties(graph, nodes).items():
        simple.add_weighted_edges_from((one, other, weight) for other, weight in others.items())
    for number, (*_, told) in enumerate(simple.edges(data=True)):
        told["weight"] *= 1 + _UNLIKE * (number * _GOLDEN % 1)
    return simple


def _communities(simple: nx.Graph, rank: Mapping[str, int]) -> list[list[str]]:
    """Communities of three nodes or more, the largest first, in each the strongest first."""
    found = nx.community.louvain_communities(simple, seed=1)
    large = [sorted(one, key=rank.__getitem__) for one in found if len(one) > 2]
    return sorted(large, key=lambda one: (-len(one), rank[one[0]]))
