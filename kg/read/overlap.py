"""How much two texts say of the same: what a title tells of its body, and what two texts share."""

from __future__ import annotations

import re
from collections.abc import Set

from kg.language.text import is_han

_LEAD, _FIRST = 260, 200
# Letters of a title found only behind the lead count for less.
_LATER = 0.4
_SURE, _LONG_ENOUGH = 0.5, 10
_NOISE = re.compile(r"[^0-9A-Za-z\u3400-\u9fff]")
_OTHER = re.compile(r"[^\u3400-\u9fff]+")


def coverage(title: str, body: str) -> float:
    """How much of a title its body says, 0 to 1: pairs of letters of the title found in the body, the lead most."""
    found = pairs(letters(title))
    return covered(found, letters(body)) if found else 0.0


def letters(text: str) -> str:
    """The letters and figures of a text, without what stands between them."""
    return _NOISE.sub("", text)


def pairs(plain: str) -> set[str]:
    """The pairs of neighbours, one of them at least a Chinese character, among the letters of a title."""
    return {plain[i : i + 2] for i in range(len(plain) - 1) if is_han(plain[i]) or is_han(plain[i + 1])}


def covered(found: Set[str], text: str) -> float:
    """How many of a title's pairs the letters of a body hold: see `coverage`."""
    if not found:
        return 0.0
    lead, rest = text[:_LEAD], text[_LEAD:]
    # Counted first: a sum of fractions would hang on the order in which a set gives its members.
    early = sum(pair in lead for pair in found)
    late = sum(pair not in lead and pair in rest for pair in found) if rest else 0
    return (early + _LATER * late) / len(found)


def tells(title: str, body: str) -> bool:
    """Whether a title, not a mere heading of a few characters, says what a body says."""
    return len(_NOISE.sub("", title)) >= _LONG_ENOUGH and coverage(title, body) >= _SURE


def shared(text: str, other: str) -> float:
    """How many of the pairs of letters in the first 200 of `text` stand in `other` too, 0 to 1.

    Of later paragraphs of one article nine in ten have at least 0.085; of other articles of a page more than half less.
    """
    first = _pairs(text[:_FIRST])
    return len(first & _pairs(other)) / len(first) if first else 0.0


def _pairs(text: str) -> set[str]:
    return {part[i : i + 2] for part in _OTHER.split(text) for i in range(len(part) - 1)}
