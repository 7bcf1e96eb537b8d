"""`python -m kg.pipeline.bench PATH…`: the speed of each stage and of the whole, beside jieba.posseg.cut.

Every stage handles the same articles and is measured in characters of their texts a second, and as a ratio to
jieba.posseg.cut on these texts in the same round, since a ratio means the same on another machine. Medians of ROUNDS
rounds in one process, after one round to warm up; no cache.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from kg.model import Extraction
from kg.pipeline import build as building
from kg.pipeline.stages import SILENT, Workers, articles, kept, outcomes
from kg.read import ReadOptions, Source, find_sources

ROUNDS = 3
YARDSTICK = "jieba.posseg.cut"


def measure(sources: Sequence[Source]) -> tuple[int, dict[str, list[float]]]:
    """Characters of the articles' texts, and for each stage the seconds of each round."""
    size = sum(len(article.text) for article in articles(sources, ReadOptions(), SILENT.report))
    _round(sources)
    rounds = [_round(sources) for _ in range(ROUNDS)]
    return size, {stage: [times[stage] for times in rounds] for stage in rounds[0]}


def report(size: int, seconds: dict[str, list[float]]) -> list[str]:
    """The lines of a table: stage, characters a second, ratio to the yardstick."""
    lines = [f"{size} characters, medians of {ROUNDS} rounds", f"{'stage':<20}{'characters/s':>14}{'ratio':>9}"]
    for stage, times in seconds.items():
        ratio = median(yard / mine for yard, mine in zip(seconds[YARDSTICK], times, strict=True))
        lines.append(f"{stage:<20}{size / median(times):>14,.0f}{ratio:>9.2f}")
    return lines


def _round(sources: Sequence[Source]) -> dict[str, float]:
    from kg.draw import draw_all  # noqa: PLC0415  heavy, and not to be measured with the first stage
    from kg.graph import build as build_graph  # noqa: PLC0415

    seconds: dict[str, float] = {}

    def timed(stage: str, work: Callable[[], Any]) -> Any:
        begin = time.perf_counter()
        result = work()
        seconds[stage] = time.perf_counter() - begin
        return result

    found = timed("read", lambda: list(articles(sources, ReadOptions(), SILENT.report)))
    timed(YARDSTICK, lambda: [list(_posseg()(article.text)) for article in found])
    extractions: list[Extraction] = timed("extract", lambda: list(kept(outcomes(found, Workers()), SILENT.report)))
    resolution = timed("resolve", lambda: building.resolved(extractions))
    graph = timed("graph", lambda: build_graph(resolution))
    with tempfile.TemporaryDirectory() as folder:
        timed("export", lambda: building.export_all(resolution, graph, Path(folder)))
        timed("store", lambda: building.store(resolution, graph, Path(folder)))
        timed("draw", lambda: draw_all(graph, Path(folder)))
        timed("whole build", lambda: building.build(sources, Path(folder) / "out", ReadOptions(), Workers()))
    return seconds


def _posseg() -> Callable[[str], Any]:
    import jieba.posseg  # noqa: PLC0415  the yardstick, as it comes

    jieba.setLogLevel("WARNING")  # it tells of loading its dictionary
    cut: Callable[[str], Any] = jieba.posseg.cut
    return cut


def main() -> None:
    """Measure the sources named on the command line and print the table."""
    size, seconds = measure(find_sources([Path(name) for name in sys.argv[1:]]))
    sys.stdout.write("\n".join(report(size, seconds)) + "\n")


if __name__ == "__main__":
    main()
