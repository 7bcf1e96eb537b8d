"""Lines to blocks: which lines run on, which are titles, what only stands beside."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.language.text import CLOSERS, seam
from kg.read import furniture
from kg.read.dateline import opens
from kg.read.glyphs import Glyphs, joined
from kg.read.lines import EDGE, Kind, Line

# A line of a title on a page without hard breaks is no wider than this; so is a heading inside a feature.
TITLE_WIDTH = 42
# Right before a dateline a line that ends no sentence is a title of whatever length.
_LONG_TITLE = 100
# How far a full line of a column may fall short of the column's width or hang over it.
_SLACK = 3
# The first line of a paragraph lacks the width of two characters of its column and more, so a title has to be shorter.
_SHORT = 0.75
_NEAR = 14
_TITLE_LINES = 4
_STOPS = "。；：;…"
_CRIES = "！？!?"
_OPEN_BRACKET = re.compile(r"[（(][^（()）。]*(?:记者|通讯员)[^（()）。]*$")
_LAST_NAME = re.compile(r"(?<=[\s、])[\u4e00-\u9fff]{1,4}$")
_FIRST_NAME = re.compile(r"[\u4e00-\u9fff]+(?=[\s、）)])")
_SAYS = re.compile(r"(?:说|表示|指出|强调|介绍|认为|要求)[，,：:]")


@dataclass(frozen=True, slots=True)
class Block:
    """Neighbouring lines that are one thing. kind: TEXT for what is read on, HEADING for a title, else as the lines.

    column: the width of the column that they stand in. opened: a dateline begins here. why: what made it a title.
    """

    kind: Kind
    lines: tuple[Line, ...]
    column: float
    opened: bool = False
    why: str = ""

    @property
    def glyphs(self) -> Glyphs:
        """Its lines in one: with the hard breaks of a body taken out, or those of a title turned into spaces."""
        if self.kind is Kind.HEADING:
            return joined([line.glyphs for line in self.lines], lambda left, right: " ")
        return joined([line.glyphs for line in self.lines], body_seam)

    @property
    def text(self) -> str:
        """What it says."""
        return self.glyphs.text

    @property
    def finished(self) -> bool:
        """Whether its last line ends a sentence."""
        return finished(self.lines[-1].text)


@dataclass(frozen=True, slots=True)
class Page:
    """How a page is set. wrapped: its lines break inside sentences. spacing: blank lines between lines that run on."""

    wrapped: bool
    spacing: int


def finished(text: str) -> bool:
    """Whether a line ends with the end of a sentence, closing quotes and brackets let aside."""
    bare = text.rstrip(CLOSERS + "\"'")
    if bare != text and bare[-1:] not in _STOPS + _CRIES:
        return text.endswith(("）", ")")) and furniture.ends_with_byline(text)
    return text.endswith(("（完）", "(完)")) or bare[-1:] in _STOPS + _CRIES


def body_seam(left: str, right: str) -> str:
    """What stands between two lines of a body: nothing, but for a space between Latin words and between two names.

    In 「（记者 杨依军\n赵博）」 the break is between two reporters, in 「（记者 石成\n砚）」 inside a name.
    """
    if _OPEN_BRACKET.search(left[-60:]):
        before, after = _LAST_NAME.search(left), _FIRST_NAME.match(right)
        if before and after and len(before.group()) > 1 and len(after.group()) > 1:
            return " "
    return seam(left, right)


def blocks(lines: Sequence[Line]) -> list[Block]:
    """The blocks of a page in their order; every line is in one."""
    page = _page(lines)
    lines = _boxes(_captions(lines, page), page)
    columns = _columns(lines, page)
    runs = _runs(lines, columns, page)
    return _titled(runs, page)


def _page(lines: Sequence[Line]) -> Page:
    texts = [line for line in lines if line.kind is Kind.TEXT]
    gaps = sorted(line.gap for line in texts if line.gap < EDGE)
    middle = gaps[len(gaps) // 2] if gaps else 0
    broken = [line for line in texts if not finished(line.text) and line.width < TITLE_WIDTH]
    wrapped = len(texts) > 3 and len(broken) > 0.5 * len(texts)
    # A page whose every line is followed by a blank one: only longer gaps mean something.
    spacing = middle if wrapped and middle and len([g for g in gaps if g >= middle]) > 0.8 * len(gaps) else 0
    return Page(wrapped, spacing)


def _captions(lines: Sequence[Line], page: Page) -> list[Line]:
    """A caption of several lines, and the one whose credit stands on a line of its own."""
    kept = list(lines)
    for i, line in enumerate(kept):
        if line.kind is not Kind.CAPTION:
            continue
        first = i
        while first > 0 and i - first < 3 and kept[first].gap <= page.spacing and kept[first - 1].kind is Kind.TEXT:
            first -= 1
        standing_apart = kept[first].gap > page.spacing and not opens(kept[first].text)
        if first < i and standing_apart and (page.wrapped or furniture.is_credit(line.text)):
            kept[first:i] = [replace(part, kind=Kind.CAPTION) for part in kept[first:i]]
        elif first == i and furniture.is_credit(line.text) and _captioned(kept, i):
            kept[i - 1] = replace(kept[i - 1], kind=Kind.CAPTION)
    return kept


def _captioned(lines: Sequence[Line], i: int) -> bool:
    """Whether the short line before the credit at `i` stands in a row of captions."""
    return i > 1 and lines[i - 1].kind is Kind.TEXT and lines[i - 1].width <= 30 and lines[i - 2].kind is Kind.CAPTION


def _boxes(lines: Sequence[Line], page: Page) -> list[Line]:
    """A box goes on to the first end of a sentence that has a gap behind it."""
    kept: list[Line] = []
    inside = False
    for i, line in enumerate(lines):
        inside = (inside and line.kind is Kind.TEXT and not opens(line.text)) or line.kind is Kind.BOX
        kept.append(replace(line, kind=Kind.BOX) if inside else line)
        gap = i + 1 == len(lines) or lines[i + 1].gap > page.spacing or not page.wrapped
        if inside and gap and finished(line.text):
            inside = False
    return kept


def _columns(lines: Sequence[Line], page: Page) -> list[float]:
    """The width of the column around each line: what three lines in five of its neighbourhood do not exceed."""
    if not page.wrapped:
        return [float(TITLE_WIDTH + _SLACK)] * len(lines)
    texts = [i for i, line in enumerate(lines) if line.kind is Kind.TEXT and line.width >= 6]
    found = []
    for i in range(len(lines)):
        near = sorted(texts, key=lambda other: (abs(other - i), other))[:_NEAR]
        widths = sorted(lines[other].width for other in near)
        found.append(widths[int(0.6 * (len(widths) - 1))] if widths else 0.0)
    return found


def _runs(lines: Sequence[Line], columns: Sequence[float], page: Page) -> list[Block]:
    """Lines of the same kind that no gap, dateline or end of a paragraph parts."""
    found: list[Block] = []
    for line, column in zip(lines, columns, strict=True):
        opened = line.kind is Kind.TEXT and opens(line.text)
        if found and not opened and _runs_on(found[-1], line, page):
            found[-1] = replace(found[-1], lines=(*found[-1].lines, line))
        else:
            found.append(Block(line.kind, (line,), column, opened))
    return found


def _runs_on(block: Block, line: Line, page: Page) -> bool:
    last = block.lines[-1]
    if line.kind is not block.kind:
        return False
    if block.kind in (Kind.BOX, Kind.CAPTION, Kind.MASTHEAD):
        return True
    if block.kind is not Kind.TEXT or line.gap > page.spacing or not page.wrapped:
        return False
    ends_here = finished(last.text) and (last.width < block.column - 1.5 or line.indented)
    # An indented line begins a paragraph or a frame, so an unfinished one before it is a title.
    return not ends_here and not (line.indented and not last.indented and _title_like(block, fuzzy=True))


def _titled(runs: Sequence[Block], page: Page) -> list[Block]:
    """The runs with those that are titles marked as such, and titles cut off the text that they touch."""
    found: list[Block] = []
    pieces = [piece for i, run in enumerate(runs) for piece in _cut(run, _edge(runs, i + 1))]
    following = _followed_by_edge(pieces)
    for piece, edge in zip(pieces, following, strict=True):
        reading = next((b for b in reversed(found) if b.kind is Kind.TEXT), None)
        is_open = reading is not None and not reading.finished and not piece.opened
        why = _title_reason(piece, edge, is_open, page) if piece.kind is Kind.TEXT else ""
        if not why and reading is None and page and _first_title(piece, pieces):
            why = "the first line of the file, short and apart"
        found.append(replace(piece, kind=Kind.HEADING, why=why) if why else piece)
    return found


def _edge(runs: Sequence[Block], i: int) -> bool:
    """Whether an article cannot go on at run `i`: the end, a heading, a dateline, a box, a jump line."""
    while i < len(runs) and runs[i].kind is Kind.CAPTION:
        i += 1
    if i >= len(runs) or runs[i].opened or runs[i].kind is not Kind.TEXT:
        return True
    # Behind an unfinished line without a gap, only a new paragraph is indented.
    return runs[i].lines[0].indented and runs[i].lines[0].gap == 0 and i > 0 and not runs[i - 1].finished


def _followed_by_edge(pieces: Sequence[Block]) -> list[bool]:
    """For each piece whether only other titles stand between it and an edge."""
    found = [False] * len(pieces)
    for i in range(len(pieces) - 1, -1, -1):
        following = i + 1 < len(pieces) and found[i + 1] and _title_like(pieces[i + 1])
        found[i] = _edge(pieces, i + 1) or following
    return found


def _cut(run: Block, before_edge: bool) -> list[Block]:
    """A run whose first or last lines can only be a title, cut there."""
    if run.kind is not Kind.TEXT or (run.opened and len(run.lines) == 1):
        return [run]
    ends = [i for i, line in enumerate(run.lines) if finished(line.text)]
    tail = len(run.lines) - (ends[-1] + 1) if ends else 0
    if before_edge and ends and 0 < tail <= _TITLE_LINES:
        return [replace(run, lines=run.lines[:-tail]), replace(run, lines=run.lines[-tail:], opened=False)]
    head = 0
    while not run.opened and head < len(run.lines) and _shaped(run.lines[head], run.column):
        head += 1
    if 0 < head < min(len(run.lines), _TITLE_LINES):
        return [replace(run, lines=run.lines[:head]), replace(run, lines=run.lines[head:])]
    return [run]


def _title_reason(piece: Block, edge: bool, is_open: bool, page: Page) -> str:
    """Why a piece of text is a title, or "" if it is not; `is_open`: the text before it stops inside a sentence."""
    cries = edge and not is_open
    if piece.opened or not _title_like(piece, fuzzy=cries):
        return ""
    if any(line.doubled for line in piece.lines):
        return "printed in bold type"
    if edge and not is_open:
        return "does not end a sentence, and no text follows that it could begin"
    shaped = all(_shaped(line, piece.column) for line in piece.lines)
    if shaped and not is_open:
        return f"short beside a column of {piece.column:g}" if page.wrapped else "a short line that ends no sentence"
    widths = [line.width for line in piece.lines]
    uneven = max(widths) - min(widths) > 1.5 or max(widths) > piece.column + _SLACK
    if page.wrapped and shaped and uneven and "，" not in piece.text:
        return "lines of uneven length inside a sentence of the text around"
    return ""


def _first_title(piece: Block, pieces: Sequence[Block]) -> bool:
    """在这里，向世界发出“青海声音”！ as the first line of a page, a gap behind it."""
    later = [other for other in pieces if other.kind is Kind.TEXT and other is not piece]
    if piece.kind is not Kind.TEXT or not later or piece.opened:
        return False
    apart = later[0].lines[0].gap > 0 or later[0].opened
    limit = _LONG_TITLE if later[0].opened else TITLE_WIDTH
    return apart and _title_like(piece, fuzzy=True, limit=limit)


def _title_like(piece: Block, *, fuzzy: bool = False, limit: float = TITLE_WIDTH) -> bool:
    """Whether the words could be a title, no line wider than `limit`; `fuzzy`: also one that ends with ！ or ？."""
    text = "".join(line.text for line in piece.lines)
    last = piece.lines[-1].text
    if len(piece.lines) > _TITLE_LINES or "。" in text or _SAYS.search(text) or last.endswith(("，", "、", ",")):
        return False
    if max(line.width for line in piece.lines) > limit:
        return False
    return not piece.finished or (fuzzy and last.rstrip(CLOSERS)[-1:] in _CRIES)


def _shaped(line: Line, column: float) -> bool:
    """Whether a line that ends no sentence is too short, or too long, to be a full line of its column."""
    if finished(line.text) or line.text.endswith(("，", "、", ",")) or "。" in line.text:
        return False
    phrases = line.text.split()
    set_apart = (
        len(phrases) > 1 and all(len(phrase) > 2 for phrase in phrases) and not re.search("[（）()、，]", line.text)
    )
    off = line.width <= _SHORT * column or line.width >= column + _SLACK
    return line.doubled or off or set_apart
