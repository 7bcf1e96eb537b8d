"""The workbook: sheets, no formula, the same bytes, and decisions that come back as corrections."""

from __future__ import annotations

import zipfile
from datetime import datetime

import pytest
from graphs import HOSTILE, article, entity, small, triple
from openpyxl import load_workbook

from kg.correct import Correction, correct
from kg.errors import UserError
from kg.export import sheets, workbook
from kg.export.doubts import COLUMNS, DECISION
from kg.graph import build
from kg.model import Resolution, replace


@pytest.fixture
def path(tmp_path):
    workbook.write(build(small()), tmp_path / "graph.xlsx")
    return tmp_path / "graph.xlsx"


def cells(sheet):
    return [cell for row in sheet.iter_rows() for cell in row]


def test_sheets_with_headings_filters_and_frozen_rows(path):
    book = load_workbook(path)
    kinds = ["人物", "组织", "地点", "项目", "会议活动", "协议"]
    assert book.sheetnames == [*kinds, "关系", "原句", "各地（含所属）", "待核对"]
    for sheet in book:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref.startswith("A1:")
        assert sheet["A1"].font.bold
    graph = build(small())
    assert sum(book[kind].max_row - 1 for kind in kinds) == graph.number_of_nodes()
    assert book["关系"].max_row - 1 == graph.number_of_edges()


def test_a_fact_links_to_its_sentence(path):
    book = load_workbook(path)
    facts, sentences = book["关系"], book["原句"]
    heads = [cell.value for cell in facts[1]]
    for row in facts.iter_rows(min_row=2):
        cell = row[heads.index("原句")]
        line = sentences[cell.hyperlink.location.split("!")[1]].row
        assert sentences.cell(line, 1).value == row[heads.index("编号")].value
        assert sentences.cell(line, 5).value == cell.value


def test_no_cell_is_a_formula_and_every_text_comes_back(tmp_path):
    people = [entity("Person", f"{name}" or "空") for name in HOSTILE if name.strip()]
    formulas = [name for name in HOSTILE if name.startswith(("=", "+", "-", "@"))]
    source = article(1, "。".join(name.replace("\ud800", "").replace("\udfff", "") for name in HOSTILE))
    met = [triple(source, people[0], "MET_WITH", person) for person in people[1:]]
    path = tmp_path / "graph.xlsx"
    workbook.write(build(Resolution((source,), tuple(people), tuple(met))), path)
    book = load_workbook(path)
    found = [cell for sheet in book for cell in cells(sheet)]
    assert all(cell.data_type != "f" for cell in found)
    assert set(formulas) <= {cell.value for cell in found}


def test_a_name_like_the_mark_up_of_a_workbook_is_a_name(tmp_path):
    names = ["<r><t>李</t></r>", "<r></r>", "_x0041_", " 前后 "]
    workbook.write(build(Resolution((), tuple(entity("Person", name) for name in names), ())), tmp_path / "g.xlsx")
    found = load_workbook(tmp_path / "g.xlsx", rich_text=False)["人物"]
    assert {cell.value for cell in found["A"][1:]} == set(names)


def test_no_more_cells_are_links_than_excel_takes(tmp_path, monkeypatch):
    monkeypatch.setattr(sheets, "LINKS", 2)
    workbook.write(build(small()), tmp_path / "g.xlsx")
    column = load_workbook(tmp_path / "g.xlsx")["关系"]["O"]
    assert column[0].value == "原句"
    assert sum(cell.hyperlink is not None for cell in column) == 2
    assert all(cell.value for cell in column)


def test_the_same_graph_gives_the_same_bytes(path, tmp_path):
    again = tmp_path / "again.xlsx"
    resolution = small()
    turned = replace(resolution, entities=resolution.entities[::-1], triples=resolution.triples[::-1])
    workbook.write(build(turned), again)
    assert again.read_bytes() == path.read_bytes()


def doubtful():
    one = article(1, "李文达会见周明远。", document="a.txt")
    two = article(2, "李文达出席。", document="b.txt")
    people = (
        entity("Person", "李文达", documents=("a.txt",)),
        replace(entity("Person", "李文达", documents=("b.txt",)), id="p2", members=("b.txt#2:Person:李文达",)),
        entity("Person", "周明远", documents=("a.txt",)),
        entity("Person", "李", documents=("b.txt",)),
    )
    fact = replace(triple(one, people[0], "MET_WITH", people[2]), confidence=0.4)
    return Resolution((one, two), people, (fact,))


def decide(path, **decisions):
    """Fill in the decision of the rows whose doubt begins so."""
    book = load_workbook(path)
    sheet = book["待核对"]
    for row in sheet.iter_rows(min_row=2):
        for doubt, choice in decisions.items():
            if row[0].value.startswith(doubt):
                row[COLUMNS.index(DECISION)].value = choice
    book.save(path)


