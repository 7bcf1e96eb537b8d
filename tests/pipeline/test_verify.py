"""`kg verify` finds whatever was changed in a folder, and nothing in one that was not."""

from __future__ import annotations

import json
import shutil

import pytest
from click.testing import CliRunner
from pages import page, pages

from kg.cli import main
from kg.pipeline.build import build
from kg.pipeline.stages import Workers
from kg.read import ReadOptions, find_sources


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    root = tmp_path_factory.mktemp("verify")
    pages(root / "in", 3)
    build(find_sources([root / "in"]), root / "out", ReadOptions(place="青海"), Workers())
    return root


@pytest.fixture
def copy(built, tmp_path):
    shutil.copytree(built / "in", tmp_path / "in")
    shutil.copytree(built / "out", tmp_path / "out")
    return tmp_path


def verified(root, *more):
    ran = CliRunner().invoke(main, ["verify", str(root / "out"), str(root / "in"), *more])
    assert isinstance(ran.exception, SystemExit | None), ran.exception
    return ran


def faults(ran) -> list[str]:
    """What differs, each with the name of its check before it."""
    found, check = [], ""
    for line in ran.stdout.splitlines():
        if line.startswith("  "):
            found.append(f"{check}: {line.strip()}")
        check = check if line.startswith("  ") else line.partition(":")[0]
    return found


def test_a_folder_as_it_was_built_is_right(built):
    ran = verified(built)
    assert (ran.exit_code, faults(ran)) == (0, [])
    assert [int(line.split(": ")[1].split()[0]) > 0 for line in ran.stdout.splitlines()] == [True] * 7
    assert CliRunner().invoke(main, ["verify", str(built / "out")]).exit_code == 0


def rewritten(path, change):
    """The lines of a file of records, the first changed."""
    first, *others = path.read_text("utf-8").splitlines()
    record = json.loads(first)
    change(record)
    path.write_text("\n".join([json.dumps(record, ensure_ascii=False), *others]) + "\n", "utf-8")


@pytest.mark.parametrize(
    ("change", "where"),
    [
        (lambda r: (r / "in" / "page-001.txt").write_text(page(9), "utf-8"), "inputs: page-001.txt: changed"),
        (lambda r: (r / "in" / "page-001.txt").unlink(), "inputs: page-001.txt: was read"),
        (lambda r: (r / "in" / "page-009.txt").write_text(page(9), "utf-8"), "inputs: page-009.txt: is here"),
        (lambda r: (r / "out" / "nodes.csv").unlink(), "outputs: nodes.csv: No such"),
        (lambda r: (r / "out" / "maps" / "index.html").write_text("x"), "outputs: maps/index.html: changed"),
        (lambda r: rewritten(r / "out" / "triples.jsonl", lambda t: t.update(confidence=0.5)), "hash of the graph"),
        (lambda r: rewritten(r / "out" / "triples.jsonl", lambda t: t.update(subject_id="x")), "records:"),
        (
            lambda r: rewritten(
                r / "out" / "triples.jsonl", lambda t: t["evidence"][0].update(start=10**6, end=10**6 + 2)
            ),
            "spans of",
        ),
        (
            lambda r: rewritten(r / "out" / "triples.jsonl", lambda t: t["evidence"][0].update(sentence="无")),
            "spans of",
        ),
        (lambda r: rewritten(r / "out" / "articles.jsonl", lambda a: a.update(text=a["text"][5:])), "spans of"),
        (lambda r: rewritten(r / "out" / "entities.jsonl", lambda e: e.update(type="Project")), "counts: entities"),
        (lambda r: (r / "out" / "articles.jsonl").write_bytes(b"\xff\n"), "records:"),
    ],
)
def test_what_was_changed_is_found(change, where, copy):
    change(copy)
    ran = verified(copy)
    assert ran.exit_code == 1
    assert any(fault.startswith(where) for fault in faults(ran)), ran.stdout


def manifest(copy, change):
    path = copy / "out" / "manifest.json"
    told = json.loads(path.read_text("utf-8"))
    change(told)
    path.write_text(json.dumps(told), "utf-8")


def test_another_version_is_told_and_is_no_fault(copy):
    manifest(copy, lambda told: told["versions"].update(jieba="0.1", nothing="1"))
    ran = verified(copy)
    assert ran.exit_code == 0
    assert "jieba: built with 0.1" in ran.stdout and "nothing: built with 1, here is none" in ran.stdout


def test_a_manifest_reaches_nothing_outside(copy):
    manifest(copy, lambda told: told["outputs"].update({"../in/page-000.txt": "0", "/dev/zero": "0"}))
    assert "outputs: /dev/zero: leads out of the folder" in faults(verified(copy))


@pytest.mark.parametrize("bad", [b"", b"\xff", b"[" * 100_000, b"{}", b'{"counts":7}'])
def test_a_damaged_or_missing_manifest_is_told_in_one_line(bad, copy):
    path = copy / "out" / "manifest.json"
    path.write_bytes(bad)
    for said in ("damaged", "not there"):
        ran = verified(copy)
        assert ran.exit_code == 1 and said in ran.stderr and ran.stderr.count("\n") == 1
        path.unlink(missing_ok=True)
