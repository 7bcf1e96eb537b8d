from __future__ import annotations

import pytest
from extracting import read

TABLE = [
    ("四川恒达物流有限公司系四川恒达投资集团的全资子公司。", ("四川恒达物流有限公司", "四川恒达投资集团")),
    ("四川恒达投资集团旗下的青海宏远科技有限公司近日增资。", ("青海宏远科技有限公司", "四川恒达投资集团")),
    ("青海大学发布公告，青海大学医学院今年扩大招生。", ("青海大学医学院", "青海大学")),
]


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_part_and_whole(text, expected):
    assert expected in read(text, "PART_OF", place="青海")


def test_an_office_of_a_government_is_no_part_of_it():
    assert read("青海省政府召开会议，青海省政府办公厅作了汇报。", "PART_OF", place="青海") == {}


def test_a_phase_is_a_part_of_its_project():
    found = read("昆仑铬盐新材料项目去年投产，昆仑铬盐新材料项目二期今日开工。", "PART_OF", place="青海")
    assert ("昆仑铬盐新材料项目二期", "昆仑铬盐新材料项目") in found
