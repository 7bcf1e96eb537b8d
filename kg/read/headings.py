"""Which runs of lines are titles: by how they end, how wide they are, and what stands around them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.language.classes import one_of
from kg.language.lexicon import word_set
from kg.language.text import CLOSERS
from kg.read.block import CRIES, Block, Page, finished, finished_at
from kg.read.lines import Kind, Line
from kg.read.overlap import coverage, tells
from kg.say import say

# A line of a title on a page without hard breaks is no wider than this; so is a heading inside a feature.
TITLE_WIDTH = 42
# Right before a dateline a line that ends no sentence is a title of whatever length.
_LONG_TITLE = 100
# The first line of a page without hard breaks: kicker, main line and subtitle in one.
_FLAT_TITLE = 70
_TITLE_LINES, _HEAD_LINES = 6, 4
_LEAST = 3
_PLACE = 12  # a line with the place of a title, and a colon
# A title that nothing parts from its text: lines of that text, letters of its own, and how much the text says of it.
_GLUED, _GLUED_TITLE, _SAYS_SO, _DATED_SAYS_SO, _FULL = 3, 8, 0.6, 0.35, 1.5
_DAY = re.compile(r"\d{1,2}月\d{1,2}日[，上下晚]")
# The first line of a paragraph lacks the width of two characters of its column and more, so a title has to be shorter;
# one that hangs over by three is too long for its column.
_SHORT, _OVER = 0.75, 3
_COMMAS = ("，", "、", ",")
FIELDS = re.compile(r"(?:^|[\s　])[\u4e00-\u9fff]{2,6}[：:]")  # 「嘉宾：李文达 主持人：沈佳」
_SAYS = re.compile(f"(?:{one_of('reporting_verbs')})[，,：:]")
# 「会上，…」: how paragraphs begin, and titles do not.
_BODY_OPENING = re.compile(
    r"(?:会上|会前|会后|会议|期间|随后|据[^，,]{1,6}|当[天日]|近年来|目前|截至|同时|此外|其中|下一步|今年|去年|活动[中上]|记者)[^，,]{0,6}[，,]"
)
# 「通报。」: the end of a word or sentence that a break has left at the beginning of the next line.
_REMNANT = re.compile(r"[^，。、；：,]{1,4}[。；]|[，。、；：）”]|[的了着]\w")


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands around a run. edge: no article can go on behind it. open: the text before stops inside a sentence.

    apart: a gap on both sides. following: the run behind it, or None. behind, before: the text behind and before it.
    island: its lines and those that touch them, where they stand apart together.
    """

    edge: bool
    open: bool
    apart: bool
    following: Block | None
    behind: str
    before: str
    island: tuple[Line, ...]


def mark(runs: Sequence[Block], page: Page) -> list[Block]:
    """The runs with those that are titles marked as HEADING with a reason, cut off the text that they touch."""
    pieces = [
        piece
        for i, run in enumerate(runs)
        for part in _cut(run, _edge(runs, i + 1, page))
        for piece in (
            _glued(part, runs[i + 1 : i + 2], page, sure=_comments(runs, i)) if _apart(runs, i, page) else [part]
        )
    ]
    found: list[Block] = []
    for i, piece in enumerate(pieces):
        why = _reason(piece, _around(pieces, found, i, page), page) if piece.kind is Kind.TEXT else ""
        if not why and not any(block.kind is Kind.TEXT for block in found) and _first(piece, pieces, page):
            why = say("the first line of the file, short and apart")
        marked = replace(piece, kind=Kind.HEADING, why=why) if why else piece
        if why and _leads(found, marked, page):
            found[-1] = replace(found[-1], kind=Kind.HEADING, why=why)
        if why and found and found[-1].why and marked.lines[0].gap <= page.spacing:
            found[-1] = replace(found[-1], lines=found[-1].lines + marked.lines)
        else:
            found.append(marked)
    return found


