"""The one door to the embedded database (LadybugDB): a graph as one file, written whole, asked without a server.

One table for each label and each type of relationship (docs/graph-schema.md), filled by COPY from CSV files: 90,000
relationships a second against 5,000 with rows as parameters. Its lists are texts joined by characters that no legible
text holds (`kg.legible`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import UserError
from kg.files import replacing, room
from kg.ontology import Ontology, ontology
from kg.say import say
from kg.store.answer import Answer, Bounds, Chain, Edge, Node
from kg.store.apart import apart
from kg.store.cypher import Key, check_reading, ordering
from kg.store.rows import ARTICLE, MENTIONS, Columns, Rows, edge_columns, node_columns

if TYPE_CHECKING:
    import ladybug

NAME = "graph.lbug"
SIDES = (".wal", ".shadow", ".tmp", ".lock")  # what the engine may keep beside a file that is being written
_BETWEEN, _BEFORE = "\x1f", "\x1e"
_TYPES = {
    "text": "STRING",
    "texts": "STRING[]",
    "integer": "INT64",
    "integers": "INT64[]",
    "number": "DOUBLE",
    "amount": "DOUBLE",
}
_OPTIONS = "(header=false, parallel=false, auto_detect=false, delim=',', quote='\"', escape='\"')"
_TRUSTED = 1000  # rows of which the engine's own order is right
_FEW = 100  # edges that are looked up by their ids
_LARGEST = 1 << 40  # bytes of address space that a database may take; the engine's own choice is eight times that


class NoEngine(UserError):
    """The package `ladybug` has no wheel for this machine, or is not installed."""


class GivenUp(Exception):
    """Nobody wanted the database any more."""


def write(
    rows: Rows, path: Path, vocabulary: Ontology | None = None, *, unwanted: Callable[[], bool] = lambda: False
) -> None:
    """Write the graph as a database at `path`, whole or not at all; one that is there is replaced.

    The same rows give a database of the same rows, not of the same bytes. unwanted: is asked before each statement.
    Raises NoEngine, OSError, and GivenUp where `unwanted` says so.
    """
    words, engine = vocabulary or ontology(), _engine()
    with (
        replacing(path, SIDES) as beside,
        room(path) as folder,
        _opened(engine, beside, path, writing=True) as connection,
    ):
        # In one transaction: else each of some fifty statements waits for the disk, and costs twice the work.
        for statement in chain(("BEGIN TRANSACTION",), _tables(words), _filled(rows, folder), ("COMMIT",)):
            if unwanted():
                raise GivenUp
            connection.execute(statement)


def run(path: Path, text: str, parameters: Mapping[str, Any], bounds: Bounds | None = None) -> Answer:
    """The answer of the database at `path` to one statement, from a process that may die of it (`kg.store.apart`).

    Raises UserError where there is no database of this kind, the statement is refused (BadCypher where it would write
    and may not) or takes longer than it may; NoEngine.
    """
    limits = bounds or Bounds()
    if not limits.writing:
        check_reading(text)
    if not path.is_file():
        raise UserError(say("{path}: no database there; `kg build` writes one", path=path))
    _engine()
    statement = (text, dict(parameters), limits)
    return apart(_answered, path.absolute(), path, statement, seconds=limits.seconds)


def _answered(path: Path, name: Path, statement: tuple[str, Mapping[str, Any], Bounds]) -> Answer:
    """The answer, from the engine in this process; name: what to call the file in messages."""
    text, parameters, limits = statement
    with _readable(name), _opened(_engine(), path, name, writing=limits.writing) as connection:
        if limits.seconds:
            connection.set_query_timeout(max(int(limits.seconds * 1000), 1))
        result = _executed(connection, text, parameters, limits)
        with closing(result):
            columns = tuple(result.get_column_names())
            keys = _keys(text, columns) if result.get_num_tuples() > _TRUSTED else ()
            rows = list(_taken(result, limits.rows + 1 if limits.rows and not keys else None))
        _sort(rows, columns, keys)
        cut = bool(limits.rows) and len(rows) > limits.rows
        found = _Values(connection, rows[: limits.rows] if cut else rows)
        return Answer(columns, found.rows(), cut)


def _engine() -> Any:
    try:
        import ladybug  # noqa: PLC0415  only where a database is asked for
    except ImportError as error:
        raise NoEngine(
            say("the embedded database cannot be used here: ladybug is missing ({error})", error=error)
        ) from error
    return ladybug


@contextmanager
def _readable(path: Path) -> Iterator[None]:
    """What the engine raises where the file at `path` is damaged, as a UserError."""
    try:
        yield
    except (MemoryError, RuntimeError, OverflowError, ValueError) as error:  # what C++ throws, as Python names it
        template = "{name}: damaged ({first_line}); `kg build` writes a new one"
        raise UserError(say(template, name=path, first_line=_first_line(error))) from error


@contextmanager
def _opened(engine: Any, path: Path, name: Path, *, writing: bool) -> Iterator[ladybug.Connection]:
    """A connection to the file at `path`; name: what to call it in messages."""
    try:
        database = engine.Database(str(path), read_only=not writing, max_db_size=_LARGEST)
    except (RuntimeError, IndexError, ValueError) as error:
        raise UserError(
            say(
                "{name}: cannot be opened as a database ({first_line}); `kg build` writes a new one",
                name=name,
                first_line=_first_line(error),
            )
        ) from error
    with closing(database), closing(engine.Connection(database)) as connection:
        yield connection


def _executed(
    connection: ladybug.Connection, text: str, parameters: Mapping[str, Any], bounds: Bounds
) -> ladybug.QueryResult:
    try:
        result = connection.execute(text, dict(parameters))
    except RuntimeError as error:
        if bounds.seconds and "Interrupted" in str(error):
            raise bounds.overrun() from error
        if "Cannot find property" in str(error):  # what the questions of this kg ask for
            template = "the database refused: {first_line}; if an older kg wrote it, build it again (kg build)"
            raise UserError(say(template, first_line=_first_line(error))) from error
        raise UserError(say("the database refused: {first_line}", first_line=_first_line(error))) from error
    if isinstance(result, list):
        raise UserError(say("one statement at a time"))
    return result


def _taken(result: ladybug.QueryResult, number: int | None) -> Iterator[Sequence[Any]]:
    taken = 0
    while result.has_next() and (number is None or taken < number):
        row = result.get_next()
        yield list(row.values()) if isinstance(row, dict) else row
        taken += 1


def _keys(text: str, columns: Sequence[str]) -> tuple[Key, ...]:
    """What the statement orders its rows by, if all of it is in the columns."""
    keys = ordering(text)
    return keys if all(key.column in columns for key in keys) else ()


def _sort(rows: list[Sequence[Any]], columns: Sequence[str], keys: Sequence[Key]) -> None:
    """Order the rows once more: of many, the engine (0.22) puts some in a wrong place in one run of ten."""

    def value(row: Sequence[Any], key: Key) -> tuple[bool, Any]:
        found = row[columns.index(key.column)]
        found = found.get(key.field) if key.field and found is not None else found
        found = key.otherwise if found is None else found
        return found is None, "" if found is None else found  # null comes last, as in Cypher

    given = list(rows)
    try:
        for key in reversed(keys):
            rows.sort(key=lambda row, key=key: value(row, key), reverse=key.descending)  # type: ignore[misc]
    except TypeError:  # maps have no order here; the engine's stands
        rows[:] = given


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0][:500]


def _tables(words: Ontology) -> Iterator[str]:
    for label in (*words.types, ARTICLE):
        yield f"CREATE NODE TABLE {label}({_columns(node_columns(label))}, PRIMARY KEY(id))"
    for predicate in words.predicates.values():
        ends = [(one, other) for one in predicate.domain for other in predicate.range if predicate.allows(one, other)]
        yield _edge_table(predicate.name, ends)
    yield _edge_table(MENTIONS, [(ARTICLE, label) for label in words.types])


def _edge_table(name: str, ends: Iterable[tuple[str, str]]) -> str:
    pairs = ", ".join(f"FROM {source} TO {target}" for source, target in ends)
    return f"CREATE REL TABLE {name}({pairs}, {_columns(edge_columns(name))})"


def _columns(columns: Columns) -> str:
    return ", ".join(f"{name} {_TYPES[kind]}" for name, kind in columns.items())


def _filled(rows: Rows, folder: Path) -> Iterator[str]:
    """Writes each table's CSV file, then gives the statement that copies it."""
    for label, nodes in rows.nodes.items():
        if nodes:
            columns = node_columns(label)
            yield _copy(label, columns, _table(folder / f"{label}.csv", columns, nodes))
    for predicate, edges in rows.edges.items():
        columns = {"source": "text", "target": "text", **edge_columns(predicate)}
        for ends in sorted({(edge.source_type, edge.target_type) for edge in edges}):
            path = folder / f"{'-'.join((predicate, *ends))}.csv"
            some = (
                {"source": edge.source, "target": edge.target, **edge.properties}
                for edge in edges
                if (edge.source_type, edge.target_type) == ends
            )
            yield f"{_copy(predicate, columns, _table(path, columns, some))} (FROM='{ends[0]}', TO='{ends[1]}')"


