"""Names right behind a dateline, which the tagger takes for a part of it."""

from __future__ import annotations

import pytest
from extracting import names

from kg.extract.sheet import spans_to_tag

BEHIND = [
    ("芜湖日报讯 芜湖中院近日举行新闻发布会。", "Organization", "芜湖中院"),
    ("芜湖日报1月9日讯 芜湖中院近日举行新闻发布会。", "Organization", "芜湖中院"),
    ("新华社合肥1月9日电 芜湖中院近日举行新闻发布会。", "Organization", "芜湖中院"),
    ("新华社合肥电 芜湖中院近日举行新闻发布会。", "Organization", "芜湖中院"),
    ("江西日报讯 南昌大学第二附属医院成功开展一例心脏移植手术。", "Organization", "南昌大学第二附属医院"),
    (
        "新华社杜尚别电 青江合作组织元首理事会第三十一次会议日前举行。",
        "Meeting",
        "青江合作组织元首理事会第三十一次会议",
    ),
]


@pytest.mark.parametrize(("text", "kind", "name"), BEHIND)
def test_a_name_behind_a_dateline_is_found_whole(text, kind, name):
    assert name in names(text, kind)


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("芜湖日报讯 宁河来了。人们说。", ["芜湖日报讯 ", "宁河来了。", "人们说。"]),
        ("宁河来了。", ["宁河来了。"]),
        ("本报讯（记者 李文达）宁河来了。", ["本报讯（记者 李文达）", "宁河来了。"]),
    ],
)
def test_a_dateline_is_tagged_by_itself(text, spans):
    assert [text[start:end] for start, end in spans_to_tag(text)] == spans
