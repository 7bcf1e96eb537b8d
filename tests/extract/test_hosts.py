"""Who holds a happening: places that act, lists with strangers in them, subjects that go on, what a happening is."""

from __future__ import annotations

import pytest
from extracting import read

PLACES = [
    ("8月3日，石门镇云台社区联合青江市爱心服务中心，开展“邻里一家亲”主题活动。", {"云台社区", "青江市爱心服务中心"}),
    ("8月3日，青江大学联合石门镇云台社区开展“邻里一家亲”主题活动。", {"青江大学", "云台社区"}),
    ("由石门镇甲山村和云岭镇乙水村共同承办的“梅花节”风俗文化活动成功举办。", {"甲山村", "乙水村"}),
    ("近日，青江区云岭街道开展“清凉一夏”主题活动。", {"云岭街道"}),
    ("8月3日，青江市图书馆举办“书香青江”读书分享会。", {"青江市图书馆"}),
    ("8月3日，“书香青江”读书分享会在青江市图书馆举办。", set()),
    ("8月3日，青江大学在石门镇、云岭镇共同举办“青苗”培训班。", {"青江大学"}),
    ("8月3日，“云岭”音乐节走进石门公园举办。", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PLACES)
def test_places_that_hold_it(text, expected):
    assert _hosts(text) == expected


def test_a_town_that_holds_it_stays_where_it_lies():
    text = "8月3日，青江市石门镇举办第三届桃花节开幕式。"
    assert ("石门镇", "青江市") in read(text, "LOCATED_IN", place="青海")


GOING_ON = [
    ("为进一步丰富群众生活，8月3日，青江市文化局结合实际，联合云岭集团开展“文化惠民”主题活动。",
     {"青江市文化局", "云岭集团"}),
    ("8月3日，青江慈善基金会来到宁河县石门镇开展“暖冬”公益活动，并在石门医院举行“暖心中心”揭牌仪式。",
     {"青江慈善基金会"}),
    ("8月3日，云岭集团与青江电视台举行“云视听”合作签约仪式，与石门电视台举行《大河》合拍签约仪式。",
     {"云岭集团", "青江电视台", "石门电视台"}),
    ("云岭集团成立青年突击队并举行“百日攻坚”誓师大会。", {"云岭集团"}),
    ("青江市教育局发布通知，全市各校响应号召，举办“平安校园”主题活动。", set()),
    ("青江大学学生响应号召，开展“三下乡”社会实践活动。", set()),
    ("青江市教育局介绍，8月举办“平安校园”主题活动。", set()),
    ("8月3日，联合云岭集团在青江举办新品发布会。", {"联合云岭集团"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), GOING_ON)
def test_subjects_that_go_on(text, expected):
    assert _hosts(text) == expected


WHOSE = [
    ("8月3日，“青江论坛”在宁河举行。“青江论坛”是由青江市社科联牵头主办的一项学术盛会。", {"青江市社科联"}),
    ("8月3日，云岭锦标赛在青江体育馆开幕。云岭锦标赛是青江市滑雪协会主办的省级赛事。", {"青江市滑雪协会"}),
    ("8月3日，青江招商推介会举行。此次活动由青江市商务局牵头，宁河县政府参加。", {"青江市商务局"}),
    ("8月3日，由青江市科协、宁河县文化局，青江电视台和云岭集团在石门公园共同举办的青江音乐会开幕。",
     {"青江市科协", "宁河县文化局", "青江电视台", "云岭集团"}),
    ("在青江市卫健委15日举行的新闻发布会上，副主任李文达表示，疫情平稳。", {"青江市卫健委"}),
    ("在青江酒店15日举行的“云岭1号”新闻发布会上，副主任李文达表示，销量平稳。", set()),
    ("8月3日，青江招商推介会举行。该项目由青江市商务局牵头，宁河县政府参加。", set()),
    ("8月3日，石门县政府、宁河县公安局、青江银行和部分爱心企业举行了“护苗”电话手表捐赠仪式。",
     {"石门县政府", "宁河县公安局", "青江银行"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), WHOSE)
def test_whose_happening_it_is(text, expected):
    assert _hosts(text) == expected


def _hosts(text: str) -> set[str]:
    found = read(text, "ATTENDED", place="青海")
    return {who for (who, _), told in found.items() if told.properties["role"] == "host"}