def _leads(found: Sequence[Block], title: Block, page: Page) -> bool:
    """Whether the line right over a title is its first: 「石桥镇：」 over 「一场院坝会 解开五年结」."""
    if not found or found[-1].kind is not Kind.TEXT or title.lines[0].gap > page.spacing:
        return False
    line, over = found[-1].lines[-1], found[-2] if len(found) > 1 else None
    alone = len(found[-1].lines) == 1 and line.text.endswith(("：", ":")) and not line.listed
    short = line.width <= _PLACE and not re.search("[，。；]", line.text)
    return alone and short and (over is None or over.kind is not Kind.TEXT or over.finished)


def _around(pieces: Sequence[Block], found: Sequence[Block], i: int, page: Page) -> _Around:
    reading = next((block for block in reversed(found) if block.kind is Kind.TEXT), None)
    following = pieces[i + 1] if i + 1 < len(pieces) else None
    behind = "".join(piece.text for piece in pieces[i + 1 : i + 4] if piece.kind is Kind.TEXT)
    gap_behind = following is None or following.lines[0].gap > page.spacing
    gap_before = pieces[i].lines[0].gap > page.spacing or not found or found[-1].kind is not Kind.TEXT
    ended = reading is None or reading.finished or reading.lines[-1].listed
    before = reading.text if reading else ""
    return _Around(
        _before_edge(pieces, i, page), not ended and not pieces[i].opened, gap_before and gap_behind, following,
        behind, before, _island(pieces, i, page),
    )  # fmt: skip


def _island(pieces: Sequence[Block], i: int, page: Page) -> tuple[Line, ...]:
    """The lines of a piece and of those that touch it, if together they stand apart and are no more than a title."""
    first = last = i
    while first > i - _HEAD_LINES and first > 0 and pieces[first].lines[0].gap <= page.spacing:
        first -= 1
    while last < i + _HEAD_LINES and last + 1 < len(pieces) and pieces[last + 1].lines[0].gap <= page.spacing:
        last += 1
    lines = tuple(line for piece in pieces[first : last + 1] for line in piece.lines)
    whole = all(piece.kind in (Kind.TEXT, Kind.HEADING) for piece in pieces[first : last + 1])
    return lines if whole and lines[0].gap > page.spacing and len(lines) <= _HEAD_LINES else ()


def _edge(runs: Sequence[Block], i: int, page: Page) -> bool:
    """Whether an article cannot go on at run `i`: the end, a heading, a dateline, a box, a jump line."""
    while i < len(runs) and runs[i].kind is Kind.CAPTION:
        i += 1
    if i >= len(runs) or runs[i].opened or runs[i].kind is not Kind.TEXT:
        return True
    if not runs[i].lines[0].indented or i == 0 or runs[i - 1].finished or _REMNANT.match(runs[i].text):
        return False
    # A new frame may begin inside a sentence with a space; where paragraphs are indented, a column that goes on is not.
    return page.indented or runs[i].lines[0].gap == 0


def _before_edge(pieces: Sequence[Block], i: int, page: Page) -> bool:
    """Whether only other titles stand between piece `i` and an edge."""
    while not _edge(pieces, i + 1, page):
        i += 1
        if not _like(pieces[i]):
            return False
    return True


def _cut(run: Block, before_edge: bool) -> list[Block]:
    """A run whose first or last lines can only be a title, cut there."""
    if run.kind is not Kind.TEXT or (run.opened and len(run.lines) == 1):
        return [run]
    ends = [i for i in range(len(run.lines)) if finished_at(run.lines, i)]
    tail = len(run.lines) - (ends[-1] + 1) if ends else 0
    if before_edge and 0 < tail <= _TITLE_LINES:
        return [replace(run, lines=run.lines[:-tail]), replace(run, lines=run.lines[-tail:], opened=False)]
    head = 0
    while not run.opened and head < len(run.lines) and _shaped(run.lines[head], run.column):
        head += 1
    if 0 < head < min(len(run.lines), _HEAD_LINES):
        return [replace(run, lines=run.lines[:head]), replace(run, lines=run.lines[head:])]
    return [run]


