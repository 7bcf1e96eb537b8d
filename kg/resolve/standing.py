"""Where an organisation or place stands, as far as identity asks: its path, with rank and kind, or another nation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.language import divisions
from kg.language.countries import countries_in, country, country_abbreviation, country_names
from kg.language.lexicon import any_of, table, word_set, words
from kg.language.similarity import plain, undotted
from kg.model import Entity, Mention
from kg.resolve.aliases import known
from kg.resolve.places import Path, article_path, compatible, path_of, split
from kg.resolve.world import World

# The end of a path to which nothing may be added.
CLOSED = ""
_HOME = "中国"
_NATURE = "自然地物"
_NATURAL = "湖江河溪泉山海"
_BEFORE = 12
_DIVISION = 8  # characters of the name of a division right before a place
_LEAD = 18  # characters in which a country stands before its place
_HOMELY = ("国家", "全国", "最高人民")
_CUT = re.compile(r"[。；，、\n]")
# 俄外交部, 美财政部; not 昨日外交部, 中俄外交部, 参加外交部.
_SHORT = re.compile(r"(?<!中)(?:([俄美英法德韩越朝印])|(?<![\d今昨明当近次翌每早])(日))$")
# 牡丹江|海林段: a stretch of the river.
_STRETCH = re.compile(r"[\u3400-\u9fff]{2,3}段")
_FROM = re.compile(r"[\u3400-\u9fff]{2,4}社([\u3400-\u9fff]{2,8})\d{1,2}月")
_HOUSE = re.compile(r"^[（(]([\u3400-\u9fff]{2,4})[)）]")


def standing(entity: Entity, world: World) -> Path:
    """The path; a division's own path is closed, so that 吉林 the province is no vaguer form of 吉林市.

    A national organ that stands after another country's name (俄外交部) lies there; a lake with the name of a city
    (巢湖) is told by the words behind it; a university with two seats by the bracket (中国地质大学（武汉）).
    """
    if entity.type == "Organization":
        if known(entity.name) in _organs():
            return (_foreign(entity, world) or _HOME,)
        return path_of(entity, world) or _house(entity, world)
    path = path_of(entity, world)
    if not path:
        return _behind_division(entity, world) or _abroad(entity, world)
    if split(undotted(entity.name), path) != (path, ""):
        return path
    if _is_nature(entity, world):
        return (_NATURE, undotted(entity.name), *_of_several_rivers(entity, world))
    return () if _is_guess(entity, path, world) else (*path, CLOSED)


def _of_several_rivers(entity: Entity, world: World) -> Path:
    """The province of the page for a river whose name others bear as well, as counties do: 白河, 沙河."""
    page = article_path(world.article(entity))
    return page[:1] if undotted(entity.name) in _common_rivers() and page[:1] != (_HOME,) else ()


@cache
def _common_rivers() -> frozenset[str]:
    return frozenset(name for name, where in table("waters_like_divisions") if where == "far")


def _behind_division(entity: Entity, world: World) -> Path:
    """Where a mountain or park lies, by a fact or the division right before it: 修武县|云台山; not a range."""
    if not entity.name.endswith(words("single_sites")) or entity.name in word_set("ranges"):
        return ()
    text = world.article(entity).text
    heads = (text[max(0, mention.start - _DIVISION) : mention.start] for mention in entity.mentions)
    found = {path for head in heads for size in range(len(head), 1, -1) if (path := _division(head[-size:]))}
    stated = (world.entities[fact.other] for fact in world.facts(entity, "LOCATED_IN") if fact.outgoing)
    found |= {path for place in stated if (path := path_of(place, world))}
    return max(found, key=len) if found and all(compatible(x, y) for x in found for y in found) else ()


def _division(name: str) -> Path:
    found = divisions.find(name)
    return found[0].path if len({item.path for item in found}) == 1 else ()


def _abroad(entity: Entity, world: World) -> Path:
    """The one country named right before a place: 哥斯达黎加首都|圣何塞, 美国某州|圣何塞; empty where there is none."""
    if country(entity.name) is not None:
        return ()
    text = world.article(entity).text
    heads = (text[max(0, mention.start - _LEAD) : mention.start] for mention in entity.mentions)
    found = {country(match[1]) or "" for head in heads if (match := _of_country().search(head))}
    return (found.pop(),) if len(found) == 1 and not found & {"", _HOME} else ()


@cache
def _of_country() -> re.Pattern[str]:
    return re.compile(rf"({any_of(country_names())})(?:首都|[\u3400-\u9fff]{{2,6}}?[州省郡])?(?:城市|港口城市|小城)?$")


def _foreign(entity: Entity, world: World) -> str:
    """The other country whose organ of this name is meant, by the words before every mention of it; or nothing.

    Where no mention names one, it is the nation told of, if the story never comes to China: 韩国总统…。国防部说，….
    """
    text = world.article(entity).text
    found = {_nation_before(text, mention) for mention in entity.mentions}
    named = found - {""}
    if len(named) > 1 or found == named or _is_home(entity, world):
        return min(named) if len(found) == len(named) == 1 else ""
    first = min((mention.start for mention in entity.mentions), default=0)
    return min(named) if named else _told_before(text[:first])


def _told_before(text: str) -> str:
    """The country named last in a text, else the place abroad where it was written (某社华盛顿2月1日电); or nothing."""
    names = countries_in(text)
    if names:
        return country(names[-1]) or ""
    told_from = _FROM.match(text)
    return "" if told_from is None or divisions.find(told_from.group(1)) else told_from.group(1)


def _is_home(entity: Entity, world: World) -> bool:
    """Whether the story comes to China: by a word for it, by one of its divisions or of its own organs."""
    text = world.article(entity).text
    if any(word in text for word in words("signs_of_home")):
        return True
    others = [one for one in world.inside[entity.article] if one.type in ("Organization", "Location")]
    return any(_is_chinese(one) for one in others if one.id != entity.id)


def _is_chinese(entity: Entity) -> bool:
    own = known(entity.name)
    return bool(split(undotted(entity.name), ())[0]) or (own.startswith(_HOMELY) and own not in _organs())


def _nation_before(text: str, mention: Mention) -> str:
    head = _CUT.split(text[max(0, mention.start - _BEFORE) : mention.start])[-1]
    if _is_post(mention.text):  # 总理 is bound to the State Council; 德国…总理 is another's
        names = [country(match) or "" for match in countries_in(head)]
        return names[-1] if names and "中国" not in names else ""
    beside = next((name for name in _ending_with(head)), "")
    if beside:
        return "" if beside == "中国" else beside
    short = _SHORT.search(head)
    return country_abbreviation(short.group(1) or short.group(2)) or "" if short else ""


def _is_post(written: str) -> bool:
    return written.endswith(("总理", "部长", "行长", "委员长"))


def _ending_with(head: str) -> Iterator[str]:
    for size in range(min(len(head), 8), 1, -1):
        if name := country(head[-size:]):
            yield name


@cache
def _organs() -> frozenset[str]:
    return frozenset(words("organs_of_nations"))


def _house(entity: Entity, world: World) -> Path:
    text = world.article(entity).text
    for mention in entity.mentions:
        match = _HOUSE.match(text[mention.end : mention.end + 8])
        if match and divisions.find(match.group(1)):
            return split(match.group(1), ())[0]
    return ()


def _is_nature(entity: Entity, world: World) -> bool:
    if not any(plain(name)[-1:] in _NATURAL for name in entity.names):
        return False
    text = world.article(entity).text
    shores = {"两岸", "沿岸"} if _is_province(entity) else set()  # 诗画浙江|两岸文创营
    waters = tuple(word for word in words("water_words") if word not in shores)
    if any(text.startswith(waters, mention.end) for mention in entity.mentions):
        return True
    if _is_province(entity):
        return False
    if _is_water(entity, world):
        return True
    return any(
        _STRETCH.match(text, mention.end) or text.endswith(words("water_verbs"), 0, mention.start)
        for mention in entity.mentions
    )


def _is_water(entity: Entity, world: World) -> bool:
    """Whether a name that a water shares with a division means the water: 东湖; 黑河 in a paper of another province.

    It is the division where the article has its full name or names its province.
    """
    where = next((row[1] for name in entity.names for row in table("waters_like_divisions") if row[0] == name), "")
    text = world.article(entity).text
    found = [item for name in entity.names for item in divisions.find(plain(name))]
    if not where or any(item.name in text for item in found):
        return False
    around = article_path(world.article(entity))
    far = around and not any(item.path[0] == around[0] or divisions.short_name(item.path[0]) in text for item in found)
    return where == "always" or bool(far)


def _is_province(entity: Entity) -> bool:
    return any(item.level == "province" for name in entity.names for item in divisions.find(plain(name)))


def _is_guess(entity: Entity, path: Path, world: World) -> bool:
    """Whether only the short name of a county far from the paper stands there, and nothing else of its city: 大兴, 和平
    are words, too."""
    if len(path) < 2 or path[-1] != _county(path):
        return False
    article = world.article(entity)
    around = article_path(article)
    if not around or around[0] == path[0] or path[-1] in article.text or path[-2] in article.text:
        return False
    return not any(divisions.short_name(name) in article.text for name in path[:-1])


def _county(path: Path) -> str:
    return next((item.name for item in divisions.find(path[-1]) if item.level == "county" and item.path == path), "")


__all__ = ["CLOSED", "standing"]
