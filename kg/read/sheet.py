"""A sheet of letters as a page of text that knows where each of its lines stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from kg.language.text import seam
from kg.model import Article, Spot, replace
from kg.read import geometry, upright
from kg.read.geometry import Letter, Piece, Row, Rule


@dataclass(frozen=True, slots=True)
class Placed:
    """A line of a column at `text[start:start + len(row.text)]` of a sheet's text."""

    start: int
    row: Row


@dataclass(frozen=True, slots=True)
class Sheet:
    """text: every title marked as a heading, a paragraph a line. lines: in the order of the text. height: of the page,
    in the units of its letters."""

    text: str
    lines: tuple[Placed, ...] = ()
    height: float = 0.0

    @property
    def sure(self) -> float:
        """How sure its lines are in the mean, in [0, 1]."""
        return fmean(line.row.sure for line in self.lines) if self.lines else 1.0


def sheet_of(letters: Sequence[Letter], height: float = 0.0, rules: Sequence[Rule] = ()) -> Sheet:
    """The text of a sheet in reading order; what is set upright behind the rest."""
    flat, standing = upright.parted(letters)
    boxes = geometry.boxes_of(geometry.rows_of(flat, rules))
    columns = geometry.boxes_of(geometry.rows_of([upright.turned(letter) for letter in standing]))
    beside = upright.titles(columns, geometry.body_size(boxes)) if boxes else []
    page = _Page()
    for piece in geometry.pieces_of(boxes, beside):
        page.piece(piece)
    for piece in [] if beside else geometry.pieces_of(columns):
        page.piece(piece, turned=True)
    return Sheet(page.text, tuple(page.lines), height)


def with_spots(article: Article, sheet: Sheet, page: int) -> Article:
    """An article of a sheet that says where its lines stand on that page."""
    spots = (_spot(begin, end, page, row, sheet.height) for begin, end, row in _lines_of(article, sheet))
    return replace(article, spots=tuple(spots))


def _spot(begin: int, end: int, page: int, row: Row, height: float) -> Spot:
    left, top, right, bottom = (round(x, 1) for x in (row.left, height - row.top, row.right, height - row.bottom))
    return Spot(begin, end - begin, page, left, top, right, bottom, row.sure)


def _lines_of(article: Article, sheet: Sheet) -> list[tuple[int, int, Row]]:
    """Which part of an article's text each line gives, half-open; the source map may part a line in several runs."""
    found: list[tuple[int, int, Row]] = []
    runs = sorted(article.source_map, key=lambda run: run.source)
    k = 0
    for placed in sheet.lines:
        first, last = placed.start, placed.start + len(placed.row.text)
        while k < len(runs) and runs[k].source + runs[k].length <= first:
            k += 1
        parts = []
        for run in runs[k:]:
            if run.source >= last:
                break
            begin, end = max(first, run.source), min(last, run.source + run.length)
            parts.append((run.start + begin - run.source, run.start + end - run.source))
        if parts:
            found.append((min(begin for begin, _ in parts), max(end for _, end in parts), placed.row))
    return sorted(found, key=lambda item: item[:2])


def _as_it_is(row: Row) -> Row:
    return row


class _Page:
    """A page of text while it is made."""

    def __init__(self) -> None:
        self.text = ""
        self.lines: list[Placed] = []

    def piece(self, piece: Piece, *, turned: bool = False) -> None:
        """Adds an article; turned: of turned letters."""
        back = upright.back if turned else _as_it_is
        body = [[back(row) for row in rows] for rows in geometry.paragraphs(piece.bodies)]
        if piece.titles:
            # A large line over nothing is the paper's name or an advertisement.
            title = [back(row) for box in piece.titles for row in box.rows]
            self.line(title, mark="# " if body else "", apart=True)
            self.text += "\n"
        for rows in body:
            self.line(rows)
        self.text += "\n"

    def line(self, rows: Sequence[Row], mark: str = "", *, apart: bool = False) -> None:
        """Adds rows as one line; apart: with a space between them."""
        self.text += mark
        before = ""
        for row in rows:
            self.text += (" " if before else "") if apart else seam(before, row.text)
            self.lines.append(Placed(len(self.text), row))
            self.text += row.text
            before = row.text
        self.text += "\n"
