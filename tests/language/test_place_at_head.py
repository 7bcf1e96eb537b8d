"""Places with which a name begins, by the dictionary alone."""

from __future__ import annotations

import pytest

from kg.language.words import place_at_head


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("香格里拉水利枢纽工程", "香格里拉"),
        ("大理石矿项目", ""),  # 大理石 is the word
        ("老旧小区改造项目", ""),
        ("翎越制冷项目", ""),
        ("", ""),
    ],
)
def test_place_at_head(text, place):
    assert place_at_head(text) == place
