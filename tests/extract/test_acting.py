from __future__ import annotations

import pytest
from extracting import article, read

from kg.extract import extract


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("青海省与四川恒达物流有限公司签署合作协议。", "青海省政府"),
        ("南川工业园区与四川恒达物流有限公司签署合作协议。", "南川工业园区管委会"),
    ],
)
def test_a_place_that_signs_is_who_governs_it(text, expected):
    (ends,) = read(text, "SIGNED_WITH", place="青海")
    assert expected in ends


def test_the_reason_is_kept():
    extraction = extract(article("青海省与四川恒达物流有限公司签署合作协议。", place="青海"))
    (government,) = [entity for entity in extraction.entities if entity.name == "青海省政府"]
    assert [mention.reason for mention in government.mentions] == ["青海省 → 青海省政府：地名作签约方"]


def test_our_province_is_the_papers():
    found = read("副总理李志明在我省考察。", "VISITED", place="青海")
    assert [place in ("青海", "青海省") for _, place in found] == [True]


def test_what_was_read_stands_where_the_evidence_says():
    text = "青海省与四川恒达物流有限公司签署合作协议，昆仑铬盐新材料项目位于西宁市大通县。"
    extraction = extract(article(text, place="青海"))
    spans = [(e.start, e.end) for t in extraction.triples for e in t.evidence if e.start is not None]
    assert spans
    assert all(0 <= start < end <= len(text) for start, end in spans)


def test_places_that_take_the_floor_act() -> None:
    text = "全市招商大会5月8日召开。诸城市、潍坊高新区、市教育局,山河动力股份有限公司作典型发言。"
    names = {one for one, _ in read(text, "ATTENDED", place="山东", city="潍坊市", date="2024-05-08")}
    assert names == {"诸城市政府", "潍坊高新区管委会", "潍坊市教育局", "山河动力股份有限公司"}
