"""The day and year of an article (kg/read/dates.py, kg/read/years.py)."""

import pytest

from kg.read.dateline import read_dateline
from kg.read.dates import Known, day_of, in_header, in_name, year_of_header, year_of_page
from kg.read.years import year_of


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("他说，刚刚过去的2024年，极不平凡。", 2025),
        ("今年是“十四五”规划收官之年，要", 2025),
        ("“十五五”开局之年", 2026),
        ("明年是“十五五”开局之年", 0),
        ("今年是新中国成立七十五周年。", 2024),
        ("适逢中国共产党成立103周年", 2024),
        ("2025年一季度，全市产值", 2025),
        ("8月1日，2023年草原赛马节在那曲开幕", 2023),
        ("第25届青洽会在西宁开幕", 2024),
        ("总投资较2023年增长一成", 2024),
        ("计划2027年建成", 0),
        ("企业2019年落户园区", 0),
        ("有关方面在2013年提出的“一路一带”倡议促进了合作", 0),
        ("2024“云上青江”论坛开幕", 2024),
        ("7月20日，2023宁河招商推介会在青江举行", 2023),
        ("1月8日，2023年度总结表彰大会在青江举行", 0),
        ("近日，2023年青江市对外宣传工作座谈活动启动", 2023),
        ("新品发布。《青江日报》（2022年07月20日02版）", 2022),
        ("2023年1-6月，全市产值", 2023),
        ("2022年以来，全市产值", 0),
        ("全市2023年第二批名单公布。企业于2021年获批该资金", 2023),
        ("总投资高于2022年同期增长两成", 2023),
    ],
)
def test_year_that_a_text_gives_away(text: str, year: int) -> None:
    assert year_of(text)[0] == year


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("企业于2022年7月18日披露年报。", 2022),
        ("企业成立于2018年7月18日，五年来不断壮大。", 0),
        ("自2022年7月18日起施行。", 0),
        ("企业于2022年3月2日披露年报。", 0),
        ("博览会将于2022年9月22日开幕。", 2022),
        ("工程计划于2024年9月22日完工。", 0),
        ("企业于2022年7月18日披露年报，2023年通过评审。", 0),
    ],
)
def test_year_by_days_of_the_same_weeks(text: str, year: int) -> None:
    """Read in a report of 21 July."""
    assert year_of(text, 7, 21)[0] == year


def test_days_that_headers_and_texts_say() -> None:
    assert in_header("发布日期：112-05-06") == "2023-05-06"
    assert in_header("民国112年5月6日") == "2023-05-06"
    assert year_of_header(["石桥村讯", "2024年第3期（总第27期）"])[0] == 2024
    text = "本报讯（记者 王一）从市体育局获悉，青江马拉松赛定于9月16日开跑。"
    assert day_of(text, read_dateline(text), Known(printed="2018-06-20"))[0] == "2018-06-20"
    wire = "新华社云岭八日电 云岭水电站今日发电。"
    assert day_of(wire, read_dateline(wire), Known(printed="1955-08-09"))[0] == "1955-08-08"


def test_day_with_what_the_page_knows() -> None:
    text = "本报讯（记者 王一）12月31日，市委召开会议。"
    dateline = read_dateline(text)
    assert day_of(text, dateline, Known())[0] == "--12-31"
    assert day_of(text, dateline, Known(printed="2025-01-02"))[0] == "2024-12-31"
    assert day_of(text, dateline, Known(year=2023, why="x")) == ("2023-12-31", "x")
    assert day_of("本报讯（记者 王一）昨日，市委", read_dateline(text), Known(printed="2025-03-01"))[0] == "2025-03-01"
    assert day_of("本报讯（记者 王一）28日，市委", read_dateline(text), Known(printed="2025-03-01"))[0] == "2025-02-28"
    assert day_of("这里的故事很长。2月3日，他来了。", None, Known(printed="2025-03-01"))[0] == "2025-03-01"
    assert day_of("这里的故事很长。2月3日，他来了。", None, Known())[0] is None
    site = Known(printed="2025-03-01", stamped=True)
    assert day_of("本报讯（记者 王一）2月27日，市委", read_dateline(text), site)[0] == "2025-03-01"
    wire = "新华社青江2月28日电（记者 王一）市委"
    assert day_of(wire, read_dateline(wire), site)[0] == "2025-02-28"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("青江风电场首批风机并网。李文摄青江网江州8月3日电（记者 王一）记者获悉，风电场并网。", "--08-03"),
        ("又一位首席将加盟。8月17日，青江新闻记者获悉，李文达将任所长。", "--08-17"),
        ("青江日报报业集团的智库升级了。记者8月9日从会上获悉，智库将扩容。", "--08-09"),
        ("图：市委书记李文达会见客人。8月2日，市委书记李文达会见宁河实业董事长一行。", "--08-02"),
        (
            "为落实校园安全的各项要求，做好我局的食堂检查，8月16日下午，我局召开座谈会。",
            "--08-16",
        ),
        ("在第十三个公益日来临之际，由青江市教育局主办、宁河中学承办的公益项目启动会于7月27日在江州举行。", "--07-27"),
        ("在第十三个公益日来临之际，由青江市教育局主办、宁河中学承办的公益项目启动会将于7月27日在江州举行。", None),
        ("这里的故事很长。2月3日，他来了。", None),
        ("李文达是宁河实业的创办人，这家公司从一间小小的作坊做起，几经沉浮，2007年12月17日，公司上市。", None),
        (
            "基金的业绩要看区间，有人算的是从年初到年中的收益，有人看的是仓位和回撤大小，7月15日至8月14日为正。",
            None,
        ),
    ],
)
def test_day_of_a_report_that_opens_otherwise(text: str, day: str | None) -> None:
    assert day_of(text, read_dateline(text), Known())[0] == day
    assert day_of(text, read_dateline(text), Known(printed="2024-09-01"))[0] == "2024-09-01"


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("西宁晚报_2024-03-27_A02.txt", "2024-03-27"),
        ("20240327.txt", "2024-03-27"),
        ("2024年3月7日.md", "2024-03-07"),
        ("000_4b32d83478f15db8.txt", None),
        ("12345678.txt", None),
        ("20241399.txt", None),
    ],
)
def test_day_in_a_name(name: str, day: str | None) -> None:
    assert in_name(name) == day


def test_day_in_a_header() -> None:
    assert in_header("2025年7月23日 星期三") == "2025-07-23"
    assert in_header("A02 要闻") is None


def test_a_page_that_contradicts_itself_tells_no_year() -> None:
    assert year_of_page(["刚刚过去的2024年", "2025年一季度"])[0] == 2025
    assert year_of_page(["刚刚过去的2024年", "刚刚过去的2021年"])[0] == 0


def test_days_in_chinese_numerals() -> None:
    text = "本报讯（记者 李文达）十月三日，石桥水库竣工。"
    known = Known(printed="1986-10-04")
    assert day_of(text, read_dateline(text), known)[0] == "1986-10-03"
    text = "新华社河湟一九八六年十二月二十一日电（记者李文达）国庆节前夕，水库竣工。"
    assert day_of(text, read_dateline(text), Known())[0] == "1986-12-21"
