"""Branches, services of the state and houses of schools by their usual names, and those that look alike."""

from __future__ import annotations

import pytest
from worlds import page

from kg.language.organisations import same_organisation
from kg.resolve import resolve
from kg.resolve.aliases import calls
from kg.resolve.branches import branch_calls
from kg.resolve.home import home_calls
from kg.resolve.houses import house_calls
from kg.resolve.regular import regular


def forms(*names):
    """How many bodies these names are by their words alone."""
    return len({regular("Organization", name) for name in names})


def things(*pages):
    return sorted(sorted(entity.documents) for entity in resolve(pages).entities if entity.type == "Organization")


@pytest.mark.parametrize(
    "names",
    [
        ("岳阳经济技术开发区管理委员会", "岳阳经开区管委会"),
        ("中共襄阳市纪律检查委员会", "襄阳市纪委", "中共襄阳市纪委"),
        ("中共襄阳市委员会组织部", "襄阳市委组织部"),
        ("共青团大理白族自治州委员会", "团大理州委"),
        ("中国移动通信集团湖南有限公司岳阳分公司", "中国移动湖南公司岳阳分公司", "岳阳移动", "岳阳移动分公司"),
        ("中国联合网络通信有限公司岳阳市分公司", "岳阳联通"),
        ("中国邮政集团有限公司岳阳市分公司", "岳阳市邮政分公司", "岳阳邮政"),
        ("湖南省烟草公司岳阳市公司", "岳阳市烟草公司", "岳阳烟草"),
        ("中国农业银行股份有限公司石门县支行", "农行石门县支行", "农行石门支行"),
        ("中国农业银行石门分行云桥路支行", "农行石门云桥路支行"),
        ("中国石化销售股份有限公司湖南岳阳石油分公司", "中石化岳阳石油分公司"),
        ("中国石油化工股份有限公司中原油田分公司", "中原油田"),
        ("中国水利水电第十二工程局有限公司", "水电十二局"),
        ("中国建筑第八工程局有限公司", "中建八局"),
        ("国网湖南省电力有限公司岳阳供电分公司", "国网岳阳供电公司", "岳阳供电公司"),
        ("广西电网有限责任公司柳州供电局", "柳州供电局"),
        ("中国人民武装警察部队甘肃省总队甘南支队", "武警甘肃总队甘南支队", "武警甘南支队"),
        ("湖南省武警总队", "武警湖南总队"),
        ("青岛市公安局交通警察支队市北大队", "青岛市交警支队市北大队", "青岛交警市北大队"),
        ("长沙市公安局特警支队", "长沙特警支队"),
        ("长沙市公安局岳麓分局云桥路派出所", "岳麓公安分局云桥路派出所"),
        ("绵阳市中医医院", "绵阳市中医院"),
        ("最高人民法院知识产权法庭", "最高法知产法庭"),
        ("中水建第九工程局有限公司", "中水建九局"),
        ("宁波日报报业集团", "宁波报业集团"),
        ("海门区人民检察院", "海门检察院"),
    ],
)
def test_one_body_by_its_usual_names(names):
    assert forms(*names) == 1


@pytest.mark.parametrize(
    "names",
    [
        ("岳阳经开区管委会", "岳阳高新区管委会", "岳阳经开区党工委"),
        ("襄阳市纪委", "襄阳市监委", "襄阳市委"),
        ("团泉州市委", "泉州市委", "共青团福建省委"),
        ("岳阳移动", "湖南移动", "岳阳联通", "中国移动"),
        ("岳阳烟草", "岳阳市烟草专卖局", "岳阳卷烟厂"),
        ("农行石门支行", "农行石门云桥路支行", "建行石门支行"),
        ("柳州供电局", "广西电网有限责任公司", "柳州市供水局"),
        ("国网岳阳供电公司", "国网湖南省电力有限公司"),
        ("武警甘南支队", "武警甘肃省总队", "甘南州消防救援支队"),
        ("青岛交警市北大队", "青岛交警李沧大队", "青岛市交警支队"),
        ("岳麓公安分局云桥路派出所", "岳麓公安分局", "天心公安分局云桥路派出所"),
        ("绵阳市中医院", "绵阳市中心医院", "绵阳市中西医结合医院"),
        ("最高法知产法庭", "最高法", "北京知识产权法院"),
        ("中水建九局", "中水建七局"),
        ("中原油田", "中国石油化工股份有限公司"),
    ],
)
def test_bodies_that_look_alike(names):
    assert forms(*names) == len(names)


