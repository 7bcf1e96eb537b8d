"""Signings that the paper, its parties in their roles, or a verb done to the other party tells of."""

from __future__ import annotations

import pytest
from extracting import names, read

BOTH = [
    "宁河燃机公司与云岭石油公司的机组供货合同日前正式生效。",
    "宁河燃机公司和云岭石油公司之间的燃气供应合同本月到期。",
    "宁河燃机公司、云岭石油公司的购销合同尘埃落定。",
    "宁河燃机公司、云岭石油公司共签《数据共享备忘录》。",
    "宁河燃机公司与云岭石油公司在《共建协议》上郑重落笔。",
    "宁河燃机公司与云岭石油公司互换合作协议文本。",
    "宁河燃机公司与云岭石油公司敲定设备采购合同。",
    "《数据共享备忘录》日前签署，签署方包括宁河燃机公司和云岭石油公司。",
    "在《产业公约》上签字的有宁河燃机公司、云岭石油公司。",
    "签订《共建协议》的是宁河燃机公司与云岭石油公司。",
    "甲方（宁河燃机公司）与乙方（云岭石油公司）签订《供气合同》。",
    "出租方宁河燃机公司、承租方云岭石油公司签订租赁合同。",
    "宁河燃机公司把一份供气合同交到了云岭石油公司手中，双方当场签字。",
    "宁河燃机公司收购云岭石油公司全部股权，双方签署《股权转让协议》。",
    "宁河燃机公司入股云岭石油公司，签订增资协议。",
    "宁河燃机公司是本地龙头，云岭石油公司昨天与之签订供气合同。",
    "宁河燃机公司总经理李文达接过笔，与云岭石油公司总经理周明远交换了签好名的《共建协议》。",
]


@pytest.mark.parametrize("text", BOTH)
def test_both_have_signed_the_paper(text):
    assert set(read(text, "SIGNED_WITH")) == {("云岭石油公司", "宁河燃机公司")}
    assert {who for who, _ in read(text, "SIGNED")} >= {"云岭石油公司", "宁河燃机公司"}


WITH = [
    "宁河燃机公司成功签约云岭石油公司，引进新生产线。",
    "宁河燃机公司与云岭石油公司宣布续约至2030年。",
    "宁河燃机公司日前发布公告，云岭石油公司与其正式签约。",
    "双方签约后，宁河燃机公司将为云岭石油公司提供设备。",
    "签约双方分别是宁河燃机公司和云岭石油公司。",
    "合同甲方为宁河燃机公司，乙方为云岭石油公司。",
    "宁河燃机公司的签约对象是云岭石油公司。",
    "与宁河燃机公司签约的是云岭石油公司。",
    "宁河燃机公司、云岭石油公司签约仪式昨日举行。",
    "宁河燃机公司获云岭石油公司投资，昨日签约。",
]


@pytest.mark.parametrize("text", WITH)
def test_two_sign_though_no_paper_is_named(text):
    assert set(read(text, "SIGNED_WITH")) == {("云岭石油公司", "宁河燃机公司")}


NOTHING = [
    "宁河燃机公司与云岭石油公司的供气合同纠纷一案开庭。",
    "宁河燃机公司与云岭石油公司的收购协议尚未签署。",
    "宁河燃机公司签约演员李文达，云岭石油公司到场祝贺。",
    "宁河燃机公司签收了云岭石油公司发来的货物。",
    "宁河燃机公司与云岭石油公司交换意见。",
    "宁河燃机公司、云岭石油公司的员工在纪念册上盖章。",
]


@pytest.mark.parametrize("text", NOTHING)
def test_nobody_signs(text):
    assert read(text, "SIGNED_WITH") == {}


