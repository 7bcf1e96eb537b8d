"""Organs of other nations by the name of their country, and levels of the state that are said twice."""

from __future__ import annotations

import pytest
from extracting import names

FOUND = [
    ("日本经济产业省大臣田中一郎会见李文达。", "日本经济产业省"),
    ("法国国民议会外事委员会主席勒菲弗来访。", "法国国民议会"),
    ("俄罗斯国家杜马主席伊万诺夫17日抵京。", "俄罗斯国家杜马"),
    ("中国共产党愿与法国社会党加强交流。", "法国社会党"),
    ("海淀区区委常委、副区长李文达一行赴青江公司调研。", "海淀区委"),
    ("贵德县县委书记李文达到河西镇调研。", "贵德县委"),
]
LEFT = [
    ("中国外交部发言人李文达说。", "中国外交部"),  # the nation's own goes by its usual name
    ("代表团从法国国内出发。", "法国国内"),
    ("日本海军事基地引起关注。", "日本海军"),
]


@pytest.mark.parametrize(("text", "name"), FOUND)
def test_the_organ_is_found_with_its_country_or_place(text, name):
    assert any(found.startswith(name) for found in names(text, "Organization"))


@pytest.mark.parametrize(("text", "name"), LEFT)
def test_other_words_behind_a_country_make_no_organ(text, name):
    assert name not in names(text, "Organization")
