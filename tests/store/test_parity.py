"""Every question gets the same rows from a real Neo4j server and from the embedded database."""

from __future__ import annotations

import json
import os
from collections import Counter
from contextlib import ExitStack, nullcontext
from functools import cache

import graphs
import pytest
from click.testing import CliRunner
from databases import emptied, real

from kg.cli import main
from kg.errors import UserError
from kg.ontology import ontology
from kg.store import embedded, questions, served
from kg.store.answer import Bounds
from kg.store.ask import ask, plain
from kg.store.load import load, prepare
from kg.store.neo4j import Server, connected
from kg.store.rows import rows

LARGE = pytest.param(
    "100000 edges",
    marks=pytest.mark.skipif(os.environ.get("KG_SLOW") != "1", reason="takes minutes: KG_SLOW=1 runs it"),
)
WRITTEN = pytest.param("written", marks=pytest.mark.slow)
MANY = pytest.param("2000 edges", marks=pytest.mark.slow)
GRAPHS = {
    "seeds": lambda: real("articles"),
    "written": lambda: real("written/articles"),
    "hostile": graphs.hostile,
    "2000 edges": lambda: graphs.varied(600, 2_000),
    "100000 edges": lambda: graphs.varied(60_000, 100_000),
}
MOST = 5_000
HOSTILE = ("'}) DETACH DELETE n //", "\x00", "\\", '"', "长" * 10_000)


@pytest.fixture(scope="module", params=["seeds", WRITTEN, "hostile", MANY, LARGE])
def both(request, neo4j_at, tmp_path_factory):
    """The same rows in both databases: rows, file, server."""
    found = rows(GRAPHS[request.param]())
    path = tmp_path_factory.mktemp("parity") / embedded.NAME
    embedded.write(found, path)
    server = Server(neo4j_at.url, neo4j_at.user, neo4j_at.password)
    with connected(server) as connection:
        emptied(connection)
        prepare(connection, ontology())
        load(connection, found, ontology())
    yield found, path, server
    with connected(server) as connection:
        emptied(connection)


@pytest.fixture(scope="module")
def connections():
    """For a file and for a server the one connection that is kept open for it."""
    opened, connect = embedded._opened, served.connected
    with ExitStack() as stack:

        @cache
        def file(engine, path):
            return stack.enter_context(opened(engine, path, path, writing=False))

        @cache
        def server(place):
            return stack.enter_context(connect(place, read_only=True))

        yield file, server


@pytest.fixture
def kept_open(connections, monkeypatch):
    """The questions of a graph share their connections: to open one takes longer than most answers."""
    file, server = connections
    monkeypatch.setattr(embedded, "apart", lambda function, *given, **_: function(*given))
    monkeypatch.setattr(embedded, "_opened", lambda engine, path, name, writing: nullcontext(file(engine, path)))
    monkeypatch.setattr(served, "connected", lambda place, read_only: nullcontext(server(place)))


def same(question, values, both) -> None:
    """Asserts that columns and rows are equal; of a very large graph the first rows of each question."""
    found, path, server = both
    bounds = Bounds(MOST if found.size[0] > MOST else 0, 300)
    bound = questions.bind(question, values)
    ours, theirs = (ask(question, bound, place, bounds) for place in (path, server))
    assert (ours.columns, len(ours.rows), ours.cut) == (theirs.columns, len(theirs.rows), theirs.cut)
    for number, (mine, other) in enumerate(zip(ours.rows, theirs.rows, strict=True)):
        assert plain(mine) == plain(other), (question.name, values, number)


def choices(found) -> dict[str, list[str]]:
    """Values that find something, by parameter: the best tied names, and words of their names."""
    ends = Counter(end for some in found.edges.values() for edge in some for end in (edge.source, edge.target))
    best = {
        label: [node["names"][-1] for node in sorted(some, key=lambda node: (-ends[node["id"]], node["id"]))]
        for label, some in found.nodes.items()
    }
    people, bodies = best["Person"] or [""], best["Organization"] or [""]
    return {
        **dict.fromkeys(("start", "one"), people[:2]),
        **{name: [*people[:2], "、".join(people[:3])] for name in ("official", "person", "whom")},
        **dict.fromkeys(("finish", "other"), people[2:4]),
        **dict.fromkeys(("organization", "partner", "subject", "branch"), bodies[:3]),
        "object": best["Agreement"][:1] + best["Meeting"][:1],
        "visited": best["Location"][:2],
        "place": best["Location"][:2],
        "meeting": ["会"],
        "article": [node["id"] for node in found.nodes["Article"][:2]],
        "name": people[:1] + bodies[:1],
        "region": ["青海"],
        "status": ["done", "planned"],
        "predicate": ["ATTENDED", "LOCATED_IN"],
        "type": ["Person"],
        "words": ["", "签约"],
        "role": ["host、speaker"],
        "kind": ["company"],
        "post": ["书记", "副书记", "董事长"],
        "project": [*best["Project"][:2], "、".join(best["Project"][:3])],
        "within": ["西宁", "青海省", "西宁、海东"],
        "visitor": people[:1],
        "since": ["2024-03-01"],
        "until": ["2024-06-30"],
        "min_confidence": ["0.9"],
    }


