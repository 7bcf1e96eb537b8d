"""Names in Latin letters that stand in brackets right behind a name: 诺德维克公司(Nordvik), 桑德伯格(Erik Sundberg)."""

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
_LATIN = re.compile(r"[A-Za-zÀ-ɏ0-9 .&'’\-]+")


def glosses(sheet: Sheet, spots: Iterable[Spot]) -> Iterator[tuple[Spot, str]]:
    """Each name that is followed by its own in Latin letters, and these."""
    for spot in spots:
        match = _GLOSS.match(sheet.flat, spot.end, spot.end + _LONGEST)
        if match and _is_name(spot, match["gloss"]):
            yield spot, match["gloss"]


def _is_name(spot: Spot, gloss: str) -> bool:
    """Not a post (CEO), not what has no Chinese name before it."""
    return (
        _LATIN.fullmatch(gloss) is not None
        and not gloss.isdigit()
        and gloss not in word_set("titles")
        and _LATIN.fullmatch(spot.text) is None
    )
