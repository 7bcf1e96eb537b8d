"""Classes of words that several readers share (kg/language/classes.py)."""

from __future__ import annotations

import re

import pytest

from kg.language.classes import ADVERBS, TIMES, ZONES
from kg.language.lexicon import words


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
