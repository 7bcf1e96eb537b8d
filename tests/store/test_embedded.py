"""The embedded database holds exactly the rows that were written, and changes only where it may."""

from __future__ import annotations

import os
import random
import threading
import time
from pathlib import Path

import graphs
import pytest

from kg.errors import UserError
from kg.model import Resolution
from kg.ontology import ontology
from kg.store import embedded
from kg.store.answer import Answer, Bounds, Chain, Edge, Node
from kg.store.apart import apart
from kg.store.cypher import BadCypher
from kg.store.rows import rows

HOSTILE = ("'}) DETACH DELETE n //", "' OR 1=1 //", "\"'`$x", "\x00", "长" * 10_000, "{a: 1}", "\\u0027", "")


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    path = tmp_path_factory.mktemp("small") / embedded.NAME
    embedded.write(rows(graphs.small()), path)
    return path


def held(path):
    """What the database holds, as the rows have it."""
    nodes = embedded.run(path, "MATCH (n) RETURN n", {}).rows
    edges = embedded.run(path, "MATCH ()-[r]->() RETURN r", {}).rows
    return (
        {node.id: (node.label, dict(node.properties)) for (node,) in nodes},
        {edge.id: (edge.predicate, edge.source, edge.target, dict(edge.properties)) for (edge,) in edges},
    )


def expected(given):
    nodes = {row["id"]: (label, row) for label, some in given.nodes.items() for row in some}
    edges = {
        edge.properties["id"]: (
            predicate,
            edge.source,
            edge.target,
            {name: value for name, value in edge.properties.items() if value is not None},
        )
        for predicate, some in given.edges.items()
        for edge in some
    }
    return nodes, edges


@pytest.mark.parametrize("name", ["small", "hostile", "gold"])
def test_it_holds_every_row_and_no_other(name, tmp_path):
    given = rows(getattr(graphs, name)())
    embedded.write(given, tmp_path / "目录" / "it's [a] graph.lbug")
    assert held(tmp_path / "目录" / "it's [a] graph.lbug") == expected(given)
    assert [path.name for path in (tmp_path / "目录").iterdir()] == ["it's [a] graph.lbug"]


def test_an_empty_graph_has_all_tables(tmp_path):
    embedded.write(rows(Resolution((), (), ())), tmp_path / "graph.lbug")
    for name in ontology().predicates:
        assert embedded.run(tmp_path / "graph.lbug", f"MATCH ()-[r:{name}]->() RETURN count(*)", {}).rows == [[0]]


def test_the_same_rows_whatever_the_order_of_records(tmp_path):
    resolution = graphs.small()
    mixed = [list(part) for part in (resolution.articles, resolution.entities, resolution.triples)]
    for part in mixed:
        random.Random(3).shuffle(part)
    for number, one in enumerate((resolution, Resolution(*map(tuple, mixed)))):
        embedded.write(rows(one), tmp_path / f"{number}.lbug")
    assert held(tmp_path / "0.lbug") == held(tmp_path / "1.lbug")


def test_an_old_database_is_replaced_with_what_lay_beside_it(small, tmp_path):
    path = tmp_path / "graph.lbug"
    path.write_bytes(b"old")
    (tmp_path / "graph.lbug.wal").write_bytes(b"of the old one")
    embedded.write(rows(graphs.small()), path)
    assert held(path) == held(small)
    assert [item.name for item in tmp_path.iterdir()] == ["graph.lbug"]


def test_where_writing_fails_the_old_one_stays(small, tmp_path):
    path = tmp_path / "graph.lbug"
    path.write_bytes(small.read_bytes())
    broken = rows(graphs.small())
    broken.edges["VISITED"].append(broken.edges["MET_WITH"][0])
    broken.edges["VISITED"].append(broken.edges["VISITED"][0])
    broken.nodes["Person"].append(broken.nodes["Person"][0])  # the same id twice
    with pytest.raises(RuntimeError):
        embedded.write(broken, path)
    assert path.read_bytes() == small.read_bytes()
    assert [item.name for item in tmp_path.iterdir()] == ["graph.lbug"]


