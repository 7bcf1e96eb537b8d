"""Pages written in the manner of many papers and sites, with their right cuts (tests/read/printed)."""

from pathlib import Path

import pytest

from kg.read.assemble import Hints, read_page

PAGES = sorted((Path(__file__).parent / "printed").glob("*.txt"))
MARK = "\n=====\n"


def _plain(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_pages_are_cut_as_a_person_would(path: Path) -> None:
    """Below the page stands a line an article: title, first words, last words, day, place, reporters.

    A day or place that is left empty there is not asked for.
    """
    raw, _, cuts = path.read_text(encoding="utf-8").partition(MARK)
    wanted = [(*line.split("\t"), "", "", "", "", "")[:6] for line in cuts.splitlines()]
    found = read_page(raw, path.name, Hints())
    assert [_plain(article.title) for article in found] == [_plain(row[0]) for row in wanted]
    for article, (_, begins, ends, day, place, reporters) in zip(found, wanted, strict=True):
        text = _plain(article.text)
        assert text.startswith(_plain(begins))
        assert text.endswith(_plain(ends))
        assert day in ("", article.date)
        assert place in ("", article.place)
        assert "、".join(article.reporters) == reporters
        for run in article.source_map:
            assert article.text[run.start : run.start + run.length] == raw[run.source : run.source + run.length]
