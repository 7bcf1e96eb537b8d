from __future__ import annotations

import pytest
from extracting import names, read

WITH = [
    ("5月6日，西宁市政府与青海宏远科技有限公司签署战略合作协议。", {("西宁市政府", "青海宏远科技有限公司")}),
    ("西宁市政府与青海宏远科技有限公司、四川恒达物流有限公司签订合作协议。",
     {("西宁市政府", "青海宏远科技有限公司"), ("四川恒达物流有限公司", "西宁市政府")}),
    ("海东市政府、西宁市政府与四川恒达物流有限公司签订合作协议。",
     {("四川恒达物流有限公司", "海东市政府"), ("四川恒达物流有限公司", "西宁市政府")}),
    ("青海大学、青海师范大学分别与四川大学、兰州大学签订合作协议。",
     {("四川大学", "青海大学"), ("兰州大学", "青海师范大学")}),
    ("青海大学与四川大学举行座谈，双方签署合作协议。", {("四川大学", "青海大学")}),
    ("青海大学与四川大学举行签约仪式。", {("四川大学", "青海大学")}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), WITH)
def test_opposite_parties(text, expected):
    assert set(read(text, "SIGNED_WITH", place="青海")) == {tuple(sorted(pair)) for pair in expected}


def test_each_party_signs_the_paper():
    signed = read("青海大学与四川大学签署《人才培养合作协议》。", "SIGNED", place="青海")
    assert set(signed) == {("青海大学", "人才培养合作协议"), ("四川大学", "人才培养合作协议")}


def test_the_hands_sign_for_their_parties():
    text = "青海大学与四川大学签署合作协议。李志明、王海燕分别代表双方在协议上签字。"
    signed = {subject for subject, _ in read(text, "SIGNED", place="青海")}
    assert {"李志明", "王海燕"} <= signed


@pytest.mark.parametrize("text", ["青海大学与四川大学暂未签约。", "李志明见证签约。"])
def test_no_signing(text):
    assert read(text, "SIGNED_WITH", place="青海") == {}


def test_the_sum_and_the_wish_are_kept():
    done = read("西宁市政府与青海宏远科技有限公司签署投资协议，总投资5.2亿元。", "SIGNED_WITH", place="青海")
    assert [triple.properties["amount"] for triple in done.values()] == ["5.2亿元"]
    wished = read("他希望西宁市政府与青海宏远科技有限公司签署战略合作协议。", "SIGNED_WITH", place="青海")
    assert [triple.properties["status"] for triple in wished.values()] == ["wished"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("宏达化工有限公司昨日公告称，其与华能集团签署战略合作协议。", {("华能集团", "宏达化工有限公司")}),
        ("宏达化工有限公司日前与莒南县签署投资协议。", {("宏达化工有限公司", "莒南县政府")}),
        ("宏达化工有限公司副总经理李明与华能集团副总经理王强分别代表双方签署战略合作协议。",
         {("华能集团", "宏达化工有限公司")}),
        ("宏达化工有限公司与华能集团战略合作协议签约仪式在济南举行。", {("华能集团", "宏达化工有限公司")}),
        ("宏达化工有限公司走进华能集团，双方签订战略合作协议。", {("华能集团", "宏达化工有限公司")}),
        ("昨日，临沂大学、宏达化工有限公司在临沂宾馆签署共建协议。", {("临沂大学", "宏达化工有限公司")}),
        ("宏达化工有限公司与华能集团达成战略合作。", set()),
    ],
)  # fmt: skip
def test_signings_in_other_words(text, expected):
    assert set(read(text, "SIGNED_WITH", place="山东")) == {tuple(sorted(pair)) for pair in expected}


def test_the_name_of_a_paper_ends_before_a_comma():
    text = "青江市政府与文达集团签署合作协议，协议总额达20亿元。"
    assert "合作协议，协议" not in names(text, "Agreement")


@pytest.mark.parametrize(
    "text",
    [
        "外长李文达访问期间，两国签署了防务合作协议。",
        "云岭集团为达成对各方有利的协议进行了努力。",
        "云岭集团与青江大学有尽早完成框架协议签署的意愿。",
    ],
)
def test_what_is_aimed_at_or_signed_while_somebody_is_there(text):
    assert not read(text, "SIGNED")
    assert not read(text, "SIGNED_WITH")


def test_the_aim_of_what_is_signed_takes_nothing_away():
    assert read("云岭集团与青江大学为共建平台签署了合作协议。", "SIGNED_WITH")
