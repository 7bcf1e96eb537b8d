"""An answer as text: a table for people (`kg.cli.table`), JSON, CSV for spreadsheets, GraphML of what was found."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from io import BytesIO, StringIO
from typing import TYPE_CHECKING, Any

from kg.cli.look import Look, columns, head, shown, values
from kg.errors import UserError
from kg.legible import legible
from kg.say import say
from kg.store.answer import Answer, Chain, Edge, Node
from kg.store.ask import plain, scalar

if TYPE_CHECKING:
    import networkx as nx


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
    """The nodes and relationships of the rows, lists as JSON texts. Raises UserError where there are none."""
    import networkx as nx

    graph = nx.MultiDiGraph()
    for row in answer.rows:
        for value in row:
            _add(graph, value)
    if not graph and answer.rows:
        raise UserError(say("this question returns no nodes and no relationships, of which GraphML could be made"))
    buffer = BytesIO()
    nx.write_graphml_xml(graph, buffer, encoding="utf-8", prettyprint=True)
    yield buffer.getvalue().decode("utf-8").removesuffix("\n")


Form = Callable[[Answer, Look], Iterator[str]]
FORMATS: Mapping[str, Form] = {"table": table, "json": as_json, "csv": as_csv, "graphml": as_graphml}


def _scalar(value: Any) -> Any:
    if isinstance(value, bool) or value is None or isinstance(value, (Mapping, Node, Edge, Chain)):
        return shown(value)
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return int(value)
    return [shown(item) for item in value] if isinstance(value, (list, tuple)) else scalar(value)


def _add(graph: nx.MultiDiGraph, value: Any) -> None:
    if isinstance(value, Node):
        graph.add_node(value.id, label=value.label, **_attributes(value.properties, ("id", "label")))
    elif isinstance(value, Edge):
        attributes = _attributes(value.properties, ("id", "predicate"))
        graph.add_edge(value.source, value.target, key=value.id, predicate=value.predicate, **attributes)
    elif isinstance(value, Chain):
        _add(graph, [*value.nodes, *value.edges])
    elif isinstance(value, (list, tuple)):
        for item in value:
            _add(graph, item)
    elif isinstance(value, Mapping):
        _add(graph, list(value.values()))


def _attributes(properties: Mapping[str, Any], known: Sequence[str]) -> dict[str, Any]:
    kept = {name: item for name, item in properties.items() if name not in known and item is not None}
    return {
        name: json.dumps(plain(item), ensure_ascii=False) if isinstance(item, (list, dict)) else _readable(item)
        for name, item in kept.items()
    }


def _readable(item: Any) -> Any:
    found = scalar(item)
    return legible(found) if isinstance(found, str) else found
