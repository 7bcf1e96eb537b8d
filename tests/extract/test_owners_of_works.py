"""Who builds a work, told by 其, by where it lies, by what is held for it, or behind a description."""

from __future__ import annotations

import pytest
from extracting import read

FOUND = [
    ("石门化工集团宣布，其宁河聚氨酯新工厂已正式投产。", {("石门化工集团", "宁河聚氨酯新工厂")}),
    ("石门化工集团表示，其位于宁河的聚氨酯新工厂已正式投产。", {("石门化工集团", "聚氨酯新工厂")}),
    ("石门能源集团在宁河的风电项目开工。", {("石门能源集团", "风电项目")}),
    ("石门能源集团旗下宁河风电项目开工。", {("石门能源集团", "宁河风电项目")}),
    ("石门能源集团首个海外项目——巴西宁河风电项目开工。", {("石门能源集团", "巴西宁河风电项目")}),
    ("青江集团总经理周明远介绍，该公司宁河风电项目已并网。", {("青江集团", "宁河风电项目")}),
    ("位于石门县的宁河锂电池项目，由青江能源集团投资建设。", {("青江能源集团", "宁河锂电池项目")}),
    ("宁山铁路由青江集团所属宁河铁路公司负责建设管理。", {("宁河铁路公司", "宁山铁路")}),
    ("云翔光电股份有限公司在石门举行了宁河晶圆制造项目的开工仪式。", {("云翔光电股份有限公司", "宁河晶圆制造项目")}),
    ("宁河研学基地是青江教育集团联合石门学院打造的。",
     {("青江教育集团", "宁河研学基地"), ("石门学院", "宁河研学基地")}),
    ("“阳光青年”慈善项目是青江市慈善总会发起，石门青少年服务中心执行。",
     {("青江市慈善总会", "“阳光青年”慈善项目")}),
    ("青江能源集团与石门县签约，投资20亿元建设宁河锂电池项目。", {("青江能源集团", "宁河锂电池项目")}),
]  # fmt: skip

NONE = [
    "石门县政府表示，其宁河聚氨酯新工厂所在地已通水。",
    "王志远听取石门能源集团在宁河的工作汇报，并考察青江风电项目。",
    "青江集团到宁河风电项目学习。",
    "宁河风电项目旁，青江集团的工厂灯火通明。",
    "宁河锂电池项目占地500亩，石门县由青江能源集团供电。",
    "石门能源集团在宁河举行了运动会，宁山铁路通车。",
    "宁河研学基地是石门学院联合办学的成果。",
]


@pytest.mark.parametrize(("text", "facts"), FOUND)
def test_the_owner_of_a_work_is_told(text: str, facts: set[tuple[str, str]]) -> None:
    assert set(read(text, "UNDERTAKES")) == facts


@pytest.mark.parametrize("text", NONE)
def test_who_only_stands_beside_a_work_does_not_build_it(text: str) -> None:
    assert not read(text, "UNDERTAKES")


def test_a_firm_that_others_founded_is_what_they_made_and_not_the_work() -> None:
    text = "宁河风电项目开工。项目承建方云桥工程有限公司是由青江集团与石门集团成立的合资企业。"
    assert ("青江集团", "宁河风电项目") not in read(text, "UNDERTAKES")
    assert ("石门集团", "宁河风电项目") not in read(text, "UNDERTAKES")
