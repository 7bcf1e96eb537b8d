"""Who does at a happening what only those do who are there; hosts beside hosts; meetings called by month or firm."""

from __future__ import annotations

import pytest
from extracting import read

ACTS = [
    ("西宁市第三届职工篮球赛昨日开幕，市总工会主席李文达为比赛开球。", {("李文达", "西宁市第三届职工篮球赛")}),
    ("第十届高原歌舞大赛决赛在西宁落幕，选手陈国强夺得冠军。", {("陈国强", "第十届高原歌舞大赛决赛")}),
    ("宁湖建政70周年庆祝大会隆重举行。省里有关单位祝贺团副团长李文达宣读贺电。",
     {("李文达", "宁湖建政70周年庆祝大会")}),
    ("首届宁湖诗歌节在西宁开幕，诗人李文达登台朗诵了作品。", {("李文达", "首届宁湖诗歌节")}),
    ("中国驻波兰大使馆同华沙大学8月2日共同举办中国文化日活动。",
     {("中国驻波兰大使馆", "中国文化日活动"), ("华沙大学", "中国文化日活动")}),
    ("驻法国大使李文达在巴黎举行庆祝建交60周年招待会。", {("李文达", "庆祝建交60周年招待会")}),
    ("李文达作为嘉宾出席第三届宁湖摄影节开幕活动。", {("李文达", "第三届宁湖摄影节开幕活动")}),
    ("国家发展改革委召开8月份新闻发布会，政研室副主任李文达介绍有关情况。",
     {("李文达", "国家发展改革委8月份新闻发布会"), ("国家发展改革委", "国家发展改革委8月份新闻发布会")}),
    ("宁河新材料股份有限公司2019年第二次临时股东大会决议公告\n会议由公司董事会召集，由董事长李文达先生主持。\n"
     "2、公司董事会秘书周明远女士出席了本次会议。",
     {("李文达", "宁河新材料股份有限公司2019年第二次临时股东大会"),
      ("周明远", "宁河新材料股份有限公司2019年第二次临时股东大会")}),
    ("第二届高原创新大赛决赛及颁奖仪式在西宁举行，市长李文达致辞。", {("李文达", "第二届高原创新大赛决赛及颁奖仪式")}),
    ("第十届高原歌舞大赛决赛在西宁落幕，评委说，陈国强曾获得过冠军。", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ACTS)
def test_who_acts_is_there(text, expected):
    assert set(read(text, "ATTENDED", place="青海")) == expected


def test_whose_hands_sign_are_at_the_ceremony() -> None:
    text = (
        "青江公司与宁河公司5月8日举行会谈并签署合作协议。青江公司董事长李文达出席签约仪式。"
        "青江公司经理陈国强与宁河公司经理赵立新代表双方签署了合作协议。"
    )
    found = {who for who, meeting in read(text, "ATTENDED", date="2024-05-08") if "签约" in meeting}
    assert found == {"李文达", "陈国强", "赵立新"}


def test_teams_that_play_are_there() -> None:
    text = "5月8日,2024全国女子手球超级联赛在西宁打响,青海队以28比26险胜甘肃队。"
    assert {who for who, _ in read(text, "ATTENDED", date="2024-05-08", place="青海")} == {"青海队", "甘肃队"}
