"""The graphics that yEd reads from GraphML: y:ShapeNode and y:PolyLineEdge.

Schema: http://www.yworks.com/xml/schema/graphml/1.1/ygraphml.xsd (yEd 3.x)
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from kg.export.looks import Look, short
from kg.export.xml import Writer

SPACE = "http://www.yworks.com/xml/graphml"
_SHAPES = {
    **{"dot": "ellipse", "square": "rectangle", "triangleDown": "triangle2"},
    **{"diamond": "diamond", "star": "star5", "hexagon": "hexagon"},
}
_FONT = {"fontFamily": "Dialog", "fontSize": "13", "hasBackgroundColor": "false", "hasLineColor": "false"}
_INK = "#333333"


def node(xml: Writer, name: str, look: Look) -> None:
    """A node: its shape in its colour at its place, its name below."""
    x, y = (place - look.size / 2 for place in look.place)
    with xml.element("y:ShapeNode"):
        xml.leaf("y:Geometry", {"x": x, "y": y, "width": look.size, "height": look.size})
        xml.leaf("y:Fill", {"color": look.colour, "transparent": "false"})
        xml.leaf("y:BorderStyle", {"color": _INK, "type": "line", "width": 1.0})
        xml.leaf("y:NodeLabel", {**_FONT, "modelName": "sides", "modelPosition": "s", "textColor": _INK}, short(name))
        xml.leaf("y:Shape", {"type": _SHAPES.get(look.shape, "roundrectangle")})


def edge(xml: Writer, label: str, look: Look) -> None:
    """An edge: its line in its colour, dashed for plans, with an arrow and its label."""
    with xml.element("y:PolyLineEdge"):
        line = {"color": look.colour, "type": "dashed" if look.dashed else "line", "width": look.size}
        xml.leaf("y:LineStyle", line)
        xml.leaf("y:Arrows", {"source": "none", "target": "standard" if look.arrow else "none"})
        xml.leaf("y:EdgeLabel", {**_FONT, "fontSize": "11", "textColor": look.colour}, short(label))
        xml.leaf("y:BendStyle", {"smoothed": "false"})


def label_of(graphics: Element) -> str | None:
    """The text of the first label in the graphics of a node or an edge; None where there is none."""
    for kind in ("NodeLabel", "EdgeLabel"):
        for label in graphics.iter(f"{{{SPACE}}}{kind}"):
            # yEd puts the label's model behind its text, as children.
            return (label.text or "").strip()
    return None
