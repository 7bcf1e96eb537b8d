"""Chains of places in one word, sides and parts of places, lists that a count closes, places that a text names."""

from __future__ import annotations

import pytest
from extracting import names, read

from kg.extract.mention.nested import _can_hold, _is_one_of_two
from kg.extract.mention.shaped import _is_shaped
from kg.extract.mention.sides import own_end


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("印度北方邦坎普尔的工厂停产。", {"印度", "北方邦", "坎普尔"}),
        ("缅甸掸邦腊戍以北的公路被毁。", {"缅甸", "掸邦", "腊戍"}),
        ("洪都拉斯、萨尔瓦多边境的小镇断水。", {"洪都拉斯", "萨尔瓦多"}),
        ("新西兰南岛的皇后镇进入雪季。", {"新西兰", "南岛", "皇后镇"}),
        ("一趟列车从昆明开往万象，途经磨憨和磨丁。", {"昆明", "万象", "磨憨", "磨丁"}),
        ("以色列北部的海法、阿什杜德和阿什凯隆响起警报。", {"以色列", "海法", "阿什杜德", "阿什凯隆"}),
        ("船从印度洋深处驶来。", {"印度洋"}),
    ],
)
def test_places_of_the_world_however_they_are_cut(text, expected):
    assert expected <= names(text, "Location")
    assert not names(text, "Person")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("家住云岭花园小区7号楼的周明远来办手续。", {"云岭花园小区"}),
        ("事发地距印巴实际控制线不到十公里。", {"印度", "巴基斯坦"}),
    ],
)
def test_homes_and_pairs_of_countries(text, expected):
    assert expected <= names(text, "Location")


def test_two_places_in_one_word():
    assert _is_one_of_two("锦绣北苑") and _is_one_of_two("机床厂家属院") and not _is_one_of_two("平路")


def test_a_name_of_the_world_may_be_somebodys():
    assert "惠灵顿" in names("公司总经理惠灵顿表示，工厂年底投产。", "Person")


@pytest.mark.parametrize(
    ("outer", "inner", "holds"),
    [
        ("肯尼亚", "拉穆克岛", True),
        ("乌拉特前旗", "青石牧场", True),
        ("中老铁路", "云岭站", True),
        ("德国", "小镇", False),
        ("中国", "青石岛", False),
        ("钦州", "港区", False),
        ("日本", "影视城", False),
        ("美国", "出口港", False),
    ],
)
def test_what_lies_in_a_place(outer, inner, holds):
    assert _can_hold(outer, inner) is holds


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("珠穆朗玛峰北坡", "珠穆朗玛峰"),
        ("云岭小区7号楼3单元", "云岭小区"),
        ("青石村三组", "青石村"),
        ("望江大桥主塔", "望江大桥"),
        ("海南岛东部", "海南岛"),
        ("石门桥三座大桥", "石门桥"),
        ("巴西北部", "巴西"),
        ("青江市中心", "青江"),
        ("地铁3号线", "地铁3号线"),
        ("湖南南部", "湖南"),
        ("河南部", "河南部"),
    ],
)
def test_where_the_name_of_a_place_ends(text, own):
    assert text[: own_end(text, 0, len(text))] == own


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("衣坊巷、打铜街、河埠头三条老街重新热闹起来。", {"衣坊巷", "打铜街", "河埠头"}),
        ("青江县的马家湾、李家坪和赵家坳三个村民小组装上了路灯。", {"马家湾", "李家坪", "赵家坳"}),
        ("晋、陕、豫三省的果农坐到了一起。", {"山西", "陕西", "河南"}),
        ("闽浙赣三省交界处下了大雪。", {"福建", "浙江", "江西"}),
        ("川渝两地的货车排成队。", {"四川", "重庆"}),
        ("苍龙山、云台岭、石门山三座大山挡住了去路。", {"石门山"}),
    ],
)
def test_places_that_are_counted(text, expected):
    assert expected <= names(text, "Location")
    assert "青江" in text or not list(read(text, "LOCATED_IN"))


@pytest.mark.parametrize(
    "text",
    [
        "休闲、健身、娱乐三个广场同时开放。",
        "代表签署了水运、空运等国际协议。",
        "商贸、物流、加工三大片区初具规模。",
        "他先后学会了摊铺机、压路机等路面设备。",
    ],
)
def test_what_is_counted_and_no_place(text):
    assert names(text, "Location") == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("新路定名为“文昌路”，两边种了树。", {"文昌路"}),
        ("原名“老鸦沟”的村子如今通了车。", {"老鸦沟"}),
        ("336省道和G219国道因雪封闭。", {"336省道", "G219国道"}),
        ("从经二路到经五路堵了车。", {"经二路", "经五路"}),
    ],
)
def test_places_that_are_named_or_numbered(text, expected):
    assert expected <= names(text, "Location")


@pytest.mark.parametrize(
    "text",
    [
        "“长江”“黄河”两款芯片同日发布。",
        "“昆仑”数据库已经上架。",
        "孩子们把沙坑叫“撒哈拉”。",
        "平台改名为“云岭通”，功能不变。",
    ],
)
def test_names_of_goods_are_no_places(text):
    assert names(text, "Location") == set()


@pytest.mark.parametrize(
    ("text", "shaped"),
    [
        ("糖坊街", True),
        ("赵庄渡口", True),
        ("万里路", False),
        ("该街", False),
        ("云岭气象站", False),
        ("民修路", False),
    ],
)
def test_the_shape_of_a_place(text, shaped):
    assert _is_shaped(text) is shaped