def _copy(table: str, columns: Columns, path: Path) -> str:
    declared = ", ".join(f"c{i} {_written(kind)}" for i, kind in enumerate(columns.values()))
    read = ", ".join(_read(f"c{i}", kind) for i, kind in enumerate(columns.values()))
    place = path.as_posix().replace("\\", "\\\\").replace("'", "\\'")
    return f"COPY {table} FROM (LOAD WITH HEADERS ({declared}) FROM '{place}' {_OPTIONS} RETURN {read})"


def _table(path: Path, columns: Columns, rows: Iterable[Mapping[str, Any]]) -> Path:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for row in rows:
            file.write(",".join(_cell(row[name], kind) for name, kind in columns.items()) + "\n")
    return path


def _written(kind: str) -> str:
    """The type of a column in the CSV file, where lists are texts."""
    return "STRING" if kind in ("texts", "integers") else _TYPES[kind]


def _cell(value: Any, kind: str) -> str:
    if value is None:
        return ""
    if kind == "texts":
        return _cell(_BETWEEN.join(_BEFORE + item for item in value), "text")
    if kind == "integers":
        return _cell(_BETWEEN.join(map(str, value)), "text")
    return '"' + value.replace('"', '""') + '"' if kind == "text" else repr(value)


def _read(column: str, kind: str) -> str:
    """The value that `_cell` wrote. A list that holds nothing is an empty text, one that holds '' is not."""
    if kind == "texts":
        pieces = f"list_filter(string_split({column}, '{_BETWEEN}'), x -> x <> '')"
        return f"list_transform({pieces}, x -> replace(x, '{_BEFORE}', ''))"
    if kind == "integers":
        return f"CAST(regexp_split_to_array({column}, '{_BETWEEN}') AS INT64[])"
    return column


