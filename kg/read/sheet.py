"""Sheets of letters as pages of text that know where each of their lines stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import fmean

from kg.language.text import seam
from kg.model import Article, Spot, replace
from kg.read import geometry, pieces, upright
from kg.read.capitals import with_capitals
from kg.read.dateline import opens
from kg.read.furniture import is_masthead, is_rubric
from kg.read.geometry import Bar, Box, Letter, Row, Rule
from kg.read.headers import is_header, is_paper
from kg.read.margins import without_margins
from kg.read.pieces import ENDS, Piece
from kg.read.weight import with_bold

_HEADERS = (is_masthead, is_header, is_paper)
_FIRST_ROWS = 8  # among which a sheet's header is looked for
_END = 6  # letters of its second line at most


@dataclass(frozen=True, slots=True)
class Placed:
    """A line of a column at `text[start:start + len(row.text)]` of a sheet's text."""

    start: int
    row: Row


@dataclass(frozen=True, slots=True)
class Leaf:
    """A sheet as it is laid out. columns: pieces set upright, their rows turned. browser: whether one printed it.

    page: its number in the file, from 1; height: in the units of its letters.
    """

    pieces: tuple[Piece, ...]
    columns: tuple[Piece, ...] = ()
    browser: bool = False
    page: int = 0
    height: float = 0.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """text: every title marked as a heading, a paragraph a line. lines: in the order of the text.

    heights: of its pages, in the units of their letters.
    """

    text: str
    lines: tuple[Placed, ...] = ()
    heights: Mapping[int, float] = field(default_factory=dict)

    @property
    def sure(self) -> float:
        """How sure its lines are in the mean, in [0, 1]."""
        return fmean(line.row.sure for line in self.lines) if self.lines else 1.0


def sheet_of(letters: Sequence[Letter], height: float = 0.0) -> Sheet:
    """The text of one sheet in reading order; what is set upright behind the rest."""
    return bound([leaf_of(letters, page=1, height=height)])


def leaf_of(
    letters: Sequence[Letter], lines: tuple[Sequence[Rule], Sequence[Bar]] = ((), ()), *, page: int, height: float
) -> Leaf:
    """The layout of a sheet; lines: upright and lying ones."""
    rules, bars = lines
    flat, standing = upright.parted(letters)
    rows, browser = without_margins(geometry.rows_of(flat, rules))
    headers, rows = _headers(rows)
    rows = with_bold(rows)
    boxes = geometry.boxes_of(_numbered(with_capitals(rows), page), bars)
    turned = geometry.rows_of([upright.turned(letter) for letter in standing])
    columns = geometry.boxes_of(_numbered(turned, page))
    beside = upright.titles(columns, geometry.body_size(boxes)) if boxes else []
    set_upright = [] if beside else pieces.pieces_of(columns)
    found = [Piece((), (Box((row,)),)) for row in _numbered(headers, page)] + pieces.pieces_of(boxes, beside, bars)
    return Leaf(tuple(found), tuple(set_upright), browser, page, height)


