from __future__ import annotations

import pytest
from extracting import read

TABLE = [
    ("他来自西宁市大通县。", ("大通县", "西宁市")),
    ("昆仑铬盐新材料项目位于南川工业园区。", ("昆仑铬盐新材料项目", "南川工业园区")),
    ("昆仑铬盐新材料项目在南川工业园区正式开工。", ("昆仑铬盐新材料项目", "南川工业园区")),
    ("他走进西宁经济技术开发区南川工业园区。", ("南川工业园区", "西宁经济技术开发区")),
    ("全省绿色发展大会在西宁召开。", ("全省绿色发展大会", "西宁")),
    ("青海宏远科技有限公司坐落于西宁。", ("青海宏远科技有限公司", "西宁")),
]


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_where_it_stands_or_happens(text, expected):
    assert expected in read(text, "LOCATED_IN", place="青海")


def test_all_of_a_list_lie_in_the_place_before_it():
    found = set(read("他走访了海西蒙古族藏族自治州都兰县、乌兰县。", "LOCATED_IN", place="青海"))
    assert {subject for subject, _ in found} >= {"都兰县", "乌兰县"}


def test_only_the_nearest_place_counts():
    found = set(read("昆仑铬盐新材料项目位于西宁市大通县。", "LOCATED_IN", place="青海"))
    assert ("昆仑铬盐新材料项目", "大通县") in found
    assert not any(subject == "昆仑铬盐新材料项目" and place.startswith("西宁") for subject, place in found)


def test_a_talk_is_held_where_its_clause_says():
    found = read("省长张建国在西宁与四川大学校长王海燕座谈。", "LOCATED_IN", place="青海")
    assert any(place == "西宁" and "张建国" in meeting for meeting, place in found)


def test_a_meeting_to_come_is_planned():
    found = read("全省绿色发展大会将在西宁召开。", "LOCATED_IN", place="青海")
    assert [t.properties.get("status") for (name, _), t in found.items() if name == "全省绿色发展大会"] == ["planned"]
