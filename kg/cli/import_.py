"""kg import"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import click

from kg.cli import options
from kg.cli.correct import take
from kg.cli.streams import INPUT, resolution_of
from kg.errors import UserError
from kg.say import say, told

_EDITED = click.Path(exists=True, path_type=Path)


@click.command("import")
@click.argument("graph", type=INPUT, metavar="GRAPH")
@click.argument("edited", type=_EDITED, metavar="FILE")
@options.table
@click.option("--who", metavar="NAME", help="Who corrects.")
@click.option("--dry-run", is_flag=True, help="Say what would be written, and write nothing.")
def command(graph: Path, edited: Path, path: Path, who: str | None, dry_run: bool) -> None:
    """Take back a file of `kg export` that was edited, as corrections.

    GRAPH is the folder of `kg build` that the file was exported from; FILE a .graphml or .gexf file, or a folder with
    nodes.csv and edges.csv. What was changed in yEd, Gephi or a spreadsheet (names, types, edges and their relation,
    ends, posts, role, amount, status or day, what was deleted or drawn anew) becomes lines of corrections.csv, which
    the next `kg build` applies. A file in which nothing was changed gives none. What lines cannot say is told.

    \b
    Examples:
        kg import out graph.graphml -c pages/corrections.csv
        kg import out tables --who 周明远 --dry-run
    """
    from kg.correct.lines import ACTIONS
    from kg.export import edited as files
    from kg.export.changes import changes

    found = changes(resolution_of(graph), files.read(edited))
    lines = [replace(line, who=who or "", where=edited.name) for line in found.lines]
    for remark in found.told:
        click.echo(f"{edited.name}: {told(remark)}", err=True)
    if lines:
        take(lines, graph, path, dry_run=dry_run)
    counts = Counter(line.action for line in lines)
    said = "，".join(f"{label} {counts[action]}" for action, label in ACTIONS.items() if counts[action])
    click.echo(f"{edited.name}: {said or told(say('nothing was changed'))}", err=bool(lines))
    if found.told:
        raise UserError(say("{number} changes cannot be said as corrections", number=len(found.told)))
