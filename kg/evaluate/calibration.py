"""Fits and checks the weights behind the confidence of a triple (`kg/language/data/confidence.tsv`).

    python -m kg.evaluate.calibration [--write] GOLD ARTICLES [GOLD ARTICLES …]

A logistic regression with an L2 penalty, fitted to half A of the gold by Newton's method (Hastie, Tibshirani and
Friedman, The Elements of Statistical Learning, 4.4.1). Printed are tables of reliability: of half A, where every
document is judged by weights that were fitted without it (five folds), and of half B. No text goes into the weights.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kg.evaluate.annotation import annotation
from kg.evaluate.scoring import verdicts
from kg.evaluate.shape import load, parse
from kg.extract.confidence import BIAS, chance
from kg.extract.stage import read
from kg.files import writing
from kg.read import ReadOptions, find_sources, read_source
from kg.resolve import resolve

FOLDS = 5
PENALTY = 10.0  # of half the squared length of the weights, the bias left out
RARE = 4  # a clue seen less often gets no weight
BINS = (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01)
WEIGHTS = Path(__file__).parents[1] / "language" / "data" / "confidence.tsv"
_HEADER = "# What each clue adds to the log-odds that a fact is right; fitted by kg.evaluate.calibration, see there."

Vector = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Judged:
    """A predicted triple: its document, the half it belongs to, its clues, and whether it is right."""

    document: str
    half: str
    clues: frozenset[str]
    right: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """Triples whose confidence lies in `[low, high)`: how many, their mean confidence, the share that is right."""

    low: float
    high: float
    count: int
    mean: float
    right: float


def judged(gold: Path, articles: Path) -> Iterator[Judged]:
    """Every triple predicted for the articles that the gold requires or rejects; what is optional is left out."""
    wanted = load(gold)
    for source in find_sources([articles]):
        item = wanted.get(source.path.name)
        if item is None:
            continue
        found = [read(article) for article in read_source(source, ReadOptions())]
        seen = {triple: clues for _, all_clues in found for triple, clues in all_clues.items()}
        resolution = resolve([extraction for extraction, _ in found])
        predicted = parse(annotation(source.document, resolution, evidence=True), gold=False)
        for claim, right in verdicts(parse(item, gold=True), predicted):
            if right is not None:
                clues = frozenset().union(*(seen[triple] for triple in claim.triples))
                yield Judged(source.path.name, str(item.get("half")), clues, right)


def fitted(items: Sequence[Judged]) -> dict[str, float]:
    """The weight of each clue that is not rare, and of BIAS, rounded to three places."""
    counts = Counter(clue for item in items for clue in item.clues)
    names = sorted(clue for clue, count in counts.items() if count >= RARE)
    columns = {name: place for place, name in enumerate(names)}
    rows = np.zeros((len(items), len(names) + 1))
    rows[:, -1] = 1.0
    for place, item in enumerate(items):
        rows[place, [columns[clue] for clue in item.clues if clue in columns]] = 1.0
    weights = _newton(rows, np.array([float(item.right) for item in items]))
    return {BIAS: round(float(weights[-1]), 3)} | {name: round(float(weights[columns[name]]), 3) for name in names}


def _newton(rows: Vector, right: Vector) -> Vector:
    penalty = np.full(rows.shape[1], PENALTY)
    penalty[-1] = 0.0
    weights = np.zeros(rows.shape[1])
    for _ in range(50):
        chance = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (right - chance) - penalty * weights
        curve = (rows * (chance * (1 - chance))[:, None]).T @ rows + np.diag(penalty) + 1e-9 * np.eye(len(weights))
        step = np.linalg.solve(curve, slope)
        weights += step
        if float(np.abs(step).max()) < 1e-6:
            break
    return weights


def held_out(items: Sequence[Judged]) -> list[tuple[float, bool]]:
    """The confidence of each triple by weights fitted without its document's fold, beside whether it is right."""
    order = {document: place for place, document in enumerate(dict.fromkeys(item.document for item in items))}
    found = []
    for fold in range(FOLDS):
        inside = [item for item in items if order[item.document] % FOLDS == fold]
        weights = fitted([item for item in items if order[item.document] % FOLDS != fold])
        found += [(chance(weights, item.clues), item.right) for item in inside]
    return found


def reliability(pairs: Iterable[tuple[float, bool]]) -> list[Bin]:
    """The table of reliability of (confidence, right) pairs; empty bins are left out."""
    listed, found = list(pairs), []
    for low, high in pairwise(BINS):
        inside = [(value, right) for value, right in listed if low <= value < high]
        if inside:
            mean, share = (sum(column) / len(inside) for column in zip(*inside, strict=True))
            found.append(Bin(low, min(high, 1.0), len(inside), mean, share))
    return found


def bought(pairs: Iterable[tuple[float, bool]], thresholds: Iterable[float]) -> list[tuple[float, float, float]]:
    """(threshold, share of the triples kept, share of those that is right) for each threshold."""
    listed, found = list(pairs), []
    for threshold in thresholds:
        kept = [right for value, right in listed if value >= threshold]
        found.append((threshold, len(kept) / len(listed), sum(kept) / len(kept) if kept else 0.0))
    return found


def write(weights: Mapping[str, float], path: Path = WEIGHTS) -> None:
    """Keep the weights, those that change nothing left out."""
    rows = [f"{clue}\t{weight}" for clue, weight in sorted(weights.items()) if weight]
    with writing(path) as file:
        file.write("\n".join([_HEADER, *rows, ""]).encode())


def main(arguments: Sequence[str]) -> int:
    """The command line; see the module."""
    paths = [Path(argument) for argument in arguments if argument != "--write"]
    if not paths or len(paths) % 2:
        print(__doc__, file=sys.stderr)  # noqa: T201
        return 2
    items = [item for gold, articles in zip(paths[::2], paths[1::2], strict=True) for item in judged(gold, articles)]
    known = [item for item in items if item.half != "B"]
    weights = fitted(known)
    others = [(chance(weights, item.clues), item.right) for item in items if item.half == "B"]
    _show("half A, five folds", held_out(known))
    _show("half B", others)
    if "--write" in arguments:
        write(weights)
    return 0


def _show(title: str, pairs: list[tuple[float, bool]]) -> None:
    lines = [title, "confidence    triples   mean  right"]
    lines += [f"{b.low:.2f} - {b.high:.2f}  {b.count:8}  {b.mean:.3f}  {b.right:.3f}" for b in reliability(pairs)]
    if pairs:
        lines.append("least  kept  right")
        lines += [f"{least:.2f}  {kept:5.3f}  {right:5.3f}" for least, kept, right in bought(pairs, BINS[:-1])]
    print("\n".join(lines))  # noqa: T201


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
