"""Who is only quoted, praised, awaited, excused or sends somebody else does not attend; who is welcomed to it does."""

from __future__ import annotations

import pytest
from extracting import read

FORUM = "第三届青海论坛3月8日在西宁举行。"
NAME = "第三届青海论坛"

TABLE = [
    ("青海大学校长李文达未能出席，派代表宣读了致辞。", set()),
    ("与会人员学习了李文达的讲话。", set()),
    ("按照李文达的要求，各部门要抓好落实。", set()),
    ("李文达发来贺信。", set()),
    ("李文达、周明远分别向论坛致贺信。", set()),
    ("青海大学校长李文达致贺辞。", {"李文达"}),
    ("青海大学校长李文达发表视频致辞。", {"李文达"}),
    ("何林还为论坛捐赠了藏品。", set()),
    ("李文达派特别代表周明远出席。", {"周明远"}),
    ("会议由省长李文达委托周明远主持。", {"周明远"}),
    ("会议传达学习了李文达在全国教育大会上的讲话精神。周明远主持。", {"周明远"}),
    ("市领导李文达、周明远参加。论坛指出，要加强合作。", {"李文达", "周明远"}),
    ("周明远表示，去年李文达出席了宁河论坛，成效显著。", {"周明远"}),
    ("陈国强欢迎约旦国王阿卜杜拉来华出席第三届青海论坛。", {"阿卜杜拉"}),
    ("近日宁河集团新任总裁李文达首次公开亮相。", set()),
    ("与会专家李文达、周明远等围绕产业升级展开热烈讨论。", {"李文达", "周明远"}),
    ("论坛邀请青海大学教授李文达作主旨报告。", {"李文达"}),
    ("下届论坛将邀请青海大学教授李文达作主旨报告。", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "there"), TABLE)
def test_only_those_who_are_there_attend(text, there):
    triples = read(FORUM + text, "ATTENDED", place="青海", city="西宁")
    assert {who for who, meeting in triples if meeting == NAME} == there


def test_a_verb_is_no_part_of_a_ceremony_and_a_monument_nobody():
    triples = read("副省长李文达、西宁市委书记陈国强出席协议签字仪式。", "ATTENDED", place="青海", city="西宁")
    assert set(triples) == {("李文达", "协议签字仪式"), ("陈国强", "协议签字仪式")}
    assert read("代表团参观了周总理纪念碑。", "HOLDS_POSITION") == {}


def test_who_is_honoured_by_a_meeting_does_not_attend_it():
    text = "纪念赵立新诞辰一百周年座谈会8月3日在宁海举行。陈国强在会上致辞。赵立新表示过，要多读书。"
    assert {who for who, _ in read(text, "ATTENDED")} == {"陈国强"}