def _apart(runs: Sequence[Block], i: int, page: Page) -> bool:
    """Whether no text touches a run from above."""
    return i == 0 or runs[i - 1].kind is not Kind.TEXT or runs[i].lines[0].gap > page.spacing


def _comments(runs: Sequence[Block], i: int) -> bool:
    """Whether a run stands under the name of a column of comments."""
    return i > 0 and runs[i - 1].kind is Kind.RUBRIC and runs[i - 1].text in word_set("commentaries")


def _glued(run: Block, following: Sequence[Block], page: Page, *, sure: bool) -> list[Block]:
    """A run at the head of which stands a line that does not fill its column and says what the rest says: its title.

    sure: the first line is one, whatever it says.
    """
    first = run.lines[0]
    plain = run.kind is Kind.TEXT and not run.opened and page.wrapped and len(run.lines) > (1 if sure else _GLUED)
    column = max(line.width for line in run.lines) if sure else run.column
    if not plain or first.listed or first.width >= column - _FULL or re.search("[，。；]|[：:]$", first.text):
        return [run]
    rest = replace(run, lines=run.lines[1:])
    text = rest.text + "".join(block.text for block in following if block.kind is Kind.TEXT)
    if finished(first.text) or not (sure or _says(first.text, text)):
        return [run]
    why = say("the first line under the name of a column") if sure else say("says what the text behind it says")
    return [replace(run, lines=run.lines[:1], kind=Kind.HEADING, why=why), rest]


def _says(title: str, text: str) -> bool:
    # 「10月14日，……」 begins a report more often than it goes on with a line.
    enough = _DATED_SAYS_SO if _DAY.match(text) else _SAYS_SO
    return len(title) >= _GLUED_TITLE and coverage(title, text) >= enough


def _reason(piece: Block, around: _Around, page: Page) -> str:
    """Why a piece of text is a title, or "" if it is not."""
    if around.edge and not around.open and _announces(piece, around.following, page):
        return say("does not end a sentence, and no text follows that it could begin")
    if piece.opened or not _like(piece, fuzzy=around.edge and not around.open):
        return ""
    if any(line.doubled for line in piece.lines):
        return say("printed in bold type")
    if around.edge and not around.open:
        return say("does not end a sentence, and no text follows that it could begin")
    if around.following and _REMNANT.match(around.following.text):
        return ""
    return _reason_inside(piece, around, page) if around.open else _reason_between(piece, around, page)


def _announces(piece: Block, following: Block | None, page: Page) -> bool:
    """「对话某公司董事长李文达：」 right over another line of a title."""
    line = piece.lines[-1]
    alone = len(piece.lines) == 1 and line.text.endswith(("：", ":")) and not line.listed and line.width <= TITLE_WIDTH
    if not alone or following is None or following.kind is not Kind.TEXT or re.search("[，。；]", line.text):
        return False
    return following.lines[0].gap <= page.spacing and not following.opened and _like(following, fuzzy=True)


def _reason_between(piece: Block, around: _Around, page: Page) -> str:
    """The same for a piece between two finished texts."""
    alone = around.apart and not re.search("[，、：,]", piece.text)
    if alone and tells(piece.text, around.behind):
        return say("says what the text behind it says")
    if page.indented and _begins_paragraph(piece, around.following, page):
        return ""
    # Of a title of several lines apart from the text, the last tells: text that a column breaks off fills its lines.
    if not all(_shaped(line, piece.column) for line in (piece.lines[-1:] if alone else piece.lines)):
        return ""
    return (
        say("short beside a column of {column:g}", column=piece.column)
        if page.wrapped
        else say("a short line that ends no sentence")
    )


