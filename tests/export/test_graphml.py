from __future__ import annotations

from xml.etree import ElementTree

import networkx as nx
import pytest
from graphs import EXTREME, extreme, gold, small, varied

from kg.errors import BadRecord
from kg.export import graphml
from kg.graph import build
from kg.legible import legible
from kg.model import Resolution
from kg.ontology import ontology
from kg.view.parallel import merged

GRAPHS = {"small": small(), "hostile": extreme(), "gold": gold(), "empty": Resolution((), (), ())}
SPACE = "{http://graphml.graphdrawing.org/xmlns}"
Y = "{http://www.yworks.com/xml/graphml}"


def content(graph) -> tuple:
    return graph.graph, list(graph.nodes(data=True)), list(graph.edges(data=True, keys=True))


def written(tmp_path, graph):
    graphml.write(graph, tmp_path / "graph.graphml")
    return ElementTree.parse(tmp_path / "graph.graphml").getroot()


@pytest.mark.parametrize("name", GRAPHS)
def test_graphml_read_again_is_the_same_graph(tmp_path, name):
    graph = build(GRAPHS[name])
    graphml.write(graph, tmp_path / "graph.graphml")
    again = graphml.read(tmp_path / "graph.graphml")
    assert content(again) == content(graph)
    graphml.write(again, tmp_path / "again.graphml")
    assert (tmp_path / "again.graphml").read_bytes() == (tmp_path / "graph.graphml").read_bytes()


@pytest.mark.parametrize("name", GRAPHS)
def test_cytoscape_finds_the_names_that_it_draws_before_all_else(tmp_path, name):
    # Its reader makes of `desc`, which stands first in an element, the column `name`; without it, of the id.
    graph = build(GRAPHS[name])
    root = written(tmp_path, graph)
    names = {one: legible(name) for one, name in graph.nodes(data="name")}
    assert {one.get("id"): one[0].text for one in root.iter(SPACE + "node")} == names
    for edge in root.iter(SPACE + "edge"):
        ends = edge.get("source"), edge.get("target")
        label = graph.edges[(*ends, edge.get("id"))]["label"]
        assert (edge[0].tag, edge[0].text) == (SPACE + "desc", f"{names[ends[0]]} ({label}) {names[ends[1]]}")


def test_networkx_finds_names_as_labels_and_plain_columns(tmp_path):
    graph = build(small())
    written(tmp_path, graph)
    found = nx.read_graphml(tmp_path / "graph.graphml")
    assert isinstance(found, nx.MultiDiGraph)
    assert (len(found), found.number_of_edges()) == (len(graph), graph.number_of_edges())
    assert {data["label"] for _, data in found.nodes(data=True)} == {name for _, name in graph.nodes(data="name")}
    committee = next(data for _, data in found.nodes(data=True) if data["label"] == "云岭省委")
    told = {name: committee[name] for name in ("type", "type_zh", "aliases", "first_day", "last_day", "document_count")}
    assert told == {
        **{"type": "Organization", "type_zh": "组织", "aliases": "中共云岭省委"},
        **{"first_day": "2024-03-27", "last_day": "2024-05-06", "document_count": 1},
    }
    post = next(data for *_, data in found.edges(data=True) if data["titles"] == "董事长")
    assert (post["label"], post["predicate"], post["weight"]) == ("任职", "HOLDS_POSITION", 1)
    assert post["sentence"] == "云岭省委书记李明远在临江市会见江海公司董事长赵一平。（《第1篇的标题》 2024-03-27）"
    speech = next(data for *_, data in found.edges(data=True) if data["predicate"] == "ATTENDED")
    assert (speech["role"], speech["role_zh"], speech["first_day"]) == ("speaker", "发言", "2024-05-06")


@pytest.mark.parametrize("name", ["small", "hostile", "gold"])
def test_igraph_reads_the_same_names_and_edges(tmp_path, name):
    igraph = pytest.importorskip("igraph")
    graph = build(GRAPHS[name])
    written(tmp_path, graph)
    found = igraph.Graph.Read_GraphML(str(tmp_path / "graph.graphml"))
    assert (found.vcount(), found.ecount()) == (len(graph), graph.number_of_edges())
    assert dict(zip(found.vs["kg_id"], found.vs["label"], strict=True)) == dict(graph.nodes(data="name"))
    assert sorted(found.es["label"]) == sorted(label for *_, label in graph.edges(data="label"))
    if name == "hostile":
        assert {legible(name) for name in EXTREME} <= set(found.vs["label"])


