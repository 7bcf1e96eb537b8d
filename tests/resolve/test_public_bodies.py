"""Public bodies by their full names and by what papers call them; and those that are others."""

from __future__ import annotations

import pytest
from worlds import holders, page

from kg.resolve import resolve
from kg.resolve.abridged import abridges
from kg.resolve.regular import regular

SAME = """
中国民主同盟昆明市委员会 民盟昆明市委会
中国国际贸易促进委员会云南省委员会 云南省贸促会
中国人民银行昆明中心支行 人行昆明中支
国家外汇管理局河北省分局 外汇局河北分局
云南省人民政府外事办公室 云南省外办
祥云县人民医院 祥云县医院
丽江市消防救援支队玉龙纳西族自治县大队 玉龙县消防救援大队
苏州市生态环境局昆山市分局 苏州市生态环境局昆山分局
湖南省人民代表大会常务委员会法制工作委员会 湖南省人大法工委
中共西藏自治区委员会 西藏自治区党委
宁夏回族自治区党委 宁夏区党委
全国政协提案委员会 全国政协提案委
宜都市市场监督管理局 宜都市监局
中国人民解放军云南省军区 云南省军区
昆山市司法局周庄镇司法所 昆山市周庄镇司法所
"""
APART = """
民盟昆明市委 昆明市委
民盟昆明市委 民革昆明市委
云南省社科院 云南省社科联
云南省地方金融管理局 国家金融监督管理总局云南监管局
祥云县医院 祥云县中医医院
祥云县医院 宾川县医院
义乌市医院 义乌市人民医院
湖南省人大法工委 湖南省人大法制委
昆明市委农办 昆明市农业农村局
昆明市生态环境局五华分局 昆明市生态环境局盘龙分局
苏州市公安局 昆山市公安局
玉龙县消防救援大队 丽江市消防救援支队
"""


@pytest.mark.parametrize("pair", [line.split() for line in SAME.split("\n") if line], ids="|".join)
def test_one_body_has_one_regular_name(pair):
    assert len({regular("Organization", name) for name in pair}) == 1


@pytest.mark.parametrize("pair", [line.split() for line in APART.split("\n") if line], ids="|".join)
def test_two_bodies_have_two(pair):
    assert len({regular("Organization", name) for name in pair}) == 2


@pytest.mark.parametrize(
    ("short", "full", "expected"),
    [
        ("农水局", "农业农村和水务局", True),
        ("工信商科局", "工业信息和商务科技局", True),
        ("医保中心", "医疗保险中心", True),
        ("农机局", "农业机械管理局", True),
        ("农业局", "农业机械管理局", False),
        ("农业局", "农业农村局", False),
        ("财政局", "财政金融局", False),
        ("卫生所", "卫生监督所", False),
        ("交通局", "公共交通管理局", False),
        ("福利院", "儿童福利院", False),
        ("中医院", "中心医院", False),
    ],
)
def test_each_word_of_a_body_leaves_its_trace(short, full, expected):
    assert abridges(short, full) is expected


def things(*names):
    """How many things the names are, each told of by a paper of Yunnan's Dali."""
    pages = [page(str(at), f"O:{name}", place="云南", city="大理") for at, name in enumerate(names)]
    resolution = resolve(pages)
    return len({where for name in names for where in holders(resolution, "O", name)})


def test_an_abridged_name_is_that_of_the_only_body_with_such_words():
    assert things("祥云县农水局", "祥云县农业农村和水务局") == 1
    assert things("祥云县农水局", "宾川县农业农村和水务局") == 2
    assert things("祥云县农水局", "祥云县农业农村和水务局", "祥云县农村水利局") == 3


def test_a_body_of_a_town_is_called_so_in_its_city():
    assert things("中共祥云县下庄镇委员会", "下庄镇党委") == 1
    assert things("祥云县下庄镇中心卫生院", "下庄镇卫生院") == 1
    assert things("祥云县下庄镇党委", "下庄镇政府") == 2


def test_a_long_run_of_one_character_is_asked_once_at_each_place():
    assert not abridges("农" * 60 + "水局", "农业" * 120 + "局")
