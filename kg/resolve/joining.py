"""Joining what is the same: groups that remember why, and that nothing bridges which a rule holds apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import combinations
from typing import TypeVar


class Verdict(Enum):
    """What a rule says of two: the same thing, two things, or nothing."""

    SAME = "same"
    DIFFERENT = "different"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict with its strength, in points where things were weighed, and its reason in words."""

    verdict: Verdict
    strength: float = 0.0
    reason: str = ""


def different(reason: str) -> Judgement:
    """Two things."""
    return Judgement(Verdict.DIFFERENT, 1.0, reason)


def same(strength: float, reason: str) -> Judgement:
    """The same thing."""
    return Judgement(Verdict.SAME, strength, reason)


@dataclass(frozen=True, slots=True)
class Group:
    """Entities that are the same thing: their ids in order, and one line for each join, in the order they were made."""

    members: tuple[str, ...]
    reasons: tuple[str, ...]


class Joiner:
    """Disjoint sets over ids in which the least id stands for its set."""

    def __init__(self, ids: Iterable[str]) -> None:
        self._parent = {key: key for key in sorted(ids)}
        self._members = {key: [key] for key in self._parent}
        self._reasons: dict[str, list[str]] = defaultdict(list)

    def find(self, key: str) -> str:
        """The least id of the set."""
        while self._parent[key] != key:
            self._parent[key] = self._parent[self._parent[key]]
            key = self._parent[key]
        return key

    def members(self, key: str) -> Sequence[str]:
        """All ids of the set, in no meaningful order."""
        return self._members[self.find(key)]

    def join(self, a: str, b: str, reason: str) -> None:
        """Makes two sets one. The reason is kept only where they were two."""
        first, second = sorted((self.find(a), self.find(b)))
        if first == second:
            return
        self._parent[second] = first
        self._members[first] += self._members.pop(second)
        self._reasons[first] += self._reasons.pop(second, [])
        self._reasons[first].append(f"{min(a, b)} = {max(a, b)}: {reason}")

    def join_all(self, keys: Iterable[str], reason: str) -> None:
        """Makes the sets of all keys one."""
        least, *others = sorted(keys)
        for other in others:
            self.join(least, other, reason)

    def roots(self) -> list[str]:
        """The least id of every set, in order."""
        return sorted(self._members)

    def groups(self) -> list[Group]:
        """All sets in the order of their least ids."""
        return [Group(tuple(sorted(self._members[r])), tuple(self._reasons.get(r, ()))) for r in self.roots()]


_T = TypeVar("_T", str, tuple[str, ...])  # what has an order
Judge = Callable[[str, str], Judgement]
Trace = Callable[[str, str, Judgement], None]
CROWD = 40
NEXT = 8
WITNESSES = 24


def within(members: Iterable[_T]) -> set[tuple[_T, _T]]:
    """The pairs (the lesser first) of these ids: all of them up to CROWD ids, then each with its next.

    So the pairs grow with the ids and not with their square; in a crowd, what is the same joins by way of others.
    """
    ids = sorted(set(members))
    if len(ids) <= CROWD:
        return set(combinations(ids, 2))
    return {(a, b) for at, a in enumerate(ids) for b in ids[at + 1 : at + 1 + NEXT]}


def agglomerate(joiner: Joiner, pairs: Iterable[tuple[str, str]], judge: Judge, trace: Trace | None = None) -> None:
    """Joins those of the pairs that `judge` calls the same, the strongest first; `trace` is told of every answer.

    Two sets stay apart when any member of one and any of the other are judged different: one thing that knows too
    little (a conference without a day) does not bridge two that cannot be the same. Of larger sets the first WITNESSES
    of each are asked.
    """
    asked: dict[tuple[str, str], Judgement] = {}

    def ask(a: str, b: str) -> Judgement:
        key = (a, b) if a < b else (b, a)
        if key not in asked:
            asked[key] = judge(*key)
            if trace is not None:
                trace(*key, asked[key])
        return asked[key]

    ranked = sorted((-found.strength, *pair) for pair in pairs if (found := ask(*pair)).verdict is Verdict.SAME)
    for _, a, b in ranked:
        if joiner.find(a) == joiner.find(b):
            continue
        mine, theirs = (sorted(joiner.members(end))[:WITNESSES] for end in (a, b))
        across = ((x, y) for x in mine for y in theirs)
        if not any(ask(x, y).verdict is Verdict.DIFFERENT for x, y in across):
            joiner.join(a, b, ask(a, b).reason)
