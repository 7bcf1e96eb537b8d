"""Loading into a real Neo4j, asking it, taking back, and what goes wrong on the way."""

from __future__ import annotations

import dataclasses
import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path

import graphs
import neo4j
import neo4j_server
import pytest
from databases import contents, emptied, real, without

from kg.export import lines
from kg.ontology import ontology
from kg.store import neo4j as door
from kg.store.load import difference, load, prepare, prune
from kg.store.neo4j import DatabaseError, Server, connected
from kg.store.questions import bind, everything
from kg.store.retract import retract
from kg.store.rows import rows

ROOT = Path(__file__).parents[2]
COUNT = "MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN count(DISTINCT n) AS nodes, count(DISTINCT n) + count(r) AS n"
HOSTILE = ("'}) DETACH DELETE n //", "\x00", "长" * 10_000, "\\' OR 1=1 //")


@pytest.fixture(scope="module")
def server(neo4j_at):
    found = Server(neo4j_at.url, neo4j_at.user, neo4j_at.password)
    with connected(found) as connection:
        assert connection.write("MATCH (n) RETURN count(n) AS n")[0]["n"] == 0, "this server is not empty"
        prepare(connection, ontology())
    yield found
    with connected(found) as connection:
        emptied(connection)


@pytest.fixture
def connection(server):
    with connected(server) as connection:
        emptied(connection)
        yield connection


@pytest.fixture(scope="module")
def whole():
    return rows(real("articles", "written/articles"))


@pytest.fixture(scope="module")
def resolution():
    return real("articles")


@pytest.fixture(scope="module")
def found(resolution):
    return rows(resolution)


@pytest.fixture(scope="module")
def out(resolution, tmp_path_factory):
    folder = tmp_path_factory.mktemp("out")
    lines.write(resolution, folder)
    return folder


def environment(server) -> dict[str, str]:
    return {**os.environ, "NEO4J_USERNAME": server.user, "NEO4J_PASSWORD": server.password}


def kg(server, *arguments) -> subprocess.CompletedProcess:
    command = [sys.executable, "-m", "kg", *map(str, arguments)]
    return subprocess.run(
        command, env=environment(server), capture_output=True, text=True, encoding="utf-8", check=False
    )


def test_what_is_loaded_is_the_rows_and_twice_is_once(connection, whole):
    build = load(connection, whole, ontology())
    once = contents(connection, build=True)
    assert load(connection, whole, ontology()) == build
    assert contents(connection, build=True) == once
    nodes, edges = contents(connection)
    expected = {row["id"]: row for part in whole.nodes.values() for row in part}
    assert {key[0]: row for key, row in nodes.items()} == expected
    assert {key[1:] for key in nodes} == {tuple(sorted(("KgNode", label))) for label in whole.nodes}
    stored = {key[3]: row for key, row in edges.items()}
    for part in whole.edges.values():
        for edge in part:
            known = {name: value for name, value in edge.properties.items() if value is not None}
            assert stored[edge.properties["id"]] == known
    assert len(stored) == whole.size[1]
    assert difference(connection, whole) == type(difference(connection, whole))(0, 0, 0, 0)


def test_full_text_search_finds_chinese_words(connection, whole):
    load(connection, whole, ontology())
    connection.command("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()")
    person = whole.nodes["Person"][0]["name"]
    named = connection.write(
        "CALL db.index.fulltext.queryNodes('kg_names', $q) YIELD node RETURN node.name AS n", q=person
    )
    assert person in [row["n"] for row in named]
    sentence = whole.edges["ATTENDED"][0].properties["sentences"][0]
    shown = connection.write(
        "CALL db.index.fulltext.queryRelationships('kg_evidence', $q) YIELD relationship AS r RETURN r.sentences AS s",
        q='"' + re.sub(r"\W+", " ", sentence)[:12].strip() + '"',
    )
    assert any(sentence in row["s"] for row in shown)


def test_prune_leaves_what_the_later_build_has(connection, resolution, found):
    later = rows(without(resolution, resolution.articles[0].id))
    load(connection, later, ontology())
    clean = contents(connection)
    emptied(connection)
    load(connection, rows(graphs.small()), ontology())
    load(connection, found, ontology())
    done = prune(connection, load(connection, later, ontology()))
    assert contents(connection) == clean
    assert (done.nodes > 0, done.relationships > 0, done.kept) == (True, True, 0)