def test_nodes_edges_and_paths_are_records(small):
    answer = embedded.run(
        small,
        "MATCH p = (a:Person)-[r:HOLDS_POSITION]->(b) WHERE a.name = $name RETURN p, r, b, {one: a} AS map",
        {"name": "李明远"},
    )
    ((chain, edge, node, mapped),) = answer.rows
    assert (answer.columns, answer.cut) == (("p", "r", "b", "map"), False)
    assert isinstance(chain, Chain) and isinstance(edge, Edge) and isinstance(node, Node)
    assert (edge.predicate, edge.source, edge.target) == ("HOLDS_POSITION", mapped["one"].id, node.id)
    assert (chain.nodes, chain.edges) == ((mapped["one"], node), (edge,))
    assert edge.properties["titles"] == ["书记"]


def test_more_rows_than_asked_for_are_cut_and_it_says_so(small):
    text = "MATCH (n) RETURN n.id AS id ORDER BY id"
    whole = embedded.run(small, text, {})
    number = len(whole.rows)
    assert not whole.cut
    assert embedded.run(small, text, {}, Bounds(rows=number)) == whole
    assert embedded.run(small, text, {}, Bounds(rows=2)) == Answer(("id",), whole.rows[:2], cut=True)


def test_what_takes_too_long_is_stopped(tmp_path):
    embedded.write(rows(graphs.large(200, 4000)), tmp_path / "graph.lbug")
    text = (
        "MATCH (a:Person)-[:HOLDS_POSITION]->()<-[:HOLDS_POSITION]-()-[:HOLDS_POSITION]->()<-[:HOLDS_POSITION]-(b) "
        "RETURN a.id, count(*)"
    )
    begin = time.monotonic()
    with pytest.raises(UserError, match=r"time limit of 0\.2 s; --timeout"):
        embedded.run(tmp_path / "graph.lbug", text, {}, Bounds(seconds=0.2))
    assert time.monotonic() - begin < 10


@pytest.mark.parametrize("value", HOSTILE)
def test_a_parameter_is_a_value_and_nothing_else(small, value, tmp_path):
    path = tmp_path / "graph.lbug"
    path.write_bytes(small.read_bytes())
    for bounds in (Bounds(), Bounds(writing=True)):
        assert embedded.run(path, "RETURN $x AS x", {"x": value}, bounds).rows == [[value]]
        assert embedded.run(path, "MATCH (n) WHERE n.name = $x RETURN n.id", {"x": value}, bounds).rows == []
        assert bounds.writing or path.read_bytes() == small.read_bytes()
    assert held(path) == held(small)


