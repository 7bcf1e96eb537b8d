"""kg extract"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from kg.cli import options
from kg.cli.progress import Progress
from kg.cli.streams import INPUT, lines_of, print_lines


@click.command("extract")
@click.argument("articles", default="-", type=INPUT, metavar="[ARTICLES]")
@options.working
@options.printing
def command(articles: Path, working: options.Working, output: Path) -> None:
    """Read people, organisations, places, projects, meetings, agreements and their relations from articles.

    ARTICLES is what `kg read` prints (standard input by default). Prints each article, its mentions and its triples,
    every triple with the sentence that it was read from.

    \b
    Examples:
        kg read seeds/articles | kg extract
        kg read seeds/articles | kg extract -o extracted.jsonl
    """
    from kg.pipeline import stages, streams

    progress = Progress(debug=working.debug)

    def printed() -> Iterator[str]:
        with lines_of(articles) as (lines, where):
            results = stages.outcomes(streams.articles(lines, where), working.workers())
            for extraction in stages.kept(results, progress.report):
                yield from streams.extraction_lines(extraction)

    print_lines(printed(), output)
    progress.finish()
