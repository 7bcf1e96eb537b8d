"""Which happening a page goes on about, and who else takes part: bodies that speak, who is listed or accompanied."""

from __future__ import annotations

import pytest
from extracting import read

H, S, P = "host", "speaker", "participant"
HELD = "青江市离退休干部通报会5月8日在西宁举行。"
FORUM = "第三届云岭生态论坛5月8日在西宁开幕。"


def there(text: str) -> dict[tuple[str, str], str]:
    found = read(text, "ATTENDED", date="2024-05-08", place="青海", city="西宁市")
    return {ends: triple.properties["role"] for ends, triple in found.items()}


GOES_ON = [
    (HELD + "市委书记李文达通报六届市委六次全会有关情况。组织部部长周明远主持会议。", "周明远", "通报会"),
    (FORUM + "优胜者将获得参加2025年全国生态大赛的资格。青海省科协主席李文达出席开幕式。", "李文达", "生态论坛"),
    (FORUM + "8月16日将举行云岭旅游推介会。青海省科协主席李文达说,合作会更深。", "李文达", "生态论坛"),
    (FORUM + "各地举办环保座谈会40场次。会上,青海省科协主席李文达致辞。", "李文达", "生态论坛"),
    (FORUM + "举办云岭书画大赛旨在丰富生活。青海省科协主席李文达在致辞中说,保护生态人人有责。", "李文达", "生态论坛"),
]


@pytest.mark.parametrize(("text", "who", "meeting"), GOES_ON)
def test_what_is_only_spoken_of_is_no_scene(text: str, who: str, meeting: str) -> None:
    ends = [end for end in there(text) if end[0] == who]
    assert ends
    assert all(end[1].endswith(meeting) for end in ends)


MORE = [
    ("据悉,包括青海省科协主席李文达、青海大学教授周明远等人出席论坛。", {"李文达": P, "周明远": P}),
    ("青海大学教授陈国强陪同云岭国总统何林出席论坛。", {"何林": P, "陈国强": P}),
    ("论坛上,青江机械公司董事长致欢迎辞。", {"青江机械公司": S}),
    ("论坛上,青江机械公司表示,将继续投入。", {"青江机械公司": S}),
    ("青海省科协相关负责人表示,明年会更好。", {"青海省科协": S}),
    ("在青海大学教授周明远看来,生态保护任重道远。", {"周明远": S}),
    ("论坛由青海大学与青海省科协合作主办。", {"青海大学": H, "青海省科协": H}),
]


@pytest.mark.parametrize(("more", "expected"), MORE)
def test_who_else_is_there(more: str, expected: dict[str, str]) -> None:
    found = {who: role for (who, meeting), role in there(FORUM + more).items() if meeting.endswith("论坛")}
    assert found == expected


NOT_THERE = [
    "青江研究院、宁河中心同步揭牌。",
    "分析师周明远在节目上表示,价格会上涨。",
    "此前,青江机械公司董事长何林表示,工厂会扩建。",
    "论坛上,青海省科协介绍,国家主席特别代表将访问云岭。",
    "全体青海省政协委员列席。",
]


@pytest.mark.parametrize("more", NOT_THERE)
def test_who_is_not_there(more: str) -> None:
    assert {who for who, _ in there(FORUM + more)} <= {"青海省科协"}


def test_lists_of_cities_before_one_organ() -> None:
    found = there(FORUM + "宁河市委书记李文达,西宁、海东、格尔木等城市政协有关负责人出席论坛。")
    assert {"西宁市政协", "海东市政协", "格尔木市政协"} <= {who for who, _ in found}


def test_a_town_that_sends_somebody_acts() -> None:
    found = there(HELD + "会上,来自青江市商务局、石门街道的干部代表分享了体会。")
    assert "石门街道" in {who for who, _ in found}


TALKS = [
    ("李文达指出,两国合作前景广阔。周明远表示,愿加强合作。会谈后,两国领导人共同见证签署文件。", {"李文达", "周明远"}),
    ("青江市副市长李文达一行到宁河机械公司调研。随后,调研组进行座谈。何林表示,将继续努力。", {"何林"}),
]


@pytest.mark.parametrize(("text", "who"), TALKS)
def test_talks_of_which_the_head_is_lost(text: str, who: set[str]) -> None:
    assert who <= {one for one, _ in there(text)}


def test_who_attests_a_meeting_of_shareholders() -> None:
    text = "青江机械股份有限公司2024年第一次临时股东大会召开。本次股东大会见证的律师:李文达、周明远"
    assert {"李文达", "周明远"} <= {who for who, _ in there(text)}
