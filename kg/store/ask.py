"""One question to either database, with rows that are the same on both."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping
from datetime import date, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import UserError
from kg.say import say
from kg.store import chain, embedded
from kg.store.answer import Answer, Bounds, Chain, Edge, Node
from kg.store.cypher import columns
from kg.store.questions import Question

if TYPE_CHECKING:
    from kg.store.neo4j import Server

# What the embedded database's Cypher cannot ask, and how it is answered there.
_OTHERWISE: Mapping[str, Callable[[Path, Mapping[str, Any], Bounds], Answer]] = {"shortest_chain": chain.answer}


def ask(question: Question, values: Mapping[str, Any], place: Path | Server, bounds: Bounds) -> Answer:
    """The answer of the database at `place`: a file of `kg build`, or a Neo4j server.

    What the statement collected is sorted: it has no order of its own. Raises UserError, see `kg.store.embedded.run`
    and `kg.store.served.run`.
    """
    if not isinstance(place, Path):
        from kg.store import served  # noqa: PLC0415  only where a server is asked

        return _sorted(question, served.run(place, question.statement, values, bounds))
    if not question.neo4j_only:
        return _sorted(question, embedded.run(place, question.statement, values, bounds))
    if question.name not in _OTHERWISE:
        raise UserError(say("{name} needs Neo4j: --on neo4j://…", name=question.name))
    return _sorted(question, _OTHERWISE[question.name](place, values, bounds))


def _sorted(question: Question, answer: Answer) -> Answer:
    lists = {column.name for column in columns(question.statement) if column.collected}
    if not lists & set(answer.columns):
        return answer
    rows = [
        [sorted(value, key=_order) if name in lists else value for name, value in zip(answer.columns, row, strict=True)]
        for row in answer.rows
    ]
    return Answer(answer.columns, rows, answer.cut)


def _order(value: Any) -> str:
    return json.dumps(plain(value), ensure_ascii=False, sort_keys=True)


def scalar(value: Any) -> str | int | float | bool | None:
    """A single value as JSON has it: days and times in ISO form, bytes in hexadecimal, others (decimals) as texts."""
    if value is None or isinstance(value, (str, int)) or (isinstance(value, float) and math.isfinite(value)):
        return value
    if isinstance(value, (date, time)):  # datetime is a date, too
        return value.isoformat()
    return value.hex() if isinstance(value, (bytes, bytearray)) else str(value)


def plain(value: Any) -> Any:
    """A value of an answer in the kinds that JSON has."""
    if isinstance(value, Node):
        return {"id": value.id, "label": value.label, "properties": plain(value.properties)}
    if isinstance(value, Edge):
        ends = {"source": value.source, "target": value.target}
        return {"id": value.id, "predicate": value.predicate, **ends, "properties": plain(value.properties)}
    if isinstance(value, Chain):
        return {"nodes": plain(value.nodes), "edges": plain(value.edges)}
    if isinstance(value, Mapping):
        return {str(name): plain(item) for name, item in sorted(value.items(), key=lambda item: str(item[0]))}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [plain(item) for item in value]
    return scalar(value)