def test_retracting_an_article_is_as_if_it_had_not_been_there(connection, resolution, found):
    edges = [edge.properties for name, part in found.edges.items() if name != "MENTIONS" for edge in part]
    shared = sorted({article for edge in edges if len(edge["articles"]) > 1 for article in edge["articles"]})
    chosen = [*shared[:2], resolution.articles[0].id]
    left = resolution
    load(connection, found, ontology())
    for article in dict.fromkeys(chosen):
        left = without(left, article)
        retract(connection, article, ontology())
        nodes, edges = contents(connection)
        expected = rows(left)
        assert {key[0]: row for key, row in nodes.items()} == {
            row["id"]: row for part in expected.nodes.values() for row in part
        }
        assert {key[3]: row for key, row in edges.items()} == {
            edge.properties["id"]: {name: value for name, value in edge.properties.items() if value is not None}
            for part in expected.edges.values()
            for edge in part
        }
    with pytest.raises(DatabaseError, match="no article"):
        retract(connection, chosen[0], ontology())


def test_an_article_printed_twice_is_retracted_once(connection):
    load(connection, rows(graphs.small()), ontology())
    done = retract(connection, graphs.small().articles[1].id, ontology())
    assert (done.removed, done.reduced, done.nodes) == (0, 2, 1)
    _, edges = contents(connection)
    (post,) = [row for row in edges.values() if row.get("titles") == ["书记"]]
    assert (post["articles"], post["first"], post["last"], post["count"]) == (
        ["第1版.txt#1", "第3版.txt#3"],
        "2024-03-27",
        "2024-05-06",
        2,
    )


def test_other_peoples_nodes_are_left_alone(connection):
    theirs = """CREATE (p:Person {name: '李明远', id: $id})-[:ATTENDED {id: 'x'}]->(:Meeting {name: '家长会'}),
    (:Person {name: '李明远', id: $id}), (p)-[:KNOWS]->(:Article {id: '第1版.txt#1'})"""
    same = rows(graphs.small()).nodes["Person"][0]["id"]
    connection.write(theirs, id=same)
    names = "MATCH (n) WHERE NOT n:KgNode OPTIONAL MATCH (n)-[r]->(m) RETURN n, labels(n), r, m ORDER BY id(n), id(m)"
    before = connection.write(names)
    build = load(connection, rows(graphs.small()), ontology())
    connection.write("MATCH (a:Person {name: '李明远'}), (b:KgNode {id: $id}) MERGE (a)-[:SAME_AS]->(b)", id=same)
    tied = connection.write("MATCH ()-[r:SAME_AS]->() RETURN count(r) AS n")[0]["n"]
    for article in graphs.small().articles:
        retract(connection, article.id, ontology())
    assert connection.write("MATCH ()-[r:SAME_AS]->() RETURN count(r) AS n")[0]["n"] == tied
    left = connection.write("MATCH (n:KgNode) RETURN properties(n) AS n")
    assert left == [{"n": {"id": same, "type": "Person", "label": "人物", "build": build}}]
    load(connection, rows(graphs.small()), ontology())
    again = load(connection, rows(graphs.gold()), ontology())
    assert prune(connection, again).kept == 1
    connection.write("MATCH ()-[r:SAME_AS]->() DELETE r")
    assert connection.write(names) == before


def test_what_others_tied_to_an_earlier_id_moves_to_the_one_of_today(connection, server, found, out):
    person, other = (row["id"] for row in found.nodes["Person"][:2])
    load(connection, found, ontology())
    clean = contents(connection)
    earlier = f"""MERGE (a:KgNode {{id: 'before'}}) SET a:Person:Watched, a.build = 'x', a.name = '旧名', a.note = '查'
    MERGE (b:KgNode {{id: 'older'}}) SET b:Person, b.build = 'x', b.note = '再查'
    MERGE (c:KgNode {{id: 'nobody'}}) SET c:Person, c.build = 'x'
    WITH a, b, c MATCH (p:KgNode {{id: '{other}'}}) SET p.note = '有了'
    MERGE (a)-[:ATTENDED {{id: 'gone', build: 'x'}}]->(p) MERGE (a)-[:KNOWS {{since: 2020}}]->(b)
    MERGE (:Desk {{name: '编辑'}})-[:FOLLOWS]->(a) MERGE (c)-[:KNOWS]->(a)"""
    connection.write(earlier)
    led = [("before", person), ("older", other), ("nobody", None), ("unknown", person)]
    lines = [json.dumps({"from": old, "kind": "redirect", "schema": 1, "to": new}) for old, new in led]
    (out / "redirects.jsonl").write_text("\n".join(lines), encoding="utf-8")
    for said in ("redirected: 2 nodes, 3 relationships of others\n", ""):
        done = kg(server, "load", out, "--to", server.url)
        assert (done.returncode, done.stderr) == (0, "")
        assert said in done.stdout
        assert ("redirected" in done.stdout) is bool(said)
    ties = """MATCH (a)-[r:KNOWS|FOLLOWS]->(b)
    RETURN coalesce(a.id, a.name) AS a, type(r) AS r, r.since AS since, b.id AS b ORDER BY a = '编辑', a = 'nobody'"""
    assert connection.write(ties) == [
        {"a": person, "r": "KNOWS", "since": 2020, "b": other},
        {"a": "nobody", "r": "KNOWS", "since": None, "b": person},
        {"a": "编辑", "r": "FOLLOWS", "since": None, "b": person},
    ]
    noted = "MATCH (n:KgNode) WHERE n.note IS NOT NULL RETURN n.id AS id, n.note AS note, n:Watched AS watched"
    assert sorted(connection.write(noted), key=lambda row: row["note"]) == [
        {"id": other, "note": "有了", "watched": False},
        {"id": person, "note": "查", "watched": True},
    ]
    connection.write("MATCH (n) WHERE n:Desk OR n.id = 'nobody' DETACH DELETE n")
    connection.write("MATCH ()-[r:KNOWS]->() DELETE r")
    connection.write("MATCH (n:KgNode) REMOVE n.note, n:Watched")
    assert contents(connection) == clean
    (out / "redirects.jsonl").unlink()


