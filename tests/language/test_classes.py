"""Classes of words that several readers share (kg/language/classes.py)."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

import kg
from kg.language.classes import (
    ADVERBS,
    COUNTS,
    LUNAR_YEAR,
    NUMERALS,
    RANKS,
    SEVERAL,
    STAGE,
    TIMES,
    ZONES,
    all_of,
    letters,
    one_of,
)
from kg.language.lexicon import table, words


def test_a_run_of_adverbs_is_read_in_one_way():
    """Else a pattern that repeats them tries every way: none is made of others, and none is a time."""
    adverbs = set(words("doing_adverbs"))
    for word in adverbs:
        assert not re.fullmatch(TIMES, word), word
        for cut in range(1, len(word)):
            assert not ({word[:cut], word[cut:]} <= adverbs), word


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3月5日上午正式", True),
        ("近日又先后", True),
        ("今天隆重", True),
        ("此前一直", True),
        ("正式会议", False),
        ("省长", False),
    ],
)
def test_what_only_tells_when_and_how(text, expected):
    assert bool(re.fullmatch(rf"(?:{ADVERBS}|{TIMES}){{1,12}}", text)) is expected


@pytest.mark.parametrize(
    ("text", "end"), [("云桥经济技术开发区", 9), ("云桥工业园区", 6), ("云桥县", None), ("云桥区", None)]
)
def test_the_longest_kind_of_zone_is_taken(text, end):
    found = re.search(rf"(?:{ZONES})", text)
    assert (found and found.end()) == end


def test_small_classes_are_in_order_each_with_its_own_words_and_used():
    rows = table("word_classes")
    assert [name for name, *_ in rows] == sorted({name for name, *_ in rows})
    members = [members.split(" ") for _, members, _ in rows]
    assert all(len(one) == len(set(one)) for one in members)
    assert not [one for one, count in Counter(map(frozenset, members)).items() if count > 1]
    code = "".join(path.read_text(encoding="utf-8") for path in Path(kg.__file__).parent.rglob("*.py"))
    used = set(re.findall(r"(?:one_of|all_of|letters)\([\"'](\w+)[\"']\)", code))
    assert used == {name for name, *_ in rows}


@pytest.mark.parametrize(
    ("name", "text", "whole"),
    [("halls", "会展中心", True), ("organs", "政协", True), ("rooms", "报告厅", True), ("halls", "会展", False)],
)
def test_a_small_class_is_asked_for_by_name(name, text, whole):
    assert bool(re.fullmatch(one_of(name), text)) is whole


def test_characters_of_a_class_stand_in_brackets():
    assert letters("ranks") == RANKS == "".join(all_of("ranks"))
    assert all(len(one) == 1 for name in ("counts", "figures", "numerals", "ranks", "several") for one in all_of(name))
    assert set(NUMERALS) <= set(COUNTS) and set(SEVERAL) <= set(COUNTS) and "一" not in SEVERAL


@pytest.mark.parametrize(("text", "whole"), [("二期", True), ("首期", True), ("两期", False), ("学期", False)])
def test_which_stage_of_a_work(text, whole):
    assert bool(re.fullmatch(STAGE, text)) is whole


def test_towns_and_villages_are_no_divisions_above_them():
    kinds = [set(all_of(name)) for name in ("divisions", "towns", "villages")]
    assert len(set.union(*kinds)) == sum(map(len, kinds))
    assert set(RANKS) <= kinds[0]


@pytest.mark.parametrize(("text", "whole"), [("甲辰年", True), ("癸亥年", True), ("子甲年", False), ("今年", False)])
def test_lunar_years_have_a_stem_and_a_branch(text, whole):
    assert bool(re.fullmatch(LUNAR_YEAR, text)) is whole
