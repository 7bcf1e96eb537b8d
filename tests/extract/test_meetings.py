from __future__ import annotations

import pytest

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