def test_a_branch_by_its_city_and_brand():
    assert branch_calls("中国邮政集团有限公司商丘市分公司") == {"商丘邮政"}
    assert branch_calls("中国邮政集团有限公司") == branch_calls("商丘市邮政管理局") == frozenset()


def test_houses_of_schools_and_academies():
    assert "西北农林科大" in house_calls("西北农林科技大学")
    assert "东北师大美术学院" in house_calls("东北师范大学美术学院")
    assert "徐医附院" in house_calls("徐州医科大学附属医院")
    assert not {"徐医二附院", "徐医"} & (house_calls("徐州医科大学附属医院") | house_calls("徐州医科大学"))
    institute = house_calls("中国科学院兰州化学物理研究所")
    assert {"中科院兰州化物所", "兰州化物所"} <= institute
    assert not {"化物所", "中科院兰州近物所", "大连化物所"} & institute


def test_a_foreign_firm_is_a_group_as_well():
    assert {"海默尔贝格集团", "海默尔贝格"} <= calls("德国海默尔贝格股份公司")
    assert "远琪集团" not in calls("远琪科技股份有限公司")


def test_what_a_house_is_called_at_home():
    assert home_calls("绍兴市柯桥区小百花越剧团") == {"柯桥小百花越剧团": 1}
    assert home_calls("长沙市公安局岳麓分局云桥路派出所") == {"云桥路派出所": 2}
    station = page("a", "O:长沙市公安局岳麓分局云桥路派出所", place="湖南", city="长沙")
    assert things(station, page("b", "O:云桥路派出所", place="湖南", city="长沙")) == [["a", "b"]]
    inside = page("b", "O:云桥路派出所", "O:岳麓公安分局", place="湖南")
    assert ["a", "b"] in things(station, inside)
    for elsewhere in ({"place": "湖南", "city": "衡阳"}, {"place": "湖南"}, {}):
        assert things(station, page("b", "O:云桥路派出所", **elsewhere)) == [["a"], ["b"]]
    troupe = page("a", "O:绍兴市柯桥区小百花越剧团", place="浙江", city="绍兴")
    assert things(troupe, page("b", "O:柯桥小百花越剧团", place="浙江")) == [["a", "b"]]
    assert things(troupe, page("b", "O:绍兴小百花越剧团", place="浙江")) == [["a"], ["b"]]
    assert things(troupe, page("b", "O:柯桥小百花越剧团", place="江苏")) == [["a"], ["b"]]


def test_two_stations_of_one_name_are_nobodys_in_short():
    stations = [page(name, f"O:长沙市公安局{part}分局云桥路派出所", place="湖南", city="长沙")
                for name, part in (("a", "岳麓"), ("b", "天心"))]  # fmt: skip
    assert things(*stations, page("c", "O:云桥路派出所", place="湖南", city="长沙")) == [["a"], ["b"], ["c"]]


def test_mother_and_daughter_of_one_brand():
    assert not same_organisation("广西远琪股份有限公司", "广西远琪糖业集团有限公司")
    assert not same_organisation("远琪集团", "远琪微山煤业有限公司")
    assert not same_organisation("远琪新材", "远琪新材（丰县）储能有限公司")
    assert same_organisation("海默尔", "海默尔（丰县）储能有限公司")
    assert same_organisation("远琪科技", "青海远琪科技股份有限公司")
    assert same_organisation("远琪集团", "远琪能源集团有限公司")


