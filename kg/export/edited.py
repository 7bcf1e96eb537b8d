"""What stands in a file of `kg export` that somebody may have edited in yEd, Gephi or a spreadsheet.

Those programs give nodes and edges ids of their own and keep our columns: `kg_id` says what a row was. Rows are
compared with the graph by `kg.export.changes`.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import msgspec

from kg.correct.lines import delimiter, text_of
from kg.errors import UserError
from kg.export import tables, yed
from kg.export.columns import EDGE, NODE
from kg.say import say

Row = dict[str, str]
NEW = "new:"  # before the file's own id of a node that has no kg_id
SHOWN = "shown"  # what yEd draws, where that is not the column `label`


@dataclass(frozen=True, slots=True)
class Edited:
    """nodes: rows by kg_id, or `new:` and the file's id. edges: rows with `source` and `target` as keys of nodes.

    A cell that the file does not have is missing from its row.
    """

    nodes: Mapping[str, Row]
    edges: tuple[Row, ...]


def read(path: Path) -> Edited:
    """The rows of a .graphml or .gexf file, or of a folder with nodes.csv and edges.csv. Raises UserError."""
    if path.is_dir():
        found = _from_tables(path)
    elif path.suffix.lower() in _READERS:
        found = _READERS[path.suffix.lower()](_parsed(path))
    else:
        template = "{path}: name a .graphml or .gexf file, or a folder with nodes.csv and edges.csv"
        raise UserError(say(template, path=path))
    if found.nodes and not any("kg_id" in row for row in found.nodes.values()):
        raise UserError(say("{path}: no column kg_id; only what kg export wrote can be taken back", path=path))
    for row in found.edges:
        _check(path, row)
    return found


def _check(path: Path, row: Row) -> None:
    """Raises UserError where the list of the edges that a row stands for is none."""
    try:
        merged_keys(row)
    except (ValueError, RecursionError) as error:
        template = "{path}: edge {edge}: kg_merged is no list of ids: {told!r}; export again and leave it as it is"
        told = row["kg_merged"][:40]
        raise UserError(say(template, path=path, edge=row.get("kg_id", ""), told=told)) from error


def merged_keys(row: Row) -> list[str]:
    """The keys of the edges that a row stands for, if it is of `--merge-parallel`; else none."""
    return msgspec.json.decode(row.get("kg_merged") or "[]", type=list[str])


def _parsed(path: Path) -> Element:
    try:
        return ElementTree.parse(path).getroot()  # noqa: S314  # nosec B314  expat bounds what entities grow to
    except ElementTree.ParseError as error:
        raise UserError(say("{path}: not XML ({error})", path=path, error=error)) from error
    except OSError as error:
        raise UserError(f"{path}: {error.strerror}") from error


def _graphml(root: Element) -> Edited:
    keys: dict[str, dict[str, str]] = {"node": {}, "edge": {}}
    for one in _all(root, "key"):
        for domain in (one.get("for"),) if one.get("for") in keys else tuple(keys):
            keys[str(domain)][one.get("id", "")] = one.get("attr.name", "")
    raw = {one.get("id", ""): _data(one, keys["node"]) for one in _all(root, "node")}
    edges = [_ends(one) | _data(one, keys["edge"]) for one in _all(root, "edge")]
    return _joined(raw, edges)


def _data(element: Element, keys: Mapping[str, str]) -> Row:
    row = _empty(keys.values())
    for data in element:
        if _local(data.tag) == "data":
            shown = yed.label_of(data)
            name = keys.get(data.get("key", ""), "")
            if shown is not None:
                row[SHOWN] = shown
            elif name:
                row[name] = data.text or ""
    return row


def _gexf(root: Element) -> Edited:
    titles: dict[str, dict[str, str]] = {"node": {}, "edge": {}}
    for some in _all(root, "attributes"):
        for one in _all(some, "attribute"):
            titles.setdefault(some.get("class", "node"), {})[one.get("id", "")] = one.get("title", "")
    raw = {one.get("id", ""): _values(one, titles["node"]) for one in _all(root, "node")}
    edges = [_ends(one) | _values(one, titles["edge"]) for one in _all(root, "edge")]
    return _joined(raw, edges)


def _values(element: Element, titles: Mapping[str, str]) -> Row:
    row = _empty(titles.values()) | {"label": element.get("label", "")}
    for value in _all(element, "attvalue"):
        row[titles.get(value.get("for", ""), "")] = value.get("value", "")
    return row


_READERS = {".graphml": _graphml, ".gexf": _gexf}


def _empty(names: Iterable[str]) -> Row:
    """The cells of a row before it is read: Gephi leaves out what is empty."""
    return {name: "" for name in names if name}


def _ends(element: Element) -> Row:
    return {"source": element.get("source", ""), "target": element.get("target", "")}


def _joined(raw: Mapping[str, Row], edges: Iterable[Row]) -> Edited:
    """Rows under our ids; the second of two rows with one id, a copy, is a new node."""
    ours: dict[str, str] = {}
    nodes: dict[str, Row] = {}
    for ident, row in raw.items():
        key = row.get("kg_id") or NEW + ident
        key = key if key not in nodes else NEW + ident
        ours[ident] = key
        nodes[key] = row
    told = [
        {**row, "source": ours.get(row["source"], row["source"]), "target": ours.get(row["target"], row["target"])}
        for row in edges
    ]
    return Edited(nodes, tuple(told))


def _from_tables(folder: Path) -> Edited:
    heads = {column.title: column.name for column in (*EDGE, *NODE)} | {
        title: name for table in (tables.NODE_HEADS, tables.EDGE_HEADS) for name, title in table.items()
    }
    nodes = {row.get("kg_id") or f"{NEW}{number}": row for number, row in enumerate(_rows(folder / "nodes.csv", heads))}
    edges = [{**row, **_named(row, nodes)} for row in _rows(folder / "edges.csv", heads)]
    return Edited(nodes, tuple(edges))


def _named(row: Row, nodes: Mapping[str, Row]) -> Row:
    """The ends of a line: by number, unless the name beside it is now that of exactly one other thing."""
    found = {}
    for end in ("source", "target"):
        ident, name = row.get(end, ""), row.get(f"{end}_name", "")
        # A thing that was renamed in nodes.csv alone has its old name here.
        known = {nodes[ident].get("label", ""), nodes[ident].get("kg_name", "")} if ident in nodes else set()
        others = [key for key, node in nodes.items() if node.get("label") == name] if name not in known else []
        found[end] = others[0] if len(others) == 1 else ident
    return found


def _rows(path: Path, heads: Mapping[str, str]) -> Iterator[Row]:
    csv.field_size_limit(1_000_000)
    text = text_of(path).removeprefix("\ufeff")
    rows = csv.reader(StringIO(text, newline=""), delimiter=delimiter(text))
    names = [heads.get(cell.strip(), cell.strip()) for cell in next(rows, [])]
    for row in rows:
        if any(cell.strip() for cell in row):
            yield {name: tables.plain(cell) for name, cell in zip(names, row, strict=False)}


def _all(element: Element, name: str) -> Iterator[Element]:
    return (one for one in element.iter() if _local(one.tag) == name)


def _local(tag: object) -> str:
    return str(tag).rpartition("}")[2]
