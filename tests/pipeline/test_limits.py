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
    with pytest.raises(TookTooLong, match=r"p#0: took longer than 0.5 s of the processor"), limited(0.5, "p#0"):
        ENDLESS.fullmatch("a" * 100 + "b")
    assert time.monotonic() - begin < 20


@interruptible
def test_what_is_quick_goes_through_and_the_alarm_is_off(monkeypatch):
    for patience, work in ((10, working), (1, time.sleep)):
        monkeypatch.setattr("kg.pipeline.limits.PATIENCE", patience)
        with limited(0.2, "p#0"):
            pass
        work(0.4)


@interruptible
def test_what_waits_for_others_is_patiently_waited_for(monkeypatch):
    """The clock goes on while others have the machine; it decides in the end about what does nothing."""
    with limited(0.1, "p#0"):
        time.sleep(0.5)
    monkeypatch.setattr("kg.pipeline.limits.PATIENCE", 2)
    with pytest.raises(TookTooLong, match=r"p#0: gave no answer for 0.2 s .2 times"), limited(0.1, "p#0"):
        time.sleep(20)


def working(seconds: float) -> None:
    """Work for so many seconds of the processor."""
    end = time.process_time() + seconds
    while time.process_time() < end:
        pass


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
    assert skip.where.startswith("slow.txt") and "took longer than 3 s of the processor" in skip.reason
    skipped = json.loads((tmp_path / "out" / "manifest.json").read_text("utf-8"))["skipped"]
    assert [entry["where"] for entry in skipped] == [skip.where]


@interruptible
def test_the_limit_is_an_option_and_a_skip_is_told(tmp_path):
    (tmp_path / "p.txt").write_text(page(1), encoding="utf-8")
    given = CliRunner().invoke(main, ["annotate", str(tmp_path), "--article-seconds", "0.0001"])
    assert given.exit_code == 1
    assert "p.txt" in given.stderr and "--article-seconds" in given.stderr
    assert CliRunner().invoke(main, ["annotate", str(tmp_path), "--article-seconds", "0"]).exit_code == 0
