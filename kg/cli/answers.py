"""An answer as text: a table for people (`kg.cli.table`), JSON, CSV for spreadsheets, GraphML of what was found."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO, StringIO
from typing import Any

from kg.cli.look import Look, columns, head, shown, values
from kg.errors import UserError
from kg.say import say
from kg.store.answer import Answer, Chain, Edge, Node
from kg.store.ask import plain, scalar


def table(answer: Answer, look: Look) -> Iterator[str]:
    """Lines for people, as wide as `look.width`."""
    from kg.cli.table import lines

    return lines(answer, look)


def as_json(answer: Answer, look: Look) -> Iterator[str]:
    """One JSON list, one object a line; names of columns and values are the same in every language."""
    rows = (dict(zip(answer.columns, map(plain, row), strict=True)) for row in answer.rows)
    lines = [json.dumps(row, ensure_ascii=False) for row in rows]
    yield "["
    for number, line in enumerate(lines, start=1):
        yield line + ("," if number < len(lines) else "")
    yield "]"


def as_csv(answer: Answer, look: Look) -> Iterator[str]:
    """Lines of a CSV file as `kg.export.tables` writes them, but for their last character; without nodes and edges.

    Names first, then what is said of them, ids last; values in the reader's language, sums as numbers in yuan.
    """
    from kg.export.tables import cell

    kept = columns(answer, look, ids=True)
    buffer = StringIO()
    lines = csv.writer(buffer, lineterminator="\r\n")
    lines.writerow([head(answer.columns[place], look) for place in kept])
    for row in answer.rows:
        lines.writerow([cell(_scalar(values(answer.columns[place], row[place], look))) for place in kept])
    yield "\ufeff" + buffer.getvalue().removesuffix("\n")


def as_graphml(answer: Answer, look: Look) -> Iterator[str]:
    """The nodes and relationships of the rows, as `kg export -f graphml` writes them. Raises UserError without any."""
    from kg.export import graphml
    from kg.store import found

    graph = found.graph(answer)
    if not graph and answer.rows:
        raise UserError(say("this question returns no nodes and no relationships, of which GraphML could be made"))
    file = BytesIO()
    graphml.write_to(graph, file, _NOT_TAKEN_BACK)
    yield file.getvalue().decode("utf-8").removesuffix("\n")


# Stands where an export tells its selection: what the rows do not hold was not deleted, and `kg import` refuses it.
_NOT_TAKEN_BACK = "kg query"
Form = Callable[[Answer, Look], Iterator[str]]
FORMATS: Mapping[str, Form] = {"table": table, "json": as_json, "csv": as_csv, "graphml": as_graphml}


def _scalar(value: Any) -> Any:
    if isinstance(value, bool) or value is None or isinstance(value, (Mapping, Node, Edge, Chain)):
        return shown(value)
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return int(value)
    return [shown(item) for item in value] if isinstance(value, (list, tuple)) else scalar(value)
