"""Which rank a post has in its body, for the charts of who holds what."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from kg.language.lexicon import table

HEADS, DEPUTIES, MEMBERS, OTHERS = 1, 2, 3, 4


@cache
def rank(title: str) -> tuple[int, int]:
    """The group of a title and its place within; the smaller the higher."""
    for place, (group, ending) in enumerate(table("title_ranks")):
        if title.endswith(ending):
            before = title.removesuffix(ending)
            deputy = int(group) == HEADS and "副" in before
            return (DEPUTIES if deputy else int(group), place)
    return (OTHERS, 0)


def highest(titles: Iterable[str]) -> tuple[int, int]:
    """The rank of somebody who holds these posts."""
    return min(map(rank, titles), default=(OTHERS, 0))


def post(body: str, titles: Sequence[str]) -> str:
    """The titles with their body, once where the first begins as the body ends (外交部, 外交部长 → 外交部长)."""
    told = "、".join(titles)
    for size in range(min(len(body), len(told)), 1, -1):
        if body.endswith(told[:size]):
            return body + told[size:]
    return body + told
