"""Titles that nothing parts from the text, box, weather, picture or menu before them (kg/read)."""

import pytest

from kg.model import Article
from kg.read.assemble import Hints, read_page
from kg.read.frame import frame_of
from kg.read.furniture import is_masthead
from kg.read.headers import is_of_site
from kg.read.lines import Kind, read_lines

HEAD = "宁河商报 2024年5月14日 星期二 第2版\n"
# Sixteen letters a line; the last line of the first article is full.
ROAD = """青石公路全线通车
本报讯（记者 李文达）昨日上午十时，
全长86公里的青石公路全线通车，青江市
市长沈佳出席通车仪式并宣布正式通车了。
沿线十二个乡镇的农产品当天就能够进城，
果农都说盼望了二十年的好日子终于到了。
"""
SCHOOL_TEXT = """今年秋季学期开学以前，云岭县新建的三
所小学将全部投入使用，可以容纳四千人。
县教育局局长周明远介绍，三所小学的教师
招聘已经完成。
"""


def _read(page: str) -> list[Article]:
    return read_page(page, "a.txt", Hints())


def test_a_title_behind_a_full_last_line() -> None:
    first, second = _read(f"{HEAD}{ROAD}开学之前\n云岭县新建三所小学\n{SCHOOL_TEXT}")
    assert first.text.endswith("终于到了。")
    assert (second.title, second.text[:8]) == ("开学之前 云岭县新建三所小学", "今年秋季学期开学")


def test_a_subtitle_and_a_writer_behind_a_full_last_line() -> None:
    page = f"{HEAD}{ROAD}三所小学一条心\n——云岭县办好乡村教育的做法\n本报记者 何林子 通讯员 沈佳怡\n{SCHOOL_TEXT}"
    first, second = _read(page)
    assert first.text.endswith("终于到了。")
    assert second.title == "三所小学一条心 ——云岭县办好乡村教育的做法"
    assert second.reporters == ("何林子", "沈佳怡")


def test_a_place_with_a_colon_behind_a_full_last_line() -> None:
    wire = SCHOOL_TEXT.replace("今年秋季学期开学以前，", "新华社云岭5月13日电（记者 何林）今秋开学前，\n")
    first, second = _read(f"{HEAD}{ROAD}云岭县教育局：\n三所小学今秋开学\n{wire}")
    assert first.text.endswith("终于到了。")
    assert second.title == "云岭县教育局： 三所小学今秋开学"


def test_text_that_goes_on_is_no_title() -> None:
    # A short last line ends a paragraph; the sentence goes on behind a full line.
    (article,) = _read(f"{HEAD}{ROAD}据介绍，公路开工。\n建设者克服了高寒缺氧带来的重重困难，用\n三年完成工程。\n")
    assert article.text.count("\n") == 1 or "据介绍，公路开工。" in article.text
    assert "建设者" in article.text


def test_weather_ends_before_the_next_dateline() -> None:
    weather = "今日天气\n青江 多云转晴 19℃～31℃\n宁河 晴 16℃～32℃\n"
    lead = SCHOOL_TEXT.replace("今年秋季学期开学以前，", "本报讯（记者 何林）今年秋季学期开学前，\n")
    first, second = _read(f"{HEAD}{ROAD}{weather}云岭县新建三所小学\n{lead}")
    assert first.text.endswith("终于到了。")
    assert second.title == "云岭县新建三所小学"


def test_a_saying_under_its_name_is_no_title_of_the_next() -> None:
    lead = SCHOOL_TEXT.replace("今年秋季学期开学以前，", "本报讯（记者 何林）今年秋季学期开学前，\n")
    found = _read(f"{HEAD}{ROAD}安全警句\n上岗一分钟 安全六十秒\n{lead}")
    assert not any("安全" in article.title for article in found)