def _begins_paragraph(piece: Block, following: Block | None, page: Page) -> bool:
    """An indented line with a comma over one at the edge that it touches: however long, it is no title."""
    touches = following is not None and following.lines[0].gap <= page.spacing and not following.lines[0].indented
    return touches and len(piece.lines) == 1 and piece.lines[0].indented and "，" in piece.text


def _reason_inside(piece: Block, around: _Around, page: Page) -> str:
    """The same for a piece inside a sentence of the text around it."""
    widths = [line.width for line in piece.lines]
    uneven = max(widths) - min(widths) > 1.5 or max(widths) > piece.column + _OVER
    shaped = all(_shaped(line, piece.column) for line in piece.lines)
    inserted = page.wrapped and shaped and uneven and "，" not in piece.text
    if not inserted and page.wrapped and len(around.island) > 1 and _set_off(around, piece.column):
        return say("says what the text behind it says")
    return say("lines of uneven length inside a sentence of the text around") if inserted else ""


def _set_off(around: _Around, column: float) -> bool:
    """Whether lines that stand apart inside a sentence are its title: one is too short, one says what the text says."""
    near = around.before + around.behind
    plain = not any(re.search("[，、：。；]", line.text) for line in around.island)
    short = any(_shaped(line, column) for line in around.island)
    return plain and short and any(tells(line.text, near) for line in around.island)


def _first(piece: Block, pieces: Sequence[Block], page: Page) -> bool:
    """在这里，向世界发出“青海声音”！ as the first line of a page, a gap behind it."""
    later = [other for other in pieces if other.kind is Kind.TEXT and other is not piece]
    if piece.kind is not Kind.TEXT or not later or piece.opened:
        return False
    behind = later[0]
    limit = _LONG_TITLE if behind.opened else TITLE_WIDTH if page.wrapped else _FLAT_TITLE
    long_behind = not page.wrapped and behind.lines[0].width > TITLE_WIDTH
    return (behind.lines[0].gap > 0 or behind.opened or long_behind) and _like(piece, fuzzy=True, limit=limit)


def _like(piece: Block, *, fuzzy: bool = False, limit: float = TITLE_WIDTH) -> bool:
    """Whether the words could be a title, no line wider than `limit`; `fuzzy`: also one that ends with ！ or ？."""
    text = "".join(line.text for line in piece.lines)
    last = piece.lines[-1].text
    if any(line.listed for line in piece.lines):
        return False
    if len(piece.lines) > _TITLE_LINES or "。" in text or _SAYS.search(text) or last.endswith(_COMMAS):
        return False
    if max(line.width for line in piece.lines) > limit or _BODY_OPENING.match(text) or len(FIELDS.findall(text)) > 1:
        return False
    # 「让我们携起手来，同心同德，奋勇前进！」 is the end of a speech.
    called = len(piece.lines) == 1 and text.count("，") > 1
    return not piece.finished or (fuzzy and not called and last.rstrip(CLOSERS)[-1:] in CRIES)


def begins_title(line: Line, column: float) -> bool:
    """Whether a line behind a whole one that ends a sentence is too short to go on with the text: a title begins."""
    place = line.text.endswith("：") and line.width <= _PLACE
    plain = _LEAST < line.width < _SHORT * column and not re.search("[，。；）)]", line.text) and not line.listed
    return plain and (place or _shaped(line, column))


def _shaped(line: Line, column: float) -> bool:
    """Whether a line that ends no sentence is too short, or too long, to be a full line of its column."""
    if finished(line.text) or line.text.endswith(_COMMAS) or "。" in line.text:
        return False
    if line.text.startswith("——"):
        return True
    phrases = line.text.split()
    spaced = len(phrases) > 1 and all(len(phrase) > 2 for phrase in phrases)
    set_apart = spaced and not re.search("[（）()、，]", line.text)
    return line.doubled or set_apart or not _SHORT * column < line.width < column + _OVER
