"""Works told by what is done to them: sections of roads, plants of a firm, funds, lists, houses being opened."""

from __future__ import annotations

import pytest
from extracting import article, names, read

from kg.extract import extract

WORKS = [
    ("12日，由中铁十二局承建的青宁铁路青江至北岭段正式铺轨。", {"青宁铁路青江至北岭段"}),
    ("青江地铁6号线云山站至北岭站区间左线顺利贯通。", {"青江地铁6号线云山站至北岭站区间左线"}),
    ("宁来高速公路鹤山东段建成通车。", {"宁来高速公路鹤山东段"}),
    ("昨日，云岭特大桥主拱圈顺利合龙。", {"云岭特大桥"}),
    ("推动云桥中运量、宁春路交通功能提升、沪闵路改造等项目尽快开工。",
     {"云桥中运量", "宁春路交通功能提升", "沪闵路改造"}),
    ("引进文达光伏、日用瓷智能制造生产线等项目40余个。", {"文达光伏", "日用瓷智能制造生产线"}),
    ("双方将持续开展“盲人无障碍出行服务”“盲人就业培训”等项目。", {"盲人无障碍出行服务", "盲人就业培训"}),
    ("富士康位于郑州的工厂正在招工。", {"郑州的工厂"}),
    ("青江大数据交易中心正式启动。", {"青江大数据交易中心"}),
    ("中国国有资本风险投资基金在北京成立。", {"中国国有资本风险投资基金"}),
    ("陇电入浙工程获批。", {"陇电入浙工程"}),
    ("新建的10千伏宁牛线切实解决了供电问题。", {"10千伏宁牛线"}),
    ("青江水投集团负责实施的城区供水管网改造工程已完成80%。", {"城区供水管网改造工程"}),
    ("国家电网青江送宁河±800千伏特高压直流输电工程开工。", {"青江送宁河±800千伏特高压直流输电工程"}),
    ("市民从云岭隧道经过。", set()),
    ("青宁高速发生交通事故，造成拥堵。", set()),
    ("工厂里机器轰鸣，工人们正在忙碌。", set()),
    ("嘉禾基金基金经理李文达表示，看好后市。", set()),
    ("全国社保基金、保险资金加大入市力度。", set()),
    ("青江省重点公路项目加快推进。", set()),
    ("宁河县世界级生物医药生产基地正在形成。", set()),
    ("今年全市共实施重点项目120个，完成投资300亿元。", set()),
    ("要抓好招商引资项目落地，推动园区建设。", set()),
    ("他先后拜访了青江大学、宁河集团、北岭县政府等项目单位。", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), WORKS)
def test_what_is_a_work(text, expected):
    assert names(text, "Project") == expected


UNDERTAKEN = [
    ("青江移动携手北岭煤业打造的5G智慧矿山项目荣获一等奖。",
     {("青江移动", "5G智慧矿山项目"), ("北岭煤业", "5G智慧矿山项目")}),
    ("国家电投青江公司100万千瓦“风光储一体化”项目首批机组并网。",
     {("国家电投青江公司", "100万千瓦“风光储一体化”项目")}),
    ("富士康位于郑州的工厂正在招工。", {("富士康", "郑州的工厂")}),
    ("青江文达科技股份有限公司公告，公司原拟募集资金3亿元，分别用于“宁河终端扩产项目”“总部基地建设项目”和补充流动资金。",
     {("青江文达科技股份有限公司", "宁河终端扩产项目"), ("青江文达科技股份有限公司", "总部基地建设项目")}),
    ("文达科技拟募资3亿元，用于高端液压泵、阀、马达建设项目，云桥芯片研发项目，补充流动资金。",
     {("文达科技", "高端液压泵、阀、马达建设项目"), ("文达科技", "云桥芯片研发项目")}),
    ("公司拟投资15.6亿元建设年产20万吨高端聚酯项目，实施主体为公司全资子公司江苏文达新材料有限公司。",
     {("江苏文达新材料有限公司", "年产20万吨高端聚酯项目")}),
    ("青江设计院承担了宁河大桥工程的勘察设计任务。", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), UNDERTAKEN)
def test_who_builds(text, expected):
    assert set(read(text, "UNDERTAKES")) == expected


def test_money_that_was_to_be_raised_gives_up_no_work():
    text = "青江文达科技股份有限公司公告，公司原拟募集资金3亿元，用于总部基地建设项目。"
    (triple,) = read(text, "UNDERTAKES").values()
    assert triple.properties.get("status", "done") != "former"


