"""Where things are: administrative paths from names and articles, as tuples of full names from the province down."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache

from kg.language import divisions
from kg.language.classes import RANKS, all_of
from kg.language.lexicon import word_set, words
from kg.language.similarity import plain
from kg.model import Article, Entity
from kg.resolve.world import World

Path = tuple[str, ...]
# 省委, 市发改委, 区政府: what stands before the name that a reader adds from the page.
_RELATIVE_TO_COUNTY = ("区委", "区政府", "区人民政府", "区人大", "区政协", "区纪委", "旗委", "旗政府")
_RELATIVE = (
    *all_of("relative_grounds"),
    *("我", "本", "该", "此"),
)
# Below the county the same names stand in many places: 团结村, 中山路, 人民公园.
_LOCAL_PLACES = (
    *all_of("towns"),
    *all_of("villages"),
    "小区",
    *("路", "街", "巷", "大道", "人民公园", "人民广场"),
)
_EVERYWHERE = ("铁路", "高铁")
# Of these each county has one, so that its short name is enough: 宽甸法院.
_COUNTY_HOUSES = (*all_of("offices_of_counties"),)
# 祥云|经开区
_COUNTY_ZONES = ("经开区", "高新区", "经济开发区", "经济技术开发区", "高新技术产业开发区")
_STREET, _SIDES = 3, "东西南北中"  # characters of a street's last words, and what may open them: 东大街
_LEAD = re.compile("^(?:中共|中国共产党|共青团|政协)(?=[\u3400-\u9fff]{2})")  # before the division of a committee
_LONGEST = 15  # characters of a division's name, of the longest autonomous counties
_RISE = "县市区"  # a county becomes a city, a city a district
_BEFORE = 12  # characters before a mention in which its division may stand
_TOWNS_AND_VILLAGES = (*all_of("towns"), *all_of("villages"))
_TOWNS = all_of("towns")
_LOCAL_BODIES = all_of("houses_of_places")
_QUARTERS, _QUARTER = all_of("houses_of_quarters"), 4  # 城东|派出所, and characters before it
_LOCAL_HEADS = ("第", "人民", "中医", "中心", "妇幼", "实验", "市立", "县立")


def compatible(a: Path, b: Path) -> bool:
    """Whether one path may be a vaguer form of the other: one begins with the other, or is empty, or has its town
    without the county above it."""
    shorter = min(len(a), len(b))
    return a[:shorter] == b[:shorter] or (len(a) != len(b) and (a in countyless(b) or b in countyless(a)))


@lru_cache(maxsize=65536)
def countyless(path: Path) -> tuple[Path, ...]:
    """A path with a town or village at its end, without the county above it: 昆明市, 六甲街道."""
    town = bool(path) and path[-1].endswith(_TOWNS_AND_VILLAGES)
    return tuple((*path[:end], path[-1]) for end in range(1, len(path) - 1)) if town else ()


def article_path(article: Article) -> Path:
    """The place of the article's newspaper and dateline, as far down as they tell; of a national one its country."""
    path = _chosen(article.place or "", ()) or ((article.place,) if article.place else ())
    return _chosen(article.city or "", path) or path


@lru_cache(maxsize=65536)
def split(name: str, around: Path) -> tuple[Path, str]:
    """The divisions that a name begins with, as a path, and what is left of it.

    青海西宁植物园 gives (("青海省", "西宁市"), "植物园"). A name shared by several divisions is the one that lies
    `around`, else the highest, else it stays in the rest.
    """
    path: Path = ()
    rest = "" if name.startswith(words("not_divisions")) else name
    while rest:
        ends = [end for end in range(min(len(rest), _LONGEST), 1, -1) if divisions.find(rest[:end])]
        found, end = next(((found, end) for end in ends if (found := _leading(rest, end, path or around))), ((), 0))
        if len(found) <= len(path) or not compatible(path, found) or _is_street(rest, end):
            break
        path, rest = found, rest[end:]
    return (path, rest) if path else ((), name)


def _is_street(name: str, end: int) -> bool:
    """Whether a street is called after the division that ends there, and may lie anywhere: 桂林|路, 北京|东路."""
    whole = name[end - 1] in RANKS
    return not whole and len(name) - end <= _STREET and name[end:].lstrip(_SIDES) in words("street_endings")


