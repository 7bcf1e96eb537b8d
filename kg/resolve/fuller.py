"""What else an article calls a place or a body: with the division right before it, or without its nation.

温州|瓯东国际会展中心 is both, and 德国|莱格纳传动公司 is 莱格纳传动公司. The name that was read stays the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kg.language import divisions
from kg.language.classes import one_of
from kg.language.countries import country_told
from kg.language.lexicon import words
from kg.model import Entity, Extraction, replace
from kg.resolve.aliases import nationless
from kg.resolve.known_names import tells
from kg.resolve.places import split

_LONGEST = 6  # characters of a division before a name
_GROUNDS = ("园", "园区", "景区", "保护区")
_HOME = "中国"
_FIRMS = ("公司", "集团", "合作社", "联合社", "家庭农场")
_OWN = 4  # characters of a firm's name without its place
_TOWN_NAME = 6  # characters of a town
_TOWN = re.compile(rf"[\u3400-\u9fff]{{1,5}}?(?:{one_of('towns')})")
_MISSION = re.compile(r"^(?P<head>[\u3400-\u9fff]{0,4}驻)(?P<nation>[\u3400-\u9fff])(?P<kind>大?使馆|总领事馆|总领馆)$")


def called(extraction: Extraction) -> Extraction:
    """The extraction with what else its text calls its places and bodies."""
    text = extraction.article.text
    found = tuple(_called(entity, text) for entity in extraction.entities)
    return extraction if found == extraction.entities else replace(extraction, entities=found)


def _called(entity: Entity, text: str) -> Entity:
    others = [name for name in _others(entity, text) if name not in entity.names]
    return replace(entity, names=(*entity.names, *dict.fromkeys(others))) if others else entity


def _others(entity: Entity, text: str) -> Iterator[str]:
    yield from _lower(entity)
    if entity.type == "Organization":
        left = "" if entity.name.startswith(_HOME) else nationless(entity.name)
        if left:
            yield left
        yield from _of_nation(entity.name, text)
        if entity.name.endswith(_FIRMS):
            yield from _placed(entity, text)
    elif entity.type == "Location" and _is_venue(entity.name):
        path, rest = split(entity.name, ())
        if path:
            if tells("Location", rest):
                yield rest
            return
        for mention in entity.mentions:
            if mention.text == entity.name and (head := _division_before(text, mention.start)):
                yield head + entity.name


def _lower(entity: Entity) -> Iterator[str]:
    """A name from each lower division on: 浙江省|杭州市|淳安县应急管理局."""
    path = split(entity.name, ())[0] if entity.type in ("Organization", "Location") else ()
    for lower in path[:0:-1]:
        at = entity.name.find(lower)
        if at > 0 and len(entity.name) > at + len(path[-1]):
            yield entity.name[at:]


def _of_nation(name: str, text: str) -> Iterator[str]:
    """肯外交部, 中国驻肯使馆: by the first character of a country that the article names in full."""
    mission = _MISSION.match(name)
    if mission and (nation := country_told(text, mission["nation"])):
        yield f"{mission['head']}{nation}{mission['kind']}"
    elif name[1:] in words("organs_of_nations") and (nation := country_told(text, name[0])):
        yield nation + name[1:]


def _placed(entity: Entity, text: str) -> Iterator[str]:
    """A firm or a cooperative with the place right before it, or without the one in it: 石门县|禾丰源合作社."""
    path, rest = split(entity.name, ())
    if path:
        rest = rest[len(town.group()) :] if (town := _TOWN.match(rest)) else rest
        if len(rest) >= _OWN and tells("Organization", rest):
            yield rest
        return
    for mention in entity.mentions:
        if mention.text == entity.name and (head := _ground_before(text, mention.start)):
            yield head + entity.name


def _ground_before(text: str, end: int) -> str:
    """The division right before an offset, with a town in it: 石门县|云岭镇."""
    for size in range(_LONGEST + _TOWN_NAME, 1, -1):
        head = text[max(0, end - size) : end]
        path, rest = split(head, ())
        if path and (not rest or _TOWN.fullmatch(rest)):
            return head
    return ""


@lru_cache(maxsize=65536)
def _is_venue(name: str) -> bool:
    grounds = (word for word in words("location_suffixes") if word.endswith(_GROUNDS))
    return name.endswith((*words("venue_suffixes"), *words("venue_endings"), *grounds))


def _division_before(text: str, end: int) -> str:
    heads = (text[max(0, end - size) : end] for size in range(_LONGEST, 1, -1))
    return next((head for head in heads if divisions.find(head)), "")


__all__ = ["called"]
