"""What tests of databases share: the graph of the seeds and written pages, and a database as plain data."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from kg.model import Resolution
from kg.pipeline.build import resolved
from kg.pipeline.stages import Workers, articles, outcomes
from kg.read import ReadOptions, find_sources

SEEDS = Path(__file__).parents[1] / "seeds"


def real(*folders: str) -> Resolution:
    """What `kg build` makes of these folders of the seeds."""
    sources = find_sources([SEEDS / folder for folder in folders])
    results = outcomes(articles(sources, ReadOptions(), lambda skip: None), Workers())
    return resolved(outcome.extraction for outcome in results if outcome.extraction)


def without(resolution: Resolution, article: str) -> Resolution:
    """The resolution as if the article had never been there, everybody else being who they were."""
    left = tuple(one for one in resolution.articles if one.id != article)
    triples = tuple(triple for triple in resolution.triples if triple.article != article)
    documents = {one.document for one in left}
    entities = []
    for one in resolution.entities:
        members = tuple(member for member in one.members if not member.startswith(f"{article}:"))
        named = {name: names for name, names in one.documents.items() if name in documents and _there(name, members)}
        names = [name for name in one.names if any(name in said for said in named.values())]
        if members:
            entities.append(
                dataclasses.replace(one, members=members, documents=named, name=names[0], names=tuple(names))
            )
    return Resolution(left, tuple(entities), triples)


def _there(document: str, members: tuple[str, ...]) -> bool:
    return any(member.startswith(f"{document}#") for member in members)


def emptied(connection) -> None:
    """Remove everything, ours and others'."""
    while connection.write("MATCH (n) WITH n LIMIT 5000 DETACH DELETE n RETURN count(*) AS gone")[0]["gone"]:
        pass


def contents(connection, build: bool = False) -> tuple[dict, dict]:
    """All nodes and relationships with labels, ends and properties; build: with the build that wrote them, too."""
    nodes = connection.write("MATCH (n) RETURN labels(n) AS labels, properties(n) AS all")
    edges = connection.write(
        "MATCH (a)-[r]->(b) RETURN a.id AS source, type(r) AS type, b.id AS target, properties(r) AS all"
    )
    for row in (*nodes, *edges):
        if not build:
            row["all"].pop("build", None)
    found = {(row["all"].get("id"), *sorted(row["labels"])): row["all"] for row in nodes}
    tied = {(row["source"], row["type"], row["target"], row["all"].get("id")): row["all"] for row in edges}
    assert (len(found), len(tied)) == (len(nodes), len(edges)), "something is there twice"
    return found, tied
