"""Happenings that no meeting word names: what is held, what is launched, what only a verb tells."""

from __future__ import annotations

import pytest
from extracting import article, read

from kg.extract import extract


def meetings(text):
    return {entity.name for entity in extract(article(text, place="青海")).entities if entity.type == "Meeting"}


HELD = [
    ("2024祁连山主题旅游海外宣传季北京专场活动11日在北京市举行。", "2024祁连山主题旅游海外宣传季北京专场活动"),
    ("市民政局举办“温暖民政”机关开放日暨市民进机关活动。", "“温暖民政”机关开放日暨市民进机关活动"),
    ("大通县公安局开展了连续三天的“少年走进警营”活动。", "“少年走进警营”活动"),
    ("“沿着大河看高原”网上主题宣传在青海省西宁市启动。", "“沿着大河看高原”网上主题宣传"),
    ("7月31日，由西宁市科技局主办的机电创新日2023活动在青海科技馆顺利举行。", "机电创新日2023活动"),
    ("第六届海西诗歌节暨诗画高原活动在德令哈市举办。", "第六届海西诗歌节暨诗画高原活动"),
    ("8月10日，“西宁·北京企业专场宣介会”举办。", "西宁·北京企业专场宣介会"),
    ("庆祝建厂百年文艺演出《伟大征程》在西宁举行。", "文艺演出《伟大征程》"),
    ("李文达参加首都义务植树活动。", "首都义务植树活动"),
    ("省长李文达在西宁举行仪式欢迎约旦国王阿卜杜拉访华。", "欢迎约旦国王阿卜杜拉仪式"),
    ("首届青海湖音乐节开唱。", "首届青海湖音乐节"),
    ("8月3日，县长李文达出席“云岭杯”青年演讲比赛并致辞。", "“云岭杯”青年演讲比赛"),
    ("宁河县文旅局举办2024年宁河县烧烤节。", "2024年宁河县烧烤节"),
]


@pytest.mark.parametrize(("text", "name"), HELD)
def test_what_is_held_is_a_happening_whatever_its_last_word(text, name):
    assert meetings(text) == {name}


@pytest.mark.parametrize(
    "text",
    [
        "公司举办系列活动，各地开展主题教育活动，组织志愿服务活动。",
        "宁河高原医学创新中心于西宁市城东区开幕。",
        "西宁人才公寓将于明年启用。",
        "他们参加活动，出席了仪式。",
        "西宁市推进“星光”计划。",
        "多场次产业对接活动在西宁举行。",
    ],
)
def test_what_has_no_name_or_is_not_held_is_none(text):
    assert meetings(text) == set()


TOLD = [
    ("8月1日，西宁人才公寓正式启用。副市长李文达出席活动并讲话。", "西宁人才公寓启用仪式"),
    ("宁河高原医学创新中心于西宁市城东区开幕。活动上，董事长李文达致辞。", "宁河高原医学创新中心开幕仪式"),
    ("青海省教育厅发起的书法进校“青苗计划”正式对外启动。启动仪式上，教师李文达致辞。", "青苗计划启动仪式"),
    ("青威器材有限公司向青海捐赠体育用品，捐赠仪式上，董事长李文达讲话。", "青威器材有限公司捐赠仪式"),
]


@pytest.mark.parametrize(("text", "name"), TOLD)
def test_a_verb_tells_the_happening_that_a_bare_word_then_means(text, name):
    triple = read(text, "ATTENDED", place="青海")["李文达", name]
    assert any(item.role == "object" and "所述" in item.via for item in triple.evidence)


def test_an_activity_after_a_plan_or_without_a_verb_names_nothing():
    assert read("西宁人才公寓将启用。副市长李文达出席活动。", "ATTENDED", place="青海") == {}
    assert read("市长李文达赴大通县调研。市委书记周明远出席活动。", "ATTENDED", place="青海") == {}


LOST = [
    ("“四个中心”投入运行。甲公司董事长李文达出席发布会并讲话。", "“四个中心”发布会"),
    ("青江天然气交易中心投入运行。甲公司董事长李文达出席发布会。", "青江天然气交易中心发布会"),
]


@pytest.mark.parametrize(("text", "name"), LOST)
def test_a_bare_word_is_named_after_what_the_story_is_about(text, name):
    assert ("李文达", name) in read(text, "ATTENDED", place="青海")


def test_joining_activities_after_a_visit_is_no_happening():
    assert read("省长李文达到青海大学考察。副省长周明远参加活动。", "ATTENDED", place="青海") == {}


def test_a_talk_whose_first_lines_are_lost_is_told_by_the_two_who_speak_in_turn():
    text = "王文林强调，中甲关系很好。\n巴耶夫表示，很高兴来华访问。\n李文达、陈国强等参加会见。"
    assert {frozenset(pair) for pair in read(text, "MET_WITH")} == {frozenset(("王文林", "巴耶夫"))}
    assert {name for name, _ in read(text, "ATTENDED")} == {"王文林", "巴耶夫", "李文达", "陈国强"}


BARE = [
    ("青江保险公司、青海大学在西宁签署协议。青海大学校长李文达等领导出席。", "青江保险公司与青海大学签约仪式"),
    ("在区委书记李文达的共同见证下，宁河国际创新中心正式开工。", "宁河国际创新中心开工仪式"),
]


@pytest.mark.parametrize(("text", "name"), BARE)
def test_where_no_word_stands_for_it_the_verb_of_attending_does(text, name):
    assert ("李文达", name) in read(text, "ATTENDED", place="青海")


def test_a_verb_within_a_name_is_no_deed_and_a_bare_one_means_the_meeting_again():
    forum = "第三届高原牦牛产业论坛在西宁召开。"
    told = read(forum + "凌云集团党委副书记李文达，凌云集团董事长周明远参加活动。", "ATTENDED", place="青海")
    assert {name for name, _ in told} == {"李文达", "周明远"}
    told = read(forum + "会前，市长李文达参观了青海大学。市领导周明远参加。", "ATTENDED", place="青海")
    assert {name for name, _ in told} == {"周明远"}


def test_the_short_form_behind_a_name_is_no_happening_of_its_own():
    found = meetings("青江国际锂业博览会（以下简称“锂博会”）在海口开幕。")
    assert found == {"青江国际锂业博览会"}


GOES_ON = [
    ("在昨天举行的西宁市第十届集体婚礼上,新人许下心愿。", "西宁市第十届集体婚礼"),
    ("“青江2024”防汛综合演练昨天上午在西宁同步进行。", "“青江2024”防汛综合演练"),
    ("2024“青江杯”围棋女子大师赛在西宁结束第三轮较量。", "2024“青江杯”围棋女子大师赛"),
    ("第二届青江龙虾节在西宁热闹开场。", "第二届青江龙虾节"),
    ("西宁市网络安全攻防演练打响。", "西宁市网络安全攻防演练"),
    ("作家李文达做客“青江讲坛”,在图书馆开讲。", "青江讲坛"),
]


@pytest.mark.parametrize(("text", "name"), GOES_ON)
def test_happenings_that_go_on_are_named_by_their_last_words(text: str, name: str) -> None:
    assert meetings(text) == {name}


@pytest.mark.parametrize(
    "text", ["公司多次组织综合演练,员工都熟悉了流程。", "各项工程建设正在顺利进行。", "他喜欢看大师赛。"]
)
def test_what_is_no_happening_in_particular(text: str) -> None:
    assert meetings(text) == set()
