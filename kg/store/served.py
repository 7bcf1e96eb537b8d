"""Questions to a Neo4j server, with the same answers as `kg.store.embedded.run` gives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from kg.store.answer import Answer, Bounds, Chain, Edge, Node
from kg.store.cypher import check_reading, columns
from kg.store.neo4j import DatabaseError, Server, connected
from kg.store.statements import PRIVATE

_OURS_ALONE = "build"  # what the loader adds to every node and edge


def run(server: Server, text: str, parameters: Mapping[str, Any], bounds: Bounds | None = None) -> Answer:
    """The answer of a server to one statement. Raises DatabaseError, BadCypher, and UserError at the time limit."""
    limits = bounds or Bounds()
    if not limits.writing:
        check_reading(text, calls=True)
    try:
        with connected(server, read_only=not limits.writing) as connection:
            if limits.writing:
                rows = connection.transaction(lambda run: run(text, **parameters))
                records = [list(row.items()) for row in rows]
            else:
                found: Iterator[Any] = connection.read(text, parameters, limits.seconds or None)
                records = [list(record.items()) for record in islice(found, limits.rows + 1 if limits.rows else None)]
    except DatabaseError as error:
        if "TransactionTimedOut" in str(error):
            raise limits.overrun() from error
        raise
    cut = bool(limits.rows) and len(records) > limits.rows
    names = tuple(name for name, _ in records[0]) if records else tuple(column.name for column in columns(text))
    kept = records[: limits.rows] if cut else records
    return Answer(names, [[_value(value) for _, value in record] for record in kept], cut)


def _value(value: Any) -> Any:
    """A value of the driver as a record. Its kinds are known by what they have: the driver has one door."""
    if isinstance(value, list):
        return [_value(item) for item in value]
    if isinstance(value, dict):
        return {name: _value(item) for name, item in value.items()}
    if hasattr(value, "relationships"):
        return Chain(tuple(map(_value, value.nodes)), tuple(map(_value, value.relationships)))
    if hasattr(value, "start_node"):
        ends = _id(value.start_node), _id(value.end_node)
        return Edge(_id(value), value.type, *ends, _properties(value))
    if hasattr(value, "labels"):
        labels = sorted(value.labels - {PRIVATE})
        return Node(_id(value), labels[0] if labels else "", _properties(value))
    return value if value is None or isinstance(value, (str, int, float)) else str(value)


def _id(entity: Any) -> str:
    """Our id; a foreign node's internal one."""
    return str(entity.get("id", entity.element_id))


def _properties(entity: Any) -> dict[str, Any]:
    return {name: _value(value) for name, value in entity.items() if name != _OURS_ALONE}