def test_doubts_are_listed_and_decisions_come_back_as_corrections(tmp_path):
    path = tmp_path / "graph.xlsx"
    workbook.write(build(doubtful()), path)
    assert workbook.decisions(path) == []
    decide(path, 同名而未合并="合并", 把握="否定", 名称只有="保留")
    by_action = {line.action: line for line in workbook.decisions(path)}
    keep, reject, merge = (by_action.pop(action) for action in ("keep", "reject", "merge"))
    assert not by_action
    assert (keep.type, keep.name, keep.document) == ("人物", "李", "b.txt")
    assert (reject.action, reject.type, reject.predicate, reject.other_type) == ("reject", "人物", "会见", "人物")
    assert {reject.name, reject.other} == {"李文达", "周明远"}
    assert reject.sentence == "李文达会见周明远。"
    assert (merge.action, merge.name, merge.document, merge.other, merge.other_document) == (
        *("merge", "李文达", "a.txt", "李文达", "b.txt"),
    )


def doubts_of(resolution, path):
    workbook.write(build(resolution), path)
    return {row[0].value[:4] for row in load_workbook(path)["待核对"].iter_rows(min_row=2)}


def test_what_an_editor_keeps_or_parts_is_not_asked_again(tmp_path):
    path = tmp_path / "graph.xlsx"
    assert {"同名而未", "名称只有"} <= doubts_of(doubtful(), path)
    decide(path, 同名而未合并="保留", 名称只有="保留")
    lines = workbook.decisions(path)
    kept, misfits = correct(doubtful(), lines)
    assert not misfits
    assert not {"同名而未", "名称只有"} & doubts_of(kept, path)
    assert [misfit.line for misfit in correct(kept, lines)[1]] == lines
    merged, _ = correct(doubtful(), [replace(line, action="merge") for line in lines if line.other])
    (one,) = [found for found in merged.entities if found.name == "李文达"]
    parted, _ = correct(merged, [Correction("split", "人物", "李文达", "b.txt")])
    assert len([found for found in parted.entities if found.name == one.name]) == 2
    assert "同名而未" not in doubts_of(parted, path)


def test_a_weak_join_that_an_editor_keeps_is_not_asked_again(tmp_path):
    members = ("a.txt#1:Person:李文达", "b.txt#2:Person:李文达")
    one = replace(
        entity("Person", "李文达", documents=("a.txt", "b.txt")),
        members=members,
        reasons=(f"{members[0]} = {members[1]}: 当地唯一的同名者",),
    )
    resolution = replace(doubtful(), entities=(one,), triples=())
    path = tmp_path / "graph.xlsx"
    assert doubts_of(resolution, path) == {"合并依据"}
    decide(path, 合并依据较弱="保留")
    kept, misfits = correct(resolution, workbook.decisions(path))
    assert not misfits
    assert doubts_of(kept, path) == set()


def test_a_day_that_excel_made_a_date_of_is_a_day(tmp_path):
    path = tmp_path / "graph.xlsx"
    workbook.write(build(doubtful()), path)
    decide(path, 同名而未合并="合并")
    book = load_workbook(path)
    for row in book["待核对"].iter_rows(min_row=2):
        row[COLUMNS.index("日期")].value = datetime(2024, 5, 1)
    book.save(path)
    (line,) = workbook.decisions(path)
    assert line.when == "2024-05-01"


def test_a_decision_that_is_none_and_a_file_that_is_no_workbook_are_named(tmp_path):
    path = tmp_path / "graph.xlsx"
    workbook.write(build(doubtful()), path)
    decide(path, 名称只有="消灭")
    with pytest.raises(UserError, match=r"graph\.xlsx:待核对:"):
        workbook.decisions(path)
    other = tmp_path / "other.xlsx"
    other.write_bytes(b"PK")
    with pytest.raises(UserError, match="no workbook of kg export"):
        workbook.decisions(other)


@pytest.mark.parametrize("name", ["graph.csv", "graph.xls", "graph.xlsx"])
def test_what_is_no_workbook_is_named(tmp_path, name):
    (tmp_path / name).write_text("疑点,类型\n", encoding="utf-8")
    with pytest.raises(UserError, match="no workbook of kg export"):
        workbook.decisions(tmp_path / name)


def test_a_workbook_that_unpacks_to_too_much_is_refused(tmp_path):
    bomb = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("xl/workbook.xml", "w") as part:
        for _ in range(201):
            part.write(b" " * (1 << 20))
    with pytest.raises(UserError, match="unpacks to more than 200 MiB"):
        workbook.decisions(bomb)
