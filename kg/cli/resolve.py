"""kg resolve"""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli import options
from kg.cli.streams import INPUT, lines_of, print_lines
from kg.errors import UserError
from kg.say import say, told


@click.command("resolve")
@click.argument("extractions", default="-", type=INPUT, metavar="[EXTRACTIONS]")
@click.option("--explain", "name", metavar="NAME", help="Say why things of this name are one or several.")
@options.correcting
@options.printing
def command(extractions: Path, name: str | None, corrections: tuple[Path, ...], output: Path) -> None:
    """Find out who is the same across articles.

    EXTRACTIONS is what `kg extract` prints (standard input by default). Prints articles, entities and triples whose
    ends are these entities.

    \b
    Example:
        kg read seeds/articles | kg extract | kg resolve
        kg read seeds/articles | kg extract | kg resolve --explain 青海省委
    """
    from kg.correct import correct
    from kg.pipeline import streams
    from kg.pipeline.build import resolved

    with lines_of(extractions) as (lines, where):
        if name is not None:
            from kg.resolve import explain

            print_lines(explain(streams.extractions(lines, where), name), output)
            return
        resolution, misfits = correct(resolved(streams.extractions(lines, where)), options.lines(corrections))
    for misfit in misfits:
        click.echo(f"{misfit.line.where}: {told(misfit.reason)}", err=True)
    print_lines(streams.resolution_lines(resolution), output)
    if misfits:
        raise UserError(say("{number} corrections fit nothing", number=len(misfits)))
