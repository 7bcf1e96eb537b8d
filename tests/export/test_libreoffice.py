"""The tables as LibreOffice opens them, numbers guessed as it guesses them."""

from __future__ import annotations

import os
import shutil
import subprocess

import pytest
from databases import real
from graphs import extreme, varied
from openpyxl import load_workbook

from kg.export import tables, workbook
from kg.graph import build
from kg.language.amounts import in_yuan

pytestmark = pytest.mark.slow


def opened(path, folder):
    """The cells of the first sheet as LibreOffice has them, row by row, after the headings; and the headings."""
    program = shutil.which("soffice")
    if program is None:
        if os.environ.get("KG_REQUIRE_LIBREOFFICE"):
            pytest.fail("no soffice: apt-get install libreoffice-calc-nogui")
        pytest.skip("no soffice: apt-get install libreoffice-calc-nogui")
    command = [program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    # As its window asks before it opens a table: commas, UTF-8; and it is to guess all the numbers that it can.
    command += ["--infilter=CSV:44,34,76,1,,1033,false,true"] if path.suffix == ".csv" else []
    command += ["--convert-to", "ods" if path.suffix == ".xlsx" else "xlsx"]
    command += ["--outdir", str(folder / "made"), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=300, env={**os.environ, "HOME": str(folder)})
    if path.suffix == ".xlsx":
        return folder / "made" / f"{path.stem}.ods"
    heads, *rows = load_workbook(folder / "made" / f"{path.stem}.xlsx").active.iter_rows(values_only=True)
    return [dict(zip(heads, row, strict=True)) for row in rows]


def as_shown(text):
    """What a cell of our tables shows: without the apostrophe, as the program has line breaks and nothing."""
    return tables.plain(tables.cell(text)) or None


@pytest.mark.parametrize("graph", [build(real("articles")), build(varied(60, 400))], ids=["seeds", "varied"])
def test_every_id_and_every_name_is_what_it_was_and_money_is_a_number(graph, tmp_path):
    tables.write(graph, tmp_path / "csv")
    nodes = opened(tmp_path / "csv" / "nodes.csv", tmp_path)
    edges = opened(tmp_path / "csv" / "edges.csv", tmp_path)
    sentences = opened(tmp_path / "csv" / "sentences.csv", tmp_path)
    # A firm that is called 360 is a number to a spreadsheet, and looks the same.
    assert {row["编号"]: str(row["名称"]) for row in nodes} == dict(graph.nodes(data="name"))
    assert {(row["主体编号"], row["客体编号"], row["编号"]) for row in edges} == set(graph.edges(keys=True))
    for row in edges:
        data = graph.edges[row["主体编号"], row["客体编号"], row["编号"]]
        assert (row["关系"], row["独立报道数"]) == (data["label"], data["count"])
        assert row["金额"] == as_shown(data["amount"])
        assert row["金额（元）"] == (in_yuan(data["amount"]) if data["amount"] else None)
    told = sorted((row["关系编号"], row["原句"]) for row in sentences)
    assert told == sorted(
        (key, one["sentence"]) for *_, key, data in graph.edges(keys=True, data=True) for one in data["evidence"]
    )


def test_nothing_in_a_hostile_table_runs_or_is_lost(tmp_path):
    graph = build(extreme())
    tables.write(graph, tmp_path / "csv")
    rows = opened(tmp_path / "csv" / "nodes.csv", tmp_path)
    assert {row["编号"] for row in rows} == set(graph)
    assert len(rows) == len(graph)
    assert not any(str(row["名称"]).lstrip(" ").startswith(("=", "+", "-", "@")) for row in rows)


def test_the_workbook_opens(tmp_path):
    workbook.write(build(real("articles")), tmp_path / "graph.xlsx")
    assert opened(tmp_path / "graph.xlsx", tmp_path).stat().st_size > 10_000
