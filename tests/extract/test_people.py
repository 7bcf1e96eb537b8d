"""Names of people that the tagger cuts or takes for other words, and happenings that it takes for places."""

from __future__ import annotations

import pytest
from extracting import article

from kg.extract import extract

PEOPLE = [
    ("副省长南宫远到德令哈市调研。", "南宫远"),
    ("省长钟离若水6月20日说，路修好了。", "钟离若水"),
    ("市长上官霖致辞。", "上官霖"),
    ("市长尉迟明作动员讲话。", "尉迟明"),
    ("青江商会副会长令狐海作主旨演讲。", "令狐海"),
    ("州长泽让多吉在会上说，要修好路。", "泽让多吉"),
    ("县委书记尕玛松保在会上说，要保护好草场。", "尕玛松保"),
    ("牧民才让卓玛的帐篷里飘出奶香。", "才让卓玛"),
    ("牧民乌云其木格说，奶食店上月开业了。", "乌云其木格"),
    ("歌手呼斯楞登台演唱。", "呼斯楞"),
    ("来自德国的园艺师马克斯·克雷默用三天时间布置了一座花园。", "马克斯·克雷默"),
    ("温宿县农民买买提江·艾山把苹果装上了直播间。", "买买提江·艾山"),
    ("来自喀什的阿布都外力·吐尔逊当选副会长。", "阿布都外力·吐尔逊"),
    ("来自和田的买买提吐尔地·艾合买提经营干果。", "买买提吐尔地·艾合买提"),
    ("牧民别克木拉提·加勒哈斯家里来了客人。", "别克木拉提·加勒哈斯"),
    ("日本栃木县知事佐野健一一行来访。", "佐野健一"),
    ("来客先后拜会日本国会参议院议长佐野良一、众议院议长周明远。", "佐野良一"),
    ("云岭省农科院院长周子和院士表示，稻种还要再选三年。", "周子和"),
    ("云岭集团董事长任全在表示：“光伏板可降低水量。”", "任全在"),
    ("云岭集团董事长任全在大会上表示，公司发展良好。", "任全"),
    ("列席的有宁河茶会秘书长Peter K.L. Brown、石门纺织董事长何林。", "Peter K.L. Brown"),
    ("丰河国总统竞选人安娜·莫兰说，这条路走不通。", "安娜·莫兰"),
    ("请石门广播站播音员贝阿特丽斯·科尔瓦兰提一个问题。", "贝阿特丽斯·科尔瓦兰"),
    ("白杨村会计何某林、出纳何某全私分茶款，何某林挨了批评。", "何某全"),
    # What stands at the edges of a name from abroad is no part of it.
    ("县长伊万·科洛竟辩解称，没有责任。", "伊万·科洛"),
    ("那位老船长名叫贝尔托·卡斯蒂，出海四十年。", "贝尔托·卡斯蒂"),
    ("省长和伊万·科洛市长举行会晤。", "伊万·科洛"),
    ("集团指挥官伊万·科洛在接受采访时说，没有损失。", "伊万·科洛"),
    ("茶会会长哈桑·阿尔-卡里迪到场剪彩。", "哈桑·阿尔-卡里迪"),
    ("董事长阿里·格林表示，茶叶很好。", "阿里·格林"),
    ("集团主席弗拉基米尔·别洛科维奇说，茶园开了25年了。", "弗拉基米尔·别洛科维奇"),
    ("茶厂董事、总经理范文炯代为履行厂长职责。", "范文炯"),
    ("宁河县茶业局副局长李文作总结讲话。", "李文"),
    ("宁河县茶业局副局长周文作在茶会上发言。", "周文作"),
    ("王子哈桑·贝伦于9月来宁河县看茶。", "哈桑·贝伦"),
    ("作家林徽因在青江大学演讲。", "林徽因"),
    ("“海燕”台风即将来袭，副市长海燕到宁河县检查。", "海燕"),
]


@pytest.mark.parametrize(
    "text",
    [
        "今年第5号台风“杜鹃”登陆，杜鹃带来暴雨，市长李文达到宁河县检查。",
        "受强台风杜鹃影响，李文达出席防汛会议。",
        "青江集团总经理被查！",
        "“云桥·同心荟”健康基地揭牌，李文达出席。",
        "茶会在云邸·北京举行，李文达出席。",
        "青江法院石田法庭法官到宁河县开庭。",
        "水务局颁授“林长办+护林员驿站”牌匾。",
        "李文达督查林长制工作，田长制全面推行。",
    ],
)
def test_storms_houses_brands_and_verbs_are_no_people(text: str) -> None:
    assert names(text, "Person") <= {"李文达"}


def names(text: str, kind: str) -> set[str]:
    return {name for entity in extract(article(text)).entities if entity.type == kind for name in entity.names}


