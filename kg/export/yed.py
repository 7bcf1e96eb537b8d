"""The graphics that yEd reads from GraphML: y:ShapeNode and y:PolyLineEdge.

Schema: http://www.yworks.com/xml/schema/graphml/1.1/ygraphml.xsd (yEd 3.x)
"""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element

from kg.export.looks import Look, short
from kg.export.xml import Writer, fill, tell

SPACE = "http://www.yworks.com/xml/graphml"
_SHAPES = {
    **{"dot": "ellipse", "square": "rectangle", "triangleDown": "triangle2"},
    **{"diamond": "diamond", "star": "star5", "hexagon": "hexagon"},
}
_FONT = {"fontFamily": "Dialog", "fontSize": "13", "hasBackgroundColor": "false", "hasLineColor": "false"}
_INK = "#333333"


class Node:
    """The graphics of a node below `parent`: its shape in its colour at its place, its name below."""

    def __init__(self, xml: Writer, parent: Any) -> None:
        shape = xml.child(parent, "y:ShapeNode")
        self._place = xml.child(shape, "y:Geometry")
        self._fill = xml.child(shape, "y:Fill", {"color": "", "transparent": "false"})
        xml.child(shape, "y:BorderStyle", {"color": _INK, "type": "line", "width": 1.0})
        label = {**_FONT, "modelName": "sides", "modelPosition": "s", "textColor": _INK}
        self._label = xml.child(shape, "y:NodeLabel", label)
        self._shape = xml.child(shape, "y:Shape")

    def fill(self, name: str, look: Look) -> None:
        """Let them show this."""
        x, y = (place - look.size / 2 for place in look.place)
        for attribute, value in (("x", x), ("y", y), ("width", look.size), ("height", look.size)):
            tell(self._place, attribute, value)
        tell(self._fill, "color", look.colour)
        fill(self._label, short(name))
        tell(self._shape, "type", _SHAPES.get(look.shape, "roundrectangle"))


class Edge:
    """The graphics of an edge below `parent`: its line in its colour, dashed for plans, an arrow and its label."""

    def __init__(self, xml: Writer, parent: Any) -> None:
        line = xml.child(parent, "y:PolyLineEdge")
        self._line = xml.child(line, "y:LineStyle")
        self._arrows = xml.child(line, "y:Arrows", {"source": "none"})
        self._label = xml.child(line, "y:EdgeLabel", {**_FONT, "fontSize": "11", "textColor": ""})
        xml.child(line, "y:BendStyle", {"smoothed": "false"})

    def fill(self, label: str, look: Look) -> None:
        """Let them show this."""
        tell(self._line, "color", look.colour)
        tell(self._line, "type", "dashed" if look.dashed else "line")
        tell(self._line, "width", look.size)
        tell(self._arrows, "target", "standard" if look.arrow else "none")
        tell(self._label, "textColor", look.colour)
        fill(self._label, short(label))


def label_of(graphics: Element) -> str | None:
    """The text of the first label in the graphics of a node or an edge; None where there is none."""
    for kind in ("NodeLabel", "EdgeLabel"):
        for label in graphics.iter(f"{{{SPACE}}}{kind}"):
            # yEd puts the label's model behind its text, as children.
            return (label.text or "").strip()
    return None
