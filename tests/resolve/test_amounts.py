"""Works by their size: which figures an article tells of a work, and what they join and do not join."""

from __future__ import annotations

import time

import pytest
from worlds import page

from kg.resolve import resolve
from kg.resolve.amounts import amounts, digits, shared
from kg.resolve.world import collect


def told(text, *works, of=None):
    """The figures that the text tells of a work."""
    made = page("a", *(f"J:{work}" for work in works), text=text)
    work = next(entity for entity in made.entities if entity.name == (of or works[0]))
    return amounts(work, collect([made]))


def one(kind, *pages):
    return sum(entity.type == kind for entity in resolve(pages).entities)


def work(document, name, text, *more):
    return page(document, f"J:{name}", *more, text=text, place="青海", city="西宁")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("云桥大桥开工，总投资12.6亿元，全长1486米。", {"1260000000元", "1486米"}),
        ("总投资12.6亿元的云桥大桥开工。", {"1260000000元"}),
        ("云桥大桥占地24.6公顷，即369亩。", {"369亩"}),
        ("云桥大桥的电站装机1200兆瓦，也就是120万千瓦，用MW说是1200MW。", {"1200000千瓦"}),
        ("云桥大桥累计完成投资2.1亿元，海拔3200米。", set()),
        ("青江市去年投资30亿元。云桥大桥开工。", set()),
        ("云桥大桥2024年开工，有3名工人。", set()),
    ],
)
def test_figures_of_a_work(text, found):
    assert told(text, "云桥大桥") == found


def test_figures_go_to_the_work_that_they_stand_beside():
    text = "云桥大桥全长1486米。石门隧道全长3180米，投资7.3亿元的丰河公路全长61.4公里。"
    works = ("云桥大桥", "石门隧道", "丰河公路")
    assert told(text, *works, of="石门隧道") == {"3180米"}
    assert told(text, *works, of="丰河公路") == {"730000000元", "61400米"}


def test_figures_of_the_name():
    assert "30000吨" in told("年产3万吨正极材料项目投产。", "年产3万吨正极材料项目")


@pytest.mark.parametrize(
    ("amount", "telling"), [("1260000000元", 3), ("50000000元", 1), ("1486米", 4), ("1486352米", 4), ("0.5米", 1)]
)
def test_digits_that_tell(amount, telling):
    assert digits(amount) == telling


def test_the_most_telling_first():
    assert shared({"50000000元", "1486米", "420亩"}, {"420亩", "1486米", "50000000元"}) == [
        "1486米",
        "420亩",
        "50000000元",
    ]


@pytest.mark.parametrize(
    ("a", "b", "things"),
    [
        # other names, the same size
        (("沅桥三桥项目", "沅桥三桥项目全长1486米。"), ("白石大桥工程", "白石大桥工程全长1486米。"), 1),
        (("沅桥三桥项目", "沅桥三桥项目全长1486米。"), ("白石大桥工程", "白石大桥工程全长1468米。"), 2),
        # a figure of few digits is anybody's
        (("沅桥三桥项目", "沅桥三桥项目投资5亿元。"), ("白石大桥工程", "白石大桥工程投资5亿元。"), 2),
        # a bridge and a tunnel
        (("沅桥大桥", "沅桥大桥投资12.6亿元。"), ("沅桥隧道", "沅桥隧道投资12.6亿元。"), 2),
        # two figures
        (
            ("果品冷链园项目", "果品冷链园项目投资6.5亿元，库容18万吨。"),
            ("气调物流中心项目", "气调物流中心项目投资6.5亿元，库容18万吨。"),
            1,
        ),
        # of which school
        (
            ("云桥路小学新建项目", "云桥路小学新建项目开工。"),
            ("云桥路第二小学新建项目", "云桥路第二小学新建项目开工。"),
            2,
        ),
    ],
)
def test_works_by_their_size(a, b, things):
    assert one("Project", work("a", *a), work("b", *b)) == things


def test_a_work_by_what_its_name_says_beyond_builder_place_and_size():
    builder = ("J:年产6万吨电池级碳酸锂项目", "LOCATED_IN", "L:云桥工业园")
    a = page("a", ("O:青海锂源恒科新材料有限公司", "UNDERTAKES", "J:年产6万吨电池级碳酸锂项目"), builder, place="青海")
    b = page("b", ("J:锂源恒科碳酸锂项目", "LOCATED_IN", "L:云桥工业园"), place="青海")
    c = page("c", ("J:恒屿矿业碳酸锂项目", "LOCATED_IN", "L:云桥工业园"), place="青海")
    assert one("Project", a, b) == 1
    assert one("Project", a, c) == 2


def test_many_figures_take_linear_time():
    def seconds(number):
        text = "云桥大桥" + "全长1486米，" * number
        start = time.process_time()
        told(text, "云桥大桥")
        return time.process_time() - start

    assert seconds(8000) < 12 * max(seconds(2000), 0.005)


def test_one_site_counts_beside_a_name_and_not_alone():
    work, park = "J:年产6万吨电池级碳酸锂项目", "L:云桥工业园"
    a = page("a", work, (work, "LOCATED_IN", park), "O:恒屿锂业", place="甘肃")
    b = page("b", "J:玉门6万吨电池级碳酸锂项目", park, "O:恒屿锂业", place="甘肃")
    assert one("Project", a, b) == 1
    assert one("Project", a, page("b", "J:玉门6万吨电池级碳酸锂项目", "O:恒屿锂业", place="甘肃")) == 2
    assert one("Project", a, page("b", "J:玉门污水处理厂项目", park, "O:恒屿锂业", place="甘肃")) == 2
