"""Corrections by table and by workbook, built again by another version of the rules, and undone.

The other version is a copy of the package with one word more in a table: its hash is another one (`rules_version`), so
nothing of the cache fits, and it reads a post and parts two people that the first version could not know.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pages import contents, page

import kg as package
from kg.export.doubts import COLUMNS

CITIES = ("西宁市", "海东市")
TABLE = "pages/corrections.csv"
RECORDS = ("entities.jsonl", "triples.jsonl")


class Versions:
    """Two versions of the package, and one folder of pages that both read."""

    def __init__(self, root: Path) -> None:
        self.root = root
        for name in ("old", "new"):
            left_out = shutil.ignore_patterns("__pycache__")
            shutil.copytree(Path(package.__file__).parent, root / name / "kg", ignore=left_out)
        with (root / "new/kg/language/data/titles.txt").open("a", encoding="utf-8") as table:
            table.write("观潮使\n")
        (root / "pages").mkdir()
        for number, city in enumerate(CITIES):
            text = f"{page(number).strip()}{city}政府观潮使顾念青参加考察。\n"
            (root / f"pages/page-{number:03}.txt").write_text(text, encoding="utf-8", newline="\n")

    def kg(self, version: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        """Runs the command line of a version."""
        surroundings = {**os.environ, "PYTHONPATH": str(self.root / version), "KG_LANG": "en"}
        command = [sys.executable, "-m", "kg", *arguments]
        return subprocess.run(command, capture_output=True, cwd=self.root, env=surroundings, check=False)

    def build(self, version: str, out: str) -> dict[str, bytes]:
        """All that a version builds of the pages, corrections applied; it must complain of nothing."""
        done = self.kg(version, "build", "pages", "-o", out, "--cache", "kept")
        assert (done.returncode, done.stderr) == (0, b""), done.stderr.decode()
        return contents(self.root / out)

    def uncorrected(self, version: str, out: str) -> dict[str, bytes]:
        """What it builds without the corrections."""
        table, away = self.root / TABLE, self.root / "away.csv"
        table.rename(away)
        found = self.build(version, out)
        away.rename(table)
        return found


def records(built: dict[str, bytes]) -> list[dict]:
    return [json.loads(line) for name in RECORDS for line in built[name].splitlines()]


def by_table(versions: Versions, fact: dict, names: dict[str, dict]) -> None:
    """Rejects a fact with its sentence."""
    one, other = (names[fact[end]] for end in ("subject_id", "object_id"))
    sentence = next(part["sentence"] for part in fact["evidence"] if part["role"] == "trigger")
    ends = [*(one[key] for key in ("type", "name")), "", fact["predicate"], *(other[key] for key in ("type", "name"))]
    row = ["否定", *ends, "", "", f'"{sentence}"']
    done = versions.kg("old", "correct", "out", "--line", ",".join(row), "-c", TABLE)
    assert done.returncode == 0, done.stderr.decode()


def by_workbook(versions: Versions, name: str) -> None:
    """Renames a person in the workbook, as an editor would."""
    versions.kg("old", "export", "out", "-f", "xlsx", "-o", "graph.xlsx")
    book = load_workbook(versions.root / "graph.xlsx")
    row = dict.fromkeys(COLUMNS, "") | {"疑点": "手工", "类型": "人物", "名称": name, "决定": "改名", "新值": "林清扬"}
    book["待核对"].append(list(row.values()))
    book.save(versions.root / "graph.xlsx")
    done = versions.kg("old", "correct", "out", "--from", "graph.xlsx", "-c", TABLE)
    assert done.returncode == 0, done.stderr.decode()


def untouched(built: dict[str, bytes], ids: set[str]) -> list[bytes]:
    """The lines of the records that name none of these."""
    lines = [line for name in RECORDS for line in built[name].splitlines()]
    return [line for line in lines if not any(one.encode() in line for one in ids)]


@pytest.mark.slow
def test_corrections_hold_for_another_version_of_the_rules_and_are_undone_in_both(tmp_path):
    versions = Versions(tmp_path)
    before = versions.build("old", "out")
    things = {one["id"]: one for one in records(before) if one["kind"] == "entity"}
    facts = [one for one in records(before) if one["kind"] == "triple"]
    fact = next(one for one in facts if one["predicate"] == "UNDERTAKES" and one["article"].startswith("page-000"))
    person = next(one for one in things.values() if one["name"] == "林清野")
    by_table(versions, fact, things)
    by_workbook(versions, person["name"])
    gone = {person["id"], fact["id"]}

    with_both = {version: versions.build(version, f"{version}-both") for version in ("old", "new")}
    without = {version: versions.uncorrected(version, f"{version}-none") for version in ("old", "new")}
    assert without["old"] == before
    rules = {json.loads(built["manifest.json"])["versions"]["rules"] for built in with_both.values()}
    assert len(rules) == 2
    for version, people in (("old", 1), ("new", 2)):  # the post parts those whom the name alone had joined
        corrected, plain = with_both[version], without[version]
        assert [one["name"] for one in records(plain) if one["kind"] == "entity"].count("顾念青") == people
        assert fact["id"] in {one["id"] for one in records(plain)}
        assert fact["id"] not in {one["id"] for one in records(corrected)}
        (renamed,) = (one["name"] for one in records(corrected) if one["id"] == person["id"])
        assert renamed == "林清扬"
        assert untouched(corrected, gone) == untouched(plain, gone)
        assert corrected["articles.jsonl"] == plain["articles.jsonl"]

    lines = (tmp_path / TABLE).read_bytes().splitlines(keepends=True)
    (tmp_path / TABLE).write_bytes(b"".join(lines[:-1]))  # the name is taken back, the rejection stays
    one_left = versions.build("new", "new-one")
    assert "林清扬".encode() not in one_left["entities.jsonl"]
    assert one_left["entities.jsonl"] == without["new"]["entities.jsonl"]
    assert one_left["triples.jsonl"] == with_both["new"]["triples.jsonl"]
    (tmp_path / TABLE).unlink()
    assert versions.build("new", "new-both") == without["new"]
    assert versions.build("old", "old-both") == before


@pytest.mark.slow
def test_a_line_that_other_rules_leave_without_its_thing_is_reported(tmp_path):
    versions = Versions(tmp_path)
    versions.build("old", "out")
    done = versions.kg("old", "correct", "out", "--line", "拆分,人物,顾念青,page-001.txt", "-c", TABLE)
    assert done.returncode == 0, done.stderr.decode()
    versions.build("old", "parted")
    done = versions.kg("new", "build", "pages", "-o", "again", "--cache", "kept")
    assert done.returncode == 1
    assert "corrections.csv:2: " in done.stderr.decode()
    assert "顾念青".encode() in (tmp_path / "again/entities.jsonl").read_bytes()
