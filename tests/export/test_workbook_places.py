"""The workbook's sheet of places counts what lies in a place and in all below it."""

from __future__ import annotations

from graphs import article, entity, triple
from openpyxl import load_workbook

from kg.export import workbook
from kg.graph import build
from kg.model import Resolution


def test_places_are_rolled_up(tmp_path):
    park, project, firm = (
        entity("Location", "西宁南滩工业园区"),
        entity("Project", "风电基地项目"),
        entity("Organization", "江海公司"),
    )
    told = article(1, "江海公司投资3亿元在西宁南滩工业园区建设风电基地项目。")
    facts = (triple(told, project, "LOCATED_IN", park), triple(told, firm, "UNDERTAKES", project, amount="3亿元"))
    workbook.write(build(Resolution((told,), (park, project, firm), facts)), tmp_path / "x.xlsx")
    book = load_workbook(tmp_path / "x.xlsx")
    rows = {row[0]: row[1:4] for row in book[workbook.PLACES].iter_rows(min_row=2, values_only=True)}
    assert rows == {
        "青海省": (None, 1, 300_000_000),
        "西宁市": ("青海省", 1, 300_000_000),
        "西宁南滩工业园区": ("青海省 › 西宁市", 1, 300_000_000),
    }
    (found,) = list(book["项目"].iter_rows(min_row=2, values_only=True))
    assert found[:3] == ("风电基地项目", None, "青海省 › 西宁市 › 西宁南滩工业园区")
    heads = [cell.value for cell in book["关系"][1]]
    assert heads[-1] == "编号" and "金额（元）" in heads
