"""Fields, buttons, menus, statements around an article, titles glued to its body (kg/read/frame.py, glued.py)."""

import time

import pytest

from kg.model import Article
from kg.read.assemble import Hints, read_page
from kg.read.frame import frame_of, is_slogan, values
from kg.read.headers import is_service

LEAD = "8月17日，青江市委书记方国梁到宁河县调研河道治理工作，实地察看清淤工程进展情况。"
REST = "方国梁指出，河道治理事关群众切身利益，要压实各级河长责任。市领导何林、沈佳参加。"
BODY = LEAD + REST


def _one(raw: str) -> Article:
    (article,) = read_page(raw, "page.txt", Hints())
    return article


@pytest.mark.parametrize(
    "line",
    [
        "2024-03-17 22:37 来源:青江日报",
        "2024年03月17日 08:05:12 | 来源：青江日报",
        "来源：青江日报　作者：李文达　编辑：周明",
        "发布时间：2024-03-17 浏览次数：1,204次 字号：[大 中 小]",
        "首页 > 新闻 > 国内",
        "您当前的位置：首页 > 要闻 > 正文",
        "【编辑:李文】",
        "（责任编辑：周明远 CN002）",
        "一审：李文 二审：周明 三审：何林",
        "实习编辑:李文 | 审校:周明 | 审核:何林 | 监制:沈佳",
        "返回搜狐，查看更多责任编辑：",
        "分享让更多人看到",
        "打印 关闭窗口",
        "上一篇：青江市召开会议 下一篇：宁河县开展培训",
        "声明：本网转载此文出于传递更多信息之目的，不代表本网观点。",
        "未经授权，不得转载。",
        "12345次浏览",
        "2023-11-08 04:25:17 香江日报 记者 陈大文",
        "2023-11-08 04:25 香江日报",
        "字体： 放大 缩小 分享：",
        "返回目录 放大 缩小 全文复制 上一篇",
        "https://www.example.com/a/1.html",
        "[2024/03/17  09:52]",
        "2024-03-17",
    ],
)
def test_lines_that_are_nothing_but_frame(line: str) -> None:
    found = frame_of(line)
    assert (found.start, found.end) == (len(line), len(line))


@pytest.mark.parametrize(
    "line",
    [
        LEAD,
        "2023年8月4日下午，青江财经学院党委书记李文达到校区调研。",
        "编辑出版工作座谈会在青江召开，来源于基层的声音受到重视。",
        "来源于生活的艺术，最能打动人心。",
        "记者从市水务局获悉，今年汛期来得早。",
        "作者李文达介绍，这部书写了十年。",
        "审核通过后，资金将直接拨付到户。",
        "正文 如下",
        "17日，博览会开幕。",
        "分享会在图书馆举行，读者踊跃参加。",
        "监制这部影片的是青江电影厂。",
        "（记者 李文达）",
        "返回家乡后，他办起了合作社。",
        "放大改革综合效应，推动高质量发展。",
        "缩小城乡差距，要靠产业。",
        "3.5 公里的河道已经清淤。",
        "声明发表后，各界反响热烈。",
    ],
)
def test_lines_without_a_frame(line: str) -> None:
    found = frame_of(line)
    assert (found.start, found.end) == (0, len(line))


def test_what_the_fields_say() -> None:
    found = frame_of("2024-03-17 22:37 来源：青江日报 作者：李文达 责任编辑：周明")
    items = (*found.before, *found.behind)
    assert values(items, "source") == ("青江日报",)
    assert values(items, "writer") == ("李文达",)
    assert values(items, "editor") == ("周明",)


@pytest.mark.parametrize(
    "before",
    [
        "，正文：",
        "2023-08-18，正文：",
        "[2023年08月18日]，正文：",
        "来源：青海日报  |  2023年08月18日 09:08:48，正文：  ",
        "青江在线 > 新闻 > 时政      2023-08-18 09:45:46  ，正文：",
        "http://www.example.com    2023年08月18日 09:30    来源：青江发布，正文：",
        "23-08-18 06:05，正文：",
        "，正文：来源：人民网－青海频道",
        "（来源：青江发布）",
        "记者：李文达，正文：",
    ],
)
def test_a_frame_glued_before_a_body(before: str) -> None:
    article = _one(before + BODY)
    assert article.text == BODY
    assert article.title == ""
    if "23" in before:
        assert article.date == "2023-08-18"
    if "青海" in before:
        assert article.place == "青海"


@pytest.mark.parametrize(
    "behind",
    [
        "返回搜狐，查看更多责任编辑：",
        "返回搜狐，查看更多                        责任编辑：",
        "(责任编辑：周晶 CN032)",
        "【编辑:李文】",
        "编辑：李文责任编辑：周明",
        "编辑 李文 校对 周明",
        "来源：青江发布返回搜狐，查看更多责任编辑：",
        "分享让更多人看到",
        "一审：李文 二审：周明 三审：何林",
        "本文属于原创文章，如若转载，请注明来源：青江调研https://news.example.com/1.html",
        "                 \t责编：李文 ]",
        "  【编辑:李文】            更多精彩内容请进入国内新闻",
    ],
)
def test_a_frame_glued_behind_a_body(behind: str) -> None:
    assert _one(BODY + behind).text.rstrip(" [\t") == BODY


