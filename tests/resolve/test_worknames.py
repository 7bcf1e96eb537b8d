"""What the names of projects tell."""

from __future__ import annotations

import pytest

from kg.resolve.worknames import county_in, forms, is_vague, other_sites, two_places, unsized


@pytest.mark.parametrize(
    ("a", "b", "apart"),
    [
        ("都兰50万千瓦光伏项目", "乌兰50万千瓦光伏项目", True),
        ("光山县城区雨污分流改造工程", "潢川县城区雨污分流改造工程", True),
        ("光山县城区雨污分流改造工程", "光山县城区雨污分流改造项目", False),
        ("光山县城区雨污分流改造工程", "光山城区雨污分流改造工程", False),  # the same county
        ("云桥锂电池项目", "云岭锂电池项目", False),  # no divisions
    ],
)
def test_two_places(a, b, apart):
    assert two_places(a, b) is apart
    assert two_places(b, a) is apart


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("华朔电力四子王旗50万千瓦风电项目", ("内蒙古自治区", "乌兰察布市", "四子王旗")),
        ("光山县至潢川县公路", ()),
        ("锂电池项目", ()),
        ("和平光伏项目", ()),
    ],
)
def test_the_county_in_a_name(name, path):
    assert county_in(name, ()) == path


@pytest.mark.parametrize(
    ("long", "short"),
    [
        ("重庆至宜昌高速铁路", "渝宜高铁"),
        ("池州至枞阳长江公铁大桥", "池枞长江公铁大桥"),
        ("贡觉至芒康公路", "贡芒公路"),
    ],
)
def test_lines_by_their_ends(long, short):
    assert set(forms(long, set())) & set(forms(short, set()))


def test_another_line_has_another_form():
    assert not set(forms("重庆至宜昌高速铁路", set())) & set(forms("成宜高铁", set()))


@pytest.mark.parametrize("name", ["锂电池项目", "50万千瓦光伏项目", "老旧小区改造项目", "年产10万吨正极材料项目"])
def test_names_that_many_bear(name):
    assert is_vague(name)


@pytest.mark.parametrize("name", ["东庄水利枢纽工程", "滇中引水工程", "川藏铁路", "乌审旗年产20万吨绿氨项目"])
def test_names_that_tell(name):
    assert not is_vague(name)


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("苏尼特右旗50万千瓦风光储一体化项目", "风光储一体化项目"),
        ("威宁县铜厂河水库工程", "铜厂河水库工程"),
        ("年产80万吨丙烷脱氢项目", "丙烷脱氢项目"),
        ("西宁至成都铁路工程", "西宁至成都铁路工程"),
        ("50万千瓦光伏", "50万千瓦光伏"),  # too little would be left
    ],
)
def test_names_without_size_and_division(name, bare):
    assert unsized(name) == bare


def test_a_numbered_school_is_another_one():
    assert other_sites(["云桥路小学建设工程"], ["云桥路第二小学新建项目"])
    assert not other_sites(["云桥路小学建设工程"], ["青江区云桥路小学新建项目"])
