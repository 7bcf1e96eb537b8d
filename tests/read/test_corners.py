"""What fills the corners of a page, notices at its foot, section words and stamps of further articles on a site."""

from __future__ import annotations

import pytest

from kg.read.assemble import Hints, read_page
from kg.read.headers import is_header, is_imprint, is_of_site, is_service
from kg.read.kinds import Kind
from kg.read.lines import read_lines

FEATURE = """山里来了支教老师
本报记者 周明远
开学第一天，宁河县云岭小学的操场上升起了国旗。
新来的支教老师赵立新站在孩子们中间，有些紧张，也有些兴奋。
放学的铃声响起，孩子们围着赵老师不肯离开。
"""
NEWS = """石桥镇修通产业路
本报讯（记者 李文达）5月12日，石桥镇产业路通车，全长6公里。
"""
HEAD = "宁河日报\n2024年5月13日 星期一\n\n"


def _read(page: str) -> list[tuple[str, str]]:
    return [(article.title, article.text) for article in read_page(page, "x.txt", Hints())]


@pytest.mark.parametrize("title", ["关于召开青江县书画协会大会的通知", "县文化馆搬迁启事", "石桥镇道路施工公告"])
def test_a_notice_at_the_foot_is_an_article_of_its_own(title: str) -> None:
    found = _read(f"{HEAD}{FEATURE}{title}\n经研究，定于6月16日起施行，请有关人员准时参加。\n")
    assert [name for name, _ in found] == ["山里来了支教老师", title]
    assert found[0][1].endswith("不肯离开。")


@pytest.mark.parametrize(
    "box",
    [
        "停电通知\n5月16日 7:30—17:30 城北线检修，石桥新村停电\n",
        "【便民信息】\n旺铺转让 城北路店面68㎡ 13900000000\n",
        "汛期请勿在河道内游泳、垂钓\n县防汛抗旱指挥部办公室 宣\n",
        "声  音\n“不是让大家都停下来，而是把该停的停下来。”\n——一位企业负责人在座谈会上说\n",
        "今日活动一览\n★县妇联：义卖会，上午十时，文化广场\n★县文化馆：讲座，下午三时\n",
        "白菜价格行情（5月12日）\n城北  1.20  ↑\n石桥  1.10  ↓\n",
    ],
)
def test_what_fills_a_corner_is_in_no_article(box: str) -> None:
    found = _read(f"{HEAD}{FEATURE}\n{box}\n{NEWS}")
    assert [name for name, _ in found] == ["山里来了支教老师", "石桥镇修通产业路"]
    assert found[0][1].endswith("不肯离开。")


@pytest.mark.parametrize(
    "text",
    [
        "“我们一起来。”\n——这是他常说的话，也是全村人的心声。\n",
        "他在台上高声宣\n布开幕。\n",
    ],
)
def test_what_only_looks_like_a_corner_stays(text: str) -> None:
    found = _read(f"{HEAD}{FEATURE}{text}")
    assert len(found) == 1
    assert "".join(text.split()) in "".join(found[0][1].split())


def test_section_words_without_a_gap_are_no_title() -> None:
    other = NEWS.replace("石桥镇", "云岭乡").replace("5月12日", "5月11日")
    assert [name for name, _ in _read(f"{HEAD}综合\n{NEWS}国内\n{other}")] == ["石桥镇修通产业路", "云岭乡修通产业路"]


def test_a_kicker_with_letters_apart_belongs_to_its_title() -> None:
    second = NEWS.replace("本报讯（记者 李文达）5月12日，", "").replace("石桥镇修通产业路", "石桥镇产业路通车")
    found = _read(f"{HEAD}{FEATURE}\n“五 一”前 夕\n\n{second}")
    assert [name for name, _ in found] == ["山里来了支教老师", "“五一”前夕 石桥镇产业路通车"]


def test_a_title_begins_with_the_place_on_a_line_of_its_own() -> None:
    page = f"{HEAD}{NEWS}\n石桥镇：\n一场院坝会 解开五年结\n\n“水渠归哪边修，今天当面讲。”日前，石桥镇召开院坝会。\n"
    assert _read(page)[1][0] == "石桥镇： 一场院坝会 解开五年结"


def test_bulleted_titles_of_a_digest_stand_over_their_text() -> None:
    items = "●石桥镇办起夜校\n本报讯 石桥镇日前办起农民夜校，讲授养殖技术。（李文达）\n"
    items += "\n●云岭乡清理河道\n本报讯 云岭乡从4月初开始清理河道，共清运垃圾9车。（周明远）\n"
    assert [name for name, _ in _read(f"{HEAD}{NEWS}\n短   讯\n\n{items}")][1:] == ["石桥镇办起夜校", "云岭乡清理河道"]


