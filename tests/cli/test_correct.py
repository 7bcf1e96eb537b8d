"""Corrections round trip: build, correct by CSV and by Excel, build again, undo."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pages import contents, pages

from kg.export.doubts import COLUMNS


def kg(*arguments, cwd: Path) -> subprocess.CompletedProcess:
    command = [sys.executable, "-m", "kg", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, cwd=cwd, check=False)
    return subprocess.CompletedProcess(command, done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    folder = tmp_path_factory.mktemp("corrections")
    pages(folder / "pages", 2)
    assert kg("build", "pages", "-o", "out", cwd=folder).returncode == 0
    return folder


@pytest.fixture
def table(root):
    """The path of the corrections, gone afterwards."""
    path = root / "pages" / "corrections.csv"
    yield path
    path.unlink(missing_ok=True)


def people(out):
    found = [json.loads(line) for line in (out / "entities.jsonl").read_text("utf-8").splitlines()]
    return sorted(entity["name"] for entity in found if entity["type"] == "Person")


def test_a_line_is_tried_written_applied_and_undone(root, table):
    before, name = contents(root / "out"), people(root / "out")[0]
    line = f"删除,人物,{name}"
    done = kg("correct", "out", "--line", line, "-c", table, "--who", "周明远", cwd=root)
    assert (done.returncode, done.stderr) == (0, "")
    assert table.read_bytes().startswith("\ufeff操作,类型,名称".encode())
    assert done.stdout.startswith(f"{line},")
    assert "周明远" in done.stdout
    done = kg("build", "pages", "-o", "out", cwd=root)
    assert (done.returncode, done.stderr) == (0, "")
    assert name not in people(root / "out")
    table.unlink()
    kg("build", "pages", "-o", "out", cwd=root)
    assert contents(root / "out") == before


def test_what_fits_nothing_is_not_written_and_an_old_line_is_reported(root, table):
    done = kg("correct", "out", "--line", "删除,人物,查无此人", "-c", table, cwd=root)
    assert done.returncode == 1
    assert "no 人物 is called 查无此人" in done.stderr
    assert not table.exists()
    table.write_text("操作,类型,名称\n删除,人物,查无此人\n", encoding="utf-8")
    done = kg("build", "pages", "-o", "elsewhere", cwd=root)
    assert done.returncode == 1
    assert "corrections.csv:2: no 人物 is called 查无此人" in done.stderr
    assert people(root / "elsewhere") == people(root / "out")


def test_decisions_of_a_workbook_become_lines(root, table):
    assert kg("export", "out", "-f", "xlsx", "-o", "graph.xlsx", cwd=root).returncode == 0
    book = load_workbook(root / "graph.xlsx")
    name = people(root / "out")[-1]
    row = dict.fromkeys(COLUMNS, "") | {"疑点": "手工", "类型": "人物", "名称": name, "决定": "改名", "新值": "新名字"}
    book["待核对"].append(list(row.values()))
    book.save(root / "graph.xlsx")
    done = kg("correct", "out", "--from", "graph.xlsx", "-c", table, cwd=root)
    assert (done.returncode, done.stderr) == (0, "")
    kg("build", "pages", "-o", "renamed", cwd=root)
    assert "新名字" in people(root / "renamed")
    again = kg("correct", "out", "--from", "graph.xlsx", "-c", table, cwd=root)
    assert (again.returncode, again.stdout) == (0, "")
    assert kg("correct", "out", "-c", table, cwd=root).stdout == f"{table}: 1 corrections\n"


def test_resolve_applies_corrections_too(root, tmp_path):
    table = tmp_path / "corrections.csv"
    table.write_text(f"操作,类型,名称\n删除,人物,{people(root / 'out')[0]}\n删除,人物,查无此人\n", encoding="utf-8")
    kg("read", "pages", "-o", "articles.jsonl", cwd=root)
    kg("extract", "articles.jsonl", "-o", "extracted.jsonl", cwd=root)
    done = kg("resolve", "extracted.jsonl", "--corrections", table, cwd=root)
    assert done.returncode == 1
    assert "查无此人" in done.stderr
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert len([one for one in found if one["kind"] == "entity" and one["type"] == "Person"]) == len(
        people(root / "out")[1:]
    )
