"""Parts called by their own name: 宁河分公司 is the house of the firm told of, 研究生院 of the school before it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kg.extract.mention.departments import is_college
from kg.extract.mention.titles import names_post
from kg.extract.sheet import Sheet, Spot
from kg.language.classes import NUMERALS, RANKS, TOWNS, all_of, one_of
from kg.language.countries import is_country
from kg.language.divisions import find as find_division
from kg.language.lexicon import word_set, words
from kg.language.organisations import is_company, known_names, without_place

_HOUSE = re.compile(f"(?:{one_of('branch_offices')})$")


def whole_house(name: str, counts: Mapping[str, int]) -> str | None:
    """The full name of a branch that is called by its place alone, or None where it is none or no firm is told of.

    counts: how often the article writes each name of an organisation.
    """
    house = _HOUSE.search(name)
    if house is None or not find_division(name[: house.start()]):
        return None
    fuller = sorted(other for other in counts if other.endswith(name) and len(other) > len(name) + 1)
    if fuller:
        return fuller[0]
    firms = sorted((-count, len(other), other) for other, count in counts.items() if _is_firm(other))
    return firms[0][2] + name if firms else None


def _is_firm(name: str) -> bool:
    return _HOUSE.search(name) is None and (is_company(name) or name.endswith(words("firm_endings")))


def whole_wards(counts: Mapping[str, int]) -> dict[str, str]:
    """The full names of 附属第一医院, 第二中学, 甲医院 (乙大学附属甲医院).

    That is the one longer name of the article that ends so.
    """
    wholes = {}
    for name in counts:
        longer = [other for other in counts if other.endswith(name) and len(other) > len(name) + 1]
        leans = _WARD.match(name) or any(other.endswith("附属" + name) for other in longer)
        if leans and len(longer) == 1:
            wholes[name] = longer[0]
    return wholes


# What only leans on the name of a whole before it.
_WARD = re.compile(f"(?:附属|附设|直属|第[{NUMERALS}]+(?:附属|人民|中心)?(?:医院|中学|小学|幼儿园|中))")
_WHOLE = re.compile("(?:常务)?副?校长")
# How the names of schools with colleges end.
_SCHOOLS = ("大学", "职业技术学院", "职业学院", "师范学院", "财经学院", "理工学院", "工程学院")
_REACH = 2  # sentences before a college in which its school may be named
_POST = 5  # characters behind a college in which its post stands


def whole_colleges(sheet: Sheet, spots: Sequence[Spot]) -> dict[str, str]:
    """The full names of colleges that stand alone before a post: of the school named last before them.

    Left out are those with no school shortly before them.
    """
    ordered, wholes = sorted(spots, key=lambda spot: spot.start), {}
    for at, college in enumerate(ordered):
        text = college.text
        if text in wholes or not is_college(text) or not names_post(sheet.flat[college.end : college.end + _POST]):
            continue
        if _WHOLE.match(sheet.flat, college.end) or any(find_division(text[:size]) for size in (2, 3)):
            continue  # 青江东方学院|校长: a school of its own
        floor = sheet.sentences[max(sheet.sentence_index(college.start) - _REACH, 0)][0]
        before = [spot.text for spot in ordered[:at] if spot.start >= floor and spot.text != text]
        if any(spot.text.startswith(text) and spot.text != text for spot in ordered):
            continue  # 甲东方学院|机械工程学院: what a longer name begins with is a school itself
        school = next((name for name in reversed(before) if name.endswith((*_SCHOOLS, text))), None)
        if school is not None:
            wholes[text] = school.removesuffix(text) + text
    return wholes


def whole_names(counts: Mapping[str, int]) -> dict[str, str]:
    """The full names of what the article also calls with its country, place or owner ahead: 甲党, 乙国甲党.

    That is the longest name of the article that ends so, if nothing else stands in front. An organ of the nation stays
    itself (外交部 beside 甲国外交部), and so does a town's branch of the party beside the league's. What names its own
    division in full is called so for itself (云江县妇联, 青江市云江县妇联).
    """
    wholes = {}
    for name in counts:
        if len(name) < _LEAST or known_names(name) is not None or is_country(name) or name.startswith(_OWN_NATION):
            continue
        longer = sorted((other for other in counts if other.endswith(name) and other != name), key=len)
        nested = bool(longer) and all(longer[-1].endswith(other) for other in longer)
        if nested and _is_ahead(longer[-1].removesuffix(name), name, counts):
            wholes[name] = longer[-1]
    return wholes


_LEAST = 3  # characters of a name that a longer one may end with
_OWN_NATION = ("中国", "中华", "全国", "中共")
_DIVISION_AHEAD = re.compile(f"[\u3400-\u9fff]{{1,10}}(?:[{RANKS}]|{TOWNS})")


def _is_ahead(ahead: str, name: str, counts: Mapping[str, int]) -> bool:
    """Whether a place or a body is all that stands before the name in the longer one."""
    if is_country(ahead):
        return True
    if ahead.endswith("共青团") or ahead.startswith((*words("parties"), "中共", "中国共产党")) or is_company(name):
        return False
    if known_names(ahead) is not None or ahead in counts or ahead.endswith(all_of("owners_of_parts")):
        return not name.endswith(all_of("parts_apart_from_owners"))
    if any(name[size - 1] in RANKS and find_division(name[:size]) for size in range(2, min(8, len(name)))):
        return False
    famous = name in word_set("famous_bodies") or name in word_set("schools")
    placed = without_place(ahead + name) == name or _DIVISION_AHEAD.fullmatch(ahead) is not None
    return placed and not famous
