from __future__ import annotations

from xml.etree import ElementTree

import pytest
from graphs import gold, hostile, small

from kg.errors import BadRecord
from kg.export import gexf, graphml
from kg.graph import build
from kg.model import Resolution

GRAPHS = {"small": small(), "hostile": hostile(), "gold": gold(), "empty": Resolution((), (), ())}


def content(graph) -> tuple:
    return graph.graph, list(graph.nodes(data=True)), list(graph.edges(data=True, keys=True))


@pytest.mark.parametrize("name", GRAPHS)
def test_graphml_read_again_is_the_same_graph(tmp_path, name):
    graph = build(GRAPHS[name])
    graphml.write(graph, tmp_path / "graph.graphml")
    again = graphml.read(tmp_path / "graph.graphml")
    assert content(again) == content(graph)
    graphml.write(again, tmp_path / "again.graphml")
    assert (tmp_path / "again.graphml").read_bytes() == (tmp_path / "graph.graphml").read_bytes()


def test_graphml_holds_scalars_only(tmp_path):
    graphml.write(build(small()), tmp_path / "graph.graphml")
    root = ElementTree.parse(tmp_path / "graph.graphml").getroot()
    types = {key.get("attr.type") for key in root.iter("{http://graphml.graphdrawing.org/xmlns}key")}
    assert types <= {"string", "long", "int", "double", "float"}
    assert "任职" in (tmp_path / "graph.graphml").read_text(encoding="utf-8")


@pytest.mark.parametrize("text", ["", "<graphml", "<x/>", "not xml"])
def test_what_is_not_graphml_is_named(tmp_path, text):
    (tmp_path / "x.graphml").write_text(text, encoding="utf-8")
    with pytest.raises(BadRecord, match=r"x\.graphml"):
        graphml.read(tmp_path / "x.graphml")


def test_graphml_of_others_is_refused(tmp_path):
    import networkx as nx

    nx.write_graphml(nx.path_graph(3), tmp_path / "path.graphml")
    with pytest.raises(BadRecord, match="not a GraphML file of this program"):
        graphml.read(tmp_path / "path.graphml")


@pytest.mark.parametrize("name", GRAPHS)
def test_gexf_gives_parallel_edges_a_kind_each(tmp_path, name):
    graph = build(GRAPHS[name])
    gexf.write(graph, tmp_path / "graph.gexf")
    root = ElementTree.parse(tmp_path / "graph.gexf").getroot()
    edges = list(root.iter("{http://gexf.net/1.3}edge"))
    assert len(edges) == graph.number_of_edges()
    assert len({(edge.get("source"), edge.get("target"), edge.get("kind")) for edge in edges}) == len(edges)
    assert len(list(root.iter("{http://gexf.net/1.3}node"))) == graph.number_of_nodes()
