"""kg read"""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli import options
from kg.cli.progress import Progress
from kg.cli.streams import INPUT, print_lines, sources_of


@click.command("read")
@click.argument("paths", nargs=-1, required=True, type=INPUT, metavar="PATH...")
@click.option("--preview", is_flag=True, help="Show where each article was cut and why, for people.")
@options.reading
@options.printing
def command(paths: tuple[Path, ...], preview: bool, reading: options.Reading, output: Path) -> None:
    """Cut pages into articles: text, title, date, place, reporters.

    Prints one article a line.

    \b
    Examples:
        kg read seeds/articles
        kg read --preview seeds/articles
        cat page.txt | kg read -
    """
    from kg.model import to_line
    from kg.pipeline import stages
    from kg.read import preview as shown

    with sources_of(paths) as sources, Progress() as progress:
        found = stages.articles(sources, reading.options(), progress.report)
        if preview:
            print_lines((shown([article]) for article in found), output)
        else:
            print_lines(map(to_line, found), output)
    progress.finish()
