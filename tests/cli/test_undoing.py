"""Corrections by table and by workbook, rules that change beneath them, and undoing: the rest stays as it was."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook
from pages import contents, pages

from kg.cli import main
from kg.export.doubts import COLUMNS
from kg.extract import stage


@pytest.fixture
def kg(tmp_path, monkeypatch):
    """The command line in this process, whose rules a test can change, with two pages and the graph built of them."""
    monkeypatch.chdir(tmp_path)
    pages(tmp_path / "pages", 2)

    def run(*arguments):
        done = CliRunner(env={"KG_LANG": "en"}).invoke(main, [*arguments], catch_exceptions=False)
        assert done.exit_code == 0, done.output

    run("build", "pages", "-o", "out", "--jobs", "1")
    return run


def lines(folder, name):
    return [json.loads(line) for line in (folder / name).read_text("utf-8").splitlines()]


def touching(folder, gone):
    """The lines of a folder's records, without those of the ids in `gone`."""
    things = [one for one in lines(folder, "entities.jsonl") if one["id"] not in gone]
    facts = [one for one in lines(folder, "triples.jsonl") if not gone & {one["subject_id"], one["object_id"]}]
    return things, facts


def by_table(kg, fact, names):
    """Reject one fact with its sentence, written by `kg correct`."""
    ends = [names[fact[end]] for end in ("subject_id", "object_id")]
    sentence = next(part["sentence"] for part in fact["evidence"] if part["role"] == "trigger")
    row = ["否定", ends[0]["type"], ends[0]["name"], "", fact["predicate"], ends[1]["type"], ends[1]["name"], "", ""]
    kg("correct", "out", "--line", ",".join([*row, f'"{sentence}"']), "-c", "pages/corrections.csv")


def by_workbook(kg, folder, name):
    """Rename a person in the workbook, as an editor would, and take it back."""
    kg("export", "out", "-f", "xlsx", "-o", "graph.xlsx")
    book = load_workbook(folder / "graph.xlsx")
    row = dict.fromkeys(COLUMNS, "") | {"疑点": "手工", "类型": "人物", "名称": name, "决定": "改名", "新值": "新名字"}
    book["待核对"].append(list(row.values()))
    book.save(folder / "graph.xlsx")
    kg("correct", "out", "--from", "graph.xlsx", "-c", "pages/corrections.csv")


def test_corrected_twice_read_by_other_rules_and_undone(kg, tmp_path, monkeypatch):
    out = tmp_path / "out"
    before, names = contents(out), {one["id"]: one for one in lines(out, "entities.jsonl")}
    fact = next(one for one in lines(out, "triples.jsonl") if one["predicate"] == "HOLDS_POSITION")
    person = next(one for one in names.values() if one["type"] == "Person" and one["id"] != fact["subject_id"])
    by_table(kg, fact, names)
    by_workbook(kg, tmp_path, person["name"])
    kg("build", "pages", "-o", "corrected", "--jobs", "1")
    corrected = tmp_path / "corrected"
    assert fact["id"] not in {one["id"] for one in lines(corrected, "triples.jsonl")}
    assert next(one["name"] for one in lines(corrected, "entities.jsonl") if one["id"] == person["id"]) == "新名字"
    gone = {fact["subject_id"], fact["object_id"], person["id"]}
    assert touching(corrected, gone) == touching(out, gone)

    monkeypatch.setattr(stage, "confidence", lambda _: 0.5)  # other rules: every fact is as sure as every other
    kg("build", "pages", "-o", "again", "--jobs", "1")
    again = tmp_path / "again"
    assert {one["confidence"] for one in lines(again, "triples.jsonl")} == {0.5}
    assert [{**one, "confidence": 0} for one in lines(again, "triples.jsonl")] == [
        {**one, "confidence": 0} for one in lines(corrected, "triples.jsonl")
    ]
    assert (again / "entities.jsonl").read_bytes() == (corrected / "entities.jsonl").read_bytes()

    monkeypatch.undo()
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pages" / "corrections.csv").unlink()
    kg("build", "pages", "-o", "out", "--jobs", "1")
    assert contents(out) == before