def test_hostile_names_travel_as_they_are(connection):
    hostile = rows(graphs.hostile())
    load(connection, hostile, ontology())
    nodes, edges = contents(connection)
    assert {key[0]: row for key, row in nodes.items()} == {
        row["id"]: row for part in hostile.nodes.values() for row in part
    }
    assert len(edges) == hostile.size[1]
    labels = {row["label"] for row in connection.write("CALL db.labels() YIELD label RETURN label")}
    assert labels <= {"KgNode", "Article", *ontology().types}
    for one in graphs.hostile().articles:
        retract(connection, one.id, ontology())
    assert contents(connection) == ({}, {})


@pytest.mark.slow
def test_every_question_has_an_answer_and_hostile_values_change_nothing(connection, server, whole):
    load(connection, whole, ontology())
    before = connection.write(COUNT)
    with connected(server, read_only=True) as reading:
        for question in everything():
            usual = bind(question, {})
            assert list(reading.read(question.statement, usual)), question.name
            for value in HOSTILE:
                hostile = {name: [value] if isinstance(default, list) else value for name, default in usual.items()}
                list(reading.read(question.statement, hostile))
    with pytest.raises(DatabaseError, match="may only read"), connected(server, read_only=True) as reading:
        list(reading.read("CREATE (n:KgNode {id: 'x'})", {}))
    assert connection.write(COUNT) == before == [{"nodes": whole.size[0], "n": sum(whole.size)}]


@pytest.mark.slow
def test_a_killed_loader_is_completed_by_the_next(connection, server, found, out):
    load(connection, found, ontology())
    clean = contents(connection, build=True)
    command = [sys.executable, "-m", "kg", "load", str(out), "--to", server.url]
    total, cut = sum(found.size), 0
    for share in (0.05, 0.4, 0.8):
        emptied(connection)
        with subprocess.Popen(command, env=environment(server), stderr=subprocess.PIPE) as loader:
            while loader.poll() is None and connection.write(COUNT)[0]["n"] <= share * total:
                time.sleep(0.002)
            loader.kill()
        cut += 0 < connection.write(COUNT)[0]["n"] < total
        load(connection, found, ontology())
        assert contents(connection, build=True) == clean
    assert cut, "no loader was killed in the middle"


def test_two_loaders_at_once_end_in_the_same_graph(connection, server, found, out):
    command = [sys.executable, "-m", "kg", "load", str(out), "--to", server.url]
    loaders = [subprocess.Popen(command, env=environment(server), stderr=subprocess.PIPE) for _ in range(2)]
    assert [(loader.communicate()[1], loader.returncode) for loader in loaders] == [(b"", 0)] * 2
    both = contents(connection, build=True)
    emptied(connection)
    load(connection, found, ontology())
    assert contents(connection, build=True) == both


@pytest.mark.parametrize("name", ["README.md"])
def test_the_lines_of_the_readme_that_name_a_server_run(connection, server, found, out, name):
    text = (ROOT / name).read_text(encoding="utf-8")
    calls = [line.split("  #")[0] for line in text.splitlines() if line.startswith("kg ") and "neo4j://" in line]
    assert {line.split()[1] for line in calls} >= {"load", "retract"}
    command = f'"{sys.executable}" -m kg '
    for call in calls:
        here = call.replace("neo4j://localhost:7687", server.url).replace(" out ", f' "{out}" ')
        line = here.replace("kg ", command, 1)
        done = subprocess.run(
            line, shell=True, env=environment(server), cwd=ROOT, capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stderr) == (0, ""), line


