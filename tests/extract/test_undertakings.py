from __future__ import annotations

import pytest
from extracting import read

TABLE = [
    ("青海宏远科技有限公司投资建设的昆仑铬盐新材料项目正式开工。", ("青海宏远科技有限公司", "昆仑铬盐新材料项目")),
    ("昆仑铬盐新材料项目由青海宏远科技有限公司负责实施。", ("青海宏远科技有限公司", "昆仑铬盐新材料项目")),
    ("青海宏远科技有限公司昆仑铬盐新材料项目正式开工。", ("青海宏远科技有限公司", "昆仑铬盐新材料项目")),
    ("由江苏省援建的昆仑铬盐新材料项目投产。", ("江苏省政府", "昆仑铬盐新材料项目")),
]


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_who_undertakes_the_project(text, expected):
    assert expected in read(text, "UNDERTAKES", place="青海")


def test_the_parties_before_are_meant_by_both_sides():
    text = "青海大学与青海宏远科技有限公司签署合作协议。双方将共建昆仑铬盐新材料基地。"
    makers = {subject for subject, _ in read(text, "UNDERTAKES", place="青海")}
    assert makers == {"青海大学", "青海宏远科技有限公司"}


def test_the_sum_is_kept():
    found = read("青海宏远科技有限公司投资建设昆仑铬盐新材料项目，总投资3亿元。", "UNDERTAKES", place="青海")
    assert [triple.properties["amount"] for triple in found.values()] == ["3亿元"]


ON_ROADS = [
    ("由宁海集团承建的石门至云岭高速公路东段溇水大桥贯通。", {("宁海集团", "石门至云岭高速公路东段溇水大桥")}),
    ("由宁海集团承建的石门至云岭高速公路项目贯通。", {("宁海集团", "石门至云岭高速公路项目")}),
    ("由宁海集团承建的石门至云岭高速公路将建设大桥20座。", {("宁海集团", "石门至云岭高速公路")}),
    ("宁海集团中标石门水库工程。", {("宁海集团", "石门水库工程")}),
    ("宁海电器股份有限公司发布公告。宁海电器生产空调。本次发行拟募集资金3亿元，分别用于石门基地建设项目、"
     "云岭中心建设项目和偿还贷款。",
     {("宁海电器股份有限公司", "石门基地建设项目"), ("宁海电器股份有限公司", "云岭中心建设项目")}),
    ("宁海证券股份有限公司发布公告。本次发行拟募集资金3亿元，分别用于石门基地建设项目和偿还贷款。", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ON_ROADS)
def test_a_bridge_on_a_road_what_was_won_and_what_money_is_raised_for(text, expected):
    assert set(read(text, "UNDERTAKES", place="青海")) == expected


def test_a_verb_in_the_name_of_an_office_builds_nothing():
    text = "长宁区教育局会同区建管委、区文旅局一起到云桥路基地调研，提出扩大校舍。云桥路基地项目去年建成。"
    assert read(text, "UNDERTAKES", place="上海", city="上海") == {}
