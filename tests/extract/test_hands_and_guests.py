"""Hands that sign a paper told before, countries by one character each, talks whose guests are called a group."""

from __future__ import annotations

import pytest
from extracting import read

SIGNED = [
    ("西宁市政府与宁河公司签署战略合作协议。副市长李文达与宁河公司总经理周明远代表双方签约。",
     {("西宁市政府", "战略合作协议"), ("宁河公司", "战略合作协议"), ("李文达", "战略合作协议"),
      ("周明远", "战略合作协议")}),
    ("青江光伏协会与宁河光伏协会续签合作备忘录，李文达和周明远在文本上签字。",
     {("青江光伏协会", "合作备忘录"), ("宁河光伏协会", "合作备忘录"), ("李文达", "合作备忘录"),
      ("周明远", "合作备忘录")}),
    ("中俄两国签署《关于能源合作的谅解备忘录》。",
     {("中国", "关于能源合作的谅解备忘录"), ("俄罗斯", "关于能源合作的谅解备忘录")}),
    ("宁河科技公告称，拟收购青江芯片公司60%股权，并已与股东李文达签署股权转让协议。",
     {("宁河科技", "股权转让协议"), ("李文达", "股权转让协议")}),
    ("中美两国关系起伏不定，两国企业签署了协议。", set()),
    ("中日和平友好条约缔结45周年之际，外交部发言人李文达答记者问。", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SIGNED)
def test_who_signs(text, expected):
    assert set(read(text, "SIGNED", place="青海")) == expected


def test_projects_that_are_signed_do_not_sign_with_each_other():
    text = "签约会上，宁河纺织公司投资5亿元的纺纱项目、青江食品公司投资2亿元的预制菜项目成功签约。"
    assert read(text, "SIGNED_WITH", place="青海") == {}


MET = [
    ("绥化市副市长李文达带队到西宁市考察，西宁市副市长周明远与考察团一行进行座谈。", {frozenset(("李文达", "周明远"))}),
    ("海西州州长李文达率团访问西宁，省长周明远在西宁与其举行会谈。", {frozenset(("李文达", "周明远"))}),
    ("青江集团董事长李文达一行到访宁河集团。座谈会上，宁河集团董事长周明远介绍了情况。李文达表示，希望加强合作。",
     {frozenset(("李文达", "周明远"))}),
    ("总理李文达在河内同越南总理周明远会谈后共同会见记者。", {frozenset(("李文达", "周明远"))}),
    ("外长李文达主持会晤，周明远出席。", set()),
    ("青江集团董事长李文达一行到访宁河集团。座谈会上，宁河集团董事长周明远介绍了情况。", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), MET)
def test_who_meets_whom(text, expected):
    assert {frozenset(pair) for pair in read(text, "MET_WITH", place="青海")} == expected


def test_firms_that_sign_with_whom_nobody_tells_do_not_sign_with_each_other():
    text = "西宁市招商推介会召开，宁河科技公司、青江锂电公司、远东食品公司等企业现场签约。"
    assert read(text, "SIGNED_WITH", place="青海") == {}
