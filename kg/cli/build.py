"""kg build"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli import options
from kg.cli.progress import Progress
from kg.cli.streams import INPUT_OR_URL, RESULTS_OR_URL, here, sources_of, unread
from kg.say import say, told

if TYPE_CHECKING:
    from kg.correct import Correction


@click.command("build")
@click.argument("paths", nargs=-1, required=True, type=INPUT_OR_URL, metavar="PATH...")
@click.option(
    "-o", "--output", type=RESULTS_OR_URL, default="out", show_default=True, metavar="FOLDER", help="Results."
)
@click.option("--no-cache", is_flag=True, help="Extract every article anew and keep nothing.")
@click.option("--on", type=click.Choice(["here", "spark"]), default="here", show_default=True, help="Where it runs.")
@click.option("--master", metavar="URL", help="The Spark to run on, as spark://host:7077; else what spark-submit says.")
@options.correcting
@options.sure
@options.working
@options.reading
def command(  # noqa: PLR0913  one for each option
    *,
    paths: tuple[Path | str, ...],
    output: Path | str,
    no_cache: bool,
    on: str,
    master: str | None,
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

    With --on spark the same stages run on a cluster: PATH and FOLDER may be URLs that Spark knows, PATH also .parquet,
    and what is written are the records, as JSON Lines and Parquet, and CSV for neo4j-admin. See docs/scale.md.

    \b
    Examples:
        kg build seeds/articles -o out
        kg build seeds/articles --jobs 0 --date 2024-03-27 -o out
        kg build --on spark --master spark://host:7077 hdfs://name/pages -o hdfs://name/out
    """
    from kg.cli.summary import summary
    from kg.pipeline.build import build

    lines = options.lines(corrections, (path for path in paths if isinstance(path, Path)))
    if on == "spark":
        _on_spark(paths, output, master, _Wanted(lines, least, working, reading))
        return
    (folder,), places = here([output]), here(paths)
    with sources_of(places, beside=folder) as sources:
        workers = working.workers(None if no_cache else folder / ".cache", sources)
        with Progress(sources, working.debug) as progress:
            built = build(
                sources, folder, reading.options(), workers,
                listener=progress.listener(), corrections=lines, least=least,
            )  # fmt: skip
    for line in summary(built, sources, folder, len(unread(places, folder))):
        click.echo(line)
    progress.finish()


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What else is asked of a build."""

    corrections: Sequence[Correction]
    least: float
    working: options.Working
    reading: options.Reading


def _on_spark(paths: tuple[Path | str, ...], output: Path | str, master: str | None, wanted: _Wanted) -> None:
    from kg.spark.build import build
    from kg.spark.reading import Inputs
    from kg.spark.session import session

    with session(master) as spark:
        inputs = Inputs(tuple(map(str, paths)), wanted.reading.options())
        built = build(
            spark, inputs, str(output), replace(wanted.working.workers(), jobs=1, cache=None),
            corrections=wanted.corrections, least=wanted.least,
        )  # fmt: skip
    template = "{articles} articles, {entities} entities, {triples} triples: {place}"
    counts = {"articles": built.articles, "entities": built.entities, "triples": built.triples}
    click.echo(told(say(template, place=output, **counts)))
    if built.skipped:
        click.echo(told(say("{number} left out, named in skipped/", number=built.skipped)), err=True)
