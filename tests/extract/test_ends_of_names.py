"""Where names end that the tagger cut elsewhere, and names that only their surroundings tell."""

from __future__ import annotations

import pytest
from extracting import article, names, read

from kg.extract import extract


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("青石村党支部书记艾力江·麦麦提站在地头说。", "艾力江·麦麦提"),
        ("青石村党支部书记阿卜杜热西提带着党员修枝。", "阿卜杜热西提"),
    ],
)
def test_a_verb_of_one_character_is_no_part_of_a_name(text, person):
    assert names(text, "Person") == {person}


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("县博物馆馆长李雨在一旁调试展柜。", {"李雨"}),
        ("代县长李明和来自各乡的骑手一同出发。", {"李明"}),
        ("石门村党支部书记周立深有感触地说：“路通了。”", {"周立"}),
        ("青江市民政局局长周文明致闭幕辞。", {"周文明"}),
        ("青江市民政局局长周文致闭幕辞。", {"周文"}),
        ("大会选举宁河公司董事长周文成为监事长。", {"周文成"}),
        ("几年后，宁河公司董事长周文成为监事长。", {"周文"}),
        ("宁河公司董事长任全在表示：“不会减产。”", {"任全在"}),
        ("又一位院长被查，医生不愿多谈。", set()),
        ("主治医生曾警告，酒不能再喝。", set()),
        ("男子冲着劝阻的民警撒泼，被带走。", set()),
    ],
)
def test_words_behind_a_name_and_words_that_are_none(text, people):
    assert names(text, "Person") == people


def test_a_dateline_is_nobody():
    assert names("本报夏河讯（记者 丁一）2月4日，夏河县委副书记李文达带队检查消防安全。", "Person") == {"李文达"}


@pytest.mark.parametrize(
    ("text", "meeting"),
    [
        ("6月3日召开的全省防汛工作会议要求，各地要完成水库巡查。", "全省防汛工作会议"),
        ("20日开幕的第八届渔博会已迎客3.2万人次。", "第八届渔博会"),
    ],
)
def test_happenings(text, meeting):
    assert meeting in names(text, "Meeting")


@pytest.mark.parametrize("text", ["各地按照全省防汛工作会议要求，完成水库巡查。", "当地渔博会商品丰富。"])
def test_what_only_leads_somebody_is_no_happening(text):
    assert names(text, "Meeting") == set()


def test_a_line_begins_at_no_person():
    text = "8月12日，罗富至八腊高速公路开工。罗富至八腊高速公路全长约46公里。"
    assert names(text, "Project") == {"罗富至八腊高速公路"}
    assert names(text, "Person") == set()


@pytest.mark.parametrize(
    ("text", "works"),
    [
        ("罗八高速建设如火如荼。", {"罗八高速"}),
        ("宁岭公路建设如火如荼。", {"宁岭公路"}),
        ("宁岭公路工程局建设如火如荼。", set()),
        ("车队沿京藏高速行驶。", set()),
        ("经济高速增长，建设加快。", set()),
    ],
)
def test_a_line_by_a_character_of_each_end_is_a_work_while_it_is_built(text, works):
    assert names(text, "Project") == works


def test_a_stock_code_tells_a_firm_and_the_whole_name_is_its_own():
    text = (
        "青江重装（证券代码：301877）4月29日晚公告，公司拟投资建设生产线。"
        "公司全称青海青江重型装备股份有限公司，控股股东为青海青江控股集团有限公司。"
    )
    found = [one.names for one in extract(article(text, place="青海")).entities if one.type == "Organization"]
    (firm,) = (called for called in found if "青江重装" in called)
    assert "青海青江重型装备股份有限公司" in firm
    assert "青海青江控股集团有限公司" not in firm


def test_the_kind_of_a_firm_is_none():
    found = names("西宁上市公司云岭电缆再添大单。本周一，公司同石门电力建设有限公司签约。", "Organization")
    assert "云岭电缆" in found
    assert not any("上市公司" in name for name in found)


def test_whom_one_is_going_to_join():
    text = "李文达，男，汉族，1976年11月生，现任宁河县委副书记、县长，拟任省乡村振兴局副局长。"
    assert "青海省乡村振兴局" in names(text, "Organization")


def test_a_consulate_of_another_nation():
    found = read("塞尔维亚驻上海总领事彼得科维奇在义乌考察。", "HOLDS_POSITION", place="浙江")
    assert set(found) == {("彼得科维奇", "塞尔维亚驻上海总领事馆")}


def test_a_paper_whose_name_has_links_and_verbs():
    text = "宁河县政府与青江集团签下青海酱酒和页岩气协同发展合作协议。"
    assert names(text, "Agreement") == {"青海酱酒和页岩气协同发展合作协议"}


def test_a_province_and_its_city_of_one_name_are_two():
    places = [
        one.names
        for one in extract(article("吉林省吉林市雾凇满枝，吉林市客流增长。", place="吉林")).entities
        if one.type == "Location"
    ]
    assert sorted(called[0] for called in places) == ["吉林市", "吉林省"]
    assert not set(places[0]) & set(places[1])


def test_a_town_and_its_village_in_one_word_are_two_and_are_called_with_their_county():
    text = "白河县城关镇河街社区的古街游人如织。长春市朝阳区新增停车位。"
    found = {one.name: one.names for one in extract(article(text)).entities if one.type == "Location"}
    assert {"城关镇", "河街社区"} <= set(found)
    assert "白河县城关镇" in found["城关镇"]
    assert "长春市朝阳区" in found["朝阳区"]


def test_a_university_by_what_everybody_calls_it():
    text = "宁河县政府同华中农大签下茶产业校地合作协议，甘肃农大专家团队到场。甘肃农大力推广良种。"
    assert {"甘肃农大", "华中农大", "宁河县政府"} >= names(text, "Organization") >= {"甘肃农大"}


@pytest.mark.parametrize(
    ("text", "work"),
    [
        ("石门沟水利枢纽一期下闸蓄水成功。", "石门沟水利枢纽一期"),
        (
            "白音淖尔流域草原湿地一体化保护修复工程（二期）正在冲刺收官。",
            "白音淖尔流域草原湿地一体化保护修复工程（二期）",
        ),
        ("白音查干风电项目二期开工。", "白音查干风电项目二期"),
    ],
)
def test_works_with_their_phase_and_on_the_steppe(text, work):
    assert names(text, "Project") == {work}
    assert names(text, "Person") == set()


def test_a_group_is_not_the_limited_company_of_its_brand():
    text = "四川青江春酒业股份有限公司召开年度股东大会。青江春集团董事长李文达出席。"
    assert {"四川青江春酒业股份有限公司", "青江春集团"} <= names(text, "Organization")
