"""Which phrases name a project, and which only say that there are some."""

from __future__ import annotations

import pytest
from extracting import article

from kg.extract import extract

NAMED = [
    ("昆仑铬盐新材料项目正式开工。", "昆仑铬盐新材料项目"),
    ("年产5万吨铬盐生产线建成投产。", "年产5万吨铬盐生产线"),
    ("大通县“清泉”供水工程开工。", "大通县“清泉”供水工程"),
    ("大通县石门水库工程一期开工。", "大通县石门水库工程一期"),
    ("沂河大桥工程开工。", "沂河大桥工程"),
    ("沂南光伏项目开工。", "沂南光伏项目"),
    ("宁河实业有限公司投建的云岭产业园奠基。", "云岭产业园"),
    ("青江创新中心正式揭牌。", "青江创新中心"),
    ("新建的青江高速公路工程招标。", "青江高速公路工程"),
    ("贡觉至芒康公路改建工程完工。", "贡觉至芒康公路改建工程"),
    ("松阳县四都乡农村饮水提升工程通水。", "松阳县四都乡农村饮水提升工程"),
    ("翊岚动力投资20亿元的锂电池项目签约落户。", "锂电池项目"),
    ("青江电子有限公司的锂电池项目投产。", "锂电池项目"),
    ("江苏省援建的青江藏医院制剂中心投入使用。", "青江藏医院制剂中心"),
]


def projects(text: str) -> set[str]:
    return {entity.name for entity in extract(article(text)).entities if entity.type == "Project"}


@pytest.mark.parametrize(("text", "name"), NAMED)
def test_what_is_built_has_a_name(text, name):
    assert name in projects(text)


UNNAMED = [
    "全市举行重大项目开工仪式。",
    "青海省重点项目建设稳步推进。",
    "要坚决防止搞政绩工程。",
    "公司法定自查优秀示范项目受到表彰。",
    "车辆通过大通县高速公路。",
    "要补齐农村供水工程短板。",
    "依托产品技术平台，服务企业。",
    "论坛在西宁国际会展中心开幕。",
    "吸引优质项目落户西宁。",
    "要抓好农村饮水提升工程。",
    "大家谈起今年的项目。",
    "列车驶过西宁至成都铁路。",
]


@pytest.mark.parametrize("text", UNNAMED)
def test_a_kind_of_work_is_no_name(text):
    assert projects(text) == set()
