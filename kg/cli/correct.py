"""kg correct"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli import options
from kg.cli.streams import INPUT, resolution_of
from kg.errors import UserError
from kg.say import say, told

if TYPE_CHECKING:
    from kg.correct import Correction


@click.command("correct")
@click.argument("graph", type=INPUT, metavar="GRAPH")
@options.table
@click.option("--line", metavar="CSV", help="A correction in the order of the columns, as the maps copy it.")
@click.option("--from", "workbook", type=INPUT, metavar="XLSX", help="Take the decisions of a workbook's 待核对.")
@click.option("--who", metavar="NAME", help="Who corrects, where the line does not say.")
@click.option("--dry-run", is_flag=True, help="Say what would be written, and write nothing.")
def command(  # noqa: PLR0913  one for each option
    graph: Path, *, path: Path, line: str | None, workbook: Path | None, who: str | None, dry_run: bool
) -> None:
    """Check corrections, and add new ones to corrections.csv.

    GRAPH is a folder of `kg build`. A new line is tried on it and added where it fits; the next `kg build` applies
    all lines of the corrections.csv that lies in the folder of its articles, and reports those that fit nothing.
    Without --line and --from, the lines of the file are only read and counted.

    \b
    Examples:
        kg correct out --line '合并,人物,李文达,a.txt,,,李文达,b.txt' -c pages/corrections.csv
        kg correct out --from graph.xlsx --who 周明远 -c pages/corrections.csv
        kg correct out -c pages/corrections.csv
    """
    from kg.correct import read

    new = [replace(item, who=item.who or who or "") for item in _new(line, workbook)]
    if not new:
        click.echo(
            told(say("{path}: {number} corrections", path=path, number=len(read(path) if path.exists() else [])))
        )
        return
    take(new, graph, path, dry_run=dry_run)


def take(new: Sequence[Correction], graph: Path, path: Path, *, dry_run: bool) -> None:
    """Try lines on a graph, add those that fit to the file, and print them. Raises UserError if some fit nothing."""
    from kg.correct import correct, read, render
    from kg.correct.lines import appended, text_of
    from kg.files import write_text

    known = read(path) if path.exists() else []
    _, misfits = correct(resolution_of(graph), new)
    wrong = {misfit.line for misfit in misfits}
    there = {replace(old, where="") for old in known}
    fit = [item for item in new if item not in wrong and replace(item, where="") not in there]
    for misfit in misfits:
        click.echo(f"{misfit.line.where}: {told(misfit.reason)}", err=True)
    if fit and not dry_run:
        before = text_of(path).removeprefix("\ufeff") if path.exists() else ""
        write_text(path, "\ufeff" + appended(before, fit, str(path)))
    click.echo(render(fit, heading=False), nl=False)
    if misfits:
        raise UserError(
            say(
                "{number} of {number2} corrections fit nothing in {graph} and were not written",
                number=len(misfits),
                number2=len(new),
                graph=graph,
            )
        )


def _new(line: str | None, workbook: Path | None) -> list[Correction]:
    from kg.correct import parse
    from kg.correct.lines import COLUMNS

    found = parse(",".join(COLUMNS) + "\n" + line, "--line") if line is not None else []
    if workbook is not None:
        from kg.export import workbook as sheets

        found += sheets.decisions(workbook)
    return found
