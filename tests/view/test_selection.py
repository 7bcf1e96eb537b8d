from __future__ import annotations

import pytest
from graphs import small

from kg.errors import UserError
from kg.graph import build
from kg.ontology import ontology
from kg.view.selection import Selection, narrowed, parse, predicates, selected


def facts(graph):
    return {(graph.nodes[a]["name"], label, graph.nodes[b]["name"]) for a, b, label in graph.edges(data="label")}


def test_nothing_asked_is_everything():
    graph = build(small())
    assert selected(graph, Selection()) is graph


def test_each_word_chooses_and_together_they_choose_less():
    graph = build(small())
    assert {label for _, label, _ in facts(selected(graph, Selection(only=("MET_WITH", "VISITED"))))} == {
        "会见",
        "考察",
    }
    assert facts(selected(graph, Selection(first="2024-05-01", only=("LOCATED_IN",)))) == {
        ("风电基地项目", "位于", "临江市")
    }
    near = selected(graph, Selection(around="赵一平"))
    assert {name for _, name in near.nodes(data="name")} == {"赵一平", "李明远", "江海公司"}
    assert "协议" not in {kind for _, kind in selected(graph, Selection(view="officials")).nodes(data="label")}


def test_a_selection_is_told_and_read_back():
    wanted = Selection(only=("MET_WITH",), first="2024-01-01", around="李明远", steps=2)
    assert parse(wanted.text()) == wanted
    assert Selection().text() == ""
    assert parse("") == Selection()
    for text in ("{", "[]", '{"other":1}', '{"steps":"two"}', '{"least":true}', '{"only":"VISITED"}', "[" * 5000):
        with pytest.raises(UserError, match="no selection"):
            parse(text)


def test_predicates_go_by_either_name_and_unknown_ones_are_named():
    assert predicates(("会见,MET_WITH、visited",), ontology()) == ("MET_WITH", "VISITED")
    with pytest.raises(UserError, match="吃饭"):
        predicates(("吃饭",), ontology())
    with pytest.raises(UserError, match="none of index"):
        selected(build(small()), Selection(view="nothing"))


def test_the_records_of_a_part_give_the_part_again():
    resolution = small()
    part = selected(build(resolution), Selection(only=("MET_WITH",)))
    again = build(narrowed(resolution, part))
    assert list(again.nodes(data=True)) == list(part.nodes(data=True))
    assert list(again.edges(data=True, keys=True)) == list(part.edges(data=True, keys=True))
