from __future__ import annotations

import pytest
from extracting import read

TABLE = [
    ("本报讯 6月3日，省长张建国赴大通县调研。", {("张建国", "大通县")}),
    ("省委书记李志明在银川、吴忠调研。", {("李志明", "银川"), ("李志明", "吴忠")}),
    ("副省长王海燕到西宁市大通县考察。", {("王海燕", "大通县")}),
    ("市长陈国栋先后来到青海宏远科技有限公司、南川工业园区，调研企业生产情况。",
     {("陈国栋", "青海宏远科技有限公司"), ("陈国栋", "南川工业园区")}),
    ("县长马文强赴湟源县考察。县委副书记刘建军一同调研。", {("马文强", "湟源县"), ("刘建军", "湟源县")}),
    ("市委书记赵永强在副市长孙丽华陪同下，来到青海大学考察。", {("赵永强", "青海大学"), ("孙丽华", "青海大学")}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_who_visited_what(text, expected):
    assert set(read(text, "VISITED", place="青海")) == expected


@pytest.mark.parametrize(
    "text",
    [
        "会议要求，要深入学习贯彻习近平总书记考察青海重要讲话精神。",
        "记者来到大通县，村民们正在收麦。",
        "张建国强调，要深入贯彻落实省委部署。",
    ],
)
def test_formulas_and_strangers_visit_nothing(text):
    assert read(text, "VISITED", place="青海") == {}


def test_a_place_told_at_the_head_of_the_sentence_is_visited_too():
    text = "省长张建国深入大通县、湟源县调研。在宁湖湿地公园，张建国详细了解生态保护情况。"
    assert ("张建国", "宁湖湿地公园") in read(text, "VISITED", place="青海")


def test_a_visit_to_come_is_planned():
    triples = read("省长张建国将赴大通县调研。", "VISITED", place="青海")
    assert triples["张建国", "大通县"].properties["status"] == "planned"
