"""Heads of question files, their parameters, and what the questions answer on a small graph."""

from __future__ import annotations

import graphs
import pytest

from kg.errors import UserError
from kg.store import embedded, questions
from kg.store.answer import Bounds, Chain
from kg.store.ask import ask
from kg.store.cypher import Key, columns, ordering
from kg.store.rows import rows

TEXT = """// 谁？
// Who?
// name: 姓名 | a name
// most: 最多几个 | how many
:param name => '李明远';
:param most => 3;
:param sure => 0.5;
:param every => false;
:param kinds => ['Person', 'Meeting'];
MATCH (n) WHERE n.name = $name AND $most > 1 AND $sure > 0 AND ($every OR n.type IN $kinds)
RETURN n.name AS name ORDER BY name;
"""


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    path = tmp_path_factory.mktemp("small") / embedded.NAME
    embedded.write(rows(graphs.small()), path)
    return path


def answered(path, name, bounds=Bounds(), **given):  # noqa: B008  a frozen value
    question = questions.find(name)
    found = ask(question, questions.bind(question, given), path, bounds)
    return [dict(zip(found.columns, row, strict=True)) for row in found.rows]


def test_a_head_says_what_is_asked_and_with_what(small):
    question = questions.parse("who", TEXT)
    assert (question.chinese, question.english, question.neo4j_only) == ("谁？", "Who?", False)
    assert question.parameters["name"].meaning == ("姓名", "a name")
    assert questions.bind(question, {}) == {
        "name": "李明远",
        "most": 3,
        "sure": 0.5,
        "every": False,
        "kinds": ["Person", "Meeting"],
    }
    assert ask(question, questions.bind(question, {}), small, Bounds()).rows == [["李明远"]]


def test_given_values_have_the_type_of_the_default():
    question = questions.parse("who", TEXT)
    given = {"name": "7", "most": "7", "sure": "1", "every": "True", "kinds": "Project,Person"}
    expected = {"name": "7", "most": 7, "sure": 1.0, "every": True, "kinds": ["Project", "Person"]}
    assert questions.bind(question, given) == expected


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"nobody": "x"}, "no parameter 'nobody'; it has every, kinds, most, name, sure"),
        ({"most": "many"}, "'many' is no whole number"),
        ({"every": "perhaps"}, "no truth value"),
        ({"name": "\udcff"}, "no text"),
    ],
)
def test_values_that_do_not_fit_are_named(given, message):
    with pytest.raises(UserError, match=message):
        questions.bind(questions.parse("who", TEXT), given)


def test_a_file_without_a_head_needs_its_values(tmp_path):
    (tmp_path / "own.cypher").write_text("MATCH (n) WHERE n.name = $name RETURN n.id AS id", encoding="utf-8")
    question = questions.find(str(tmp_path / "own.cypher"))
    with pytest.raises(UserError, match="--param name="):
        questions.bind(question, {})
    assert questions.bind(question, {"name": "x"}) == {"name": "x"}


@pytest.mark.parametrize("name", ["nothing", "nothing.cypher", "../graphs"])
def test_a_question_that_is_not_there(name):
    with pytest.raises(UserError):
        questions.find(name)


def test_which_columns_are_collected():
    text = (
        "MATCH (a) WITH a, collect(a.name) AS l RETURN a.id, l AS list, size(l) AS n, collect(a) AS b, `x y` ORDER BY n"
    )
    assert [(column.name, column.collected) for column in columns(text)] == [
        ("a.id", False),
        ("list", True),
        ("n", False),
        ("b", True),
        ("x y", False),
    ]


@pytest.mark.parametrize("question", questions.everything(), ids=lambda question: question.name)
def test_columns_are_known_before_it_runs(question, small):
    found = ask(question, questions.bind(question, {}), small, Bounds(seconds=60))
    assert found.columns == tuple(column.name for column in columns(question.statement))


