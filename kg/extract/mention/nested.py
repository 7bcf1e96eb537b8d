"""Chains of places that the tagger takes for one word: 西宁市|大通县, 甲国|乙州|丙市, 甲铁路|乙站."""

from __future__ import annotations

import re
from functools import cache

from kg.extract.mention.phrases import plain_words
from kg.extract.sheet import Sheet, Spot
from kg.language.classes import RANKS, ZONES, one_of
from kg.language.countries import is_country, known_places
from kg.language.divisions import find as find_division
from kg.language.lexicon import any_of, pattern, word_set, words
from kg.language.words import sort_of_name

# 巴楚县|工业园区 is one name.
_DEVELOPED = re.compile(f"(?:{one_of('fields_of_zones')})")
# A park in a zone: 西宁经济技术开发区|甘河工业园区.
_ZONE = re.compile(rf"[\u3400-\u9fff]{{2,}}(?:{ZONES})")
_PARK = re.compile(rf"[\u3400-\u9fff]{{2,10}}(?:{one_of('parks')}|片区)")
_BARE_ZONE = re.compile(f"(?:(?:国家级)?(?:{one_of('fields_of_zones_in_general')}){{0,4}})(?:{ZONES})")
# 甲铁路|乙站|站前广场, 甲高铁|乙北站: a line and a stop of it.
_STOP = re.compile(r"[\u3400-\u9fff]{2,6}站")
_LINE = re.compile(rf"[\u3400-\u9fff]{{2,6}}(?:{one_of('roads_and_railways')})|(?:地铁|轨道交通|轻轨)?[0-9]{{1,2}}号线")
_LINK, _SHORTEST = re.compile("[和与及]"), 3
# Characters that a place abroad has beside its kind.
_OWN = 2


def split(sheet: Sheet, spot: Spot) -> list[Spot]:
    """A chain of places as its parts: 西宁市大通县 → 西宁市, 大通县; 青海西宁 → 青海, 西宁; else the spot alone."""
    for link in _LINK.finditer(spot.text, _SHORTEST, len(spot.text) - _SHORTEST):
        if _is_one_of_two(spot.text[: link.start()]) and _is_one_of_two(spot.text[link.end() :]):
            left = sheet.spot(spot.start, spot.start + link.start(), "Location", spot.by)
            right = sheet.spot(spot.start + link.end(), spot.end, "Location", spot.by)
            return [*split(sheet, left), *split(sheet, right)]
    for cut in range(len(spot.text) - 2, 1, -1):
        if _can_hold(spot.text[:cut], spot.text[cut:]):
            left = sheet.spot(spot.start, spot.start + cut, "Location", spot.by)
            right = sheet.spot(spot.start + cut, spot.end, "Location", spot.by)
            return [*split(sheet, left), *split(sheet, right)]
    return [spot]


def _is_one_of_two(text: str) -> bool:
    """Whether the words end like a place and have a name of their own before: 甲苑|和|乙家属院, but 连云港|和平路."""
    ending = _place_end().search(text)
    return ending is not None and ending.start() >= _OWN


@cache
def _place_end() -> re.Pattern[str]:
    return re.compile(f"(?:{any_of(words('location_suffixes'))})$")


def _can_hold(outer: str, inner: str) -> bool:
    """Whether the first name is a division or country and the rest names a place of its own in it."""
    if _ZONE.fullmatch(outer) and _PARK.fullmatch(inner) and not pattern("location_suffixes").fullmatch(inner):
        return True
    return _is_stop_of_line(outer, inner) or _is_abroad(outer, inner) or _can_hold_at_home(outer, inner)


def _can_hold_at_home(outer: str, inner: str) -> bool:
    divisions = find_division(outer)
    if inner in known_places() and (len(inner) > 2 or inner in word_set("world_places")):
        return bool(divisions) or is_country(outer) or outer in known_places()
    if (not divisions and not is_country(outer)) or _BARE_ZONE.match(inner):
        return False
    if outer.endswith("市") and inner.startswith("民"):
        return False  # 甲|市民公园
    if is_country(outer) and len(inner) >= 3 and inner[-1] in "市州省县" and not find_division(inner):
        return True
    # 钦州|港 is one name, 乌拉特前旗|甲牧场 are two.
    full = outer[-1] in RANKS and not any(outer == one.short != one.name for one in divisions)
    inside = find_division(inner)
    if inside:
        return any(set(item.path[:-1]) & {division.name for division in divisions} for item in inside) or full
    endings = pattern("location_suffixes")
    ends = endings.fullmatch(inner[-1]) or any(endings.fullmatch(inner, at) for at in range(2, len(inner) - 1))
    named = len(inner) >= 3 and not endings.fullmatch(inner) and inner not in word_set("location_generic")
    return full and bool(ends) and named and not _DEVELOPED.match(inner)


def _is_stop_of_line(outer: str, inner: str) -> bool:
    """Whether a line of rails and a station are told in one: 甲铁路|乙站."""
    return bool(_LINE.fullmatch(outer)) and bool(_STOP.fullmatch(inner))


def _is_abroad(outer: str, inner: str) -> bool:
    """Whether the first name is a foreign country or a known place abroad, and the rest ends like a place in it."""
    if outer not in word_set("world_places") and (outer == "中国" or not is_country(outer)):
        return False
    end = _end_abroad().search(inner)
    own = inner[: end.start()] if end is not None else ""
    return (
        len(own) >= _OWN and own not in plain_words() and sort_of_name(own) != "word" and sort_of_name(inner) != "word"
    )


@cache
def _end_abroad() -> re.Pattern[str]:
    """How places abroad end that no table holds: 甲国|乙岛, 乙州|丙城."""
    return re.compile(f"(?:{any_of(words('ends_abroad'))})$")
