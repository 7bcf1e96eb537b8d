"""Evidence, weighed: what fits and what does not, in points and in words, from `data/identity_evidence.tsv`."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from kg.errors import BadOntology
from kg.language.lexicon import table
from kg.resolve.joining import Judgement, Verdict, different, same
from kg.say import say

ENOUGH = 100
_FORBIDS = "forbid"


@cache
def weights(kind: str) -> dict[str, tuple[int | None, str]]:
    """The features of a type with weight (None: it forbids) and reason in words. Raises BadOntology."""
    found: dict[str, tuple[int | None, str]] = {}
    for row in table("identity_evidence"):
        if len(row) != 4:
            raise BadOntology(
                say("identity_evidence.tsv: {row!r} has not the four columns type, feature, weight, reason", row=row)
            )
        if row[0] == kind:
            found[row[1]] = (None if row[2] == _FORBIDS else int(row[2]), row[3])
    return found


def weigh(kind: str, found: Iterable[tuple[str, str]]) -> Judgement:
    """What the features say together: each is (name, what it was seen in, may be empty).

    The same from ENOUGH points on, with the points as strength; different at the first that forbids; else unknown, with
    the points that there are. The reason lists all features in words. Raises KeyError for a feature without a row.
    """
    rows = weights(kind)
    total, reasons = 0, []
    for name, shown in found:
        weight, words = rows[name]
        told = words + (f"「{shown}」" if shown else "")
        if weight is None:
            return different(told)
        total += weight
        reasons.append(f"{told} {weight:+d}")
    reason = "，".join(reasons)
    if total >= ENOUGH:
        return same(total, reason)
    return Judgement(Verdict.UNKNOWN, total, reason)


def reason(kind: str, feature: str, shown: str = "") -> str:
    """One feature in words, for joins that a single one decides."""
    words = weights(kind)[feature][1]
    return words + (f"「{shown}」" if shown else "")


__all__ = ["ENOUGH", "reason", "weigh", "weights"]