def _headers(rows: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """The paper's name, page and day over a sheet, and its other rows."""
    head: list[Row] = []
    dropped: list[Row] = []
    first = rows[:_FIRST_ROWS]
    for row in first:
        ends = (end for end in first if len(end.text) <= _END and _over(row, end) and is_header(row.text + end.text))
        end = next(ends, None)
        if row not in dropped and (
            end is not None or any(tells(text) for tells in _HEADERS for text in (row.text, "".join(row.text.split())))
        ):
            head.append(row if end is None else replace(row, text=row.text + end.text))
            dropped += [row] if end is None else [row, end]
    return head, [row for row in rows if row not in dropped]


def _over(row: Row, under: Row) -> bool:
    """Whether a row stands right over another, which goes on with it."""
    return 0 <= row.bottom - under.top <= row.size and abs(row.left - under.left) <= row.size


def _numbered(rows: Iterable[Row], page: int) -> list[Row]:
    return [replace(row, page=page) for row in rows]


def bound(leaves: Sequence[Leaf]) -> Sheet:
    """The text of sheets each of which runs on from the one before."""
    page = _Page()
    for piece in _joined(leaves):
        page.piece(piece)
    for leaf in leaves:
        for piece in leaf.columns:
            page.piece(piece, turned=True)
    return Sheet(page.text, tuple(page.lines), {leaf.page: leaf.height for leaf in leaves})


def runs_on(leaf: Leaf, after: Leaf) -> bool:
    """Whether the last article of a sheet goes on at the head of the next: in a column alike, without a title.

    Within a sentence, or where a browser printed both.
    """
    last, first = _last(leaf.pieces), _first(after.pieces)
    if last is None or first is None or after.pieces[first].titles:
        return False
    tail, head = leaf.pieces[last].bodies[-1], after.pieces[first].bodies[0]
    alike = abs(tail.size - head.size) <= 0.1 * tail.size and abs(_width(tail) - _width(head)) <= 0.1 * _width(tail)
    if not alike or opens(head.rows[0].text) or not (len(head.rows) > 2 or head.rows[-1].text[-1:] in ENDS):
        return False
    ended = tail.rows[-1].text[-1:] in ENDS
    return not ended or (leaf.browser and after.browser)


def _joined(leaves: Sequence[Leaf]) -> list[Piece]:
    """The pieces of all sheets, those that run on in one."""
    found: list[Piece] = []
    tail: int | None = None
    for leaf in leaves:
        first, last = _first(leaf.pieces), _last(leaf.pieces)
        places = []
        for n, piece in enumerate(leaf.pieces):
            if n == first and tail is not None:
                found[tail] = replace(found[tail], bodies=(*found[tail].bodies, *piece.bodies))
            else:
                found.append(piece)
            places.append(tail if n == first and tail is not None else len(found) - 1)
        tail = None if last is None else places[last]
    return found


def _first(some: Sequence[Piece]) -> int | None:
    """The piece with the upper body of the first column."""
    found = [(box.left, -box.top, n) for n, piece in enumerate(some) for box in piece.bodies]
    edge = min((left for left, *_ in found), default=0.0)
    near = [(top, n) for left, top, n in found if left <= edge + _aside(some)]
    return min(near)[1] if near else None


def _last(some: Sequence[Piece]) -> int | None:
    """The piece with the lower body of the last column."""
    found = [(box.left, box.bottom, n) for n, piece in enumerate(some) for box in piece.bodies]
    edge = max((left for left, *_ in found), default=0.0)
    near = [(bottom, n) for left, bottom, n in found if left >= edge - _aside(some)]
    return min(near)[1] if near else None


def _aside(some: Sequence[Piece]) -> float:
    return geometry.body_size([box for piece in some for box in piece.bodies])


def _width(box: Box) -> float:
    return max(box.right - box.left, 1.0)


def with_spots(article: Article, sheet: Sheet) -> Article:
    """An article of a sheet that says where its lines stand on its pages."""
    spots = (_spot(begin, end, row, sheet.heights[row.page]) for begin, end, row in _lines_of(article, sheet))
    return replace(article, spots=tuple(spots))


def _spot(begin: int, end: int, row: Row, height: float) -> Spot:
    left, top, right, bottom = (round(x, 1) for x in (row.left, height - row.top, row.right, height - row.bottom))
    return Spot(begin, end - begin, row.page, left, top, right, bottom, row.sure)


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
        body = [[back(row) for row in rows] for rows in pieces.paragraphs(piece.bodies)]
        if piece.titles:
            # A large line over nothing is the paper's name or an advertisement.
            title = [back(row) for box in piece.titles for row in box.rows]
            titled = body and not is_rubric("".join(row.text for row in title), apart=True)
            self.line(title, mark="# " if titled else "", apart=True)
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
