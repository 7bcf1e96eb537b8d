"""Hosts behind journeys, sums and commas, happenings on a theme, guests by their house or post, talks among several."""

from __future__ import annotations

import pytest
from extracting import read

HOSTS = [
    ("青江市文化局、宁河区教育局等有关单位赴丰河县开展“书香传情”图书捐赠活动。",
     {"青江市文化局", "宁河区教育局"}),
    ("青江省文化厅会同青江省教育厅到丰河县举行友谊纪念园开园仪式。", {"青江省文化厅", "青江省教育厅"}),
    ("青江市教育局联合宁河区教育局、云桥教育集团，在宁河中学举办“书香青江”读书活动启动仪式。",
     {"青江市教育局", "宁河区教育局", "云桥教育集团"}),
    ("青江市检察院到宁河中学举办“法治进校园”主题讲座。", {"青江市检察院"}),
    ("青江市公安局会同宁河区法院，依法打击犯罪，并举行退赃大会。", {"青江市公安局", "宁河区法院"}),
    ("“盛世青江”网上主题宣传启动仪式9日举行。“盛世青江”网上主题宣传由青江市委网信办，青江市文化局，"
     "青江广电集团联合主办。", {"青江市委网信办", "青江市文化局", "青江广电集团"}),
    ("青江市疾控中心党支部、宁河区疾控中心党支部联合开展主题为“强化基层”的支部主题党日活动。",
     {"青江市疾控中心党支部", "宁河区疾控中心党支部"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), HOSTS)
def test_who_holds_it(text, expected):
    found = read(text, "ATTENDED", place="青海")
    assert {who for (who, _), told in found.items() if told.properties["role"] == "host"} == expected


WHO = [
    ("8月3日，全市文化座谈会在西宁市举行。李文达、周明远等党史专家、红色场馆负责人，以及部分青年代表参与座谈会。",
     {"李文达", "周明远"}),
    ("8月3日，全市文化座谈会在西宁市举行。会上，李文达、周明远等委员，分别围绕基层治理等领域，提出了多条建议。",
     {"李文达", "周明远"}),
    ("宁河慈善信托捐赠仪式在西宁市举行。青江市民政局党组成员、二级巡视员，青江市慈善总会常务副会长，"
     "宁河区民政局局长等领导出席仪式。", {"青江市民政局", "青江市慈善总会", "宁河区民政局"}),
    ("宁河禁毒宣传活动启动仪式在西宁市举行。活动邀请青江市法院法官为学生授课。", {"青江市法院"}),
    ("宁河禁毒宣传活动启动仪式在西宁市举行。宁河大学300余名师生、青江市法院全体干警参加活动。",
     {"宁河大学", "青江市法院"}),
    ("宁河禁毒宣传活动启动仪式在西宁市举行。记者采访青江市法院法官，参加活动。", set()),
    ("宁河禁毒宣传活动启动仪式在西宁市举行。青江市法院邀请宁河公司入驻。", set()),
    ("“盛世青江”宣传启动仪式9日举行。在启动仪式上，通过视频参会的敦煌学者李文达表示，守护文物是一辈子的事。",
     {"李文达"}),
    ("“盛世青江”宣传启动仪式9日举行，青江儿童基金会及千余位行业精英出席启动仪式。", {"青江儿童基金会"}),
    ("国新办就退役军人工作有关情况举行新闻发布会，退役军人事务部司长李文达在会上表示，设施已有25万处。",
     {"国务院新闻办", "李文达"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), WHO)
def test_who_is_there(text, expected):
    assert {who for who, _ in read(text, "ATTENDED", place="青海")} == expected


MET = [
    ("青江市市长李文达、宁河市市长周明远、云桥市市长赵立新16日在西宁举行会谈。",
     {frozenset(("李文达", "周明远")), frozenset(("李文达", "赵立新")), frozenset(("周明远", "赵立新"))}),
    ("青江市市长李文达、宁河市市长周明远、云桥市市长赵立新16日在西宁出席会议。", set()),
    ("青江市市长李文达、副市长周明远、秘书长赵立新参加会谈。", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), MET)
def test_who_talks_among_several(text, expected):
    assert {frozenset(pair) for pair in read(text, "MET_WITH", place="青海")} == expected


def test_names_a_happening_after_its_theme():
    text = "宁河社区举行了首场以“童创未来”为主题的儿童议事活动，宁河社区书记李文达出席活动。"
    assert {meeting for _, meeting in read(text, "ATTENDED", place="青海")} == {"“童创未来”儿童议事活动"}


def test_gives_the_whole_its_hosts_and_not_what_opens_it():
    text = ("第二届青江摄影大展在西宁市开幕。第二届青江摄影大展启动仪式上，李文达致辞。"
            "本次活动由青江省摄影家协会主办。")  # fmt: skip
    assert ("青江省摄影家协会", "第二届青江摄影大展") in read(text, "ATTENDED", place="青海")
