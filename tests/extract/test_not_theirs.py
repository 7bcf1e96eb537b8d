"""Names that only look like somebody's, a county's, this nation's or one firm's."""

from __future__ import annotations

import pytest

from kg.extract import extract
from kg.model import Article


def names(text, kind, place=None):
    found = extract(Article("a#0", "a", 0, "", text, "2024-08-09", place, None)).entities
    return {name for entity in found if entity.type == kind for name in entity.names}


@pytest.mark.parametrize(
    "text", ["铝业分会发布电解铝周评指出，各地成交清淡。", "协会发布钢材周评表示，价格周环比上涨。"]
)
def test_a_weekly_note_is_nobody(text):
    assert not names(text, "Person") & {"周评", "周环比"}


def test_somebody_of_that_surname_is():
    assert "周明远" in names("青江市委书记周明远指出，本周价格上涨。", "Person")


def test_the_police_are_no_county():
    assert not names("小何由母亲陪着到公安机关投案自首。", "Location", "湖北") & {"公安", "公安县"}
    assert "公安县" in names("采茶队在荆州石首市和公安县摆起了茶摊。", "Location", "湖北")


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("仪式上宣读了总统和总理的致辞。", False),
        ("倘若总统拒签，众院将于总理提请解散的三日内自行休会。", False),
        ("国家主席周明远和总理李文达会见了来访的总统。", True),
        ("总理在国务院会见了外国议会代表团。", True),
    ],
)
def test_a_premier_beside_a_president_is_not_of_this_nation(text, home):
    assert ("国务院" in names(text, "Organization")) is home


def test_two_bodies_of_one_person_are_two():
    text = "丰河茶集团办公室主任、丰河茶物流园公司党委书记李文达表示，仓库会扩建。丰河茶集团今年增产。"
    found = extract(Article("a#0", "a", 0, "", text, None, None, None)).entities
    assert not any({"丰河茶集团", "丰河茶物流园公司"} <= set(entity.names) for entity in found)
