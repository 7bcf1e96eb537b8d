"""nodes.parquet, edges.parquet and evidence.parquet, for DuckDB and pandas. The one door to `pyarrow`.

The columns of `kg.export.columns` with their own types: lists are lists. `kg_id` joins the tables.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import networkx as nx

from kg.export import columns
from kg.export.columns import EDGE, EVIDENCE, NODE, Column
from kg.export.extras import needed
from kg.files import writing

if TYPE_CHECKING:
    import pyarrow as pa

FILES = ("nodes.parquet", "edges.parquet", "evidence.parquet")
_ROWS = 20_000  # of one group
# Lists and mappings as JSON are for formats that have none; here only these two tell more than the plain columns.
_HIDDEN = ("kg_id", "kg_documents")


def write(graph: nx.MultiDiGraph, folder: Path) -> None:
    """Write FILES into `folder`, each whole or not at all. Raises UserError without pyarrow, OSError."""
    needed("pyarrow", "parquet")
    nodes = [column for column in NODE if not column.hidden or column.name in _HIDDEN]
    edges = [column for column in EDGE if not column.hidden or column.name in _HIDDEN]
    names = dict(graph.nodes(data="name"))
    ends = ("source", "target", "source_name", "target_name")
    _write(
        folder / FILES[0],
        _kinds(nodes),
        ({column.name: column.of(item) for column in nodes} for item in columns.nodes(graph)),
    )
    _write(
        folder / FILES[1],
        {**dict.fromkeys(ends, "text"), **_kinds(edges)},
        (
            {
                **dict(zip(ends, (source, target, names[source], names[target]), strict=True)),
                **{column.name: column.of(item) for column in edges},
            }
            for source, target, item in columns.edges(graph)
        ),
    )
    _write(
        folder / FILES[2],
        {**dict.fromkeys(EVIDENCE, "text"), "start": "integer"},
        ({name: row[name] for name in EVIDENCE} for row in columns.evidence(graph)),
    )


def _kinds(chosen: Iterable[Column]) -> dict[str, str]:
    return {column.name: column.kind for column in chosen}


def _write(path: Path, kinds: Mapping[str, str], rows: Iterable[dict[str, Any]]) -> None:
    import pyarrow as pa  # noqa: PLC0415  heavy, and only where Parquet is written
    import pyarrow.parquet as pq  # noqa: PLC0415

    schema = _schema(kinds)
    with writing(path) as file, pq.ParquetWriter(file, schema, compression="zstd") as out:
        left = iter(rows)
        while some := list(islice(left, _ROWS)):
            out.write_table(pa.Table.from_pylist(some, schema=schema))


def _schema(kinds: Mapping[str, str]) -> pa.Schema:
    import pyarrow as pa  # noqa: PLC0415

    types = {"text": pa.string(), "texts": pa.list_(pa.string()), "integer": pa.int64(), "number": pa.float64()}
    return pa.schema([(name, types[kind]) for name, kind in kinds.items()])