def test_a_dry_run_writes_nothing_and_says_what_would_be(connection, server, found, out):
    done = kg(server, "load", out, "--to", server.url, "--dry-run")
    assert (done.returncode, done.stderr) == (0, "")
    assert f"nodes: {found.size[0]}, new {found.size[0]}, gone 0" in done.stdout
    assert contents(connection) == ({}, {})
    load(connection, rows(graphs.small()), ontology())
    size = rows(graphs.small()).size
    done = kg(server, "load", out, "--to", server.url, "--dry-run", "--prune")
    assert f"gone {size[0]}\n" in done.stdout
    assert kg(server, "load", out, "--to", server.url, "--prune").stdout.count(f"removed: {size[0]} nodes") == 1


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"password": "not this one"}, "'neo4j' is not let in .*NEO4J_PASSWORD"),
        ({"url": "bolt://127.0.0.1:1"}, "no Neo4j server answers there"),
        ({"url": "neo4j://127.0.0.1:1"}, "no Neo4j server answers there"),
        ({"database": "nowhere"}, "no database 'nowhere'"),
    ],
)
def test_errors_say_what_and_where(server, change, message):
    with (
        pytest.raises(DatabaseError, match=message),
        connected(dataclasses.replace(server, **change)) as connection,
    ):
        connection.write("RETURN 1 AS one")


@pytest.mark.parametrize(
    ("code", "message", "said"),
    [
        ("Neo.ClientError.General.WriteOnReadOnlyAccessDatabase", "No write operations are allowed", "read-only"),
        ("Neo.DatabaseError.Transaction.TransactionCommitFailed", "No space left on device", "disk is full"),
        ("Neo.TransientError.General.MemoryPoolOutOfMemoryError", "limit reached", "too little memory"),
        ("Neo.ClientError.Statement.SyntaxError", "Invalid input", "refused: Neo.ClientError.Statement.SyntaxError"),
    ],
)
def test_what_a_server_refuses_is_said_in_words(server, code, message, said):
    error = neo4j.exceptions.Neo4jError._hydrate_neo4j(code=code, message=message)
    with pytest.raises(DatabaseError, match=said), door._explained(server, "silent: {}"):
        raise error


@pytest.mark.parametrize(
    "url", ["neo4j://me:geheim@localhost", "http://localhost", "localhost", "bolt://", "bolt://a:x"]
)
def test_a_url_with_a_password_or_of_another_kind_is_refused(url):
    with pytest.raises(DatabaseError) as refused:
        Server(url, "neo4j", "x")
    assert "geheim" not in str(refused.value)


@pytest.mark.parametrize(
    ("agent", "fits"),
    [("Neo4j/5.26.30", True), ("Neo4j/2025.06.0", True), ("Neo4j/5.25.1", False), ("Neo4j/4.4.0", False), ("", False)],
)
def test_versions_that_are_accepted(agent, fits):
    server = Server("bolt://localhost", "neo4j", "x")
    if fits:
        door._check_version(agent, server)
        return
    with pytest.raises(DatabaseError, match=r"accepted are Neo4j 5\.26"):
        door._check_version(agent, server)


def test_passwords_are_not_shown(server):
    assert server.password not in repr(server)
    done = kg(server, "load", "--to", "neo4j://me:geheim@localhost:7687", ROOT / "seeds")
    assert (done.returncode, done.stdout) == (1, "")
    assert "geheim" not in done.stderr


@pytest.mark.slow
def test_a_server_that_is_killed_and_comes_back(connection, server, neo4j_at, monkeypatch):
    """Last in this file: it stops the server in the middle of a load, and starts it again."""
    if not isinstance(neo4j_at, neo4j_server.LocalServer):
        pytest.skip("KG_NEO4J_URI is not ours to stop")
    found = rows(graphs.small())
    load(connection, found, ontology())
    clean = contents(connection, build=True)
    emptied(connection)

    def stop(done: int, total: int) -> None:
        if done > total / 2:
            neo4j_at.kill()

    with monkeypatch.context() as patient:
        patient.setattr(door, "RETRY_SECONDS", 1.0)
        with pytest.raises(DatabaseError, match="connection was lost"), connected(server) as lost:
            load(lost, found, ontology(), stop)
    neo4j_at.start()
    with connected(server) as back:
        assert 0 < back.write("MATCH (n) RETURN count(n) AS n")[0]["n"] <= found.size[0]
        load(back, found, ontology())
        assert contents(back, build=True) == clean
