"""Rows into Neo4j: batch by batch, so that the same rows twice, or a load that was killed and one more, equal one.

Nodes are found by our private label and id, relationships by their ends and id. Both bear the build that wrote them
last, which is a hash of all its rows: what bears another is what a later build no longer has.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from kg.heap import uncollected
from kg.ontology import Ontology
from kg.say import say
from kg.store.neo4j import Connection, DatabaseError
from kg.store.rows import ARTICLE, MENTIONS, Edge, Row, Rows
from kg.store.statements import PRIVATE, checked, edge_statement, node_statement, schema

_JSON = msgspec.json.Encoder(order="deterministic")  # the bytes of `json`, in a tenth of its time
BATCH = 5000  # rows in one transaction
BATCH_OF_ARTICLES = 200  # these carry whole texts
Listener = Callable[[int, int], None]  # rows written, rows in all

_GONE_EDGES = f"""MATCH (:{PRIVATE})-[r]->(:{PRIVATE}) WHERE r.build <> $build
WITH r LIMIT $limit DELETE r RETURN count(*) AS gone"""
_GONE_NODES = f"""MATCH (n:{PRIVATE}) WHERE n.build <> $build AND NOT EXISTS {{ (n)--() }}
WITH n LIMIT $limit DELETE n RETURN count(*) AS gone"""
_KEPT_NODES = f"MATCH (n:{PRIVATE}) WHERE n.build <> $build RETURN count(n) AS kept"
_NODES = f"MATCH (n:{PRIVATE}) WHERE n.build IS NOT NULL RETURN n.id AS id"
_EDGES = f"MATCH (:{PRIVATE})-[r]->(:{PRIVATE}) WHERE r.build IS NOT NULL RETURN r.id AS id"


@dataclass(frozen=True, slots=True)
class Pruned:
    """What was removed; kept: nodes that are gone from the build, but have relationships that are not ours."""

    nodes: int
    relationships: int
    kept: int


@dataclass(frozen=True, slots=True)
class Difference:
    """What a load would add to the database, and what of ours lies there that the rows do not have."""

    new_nodes: int
    gone_nodes: int
    new_relationships: int
    gone_relationships: int


@uncollected()
def build_id(rows: Rows) -> str:
    """The id of a build: the same for the same rows, whatever their order, on every machine."""
    nodes = (node_share(label, row) for label, some in rows.nodes.items() for row in some)
    edges = (edge_share(kind, edge) for kind, some in rows.edges.items() for edge in some)
    return id_of(sum(nodes) + sum(edges))


def node_share(label: str, row: Row) -> int:
    """What a node contributes to the sum behind the id of a build."""
    return _share([label, row])


def edge_share(kind: str, edge: Edge) -> int:
    """What a relationship contributes."""
    return _share([kind, edge.source, edge.target, edge.properties])


def id_of(total: int) -> str:
    """The id of a build from the sum of the shares of all its rows."""
    return f"{total % 2**64:016x}"


def _share(value: Any) -> int:
    return int.from_bytes(hashlib.sha256(_line(value)).digest()[:8])


def prepare(connection: Connection, words: Ontology) -> None:
    """Make constraint and indexes where they are not there yet."""
    for statement in schema(checked(words)):
        connection.command(statement)
    connection.command("CALL db.awaitIndexes(300)")


def load(connection: Connection, rows: Rows, words: Ontology, listener: Listener = lambda done, total: None) -> str:
    """Write all rows; the build's id. Needs `prepare` once before.

    Nodes first, then what articles mention, then the facts: so `kg.store.retract` can find the facts of an article in
    a graph that was loaded in part. Raises DatabaseError, also where nodes vanish while their edges are written.
    """
    build, done, total = build_id(rows), 0, sum(rows.size)
    for statement, batch in batches(rows, words):
        (answer,) = connection.write(statement, rows=batch, build=build)
        if answer["written"] != len(batch):
            raise DatabaseError(
                say(
                    "{url}: {number} relationships lack an end that was written before: "
                    "somebody removes nodes at the same time; load again",
                    url=connection.server.url,
                    number=len(batch) - answer["written"],
                )
            )
        done += len(batch)
        listener(done, total)
    return build


def prune(connection: Connection, build: str) -> Pruned:
    """Remove what another build wrote and `build` does not have; nodes to which others tied theirs are kept."""
    relationships = _repeated(connection, _GONE_EDGES, build)
    nodes = _repeated(connection, _GONE_NODES, build)
    (answer,) = connection.write(_KEPT_NODES, build=build)
    return Pruned(nodes, relationships, answer["kept"])


def difference(connection: Connection, rows: Rows) -> Difference:
    """Compare ids; nothing is written."""
    nodes = {row["id"] for part in rows.nodes.values() for row in part}
    edges = {edge.properties["id"] for part in rows.edges.values() for edge in part}
    there = {row["id"] for row in connection.read(_NODES, {})}
    tied = {row["id"] for row in connection.read(_EDGES, {})}
    return Difference(len(nodes - there), len(there - nodes), len(edges - tied), len(tied - edges))


def _repeated(connection: Connection, statement: str, build: str) -> int:
    """Run a statement that removes up to $limit until there is nothing left; how many in all."""
    gone = 0
    while True:
        (answer,) = connection.write(statement, build=build, limit=BATCH)
        if not answer["gone"]:
            return gone
        gone += answer["gone"]


def batches(rows: Rows, words: Ontology) -> Iterator[tuple[str, list[Row]]]:
    """What `load` sends: statement and $rows of each transaction, in their order."""
    for label in (*words.types, ARTICLE):
        size = BATCH_OF_ARTICLES if label == ARTICLE else BATCH
        for part in _cut(rows.nodes[label], size):
            yield node_statement(label), list(part)
    for predicate in (MENTIONS, *words.predicates):
        for edges in _cut(rows.edges[predicate], BATCH):
            yield edge_statement(predicate), [_parameters(edge) for edge in edges]


def _cut(items: Sequence[Any], size: int) -> Iterator[Sequence[Any]]:
    for begin in range(0, len(items), size):
        yield items[begin : begin + size]


def _parameters(edge: Edge) -> Row:
    return {"source": edge.source, "target": edge.target, "properties": edge.properties}


def _line(value: Any) -> bytes:
    return _JSON.encode(value) + b"\n"
