"""What two papers call one thing in other words, and what looks as if they did."""

from __future__ import annotations

import pytest
from worlds import holders, page

from kg.resolve import resolve
from kg.resolve.aliases import calls, kindred_calls
from kg.resolve.fuller import called
from kg.resolve.houses import venue_calls
from kg.resolve.known_names import tells
from kg.resolve.places import split
from kg.resolve.regular import regular
from kg.resolve.worknames import head_of, kindless


def many(kind, names, *pages):
    """How many things all of these names are."""
    resolution = resolve(pages)
    return len({where for name in names for where in holders(resolution, kind, name)})


@pytest.mark.parametrize(
    ("name", "call", "is_one"),
    [
        ("河北恒冀新型建材股份有限公司", "恒冀建材", True),
        ("河北恒冀新型建材股份有限公司", "恒冀水泥", False),
        ("浙江省交通投资集团有限公司", "浙江交投", True),
        ("浙江省交通投资集团有限公司", "浙江建投", False),
        ("中国石化镇海炼化公司", "镇海炼化", True),
        ("中国建筑第三工程局有限公司", "第三工程局", False),
        ("浙江吉盛汽车制造有限公司", "吉盛汽车", True),
        ("德国巴赫曼机械有限公司", "巴赫曼公司", False),
    ],
)
def test_short_forms_of_firms(name, call, is_one):
    assert (call in calls(name)) is is_one


def test_another_word_for_a_trade_needs_something_in_common():
    assert "云桥药业" in kindred_calls("云桥制药集团股份有限公司")
    assert "巴赫曼公司" in kindred_calls("德国巴赫曼机械有限公司")
    head = ("P:陈国强", "HOLDS_POSITION", "O:云桥制药集团股份有限公司", {"titles": ("董事长",)})
    also = ("P:陈国强", "HOLDS_POSITION", "O:云桥药业", {"titles": ("董事长",)})
    both = ("云桥制药集团股份有限公司", "云桥药业")
    assert many("O", both, page("a", head), page("b", also)) == 1
    assert many("O", both, page("a", head), page("b", "O:云桥药业")) == 2


@pytest.mark.parametrize(
    ("name", "other", "is_one"),
    [
        ("杭州市公安局西湖区分局", "西湖公安分局", True),
        ("杭州市公安局西湖区分局", "滨江公安分局", False),
        ("中铁十一局集团第三工程有限公司", "中铁十一局三公司", True),
        ("中铁十一局集团第三工程有限公司", "中铁十一局五公司", False),
        ("中铁十一局集团有限公司", "中铁十一局三公司", False),
        ("中国移动通信集团浙江有限公司", "浙江移动", True),
        ("中国移动通信集团浙江有限公司", "浙江联通", False),
        ("山西稷山农村商业银行股份有限公司", "稷山农商银行", True),
        ("山西稷山农村商业银行股份有限公司", "稷山县农村信用合作联社", False),
    ],
)
def test_regular_names(name, other, is_one):
    assert (regular("Organization", name) == regular("Organization", other)) is is_one


def test_venues_without_the_word_before_their_kind():
    assert venue_calls("温州瓯东国际会展中心") == {"瓯东会展中心", "温州瓯东会展中心"}
    assert not venue_calls("北京国际会议中心")


def test_what_else_the_text_calls_it():
    venue = called(page("a", "L:瓯东国际会展中心", text="展会在温州瓯东国际会展中心开幕。"))
    assert venue.entities[0].names == ("瓯东国际会展中心", "温州瓯东国际会展中心")
    firm = called(page("a", "O:德国莱格纳传动公司", "O:中国核工业第五建设有限公司", "O:浙江省淳安县应急管理局"))
    assert [entity.names[1:] for entity in firm.entities] == [("莱格纳传动公司",), (), ("淳安县应急管理局",)]


def test_a_brand_that_is_hardly_a_word_is_heard():
    assert tells("Organization", "朔风能源")
    assert not tells("Organization", "清洁能源")


def test_a_county_is_the_city_that_it_became():
    assert split("邹平县", ()) == split("邹平市", ())
    assert split("伊宁县", ()) != split("伊宁市", ())


def test_a_district_with_the_city_before_it_lies_there_wherever_the_page_is_from():
    here = page("a", "L:西湖区|杭州市西湖区", place="浙江")
    there = page("b", ("L:西湖区|南昌市西湖区", {"path": ("浙江省", "杭州市", "西湖区")}), place="浙江")
    assert many("L", ("西湖区",), here, there) == 2
    assert many("L", ("西湖区",), here, page("b", "L:西湖区", place="浙江")) == 1