PARTS = [
    ("文达股份控股股东文达控股集团有限公司质押股份。", {("文达股份", "文达控股集团有限公司")}),
    ("文达股份的控股股东为文达集团。", {("文达股份", "文达集团")}),
    ("文达集团在深圳设立全资子公司深圳文达科技有限公司。", {("深圳文达科技有限公司", "文达集团")}),
    ("宁河银行成立理财子公司宁银理财有限责任公司。", {("宁银理财有限责任公司", "宁河银行")}),
    ("文达航空（及其全资子公司宁河航空）经营30条航线。", {("宁河航空", "文达航空")}),
    ("作为青江绕城高速项目的控制性工程，宁河大桥工程昨日开工。", {("宁河大桥工程", "青江绕城高速项目")}),
    ("合并后，宁河学院成为青江大学的二级学院。", {("宁河学院", "青江大学")}),
    ("文达股份与华远集团签署协议。", set()),
    ("文达集团收购宁河置业有限公司。", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PARTS)
def test_whose_part(text, expected):
    assert set(read(text, "PART_OF")) == expected


TOGETHER = [
    ("文达集团的合作伙伴包括华远科技和海川股份。", {("华远科技", "文达集团"), ("文达集团", "海川股份")}),
    ("作为华远汽车的长期合作伙伴，文达科技为其提供芯片。", {("华远汽车", "文达科技")}),
    ("青江省人民医院与宁河县人民医院建立医联体，定期派专家坐诊。", {("宁河县人民医院", "青江省人民医院")}),
    ("文达证券与华远基金不存在合作关系。", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TOGETHER)
def test_who_works_together(text, expected):
    assert set(read(text, "COOPERATES_WITH")) == expected


def test_a_word_between_two_bodies_parts_them():
    assert names("宁河县农商行为文达集团授信10亿元。", "Organization") >= {"文达集团"}
    assert names("文达集团同华远集团、海川集团三方签署合作备忘录。", "Organization") >= {"文达集团", "华远集团"}


def test_an_announced_call_is_no_second_body():
    text = "青江文达科技股份有限公司（下称“文达科技”）昨日过会。文达科技成立于2010年。"
    assert names(text, "Organization") == {"青江文达科技股份有限公司"}


SEEN = [
    ("李文达来到青江文达新材料科技有限公司，走进生产车间，实地考察锂电池隔膜项目，详细了解企业生产经营情况。",
     {("青江文达新材料科技有限公司", "锂电池隔膜项目")}),
    ("在青江华远药业有限公司，周明远仔细询问年产7400吨药物中间体建设项目进展。",
     {("青江华远药业有限公司", "年产7400吨药物中间体建设项目")}),
    ("周明远来到宁河县人民政府，听取北岭水库工程汇报。", set()),
    ("周明远到文达集团调研，随后前往北岭高速公路项目施工现场检查。", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SEEN)
def test_what_is_looked_at_in_a_firm_is_its_work(text, expected):
    assert set(read(text, "UNDERTAKES")) == expected


PLACED = [
    ("伊犁哈萨克自治州成立于1954年，首府设在伊宁市。", {("伊宁市", "伊犁哈萨克自治州")}),
    ("合作市是甘南藏族自治州州府所在地。", {("合作市", "甘南藏族自治州")}),
    ("入驻宁河高新区的企业有文达科技、华远生物等。", {("文达科技", "宁河高新区"), ("华远生物", "宁河高新区")}),
    ("合作市与甘南藏族自治州的首府相邻。", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PLACED)
def test_seats_and_tenants(text, expected):
    assert set(read(text, "LOCATED_IN")) == expected


SIGNED = [
    ("会上，青江区人民法院与宁河县人民法院，北岭区人民法院与云山县人民法院、清水县人民法院签署合作协议。",
     {("宁河县人民法院", "青江区人民法院"), ("云山县人民法院", "北岭区人民法院"),
      ("北岭区人民法院", "清水县人民法院")}),
    ("青江大学与文达集团、宁河学院与华远集团签订校企合作协议。", {("文达集团", "青江大学"), ("华远集团", "宁河学院")}),
    ("会后，双方见证签署《北京市公安局和河内市公安局友好合作备忘录》《青江省文化厅、深圳市文化局合作协议》。",
     {("北京市公安局", "河内市公安局"), ("深圳市文化局", "青江省文化厅")}),
    ("青江大学与文达集团、宁河学院签订合作协议。", {("文达集团", "青江大学"), ("宁河学院", "青江大学")}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SIGNED)
def test_who_sign_two_by_two(text, expected):
    assert set(read(text, "SIGNED_WITH")) == expected


GLUED = [
    ("河南省委组织部联合省卫健委开展培训。", {"河南省委组织部", "河南省卫健委"}),
    ("法新社援引朝中社消息称，局势平稳。", {"法新社", "朝中社"}),
    ("保荐人兴业证券股份有限公司表示，将尽责。", {"兴业证券股份有限公司"}),
    ("中国人民保险集团股份有限公司召开股东大会。", {"中国人民保险集团股份有限公司"}),
    ("青江大学系统工程研究所成立。", {"青江大学系统工程研究所"}),
    ("华中科技大学同济医学院召开会议。", {"华中科技大学同济医学院"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), GLUED)
def test_words_between_names_belong_to_none(text, expected):
    found = extract(article(text, place="河南")).entities
    assert {entity.name for entity in found if entity.type == "Organization"} == expected
