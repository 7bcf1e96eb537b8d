"""GEXF 1.3 for Gephi: names as labels, colours, sizes, places, and the days of facts as spells for its time line.

Gephi keeps parallel edges only where each has a `kind` of its own: the first edge of a predicate between two nodes has
the predicate as its kind, the next ones `VISITED#2` and so on. Gephi shows an edge without a known day always; so it
does nodes.
Format: https://gexf.net/schema.html
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

import networkx as nx

from kg.export import columns
from kg.export.columns import EDGE, NODE, Column, Item
from kg.export.looks import Look, edge_looks, node_looks
from kg.export.xml import Writer
from kg.files import writing
from kg.language.days import bounds

SPACE = "http://gexf.net/1.3"
VIZ = f"{SPACE}/viz"
_KINDS = {"text": "string", "texts": "string", "integer": "integer", "number": "double"}
# Gephi has columns of its own for these.
_OWN = ("label", "weight")


def write(graph: nx.MultiDiGraph, path: Path, selection: str = "") -> None:
    """Write a graph of `kg.graph.build`; selection: `Selection.text` of what part of it this is. Raises OSError."""
    looks = node_looks(graph)
    timed = {"mode": "dynamic", "timeformat": "date", "timerepresentation": "interval"}
    with writing(path) as file:
        xml = Writer(file, "gexf", {"version": "1.3"}, {None: SPACE, "viz": VIZ})
        with xml.document(), xml.part("graph", {"defaultedgetype": "directed", **timed}):
            for where, table in (("node", NODE), ("edge", EDGE)):
                _declare(xml, where, table)
            with xml.part("nodes"):
                for item in columns.nodes(graph, selection):
                    _node(xml, item, looks[item.ident])
            with xml.part("edges"):
                _edges(xml, graph)


def _declare(xml: Writer, where: str, table: Iterable[Column]) -> None:
    with xml.element("attributes", {"class": where, "mode": "static"}):
        for column in table:
            if column.name not in _OWN:
                told = {"id": column.name, "title": column.name, "type": _KINDS[column.kind]}
                xml.leaf("attribute", told)


def _node(xml: Writer, item: Item, look: Look) -> None:
    with xml.element("node", {"id": item.ident, "label": item.data["name"]}):
        _values(xml, NODE, item)
        x, y = look.upright
        _colour(xml, look)
        xml.leaf("viz:position", {"x": x, "y": y, "z": 0.0})
        xml.leaf("viz:size", {"value": look.size})


def _edges(xml: Writer, graph: nx.MultiDiGraph) -> None:
    seen: Counter[tuple[str, str, str]] = Counter()
    for (source, target, item), look in zip(columns.edges(graph), edge_looks(graph), strict=True):
        predicate = item.data["predicate"]
        seen[source, target, predicate] += 1
        number = seen[source, target, predicate]
        told = {
            **{"id": item.ident, "source": source, "target": target, "label": item.data["label"]},
            "weight": float(item.data["count"]),
            "kind": predicate if number == 1 else f"{predicate}#{number}",
        }
        with xml.element("edge", told):
            _values(xml, EDGE, item)
            if spell := _spell(item):
                with xml.element("spells"):
                    xml.leaf("spell", spell)
            _colour(xml, look)
            xml.leaf("viz:thickness", {"value": look.size})
            xml.leaf("viz:shape", {"value": "dashed" if look.dashed else "solid"})


def _values(xml: Writer, table: Iterable[Column], item: Item) -> None:
    with xml.element("attvalues"):
        for column in table:
            if column.name not in _OWN:
                xml.note("attvalue", {"for": column.name, "value": str(column.scalar(item))}, "")


def _colour(xml: Writer, look: Look) -> None:
    red, green, blue = look.rgb
    xml.leaf("viz:color", {"r": red, "g": green, "b": blue, "a": 1.0})


def _spell(item: Item) -> Mapping[str, str]:
    """From the first day that the earliest may mean to the last of the latest; nothing where no year is known."""
    begin, end = bounds(item.days[0]), bounds(item.days[1])
    return {"start": begin[0], "end": end[1]} if begin and end else {}
