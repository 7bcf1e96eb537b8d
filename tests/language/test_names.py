"""Shapes of people's names, and the reader of word lists."""

from collections import Counter
from importlib.resources import files

import pytest

from kg.language.lexicon import table, words
from kg.language.names import looks_like_person, surname_of


@pytest.mark.parametrize(
    "name",
    ["刘强", "李小龙", "欧阳明", "司马相如", "范徐丽泰", "乌拉孜别克·热苏力汗", "才让太", "多杰才旦", "扎西",
     "巴特尔", "买买提", "古丽", "卓玛", "格日勒图", "尼玛", "曲木呷呷", "阿卜杜热合曼", "安妮•李", "J·K·罗琳"],
)  # fmt: skip
def test_what_can_be_a_person(name):
    assert looks_like_person(name)


@pytest.mark.parametrize(
    "text",
    ["", "刘", "省长", "青海", "江苏", "黄山市", "马里", "高原牧场", "青海省委", "A公司", "太太", "·刘", "刘·",
     "巴音郭楞", "乌兰察布", "张小红说", "诸葛亮先生", "发展改革委员会"],
)  # fmt: skip
def test_what_cannot(text):
    assert not looks_like_person(text)


@pytest.mark.parametrize(
    ("name", "surname"),
    [("刘强", "刘"), ("欧阳明", "欧阳"), ("欧阳", "欧"), ("范徐丽泰", "范徐"), ("索南多杰", None), ("约翰", None)],
)
def test_surnames(name, surname):
    assert surname_of(name) == surname


def test_word_lists_hold_no_entry_twice_and_no_comment():
    for name in ("surnames", "minority_syllables", "minorities", "world_regions"):
        entries = words(name)
        assert len(entries) == len(set(entries))
        assert all(entry == entry.strip() and not entry.startswith("#") for entry in entries)
    assert words("surnames") is words("surnames")
    assert len([name for name in words("surnames") if len(name) == 1]) > 450
    assert table("province_abbreviations")[0] == ("京", "北京")


def test_no_table_says_a_thing_twice():
    for file in files("kg.language").joinpath("data").iterdir():
        lines = file.read_text(encoding="utf-8").splitlines()
        entries = Counter(line for line in lines if line and not line.startswith("#"))
        assert entries, file.name
        assert [entry for entry, count in entries.items() if count > 1] == [], file.name


def test_a_list_that_is_not_there():
    with pytest.raises(FileNotFoundError):
        words("no_such_list")
