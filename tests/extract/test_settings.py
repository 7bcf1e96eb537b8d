"""Where a sentence is set, and what happens there; names of places that are words, and where they end."""

from __future__ import annotations

import pytest
from extracting import names, read

TABLE = [
    ("8月5日上午，云桥礼堂内，全县教育工作大会正在举行。", {("全县教育工作大会", "云桥礼堂")}),
    ("8月5日，在云桥公园，青江市文旅局举办第二届赏花文化节。", {("第二届赏花文化节", "云桥公园")}),
    ("8月5日，在青江市，第三届环保大会在云桥会展中心举行。",
     {("第三届环保大会", "云桥会展中心"), ("云桥会展中心", "青江市")}),
    ("8月5日，在云桥公园，李文达宣布青江文化节将举办。", set()),
    ("“爱心助学”主题活动在石门县开展。", {("“爱心助学”主题活动", "石门县")}),
    ("全省绿色发展大会提出在石门县开展试点。", set()),
    ("云桥市妇联组织代表团到老挝、缅甸举行文化交流会。", {("文化交流会", "老挝"), ("文化交流会", "缅甸")}),
    ("这是李文达在义乌创建的云石贸易有限公司。", {("云石贸易有限公司", "义乌")}),
    ("他来到泉州晋江赵家村。", {("晋江", "泉州"), ("赵家村", "晋江")}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_what_happens_where_the_sentence_is_set(text, expected):
    assert set(read(text, "LOCATED_IN")) == expected


def test_a_place_that_reaches_into_the_name_of_a_happening_is_no_scene():
    text = (
        "自治区第三届茶艺运动会将于2026年在内蒙古包头举行。在会旗交接仪式上，周明远又将会旗转交"
        "下届内蒙古自治区第三届茶艺运动会承办城市包头市委副书记、市长李文达。"
    )
    assert {one for one in read(text, "LOCATED_IN") if "运动会" in one[0]} == {("自治区第三届茶艺运动会", "包头")}


# (text, places that must be there, names that must not)
PLACES = [
    ("李文达向与会领导和来宾表示欢迎。", set(), {"来宾"}),
    ("广西来宾举办糖业大会。", {"来宾"}, set()),
    ("在日照强的时间段安排室内活动。", set(), {"日照"}),
    ("技术组赴房山、怀柔、通州等区增援。", {"通州"}, {"通州等区"}),
    ("我国海拔最低的湖泊艾丁湖坐落在新疆。", {"艾丁湖"}, {"湖泊艾丁湖"}),
    ("推介会期间，黄浦江畔亮起灯光。", {"黄浦江"}, {"黄浦"}),
]


@pytest.mark.parametrize(("text", "there", "gone"), PLACES)
def test_where_a_place_ends_and_what_is_a_word(text, there, gone):
    found = names(text, "Location")
    assert there <= found
    assert not found & gone


def test_a_quoted_team_is_a_part_of_the_body_before_it():
    text = "云桥大学法学院“法润乡村”暑期实践团一行12人来到石门县。"
    assert ("“法润乡村”暑期实践团", "云桥大学法学院") in read(text, "PART_OF")
