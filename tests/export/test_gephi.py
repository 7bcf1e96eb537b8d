"""Files as Gephi's own importer sees them."""

from __future__ import annotations

import gephi_toolkit
import pytest
from databases import real
from graphs import extreme

from kg.export import edited, gexf, graphml
from kg.export.changes import changes
from kg.graph import build
from kg.language.days import bounds
from kg.ontology import ontology
from kg.view.parallel import merged

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def jar(tmp_path_factory):
    return gephi_toolkit.fetched(tmp_path_factory.mktemp("gephi"))


@pytest.fixture(scope="module")
def seeds():
    return real("articles")


def of(records, kind):
    return [record for record in records if record["kind"] == kind]


def colours(graph):
    found = {}
    for node, kind in graph.nodes(data="type"):
        colour = ontology().types[kind].colour
        found[node] = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    return found


def test_gexf_shows_names_every_edge_colours_places_and_a_time_line(jar, seeds, tmp_path):
    graph = build(seeds)
    gexf.write(graph, tmp_path / "graph.gexf")
    found = gephi_toolkit.look(jar, tmp_path / "graph.gexf", tmp_path / "again.gexf")
    nodes, edges, (whole,) = of(found, "node"), of(found, "edge"), of(found, "graph")
    assert {node["id"]: node["label"] for node in nodes} == dict(graph.nodes(data="name"))
    assert {node["id"]: node["type"] for node in nodes} == dict(graph.nodes(data="type"))
    assert {node["id"]: node["rgb"] for node in nodes} == colours(graph)
    assert len({(node["x"], node["y"]) for node in nodes}) == len(nodes)
    assert len({node["size"] for node in nodes}) > 3
    assert len(edges) == graph.number_of_edges()
    assert sorted(edge["label"] for edge in edges) == sorted(label for *_, label in graph.edges(data="label"))
    assert sum(edge["weight"] for edge in edges) == sum(count for *_, count in graph.edges(data="count"))
    assert all(edge["sentence"] for edge in edges)
    assert whole["dynamic"]
    assert whole["low"] < whole["high"]
    dated = sum(bounds(day) is not None for *_, day in graph.edges(data="first"))
    assert sum(edge["start"] is not None for edge in edges) == dated > 0
    untouched = changes(seeds, edited.read(tmp_path / "again.gexf"))
    assert (untouched.lines, untouched.told) == ([], [])


def test_merged_graphml_shows_names_colours_and_every_joined_edge(jar, seeds, tmp_path):
    graph, _ = merged(build(seeds))
    graphml.write(graph, tmp_path / "graph.graphml")
    found = gephi_toolkit.look(jar, tmp_path / "graph.graphml", tmp_path / "again.graphml")
    nodes, edges = of(found, "node"), of(found, "edge")
    assert {node["id"]: node["label"] for node in nodes} == dict(graph.nodes(data="name"))
    assert {node["id"]: node["rgb"] for node in nodes} == colours(graph)
    assert sorted((edge["source"], edge["target"], edge["label"], edge["weight"]) for edge in edges) == sorted(
        (source, target, data["label"], data["count"]) for source, target, data in graph.edges(data=True)
    )
    untouched = changes(seeds, edited.read(tmp_path / "again.graphml"))
    assert (untouched.lines, untouched.told) == ([], [])


def test_hostile_names_do_no_harm(jar, tmp_path):
    graph = build(extreme())
    gexf.write(graph, tmp_path / "graph.gexf")
    nodes = of(gephi_toolkit.look(jar, tmp_path / "graph.gexf"), "node")
    assert {node["id"]: " ".join(node["label"].split()) for node in nodes} == {
        node: " ".join(name.split()) for node, name in graph.nodes(data="name")
    }
