"""Characters and sentences (kg/language/text.py)."""

from itertools import pairwise

import pytest

from kg.language.text import fold, is_han, join_lines, sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲到会。乙讲话！丙呢？丁走了；戊没有", ["甲到会。", "乙讲话！", "丙呢？", "丁走了；", "戊没有"]),
        ("他说:“开工了!”大家鼓掌。", ["他说:“开工了!”", "大家鼓掌。"]),
        ("“加油！”的喊声不断。", ["“加油！”的喊声不断。"]),
        ("“开工！”，他说。完了。", ["“开工！”，他说。", "完了。"]),
        ("增长3.5%，U.S.公司来了。好", ["增长3.5%，U.S.公司来了。", "好"]),
        ("签了《谁来？怎么来？》一书。", ["签了《谁来？怎么来？》一书。"]),
        ("来电9件（甲5件；乙4件），已办。", ["来电9件（甲5件；乙4件），已办。"]),
        ("第一段没有句号\n  第二段。 ", ["第一段没有句号", "第二段。"]),
        ("真的吗？！是的。。", ["真的吗？！", "是的。。"]),
        ("见 a.cn/x?id=3;y 页。", ["见 a.cn/x?id=3;y 页。"]),
        ("", []),
        (" \n ", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text)] == expected


def test_sentences_cover_everything_once() -> None:
    text = "甲（乙。丙）“丁！”戊；\n己《庚》？）】 辛"
    spans = sentences(text)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    kept = "".join(text[start:end] for start, end in spans)
    assert kept.replace(" ", "") == "".join(text.split())


def test_fold_keeps_one_code_point_for_one() -> None:
    text = "Ａ０２，要闻（上）　㈠…ﬁ①豈“好”。"
    folded = fold(text)
    assert len(folded) == len(text)
    assert folded.startswith("A02,要闻(上) ㈠")
    assert folded.endswith("“好”。")


def test_join_lines() -> None:
    assert join_lines("副省长吴\n晓军与 carbon\nfree 公司") == "副省长吴晓军与 carbon free 公司"
    assert join_lines("") == ""


def test_is_han() -> None:
    assert all(map(is_han, "青〇𬬻"))
    assert not any(map(is_han, "a1，。·"))


@pytest.mark.parametrize(
    ("piece", "last"),
    [("李文达会见周明远，", "，"), ("周明远、", "、"), ("李文达会见来访的周明远 ", "远"), ("李文达会见周明远", "")],
)
def test_no_sentence_is_longer_than_1000_characters(piece, last):
    text = piece * 900
    found = [text[start:end] for start, end in sentences(text)]
    assert "".join(found).replace(" ", "") == text.replace(" ", "")
    assert all(len(one) <= 1000 and one.endswith(last) for one in found)
