"""What a question gets from a database, whichever it is: columns, rows, and nodes and edges as records."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kg.errors import UserError
from kg.say import say


@dataclass(frozen=True, slots=True)
class Node:
    """A node as a value in a row. id: that of docs/graph-schema.md; properties: those that are not null."""

    id: str
    label: str
    properties: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Edge:
    """A relationship as a value in a row. source, target: the ids of its nodes."""

    id: str
    predicate: str
    source: str
    target: str
    properties: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Chain:
    """A path as a value in a row; edges lie between neighbouring nodes, in either direction."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """columns: names in their order; rows: their values; cut: whether there were more rows than asked for.

    A value is a text, a number, a truth value, None, a list or mapping of such, or one of the records above.
    """

    columns: tuple[str, ...]
    rows: Sequence[Sequence[Any]]
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a question may cost. rows: 0 for all; seconds: 0 for any time; writing: whether it may change the graph."""

    rows: int = 0
    seconds: float = 0.0
    writing: bool = False

    def overrun(self) -> UserError:
        """What is raised where `seconds` are over."""
        template = "stopped at the time limit of {seconds:g} s; --timeout allows more, 0 any time"
        return UserError(say(template, seconds=self.seconds))
