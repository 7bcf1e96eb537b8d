"""The day and year of an article (kg/read/dates.py, kg/read/years.py)."""

import pytest

from kg.read.assemble import Hints, read_page
from kg.read.dateline import read_dateline
from kg.read.dates import Known, day_of, in_closing, in_code, in_header, in_name, year_of_header, year_of_page
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


@pytest.mark.parametrize(
    ("text", "year"),
    [
        # What a year is called, and what is spoken of in some months only.
        ("市委召开会议。今年是“十四五”规划目标任务的关键一年。", 2024),
        ("今年是实现“十四五”规划目标任务的关键一年。", 2024),
        ("今年是全面贯彻落实党的二十大精神的开局之年。", 2023),
        ("今年是决胜全面小康、决战脱贫攻坚之年。", 2020),
        ("市委党纪学习教育读书班开班。", 2024),
        ("全市党史学习教育推进会召开。", 2021),
        ("参加巴黎奥运会的青江籍运动员回到家乡。", 2024),
        ("市委召开专题教育交流会。" + "会议交流了经验做法。" * 20 + "要像党史学习教育那样抓实。", 0),
        ("主题教育之后，巴黎奥运会冠军来到青江，讲述党史学习教育。", 2024),
        # Held for an anniversary, not said at one long ago.
        ("市委召开庆祝中国共产党成立100周年表彰会。", 2021),
        ("为纪念中国人民抗日战争暨世界反法西斯战争胜利80周年，市政协举办书画展。", 2025),
        ("学习在庆祝中国共产党成立100周年大会上的讲话。", 0),
        # Editions of fairs, also two in a year and one in two years.
        ("第135届中国进出口商品交易会开幕。", 2024),
        ("第二十届中国（深圳）国际文化产业博览交易会开幕。", 2024),
        ("第七届中国—阿拉伯国家博览会的客商来到青江。", 2025),
        # Plenaries: who names one and none later.
        ("传达学习党的二十届三中全会精神。", 2024),
        ("落实党的二十届二中、三中全会精神。", 2024),
        ("落实党的二十届三中、四中全会精神。", 2026),
        # Years of the old calendar.
        ("甲辰年公祭典礼在青江举行。", 2024),
        ("乙巳蛇年民俗文化周启动。", 2025),
        ("龙年新春招商会举行。", 2024),
        ("马年新春招商会举行。", 2026),
        ("羊年新春招商会举行。2026年，全县签约项目12个。", 2027),
        ("龙年新春招商会举行。2025年，全县签约项目12个。", 0),
        ("甲丑年没有这样的年份。", 0),
        # Years that are told with the one before, and sums of a year that is over.
        ("而去年（2022年）同期为3200万吨。", 2023),
        ("明年（2025年）开工。", 2024),
        ("2023年，全市规上工业增加值增长5.1%。", 2024),
        ("企业2019年落户，2021年，公司产值突破3亿元，2023年扩建。", 0),
    ],
)
def test_year_by_public_history(text: str, year: int) -> None:
    """Read in a report of 21 July."""
    assert year_of(text, 7, 21)[0] == year


@pytest.mark.parametrize(
    ("text", "month", "year"),
    [
        ("部署2024年经济工作。", 12, 2023),
        ("部署2024年经济工作。", 1, 2024),
        ("部署2024年经济工作。", 7, 0),
        ("传达学习党的二十届三中全会精神。", 2, 2025),
        ("党史学习教育总结会召开。", 1, 2022),
        ("开展党纪学习教育。", 2, 0),
    ],
)
def test_year_that_hangs_on_the_month(text: str, month: int, year: int) -> None:
    assert year_of(text, month, 20)[0] == year


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("5月12日，市政府召开常务会议。", "2024-05-12"),
        ("记者 李文达 通讯员 周明远 5月12日，市政府召开常务会议。", "2024-05-12"),
        ("他回忆说，5月12日，那天下着雨。", "2024-05-14"),
        ("据新华社电 记者13日从有关部门获悉，会议召开。", "2024-05-13"),
        ("本报讯（记者 李文达）县长周明远12日在会上宣布，校餐免费。", "2024-05-12"),
        ("本报讯（记者 李文达）“去年5月10日我还在外地。”13日，老周说。", "2024-05-13"),
        ("本报讯（记者 李文达）市政府定于6月1日开会。5月13日，筹备会举行。", "2024-05-13"),
        ("本报讯（记者 李文达）从5月20日起，公交8路调整。", "2024-05-14"),
        ("本报讯 记者从5月13日举行的发布会上获悉，公交8路调整。", "2024-05-13"),
        ("本报讯（记者 李文达）食堂20日起恢复供餐。", "2024-05-14"),
        ("本报讯（记者 李文达）食堂13日起恢复供餐。", "2024-05-13"),
    ],
)
def test_day_under_the_header_of_a_paper(text: str, day: str) -> None:
    assert day_of(text, read_dateline(text), Known(printed="2024-05-14"))[0] == day


