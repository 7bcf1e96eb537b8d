"""Disciplines, prices, bundles of measures and figures of speech that end like works, and the works that stay."""

from __future__ import annotations

import pytest
from extracting import names, read

WORKS = [
    ("石门运动会乒乓球项目比赛举行。", set()),
    ("大会召开各竞赛项目技术代表会议。", set()),
    ("牙科洗牙和正畸项目享受减免30%优惠。", set()),
    ("青江市实施“四大提升工程”、推进“三大塑造行动”。", set()),
    ("青江市把安全作为“一把手”工程。", set()),
    ("要让“多读书”成为行动自觉。", set()),
    ("青江基建工程兵老兵李文达讲述故事。", set()),
    ("青江市制定“石门三年行动计划”。", set()),
    ("新车上市暨“护苗”公益项目启动仪式举行。", {"“护苗”公益项目"}),
    ("宁河集团发起灯塔同行——“新”渔民海上学艺计划。", {"灯塔同行——“新”渔民海上学艺计划"}),
    ("青江商会“益企”品牌项目获奖。", {"“益企”品牌项目"}),
    ("云岭公司与石门县政府洽谈年产5万吨养殖项目。", {"年产5万吨养殖项目"}),
    ("云岭集团启动“千企千村”行动。", {"“千企千村”行动"}),
    ("青江研发中心暨生产基地项目开工。", {"青江研发中心暨生产基地项目"}),
    ("购物节在石门购物中心正式启动。", set()),
    ("石门体育中心项目开工。", {"石门体育中心项目"}),
]


@pytest.mark.parametrize(("text", "works"), WORKS)
def test_what_is_a_work(text, works):
    assert names(text, "Project") == works


MAKERS = [
    ("青江县委副书记李文达表示，青江坚持绿色发展，全面实施“强芯”工程。", set()),
    ("云岭公司总经理李文达表示，将实施“强芯”工程。", {"云岭公司"}),
    ("李文达拜访云岭公司，就推进年产5万吨养殖项目与企业洽谈。", set()),
    ("青江县发改局批准在石门镇建设年产5万吨养殖项目。", set()),
    ("石门村党支部书记李文达，在青江村党支部书记周明远的分享中得到启发，介绍计划打造的“花海”项目。", set()),
    ("云岭公司在石门镇建设年产5万吨养殖项目。", {"云岭公司"}),
]


@pytest.mark.parametrize(("text", "makers"), MAKERS)
def test_who_makes_a_work(text, makers):
    assert {subject for subject, _ in read(text, "UNDERTAKES")} == makers
