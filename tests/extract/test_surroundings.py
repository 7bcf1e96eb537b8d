"""Names known by what stands around them: lists, verbs, codes, longer names, words in Latin letters."""

from __future__ import annotations

import pytest
from extracting import names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What one country keeps in another is one body, with its offices.
        ("中国驻埃及大使馆经商处举办研讨会。", {"中国驻埃及大使馆经商处"}),
        ("王志远拜会中国驻德国大使馆。", {"中国驻德国大使馆"}),
        # A school's place in brackets belongs to its name; two bodies joined by 和 are two.
        ("中国地质大学（武汉）师生到青海调研。", {"中国地质大学（武汉）"}),
        ("宁河大学和青江市法院签约。", {"宁河大学", "青江市法院"}),
        # Firms with a code or in Latin letters.
        ("西宁市与宁湟电器(688999.SH)签约。", {"宁湟电器", "西宁市政府"}),
        ("Kinga Savanna Trading Ltd与青海省商务厅签订协议。", {"Kinga Savanna Trading Ltd", "青海省商务厅"}),
        # Who is counted is not named, and neither is a bare kind.
        ("李文达走访了三家社区医院。", set()),
        ("他做过律师，也开过律师事务所。", set()),
    ],
)
def test_bodies(text: str, expected: set[str]) -> None:
    assert names(text, "Organization") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("代表团参观了周总理纪念碑。", set()),
        ("宁湟证券交易所总经理Iman Halim表示，合作前景广阔。", {"Iman Halim"}),
        ("副市长李文达走进青江·明府大楼调研。", {"李文达"}),
    ],
)
def test_people(text: str, expected: set[str]) -> None:
    assert names(text, "Person") == expected


@pytest.mark.parametrize(
    ("text", "expected", "absent"),
    [
        ("来自长三角地区的企业来到西宁。", {"长三角"}, {"长三角地区"}),
        ("建设地点涉及石湾、柳母沟、云岭乡等11个乡镇。", {"云岭乡"}, {"11个乡镇"}),
        ("喀什地区与西宁市座谈。", {"喀什地区"}, {"喀什"}),
    ],
)
def test_places(text: str, expected: set[str], absent: set[str]) -> None:
    found = names(text, "Location")
    assert expected <= found
    assert not absent & found