def test_a_firm_with_and_without_its_place():
    text = "石门县云岭镇禾丰源合作社的辣椒装车。"
    here = page("a", "O:禾丰源合作社", place="湖南", text=text)
    names = resolve([here]).entities[0].names
    assert set(names) == {"禾丰源合作社", "石门县云岭镇禾丰源合作社"}
    placed = page("b", "O:重庆远琪汽车股份有限公司", text="重庆远琪汽车股份有限公司开工。")
    assert things(placed, page("c", "O:远琪汽车", text="远琪汽车开工。")) == [["b", "c"]]
    assert things(placed, page("c", "O:远琪汽配", text="远琪汽配开工。")) == [["b"], ["c"]]


def test_missions_and_organs_by_the_first_character_of_a_country():
    text = "水井在肯尼亚交付使用。中国驻肯使馆和肯外交部的代表到场。"
    whole = page("a", "O:中国驻肯尼亚大使馆", "O:肯尼亚外交部", text="中国驻肯尼亚大使馆、肯尼亚外交部")
    short = page("b", "O:中国驻肯使馆", "O:肯外交部", text=text)
    assert things(whole, short) == [["a", "b"], ["a", "b"]]
    untold = page("b", "O:中国驻肯使馆", "O:肯外交部", text=text.replace("肯尼亚", "当地"))
    assert things(whole, untold) == [["a"], ["a"], ["b"], ["b"]]


def test_a_group_by_the_daughter_that_both_articles_name():
    mother = page("a", "O:广西甘岭糖业集团有限公司", "O:广西甘岭股份有限公司")
    assert things(mother, page("b", "O:甘岭集团", "O:甘岭股份")) == [["a", "b"], ["a", "b"]]
    assert things(mother, page("b", "O:甘岭集团", "O:甘岭物流")) == [["a"], ["a"], ["b"], ["b"]]


def test_houses_of_the_nation_by_their_usual_short_names():
    assert forms("中央芭蕾舞团", "中芭") == forms("中国国家话剧院", "国话") == forms("国家图书馆", "国图") == 1
    assert forms("中央芭蕾舞团", "上芭", "辽芭", "广芭") == 4


def test_a_firm_that_tells_its_earlier_name():
    text = "浙江远琪智驱科技股份有限公司挂牌。公司原名浙江远琪电机有限公司，此次更名。"
    told = page("a", "O:浙江远琪智驱科技股份有限公司", "O:浙江远琪电机有限公司", text=text)
    assert things(told) == [["a"]]
    other = text.replace("原名", "邻近")
    assert things(page("a", "O:浙江远琪智驱科技股份有限公司", "O:浙江远琪电机有限公司", text=other)) == [["a"], ["a"]]


def test_houses_of_quarters_are_of_their_own_city():
    here = {"place": "湖南", "city": "长沙"}
    for name in ("云桥路派出所", "城东支行", "云桥司法所"):
        first = page("a", f"O:{name}", **here)
        assert things(first, page("b", f"O:{name}", **here)) == [["a", "b"]]
        assert things(first, page("b", f"O:{name}", place="湖南", city="衡阳")) == [["a"], ["b"]]
    branch = "O:长沙市公安局岳麓分局云桥路派出所"
    assert things(page("a", branch, **here), page("b", branch, place="广东")) == [["a", "b"]]


def test_a_firm_with_its_place_in_brackets():
    firm = page("a", "O:甬岭（宁波）航运有限公司", place="浙江", city="宁波")
    assert things(firm, page("b", "O:宁波甬岭航运", place="浙江")) == [["a", "b"]]
    assert things(firm, page("b", "O:甬岭航运", place="浙江")) == [["a", "b"]]
    assert things(firm, page("b", "O:舟山甬岭航运", place="浙江")) == [["a"], ["b"]]
    house = page("a", "O:远琪新材（华容）储能科技有限公司", place="湖南")
    assert things(house, page("b", "O:远琪新材", place="湖南")) == [["a"], ["b"]]


def test_what_was_named_before_became_nothing_else():
    text = "远琪技术上市，李文达通过上海奥岭控股。自公司前身远琪技术有限设立起，李文达任总经理。"
    assert things(page("a", "O:远琪技术", "O:上海奥岭", text=text)) == [["a"], ["a"]]
    earlier = text.replace("远琪技术上市，", "")
    assert things(page("a", "O:远琪技术", "O:上海奥岭", text=earlier)) == [["a"]]
