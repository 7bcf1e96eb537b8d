"""Meetings whose name could be anybody's are called after who holds them."""

from __future__ import annotations

import pytest
from extracting import article, names

from kg.extract import extract
from kg.model import replace

HELD = [
    ("青江民革（石门）侨友之家举行揭牌仪式。区长李文达参加揭牌仪式。", {"青江民革（石门）侨友之家揭牌仪式"}),
    ("3月6日上午，丰河乡召开半年工作会议。乡党委书记李文达出席会议并发言。", {"丰河乡半年工作会议"}),
    ("首相李文达当夜在丰河匆忙举行新闻发布会说，塌桥时无人过河。", {"李文达新闻发布会"}),
    ("总统李文达与云岭国渔业部部长周明远举行会谈后在青石堡举行的新闻发布会上说，鱼汛正旺。",
     {"李文达与周明远会谈", "李文达新闻发布会"}),
    ("宁河市少儿阅读中心当日启用。副市长李文达出席揭牌仪式。", {"宁河市少儿阅读中心揭牌仪式"}),
    ("云岭贸易中心(以下简称云贸中心)18日正式启动。启动仪式上，李文达致辞。", {"云岭贸易中心启动仪式"}),
    ("丰河茶艺学院正式揭牌成立。县委常委李文达及县里有关领导共同揭牌。揭牌仪式结束后，茶农们听了头一堂课。",
     {"丰河茶艺学院揭牌仪式"}),
    ("动作电影《云岭长歌》正式开机。云岭影业总裁周明远出席开机仪式。", {"动作电影《云岭长歌》开机仪式"}),
    ("青江市妇联、青江市教育局联合启动“书声起”夏日亲子共读活动。市妇联主席李文达出席活动。",
     {"“书声起”夏日亲子共读活动启动仪式"}),
    ("3月2日，宁河县交通局召开季度工作会议。", {"宁河县交通局季度工作会议"}),
    ("昨天，宁河县交通局在石门召开干部大会，宣布任免。", {"宁河县交通局干部大会"}),
    ("6月28日，西宁市召开1至6月经济调度会。", {"西宁市1至6月经济调度会"}),
    ("6月28日，西宁市召开全市领导干部会议。", {"西宁市全市领导干部会议"}),
    ("青江大学和宁河大学3日在石门举行战略合作签约仪式。", {"青江大学与宁河大学战略合作签约仪式"}),
    ("宁河县人民法院深入学习贯彻会议精神，召开退役军人座谈会。", {"宁河县人民法院退役军人座谈会"}),
    ("由宁河县人社局主办、石门中心承办的工伤预防启动仪式举行。", {"宁河县人社局工伤预防启动仪式"}),
    ("8月3日，宁河县教育局召开以“加强自我修养，守好纪律”为主题的干部教育座谈会。", {"宁河县教育局干部教育座谈会"}),
    ("第三届青海论坛在西宁开幕。论坛期间还举行了签约仪式。", {"第三届青海论坛", "第三届青海论坛签约仪式"}),
    ("宁河县第二届渔歌节5日在石门举行。启动仪式上，局长李文达致辞。",
     {"宁河县第二届渔歌节", "宁河县第二届渔歌节启动仪式"}),
    ("近日，石门街道“双拥会客厅”、宁河街道“双拥家园”举行揭牌仪式。",
     {"双拥会客厅、双拥家园揭牌仪式"}),
    ("青海省政协召开十三届十一次主席会议。", {"青海省政协十三届十一次主席会议"}),
]  # fmt: skip

