"""Whose body a relative name in a chain of posts means, and which posts of a career are over."""

from __future__ import annotations

import pytest
from extracting import read

CHAINS = [
    ("甘肃省副省长、省公安厅厅长李文达，青海省副省长、省公安厅厅长周明远出席。",
     {("李文达", "甘肃省公安厅"), ("李文达", "甘肃省政府"), ("周明远", "青海省公安厅"), ("周明远", "青海省政府")}),
    ("河南省副省长、党组成员、省公安厅厅长李文达出席。", {("李文达", "河南省政府"), ("李文达", "河南省公安厅")}),
    ("广西壮族自治区副主席、自治区公安厅厅长李文达讲话。",
     {("李文达", "广西壮族自治区政府"), ("李文达", "广西壮族自治区公安厅")}),
    ("李文达曾任甘南州公安局副局长，临夏回族自治州副州长、州公安局局长。",
     {("李文达", "甘南州公安局"), ("李文达", "临夏州政府"), ("李文达", "临夏州公安局")}),
    ("西安市市长李文达、市公安局局长周明远出席。兰州市副市长、市公安局局长赵立新讲话。",
     {("李文达", "西安市政府"), ("周明远", "西安市公安局"), ("赵立新", "兰州市政府"), ("赵立新", "兰州市公安局")}),
    # of the paper's own province again
    ("河南省副省长李文达参加考察。省公安厅厅长周明远陪同。", {("李文达", "河南省政府"), ("周明远", "青海省公安厅")}),
    ("李文达在河南省郑州市考察，省公安厅厅长周明远陪同。", {("周明远", "青海省公安厅")}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CHAINS)
def test_relative_bodies_in_chains_of_posts(text, expected):
    assert set(read(text, "HOLDS_POSITION", place="青海")) == expected


TERMS = [
    ("2011年，李文达任青江市委常委。2014年任宁河大学校长，2018年任青江大学校长。", {"青江市委", "宁河大学"}),
    ("2021年2月，李文达任青江市委书记，此番首次跨省履新。", {"青江市委"}),
    ("李文达1970年生，履新前任青江市委书记。", {"青江市委"}),
    ("李文达于1968年成为青江大学教授。", {"青江大学"}),
    ("李文达2019年出任青江大学校长。李文达昨日因病逝世，享年88岁。", {"青江大学"}),
    ("今年5月，宁河大学副校长李文达，调任青江大学校长。", {"宁河大学"}),
    ("李文达曾任青江大学校长。青江大学校长李文达说。", {"青江大学"}),
    # what goes on
    ("李文达曾在公安部任职，去年6月起任青江市公安局局长，今年1月当选青江市副市长。", set()),
    ("2005年，李文达任青江大学校长。青江大学校长李文达说，招生顺利。", set()),
    ("2021年，李文达出任青江大学校长。", set()),
    ("李文达2005年起担任青江大学校长至今。", set()),
    ("宁河大学副校长李文达将调任青江大学校长。", set()),
    ("2021年，李文达任青江大学校长。2023年，周明远任宁河大学校长。", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TERMS)
def test_posts_that_are_over(text, expected):
    triples = read(text, "HOLDS_POSITION", place="青海", date="2024-05-06")
    assert {body for (_, body), triple in triples.items() if triple.properties.get("status") == "former"} == expected


def test_no_post_is_both_former_and_present():
    text = "现任青江市公安局局长的李文达，2015年任青江市公安局局长，2018年任石门县县长。"
    triples = read(text, "HOLDS_POSITION", place="青海", date="2024-05-06")
    assert triples["李文达", "青江市公安局"].properties.get("status") is None