@pytest.mark.parametrize(
    "text",
    [
        "MATCH (n) DETACH DELETE n",
        "MATCH (n:Person) SET n.name = 'x'",
        "CREATE (:Person {id: 'x'})",
        "MATCH (n) RETURN n; MATCH (n) RETURN n",
        "COPY (MATCH (n) RETURN n.id) TO 'leak.csv'",
        "LOAD FROM '/etc/hostname' (file_format='csv') RETURN *",
        "MATCH (n) RETURN n.id UNION LOAD FROM '/etc/hostname' (file_format='csv') RETURN *",
        "CALL threads=1",
        "MATCH (n) /* RETURN */ delete n",
        "RETURN 'a\\u0027 DELETE'",
        "RETURN 'not closed",
        "DROP TABLE Person",
        "",
        "// nothing",
    ],
)
def test_reading_only_reads(small, text, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    before = small.read_bytes()
    with pytest.raises(BadCypher):
        embedded.run(small, text, {})
    assert small.read_bytes() == before
    assert not list(tmp_path.iterdir())


def test_words_in_texts_comments_and_names_are_no_clauses(small):
    text = "MATCH (n:Person) WHERE n.name <> 'DELETE' // SET\nRETURN n.name AS `CREATE` ORDER BY n.name; /* DROP */"
    assert embedded.run(small, text, {}).columns == ("CREATE",)


def test_writing_is_possible_when_asked_for(small, tmp_path):
    path = tmp_path / "graph.lbug"
    path.write_bytes(small.read_bytes())
    embedded.run(path, "MATCH (n:Person) DETACH DELETE n", {}, Bounds(writing=True))
    assert embedded.run(path, "MATCH (n:Person) RETURN count(*) AS n", {}).rows == [[0]]


def test_what_is_no_database_is_named(tmp_path):
    (tmp_path / "bad.lbug").write_bytes(b"nonsense" * 1000)
    for name, why in (("bad.lbug", "cannot be opened"), ("none.lbug", "no database there"), (".", "no database there")):
        with pytest.raises(UserError, match=why):
            embedded.run(tmp_path / name, "RETURN 1", {})


def test_an_error_of_the_database_is_one_line(small):
    with pytest.raises(UserError) as raised:
        embedded.run(small, "MATCH (n) RETURN n.nosuch", {})
    assert "nosuch" in str(raised.value)
    assert "\n" not in str(raised.value)


@pytest.fixture
def threads():
    """Something else runs in this process, as in most programs that use kg as a library."""
    end = threading.Event()
    other = threading.Thread(target=end.wait)
    other.start()
    yield
    end.set()
    other.join()


@pytest.mark.parametrize("places", [(0.1,), (0.3, 0.5), (0.7, 0.8, 0.9), (0.2, 0.4, 0.6, 0.8)])
def test_a_damaged_database_is_told_and_never_the_end_of_the_program(small, tmp_path, threads, places):
    """Pieces of a file are spoiled: the engine gives up, has no memory left, finds no text, dies or notices nothing."""
    data = bytearray(small.read_bytes())
    for place in places:
        at = int(place * len(data))
        data[at : at + 4096] = b"\x8c\xff\x07" * 1366
    damaged = tmp_path / "graph.lbug"
    damaged.write_bytes(data)
    for question in ("MATCH (n) RETURN n", "MATCH (a)-[r]->(b) RETURN a.name, r, b.names"):
        try:
            embedded.run(damaged, question, {}, Bounds(seconds=20))
        except UserError as error:
            assert "kg build" in str(error) or "died" in str(error) or "refused" in str(error)


def test_the_death_of_the_engine_is_told_in_a_program_with_threads(small, monkeypatch, threads):
    with monkeypatch.context() as patched:
        patched.setattr(embedded, "_answered", os.abort)  # what it does at some questions
        patched.setattr(embedded, "apart", lambda function, *_, **__: apart(function))
        with pytest.raises(UserError, match="died of this question"):
            embedded.run(small, "RETURN 1", {})
    assert embedded.run(small, "RETURN 1 AS n", {}).rows == [[1]]


def test_a_path_is_that_of_the_one_who_asks(small, monkeypatch, threads):
    monkeypatch.chdir(small.parent)
    assert embedded.run(Path(small.name), "RETURN 1 AS n", {}).rows == [[1]]
    with pytest.raises(UserError, match=r"^bad\.lbug: cannot be opened"):
        Path("bad.lbug").write_bytes(b"nonsense" * 1000)
        embedded.run(Path("bad.lbug"), "RETURN 1", {})


@pytest.mark.parametrize("error", [MemoryError("std::bad_alloc"), UnicodeDecodeError("utf-8", b"\x8c", 0, 1, "bad"),
                                   ValueError("vector::reserve"), RuntimeError("x")])  # fmt: skip
def test_what_the_engine_throws_at_a_damaged_file_is_one_line(small, monkeypatch, error):
    def throw(*_):
        raise error

    monkeypatch.setattr(embedded, "_taken", throw)
    with pytest.raises(UserError, match=r"damaged .*kg build"):
        embedded._answered(small, small, ("MATCH (n) RETURN n", {}, Bounds()))


def test_maps_of_any_names_are_values(small):
    for text in ("{_LABEL: 'x', _SRC: 1}", "{_SRC: {a: 1}}", "{_LABEL: 'x'}", "{_NODES: 1}", "{_ID: 1, _LABEL: 'x'}"):
        assert isinstance(embedded.run(small, f"RETURN {text} AS m", {}).rows[0][0], dict)
