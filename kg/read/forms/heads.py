"""The heads of a web page: lines that may be titles, with fields and writers around them, each over a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from kg.language.lexicon import word_set, words
from kg.read import dates, furniture
from kg.read.block import finished
from kg.read.dateline import opens
from kg.read.forms.shown import BOLD, PLAIN, Shown
from kg.read.lines import Kind, width
from kg.read.overlap import coverage

_NUMBERED = re.compile(r"[（(第]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[）)]?[、.．节章部问]|[问答QA][：:]")
_CUT_OFF = re.compile(r"(?:…|\.{3}|[\[【(（]?(?:详细|更多|全文|阅读全文|查看全文|查看更多)[\]】)）]?[>»›]{0,2})$")
_SAYS = re.compile("[。！？；]")
# The least and greatest widths of a title, in an element for headings and otherwise; lines of a head.
_HEADING, _OTHER, _HEAD = (2, 60), (4, 42), 6
# Sentences and letters of an article that no dateline opens.
_SENTENCES, _SHORTEST = 2, 30
# Letters of a kicker that is no heading, and how much of it its text says.
_KICKER, _SAID = 6, 0.3


@dataclass(frozen=True)
class Head:
    """The lines of a head, and the lines under it to the next one."""

    lines: tuple[Shown, ...]
    body: tuple[Shown, ...]

    @cached_property
    def title(self) -> Shown:
        """The highest of its headings, the first of these."""
        found = list(filter(_may_be_title, self.lines))
        return min((line for line in found if not _is_section(line)), key=lambda line: line.rank, default=found[0])

    @cached_property
    def titles(self) -> tuple[Shown, ...]:
        """All lines of its title: headings that touch, and a kicker that says what the text says."""
        at = self.lines.index(self.title)
        first, last = at, at + 1
        while first and self._is_with(self.lines[first - 1], above=True):
            first -= 1
        while last < len(self.lines) and self._is_with(self.lines[last], above=False):
            last += 1
        return self.lines[first:last]

    def _is_with(self, line: Shown, *, above: bool) -> bool:
        if not _may_be_title(line) or self.title.rank >= PLAIN:
            return False
        if line.rank < BOLD and not _is_section(line):
            return True
        told = len(line.text) >= _KICKER and coverage(line.text, self.text) >= _SAID
        return told if above else line.rank < PLAIN or line.text.startswith(("—", "―", "-"))

    @cached_property
    def over(self) -> tuple[Shown, ...]:
        """Other lines over its title that may be titles."""
        return tuple(filter(_may_be_title, self.lines[: self.lines.index(self.titles[0])]))

    @cached_property
    def under(self) -> tuple[Shown, ...]:
        """What stands between its title and its text."""
        return self.lines[self.lines.index(self.titles[-1]) + 1 :]

    @cached_property
    def text(self) -> str:
        """What stands under it."""
        return "".join(line.text for line in self.body)

    @cached_property
    def is_long(self) -> bool:
        """Whether it may be an article's: several sentences follow that nothing cuts off."""
        last = next(line for line in reversed(self.body) if tells(line))
        enough = len(_SAYS.findall(self.text)) >= _SENTENCES and len(self.text) >= _SHORTEST
        return enough and not _CUT_OFF.search(last.text)

    @cached_property
    def is_opened(self) -> bool:
        """Whether a dateline opens its text."""
        return opens(self.body[0].text) and not _CUT_OFF.search(self.body[0].text)

    @cached_property
    def is_written(self) -> bool:
        """Whether its writer stands under its title."""
        return any(line.kind is Kind.BYLINE for line in self.under)

    @cached_property
    def is_framed(self) -> bool:
        """Whether the fields of a site stand under its title: the day, the source, the writer."""
        return any(line.kind is Kind.FRAME for line in self.under)

    @cached_property
    def is_ended(self) -> bool:
        """Whether its writer ends its text."""
        ends = (line for line in reversed(self.body) if line.kind in (Kind.TEXT, Kind.CLOSING))
        last = next(ends, None)
        return last is not None and (last.kind is Kind.CLOSING or furniture.ends_with_byline(last.text))

    @cached_property
    def is_subhead(self) -> bool:
        """Whether it is, for certain, inside the article before: 一、…, 编后, 新闻链接."""
        text = self.title.text
        named = text.startswith(words("editor_notes")) or text in word_set("box_headings")
        return named or bool(_NUMBERED.match(text))

    @cached_property
    def day(self) -> str | None:
        """The ISO day that stands under its title."""
        return day(self.under)


def day(lines: Sequence[Shown]) -> str | None:
    """The first ISO day that a line of fields, or a page's header, tells."""
    told = (dates.in_header(line.text) for line in lines if line.kind in (Kind.FRAME, Kind.MASTHEAD))
    return next(filter(None, told), None)


def heads(lines: Sequence[Shown]) -> Iterator[Head]:
    """The heads of a page in order."""
    found = [(first, i) for i, line in enumerate(lines) if tells(line) and (first := _first(lines, i)) < i]
    for n, (first, i) in enumerate(found):
        end = found[n + 1][0] if n + 1 < len(found) else len(lines)
        yield Head(tuple(lines[first:i]), tuple(lines[i:end]))


def tells(line: Shown) -> bool:
    """Whether a line is of a text."""
    long = finished(line.text) or width(line.text) > _OTHER[1] or opens(line.text)
    return line.kind is Kind.TEXT and long and (line.rank >= BOLD or not _may_be_title(line))


def _may_be_title(line: Shown) -> bool:
    """Whether a line is short and no sentence."""
    heading = line.rank < BOLD
    plain = line.kind in (Kind.TEXT, Kind.HEADING) or (line.kind is Kind.RUBRIC and heading)
    least, most = _HEADING if heading else _OTHER
    if not plain or (line.linked and not heading) or not least <= width(line.text) <= most:
        return False
    called = line.rank < PLAIN and line.text.endswith(("！", "？", "…"))
    return (called or not finished(line.text)) and "。" not in line.text and not opens(line.text)


def _is_section(line: Shown) -> bool:
    """Whether a heading is the name of a section: 要闻."""
    named = furniture.is_rubric(line.text, apart=True) or line.text in word_set("page_sections")
    return named or line.kind is Kind.RUBRIC


def _first(lines: Sequence[Shown], i: int) -> int:
    """The first line of the head over the text that begins with line `i`, or `i`."""
    first = k = i
    while k > 0 and i - k < _HEAD:
        k -= 1
        if _may_be_title(lines[k]):
            first = k
        elif lines[k].kind not in (Kind.FRAME, Kind.BYLINE):
            break
    return first
