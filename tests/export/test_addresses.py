"""The address of a page, from its article to every file that cites it; files of pages without one stay as they were."""

from __future__ import annotations

import csv
import json

import openpyxl
import pytest
from graphs import article, entity, small, triple

from kg.export import columns, graphml, parquet, rdf, tables, workbook
from kg.graph import build
from kg.model import Resolution
from kg.store.rows import rows

URL = "https://www.qingjiang.example/青江/c_1.htm?from=x&a='1'"


@pytest.fixture
def resolution():
    """Two articles that tell one fact; only of the first it is known where it stands."""
    li, city = entity("Person", "李明远"), entity("Location", "临江市")
    first = article(1, "李明远考察临江市。", date="2024-03-27", url=URL)
    second = article(2, "本报讯 李明远考察临江市。", date="2024-03-27")
    return Resolution((first, second), (li, city), tuple(triple(one, li, "VISITED", city) for one in (first, second)))


def test_tables_have_it_beside_the_sentence(tmp_path, resolution):
    graph = build(resolution)
    tables.write(graph, tmp_path)
    lines = csv.DictReader((tmp_path / "sentences.csv").read_text(encoding="utf-8-sig").splitlines())
    assert [line["网址"] for line in lines] == [URL, ""]
    workbook.write(graph, tmp_path / "graph.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "graph.xlsx")["原句"]
    heads, *told = sheet.iter_rows(values_only=True)
    assert [row[heads.index("网址")] for row in told] == [URL, None]


def test_parquet_has_it(tmp_path, resolution):
    duckdb = pytest.importorskip("duckdb")
    parquet.write(build(resolution), tmp_path)
    found = duckdb.sql(f"SELECT url FROM '{tmp_path}/evidence.parquet' ORDER BY article").fetchall()
    assert found == [(URL,), ("",)]


def test_databases_have_it_at_the_article(resolution):
    assert [row["url"] for row in rows(resolution).nodes["Article"]] == [URL, ""]


def test_rdf_says_it_of_the_article(tmp_path, resolution):
    rdf.write_jsonld(build(resolution), tmp_path / "graph.jsonld")
    rdflib = pytest.importorskip("rdflib")
    found = rdflib.Graph().parse(tmp_path / "graph.jsonld")
    told = found.subject_objects(rdflib.URIRef("https://schema.org/url"))
    ((of, said),) = told
    assert str(said) == URL
    assert (of, rdflib.RDF.type, rdflib.URIRef("https://schema.org/NewsArticle")) in found


def test_followthemoney_has_it_as_source(tmp_path, resolution):
    ftm = pytest.importorskip("followthemoney")
    from kg.export.ftm import write

    write(build(resolution), tmp_path / "graph.ftm.json")
    proxies = []
    for line in (tmp_path / "graph.ftm.json").read_text(encoding="utf-8").splitlines():
        ftm.model.get(json.loads(line)["schema"]).validate(json.loads(line))
        proxies.append(ftm.model.get_proxy(json.loads(line)))
    assert [one.get("sourceUrl") for one in proxies if one.schema.name == "Article"] == [[URL], []]
    assert [one.get("sourceUrl") for one in proxies if one.schema.edge] == [[URL]]


def test_graphml_keeps_it_for_the_way_back(tmp_path, resolution):
    graph = build(resolution)
    graphml.write(graph, tmp_path / "graph.graphml")
    ((*_, before),) = graph.edges(data="evidence")
    ((*_, after),) = graphml.read(tmp_path / "graph.graphml").edges(data="evidence")
    assert after == before
    assert [piece.get("url") for piece in after] == [URL, None]


def test_a_graph_of_pages_without_addresses_does_not_mention_them(tmp_path):
    graph = build(small())
    assert not any("url" in piece for *_, pieces in graph.edges(data="evidence") for piece in pieces)
    assert {row["url"] for row in columns.evidence(graph)} == {""}
    graphml.write(graph, tmp_path / "graph.graphml")
    assert '"url"' not in (tmp_path / "graph.graphml").read_text(encoding="utf-8")
