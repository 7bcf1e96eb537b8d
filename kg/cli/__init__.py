"""The command line: options in, one call of the library, text out.

Nothing heavy is imported before a command needs it, so that `kg --help` answers at once.
"""

from __future__ import annotations

import click

from kg import __version__
from kg.cli import (
    annotate,
    build,
    completion,
    correct,
    doctor,
    draw,
    evaluate,
    export,
    extract,
    import_,
    load,
    misses,
    query,
    read,
    resolve,
    retract,
    schema,
    verify,
)
from kg.cli.beginning import beginnings
from kg.cli.group import Kg
from kg.say import LANGUAGES


@click.group(
    cls=Kg,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option(
    "--lang", type=click.Choice(LANGUAGES), metavar="zh|en", help="Language of messages; else KG_LANG decides."
)
@click.version_option(__version__, prog_name="kg")
@click.pass_context
def main(ctx: click.Context, lang: str | None) -> None:
    """Turn Chinese newspaper pages into a knowledge graph in which every edge shows its sentence.

    PATH is a file or a folder: text, PDF, Word, web pages, tables, archives of these; - is standard input or output.
    Every stage reads and prints JSON lines, so that each can be looked at:

    \b
        kg build seeds/articles -o out
        kg read seeds/articles | kg extract | kg resolve | kg draw - -o maps

    Exit status: 0 all went well, 1 something was wrong or skipped (said on standard error), 2 wrong usage.
    """
    if ctx.invoked_subcommand is None:
        for line in beginnings():
            click.echo(line)


for _module in (
    *(build, read, extract, resolve, annotate, misses, draw, evaluate, export, import_, correct, verify),
    *(query, load, retract, schema, doctor, completion),
):
    main.add_command(_module.command)
