"""Tables, one article a row: CSV with a row of headings, which are the keys of `fields` or those that the user names.

The source map of such an article counts code points of its text cell, not of the file.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator

from kg.errors import SkipInput, UnreadableFile
from kg.model import Article
from kg.read.decode import decode_any
from kg.read.forms import Skip
from kg.read.forms.fields import NAMES, article_of, cutter_of, renamed
from kg.read.options import ReadOptions
from kg.read.sources import Source
from kg.say import say

_DELIMITERS = ",\t;|"
# A cell holds an article; one of more than this holds a broken file, in code points.
_CELL = 2_000_000


def articles(source: Source, options: ReadOptions, skip: Skip) -> Iterator[Article]:
    """The articles of a table; each bad row is told to `skip` and loses only itself. Raises UnreadableFile."""
    raw = decode_any(source.read(), source.document, skip)
    heading = raw.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=heading.count)
    csv.field_size_limit(_CELL)
    rows = csv.DictReader(io.StringIO(raw, newline=""), delimiter=delimiter)
    headings = [name.strip() for name in rows.fieldnames or ()]
    rows.fieldnames = headings
    wanted = [header for role, header in options.columns if role == "text"] or list(NAMES["text"])
    if not {*wanted, *NAMES["text"]} & set(headings):
        said = say(
            "no column {wanted} among {headings}; name it by --column text=…",
            wanted=" or ".join(wanted),
            headings="、".join(headings)[:80],
        )
        raise UnreadableFile(source.document, said)
    cutter = cutter_of(source.document, options)
    found = _found(rows, lambda row, where: article_of(row, where, options, cutter), source.document, skip)
    return renamed(found, source.document, cutter)


def _found(
    rows: csv.DictReader[str], read: Callable[[dict[str, str], str], list[Article]], document: str, skip: Skip
) -> Iterator[tuple[str, Article]]:
    number = 1
    while True:
        number += 1
        where = f"{document}:{number}"
        try:
            row = next(rows)
            note = say("row {number} of the table; the lines and offsets below count in its text", number=number)
            yield from ((note, article) for article in read(row, where))
        except StopIteration:
            return
        except csv.Error as error:
            skip(SkipInput(where, say("not CSV ({error})", error=error)))
            return
        except SkipInput as problem:
            skip(problem)
