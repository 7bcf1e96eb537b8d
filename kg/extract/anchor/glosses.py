"""Calls in brackets right behind a name: 诺德维克公司(Nordvik), 桑德伯格(Erik Sundberg), 云岭共同体(云共体)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kg.extract.sheet import Sheet, Spot
from kg.language.lexicon import word_set

_LONGEST = 44
# One to six words in Latin letters; the name may go on in the brackets behind a mark: (WHO,世卫组织).
_GLOSS = re.compile(
    r"\((?:英文名?(?:称|字)?|简称|外文名|英文简称|原名)?[:：]?"
    r"(?P<gloss>[A-Z][\w.&'’\-]{1,24}(?: [\w.&'’\-]{1,24}){0,5})[),、;]"
)
# 云岭国家经济共同体(云共体): the call by which the page goes on.
_SHORT = re.compile(r"\((?P<short>[\u3400-\u9fff]{2,7})[),、;]")
_LEFT_OUT = 3
_LATIN = re.compile(r"[A-Za-zÀ-ɏ0-9 .&'’\-]+")


def glosses(sheet: Sheet, spots: Iterable[Spot]) -> Iterator[tuple[Spot, str]]:
    """Each name that is followed by its own in Latin letters or by its call, and these."""
    for spot in spots:
        match = _GLOSS.match(sheet.flat, spot.end, spot.end + _LONGEST)
        if match and _is_name(spot, match["gloss"]):
            yield spot, match["gloss"]
            continue
        short = _SHORT.match(sheet.flat, spot.end, spot.end + _LONGEST)
        if short and spot.type == "Organization" and _is_short(spot.text, short["short"]):
            yield spot, short["short"]


def _is_short(name: str, short: str) -> bool:
    """Whether a call in brackets takes its characters from the name, in order: 云岭国家经济共同体(云共体)."""
    letters = iter(name)
    return len(name) >= len(short) + _LEFT_OUT and short[0] == name[0] and all(one in letters for one in short)


def _is_name(spot: Spot, gloss: str) -> bool:
    """Not a post (CEO), not what has no Chinese name before it."""
    return (
        _LATIN.fullmatch(gloss) is not None
        and not gloss.isdigit()
        and gloss not in word_set("titles")
        and _LATIN.fullmatch(spot.text) is None
    )
