"""The city or county whose 市委, 州长, 我县 an article means when it names none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from kg.language import divisions
from kg.language.divisions import Division
from kg.read import papers
from kg.read.places import Home, Told, division_names
from kg.say import say

_ORGAN = r"(?:委(?!员|托|会|派)|党委|政府|长(?!江|期|城)|人大|政协|纪委|领导|直(?!播|接|属)|人民政府)"
# Kinds of divisions by the last character of their names, as relative forms name them; the strong ones are the paper's.
_STRONG = {kind: re.compile(rf"[我全](?={kind}){kind}|来我{kind}|{kind}领导") for kind in "县旗市州盟"}
_WEAK = {kind: re.compile(rf"{kind}{_ORGAN}") for kind in "县旗市州盟区"}
_PREFECTURE_OFFICE = re.compile(r"地委|行署")
_ENDS = {"县": "县", "旗": "旗", "市": "市", "州": "州", "盟": "盟", "区": "区", "地": "地区"}
_LEVEL = {"县": "county", "旗": "county", "区": "county", "市": "prefecture", "州": "prefecture", "盟": "prefecture"}
# Words that may stand before a bare 市委: the rest of a name may not.
_BEFORE = "，。、；：“（(）),; \n　副和与向由在对及让受经据"


def city_of(told: Told, page: Home, others: Sequence[Told]) -> tuple[str | None, str]:
    """The full name of the city or county that an article takes for granted, and why; (None, "") where it has none.

    It is the dateline's, the paper's, or the place of that kind named most in the article or else on its page
    (`others`: all its articles).
    """
    kinds = _kinds_needed(told.text)
    own = _dateline_division(told, page.place)
    anchors = [(own, say("its dateline")), (page.division, say("the paper"))]
    if not kinds:
        return next(((d.name, say("{name}: {why}", name=d.name, why=why)) for d, why in anchors if d), (None, ""))
    for kind in kinds:
        for anchor, why in anchors:
            found = _of_kind(anchor, kind)
            if found:
                return found, say("{found}: {why}, for a bare {kind}", found=found, why=why, kind=kind)
        found, where = _named(kind, page.place, (told, *others))
        if found:
            return found, say("{found}: named most in {where}, for a bare {kind}", found=found, where=where, kind=kind)
    return None, ""


def _kinds_needed(text: str) -> list[str]:
    """The kinds of the bare relative forms of a text: those of 我县, 全市 first, then cities before counties."""
    strong = [kind for kind, pattern in _STRONG.items() if _bare(text, pattern)]
    weak = [kind for kind in "市州盟县旗区" if _bare(text, _WEAK[kind])]
    office = ["地"] if _PREFECTURE_OFFICE.search(text) else []
    # 全市 may be any city's; a bare 县领导 or 我县 is the paper's own.
    own = [kind for kind in "县旗" if kind in strong]
    return list(dict.fromkeys([*own, *weak, *office, *strong]))


def _bare(text: str, pattern: re.Pattern[str]) -> bool:
    """Whether a relative form stands without a place before it: 市委书记, but not 西宁市委书记."""
    for match in pattern.finditer(text):
        before = text[max(0, match.start() - 1) : match.start()]
        if match.group()[0] in "我来" or not before or before in _BEFORE:
            return True
    return False


def _of_kind(division: Division | None, kind: str) -> str | None:
    """The division or the one around it whose name ends in that kind."""
    if division is None:
        return None
    return next((name for name in reversed(division.path[1:]) if name.endswith(_ENDS[kind])), None)


def _dateline_division(told: Told, place: str | None) -> Division | None:
    """The division of 「本报西宁5月13日讯」, 「石河子讯」; an agency's dateline says only where something happened."""
    dateline = told.dateline
    if not dateline or not dateline.place or papers.home(dateline.source) == papers.COUNTRY:
        return None
    inside = [d for d in divisions.find(dateline.place) if place in (None, divisions.short_name(d.path[0]))]
    return inside[0] if inside and inside[0].level != "province" else None


def _named(kind: str, place: str | None, told: Sequence[Told]) -> tuple[str | None, str]:
    """The place of a kind named most in the first article, else in all."""
    if place in (None, papers.COUNTRY):
        return None, ""
    own = Counter(_of_kind_in(told[0].text, kind, place))
    page = Counter(name for item in told[1:] for name in _of_kind_in(item.text, kind, place))
    for votes, why in ((own, say("the article")), (page, say("the page"))):
        if votes:
            return min(votes, key=lambda name: (-votes[name], name)), why
    return None, ""


def _of_kind_in(text: str, kind: str, place: str | None) -> Iterator[str]:
    for _, name in division_names(text):
        for division in divisions.find(name)[:1]:
            inside = division.level != "province" and divisions.short_name(division.path[0]) == place
            fits = division.name.endswith(_ENDS[kind]) and _LEVEL.get(kind, "prefecture") == division.level
            if inside and fits:
                yield division.name
