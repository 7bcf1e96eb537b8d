"""Who is tied to whom in a graph, and how well, whatever the predicates and directions."""

from __future__ import annotations

import math
from collections.abc import Sequence

import networkx as nx

from kg.view.views import edges_in

Ties = dict[str, dict[str, float]]
_MOST = 6.0  # what all facts between two nodes may count together


def ties(graph: nx.MultiDiGraph, nodes: Sequence[str] | None = None) -> Ties:
    """For every node those that it shares an edge with, each with its weight: confidence and independent articles.

    nodes: only the ties between these, if not all.
    """
    found: Ties = {node: {} for node in (graph if nodes is None else nodes)}
    for source, target, _, data in edges_in(graph) if nodes is None else graph.edges(nodes, keys=True, data=True):
        if source != target and target in found:
            weight = data["confidence"] * math.log2(1 + data["count"])
            for one, other in ((source, target), (target, source)):
                found[one][other] = min(found[one].get(other, 0.0) + weight, _MOST)
    return found
