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


OTHER_TIMES = [
    # (text, the happening, who is there)
    ("青江论坛将于9月8日在宁河举行。外长李文达表示，将密切关注这次会议。", "青江论坛", set()),
    ("青江论坛将于9月8日在宁河举行。组委会主任李文达介绍，筹备已就绪。周明远将出席并致辞。", "青江论坛", {"周明远"}),
    ("青江论坛9月8日在宁河举行。外长李文达表示，合作很好。", "青江论坛", {"李文达"}),
    ("青江论坛9月8日在宁河举行。外长李文达在接受云岭社采访时说，很好。李文达指出，形势好。", "青江论坛", set()),
    ("青江论坛9月8日在宁河举行。外长李文达在论坛上说，合作很好。李文达还指出，形势严峻。", "青江论坛", {"李文达"}),
    ("青江论坛9月8日至10日举行。9月1日，书记李文达介绍了情况。9月9日，市长周明远指出，很好。", "青江论坛", {"周明远"}),
    ("云岭国呼吁举行危机会议。总统李文达说，和平可贵。", "危机会议", set()),
    ("在5月以青江国际论坛为契机举行首脑会谈时，李文达还向周明远传达了邀请。", "青江国际论坛", set()),
    ("3月，市长李文达在会见出席2021年青江竹编论坛主要嘉宾时表示，手艺要传下去。", "2021年青江竹编论坛", set()),
    ("李文达会见出席第三届青江论坛的云岭大学校长周明远。", "第三届青江论坛", {"周明远"}),
    ("李文达出席第三届青江论坛并会见嘉宾。", "第三届青江论坛", {"李文达"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "there"), OTHER_TIMES)
def test_who_only_speaks_of_a_happening_or_meets_its_guests_is_not_there(text, name, there):
    assert {who for who, meeting in read(text, "ATTENDED", place="青江") if meeting == name} == there


LECTURE = "8月8日，青江仲裁委员会举行培训会。培训特邀宁河大学教授赵立新作《合同效力》专题讲座。"


@pytest.mark.parametrize(
    ("text", "there"),
    [
        (LECTURE + "云岭大学教授李文达以《伦理》为题授课，副主任周明远作《规则》专题讲解。", {"赵立新"}),
        (LECTURE + "副校长李文达致辞。", {"赵立新", "李文达"}),
        ("8月8日，《合同效力》专题讲座在青江大学举行。宁河大学教授赵立新以《契约》为题授课。", {"赵立新"}),
    ],
)
def test_a_lecture_is_given_by_one(text, there):
    found = read(text, "ATTENDED", place="青江")
    assert {who for who, meeting in found if meeting == "《合同效力》专题讲座" and "大学" not in who} == there


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("副市长李文达、周明远分别出席青江数字贸易高峰论坛、青江卫生健康创新大会。",
         {("李文达", "青江数字贸易高峰论坛"), ("周明远", "青江卫生健康创新大会")}),
        ("副市长李文达、周明远分别出席青江数字贸易高峰论坛并讲话。",
         {("李文达", "青江数字贸易高峰论坛"), ("周明远", "青江数字贸易高峰论坛")}),
        ("云桥市工信局、云桥市卫健局分别举办数字贸易高峰论坛、卫生健康创新大会。",
         {("云桥市工信局", "数字贸易高峰论坛"), ("云桥市卫健局", "卫生健康创新大会")}),
        ("云桥市工信局、云桥市卫健局共同举办数字贸易高峰论坛。",
         {("云桥市工信局", "数字贸易高峰论坛"), ("云桥市卫健局", "数字贸易高峰论坛")}),
        ("云桥市政府计划在市长李文达举行云桥安全会议后开始排水。", set()),
        ("云桥市政府在市长李文达带领下召开云桥安全会议。",
         {("云桥市政府", "云桥安全会议"), ("李文达", "云桥安全会议")}),
        ("全市经济大会8月8日召开。今年是李文达主席提出倡议十周年。周明远提出，要合作。", {("周明远", "全市经济大会")}),
        ("全市经济大会8月8日召开。军方发布由其领导人李文达签署的命令，宣布成立新政府。", set()),
        ("全市安全大会8月8日召开。事件发生后，云桥市公安局已宣布进入紧急状态。", set()),
        ("全市安全大会8月8日召开。云桥市公安局在会上宣布了处罚决定。", {("云桥市公安局", "全市安全大会")}),
        ("云岭青年论坛8月8日在云桥市公安局举办。", set()),
        ("云岭青年论坛8月8日由云桥市公安局举办。", {("云桥市公安局", "云岭青年论坛")}),
        ("李文达爱人、钢琴家周明远参加云岭青年论坛。", {("周明远", "云岭青年论坛")}),
        ("李文达、钢琴家周明远参加云岭青年论坛。", {("李文达", "云岭青年论坛"), ("周明远", "云岭青年论坛")}),
    ],
)  # fmt: skip
def test_each_at_their_own_and_nobody_by_another_clause(text, expected):
    assert set(read(text, "ATTENDED", place="云桥", city="云桥")) >= expected
    assert not {who for who, _ in read(text, "ATTENDED", place="云桥", city="云桥")} - {who for who, _ in expected}


ELSEWHERE = [
    # another medium, another house, another day
    ("议员何林在首都大厦接受采访时说,分歧还在。何林指出,谈判会拖延。", {"李文达"}),
    ("另据云岭社报道,大使何林表示,分歧还在。", {"李文达"}),
    ("青江商会会长何林3月6日宣布,将推迟投票。", {"李文达"}),
    ("青江商会会长何林10日宣布,将推迟投票。", {"李文达"}),
    ("习近平总书记对防汛十分关心,总理何林提出明确要求。", {"李文达"}),
    ("有记者向李文达提问:总统何林是否来访?", {"李文达"}),
    ("由云桥出版社社长何林担任委员会主任。", {"李文达"}),
    ("另据云岭社报道,大使何林在座谈会上表示,分歧还在。", {"李文达", "何林"}),
    # on the spot, or of the same day
    ("青江商会会长何林在现场接受采访时说,很受鼓舞。", {"李文达", "何林"}),
    ("当天,青江商会会长何林表示,很受鼓舞。", {"李文达", "何林"}),
    ("青江商会会长何林8日表示,很受鼓舞。", {"李文达", "何林"}),
    ("青江商会会长何林致辞。", {"李文达", "何林"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "there"), ELSEWHERE)
def test_who_speaks_elsewhere_or_on_another_day_is_not_there(text, there):
    text = "全市工业座谈会3月8日在青江举行。李文达在会上讲话。" + text
    triples = read(text, "ATTENDED", place="青江", city="青江", date="2026-03-11")
    assert {who for who, meeting in triples if meeting == "全市工业座谈会"} == there


def test_who_joins_a_visit_does_not_attend_a_meeting_told_of_before():
    text = "5月8日,全省防汛会议在青江举行。李文达参加会议。7月25日上午,周明远走访慰问驻军。何林参加。"
    assert {who for who, _ in read(text, "ATTENDED")} == {"李文达"}


def test_who_reports_at_a_meeting_to_come_does_not_speak_at_the_one_that_plans_it():
    text = "3月8日,云桥市人大常委会举行第五次主任会议。"
    text += "会议决定,第六次会议于3月20日举行,拟安排的议题是:听取云桥市政府关于财政的报告。"
    assert ("云桥市政府", "云桥市人大常委会第五次主任会议") not in read(text, "ATTENDED")
