"""Pairs of similar names: none is lost by the filter, and crowds do not make it slow."""

from __future__ import annotations

import random
from itertools import combinations

import pytest

from kg.language.similarity import ratio
from kg.resolve.likeness import similar_pairs


@pytest.mark.parametrize("least", [0.5, 0.6, 2 / 3, 0.7, 0.85, 1.0])
def test_no_pair_is_lost(least):
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


def _name(lots: random.Random) -> tuple[str, ...]:
    return tuple("".join(lots.choices("青青江山水库大桥", k=lots.randrange(1, 9))) for _ in range(lots.randrange(1, 3)))
