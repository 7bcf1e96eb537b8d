"""GEXF by its words; tests/export/test_gephi.py has Gephi itself read it."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from graphs import article, entity, extreme, gold, small, triple

from kg.export import gexf
from kg.graph import build
from kg.legible import legible
from kg.model import Resolution

GRAPHS = {"small": small(), "hostile": extreme(), "gold": gold(), "empty": Resolution((), (), ())}
SPACE, VIZ = "{http://gexf.net/1.3}", "{http://gexf.net/1.3/viz}"


def written(tmp_path, resolution):
    graph = build(resolution)
    gexf.write(graph, tmp_path / "graph.gexf")
    return graph, ElementTree.parse(tmp_path / "graph.gexf").getroot()


@pytest.mark.parametrize("name", GRAPHS)
def test_labels_are_names_and_parallel_edges_have_a_kind_each(tmp_path, name):
    graph, root = written(tmp_path, GRAPHS[name])
    edges = list(root.iter(f"{SPACE}edge"))
    assert len(edges) == graph.number_of_edges()
    assert len({(edge.get("source"), edge.get("target"), edge.get("kind")) for edge in edges}) == len(edges)
    labels = {node.get("id"): node.get("label") for node in root.iter(f"{SPACE}node")}
    assert labels == {node: legible(label).replace("\t", "\t") for node, label in graph.nodes(data="name")}


def test_colours_sizes_and_places_are_there_and_plans_are_dashed(tmp_path):
    graph, root = written(tmp_path, small())
    nodes, edges = list(root.iter(f"{SPACE}node")), list(root.iter(f"{SPACE}edge"))
    for element in (*nodes, *edges):
        assert element.find(f"{VIZ}color") is not None
    places = {(node.find(f"{VIZ}position").get("x"), node.find(f"{VIZ}position").get("y")) for node in nodes}
    assert len(places) == len(nodes)
    assert all(float(node.find(f"{VIZ}size").get("value")) > 0 for node in nodes)
    planned = {graph.get_edge_data(*ends)[key]["status"] for *ends, key in graph.edges(keys=True)}
    assert planned == {"done", "planned"}
    shapes = {edge.get("id"): edge.find(f"{VIZ}shape").get("value") for edge in edges}
    for *_, key, data in graph.edges(keys=True, data=True):
        assert shapes[key] == ("dashed" if data["status"] == "planned" else "solid")


def test_facts_last_from_their_first_day_to_their_last_also_where_only_a_month_is_known(tmp_path):
    one = article(1, "李文达任宁河实业董事长。", date="2024-03-27")
    person, firm = entity("Person", "李文达"), entity("Organization", "宁河实业")
    facts = (
        triple(one, person, "HOLDS_POSITION", firm, titles=("董事长",)),
        triple(one, firm, "UNDERTAKES", entity("Project", "风电项目"), date="2024-02"),
    )
    undated = article(2, "李文达考察宁河。")
    place = entity("Location", "宁河")
    facts += (triple(undated, person, "VISITED", place),)
    things = (person, firm, entity("Project", "风电项目"), place)
    _, root = written(tmp_path, Resolution((one, undated), things, facts))
    spells = {
        edge.get("label"): [dict(spell.attrib) for spell in edge.iter(f"{SPACE}spell")]
        for edge in root.iter(f"{SPACE}edge")
    }
    assert spells == {
        "任职": [{"start": "2024-03-27", "end": "2024-03-27"}],
        "承担": [{"start": "2024-02-01", "end": "2024-02-29"}],
        "考察": [],
    }
    assert root.find(f"{SPACE}graph").get("timeformat") == "date"


def test_the_same_graph_has_the_same_bytes(tmp_path):
    gexf.write(build(small()), tmp_path / "a.gexf")
    gexf.write(build(small()), tmp_path / "b.gexf")
    assert (tmp_path / "a.gexf").read_bytes() == (tmp_path / "b.gexf").read_bytes()
