"""Datelines and reporters (kg/read/dateline.py)."""

import pytest

from kg.read.dateline import opens, read_dateline, read_reporters, writers
from kg.read.furniture import signed


@pytest.mark.parametrize(
    ("text", "source", "place", "day", "names"),
    [
        ("本报讯（特约记者 莫昌伟）1月20日上午，", "本报", "", (0, 0, 0), ("莫昌伟",)),
        ("新华社北京3月27日电(记者杨依军)3月27日,", "新华社", "北京", (0, 3, 27), ("杨依军",)),
        ("新华社阿斯塔纳5月13日电(记者 郑 涛 丽娜)上海合作组织", "新华社", "阿斯塔纳", (0, 5, 13), ("郑涛", "丽娜")),
        ("本报乃东10月11日电（记者 次旦旺姆 通讯员 罗 培）今年", "本报", "乃东", (0, 10, 11), ("次旦旺姆", "罗培")),
        ("石河子讯(记者 李 戈)5月13日,", "", "石河子", (0, 0, 0), ("李戈",)),
        ("凉山日报讯（记者 沙马阿支 李 玥）8月6日，", "凉山日报", "", (0, 0, 0), ("沙马阿支", "李玥")),
        ("团结报龙山讯（记者 向 民 通讯员 田茂林）", "团结报", "龙山", (0, 0, 0), ("向民", "田茂林")),
        ("中新网拉萨8月1日电 (记者 赵朗)", "中新网", "拉萨", (0, 8, 1), ("赵朗",)),
        ("中新网兰州7月29日电 (吴东泽)7月28日", "中新网", "兰州", (0, 7, 29), ("吴东泽",)),
        ("本报北京2024年3月5日电（记者 王小明）", "本报", "北京", (2024, 3, 5), ("王小明",)),
        ("新华社河湟一九八六年十月三日电（记者李文达）", "新华社", "河湟", (1986, 10, 3), ("李文达",)),
        ("本报宁河十二月二十一日讯（记者 何林）", "本报", "宁河", (0, 12, 21), ("何林",)),
        ("兵团日报讯（钱小渠）5月9日，", "兵团日报", "", (0, 0, 0), ("钱小渠",)),
        ("本报讯（宣传部 李文达 何林）5月9日，", "本报", "", (0, 0, 0), ("李文达", "何林")),
        ("本报讯（通报会现场）5月9日，", "本报", "", (0, 0, 0), ()),
        ("央视网消息（新闻联播）：今天", "央视网", "", (0, 0, 0), ()),
    ],
)
def test_datelines(text: str, source: str, place: str, day: tuple[int, int, int], names: tuple[str, ...]) -> None:
    found = read_dateline(text)
    assert found is not None
    assert (found.source, found.place, (found.year, found.month, found.day)) == (source, place, day)
    assert found.reporters == names


@pytest.mark.parametrize(
    "text", ["通讯产业（含设备）增长", "会议指出，要", "记者从市水务局获悉", "据悉，项目", "用电（含居民）"]
)
def test_what_is_no_dateline(text: str) -> None:
    assert not opens(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("全力打响名片，未来可期! (记者 樊娅楠)", ("樊娅楠",)),
        ("四川在线记者 王小明 文/图8月14日，省减灾中心", ("王小明",)),
        ("某某日报客户端记者 陈一 蒋二芳8月15日，", ("陈一", "蒋二芳")),
        ("会议强调，要抓落实。（完）", ()),
        ("会议强调，要抓落实。\n（办公室 李文达）", ("李文达",)),
        ("清理垃圾36吨。（何林）", ("何林",)),
        ("奖金已经到账。（作者丨何林 编辑丨沈佳）", ("何林",)),
        ("清理垃圾36吨（含柳湾）", ()),
    ],
)
def test_reporters_elsewhere(text: str, names: tuple[str, ...]) -> None:
    assert read_reporters(text) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("（贺子昂）", ("贺子昂",)),
        ("（李文达 何林）", ("李文达", "何林")),
        ("（炼铁厂 何林 范晓东）", ("何林", "范晓东")),
        ("（办公室 欧阳明）", ("欧阳明",)),
        ("（李文达、何林）", ("李文达", "何林")),
        ("（完）", ()),
        ("（全文）", ()),
        ("（左起）", ()),
        ("（张家口）", ()),
        ("（见第三版）", ()),
        ("（宁河县教育局 供稿）", ()),
        ("（2024年5月20日通过）", ()),
        ("（贺子昂）说", ()),
    ],
)
def test_writers_alone_in_brackets(line: str, names: tuple[str, ...]) -> None:
    assert signed(line) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("□ 李明", ("李明",)),
        ("■李文达 本报记者 周明远", ("李文达", "周明远")),
        ("■ 李文达 何林", ("李文达", "何林")),
        ("本报记者 周明远 通讯员 何林", ("周明远", "何林")),
        ("河湟日报社 记者 周明远", ("周明远",)),
    ],
)
def test_writers_of_a_line(line: str, names: tuple[str, ...]) -> None:
    assert writers(line) == names
