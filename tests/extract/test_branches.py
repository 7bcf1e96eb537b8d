from __future__ import annotations

import pytest
from extracting import read

TABLE = [
    ("四川恒达物流有限公司系四川恒达投资集团的全资子公司。", ("四川恒达物流有限公司", "四川恒达投资集团")),
    ("四川恒达投资集团旗下的青海宏远科技有限公司近日增资。", ("青海宏远科技有限公司", "四川恒达投资集团")),
    ("青海大学发布公告，青海大学医学院今年扩大招生。", ("青海大学医学院", "青海大学")),
]


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_part_and_whole(text, expected):
    assert expected in read(text, "PART_OF", place="青海")


def test_an_office_of_a_government_is_no_part_of_it():
    assert read("青海省政府召开会议，青海省政府办公厅作了汇报。", "PART_OF", place="青海") == {}


def test_a_phase_is_a_part_of_its_project():
    found = read("昆仑铬盐新材料项目去年投产，昆仑铬盐新材料项目二期今日开工。", "PART_OF", place="青海")
    assert ("昆仑铬盐新材料项目二期", "昆仑铬盐新材料项目") in found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("中设集团成立于1978年，隶属于中国机械工业集团有限公司。", {("中设集团", "中国机械工业集团有限公司")}),
        ("临沂供电公司隶属国网山东省电力公司。", {("临沂供电公司", "国网山东省电力公司")}),
        ("阳光人寿成立于2007年，注册资本金183亿元，是阳光保险集团旗下的寿险公司。", {("阳光人寿", "阳光保险集团")}),
        ("宏达化工有限公司（华能集团控股子公司）昨日公告。", {("宏达化工有限公司", "华能集团")}),
        ("华能集团及其子公司宏达新能源有限公司发布公告。", {("宏达新能源有限公司", "华能集团")}),
        ("华能集团在鲁设有6家企业，旗下的山东发电公司和沂南能源公司领先。",
         {("山东发电公司", "华能集团"), ("沂南能源公司", "华能集团")}),
        ("上海泉坤科技有限公司持股34%，同属宁夏回族自治区国资委旗下的宁夏旅游投资集团有限公司持股10%。",
         {("宁夏旅游投资集团有限公司", "宁夏回族自治区国资委")}),
        ("沂河快速路工程第二标段已开工，沂河快速路工程全长30公里。",
         {("沂河快速路工程第二标段", "沂河快速路工程")}),
        ("沂南光伏项目是鲁南新能源基地的重要组成部分。", {("沂南光伏项目", "鲁南新能源基地")}),
    ],
)  # fmt: skip
def test_parts_told_in_other_words(text, expected):
    assert set(read(text, "PART_OF", place="山东")) == expected
