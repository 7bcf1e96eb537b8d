from __future__ import annotations

import csv

import pytest
from graphs import HOSTILE, hostile, small

from kg.export import tables
from kg.graph import build
from kg.legible import legible


def rows(path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_files_begin_with_the_mark_that_excel_needs(tmp_path):
    tables.write(build(small()), tmp_path)
    assert (tmp_path / "nodes.csv").read_bytes().startswith(b"\xef\xbb\xbfid,")
    assert (tmp_path / "edges.csv").read_bytes().startswith(b"\xef\xbb\xbfid,")


def test_a_line_is_readable_without_the_others(tmp_path):
    tables.write(build(small()), tmp_path)
    post = next(row for row in rows(tmp_path / "edges.csv") if row["titles"] == "董事长")
    assert (post["source_name"], post["label"], post["target_name"], post["count"]) == (
        "赵一平",
        "任职",
        "江海公司",
        "1",
    )
    assert post["evidence"] == "云岭省委书记李明远在临江市会见江海公司董事长赵一平。（《第1篇的标题》 2024-03-27）"
    committee = next(row for row in rows(tmp_path / "nodes.csv") if row["name"] == "云岭省委")
    assert (committee["label"], committee["aliases"]) == ("组织", "中共云岭省委")


def test_hostile_names_survive_and_none_is_a_formula(tmp_path):
    graph = build(hostile())
    tables.write(graph, tmp_path)
    nodes, edges = rows(tmp_path / "nodes.csv"), rows(tmp_path / "edges.csv")
    assert (len(nodes), len(edges)) == (graph.number_of_nodes(), graph.number_of_edges())
    assert {row["name"].removeprefix("'") for row in nodes} == {legible(name) for name in (*HOSTILE, "江海公司")}
    for row in (*nodes, *edges):
        assert not any(value.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r")) for value in row.values())


@pytest.mark.parametrize(
    ("text", "shown"), [("=1+1", "'=1+1"), (" @A", "' @A"), ("'x", "''x"), ("会议", "会议"), ("＝1", "'＝1"), ("", "")]
)
def test_cell(text, shown):
    assert tables.cell(text) == shown


def test_a_cell_never_outgrows_the_spreadsheet(tmp_path):
    tables.write(build(hostile()), tmp_path)
    csv.field_size_limit(1_000_000)
    assert all(len(row["evidence"]) < 32_767 for row in rows(tmp_path / "edges.csv"))
    quotes = tables._quotes([{"sentence": "长" * 9_000, "title": "题", "date": "", "document": ""}] * 5)
    assert len(quotes) == 4
    assert quotes[-1] == "… 另有 2 条"
