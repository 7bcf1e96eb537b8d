"""Names, short names and calls of divisions; countries."""

import re

import pytest

from kg.language.countries import country, country_abbreviation, is_country, is_region
from kg.language.divisions import (
    LEVELS,
    abbreviation,
    capital,
    divisions,
    find,
    province_of,
    provinces,
    short_name,
)
from kg.language.lexicon import table


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("西宁市", "西宁"),
        ("青海省", "青海"),
        ("新疆维吾尔自治区", "新疆"),
        ("内蒙古自治区", "内蒙古"),
        ("大通回族土族自治县", "大通"),
        ("海西蒙古族藏族自治州", "海西"),
        ("伊犁哈萨克自治州", "伊犁"),
        ("双江拉祜族佤族布朗族傣族自治县", "双江"),
        ("隆林各族自治县", "隆林"),
        ("东乡族自治县", "东乡"),
        ("管城回族区", "管城"),
        ("朔县", "朔县"),
        ("东区", "东区"),
        ("津市市", "津市"),
        ("清新区", "清新"),
        ("浦东新区", "浦东"),
        ("阿拉善盟", "阿拉善"),
        ("科尔沁左翼中旗", "科尔沁左翼中旗"),
        ("香港特别行政区", "香港"),
    ],
)
def test_short_names_are_made_by_rule(name, short):
    assert short_name(name) == short


@pytest.mark.parametrize(
    ("call", "path"),
    [
        ("西宁", ("青海省", "西宁市")),
        ("大通县", ("青海省", "西宁市", "大通回族土族自治县")),
        ("海西州", ("青海省", "海西蒙古族藏族自治州")),
        ("果洛", ("青海省", "果洛藏族自治州")),
        ("黔东南州", ("贵州省", "黔东南苗族侗族自治州")),
        ("凉山州", ("四川省", "凉山彝族自治州")),
        ("延边", ("吉林省", "延边朝鲜族自治州")),
        ("巴州", ("新疆维吾尔自治区", "巴音郭楞蒙古自治州")),
        ("石河子", ("新疆维吾尔自治区", "石河子市")),
        ("海淀", ("北京市", "海淀区")),
        ("大兴安岭地区", ("黑龙江省", "大兴安岭地区")),
        ("湟中县", ("青海省", "西宁市", "湟中县")),
        ("花莲县", ("台湾省", "花莲县")),
    ],
)
def test_a_division_is_found_by_what_people_call_it(call, path):
    assert find(call)[0].path == path
    assert find(call)[0].level == (LEVELS[len(path) - 1] if path[-1] not in ("石河子市", "海淀区") else "county")


def test_a_name_that_several_bear_gives_all_and_no_province():
    assert [item.path[0] for item in find("城关区")] == ["西藏自治区", "甘肃省"]
    assert province_of("城关区") is None
    assert find("无此地") == ()
    assert province_of("无此地") is None


def test_the_highest_level_decides_the_province():
    assert province_of("海南") == "海南"
    assert province_of("海南州") == "青海"
    assert province_of("吉林") == "吉林"
    assert province_of("格尔木市") == "青海"


def test_provinces_abbreviations_and_seats():
    assert len(provinces()) == 34
    shorts = {item.short for item in provinces()}
    assert shorts == {abbreviation(row[0]) for row in table("province_abbreviations")}
    assert abbreviation("湘") == "湖南"
    assert abbreviation("好") is None
    assert [capital(name) for name in ("青海", "内蒙古", "北京", "台湾", "火星")] == [
        "西宁", "呼和浩特", "北京", None, None,
    ]  # fmt: skip


def test_the_table_is_whole():
    assert len(divisions()) > 3300
    assert all(re.fullmatch(r"\d{6}", item.code) and len(item.short) >= 2 for item in divisions())
    assert all(item.path[-1] == item.name for item in divisions())
    assert {path for item in divisions() for path in item.path[:1]} == {item.name for item in provinces()}
    names = {item.name for item in divisions()}
    assert {row[0] for row in table("division_aliases")} <= names


def test_countries():
    assert is_country("冰岛")
    assert not is_country("青海")
    assert country("美利坚合众国") == "美国"
    assert country_abbreviation("俄") == "俄罗斯"
    assert is_region("东南亚")
    assert not is_region("西宁")
    assert all(is_country(row[1]) for row in table("country_abbreviations"))
    calls = [name for row in table("countries") for name in row]
    assert len(calls) == len(set(calls))
    assert len(table("countries")) > 195
