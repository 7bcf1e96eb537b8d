"""Provinces, prefectures and counties of China: names, short names, and what lies in what.

`data/divisions.tsv` says where the table comes from; names that were changed since 2000 are in it too, for old pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from kg.language.lexicon import table, words

LEVELS = ("province", "prefecture", "county")
# Longest first: 自治州 before 州 is cut. 自治区 of a minority is handled with the others.
_SUFFIXES = (
    "特别行政区",
    "行政委员会",
    "自治区",
    "自治州",
    "自治县",
    "自治旗",
    "联合旗",
    "地区",
    "林区",
    "矿区",
    "特区",
    "新区",
    "省",
    "市",
    "盟",
    "县",
    "旗",
    "区",
)
# Districts by nature, which never were counties.
_NEVER_COUNTIES = ("新区", "林区", "矿区", "特区", "族区")
_AUTONOMOUS = ("自治区", "自治州", "自治县", "自治旗")
# 科尔沁左翼中旗 and 正蓝旗 without their last character are nothing that anybody says.
_KEEP_BANNER = "前中后左右黄白蓝红"


@dataclass(frozen=True, slots=True)
class Division:
    """A division. name: 西宁市. short: 西宁. level: one of LEVELS. path: full names from the province to itself.

    code: GB/T 2260 (630100). A county directly under its province has a path of two names.
    """

    name: str
    short: str
    level: str
    path: tuple[str, ...]
    code: str


def find(name: str) -> tuple[Division, ...]:
    """The divisions called so: by full name, short name (大通), short name and kind (大通县), or another call (巴州).

    Highest level first, then by code; empty where there is none. 城关区 gives several. Short names of counties can be
    plain words (和平, 资源, 平安): ask only for what context or the tagger has found to be a place.
    """
    return _index().get(name, ())


def is_town(name: str) -> bool:
    """Whether a town, township, sum or street of China is called so: 塘尾街道; 城关镇, of which there are many, too."""
    return any(name.endswith(ending) and name.removesuffix(ending) in found for ending, found in _towns())


@cache
def _towns() -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple((ending, frozenset(found.split(" "))) for ending, found in table("towns"))


@cache
def at(path: tuple[str, ...]) -> Division | None:
    """The division that lies there, by the full names from the province to itself, or None."""
    return next((division for division in find(path[-1]) if division.path == path), None)


def names() -> Iterable[str]:
    """Everything that `find` knows."""
    return _index().keys()


def province_of(name: str) -> str | None:
    """The short name of the province in which the division called `name` lies, or None where that is not clear.

    Only the highest level with that name counts: 海南 is the province, although Qinghai has a 海南州; 朝阳 is the
    prefecture in 辽宁; 城关区 is None.
    """
    found = find(name)
    lying_in = {division.path[0] for division in found if division.level == found[0].level}
    return short_name(lying_in.pop()) if len(lying_in) == 1 else None


@cache
def provinces() -> tuple[Division, ...]:
    """The 34 divisions of the province level, in the order of their codes."""
    return tuple(division for division in divisions() if division.level == "province")


@cache
def divisions() -> tuple[Division, ...]:
    """All divisions in the order of their codes; where a code has had several names, today's first."""
    rows = table("divisions")
    today: dict[str, str] = {}
    for code, name in rows:
        today.setdefault(code, name)
    return tuple(Division(name, short_name(name), _level(code), _path(code, name, today), code) for code, name in rows)


def abbreviation(char: str) -> str | None:
    """The short name of the province that a character stands for (湘 → 湖南), or None."""
    return _abbreviations().get(char)


def venue_call(char: str) -> str | None:
    """The short name of the city or province that a character means behind 在 (在穗举行 → 广州), or None."""
    return _venue_calls().get(char)


@cache
def _venue_calls() -> dict[str, str]:
    return {row[0]: row[1] for row in table("venue_calls")}


def capital(province: str) -> str | None:
    """The short name of the seat of a province given by its short name (青海 → 西宁), or None.

    A municipality and a special region is its own seat. None also for Taiwan.
    """
    above = next((division for division in provinces() if division.short == province), None)
    if above is None or above.short == "台湾":
        return None
    # The table of codes gives each province's seat the first number.
    seat = next((item for item in divisions() if item.code == above.code[:2] + "0100"), above)
    return seat.short


@cache
def short_name(name: str) -> str:
    """A division's name without its kind and peoples: 大通回族土族自治县 → 大通; never less than two characters."""
    suffix = next((item for item in _SUFFIXES if name.endswith(item) and len(name) - len(item) >= 2), "")
    if suffix == "旗" and name[-2] in _KEEP_BANNER:
        return name
    short = name.removesuffix(suffix) if suffix else name
    # 梅里斯达斡尔族区, 管城回族区: districts with a people of their own.
    return _without_peoples(short) if suffix in _AUTONOMOUS or short.endswith("族") else short


def _without_peoples(short: str) -> str:
    while True:
        people = next((item for item in words("minorities") if short.endswith(item) and len(short) > len(item) + 1), "")
        if not people:
            # 东乡族自治县: the people is all there is.
            return short.removesuffix("族") if len(short) > 2 else short
        short = short.removesuffix(people)


def _level(code: str) -> str:
    if code.endswith("0000"):
        return "province"
    return "prefecture" if code.endswith("00") else "county"


def _path(code: str, name: str, today: dict[str, str]) -> tuple[str, ...]:
    above = [code[:2] + "0000", code[:4] + "00"]
    return (*(today[item] for item in above if item in today and item != code), name)


@cache
def _abbreviations() -> dict[str, str]:
    return {row[0]: row[1] for row in table("province_abbreviations")}


@cache
def _index() -> dict[str, tuple[Division, ...]]:
    found: dict[str, list[Division]] = {}
    for division in sorted(divisions(), key=lambda item: (LEVELS.index(item.level), item.code)):
        for call in dict.fromkeys(_calls(division)):
            found.setdefault(call, []).append(division)
    for division in divisions():
        for call in _former(division.name) if division.level == "county" else ():
            if call not in found:
                found[call] = [division]
    return {call: tuple(items) for call, items in found.items()}


def _former(name: str) -> Iterator[str]:
    """What a district or city of county level was called as a county: 密云区 was 密云县, 句容市 was 句容县."""
    if name[-1] in "区市" and len(name) > 2 and not name.endswith(_NEVER_COUNTIES):
        yield name[:-1] + "县"


@cache
def _aliases() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for full, *calls in table("division_aliases"):
        found.setdefault(full, []).extend(calls)
    return found


def _calls(division: Division) -> Iterator[str]:
    yield division.name
    yield division.short
    yield from _aliases().get(division.name, ())
    for kind in ("自治州", "自治县", "自治旗"):
        if division.name.endswith(kind):
            yield division.short + kind[-1]