@pytest.mark.parametrize(
    "stamp",
    [
        "2024-05-10 18:50:33 来源：宁河县人社局",
        "2024.05.10    分享：",
        "作者：本报记者 郝 婧 来源：宁河日报 时间：2024-05-10",
    ],
)
@pytest.mark.parametrize("head", ["相关新闻\n\n", "延伸阅读\n\n", ""])
def test_a_stamp_under_a_title_begins_another_article_of_a_site(head: str, stamp: str) -> None:
    first = "石桥镇修通产业路\n2024-05-12 09:30 来源：宁河融媒\n"
    first += "石桥镇产业路昨天通车，全长6公里，沿线三个村的群众出行更加方便，山货不愁卖。\n"
    second = f"专场招聘会办进文化广场\n{stamp}\n“没想到这么快就谈成了。”在文化广场举办的招聘会上，小汪签下了意向书。\n"
    found = read_page(f"{first}\n{head}{second}", "x.txt", Hints())
    assert [article.title for article in found] == ["石桥镇修通产业路", "专场招聘会办进文化广场"]
    assert [article.date for article in found] == ["2024-05-12", "2024-05-10"]


def test_links_behind_the_last_article_are_no_title() -> None:
    page = f"{NEWS}\n热门推荐\n冬天取暖千万别这么干！\n一图看懂个税汇算\n退休人员又有好消息！\n"
    assert _read(page)[0][0] == "石桥镇修通产业路"


@pytest.mark.parametrize(
    ("line", "service"),
    [
        ("周四最低温跌破12℃", False),
        ("续在38℃以上", False),
        ("今天  多云到阴  17℃～23℃  东北风4-5级", True),
        ("气象  今天白天到夜间：晴转多云，最高气温29℃，最低气温17℃。", True),
        ("读者服务专线05-5320000", True),
    ],
)
def test_forecasts_are_told_from_titles_with_a_temperature(line: str, service: bool) -> None:
    assert is_service(line) is service


def test_a_line_of_text_with_temperatures_stays_in_its_column() -> None:
    column = [
        "本报讯 连日来，宁河县城区最高气",
        "温在35℃～38℃之间，县总工会组织",
        "慰问组给一线职工送去绿豆汤和西",
        "瓜，共发放物资价值46万元。",
    ]
    found = _read(HEAD + "工会为一线送清凉\n\n" + "\n".join(column) + "\n")
    assert found[0][1] == "".join(column)


def test_heads_of_sites_and_small_papers() -> None:
    assert is_of_site("2024-05-20 第三批汇编 【字体：大 中 小】 【打印本页】")
    assert is_of_site("参与评论(37)")
    assert not is_of_site("2024-05-20 宁河县召开会议，部署【打印】工作。")
    assert is_header("宁河县内部资料准印证第0125号")
    assert is_imprint(
        "主办：中共宁河县委宣传部 承办：宁河县融媒体中心 准印证号：(青)2024-011（内部资料 免费交流）" + " " * 2
    )
    lines = read_lines("宁河县人民政府门户网站\n政务动态 | 部门动态 | 乡镇动态\n\n石桥镇修通产业路\n")
    assert lines[0].kind is Kind.MASTHEAD
    assert read_lines("首页 - 新闻资讯 - 公司动态\n")[0].kind is Kind.FRAME
    assert read_lines("【字号 大 中 小】 【我要评论(0)】 【推荐】\n")[0].kind in (Kind.MASTHEAD, Kind.FRAME)
    assert read_lines("□本版编辑  周明远  □电话 6630\n")[0].kind is Kind.MASTHEAD
    assert read_lines("河畔稻花香（摄影）    王立军\n")[0].kind is Kind.CAPTION


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("……参加仪式。\n（文：姜晓彤 图：王 宁 审核：殷红兵）", ("姜晓彤",)),
        (
            "本报宁河5月7日电 （全媒记者 陶 然 通讯\n员 覃 洁）今天，首艘电动客船驶出\n船闸，引来围观。",
            ("陶然", "覃洁"),
        ),
        ("三炼钢厂转炉炉龄达到20016炉，取得明显效果。\n（夏 咏 张 珂）", ("夏咏", "张珂")),
    ],
)
def test_writers(body: str, names: tuple[str, ...]) -> None:
    assert read_page(f"{HEAD}一篇报道的标题\n\n{body}\n", "x.txt", Hints())[0].reporters == names


@pytest.mark.parametrize(
    ("body", "day"),
    [
        ("本报讯 截至5月10日，全县已播种小麦3万亩。", "2024-05-13"),
        ("云岭之窗网5月11日消息 云岭县林业局完成古树普查。", "2024-05-11"),
    ],
)
def test_days(body: str, day: str) -> None:
    assert read_page(f"{HEAD}一篇报道的标题\n\n{body}\n", "x.txt", Hints())[0].date == day
