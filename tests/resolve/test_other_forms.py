"""Sessions, fairs, papers and sites by their other forms."""

from __future__ import annotations

import pytest
from worlds import page

from kg.resolve import resolve
from kg.resolve.meeting_names import editionless, forms
from kg.resolve.regular import regular

KINDS = {"M": "Meeting", "A": "Agreement", "L": "Location"}


def things(kind, *pages):
    return sum(entity.type == KINDS[kind] for entity in resolve(pages).entities)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("政协青江市第八届委员会第三次会议", "青江市政协八届三次会议"),
        ("中国共产党青江市第九次代表大会", "青江市第九次党代会"),
        ("第二十一届云桥博览会", "第21届云桥博览会"),
    ],
)
def test_forms_of_sessions_and_editions(a, b):
    assert set(forms(a)) & set(forms(b))


@pytest.mark.parametrize(
    ("a", "b"), [("第二十一届云桥博览会", "第二十届云桥博览会"), ("青江市政协八届三次会议", "青江市政协八届四次会议")]
)
def test_other_sessions_and_editions(a, b):
    assert not set(forms(a)) & set(forms(b))


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        ("第六届青江信用论坛", "2024青江信用论坛", True),
        ("第六届青江信用论坛", "2023青江信用论坛开幕式", False),
        ("第三届青江文化论坛", "第三届青江文化论坛冰雪艺术分论坛", False),
    ],
)
def test_a_forum_by_its_number_or_its_year(a, b, one):
    pages = (page(at, f"M:{name}", day="2024-10-18", place="青海") for at, name in (("a", a), ("b", b)))
    assert (things("M", *pages) == 1) == one


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("中国证券监督管理委员会青海监管局", "青海证监局"),
        ("国家金融监督管理总局青海监管局", "青海金融监管局"),
        ("韩国驻沈阳总领事馆", "韩国驻沈总领馆"),
    ],
)
def test_houses_of_the_nation_in_a_place(name, short):
    assert regular("Organization", name) == regular("Organization", short)


@pytest.mark.parametrize(
    ("name", "left"),
    [
        ("第十六届中国·云桥赛马大会", "云桥赛马大会"),
        ("2024年云桥赛马大会", "云桥赛马大会"),
        ("第三届论坛", "第三届论坛"),
    ],
)
def test_a_name_without_its_edition(name, left):
    assert editionless(name) == left


def test_a_session_by_the_city_of_its_page():
    whole = page("a", "M:中国共产党金昌市第九次代表大会", day="2021-11-02", place="甘肃", city="金昌")
    assert things("M", whole, page("b", "M:市第九次党代会", day="2021-11-02", place="甘肃", city="金昌")) == 1
    assert things("M", whole, page("b", "M:市第九次党代会", day="2021-11-02", place="甘肃", city="武威")) == 2


def test_a_fair_without_its_edition():
    text = "8月3日，{}在云桥开幕。"
    whole = page("a", "M:第十六届中国·玛曲格萨尔赛马大会", text=text.format("第十六届中国·玛曲格萨尔赛马大会"))
    assert things("M", whole, page("b", "M:玛曲格萨尔赛马大会", text=text.format("玛曲格萨尔赛马大会"))) == 1
    other = page("b", "M:玛曲格萨尔赛马大会", text="9月20日，玛曲格萨尔赛马大会在云桥开幕。")
    assert things("M", whole, other) == 2


def signed(document, name, *parties, **more):
    return page(document, *((f"O:{party}", "SIGNED", f"A:{name}") for party in parties), **more)


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        # the parties before a paper's name are no matter
        (
            ("数字经济发展战略合作框架协议", "贵州省政府", "云梯数科集团"),
            ("贵州省政府与云梯数科集团战略合作框架协议", "贵州省政府", "云梯数科集团"),
            True,
        ),
        (
            ("数字经济发展战略合作框架协议", "贵州省政府", "云梯数科集团"),
            ("贵州省政府与云桥锂业矿产开发合作协议", "贵州省政府", "云桥锂业"),
            False,
        ),
        # a bank and its branch
        (
            ("供水工程银团贷款合同", "国家开发银行甘肃省分行", "陇源水务公司"),
            ("42亿元银团贷款合同", "国开行", "陇源水务公司"),
            True,
        ),
        (
            ("供水工程银团贷款合同", "国家开发银行甘肃省分行", "陇源水务公司"),
            ("42亿元银团贷款合同", "中国工商银行甘肃省分行", "丰河水务公司"),
            False,
        ),
        # what goes with a paper is another one
        (("股份转让协议", "云桥集团", "宁河国资"), ("股份转让协议之补充协议", "云桥集团", "宁河国资"), False),
    ],
)
def test_papers(a, b, one):
    found = [signed(document, *told, day="2024-03-12") for document, told in zip("ab", (a, b), strict=True)]
    assert things("A", *found) == (1 if one else 2)


def test_a_site_by_its_popular_name():
    assert things("L", page("a", "L:国家体育场"), page("b", "L:鸟巢")) == 1
    assert things("L", page("a", "L:国家体育场"), page("b", "L:水立方")) == 2


def test_two_places_abroad_of_one_name():
    a = page("a", "L:圣何塞", text="哥斯达黎加首都圣何塞举办电影周")
    b = page("b", "L:圣何塞", text="总部位于美国加利福尼亚州圣何塞的公司")
    assert things("L", a, b) == 2
    assert things("L", a, page("b", "L:圣何塞", text="圣何塞的街头")) == 1


def test_a_river_and_the_city_of_its_name():
    river = page("a", "L:黑河", text="张掖境内黑河全线闭口", place="甘肃", city="张掖")
    assert things("L", river, page("b", "L:黑河市", text="黑河市口岸", place="黑龙江")) == 2
    assert things("L", river, page("b", "L:黑河", text="黑河分水", place="甘肃", city="酒泉")) == 1
    assert (
        things(
            "L",
            page("a", "L:黑河", text="黑河口岸", place="黑龙江"),
            page("b", "L:黑河市", text="黑河市", place="黑龙江"),
        )
        == 1
    )


def test_two_mountains_of_one_name():
    a = page("a", "L:云台山", text="修武县云台山景区游人如织", place="河南", city="焦作")
    assert things("L", a, page("b", "L:云台山", text="焦作云台山五天接待游客25万人次", place="河南")) == 1
    assert things("L", a, page("b", "L:云台山", text="连云港云台山森林覆盖率提高", place="江苏", city="连云港")) == 2
    ranges = [page(name, "L:祁连山", text=f"{name}县祁连山北麓") for name in ("肃南", "门源")]
    assert things("L", *ranges) == 1
