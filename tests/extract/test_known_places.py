"""Places that the news calls by name alone: cities and states abroad, zones, waters, lines, sights."""

from __future__ import annotations

import pytest
from extracting import names, read

from kg.language.countries import is_country, is_region, known_places
from kg.language.divisions import find


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("考察团一行前往阿联酋阿布扎比，拜访了当地企业。", {"阿联酋", "阿布扎比"}),
        (
            "代表团先后访问了哈萨克斯坦阿拉木图和乌兹别克斯坦撒马尔罕。",
            {"哈萨克斯坦", "阿拉木图", "乌兹别克斯坦", "撒马尔罕"},
        ),
        ("公司在亚利桑那州和泰米尔纳德邦各建一座工厂。", {"亚利桑那州", "泰米尔纳德邦"}),
        ("该公司在得克萨斯州奥斯汀设立了研发中心。", {"得克萨斯州", "奥斯汀"}),
        ("昨日，李文达来到外滩、前滩等地调研。", {"外滩"}),
        ("霍尔木兹海峡局势紧张，苏伊士运河通行量下降。", {"霍尔木兹海峡", "苏伊士运河"}),
        ("专列经阿拉山口口岸出境。", {"阿拉山口口岸"}),
        ("沿着青藏铁路，游客可到达纳木错。", {"青藏铁路", "纳木错"}),
        ("李文达到横琴粤澳深度合作区调研。", {"横琴粤澳深度合作区"}),
    ],
)
def test_a_known_place_is_found_whole(text, expected):
    assert expected <= names(text, "Location")


@pytest.mark.parametrize(
    ("text", "none"),
    [
        ("长城汽车与太湖实业有限公司在苏州签约。", {"长城", "太湖"}),
        ("三江源集团与青江银行签署协议。", {"三江源"}),
        ("京沪高铁公司发布公告。", {"京沪高铁"}),
        ("达州市在那里加强管理。", {"里加"}),
        ("宁河市东湖区市场监管局开展检查。", {"东湖"}),
    ],
)
def test_a_name_within_another_is_no_place(text, none):
    assert not none & names(text, "Location")


def test_a_city_abroad_lies_in_the_nation_before_it():
    assert set(read("论坛在厄瓜多尔瓜亚基尔举行。", "LOCATED_IN")) >= {("瓜亚基尔", "厄瓜多尔")}


def test_the_tables_hold_neither_divisions_nor_countries():
    assert not [name for name in known_places() if find(name) or is_country(name) or is_region(name)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("客人来自印度南部的泰米尔纳德邦。", ("泰米尔纳德邦", "印度")),
        ("工厂建在美国西南部得克萨斯州。", ("得克萨斯州", "美国")),
    ],
)
def test_the_side_of_a_country_is_no_place(text, expected):
    assert expected in read(text, "LOCATED_IN")
    assert not {name for name in names(text, "Location") if name.endswith("部")}


ZONES = [
    ("中国（宁海）自由贸易试验区今天揭牌。", "Location", "中国（宁海）自由贸易试验区"),
    ("中国（杭州）跨境电子商务综合试验区位于杭州市。", "Location", "中国（杭州）跨境电子商务综合试验区"),
    ("中国（上海）自由贸易试验区管理委员会主任李文达发言。", "Organization", "中国（上海）自由贸易试验区管理委员会"),
    ("中国（海南）改革发展研究院院长周明远发言。", "Organization", "中国（海南）改革发展研究院"),
]


@pytest.mark.parametrize(("text", "kind", "expected"), ZONES)
def test_a_zone_of_the_nation_keeps_its_ground_in_brackets(text, kind, expected):
    assert expected in names(text, kind)
    assert not names(text, "Location") & {"自由贸易试验区", "跨境电子商务综合试验区", "试验区"}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("赵立新驾车行至旺溪路时，发现路边有老人摔倒。", "旺溪路"),
        ("周明远是山东临朐人，在部队立过功。", "临朐"),
        ("这家法院位于荷兰海牙，成立多年。", "海牙"),
        ("石门公路修通以后，东依云岭寨，西靠青江。", "云岭寨"),
    ],
)
def test_a_place_is_shown_by_its_own_name_or_by_what_stands_before(text, place):
    assert place in names(text, "Location")


@pytest.mark.parametrize(
    ("text", "none"),
    [
        ("大家为建设美丽中国出力，贡献中国智慧。", "中国"),
        ("新中国成立以来，这里修了许多水库。", "中国"),
        ("汛期启用了蓄滞洪区。", "蓄滞洪区"),
        ("辖区内桃源工业园有工厂。", "内桃源工业园"),
    ],
)
def test_a_kind_of_place_or_a_slogan_names_none(text, none):
    assert none not in names(text, "Location")
