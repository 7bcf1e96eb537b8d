"""kg extract"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import click

from kg.cli import options
from kg.cli.progress import Progress
from kg.cli.streams import FOLDER, INPUT, lines_of, print_lines


@click.command("extract")
@click.argument("articles", default="-", type=INPUT, metavar="[ARTICLES]")
@click.option("--kinds", type=FOLDER, metavar="FOLDER", help="Read kinds of facts of your own, too: their tables.")
@options.working
@options.printing
def command(articles: Path, kinds: Path | None, working: options.Working, output: Path) -> None:
    """Read people, organisations, places, projects, meetings, agreements and their relations from articles.

    ARTICLES is what `kg read` prints (standard input by default). Prints each article, its mentions and its triples,
    every triple with the sentence that it was read from. A folder of --kinds holds an ontology.yaml and the tables
    verbs.tsv, slots.tsv, relations.tsv (docs/adding-a-fact.md).

    \b
    Examples:
        kg read seeds/articles | kg extract
        kg read seeds/articles | kg extract -o extracted.jsonl
        kg read seeds/articles | kg extract --kinds my-kinds
    """
    from kg.pipeline import stages, streams

    workers = working.workers()
    if kinds is not None:
        from kg.extract import load_kinds

        load_kinds(kinds)  # so that a wrong row is told before anything is read
        workers = replace(workers, kinds=kinds)

    progress = Progress(debug=working.debug)

    def printed() -> Iterator[str]:
        with lines_of(articles) as (lines, where):
            results = stages.outcomes(streams.articles(lines, where), workers)
            for extraction in stages.kept(results, progress.report):
                yield from streams.extraction_lines(extraction)

    print_lines(printed(), output)
    progress.finish()
