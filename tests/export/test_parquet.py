"""Parquet, read by DuckDB and pandas; the examples of docs/parquet.md run."""

from __future__ import annotations

import re
from pathlib import Path

import duckdb
import pandas as pd
import pytest
from databases import real
from graphs import extreme, gold, small

from kg.export import parquet
from kg.graph import build

PAGE = Path(__file__).parents[2] / "docs" / "parquet.md"


@pytest.mark.parametrize("make", [small, gold, extreme])
def test_duckdb_finds_every_node_edge_and_sentence(tmp_path, make):
    graph = build(make())
    parquet.write(graph, tmp_path)
    found = {name: duckdb.sql(f"SELECT * FROM '{tmp_path / name}'") for name in parquet.FILES}
    nodes = found["nodes.parquet"].fetchall()
    assert {row[0] for row in nodes} == {name for _, name in graph.nodes(data="name")}
    assert len(nodes) == len(graph)
    assert len(found["edges.parquet"].fetchall()) == graph.number_of_edges()
    sentences = [row[0] for row in found["evidence.parquet"].project("sentence").fetchall()]
    assert sentences == [piece["sentence"] for *_, pieces in graph.edges(data="evidence") for piece in pieces]


def test_pandas_finds_lists_and_numbers(tmp_path):
    graph = build(small())
    parquet.write(graph, tmp_path)
    edges = pd.read_parquet(tmp_path / "edges.parquet")
    assert {tuple(titles) for titles in edges.titles} == {tuple(titles) for *_, titles in graph.edges(data="titles")}
    assert edges.weight.sum() == sum(count for *_, count in graph.edges(data="count"))
    aliases = pd.read_parquet(tmp_path / "nodes.parquet").set_index("label").aliases
    assert list(aliases["云岭省委"]) == ["中共云岭省委"]


def test_an_empty_graph_has_tables_with_columns(tmp_path):
    from kg.model import Resolution

    parquet.write(build(Resolution((), (), ())), tmp_path)
    assert "titles" in pd.read_parquet(tmp_path / "edges.parquet").columns


def test_the_same_graph_has_the_same_bytes(tmp_path):
    parquet.write(build(gold()), tmp_path / "a")
    parquet.write(build(gold()), tmp_path / "b")
    for name in parquet.FILES:
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_the_examples_of_the_page_run(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    parquet.write(build(real("articles")), tmp_path / "parquet")
    text = PAGE.read_text(encoding="utf-8")
    queries = re.findall(r"^```sql\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    assert len(queries) == 4
    for query in queries:
        assert duckdb.sql(query).fetchall(), query
    (script,) = re.findall(r"^```python\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    exec(compile(script, str(PAGE), "exec"), {})
    assert "人物" in capsys.readouterr().out
