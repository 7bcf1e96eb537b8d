"""The whole: files in, a folder with the graph in every form out."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from kg.cores import cores
from kg.correct import Correction, correct, render
from kg.errors import UserError
from kg.model import Extraction, Resolution, fingerprint
from kg.pipeline import manifest, redirects
from kg.pipeline.alone import alone, sweep
from kg.pipeline.beside import in_copy, in_thread, loading
from kg.pipeline.skips import Skip
from kg.pipeline.stages import SILENT, Listener, Outcome, Report, Workers, articles, kept, outcomes, watched
from kg.read import ReadOptions, Source
from kg.say import say

if TYPE_CHECKING:
    import networkx as nx

MAPS = "maps"
DATABASE = "graph.lbug"  # kg.store.embedded.NAME, whose module is heavy
_LATER = ("kg.resolve", "kg.graph", "kg.draw.network", "kg.view.layout", "kg.export.graphml", "kg.store.rows")
_BESIDE = 50_000  # facts: a larger graph needs its memory for one thing at a time


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did. extracted, cached: articles read now, and those kept from before. seconds: wall-clock time.

    files: everything that was written, the manifest last. remark: why there is no embedded database, "" if there is.
    """

    resolution: Resolution
    skipped: tuple[Skip, ...]
    extracted: int
    cached: int
    files: tuple[Path, ...]
    seconds: float
    remark: str = ""
    remarks: tuple[Skip, ...] = ()


@dataclass(slots=True)
class _Tally:
    """Counts what passes by."""

    listener: Listener
    skipped: list[Skip] = field(default_factory=list)
    remarks: list[Skip] = field(default_factory=list)
    extracted: int = 0
    cached: int = 0

    def report(self, item: Skip) -> None:
        (self.skipped if item.lost else self.remarks).append(item)
        self.listener.report(item)

    def follow(self, result: Outcome) -> None:
        self.cached += result.cached
        self.extracted += result.extraction is not None and not result.cached
        self.listener.follow(result)


def build(  # noqa: PLR0913  what is given by name needs no order
    sources: Sequence[Source],
    out: Path,
    options: ReadOptions,
    workers: Workers,
    *,
    listener: Listener = SILENT,
    corrections: Sequence[Correction] = (),
    least: float = 0.0,
) -> Built:
    """Read, extract, resolve and write everything into `out`. The same sources give the same bytes.

    least: facts less sure than this, in [0, 1], are left out of everything that is written.

    The embedded database alone has only the same rows; the manifest holds no hash of it. Where its engine is missing,
    the rest is written and `remark` says so.

    The manifest of an earlier build goes before the first file is replaced: where there is one, the folder is whole.
    Raises UserError where there is no article at all, or another build is at work in `out`, OSError where `out` cannot
    be written.
    """
    with alone(out):
        return _built(sources, out, options, workers, listener=listener, corrections=corrections, least=least)


def _built(  # noqa: PLR0913
    sources: Sequence[Source],
    out: Path,
    options: ReadOptions,
    workers: Workers,
    *,
    listener: Listener,
    corrections: Sequence[Correction],
    least: float,
) -> Built:
    begin, tally = time.perf_counter(), _Tally(listener)
    counting = Listener(tally.report, tally.follow, listener.step)
    results = watched(outcomes(articles(sources, options, tally.report, workers.seconds), workers), counting)
    with loading(*_LATER) if workers.jobs > 1 else nullcontext():
        found = resolved(kept(results, tally.report))
    from kg.graph import confident  # noqa: PLC0415  networkx only where a graph is built

    resolution = confident(corrected(found, corrections, tally.report), least)
    if not resolution.articles:
        raise UserError(say("no article was found; `kg read --preview FILE` shows what a file was taken for"))
    content = manifest.manifest(sources, options, resolution, [*tally.skipped, *tally.remarks])
    content["options"]["min_confidence"] = least
    if corrections:
        content["corrections"] = fingerprint(render(corrections))
    redirected = redirects.write(resolution, out)
    files, remark = write(resolution, out, listener)
    manifest.write(content, out, [path for path in files if path.name != DATABASE])
    seconds = time.perf_counter() - begin
    written = (*files, *redirected, out / manifest.NAME)
    return Built(resolution, tuple(tally.skipped), tally.extracted, tally.cached, written, seconds, remark,
                 tuple(tally.remarks))  # fmt: skip


def resolved(extractions: Iterable[Extraction]) -> Resolution:
    """Who is the same across all articles."""
    from kg.resolve import resolve  # noqa: PLC0415  its tables only where something is resolved

    return resolve(extractions)


def corrected(resolution: Resolution, lines: Sequence[Correction], report: Report) -> Resolution:
    """The resolution as editors corrected it; lines that fit nothing any more are reported."""
    if not lines:
        return resolution
    found, misfits = correct(resolution, lines)
    for misfit in misfits:
        report(Skip(misfit.line.where, misfit.reason))
    return found


def write(resolution: Resolution, out: Path, listener: Listener = SILENT) -> tuple[tuple[Path, ...], str]:
    """Write records, graph, tables, database and maps into `out`; what was written, and see `Built.remark`.

    Raises OSError.
    """
    from kg.draw import draw_all  # noqa: PLC0415
    from kg.graph import build as build_graph  # noqa: PLC0415  networkx only where a graph is built

    _prepare(out)
    listener.step(say("making the graph"))
    graph = build_graph(resolution)
    few = len(resolution.triples) <= _BESIDE
    with in_copy(partial(draw_all, graph, out / MAPS), few and cores() > 1) as drawing:
        listener.step(say("filling the database"))
        with in_thread(partial(store, resolution, graph, out), few) as filling:
            listener.step(say("writing records and tables"))
            exported = export_all(resolution, graph, out)
            listener.step(say("drawing the maps"))
            drawn = drawing()
            stored, remark = filling()
    return (*exported, *stored, *drawn), remark


def _wanted() -> bool:
    """Nobody gives it up."""
    return False


def store(
    resolution: Resolution, graph: nx.MultiDiGraph, out: Path, unwanted: Callable[[], bool] = _wanted
) -> tuple[tuple[Path, ...], str]:
    """Write the embedded database into `out`; what was written, and why not if it was not. Raises OSError.

    unwanted: is asked from time to time; where it says yes, nothing is written.
    """
    from kg.store import embedded  # noqa: PLC0415
    from kg.store.rows import rows  # noqa: PLC0415

    try:
        embedded.write(rows(resolution, graph), out / DATABASE, unwanted=unwanted)
    except embedded.GivenUp:
        return (), ""
    except embedded.NoEngine as error:
        return (), str(error)
    return (out / DATABASE,), ""


def export_all(resolution: Resolution, graph: nx.MultiDiGraph, out: Path) -> tuple[Path, ...]:
    """Write records, graph and tables into `out`; what was written. Raises OSError."""
    from kg.export import graphml, lines, tables  # noqa: PLC0415

    lines.write(resolution, out)
    graphml.write(graph, out / "graph.graphml")
    tables.write(graph, out)
    return tuple(out / name for name in (*lines.FILES, "graph.graphml", *tables.FILES))


def _prepare(out: Path) -> None:
    """Takes away the manifest, an earlier build's database, which may not be replaced, and maps left half-drawn."""
    for name in (manifest.NAME, DATABASE):
        (out / name).unlink(missing_ok=True)
    sweep(out / MAPS)
