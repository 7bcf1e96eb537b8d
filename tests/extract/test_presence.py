"""Who is something or does something at the happening that the page tells of, and who holds and backs it."""

from __future__ import annotations

import pytest
from extracting import read

H, S, P = "host", "speaker", "participant"
OPENS = "第三届云岭生态论坛5月8日在西宁开幕。"
THERE = [
    ("主席由青海大学教授周明远担任。", {"周明远": H}),
    ("青海省文联主席陈国强任评审组组长。", {"陈国强": P}),
    ("主讲人是青海大学教授周明远。", {"周明远": S}),
    ("镇长李文达挽起袖子为来宾盛粥。", {"李文达": P}),
    ("导演陈国强和村民看完了全片。", {"陈国强": P}),
    ("青海省科技厅厅长李文达、青海大学教授周明远一同敲响铜锣。", {"李文达": P, "周明远": P}),
]
NOT_THERE = [
    "镇长李文达因病缺席。",
    "没能到场的青海大学教授周明远发来视频。",
    "青海省科技厅厅长李文达作出批示。",
    "2006年,建筑师陈国强接手老街的修缮设计。",
    "青海大学教授周明远在社交媒体上转发了消息。",
    "“镇长李文达为乡亲修了路。”一位老人说。",
]
BACKED = [
    ("论坛由青海省科协主办,青海省地质院(省第二地质队)、青海省农业学会、青海大学(新校区)承办。",
     {"青海省科协": H, "青海省地质院": H, "青海省农业学会": H, "青海大学": H}),
    ("活动由青海省文联、青海省工商联(总商会)共同主办,青海省妇联、青海省科协等单位支持。",
     {"青海省文联": H, "青海省工商联": H, "青海省妇联": P, "青海省科协": P}),
    ("赛事得到青海省体育基金会、青海大学的大力支持。", {"青海省体育基金会": P, "青海大学": P}),
    ("青海省足球协会担任指导单位。", {"青海省足球协会": P}),
    ("论坛由青海省科协、青海大学合办,青海银行独家冠名。", {"青海省科协": H, "青海大学": H, "青海银行": P}),
]  # fmt: skip


@pytest.mark.parametrize(("more", "there"), [*THERE, *BACKED])
def test_who_is_there_and_as_what(more: str, there: dict[str, str]) -> None:
    found = read(OPENS + more, "ATTENDED", date="2024-05-08", place="青海", city="西宁市")
    assert {who: triple.properties["role"] for (who, _), triple in found.items()} == there


@pytest.mark.parametrize("more", NOT_THERE)
def test_who_is_elsewhere_or_at_another_time(more: str) -> None:
    assert read(OPENS + more, "ATTENDED", date="2024-05-08", place="青海", city="西宁市") == {}


def test_what_reporters_are_told_of_others_is_done_elsewhere() -> None:
    text = "5月8日,青海省科技厅例行新闻发布会举行。青海大学教授周明远造出了新材料。"
    assert "周明远" not in {who for who, _ in read(text, "ATTENDED", date="2024-05-08", place="青海")}


def test_hosts_of_a_chain_of_verbs_before_the_name() -> None:
    text = "5月8日,由青海省科协主办,青海大学、青海省农业学会承办的“第三届云岭生态论坛”在西宁开幕。"
    found = read(text, "ATTENDED", date="2024-05-08", place="青海")
    assert {who: triple.properties["role"] for (who, _), triple in found.items()} == {
        "青海省科协": H, "青海大学": H, "青海省农业学会": H,
    }  # fmt: skip
