"""Who signs with whom where a party stands in another clause, is a person, or is represented by one."""

from __future__ import annotations

import pytest
from extracting import read

WITH = [
    ("宁河燃机公司已与中戎能源公司签订意向合同，与云岭石油公司、云岭大学签订合作协议。",
     {"中戎能源公司", "云岭石油公司", "云岭大学"}),
    ("宁河燃机公司先行一步，与云岭石油公司、青江数据公司签署合作协议。", {"云岭石油公司", "青江数据公司"}),
    ("宁河燃机公司与云岭大学就实训楼项目，在兰州举行共建签约仪式。", {"云岭大学"}),
    ("宁河燃机公司公告称，其与云岭石油公司签署合作协议。", {"云岭石油公司"}),
    ("李文达与周明远分别代表宁河燃机公司和云岭大学签署战略合作协议。", {"云岭大学"}),
    ("宁河燃机公司总经理李文达致辞。会后，李文达与云岭大学校长周明远签署战略合作协议。", {"云岭大学"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "others"), WITH)
def test_the_party_that_is_not_named_again(text, others):
    pairs = {tuple(sorted(("宁河燃机公司", other))) for other in others}
    assert set(read(text, "SIGNED_WITH")) == pairs


NOBODY = [
    "李文达与宁河农业公司总经理周明远、云岭机械公司总经理陈国强签订战略合作协议。",
    "宁河农业公司介绍，云岭机械公司将建新厂，并签署了一批合同。",
    "宁河农业公司听取了汇报，云岭机械公司参加签约仪式。",
    "与宁河农业公司、云岭机械公司、云岭大学等单位签署合作协议。",
]


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_is_paired_with_those_on_the_same_side(text):
    assert read(text, "SIGNED_WITH") == {}


SIGNED = [
    ("云岭公司在展会上达成投资意愿，并在年底签署实验楼合同。", ("云岭公司", "实验楼合同")),
    ("李文达与周明远分别代表宁河燃机公司和云岭大学签署合作协议。", ("李文达", "合作协议")),
    ("宁河燃机公司与云岭大学签订投资协议。", ("云岭大学", "投资协议")),
    ("宁河燃机公司与云岭大学签署了人才及技术培训合作备忘录。", ("云岭大学", "人才及技术培训合作备忘录")),
    ("宁河燃机公司与云岭大学签定合作协议。", ("云岭大学", "合作协议")),
    ("云岭公司与宁河燃机公司签署一份框架协议。", ("云岭公司", "框架协议")),
]


@pytest.mark.parametrize(("text", "expected"), SIGNED)
def test_the_paper_and_its_hands(text, expected):
    assert expected in read(text, "SIGNED")


FURTHER = [
    ("我国与俄罗斯签署了联合声明。", {("中国", "俄罗斯")}),
    ("川渝两地近日签署合作协议。", {("四川省政府", "重庆市政府")}),
    ("李文达代表宁河燃机公司，周明远代表云岭大学在协议上签字。", {("云岭大学", "宁河燃机公司")}),
    ("宁河燃机公司、青江数据公司联合与云岭大学签署项目协议。",
     {("云岭大学", "宁河燃机公司"), ("云岭大学", "青江数据公司")}),
    ("我国与有关国家签署了联合声明。", set()),
    ("我国与俄罗斯的合作日益密切。", set()),
    ("川渝两地加强合作。", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FURTHER)
def test_parties_that_are_called_by_one_word_or_act_in_two_clauses(text, expected):
    assert set(read(text, "SIGNED_WITH")) == {tuple(sorted(pair)) for pair in expected}


def test_heads_of_state_sign_after_their_talk():
    text = "法国总统巴罗来访。王建国同巴罗会谈。会谈后，两国元首共同签署了《中国和约旦关于建立伙伴关系的联合声明》。"
    paper = "中国和约旦关于建立伙伴关系的联合声明"
    assert {("王建国", paper), ("巴罗", paper)} <= set(read(text, "SIGNED"))


LED_UP = [
    ("远海船舶公司与希腊船东MARINE签订散货船建造合同。", {"远海船舶公司"}),
    ("昆明市与老挝万象市签署友好城市协议。", {"昆明市政府", "万象市政府"}),
    ("西宁市与天津市滨海新区签署产业协作协议。", {"西宁市政府", "滨海新区政府"}),
    ("甘肃与青海两省签署黄河流域生态补偿协议。", {"甘肃省政府", "青海省政府"}),
]


@pytest.mark.parametrize(("text", "expected"), LED_UP)
def test_a_place_that_leads_up_to_another_name_signs_nothing(text, expected):
    assert {subject for subject, _ in read(text, "SIGNED")} == expected


COURTS = [
    ("青岛、武汉、成都中级人民法院签署《司法协作备忘录》。",
     {"青岛市中级人民法院", "武汉市中级人民法院", "成都中级人民法院"}),
    ("青岛、武汉和成都市中级人民法院签署《司法协作备忘录》。",
     {"青岛市中级人民法院", "武汉市中级人民法院", "成都市中级人民法院"}),
    ("宁波市与杭州市中级人民法院签署合作备忘录。", {"宁波市中级人民法院", "杭州市中级人民法院"}),
    ("四川省与成都市中级人民法院签署合作备忘录。", {"四川省政府", "成都市中级人民法院"}),
    ("武汉市与宁河集团、成都市中级人民法院签署合作备忘录。", {"武汉市政府", "宁河集团", "成都市中级人民法院"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), COURTS)
def test_one_court_behind_several_cities_is_a_court_of_each(text, expected):
    assert {subject for subject, _ in read(text, "SIGNED")} == expected


def test_heads_of_state_who_witness_a_signing_sign_nothing():
    talk = "8月3日，李文达总统同周明远总统举行会谈。会谈后，两国元首共同"
    assert read(talk + "见证贸易合作协议签署。", "SIGNED") == {}
    assert {who for who, _ in read(talk + "签署关于加强友好往来的联合声明。", "SIGNED")} == {"李文达", "周明远"}


SIDES = [
    ("青江市川渝商会会长、云岭集团董事长李文达现场签约。", set()),
    ("云岭集团、青江银行、石门小学分别与部队签约。", set()),
    ("青江市教育局等三个部门和云岭建材有限公司等四个单位和两家部队签订军地共建协议。", set()),
    ("活动现场，青江中药研究院、宁河重点实验室两家单位揭牌，12个项目签约。", set()),
    ("石门街道联合云岭集团、青江集团共同举办“惠民签约仪式暨便民集市”活动。", set()),
    ("云岭集团、青江银行有关负责人参加了签约仪式。", set()),
    ("从云岭集团获悉，日前又有5家企业签署协议。", set()),
    ("中国、印度等21国签署了《筹建云岭银行备忘录》。", set()),
    ("云岭集团还将与更多客户签署购销协议。", set()),
    ("青海省文联、青海省体育局和云岭协会签署合作协议。", {("青海省文联", "云岭协会"), ("青海省体育局", "云岭协会")}),
    ("云岭集团分别与青江银行、宁河银行签署协议。", {("云岭集团", "青江银行"), ("云岭集团", "宁河银行")}),
    ("云岭集团、青江银行和云岭大学签署三方合作协议。",
     {("云岭集团", "青江银行"), ("云岭大学", "云岭集团"), ("云岭大学", "青江银行")}),
    ("云岭集团与青江银行举行签约仪式。", {("云岭集团", "青江银行")}),
    ("宁河大学规划处处长、工商学院院长李文达与云岭研究院院长周明远签署协议。", {("云岭研究院", "宁河大学")}),
    ("云桥集团与马来西亚货运中转网络签署框架协议。", set()),
    ("云岭集团与荷兰签署协议。", {("云岭集团", "荷兰")}),
    ("京津冀三地水利部门共同签署协议。", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "pairs"), SIDES)
def test_who_faces_whom(text, pairs):
    assert set(read(text, "SIGNED_WITH")) == {tuple(sorted(pair)) for pair in pairs}
