"""kg draw"""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli import options
from kg.cli.streams import INPUT, OUTPUT, STANDARD, print_file, resolution_of


@click.command("draw")
@click.argument("graph", default="-", type=INPUT, metavar="[GRAPH]")
@click.option("-o", "--output", type=OUTPUT, default="maps", show_default=True, metavar="FOLDER", help="Where to.")
@click.option("--view", metavar="NAME", help="One map only: officials, companies, projects or everything.")
@options.sure
def command(graph: Path, output: Path, view: str | None, least: float) -> None:
    """Draw maps of the graph, each one HTML page that needs no network.

    GRAPH is a folder of `kg build`, a file of `kg resolve`, or - for standard input. With one view, -o - prints it.

    \b
    Examples:
        kg draw out -o maps
        kg draw out --view officials -o - > officials.html
        kg read seeds/articles | kg extract | kg resolve | kg draw - -o maps
    """
    from kg.draw import draw, draw_all
    from kg.draw.views import VIEWS, find
    from kg.graph import build

    chosen = find(view) if view else None
    if view and chosen is None:
        raise click.BadParameter(f"{view!r} is none of {', '.join(v.name for v in VIEWS)}", param_hint="--view")
    if output == STANDARD and chosen is None:
        raise click.UsageError("-o - prints one page: choose it with --view")
    found = build(resolution_of(graph, least))
    if chosen is None:
        paths = draw_all(found, output)
    elif output == STANDARD:
        print_file(lambda path: draw(found, path, chosen), "map.html")
        paths = []
    else:
        paths = [output / f"{chosen.name}.html"]
        draw(found, paths[0], chosen)
    for path in paths:
        click.echo(path)
