"""Letters printed twice, words spaced out (kg/read/overprint.py)."""

import pytest

from kg.read.glyphs import at
from kg.read.overprint import undouble, unspace


@pytest.mark.parametrize(
    ("printed", "once"),
    [
        ("产业集群加速崛起产业集群加速崛起", "产业集群加速崛起"),
        ("““数字未来数字未来””", "“数字未来”"),
        ("两会两会连线连线", "两会连线"),
        ("迈进更加美好的迈进更加美好的““数字未来数字未来””", "迈进更加美好的“数字未来”"),
        ("开启一场新开启一场新““铝铝””途途", "开启一场新“铝”途"),
        ("补短板 强弱项补短板 强弱项", "补短板 强弱项"),
        ("要闻要闻 视点视点", "要闻 视点"),
    ],
)
def test_overprint_is_undone(printed: str, once: str) -> None:
    glyphs, doubled = undouble(at(printed, 7))
    assert (glyphs.text, doubled) == (once, True)
    assert all(printed[source - 7] == char for char, source in zip(glyphs.text, glyphs.sources, strict=True))


@pytest.mark.parametrize("words", ["高高兴兴", "天天", "20202020", "人人参与人人受益", "市委市政府", ""])
def test_words_that_repeat_stay(words: str) -> None:
    assert undouble(at(words, 0)) == (at(words, 0), False)


@pytest.mark.parametrize("line", ["★" * 40 + "招聘", "—" * 4000 + "要闻", "要闻" + "闻" * 4001, "甲乙" * 3000 + "丙"])
def test_a_line_of_fillers_is_looked_at_once(line: str) -> None:
    assert undouble(at(line, 0)) == (at(line, 0), False)


@pytest.mark.parametrize(
    ("spaced", "closed"),
    [
        ("网 络 运 维 能 力 ， 实 现 极 简 运 维 ； 对", "网络运维能力，实现极简运维；对"),
        ("1 月 20", "1月20"),
        ("超 1.3 万架 IDC 机架", "超1.3万架IDC机架"),
        ("（记者 朱基钗 杨依军", "（记者 朱基钗 杨依军"),
        ("西宁市科技局 海西州科技局", "西宁市科技局 海西州科技局"),
        ("省长李 文 达出席会议", "省长李文达出席会议"),
        ("参加会议的有周可、赵 青 山。", "参加会议的有周可、赵青山。"),
        ("县长王 明 李晓、周可", "县长王 明 李晓、周可"),
        ("（记者 沙马阿支 李 玥）", "（记者 沙马阿支 李 玥）"),
        ("（通讯员 高 雅）", "（通讯员 高 雅）"),
        ("省长李 文达 周可", "省长李 文达 周可"),
    ],
)
def test_spaces_that_only_fill_a_line(spaced: str, closed: str) -> None:
    assert unspace(at(spaced, 0)).text == closed
