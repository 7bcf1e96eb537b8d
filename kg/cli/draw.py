"""kg draw"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli import options
from kg.cli.complete import names
from kg.cli.progress import beginning
from kg.cli.streams import INPUT, OUTPUT, STANDARD, print_file, resolution_of
from kg.say import say, told

if TYPE_CHECKING:
    import networkx as nx

    from kg.draw import Extras
    from kg.view.views import View

_KINDS = {"person-person": "Person", "company-company": "Organization"}


@click.command("draw")
@click.argument("graph", default="-", type=INPUT, metavar="[GRAPH]")
@click.option("-o", "--output", type=OUTPUT, default="maps", show_default=True, metavar="FOLDER", help="Where to.")
@click.option(
    "--view",
    metavar="NAME",
    help="One page only: index, officials, companies, projects, posts, events or everything.",
)
@click.option(
    "--around",
    shell_complete=names,
    metavar="NAME",
    help="around.html: that person, body, project … and what lies near it; a place with 及所属: all that lies in it.",
)
@options.steps
@click.option(
    "--path",
    "ends",
    nargs=2,
    shell_complete=names,
    metavar="NAME NAME",
    help="path.html: the shortest chains between two.",
)
@options.only
@options.days
@click.option(
    "--project",
    type=click.Choice(sorted(_KINDS)),
    help="NAME.html and NAME.gexf (for Gephi): who is tied to whom through what they share.",
)
@click.option("--groups", is_flag=True, help="List communities and brokers beside the maps, too.")
@options.sure
def command(graph: Path, output: Path, least: float, **asked: Any) -> None:
    """Draw pages of the graph, each one HTML file that needs no network.

    GRAPH is a folder of `kg build`, a file of `kg resolve`, or - for standard input. index.html leads to all others.
    With --view, --around or --path it is one page, and -o - prints it.

    \b
    Examples:
        kg draw out -o maps
        kg draw out --view officials -o - > officials.html
        kg draw out --around 陈刚 --steps 2
        kg draw out --path 陈刚 王彤宙
        kg draw out --from 2024-03-01 --to 2024-03-31 -o march
        kg draw out --only 会见 --only 考察 -o meetings
        kg draw out --project person-person
        kg read seeds/articles | kg extract | kg resolve | kg draw - -o maps
    """
    _check(asked, output)
    from kg.draw import draw, draw_all
    from kg.graph import build
    from kg.pipeline.alone import alone
    from kg.view.selection import Selection, selected

    beginning(say("reading the graph"))
    found = build(resolution_of(graph, least))
    found = selected(found, Selection(only=asked["only"], first=asked["first"] or "", last=asked["last"] or ""))
    if asked["project"]:
        paths = _project(found, output, asked["project"])
    elif not (asked["view"] or asked["around"] or asked["ends"]):
        with alone(output):
            paths = draw_all(found, output, groups=asked["groups"], step=beginning)
    else:
        shown, view, extras = _one(found, asked)
        beginning(view.title)
        if output == STANDARD:
            print_file(lambda path: draw(shown, path, view, (), extras), "map.html")
            return
        paths = [output if output.suffix.lower() in (".html", ".htm") else output / f"{view.name}.html"]
        draw(shown, paths[0], view, (), extras)
    for path in paths:
        click.echo(path)


def _check(asked: Mapping[str, Any], output: Path) -> None:
    from kg.view.views import PAGES, find

    ways = [name for name in ("view", "around", "ends", "project") if asked[name]]
    if len(ways) > 1:
        raise click.UsageError(
            told(say("--view, --around, --path and --project are one page each: choose one of them"))
        )
    if asked["view"] and find(asked["view"]) is None:
        names = ", ".join(view.name for view in PAGES)
        raise click.BadParameter(
            told(say("{view!r} is none of {names}", view=asked["view"], names=names)), param_hint="--view"
        )
    if output.suffix.lower() in (".html", ".htm") and ways not in (["view"], ["around"], ["ends"]):
        raise click.UsageError(told(say("{path}: maps are several files, in a folder: -o maps", path=output)))
    if output == STANDARD and ways not in (["view"], ["around"], ["ends"]):
        raise click.UsageError(told(say("-o - prints one page: choose it with --view")))


def _one(found: nx.MultiDiGraph, asked: Mapping[str, Any]) -> tuple[nx.MultiDiGraph, View, Extras]:
    """The part of the graph that one page shows, the page's view, and with what it opens."""
    from kg.areas import below
    from kg.draw import Extras
    from kg.view.parts import around, chains, lying_in, named, view_of
    from kg.view.views import VIEWS, find

    if asked["around"] and (place := below(asked["around"])):
        view = view_of("around", f"{place}及所属", f"{place} with all that lies in it")
        return lying_in(found, place, asked["steps"]), view, Extras(groups=asked["groups"])
    if asked["around"]:
        node = _told(found, named(found, asked["around"]), asked["around"])
        name = found.nodes[node]["name"]
        view = view_of("around", f"{name}的周围", f"Around {name}")
        return around(found, node, asked["steps"]), view, Extras(node=node, groups=asked["groups"])
    if asked["ends"]:
        start, end = (_told(found, named(found, one), one) for one in asked["ends"])
        names = [found.nodes[node]["name"] for node in (start, end)]
        view = view_of("path", f"{names[0]}与{names[1]}", f"{names[0]} and {names[1]}")
        return chains(found, start, end), view, Extras(path=(start, end))
    return (
        found,
        find(asked["view"]) or VIEWS[-1],
        Extras(groups=asked["groups"] and asked["view"] not in ("index", "posts", "events")),
    )


def _told(found: nx.MultiDiGraph, nodes: list[str], name: str) -> str:
    """The best connected of several nodes of a name; the others are told."""
    if len(nodes) > 1:
        click.echo(
            told(
                say("{name}: {number} nodes have this name; taken is the best connected", name=name, number=len(nodes))
            ),
            err=True,
        )
    return nodes[0]


def _project(found: nx.MultiDiGraph, output: Path, name: str) -> list[Path]:
    from kg.draw import Extras, draw
    from kg.export import gexf
    from kg.ontology import ontology
    from kg.view.parts import project, sharing, view_of

    kind = _KINDS[name]
    tied = project(found, kind)
    titles = {"Person": ("人与人", "People"), "Organization": ("单位与单位", "Bodies")}
    extras = Extras(sharing(ontology(), kind))
    draw(tied, output / f"{name}.html", view_of(name, *titles[kind]), (), extras)
    gexf.write(tied, output / f"{name}.gexf")
    return [output / f"{name}.html", output / f"{name}.gexf"]
