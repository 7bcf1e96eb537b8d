"""People by other spellings, by a part of their names, and by what they do."""

from __future__ import annotations

import pytest
from worlds import page

from kg.resolve import resolve
from kg.resolve.bearers import walks
from kg.resolve.person_names import eastern_surname


def people(*pages):
    return sum(entity.type == "Person" for entity in resolve(pages).entities)


def post(document, name, body, title, **more):
    return page(document, (f"P:{name}", "HOLDS_POSITION", f"O:{body}", {"titles": (title,)}), **more)


@pytest.mark.parametrize(
    ("a", "b", "things"),
    [
        # one sound, one post
        (("哈立德·马苏德", "约旦投资部", "部长"), ("哈里德·马苏德", "约旦投资部", "部长"), 1),
        (("哈立德·马苏德", "约旦投资部", "部长"), ("哈里德·马苏德", "云桥锂业", "经理"), 2),
        # a given name in two spellings, of one post
        (("马特伊·科瓦契奇", "斯洛文尼亚经济部", "部长"), ("马泰·科瓦契奇", "斯洛文尼亚经济部", "部长"), 1),
        (("马特伊·科瓦契奇", "斯洛文尼亚经济部", "部长"), ("安娜·科瓦契奇", "斯洛文尼亚经济部", "部长"), 2),
        # parts of minorities' names in other characters
        (("丹增平措", "云岭画院", "院长"), ("旦增平措", "云岭画院", "院长"), 1),
        (("丹增平措", "云岭画院", "院长"), ("旦增平措", "石门县政府", "县长"), 2),
    ],
)
def test_one_sound(a, b, things):
    assert people(post("a", *a), post("b", *b)) == things


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("塞尔维亚籍技术总监佩什奇说", 1),  # nation, post and a body
        ("匈牙利籍技术总监佩什奇说", 2),
        ("佩什奇说", 2),
    ],
)
def test_a_part_of_a_foreign_name(text, things):
    a = page("a", "P:德拉甘·佩什奇", "O:云桥轴研", text="来自塞尔维亚的技术总监德拉甘·佩什奇说", place="安徽")
    assert people(a, page("b", "P:佩什奇", "O:云桥轴研", text=text, place="安徽")) == things


def test_of_two_who_fit_neither():
    told = {"text": "塞尔维亚籍技术总监佩什奇说", "place": "安徽"}
    a = page("a", "P:德拉甘·佩什奇", "O:云桥轴研", text="塞尔维亚籍技术总监德拉甘·佩什奇说", place="安徽")
    b = page("b", "P:米洛·佩什奇", "O:云桥轴研", text="塞尔维亚籍技术总监米洛·佩什奇说", place="安徽")
    assert people(a, b, page("c", "P:佩什奇", "O:云桥轴研", **told)) == 3


@pytest.mark.parametrize(
    ("name", "surname"),
    [
        ("佐野健一", "佐野"),
        ("小笠原诚一", "小笠原"),
        ("小笠原", "小笠原"),
        ("李文达", ""),
        ("欧阳文达", ""),
        ("扎西顿珠", ""),
    ],
)
def test_japanese_surnames(name, surname):
    assert eastern_surname(name) == surname


def test_a_japanese_by_surname_and_the_words_before_it():
    a = page("a", "P:小笠原诚一", text="滨岸电机株式会社社长小笠原诚一说")
    assert people(a, page("b", "P:小笠原", text="滨岸电机株式会社社长小笠原说")) == 1
    assert people(a, page("b", "P:小笠原", text="另一家公司的社长小笠原说")) == 2


@pytest.mark.parametrize(
    ("roles", "walk"),
    [(["副主任医师"], {"医"}), (["小学音乐老师"], {"教"}), (["县委书记"], set()), (["律师", "民警"], {"律", "警"})],
)
def test_walks_of_life(roles, walk):
    assert walks(roles) == walk


def test_rare_names_of_two_walks_of_life_are_two():
    a = page("a", "P:阎思彤", text="撑竿跳高运动员阎思彤说", place="河北")
    b = page("b", "P:阎思彤", text="音乐老师阎思彤说", place="河北")
    c = page("c", "P:阎思彤", text="运动员阎思彤回到家乡", place="河北")
    assert people(a, b) == 2
    assert people(a, c) == 1
    # who is told of without any does not bridge the two
    assert people(a, b, page("d", "P:阎思彤", text="阎思彤说", place="河北")) == 2


def test_a_policeman_is_not_the_headmaster_of_a_common_name():
    headmaster = post("a", "刘建军", "黄土岭小学", "校长", place="河南", city="信阳")
    assert people(headmaster, page("b", "P:刘建军", text="民警刘建军赶到", place="河南", city="信阳")) == 2


def test_two_of_one_birth_told_apart_bridge_nobody():
    a = page("a", "P:阎思彤", text="阎思彤，女，1982年3月生", place="河北")
    b = page("b", "P:阎思彤", text="阎思彤，男，1975年1月生", place="河北")
    assert people(a, b) == 2
