"""kg build"""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli import options
from kg.cli.progress import Progress
from kg.cli.streams import INPUT, RESULTS, sources_of, unread


@click.command("build")
@click.argument("paths", nargs=-1, required=True, type=INPUT, metavar="PATH...")
@click.option("-o", "--output", type=RESULTS, default="out", show_default=True, metavar="FOLDER", help="Results.")
@click.option("--no-cache", is_flag=True, help="Extract every article anew and keep nothing.")
@options.correcting
@options.sure
@options.working
@options.reading
def command(  # noqa: PLR0913  one for each option
    *,
    paths: tuple[Path, ...],
    output: Path,
    no_cache: bool,
    corrections: tuple[Path, ...],
    least: float,
    working: options.Working,
    reading: options.Reading,
) -> None:
    """Do everything: read, extract, resolve, and write graph, tables and maps.

    A build that was stopped goes on where it was, and a second one of the same files extracts nothing: what was read
    from an article is kept (in .cache beside the results, unless --cache names another place) until the article or
    the rules change. The same files give the same bytes, whatever their order and --jobs.

    A corrections.csv in a folder that is given is applied at the end; lines that fit nothing any more are reported.

    \b
    Examples:
        kg build seeds/articles -o out
        kg build seeds/articles --jobs 0 --date 2024-03-27 -o out
    """
    from kg.cli.summary import summary
    from kg.pipeline.build import build

    with sources_of(paths, beside=output) as sources:
        workers = working.workers(None if no_cache else output / ".cache")
        with Progress(sources, working.debug) as progress:
            lines = options.lines(corrections, paths)
            built = build(
                sources, output, reading.options(), workers,
                listener=progress.listener(), corrections=lines, least=least,
            )  # fmt: skip
    for line in summary(built, len(sources), output, len(unread(paths, output))):
        click.echo(line)
    progress.finish()
