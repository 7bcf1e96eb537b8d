"""The day of an article, as far as its page tells."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kg.read.dateline import Dateline

_NAMED = re.compile(
    r"(?<!\d)((?:19|20)\d{2})[-_.年]?(0[1-9]|1[0-2]|[1-9](?=[-_.月]))[-_.月]?(0[1-9]|[12]\d|3[01])(?!\d)"
)
_PRINTED = re.compile(r"(?<!\d)((?:19|20)\d{2})\s*(?:年|[-./])\s*(\d{1,2})\s*(?:月|[-./])\s*(\d{1,2})(?:\s*日|(?!\d))")
_LAST_YEAR = re.compile(r"刚刚过去的(20\d{2})年|过去的(20\d{2})年里?，|(?:回顾|回望|总结)(20\d{2})年")
_THIS_YEAR = re.compile(
    r"(20\d{2})年(?:第?[一二三四1-4]季度|前?\d{1,2}个月|上半年|年初|以来|春运|重点|省?政府工作报告|工作要点|"
    r"度?(?:第[一二三四]季度)?重[点大]项目)|今年（(20\d{2})年）|(20\d{2})(?:年(?:度|第)|“|《)"
)
# Five-year plans are a calendar of their own: 「今年是‘十四五’规划收官之年」.
_PLANS = {"十二五": 2011, "十三五": 2016, "十四五": 2021, "十五五": 2026, "十六五": 2031}
_PLAN = re.compile(
    r"今年(?:既?是|作为|，是)[^。]{0,12}[“‘]?(十[二三四五六]五)[”’]?[^。，]{0,6}?(开局|收官|承上启下|中期评估|关键|决胜|最后)"
)
_PLAN_YEAR = {"开局": 0, "承上启下": 2, "中期评估": 2, "收官": 4, "决胜": 4, "最后": 4}


def in_name(name: str) -> str | None:
    """The ISO day that a file's name says (西宁晚报_2024-03-27.txt, 20240327_A02.txt), or None."""
    match = _NAMED.search(name)
    return _iso(*(int(part) for part in match.groups())) if match else None


def in_header(text: str) -> str | None:
    """The ISO day that a page's header says (2025年7月23日 星期三), or None."""
    match = _PRINTED.search(text)
    return _iso(*(int(part) for part in match.groups())) if match else None


@dataclass(frozen=True, slots=True)
class Known:
    """What the page tells about its day. printed: the ISO day of its header, name or sidecar, or None.

    year, why: the year that its articles give away together, or 0.
    """

    printed: str | None = None
    year: int = 0
    why: str = ""


def day_of(text: str, dateline: Dateline | None, known: Known) -> tuple[str | None, str]:
    """The ISO day of an article with that text, and why.

    The day and month are those of the dateline, or of the first sentence where the dateline has none. The year is the
    dateline's own, or that of the printed day nearest to it, or the one that the article or its page gives away.
    """
    said = _month_and_day(text, dateline)
    if said is None:
        return None, ""
    year, month, day = said
    if year:
        return _iso(year, month, day), "the dateline says its year"
    if known.printed:
        return _near(known.printed, month, day), f"the year from the printed day {known.printed}"
    year, why = year_of(text)
    if not year:
        year, why = known.year, known.why
    return (_iso(year, month, day), why) if year else (None, "")


def year_of(text: str) -> tuple[int, str]:
    """The year in which a text was written, where it gives it away, and how; (0, "") where it does not."""
    plan = _PLAN.search(text)
    if plan and plan.group(2) in _PLAN_YEAR and plan.group(1) in _PLANS:
        return _PLANS[plan.group(1)] + _PLAN_YEAR[plan.group(2)], f"the year from 「{plan.group()}」"
    for pattern, later in ((_LAST_YEAR, 1), (_THIS_YEAR, 0)):
        match = pattern.search(text)
        if match:
            return int(next(filter(None, match.groups()))) + later, f"the year from 「{match.group()}」"
    return 0, ""


def year_of_page(texts: Sequence[str]) -> tuple[int, str]:
    """The year that the articles of one page give away together; (0, "") where they do not or contradict each other."""
    found = [year_of(text) for text in texts]
    years = Counter(year for year, _ in found if year)
    return next((item for item in found if item[0]), (0, "")) if len(years) == 1 else (0, "")


def _month_and_day(text: str, dateline: Dateline | None) -> tuple[int, int, int] | None:
    if dateline and dateline.month:
        return dateline.year, dateline.month, dateline.day
    match = re.search(r"(?:(20\d{2})年)?(?<!\d)(\d{1,2})月(\d{1,2})日", text[:80])
    return (int(match.group(1) or 0), int(match.group(2)), int(match.group(3))) if match else None


def _near(known: str, month: int, day: int) -> str | None:
    """The day with that month and day which lies nearest to a known one."""
    printed = datetime.date.fromisoformat(known)
    days = [iso for year in (-1, 0, 1) if (iso := _iso(printed.year + year, month, day))]
    return min(days, key=lambda iso: abs((datetime.date.fromisoformat(iso) - printed).days), default=None)


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None
