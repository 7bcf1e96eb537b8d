"""Happenings told by their kind alone, called after who convenes them, and talks called after the countries."""

from __future__ import annotations

import pytest
from extracting import names

CONVENED = [
    ("青江县委召开碰头会，县委书记李文达主持会议。", {"青江县委碰头会"}),
    ("8月7日，石门村党支部召开村民议事会，村支书李文达主持。", {"石门村党支部村民议事会"}),
    ("青江市民政局举行拜师仪式，局长李文达讲话。", {"青江市民政局拜师仪式"}),
    ("青江小学举办家长会，校长李文达致辞。", {"青江小学家长会"}),
    ("青江市民政局举行文艺汇演，局长李文达观看演出。", {"青江市民政局文艺汇演"}),
    ("云岭集团于公告发布后迅速召开交流会，董事长李文达表示要发展。", {"云岭集团交流会"}),
    ("青江市民政局每月召开碰头会，局长李文达参加。", set()),
    ("青江小学将举办家长会，校长李文达介绍。", set()),
    ("青江市民政局通过举办家长会、发放传单等方式宣传政策。", set()),
    ("青江市民政局举办各类家长会，局长李文达介绍。", set()),
    ("青江市民政局服务社会，局长李文达介绍。", set()),
]

COUNTRIES = [
    ("美日韩首脑会谈将于8月18日在云桥市举行。", {"美日韩首脑会谈"}),
    ("中越两军第二次边境高层会晤在云桥市举行。", {"中越两军第二次边境高层会晤"}),
    ("韩日两国16日以视频形式举行司局级技术性磋商。", {"韩日两国司局级技术性磋商"}),
    ("2023年3月，日韩两国政府举行了局长级政策对话。", {"日韩两国政府局长级政策对话"}),
    ("李文达表示，期待日中韩首脑会谈的恢复。", set()),
    ("中美应当加强对话。", set()),
    ("歌手李文达追思会在云桥市举行。", {"李文达追思会"}),
]


@pytest.mark.parametrize(("text", "expected"), [*CONVENED, *COUNTRIES])
def test_what_is_convened_bears_a_name(text: str, expected: set[str]) -> None:
    """What every body may hold is called after the one that does, once and not again and again."""
    assert set(names(text, "Meeting")) == expected
