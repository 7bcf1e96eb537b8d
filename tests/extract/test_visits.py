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


LISTS = [
    (
        "5月6日上午，周明远夫人赵立新在李文达市长夫人陈秀英陪同下，来到宁河博物馆参观。",
        {("赵立新", "宁河博物馆"), ("陈秀英", "宁河博物馆")},
    ),
    ("8月1日，省住建厅厅长任海明一行7人，在西宁市副市长李金明、西宁市城管局局长汪光明等陪同下，到青海大学调研。",
     {("任海明", "青海大学"), ("李金明", "青海大学"), ("汪光明", "青海大学")}),
    ("7月30日，省卫健委主任李文达，省财政厅研究员万明一行来青海大学调研。省人社厅处长张国强；市政府副秘书长张立，市卫健委主任赵立新参加调研。",
     {(name, "青海大学") for name in ("李文达", "万明", "张国强", "张立", "赵立新")}),
    ("14日，董事长刘新民带队赴大通县、湟源县调研。15日，刘新民一行抵达湟源县，县委书记赵军明等一同调研。",
     {("刘新民", "大通县"), ("刘新民", "湟源县"), ("赵军明", "湟源县")}),
    ("6月3日，副市长李文达深入大通县调研。30日，副局长关志强率队调研申报工作。副省长陈国明分别陪同。",
     {("李文达", "大通县")}),
    ("副市长李文达赴大通县检查，并对防汛工作进行专题调研。区长杨国辛、一级调研员薛明陪同。",
     {("李文达", "大通县"), ("杨国辛", "大通县"), ("薛明", "大通县")}),
    ("省长李文达赴大通县调研。省委宣传部干部张立会见了到访的甲国总统。采访团将前往海东。", {("李文达", "大通县")}),
    ("市长李文达来到大通县，循着王文林同志在湟源县考察时的足迹，了解情况。", {("李文达", "大通县")}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_company_and_lists_over_clauses_go_along_and_strangers_do_not(text, expected):
    assert set(read(text, "VISITED", place="青海")) == expected


ON_DUTY = [
    ("周明远一行先后来到青海光伏产业园、大通县人民医院，详细了解运行情况。",
     {("周明远", "青海光伏产业园"), ("周明远", "大通县人民医院")}),
    ("周明远走进青海宏远科技有限公司生产车间，详细了解企业生产经营情况。", {("周明远", "青海宏远科技有限公司")}),
    ("周明远首先来到青江烈士陵园，向革命烈士敬献花篮。", {("周明远", "青江烈士陵园")}),
    ("周明远先后到西宁特钢、青海盐湖工业股份有限公司，看设备、问产量。",
     {("周明远", "西宁特钢"), ("周明远", "青海盐湖工业股份有限公司")}),
    ("海东市党政代表团赴大通县考察，市委书记周明远、市长赵立新参加考察。",
     {("周明远", "大通县"), ("赵立新", "大通县")}),
    ("周明远来到青海大学，至今已有三年。", set()),
    ("赵立新到青海宏远科技有限公司工作。", set()),
    ("海东市代表团赴大通县参加比赛，运动员周明远获得金牌。", set()),
    ("许多企业走进大通县，周明远说，这是好事。", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ON_DUTY)
def test_who_comes_to_see_visits_and_who_merely_comes_does_not(text, expected):
    assert set(read(text, "VISITED", place="青海")) == expected


def test_what_somebody_encourages_others_to_see_is_a_wish():
    triples = read("周明远鼓励学员多到大通县了解民情。", "VISITED", place="青海")
    assert {triple.properties.get("status") for triple in triples.values()} <= {"wished"}
    done = read("周明远到大通县了解民情。", "VISITED", place="青海")["周明远", "大通县"]
    assert done.properties.get("status") is None


ON_A_TOPIC = [
    ("省政协主席李文达在大通县围绕政协履职为民工作开展调研。", {("李文达", "大通县")}),
    ("李文达率队在湟源县开展专项调研。", {("李文达", "湟源县")}),
    ("李文达赴大通县就青海宏远科技有限公司搬迁工作调研。", {("李文达", "大通县")}),
    ("李文达就大通县项目建设开展调研。", set()),
    ("李文达在会上围绕大通县发展作调研汇报。", set()),
]


@pytest.mark.parametrize(("text", "expected"), ON_A_TOPIC)
def test_what_is_looked_into_is_no_place_that_is_visited(text, expected):
    assert set(read(text, "VISITED", place="青海")) == expected


GOING = [
    ("7月20日，李文达围绕社区治理，在宁海县深入调查研究。", {"宁海县"}),
    ("李文达先后在大通县、湟源县的边境一线考察工作。", {"大通县", "湟源县"}),
    ("李文达9日抵达柏林，随后与当地官员会面。", {"柏林"}),
    ("李文达曾任镇长。此次参访，他带着十余位厂长走访北京、海南两地。", {"北京", "海南"}),
    ("在云岭矿业有限公司，李文达详细了解安全防范措施落实情况。", {"云岭矿业有限公司"}),
    ("检查云岭矿业有限公司在云岭矿业有限公司，李文达详细了解安全防范措施落实情况。", {"云岭矿业有限公司"}),
    ("李文达率党政代表团赴大通县对接协作工作。其间，代表团先后来到青海宏远科技有限公司、石门村等地考察。",
     {"大通县", "青海宏远科技有限公司", "石门村"}),
    ("李文达前往大通县参加全国会议。", set()),
    ("李文达来到大通县工作已有三年。", set()),
    ("在云岭矿业有限公司，李文达表示要加强合作。", set()),
    ("列车抵达柏林，李文达说。", set()),
    ("李文达曾任镇长。记者走访北京、海南两地。", set()),
    ("李文达赴上海任职。", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "places"), GOING)
def test_who_goes_there_on_duty(text, places):
    assert {place for _, place in read(text, "VISITED", place="青海")} == places


LISTS = [
    (
        "孙海涛先后前往西宁市大通县北岭村、石家庄子村，湟源县南山村、红崖子村实地查看灾情。",
        {"北岭村", "石家庄子村", "南山村", "红崖子村"},
    ),
    ("孙海涛来到石门县考察，宁河县、青江县的经验值得学习。", {"石门县"}),
    ("孙海涛23日率团动身赴泰国、老挝和柬埔寨三个邻国访问。", {"泰国", "老挝", "柬埔寨"}),
    ("孙海涛一行先后到西宁综合保税区、南川产业园等，了解运营情况。", {"西宁综合保税区", "南川产业园"}),
    ("西宁市第二人民医院副院长孙海涛带领护士一行八人赴城东区清河街道开展义诊活动。", {"清河街道"}),
    ("孙海涛一行走访察看多巴镇宁村校舍受损情况。", {"宁村"}),
]


@pytest.mark.parametrize(("text", "goals"), LISTS)
def test_lists_of_goals(text: str, goals: set[str]) -> None:
    assert {goal for who, goal in read(text, "VISITED") if who == "孙海涛"} == goals


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("李文达一行还赴云岭养老院、青江大学、宁河科技公司等地调研。周明远、赵立新分别参加有关活动。",
         {("李文达", "云岭养老院"), ("李文达", "青江大学"), ("李文达", "宁河科技公司")}),
        ("省长李文达到青江市云岭集团调研。副省长周明远、赵立新分别参加调研。",
         {("李文达", "青江市云岭集团"), ("周明远", "青江市云岭集团"), ("赵立新", "青江市云岭集团")}),
        ("李文达在赴青江市、宁河县调研时与云岭集团、石门科技公司等企业召开座谈会。",
         {("李文达", "青江市"), ("李文达", "宁河县")}),
        ("在参观云岭集团时，李文达驻足观看。", {("李文达", "云岭集团")}),
        ("李文达以考察名义到云南省大理古城旅游。", set()),
        ("李文达到宁河县考察学习。", {("李文达", "宁河县")}),
        ("李文达走访调研了甲石村、宁河小学等云桥市援建项目。", {("李文达", "甲石村"), ("李文达", "宁河小学")}),
        ("李文达走访慰问了青江市在宁河县支医的医务工作者。", set()),
    ],
)  # fmt: skip
def test_pretexts_meetings_on_the_way_and_shared_tours(text, expected):
    assert set(read(text, "VISITED", place="青海")) == expected
