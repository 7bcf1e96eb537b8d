"""Heads of web pages saved as text, where each word of the menu and each field stands on a line of its own.

「首页」, 「>」, 「本地要闻」, then the title, 「来源：」, 「青江日报」, 「浏览：」, 「3421」, 「次」, 「大」, 「中」,
a line each: one such line looks like a kicker or a writer, so that only a head with several signs of a site is read so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.language.lexicon import table, word_set
from kg.read import dates
from kg.read.dateline import opens
from kg.read.glyphs import added
from kg.read.kinds import Kind
from kg.read.line import Line

_WIDE, _LONGEST, _SIGNS = 42, 40, 2
# Before a title, and between it and the text, letters of a line that is part of the head; a title has more.
_BEFORE, _BEHIND, _TITLE = 6, 8, 8
_STROKE = re.compile(r"[>＞»›→/／|｜·:：]{1,2}")
_MARK = re.compile(r"[>＞»›→/／|｜·:：]{1,2}|A[-+]?|[大中小]|[条次人个]|\d[\d,.]{0,9}万?\+?|#\S{1,12}")
_LABEL = re.compile(r"(?P<label>[\u4e00-\u9fff]{2,6})[：:]")
_CLOCK = re.compile(r"\d{1,2}[:：]\d{2}")
_YEAR, _MONTH_AND_DAY = re.compile(r"20\d{2}年?"), re.compile(r"\d{1,2}[-/.月]\d{1,2}日?")
_ACCOUNT = re.compile(r"原创(?:\s{1,3}\S{2,12}){1,3}")  # 原创 李文达 青江观察
# What a field with the day of an article has beside the day.
_STAMP = re.compile(r"\d{1,2}[:：]\d{2}|来源|发布|时间|作者")
_DAY = re.compile(r"20\d{2}[-/.]\d{1,2}[-/.]\d{1,2}")  # as sites write it
_TITLE_LINES = 3
_PLAIN = (Kind.TEXT, Kind.BYLINE, Kind.MASTHEAD, Kind.RUBRIC)


def headed(lines: list[Line]) -> list[Line]:
    """The lines of a page, those changed that are the head of a site."""
    end = next((i for i, line in enumerate(lines) if _tells(line)), 0)
    head = lines[: min(end, _LONGEST)]
    if end > _LONGEST or sum(map(_is_sign, head)) < _SIGNS:
        return lines
    title = max(range(len(head)), key=lambda i: (_may_be_title(head[i]), min(len(head[i].text), _TITLE), i), default=0)
    if len(head[title].text) < _TITLE:
        return lines
    joined = _joined(lines)
    return [*_dropped(joined[: len(head)], title), *joined[len(head) :]]


def stamped(lines: list[Line]) -> list[Line]:
    """The titles of further articles of a site, each over the day and source of its own, behind a text."""
    told = False
    for i, line in enumerate(lines[:-1]):
        if told and _is_stamp(line) and _begins(lines, i + 1):
            first = i
            while i - first < _TITLE_LINES and _is_over(lines, first - 1, i):
                first -= 1
            for k in range(first, i):
                lines[k] = replace(lines[k], kind=Kind.HEADING, level=1)
        told = told or line.kind is Kind.CLOSING or (line.kind is Kind.TEXT and line.text.endswith("。"))
    return lines


def _is_stamp(line: Line) -> bool:
    return (
        line.kind is Kind.FRAME
        and bool(_STAMP.search(line.text) or _DAY.match(line.text))
        and dates.in_header(line.text) is not None
    )


def _begins(lines: Sequence[Line], i: int) -> bool:
    """Whether a text begins at line `i`, or behind the buttons there."""
    while i < len(lines) - 1 and lines[i].kind is Kind.FRAME:
        i += 1
    return lines[i].kind is Kind.TEXT and (
        lines[i].width > _WIDE or lines[i].text.endswith("。") or opens(lines[i].text)
    )


def _is_over(lines: Sequence[Line], i: int, stamp: int) -> bool:
    """Whether line `i` belongs to the title over a stamp: it touches it, or stands one gap over it."""
    line = lines[i]
    plain = line.kind in (Kind.TEXT, Kind.HEADING) and not line.listed and line.width <= _WIDE
    near = lines[i + 1].gap <= (1 if i + 1 == stamp else 0)
    return plain and near and not line.text.endswith(("。", "，", "；", "、")) and line.level == 0


def _may_be_title(line: Line) -> bool:
    return line.kind is Kind.TEXT and not _ACCOUNT.fullmatch(line.spaced) and not _LABEL.fullmatch(line.text)


def _tells(line: Line) -> bool:
    return line.kind is Kind.TEXT and (line.width > _WIDE or line.text.endswith("。") or opens(line.text))


def _is_sign(line: Line) -> bool:
    """What only sites have: a button, a label without its value, a mark of a menu, a clock."""
    mark = _MARK.fullmatch(line.text) and not line.text.isdecimal()  # which may be the number of a page
    if line.text in word_set("page_buttons") or mark or _ACCOUNT.fullmatch(line.spaced):
        return True
    return line.kind is Kind.FRAME and bool(_LABEL.fullmatch(line.text) or _CLOCK.search(line.text))


def _joined(head: list[Line]) -> list[Line]:
    """The lines of a page of a site: a label gets the value of the next line, and a year its day."""
    for i in range(len(head) - 1):
        over, under = head[i], head[i + 1]
        label = _LABEL.fullmatch(over.text)
        known = label and label["label"] in _labels() and not under.gap
        valued = known and len(under.text) <= 2 * _BEHIND and not re.search("[【〖◆●■。！？，]", under.text)
        valued = valued and not _LABEL.match(under.text)
        year = _YEAR.fullmatch(over.text) and _MONTH_AND_DAY.fullmatch(under.text)
        if (valued and under.kind in _PLAIN) or year:
            whole = over.glyphs + added("" if valued or over.text.endswith("年") else "-") + under.glyphs
            head[i] = replace(over, kind=Kind.FRAME, glyphs=whole, spaced=f"{over.spaced}{under.spaced}")
            head[i + 1] = replace(under, kind=Kind.FRAME)
    return head


def _labels() -> frozenset[str]:
    return frozenset(label for label, *_ in table("page_labels"))


def _dropped(head: list[Line], title: int) -> list[Line]:
    """The head without what looks like text in it, but its title."""
    for i, line in enumerate(head):
        if line.kind is not Kind.TEXT or i == title:
            continue
        short = len(line.text) <= (_BEFORE if i < title else _BEHIND)
        mark = _MARK.fullmatch(line.text) or _ACCOUNT.fullmatch(line.spaced)
        if mark or (short and not re.search("[，。！？“”]", line.text) and _beside(head, i)):
            head[i] = replace(line, kind=Kind.FRAME)
    return head


def _beside(head: Sequence[Line], i: int) -> bool:
    """Whether a line touches one of the head that is no text."""
    near = (*head[max(0, i - 1) : i], *head[i + 1 : i + 2])
    return any(one.kind in (Kind.FRAME, Kind.RUBRIC) or _STROKE.fullmatch(one.text) for one in near)