class _Values:
    """The engine's values as records. Its edges name their ends by places in tables, which are looked up here."""

    def __init__(self, connection: ladybug.Connection, raw: Sequence[Sequence[Any]]) -> None:
        self._raw = raw
        self._ids: dict[tuple[int, int], str] = {}
        ends: dict[tuple[int, int], str] = {}
        for row in raw:
            for value in row:
                self._look(value, ends)
        self._find(connection, sorted({edge for place, edge in ends.items() if place not in self._ids}))

    def _find(self, connection: ladybug.Connection, edges: list[str]) -> None:
        """Looks up the ends of these edges. A long list would be compared with every edge: then all nodes are read."""
        if not edges:
            return
        few = len(edges) <= _FEW
        text = "MATCH (n)-[r]-() WHERE r.id IN $ids RETURN id(n), n.id" if few else "MATCH (n) RETURN id(n), n.id"
        result = connection.execute(text, {"ids": edges} if few else {})
        self._ids |= {_place(place): name for place, name in _taken(result, None)}  # type: ignore[arg-type]

    def rows(self) -> list[list[Any]]:
        return [[self._value(value) for value in row] for row in self._raw]

    def _look(self, value: Any, ends: dict[tuple[int, int], str]) -> None:
        """Notes the nodes in a value, and of each end of an edge the edge's id."""
        if isinstance(value, list):
            for item in value:
                self._look(item, ends)
        elif isinstance(value, dict):
            if _is_edge(value):
                ends |= {_place(value["_SRC"]): _id(value), _place(value["_DST"]): _id(value)}
            elif _is_node(value):
                self._ids[_place(value["_ID"])] = _id(value)
            else:
                self._look(list(value.values()), ends)

    def _value(self, value: Any) -> Any:
        if isinstance(value, list):
            return [self._value(item) for item in value]
        if not isinstance(value, dict):
            return value
        if set(value) == {"_NODES", "_RELS"}:
            return Chain(tuple(map(self._value, value["_NODES"])), tuple(map(self._value, value["_RELS"])))
        if not _is_node(value) and not _is_edge(value):
            return {name: self._value(item) for name, item in value.items()}
        properties = {name: item for name, item in value.items() if not name.startswith("_") and item is not None}
        if _is_node(value):
            return Node(_id(value), value["_LABEL"], properties)
        ends = self._ids.get(_place(value["_SRC"]), ""), self._ids.get(_place(value["_DST"]), "")
        return Edge(_id(value), value["_LABEL"], *ends, properties)


def _is_edge(value: Mapping[str, Any]) -> bool:
    """Whether the engine means an edge; a question may make maps of any names."""
    return "_LABEL" in value and isinstance(value.get("_SRC"), dict) and isinstance(value.get("_DST"), dict)


def _is_node(value: Mapping[str, Any]) -> bool:
    return "_LABEL" in value and "_SRC" not in value and isinstance(value.get("_ID"), dict)


def _id(value: Mapping[str, Any]) -> str:
    """Its id; what others put into the database has none."""
    return str(value.get("id") or "")


def _place(internal: Mapping[str, int]) -> tuple[int, int]:
    return internal["table"], internal["offset"]
