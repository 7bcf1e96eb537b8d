"""Hosts and senders of a meeting that the text names in passing."""

from __future__ import annotations

import pytest
from extracting import read

ROLE = "role"


def test_hosts_named_before_the_meeting() -> None:
    text = "由甲山日报社、甲山大学主办的第五届甲山湖论坛5月8日举行,来宾参观了展区。"
    found = read(text, "ATTENDED", date="2024-05-08")
    assert {(one, found[one, other].properties[ROLE]) for one, other in found} == {
        ("甲山日报社", "host"),
        ("甲山大学", "host"),
    }


def test_organisations_from_which_people_came() -> None:
    text = "5月8日,2024中国绿色算力大会在西宁开幕。来自中国电信、中国移动等企业的代表参会。"
    found = read(text, "ATTENDED", date="2024-05-08")
    assert {one for one, _ in found} == {"中国电信", "中国移动"}
    assert {triple.properties[ROLE] for triple in found.values()} == {"participant"}


def test_products_that_come_from_a_body_are_no_delegates() -> None:
    text = "5月8日,2024中国绿色算力大会在西宁开幕。来自中国电信的新设备吸引了观众。"
    assert read(text, "ATTENDED", date="2024-05-08") == {}


def test_a_ceremony_can_be_attended() -> None:
    text = "5月8日,甘河新材料项目开工仪式举行。市委常委王建国、副市长李海燕出席仪式。"
    found = read(text, "ATTENDED", date="2024-05-08", place="青海", city="西宁市")
    assert {one for one, _ in found} == {"王建国", "李海燕"}


H, S, P = "host", "speaker", "participant"
PASSING = [
    ("在青海省科技厅、西宁市教育局相关负责人的见证下，第三届高原牦牛产业论坛在西宁开幕。",
     {"青海省科技厅": P, "西宁市教育局": P}),
    ("第三届高原牦牛产业论坛在西宁举行。论坛听取了青海省科技厅、西宁市教育局关于牦牛的汇报。",
     {"青海省科技厅": S, "西宁市教育局": S}),
    ("李文达会见了前来出席第三届高原牦牛产业论坛的甲省省长周明远一行。", {"周明远": P}),
    ("第三届高原牦牛产业论坛在西宁举行。活动由青海省科技厅指导，西宁市教育局主办，青海大学支持。",
     {"青海省科技厅": P, "西宁市教育局": H, "青海大学": P}),
    ("青海省科技厅联合省工商联举办第三届高原牦牛产业论坛。", {"青海省科技厅": H, "青海省工商联": H}),
    ("青海省科技厅、西宁市妇联一行50余人到访大通县，参加第三届高原牦牛产业论坛。",
     {"青海省科技厅": P, "西宁市妇联": P}),
    ("第三届高原牦牛产业论坛在西宁举行。青海省科技厅负责人介绍，牦牛很多。", {"青海省科技厅": S}),
    ("李文达说，他赞成周明远在第三届高原牦牛产业论坛上的重要讲话。", {}),
    ("第三届高原牦牛产业论坛在西宁举行。李文达1998年加入青海大学，主持研发牦牛酸奶。", {}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PASSING)
def test_who_is_there_in_passing(text, expected):
    triples = read(text, "ATTENDED", place="青海")
    roles = {ends[0]: triple.properties["role"] for ends, triple in triples.items() if "论坛" in ends[1]}
    assert roles == expected
