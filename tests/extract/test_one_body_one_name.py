"""One body under two names is one, two bodies under one word are two, and what leads up to a name is no part of it."""

from __future__ import annotations

import pytest
from extracting import names, read

# (text, bodies that must be there, names that must not lead a body)
ONE = [
    ("泰国晨光党5日公布名单。晨光党发言人说，名单还会调整。", {"泰国晨光党"}, {"晨光党"}),
    ("中国科学院云岭湖泊研究所发布年报。云岭湖泊研究所研究员李文达作了说明。",
     {"中国科学院云岭湖泊研究所"}, {"云岭湖泊研究所"}),
    ("西宁市城东区人民法院云桥法庭开庭。云桥法庭庭长李文达主审。", {"西宁市城东区人民法院云桥法庭"}, {"云桥法庭"}),
    ("云桥县住房与建设局牵头检查。云桥县住房和建设局局长李文达带队。", {"云桥县住房与建设局"}, {"云桥县住房和建设局"}),
    # two bodies
    ("德国外交部回应此事。外交部部长李文达在京会见客人。", {"德国外交部", "外交部"}, set()),
    ("共青团西宁市委来到云桥小学。西宁市委书记李文达讲话。", {"共青团西宁市委", "西宁市委"}, set()),
    ("云岭大学水利学院与丰河大学水利学院签约。", {"云岭大学水利学院", "丰河大学水利学院"}, set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "there", "not_there"), ONE)
def test_a_body_called_with_and_without_its_owner_is_one(text, there, not_there):
    found = names(text, "Organization")
    assert there <= found
    assert not not_there & found


TWO = [
    ("石门镇党委政府牵头修路。", {"石门镇党委", "石门镇政府"}),
    ("中越政府商定扩大往来。", {"中国政府", "越南政府"}),
    ("法德两国政府决定一起造船。", {"法国", "德国"}),
    ("巴西政府公布新规。", {"巴西政府"}),
    ("中央政府公布新规。", {"中央政府"}),
]


@pytest.mark.parametrize(("text", "bodies"), TWO)
def test_one_word_for_two_organs_is_each_of_them(text, bodies):
    assert names(text, "Organization") == bodies


LED = [
    ("2019年5月，任西宁市水务局副局长。", {"西宁市水务局"}, {"任西宁市水务局"}),
    ("2008年至2011年任云桥集团有限公司财务部经理。", {"云桥集团有限公司"}, {"任云桥集团有限公司"}),
    ("2020年，任丘市教育局局长李文达调离。", {"任丘市教育局"}, {"丘市教育局"}),
    ("西宁市司法局联合市妇联上门服务。", {"西宁市司法局", "西宁市妇联"}, {"联合市妇联"}),
    ("期间，联合西宁市文化馆办了三场演出。", {"西宁市文化馆"}, {"联合西宁市文化馆"}),
    ("联合国秘书长来访。联合汽车电子有限公司总裁陪同。", {"联合国", "联合汽车电子有限公司"}, {"汽车电子有限公司"}),
    ("会同县司法局局长周明远到场。", {"会同县司法局"}, {"县司法局"}),
    ("云桥煤矿原实际控制人李文达投案。", {"云桥煤矿"}, {"云桥煤矿原"}),
    ("云桥控股有限公司原纪委书记何林投案。", {"云桥控股有限公司"}, {"云桥控股有限公司原"}),
    ("西宁市原卫生局在这里办公。", {"西宁市卫生局"}, {"西宁市原卫生局"}),
    ("青海省原子能研究院院长李文达发言。", {"青海省原子能研究院"}, {"青海省子能研究院"}),
    ("推动科教融合……云桥大学、青江学院等3所高校入选。", {"云桥大学", "青江学院"}, {"……云桥大学"}),
    ("“云桥电子报”董事长周明远表示赞成。", {"云桥电子报"}, {"云桥电子报”"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "there", "not_there"), LED)
def test_what_leads_up_to_a_name_or_on_from_it_is_no_part_of_it(text, there, not_there):
    found = names(text, "Organization")
    assert there <= found
    assert not not_there & found


def test_who_headed_an_office_that_is_no_more_held_the_post_once():
    found = read("西宁市原卫生局局长赵立新出席座谈会。", "HOLDS_POSITION")
    assert {ends: triple.properties.get("status") for ends, triple in found.items()} == {
        ("赵立新", "西宁市卫生局"): "former"
    }
