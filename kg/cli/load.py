"""kg load"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli import options
from kg.cli.server import Access, accessing, address
from kg.cli.streams import INPUT, resolution_of
from kg.say import Said, say, told

if TYPE_CHECKING:
    from kg.store.load import Listener
    from kg.store.neo4j import Server
    from kg.store.rows import Rows


@click.command("load")
@click.argument("graph", default="out", type=INPUT, metavar="[GRAPH]")
@address("--to", "The Neo4j server")
@click.option("--prune", is_flag=True, help="Remove what an earlier load wrote and this graph no longer has.")
@click.option("--dry-run", is_flag=True, help="Write nothing: say what would be new, and what --prune would remove.")
@options.sure
@accessing
def command(  # noqa: PLR0913  one for each option
    *, graph: Path, url: str, prune: bool, dry_run: bool, least: float, access: Access
) -> None:
    """Load the graph into Neo4j, beside whatever lies there; a second load changes nothing.

    GRAPH is a folder of `kg build` (default: out), a file of `kg resolve`, or - for standard input. Everything that is
    written bears the label KgNode beside its own, and nothing without it is touched. A load that was stopped is
    completed by the next one. What you tied to an entity whose id is another one now (redirects.jsonl of the folder)
    moves to that one. One database holds one graph of ours. Passwords belong into NEO4J_PASSWORD, not into URL.

    \b
    Examples:
        kg load out --to neo4j://localhost:7687
        kg load out --to neo4j://localhost:7687 --prune --dry-run
    """
    from kg.store.rows import rows

    server = access.server(url)
    found = rows(resolution_of(graph, least))
    if dry_run:
        _compare(server, found)
    else:
        from kg.pipeline import redirects

        _load(server, found, redirects.read(graph), prune)


def _compare(server: Server, rows: Rows) -> None:
    from kg.store.load import difference
    from kg.store.neo4j import connected

    with connected(server, read_only=True) as connection:
        there = difference(connection, rows)
    nodes, edges = rows.size
    _say(say("nodes: {number}, new {new}, gone {gone}", number=nodes, new=there.new_nodes, gone=there.gone_nodes))
    _say(
        say(
            "relationships: {number}, new {new}, gone {gone}",
            number=edges,
            new=there.new_relationships,
            gone=there.gone_relationships,
        )
    )
    click.echo(told(say("nothing was written")))


def _load(server: Server, rows: Rows, led: Mapping[str, str | None], prune: bool) -> None:
    from kg.ontology import ontology
    from kg.store import load
    from kg.store.follow import follow
    from kg.store.neo4j import connected

    with connected(server) as connection, _bar(sum(rows.size)) as listener:
        load.prepare(connection, ontology())
        build = load.load(connection, rows, ontology(), listener)
        followed = follow(connection, led, rows)
        pruned = load.prune(connection, build) if prune else None
    _say(say("nodes: {number}", number=rows.size[0]))
    _say(say("relationships: {number}", number=rows.size[1]))
    if followed.nodes:
        _say(
            say(
                "redirected: {nodes} nodes, {relationships} relationships of others",
                nodes=followed.nodes,
                relationships=followed.relationships,
            )
        )
    if pruned:
        _say(say("removed: {nodes} nodes, {removed} relationships", nodes=pruned.nodes, removed=pruned.relationships))
    if pruned and pruned.kept:
        click.echo(
            told(say("kept {kept} nodes of earlier loads: relationships of others hang on them", kept=pruned.kept)),
            err=True,
        )
    _say(say("build: {build}", build=build))


@contextmanager
def _bar(total: int) -> Iterator[Listener]:
    """A bar on standard error where that is a terminal."""
    if not sys.stderr.isatty():
        yield lambda done, total: None
        return
    with click.progressbar(length=total, label=told(say("loading")), file=sys.stderr) as bar:
        yield lambda done, total: bar.update(done - bar.pos)


def _say(what: Said) -> None:
    click.echo(told(what))
