"""Speed of each stage and of the whole, beside jieba.posseg.cut on the same text; or how cost grows.

usage: python tests/bench.py [NUMBER]           medians of ROUNDS rounds over so many articles (300), none read before
       python tests/bench.py --growth NUMBER …  one build for each number, maps left out: seconds, memory

The articles are the written ones with other names (tests/renamed.py), so that no cache flatters. Every stage handles
the same articles and is measured in processor time, in characters of their texts a second, and as a ratio to
jieba.posseg.cut on these texts in the same round, since a ratio means the same on another machine.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from renamed import write

from kg.language import tagger
from kg.model import Extraction
from kg.pipeline import build as building
from kg.pipeline.stages import SILENT, Workers, articles, kept, outcomes
from kg.read import ReadOptions, Source, find_sources

ROUNDS = 3
ARTICLES = 300
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
    from kg.draw import draw_all
    from kg.graph import build as build_graph

    seconds: dict[str, float] = {}

    def timed(stage: str, work: Callable[[], Any]) -> Any:
        begin = _used()
        result = work()
        seconds[stage] = _used() - begin
        return result

    found = timed("read", lambda: list(articles(sources, ReadOptions(), SILENT.report)))
    timed(YARDSTICK, lambda: [list(_posseg()(article.text)) for article in found])
    _forget()
    extractions: list[Extraction] = timed("extract", lambda: list(kept(outcomes(found, Workers()), SILENT.report)))
    resolution = timed("resolve", lambda: building.resolved(extractions))
    graph = timed("graph", lambda: build_graph(resolution))
    with tempfile.TemporaryDirectory() as folder:
        timed("export", lambda: building.export_all(resolution, graph, Path(folder)))
        timed("store", lambda: building.store(resolution, graph, Path(folder)))
        timed("draw", lambda: draw_all(graph, Path(folder)))
        _forget()
        timed("whole build", lambda: building.build(sources, Path(folder) / "out", ReadOptions(), Workers()))
    drawn = seconds["draw"]
    seconds["whole without maps"] = seconds["whole build"] - drawn
    return seconds


def _used() -> float:
    """Seconds of the processor that this process used, and those that it waited for: a copy of it draws the maps."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def _forget() -> None:
    """The tagger remembers sentences, and would know those of the round before."""
    tagger._memory = tagger._Memory()


def _posseg() -> Callable[[str], Any]:
    import jieba.posseg

    jieba.setLogLevel("WARNING")  # it tells of loading its dictionary
    cut: Callable[[str], Any] = jieba.posseg.cut
    return cut


def growth(number: int) -> str:
    """A line: articles, characters, entities, seconds of processor time in all and of resolution, peak memory in MB."""
    with tempfile.TemporaryDirectory() as folder:
        write(number, Path(folder) / "in")
        begin = time.process_time()
        found = articles(find_sources([Path(folder) / "in"]), ReadOptions(), SILENT.report)
        extractions = list(kept(outcomes(found, Workers()), SILENT.report))
        extracted, size = time.process_time() - begin, sum(len(one.article.text) for one in extractions)
        resolution = building.resolved(extractions)
        resolved = time.process_time() - begin - extracted
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    row = (number, size, len(resolution.entities), f"{extracted:.1f}", f"{extracted / size * 1e6:.0f}")
    return "\t".join(map(str, (*row, f"{resolved:.1f}", f"{resolved / size * 1e6:.1f}", f"{peak:.0f}")))


def main(arguments: list[str]) -> None:
    """Measure and print the table."""
    if arguments[:1] == ["--growth"]:
        sys.stdout.write("articles\tcharacters\tentities\tread+extract s\tus/character\tresolve s\tus/character\tMB\n")
        for number in map(int, arguments[1:]):
            sys.stdout.write(growth(number) + "\n")
            sys.stdout.flush()
        return
    with tempfile.TemporaryDirectory() as folder:
        write(int(arguments[0]) if arguments else ARTICLES, Path(folder))
        size, seconds = measure(find_sources([Path(folder)]))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write("\n".join([*report(size, seconds), f"peak memory {peak:.0f} MB"]) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
