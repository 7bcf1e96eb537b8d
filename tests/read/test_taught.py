"""Cuts by what pages taught (kg/read/taught.py), over those of the rules."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from learn_lines import MARK, plain

from kg.read import taught
from kg.read.assemble import Hints, read_page
from kg.read.layout import blocks, page_of
from kg.read.lines import read_lines
from kg.read.scores import Table
from kg.read.signs import looks, signs

PAGES = sorted((Path(__file__).parent / "strangers").glob("*.txt"))


def test_pages_of_writers_who_knew_no_rule() -> None:
    """Pages with their right cuts by writers who had not seen the program.

    The weights were learned from them, too: seeds/README.md tells what to expect of others.
    """
    right = every = 0
    for path in PAGES:
        raw, _, cuts = path.read_text(encoding="utf-8").partition(MARK)
        texts = [plain(article.text) for article in read_page(raw, path.name, Hints())]
        for row in cuts.splitlines():
            _, begins, ends, *_ = map(plain, row.split("\t"))
            every += 1
            right += any(begins in text[: len(begins) + 12] and ends in text[-len(ends) - 12 :] for text in texts)
    assert every > 350
    assert right / every > 0.8


def test_without_signs_the_rules_stand() -> None:
    known = [taught.OTHER, taught.TITLE, taught.FIRST, taught.LATER, taught.OTHER]
    assert taught.parts([["a sign that no page has"]] * len(known), known) == known
    assert taught.parts([], []) == []


NAMES = tuple(looks(blocks(found := read_lines("会议开幕"), page_of(found)), page_of(found))[0])
SECTIONS = """宁河在线
首页 > 早安宁河
2024-05-14 07:30　来源：宁河在线　　编辑：沈佳
字号：A+ A A-　　收听本文　约3分钟

【头条】
石桥镇产业路通车
　　5月13日，石桥镇产业路通车，全长6公里，沿线三个村的群众出行更加方便。副县长周明远参加。

　　会上，石桥镇作了发言。（据宁河报）

【市县】
县文化馆搬进新楼
　　5月12日，宁河县文化馆搬进新楼，当天接待读者三百多人。馆长何林说，新楼比旧楼大三倍。

—— END ——
往期推荐
"""


def test_titles_under_names_of_sections_begin_articles() -> None:
    found = read_page(SECTIONS, "page.txt", Hints())
    assert [article.title for article in found] == ["石桥镇产业路通车", "县文化馆搬进新楼"]
    assert found[0].text.endswith("（据宁河报）")
    assert any("as pages like this one have it" in note for note in found[1].notes)


def test_no_sign_holds_a_word_of_the_text() -> None:
    """Only marks of punctuation, kinds, numbers and whether something is so."""
    lines = read_lines("石桥镇产业路通车\n本报讯（记者 李文达）5月13日，石桥镇产业路通车。\n责任编辑：何林")
    page = page_of(lines)
    found = {sign for line in signs(blocks(lines, page), page) for sign in line}
    assert found
    assert not [sign for sign in found if re.search("[\u4e00-\u9fff]", sign)]


@pytest.mark.parametrize("page", [SECTIONS, *(path.read_text(encoding="utf-8") for path in PAGES[:12])])
def test_sums_by_numbers_are_those_by_signs(page: str) -> None:
    lines = read_lines(page.partition(MARK)[0])
    found, how = blocks(lines, page_of(lines)), page_of(lines)
    told = [taught._scores(one) for one in signs(found, how)]
    assert taught._sums(looks(found, how)) == told
    assert any(map(any, told))


def test_a_value_without_a_weight_says_nothing() -> None:
    table = Table({"wide=3": (1, 2, 3, 4), "wide ended=3,True": (5, 5, 5, 5), "wide+1=None": (7, 0, 0, 0)}, NAMES)
    lines = [
        dict.fromkeys(NAMES, False) | {"wide": wide, "ended": ended} for wide, ended in ((3, True), (3, 1), (4, True))
    ]
    assert table.sums(lines) == [[1, 2, 3, 4], [1, 2, 3, 4], [7, 0, 0, 0]]


def test_a_story_keeps_the_title_that_the_rules_gave_it() -> None:
    found = [taught.OTHER, taught.FIRST, taught.LATER]
    taught._keep_titles(found, [taught.TITLE, taught.FIRST, taught.LATER], [(1, [0])])
    assert found[0] == taught.TITLE
    other = [taught.TITLE, taught.OTHER, taught.FIRST]
    taught._keep_titles(other, [taught.TITLE, taught.TITLE, taught.FIRST], [(2, [0, 1])])
    assert other == [taught.TITLE, taught.OTHER, taught.FIRST]


def test_more_lines_than_a_page_has_are_left_to_the_rules(monkeypatch) -> None:
    monkeypatch.setattr(taught, "_LONGEST", 3)
    assert [article.title for article in read_page(SECTIONS, "page.txt", Hints())] != [
        "石桥镇产业路通车",
        "县文化馆搬进新楼",
    ]
