"""kg read"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli import options
from kg.cli.progress import Progress
from kg.cli.streams import INPUT, print_lines, sources_of
from kg.say import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.model import Article

UNLIKE = say("its lines alone would cut it otherwise: mend them or delete them")


@click.command("read")
@click.argument("paths", nargs=-1, required=True, type=INPUT, metavar="PATH...")
@click.option("--preview", is_flag=True, help="Show where each article was cut and why, for people.")
@options.reading
@options.printing
def command(paths: tuple[Path, ...], preview: bool, reading: options.Reading, output: Path) -> None:
    """Cut pages into articles: text, title, date, place, reporters.

    Prints one article a line. With --preview, a file given as --cuts that is not there is written: the first and last
    words, title, date and place of every article. Mend it and give it to read or build, which then cut as it says.
    Delete the lines of pages that were cut rightly; those that the lines alone would cut otherwise are named.

    \b
    Examples:
        kg read seeds/articles
        kg read --preview seeds/articles
        kg read --preview --cuts cuts.csv seeds/articles
        cat page.txt | kg read -
    """
    from kg.files import write_text
    from kg.model import to_line
    from kg.pipeline import stages
    from kg.pipeline.skips import Skip
    from kg.read import preview as shown
    from kg.read.cuts import dump

    wanted = reading.cuts if preview and reading.cuts is not None and not reading.cuts.exists() else None
    known = replace(reading, cuts=None) if wanted is not None else reading
    with sources_of(paths) as sources, Progress() as progress:
        found = stages.articles(sources, known.options(), progress.report)
        if wanted is not None:
            read = list(found)
            write_text(wanted, "\ufeff" + dump(read))  # so that Excel shows Chinese
            for document in _otherwise(read, stages.articles(sources, reading.options(), lambda _: None)):
                progress.report(Skip(document, UNLIKE, lost=False))
            found = iter(read)
        if preview:
            print_lines((shown([article]) for article in found), output)
        else:
            print_lines(map(to_line, found), output)
    progress.finish()


def _otherwise(read: Iterable[Article], again: Iterable[Article]) -> list[str]:
    """The documents whose articles differ in title or text, or are missing in one of the two."""
    first, second = ({(article.document, article.title, article.text) for article in found} for found in (read, again))
    return sorted({document for document, *_ in first ^ second})
