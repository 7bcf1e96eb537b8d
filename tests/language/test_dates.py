"""Dates and numbers in sentences."""

from datetime import date

import pytest

from kg.language.dates import find_dates
from kg.language.numerals import number

PAPER = date(2024, 3, 28)


def read(text, reference=PAPER):
    return [(text[found.start : found.end], found.iso) for found in find_dates(text, reference)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2023年4月27日，会议召开", [("2023年4月27日", "2023-04-27")]),
        ("二〇二三年四月二十七日", [("二〇二三年四月二十七日", "2023-04-27")]),
        ("时间：2023-04-27 10:00", [("2023-04-27", "2023-04-27")]),
        ("2023.4.27", [("2023.4.27", "2023-04-27")]),
        ("２０２３年４月", [("２０２３年４月", "2023-04")]),
        ("2021年至2025年", [("2021年", "2021"), ("2025年", "2025")]),
    ],
)
def test_what_needs_no_reference(text, expected):
    assert read(text) == expected
    assert read(text, None) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3月27日下午", [("3月27日", "2024-03-27")]),
        ("1 月 20\n日上午", [("1 月 20\n日", "2024-01-20")]),
        ("记者27日获悉", [("27日", "2024-03-27")]),
        ("将于30日开幕", [("30日", "2024-03-30")]),
        ("12月31日", [("12月31日", "2023-12-31")]),
        ("去年11月", [("去年11月", "2023-11")]),
        ("今年10月底", [("今年10月底", "2024-10")]),
        ("上月20日", [("上月20日", "2024-02-20")]),
        ("昨日", [("昨日", "2024-03-27")]),
        ("本周一", [("本周一", "2024-03-25")]),
        ("上周日", [("上周日", "2024-03-24")]),
        ("本周一批项目", []),
        ("8月份", [("8月份", "2023-08")]),
        ("11月11-12日", [("11月11", "2023-11-11"), ("12日", "2023-11-12")]),
        ("27日本报讯", [("27日", "2024-03-27")]),
    ],
)
def test_what_the_day_of_the_paper_completes(text, expected):
    assert read(text) == expected
    assert all(iso.startswith("--") for _, iso in read(text, None))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12月19日，甲局与乙局签约", ["--12-19"]),
        ("12月19日至20日", ["--12-19", "--12-20"]),
        ("今年12月", ["--12"]),
        ("去年11月3日签约，今年5月末投产", ["--11-03", "--05"]),
        ("明年5月", []),
        ("去年", []),
        ("上月20日", []),
        ("8月份", ["--08"]),
        ("2月29日", ["--02-29"]),
        ("2月30日", []),
        ("27日", []),
        ("昨日", []),
        ("2021年5月开工，11月竣工", ["2021-05", "2021-11"]),
        ("2021年，5月3日", ["2021", "--05-03"]),
    ],
)
def test_a_day_whose_year_nobody_tells_keeps_its_month(text, expected):
    assert [iso for _, iso in read(text, None)] == expected


def test_a_date_completes_those_behind_it_in_its_sentence():
    text = "2021年5月3日开工，当天签约，11月竣工，当天交付。27日，"
    assert [iso for _, iso in read(text)] == ["2021-05-03", "2021-05-03", "2021-11", "2024-03-27"]
    assert [found.precision for found in find_dates(text, PAPER)] == ["day", "day", "month", "day"]
    assert [iso for _, iso in read("12月27日至1月3日")] == ["2023-12-27", "2024-01-03"]
    assert [iso for _, iso in read("2021年5月3日开工，11日竣工", None)] == ["2021-05-03", "2021-05-11"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "13月1日",
        "2月30日",
        "30年来",
        "27号楼",
        "3日内",
        "5日游",
        "100日元",
        "第3日",
        "3个月",
        "2.5日",
        "三日",
        "日本",
    ],
)
def test_what_is_no_date(text):
    assert read(text) == []


def test_a_leap_day_finds_its_year():
    assert read("2月29日", date(2025, 1, 5)) == [("2月29日", "2024-02-29")]
    assert read("31日", date(2024, 2, 10)) == [("31日", "2024-01-31")]


@pytest.mark.parametrize(
    ("text", "value"),
    [("27", 27), ("二十七", 27), ("十二", 12), ("一百零三", 103), ("二〇二三", 2023), ("三千二百万", 32_000_000),
     ("两亿", 200_000_000), ("一万亿", 10**12), ("千亿", 10**11)],
)  # fmt: skip
def test_numbers(text, value):
    assert number(text) == value


@pytest.mark.parametrize("text", ["", "好", "三个"])
def test_no_numbers(text):
    with pytest.raises(ValueError, match="no number"):
        number(text)
