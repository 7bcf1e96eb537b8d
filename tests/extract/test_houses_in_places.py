"""Houses of banks and firms, branches behind a whole name, missions and organs told by one character."""

from __future__ import annotations

import pytest
from extracting import article, names

from kg.extract import extract

FOUND = [
    ("8月13日，在农行岳阳分行城站路网点，柜员识破骗局。", "农行岳阳分行"),
    ("3月5日，中国农业银行股份有限公司重庆黔江分行联合区妇联开展活动。", "中国农业银行股份有限公司重庆黔江分行"),
    ("截至6月，中国石油化工股份有限公司云岭油田分公司增产。", "中国石油化工股份有限公司云岭油田分公司"),
    ("云岭水井在肯尼亚交付使用。肯外交部代表表示感谢。", "肯外交部"),
    ("演出现场旁，浙江省考古所正组织专家讲解。", "浙江省考古所"),
    ("4月25日晚，科创板公司恒岭新材披露一季报。", "恒岭新材"),
    ("申泽克劳恩总经理李文达说，申泽克劳恩今年再招200人。", "申泽克劳恩"),
]
LEFT = [
    (
        "3月5日，中国农业银行股份有限公司重庆黔江分行联合区妇联开展活动。",
        "中国农业银行股份有限公司重庆黔江分行联合区妇联",
    ),
    ("云岭水井交付使用。肯外交部代表表示感谢。", "肯外交部"),  # no country is told
    ("中国和肯尼亚合作，中肯外交部建立热线。", "肯外交部"),
    ("截至6月，中国石油化工股份有限公司云岭油田分公司增产。", "中国石油化工股份有限公司"),
]


@pytest.mark.parametrize(("text", "name"), FOUND)
def test_the_house_is_found_whole(text, name):
    assert name in names(text, "Organization")


@pytest.mark.parametrize(("text", "name"), LEFT)
def test_what_is_no_name(text, name):
    assert name not in names(text, "Organization")


def test_an_old_name_in_brackets_is_of_the_same_firm():
    old, new = "青江市远琪建设投资有限公司", "江苏恒岭控股集团有限公司"
    one, two = f"李文达曾任{old}（2019年1月更名为{new}）总经理。", f"李文达曾任{old}（与{new}合资）总经理。"
    assert [set(entity.names) & {old, new} for entity in extract(article(one)).entities if old in entity.names] == [
        {old, new}
    ]
    assert {old, new} <= names(two, "Organization")
