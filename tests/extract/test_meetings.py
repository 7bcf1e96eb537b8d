from __future__ import annotations

import pytest
from extracting import names as entities

from kg.extract.mention.meetings import find, is_bare
from kg.extract.sheet import keep_longest, open_sheet
from kg.model import Article


def names(text: str) -> list[str]:
    sheet = open_sheet(Article(id="t#1", document="t", index=1, title="", text=text))
    return [spot.text for spot in keep_longest(find(sheet))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("6月3日，全省盐湖产业推进大会在西宁召开。", ["全省盐湖产业推进大会"]),
        ("6月3日，西宁市、海东市就业服务对接会在西宁举行。", ["西宁市、海东市就业服务对接会"]),
        ("省长出席第三届中国—中亚合作论坛并致辞。", ["第三届中国—中亚合作论坛"]),
        (
            "青江首届健康生活论坛和云桥第三届“春芽”体育和文化项目大赛开幕式在宁海举行。",
            ["青江首届健康生活论坛", "云桥第三届“春芽”体育和文化项目大赛开幕式"],
        ),
        ("6月3日，“绿色高原”主题论坛暨首届生态旅游节开幕。", ["“绿色高原”主题论坛暨首届生态旅游节"]),
        ("省长参加省政协十二届二次会议经济、农业界联组讨论。", ["省政协十二届二次会议经济、农业界联组讨论"]),
        ("市长主持会议。", []),
        ("全市上下贯彻党的二十届三中全会精神。", []),
        ("青海省人民代表大会审议了报告。", []),
    ],
)
def test_names_of_meetings(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize("text", ["座谈会", "签约仪式", "第二次会议", "开幕式", "专题会议"])
def test_bare_words_name_no_meeting(text):
    assert is_bare(text)


def test_a_named_meeting_is_not_bare():
    assert not is_bare("全省盐湖产业推进大会")


UNNAMED = [
    ("重点招商项目签约仪式8月3日在宁河县举行。签约仪式上，12个项目签约。", "重点招商项目签约仪式"),
    ("行政长官李文达和宁海市市长周明远共同主持会议并讲话。", "李文达、周明远主持会议"),
    ("宁河集团董事长李文达先生出席会议并宣布表决结果。", "李文达出席会议"),
    ("8月3日，记者从宁海市卫健委召开的新闻发布会上得知，宁海将办义诊。", "宁海市卫健委新闻发布会"),
    ("国家林草局专门召开了座谈会，司长李文达介绍了有关情况。", "国家林草局座谈会"),
    ("李文达走进宁河县。周明远在青江市主持召开座谈会。", "周明远在青江市主持召开座谈会"),
]


@pytest.mark.parametrize(("text", "expected"), UNNAMED)
def test_a_made_name_holds_neither_courtesies_nor_reporters(text, expected):
    assert entities(text, "Meeting") == {expected}


@pytest.mark.parametrize(
    "text",
    [
        "大学生组成“三下乡”理论宣讲队，赴宁河县开展活动。",
        "会上宣读了《宁河县联席会议议事规则》。",
    ],
)
def test_a_name_that_goes_on_is_a_team_or_a_paper(text):
    assert entities(text, "Meeting") == set()
