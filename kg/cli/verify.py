"""kg verify"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from kg.cli.streams import INPUT, STANDARD, sources_of
from kg.errors import UserError
from kg.say import say, told

_SHOWN = 10


@click.command("verify")
@click.argument("folder", default="out", type=click.Path(exists=True, file_okay=False, path_type=Path), metavar="[OUT]")
@click.argument("paths", nargs=-1, type=INPUT, metavar="[PATH...]")
@click.option("--all", "everything", is_flag=True, help="Show every difference, not the first ten of a kind.")
def command(folder: Path, paths: tuple[Path, ...], everything: bool) -> None:
    """Check a folder of `kg build`: whether it is still what was written, and whether its facts stand in its articles.

    Looked at are the hashes of all files, counts, the hash of the graph, both ends of every fact and the span of every
    piece of evidence; with PATH, what the folder was built from, the hashes of these files, too. Versions of libraries
    that differ are told and are no fault. Exit status 1 where something differs.

    \b
    Examples:
        kg verify out
        kg verify out seeds/articles
    """
    from kg.legible import legible
    from kg.pipeline.verify import Check, verify

    def checks() -> Iterable[Check]:
        if not paths:
            yield from verify(folder)
            return
        if STANDARD in paths:
            raise UserError(say("standard input cannot be compared: name the files"))
        with sources_of(paths, beside=folder) as sources:
            yield from verify(folder, sources)

    bad = 0
    for check in checks():
        bad += bool(check.faults) and check.serious
        said = "✓" if not check.faults else (say("✗ differ") if check.serious else say("note"))
        click.echo(f"{told(check.name)}: {check.seen} {told(said)}")
        for fault in check.faults if everything else check.faults[:_SHOWN]:
            click.echo(f"  {legible(told(fault))}")
        if not everything and len(check.faults) > _SHOWN:
            click.echo(told(say("  … {number} more, see --all", number=len(check.faults) - _SHOWN)))
    if bad:
        click.get_current_context().exit(1)
