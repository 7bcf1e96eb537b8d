"""Processor time of each format of `kg export`, on one generated graph.

usage: python tests/bench_exports.py [EDGES [FORMAT …]]     100,000 edges, a fifth as many nodes; all formats

Seconds are of processor time in user mode. Beside them stands how long a plain loop of ten million additions took at
the same moment, since a busy machine takes longer over everything: some 0.5 s where nothing else runs.
"""

from __future__ import annotations

import resource
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import click
import networkx as nx
from graphs import varied

from kg.export import ftm, gexf, graphml, lines, parquet, rdf, tables, workbook
from kg.graph import build
from kg.model import Resolution
from kg.store import bulk
from kg.store.load import build_id
from kg.store.rows import rows

WRITERS: dict[str, Callable[[nx.MultiDiGraph, Path], object]] = {
    **{"graphml": graphml.write, "gexf": gexf.write, "csv": tables.write, "xlsx": workbook.write},
    **{"ftm": ftm.write, "jsonld": rdf.write_jsonld, "nt": rdf.write_nt, "parquet": parquet.write},
}


def user() -> float:
    """Seconds of processor time so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_utime


def loop() -> float:
    """Seconds that a plain loop takes now."""
    begin, total = user(), 0
    for number in range(10_000_000):
        total += number
    return user() - begin


def _bulk(resolution: Resolution, graph: nx.MultiDiGraph, path: Path) -> None:
    found = rows(resolution, graph)
    bulk.write(found, path, build_id(found))


def main() -> None:
    """Print a line for each format."""
    edges = int(sys.argv[1]) if sys.argv[1:] else 100_000
    resolution = varied(edges // 5, edges)
    graph = build(resolution)
    writers = WRITERS | {
        "jsonl": lambda _, path: lines.write(resolution, path),
        "neo4j": lambda _, path: _bulk(resolution, graph, path),
    }
    click.echo(f"{len(graph):,} nodes, {graph.number_of_edges():,} edges")
    click.echo(f"{'format':<10}{'seconds':>9}{'loop':>7}{'MB':>6}")
    with tempfile.TemporaryDirectory() as folder:
        for name in sys.argv[2:] or writers:
            path, begin = Path(folder) / name, user()
            writers[name](graph, path)
            seconds = user() - begin
            files = [path] if path.is_file() else [one for one in path.rglob("*") if one.is_file()]
            size = sum(one.stat().st_size for one in files) / 1e6
            click.echo(f"{name:<10}{seconds:>9.1f}{loop():>7.2f}{size:>6.0f}")


if __name__ == "__main__":
    main()
