"""Names of a type of the user's own: noun phrases whose last word the user's table gives (…奖, …称号)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.extract.annotated import Annotated, Bound, Thing
from kg.extract.frame.tables import Kinds
from kg.extract.mention.phrases import phrase_start
from kg.extract.sheet import Sheet, Spot
from kg.language.lexicon import any_of

_LONGEST = 40
_QUOTES = str.maketrans("", "", "“”‘’《》")


def with_named(article: Annotated, known: Kinds) -> Annotated:
    """The article with the things of the user's types; the same article where the user has named none."""
    types = dict.fromkeys(kind for kind, _ in known.names)
    spots = [spot for kind in types for spot in _spots(article.sheet, kind, known)]
    if not spots:
        return article
    things, bounds, index = list(article.things), list(article.bounds), {}
    for spot in spots:
        name = spot.text.translate(_QUOTES)
        if (spot.type, name) not in index:
            index[spot.type, name] = len(things)
            things.append(Thing(spot.type, tuple(dict.fromkeys((spot.text, name)))))
        bounds.append(Bound(spot, (index[spot.type, name],)))
    ordered = sorted(bounds, key=lambda bound: (bound.start, -bound.end, bound.type))
    return replace(article, things=tuple(things), bounds=tuple(ordered))


def _spots(sheet: Sheet, kind: str, known: Kinds) -> Iterator[Spot]:
    ends = re.compile(rf"(?:{any_of(word for name, word in known.names if name == kind)})”?")
    taken = -1
    for match in ends.finditer(sheet.flat):
        end = match.end()
        while further := ends.match(sheet.flat, end):
            end = further.end()
        # 获奖, 奖金: the word must be one of its own, and something must stand before it.
        if match.start() < taken or end not in sheet.edges:
            continue
        start = _behind_verbs(sheet, phrase_start(sheet, end), match.start(), known)
        if start < match.start() and end - start <= _LONGEST:
            taken = end
            yield sheet.spot(start, end, kind, "ending")


def _behind_verbs(sheet: Sheet, start: int, end: int, known: Kinds) -> int:
    """The start moved right behind a verb of a deed (荣获|全国先进奖章): a verb is no part of a name."""
    verbs = [match.end() for match in known.pattern.finditer(sheet.flat, start, end) if match.end() in sheet.edges]
    return max(verbs, default=start)
