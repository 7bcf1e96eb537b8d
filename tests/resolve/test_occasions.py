"""A happening and what belongs to it; campaigns, sessions, briefings and plates that many bear under one name."""

from __future__ import annotations

from datetime import date

import pytest
from worlds import holders, page

from kg.resolve import resolve
from kg.resolve.meeting_names import is_common
from kg.resolve.occasions import is_briefing, is_occasion_of, is_unplaced_session, other_year, sessions
from kg.resolve.worknames import is_plate


@pytest.mark.parametrize(
    ("whole", "part"),
    [
        ("2023云岭女足邀请赛", "2023年云岭女足邀请赛揭幕战"),
        ("云岭杯篮球赛", "云岭杯篮球赛开幕式将"),
        ("第二届青江峰会", "第二届青江峰会新闻发布会"),
        ("青江市村超联赛", "青江市村超联赛总决赛"),
        ("第9届采茶周系列活动", "第9届采茶周石门茶园系列活动启动仪式"),
        ("第九届宁河国际茶博会", "第九届宁河茶博会倒计时"),
    ],
)
def test_what_belongs_to_a_happening_is_another(whole, part):
    assert is_occasion_of((whole,), (part,))
    assert is_occasion_of((part,), (whole,))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("春茶采收工作情况新闻发布会", "春茶采收工作情况发布会"),
        ("第二届青江峰会开幕式", "第2届青江峰会开幕式"),
        ("第八届青江茶产业博览会", "第八届青江国际茶产业博览会"),
        ("宁河重大项目启动仪式", "宁河重大项目集中启动仪式"),
        ("青江马拉松", "2024青江马拉松"),
        ("云岭艺术节", "石门电影节开幕式"),
    ],
)
def test_more_and_fewer_words_are_no_part(a, b):
    assert not is_occasion_of((a,), (b,))


def briefing(document, name, day, speaker):
    return page(document, (f"P:{speaker}", "ATTENDED", f"M:{name}", {"date": day, "role": "speaker"}), place="青海")


def test_a_briefing_of_the_next_day_is_another_unless_one_speaks_in_both():
    name = "青海省政策例行吹风会"
    first = briefing("a", name, "2024-07-25", "李文达")
    again = briefing("b", name, "2024-07-25", "陈国强")
    other = briefing("c", name, "2024-07-26", "周明远")
    assert len(holders(resolve([first, again]), "M", name)) == 1
    assert len(holders(resolve([first, other]), "M", name)) == 2
    same = briefing("d", name, "2024-07-26", "李文达")
    assert len(holders(resolve([first, same]), "M", name)) == 1


def test_what_is_a_briefing():
    assert is_briefing(("“各厅局谈家底”系列主题新闻发布会",))
    assert not is_briefing(("青江论坛",))


def test_a_campaign_of_other_hosts_is_another():
    name = "“书香润童心”读书活动"
    first = briefing("a", name, "2024-04-23", "李文达")
    other = briefing("b", name, "2024-04-23", "周明远")
    again = briefing("c", name, "2024-04-23", "李文达")
    assert len(holders(resolve([first, other]), "M", name)) == 2
    assert len(holders(resolve([first, again]), "M", name)) == 1


@pytest.mark.parametrize(
    "name",
    ["八一走访慰问活动", "春节慰问活动", "重阳节志愿服务活动", "国庆文艺活动", "八一退役军人座谈会", "八一军政座谈会"],
)
def test_a_feast_and_general_words_name_none(name):
    assert is_common(name)


@pytest.mark.parametrize(
    "name", ["歌声满营房同心迎八一慰问活动", "月满青江中秋活动", "书香润童心读书活动", "青江政务开放周活动"]
)
def test_a_campaign_with_a_motto_has_a_name(name):
    assert not is_common(name)


def test_a_year_in_a_name_is_that_of_the_day():
    day = date(2023, 7, 11).toordinal()
    assert other_year(("2008年云河峰会", "云河峰会"), day)
    assert not other_year(("2023年云河峰会",), day)
    assert not other_year(("2022年度总结会",), day)
    assert not other_year(("云河峰会",), day)
    assert not other_year(("2008年云河峰会",), None)


def test_a_session_has_the_house_that_holds_it():
    assert sessions(["九届常委会第十六次会议"], ["青江市政协", "青江日报社"]) == ["青江市政协九届常委会第十六次会议"]
    assert is_unplaced_session("十四届五次全会")
    assert is_unplaced_session("常委会第四次会议")
    assert not is_unplaced_session("青江市九届人大常委会第十六次会议")
    assert not is_unplaced_session("二十届三中全会")


@pytest.mark.parametrize(
    ("before", "plate"),
    [
        ("白杨小学获授“", True),
        ("授牌石门县第四中学为“", True),
        ("宁河中学被评为", True),
        ("集团投资建设的", False),
        ("师生走进“", False),
        ("市长调研", False),
    ],
)
def test_a_title_given_to_somebody_is_a_plate(before, plate):
    assert is_plate(before) is plate


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [(("上海", None), ("上海", None), False), (("上海", "浦东新区"), ("上海", "浦东新区"), True)],
)
def test_a_short_common_name_needs_more_than_a_city_of_millions(a, b, one):
    pages = [page(name, "P:张丽", place=place, city=city) for name, (place, city) in zip("ab", (a, b), strict=True)]
    assert (len(holders(resolve(pages), "P", "张丽")) == 1) is one
