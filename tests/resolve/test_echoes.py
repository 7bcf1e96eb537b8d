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
