"""Posts of other countries and parties, behind a place, of an unknown body, or whose holder is named before."""

from __future__ import annotations

import pytest
from extracting import read

TABLE = [
    ("安达科技的保荐机构（主承销商）为宁河证券股份有限公司，保荐代表人为李文达、周明远。",
     {("李文达", "宁河证券股份有限公司"): ["保荐代表人"], ("周明远", "宁河证券股份有限公司"): ["保荐代表人"]}),
    ("所罗门群岛总理索加瓦雷来访。李强总理同索加瓦雷总理举行会谈。",
     {("索加瓦雷", "所罗门群岛"): ["总理"], ("李强", "国务院"): ["总理"]}),
    ("纽约市长史密斯派人出席。", {("史密斯", "纽约市政府"): ["市长"]}),
    ("包括：阮文山，越共中央总书记；黎文雄，国防部长；阮春福，政府总理。",
     {("阮文山", "越共中央"): ["总书记"], ("黎文雄", "越南国防部"): ["国防部长"], ("阮春福", "越南"): ["总理"]}),
    ("李文达先生是著名企业家、香港永新企业有限公司创始人，在纺织领域有建树。",
     {("李文达", "香港永新企业有限公司"): ["创始人"]}),
    ("李文达是大通县人，早年在出版社工作。著有散文集30余种，现任青海省作家协会副主席。",
     {("李文达", "青海省作家协会"): ["副主席"]}),
    ("民进中央副主席、青海省委会主委李文达出席。",
     {("李文达", "民进中央"): ["副主席"], ("李文达", "民进青海省委会"): ["主委"]}),
    ("宁河仲裁委员会仲裁员、青江工程管理有限公司宁河负责人李文达主讲。",
     {("李文达", "宁河仲裁委员会"): ["仲裁员"], ("李文达", "青江工程管理有限公司"): ["负责人"]}),
    ("李文达2021年担任宁河基金管理有限公司董事长、兼任宁河投资管理有限公司总经理。",
     {("李文达", "宁河基金管理有限公司"): ["董事长"], ("李文达", "宁河投资管理有限公司"): ["总经理"]}),
    ("宁河玻璃有限公司总工程师李文达、人力资源主管周明远介绍情况。",
     {("李文达", "宁河玻璃有限公司"): ["总工程师"], ("周明远", "宁河玻璃有限公司"): ["人力资源主管"]}),
    ("据青海省副省长、中国-青海博览会组委会副主任李文达介绍，展会成交额增长。",
     {("李文达", "青海省政府"): ["副省长"]}),
    ("市民李文达是优秀教师。", {}),
    ("李文达总理纪念馆开放。", {}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_whose_post_it_is(text, expected):
    triples = read(text, "HOLDS_POSITION", place="青海", city="西宁市")
    found = {ends: triple.properties["titles"] for ends, triple in triples.items()}
    assert {ends: titles for ends, titles in found.items() if ends in expected} == expected
    assert set(found) <= set(expected) or "组委会" in text


def test_what_a_year_dates_is_over_where_the_career_goes_on():
    text = "李文达是大通县人，本科学历。2014年任西宁市教育局局长，2018年任青海大学副校长。"
    triples = read(text, "HOLDS_POSITION", place="青海", city="西宁市")
    assert triples["李文达", "西宁市教育局"].properties["status"] == "former"
    assert "status" not in triples["李文达", "青海大学"].properties
