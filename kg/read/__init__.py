"""Reading: files to articles.

    sources     which files                     formats     text pages, JSON Lines
    decode      bytes → text                    lines       text → cleaned lines, each with its kind
    layout      lines → blocks                  stories     blocks → the bodies of articles
    titles      which title is whose            assemble    bodies → Article, with day, place and reporters

What a PDF has done to a page is undone on the way, and `Article.source_map` leads back to the file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kg.errors import SkipInput, UnreadableFile
from kg.model import Article
from kg.read.preview import preview
from kg.read.sources import Source, find_sources

__all__ = ["ReadOptions", "Source", "find_sources", "preview", "read_source"]


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What the user knows about all the files read. date: ISO day of printing. place: 青海, 西宁市 or 中国."""

    date: str | None = None
    place: str | None = None


def read_source(
    source: Source, options: ReadOptions, on_skip: Callable[[SkipInput], None] | None = None
) -> Iterator[Article]:
    """The articles of one file, in its order.

    A bad line of a JSON Lines file loses only itself: `on_skip` is told of it. Without `on_skip` the good lines are
    given first and the bad ones then raised together. Raises UnreadableFile where the file as a whole cannot be read.
    """
    from kg.read import formats  # noqa: PLC0415  `kg --help` needs no reader
    from kg.read.assemble import Hints  # noqa: PLC0415

    hints = Hints(options.date, options.place)
    if not formats.is_json_lines(source):
        yield from formats.page(source, hints)
        return
    skipped: list[SkipInput] = []
    yield from formats.json_lines(source, hints, on_skip or skipped.append)
    if skipped:
        first = skipped[0]
        raise UnreadableFile(source.document, f"{len(skipped)} lines left out, first {first.where}: {first.reason}")
