from __future__ import annotations

import pytest
from extracting import read

TABLE = [
    ("青海宏远科技有限公司与四川大学合作研发新型电池。", {("四川大学", "青海宏远科技有限公司")}),
    ("青海大学同兰州大学联合培养研究生。", {("兰州大学", "青海大学")}),
    ("青海大学联合兰州大学、四川大学启动高原医学研究。", {("兰州大学", "青海大学"), ("四川大学", "青海大学")}),
    ("项目由青海宏远科技有限公司牵头，联合四川大学组成联合体。", {("四川大学", "青海宏远科技有限公司")}),
    ("青海大学与四川大学签署合作协议。", set()),
    ("青海省气象局、四川大学日前联合印发通知。", {("四川大学", "青海省气象局")}),
    ("青海大学、四川大学6日对外联合发布报告。", {("四川大学", "青海大学")}),
    ("云桥边检总站第一协作区联合青海大学举办联谊会。", {("云桥边检总站第一协作区", "青海大学")}),
]


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_who_works_with_whom(text, expected):
    assert set(read(text, "COOPERATES_WITH", place="青海")) == {tuple(sorted(pair)) for pair in expected}


def test_a_wish_is_no_cooperation():
    found = read("他希望青海大学与四川大学进一步加强合作。", "COOPERATES_WITH", place="青海")
    assert all(triple.properties["status"] == "wished" for triple in found.values())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("青海大学、兰州大学联合发布了研究成果。", {("兰州大学", "青海大学")}),
        ("大会由青海大学、兰州大学共同主办。", set()),
        ("大会由青海大学、兰州大学共同指导。", set()),
        ("青海大学、兰州大学共同为新基地揭牌。", set()),
        ("由青海大学、兰州大学等高校组成的联合考察队登上小岛。", {("兰州大学", "青海大学")}),
        ("会议提到上海合作组织、青海大学。", set()),
    ],
)
def test_lists_without_a_link(text, expected):
    assert set(read(text, "COOPERATES_WITH", place="青海")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("由临沂大学、宏达化工有限公司合作开发的新材料通过验收。", {("临沂大学", "宏达化工有限公司")}),
        ("宏达化工有限公司是华为公司的战略合作伙伴。", {("宏达化工有限公司", "华为公司")}),
        ("山东大学齐鲁医院对口帮扶沂南县人民医院。", {("山东大学齐鲁医院", "沂南县人民医院")}),
        ("沂南县人民医院与山东省立医院建立远程会诊关系。", {("山东省立医院", "沂南县人民医院")}),
        ("宏达化工有限公司依托清华大学研发新材料。两家单位合作多年。", {("宏达化工有限公司", "清华大学")}),
        ("宏达化工有限公司生产新材料。目前已联合清华大学研发新产品。", {("宏达化工有限公司", "清华大学")}),
        (
            "陇南县人民医院院长李明介绍，青岛大学附属医院派出的专家已到岗，两家医院通过远程平台结成了帮扶关系。",
            {("陇南县人民医院", "青岛大学附属医院")},
        ),
        ("临沂大学走访宏达化工有限公司。双方合作前景广阔。双方就深化合作进行交流。", set()),
    ],
)
def test_cooperation_in_other_words(text, expected):
    assert set(read(text, "COOPERATES_WITH", place="山东")) == {tuple(sorted(pair)) for pair in expected}


@pytest.mark.parametrize(
    "text",
    [
        "宏达化工有限公司终止了与临沂大学的合作。",
        "宏达化工有限公司原计划与临沂大学合作，后来搁置。",
        "宏达化工有限公司与临沂大学共建沂蒙育种基地，现已停止建设。",
    ],
)
def test_what_came_to_nothing_is_of_the_past(text):
    found = read(text, "COOPERATES_WITH", place="山东")
    assert {triple.properties.get("status") for triple in found.values()} <= {"former"}


