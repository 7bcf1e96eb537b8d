"""The day of a fact is the one that its words tell, as far as they tell it, and none after its paper's."""

import pytest
from extracting import read

PAPER = "2024-03-28"
PAIR = ("青江宁河实业有限公司", "昆仑铬盐新材料项目")
TABLE = [
    ("2021年5月，青江宁河实业有限公司投资建设昆仑铬盐新材料项目。", "2021-05"),
    ("2021年，青江宁河实业有限公司投资建设昆仑铬盐新材料项目。", "2021"),
    ("去年，青江宁河实业有限公司投资建设昆仑铬盐新材料项目。", "2023"),
    ("3月20日，青江宁河实业有限公司投资建设的昆仑铬盐新材料项目开工，预计2027年投产。", "2024-03-20"),
    ("预计2027年，青江宁河实业有限公司建设的昆仑铬盐新材料项目投产。", None),
    ("到2027年，青江宁河实业有限公司建设的昆仑铬盐新材料项目达产。", None),
    ("青江宁河实业有限公司投资建设昆仑铬盐新材料项目，2027年投产。", None),
    ("自2015年以来，青江宁河实业有限公司投资建设昆仑铬盐新材料项目。", None),
    ("青江宁河实业有限公司投资建设昆仑铬盐新材料项目。", None),
]


@pytest.mark.parametrize(("text", "day"), TABLE)
def test_the_day_that_the_sentence_tells(text, day):
    found = read(text, "UNDERTAKES", place="青海", date=PAPER)
    assert found[PAIR].properties.get("date") == day


def test_a_day_without_a_year_is_kept():
    for paper in (None, "--12-20"):
        text = "12月19日，青江宁河实业有限公司投资建设昆仑铬盐新材料项目。"
        found = read(text, "UNDERTAKES", place="青海", date=paper)
        assert found[PAIR].properties["date"] == "--12-19"


def test_a_day_within_the_span_with_which_a_report_opens():
    text = "3月26日至29日，李文达率团访问西宁。28日，周明远与李文达举行会谈。"
    found = read(text, "MET_WITH", place="青海", date="2024-03-26")
    assert [triple.properties["date"] for triple in found.values()] == ["2024-03-28"]
    text = "3月26日，李文达率团访问西宁。28日，周明远与李文达举行会谈。"
    found = read(text, "MET_WITH", place="青海", date="2024-03-26")
    assert [triple.properties.get("date") for triple in found.values()] != ["2024-03-28"]


def test_a_day_behind_the_verb_and_a_year_in_a_name():
    found = read("李文达出席3月20日举行的2023年青江铬盐产业发展大会。", "ATTENDED", place="青海", date=PAPER)
    assert {triple.properties["date"] for triple in found.values()} == {"2024-03-20"}
    found = read("李文达出席2023年青江铬盐产业发展大会。", "ATTENDED", place="青海", date=PAPER)
    assert {triple.properties.get("date") for triple in found.values()} == {None}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("由青海大学主办的青江铬盐产业发展大会，在各方支持下，于3月20日在西宁举行。", "2024-03-20"),
        ("由青海大学主办的青江铬盐产业发展大会，在各方支持下，受到欢迎。", None),
        ("由青海大学主办的青江铬盐产业发展大会，在各方支持下，3月20日以来受到欢迎。", None),
        ("由青海大学主办的青江铬盐产业发展大会，于3月20日在西宁举行，3月22日在海东闭幕。", None),
    ],
)
def test_a_day_on_which_what_the_sentence_tells_of_is_held(text, day):
    found = read(text, "ATTENDED", place="青海", date=PAPER)
    assert {triple.properties.get("date") for triple in found.values()} == {day}


def test_only_what_is_planned_has_a_day_to_come():
    found = read("青江铬盐产业发展大会将于4月20日在西宁举行。", "LOCATED_IN", place="青海", date=PAPER)
    assert [(t.properties["status"], t.properties["date"]) for t in found.values()] == [("planned", "2024-04-20")]


SUMS = [
    ("青江宁河实业有限公司投资5亿元建设昆仑铬盐新材料项目。", {"昆仑铬盐新材料项目": "5亿元"}),
    ("青江宁河实业有限公司投资建设总投资5亿元的昆仑铬盐新材料项目。", {"昆仑铬盐新材料项目": "5亿元"}),
    ("青江宁河实业有限公司建设的昆仑铬盐新材料项目开工，首期投资2亿元，总投资5亿元。", {"昆仑铬盐新材料项目": "5亿元"}),
    ("青江宁河实业有限公司建设的昆仑铬盐新材料项目投产，年产值9亿元。", {"昆仑铬盐新材料项目": None}),
    ("总投资536亿元的18个重点项目开工，宁河实业有限公司建设的昆仑铬盐新材料项目在列。", {"昆仑铬盐新材料项目": None}),
    ("青江宁河实业有限公司建设的昆仑铬盐新材料项目投产，每吨售价2万元。", {"昆仑铬盐新材料项目": None}),
    ("青江宁河实业有限公司建设的昆仑铬盐新材料项目投产，生产价值20万元的汽车。", {"昆仑铬盐新材料项目": None}),
    ("青江宁河实业有限公司建设价值5亿元的昆仑铬盐新材料项目。", {"昆仑铬盐新材料项目": "5亿元"}),
    ("宁河实业有限公司建设的昆仑铬盐新材料项目投产，全县18个重点项目总投资536亿元。", {"昆仑铬盐新材料项目": None}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "sums"), SUMS)
def test_a_sum_belongs_to_the_work_of_its_clause(text, sums):
    found = read(text, "UNDERTAKES", place="青海")
    assert {work: triple.properties.get("amount") for (_, work), triple in found.items()} == sums


PAPERS = [
    ("青海大学与青江宁河实业有限公司签署战略合作框架协议，总投资536亿元的18个项目集中签约。", None),
    ("18个项目签约，总投资536亿元，青海大学与青江宁河实业有限公司签署战略合作框架协议。", None),
    ("青海大学与青江宁河实业有限公司签署合作协议，合同金额5亿元。", "5亿元"),
    ("青海大学与青江宁河实业有限公司签署总金额5亿元的采购合同。", "5亿元"),
    ("青海大学与青江宁河实业有限公司签署股份认购协议，认购价格为每股15元。", None),
    ("青海大学与青江宁河实业有限公司签署贷款协议，汇率为7.1元兑1美元。", None),
    ("青海大学与青江宁河实业有限公司签署价值5亿元的采购合同。", "5亿元"),
    ("青海大学与青江宁河实业有限公司签署转让协议，已支付首付款3000万元。", None),
    ("青海大学与青江宁河实业有限公司签署合作协议；全省项目总投资536亿元。", None),
]


@pytest.mark.parametrize(("text", "amount"), PAPERS)
def test_a_sum_belongs_to_its_own_paper(text, amount):
    found = read(text, "SIGNED", place="青海")
    assert {triple.properties.get("amount") for triple in found.values()} == {amount}
