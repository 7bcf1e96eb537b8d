"""One article or file that takes for ever is named and given up; the others are built."""

from __future__ import annotations

import json
import re
import threading
import time

import pytest
from click.testing import CliRunner
from pages import page, pages

import kg.extract
import kg.read.forms.text
from kg.cli import main
from kg.pipeline.build import build
from kg.pipeline.limits import TookTooLong, limited, possible
from kg.pipeline.stages import Workers
from kg.read import ReadOptions, find_sources

ENDLESS = re.compile(r"(?:a|aa)+")  # doubles with each character
interruptible = pytest.mark.skipif(not possible(), reason="this system cannot interrupt its own process")


@interruptible
def test_a_regular_expression_is_interrupted():
    begin = time.monotonic()
    with pytest.raises(TookTooLong, match=r"p#0: took longer than 0.5 s"), limited(0.5, "p#0"):
        ENDLESS.fullmatch("a" * 100 + "b")
    assert time.monotonic() - begin < 20


@interruptible
def test_what_is_quick_goes_through_and_the_alarm_is_off():
    with limited(0.2, "p#0"):
        pass
    time.sleep(0.4)


def test_another_thread_has_no_limit_and_no_error():
    found = []

    def run() -> None:
        with limited(0.1, "p#0"):
            time.sleep(0.3)
            found.append(possible())

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    assert found == [False]


@interruptible
@pytest.mark.parametrize("where", ["extract", "read"])
def test_the_others_are_built(where, tmp_path, monkeypatch):
    pages(tmp_path / "in", 3)
    slow = tmp_path / "in" / "slow.txt"
    slow.write_text(page(7), encoding="utf-8")
    module, name = (kg.extract, "extract") if where == "extract" else (kg.read.forms.text, "articles")
    right = getattr(module, name)

    def stuck(item, *rest):
        if "slow" in (item.document if hasattr(item, "document") else ""):
            ENDLESS.fullmatch("a" * 100 + "b")
        return right(item, *rest)

    monkeypatch.setattr(module, name, stuck)
    done = build(find_sources([tmp_path / "in"]), tmp_path / "out", ReadOptions(place="青海"), Workers(seconds=3))
    assert len(done.resolution.articles) == 3
    (skip,) = done.skipped
    assert skip.where.startswith("slow.txt") and "took longer than 3 s" in skip.reason
    skipped = json.loads((tmp_path / "out" / "manifest.json").read_text("utf-8"))["skipped"]
    assert [entry["where"] for entry in skipped] == [skip.where]


@interruptible
def test_the_limit_is_an_option_and_a_skip_is_told(tmp_path):
    (tmp_path / "p.txt").write_text(page(1), encoding="utf-8")
    given = CliRunner().invoke(main, ["annotate", str(tmp_path), "--article-seconds", "0.0001"])
    assert given.exit_code == 1
    assert "p.txt" in given.stderr and "--article-seconds" in given.stderr
    assert CliRunner().invoke(main, ["annotate", str(tmp_path), "--article-seconds", "0"]).exit_code == 0
