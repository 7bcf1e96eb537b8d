"""kg resolve"""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli import options
from kg.cli.streams import INPUT, lines_of, print_lines


@click.command("resolve")
@click.argument("extractions", default="-", type=INPUT, metavar="[EXTRACTIONS]")
@options.printing
def command(extractions: Path, output: Path) -> None:
    """Find out who is the same across articles.

    EXTRACTIONS is what `kg extract` prints (standard input by default). Prints articles, entities and triples whose
    ends are these entities.

    \b
    Example:
        kg read seeds/articles | kg extract | kg resolve
    """
    from kg.pipeline import streams
    from kg.pipeline.build import resolved

    with lines_of(extractions) as (lines, where):
        resolution = resolved(streams.extractions(lines, where))
    print_lines(streams.resolution_lines(resolution), output)