def path_of(entity: Entity, world: World) -> Path:
    """Where an organisation or place stands administratively; empty where its name stands alone (国家数据局).

    From its `path` property, else the divisions its names begin with, else, for names that mean nothing without their
    page (市委, 城关区, 团结村), from the place it is said to lie in or its article's.
    """
    around = article_path(world.article(entity))
    if entity.type == "Location" and (whole := _whole(plain(entity.name), around) or _with_above(entity)):
        return whole
    told = entity.properties.get("path")
    if told:
        return (told,) if isinstance(told, str) else tuple(told)
    own = _own(entity, around)
    if own or not needs_place(entity.type, entity.name):
        return own
    above = [path for other in _above(entity, world) for path in _of_ground(other, around, world)]
    written = max(_written_before(entity, around, world), key=lambda p: (len(p), p), default=())
    if not above and not written and (town := town_of(entity.name)) and entity.type == "Organization":
        return max(_of_town(town, entity, world), key=lambda p: (len(p), p), default=around)
    if len(written) > len(around) and not compatible(written, around):
        return written  # told from afar: 本报北京电…新疆尼勒克县|乌拉斯台镇中心校
    return max([path for path in (*above, written) if compatible(path, around)] + [around], key=lambda p: (len(p), p))


def _own(entity: Entity, around: Path) -> Path:
    """The divisions with which its names begin; of a chamber of people from there, where it is: 浙江商会 in Jilin."""
    if is_chamber(plain(entity.name)) and len(around) > 1 and not compatible(around, split(plain(entity.name), ())[0]):
        return around
    names = [_LEAD.sub("", plain(name)) for name in entity.names]
    return max((split(name, around)[0] for name in names), key=lambda p: (len(p), p), default=())


@lru_cache(maxsize=65536)
def is_chamber(name: str) -> bool:
    """Whether a name tells of people from a place, who are elsewhere: 浙江|商会, 宁河|同乡会."""
    path, rest = split(name, ())
    return bool(path) and rest in all_of("bodies_of_fellows")


def _with_above(entity: Entity) -> Path:
    """The path of a division that is written behind the one above it: 南昌市|西湖区, wherever the page is from."""
    for name in entity.names:
        path, rest = split(plain(name), ())
        if not rest and len(path) > 1 and plain(name) not in (path[-1], divisions.short_name(path[-1])):
            above = plain(name).removesuffix(path[-1])
            if above != plain(name) and split(above, ()) == (path[:-1], ""):
                return path
    return ()


def _whole(name: str, around: Path) -> Path:
    """The path of a division by its whole name, whatever else it is called: 昌吉回族自治州 is no 昌吉市."""
    full = any(item.name == name for item in divisions.find(name))
    return split(name, around)[0] if full and not needs_place("Location", name) else ()


@lru_cache(maxsize=65536)
def town_of(name: str) -> str:
    """The town, street or village whose own body a name tells: 清河镇 of 清河镇党委; else nothing."""
    ending = max((end for end in _town_bodies() if name.endswith(end)), key=len, default="")
    town = name.removesuffix(ending)
    return town if ending and len(town) > 2 and town.endswith(_TOWNS_AND_VILLAGES) else ""


@cache
def _town_bodies() -> frozenset[str]:
    return word_set("town_bodies") | word_set("houses_of_towns")


def _of_town(town: str, entity: Entity, world: World) -> Iterator[Path]:
    """The paths of the town itself, where its article names it."""
    for other in world.inside[entity.article]:
        if other.type == "Location" and town in other.names:
            yield path_of(other, world)


def _written_before(entity: Entity, around: Path, world: World) -> Iterator[Path]:
    """The divisions that stand right before a mention, with the town below them: 方城县|清河镇, 方城县清河镇|大寺村."""
    text = world.article(entity).text
    for mention in entity.mentions:
        heads = (text[max(0, mention.start - size) : mention.start] for size in range(_BEFORE, 1, -1))
        found = (split(head, around) for head in heads)
        yield next(((*path, rest) if rest else path for path, rest in found if path and _is_town(rest)), ())


