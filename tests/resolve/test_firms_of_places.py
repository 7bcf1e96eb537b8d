"""Firms that are called by a place and a trade alone, and by letters of their names."""

from __future__ import annotations

import pytest
from test_cases import entities, is_one

from kg.resolve.firms_of_places import bare_calls, lettered_calls, placed_calls

PAGE = "某报 2026年3月16日\n\n"


def _are_one(full, short, tmp_path, head="李文达"):
    first, second = f"{PAGE}{full}董事长李文达出席座谈会并讲话。", f"{PAGE}近日，{short}董事长{head}到西宁市调研。"
    case = {"documents": {"1.txt": first, "2.txt": second}}
    sides = (["1.txt", "Organization", full], ["2.txt", "Organization", short])
    return is_one(entities(case, tmp_path / "x"), *sides)


def test_a_group_is_called_without_its_legal_form():
    assert "昆明市公交集团" in placed_calls("昆明公交集团有限责任公司")
    assert "云南省建投集团" in placed_calls("云南省建设投资控股集团有限公司")
    assert "四川省电力公司" in placed_calls("国网四川省电力公司")
    assert not placed_calls("昆明公交有限责任公司")


def test_a_place_and_its_trade_may_be_a_firm():
    assert "云南省铜业" in bare_calls("云南铜业股份有限公司")
    assert "宁夏回族自治区煤业" in bare_calls("国家能源集团宁夏煤业有限责任公司")
    assert "云南省铜业" not in bare_calls("云南铝业股份有限公司")
    assert not bare_calls("云南大学")


def test_letters_of_a_place_and_its_words():
    assert {"徐重集团", "徐重公司"} <= lettered_calls("徐州重型机械（集团）有限责任公司")
    assert "豫投集团" in lettered_calls("河南投资集团有限公司")
    assert "豫投集团" not in lettered_calls("河南农业有限公司")


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("昆明公交集团有限责任公司", "昆明公交集团"),
        ("云南铜业股份有限公司", "云南铜业"),
        ("浙江省能源集团有限公司", "浙能集团"),
        ("南京云鹤集团股份有限公司", "云鹤公司"),
    ],
)
def test_a_firm_and_its_short_form_are_one(full, short, tmp_path):
    assert _are_one(full, short, tmp_path)


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("云南省投资控股集团有限公司", "云南建投集团"),
        ("云南铜业股份有限公司", "云南铝业"),
        ("青海省投资集团水电有限公司", "青投集团"),
    ],
)
def test_another_firm_of_the_place_is_another(full, short, tmp_path):
    assert not _are_one(full, short, tmp_path)


def test_letters_alone_join_nobody(tmp_path):
    assert not _are_one("浙江省能源集团有限公司", "浙能集团", tmp_path, "周明远")