def test_a_stamp_over_several_articles_is_not_that_of_each() -> None:
    stamp = "来源：云岭发布　2023-11-13 09:12\n\n"
    first = "市政府召开常务会议\n\n11月7日，市政府召开常务会议，市长周明远主持并讲话。\n\n"
    second = "冷链班列首发\n\n11月9日，冷链班列从云岭陆港驶出，八天后将抵达东盟。\n\n"
    days = [article.date for article in read_page(stamp + first + second, "x.txt", Hints())]
    assert days == ["2023-11-07", "2023-11-09"]
    (alone,) = read_page(stamp + first, "x.txt", Hints())
    assert alone.date == "2023-11-13"


@pytest.mark.parametrize(
    "header",
    ["May 14, 2024", "Tuesday, 14 May 2024", "青江日报 | 24.05.14 | 要闻", "中华民国一一三年五月十四日 星期二"],
)
def test_headers_in_other_ways_of_writing(header: str) -> None:
    assert in_header(header) == "2024-05-14"


def test_days_that_headers_and_texts_say() -> None:
    assert in_header("发布日期：112-05-06") == "2023-05-06"
    assert in_header("民国112年5月6日") == "2023-05-06"
    assert in_header("２０１２年６月５日　星期二") == "2012-06-05"
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


def test_the_year_that_most_articles_of_a_page_give() -> None:
    def year(*texts: str) -> int:
        return year_of_page([("", text, None) for text in texts])[0]

    assert year("刚刚过去的2024年", "2025年一季度") == 2025
    assert year("刚刚过去的2024年", "刚刚过去的2021年") == 2025  # no page is older than what it tells
    assert year("刚刚过去的2021年", "2022年一季度", "刚刚过去的2024年") == 2022
    assert year("无事可记。") == 0


def test_a_day_alone_on_a_page_without_a_header() -> None:
    first = "云岭与江南签约\n本报讯（记者 何林）11月28日，云岭市与江南大学签约。市长说，今年是“十四五”开局之年。\n\n"
    second = "感冒患者增多\n本报讯（记者 沈佳）29日，记者走访医院发现，感冒患者明显增多。\n\n"
    assert [article.date for article in read_page(first + second, "x.txt", Hints())] == ["2021-11-28", "2021-11-29"]


def test_what_a_notice_is_signed_with_comes_before_the_header() -> None:
    notice = "关于李文达任职的公告\n经研究，决定李文达任青江县水务局局长。\n特此公告。\n青江县人民政府\n2024年1月8日\n"
    (article,) = read_page("A07 公告 宁河日报 2024年1月9日 星期二\n\n" + notice, "x.txt", Hints())
    assert article.date == "2024-01-08"


def test_the_code_behind_a_wire_of_taiwan() -> None:
    assert in_code("周明远说，青年返乡需要支持。（编辑：李文达）1130312") == "2024-03-12"
    assert in_code("去年共发行1130312") is None
    assert in_code("（编辑：李文达）1139912") is None


def test_the_day_in_the_brackets_that_end_a_text():
    assert in_closing("试验区首条航线开通。（2024年11月15日）") == "2024-11-15"
    assert in_closing("试验区首条航线开通。（《青江日报》2024年11月5日）") == "2024-11-05"
    assert in_closing("办法自公布之日起施行。（2024年11月15日通过）") is None
    assert in_closing("协议（2024年11月15日）") is None


def test_days_in_chinese_numerals() -> None:
    assert in_header("二〇一八年九月廿八日 星期五") == "2018-09-28"
    text = "本报讯（记者 李文达）十月三日，石桥水库竣工。"
    known = Known(printed="1986-10-04")
    assert day_of(text, read_dateline(text), known)[0] == "1986-10-03"
    text = "新华社河湟一九八六年十二月二十一日电（记者李文达）国庆节前夕，水库竣工。"
    assert day_of(text, read_dateline(text), Known())[0] == "1986-12-21"
