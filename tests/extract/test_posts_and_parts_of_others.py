"""Posts, visits, signings and parts that the words give to somebody else than to who is named beside them."""

from __future__ import annotations

import pytest
from extracting import names, read

POSTS = [
    # (text, who holds it, the body), (who does not)
    ("李文达为青江市文联名誉主席、著名雕塑家、云桥雕塑院院长周明远颁发聘书。", {("周明远", "云桥雕塑院")}),
    ("何林为青江公司总经理。", {("何林", "青江公司")}),
    ("2020年1月,他受青江市市长李文达邀请,担任青江市经济发展局局长。", {("李文达", "青江市政府")}),
    ("李文达受聘担任青江大学教授。", {("李文达", "青江大学")}),
    (
        "青江县县长李文达说,没有人想到雨会这么大,现任“青江县政协主席”周明远则说准备不足。",
        {("李文达", "青江县政府"), ("周明远", "青江县政协")},
    ),
    (
        "青江市文联秘书长李文达和周明远代表双方签约。此前云桥出版社社长周明远介绍了情况。",
        {("李文达", "青江市文联"), ("周明远", "云桥出版社")},
    ),
    ("青江市委常委李文达和周明远出席会议。", {("李文达", "青江市委"), ("周明远", "青江市委")}),
    ("“全国优秀县委书记”李文达任云桥市委书记。", {("李文达", "云桥市委")}),
]


@pytest.mark.parametrize(("text", "posts"), POSTS)
def test_a_post_is_of_who_has_it_and_not_of_the_neighbour(text, posts):
    assert set(read(text, "HOLDS_POSITION", place="青江")) == posts


VISITS = [
    ("日前,李文达已经赴青江市任职。调研组随后来到石门县调研。", set()),
    ("李文达赴青江市任军分区司令员。", set()),
    ("李文达赴青江市调研。", {("李文达", "青江市")}),
    ("记者在石门镇采访新农人代表李文达,探访云桥茶厂。", set()),
    ("李文达走访青江社区、党中央的关怀传到千家万户。", {("李文达", "青江社区")}),
    ("周明远看望慰问了老兵李文达,并走访了青江社区。", {("周明远", "青江社区")}),
]


@pytest.mark.parametrize(("text", "visits"), VISITS)
def test_who_takes_office_or_is_called_on_visits_nobody(text, visits):
    assert set(read(text, "VISITED")) == visits


PARTS = [
    ("青江歌舞团成立于1953年,前身为云桥歌舞团,直属于青江省文化厅。", {("青江歌舞团", "青江省文化厅")}),
    ("青江海警开展行动。青江海警局局长李文达讲话。", set()),
    ("云桥大学云桥中心主任李文达讲话。云桥大学揭牌。", {("云桥大学云桥中心", "云桥大学")}),
]


@pytest.mark.parametrize(("text", "parts"), PARTS)
def test_the_head_of_one_word_and_a_forerunner_are_no_part(text, parts):
    assert set(read(text, "PART_OF")) == parts


def test_two_who_sign_with_a_kind_of_firms_sign_not_with_each_other():
    text = "21日,中国银行和青江国投集团与青江“走出去”企业签署了金融服务协议。"
    assert not read(text, "SIGNED_WITH")
    assert set(read(text, "SIGNED")) == {("中国银行", "金融服务协议"), ("青江国投集团", "金融服务协议")}
    assert read("21日,中国银行和青江国投集团签署了金融服务协议。", "SIGNED_WITH")


ONE = [
    ("云岭省青江市石门县县委书记李文达带队考察。石门县委召开会议。", "石门县委", "石门县县委"),
    ("石门县税务局丰河税务分局举行座谈会。丰河税务分局表示很好。", "石门县税务局丰河税务分局", "丰河税务分局"),
    ("云岭国家经济共同体(云共体)的总部在云桥。云岭国家经济共同体发表声明。", "云岭国家经济共同体", "云共体"),
    ("江苏省法院院长李文达讲话。江苏省高院介绍了情况。", "江苏省法院", "江苏省高院"),
]


@pytest.mark.parametrize(("text", "name", "call"), ONE)
def test_one_body_under_two_calls_is_one(text, name, call):
    found = names(text, "Organization")
    assert call not in found or name not in found


MANY = ["青江县法院组织八家银行召开座谈会。", "会上,三所学校作了汇报。"]


@pytest.mark.parametrize("text", MANY)
def test_so_many_bodies_bear_no_name(text):
    assert not any(name[0] in "八三" for name in names(text, "Organization"))


def test_a_village_that_begins_with_a_number_keeps_its_house():
    assert "三家村卫生院" in names("三家村卫生院10日揭牌。", "Organization")
