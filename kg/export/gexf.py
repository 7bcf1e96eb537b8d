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
from typing import Any

import networkx as nx

from kg.export import columns
from kg.export.columns import EDGE, NODE, Column, Item
from kg.export.looks import Look, edge_looks, node_looks
from kg.export.xml import Writer, tell
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
                _nodes(xml, graph, selection, looks)
            with xml.part("edges"):
                _edges(xml, graph)


def _declare(xml: Writer, where: str, table: Iterable[Column]) -> None:
    made = xml.form("attributes", {"class": where, "mode": "static"})
    for column in table:
        if column.name not in _OWN:
            told = {"id": column.name, "title": column.name, "type": _KINDS[column.kind]}
            xml.child(made, "attribute", told)
    xml.write(made)


def _nodes(xml: Writer, graph: nx.MultiDiGraph, selection: str, looks: Mapping[str, Look]) -> None:
    form = xml.form("node")
    values = _Values(xml, form, NODE)
    colour = xml.child(form, "viz:color", {"r": 0, "g": 0, "b": 0, "a": 1.0})
    place = xml.child(form, "viz:position", {"x": 0, "y": 0, "z": 0.0})
    size = xml.child(form, "viz:size")
    for item in columns.nodes(graph, selection):
        look = looks[item.ident]
        _told(form, {"id": item.ident, "label": item.data["name"]})
        values.fill(item)
        _told(colour, dict(zip("rgb", look.rgb, strict=True)))
        _told(place, dict(zip("xy", look.upright, strict=True)))
        tell(size, "value", look.size)
        xml.write(form)


def _edges(xml: Writer, graph: nx.MultiDiGraph) -> None:
    form = xml.form("edge")
    values = _Values(xml, form, EDGE)
    spells = xml.child(form, "spells")
    spell = xml.child(spells, "spell")
    colour = xml.child(form, "viz:color", {"r": 0, "g": 0, "b": 0, "a": 1.0})
    thick, shape = xml.child(form, "viz:thickness"), xml.child(form, "viz:shape")
    seen: Counter[tuple[str, str, str]] = Counter()
    for (source, target, item), look in zip(columns.edges(graph), edge_looks(graph), strict=True):
        predicate = item.data["predicate"]
        seen[source, target, predicate] += 1
        number = seen[source, target, predicate]
        ends = {"id": item.ident, "source": source, "target": target}
        kind = predicate if number == 1 else f"{predicate}#{number}"
        _told(form, {**ends, "label": item.data["label"], "weight": float(item.data["count"]), "kind": kind})
        values.fill(item)
        days = _spell(item)
        _told(spell, days)
        if days and spells.getparent() is None:
            colour.addprevious(spells)
        elif not days and spells.getparent() is not None:
            form.remove(spells)
        _told(colour, dict(zip("rgb", look.rgb, strict=True)))
        tell(thick, "value", look.size)
        tell(shape, "value", "dashed" if look.dashed else "solid")
        xml.write(form)


class _Values:
    """The values of all columns, in the form of a node or an edge."""

    def __init__(self, xml: Writer, form: Any, table: Iterable[Column]) -> None:
        values = xml.child(form, "attvalues")
        self._columns = [
            (xml.child(values, "attvalue", {"for": column.name, "value": ""}), column.scalar)
            for column in table
            if column.name not in _OWN
        ]

    def fill(self, item: Item) -> None:
        """Let them be those of the item."""
        for element, scalar in self._columns:
            tell(element, "value", scalar(item))


def _told(element: Any, told: Mapping[str, object]) -> None:
    for name, value in told.items():
        tell(element, name, value)


def _spell(item: Item) -> Mapping[str, str]:
    """From the first day that the earliest may mean to the last of the latest; nothing where no year is known."""
    begin, end = bounds(item.days[0]), bounds(item.days[1])
    return {"start": begin[0], "end": end[1]} if begin and end else {}
