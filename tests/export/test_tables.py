from __future__ import annotations

import csv

import pytest
from graphs import EXTREME, article, entity, extreme, small, triple, varied

from kg.export import tables
from kg.graph import build
from kg.legible import legible
from kg.model import Resolution
from kg.ontology import ontology


def rows(path) -> list[dict[str, str]]:
    csv.field_size_limit(1_000_000)
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_files_begin_with_the_mark_that_excel_needs(tmp_path):
    tables.write(build(small()), tmp_path)
    for name, first in (
        ("nodes.csv", "名称,"),
        ("edges.csv", "主体,关系,客体,"),
        ("sentences.csv", "主体,关系,客体,原句,"),
    ):
        assert (tmp_path / name).read_bytes().startswith(b"\xef\xbb\xbf" + first.encode())


def test_a_line_is_readable_without_the_others(tmp_path):
    tables.write(build(small()), tmp_path)
    post = next(row for row in rows(tmp_path / "edges.csv") if row["职务"] == "董事长")
    assert (post["主体"], post["关系"], post["客体"], post["独立报道数"]) == ("赵一平", "任职", "江海公司", "1")
    assert post["原句"] == "云岭省委书记李明远在临江市会见江海公司董事长赵一平。（《第1篇的标题》 2024-03-27）"
    committee = next(row for row in rows(tmp_path / "nodes.csv") if row["名称"] == "云岭省委")
    assert (committee["类型"], committee["别名"]) == ("组织", "中共云岭省委")
    assert (committee["最早日期"], committee["最晚日期"]) == ("2024-03-27", "2024-05-06")


def test_every_sentence_has_a_line_that_names_its_edge(tmp_path):
    graph = build(small())
    tables.write(graph, tmp_path)
    edges = {row["编号"]: row for row in rows(tmp_path / "edges.csv")}
    sentences = rows(tmp_path / "sentences.csv")
    assert len(sentences) == sum(len(pieces) for *_, pieces in graph.edges(data="evidence"))
    assert {row["关系编号"] for row in sentences} == edges.keys()
    assert all(row["主体"] == edges[row["关系编号"]]["主体"] for row in sentences)


def test_rows_stand_as_a_person_would_list_them(tmp_path):
    tables.write(build(varied(60, 400)), tmp_path)
    nodes, edges, sentences = (rows(tmp_path / name) for name in tables.FILES)
    words = ontology()
    types = [kind.label for kind in words.types.values()]
    assert [row["类型"] for row in nodes] == sorted((row["类型"] for row in nodes), key=types.index)
    for label in {row["关系"] for row in edges}:
        days = [row["最早日期"] for row in edges if row["关系"] == label]
        assert days == sorted(days, reverse=True)
    labels = [kind.label for kind in words.predicates.values()]
    assert [row["关系"] for row in edges] == sorted((row["关系"] for row in edges), key=labels.index)
    assert list(dict.fromkeys(row["关系编号"] for row in sentences)) == [row["编号"] for row in edges]
    assert list(edges[0])[-3:] == ["主体编号", "客体编号", "编号"]


def test_money_is_a_number_in_yuan_beside_its_words_and_a_day_without_a_year_says_so(tmp_path):
    source = article(1, "江海公司投资1.5亿元建设新河港，12月19日开工。", date=None)
    firm, port = entity("Organization", "江海公司"), entity("Project", "新河港")
    fact = triple(source, firm, "UNDERTAKES", port, amount="1.5亿元", date="--12-19")
    tables.write(build(Resolution((source,), (firm, port), (fact,))), tmp_path)
    (row,) = rows(tmp_path / "edges.csv")
    assert (row["金额"], row["金额（元）"], row["最早日期"]) == ("1.5亿元", "150000000", "12月19日，年份不详")


def test_hostile_names_survive_and_none_is_a_formula(tmp_path):
    graph = build(extreme())
    tables.write(graph, tmp_path)
    nodes, edges, sentences = (rows(tmp_path / name) for name in tables.FILES)
    assert (len(nodes), len(edges)) == (graph.number_of_nodes(), graph.number_of_edges())
    assert {tables.plain(row["名称"]) for row in nodes} == {legible(name) for name in (*EXTREME, "江海公司")}
    for row in (*nodes, *edges, *sentences):
        assert not any(value.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r")) for value in row.values())
        assert all(len(value) < 32_767 for value in row.values())


@pytest.mark.parametrize(
    ("text", "shown"), [("=1+1", "'=1+1"), (" @A", "' @A"), ("'x", "''x"), ("会议", "会议"), ("＝1", "'＝1"), ("", "")]
)
def test_cell(text, shown):
    assert tables.cell(text) == shown
    assert tables.plain(shown) == text


def test_a_cell_that_a_spreadsheet_would_cut_ends_in_a_sign():
    assert len(tables.cell("长" * 40_000)) == 32_000
    assert tables.cell("长" * 40_000).endswith("长…")
