"""CSV for `neo4j-admin database import full`: what `kg load` writes, for a new database and without a server.

One file for each label and type that occurs, with the header that the importer wants; `import.sh` is its command, and
`after.cypher` what the database needs once it runs.
Lists are joined by U+001F, which stands in no text of a graph (`kg.legible`).
Format: https://neo4j.com/docs/operations-manual/5/import/
"""

from __future__ import annotations

import csv
import shlex
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import Any, TextIO

from kg.files import write_text, writing
from kg.heap import uncollected
from kg.ontology import ontology
from kg.store.rows import EVIDENCE, Columns, Edge, Row, Rows, edge_columns, node_columns
from kg.store.statements import PRIVATE, checked, schema

ARRAY = "\x1f"
_TYPES = {
    **{"text": "string", "texts": "string[]", "integer": "long", "integers": "long[]"},
    **{"number": "double", "amount": "double"},
}
_LISTS = ("texts", "integers")
SCRIPT = "import.sh"
AFTER = "after.cypher"


@uncollected()
def write(rows: Rows, folder: Path, build: str) -> tuple[Path, ...]:
    """Write the files; build: what `kg load` would note on each node and relationship. Raises OSError."""
    nodes = {label: folder / f"nodes-{label}.csv" for label, some in rows.nodes.items() if some}
    edges = {kind: folder / f"edges-{kind}.csv" for kind, some in rows.edges.items() if some}
    for label, path in nodes.items():
        _write(path, node_head(label), (node_cells(label, row, build) for row in rows.nodes[label]))
    for kind, path in edges.items():
        _write(path, edge_head(kind), (edge_cells(kind, edge, build) for edge in rows.edges[kind]))
    write_text(folder / SCRIPT, script(*({of: path.name for of, path in some.items()} for some in (nodes, edges))))
    write_text(folder / AFTER, "".join(f"{statement};\n" for statement in after(nodes, edges)))
    return (*nodes.values(), *edges.values(), folder / SCRIPT, folder / AFTER)


def after(nodes: Iterable[str], edges: Iterable[str]) -> Iterator[str]:
    """Statements for the running server: constraint, indexes, and the empty lists, which the importer drops."""
    yield from schema(checked(ontology()))
    for label in nodes:
        yield f"MATCH (n:{label}:{PRIVATE}) SET {_filled('n', node_columns(label))}"
    for kind in edges:
        yield f"MATCH (:{PRIVATE})-[r:{kind}]->(:{PRIVATE}) SET {_filled('r', edge_columns(kind))}"


def _filled(name: str, columns: Columns) -> str:
    lists = {column: kind for column, kind in columns.items() if kind in _LISTS}
    # One empty text in a list is dropped like an empty list: of parallel lists, one that holds figures says how many.
    texts = f"[_ IN coalesce({name}.sentence_starts, []) | '']"
    return ", ".join(
        f"{name}.{column} = coalesce({name}.{column}, {texts if column in EVIDENCE and kind == 'texts' else '[]'})"
        for column, kind in lists.items()
    )


def arguments(nodes: Mapping[str, str], edges: Mapping[str, str]) -> Iterator[str]:
    """The options of the importer for the files, by label and by type."""
    yield from (f"--nodes={files}" for files in nodes.values())
    yield from (f"--relationships={kind}={files}" for kind, files in edges.items())
    yield from ("--multiline-fields=true", "--array-delimiter=U+001F", "--input-encoding=UTF-8")


def script(nodes: Mapping[str, str], edges: Mapping[str, str]) -> str:
    """The command of the importer; nodes, edges: the files of each label and type, beside it."""
    lines = " \\\n  ".join(map(shlex.quote, arguments(nodes, edges)))
    return (
        "#!/bin/sh\n"
        "# Into a new, stopped Neo4j 5; then start it: cypher-shell -f after.cypher\n"
        'cd "$(dirname "$0")" || exit 1\n'
        f'exec "${{NEO4J_ADMIN:-neo4j-admin}}" database import full "${{1:-neo4j}}" \\\n  {lines}\n'
    )


def _heads(columns: Columns, without: str = "") -> list[str]:
    return [f"{name}:{_TYPES[kind]}" for name, kind in columns.items() if name != without]


def node_head(label: str) -> list[str]:
    """What stands above the columns of a label's nodes."""
    return ["id:ID", *_heads(node_columns(label), without="id"), "build:string", ":LABEL"]


def node_cells(label: str, row: Row, build: str) -> list[Any]:
    """The cells of a node."""
    others = [_value(row[name], kind) for name, kind in node_columns(label).items() if name != "id"]
    return [row["id"], *others, build, ARRAY.join((label, PRIVATE))]  # the label is a list, too


def edge_head(kind: str) -> list[str]:
    """What stands above the columns of the relationships of a type."""
    return [":START_ID", ":END_ID", *_heads(edge_columns(kind)), "build:string"]


def edge_cells(kind: str, edge: Edge, build: str) -> list[Any]:
    """The cells of a relationship."""
    columns = edge_columns(kind)
    row = edge.properties
    return [edge.source, edge.target, *[_value(row[name], kind) for name, kind in columns.items()], build]


def _value(value: Any, kind: str) -> Any:
    if kind in _LISTS:
        return ARRAY.join(value if kind == "texts" else map(str, value))
    return "" if value is None else value


def table_writer(file: TextIO) -> Any:
    """Writes cells as a line. Texts in quotes, empty ones too: else the importer takes an empty text for none."""
    return csv.writer(file, lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC)


def _write(path: Path, head: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    with writing(path) as file:
        text = TextIOWrapper(file, encoding="utf-8", newline="", write_through=True)
        table = table_writer(text)
        table.writerow(head)
        table.writerows(rows)
        text.detach()
