from __future__ import annotations

import pytest
from extracting import read

TABLE = [
    ("滨海新材料产业基地项目业主为宏达化工有限公司。", {("宏达化工有限公司", "滨海新材料产业基地项目")}),
    ("沂河综合治理工程施工单位为中国水电五局，监理单位为华北监理公司。", {("中国水电五局", "沂河综合治理工程")}),
    ("沂南抽水蓄能电站项目的投资方是华能集团。", {("华能集团", "沂南抽水蓄能电站项目")}),
    ("作为沂南风电项目的承建单位，中铁十二局集团精心组织施工。", {("中铁十二局集团", "沂南风电项目")}),
    ("沂南风电项目是华能集团在鲁南地区投资建设的首个风电项目。", {("华能集团", "沂南风电项目")}),
    ("沂南数据中心由中国电信投资，华为公司承建。", {("中国电信", "沂南数据中心"), ("华为公司", "沂南数据中心")}),
    ("中国化学东华科技承建的科大硅谷高新孵化园一期项目开工仪式隆重举行。",
     {("中国化学东华科技", "科大硅谷高新孵化园一期项目")}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_the_part_one_has_in_a_work(text, expected):
    assert set(read(text, "UNDERTAKES", place="山东")) == expected


def test_a_city_and_a_firm_build_together():
    found = set(read("沂南县与华能集团共同实施沂南风电项目。", "UNDERTAKES", place="山东"))
    assert found == {("华能集团", "沂南风电项目"), ("沂南县政府", "沂南风电项目")}


@pytest.mark.parametrize(
    "text",
    [
        "他要求推进智慧海关建设和沂南风电项目。",
        "施工单位中建八局项目经理王强表示，主体已封顶。",
        "他毕业于哈尔滨工业大学水声工程专业。",
    ],
)
def test_no_undertaking(text):
    assert read(text, "UNDERTAKES", place="山东") == {}
