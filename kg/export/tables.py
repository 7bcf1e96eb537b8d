"""nodes.csv, edges.csv and sentences.csv, for people with a spreadsheet; headings are Chinese.

UTF-8 with a byte order mark, so that Excel shows Chinese; line breaks CR LF, quoting as in RFC 4180. A cell whose
text begins with = + - @ or a tab, which a spreadsheet would run as a formula, gets an apostrophe before it
(https://owasp.org/www-community/attacks/CSV_Injection): strip one leading apostrophe to have the text back. Several
values in a cell are joined by 、. A cell that a spreadsheet would cut ends in …. Names stand first and ids last, rows
in the order of `kg.export.columns.nodes_in_order` and `edges_in_order`.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import Any

import networkx as nx

from kg.export import columns
from kg.export.columns import EDGE, EVIDENCE, NODE, SEPARATOR
from kg.files import writing
from kg.language.amounts import in_yuan
from kg.language.days import has_year, spoken

FILES = ("nodes.csv", "edges.csv", "sentences.csv")
YUAN = "amount_yuan"
_DAYS = ("first_day", "last_day")
_TITLES = {column.name: column.title for column in EDGE}
NODE_HEADS: Mapping[str, str] = {
    name: {column.name: column.title for column in NODE}[name]
    for name in (
        *("label", "type_zh", "aliases", "region", "document_count", "first_day", "last_day"),
        # The rest is for machines: of the columns for reading back, those that an edited table is compared by.
        *("type", "kg_id", "kg_name", "kg_type", "kg_selection"),
    )
}
EDGE_HEADS: Mapping[str, str] = {
    **{"source_name": "主体", "label": _TITLES["label"], "target_name": "客体"},
    **{name: _TITLES[name] for name in ("titles", "role_zh", "status_zh", "first_day", "last_day", "amount")},
    **{YUAN: "金额（元）"},
    **{name: _TITLES[name] for name in ("weight", "confidence", "sentence", "predicate", "role", "status")},
    **{"source": "主体编号", "target": "客体编号", "kg_id": "编号"},
}
SENTENCE_HEADS: Mapping[str, str] = {
    name: EVIDENCE[name]
    for name in (
        *("source_name", "label", "target_name", "sentence", "title", "date", "url", "document", "page", "place"),
        *("via", "article", "start", "edge"),
    )
}
_CELL = 32_000  # Excel cuts a cell after 32,767 characters
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

Row = Mapping[str, Any]


def write(graph: nx.MultiDiGraph, folder: Path, selection: str = "") -> None:
    """Write FILES into `folder`; selection: `Selection.text` of what part of the graph it is. Raises OSError."""
    order = columns.edges_in_order(graph)
    _write_table(folder / FILES[0], NODE_HEADS, _nodes(graph, selection))
    _write_table(folder / FILES[1], EDGE_HEADS, _edges(graph, order))
    _write_table(folder / FILES[2], SENTENCE_HEADS, columns.evidence(graph, order))


def cell(value: Any) -> str:
    """A value as the text of a cell that no spreadsheet takes for a formula."""
    if isinstance(value, (int, float)):
        return str(value)
    text = value if isinstance(value, str) else SEPARATOR.join(value)
    text = text if len(text) <= _CELL else text[: _CELL - 1] + "…"
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) or text.startswith("'") else text


def plain(text: str) -> str:
    """The text of a cell that `cell` made."""
    return text.removeprefix("'")


def _nodes(graph: nx.MultiDiGraph, selection: str) -> Iterator[Row]:
    chosen = [column for column in NODE if column.name in NODE_HEADS]
    for item in columns.nodes(graph, selection, columns.nodes_in_order(graph)):
        yield _dated({column.name: column.of(item) for column in chosen})


def _edges(graph: nx.MultiDiGraph, order: Iterable[columns.Edge]) -> Iterator[Row]:
    chosen = [column for column in EDGE if column.name in EDGE_HEADS]
    names = dict(graph.nodes(data="name"))
    for source, target, item in columns.edges(graph, order):
        ends = {"source": source, "target": target, "source_name": names[source], "target_name": names[target]}
        money = {YUAN: _whole(in_yuan(item.data["amount"])) if item.data["amount"] else ""}
        yield _dated({**{column.name: column.of(item) for column in chosen}, **ends, **money})


def _dated(row: Row) -> Row:
    """The row with days that lack a year in words: a spreadsheet takes --12-19 for a formula."""
    return {name: spoken(value) if name in _DAYS and not has_year(value) else value for name, value in row.items()}


def _whole(amount: float | None) -> Any:
    """A sum without a point where it has no fen; an empty cell where none is known."""
    if amount is None:
        return ""
    return int(amount) if amount.is_integer() else amount


def _write_table(path: Path, heads: Mapping[str, str], rows: Iterable[Row]) -> None:
    with writing(path) as file:
        text = TextIOWrapper(file, encoding="utf-8-sig", newline="", write_through=True)
        table = csv.writer(text, lineterminator="\r\n")
        table.writerow(heads.values())
        table.writerows(_cells(row, tuple(heads)) for row in rows)
        text.detach()


def _cells(row: Row, names: Sequence[str]) -> Iterator[str]:
    return (cell(row[name]) for name in names)
