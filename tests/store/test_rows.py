"""Rows for databases: every column there, evidence in step, and what an edge keeps of its articles."""

from __future__ import annotations

import graphs
import pytest

from kg.graph import build
from kg.language.amounts import in_yuan
from kg.ontology import ontology
from kg.region import region_and_level
from kg.store.fact import summary
from kg.store.rows import EVIDENCE, LONGEST_NAME, edge_columns, node_columns, rows

KINDS = {"text": str, "integer": int, "number": float, "texts": list, "integers": list, "amount": (float, type(None))}
RESOLUTIONS = [graphs.small, graphs.hostile, graphs.gold]


@pytest.mark.parametrize("resolution", RESOLUTIONS, ids=lambda make: make.__name__)
def test_every_row_has_every_column_and_its_kind(resolution):
    found = rows(resolution())
    tables = [(node_columns(label), part) for label, part in found.nodes.items()]
    tables += [(edge_columns(name), [edge.properties for edge in part]) for name, part in found.edges.items()]
    for columns, part in tables:
        for row in part:
            assert list(row) == list(columns)
            assert all(isinstance(row[name], KINDS[kind]) for name, kind in columns.items())


@pytest.mark.parametrize("resolution", RESOLUTIONS, ids=lambda make: make.__name__)
def test_it_is_the_graph_and_the_articles(resolution):
    graph = build(resolution())
    found = rows(resolution())
    assert found.size[0] == graph.number_of_nodes() + graph.graph["articles"]
    assert found.size[1] == graph.number_of_edges() + len(found.edges["MENTIONS"])
    ends = {row["id"]: label for label, part in found.nodes.items() for row in part}
    for part in found.edges.values():
        assert all((ends[edge.source], ends[edge.target]) == (edge.source_type, edge.target_type) for edge in part)
    ids = [edge.properties["id"] for part in found.edges.values() for edge in part]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("resolution", RESOLUTIONS, ids=lambda make: make.__name__)
def test_facts_of_an_edge_sum_up_to_the_edge(resolution):
    for part in rows(resolution()).edges.values():
        for edge in part:
            if "facts" in edge.properties:
                found = summary(edge.properties["facts"], ontology())
                assert found == {name: edge.properties[name] for name in found}


def test_evidence_is_in_step_and_stands_where_it_says():
    found = rows(graphs.gold())
    texts = {row["id"]: row["text"] for row in found.nodes["Article"]}
    for edge in found.edges["HOLDS_POSITION"]:
        lists = [edge.properties[name] for name in EVIDENCE]
        assert len({len(values) for values in lists}) == 1
        for sentence, article, start, end, *_ in zip(*lists, strict=True):
            assert start < 0 or texts[article][start:end] == sentence


def test_mentions_lead_from_articles_to_all_that_their_facts_join():
    found = rows(graphs.small())
    mentioned = {(edge.source, edge.target) for edge in found.edges["MENTIONS"]}
    for part in found.edges.values():
        for edge in part:
            for article in edge.properties.get("articles", ()):
                assert {(article, edge.source), (article, edge.target)} <= mentioned


def test_a_name_fits_into_an_index():
    long = graphs.entity("Person", "长" * 5000)
    (row,) = rows(graphs.Resolution((), (long,), ())).nodes["Person"]
    assert row["name"] == "长" * LONGEST_NAME


@pytest.mark.parametrize(
    ("amount", "yuan"),
    [("3亿元", 3e8), ("5000万元；1.2亿元", 1.2e8), ("2亿美元", None), ("上亿元", None), ("", None)],
)
def test_amounts_in_yuan(amount, yuan):
    assert in_yuan(amount) == yuan


@pytest.mark.parametrize(
    ("kind", "name", "path", "expected"),
    [
        ("Organization", "青海省委", (), ("青海", "省")),
        ("Organization", "西宁市科技局", (), ("青海", "市")),
        ("Organization", "大通县政府", (), ("青海", "县")),
        ("Organization", "海西州政府", (), ("青海", "市")),
        ("Organization", "青海省博远科技有限公司", (), ("青海", "")),
        ("Organization", "青海大学", (), ("青海", "")),
        ("Organization", "国家数据局", (), ("", "")),
        ("Organization", "朝阳区政府", (), ("", "县")),
        ("Location", "果洛", ("青海省", "果洛藏族自治州"), ("青海", "市")),
        ("Location", "青海国际会展中心", (), ("青海", "")),
        ("Person", "海南", (), ("", "")),
        ("Meeting", "青海省十四届人大三次会议", (), ("青海", "")),
    ],
)
def test_region_and_level(kind, name, path, expected):
    assert region_and_level(kind, name, {"path": path}) == expected
