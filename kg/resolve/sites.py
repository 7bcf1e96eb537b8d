"""Names of places with their usual variants made one: 昆明火车南站, 昆明长水国际机场, 国道214线, 祥云经济技术开发区."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from kg.language.lexicon import table
from kg.language.similarity import undotted
from kg.resolve.aliases import BRACKETS
from kg.resolve.places import split

ZONES = (
    ("经济技术开发区", "经开区"),
    ("高新技术产业开发区", "高新区"),
    ("高新技术开发区", "高新区"),
    ("经济开发区", "经开区"),
)
_NATION = "中国"
# 国家级|昆明经开区, 国家4a级旅游景区|青石湾: what it ranks as is not its name.
_RANK = re.compile(r"^(?:国家级|(?:国家)?[1-5]?a{1,5}级(?:旅游)?(?:景区)?)(?=[\u3400-\u9fff]{4})")
# 国道214线, g214线, 国道g214, g214国道
_NATIONAL_ROAD = re.compile(r"国道g?(?P<first>\d{3})(?:线|国道)?|g?(?P<second>\d{3})国道线?|g(?P<third>\d{3})线")
# g56|杭瑞高速
_NUMBERED = re.compile(r"^g\d{1,4}(?=[\u3400-\u9fff]{2,6}高速)|(?<=高速)g\d{1,4}$")
_STATION = re.compile(
    r"(?<=[\u3400-\u9fff]{2})(?:火车(?=[东南西北]?站$)|高铁(?=[东南西北]站$)|(?<=[东南西北])客(?=站$))"
)
_OF_TRAINS = re.compile(r"^高铁(?=[\u3400-\u9fff]{2,6}站$)")
_AIRPORT = "机场"


@lru_cache(maxsize=65536)
def site(name: str) -> str:
    """The name of a place in one form, whatever the others are; undotted, without brackets."""
    short = _formed(undotted(name).translate(BRACKETS))
    return _known().get(short, short)


def is_known(name: str) -> bool:
    """Whether everybody knows which place is called so (`data/known_places.tsv`, `data/airports.tsv`)."""
    return _formed(undotted(name).translate(BRACKETS)) in _known()


def _formed(name: str) -> str:
    short = _RANK.sub("", name)
    if short.startswith(_NATION) and split(short[len(_NATION) :], ())[0]:
        short = short[len(_NATION) :]  # 中国（云南）自由贸易试验区
    for long, kind in (*ZONES, *_forms()):
        short = short.replace(long, kind)
    if short.endswith("站"):
        short = _STATION.sub("", _OF_TRAINS.sub("", short))
    if road := _NATIONAL_ROAD.fullmatch(short):
        return f"{road['first'] or road['second'] or road['third']}国道"
    return _NUMBERED.sub("", short) if "高速" in short else short


@cache
def _known() -> dict[str, str]:
    rows = [*table("known_places"), *map(tuple, _airports())]
    formed = ([_formed(undotted(name).translate(BRACKETS)) for name in row] for row in rows)
    return {name: row[0] for row in formed for name in row}


def _airports() -> Iterator[list[str]]:
    for city, own, alone in table("airports"):
        names = [city + own, *(name for name, word in ((own, "own"), (city, "city")) if word in alone.split(" "))]
        yield [name + _AIRPORT for name in names]


@cache
def _forms() -> tuple[tuple[str, str], ...]:
    return tuple((long, short) for long, short in table("place_forms"))


@lru_cache(maxsize=65536)
def zone_calls(name: str) -> frozenset[str]:
    """A zone by the short name of its kind: 云桥湾石门经济技术开发区 is 云桥湾石门经开区."""
    return frozenset(name.replace(long, short) for long, short in ZONES if name.endswith(long))


@lru_cache(maxsize=65536)
def loose_calls(name: str) -> frozenset[str]:
    """What a place may be called in short where no other is: 青江自然保护区 is 青江保护区 (`data/place_calls.tsv`)."""
    short = site(name)
    return frozenset(short.removesuffix(long) + call for long, call in table("place_calls") if _may(short, long))


def _may(short: str, long: str) -> bool:
    return short.endswith(long) and len(short) - len(long) > 1


__all__ = ["ZONES", "is_known", "loose_calls", "site", "zone_calls"]