def test_what_every_work_is_called_tells_nothing():
    assert kindless("云岭高速公路建设项目") == kindless("云岭高速公路工程") == "云岭高速公路"
    a, b, c = "云岭县幸福路老旧小区改造项目", "云岭县幸福路老旧小区改造工程", "云岭县富强路老旧小区改造工程"
    city = {"place": "青海", "city": "西宁"}
    assert many("J", (a, b), page("a", f"J:{a}", **city), page("b", f"J:{b}", **city)) == 1
    assert many("J", (a, c), page("a", f"J:{a}", **city), page("b", f"J:{c}", **city)) == 2


def test_works_that_begin_with_one_name_of_their_own():
    whole, short, other = "安铺北站站房改扩建工程", "安铺北站改扩建项目", "坪铺北站改扩建项目"
    assert head_of(whole) == "安铺北站"
    assert not head_of("青海省体育中心改造工程")
    assert many("J", (whole, short), page("a", f"J:{whole}", place="广东"), page("b", f"J:{short}")) == 1
    assert many("J", (whole, other), page("a", f"J:{whole}", place="广东"), page("b", f"J:{other}")) == 2


def signed(document, day, text):
    parties = [(f"O:{name}", "SIGNED", "A:战略合作框架协议") for name in ("甲桂能源集团", "柳州市政府")]
    return page(document, *parties, day=day, text=text)


def test_lately_is_no_day():
    named = ("战略合作框架协议",)
    told = signed("a", "2024-06-05", "6月5日，双方签署战略合作框架协议。")
    assert many("A", named, told, signed("b", "2024-06-11", "近日，双方签署战略合作框架协议。")) == 1
    assert many("A", named, told, signed("b", "2024-06-11", "6月11日，双方签署战略合作框架协议。")) == 2
    assert many("A", named, told, signed("b", "2024-09-11", "近日，双方签署战略合作框架协议。")) == 2


def test_a_day_without_its_month():
    name = "沙河玻璃产业创新发展大会"
    told = page("a", f"M:{name}", day="2023-09-05", place="河北", text=f"9月4日，{name}开幕。")
    later = page("b", f"M:{name}", day="2023-09-06", place="河北", text=f"4日举行的{name}上，项目签约。")
    other = page("b", f"M:{name}", day="2023-09-16", place="河北", text=f"14日举行的{name}上，项目签约。")
    assert many("M", (name,), told, later) == 1
    assert many("M", (name,), told, other) == 2


def test_meetings_of_the_whole_province():
    whole, named = "全省科技创新大会", "浙江省科技创新大会"
    told = page("a", f"M:{whole}", day="2024-05-07", place="浙江")
    assert many("M", (whole, named), told, page("b", f"M:{named}", day="2024-05-07", place="浙江")) == 1
    elsewhere = page("a", f"M:{whole}", day="2024-05-07", place="江苏")
    assert many("M", (whole, named), elsewhere, page("b", f"M:{named}", day="2024-05-07", place="浙江")) == 2


def test_a_congress_of_the_party():
    short, whole = "丽水市第五次党代会", "中国共产党丽水市第五次代表大会"
    told = page("a", f"M:{short}", day="2021-12-07", place="浙江")
    assert many("M", (short, whole), told, page("b", f"M:{whole}", day="2021-12-08", place="浙江")) == 1
    other = "中国共产党丽水市第四次代表大会"
    assert many("M", (short, other), told, page("b", f"M:{other}", day="2021-12-08", place="浙江")) == 2


def test_a_surname_of_two_characters_beside_one_body():
    whole, last = "佐野健一", "佐野"
    told = page("a", f"P:{whole}", "O:青江海事学院")
    assert many("P", (whole, last), told, page("b", f"P:{last}", "O:青江海事学院")) == 1
    assert many("P", (whole, last), told, page("b", f"P:{last}", "O:云岭海事学院")) == 2
    two = page("c", "P:佐野由纪", "O:青江海事学院")
    assert many("P", (whole, last), told, two, page("b", f"P:{last}", "O:青江海事学院")) == 2


def test_a_given_name_behind_the_same_words():
    def teacher(document, name, town):
        return page(document, f"P:{name}", place="新疆", text=f"于田县{town}教师{name}走进课堂。")

    both = ("阿依古丽·买买提", "阿依古丽")
    told = teacher("a", both[0], "木尕拉镇")
    assert many("P", both, told, teacher("b", both[1], "木尕拉镇")) == 1
    assert many("P", both, told, teacher("b", both[1], "先拜巴扎镇")) == 2


def test_who_is_told_of_in_one_county():
    def page_of(document, county):
        return page(document, "P:洛绒尼玛", "O:四川省人大", f"L:{county}", place="四川")

    assert many("P", ("洛绒尼玛",), page_of("a", "石渠县"), page_of("b", "石渠县")) == 1


def test_a_name_that_arose_from_another():
    old, new = "青江泓瑞电机有限公司", "泓瑞智驱科技股份有限公司"

    def told(words):
        return resolve([page("a", f"O:{old}", f"O:{new}", text=f"由{old}{words}{new}上市。")]).entities

    assert len(told("更名而来的")) == 1
    assert len(told("投资设立的")) == 2
