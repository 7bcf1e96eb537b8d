"""Files for `neo4j-admin database import full` from a cluster: a folder of parts for each label and type.

What `kg.store.bulk` writes on one machine: the lines are the same, the heads lie in files of their own, `import.sh`
names both. The importer reads local files: bring the folder to its machine first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import StringIO
from typing import Any

from kg.spark.session import on_disk
from kg.spark.tables import Tables
from kg.store import bulk
from kg.store.load import edge_share, id_of, node_share

FOLDER = "neo4j"
_PARTS = "parts"  # where Spark writes them first, in folders named `table=…`


def write(spark: Any, found: Tables, place: str) -> None:
    """Write everything into the folder `place`, a URL, where nothing lies yet."""
    nodes, edges = found.nodes.persist(on_disk()), found.edges.persist(on_disk())
    # A number for each label and type.
    shares = [dict(some.reduceByKey(_added, 1).collect()) for some in (nodes.map(_node_share), edges.map(_edge_share))]
    build = id_of(sum(sum(some.values()) for some in shares))
    lines = nodes.mapPartitions(_Nodes(build)).union(edges.mapPartitions(_Edges(build)))
    table = spark.createDataFrame(lines, "line string, table string")
    table.write.partitionBy("table").text(f"{place}/{_PARTS}")
    folder = _Folder(spark, place)
    labels = {label: folder.put(f"nodes-{label}", bulk.node_head(label)) for label in sorted(shares[0])}
    kinds = {kind: folder.put(f"edges-{kind}", bulk.edge_head(kind)) for kind in sorted(shares[1])}
    folder.delete(_PARTS)
    folder.text(bulk.SCRIPT, bulk.script(labels, kinds))
    folder.text(bulk.AFTER, "".join(f"{statement};\n" for statement in bulk.after(labels, kinds)))


def _added(a: int, b: int) -> int:
    return (a + b) % 2**64


def _node_share(item: tuple[str, Any]) -> tuple[str, int]:
    return item[0], node_share(*item)


def _edge_share(item: tuple[str, Any]) -> tuple[str, int]:
    return item[0], edge_share(*item)


@dataclass(frozen=True, slots=True)
class _Nodes:
    build: str

    def __call__(self, some: Iterable[tuple[str, Any]]) -> Iterator[tuple[str, str]]:
        return ((_line(bulk.node_cells(label, row, self.build)), f"nodes-{label}") for label, row in some)


@dataclass(frozen=True, slots=True)
class _Edges:
    build: str

    def __call__(self, some: Iterable[tuple[str, Any]]) -> Iterator[tuple[str, str]]:
        return ((_line(bulk.edge_cells(kind, edge, self.build)), f"edges-{kind}") for kind, edge in some)


def _line(cells: list[Any]) -> str:
    """A line of the table, without its end."""
    text = StringIO()
    bulk.table_writer(text).writerow(cells)
    return text.getvalue().removesuffix("\n")


class _Folder:
    """A folder on any filesystem that Spark knows."""

    def __init__(self, spark: Any, place: str) -> None:
        self._paths = spark.sparkContext._jvm.org.apache.hadoop.fs
        self._place = self._paths.Path(place)
        self._system = self._place.getFileSystem(spark.sparkContext._jsc.hadoopConfiguration())

    def put(self, name: str, head: list[str]) -> str:
        """The parts of a table into a folder of its name, its head beside it; both as the importer names them."""
        parts = self._paths.Path(self._paths.Path(self._place, _PARTS), f"table={name}")
        self._system.rename(parts, self._paths.Path(self._place, name))
        self.text(f"{name}.csv", f"{_line(head)}\n")
        return f"{name}.csv,{name}/part-.*"

    def text(self, name: str, text: str) -> None:
        """A small file."""
        stream = self._system.create(self._paths.Path(self._place, name), True)
        stream.write(bytearray(text.encode("utf-8")))
        stream.close()

    def delete(self, name: str) -> None:
        """Remove a folder."""
        self._system.delete(self._paths.Path(self._place, name), True)


__all__ = ["FOLDER", "write"]