@pytest.mark.parametrize("question", questions.everything(), ids=lambda question: question.name)
def test_the_same_rows(question, both, kept_open):
    same(question, {}, both)
    known = choices(both[0])
    for name in question.parameters:
        for value in known[name]:
            same(question, {name: value}, both)


@pytest.mark.parametrize("both", ["hostile"], indirect=True)
def test_hostile_values_mean_the_same_and_change_nothing(both, kept_open):
    found, path, server = both
    before = path.read_bytes()
    for question in questions.everything():
        for value in HOSTILE:
            texts = [name for name, one in question.parameters.items() if isinstance(one.default, (str, list))]
            same(question, dict.fromkeys(texts, value), both)
    assert path.read_bytes() == before
    with connected(server) as connection:
        (counted,) = connection.write("MATCH (n:KgNode) OPTIONAL MATCH (n)-[r]->() RETURN count(DISTINCT n), count(r)")
    assert tuple(counted.values()) == found.size


def test_every_question_finds_something_in_the_seeds_or_the_written_articles(tmp_path):
    embedded.write(rows(real("articles", "written/articles")), tmp_path / embedded.NAME)
    empty = {
        question.name
        for question in questions.everything()
        if not ask(question, questions.bind(question, {}), tmp_path / embedded.NAME, Bounds()).rows
    }
    assert empty == set()


@pytest.fixture(scope="module")
def small(neo4j_at, tmp_path_factory):
    """A small graph in both databases: file, server."""
    path = tmp_path_factory.mktemp("small") / embedded.NAME
    embedded.write(rows(graphs.small()), path)
    server = Server(neo4j_at.url, neo4j_at.user, neo4j_at.password)
    with connected(server) as connection:
        emptied(connection)
        prepare(connection, ontology())
        load(connection, rows(graphs.small()), ontology())
    yield path, server
    with connected(server) as connection:
        emptied(connection)


def printed(place, monkeypatch, password, *arguments):
    monkeypatch.setenv("NEO4J_PASSWORD", password)
    return CliRunner().invoke(main, ["query", "--on", str(place), *arguments])


@pytest.mark.parametrize("form", ["table", "json", "csv"])
def test_the_command_prints_the_same(small, monkeypatch, form):
    path, server = small
    for arguments in (["posts", "-f", form], ["posts", "-f", form, "--limit", "1"], ["shortest_chain", "-f", form]):
        ours = printed(path, monkeypatch, "", *arguments)
        theirs = printed(server.url, monkeypatch, server.password, "--user", server.user, *arguments)
        assert (ours.exit_code, theirs.exit_code) == (0, 0), theirs.stderr
        if form == "json":
            assert json.loads(ours.stdout) == json.loads(theirs.stdout)
        else:
            assert ours.stdout == theirs.stdout
        assert ours.stderr == theirs.stderr


@pytest.mark.parametrize(
    "text",
    [
        "MATCH (n) DETACH DELETE n",
        "LOAD CSV FROM 'file:///etc/hostname' AS line RETURN line",
        "CALL db.createLabel('Foreign')",  # the server refuses it: the connection is read-only
        "MATCH (n) CALL { WITH n SET n.name = 'x' } RETURN n.id AS id",
    ],
)
def test_a_server_is_only_read(small, text):
    _, server = small
    with pytest.raises(UserError):
        served.run(server, text, {})
    with connected(server) as connection:
        assert connection.write("MATCH (n:KgNode) WHERE n.name <> 'x' RETURN count(n) AS n") == [
            {"n": rows(graphs.small()).size[0]}
        ]


def test_a_server_is_written_to_when_asked(small):
    _, server = small
    text = "MATCH (n:Person) SET n.seen = $name RETURN n.id AS id"
    assert len(served.run(server, text, {"name": "x"}, Bounds(writing=True)).rows) == 2
    assert served.run(server, "MATCH (n:Person {seen: 'x'}) RETURN count(n) AS n", {}).rows == [[2]]


def test_a_server_is_stopped_at_the_time_limit(small):
    _, server = small
    text = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a * b AS c WHERE c < 0 RETURN count(c) AS n"
    with pytest.raises(UserError, match=r"time limit of 0\.5 s; --timeout"):
        served.run(server, text, {}, Bounds(seconds=0.5))


FIVE = {
    "陈刚见过谁": ["王彤宙"],
    "青海省政府和哪些企业签了什么": ["青海省政府"],
    "西宁有哪些项目谁在建": ["行"],
    "谁主持了全省绿色算力产业发展大会、谁发言": ["吴晓军", "主持", "夏冰", "发言"],
    "吴晓军任过什么职": ["吴晓军", "省长"],
}


@pytest.mark.parametrize("both", ["seeds"], indirect=True)
@pytest.mark.parametrize("words", FIVE)
def test_five_questions_in_words_have_one_answer_on_both(words, both):
    _, path, server = both
    told = {}
    for place in (str(path), server.url):
        environment = {"KG_LANG": "zh", "COLUMNS": "100", "NEO4J_PASSWORD": server.password}
        done = CliRunner(env=environment).invoke(main, ["query", words, "--on", place])
        assert done.exit_code == 0, done.output
        told[place] = (done.stdout, done.stderr)
    assert told[str(path)] == told[server.url]
    assert all(word in done.stdout for word in FIVE[words])
