"""Annotated articles, and logistic regression on signs, as the scripts that learn weights use them (learn_*.py).

A row is what may be a name: the signs that it has, whether it is right, and how much it counts. Weights are punished by
their squares. Same rows, same weights.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np

from kg.extract.sheet import Sheet, open_sheet
from kg.read import ReadOptions, find_sources, read_source

PARTS = 5


def annotated(folders: Sequence[str], halves: Container[str]) -> Iterator[tuple[str, dict, Sheet]]:
    """Every article of a half with the gold of its document: (half/folder/name, gold, sheet).

    folders: of gold and of its articles, one after the other.
    """
    for gold_folder, articles in zip(map(Path, folders[::2]), map(Path, folders[1::2]), strict=True):
        golds = {}
        for path in sorted(gold_folder.glob("*.json")):
            document = json.loads(path.read_text(encoding="utf-8-sig"))
            if document.get("half") in halves:
                golds[Path(document["document"]).name] = document
        for source in find_sources([articles]):
            name = Path(source.document).name
            if name in golds:
                for article in read_source(source, ReadOptions()):
                    gold = golds[name]
                    yield f"{gold['half']}/{gold_folder.name}/{name}", gold, open_sheet(article)


def often(rows: Iterable[tuple[str, Sequence[str]]], least: int) -> list[str]:
    """The signs that the rows of at least so many documents have; a row: (document, signs)."""
    seen: dict[str, set[str]] = defaultdict(set)
    for document, signs in rows:
        for sign in signs:
            seen[sign].add(document)
    return sorted(sign for sign, documents in seen.items() if len(documents) >= least)


def table(rows: Iterable[Sequence[str]], signs: Sequence[str]) -> Table:
    """The rows, each as the places of its signs in `signs`."""
    column = {sign: index for index, sign in enumerate(signs)}
    return Table([sorted({column[sign] for sign in row if sign in column}) for row in rows], len(signs))


class Table:
    """Which features each row has: few of thousands, so only those are kept."""

    def __init__(self, rows: list[list[int]], width: int) -> None:
        self.width = width
        self.sizes = np.array([len(row) for row in rows])
        self.columns = np.array([column for row in rows for column in row], dtype=np.int64)
        self.rows = np.repeat(np.arange(len(rows)), self.sizes)

    def only(self, chosen: np.ndarray) -> Table:
        starts = np.cumsum(self.sizes) - self.sizes
        return Table(
            [self.columns[a : a + n].tolist() for a, n in zip(starts[chosen], self.sizes[chosen], strict=True)],
            self.width,
        )

    def times(self, weights: np.ndarray) -> np.ndarray:
        return np.bincount(self.rows, weights[self.columns], len(self.sizes))

    def summed(self, values: np.ndarray) -> np.ndarray:
        """For each feature the sum of the values of the rows that have it."""
        return np.bincount(self.columns, values[self.rows], self.width)

    def crossed(self, values: np.ndarray) -> np.ndarray:
        """For each two features the sum of the values of the rows that have both."""
        found = np.zeros(self.width * self.width)
        starts = np.cumsum(self.sizes) - self.sizes
        for size in np.unique(self.sizes):
            some = np.flatnonzero(self.sizes == size)
            columns = self.columns[starts[some][:, None] + np.arange(size)]
            cells = columns[:, :, None] * self.width + columns[:, None, :]
            np.add.at(found, cells.ravel(), np.repeat(values[some], size * size))
        return found.reshape(self.width, self.width)


def fit(table: Table, right: np.ndarray, counts: np.ndarray, penalty: float) -> np.ndarray:
    """The weights, by Newton's method."""
    weights = np.zeros(table.width)
    for _ in range(25):
        chance = 1 / (1 + np.exp(-np.clip(table.times(weights), -30, 30)))
        slope = table.summed(counts * (chance - right)) + penalty * weights
        bend = table.crossed(counts * chance * (1 - chance)) + penalty * np.eye(table.width)
        step = np.linalg.solve(bend, slope)
        weights -= step
        if np.abs(step).max() < 1e-5:
            break
    return weights


def judged(known: Table, right: np.ndarray, counts: np.ndarray, documents: Sequence[str], penalty: float) -> np.ndarray:
    """What each row weighs by the weights that the documents of the other parts teach."""
    part = np.array([int(hashlib.sha256(document.encode()).hexdigest(), 16) % PARTS for document in documents])
    scores = np.zeros(len(part))
    for number in range(PARTS):
        rest = part != number
        scores[~rest] = known.only(~rest).times(fit(known.only(rest), right[rest], counts[rest], penalty))
    return scores


def written(head: str, signs: Sequence[str], weights: Iterable[float]) -> str:
    """A table of weights, those left out that say next to nothing."""
    lines = [f"{sign}\t{value:.2f}\n" for sign, value in zip(signs, weights, strict=True) if abs(value) >= 0.05]
    return head + "".join(lines)
