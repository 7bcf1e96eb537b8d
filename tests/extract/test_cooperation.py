from __future__ import annotations

import pytest
from extracting import read

TABLE = [
    ("青海宏远科技有限公司与四川大学合作研发新型电池。", {("四川大学", "青海宏远科技有限公司")}),
    ("青海大学同兰州大学联合培养研究生。", {("兰州大学", "青海大学")}),
    ("青海大学联合兰州大学、四川大学启动高原医学研究。", {("兰州大学", "青海大学"), ("四川大学", "青海大学")}),
    ("项目由青海宏远科技有限公司牵头，联合四川大学组成联合体。", {("四川大学", "青海宏远科技有限公司")}),
    ("青海大学与四川大学签署合作协议。", set()),
]


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_who_works_with_whom(text, expected):
    assert set(read(text, "COOPERATES_WITH", place="青海")) == {tuple(sorted(pair)) for pair in expected}


def test_a_wish_is_no_cooperation():
    found = read("他希望青海大学与四川大学进一步加强合作。", "COOPERATES_WITH", place="青海")
    assert all(triple.properties["status"] == "wished" for triple in found.values())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("青海大学、兰州大学联合发布了研究成果。", {("兰州大学", "青海大学")}),
        ("大会由青海大学、兰州大学共同主办。", set()),
        ("会议提到上海合作组织、青海大学。", set()),
    ],
)
def test_lists_without_a_link(text, expected):
    assert set(read(text, "COOPERATES_WITH", place="青海")) == expected
