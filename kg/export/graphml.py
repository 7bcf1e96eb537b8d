"""GraphML that opens right in yEd, Gephi, Cytoscape, igraph and NetworkX.

`label` is the name; the columns of `kg.export.columns` are plain attributes. yEd reads labels, colours and places only
from keys of its own (`yfiles.type`, see `kg.export.yed`), Gephi from the attributes `r g b x y size` and `weight`, and
Cytoscape draws its column `name`, which is `desc` or else the id; all are there. Edge ids are the graph's keys.
Format: http://graphml.graphdrawing.org/primer/graphml-primer.html
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import IO, Any

import networkx as nx

from kg.errors import BadRecord
from kg.export import columns, yed
from kg.export.columns import EDGE, NODE, Column, Item
from kg.export.looks import Look, edge_looks, node_looks
from kg.export.xml import Writer, fill, tell
from kg.files import writing
from kg.graph import EDGE_ATTRIBUTES, NODE_ATTRIBUTES
from kg.ontology import ontology
from kg.say import say

SPACE = "http://graphml.graphdrawing.org/xmlns"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_SPACES = {None: SPACE, "y": yed.SPACE, "xsi": _XSI}
_ROOT = {"xsi:schemaLocation": f"{SPACE} http://www.yworks.com/xml/schema/graphml/1.1/ygraphml.xsd"}
_KINDS = {"text": "string", "texts": "string", "integer": "int", "number": "double"}
_NODE_LOOK = {"r": "int", "g": "int", "b": "int", "x": "double", "y": "double", "size": "double"}
_EDGE_LOOK = {"r": "int", "g": "int", "b": "int"}
_GRAPH = {"schema": "int", "articles": "int", "independent": "int"}


def write(graph: nx.MultiDiGraph, path: Path, selection: str = "") -> None:
    """Write a graph of `kg.graph.build`; selection: `Selection.text` of what part of it this is. Raises OSError."""
    with writing(path) as file:
        write_to(graph, file, selection)


def write_to(graph: nx.MultiDiGraph, file: IO[bytes], selection: str = "") -> None:
    """Write the same into an open file; types may be others than those of the vocabulary."""
    looks, names = node_looks(graph), dict(graph.nodes(data="name"))
    xml = Writer(file, "graphml", _ROOT, _SPACES)
    with xml.document():
        _keys(xml)
        with xml.part("graph", {"id": "G", "edgedefault": "directed"}):
            for name in _GRAPH:
                if name in graph.graph:
                    xml.leaf("data", {"key": f"g_{name}"}, graph.graph[name])
            node = _Form(xml, "node", (NODE, _NODE_LOOK), yed.Node)
            for item in columns.nodes(graph, selection):
                look = looks[item.ident]
                node.fill({"id": item.ident}, item, look, (*look.rgb, *look.upright, look.size))
                fill(node.description, item.data["name"])
                xml.write(node.element)
            edge = _Form(xml, "edge", (EDGE, _EDGE_LOOK), yed.Edge)
            for (source, target, item), look in zip(columns.edges(graph), edge_looks(graph), strict=True):
                edge.fill({"id": item.ident, "source": source, "target": target}, item, look, look.rgb)
                fill(edge.description, f"{names[source]} ({item.data['label']}) {names[target]}")
                xml.write(edge.element)


def read(path: Path) -> nx.MultiDiGraph:
    """The graph that `write` wrote, the same in every attribute and key.

    Raises BadRecord where the file is not GraphML of this program, OSError where it cannot be opened.
    """
    raw = parsed(path)
    words = ontology()
    graph = nx.MultiDiGraph(**{name: raw.graph[name] for name in _GRAPH if name in raw.graph})
    try:
        for node, told in raw.nodes(data=True):
            graph.add_node(node, **_node_again(told))
        for source, target, key, told in raw.edges(data=True, keys=True):
            graph.add_edge(source, target, key=key, **_edge_again(told))
    except (KeyError, ValueError) as error:
        raise BadRecord(say("{path}: not a GraphML file of this program ({error})", path=path, error=error)) from error
    if any(kind not in words.types for _, kind in graph.nodes(data="type")):
        raise BadRecord(say("{path}: it has types that are not of the vocabulary; see `kg schema`", path=path))
    return graph


def parsed(path: Path) -> nx.MultiDiGraph:
    """What NetworkX reads from any GraphML file. Raises BadRecord, OSError."""
    try:
        found: nx.MultiDiGraph = nx.read_graphml(path, node_type=str, edge_key_type=str, force_multigraph=True)
        return found
    except (SyntaxError, nx.NetworkXError, KeyError, ValueError) as error:  # ParseError is a SyntaxError
        raise BadRecord(say("{path}: not a GraphML file of this program ({error})", path=path, error=error)) from error


def _node_again(told: Mapping[str, Any]) -> dict[str, Any]:
    lists = {name: json.loads(told[f"kg_{name}"]) for name in ("names", "documents", "properties", "reasons")}
    plain = {"name": told["label"], "type": told["type"], "label": told["type_zh"], "count": told["document_count"]}
    found = {**lists, **plain}
    return {name: found[name] for name in NODE_ATTRIBUTES}


def _edge_again(told: Mapping[str, Any]) -> dict[str, Any]:
    lists = {name: json.loads(told[f"kg_{name}"]) for name in ("titles", "articles", "triples", "evidence")}
    named = {"first": "first_day", "last": "last_day", "count": "weight"}
    found = {name: lists[name] if name in lists else told[named.get(name, name)] for name in EDGE_ATTRIBUTES}
    merged = json.loads(told["kg_merged"])
    return {**found, "merged": merged} if merged else found


def _keys(xml: Writer) -> None:
    for name, kind in _GRAPH.items():
        xml.leaf("key", {"id": f"g_{name}", "for": "graph", "attr.name": name, "attr.type": kind})
    xml.leaf("key", {"id": "n_graphics", "for": "node", "yfiles.type": "nodegraphics"})
    xml.leaf("key", {"id": "e_graphics", "for": "edge", "yfiles.type": "edgegraphics"})
    for where, table, looks in (("node", NODE, _NODE_LOOK), ("edge", EDGE, _EDGE_LOOK)):
        for name, kind in {**{column.name: _KINDS[column.kind] for column in table}, **looks}.items():
            xml.leaf("key", {"id": f"{where[0]}_{name}", "for": where, "attr.name": name, "attr.type": kind})


class _Form:
    """The element of all nodes, or of all edges, filled anew for each."""

    def __init__(
        self,
        xml: Writer,
        name: str,
        tables: tuple[Sequence[Column], Mapping[str, str]],
        graphics: Callable[[Writer, Any], yed.Node | yed.Edge],
    ) -> None:
        self.element = xml.form(name)
        self.description = xml.child(self.element, "desc")
        keys = name[0]
        # Before the plain columns: NetworkX takes the last of two labels, and this one is shortened.
        self._graphics = graphics(xml, xml.child(self.element, "data", {"key": f"{keys}_graphics"}))
        self._columns = [
            (xml.child(self.element, "data", {"key": f"{keys}_{column.name}"}), column.scalar) for column in tables[0]
        ]
        self._looks = [xml.child(self.element, "data", {"key": f"{keys}_{look}"}) for look in tables[1]]

    def fill(self, told: Mapping[str, str], item: Item, look: Look, numbers: Sequence[float]) -> None:
        """Let it be this item."""
        for name, value in told.items():
            tell(self.element, name, value)
        self._graphics.fill(str(item.data["name" if "name" in item.data else "label"]), look)
        for element, scalar in self._columns:
            fill(element, scalar(item))
        for element, number in zip(self._looks, numbers, strict=True):
            fill(element, number)
