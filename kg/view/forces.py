"""ForceAtlas2 (Jacomy et al. 2014) as networkx has it, for small graphs: the same numbers to the last bit, sooner.

What networkx works out anew for each call and each step is worked out once, and pairs lie in two planes, one for x and
one for y. Sums are made in its order. A test compares both. Strong gravity, no sizes, no weights.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Line = tuple[int, int]
_SCALING, _GRAVITY = 4.0, 0.6
_DONE = 1e-10


class Forces:
    """What pulls and pushes the nodes of one graph. lines: pairs of nodes by their numbers."""

    def __init__(self, count: int, lines: Sequence[Line]) -> None:
        ends = np.array(lines, dtype=np.int64).reshape(-1, 2)
        self._tied = np.zeros((count, count))
        self._tied[ends[:, 0], ends[:, 1]] = self._tied[ends[:, 1], ends[:, 0]] = 1.0
        self._mass = self._tied.sum(axis=1) + 1
        self._pairs = self._mass[:, None] @ self._mass[None]
        np.fill_diagonal(self._pairs, 0)
        self._down = -_GRAVITY * self._mass[:, None]

    def moved(self, places: Floats, steps: int) -> Floats:
        """Where the nodes are after so many steps. places: shape (n, 2)."""
        places, pace = places.copy(), _Pace(len(places))
        for _ in range(steps):
            update = self._update(places)
            pace.swing += (self._mass * _length(places - update)).sum()
            pace.traction += (0.5 * self._mass * _length(places + update)).sum()
            speed = pace.next()
            factor = speed / (1 + np.sqrt(speed * (self._mass * _length(update))))
            step = update * factor[:, None]
            places += step
            if abs(step).sum() < _DONE:
                break
        return places

    def _update(self, places: Floats) -> Floats:
        apart = places[:, None] - places[None]
        attraction = -np.einsum("ijk, ij -> ik", apart, self._tied)
        squares = _length(apart) ** 2
        np.fill_diagonal(squares, 1)
        repulsion = np.einsum("ijk, ij -> ik", apart, (self._pairs / squares) * _SCALING)
        gravity = self._down * (places - np.mean(places, axis=0))
        update: Floats = attraction + repulsion + gravity
        return update


def _length(vectors: Floats) -> Floats:
    """The lengths along the last axis, which holds x and y."""
    x, y = vectors[..., 0], vectors[..., 1]
    length: Floats = np.sqrt(x * x + y * y)
    return length


@dataclass(slots=True)
class _Pace:
    """How fast nodes may go, by how much they swing and how far they come."""

    count: int
    swing: float = 1.0
    traction: float = 1.0
    speed: float = 1.0
    efficiency: float = 1.0

    def next(self) -> float:
        swing, traction, most = self.swing, self.traction, 0.05 * math.sqrt(self.count)
        jitter = max(math.sqrt(most), min(10, most * traction / self.count**2))
        if swing / traction > 2.0:
            if self.efficiency > 0.05:
                self.efficiency *= 0.5
            jitter = max(jitter, 1.0)
        wanted = math.inf if swing == 0 else jitter * self.efficiency * traction / swing
        if swing > jitter * traction:
            if self.efficiency > 0.05:
                self.efficiency *= 0.7
        elif self.speed < 1000:
            self.efficiency *= 1.3
        self.speed += min(wanted - self.speed, 0.5 * self.speed)
        return self.speed


__all__ = ["Forces", "Line"]
