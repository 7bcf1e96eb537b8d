"""Files that are a little broken, or have odd names, are built; what was done is told, and counted in the manifest."""

from __future__ import annotations

import json
import os

import pytest
from click.testing import CliRunner
from pages import NOT_TEXT, page

from kg.cli import main


def test_broken_bytes_lose_only_themselves(tmp_path):
    whole, broken = page(1), page(2).replace("座谈", "座\x01谈").encode()
    (tmp_path / "whole.txt").write_text(whole, encoding="utf-8")
    (tmp_path / "broken.txt").write_bytes(broken.replace("当日".encode(), b"\xff", 1))
    (tmp_path / "none.txt").write_bytes(NOT_TEXT)
    out = tmp_path / "out"
    ran = CliRunner().invoke(main, ["build", str(tmp_path), "-o", str(out), "--place", "青海"])
    assert ran.exit_code == 1
    assert "note: broken.txt: broken bytes, replaced: 1" in ran.stderr
    assert "control characters, left out: 2" in ran.stderr
    assert "mended" in ran.stdout
    manifest = json.loads((out / "manifest.json").read_text("utf-8"))
    assert [entry["where"] for entry in manifest["skipped"]] == ["none.txt"]
    assert [entry["where"] for entry in manifest["remarks"]] == ["broken.txt"]
    assert manifest["counts"]["articles"] == 2
    articles = [json.loads(line) for line in (out / "articles.jsonl").read_text("utf-8").splitlines()]
    text = next(article["text"] for article in articles if article["document"] == "broken.txt")
    assert "\x01" not in text and "\ufffd" in text


def test_remarks_alone_are_no_failure(tmp_path):
    (tmp_path / "cut.txt").write_bytes(page(1).encode().rstrip(b"\n")[:-1])
    ran = CliRunner().invoke(main, ["annotate", str(tmp_path)])
    assert ran.exit_code == 0
    assert "note: cut.txt" in ran.stderr


def test_a_name_in_gbk_is_built(tmp_path):
    path = tmp_path / os.fsdecode("市市.txt".encode("gbk"))
    try:
        path.write_text(page(1), encoding="utf-8")
    except (OSError, UnicodeError):
        pytest.skip("this file system takes no such names")
    out = tmp_path / "out"
    ran = CliRunner().invoke(main, ["build", str(tmp_path), "-o", str(out), "--place", "青海"])
    assert ran.exit_code == 0, ran.stderr
    (entry,) = json.loads((out / "manifest.json").read_text("utf-8"))["inputs"]
    assert entry["document"] == r"\xca\xd0\xca\xd0.txt"
