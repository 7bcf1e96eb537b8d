"""Dates in running text, made absolute where the text or the day of the paper allows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from kg.language.classes import NUMERALS
from kg.language.days import parts, written
from kg.language.numerals import number
from kg.language.text import fold

_YEARS = {"大前年": -3, "前年": -2, "去年": -1, "今年": 0, "本年": 0, "明年": 1, "后年": 2}
_MONTHS = {"上个月": -1, "上月": -1, "本月": 0, "下个月": 1, "下月": 1}
_DAYS = {"大前天": -3, "前天": -2, "前日": -2, "昨天": -1, "昨日": -1, "今天": 0, "今日": 0, "明天": 1, "明日": 1}
_SAME_DAY = ("当日", "当天", "同日")
_WEEKS = {"上上周": -2, "上周": -1, "本周": 0, "这周": 0, "下周": 1}
_WEEKDAYS = "一二三四五六日天"
_HAN = NUMERALS
# 27日: not 100日元, 3日内, 2日游; but 27日本报讯.
_DAY_MARK = r"日(?![元语均产内游间常军裔]|本(?![报社刊台网]))"
_BETWEEN = r"(?=\s*+[-—–~至到、和]\s*+\d{1,2}\s*+日)"
# What a date begins with: elsewhere nothing is tried.
_FIRST = "".join(sorted({word[0] for word in (*_YEARS, *_MONTHS, *_DAYS, *_SAME_DAY, *_WEEKS)}))
_DATE = re.compile(
    rf"""
    (?=\s{{0,9}}+[\d〇零○{_HAN}{_FIRST}])
    (?: (?P<full>(?<![\d.])(?:19|20)\d\d([-./])\d{{1,2}}\2\d{{1,2}}(?![\d.]))
    | (?P<relative>{"|".join((*_DAYS, *_SAME_DAY))})(?!头条|之星|重现)
    | (?P<week>{"|".join(_WEEKS)})(?P<weekday>[{_WEEKDAYS}])(?![批些系次])
    | (?:(?<!\d)(?P<year>(?:19|20)\d\d|[一二][〇零○九八{_HAN}]{{3}})\s*+年
        |(?P<near_year>{"|".join(_YEARS)}))?\s*+
      (?:(?<!\d)(?P<month>\d{{1,2}}|十?[{_HAN}])\s*+月(?!龄|球|亮|薪|季|刊|饼|供)(?:份|底|初|末|中旬|上旬|下旬)?
        |(?P<near_month>{"|".join(_MONTHS)}))?\s*+
      (?:(?<![\d第.])(?P<day>\d{{1,2}}|[{_HAN}]{{1,3}})\s*+(?:{_DAY_MARK}|号|{_BETWEEN}))?
    )
    """,
    re.VERBOSE,
)
QUARTER = 92
_STOP = re.compile("[。！？；\n]")


class FoundDate(NamedTuple):
    """A date in a text: half-open span in code points, form (`kg.language.days`), precision day, month or year."""

    start: int
    end: int
    iso: str
    precision: str


def find_dates(text: str, reference: date | None = None) -> list[FoundDate]:
    """The dates of `text` in order; `reference` is the day of the paper.

    2023年4月27日, 2023-04-27 and 二〇二三年四月二十七日 stand for themselves. 4月27日, 27日, 去年11月, 今年10月底, 昨日
    and 当天 are read from the date before them in the sentence (「2021年5月开工，11月竣工」) or from the reference: of
    the days that fit the nearest one, the past before the future; 本周一 from the reference alone. Where there is
    neither, a month keeps its form without a year (--04-27; that of 今年4月27日, too), and a day alone is left out, as
    impossible ones are (13月).
    Without a reference the date before may stand in an earlier sentence.
    """
    found: list[FoundDate] = []
    last: FoundDate | None = None
    for match in _DATE.finditer(fold(text)):
        if not match.group().strip():
            continue
        if found and reference and _STOP.search(text, found[-1].end, match.start()):
            last = None
        read = _read(match, last, reference)
        if read is None:
            continue
        iso, precision = read
        blank = len(match.group()) - len(match.group().lstrip())
        found.append(FoundDate(match.start() + blank, match.start() + len(match.group().rstrip()), iso, precision))
        if precision != "year":
            last = found[-1]
    return found


def _read(match: re.Match[str], last: FoundDate | None, reference: date | None) -> tuple[str, str] | None:
    try:
        if match["full"]:
            year, month, day = re.split(r"[-./]", match["full"])
            return date(int(year), int(month), int(day)).isoformat(), "day"
        if match["relative"]:
            return _relative(match["relative"], last, reference)
        if match["week"]:
            return _weekday(_WEEKS[match["week"]], _WEEKDAYS.index(match["weekday"]), reference)
        return _parts(match, last, reference)
    except ValueError:
        # 13月, 2月30日
        return None


def _relative(word: str, last: FoundDate | None, reference: date | None) -> tuple[str, str] | None:
    if word in _SAME_DAY and last is not None:
        return (last.iso, "day") if last.precision == "day" else None
    return ((reference + timedelta(_DAYS.get(word, 0))).isoformat(), "day") if reference else None


def _weekday(weeks: int, day: int, reference: date | None) -> tuple[str, str] | None:
    """本周一, 上周五: weeks begin on Monday; 天 is 日."""
    if reference is None:
        return None
    return (reference + timedelta(weeks * 7 + min(day, 6) - reference.weekday())).isoformat(), "day"


def _parts(match: re.Match[str], last: FoundDate | None, reference: date | None) -> tuple[str, str] | None:
    near_year, near_month = match["near_year"], match["near_month"]
    if reference is None and (near_month or (near_year and (_YEARS[near_year] > 0 or not match["month"]))):
        return None
    year = number(match["year"]) if match["year"] else None
    month = number(match["month"]) if match["month"] else None
    day = number(match["day"]) if match["day"] else None
    if reference and near_year:
        year = reference.year + _YEARS[near_year]
    if reference and near_month:
        year, month = divmod(reference.year * 12 + reference.month - 1 + _MONTHS[near_month], 12)
        month += 1
    if year is None and month is None and not _is_plain_day(match):
        return None
    return _resolve((year, month, day), last, reference)


def _is_plain_day(match: re.Match[str]) -> bool:
    """Whether a day that stands alone is one: 27日, or the 11 of 11-12日, but not 27号 (a building) nor 三日."""
    return match["day"].isdecimal() and not match.group().rstrip().endswith("号")


def _resolve(
    told: tuple[int | None, int | None, int | None], last: FoundDate | None, reference: date | None
) -> tuple[str, str] | None:
    year, month, day = told
    if year is not None and month is None:
        # 2023年27日 is damaged: the year is all that it says.
        return written(year), "year"
    precision = "day" if day else "month"
    if year is not None:
        return written(year, month, day), precision
    if month is not None:
        found = _without_year(month, day, last, reference)
        return (found, precision) if found else None
    if day is None:
        return None
    before = parts(last.iso) if last is not None else None
    if before is not None:
        return written(before.year, before.month, day), "day"
    nearest = _nearest(reference, list(_around(reference, day))) if reference else None
    return (nearest.isoformat(), "day") if nearest else None


def _without_year(month: int, day: int | None, last: FoundDate | None, reference: date | None) -> str | None:
    before = parts(last.iso) if last is not None else None
    if before is not None and before.year is not None:
        found: date | None = _behind(date(before.year, before.month or 1, before.day or 1), month, day or 1)
    elif before is None and reference is not None:
        # Four years reach a leap day.
        years = range(reference.year - 4, reference.year + 5)
        found = _nearest(reference, [item for year in years for item in _valid(year, month, day or 1)])
    else:
        return written(None, month, day)
    if found is None:
        return None
    return written(found.year, month, day)


def _behind(last: date, month: int, day: int) -> date:
    """The same year as the date before it, except where a span runs over New Year (12月27日至1月3日)."""
    over = date(last.year + 1, month, day) if (month, day) != (2, 29) else date.max
    return over if month < last.month and (over - last).days <= QUARTER else date(last.year, month, day)


def _around(origin: date, day: int) -> Iterator[date]:
    for step in (-1, 0, 1):
        year, month = divmod(origin.year * 12 + origin.month - 1 + step, 12)
        yield from _valid(year, month + 1, day)


def _valid(year: int, month: int, day: int) -> Iterator[date]:
    try:
        yield date(year, month, day)
    except ValueError:
        return


def _nearest(origin: date, candidates: list[date]) -> date | None:
    """The candidate nearest to `origin`; a paper tells more of the past, so a day to come counts double."""
    return min(candidates, key=lambda item: ((item - origin).days * (2 if item > origin else -1), item), default=None)
