"""The bar on a terminal, without waiting for it."""

from __future__ import annotations

import io
import itertools
from types import SimpleNamespace

import graphs
from click.testing import CliRunner
from pages import page

from kg.cli import main
from kg.cli.progress import Progress, beginning
from kg.export import lines
from kg.model import Article
from kg.pipeline.build import build
from kg.pipeline.skips import Skip
from kg.pipeline.stages import Workers
from kg.read import ReadOptions, find_sources, preview
from kg.view.views import PAGES


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_the_bar_estimates_the_time_that_remains(tmp_path, monkeypatch):
    sources = [SimpleNamespace(document=name, path=tmp_path / name) for name in "abcd"]
    for source in sources:
        source.path.write_text("字" * 100, encoding="utf-8")
    terminal, clock = Terminal(), itertools.count(0, 2)
    monkeypatch.setattr("sys.stderr", terminal)
    monkeypatch.setattr("time.time", lambda: float(next(clock)))  # two seconds from one look at it to the next
    with Progress(sources) as progress:
        for source in sources:
            progress.follow(SimpleNamespace(article=SimpleNamespace(document=source.document)))
    assert "00:00:" in terminal.getvalue()
    assert "100%" in terminal.getvalue()


def test_nothing_is_drawn_into_a_pipe(tmp_path, monkeypatch):
    (tmp_path / "a").write_text("字", encoding="utf-8")
    pipe = io.StringIO()
    monkeypatch.setattr("sys.stderr", pipe)
    source = SimpleNamespace(document="a", path=tmp_path / "a")
    with Progress([source]) as progress:
        progress.follow(SimpleNamespace(article=SimpleNamespace(document="a")))
    assert pipe.getvalue() == ""


def test_each_step_of_a_build_is_told_on_a_terminal_and_nowhere_else(tmp_path, monkeypatch):
    (tmp_path / "p.txt").write_text(page(1), encoding="utf-8")
    told = []
    for stream in (Terminal(), io.StringIO()):
        monkeypatch.setattr("sys.stderr", stream)
        sources = find_sources([tmp_path / "p.txt"])
        with Progress(sources) as progress:
            build(sources, tmp_path / "out", ReadOptions(place="青海"), Workers(), listener=progress.listener())
        told.append(stream.getvalue())
    steps = ["resolving", "making the graph", "filling the database", "writing records and tables", "drawing the maps"]
    assert [line.removesuffix(" …") for line in told[0].splitlines() if line.endswith("…")] == steps
    assert told[1] == ""


def test_members_of_an_archive_count_to_it(tmp_path, monkeypatch):
    for name in ("a.zip", "b.txt"):
        (tmp_path / name).write_text("字" * 100, encoding="utf-8")
    monkeypatch.setattr("sys.stderr", Terminal())
    sources = [SimpleNamespace(document=name, path=tmp_path / name) for name in ("a.zip", "b.txt")]
    with Progress(sources) as progress:
        for document, before in (("a.zip/内/一.txt", 0), ("b.txt", 300), ("c/不明.txt", 300)):
            progress.follow(SimpleNamespace(article=SimpleNamespace(document=document)))
            assert progress._bar.pos == before


def test_no_name_of_a_file_commands_the_terminal(monkeypatch):
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    with Progress() as progress:
        progress.report(Skip("a.zip/\x1b]0;x\x07红\n跳过.bin", "of a kind that is not read"))
    assert terminal.getvalue() == "skipped: a.zip/␛]0;x␇红␊跳过.bin: of a kind that is not read\n"


def test_a_preview_shows_control_characters_as_signs():
    article = Article(id="a#0", document="a", index=0, title="\x1b[31m红", text="正文。")
    text = preview([article])
    assert "␛[31m红" in text
    assert "\x1b" not in text


def test_what_begins_is_said_on_a_terminal_alone(monkeypatch):
    for stream, expected in ((Terminal(), "drawing the maps …\n"), (io.StringIO(), "")):
        monkeypatch.setattr("sys.stderr", stream)
        beginning("drawing the maps")
        assert stream.getvalue() == expected


def test_draw_and_export_say_what_they_are_at(tmp_path, monkeypatch):
    heard = []
    monkeypatch.setattr("kg.cli.draw.beginning", heard.append)
    monkeypatch.setattr("kg.cli.export.beginning", heard.append)
    lines.write(graphs.small(), tmp_path)
    assert CliRunner().invoke(main, ["draw", str(tmp_path), "-o", str(tmp_path / "maps")]).exit_code == 0
    assert [str(one) for one in heard] == ["reading the graph", *(view.title for view in PAGES)]
    heard.clear()
    assert CliRunner().invoke(main, ["export", str(tmp_path), "-f", "gexf"]).exit_code == 0
    assert [str(one) for one in heard] == ["reading the graph", "writing gexf"]