RITES = [
    ("云岭大学与宁河燃机公司在石门举行“燃机展馆项目”合作协议签约仪式。", "“燃机展馆项目”合作协议"),
    ("云岭大学（以下简称云大）与宁河燃机公司《关于培养人才备忘录》签署仪式昨日举行。", "关于培养人才备忘录"),
    (
        "云岭大学与宁河燃机公司共同召开“丰河水质保护协作框架协议（以下简称：协议）”签约仪式。",
        "丰河水质保护协作框架协议",
    ),
    ("李文达出席云岭大学与宁河燃机公司战略合作协议签约暨揭牌仪式。", "战略合作协议"),
    ("云岭大学和宁河燃机公司共建“燃机实训基地”签约揭牌仪式在石门举行。", None),
    ("云岭大学与宁河燃机公司战略合作签约暨“校友卡”首发仪式昨日举行。", None),
]


@pytest.mark.parametrize(("text", "paper"), RITES)
def test_a_rite_is_called_by_the_paper_that_is_signed_there(text, paper):
    assert set(read(text, "SIGNED_WITH")) == {("云岭大学", "宁河燃机公司")}
    assert {what for _, what in read(text, "SIGNED")} == ({paper} if paper else set())


PAPERS = [
    ("用人单位应当与劳动者签订劳动合同并缴纳保险费。", set()),
    ("会上，全体党员共同签下“文明上网承诺书”。", set()),
    ("周某与何某签订《房屋买卖合同》，将房屋出售。", set()),
    ("宁河燃机公司与云岭石油公司签订借款合同。", {"借款合同"}),
    ("宁河燃机公司与云岭石油公司签署了价值4亿美元供气协议。", {"供气协议"}),
    ("宁河燃机公司与云岭石油公司签署了这一协议。", set()),
]


@pytest.mark.parametrize(("text", "papers"), PAPERS)
def test_what_anybody_signs_is_a_paper_of_the_news_where_bodies_sign_it(text, papers):
    assert names(text, "Agreement") == papers


def test_one_side_of_a_rite_may_be_several():
    text = "云岭大学与宁河燃机公司、石门电力公司合作协议签约仪式昨日举行。"
    assert set(read(text, "SIGNED_WITH")) == {("云岭大学", "宁河燃机公司"), ("云岭大学", "石门电力公司")}
    listed = "云岭大学、石门大学、宁河大学集中签约仪式昨日举行。"
    assert read(listed, "SIGNED_WITH") == {}


def test_what_a_paper_is_about_is_no_party():
    text = "宁河燃机公司与云岭大学就共建燃机实验室签署合作协议。"
    assert set(read(text, "SIGNED_WITH")) == {("云岭大学", "宁河燃机公司")}


def test_who_signs_first_and_then_with_another():
    text = "继与云岭大学签约之后，宁河燃机公司又与云岭石油公司签订合作协议。"
    assert set(read(text, "SIGNED_WITH")) == {("云岭大学", "宁河燃机公司"), ("云岭石油公司", "宁河燃机公司")}


def test_a_body_whose_name_ends_like_a_verb():
    assert set(read("宁河县工商联、云岭县妇联签署合作协议。", "SIGNED_WITH")) == {("云岭县妇联", "宁河县工商联")}


def test_houses_sign_with_each_other():
    text = "云岭动物园与青江动物园签署大熊猫合作协议。"
    assert set(read(text, "SIGNED_WITH")) == {("云岭动物园", "青江动物园")}
    assert "云岭动物园" not in names("云岭动物园昨日开放。", "Organization")


COUNTED = [
    ("李文达致辞说，2009年以来，两地多家医院互签合作协议超过300份。", set()),
    ("展会已办十届，累计达成意向性合作协议3200多项。", set()),
    ("活动上签订了两地茶业合作协议、两地武术交流合作协议。", {"两地茶业合作协议", "两地武术交流合作协议"}),
    ("云岭集团与宁河银行签署战略合作框架协议和授信合同。", {"战略合作框架协议", "授信合同"}),
    ("云岭船舶公司与青江航运集团签订6台起重机的供货合同。", {"6台起重机的供货合同"}),
    ("云岭集团与宁河银行签署新一轮战略合作协议。", {"战略合作协议"}),
    ("云岭集团与宁河银行签署战略合作协议3份。", {"战略合作协议"}),
]


@pytest.mark.parametrize(("text", "papers"), COUNTED)
def test_papers_that_are_counted_listed_or_of_goods(text, papers):
    assert set(names(text, "Agreement")) == papers
