"""An answer as text: a table for people, JSON, CSV for spreadsheets, GraphML of what was found."""

from __future__ import annotations

import csv
import json
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO, StringIO
from typing import TYPE_CHECKING, Any

from kg.errors import UserError
from kg.legible import legible
from kg.store.answer import Answer, Chain, Edge, Node
from kg.store.ask import plain, scalar

if TYPE_CHECKING:
    import networkx as nx

_WIDEST = 48  # columns of a cell in a table; Chinese characters count two


def table(answer: Answer) -> Iterator[str]:
    """One line a row under the names of the columns; nodes and relationships are left out where there is more."""
    kept = _plain_columns(answer)
    rows = [
        [_cut(legible(text(row[place])).replace("\n", " ").replace("\t", " ")) for place in kept] for row in answer.rows
    ]
    head = [answer.columns[place] for place in kept]
    widths = [max(map(_width, column)) for column in zip(head, *rows, strict=True)]
    for line in (head, ["─" * width for width in widths], *rows):
        yield "  ".join(_padded(cell, width) for cell, width in zip(line, widths, strict=True)).rstrip()
    if not rows:
        yield "（没有结果 nothing found）"


def as_json(answer: Answer) -> Iterator[str]:
    """One JSON list, one object a line."""
    rows = (dict(zip(answer.columns, map(plain, row), strict=True)) for row in answer.rows)
    lines = [json.dumps(row, ensure_ascii=False) for row in rows]
    yield "["
    for number, line in enumerate(lines, start=1):
        yield line + ("," if number < len(lines) else "")
    yield "]"


def as_csv(answer: Answer) -> Iterator[str]:
    """Lines of a CSV file as `kg.export.tables` writes them, but for their last character; without nodes and edges."""
    from kg.export.tables import cell

    kept = _plain_columns(answer)
    buffer = StringIO()
    lines = csv.writer(buffer, lineterminator="\r\n")
    lines.writerow([answer.columns[place] for place in kept])
    lines.writerows([cell(_scalar(row[place])) for place in kept] for row in answer.rows)
    yield "\ufeff" + buffer.getvalue().removesuffix("\n")


def as_graphml(answer: Answer) -> Iterator[str]:
    """The nodes and relationships of the rows, lists as JSON texts. Raises UserError where there are none."""
    import networkx as nx

    graph = nx.MultiDiGraph()
    for row in answer.rows:
        for value in row:
            _add(graph, value)
    if not graph and answer.rows:
        raise UserError("this question returns no nodes and no relationships, of which GraphML could be made")
    buffer = BytesIO()
    nx.write_graphml_xml(graph, buffer, encoding="utf-8", prettyprint=True)
    yield buffer.getvalue().decode("utf-8").removesuffix("\n")


FORMATS = {"table": table, "json": as_json, "csv": as_csv, "graphml": as_graphml}


def text(value: Any) -> str:
    """A value as people write it: nothing for null, lists with ；, whole numbers without a point."""
    if isinstance(value, (Node, Edge, Chain)):
        return _name(value)
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, Mapping):
        return "，".join(f"{name}={text(item)}" for name, item in value.items())
    if isinstance(value, (list, tuple)):
        return "；".join(map(text, value))
    return "" if value is None else str(scalar(value))


def _name(value: Node | Edge | Chain) -> str:
    if isinstance(value, Chain):
        return " — ".join(map(_name, value.nodes))
    return str(value.properties.get("name", value.id)) if isinstance(value, Node) else value.predicate


def _plain_columns(answer: Answer) -> list[int]:
    """The places of the columns that hold more than nodes, relationships and paths; all if there are no others."""
    places = range(len(answer.columns))
    graphs = [place for place in places if _is_graph([row[place] for row in answer.rows])]
    return [place for place in places if place not in graphs] or list(places)


def _is_graph(values: Sequence[Any]) -> bool:
    flat = [item for value in values for item in (value if isinstance(value, list) else [value]) if item is not None]
    return bool(flat) and all(isinstance(item, (Node, Edge, Chain)) for item in flat)


def _scalar(value: Any) -> Any:
    if isinstance(value, bool) or value is None or isinstance(value, (Mapping, Node, Edge, Chain)):
        return text(value)
    return [text(item) for item in value] if isinstance(value, (list, tuple)) else scalar(value)


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


def _cut(cell: str) -> str:
    if _width(cell) <= _WIDEST:
        return cell
    kept, width = [], 0
    for char in cell:
        width += _width(char)
        if width >= _WIDEST:
            break
        kept.append(char)
    return "".join(kept) + "…"


def _width(cell: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in cell)


def _padded(cell: str, width: int) -> str:
    return cell + " " * (width - _width(cell))
