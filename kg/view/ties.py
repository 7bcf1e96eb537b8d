"""Who is tied to whom in a graph, and how well, whatever the predicates and directions."""

from __future__ import annotations

import math

import networkx as nx

Ties = dict[str, dict[str, float]]
_MOST = 6.0  # what all facts between two nodes may count together


def ties(graph: nx.MultiDiGraph) -> Ties:
    """For every node those that it shares an edge with, each with its weight: confidence and independent articles."""
    found: Ties = {node: {} for node in graph}
    for source, target, data in graph.edges(data=True):
        if source != target:
            weight = data["confidence"] * math.log2(1 + data["count"])
            for one, other in ((source, target), (target, source)):
                found[one][other] = min(found[one].get(other, 0.0) + weight, _MOST)
    return found
