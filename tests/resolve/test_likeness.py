"""Pairs of similar names: none is lost by the filter, and crowds do not make it slow."""

from __future__ import annotations

import random
from itertools import combinations

import pytest

from kg.language.similarity import ratio
from kg.resolve import joining, likeness
from kg.resolve.likeness import similar_pairs


@pytest.mark.parametrize("least", [0.5, 0.6, 2 / 3, 0.7, 0.85, 1.0])
def test_no_pair_is_lost(least, monkeypatch):
    monkeypatch.setattr(joining, "CROWD", 1000)
    lots = random.Random(7)
    names = {f"{number:03d}": _name(lots) for number in range(160)}
    names["one"], names["equal"], names["both"] = ("山",), ("山",), ("山", "青山水库")
    expected = {
        (min(a, b), max(a, b))
        for a, b in combinations(names, 2)
        if any(ratio(mine, theirs) >= least for mine in names[a] for theirs in names[b])
    }
    assert similar_pairs(sorted(names.items()), least) == expected
    assert ("equal", "one") in expected


def test_in_a_crowd_of_similar_names_the_questions_grow_with_the_names(monkeypatch):
    """青江县第一百一十七次生态环境工作会议, …: each is asked with its next, and not with all."""
    asked = []
    right = likeness.likeness
    monkeypatch.setattr(likeness, "likeness", lambda a, b: asked.append(1) or right(a, b))
    found = []
    for count in (200, 800):
        names = [(f"{n:04}", (f"青江县第{n:04}次生态环境工作会议",)) for n in range(count)]
        asked.clear()
        pairs = similar_pairs(names, 0.6)
        found.append((len(asked), len(pairs)))
        assert {(f"{n:04}", f"{n + 1:04}") for n in range(count - 1)} <= pairs
    assert all(more < 5 * few for few, more in zip(*found, strict=True))


def _name(lots: random.Random) -> tuple[str, ...]:
    return tuple("".join(lots.choices("青青江山水库大桥", k=lots.randrange(1, 9))) for _ in range(lots.randrange(1, 3)))