def _is_town(rest: str) -> bool:
    return not rest or (2 < len(rest) <= _BEFORE // 2 and rest.endswith(_TOWNS))


def _above(entity: Entity, world: World) -> list[Entity]:
    """The places in which the entity lies, as facts tell."""
    return [world.entities[fact.other] for fact in world.facts(entity, "LOCATED_IN") if fact.outgoing]


def _of_ground(place: Entity, around: Path, world: World) -> Iterator[Path]:
    """The path of a place in which another lies: of a town (查干湖镇) the county's with the town behind it."""
    own = split(plain(place.name), around)[0]
    yield own
    if own or not place.name.endswith(_TOWNS):
        return
    counties = [split(plain(above.name), around)[0] for above in _above(place, world)]
    yield from ((*path, plain(place.name)) for path in counties if path)
    yield (*around, plain(place.name)) if len(around) > 1 else ()


@lru_cache(maxsize=65536)
def needs_place(kind: str, name: str) -> bool:
    """Whether the name alone does not say which thing is meant: 省委, 城关区, 团结村, 第一中学."""
    found = divisions.find(name)
    if found:
        return len({item.path for item in found if item.level == found[0].level}) > 1
    if kind == "Location":
        local = name.endswith(_LOCAL_PLACES) and not name.endswith(_EVERYWHERE)
        return local or name in word_set("common_local_names")
    if town_of(name) or _is_of_quarter(name):
        return True
    local = name.endswith(_LOCAL_BODIES) and (name.startswith(_LOCAL_HEADS) or name in _LOCAL_BODIES)
    return local or is_relative(name)


def _is_of_quarter(name: str) -> bool:
    """Whether a name is a house's of a quarter, without the city or the police before it: 城东派出所, 城关支行."""
    ending = max((end for end in _QUARTERS if name.endswith(end)), key=len, default="")
    return bool(ending) and len(name) - len(ending) <= _QUARTER and not split(name, ())[0]


@lru_cache(maxsize=65536)
def is_relative(name: str) -> bool:
    """Whether a name begins with a division that it does not name: 省委, 全市…会议, 我县, 该公司."""
    if split(name, ())[0]:
        return False
    return name.startswith(_RELATIVE_TO_COUNTY) or (name.startswith(_RELATIVE) and not name.startswith("市场"))


def _leading(name: str, end: int, around: Path) -> Path:
    head, tail = name[:end], name[end:]
    # 和平, 新城, 朝阳 begin many names that mean no county: a county's short name counts only where it stands alone.
    return _chosen(
        head,
        around,
        not tail or tail[0] in "委政" or tail in _COUNTY_HOUSES or (tail in _COUNTY_ZONES and not _is_district(head)),
    )


def _is_district(name: str) -> bool:
    """Whether a district may be called so, whose zones are the city's: 东湖|高新区 is no zone of 东湖区."""
    return any(item.name.endswith("区") for item in divisions.find(name))


@lru_cache(maxsize=65536)
def _chosen(name: str, around: Path, short_counties: bool = True) -> Path:
    found = [
        item
        for item in divisions.find(name)
        if short_counties or item.level != "county" or name == item.name or name != item.short
    ]
    near = [item for item in found if around and compatible(item.path, around)]
    near = near or [item for item in found if around and item.path[0] == around[0]]
    # One of several counties that all lie elsewhere is a guess.
    one = len({today(item.path) for item in found}) == 1
    far = [item for item in found if not around or item.level != "county" or one]
    pool = near or far
    top = [item for item in pool if item.level == pool[0].level]
    return today(top[0].path) if len({today(item.path) for item in top}) == 1 else ()


@lru_cache(maxsize=65536)
def today(path: Path) -> Path:
    """A path in which a county that became a city or a district is what it became: 邹平县 → 邹平市."""
    return (*path[:2], _risen().get(path[:3], path[2]), *path[3:]) if len(path) > 2 else path


@cache
def _risen() -> dict[Path, str]:
    """For each county that has become a city or district of its name, what it is today."""
    found: dict[tuple[Path, str], list[str]] = defaultdict(list)
    for item in divisions.divisions():
        if item.level == "county" and len(item.path) > 2 and item.short not in word_set("coexisting_divisions"):
            found[item.path[:-1], item.short].append(item.name)
    risen = {key: max(names, key=lambda name: _RISE.find(name[-1])) for key, names in found.items()}
    return {(*above, name): risen[above, short] for (above, short), names in found.items() for name in names}


__all__ = [
    "Path",
    "article_path",
    "compatible",
    "countyless",
    "is_relative",
    "needs_place",
    "path_of",
    "split",
    "today",
]
