"""Which of several happenings somebody attends: the one that studies another, the whole or its part, the one before."""

from __future__ import annotations

import pytest
from extracting import read

H, S, P = "host", "speaker", "participant"
SITTING = "3月5日，市长李文达主持召开宁河市政府第六次常务会议，研究第四届宁河农业博览会筹备等事项。"
OFFICE = "宁河市政府第六次常务会议"
SCHOOL = "第五届宁河歌手大赛在西宁落幕。次日，颁奖典礼在西宁举行，副省长周明远出席。"

TABLE = [
    # what a meeting studies, hears of, passes on or decides is attended by nobody there
    (SITTING + "会议听取了农业博览会筹备情况汇报。副市长周明远出席会议。",
     {("李文达", OFFICE): H, ("周明远", OFFICE): P}),
    (SITTING + "会议还传达了有关精神。副市长周明远、秘书长赵立新列席会议。",
     {("李文达", OFFICE): H, ("周明远", OFFICE): P, ("赵立新", OFFICE): P}),
    (SITTING + "会议决定，展会于11月举办，由副市长周明远作开场报告。", {("李文达", OFFICE): H}),
    (SITTING + "会议同意有关方案，建议由副市长周明远作说明。", {("李文达", OFFICE): H}),
    # but one that is held is
    (SITTING + "6日，第四届宁河农业博览会在西宁开幕。副市长周明远出席开幕式。",
     {("李文达", OFFICE): H, ("周明远", "第四届宁河农业博览会"): P}),
    ("3月5日，市委常委会召开会议，传达学习全省民营经济发展大会精神。市委书记李文达主持。市长周明远出席会议。",
     {("西宁市委常委会", "西宁市委常委会会议"): H, ("李文达", "西宁市委常委会会议"): H,
      ("周明远", "西宁市委常委会会议"): P}),
    # an opening is that of what is opened
    ("宁河市总工会第六次代表大会12日闭幕。当天，宁河市总工会六届一次全委会议召开。11日的开幕会上，市长李文达致辞。",
     {("李文达", "宁河市总工会第六次代表大会"): S}),
    # a contest's hosts are not those of its rite
    (SCHOOL + "大赛由青海省文化和旅游厅主办。",
     {("青海省文化和旅游厅", "第五届宁河歌手大赛"): H, ("周明远", "颁奖典礼"): P}),
    (SCHOOL + "典礼由青海省文化和旅游厅主办。", {("青海省文化和旅游厅", "颁奖典礼"): H, ("周明远", "颁奖典礼"): P}),
    # who goes on in his speech speaks where he was told to speak
    ("第九届宁河茶叶博览会20日在西宁开幕，省长李文达致辞。21日，宁河茶旅论坛在西宁举行，副省长周明远致辞。"
     "李文达在致辞中说，欢迎大家。",
     {("李文达", "第九届宁河茶叶博览会"): S, ("周明远", "宁河茶旅论坛"): S}),
    # what was held to prepare a meeting is not where the page goes on
    ("8月19日，宁河湿地保护座谈会在西宁召开，省长李文达主持。为开好这次座谈会，6月在大通召开了护渔队员座谈会。"
     "座谈会上，副省长周明远发言。",
     {("李文达", "宁河湿地保护座谈会"): H, ("周明远", "宁河湿地保护座谈会"): S}),
    # a part without a node is none of the page's happenings
    ("3月5日，宁河评估汇报会在西宁举行，市长李文达主持会议。反馈会由副市长周明远主持，秘书长赵立新出席。",
     {("李文达", "宁河评估汇报会"): H}),
    ("3月5日，宁河论坛在西宁开幕，市长李文达致辞。当天下午，两个分论坛同时举行。前者由副市长周明远主持。",
     {("李文达", "宁河论坛"): S}),
    # a meeting that only prepares a fair is not the fair
    ("3月6日，西宁市召开动员大会，部署第三届宁河文化博览会筹备工作。市长李文达出席会议。",
     {("李文达", "西宁市动员大会"): P}),
    ("3月6日，第三届宁河文化博览会在西宁开幕，市长李文达出席会议。", {("李文达", "第三届宁河文化博览会"): P}),
    # visitors and their hosts
    ("医院书记李文达一行来到宁河县人民医院，就医联体建设与该院召开座谈会。宁河县县长周明远主持。",
     {("宁河县人民医院", "李文达一行与宁河县人民医院座谈会"): H, ("李文达", "李文达一行与宁河县人民医院座谈会"): P,
      ("周明远", "李文达一行与宁河县人民医院座谈会"): H}),
    ("3月5日，宁河论坛在西宁开幕，市长李文达致辞。专题论坛上，副市长周明远演讲。",
     {("李文达", "宁河论坛"): S, ("周明远", "宁河论坛"): S}),
    # nor is another year
    ("3月5日，宁河援外医疗队出征仪式在西宁举行。2015年，部长李文达为他举行了欢迎会。", {}),
    # all that the page reports, not what one of them attended the day before
    ("市长李文达会见赵立新。赵立新此前一天出席了在西宁举行的宁河健康论坛。秘书长周明远参加上述活动。",
     {("李文达", "李文达会见赵立新"): P, ("赵立新", "李文达会见赵立新"): P, ("赵立新", "宁河健康论坛"): P,
      ("周明远", "李文达会见赵立新"): P}),
    # a clause with a subject of its own
    ("市长李文达参观了基地，校企双方召开座谈会。座谈会上，院长周明远发言。",
     {("李文达", "校企双方座谈会"): P, ("周明远", "校企双方座谈会"): S}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_attended_is_the_happening_that_is_meant(text, expected):
    triples = read(text, "ATTENDED", place="青海", city="西宁", date="2025-03-15")
    assert {ends: triple.properties["role"] for ends, triple in triples.items()} == expected
