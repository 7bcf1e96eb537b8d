"""kg retract"""

from __future__ import annotations

import click

from kg.cli.server import Access, accessing, address
from kg.say import say, told


@click.command("retract")
@click.argument("article", metavar="ARTICLE")
@address("--on", "The Neo4j server")
@accessing
def command(article: str, url: str, access: Access) -> None:
    """Take one article back from a Neo4j database: its text, its mentions, and what it alone says.

    ARTICLE is an id as in articles.jsonl: the file's name, # and a number from 0. What other articles say too is kept,
    with what they say. The files of the build stay as they are: a later `kg load` of them would bring it back.

    \b
    Examples:
        kg retract "000_4b32d83478f15db8.txt#2" --on neo4j://localhost:7687
    """
    from kg.ontology import ontology
    from kg.store.neo4j import connected
    from kg.store.retract import retract

    with connected(access.server(url)) as connection:
        done = retract(connection, article, ontology())
    click.echo(told(say("removed: {nodes} nodes, {removed} relationships", nodes=done.nodes, removed=done.removed)))
    click.echo(told(say("reduced: {reduced} relationships that other articles state too", reduced=done.reduced)))
    if done.kept:
        click.echo(
            told(say("emptied {kept} nodes that cannot go: relationships of others hang on them", kept=done.kept)),
            err=True,
        )
