"""How much two texts say of the same: what a title tells of its body, and what two texts share."""

from __future__ import annotations

import re

from kg.language.text import is_han

_LEAD = 260
# Letters of a title found only behind the lead count for less.
_LATER = 0.4
_SURE, _LONG_ENOUGH = 0.5, 10
_NOISE = re.compile(r"[^0-9A-Za-z\u3400-\u9fff]")
_OTHER = re.compile(r"[^\u3400-\u9fff]+")


def coverage(title: str, body: str) -> float:
    """How much of a title its body says, 0 to 1: pairs of letters of the title found in the body, the lead most."""
    plain = _NOISE.sub("", title)
    pairs = {plain[i : i + 2] for i in range(len(plain) - 1) if is_han(plain[i]) or is_han(plain[i + 1])}
    if not pairs:
        return 0.0
    text = _NOISE.sub("", body)
    lead, rest = text[:_LEAD], text[_LEAD:]
    # Counted first: a sum of fractions would hang on the order in which a set gives its members.
    early = sum(pair in lead for pair in pairs)
    late = sum(pair not in lead and pair in rest for pair in pairs)
    return (early + _LATER * late) / len(pairs)


def tells(title: str, body: str) -> bool:
    """Whether a title, not a mere heading of a few characters, says what a body says."""
    return len(_NOISE.sub("", title)) >= _LONG_ENOUGH and coverage(title, body) >= _SURE


def shared(text: str, other: str) -> float:
    """How many of the pairs of letters in the first 200 of `text` stand in `other` too, 0 to 1.

    Of later paragraphs of one article nine in ten have at least 0.085; of other articles of a page more than half less.
    """
    pairs = _pairs(text[:200])
    return len(pairs & _pairs(other)) / len(pairs) if pairs else 0.0


def _pairs(text: str) -> set[str]:
    return {part[i : i + 2] for part in _OTHER.split(text) for i in range(len(part) - 1)}
