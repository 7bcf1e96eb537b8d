"""A happening and what belongs to it: 云桥杯|揭幕战 is not the cup, and Tuesday's briefing not Wednesday's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache

from kg.language.classes import NUMERALS, all_of
from kg.resolve.figures import figures
from kg.resolve.likeness import likeness, shortened

_CLOSE = 0.8  # of a stem and a name that are one: 2023云桥女足赛, 2023年云桥女足赛
_YEAR = 4  # figures of a year
_LEFT = 4  # characters of the shortest name to which something belongs
_TRAILS = ("将", "即将", "活动")  # behind what a name ends with: 揭幕战|将
_SERIES = "系列"
_LAUNCHES = ("启动仪式", "启动会")
# 九届|常委会|第十六次会议: a session of whom its sentence tells.
_SESSION = re.compile(
    rf"(?:第?[{NUMERALS}]{{1,3}}届(?:常委会|常务委员会|委员会)?|常委会|常务委员会)第?[{NUMERALS}]{{1,3}}次(?:全体)?(?:会议|全会)"
)
_HOUSES = ("人大", "人大常委会", "人民代表大会", "人民代表大会常务委员会", "政协", "委员会", "委")


@lru_cache(maxsize=1 << 16)
def is_occasion_of(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether the names of one tell what the happening of the other has in it: its opening match, its press conference.

    Not where a name of both is one, nor where both end so.
    """
    if set(mine) & set(theirs):
        return False
    return _within(mine, theirs) or _within(theirs, mine)


def _within(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    stems = [_stem(name) for name in mine]
    # 防汛工作新闻发布会 is 防汛工作发布会.
    alike = {name[-2:] for name in mine} & {name[-2:] for name in theirs}
    apart = all(stems) and not alike and not any(map(_stem, theirs))
    return apart and any(_is_one(stem, name) for stem in stems for name in theirs)


def _stem(name: str) -> str:
    """What the occasion at the end of a name belongs to: 云桥杯 of 云桥杯揭幕战; empty for any other name."""
    left = name
    for trail in _TRAILS[:2]:
        left = left.removesuffix(trail)
    ends = (*all_of("occasions"), *(_LAUNCHES if _SERIES in left else ()))
    ending = max((end for end in ends if left.endswith(end)), key=len, default="")
    left = left.removesuffix(ending)
    return left if ending and len(left) >= _LEFT else ""


def _is_one(stem: str, name: str) -> bool:
    return likeness((stem,), (name,)) >= _CLOSE or (
        shortened((stem,), (name,)) and len(name) >= _LEFT and stem[-2:] == name[-2:]
    )


@lru_cache(maxsize=65536)
def is_briefing(names: tuple[str, ...]) -> bool:
    """Whether every name is that of what is over on its day and comes again: 例行记者会, 新闻发布会."""
    return all(name.endswith(all_of("briefings")) for name in names)


@lru_cache(maxsize=65536)
def is_unplaced_session(name: str) -> bool:
    """Whether the name of a session tells neither house nor place: 九届常委会第十六次会议."""
    return _SESSION.fullmatch(name) is not None


def other_year(names: Iterable[str], day: int | None) -> bool:
    """Whether a name tells a year that is not near the one in which the day lies: 2008年云河峰会 on a day of 2023."""
    years = {int(year) for name in names for year in figures(name).get("年", ()) if len(year) == _YEAR}
    return day is not None and bool(years) and all(abs(year - date.fromordinal(day).year) > 1 for year in years)


def sessions(names: Iterable[str], hosts: Iterable[str]) -> list[str]:
    """The names of a session with the house that holds it: 上海市政协|九届常委会第十六次会议."""
    houses = [host for host in sorted(hosts) if host.endswith(_HOUSES)]
    return [house + name for name in names if is_unplaced_session(name) for house in houses]


__all__ = ["is_briefing", "is_occasion_of", "is_unplaced_session", "other_year", "sessions"]
