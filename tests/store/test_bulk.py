"""`kg export -f neo4j`, read by the real importer: the same database as `kg load` makes, the same answers."""

from __future__ import annotations

import csv
import secrets
import shlex
import subprocess

import graphs
import neo4j_server
import pytest
from databases import contents, emptied, real

from kg.ontology import ontology
from kg.store import bulk, questions
from kg.store.answer import Bounds
from kg.store.ask import ask, plain
from kg.store.load import build_id, load
from kg.store.neo4j import Server, connected
from kg.store.rows import rows


@pytest.mark.parametrize("make", [graphs.small, graphs.extreme])
def test_every_row_stands_in_the_files_with_typed_headers(tmp_path, make):
    found = rows(make())
    bulk.write(found, tmp_path, "build")
    csv.field_size_limit(1_000_000)
    for label, some in found.nodes.items():
        if some:
            with (tmp_path / f"nodes-{label}.csv").open(encoding="utf-8", newline="") as file:
                read = list(csv.DictReader(file))
            assert [row["id:ID"] for row in read] == [row["id"] for row in some]
            assert [row["name:string"] for row in read] == [row["name"] for row in some]
            assert [row["names:string[]"].split(bulk.ARRAY) for row in read] == [row["names"] for row in some]
    for kind, some in found.edges.items():
        if some:
            with (tmp_path / f"edges-{kind}.csv").open(encoding="utf-8", newline="") as file:
                ends = [(row[":START_ID"], row[":END_ID"]) for row in csv.DictReader(file)]
            assert ends == [(edge.source, edge.target) for edge in some]
        assert (tmp_path / f"edges-{kind}.csv").exists() == bool(some)


@pytest.mark.slow
@pytest.mark.parametrize("make", [lambda: real("articles"), graphs.extreme], ids=["seeds", "hostile"])
def test_neo4j_admin_imports_what_load_writes_and_questions_have_the_same_answers(tmp_path, make):
    neo4j_server.need_server()
    found = rows(make())
    bulk.write(found, tmp_path / "files", build_id(found))
    jars = neo4j_server.assembled(tmp_path)
    home = tmp_path / "home"
    server = neo4j_server.LocalServer(home, jars, *neo4j_server.free_ports(2), secrets.token_hex(8))
    server.configure()
    admin = tmp_path / "neo4j-admin"
    admin.write_text(
        f'#!/bin/sh\nexec {shlex.join(server.command("org.neo4j.cli.AdminTool"))} "$@"\n', encoding="utf-8"
    )
    admin.chmod(0o755)
    environment = {**server.environment(), "NEO4J_ADMIN": str(admin)}
    done = subprocess.run(
        ["sh", str(tmp_path / "files" / bulk.SCRIPT)], env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    try:
        server.start()
        where = Server(server.url, server.user, server.password)
        with connected(where) as connection:
            for statement in (tmp_path / "files" / bulk.AFTER).read_text(encoding="utf-8").split(";\n")[:-1]:
                connection.command(statement)
            connection.command("CALL db.awaitIndexes(300)")
            imported = contents(connection, build=True)
            answers = [answered(question, where) for question in questions.everything()]
            emptied(connection)
            load(connection, found, ontology())
            assert imported == contents(connection, build=True)
            assert answers == [answered(question, where) for question in questions.everything()]
        assert len(answers) == 21
    finally:
        server.kill()


def answered(question, where):
    answer = ask(question, questions.bind(question, {}), where, Bounds(0, 300))
    return question.name, answer.columns, [[plain(value) for value in row] for row in answer.rows]
