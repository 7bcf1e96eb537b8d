"""Whose newspaper a page is: its province or country, and the city or county that an article takes for granted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.language import divisions
from kg.language.divisions import Division
from kg.read import papers
from kg.read.dateline import Dateline

_LONGEST = 12
_HEADER, _SOURCE, _OWN_PLACE, _AGENCY_PLACE = 40.0, 20.0, 15.0, 8.0
_LEAD = 120
# The runner-up must have no more than this share of the winner's votes.
_CLEAR = 0.75
_SECOND_LEVEL = r"(?:委|政府|长|人大|政协|纪委|领导|直)"
_RELATIVE = {
    "county": re.compile(rf"(?:我|全|来|本)[县旗]|[县旗]{_SECOND_LEVEL}"),
    "prefecture": re.compile(rf"(?:我|全|本)[市州盟]|[市州盟]{_SECOND_LEVEL}|地委|行署"),
}
_OWN_COUNTY = re.compile(r"(?:我|全|来我|本)[县旗]|县领导|旗领导")


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


def home_of_page(headers: Sequence[str], told: Sequence[Told], given: str | None) -> Home:
    """The paper's home: as `given`, or by the page's header, its datelines, and the places that its articles name."""
    if given:
        return _given(given)
    votes: Counter[str] = Counter()
    cities: list[Division] = []
    for weight, name in _named(headers, told):
        for division in _unambiguous(name):
            votes[divisions.short_name(division.path[0])] += weight
            cities += [division] if division.level != "province" and weight >= _SOURCE else []
    abroad = bool(told) and all(_national(item.dateline) for item in told)
    if abroad and not votes:
        return Home(papers.COUNTRY, None, "an agency or paper of the whole country")
    if not votes:
        votes = _mentions(told)
    place, why = _winner(votes)
    city = next((division for division in cities if divisions.short_name(division.path[0]) == place), None)
    return Home(place, city, why)


def city_of(told: Told, page: Home, others: Sequence[Told]) -> tuple[str | None, str]:
    """The full name of the city or county that an article's 市委, 我县 … mean, and why; (None, "") where it has none."""
    level = _level_needed(told.text)
    own = _dateline_division(told.dateline, page.place)
    for division, why in ((own, "its dateline"), (page.division, "the paper")):
        if division and (not level or division.level == level or _same_kind(division, level, told.text)):
            return division.name, f"{division.name}: {why}"
    if not level or not page.place or page.place == papers.COUNTRY:
        return None, ""
    for texts, why in (([told.text], "the article"), ([item.text for item in others], "the page")):
        name = _most_named(texts, level, page.place)
        if name:
            return name, f"{name}: named most in {why}"
    return None, ""


def _given(given: str) -> Home:
    found = divisions.find(given)
    if not found:
        return Home(given, None, "as given")
    division = found[0]
    city = None if division.level == "province" else division
    return Home(divisions.short_name(division.path[0]), city, "as given")


def _named(headers: Sequence[str], told: Sequence[Told]) -> Iterator[tuple[float, str]]:
    """Places that the paper itself names, with their weight."""
    for header in headers:
        for word in re.split(r"[\s|｜·]+", header):
            home = papers.home(word)
            if home and home != papers.COUNTRY:
                yield _HEADER, home
    for dateline in (item.dateline for item in told if item.dateline):
        home = papers.home(dateline.source)
        if home and home != papers.COUNTRY:
            yield _SOURCE, home
        elif dateline.place:
            yield _AGENCY_PLACE if home else _OWN_PLACE, dateline.place


def _unambiguous(name: str) -> list[Division]:
    """The division of that name, or of the longest beginning of it that is one; none where several provinces have it."""
    for length in range(len(name), 1, -1):
        found = divisions.find(name[:length])
        if found:
            top = [division for division in found if division.level == found[0].level]
            return top if len(top) == 1 else []
    return []


def _national(dateline: Dateline | None) -> bool:
    return dateline is not None and papers.home(dateline.source) == papers.COUNTRY


def _mentions(told: Sequence[Told]) -> Counter[str]:
    """Votes of the places named in the articles, those of the lead double."""
    votes: Counter[str] = Counter()
    for item in told:
        for start, name in _division_names(item.text):
            place = divisions.province_of(name)
            if place:
                votes[place] += 2.0 if start < _LEAD else 1.0
    return votes


def _winner(votes: Counter[str]) -> tuple[str | None, str]:
    ranked = sorted(votes.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or (len(ranked) > 1 and ranked[1][1] > _CLEAR * ranked[0][1]):
        return None, ""
    return ranked[0][0], f"{ranked[0][0]}: datelines, headers or places named on the page"


def _division_names(text: str) -> Iterator[tuple[int, str]]:
    """Names of divisions in a text, longest first from the left; counties only by their full names."""
    i = 0
    while i < len(text):
        name = next((text[i : i + n] for n in range(_LONGEST, 1, -1) if _is_name(text[i : i + n])), "")
        if name:
            yield i, name
        i += len(name) or 1


def _is_name(word: str) -> bool:
    found = divisions.find(word)
    return bool(found) and (found[0].level != "county" or len(word) > 2)


def _level_needed(text: str) -> str:
    """The level of the bare 市委, 我县 … of a text: "county", "prefecture" or ""."""
    bare = {level: _bare(text, pattern) for level, pattern in _RELATIVE.items()}
    if bare["county"] and (not bare["prefecture"] or _OWN_COUNTY.search(text)):
        return "county"
    return "prefecture" if bare["prefecture"] else ""


def _bare(text: str, pattern: re.Pattern[str]) -> bool:
    """Whether a relative form stands without a place before it: 市委书记, but not 西宁市委书记."""
    for match in pattern.finditer(text):
        before = text[max(0, match.start() - 1) : match.start()]
        if match.group()[0] in "我全来本" or before in "，。、；：“（(,; \n副和与向" or before == "":
            return True
    return False


def _dateline_division(dateline: Dateline | None, place: str | None) -> Division | None:
    """The division of 「本报西宁5月13日讯」, 「石河子讯」; an agency's dateline says only where something happened."""
    if not dateline or not dateline.place or _national(dateline):
        return None
    inside = [d for d in divisions.find(dateline.place) if place in (None, divisions.short_name(d.path[0]))]
    return inside[0] if inside and inside[0].level != "province" else None


def _same_kind(division: Division, level: str, text: str) -> bool:
    """石河子市 is a county of the table, but its 市委 is a 市委."""
    return division.level == "county" and level == "prefecture" and division.name.endswith("市") and "市" in text


def _most_named(texts: Sequence[str], level: str, place: str) -> str | None:
    votes: Counter[str] = Counter()
    first: dict[str, int] = {}
    for text in texts:
        for start, name in _division_names(text):
            for division in divisions.find(name):
                if division.level == level and divisions.short_name(division.path[0]) == place:
                    votes[division.name] += 1
                    first.setdefault(division.name, start)
                    break
    return min(votes, key=lambda name: (-votes[name], first[name], name), default=None)
