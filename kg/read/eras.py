"""The year of a text by public history: anniversaries, yearly fairs, sessions, campaigns, names of years."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from functools import cache

from kg.language.classes import BRANCHES, NUMERALS, STEMS
from kg.language.lexicon import table
from kg.language.numerals import number

_LEAD, _IN_FULL = 160, 12
_NUMBER = rf"(\d{{1,3}}|[{NUMERALS}百零]{{1,6}})"
_PLENUM = re.compile(r"(十八|十九|二十)届((?:[一二三四五六七]中[、和及]{0,1}){1,7})全会")
_LUNAR = re.compile(rf"([{STEMS}])([{BRANCHES}])[鼠牛虎兔龙蛇马羊猴鸡狗猪]?年")
_ANIMALS = "猴鸡狗猪鼠牛虎兔龙蛇马羊"
_ANIMAL = re.compile(rf"([{_ANIMALS}])年(?:新春|春节|首|第一|开[门工新]|大吉|迎春|元宵|新年)")
_COUNTED = {"anniversary": "周年", "edition": "届", "session": "次会议"}  # a word that stands in each
_CYCLE, _LUNAR_FIRST, _ANIMALS_FIRST, _MONTHS = 60, 1984, 2015, 12


def counted(text: str) -> Iterator[tuple[int, str]]:
    """「今年是新中国成立75周年」, 「第25届青洽会」, 「十四届全国人大三次会议」 in the lead: (year, words)."""
    said = {word for word in _COUNTED.values() if word in text}
    for word, pattern, base, step, everywhere in _patterns() if said else ():
        for match in pattern.finditer(text if everywhere else text[:_LEAD]) if word in said else ():
            yield base + math.ceil(number(match.group(1)) * step), match.group()


def named(text: str) -> Iterator[tuple[int, str]]:
    """「今年是全面贯彻落实党的二十大精神的开局之年」: what one year alone is called."""
    plain = text.replace("实现“", "“").replace("实施“", "“")
    for _, names, year in (row for row in table("times") if row[0] == "called"):
        found = next((name for name in names.split("|") if name in plain), None)
        if found:
            yield int(year), found


def of_their_time(text: str, month: int) -> Iterator[tuple[int, str]]:
    """(year, words) of campaigns and games of which a text of that month may speak in one year only; the last first."""
    said = []
    for row in table("times") if month else ():
        if row[0] == "period" and (found := next((name for name in row[1].split("|") if _tells(name, text)), None)):
            years = [year for year in _years(row[2], row[3]) if _within(year, month, row[2], row[3])]
            if len(years) == 1:
                said.append((years[0], found))
    yield from sorted(said, key=lambda sign: -sign[0])


def _tells(name: str, text: str) -> bool:
    """Whether a text is of its own time in what it names: in its lead, twice, or by a long name in full."""
    return name in text[:_LEAD] or text.count(name) > (len(name) < _IN_FULL)


def since_plenum(text: str, month: int) -> Iterator[tuple[int, str]]:
    """The year of a text of that month that names a plenary of the Central Committee and none later.

    Where two years would do, the first: it is then that a plenary is studied.
    """
    met = [(row[1], row[2]) for row in table("times") if row[0] == "plenum"]
    names = [name for name, _ in met]
    said = [f"{match[1]}届{n}中" for match in _PLENUM.finditer(text) for n in re.findall("(.)中", match[2])]
    latest = max((names.index(name) for name in said if name in names), default=-1)
    if latest < 0 or not month:
        return
    begun = met[latest][1]
    ended = met[latest + 1][1] if latest + 1 < len(met) else _later(begun, _MONTHS)
    years = [year for year in _years(begun, ended) if _within(year, month, begun, ended)]
    if years and len(_years(begun, ended)) <= 3:
        yield years[0], names[latest] + "全会"


def lunar(text: str, month: int, least: int = 0) -> Iterator[tuple[int, str]]:
    """「甲辰年」, 「龙年春节」 in the lead. The first days of January still belong to the old year.

    Animals come again every twelve years: the first year with that animal from 2015 on, and from `least`, the latest
    year that the text tells of.
    """
    for match in _LUNAR.finditer(text[:_LEAD]):
        place = _place(STEMS.index(match[1]), BRANCHES.index(match[2]))
        if place is not None:
            yield _LUNAR_FIRST + place + (month == 1 and "腊月" in text[:_LEAD]), match.group()
    for match in _ANIMAL.finditer(text[:_LEAD]):
        first = max(_ANIMALS_FIRST, least)
        ahead = (_ANIMALS.index(match[1]) - first) % len(_ANIMALS)
        if first > least or ahead < len(_ANIMALS) - 1:  # not the one that has just ended
            yield first + ahead, match.group()


def _place(stem: int, branch: int) -> int | None:
    """The number of a year in the cycle of sixty, from 0; None for a pair that is no year."""
    return next((n for n in range(_CYCLE) if n % 10 == stem and n % 12 == branch), None)


def _years(begun: str, ended: str) -> range:
    return range(int(begun[:4]), int(ended[:4]) + 1)


def _within(year: int, month: int, begun: str, ended: str) -> bool:
    return begun <= f"{year}-{month:02d}" <= ended


def _later(day: str, months: int) -> str:
    year, month = (int(part) for part in day.split("-"))
    return f"{year + (month - 1 + months) // 12}-{(month - 1 + months) % 12 + 1:02d}"


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str], int, float, bool], ...]:
    shapes = {
        "anniversary": rf"(?:今年|适逢|正值|迎来)[^。]{{0,24}}?(?:WORDS)(?:[^。，]{{0,10}}?){_NUMBER}周年",
        "edition": rf"第{_NUMBER}届(?:中国·?)?(?:[（(][^（）()]{{1,6}}[）)])?(?:WORDS)",
        "session": rf"(?:WORDS)第?{_NUMBER}次会议",
    }
    # What is held for an anniversary, not the speech that was once given at it.
    marked = rf"(?:庆祝|纪念|迎接|喜迎)[^。]{{0,12}}?(?:WORDS){_NUMBER}周年(?!大会)"
    found = []
    for kind, names, base, *step in (row for row in table("years") if row[0] in shapes):
        at, years = int(base), float(step[0]) if step else 1.0
        pattern = re.compile(shapes[kind].replace("WORDS", names))
        found.append((_COUNTED[kind], pattern, at, years, kind == "anniversary"))
        if kind == "anniversary":
            found.append((_COUNTED[kind], re.compile(marked.replace("WORDS", names)), at, years, False))
    return tuple(found)
