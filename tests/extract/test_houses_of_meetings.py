"""Where a meeting is held: the house of a division, its rooms, and what leads up to its name."""

from __future__ import annotations

import pytest
from extracting import article

from kg.extract import extract

FAIR = "第三届茶业博览会"
HELD = [
    ("在云岩区冰壶馆举行。", "云岩区冰壶馆"),
    ("在云岩区老干部综合活动中心成功举行。", "云岩区老干部综合活动中心"),
    ("在昆明市青少年宫多功能厅举行。", "昆明市青少年宫"),
    ("在兰州市图书馆演播厅举行。", "兰州市图书馆"),
    ("在宁河县政务服务中心办事大厅举行。", "宁河县政务服务中心"),
    ("在石门镇中心渔港隆重举行。", "石门镇中心渔港"),
    ("在南京·石门会议中心举行。", "石门会议中心"),
    ("在“茶都”福州举行。", "福州"),
    ("，今天（5月1日）在南京启动。", "南京"),
    ("第3轮比赛在南京结束。", "南京"),
    ("在该市青桥广场启动。", "青桥广场"),
    ("在云桥公益创新空间举行。", "云桥公益创新空间"),
    ("在石门镇青草嘎查举行。", "青草嘎查"),
    ("在宁河县云岭酒店举行。", "云岭酒店"),  # each has its name
    ("在太原市春晖公园举行。", "春晖公园"),
    ("在云岩区北山战备粮库举行。", "北山战备粮库"),  # whatever it ends in
    ("在石门镇便民广场上顺利举行。", "石门镇便民广场"),
    ("在太原市城市云客厅举办。", "太原市城市云客厅"),
    ("在兰州殡仪馆举行。", "兰州殡仪馆"),
]
NOWHERE = [
    "在热烈的掌声中结束。",
    "在舞蹈《茶山》中落下帷幕。",
    "在“我在南京等你”的歌声中启动。",
    "随后开幕，李文达结束在南京的访问。",
    "的筹备在有关部门指导下结束。",
    "的预备会在宁河县政府举行。",
]


def places_of(text):
    """The places where something of the text is held or lies, by what lies there."""
    found = extract(article(text))
    names = {entity.id: entity.name for entity in found.entities}
    return {(names[t.subject], names[t.object]) for t in found.triples if t.predicate == "LOCATED_IN"}


@pytest.mark.parametrize(("behind", "place"), HELD)
def test_the_house_is_where_it_is_held(behind, place):
    assert (FAIR, place) in places_of(FAIR + behind)


@pytest.mark.parametrize("behind", NOWHERE)
def test_nothing_is_told_of_where(behind):
    assert not [place for held, place in places_of(FAIR + behind) if held == FAIR]


def test_who_opens_something_at_a_house_does_not_lie_there():
    text = "宁河县住建局、云桥水务公司在宁河县政务服务中心举行便民窗口揭牌仪式。"
    assert not [held for held, _ in places_of(text) if held.endswith(("局", "公司"))]
