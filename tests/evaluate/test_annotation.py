"""A resolution in the gold's shape, and back through the scorer."""

from __future__ import annotations

from worlds import page

from kg.evaluate import annotation, score
from kg.model import Evidence, Extraction, replace
from kg.resolve import resolve


def annotated(*facts, **more):
    return annotation("a.txt", resolve([page("a.txt", *facts, **more)]))


def test_the_shape():
    found = annotated(
        ("P:韩锐", "HOLDS_POSITION", "O:青海省委|中共青海省委", {"titles": ("书记",), "status": "done"}),
        ("P:韩锐", "ATTENDED", "M:全省大会", {"role": "speaker", "date": "2024-01-02"}),
        ("M:全省大会", "LOCATED_IN", "L:西宁"),
        day="2024-01-02",
    )
    assert found == {
        "document": "a.txt",
        "articles": [{"title": "", "text": "", "date": "2024-01-02", "reporters": []}],
        "nodes": [
            {"type": "Person", "names": ["韩锐"]},
            {"type": "Organization", "names": ["青海省委", "中共青海省委"]},
            {"type": "Location", "names": ["西宁"]},
            {"type": "Meeting", "names": ["全省大会"]},
        ],
        "triples": [
            ["全省大会", "LOCATED_IN", "西宁"],
            ["韩锐", "ATTENDED", "全省大会", {"role": "speaker"}],
            ["韩锐", "HOLDS_POSITION", "青海省委", {"titles": ["书记"]}],
        ],
    }


def test_wishes_and_former_posts_are_left_out_with_their_nodes_kept():
    found = annotated(
        ("P:韩锐", "HOLDS_POSITION", "O:北岭市政府", {"titles": ("市长",), "status": "former"}),
        ("O:北岭市政府", "COOPERATES_WITH", "O:甲公司", {"status": "wished"}),
        ("O:甲公司", "UNDERTAKES", "J:铜箔项目", {"status": "planned"}),
    )
    assert found["triples"] == [["甲公司", "UNDERTAKES", "铜箔项目"]]
    assert len(found["nodes"]) == 4


def test_one_triple_a_pair_with_all_titles_and_the_strongest_role():
    two = [
        page(
            "a.txt",
            ("P:韩锐", "HOLDS_POSITION", "O:甲公司", {"titles": ("总裁",)}),
            ("P:韩锐", "ATTENDED", "M:北岭盐业论坛", {"role": "participant"}),
        ),
        page(
            "a.txt",
            ("P:韩锐", "HOLDS_POSITION", "O:甲公司", {"titles": ("总裁", "首席执行官")}),
            ("P:韩锐", "ATTENDED", "M:北岭盐业论坛", {"role": "host"}),
            index=1,
        ),
    ]
    assert annotation("a.txt", resolve(two))["triples"] == [
        ["韩锐", "ATTENDED", "北岭盐业论坛", {"role": "host"}],
        ["韩锐", "HOLDS_POSITION", "甲公司", {"titles": ["总裁", "首席执行官"]}],
    ]


def test_symmetric_triples_are_printed_once():
    found = annotated(("P:韩锐", "MET_WITH", "P:冯度"), ("P:冯度", "MET_WITH", "P:韩锐"))
    assert found["triples"] == [["冯度", "MET_WITH", "韩锐"]]


def test_one_name_of_two_types_is_told_apart():
    found = annotated(("P:韩锐", "VISITED", "L:荷兰"), ("O:荷兰", "SIGNED", "A:备忘录"))
    assert ["韩锐", "VISITED", "Location:荷兰"] in found["triples"]
    assert ["Organization:荷兰", "SIGNED", "备忘录"] in found["triples"]
    gold = {**found, "optional": {}}
    assert score([gold], [found]).triples["all"].f1 == 1


def test_two_papers_of_one_name_keep_their_parties():
    two = [
        page("a.txt", ("O:甲公司", "SIGNED", "A:战略合作协议"), ("O:乙公司", "SIGNED", "A:战略合作协议")),
        page("a.txt", ("O:丙公司", "SIGNED", "A:战略合作协议"), ("O:丁公司", "SIGNED", "A:战略合作协议"), index=1),
    ]
    found = annotation("a.txt", resolve(two))
    papers = [node["names"] for node in found["nodes"] if node["type"] == "Agreement"]
    assert papers == [["丁公司与丙公司战略合作协议", "战略合作协议"], ["乙公司与甲公司战略合作协议", "战略合作协议"]]
    assert ["丙公司", "SIGNED", "丁公司与丙公司战略合作协议"] in found["triples"]
    assert score([{**found, "optional": {}}], [found]).triples["all"].f1 == 1


def test_other_documents_stay_out():
    pages = [page("a.txt", ("P:韩锐", "VISITED", "L:西宁")), page("b.txt", ("P:冯度", "VISITED", "L:西宁市"))]
    assert annotation("b.txt", resolve(pages))["triples"] == [["冯度", "VISITED", "西宁市"]]


def test_evidence_on_demand():
    extraction = page("a.txt", ("P:韩锐", "VISITED", "L:西宁"))
    said = (Evidence("trigger", "韩锐来到西宁。", 2, 4), Evidence("object", "韩锐来到西宁。", 4, 6))
    triples = tuple(replace(triple, evidence=said) for triple in extraction.triples)
    resolution = resolve([Extraction(extraction.article, extraction.entities, triples)])
    assert annotation("a.txt", resolution)["triples"] == [["韩锐", "VISITED", "西宁"]]
    assert annotation("a.txt", resolution, evidence=True)["triples"][0][3] == {
        "evidence": "韩锐来到西宁。",
        "triples": [resolution.triples[0].id],
    }