@pytest.mark.parametrize(("text", "name"), PEOPLE)
def test_names_are_whole(text: str, name: str) -> None:
    assert name in names(text, "Person")


@pytest.mark.parametrize(
    "text", ["省长东方快车上说。", "市长在南宫市调研。", "牧民其木格外高兴。", "农民德高望重。", "党员努力学习。"]
)
def test_words_behind_a_post_are_no_names(text: str) -> None:
    assert not names(text, "Person") & {"东方快车", "南宫市", "其木格外", "德高", "努力"}


@pytest.mark.parametrize(
    "text",
    [
        "李文达被任命为宁河茶校的教务主任和校长。",
        "调查组由常务副省长任组长。",
        "韩日防长可能商讨协定相关事宜，韩日关系改善。",
        "舒兰市稻田开镰，舒兰副市长周明远下田割稻。",
    ],
)
def test_links_verbs_countries_and_towns_are_no_people(text: str) -> None:
    assert not names(text, "Person") & {"和校长", "任组长", "韩日", "舒兰"}


@pytest.mark.parametrize("text", ["“丝路·青江之夜”开幕。", "“印象·宁河”大剧院启用。", "“买卖·好提”集市开张。"])
def test_dots_in_other_names(text: str) -> None:
    assert not names(text, "Person")


def test_what_has_editions_and_takes_place_is_a_meeting() -> None:
    text = "第三届鄱阳湖渔歌节在都昌县开幕。"
    assert "第三届鄱阳湖渔歌节" in names(text, "Meeting")
    assert "鄱阳湖渔歌节" not in names(text, "Location")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("凤阳县政府与皖岭玻璃有限公司签署光伏玻璃项目投资协议。", "光伏玻璃项目投资协议"),
        ("大同市政府与云桥集团签订煤炭清洁利用合作框架协议。", "煤炭清洁利用合作框架协议"),
        ("云桥集团与秦塬化工有限公司签署战略合作协议。", "战略合作协议"),
    ],
)
def test_papers_are_named_with_what_they_are_about(text: str, name: str) -> None:
    assert name in names(text, "Agreement")


def test_the_word_for_a_maker_is_no_part_of_its_name() -> None:
    text = "养殖工船启航。建造方北屿重工总经理应怀舟说，船已完工。"
    assert "北屿重工" in names(text, "Organization")


def test_a_party_committee_with_the_name_of_the_party() -> None:
    assert "金寨县委" in names("中共金寨县委日前印发意见。", "Organization")


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("尼泊尔总理普拉昌达同李文达举行会谈。", {"普拉昌达", "李文达"}),
        ("泰国总理赛塔抵达北京。", {"赛塔"}),
        ("日本参议员福岛瑞穗参加活动。", {"福岛瑞穗"}),
        ("老挝国家主席通伦会见代表团。", {"通伦"}),
        ("公司董事长一职由李文达兼任。", {"李文达"}),
        ("泰国总理当地时间12日发表讲话。", set()),
        ("市长热线开通，市委书记挂帅推进。", set()),
        ("宁河县委书记调研组到访。", set()),
    ],
)
def test_a_word_that_nobody_knows_is_a_name_behind_a_post(text, people):
    assert names(text, "Person") == people


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("凭着一张蓝图，村里干了十年。", set()),
        ("村里拉起三支文艺队。", set()),
        ("二是张文达表示，要加快建设。", {"张文达"}),
        ("8月3日张文达会见了客人。", {"张文达"}),
        ("张文达说，路修好了。", {"张文达"}),
    ],
)
def test_a_surname_behind_a_number_is_a_measure(text, people):
    assert {entity.name for entity in extract(article(text)).entities if entity.type == "Person"} == people


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("这些议员并没有见到李文达。", {"李文达"}),
        ("宁河县民政局局长李文达，周楼镇党委书记陈国强陪同。", {"李文达", "陈国强"}),
        ("美古领导人会晤，李文达说。", {"李文达"}),
        ("李文达表示，韩蒙两国关系很好。", {"李文达"}),
        ("与参议院议长佐野良一、众议院议长周明远会晤。", {"佐野良一", "周明远"}),
        ("会见议长安娜·莫兰-维尔和参议院议长托雷尔。", {"安娜·莫兰-维尔", "托雷尔"}),
        ("首相托马斯·莫兰维尔拒绝会见。上个月，莫兰维尔从北京来到江苏。", {"托马斯·莫兰维尔"}),
        ("丰河国国务卿莫桑出席会议。莫桑比克下了雨。", {"莫桑"}),
    ],
)
def test_what_is_nobody_and_whole_names(text, people):
    assert {entity.name for entity in extract(article(text)).entities if entity.type == "Person"} == people