def test_officials_at_meetings(small):
    (row,) = answered(small, "officials_at_meetings", official="李明远")
    assert (row["meeting"], row["role"], row["date"]) == ("全省绿色发展大会", "speaker", "2024-05-06")
    assert row["sentences"] == ["李明远出席全省绿色发展大会并讲话。"]
    assert answered(small, "officials_at_meetings", official="赵一平") == []


def test_who_meets_whom_is_found_from_either_side(small):
    for one, other in (("李明远", "赵一平"), ("赵一平", "李明远")):
        rows_ = answered(small, "who_meets_whom", person=one)
        assert [(row["met"], row["first"]) for row in rows_] == [(other, "2024-05-06"), (other, "2024-03-27")]


def test_several_names_ask_for_any_of_them_and_a_pair_is_told_once(small):
    alone = answered(small, "who_meets_whom", person="李明远")
    assert answered(small, "who_meets_whom", person="李明远、无此人") == alone
    assert len(answered(small, "who_meets_whom", person="李明远、赵一平")) == 2
    assert len(answered(small, "who_meets_whom", person="赵一平", whom="李明远")) == 2
    assert len(answered(small, "who_meets_whom", whom="赵一平")) == 2
    assert answered(small, "who_meets_whom", person="赵一平", whom="无此人") == []


def test_the_shortest_chain_without_neo4j(small):
    (row,) = answered(small, "shortest_chain", start="李明远", finish="赵一平")
    assert (row["steps"], row["chain"]) == (1, ["李明远", "赵一平"])
    assert len(row["paths"]) == 2  # two days, two relationships
    assert all(isinstance(path, Chain) and path.edges[0].predicate == "MET_WITH" for path in row["paths"])
    assert answered(small, "shortest_chain", start="李明远", finish="无此人") == []


def test_longer_chains_lead_through_what_people_share(tmp_path):
    embedded.write(rows(graphs.large(40, 120)), tmp_path / "graph.lbug")
    found = answered(tmp_path / "graph.lbug", "shortest_chain", start="人物0000", finish="人物0001")
    assert found == sorted(found, key=lambda row: (row["steps"], row["chain"], row["ids"]))
    for row in found:
        assert row["steps"] == len(row["chain"]) - 1 == 2
        for path in row["paths"]:
            assert [node.id for node in path.nodes] == row["ids"]
            for edge, *ends in zip(path.edges, row["ids"], row["ids"][1:], strict=False):
                assert {edge.source, edge.target} == set(ends)


def test_a_question_that_needs_neo4j_says_so(small, tmp_path):
    (tmp_path / "own.cypher").write_text("// Neo4j only: x\nRETURN 1 AS x", encoding="utf-8")
    with pytest.raises(UserError, match="needs Neo4j"):
        answered(small, str(tmp_path / "own.cypher"))


def test_what_rows_are_ordered_by():
    text = "MATCH (a)-[r]->(b) RETURN a.name AS name, r ORDER BY name DESC, r.id, coalesce(r.role, '');"
    assert ordering(text) == (Key("name", descending=True), Key("r", "id"), Key("r", "role", ""))
    assert ordering("MATCH (a) RETURN a.name AS name ORDER BY size(name)") == ()
    assert all(ordering(question.statement) for question in questions.everything())


def test_many_rows_are_in_order(tmp_path):
    embedded.write(rows(graphs.varied(600, 3000)), tmp_path / embedded.NAME)
    text = "MATCH (a)-[r]->(b) RETURN a.name AS name, r.amount_yuan AS yuan, r ORDER BY yuan DESC, name, r.id"
    found = embedded.run(tmp_path / embedded.NAME, text, {}).rows
    assert len(found) > 5000
    assert found[0][1] is None  # null comes first where the greatest does
    assert [row[1] or 0 for row in found if row[1]] == sorted([row[1] for row in found if row[1]], reverse=True)
    first = embedded.run(tmp_path / embedded.NAME, text, {}, Bounds(rows=100))
    assert ([row[2].id for row in first.rows], first.cut) == ([row[2].id for row in found[:100]], True)