def test_a_box_of_whole_lines_behind_related_links() -> None:
    box = "相关链接\n青石公路规划全长86公里，总投资约为\n四十二亿元，是青江市建设的十大工程\n之一。\n"
    lead = SCHOOL_TEXT.replace("今年秋季学期开学以前，", "本报讯（记者 何林）今年秋季学期开学前，\n")
    first, second = _read(f"{HEAD}{ROAD}{box}云岭县新建三所小学\n{lead}")
    assert "相关链接" not in first.text
    assert second.title == "云岭县新建三所小学"
    assert "之一" not in second.text
    assert [line.kind for line in read_lines(box)] == [Kind.BOX, Kind.TEXT, Kind.TEXT, Kind.TEXT]


def test_links_behind_related_links_are_no_box() -> None:
    lines = read_lines("相关链接\n青江市召开春耕现场会\n石门县体育中心开放\n")
    assert {line.kind for line in lines} == {Kind.FRAME}


@pytest.mark.parametrize("picture", ["“福渔一号”平台全景", "青石公路全线通车现场", "石门大桥夜景"])
def test_the_title_of_a_picture_is_not_the_next_article_s(picture: str) -> None:
    road = (
        "本报讯（记者 李文达）昨日，全长86公里的青石公路全线通车。市长沈佳出席通车仪式。\n"
        "现场，沿线十二个乡镇的农产品装车进城，果农都说盼望了二十年的好日子到了。\n"
    )
    school = "本报云岭5月13日讯（记者 何林）今年秋季学期前，云岭县新建的三所小学将全部投入使用。\n"
    page = f"{HEAD}\n青石公路全线通车\n{road}{picture}\n云岭县：\n新建三所小学投入使用\n{school}"
    assert [article.title for article in _read(page)] == ["青石公路全线通车", "云岭县： 新建三所小学投入使用"]


def test_a_kicker_that_its_text_tells_is_kept() -> None:
    road = "本报讯（记者 李文达）昨日，全长86公里的青石公路全线通车。\n"
    school = "本报云岭5月13日讯（记者 何林）公路通车后，云岭县新建的三所小学今秋开学。\n"
    page = f"{HEAD}\n青石公路全线通车\n{road}青石公路通车后\n云岭县新建三所小学\n{school}"
    assert [article.title for article in _read(page)][1] == "青石公路通车后 云岭县新建三所小学"


def test_the_name_of_an_unknown_paper_is_no_title() -> None:
    lead = "本报讯（记者 何林）昨日，宁海湾深远海养殖平台投用，市长沈佳出席。平台由远航集团建造。\n"
    (article,) = _read(f"宁海日报\n深海粮仓再扩容\n宁海湾养殖平台投用\n{lead}")
    assert article.title == "深海粮仓再扩容 宁海湾养殖平台投用"


def test_a_call_of_a_reader_inside_a_sentence_is_text() -> None:
    page = ROAD.replace("沿线", "通车以前，出行很难，家住石门的何女士说，\n她拨打本报热线反映孩子们上学很难，沿线\n")
    (article,) = _read(f"{HEAD}{page}")
    assert "她拨打本报热线反映孩子们上学很难，沿线十二个" in article.text


@pytest.mark.parametrize("text", [
    "[顶一下 3] [踩一下 0] [举报]", "上一页 1 2 3 … 14 下一页", "共2条 | 第1页/共14页",
    "首页 资讯 供求 企业库 展会 招聘", "新闻线索：022－23600000",
])  # fmt: skip
def test_bars_of_a_site(text: str) -> None:
    assert is_masthead(text)


@pytest.mark.parametrize("text", ["[名词解释] 何为深海养殖？", "首页面试题公布，考生 如何 应对 变化", "一页一页读下去"])
def test_what_only_looks_like_a_bar(text: str) -> None:
    assert not is_masthead(text)


def test_channels_and_stamps_of_a_site() -> None:
    assert is_of_site("青江装备网·资讯频道")
    frame = frame_of("发布：2012-3-29 10:20:17　点击：846　来源：本站原创")
    assert frame.start == frame.end
    assert [item.kind for item in frame.before] == ["date", "note", "source"]
    assert frame_of("来源：青江发布 作者：何林").before[0].value == "青江发布"
    assert [item.value for item in frame_of("作者：□ 本报记者 何林 字数：276").before] == ["□ 本报记者 何林", "276"]
