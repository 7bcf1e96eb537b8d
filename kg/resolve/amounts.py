"""How large a work is, in the figures that its article tells of it: two papers may name it in other words, not with
other figures (总投资12.6亿元, 全长1486米)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import cache

from kg.language.lexicon import any_of, table, words
from kg.model import Entity
from kg.resolve.world import World

_SCALES = {
    "": 0,
    "百": 2,
    "千": 3,
    "万": 4,
    "十万": 5,
    "百万": 6,
    "千万": 7,
    "亿": 8,
    "百亿": 10,
    "千亿": 11,
    "万亿": 12,
}
_BEFORE = 4  # characters of the longest word in passing
_AHEAD = 12  # characters in which a work's name stands behind its figure: 总投资28亿元的|云桥大桥
_STOPS = "。！？\n"
_BREAKS = _STOPS + "，；"
_TELLING = 4  # a figure of more digits tells no more


def amounts(entity: Entity, world: World) -> frozenset[str]:
    """The figures that the article tells of a work, each in the unit it is reckoned in: 1260000000元, 1486米.

    Told of it is what stands in its name; behind its name, up to the next work's; what its name follows
    (总投资28亿元的…); and of the work that the article comes to most often, what no other is named beside.
    """
    text = world.article(entity).text
    works = [other for other in world.inside[entity.article] if other.type == "Project"]
    main = min(works, key=lambda work: (-len(work.mentions), _first(work)), default=None)
    starts = sorted((mention.start, work.id) for work in works for mention in work.mentions)
    found = {_reckoned(match) for name in entity.names for match in _amount().finditer(name)}
    if main is None or not entity.mentions:
        return frozenset(found)
    for match in _amount().finditer(text):
        passing = text.endswith(words("amounts_in_passing"), max(0, match.start() - _BEFORE), match.start())
        if not passing and entity.id in _told_of(match.start(), match.end(), starts, text, main.id):
            found.add(_reckoned(match))
    return frozenset(found)


def _first(work: Entity) -> tuple[int, str]:
    return min((mention.start for mention in work.mentions), default=0), work.id


def digits(amount: str) -> int:
    """How many digits of a figure tell something: 12.6亿元 has three, 5000万元 one; at most _TELLING."""
    return min(_TELLING, len("".join(filter(str.isdecimal, amount)).strip("0")))


def shared(mine: Iterable[str], theirs: Iterable[str]) -> list[str]:
    """The figures that two works have in common, those that tell most first."""
    return sorted(set(mine) & set(theirs), key=lambda amount: (-digits(amount), amount))


def _told_of(start: int, end: int, starts: Sequence[tuple[int, str]], text: str, main: str) -> set[str]:
    """The works of which a figure may be told; starts: where works are named, in order; main: the article's own."""
    ahead = next(((at, work) for at, work in starts if at >= end), (len(text), ""))
    if ahead[0] - end <= _AHEAD and "的" in text[end : ahead[0] + 1] and not _has(_BREAKS, text, end, ahead[0]):
        return {ahead[1]}
    at, before = next(((at, work) for at, work in reversed(starts) if at <= start), (0, ""))
    if not before:
        return set() if _has(_STOPS, text, end, ahead[0]) else {ahead[1]}
    return {before, main} if _has(_BREAKS, text, at, start) else {before}


def _has(marks: str, text: str, start: int, end: int) -> bool:
    return any(text.find(mark, start, end) >= 0 for mark in marks)


def _reckoned(match: re.Match[str]) -> str:
    base, factor = _units()[match["unit"]]
    value = Decimal(match["number"]).scaleb(_SCALES[match["scale"] or ""]) * factor
    return f"{value.normalize():f}{base}"


@cache
def _units() -> dict[str, tuple[str, int]]:
    return {unit: (base, int(factor)) for unit, base, factor in table("amount_units")}


@cache
def _amount() -> re.Pattern[str]:
    number = r"(?<![\d.])(?P<number>\d{1,9}(?:\.\d{1,4})?)"
    scale = rf"[多余]?(?P<scale>{any_of(scale for scale in _SCALES if scale)})?[多余]?"
    return re.compile(rf"{number}{scale}(?P<unit>{any_of(_units())})")


__all__ = ["amounts", "digits", "shared"]
