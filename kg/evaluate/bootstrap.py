"""Whether one set of predictions is better than another, beyond chance: a paired bootstrap over documents.

Documents are drawn anew with replacement, the same ones for both sides, and the difference of the micro F1 is taken
each time (Efron and Tibshirani, An Introduction to the Bootstrap, 1993; for F1: Berg-Kirkpatrick et al. 2012).
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kg.evaluate.report import Figures, Report
from kg.evaluate.scoring import score
from kg.evaluate.shape import file_name

DRAWS = 2000
_SEED = 20240327
_INTERVAL = 0.95


@dataclass(frozen=True, slots=True)
class Gain:
    """F1 before and after, and the interval in which 95 of 100 differences of redrawn documents lie."""

    what: str
    before: float
    after: float
    low: float
    high: float

    def text(self) -> str:
        """One line: `triples  .751 → .780  +.029 [+.012, +.047]`, and whether that is more than chance."""
        beyond = "" if self.low > 0 or self.high < 0 else "  in the noise 在误差之内"
        change = f"{self.after - self.before:+.3f} [{self.low:+.3f}, {self.high:+.3f}]"
        return f"{self.what:<8} {self.before:.3f} → {self.after:.3f}  {change}{beyond}"


def gains(
    gold: Iterable[Mapping[str, Any]],
    sides: tuple[Iterable[Mapping[str, Any]], Iterable[Mapping[str, Any]]],
    half: str | None = None,
) -> tuple[Gain, Gain]:
    """The gain in nodes and in triples from the first side's predictions to the second's; the same in every run.

    Raises what `score` raises.
    """
    wanted = sorted((item for item in gold if half is None or item.get("half") == half), key=file_name)
    names = [file_name(item) for item in wanted]
    before, after = ({file_name(item): item for item in side} for side in sides)
    reports = [
        [score([item], [side[name]] if name in side else []) for item, name in zip(wanted, names, strict=True)]
        for side in (before, after)
    ]
    return _gain("nodes", *reports), _gain("triples", *reports)


def _gain(what: str, before: Sequence[Report], after: Sequence[Report]) -> Gain:
    sides = [[getattr(report, what)["all"] for report in side] for side in (before, after)]
    chosen, count = random.Random(_SEED), len(before)  # noqa: S311  a draw, no secret
    draws = (chosen.choices(range(count), k=count) for _ in range(DRAWS))
    changes = sorted(_f1(sides[1], draw) - _f1(sides[0], draw) for draw in draws)
    cut = int(DRAWS * (1 - _INTERVAL) / 2)
    return Gain(what, _f1(sides[0], range(count)), _f1(sides[1], range(count)), changes[cut], changes[-1 - cut])


def _f1(figures: Sequence[Figures], draw: Iterable[int]) -> float:
    right = predicted = expected = 0
    for place in draw:
        right += figures[place].right
        predicted += figures[place].predicted
        expected += figures[place].expected
    return Figures(right, predicted, expected).f1


__all__ = ["DRAWS", "Gain", "gains"]
