"""Committees and offices of places that no table has, and of those that were counties once."""

from __future__ import annotations

import pytest
from extracting import names

from kg.language.divisions import find


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("青江市委书记赵立新在云岭县调研春耕生产。", "青江市委"),
        ("丰河县委书记何林陪同调研。", "丰河县委"),
        ("丰河县委副书记、县长何林参加调研。", "丰河县委"),
        ("长和市委副书记赵立新参加调研。", "长和市委"),
        ("静海县委书记何林陪同调研。", "静海县委"),
    ],
)
def test_the_committee_of_a_place_that_no_table_has(text, body):
    assert body in names(text, "Organization")


@pytest.mark.parametrize(
    ("text", "none"),
    [
        ("他在青海县委书记座谈会上讲话。", "青海县委"),
        ("参会的云南县委书记代表发言。", "云南县委"),
        ("各省市委书记参加会议。", "各省市委"),
        ("会议由该市委书记何林主持。", "该市委"),
        ("美国州长李文达来访。", "美国州政府"),
        ("石门区区委区政府高度重视。", "区委区政府"),
    ],
)
def test_what_is_no_place_of_that_rank(text, none):
    assert none not in names(text, "Organization")


@pytest.mark.parametrize(
    ("call", "name"),
    [("静海县", "静海区"), ("望城县", "望城区"), ("句容县", "句容市"), ("富阳市", "富阳区"), ("绍兴县", "柯桥区")],
)
def test_counties_and_cities_of_old_pages(call, name):
    assert [division.name for division in find(call)] == [name]


@pytest.mark.parametrize("call", ["朝阳县", "新县", "浦东新县", "神农架林县"])
def test_no_county_gets_a_second_meaning(call):
    assert all(division.name == call for division in find(call))