def test_yed_finds_labels_colours_shapes_and_places_in_its_own_keys(tmp_path):
    """Where yEd's extension of GraphML (ygraphml 1.1) has them: each element below its key's data."""
    graph = build(small())
    root = written(tmp_path, graph)
    graphics = {key.get("yfiles.type"): key.get("id") for key in root.iter(f"{SPACE}key") if key.get("yfiles.type")}
    assert graphics.keys() == {"nodegraphics", "edgegraphics"}
    words = ontology()
    for element in root.iter(f"{SPACE}node"):
        (shape,) = element.find(f"{SPACE}data[@key='{graphics['nodegraphics']}']")
        data = graph.nodes[element.get("id")]
        assert shape.tag == f"{Y}ShapeNode"
        assert [part.tag.removeprefix(Y) for part in shape] == ["Geometry", "Fill", "BorderStyle", "NodeLabel", "Shape"]
        assert shape.find(f"{Y}NodeLabel").text == data["name"]
        assert shape.find(f"{Y}Fill").get("color") == words.types[data["type"]].colour
        assert {"x", "y", "width", "height"} == set(shape.find(f"{Y}Geometry").attrib)
        assert shape.find(f"{Y}Shape").get("type") in SHAPES
    lines = {}
    for element in root.iter(f"{SPACE}edge"):
        (line,) = element.find(f"{SPACE}data[@key='{graphics['edgegraphics']}']")
        assert [part.tag.removeprefix(Y) for part in line] == ["LineStyle", "Arrows", "EdgeLabel", "BendStyle"]
        lines[element.get("id")] = line
    for *_, key, data in graph.edges(keys=True, data=True):
        assert lines[key].find(f"{Y}EdgeLabel").text == data["label"]
        assert lines[key].find(f"{Y}LineStyle").get("type") == ("dashed" if data["status"] == "planned" else "line")
        symmetric = words.predicates[data["predicate"]].symmetric
        assert lines[key].find(f"{Y}Arrows").get("target") == ("none" if symmetric else "standard")


# The shapes of y:Shape in ygraphml 1.1.
SHAPES = {
    *("rectangle", "roundrectangle", "ellipse", "parallelogram", "hexagon", "octagon", "diamond", "triangle"),
    *("triangle2", "trapezoid", "trapezoid2", "rectangle3d", "star5", "star6", "star8"),
}


def test_gephi_finds_colours_sizes_and_places_as_attributes(tmp_path):
    written(tmp_path, build(small()))
    found = nx.read_graphml(tmp_path / "graph.graphml")
    for _, data in found.nodes(data=True):
        assert all(0 <= data[name] <= 255 for name in "rgb")
        assert data["size"] > 0
    assert len({(data["x"], data["y"]) for _, data in found.nodes(data=True)}) == len(found)


def test_merging_parallel_edges_joins_labels_adds_weights_and_keeps_every_sentence(tmp_path):
    graph = build(varied(60, 400))
    joined, fewer = merged(graph)
    assert fewer == graph.number_of_edges() - len({edge[:2] for edge in graph.edges(keys=True)}) > 0
    written(tmp_path, joined)
    found = nx.read_graphml(tmp_path / "graph.graphml", force_multigraph=True)
    pairs = [edge[:2] for edge in found.edges(keys=True)]
    assert len(pairs) == len(set(pairs))
    assert sum(nx.get_edge_attributes(found, "weight").values()) == sum(n for *_, n in graph.edges(data="count"))
    assert sum(len(pieces) for *_, pieces in joined.edges(data="evidence")) == sum(
        len(pieces) for *_, pieces in graph.edges(data="evidence")
    )
    assert any("·" in label for *_, label in joined.edges(data="label"))
    assert content(graphml.read(tmp_path / "graph.graphml")) == content(joined)


@pytest.mark.parametrize("text", ["", "<graphml", "<x/>", "not xml"])
def test_what_is_not_graphml_is_named(tmp_path, text):
    (tmp_path / "x.graphml").write_text(text, encoding="utf-8")
    with pytest.raises(BadRecord, match=r"x\.graphml"):
        graphml.read(tmp_path / "x.graphml")


def test_graphml_of_others_is_refused(tmp_path):
    nx.write_graphml(nx.path_graph(3), tmp_path / "path.graphml")
    with pytest.raises(BadRecord, match="not a GraphML file of this program"):
        graphml.read(tmp_path / "path.graphml")
