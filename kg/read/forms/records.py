"""JSON Lines, one article a line: an object with the keys of `fields`, all but the text optional.

The source map of such an article counts code points of its text value, not of the file.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from kg.errors import SkipInput
from kg.model import Article
from kg.read.cutting import Cutter
from kg.read.decode import decode_any
from kg.read.forms import Skip
from kg.read.forms.fields import article_of, cutter_of, renamed
from kg.read.options import ReadOptions
from kg.read.sources import Source
from kg.say import say


def articles(source: Source, options: ReadOptions, skip: Skip) -> Iterator[Article]:
    """The articles of a file of JSON Lines; each bad line is told to `skip` and loses only itself.

    Raises UnreadableFile if the file is not text.
    """
    raw = decode_any(source.read(), source.document, skip)
    cutter = cutter_of(source.document, options)
    # Not splitlines(): U+2028 and U+0085 may stand inside a JSON string.
    lines = enumerate(raw.split("\n"), 1)
    found = (
        told
        for number, line in lines
        for told in line_articles(line, f"{source.document}:{number}", options, skip, cutter)
    )
    return renamed(found, source.document, cutter)


def line_articles(
    line: str, where: str, options: ReadOptions, skip: Skip, cutter: Cutter | None = None
) -> Iterator[tuple[str, Article]]:
    """The article of one line, with the note where it stood; where: document and number of the line."""
    if not line.strip():
        return
    number = where.rpartition(":")[2]
    note = say("line {number} of the file; the lines and offsets below count in its text", number=number)
    try:
        yield from ((note, article) for article in article_of(_object(line, where), where, options, cutter))
    except SkipInput as problem:
        skip(problem)


def _object(line: str, where: str) -> dict[str, object]:
    try:
        plain = json.loads(line, strict=False)  # control characters may stand inside strings
    except (ValueError, RecursionError) as error:
        raise SkipInput(where, say("not JSON ({error})", error=error)) from error
    if not isinstance(plain, dict):
        raise SkipInput(where, say("not a JSON object"))
    return plain
