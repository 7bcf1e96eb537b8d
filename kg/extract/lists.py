"""Enumerations, and what leads up to a name: 甲县乙镇丙村和丁村 lists two villages of one town."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import pairwise

from kg.extract.annotated import Annotated, Bound
from kg.extract.sheet import BRACKETS

_QUOTES = str.maketrans("", "", "“”‘’《》 \n")
LINK = re.compile(r"(?:等(?:地|单位|企业|公司)?)?(?:[、和与同跟及暨]|,?(?:以及|还有|和))")
_CHAIN = 24  # characters of the places before a name
_CLOSE = re.compile(r"(?:的|·|境内的?|首都|首府|地区的?|市区的?|辖区的?|内的)?")


def gap(article: Annotated, one: Bound, other: Bound) -> str:
    """What stands between two mentions, without asides in brackets, quotation marks and blanks."""
    return plain(article.sheet.flat[one.end : other.start])


def plain(text: str) -> str:
    """The text without asides in brackets, quotation marks and blanks."""
    return BRACKETS.sub("", text.translate(_QUOTES)).strip("()")


def led(article: Annotated, bound: Bound) -> int:
    """Where the chain of places begins that leads up to a mention: 甲县乙镇|丙村."""
    return led_to(article, bound.start)


def led_to(article: Annotated, start: int) -> int:
    """Where the chain of places begins that leads up to what stands at `start`: 甲县乙镇|丙村."""
    for place in reversed(article.between(max(0, start - _CHAIN), start, "Location")):
        if place.end != start:
            break
        start = place.start
    return start


def linked(article: Annotated, one: Bound, other: Bound) -> bool:
    """Whether the two mentions stand side by side in a list (A、B; A和B; A,以及B)."""
    return bool(LINK.fullmatch(gap(article, one, other)))


def leads_up(article: Annotated, one: Bound, other: Bound) -> bool:
    """Whether the first mention only says where or whose the second is: 大通县|朔北乡, 陈埭镇的|智造园."""
    return one.end <= other.start and bool(_CLOSE.fullmatch(gap(article, one, other)))


def heads(article: Annotated, bounds: Sequence[Bound]) -> list[Bound]:
    """The mentions that do not merely lead up to the next one of the sequence; of two readings of a name the second."""
    kept = [
        one
        for one, other in pairwise(bounds)
        if not leads_up(article, one, other) and (one.start, one.end) != (other.start, other.end)
    ]
    return [*kept, *bounds[-1:]]


def run_from(article: Annotated, bounds: Sequence[Bound], first: int) -> list[Bound]:
    """The list that begins with the mention at index `first`: those linked to it one by one."""
    run = [bounds[first]]
    for other in bounds[first + 1 :]:
        if not linked(article, run[-1], other):
            break
        run.append(other)
    return run


def run_to(article: Annotated, bounds: Sequence[Bound]) -> list[Bound]:
    """The list that ends with the last of the mentions: those linked to it one by one; empty where there are none."""
    run = list(bounds[-1:])
    for other in reversed(bounds[:-1]):
        if not linked(article, other, run[0]):
            break
        run.insert(0, other)
    return run


def asides(article: Annotated, start: int, end: int) -> list[tuple[int, int]]:
    """The spans in `[start, end)` that stand in round brackets."""
    brackets = article.sheet.brackets
    inside = brackets[bisect_left(brackets, (start,)) : bisect_left(brackets, (end,))]
    return [(left, right) for left, right in inside if right <= end]


def spoken(article: Annotated, start: int, end: int, *types: str, deep: bool = False) -> list[Bound]:
    """The mentions in `[start, end)` that do not stand in brackets, one for each place in the text.

    Bodies that only tell of it are left out (据甲日报|报道).
    deep: also those inside a name of another type (the builder in a project's name).
    """
    bounds = (article.all_between if deep else article.between)(start, end, *types)
    if not bounds:
        return []
    hidden = asides(article, start, end) if article.sheet.brackets else ()
    tellers = article.tellers
    found: list[Bound] = []
    for bound in bounds:
        if tellers and bound.start in tellers and bound.type == "Organization":
            continue
        if hidden and any(left <= bound.start and bound.end <= right for left, right in hidden):
            continue
        if not found or bound.start >= found[-1].end or bound.type != found[-1].type:
            found.append(bound)
    return found


def pairs(one: Iterable[Bound], other: Iterable[Bound]) -> list[tuple[Bound, Bound]]:
    """Every mention of the first side with every one of the second."""
    right = list(other)
    return [(a, b) for a in one for b in right]
