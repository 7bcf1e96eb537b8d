"""LOCATED_IN of neighbouring names: 西宁市|大通县, 桑耶镇的养殖基地, 甲、乙两县同属丙市, 丙市(甲县、乙县)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from kg.extract.annotated import Annotated, Bound, Fact
from kg.extract.grounds import (
    can_hold,
    chain_from,
    chain_start,
    counted_run,
    employs,
    is_built,
    is_division,
    leads_over,
    lies_within,
    located,
    names_elsewhere,
    rank,
)
from kg.extract.lists import gap, leads_up, linked, run_from, run_to, spoken
from kg.extract.parts import GOVERNMENT
from kg.language.classes import DIVISIONS, SEVERAL, all_of
from kg.language.countries import is_country
from kg.language.divisions import find as find_division
from kg.language.lexicon import any_of, pattern, words

_HELD = ("Organization", "Project", "Meeting", "Location")
# 甲、乙|两县|同属丙市
_COUNTED = re.compile(f"(?:[{SEVERAL}]{{1,4}}[省市州县区旗镇乡])?(?:现|今|均|都)?")
# 甲、乙|两省的|丙市、丁市
_EACH = re.compile(f"[{SEVERAL}]{{1,3}}(?:省份|地|{DIVISIONS})的?")
# 丙市|(甲县、乙县), 丙市|所辖的|甲县
_OPENS = re.compile(rf"[(:]|(?:所辖|下辖|辖内|境内)的?|的|{_EACH.pattern}")
_COUNTIES = ("县", "区", "旗", "市")
_TOWNS = (*all_of("towns"), *all_of("villages"))
_SETTLED = (*_COUNTIES, *_TOWNS, *words("zone_kinds"), "社区", "街")


def relate(article: Annotated) -> Iterator[Fact]:
    """All facts of places beside their names, sentence by sentence."""
    for start, end in article.sentences():
        items = _grounds_first(spoken(article, start, end, *_HELD))
        yield from _chains(article, items)
        yield from _belongs(article, items, start, end)
        yield from _listed(article, start, end)
        yield from _in_works(article, start, end)
        yield from _siblings(article, items)


def _grounds_first(items: Sequence[Bound]) -> list[Bound]:
    """The mentions without the body of a division that is named as a place there, too (甲市乙区|协办)."""
    places = {(item.start, item.end) for item in items if item.type == "Location"}
    return [item for item in items if item.type != "Organization" or (item.start, item.end) not in places]


def _in_works(article: Annotated, start: int, end: int) -> Iterator[Fact]:
    """甲市乙县丙公司建设项目, 甲市乙区文化节: the chain of divisions at the head of a work's or meeting's name."""
    for work in article.between(start, end, "Project", "Meeting"):
        inside = [b for b in article.all_between(work.start, work.end, "Location") if b.inner]
        for outer, inner in pairwise(inside):
            if outer.end == inner.start and lies_within(outer, inner):
                yield from located(article, inner, outer, "place before place", (outer.start, inner.end))


def _chains(article: Annotated, items: Sequence[Bound]) -> Iterator[Fact]:
    """A place right before a place, a project or an organisation: 西宁市大通县; 桑耶镇的养殖基地."""
    for index, (outer, inner) in enumerate(pairwise(items)):
        if outer.type != "Location" or not outer.things or not _leads(article, outer, inner):
            continue
        if inner.type == "Organization" and not gap(article, outer, inner) and not is_built(outer):
            continue
        if inner.type == "Organization" and (is_country(outer.spot.text) or GOVERNMENT.search(inner.spot.text)):
            continue  # 甲国的|乙公司, 甲国的|丙邦政府
        if _in_no_ground(outer, inner) or _opens_name(article, inner) or _comes_there(article, items, outer, inner):
            continue
        if inner.type == "Project" and inner.spot.text.endswith(_PLANS):
            continue  # 甲市的|和平计划: what is planned lies nowhere
        quoted = re.search("[“”]", article.sheet.flat[outer.end : inner.start])
        # 甲广场的|“乙驿站”, but not 甲市“乙计划”
        stands = inner.type == "Project" and (gap(article, outer, inner) == "的" or _stands_in(outer, inner))
        if inner.type == "Meeting" or (quoted and not stands):
            continue
        run = run_from(article, items, index + 1)
        for held in _same_rank(outer, run, sights="的" in article.sheet.flat[outer.end : inner.start]):
            yield from located(article, held, outer, "place before place", (outer.start, inner.end))


def _stands_in(outer: Bound, work: Bound) -> bool:
    """甲村|“乙食堂”: a house or station right behind the small place whose it is."""
    small = outer.spot.text.endswith((*_TOWNS, *words("zone_kinds"), "社区", "小区"))
    small = small and not outer.spot.text.endswith("街道")  # the office whose it is
    return small and work.spot.text.strip("“”").endswith(words("unveiled_endings"))


_PLANS = ("计划", "倡议", "方案", "战略", "规划")


def _comes_there(article: Annotated, items: Sequence[Bound], outer: Bound, inner: Bound) -> bool:
    """Whether somebody of the body came to the place: 抵达甲县的|乙集团|副总经理李文达."""
    if inner.type != "Organization" or gap(article, outer, inner) != "的" or not employs(article, inner):
        return False
    return article.sheet.flat.endswith(_COMING, 0, chain_start(article, items, outer))


_COMING = tuple(verb for verb in all_of("coming") if verb != "在")


def _opens_name(article: Annotated, place: Bound) -> bool:
    """Whether the landmark is only the front of the name of a body or a house: 甲县|云岭生态保护站, 乙省|云岭索道."""
    if place.type != "Location" or is_division(place) or is_built(place) or place.spot.text.endswith(_SETTLED):
        return False
    name = _name_from_landmark().match(article.sheet.flat, place.end)
    if name is None or name.end() not in article.sheet.edges:
        return False
    return all(token.tag in _IN_NAMES for token in article.sheet.words_in(place.end, name.end()))


_IN_NAMES = ("n", "nz", "vn", "nw", "a", "b", "an", "j", "LOC", "ns", "ORG", "nt")


@cache
def _name_from_landmark() -> re.Pattern[str]:
    ends = (*words("organization_suffixes"), *words("facility_endings"), *all_of("named_after_landmarks"))
    return re.compile(
        f"[\u3400-\u9fff]{{0,10}}?(?:{any_of(end for end in ends if len(end) > 1)})(?![\u3400-\u9fff]{{0,2}}[村镇乡])"
    )


def _in_no_ground(outer: Bound, inner: Bound) -> bool:
    """Whether the second is a division and the first a landmark, which holds none: 甲泛区的|乙县, 甲古道的|乙."""
    if inner.type != "Location" or not is_division(inner) or is_division(outer):
        return False
    if outer.spot.text.endswith(_HOLDING):
        return False
    return inner.spot.text.endswith(_COUNTIES) or outer.spot.text.endswith(_HOLDING_NONE)


# Zones, roads and sights, in which no town lies that has a government: 甲自贸试验区|乙片区.
_HOLDING_NONE = (
    *words("zone_kinds"),
    *words("line_places"),
    "道",
    "路",
    "线",
    "街",
    "走廊",
    "桥",
    "馆",
    "园",
    "景区",
    "机场",
)
# Grounds wider than a county that no table of divisions has.
_HOLDING = ("省", "市", "州", "盟", "区域", "地区", "新区", "岛", "湾区", "半岛", "城区", "港", "特区", "经济区")


def _leads(article: Annotated, outer: Bound, inner: Bound) -> bool:
    """Whether the first name leads up to the second, which can lie in it: 清远市|最南端|清城区, but not 上海|宁夏."""
    if article.sheet.flat[outer.start - 1 : outer.start] in ("县", "旗") and _is_city(outer.spot.text):
        return False  # 甲县|南京|坪乡: no city lies in a county
    if leads_up(article, outer, inner):
        return inner.type != "Location" or can_hold(outer.spot.text, inner.spot.text)
    linking = inner.type == "Location" and leads_over(article, outer, inner)
    return linking and can_hold(outer.spot.text, inner.spot.text)


def _is_city(name: str) -> bool:
    return not name.endswith(_COUNTIES) and any(len(found.path) < _OF_COUNTY for found in find_division(name))


# So many names lead down to a county: 甲省, 乙市, 丙县.
_OF_COUNTY = 3


def _same_rank(outer: Bound, run: Sequence[Bound], *, sights: bool) -> Iterator[Bound]:
    """The members of a list that lie in the place before it: those called like the first (乌恰县、阿合奇县).

    sights: the list stands behind 的; then those that are no divisions lie there, too (丙区的|甲村、乙竹海).
    """
    first = run[0]
    yield first
    for other in run[1:]:
        alike = rank(other) == rank(first) or lies_within(outer, other)
        abroad = is_country(outer.spot.text) and not is_division(first) and not is_division(other)
        if other.type != "Location" or not (alike or abroad or (sights and not is_division(other))):
            return
        if names_elsewhere(outer.spot.text, other.spot.text):
            return  # 甲市的|公园和|乙市植物园
        if not can_hold(outer.spot.text, other.spot.text):
            return
        yield other


def _belongs(article: Annotated, items: Sequence[Bound], start: int, end: int) -> Iterator[Fact]:
    """甲、乙两县同属丙市."""
    flat = article.sheet.flat
    for match in pattern("belonging_verbs").finditer(flat, start, end):
        before = [b for b in items if b.type == "Location" and b.end <= match.start()]
        ahead = next((i for i, b in enumerate(items) if b.start == match.end() and b.type == "Location"), None)
        if not before or ahead is None or not _COUNTED.fullmatch(flat, before[-1].end, match.start()):
            continue
        place = chain_from(article, items, ahead)[-1]
        for held in run_to(article, before):
            yield from located(article, held, place, "belongs to", match.span())


def _listed(article: Annotated, start: int, end: int) -> Iterator[Fact]:
    """丙市(甲县、乙县), 丙市:甲县、乙县, where the table of divisions has them there."""
    flat = article.sheet.flat
    places = article.all_between(start, end, "Location")
    for index, outer in enumerate(places[:-1]):
        opens = _OPENS.match(flat, outer.end)
        inside = places[index + 1 :]
        if outer.inner or opens is None or inside[0].start - opens.end() > 1:
            continue
        outers = run_to(article, places[: index + 1]) if _EACH.match(flat, outer.end) else [outer]
        for held in counted_run(article, inside):
            own = next((place for place in outers if lies_within(place, held) or _is_town_of(place, held)), None)
            if own is None:
                break
            yield from located(article, held, own, "listed behind the place", (own.start, held.end))


def _is_town_of(outer: Bound, held: Bound) -> bool:
    """Whether the second is a town or village that the table does not know, the first a county: 甲县(乙镇、丙乡)."""
    return outer.spot.text.endswith(_COUNTIES) and held.spot.text.endswith(_TOWNS) and not is_division(held)


def _siblings(article: Annotated, items: Sequence[Bound]) -> Iterator[Fact]:
    """甲县乙镇A村、B村和丙镇C村: who goes on in a list like an earlier link of the chain lies where that one lies."""
    path: list[Bound] = []
    for item in items:
        if item.type != "Location" or not item.things:
            path = []
            continue
        if path and _leads(article, path[-1], item):
            path.append(item)
            continue
        goes_on = path and (linked(article, path[-1], item) or gap(article, path[-1], item) == ",")
        depth = _place_in(path, item) if goes_on else 0
        if depth:
            parent = path[depth - 1]
            yield from located(article, item, parent, "goes on in a list of places", (parent.start, item.end))
        path = [*path[:depth], item]


def _place_in(path: Sequence[Bound], item: Bound) -> int:
    """How many links of the chain stand over the place: those before the one that is called like it."""
    for depth in range(len(path) - 1, 0, -1):
        parent, alike = path[depth - 1], rank(path[depth]) == rank(item)
        alike = alike and not names_elsewhere(parent.spot.text, item.spot.text)
        if alike and (lies_within(parent, item) or (not is_division(item) and not is_division(path[depth]))):
            return depth
    return 0
