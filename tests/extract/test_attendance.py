from __future__ import annotations

import pytest
from extracting import read

FORUM = "6月3日，第三届高原牦牛产业论坛在西宁举行。"
H, S, P = "host", "speaker", "participant"

TABLE = [
    ("省长张建国出席并致辞，副省长王海燕主持。", {"张建国": S, "王海燕": H}),
    ("省委书记李志明，省委副书记、省长张建国讲话。", {"李志明": S, "张建国": S}),
    ("市领导刘建军、马文强，大通县县长赵永强等参加论坛。", {"刘建军": P, "马文强": P, "赵永强": P}),
    ("出席论坛的还有：刘建军，马文强。", {"刘建军": P, "马文强": P}),
    ("论坛由省长张建国主持。", {"张建国": H}),
    ("论坛上，刘建军、马文强等代表围绕畜牧业转型、品牌建设，就延长产业链发言。", {"刘建军": S, "马文强": S}),
    ("张建国指出，要做强牦牛产业。", {"张建国": S}),
    ("张建国认真听取发言。", {}),
    ("张建国要求，贯彻落实习近平总书记重要讲话精神。", {"张建国": S}),
    ("会前，省长张建国参观了青海大学。", {}),
    ("有关部门负责人参加论坛。", {}),
]


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_who_attended_in_which_role(text, expected):
    triples = read(FORUM + text, "ATTENDED", place="青海")
    assert {ends[0]: triple.properties["role"] for ends, triple in triples.items()} == expected
    assert {ends[1] for ends in triples} <= {"第三届高原牦牛产业论坛"}


def test_organisations_host_and_speak_by_themselves_but_not_within_a_post():
    text = FORUM + "论坛由青海大学主办。西宁市教育局、湟源县政府负责人分别发言。青海省农业农村厅厅长刘建军出席论坛。"
    roles = {ends[0]: triple.properties["role"] for ends, triple in read(text, "ATTENDED", place="青海").items()}
    assert roles == {"青海大学": H, "西宁市教育局": S, "湟源县政府": S, "刘建军": P}


@pytest.mark.parametrize(
    ("text", "meeting"),
    [
        ("省长张建国在西宁主持召开座谈会。", "张建国在西宁主持召开座谈会"),
        ("西宁市委常委会召开会议。市委书记张建国主持会议。", "西宁市委常委会会议"),
        ("省委书记张建国参加省十四届人大三次会议海东代表团审议。", "青海省十四届人大三次会议海东代表团审议"),
        ("省长张建国来到海西代表团，同代表们一起审议。", "海西代表团审议"),
        ("高原蓄能示范项目签约。签约仪式由省长张建国主持。", "高原蓄能示范项目签约仪式"),
    ],
)
def test_a_meeting_without_a_name_of_its_own_gets_one(text, meeting):
    assert ("张建国", meeting) in read(text, "ATTENDED", place="青海")


def test_every_triple_shows_its_trigger_and_what_a_call_stands_for():
    triple = read(FORUM + "省长张建国主持会议。", "ATTENDED", place="青海")["张建国", "第三届高原牦牛产业论坛"]
    trigger = next(item for item in triple.evidence if item.role == "trigger")
    assert trigger.sentence == "省长张建国主持会议。"
    called = next(item for item in triple.evidence if item.role == "object")
    assert "第三届高原牦牛产业论坛" in called.via


def test_who_only_joins_a_talk_attends_it_and_meets_nobody():
    text = "省长张建国会见青海宏远科技有限公司董事长陈国栋一行。副省长王海燕参加会见。"
    attended = read(text, "ATTENDED", place="青海")
    assert {ends[0] for ends in attended} == {"张建国", "陈国栋", "王海燕"}
    assert set(read(text, "MET_WITH", place="青海")) in ({("张建国", "陈国栋")}, {("陈国栋", "张建国")})


