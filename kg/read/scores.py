"""What the signs of lines (kg/read/signs.py) say together, by numbers: the same sums as by their texts, at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from math import prod

import numpy as np
from numpy.typing import NDArray

from kg.read.signs import FURTHEST, Seen, Shape, head_of, shapes

Array = NDArray[np.int64]


class Table:
    """Weights of signs, found by numbers in place of texts.

    A value has a number under its name, the same for all signs; 0 is a value that no sign with a weight has. A shape of
    signs has a row of weights for each choice of numbers.
    """

    def __init__(self, weights: Mapping[str, Sequence[int]], names: Sequence[str]) -> None:
        told: dict[str, list[tuple[tuple[str, ...], Sequence[int]]]] = {}
        for sign, own in weights.items():
            head, _, text = sign.rpartition("=")
            told.setdefault(head, []).append((tuple(text.split(",")), own))
        self._shapes = [shape for shape in shapes(names) if head_of(shape) in told]
        self._numbers: dict[str, dict[str, int]] = {name: {} for name in names}
        for shape in self._shapes:
            for values, _own in told[head_of(shape)]:
                for (name, _step), value in zip(shape, values, strict=True):
                    self._numbers[name].setdefault(value, len(self._numbers[name]) + 1)
        rows: list[Sequence[int]] = []
        starts = []
        nothing = (0,) * len(next(iter(weights.values()), ()))
        for shape in self._shapes:
            known = {
                tuple(self._numbers[name][value] for (name, _step), value in zip(shape, values, strict=True)): own
                for values, own in told[head_of(shape)]
            }
            starts.append(len(rows))
            rows += [known.get(numbers, nothing) for numbers in product(*map(range, self._sizes(shape)))]
        self._rows: Array = np.array(rows, dtype=np.int64)
        self._starts: Array = np.array(starts, dtype=np.int64)
        self._parts = [*self._in_parts({name: column for column, name in enumerate(names)})]

    def _sizes(self, shape: Shape) -> list[int]:
        return [len(self._numbers[name]) + 1 for name, _ in shape]

    def _in_parts(self, columns: Mapping[str, int]) -> Iterator[tuple[Array, Array]]:
        """Where the first, second … value of each shape stands behind those of a line, and how much it counts."""
        for k in range(max(map(len, self._shapes), default=0)):
            at, much = np.zeros((2, len(self._shapes)), dtype=np.int64)
            for i, shape in enumerate(self._shapes):
                if k < len(shape):
                    name, step = shape[k]
                    at[i] = (FURTHEST + step) * len(columns) + columns[name]
                    much[i] = prod(self._sizes(shape[k + 1 :]))
            yield at, much

    def sums(self, seen: Sequence[Seen]) -> list[list[int]]:
        """For each line the sum of the weights of its signs."""
        outside = [[numbers.get(str(None), 0) for numbers in self._numbers.values()]] * FURTHEST
        own = [[numbers.get(str(one[name]), 0) for name, numbers in self._numbers.items()] for one in seen]
        values: Array = np.array([*outside, *own, *outside], dtype=np.int64).ravel()
        lines = np.arange(len(seen), dtype=np.int64)[:, None] * len(self._numbers)
        places = np.broadcast_to(self._starts, (len(seen), len(self._starts))).copy()
        for at, much in self._parts:
            places += values[lines + at] * much
        found: list[list[int]] = self._rows[places].sum(axis=1).tolist()
        return found
