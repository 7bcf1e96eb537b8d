"""`kg query` as a user meets it: tables, files, limits, and values that would like to be Cypher."""

from __future__ import annotations

import csv
import json
from io import StringIO

import graphs
import networkx as nx
import pytest
from click.testing import CliRunner
from pages import held

from kg.cli import main
from kg.store import embedded, questions
from kg.store.rows import rows

HOSTILE = ("'}) DETACH DELETE n //", "' OR true //", '"', "\x00", "\\", "$x", "长" * 10_000, "=1+1", "\ud800")


@pytest.fixture(scope="module")
def out(tmp_path_factory):
    folder = tmp_path_factory.mktemp("out")
    embedded.write(rows(graphs.small()), folder / embedded.NAME)
    return folder


def query(*arguments):
    return CliRunner().invoke(main, ["query", *map(str, arguments)])


def test_a_table_for_people(out):
    done = query("officials_at_meetings", "--on", out)
    assert done.exit_code == 0
    head, rule, *lines = done.stdout.splitlines()
    assert head.split() == ["official", "role", "meeting", "date", "status", "sentences"]
    assert set(rule) == {"─", " "}
    assert lines == ["李明远    speaker  全省绿色发展大会  2024-05-06  done    李明远出席全省绿色发展大会并讲话。"]
    assert done.stderr == ""


def test_a_folder_or_a_file_of_any_name(out, tmp_path):
    (tmp_path / "other.lbug").write_bytes((out / embedded.NAME).read_bytes())
    assert query("posts", "--on", tmp_path / "other.lbug").stdout == query("posts", "--on", out).stdout


def test_json_holds_everything(out):
    (row,) = json.loads(query("officials_at_meetings", "--on", out, "-f", "json").stdout)
    assert row["sentences"] == ["李明远出席全省绿色发展大会并讲话。"]
    assert row["r"]["source"] == row["p"]["id"]
    assert json.loads(query("branches", "--on", out, "-f", "json").stdout) == []


def test_csv_is_for_spreadsheets(out, tmp_path):
    assert query("posts", "--on", out, "-f", "csv", "-o", tmp_path / "posts.csv").exit_code == 0
    text = (tmp_path / "posts.csv").read_bytes().decode("utf-8-sig")
    first, *_ = csv.DictReader(StringIO(text, newline=""))
    assert (first["person"], first["organization"], first["titles"]) == ("李明远", "云岭省委", "书记")
    assert "p" not in first


def test_csv_runs_no_formula(tmp_path):
    embedded.write(rows(graphs.hostile()), tmp_path / embedded.NAME)
    text = query("posts", "--on", tmp_path, "-f", "csv", "--limit", 0).stdout.removeprefix("\ufeff")
    people = {row["person"] for row in csv.DictReader(StringIO(text, newline=""))}
    assert "'+1+1" in people
    assert not any(name.lstrip(" ").startswith(("=", "+", "-", "@", "\t")) for name in people)


def test_graphml_holds_the_nodes_and_relationships_of_the_rows(out, tmp_path):
    assert query("who_meets_whom", "--on", out, "-f", "graphml", "-o", tmp_path / "x.graphml").exit_code == 0
    graph = nx.read_graphml(tmp_path / "x.graphml")
    assert sorted(name for _, name in graph.nodes(data="name")) == ["李明远", "赵一平"]
    assert [edge["predicate"] for *_, edge in graph.edges(data=True)] == ["MET_WITH", "MET_WITH"]
    done = query("co_attendance", "--on", out, "-f", "graphml", "--param", "person=李明远")
    assert done.exit_code == 0  # no rows: an empty graph
    assert "no nodes" in query("brokers", "--on", out, "-f", "graphml").stderr


def test_what_is_cut_is_said(out):
    done = query("posts", "--on", out, "--limit", 1)
    assert (done.exit_code, len(done.stdout.splitlines())) == (0, 3)
    assert "only the first 1 rows; --limit 0 shows all" in done.stderr


def test_the_time_limit_is_said(tmp_path):
    embedded.write(rows(graphs.large(200, 4000)), tmp_path / embedded.NAME)
    (tmp_path / "slow.cypher").write_text(
        "MATCH (a)-[:HOLDS_POSITION]->()<-[:HOLDS_POSITION]-()-[:HOLDS_POSITION]->(b) RETURN a.id, b.id, count(*)",
        encoding="utf-8",
    )
    done = query(tmp_path / "slow.cypher", "--on", tmp_path, "--timeout", 0.05)
    assert (done.exit_code, "stopped at the time limit of 0.05 s; --timeout" in done.stderr) == (1, True)


@pytest.mark.parametrize("value", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("question", questions.everything(), ids=lambda question: question.name)
def test_hostile_values_change_nothing(out, question, value):
    texts = [name for name, parameter in question.parameters.items() if isinstance(parameter.default, str)]
    given = [item for name in texts for item in ("--param", f"{name}={value}")]
    before = (out / embedded.NAME).read_bytes()
    done = query(question.name, "--on", out, "-f", "json", *given)
    if value == "\ud800":
        assert done.exit_code == (1 if given else 0)
    else:
        assert (done.exit_code, json.loads(done.stdout)) == (0, [])
    assert (out / embedded.NAME).read_bytes() == before


def test_nothing_is_written_unless_asked_for(out, tmp_path):
    (tmp_path / embedded.NAME).write_bytes((out / embedded.NAME).read_bytes())
    (tmp_path / "change.cypher").write_text("MATCH (n:Person) SET n.name = 'x' RETURN n.id AS id", encoding="utf-8")
    done = query(tmp_path / "change.cypher", "--on", tmp_path)
    assert (done.exit_code, "SET does more than read; --write allows it" in done.stderr) == (1, True)
    assert held(tmp_path / embedded.NAME) == held(out / embedded.NAME)
    assert query(tmp_path / "change.cypher", "--on", tmp_path, "--write").exit_code == 0
    assert held(tmp_path / embedded.NAME) != held(out / embedded.NAME)


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        ([], 2, "kg query --list"),
        (["nothing"], 1, "'nothing' is no question; there are aliases, "),
        (["posts", "--param", "person"], 2, "write NAME=VALUE"),
        (["posts", "--param", "people=x"], 1, "no parameter 'people'"),
        (["posts", "--on", "no-such-folder"], 1, "no database there; `kg build` writes one"),
        (["posts", "--on", "neo4j://user:secret@localhost"], 1, "NEO4J_PASSWORD"),
        (["posts", "--on", "neo4j://localhost"], 1, "set NEO4J_PASSWORD"),
    ],
)
def test_mistakes_are_named_in_one_line(arguments, status, message, monkeypatch):
    monkeypatch.delenv("NEO4J_PASSWORD", raising=False)
    done = query(*arguments)
    assert (done.exit_code, message in done.stderr) == (status, True), done.stderr
    assert "secret" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == (1 if status == 1 else 4)


def test_the_list_shows_every_question_with_its_parameters():
    shown = query("--list").stdout
    for question in questions.everything():
        for text in (question.name, question.chinese, question.english, *question.parameters):
            assert text in shown
