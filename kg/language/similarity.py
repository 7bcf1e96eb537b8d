"""How alike two names are: the measure of the annotation guidelines, for every stage that compares names."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_UNSEEN = re.compile(r"[\s\"'“”‘’「」『』《》〈〉]+")
_DOTS = re.compile(r"[·•・‧∙⋅]+")


@lru_cache(maxsize=65536)
def plain(name: str) -> str:
    """The form in which names are compared: NFKC, case folded, without white space and quotation marks.

    《“未来”　行动》 becomes 未来行动. Source: GUIDELINES.md, Scoring.
    """
    return _UNSEEN.sub("", unicodedata.normalize("NFKC", name)).casefold()


@lru_cache(maxsize=65536)
def undotted(name: str) -> str:
    """`plain` without the dots between the parts of a foreign or minority name (乌拉孜别克·热苏力汗)."""
    return _DOTS.sub("", plain(name))


def common_length(a: str, b: str) -> int:
    """The length of the longest common subsequence, in code points.

    One addition on whole rows a character: Hyyrö, "Bit-parallel LCS-length computation revisited" (2004).
    """
    places: dict[str, int] = {}
    for index, character in enumerate(a):
        places[character] = places.get(character, 0) | 1 << index
    full = (1 << len(a)) - 1
    row = full
    for character in b:
        hits = row & places.get(character, 0)
        row = (row + hits | row - hits) & full
    return len(a) - row.bit_count()


def ratio(a: str, b: str) -> float:
    """2 · LCS / (|a| + |b|), from 0 (nothing shared, or one is empty) to 1 (equal). Give names in `plain` form."""
    if not a or not b:
        return 0.0
    return 2 * common_length(a, b) / (len(a) + len(b))


def picks(short: str, name: str) -> bool:
    """Whether the characters of `short` stand in `name` in this order (南博会: 南亚博览会)."""
    return common_length(short, name) == len(short)


__all__ = ["common_length", "picks", "plain", "ratio", "undotted"]
