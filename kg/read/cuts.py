"""Where a person wants pages cut: a table that the preview writes and a person mends.

One line an article, CSV with these headings:

    document   the page                      begin, end   the first and last words of the article's body
    title      all its lines in one          date         ISO day, or empty
    place      the paper's place, or empty

Words are looked for without their white space, the last words behind the first; an article begins behind the beginning
of the one before it. The words of an article stand on one page of a PDF, in one row of a table. Documents without a
line are cut by the rules. A cell that a spreadsheet would run as a formula has an apostrophe before it.
"""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.errors import UnreadableFile, UserError
from kg.language.days import is_whole
from kg.language.text import unify
from kg.model import Article, Run, replace
from kg.read import dates
from kg.read.decode import decode_any
from kg.say import say

HEADINGS = ("document", "begin", "end", "title", "date", "place")
_WORDS, _MOST = 12, 60
# A day as spreadsheets save it when somebody has edited the table.
_SAVED = re.compile(r"20\d{2}(?:[/.]\d{1,2}[/.]\d{1,2}|-\d{1,2}-\d{1,2}|年\d{1,2}月\d{1,2}日)", re.ASCII)
_FORMULA = ("=", "+", "-", "@", "'", "＝", "＋", "－", "＠")


@dataclass(frozen=True, slots=True)
class Cut:
    """One article as a person wants it. begin, end: its first and last words. title, date, place: "" where unsaid."""

    begin: str
    end: str
    title: str = ""
    date: str = ""
    place: str = ""


def load(path: Path) -> dict[str, tuple[Cut, ...]]:
    """The cuts of each document, from UTF-8 or what Excel saves. Raises UserError where the file is no such table."""
    try:
        text = decode_any(path.read_bytes(), str(path))
        rows = list(csv.DictReader(io.StringIO(text, newline="")))
    except UnreadableFile as error:
        raise UserError(str(error)) from error
    except (OSError, csv.Error) as error:
        raise UserError(f"{path}: {error}") from error
    told: defaultdict[str, list[Cut]] = defaultdict(list)
    for number, row in enumerate(rows, 2):
        if not row.get("document") or not row.get("begin") or not row.get("end"):
            raise UserError(
                say(
                    "{path}:{number}: needs document, begin and end; the headings are {headings}",
                    path=path,
                    number=number,
                    headings=", ".join(HEADINGS),
                )
            )
        cut = Cut(*(_plain(row.get(name)) for name in HEADINGS[1:]))
        if _SAVED.fullmatch(cut.date):
            cut = replace(cut, date=dates.in_header(cut.date) or cut.date)
        if cut.date and not (cut.date.isascii() and is_whole(cut.date)):
            raise UserError(
                say(
                    "{path}:{number}: {day} is no day; write it like 2024-03-27", path=path, number=number, day=cut.date
                )
            )
        told[_plain(row["document"])].append(cut)
    return {document: tuple(cuts) for document, cuts in told.items()}


def dump(articles: Iterable[Article]) -> str:
    """The table of articles as they were cut, to be mended by a person."""
    table = io.StringIO()
    rows = csv.writer(table, lineterminator="\n")
    rows.writerow(HEADINGS)
    for article in articles:
        begin, end = _ends(article)
        # A day without its year is for a person to complete; the page tells it again.
        day = article.date if article.date and is_whole(article.date) else ""
        cells = (article.document, begin, end, article.title, day, article.place or "")
        rows.writerow([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in cells])
    return table.getvalue()


def found(raw: str, cuts: Iterable[Cut]) -> Iterator[tuple[Cut, tuple[int, int]]]:
    """The first cuts whose words stand in a text in this order, with where each begins and ends, half-open."""
    page = unify(raw)  # as it was read: the words of the preview are from there
    kept = [i for i, character in enumerate(page) if not character.isspace()]
    plain = "".join(page[i] for i in kept)
    at = 0
    for cut in cuts:
        first, last = ("".join(unify(words).split()) for words in (cut.begin, cut.end))
        start = plain.find(first, at)
        end = plain.find(last, start + max(0, len(first) - len(last))) if start >= 0 else -1
        if end < 0:
            return
        yield cut, (kept[start], kept[end + len(last) - 1] + 1)
        at = start + 1


def moved(article: Article, offset: int) -> Article:
    """An article read from a part of a file that begins at `offset`, its source map counted from the file's start."""
    return replace(article, source_map=tuple(Run(r.start, r.length, r.source + offset) for r in article.source_map))


def _plain(cell: str | None) -> str:
    return (cell or "").strip().removeprefix("'")


def _ends(article: Article) -> tuple[str, str]:
    """The first and last words of a body: what stands first and last in the file, without what stands beside it."""
    text = article.text
    begin = text[:_WORDS].replace("\n", "")
    if not article.source_map:
        return begin, text[-_WORDS:].replace("\n", "")
    last = max(article.source_map, key=lambda run: run.source)
    stop = last.start + last.length
    plain = "".join(text.split())
    # Long enough to be found at the end, and not before it.
    for length in range(_WORDS, _MOST):
        end = "".join(text[max(0, stop - length) : stop].split())
        if plain.find(end) + len(end) >= len("".join(text[:stop].split())):
            break
    return begin, end
