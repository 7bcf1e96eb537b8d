"""GraphML: for NetworkX, yEd, Cytoscape and igraph (Gephi folds parallel edges of it: give it GEXF).

Edge ids are the graph's keys. Lists and mappings are JSON text (`kg.export.flat`).
Format: http://graphml.graphdrawing.org/primer/graphml-primer.html
"""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError

import networkx as nx

from kg.errors import BadRecord
from kg.export.flat import flatten, restore
from kg.files import writing
from kg.graph import EDGE_ATTRIBUTES, NODE_ATTRIBUTES


def write(graph: nx.MultiDiGraph, path: Path) -> None:
    """Write a graph of `kg.graph.build`. Raises OSError."""
    buffer = BytesIO()
    # The writer of the standard library: the other one is taken wherever lxml happens to be, and its bytes differ.
    nx.write_graphml_xml(flattened(graph), buffer, encoding="utf-8", prettyprint=True)
    with writing(path) as file:
        file.write(buffer.getvalue())


def read(path: Path) -> nx.MultiDiGraph:
    """The graph that `write` wrote, the same in every attribute and key.

    Raises BadRecord where the file is not GraphML of this program, OSError where it cannot be opened.
    """
    try:
        raw = nx.read_graphml(path, node_type=str, edge_key_type=str, force_multigraph=True)
    except (ParseError, nx.NetworkXError, KeyError, ValueError) as error:
        raise BadRecord(f"{path}: not a GraphML file of this program ({error})") from error
    graph = nx.MultiDiGraph(**{name: raw.graph[name] for name in raw.graph if name not in _DEFAULTS})
    for node, attributes in raw.nodes(data=True):
        graph.add_node(node, **_own(attributes, NODE_ATTRIBUTES, path))
    for source, target, key, attributes in raw.edges(data=True, keys=True):
        graph.add_edge(source, target, key=key, **_own(attributes, EDGE_ATTRIBUTES, path))
    return graph


def _own(attributes: Mapping[str, Any], expected: Mapping[str, str], path: Path) -> dict[str, Any]:
    missing = sorted(expected.keys() - attributes.keys())
    if missing:
        raise BadRecord(f"{path}: not a GraphML file of this program (no {', '.join(missing)})")
    return restore(attributes, str(path))


_DEFAULTS = ("node_default", "edge_default")  # NetworkX's own remarks on what it read


def flattened(graph: nx.MultiDiGraph) -> nx.MultiDiGraph:
    """The same nodes, keys and order with scalar attributes only."""
    flat = nx.MultiDiGraph(**flatten(graph.graph))
    flat.add_nodes_from((node, flatten(attributes)) for node, attributes in graph.nodes(data=True))
    flat.add_edges_from((*ends, flatten(attributes)) for *ends, attributes in graph.edges(data=True, keys=True))
    return flat
