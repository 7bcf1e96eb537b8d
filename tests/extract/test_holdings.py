"""What is a part of what, told by words between two bodies and behind the second."""

from __future__ import annotations

import pytest
from extracting import names, read

GROUP, FIRM, OTHER = "云岭集团", "天河药业公司", "青江机械公司"
ONE = {(FIRM, GROUP)}
BOTH = {(FIRM, GROUP), (OTHER, GROUP)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{FIRM}整体划转至{GROUP}。", ONE),
        (f"{FIRM}划归{GROUP}管理，职工身份不变。", ONE),
        (f"{FIRM}是{GROUP}12家二级企业之一。", ONE),
        (f"{FIRM}是{GROUP}专门从事疫苗研发的子公司。", ONE),
        (f"{FIRM}为{GROUP}所有。", ONE),
        (f"{FIRM}宣布，其母公司{GROUP}将增资3亿元。", ONE),
        (f"{FIRM}及其母公司{GROUP}均未回应。", ONE),
        (f"{FIRM}和{OTHER}同属{GROUP}。", BOTH),
        (f"身为{GROUP}的一员，{FIRM}今年扩产。", ONE),
        (f"归{GROUP}管理的{FIRM}今年扩产。", ONE),
        (f"{GROUP}所辖的{FIRM}今年扩产。", ONE),
        (f"{GROUP}的三家子公司{FIRM}、{OTHER}今年扩产。", BOTH),
        (f"{GROUP}以及它的两个子公司——{FIRM}和{OTHER}昨日增资。", BOTH),
        (f"{GROUP}的成员单位包括{FIRM}、{OTHER}。", BOTH),
        (f"{GROUP}拥有{FIRM}、{OTHER}两家子公司。", BOTH),
        (f"{GROUP}（下辖{FIRM}、{OTHER}）昨日扩产。", BOTH),
        (f"{GROUP}率{FIRM}、{OTHER}两家所属企业参展。", BOTH),
        (f"{GROUP}携旗下{FIRM}、{OTHER}亮相展会。", BOTH),
        (f"{GROUP}将{FIRM}、{OTHER}一并纳入旗下。", BOTH),
        (f"{GROUP}收购{FIRM}后，后者成为其全资子公司。", ONE),
        (f"{GROUP}今年扩产，仅旗下{FIRM}就投资3亿元。", ONE),
        (f"由{FIRM}、{OTHER}组成的青江产业联盟昨日成立。", {(FIRM, "青江产业联盟"), (OTHER, "青江产业联盟")}),
        (f"{GROUP}子公司天河电子公司今年扩产。", {("天河电子公司", GROUP)}),
        ("青江大学设有农学院、林学院。", {("农学院", "青江大学"), ("林学院", "青江大学")}),
    ],
)
def test_part_and_whole(text, expected):
    assert expected <= set(read(text, "PART_OF", place="湖南"))


@pytest.mark.parametrize(
    "text",
    [
        f"{FIRM}不再隶属{GROUP}。",
        f"{FIRM}不是{GROUP}的子公司。",
        f"{FIRM}是{GROUP}重要的合作伙伴。",
        f"{FIRM}受{GROUP}委托管理项目。",
        f"{GROUP}管理的项目由{FIRM}承建。",
        f"{GROUP}携{FIRM}拜访{OTHER}。",
        f"{GROUP}、{FIRM}等三家子公司参展。",
        f"{GROUP}把{FIRM}的经验纳入培训。",
        f"{GROUP}起诉{FIRM}，其宁河分公司被列为第三人。",
        "由宁河市政府、青江市政府联合组建的青江产业办公室昨日成立。",
    ],
)
def test_no_part(text):
    assert not read(text, "PART_OF", place="湖南")


def test_a_unit_that_is_not_named_makes_no_part_of_who_dissolves_it():
    found = set(read("宁河市公安局撤销了原隶属刑侦大队的反扒中队。", "PART_OF", place="湖南"))
    assert ("宁河市公安局", "刑侦大队") not in found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("青江市公安局下属刑侦支队昨日破案。", {"青江市公安局", "刑侦支队"}),
        (f"{GROUP}在华分支机构{FIRM}今年扩产。", {GROUP, FIRM}),
        (f"{FIRM}（系{GROUP}全资子公司）今年扩产。", {GROUP, FIRM}),
        (f"{GROUP}携{FIRM}、{OTHER}参展。", {GROUP, FIRM, OTHER}),
    ],
)
def test_owner_and_part_are_two_names(text, expected):
    assert names(text, "Organization") == expected
