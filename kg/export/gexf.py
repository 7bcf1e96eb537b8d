"""GEXF 1.3 for Gephi, which keeps parallel edges only where each has a `kind` of its own.

The first edge of a predicate between two nodes has the predicate as its kind, the next ones `VISITED#2` and so on.
Format: https://gexf.net/schema.html
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import networkx as nx

from kg.export.flat import flatten
from kg.files import writing
from kg.graph import EDGE_ATTRIBUTES, NODE_ATTRIBUTES

_SPACE = "http://gexf.net/1.3"
_TYPES = {"count": "integer", "confidence": "double"}


def write(graph: nx.MultiDiGraph, path: Path) -> None:
    """Write a graph of `kg.graph.build`. Raises OSError."""
    root = ElementTree.Element("gexf", {"xmlns": _SPACE, "version": "1.3"})
    body = ElementTree.SubElement(root, "graph", {"mode": "static", "defaultedgetype": "directed"})
    for kind, names in (("node", NODE_ATTRIBUTES), ("edge", EDGE_ATTRIBUTES)):
        declared = ElementTree.SubElement(body, "attributes", {"class": kind})
        for name in names:
            properties = {"id": name, "title": name, "type": _TYPES.get(name, "string")}
            ElementTree.SubElement(declared, "attribute", properties)
    _add_nodes(body, graph)
    _add_edges(body, graph)
    ElementTree.indent(root)
    with writing(path) as file:
        file.write(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True))


def _add_nodes(body: ElementTree.Element, graph: nx.MultiDiGraph) -> None:
    nodes = ElementTree.SubElement(body, "nodes")
    for node, attributes in graph.nodes(data=True):
        element = ElementTree.SubElement(nodes, "node", {"id": node, "label": attributes["name"]})
        _add_values(element, attributes)


def _add_edges(body: ElementTree.Element, graph: nx.MultiDiGraph) -> None:
    edges = ElementTree.SubElement(body, "edges")
    seen: Counter[tuple[str, str, str]] = Counter()
    for source, target, key, attributes in graph.edges(data=True, keys=True):
        predicate = attributes["predicate"]
        seen[source, target, predicate] += 1
        number = seen[source, target, predicate]
        properties = {"id": key, "source": source, "target": target, "label": attributes["label"]}
        properties |= {
            "weight": str(attributes["count"]),
            "kind": predicate if number == 1 else f"{predicate}#{number}",
        }
        _add_values(ElementTree.SubElement(edges, "edge", properties), attributes)


def _add_values(element: ElementTree.Element, attributes: dict[str, Any]) -> None:
    values = ElementTree.SubElement(element, "attvalues")
    for name, value in flatten(attributes).items():
        ElementTree.SubElement(values, "attvalue", {"for": name, "value": str(value)})
