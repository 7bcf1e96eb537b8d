"""Redirects in Neo4j: what others tied to an entity goes with it where its id leads to another one now.

A load writes the entities under their ids of today; those of an earlier build stay beside them until they are pruned,
and with them whatever somebody added by hand. So each is folded into the entity that it leads to: relationships, labels
and properties that are not ours move there, and the old node goes with those that are.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from kg.store.neo4j import Connection, Record
from kg.store.rows import NODE_COLUMNS, Rows
from kg.store.statements import PRIVATE

BATCH = 500  # entities in one transaction
_OURS = {*NODE_COLUMNS, "build"}

_PAIRS = f"""UNWIND $rows AS row
MATCH (old:{PRIVATE} {{id: row.old}}) WHERE old.build IS NOT NULL
MATCH (new:{PRIVATE} {{id: row.new}})
RETURN old.id AS old, new.id AS new, labels(old) AS labels, properties(old) AS before, properties(new) AS now"""
_ADDED = f"""UNWIND $rows AS row MATCH (new:{PRIVATE} {{id: row.new}})
SET new += row.properties SET new:$(row.labels)"""
_TIED = f"""UNWIND $rows AS row MATCH (:{PRIVATE} {{id: row.old}})-[r]-() WHERE r.build IS NULL
RETURN count(DISTINCT r) AS tied"""
_OUT = f"""UNWIND $rows AS row
MATCH (old:{PRIVATE} {{id: row.old}})-[r]->(other) WHERE r.build IS NULL
MATCH (new:{PRIVATE} {{id: row.new}})
CREATE (new)-[moved:$(type(r))]->(other) SET moved = properties(r) DELETE r"""
_IN = f"""UNWIND $rows AS row
MATCH (other)-[r]->(old:{PRIVATE} {{id: row.old}}) WHERE r.build IS NULL
MATCH (new:{PRIVATE} {{id: row.new}})
CREATE (other)-[moved:$(type(r))]->(new) SET moved = properties(r) DELETE r"""
_GONE = f"UNWIND $rows AS row MATCH (old:{PRIVATE} {{id: row.old}}) DETACH DELETE old RETURN count(*) AS gone"


@dataclass(frozen=True, slots=True)
class Followed:
    """nodes: of earlier ids that are gone now; relationships: of others that were moved to the entity of today."""

    nodes: int
    relationships: int


def follow(connection: Connection, redirects: Mapping[str, str | None], rows: Rows) -> Followed:
    """Fold what lies in the database under an earlier id into the entity it leads to; to be called after the load.

    redirects: old id → id of today, as `redirects.jsonl` has them; None leads nowhere and is left to `prune`.
    """
    today = {row["id"] for part in rows.nodes.values() for row in part}
    led = [{"old": old, "new": new} for old, new in sorted(redirects.items()) if new in today and old not in today]
    nodes = moved = 0
    for begin in range(0, len(led), BATCH):
        pairs = list(connection.read(_PAIRS, {"rows": led[begin : begin + BATCH]}))
        steps = [_step(pair.data(), rows.nodes) for pair in pairs]
        gone, went = connection.transaction(partial(_folded, steps))
        nodes, moved = nodes + gone, moved + went
    return Followed(nodes, moved)


def _step(pair: Record, ours: Collection[str]) -> dict[str, Any]:
    """What is not ours on the old node, without the properties that the new one has already."""
    mine = _OURS | set(pair["now"])
    return {
        "old": pair["old"],
        "new": pair["new"],
        "properties": {key: value for key, value in pair["before"].items() if key not in mine},
        "labels": [label for label in pair["labels"] if label != PRIVATE and label not in ours],
    }


def _folded(steps: list[dict[str, Any]], run: Callable[..., list[Record]]) -> tuple[int, int]:
    tied = run(_TIED, rows=steps)[0]["tied"]
    for statement in (_ADDED, _OUT, _IN):
        run(statement, rows=steps)
    return run(_GONE, rows=steps)[0]["gone"], tied


__all__ = ["Followed", "follow"]
