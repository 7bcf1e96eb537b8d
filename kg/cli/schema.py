"""kg schema"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.streams import FOLDER, TABLE
from kg.say import say, told

if TYPE_CHECKING:
    from kg.ontology import Ontology


@click.command("schema")
@click.option("--json", "as_json", is_flag=True, help="As one JSON object.")
@click.option(
    "--ontology", "path", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Check and show this file."
)
@click.option("--cypher", "cypher", type=FOLDER, metavar="FOLDER", help="Write Neo4j's schema and loading there.")
@click.option("--shacl", "shacl", type=TABLE, metavar="FILE", help="Write the shapes of our RDF there, as Turtle.")
def command(as_json: bool, path: Path | None, cypher: Path | None, shacl: Path | None) -> None:
    """Show the vocabulary: types of nodes, predicates with what they may join.

    \b
    Examples:
        kg schema
        kg schema --json
        kg schema --cypher cypher
        kg schema --shacl shapes.ttl
    """
    from kg.ontology import load, ontology

    words = load(path) if path else ontology()
    if as_json:
        click.echo(json.dumps(asdict(words), ensure_ascii=False, indent=2))
        return
    if cypher:
        from kg.store.statements import write

        for file in write(words, cypher):
            click.echo(file)
        return
    if shacl:
        from kg.export.extras import needed

        needed("rdflib", "rdf")
        from kg.export.shacl import write as write_shapes

        write_shapes(words, shacl)
        click.echo(shacl)
        return
    for line in _table(words):
        click.echo(line)


def _table(words: Ontology) -> Iterator[str]:
    yield told(say("types"))
    for kind in words.types.values():
        yield f"  {kind.name:<16}{kind.label}"
    yield ""
    yield told(say("relations"))
    for predicate in words.predicates.values():
        arrow = "—" if predicate.symmetric else "→"
        ends = f"{'|'.join(predicate.domain)} {arrow} {'|'.join(predicate.range)}"
        yield f"  {predicate.name:<16}{predicate.label}  {ends}"
        yield f"  {'':<16}{', '.join(f'{name} {words.properties[name]}' for name in predicate.properties)}"
