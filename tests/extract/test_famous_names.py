"""Bodies and firms that the news calls by name, in Chinese and in Latin letters, and towns of the nation's table."""

from __future__ import annotations

import pytest
from extracting import names

from kg.language.countries import is_country
from kg.language.divisions import find, is_town
from kg.language.lexicon import words

_LISTS = ("famous_firms", "famous_bodies", "schools")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12月3日，李文达与澎湃新闻、博西家电代表在宁河市举行会谈。", {"澎湃新闻", "博西家电"}),
        ("美克美家与华夏幸福12月3日签署合作协议。", {"美克美家", "华夏幸福"}),
        ("阿根廷队教练李文达出席发布会。", {"阿根廷队"}),
        ("山东政法学院与宁河实业有限公司签署合作协议。", {"山东政法学院"}),
        ("李文达任西部战区空军司令员。", {"西部战区空军"}),
    ],
)
def test_a_famous_name_is_found_whole(text, expected):
    assert expected <= names(text, "Organization")


@pytest.mark.parametrize(
    ("text", "none"),
    [
        ("Metaverse大会12月3日在宁河市举行。", {"Meta"}),
        ("与会代表参观了MetaLab实验室。", {"Meta"}),
        ("青海大学附属医院院长李文达出席会议。", {"青海大学"}),
    ],
)
def test_a_name_within_another_is_no_body(text, none):
    assert not none & names(text, "Organization")


def test_a_town_is_whole_whatever_its_first_word_is():
    assert "唱凯镇" in names("日前，副市长李文达到唱凯镇走访。", "Location")
    assert "唱凯镇党委" in names("日前，唱凯镇党委书记李文达到横岗街道走访。", "Organization")


def test_towns():
    assert is_town("唱凯镇") and is_town("横岗街道") and is_town("平正仡佬族乡")
    assert not is_town("凯镇") and not is_town("镇") and not is_town("宁河县")


def test_the_tables_hold_neither_divisions_nor_countries_and_nothing_twice():
    for name in _LISTS:
        entries = words(name)
        assert len(entries) == len(set(entries))
        assert not [entry for entry in entries if find(entry) or is_country(entry)]
