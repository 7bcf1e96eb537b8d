"""The forces are those of networkx, to the last bit."""

from __future__ import annotations

import random

import networkx as nx
import numpy as np
import pytest

from kg.view.forces import Forces


@pytest.mark.parametrize("number", range(24))
def test_nodes_go_where_networkx_puts_them(number: int) -> None:
    lots = random.Random(number)
    count = lots.choice((3, 4, 7, 20, 90))
    tree = {(lots.randrange(node), node) for node in range(1, count)}
    more = {tuple(sorted(lots.sample(range(count), 2))) for _ in range(lots.randrange(count))}
    lines = sorted(tree | more)
    places = np.array([(lots.gauss(0, 3), lots.gauss(0, 3)) for _ in range(count)]).round(3)
    graph = nx.Graph()
    graph.add_nodes_from(range(count))
    graph.add_edges_from(lines)
    theirs = nx.forceatlas2_layout(
        graph, dict(enumerate(places)), max_iter=10, scaling_ratio=4.0, gravity=0.6, strong_gravity=True, seed=1
    )

    ours = Forces(count, lines).moved(places, 10)

    assert np.array_equal(ours, np.array([theirs[node] for node in range(count)]))
