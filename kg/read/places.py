"""Whose newspaper a page is: the province or country, and the city or county that an article takes for granted."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.language import divisions
from kg.language.classes import ORGANS
from kg.language.divisions import Division
from kg.read import papers
from kg.read.dateline import Dateline
from kg.say import say

_LONGEST = 12
_HEADER, _SOURCE, _OWN_PLACE = 40.0, 20.0, 15.0
# What one mention counts: more in the lead, before an organ of power (江苏省委), and where it is the first place named.
_LEAD, _LEAD_VOTE, _ORGAN_VOTE, _FIRST_VOTE = 120, 1.0, 2.0, 3.0
# The runner-up must have no more than this share of the winner's votes.
_CLEAR = 0.95
_ORGAN = re.compile(f"(?:第?十[一二三四五六]届)?(?:省|市|自治区)?(?:{ORGANS}|党委|省长)")
# Characters that stand for a province and for little else: 皖江, 闽企.
_SIGNS = "皖湘浙赣鄂闽黔滇粤"
_SIGN_VOTE = 0.5
# 天津援建…, 长沙县党政代表团: a place that helps or visits is not the paper's.
_VISITOR = re.compile(r"(?:省|市|自治区)?[^，。、；]{0,4}?(?:援建|援[疆藏青]|对口|[^，。、；]{0,4}代表团|考察团|客商)")
# 省委, 省十四届人大 of a text that takes its province for granted: no municipality or autonomous region has one.
# Not the second of 湖南省委、省政府, nor where somebody studied.
_OF_PROVINCE = re.compile(
    r"(?:^|[，。；：（\s])省(?:委(?!党校)|政府|长|人大|政协|纪委|监委|法院|检察院|人民政府|第?十[一二三四五六]届)",
    re.MULTILINE,
)
# The capital is where agencies sit; it says nothing of the paper.
_SEAT_OF_AGENCIES = "北京"


@dataclass(frozen=True, slots=True)
class Told:
    """What one article tells about its paper: its text with title, and its dateline."""

    text: str
    dateline: Dateline | None


@dataclass(frozen=True, slots=True)
class Home:
    """Whose paper a page is. place: 青海, 中国 or None; division: the city or county of the paper, if it has one."""

    place: str | None
    division: Division | None
    why: str


def home_of_page(headers: Sequence[str], told: Sequence[Told], given: str | None, sources: Sequence[str] = ()) -> Home:
    """The paper's home: as `given`, or by the page's header, its datelines, and the places that its articles name.

    sources: full names of the divisions where the papers named as sources are at home.
    """
    if given:
        return _given(given)
    votes: Counter[str] = Counter()
    cities: list[Division] = []
    for weight, name in (*((_HEADER, source) for source in sources), *_named(headers, told)):
        for division in _unambiguous(name):
            _vote(votes, divisions.short_name(division.path[0]), weight)
            cities += [division] if division.level != "province" and weight >= _SOURCE else []
    if not votes and told and all(map(_national, told)):
        return _by_agency(told)
    if not votes:
        votes = _mentions([item for item in told if not _national(item)])
    place = _winner(votes)
    if place is None:
        return Home(None, None, "")
    city = next((division for division in cities if divisions.short_name(division.path[0]) == place), None)
    return Home(place, city, say("{place}: headers, datelines, or the places named on the page", place=place))


def own_home(item: Told, sources: Sequence[str], page: Home) -> Home:
    """An article's home: that of the papers named as its own sources, else its page's.

    Where it speaks of 省委 and that home has none, the province that it names most.
    """
    home = home_of_page((), [item], None, sources) if sources else page
    if home.place is None or _is_province(home.place) or not _OF_PROVINCE.search(item.text):
        return home
    votes = _mentions([item])
    place = _winner(Counter({name: count for name, count in votes.items() if _is_province(name)}))
    return Home(place, None, say("{place}: the province that the text means by 省", place=place)) if place else home


def _is_province(place: str) -> bool:
    """Whether a place of the first level calls itself 省: 河南 does, 北京, 宁夏 and 中国 do not."""
    return any(division.level == "province" and division.name.endswith("省") for division in divisions.find(place))


@lru_cache(maxsize=256)
def division_names(text: str) -> tuple[tuple[int, str], ...]:
    """Names of divisions in a text as (start, name), longest first; counties by three characters and more."""
    found, heads = [], _heads()
    i = 0
    while i < len(text):
        names = heads.get(text[i : i + 2], ())
        name = next((name for name in names if text.startswith(name, i)), "")
        if name:
            found.append((i, name))
        i += len(name) or 1
    return tuple(found)


def _given(given: str) -> Home:
    found = divisions.find(given)
    if not found:
        return Home(given, None, say("{given}: as given", given=given))
    city = None if found[0].level == "province" else found[0]
    return Home(divisions.short_name(found[0].path[0]), city, say("{given}: as given", given=given))


def _named(headers: Sequence[str], told: Sequence[Told]) -> Iterator[tuple[float, str]]:
    """Places that the paper itself names, with their weight."""
    for word in (word for header in headers for word in re.split(r"[\s|｜·]+", header)):
        home = papers.home(word)
        if home and home != papers.COUNTRY:
            yield _HEADER, home
    for item in told:
        if item.dateline and not _national(item):
            home = papers.home(item.dateline.source)
            if home or item.dateline.place:
                yield (_SOURCE, home) if home else (_OWN_PLACE, item.dateline.place)


def _unambiguous(name: str) -> list[Division]:
    """The division of that name, or of its longest beginning that is one; none where there are several."""
    for length in range(len(name), 1, -1):
        found = divisions.find(name[:length])
        if found:
            top = [division for division in found if division.level == found[0].level]
            # 日喀则 has been 日喀则地区 and is 日喀则市: the same place.
            return top[:1] if len({(division.path[0], division.short) for division in top}) == 1 else []
    return []


def _national(item: Told) -> bool:
    return item.dateline is not None and papers.home(item.dateline.source) == papers.COUNTRY


def _by_agency(told: Sequence[Told]) -> Home:
    """A single dispatch: the province from which it was sent, if the capital did not send it."""
    for item in told:
        for division in _unambiguous(item.dateline.place) if item.dateline and item.dateline.place else ():
            place = divisions.short_name(division.path[0])
            if place != _SEAT_OF_AGENCIES:
                return Home(place, None, say("{place}: an agency sent it from there", place=place))
    return Home(papers.COUNTRY, None, say("{country}: an agency or paper of the whole country", country=papers.COUNTRY))


def _mentions(told: Sequence[Told]) -> Counter[str]:
    """Votes of the places named in the articles, and of the characters that stand for provinces."""
    votes: Counter[str] = Counter()
    for item in told:
        first = _FIRST_VOTE
        for start, name in division_names(item.text):
            place, end = divisions.province_of(name), start + len(name)
            if not place or _VISITOR.match(item.text, end):
                continue
            organ = _ORGAN_VOTE if _ORGAN.match(item.text, end) else 0.0
            _vote(votes, place, 1.0 + organ + first + (_LEAD_VOTE if start < _LEAD else 0.0))
            first = 0.0
        for char in item.text:
            if char in _SIGNS:
                _vote(votes, divisions.abbreviation(char) or "", _SIGN_VOTE)
    return votes


def _vote(votes: Counter[str], place: str, weight: float) -> None:
    # A Counter is typed for whole numbers; votes are counted in tenths.
    votes[place] += round(weight * 10)


def _winner(votes: Counter[str]) -> str | None:
    ranked = sorted(votes.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or (len(ranked) > 1 and ranked[1][1] > _CLEAR * ranked[0][1]):
        return None
    return ranked[0][0]


@cache
def _heads() -> dict[str, list[str]]:
    """The names that count by their first two characters, the longest first."""
    heads: dict[str, list[str]] = defaultdict(list)
    for name in sorted(filter(_counts, divisions.names()), key=lambda name: (-len(name), name)):
        heads[name[:2]].append(name)
    return dict(heads)


def _counts(name: str) -> bool:
    return 1 < len(name) <= _LONGEST and (len(name) > 2 or divisions.find(name)[0].level != "county")
