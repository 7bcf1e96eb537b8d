"""Names that another article of the build knows."""

from __future__ import annotations

import pytest
from worlds import holders, page

from kg.resolve import resolve
from kg.resolve.echoes import echoed

FIRM = page("a", "O:河南翎越制冷设备股份有限公司", text="河南翎越制冷设备股份有限公司开工。")


def heard(text, *known):
    """The names that an article of this text hears from the others."""
    return {entity.name for entity in echoed([*known, page("b", text=text)])[-1].entities}


@pytest.mark.parametrize(
    ("known", "text", "found"),
    [
        ("O:琅岐船务集团", "昨日，琅岐船务集团的新船下水。", {"琅岐船务集团"}),
        ("L:内罗毕", "货机从长沙飞往内罗毕。", {"内罗毕"}),
        ("L:达累斯萨拉姆", "首班抵达达累斯萨拉姆。", {"达累斯萨拉姆"}),
        ("P:独孤远志", "图为独孤远志在田间。", {"独孤远志"}),
        ("O:琅岐船务集团", "昨日，琅岐船务集团公司的新船下水。", set()),  # a longer name
        ("O:琅岐船务集团", "昨日，琅岐船务的新船下水。", {"琅岐船务"}),
        ("L:团结村", "记者来到团结村采访。", set()),  # many places are called so
        ("O:公募基金", "多只公募基金发行。", set()),
        ("O:宁河州中小企业融资担保有限责任公司", "多家银行拓宽中小企业融资，效果良好。", set()),
        ("L:东南亚", "产品销往东南亚。", set()),
        ("O:审判委员会", "提交审判委员会讨论。", set()),
        ("L:湟源县", "车队经过湟源县。", set()),  # what every article knows is read there, or means something else
    ],
)
def test_what_is_heard(known, text, found):
    other = page("a", known, text=known[2:])
    assert heard(text, other) == found


def test_a_firm_is_heard_by_its_short_form_and_is_one_with_the_firm():
    short = page("b", text="订单排到八月。翎越制冷披露业绩预告。")
    resolution = resolve([FIRM, short])
    assert holders(resolution, "O", "翎越制冷") == ["a b"]


def test_nothing_is_heard_where_something_was_read():
    read = page("b", "P:岐船务", text="琅岐船务集团")
    assert [e.name for e in echoed([page("a", "O:琅岐船务集团", text="琅岐船务集团"), read])[1].entities] == ["岐船务"]


def test_a_name_that_two_types_bear_says_nothing():
    body, place = page("a", "O:琅岐新港", text="琅岐新港"), page("c", "L:琅岐新港", text="琅岐新港")
    assert heard("走进琅岐新港。", body) == {"琅岐新港"}
    assert heard("走进琅岐新港。", body, place) == set()


def test_the_mention_tells_where_the_name_is_from():
    entity = echoed([FIRM, page("b", text="翎越制冷开工，翎越制冷招工。")])[1].entities[0]
    assert [mention.start for mention in entity.mentions] == [0, 7]
    assert {mention.reason for mention in entity.mentions} == {"其他文章中的名称"}


def test_in_any_order():
    pages = [FIRM, page("b", text="翎越制冷开工。"), page("c", "O:琅岐船务集团", text="琅岐船务集团")]
    there = {one.article.id: one.entities for one in echoed(pages)}
    assert {one.article.id: one.entities for one in echoed(pages[::-1])} == there


HOSPITAL = page("a", "O:南昌大学第一附属医院", text="南昌大学第一附属医院")


@pytest.mark.parametrize(
    ("whole", "part", "head"),
    [
        ("南昌大学第一附属医院", "南大一附院象湖院区", "南大一附院"),
        ("东北师范大学", "东北师大美术学院", "东北师大"),
        ("长沙市公安局岳麓分局", "岳麓公安分局云桥路派出所", "岳麓公安分局"),
        ("越南工贸部", "越南工贸部代表团", "越南工贸部"),
        ("中国科学院云岭高原湖泊研究所", "中科院云岭湖泊所学术委员会", "中科院云岭湖泊所"),
    ],
)
def test_a_body_at_the_head_of_its_part(whole, part, head):
    known = page("a", f"O:{whole}", text=whole)
    there = page("b", f"O:{part}", text=f"{part}的人到场。")
    assert {one.name for one in echoed([known, there])[1].entities} == {part, head}
    assert holders(resolve([known, there]), "O", head) == ["a b"]


@pytest.mark.parametrize(
    ("whole", "part"),
    [
        ("云岭省委", "云岭省委宣传部"),  # departments of organs tell of none
        ("远琪集团", "远琪集团有限公司"),
        ("东北师范大学", "东北师大附近商户联盟"),
        ("第一中学", "第一中学机器人队"),  # anybody's
    ],
)
def test_what_is_no_part_of_a_body(whole, part):
    known = page("a", f"O:{whole}", text=whole)
    assert {one.name for one in echoed([known, page("b", f"O:{part}", text=part)])[1].entities} == {part}


def test_the_whole_is_not_added_where_it_is_named():
    there = page("b", "O:南昌大学第一附属医院", "O:南大一附院象湖院区", text="南昌大学第一附属医院，南大一附院象湖院区")
    assert len(echoed([HOSPITAL, there])[1].entities) == 2


def test_a_place_may_have_been_read_at_the_head_of_a_firm():
    firm = page("a", "O:安徽皖岭轴研科技有限公司", text="安徽皖岭轴研科技有限公司")
    read = page("b", "L:皖岭", text="经开区皖岭轴研的车间")
    assert {one.name for one in echoed([firm, read])[1].entities} == {"皖岭", "皖岭轴研"}
    country = page("b", "L:中国", text="中国财富的车间")
    media = page("a", "O:中国财富传媒集团", text="中国财富传媒集团")
    assert {one.name for one in echoed([media, country])[1].entities} == {"中国"}


def test_the_branch_of_the_post_in_a_city():
    branch = page("a", "O:中国邮政集团有限公司商丘市分公司", text="中国邮政集团有限公司商丘市分公司")
    assert heard("5月，商丘邮政设立揽收点。", branch) == {"商丘邮政"}
    assert heard("5月，开封邮政设立揽收点。", branch) == set()