LISTS = [
    ("远山基金会理事长李文达一行；省科技厅、青海大学相关负责人；周明兰教授出席论坛。",
     {"李文达": P, "青海省科技厅": P, "青海大学": P, "周明兰": P}),
    ("省科技厅厅长李文达，青海大学校长、省科协原副主席周明远研究员，省教育厅军民融合办主任陈国强出席论坛。",
     {"李文达": P, "周明远": P, "陈国强": P}),
    ("省科技厅厅长李文达，青海大学校长周明远，分别作题为《草，与牛》《牛》的主旨报告。", {"李文达": S, "周明远": S}),
    ("省科技厅代表李文达、省教育厅领导周明远参加论坛。", {"李文达": P, "周明远": P}),
    ("省委、省政府秘书长李文达参加论坛。", {"李文达": P}),
    ("李文达会见了甲国主席周明远，乙国总理张志强等，出席论坛。", {}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_lists_run_over_clauses_and_end_where_they_are_objects(text, expected):
    triples = read(FORUM + text, "ATTENDED", place="青海")
    told = {ends[0]: triple.properties["role"] for ends, triple in triples.items() if "论坛" in ends[1]}
    assert {name: role for name, role in told.items() if name != "李文达" or expected} == expected


CEREMONY = "8月8日，宁河科技园启用仪式在西宁举行。"
RITES = [
    ("现场，李文达与湖南机械公司总经理梁明军签订协议。", {"李文达": P, "梁明军": P}),
    ("会上，李文达与周明远共同为学院揭牌，青海大学书记马文强同校长刘国富签订了协议。",
     {"李文达": P, "周明远": P, "马文强": P, "刘国富": P}),
    ("李文达、周明远共同启动活动。", {"李文达": P, "周明远": P}),
    ("李文达分别会见甲国主席王明杰、乙国部长陈国文，出席启用仪式。", {"李文达": P}),
    ("青江律所负责人李文达及青江律所执行主任周明远在致辞中提到，园区很好。", {"李文达": S, "周明远": S}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), RITES)
def test_who_acts_before_the_guests_is_there(text, expected):
    triples = read(CEREMONY + text, "ATTENDED", place="青海")
    roles = {ends[0]: triple.properties["role"] for ends, triple in triples.items() if ends[1] == "宁河科技园启用仪式"}
    assert roles == expected
    assert ("王明杰", "宁河科技园启用仪式") not in triples


def test_all_that_was_told_is_attended_by_those_who_come_to_it_all():
    text = "李文达与周明远举行工作会谈，并出席甲证券与乙市战略合作协议签约活动。王云飞出席上述有关活动。"
    assert {end for name, end in read(text, "ATTENDED", place="青海") if name == "王云飞"} == {
        "李文达与周明远会谈", "甲证券与乙市战略合作协议签约活动",
    }  # fmt: skip


OCCASIONS = [
    ("中共中央、国务院8日在人民大会堂举行2024年春节团拜会。李文达主持团拜会，周明远、张国强出席。",
     "2024年春节团拜会", {"李文达", "周明远", "张国强"}),
    ("2024年新年戏曲晚会30日晚在西宁举行。领导人李文达、周明远等，同近千名群众一起观看演出。",
     "2024年新年戏曲晚会", {"李文达", "周明远"}),
    ("省委书记李文达4日在参加首都义务植树活动时强调，要植树。周明远、张国强参加植树。",
     "首都义务植树活动", {"李文达", "周明远", "张国强"}),
    ("省政协十三届二次会议4日在西宁开幕。李文达、周明远等到会祝贺。张国强在主席台前排就座。",
     "青海省政协十三届二次会议", {"李文达", "周明远", "张国强"}),
    ("甲国主席李文达和夫人彭丽华17日晚在西宁举行宴会。周明远、张国强等出席宴会。",
     "李文达在西宁举行宴会", {"周明远", "张国强"}),
    ("十四届全国人大二次会议主席团4日上午在人民大会堂举行第一次会议。李文达出席会议。",
     "十四届全国人大二次会议主席团第一次会议", {"李文达"}),
    ("李文达出席宪法宣誓仪式。", "宪法宣誓仪式", {"李文达"}),
    ("十四届全国人大常委会第九次委员长会议2日在北京举行。李文达出席会议。",
     "十四届全国人大常委会第九次委员长会议", {"李文达"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "people"), OCCASIONS)
def test_occasions_of_state(text, name, people):
    told = read(text, "ATTENDED", place="青海")
    assert people <= {who for who, what in told if what == name}
    assert read(text, "MET_WITH", place="青海") == {}


def test_a_meeting_of_chairs_that_does_not_sit_is_none():
    assert read("受委员长会议委托，李文达作了说明。", "ATTENDED", place="青海") == {}


TOGETHER = [
    ("由国家能源局和宁夏回族自治区党委政府共同举办的风电产业论坛在银川市召开。",
     {("国家能源局", "host"), ("宁夏回族自治区党委", "host"), ("宁夏回族自治区政府", "host")}),
    ("全省科技创新论坛由青江标准化研究院联合青江财经大学主办。",
     {("青江标准化研究院", "host"), ("青江财经大学", "host")}),
    ("在青江市教育局的指导下，青江财经大学主办全省数据官培训班开班仪式。",
     {("青江市教育局", "participant"), ("青江财经大学", "host")}),
    ("会议传达学习了李文达在全国科技工作座谈会上的讲话。", {("李文达", "speaker")}),
    ("会议传达学习了李文达关于全国科技工作座谈会的批示。", set()),
    ("在青江市教育局的指导下，青江财经大学加强管理。", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TOGETHER)
def test_who_hosts_with_another_guides_or_has_spoken_there(text, expected):
    found = read(text, "ATTENDED", place="青海")
    assert {(who, triple.properties["role"]) for (who, _), triple in found.items()} == expected


OPENS = "5月8日,第三届云岭生态论坛在西宁开幕。"
TOGETHER = [
    ("青海省科协邀请企业代表在西宁举办第三届云岭生态论坛。", {"青海省科协"}),
    ("青海省科协联合青海大学、青海省工商联等共同主办第三届云岭生态论坛。", {"青海省科协", "青海大学", "青海省工商联"}),
    (OPENS + "青海省商务厅、青海大学相关负责人就产业发展进行了交流。", {"青海省商务厅", "青海大学"}),
    (OPENS + "青海省商务厅、青海大学等50家单位进行了对接洽谈。", {"青海省商务厅", "青海大学"}),
    (OPENS + "来自青海省商务厅、有关厂、青海大学的干部代表分享了经验。", {"青海省商务厅", "青海大学"}),
    (OPENS + "消费者代表李文达、周明远先后陈述意见。", {"李文达", "周明远"}),
    ("5月8日,第三届云岭论坛开幕式在西宁举行。李文达出席开幕式。第三届云岭论坛为期两天。", {"李文达"}),
]


@pytest.mark.parametrize(("text", "there"), TOGETHER)
def test_who_holds_it_with_others_and_what_they_do_together(text: str, there: set[str]) -> None:
    found = read(text, "ATTENDED", date="2024-05-08", place="青海", city="西宁市")
    assert {who for who, _ in found} == there
    assert len({meeting for _, meeting in found}) == 1


def test_the_opening_of_a_conference_is_the_conference() -> None:
    text = "5月8日,第三届云岭论坛开幕式在西宁举行。李文达出席开幕式。第三届云岭论坛由青海省科协主办。"
    assert {m for _, m in read(text, "ATTENDED", date="2024-05-08", place="青海")} == {"第三届云岭论坛"}
    games = text.replace("云岭论坛", "云岭运动会")
    assert len({m for _, m in read(games, "ATTENDED", date="2024-05-08", place="青海")}) == 2


@pytest.mark.parametrize("words", ["他在会上指出", "会上，他强调", "她指出", "会上，他在致辞中表示"])
def test_who_was_named_speaks_on(words):
    text = f"3月8日，青江盐湖论坛在宁河举行。市长李文达出席。{words}，要加快建设。"
    found = read(text, "ATTENDED", place="青海")
    assert {ends[0]: triple.properties["role"] for ends, triple in found.items()}["李文达"] == "speaker"


@pytest.mark.parametrize("words", ["会议充分肯定了成效。指出", "会上，与会者认为", "会议指出"])
def test_what_a_meeting_says_is_said_by_nobody_named_before(words):
    text = f"3月8日，青江盐湖论坛在宁河举行。市领导周明远、赵立新参加。{words}，要加快建设。"
    found = read(text, "ATTENDED", place="青海")
    assert {
        ends[0]: triple.properties["role"] for ends, triple in found.items() if ends[0] in ("周明远", "赵立新")
    } == {
        "周明远": "participant",
        "赵立新": "participant",
    }


@pytest.mark.parametrize(
    ("words", "there"),
    [
        ("云岭公司董事长李文达感慨道，", True),
        ("“大家再接再厉。”云岭公司董事长李文达对同学们勉励道。", True),
        ("云岭公司董事长李文达语重心长地说，", True),
        ("云岭公司董事长李文达对记者感慨道，", False),
        ("云岭公司董事长李文达提醒了同事。", False),
    ],
)
def test_what_is_said_with_feeling(words, there):
    text = f"3月8日，青江科技大会在宁河举行。大会开了三天。{words}要加快建设。"
    found = read(text, "ATTENDED", place="青海")
    assert ("speaker" in {triple.properties["role"] for triple in found.values()}) is there