TITLE = "方国梁到宁河县调研河道治理工作"


@pytest.mark.parametrize(
    ("raw", "title", "begins"),
    [
        (f"原标题：{TITLE}{BODY}", TITLE, LEAD[:6]),
        (f"原标题：{TITLE}近日，青江市委书记方国梁到宁河县调研河道治理工作。{REST}", TITLE, "近日，"),
        (f"原标题：{TITLE}新华社青江8月17日电（记者 李文）青江市委书记方国梁调研。{REST}", TITLE, "新华社"),
        (f"原标题：{TITLE}为深入推进河道治理，青江市委书记方国梁到宁河县调研。{REST}", TITLE, "为深入"),
        (f"原标题：{TITLE}“水清了，岸绿了，日子好了。”方国梁在宁河县调研时说。{REST}", TITLE, "“水清了"),
        (f"原标题：{TITLE}{TITLE} {BODY}", TITLE, LEAD[:6]),
        (f"原标题：{TITLE}编辑：李文{BODY}", TITLE, LEAD[:6]),
        (f"原标题：治水在路上 {TITLE}{BODY}", f"治水在路上 {TITLE}", LEAD[:6]),
        (f"（原标题：{TITLE}）\n{BODY}", TITLE, LEAD[:6]),
        (f"{TITLE}{BODY}", TITLE, LEAD[:6]),
        (f"{TITLE}据青江媒体青江网8月17日消息，方国梁到宁河县调研河道治理工作。{REST}", TITLE, "据青江"),
        (f"{TITLE}\n2023-08-18 09:12 来源：青海日报\n{BODY}", TITLE, LEAD[:6]),
        (BODY, "", LEAD[:6]),
        (f"中国青江宁河实业有限公司8月17日发布公告称，{REST}", "", "中国青江"),
        (f"1、{TITLE} {BODY}2、宁河县开工 {REST}", "", "1、"),
        (f"青江市委书记方国梁17日表示，要压实责任。{REST}", "", "青江市委"),
        (f"新华社青江8月17日电（记者 李文）青江市委书记方国梁8月17日，到宁河县调研。{REST}", "", "新华社"),
    ],
)
def test_a_title_glued_to_its_body(raw: str, title: str, begins: str) -> None:
    article = _one(raw)
    assert (article.title, article.text[: len(begins)]) == (title, begins)


def test_a_title_whose_end_nothing_tells_stays_in_the_text() -> None:
    article = _one(f"原标题：一县两策治河道见成效青江君注意到，在汛期，{REST}")
    assert article.title.startswith("一县两策治河道见成效")
    assert "青江君注意到，在汛期" in article.text


def test_captions_before_a_dateline_and_in_the_middle_go_behind() -> None:
    wire = "新华社青江8月17日电（记者 李文）方国梁到宁河县调研。"
    middle = "调研现场（受访者供图）"
    article = _one(f"清淤工程现场。{wire}{REST}{middle}据悉，工程年内完成。{REST}{REST}{REST}")
    assert article.text.startswith(wire)
    assert middle not in article.text
    assert article.text.endswith("清淤工程现场。")


def test_several_articles_each_with_its_own_day_and_source() -> None:
    other = "本报讯（记者 何林）宁河县物流园12日开工，总投资6.2亿元，园区分两期建设。县长沈佳出席开工仪式并讲话。"
    raw = (
        f"{TITLE}\n2023-08-18 09:12 来源：青海日报\n\n{BODY}\n\n"
        f"宁河县物流园开工\n2023-09-13 10:00 来源：河南日报\n\n{other}\n责任编辑：周明\n"
    )
    first, second = read_page(raw, "page.txt", Hints())
    assert [(a.title, a.date, a.place) for a in (first, second)] == [
        (TITLE, "2023-08-18", "青海"),
        ("宁河县物流园开工", "2023-09-13", "河南"),
    ]
    assert any("editors: 周明" in note for note in second.notes)


@pytest.mark.parametrize(
    ("line", "slogan"),
    [("文明健康 有你有我", True), ("讲文明树新风", True), ("市委召开会议", False), ("节约用水，人人有责", True)],
)
def test_slogans(line: str, slogan: bool) -> None:
    assert is_slogan(line) is slogan
    if slogan:
        assert line not in _one(f"{TITLE}\n\n{BODY}\n\n{line}\n").text


