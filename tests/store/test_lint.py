"""The lint accepts the questions that come with kg and refuses what only one database understands."""

from __future__ import annotations

import subprocess
import sys

import pytest

from kg.store import lint
from kg.store.questions import everything, folder, parse

HEAD = "// 问什么？\n// What is asked?\n"
ENDING = " RETURN a.id AS id ORDER BY id"


@pytest.mark.parametrize("question", everything(), ids=lambda question: question.name)
def test_our_questions_pass(question):
    assert list(lint.complaints(question)) == []


def test_there_are_enough_of_them():
    assert len(everything()) >= 16


@pytest.mark.parametrize(
    "statement",
    [
        "MATCH (a:Person) WHERE type(a) = 'x'",
        "MATCH (a:Person) WHERE head(a.names) = 'x'",
        "MATCH (a:Person) WHERE toString(a.count) = 'x'",
        "MATCH (a:Person) WHERE substring(a.name, 0, 1) = 'x'",
        "MATCH (a:Person) WHERE a.names[0] = 'x'",
        "MATCH (a:Person) WITH a, collect(a.name)[0..3] AS names",
        "MATCH (a:Person) WITH a, [x IN a.names WHERE x <> ''] AS names",
        "MATCH (a:Person) WITH a, a {.name} AS map",
        "MATCH (a) WHERE a:Person",
        "MATCH (a:Person:Organization)",
        "MATCH (a) WHERE EXISTS { (a)-[:VISITED]->() }",
        "MATCH (a) WHERE COUNT { (a)-[:VISITED]->() } > 1",
        "MATCH (a) WHERE exists((a)-[:VISITED]->())",
        "MATCH (a) WHERE a.nosuch = 1",
        "MATCH (a)-[r]->() WHERE r.starts = 1",
        "MATCH (a) WHERE a.name =~ $name",
        "MATCH (a) WHERE a.name || 'x' = 'xx'",
        "MATCH (a) WITH a ORDER BY a.name",
        "MATCH (a)-[:MET_WITH]-(b)",
        "MATCH (a)-[:MET_WITH]-(b) WHERE a.id < b.id OR a.name = 'x'",
        "MATCH (a)-[:ATTENDED]->()<-[:ATTENDED]-(b)",
        "MATCH (a)-[r]->(), (b)-[s]->(c)",
        "MATCH (a)-[:MET_WITH*]->(b) WITH DISTINCT a",
        "MATCH (a)-[:MET_WITH*1..3]->(b)",
        "MATCH p = shortestPath((a)-[*..3]-(b)) WHERE a.id <> b.id",
        "CALL db.labels() YIELD label MATCH (a)",
        "MATCH (a) DETACH DELETE a WITH a",
        "MATCH (a) WHERE a.name = $undeclared",
    ],
)
def test_what_only_one_understands_is_refused(statement):
    assert list(lint.complaints(parse("made_up", HEAD + statement + ENDING)))


@pytest.mark.parametrize(
    "statement",
    [
        "MATCH (a:Person|Organization) WHERE a.name STARTS WITH 'x' OR any(x IN a.names WHERE x = 'y')",
        "MATCH (a)-[r:MET_WITH]-(b) WHERE a.id <> b.id AND a.id < b.id",
        "MATCH (a)-[:ATTENDED]->(m)<-[:ATTENDED]-(b) WHERE a.id <> b.id",
        "MATCH (a)-[:VISITED]->(x)<-[:LOCATED_IN]-(p)",
        "MATCH (a)-[:MET_WITH*1..3]->(b) WITH DISTINCT a",
        "MATCH (a) WITH a ORDER BY a.name LIMIT 3",
        "MATCH (a) WHERE EXISTS { MATCH (a)-[:VISITED]->(b) WHERE b.name = 'x' } AND COUNT { MATCH (a)-->() } > 1",
        "MATCH (a) WITH a, collect({name: a.name, day: a.date}) AS list UNWIND list AS one WITH a, one.day AS day",
        "MATCH (a) WHERE a.names[0..1] = ['x'] // [x IN a.names]\n",
        "MATCH (a) WHERE a.names[-1] = 'x'",
    ],
)
def test_what_both_understand_passes(statement):
    assert list(lint.complaints(parse("made_up", HEAD + statement + ENDING))) == []


def test_a_question_has_a_head_an_order_and_names():
    assert list(lint.complaints(parse("x", "MATCH (a) RETURN a.id AS id ORDER BY id")))
    assert list(lint.complaints(parse("x", HEAD + "MATCH (a) RETURN a.id AS id")))
    assert list(lint.complaints(parse("x", HEAD + "MATCH (a) RETURN * ORDER BY a.id")))
    assert list(lint.complaints(parse("x", HEAD + ":param name => '';\nMATCH (a) RETURN a.id AS id ORDER BY id")))


def test_it_runs_by_itself(tmp_path):
    (tmp_path / "bad.cypher").write_text(
        f"{HEAD}\nMATCH (a)\nRETURN head(a.names) AS x\nORDER BY x\n", encoding="utf-8"
    )
    command = [sys.executable, "-m", "kg.store.lint"]
    assert subprocess.run([*command, str(folder() / "questions")], capture_output=True, check=False).returncode == 0
    done = subprocess.run([*command, str(tmp_path)], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 1
    assert "bad.cypher:5: head()" in done.stderr
