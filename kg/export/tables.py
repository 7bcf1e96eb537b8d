"""nodes.csv and edges.csv, for spreadsheets.

UTF-8 with a byte order mark, so that Excel shows Chinese; line breaks CR LF, quoting as in RFC 4180. A cell whose
text begins with = + - @ or a tab, which a spreadsheet would run as a formula, gets an apostrophe before it
(https://owasp.org/www-community/attacks/CSV_Injection): strip one leading apostrophe to have the text back. Several
values in a cell are joined by ` ； `.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO
from pathlib import Path
from typing import Any

import networkx as nx

from kg.files import writing

NODE_COLUMNS = ("id", "type", "label", "name", "aliases", "count", "documents")
EDGE_COLUMNS = (
    *("id", "source", "source_name", "predicate", "label", "target", "target_name"),
    *("titles", "role", "amount", "status", "first", "last", "count", "confidence", "articles", "evidence"),
)
SEPARATOR = " ； "
_CELL = 32_000  # Excel cuts a cell after 32,767 characters
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def write(graph: nx.MultiDiGraph, folder: Path) -> None:
    """Write `nodes.csv` and `edges.csv` into `folder`. Raises OSError."""
    nodes = ({"id": node, "aliases": a["names"][1:], **a} for node, a in graph.nodes(data=True))
    edges = (
        {
            **a,
            "id": key,
            "source": source,
            "source_name": graph.nodes[source]["name"],
            "target": target,
            "target_name": graph.nodes[target]["name"],
            "evidence": _quotes(a["evidence"]),
        }
        for source, target, key, a in graph.edges(data=True, keys=True)
    )
    _write_table(folder / "nodes.csv", NODE_COLUMNS, nodes)
    _write_table(folder / "edges.csv", EDGE_COLUMNS, edges)


def cell(value: Any) -> str:
    """A value as the text of a cell that no spreadsheet takes for a formula."""
    if isinstance(value, (int, float)):
        return str(value)
    text = value if isinstance(value, str) else SEPARATOR.join(value)
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) or text.startswith("'") else text


def _quotes(evidence: Sequence[Mapping[str, Any]]) -> list[str]:
    """Each sentence with its source, as many as a cell holds; the last item says how many are left out."""
    quotes: list[str] = []
    room = _CELL
    for number, item in enumerate(evidence):
        quote = _quote(item)
        room -= len(quote) + len(SEPARATOR)
        if room < 0:
            return [*quotes, f"… 另有 {len(evidence) - number} 条"]
        quotes.append(quote)
    return quotes


def _quote(item: Mapping[str, Any]) -> str:
    source = " ".join(filter(None, (f"《{item['title']}》" if item["title"] else item["document"], item["date"])))
    return f"{item['sentence']}（{source}）"


def _write_table(path: Path, columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> None:
    buffer = StringIO()
    table = csv.writer(buffer, lineterminator="\r\n")
    table.writerow(columns)
    table.writerows([cell(row[column]) for column in columns] for row in rows)
    with writing(path) as file:
        file.write(buffer.getvalue().encode("utf-8-sig"))