@pytest.mark.parametrize(
    "unit", ["来源：", "编辑 ", "首页 > ", "2023-08-18 ", "【", "原标题：", "上一篇 ", "| ", "记者 李文 ", "，正文："]
)
def test_long_runs_take_linear_time(unit: str) -> None:
    def seconds(count: int) -> float:
        start = time.perf_counter()
        frame_of(unit * count + "，青江")
        return time.perf_counter() - start

    seconds(50)
    short = max(min(seconds(400) for _ in range(3)), 0.005)
    assert seconds(4000) < 60 * short


@pytest.mark.parametrize(
    ("line", "service"),
    [
        ("热线：0900-8120000 广告：0900-8120001", True),
        ("热线：0900-8120000广告：0900-8120001", True),
        ("本报编辑部电话：0900-6600000 投稿邮箱：bao@ninghe.example", True),
        ("发行电话0900-6600000", True),
        ("0900-6600000", True),
        ("广告 他只是个司机，却一步步平步青云！", True),
        ("广告法修订草案公布", False),
        ("附件：", True),
        ("附件1：河湟市文旅发展情况.docx", True),
        ("2. 报名表.xls", True),
        ("今日天气：晴 气温8℃～22℃", True),
        ("产量：3260000吨 利润：47000万元", False),
        ("市民拨打热线12345反映问题。", False),
        ("热线电话开通一年接听来电46万次", False),
        ("附件：关于王小明同志任职的通知", False),
        ("市教育局发布2024.docx格式说明的通知。", False),
    ],
)
def test_where_a_paper_is_reached_and_what_a_site_gives(line: str, service: bool) -> None:
    assert is_service(line) is service


@pytest.mark.parametrize(
    ("page", "title"),
    [
        ("宁河钢铁报\n第1203期 2023年7月20日 星期四 本期四版 内部资料\n\n", "集团召开分析会"),
        ("《河湟教育报》\n2023年7月20日 星期四 第3版\n\n", "集团召开分析会"),
        ("您当前所在位置：首页 > 政务公开 > 发布会\n", "集团召开分析会"),
        ("校园要闻\n\n", "集团召开分析会"),
    ],
)
def test_what_stands_over_the_first_title_is_no_title(page: str, title: str) -> None:
    body = "本报讯（记者 李文达）7月18日，集团召开上半年经济活动分析会。党委书记周明远主持会议并讲话。"
    (article,) = read_page(f"{page}{title}\n{body}\n", "p.txt", Hints())
    assert (article.title, article.text) == (title, body)


TITLE = "方国梁到宁河县调研河道治理"
HEADS = (
    "首页\n>\n政务要闻\n>\n今日青江\n{title}\n发布时间：\n2024-09-21 08:03\n来源：\n青江日报\n浏览：\n12\n大\n中\n小",
    "登录\n注册\n无障碍\n首页\n办事服务\n{title}\n2024-09-21\n青江日报\n收藏",
    "{title}\n青江发布\n2024-09-21 08:03\n江苏\n关注",
    "{title}\nA-\nA\nA+\n2024年09月21日08:03\n来源：青江日报\n评论\n0",
    "您的位置:\n首页\n/\n新闻中心\n/\n公司要闻\n{title}\n日期：2024.09.21\n点击：\n233",
    "{title}\n2024\n09/21\n08:03\n青江日报客户端\n小\n中\n大\n朗读",
    "{title}\n原创 李文达 青江观察\n2024-09-21 08:03\n发表于青江\n#时政\n12个",
)


@pytest.mark.parametrize("head", HEADS)
def test_heads_of_sites_with_each_word_on_a_line(head: str) -> None:
    article = _one(head.format(title=TITLE) + f"\n{LEAD}\n{REST}\n责任编辑：\n何林")
    assert article.title == TITLE
    assert article.text.startswith(LEAD)
    assert article.date == "2024-09-21"


def test_a_header_of_a_paper_is_no_head_of_a_site() -> None:
    column = "两会\n时间\n"
    article = _one("要闻\n3\n2024年9月21日\n星期六\n" + column + TITLE + f"\n{LEAD}\n{REST}")
    assert article.title.endswith(TITLE)


def test_who_calls_a_paper_is_told_and_whom_it_calls_is_not() -> None:
    told = "昨晚，老人的女儿赵女士致电本报热线，希望找到那位恩人。"
    assert told in _one(f"{TITLE}\n{LEAD}\n{told}\n{REST}").text
    call = "如果您有线索，欢迎致电本报热线。"
    assert call not in _one(f"{TITLE}\n{LEAD}\n{REST}\n{call}").text


@pytest.mark.parametrize("day", ["2024年\n9月21日 星期六", "2024年\n9月21日\n星期六", "２０２４年９月２１日　星期六"])
def test_a_day_is_read_with_the_year_over_it(day: str) -> None:
    article = _one(f"宁河日报\n{day}\n第3版\n{TITLE}\n本报讯（记者 李文达）昨日，宁河县新建三所小学。\n{REST}")
    assert (article.date, article.title) == ("2024-09-21", TITLE)
