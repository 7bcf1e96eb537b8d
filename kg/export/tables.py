"""nodes.csv, edges.csv and sentences.csv, for people with a spreadsheet; headings are Chinese.

UTF-8 with a byte order mark, so that Excel shows Chinese; line breaks CR LF, quoting as in RFC 4180. A cell whose
text begins with = + - @ or a tab, which a spreadsheet would run as a formula, gets an apostrophe before it
(https://owasp.org/www-community/attacks/CSV_Injection): strip one leading apostrophe to have the text back. Several
values in a cell are joined by 、. A cell that a spreadsheet would cut ends in ….
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

FILES = ("nodes.csv", "edges.csv", "sentences.csv")
# Of the columns for reading back, those that an edited table is compared by; the rest is for machines.
_KEPT = ("kg_id", "kg_name", "kg_type", "kg_selection")
NODE_HEADS: Mapping[str, str] = {one.name: one.title for one in NODE if not one.hidden or one.name in _KEPT}
EDGE_HEADS: Mapping[str, str] = {
    "source_name": "主体",
    **{one.name: one.title for one in EDGE if not one.hidden and one.name == "label"},
    "target_name": "客体",
    **{one.name: one.title for one in EDGE if not one.hidden and one.name != "label"},
    "source": "主体编号",
    "target": "客体编号",
    "kg_id": "编号",
}
_CELL = 32_000  # Excel cuts a cell after 32,767 characters
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

Row = Mapping[str, Any]


def write(graph: nx.MultiDiGraph, folder: Path, selection: str = "") -> None:
    """Write FILES into `folder`; selection: `Selection.text` of what part of the graph it is. Raises OSError."""
    _write_table(folder / FILES[0], NODE_HEADS, _nodes(graph, selection))
    _write_table(folder / FILES[1], EDGE_HEADS, _edges(graph))
    _write_table(folder / FILES[2], EVIDENCE, columns.evidence(graph))


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
    for item in columns.nodes(graph, selection):
        yield {column.name: column.of(item) for column in chosen}


def _edges(graph: nx.MultiDiGraph) -> Iterator[Row]:
    chosen = [column for column in EDGE if column.name in EDGE_HEADS]
    names = dict(graph.nodes(data="name"))
    for source, target, item in columns.edges(graph):
        ends = {"source": source, "target": target, "source_name": names[source], "target_name": names[target]}
        yield {**{column.name: column.of(item) for column in chosen}, **ends}


def _write_table(path: Path, heads: Mapping[str, str], rows: Iterable[Row]) -> None:
    with writing(path) as file:
        text = TextIOWrapper(file, encoding="utf-8-sig", newline="", write_through=True)
        table = csv.writer(text, lineterminator="\r\n")
        table.writerow(heads.values())
        table.writerows(_cells(row, tuple(heads)) for row in rows)
        text.detach()


def _cells(row: Row, names: Sequence[str]) -> Iterator[str]:
    return (cell(row[name]) for name in names)
