"""Reading: files to articles.

    sources     which files                     forms       text, JSON Lines, CSV, web, Word, PDF, archives
    decode      bytes → text                    lines       text → cleaned lines, each with its kind
    layout      lines → blocks                  stories     blocks → the bodies of articles
    titles      which title is whose            assemble    bodies → Article, with day, place and reporters

What a PDF has done to a page is undone on the way, and `Article.source_map` leads back to the file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kg.errors import Mended, SkipInput, UnreadableFile
from kg.model import Article
from kg.read.options import ReadOptions
from kg.read.preview import preview
from kg.read.sources import Source, find_sources
from kg.say import say

__all__ = ["ReadOptions", "Source", "find_sources", "preview", "read_source"]


def read_source(
    source: Source, options: ReadOptions, on_skip: Callable[[SkipInput], None] | None = None
) -> Iterator[Article]:
    """The articles of one file, in its order.

    A bad line of JSON Lines, row of a table or member of an archive loses only itself: `on_skip` is told of it, and, as
    `Mended`, of a few broken bytes that were replaced.
    Without `on_skip` the good ones are given first and the bad ones then raised together. Raises UnreadableFile where
    the file as a whole cannot be read.
    """
    from kg.read import forms  # noqa: PLC0415  `kg --help` needs no reader

    skipped: list[SkipInput] = []
    yield from forms.articles(source, options, on_skip or skipped.append)
    skipped = [error for error in skipped if not isinstance(error, Mended)]
    if skipped:
        first = skipped[0]
        raise UnreadableFile(
            source.document,
            say(
                "{number} parts left out, first {where}: {reason}",
                number=len(skipped),
                where=first.where,
                reason=first.reason,
            ),
        )
