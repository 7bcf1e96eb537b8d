"""kg annotate"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from kg.cli import options
from kg.cli.progress import Progress
from kg.cli.streams import INPUT, STANDARD, print_lines, sources_of


@click.command("annotate")
@click.argument("paths", nargs=-1, required=True, type=INPUT, metavar="PATH...")
@options.working
@options.reading
@options.printing
def command(paths: tuple[Path, ...], working: options.Working, reading: options.Reading, output: Path) -> None:
    """Print what was found in the shape of the gold files, one document a line.

    \b
    Examples:
        kg annotate seeds/articles
        kg annotate seeds/articles -o predicted.jsonl
    """
    from kg.pipeline.annotate import annotated

    mixed = output == STANDARD and sys.stdout.isatty()  # a bar between the lines would help nobody
    with sources_of(paths) as sources, Progress([] if mixed else sources, working.debug) as progress:
        found = annotated(sources, reading.options(), working.workers(sources=sources), progress.listener())
        print_lines(map(_line, found), output)
    progress.finish()


def _line(document: object) -> str:
    return json.dumps(document, ensure_ascii=False, sort_keys=True)
