"""What a house is called at home alone: 云岭派出所 in its city, 柯桥小百花越剧团 and 云鹤中学 in their provinces.

Elsewhere the same name is another's, or nobody's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from kg.language import divisions
from kg.language.classes import NUMERALS
from kg.language.lexicon import any_of, word_set, words
from kg.language.similarity import plain, undotted
from kg.model import Entity
from kg.resolve.aliases import REGISTERED, is_brand_and_trade, stem
from kg.resolve.houses import SCHOOLS_AND_HOSPITALS
from kg.resolve.places import Path, article_path, is_chamber, split
from kg.resolve.world import World

_CITY, _PROVINCE = 2, 1  # steps of a path
_STATION = re.compile(r"公安局(?:[\u3400-\u9fff]{2,5}分局)?(?P<own>[\u3400-\u9fff]{2,6}派出所)$")
_STATIONS = "派出所"
# 青江市|云鹤|中学, 云岭县|石鼓山|医院
_OF_OWN_NAME = re.compile(rf"(?!第?[{NUMERALS}])(?P<own>[\u3400-\u9fff]{{2,4}})(?:{any_of(SCHOOLS_AND_HOSPITALS)})")
_TOWN = re.compile(r"[\u3400-\u9fff]{2,6}?(?:镇|乡|街道|苏木)(?=办$|[\u3400-\u9fff]{2})")
_PEOPLES = ("人民法院", "人民检察院")
_TELLING = 3  # characters of a house's own name that a county's short one may stand before
_PLACED = ("Organization", "Location")


@lru_cache(maxsize=65536)
def home_calls(name: str) -> Mapping[str, int]:
    """What a house is called at home, and how near that is, in steps of its path.

    柯桥区小百花越剧团 is 柯桥小百花越剧团 in its province, 青江市公安局石门分局云岭派出所 is 云岭派出所 in its city.
    """
    short = undotted(name)
    found: dict[str, int] = {}
    if station := _STATION.search(short):
        found[station["own"]] = _CITY
    path, rest = split(short, ())
    if path and _is_own(rest):
        found[rest] = _PROVINCE
    if path and is_chamber(rest):
        found[rest] = _CITY
    if len(path) > _CITY and _in_town(rest):
        found[rest] = _CITY
    if own := _firm_of_county(short)[1]:
        found |= dict.fromkeys((own, own + "公司"), _CITY)
    for item in divisions.find(path[-1]) if path and len(rest) >= _TELLING else ():
        if item.level == "county" and item.path == path and len(item.short) > 1:
            found[item.short + rest] = _PROVINCE
            if rest in _PEOPLES:  # 云桥区人民法院, 云桥法院
                found[item.short + rest.removeprefix("人民")] = _PROVINCE
    return found


@lru_cache(maxsize=65536)
def _is_own(name: str) -> bool:
    """Whether a school or a hospital has, without the place before it, a name that few others bear: 云鹤中学."""
    house = _OF_OWN_NAME.fullmatch(name)
    if house is None or divisions.find(house["own"]):
        return False
    return not any(word in house["own"] for word in words("common_house_words"))


@lru_cache(maxsize=65536)
def _in_town(name: str) -> bool:
    """Whether a body is called after its town, of which a city has one as a rule: 云桥镇|党委, 云桥镇|中心小学."""
    town = _TOWN.match(name)
    return town is not None and town[0] not in word_set("common_local_names")


def home(name: str) -> Path:
    """Where a house stands by its name: its division; of a firm also a county by its short name: 云桥|恒冀建材公司."""
    return split(name, ())[0] or _firm_of_county(name)[0]


@lru_cache(maxsize=65536)
def _firm_of_county(name: str) -> tuple[Path, str]:
    """The county by whose short name a registered firm's name begins, and its brand and trade behind it: 恒冀建材."""
    left, ending = stem(name)
    for size in (2, 3) if ending.endswith(REGISTERED) else ():
        found = divisions.find(left[:size])
        counties = [item for item in found if item.level == "county" and item.short == left[:size]]
        own = left[size:]
        if len(counties) == 1 and is_brand_and_trade(own):
            return counties[0].path, own
    return (), ""


def near(entity: Entity, world: World) -> frozenset[Path]:
    """The places that the article of a body with a homely name tells of, its paper's among them."""
    name = undotted(entity.name)
    if is_chamber(name):
        return frozenset((article_path(world.article(entity)),)) - {()}
    county = any(item.level == "county" for size in (2, 3) for item in divisions.find(name[:size]))
    homely = county or name.endswith(_STATIONS) or _in_town(name) or _is_own(name)
    homely = homely or is_brand_and_trade(name.removesuffix("公司"))
    if split(name, ())[0] or not homely:
        return frozenset()
    around = article_path(world.article(entity))
    others = (other for other in world.inside[entity.article] if other.type in _PLACED)
    return frozenset((around, *(split(plain(other.name), around)[0] for other in others))) - {()}


def grounds(home: Path, steps: int) -> Path:
    """The division within which a house at home there is called so, as near as its name asks; or nothing."""
    least = 1 if home and _is_municipality(home[0]) else steps
    return home[:least] if len(home) >= least else ()


def within(places: Iterable[Path]) -> frozenset[Path]:
    """The provinces and cities in which places lie."""
    return frozenset(place[:steps] for place in places for steps in (_PROVINCE, _CITY) if len(place) >= steps)


def _is_municipality(name: str) -> bool:
    return name.endswith("市")


__all__ = ["grounds", "home", "home_calls", "near", "within"]
