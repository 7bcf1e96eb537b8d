"""A part of the graph that a question is asked of, in the words of `kg draw` and `kg export`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.streams import resolution_of
from kg.errors import UserError
from kg.say import say, told

if TYPE_CHECKING:
    from kg.store.neo4j import Server
    from kg.view.selection import Selection


def check(place: str, wanted: Selection) -> None:
    """Raises UserError where a part is wanted of what is no folder of `kg build`: only the records there tell it."""
    from kg.export.lines import FILES

    if wanted.text() and ("://" in place or not all((Path(place) / name).is_file() for name in FILES)):
        raise UserError(
            say(
                "--only, --from, --to, --around and --view choose from the records of a build: name its folder, "
                "--on out. Any database takes --min-confidence, and --param since=… where the question has it"
            )
        )


@contextmanager
def chosen(base: Path | Server, wanted: Selection) -> Iterator[Path | Server]:
    """The database of that part, gone afterwards; what `base` is where all of it is wanted.

    base: the graph.lbug in a folder of `kg build`. Raises UserError for names that are not there.
    """
    from kg.graph import build
    from kg.pipeline.alone import scratch
    from kg.store import embedded
    from kg.store.rows import rows
    from kg.view.selection import narrowed, selected

    if not isinstance(base, Path) or not wanted.text():
        yield base
        return
    resolution = resolution_of(base.parent, wanted.least)
    graph = selected(build(resolution), wanted)
    size = {"nodes": len(graph), "edges": graph.number_of_edges()}
    click.echo(told(say("asked of a part of the graph: {nodes} nodes, {edges} relations", **size)), err=True)
    with scratch() as folder:
        embedded.write(rows(narrowed(resolution, graph)), folder / embedded.NAME)
        yield folder / embedded.NAME
