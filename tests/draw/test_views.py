from __future__ import annotations

import pytest
from graphs import article, entity, gold, small, triple

from kg.graph import build
from kg.model import Resolution
from kg.ontology import ontology
from kg.view.views import PAGES, VIEWS, edges_of, facts_of, find, select


def test_views_name_only_what_the_ontology_knows():
    words = ontology()
    for view in VIEWS:
        assert set(view.types) <= set(words.types)
        assert set(view.predicates) <= set(words.predicates)
        assert set(view.statuses) <= set(words.statuses)


def test_every_predicate_has_a_map_besides_the_whole():
    assert {name for view in VIEWS[:-1] for name in view.predicates} == set(ontology().predicates)


def test_names_are_unique_and_found():
    assert [find(view.name) for view in PAGES] == list(PAGES)
    assert len({view.name for view in PAGES}) == len(PAGES)
    assert find("nothing") is None


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_a_view_keeps_keys_order_and_attributes(view):
    graph = build(gold())
    shown = select(graph, view)
    assert [edge for edge in graph.edges(keys=True) if shown.has_edge(*edge)] == list(shown.edges(keys=True))
    assert [node for node in graph if node in shown] == list(shown)
    assert all(graph.edges[edge] == shown.edges[edge] for edge in shown.edges(keys=True))


def test_a_view_copies_no_edge_and_leaves_the_graph_alone():
    graph = build(gold())
    before = graph.number_of_edges()
    shown = select(graph, VIEWS[0])
    assert shown.number_of_edges() > 0
    assert all(shown.edges[edge] is graph.edges[edge] for edge in shown.edges(keys=True))
    assert all(edge[0] in shown.pred[edge[1]] for edge in shown.edges())
    shown.clear()
    assert graph.number_of_edges() == before


def test_the_whole_is_whole_and_the_others_show_no_loners():
    graph = build(gold())
    whole = select(graph, VIEWS[-1])
    assert (set(whole), set(whole.edges)) == (set(graph), set(graph.edges))
    assert all(degree for view in VIEWS[:-1] for _, degree in select(graph, view).degree())


def test_wishes_are_in_the_whole_only():
    one = article(1, "甲公司希望与乙公司合作。")
    first, second = entity("Organization", "甲公司"), entity("Organization", "乙公司")
    wish = triple(one, first, "COOPERATES_WITH", second, status="wished")
    graph = build(Resolution((one,), (first, second), (wish,)))
    assert [select(graph, view).number_of_edges() for view in VIEWS] == [0, 0, 0, 0, 0, 1]
    assert list(edges_of(facts_of(graph), PAGES).values()) == [1, 0, 0, 0, 0, 0, 1]


def test_the_counts_are_those_of_what_is_selected():
    graph = build(gold())
    assert edges_of(facts_of(graph), PAGES) == {view.name: select(graph, view).number_of_edges() for view in PAGES}


def test_officials_show_no_agreement():
    types = {data["type"] for _, data in select(build(small()), VIEWS[0]).nodes(data=True)}
    assert types == {"Person", "Organization", "Meeting", "Location"}