TOGETHER = [
    "宁河燃机公司、云岭大学的联合课题组发现一种新材料。",
    "宁河燃机公司和云岭大学互为伙伴多年。",
    "宁河燃机公司与云岭大学是老搭档。",
    "宁河燃机公司选择云岭大学作为合作伙伴。",
    "宁河燃机公司的合作伙伴云岭大学提供技术。",
    "新机组由宁河燃机公司牵头、云岭大学参与研制。",
    "该成果由宁河燃机公司会同云岭大学完成。",
    "宁河燃机公司与云岭大学携起手来，攻克技术难题。",
    "宁河燃机公司、云岭大学连续三年共同开展巡诊。",
    "宁河燃机公司与云岭大学一道研制新机组。",
    "云岭大学是重点高校，宁河燃机公司与它已经合作五年。",
    "宁河燃机公司依托云岭大学的技术，与后者一道办起实训基地。",
    "由宁河燃机公司、云岭大学共建的研究院揭牌。",
    "在云岭大学配合下，宁河燃机公司研制出新机组。",
]


@pytest.mark.parametrize("text", TOGETHER)
def test_what_two_are_to_each_other_or_do_together(text):
    assert set(read(text, "COOPERATES_WITH")) == {("云岭大学", "宁河燃机公司")}


HELPED = [
    "石门县人民医院加入以青江市人民医院为龙头的医联体。",
    "石门县人民医院挂牌成为青江市人民医院医联体成员单位。",
    "青江市人民医院托管石门县人民医院。",
    "青江市人民医院对石门县人民医院实行全面托管。",
    "青江市人民医院选派专家支援石门县人民医院。",
]


@pytest.mark.parametrize("text", HELPED)
def test_a_hospital_that_helps_or_leads_another(text):
    assert set(read(text, "COOPERATES_WITH")) == {("石门县人民医院", "青江市人民医院")}


def test_towns_that_become_twins():
    text = "济南市与京都市缔结友好城市关系。"
    assert set(read(text, "COOPERATES_WITH")) == {("京都市政府", "济南市政府")}
    assert read(text, "SIGNED_WITH") == {}


APART = [
    "宁河燃机公司与云岭大学结束了五年的合作。",
    "宁河燃机公司推动更多企业与云岭大学建立合作机制。",
    "宁河燃机公司与云岭大学共同关心青年成长。",
    "宁河燃机公司与云岭大学展开激烈竞争。",
    "两位老人携手走过金婚，宁河燃机公司为他们补拍照片。",
]


@pytest.mark.parametrize("text", APART)
def test_nobody_works_with_another(text):
    assert read(text, "COOPERATES_WITH") == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("江海网8月1日消息，云岭集团宣布将与青江科技公司合作开发新型电池。", {("云岭集团", "青江科技公司")}),
        ("据宁河日报报道，云岭集团今日宣布，正与青江大学合作开发机器人。", {("云岭集团", "青江大学")}),
        ("据石门新闻网8月3日报道称，云岭集团与青江大学合作开发新药。", {("云岭集团", "青江大学")}),
        ("云岭集团8月1日宣布，与青江大学合作开发新药。", {("云岭集团", "青江大学")}),
        ("宁河日报与青江大学合作开发新闻软件。", {("宁河日报社", "青江大学"), ("宁河日报", "青江大学")}),
    ],
)
def test_who_only_tells_of_it_works_with_nobody(text, expected):
    found = set(read(text, "COOPERATES_WITH", place="青海"))
    assert found and found <= {tuple(sorted(pair)) for pair in expected}


TELLERS = [
    ("江海网8月1日消息，云岭集团宣布，将与云岭大学合作研发新药。", {("云岭大学", "云岭集团")}),
    ("“云岭学院由我校与宁河燃机公司共建。”李文达说。", set()),
    ("研究院由云岭集团与云岭大学共建。", {("云岭大学", "云岭集团")}),
]


@pytest.mark.parametrize(("text", "pairs"), TELLERS)
def test_who_tells_of_it_and_what_is_founded_work_with_nobody(text, pairs):
    assert set(read(text, "COOPERATES_WITH")) == pairs
