from __future__ import annotations

import random
from dataclasses import replace

import networkx as nx
import pytest
from graphs import article, entity, gold, hostile, small, triple

from kg.errors import BadRecord
from kg.graph import EDGE_ATTRIBUTES, NODE_ATTRIBUTES, build
from kg.legible import legible
from kg.model import Resolution
from kg.ontology import ontology
from kg.resolve.copies import body_fingerprint


def edges(graph: nx.MultiDiGraph, predicate: str) -> list[dict]:
    return [data for *_, data in graph.edges(data=True) if data["predicate"] == predicate]


def content(graph: nx.MultiDiGraph) -> tuple:
    return graph.graph, list(graph.nodes(data=True)), list(graph.edges(data=True, keys=True))


def test_every_node_and_edge_has_all_attributes():
    graph = build(small())
    assert all(list(data) == list(NODE_ATTRIBUTES) for _, data in graph.nodes(data=True))
    assert all(list(data) == list(EDGE_ATTRIBUTES) for *_, data in graph.edges(data=True))


def test_labels_are_chinese():
    graph = build(small())
    assert {(data["type"], data["label"]) for _, data in graph.nodes(data=True)} == {
        *(("Person", "人物"), ("Organization", "组织"), ("Location", "地点")),
        *(("Project", "项目"), ("Meeting", "会议活动"), ("Agreement", "协议")),
    }
    assert {data["label"] for data in edges(graph, "HOLDS_POSITION")} == {"任职"}


def test_a_text_printed_twice_counts_once():
    post = next(data for data in edges(build(small()), "HOLDS_POSITION") if data["titles"] == ["书记"])
    assert len(post["articles"]) == 3
    assert post["count"] == 2
    assert (post["first"], post["last"]) == ("2024-03-27", "2024-05-06")


def test_line_breaks_and_width_do_not_make_another_text():
    assert body_fingerprint("会见，ＡＢＣ\n公司 12。") == body_fingerprint("会见,ABC公司12.")
    assert body_fingerprint("会见甲") != body_fingerprint("会见乙")


def test_meetings_of_two_days_are_two_edges_in_one_direction():
    graph = build(small())
    met = [(source, target, data["first"]) for source, target, data in graph.edges(data=True)
           if data["predicate"] == "MET_WITH"]  # fmt: skip
    assert sorted(day for *_, day in met) == ["2024-03-27", "2024-05-06"]
    assert len({(source, target) for source, target, _ in met}) == 1
    assert met[0][0] < met[0][1]


def test_a_turned_edge_turns_its_evidence():
    graph = build(small())
    for source, target, data in graph.edges(data=True):
        for item in data["evidence"]:
            for start, end, role in item["spans"]:
                names = graph.nodes[source if role == "subject" else target]["names"]
                assert item["sentence"][start:end] in names


def test_posts_differ_by_title_and_status():
    one = article(1, "甲任乙局局长。", date="2020-01-01")
    person, office = entity("Person", "甲"), entity("Organization", "乙局")
    triples = [
        triple(one, person, "HOLDS_POSITION", office, titles=["局长"]),
        triple(one, person, "HOLDS_POSITION", office, titles=["局长"], status="done"),
        triple(one, person, "HOLDS_POSITION", office, titles=["局长"], status="former"),
        triple(one, person, "HOLDS_POSITION", office, titles=["副局长", "党组书记"]),
        triple(one, person, "HOLDS_POSITION", office, titles=["党组书记", "副局长"]),
    ]
    found = edges(build(Resolution((one,), (person, office), tuple(triples))), "HOLDS_POSITION")
    assert sorted((data["titles"], data["status"]) for data in found) == [
        (["党组书记", "副局长"], "done"),
        (["局长"], "done"),
        (["局长"], "former"),
    ]


def test_the_strongest_role_and_status_win():
    attended = edges(build(small()), "ATTENDED")
    assert [data["role"] for data in attended] == ["speaker"]
    assert len(attended[0]["evidence"]) == 1
    one = article(1, "甲公司将建设乙项目。")
    firm, project = entity("Organization", "甲公司"), entity("Project", "乙项目")
    triples = tuple(triple(one, firm, "UNDERTAKES", project, status=status) for status in ("wished", "planned"))
    assert edges(build(Resolution((one,), (firm, project), triples)), "UNDERTAKES")[0]["status"] == "planned"


@pytest.mark.parametrize("resolution", [small(), hostile(), gold()], ids=["small", "hostile", "gold"])
def test_order_of_arrival_does_not_matter(resolution):
    shuffled = [list(part) for part in (resolution.articles, resolution.entities, resolution.triples)]
    for part in shuffled:
        random.Random(3).shuffle(part)
    assert content(build(Resolution(*map(tuple, shuffled)))) == content(build(resolution))


def test_evidence_is_what_stands_in_the_article():
    for resolution in (small(), gold()):
        texts = {one.id: one.text for one in resolution.articles}
        for *_, data in build(resolution).edges(data=True):
            for item in data["evidence"]:
                start = item["start"]
                assert texts[item["article"]][start : start + len(item["sentence"])] == item["sentence"]


def test_a_sentence_that_stands_twice_is_the_one_around_the_span():
    one = article(1, "甲去乙。甲去乙。")
    person, place = entity("Person", "甲"), entity("Location", "乙")
    first = triple(one, person, "VISITED", place)
    moved = tuple(replace(piece, start=piece.start + 4, end=piece.end + 4) for piece in first.evidence)
    graph = build(Resolution((one,), (person, place), (replace(first, evidence=moved),)))
    assert [item["start"] for item in edges(graph, "VISITED")[0]["evidence"]] == [4]


def test_words_that_were_bound_say_why():
    signed = edges(build(small()), "SIGNED")[0]
    assert signed["evidence"][0]["via"] == [["object", "战略合作协议：上文"]]
    assert signed["amount"] == "3亿元"


def test_all_texts_are_legible():
    graph = build(hostile())
    names = [data["name"] for _, data in graph.nodes(data=True)]
    assert "控␀制␇字␛符␡和�␍换行" in names
    assert "落�单�的代理" in names
    assert legible("一\t二\n三") == "一\t二\n三"


@pytest.mark.parametrize("change", [{"object_id": None}, {"object_id": "nowhere"}, {"predicate": "LIKES"},
                                    {"article": "nowhere"}])  # fmt: skip
def test_what_does_not_fit_stops(change):
    resolution = small()
    broken = (replace(resolution.triples[0], **change), *resolution.triples[1:])
    with pytest.raises(BadRecord, match=resolution.triples[0].id):
        build(replace(resolution, triples=broken))


def test_predicates_of_the_gold_all_have_edges():
    present = {data["predicate"] for *_, data in build(gold()).edges(data=True)}
    assert present <= set(ontology().predicates)
    assert len(present) >= 8