KNOWN_BY_THEMSELVES = [
    ("宁河县交通局举办第三届渔歌节开幕式。", {"第三届渔歌节开幕式"}),
    ("宁河县交通局召开“安全生产月”推进会。", {"“安全生产月”推进会"}),
    ("青江大学举办青海湖论坛。", {"青海湖论坛"}),
    ("昨天，宁河县人社局分别与亮岩镇关沟村、团结乡营坪村举行了教育帮扶捐赠仪式。", {"教育帮扶捐赠仪式"}),
    ("退役军人座谈会在青江大学举行。", {"退役军人座谈会"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), HELD)
def test_a_name_that_anybody_may_use_gets_its_holder(text, expected):
    assert names(text, "Meeting") == expected


@pytest.mark.parametrize(("text", "expected"), KNOWN_BY_THEMSELVES)
def test_a_name_of_its_own_stays_as_it_is(text, expected):
    assert names(text, "Meeting") == expected


SPOKEN = [
    ("在昨天的全球投资者大会上，宁河集团首次提出新计划。", {"宁河集团全球投资者大会"}),
    ("宁河集团董事长李文达在最近的投资者电话会议上表示，公司能做好。", {"宁河集团投资者电话会议"}),
    ("外长李文达同到访的外长周明远举行会晤并召开了联合新闻发布会。",
     {"李文达同周明远会晤", "李文达与周明远联合新闻发布会"}),
    ("美国国务卿李文达当天在联合记者会上称，各方会努力。", {"李文达联合记者会"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SPOKEN)
def test_where_only_who_speaks_is_told_it_is_called_after_them(text, expected):
    assert names(text, "Meeting") == expected


def test_the_title_tells_whose_board_sits():
    text = "公司于7月18日发出第七届董事会第十次会议通知，于7月26日召开会议。宁河实业股份有限公司董事会公告。"
    title = "宁河实业股份有限公司 第七届董事会第十次会议决议公告"
    found = extract(replace(article(text, place="青海"), title=title)).entities
    assert "宁河实业股份有限公司第七届董事会第十次会议" in {one.name for one in found if one.type == "Meeting"}


def test_what_the_page_writes_stays_a_name_and_the_reason_is_told():
    (meeting,) = (e for e in extract(article("3月2日，宁河县交通局召开季度工作会议。")).entities if e.type == "Meeting")
    assert meeting.names == ("宁河县交通局季度工作会议", "季度工作会议")
    assert meeting.mentions[0].reason == "季度工作会议 → 宁河县交通局季度工作会议：召集者与会议合成名称"


def test_a_bare_word_is_no_name_beside_the_fuller_one():
    text = "宁河博物馆昨天隆重举行开馆仪式。市长李文达出席开馆仪式。"
    found = [one.names for one in extract(article(text)).entities if one.type == "Meeting"]
    assert found == [("宁河博物馆开馆仪式",)]


def test_a_level_within_a_name_is_resolved():
    found = names("六届市委六次全会昨天闭幕。", "Meeting", city="西宁")
    assert found == {"六届西宁市委六次全会"}


TALKS = [
    ("市长李文达到石门调研。座谈会上，李文达听取汇报。", {"李文达调研座谈会"}),
    ("市长李文达一行到石门调研。座谈会上，李文达听取汇报。", {"李文达一行调研座谈会"}),
    ("市长周明远到石门调研。期间，召开座谈会听取意见。", {"周明远召开座谈会"}),
    ("会议期间，部长李文达分别与南非、巴西代表团长进行了会谈。", {"李文达与南非、巴西代表团长会谈"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TALKS)
def test_a_talk_of_somebody_alone_does_not_sound_as_if_it_were_about_them(text, expected):
    assert names(text, "Meeting") == expected


def test_the_number_of_a_heading_is_no_part_of_a_name():
    assert not any(name.startswith("一、") for name in names("一、董事会会议召开情况\n会议应到九人。", "Meeting"))


def test_a_meeting_attended_is_the_one_that_was_told_of():
    text = "7月27日上午，2023年宁河居民区书记培训班开班仪式举行。区委常委李文达出席会议并讲话。"
    assert names(text, "Meeting") == {"2023年宁河居民区书记培训班开班仪式"}
