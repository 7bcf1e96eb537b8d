"""The day of a fact, as far as its sentence tells it; see `kg.language.days` for the forms."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from kg.extract.annotated import Annotated
from kg.language.classes import HELD
from kg.language.dates import FoundDate, find_dates
from kg.language.days import bounds, is_whole, parts

# 自2015年以来, 2020年起: since when, not when.
_SINCE = re.compile(r"(?:以来|以后|起|开始|至今|期间|年度|度)")
_FROM = re.compile(r"(?:自从?|从|至|到|截至|截止|预计|有望|力争|争取)$")
_BEFORE_VERB = 6
# 由甲主办的会|于7月27日|在乙地举行: when what the sentence tells of is held.
_HELD = re.compile(f"(?:[上下]午|晚)?(?:在|启动|{HELD})")

# 早在|去年7月, 同年|11月9日
_OPENS = re.compile("(?:早在|就在|在|同年|当年)?(?:[今去前]年|[0-9]{1,4}[年月日])")
_LEAD = 2

_SPAN = re.compile(r"(?P<month>\d{1,2})月(?P<day>\d{1,2})日?[至到—~-](?:(?P<then>\d{1,2})月)?(?P<last>\d{1,2})日")


def day(article: Annotated, trigger: tuple[int, int], *, planned: bool = False) -> str | None:
    """The last day told before the trigger in its clause, else in its sentence, else behind it in the clause.

    Else the only day of the sentence where that is when something is held (于7月27日在甲地举行).
    None where the text tells none, or one after its paper's own day: only what is planned has such a day, told whole.
    """
    start, end = article.sheet.sentence(trigger[0])
    told = [item for item in _dates(article, start, end) if _is_when(article, item, start)]
    left, right = article.sheet.clause(trigger[0])
    for found in (_within(told, left, trigger[0]), _fine(_within(told, start, left)), _within(told, start, left),
                  _fine(_within(told, trigger[1], right))[:1], _held(article, told)):  # fmt: skip
        if found:
            return found[-1].iso if _may_be(article, found[-1], planned=planned) else None
    return None


def opening_day(article: Annotated, start: int, end: int) -> str | None:
    """The day or month with which a sentence opens (8月10日,…; 今年7月,…); None where it opens with none."""
    begin = start
    while begin < end and article.sheet.flat[begin] in " \n\u3000":
        begin += 1
    told = _dates(article, start, end) if _OPENS.match(article.sheet.flat, begin, end) else ()
    first = next((item for item in told if item.start - begin <= _LEAD and item.precision != "year"), None)
    return first.iso if first is not None and _is_when(article, first, start) else None


def _within(told: Sequence[FoundDate], start: int, end: int) -> list[FoundDate]:
    return [item for item in told if start <= item.start and item.end <= end]


def _fine(told: Sequence[FoundDate]) -> list[FoundDate]:
    return [item for item in told if item.precision != "year"]


def _held(article: Annotated, told: Sequence[FoundDate]) -> list[FoundDate]:
    flat, days = article.sheet.flat, _fine(told)
    is_held = len(days) == 1 and flat[days[0].start - 1] == "于" and _HELD.match(flat, days[0].end)
    return days if is_held else []


def _is_when(article: Annotated, item: FoundDate, start: int) -> bool:
    """Whether the words say when something takes place: no part of a name (2024年甲会议), no 自…以来, 预计…."""
    flat = article.sheet.flat
    if _SINCE.match(flat, item.end) or _FROM.search(flat, max(start, item.start - _BEFORE_VERB), item.start):
        return False
    return not any(bound.start <= item.start < bound.end for bound in article.between(start, item.end + 60))


def _may_be(article: Annotated, item: FoundDate, *, planned: bool) -> bool:
    """Whether the day is none after the day of the paper, or one for which something is planned."""
    span, paper = bounds(item.iso), _last_day(article.sheet.flat, article.sheet.article.date)
    if span is None or not paper or not is_whole(paper) or span[0] <= paper:
        return True
    return planned and item.precision == "day"


def _dates(article: Annotated, start: int, end: int) -> list[FoundDate]:
    """The dates of a sentence, with offsets into the text."""
    paper = _last_day(article.sheet.flat, article.sheet.article.date)
    found = _read(article.sheet.article.text[start:end], paper)
    return [item._replace(start=item.start + start, end=item.end + start) for item in found]


@lru_cache(maxsize=16)
def _last_day(flat: str, paper: str | None) -> str | None:
    """The day of the report; the last one where its first day opens a span: 5月21日至23日,甲访问…。22日,甲会见乙."""
    span = _SPAN.search(flat) if paper and is_whole(paper) else None
    if paper is None or span is None or (int(span["month"]), int(span["day"])) != tuple(map(int, paper.split("-")[1:])):
        return paper
    last = (paper[:4], (span["then"] or span["month"]).zfill(2), span["last"].zfill(2))
    return max(paper, "-".join(last)) if is_whole("-".join(last)) else paper


@lru_cache(maxsize=256)
def _read(sentence: str, paper: str | None) -> tuple[FoundDate, ...]:
    told = parts(paper) if paper else None
    return tuple(find_dates(sentence, date.fromisoformat(paper) if paper and told and None not in told else None))
