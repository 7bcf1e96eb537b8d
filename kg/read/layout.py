"""Lines to blocks: which lines run on, which are titles, what only stands beside."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from kg.read import furniture, headers
from kg.read.block import Block, Page, finished
from kg.read.dateline import opens
from kg.read.headings import TITLE_WIDTH, begins_title, mark
from kg.read.letters import opens_letter
from kg.read.lines import EDGE, Kind, Line

# How many lines around a line tell the width of its column.
_NEAR = 14
_PARAGRAPH = 42
# Kinds that a full line of a body can be taken for.
_SHORTER = 0.85
_LOOKS = (Kind.BYLINE, Kind.CAPTION, Kind.MASTHEAD, Kind.RUBRIC)
# Under these a dateline only goes on with the article above.
_MORE = ("又讯", "又电", "另讯")
# What a page without columns has for the width of one: wider than any title.
FLAT = float(TITLE_WIDTH + 3)


def blocks(lines: Sequence[Line], page: Page) -> list[Block]:
    """The blocks of a page in their order; every line is in one. page: how it is set, see `page_of`."""
    lines = _boxes(_captions(_restored(lines, page), page), page)
    columns = _columns(lines, page)
    runs = _runs(lines, columns, page)
    return mark(runs, page)


def page_of(lines: Sequence[Line]) -> Page:
    """How the page of these lines is set."""
    texts = [line for line in lines if line.kind is Kind.TEXT]
    gaps = sorted(line.gap for line in texts if line.gap < EDGE)
    middle = gaps[len(gaps) // 2] if gaps else 0
    broken = [line for line in texts if not finished(line.text) and line.width < TITLE_WIDTH]
    # Whole paragraphs on a line are no column, however many titles stand between them.
    long = sum(line.width for line in texts if line.width > _PARAGRAPH)
    flat = long > 0.5 * sum(line.width for line in texts)
    # Short lines of menus and titles do not make a column of whole paragraphs, however many they are.
    wide = sum(line.width for line in broken) > 0.4 * sum(line.width for line in texts)
    wrapped = len(texts) > 3 and len(broken) > 0.5 * len(texts) and wide and not flat
    # A page whose every line is followed by a blank one: only longer gaps mean something.
    spacing = middle if wrapped and middle and len([g for g in gaps if g >= middle]) > 0.8 * len(gaps) else 0
    indented = [line for line in texts if line.indented]
    return Page(wrapped, spacing, len(indented) >= max(3, 0.05 * len(texts)))


def _restored(lines: Sequence[Line], page: Page) -> list[Line]:
    """Lines that only look like furniture: one inside a sentence, with text right before and behind it, is text."""
    kept = list(lines)
    for i in range(1, len(kept) - 1):
        before, line, after = kept[i - 1], kept[i], kept[i + 1]
        touching = page.wrapped and line.gap <= page.spacing and after.gap <= page.spacing
        # Under a title, shorter than the text behind, or over a new paragraph, writers are what they look like.
        titled = before.text.startswith("——") or before.width < _SHORTER * after.width
        writers = line.kind is Kind.BYLINE and (after.indented or titled)
        looks = line.kind in _LOOKS or (
            line.kind is Kind.FRAME and (headers.is_weather(line.text) or headers.is_call(line.text))
        )
        if looks and not writers and touching and before.kind is after.kind is Kind.TEXT and not finished(before.text):
            kept[i] = replace(line, kind=Kind.TEXT)
    return kept


def _captions(lines: Sequence[Line], page: Page) -> list[Line]:
    """A caption of several lines, and the one whose credit stands on a line of its own."""
    kept = list(lines)
    for i, line in enumerate(kept):
        if line.kind is not Kind.CAPTION:
            continue
        first = i
        while first > 0 and i - first < 3 and kept[first].gap <= page.spacing and kept[first - 1].kind is Kind.TEXT:
            first -= 1
        # Under 「图片新闻」 it need not stand apart.
        named = first > 0 and kept[first - 1].kind is Kind.RUBRIC and i - first == 1
        apart = (kept[first].gap > page.spacing or named) and not opens(kept[first].text)
        # Behind the end of a sentence only a bare credit still belongs to the line before, and that is short.
        whole = not finished(kept[i - 1].text) or (i - first == 1 and furniture.is_credit(line.text))
        if first < i and apart and whole and kept[i - 1].width <= TITLE_WIDTH:
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
        if inside and line.kind is Kind.TEXT and opens(line.text):
            inside = False
            kept = _titled_again(kept, lines)
        inside = (inside and line.kind is Kind.TEXT) or line.kind is Kind.BOX
        kept.append(replace(line, kind=Kind.BOX) if inside else line)
        gap = i + 1 == len(lines) or lines[i + 1].gap > page.spacing or not page.wrapped
        if inside and gap and finished(line.text):
            inside = False
    return kept


def _titled_again(kept: Sequence[Line], lines: Sequence[Line]) -> list[Line]:
    """The lines before a dateline, those that may be its title given back by the box behind whose text they stand."""
    first = len(kept)
    full = max(line.width for line in kept[-_NEAR:])
    while first and lines[first - 1].kind is Kind.TEXT and kept[first - 1].width < _SHORTER * full:
        if finished(kept[first - 1].text) or kept[first - 1].text.endswith(("，", "、")):
            break
        first -= 1
    behind = first > 0 and kept[first - 1].kind is Kind.BOX and finished(kept[first - 1].text)
    return [*kept[:first], *lines[first : len(kept)]] if behind else list(kept)


def _columns(lines: Sequence[Line], page: Page) -> list[float]:
    """The width of the column around each line: what three lines in five of its neighbourhood do not exceed."""
    if not page.wrapped:
        return [FLAT] * len(lines)
    texts = [i for i, line in enumerate(lines) if line.kind is Kind.TEXT and line.width >= 6 and not line.listed]
    found = []
    for i in range(len(lines)):
        middle = bisect_left(texts, i)
        around = texts[max(0, middle - _NEAR) : middle + _NEAR]
        near = sorted(around, key=lambda other: (abs(other - i), other))[:_NEAR]
        widths = sorted(lines[other].width for other in near)
        found.append(widths[int(0.6 * (len(widths) - 1))] if widths else 0.0)
    return found


def _runs(lines: Sequence[Line], columns: Sequence[float], page: Page) -> list[Block]:
    """Lines of the same kind that no gap, dateline or end of a paragraph parts."""
    found: list[Block] = []
    for line, column in zip(lines, columns, strict=True):
        more = bool(found) and found[-1].text in _MORE
        begins = opens(line.text) or opens_letter(line.text)
        opened = line.kind is Kind.TEXT and (line.brief or (begins and not more))
        if found and not opened and _runs_on(found[-1], line, page):
            found[-1] = replace(found[-1], lines=(*found[-1].lines, line))
        else:
            found.append(Block(line.kind, (line,), column, opened))
    return found


def _runs_on(block: Block, line: Line, page: Page) -> bool:
    last = block.lines[-1]
    if line.kind is not block.kind:
        return False
    if block.kind in (Kind.BOX, Kind.CAPTION, Kind.FRAME, Kind.MASTHEAD):
        return True
    if last.listed or line.listed or block.kind is not Kind.TEXT or line.gap > page.spacing or not page.wrapped:
        return False
    ends_here = block.finished and (
        last.width < block.column - 1.5 or line.indented or begins_title(line, block.column)
    )
    # An indented line begins a paragraph or a frame, so what stands unfinished before it is a title.
    return not ends_here and not (line.indented and not last.indented and not finished(last.text))
