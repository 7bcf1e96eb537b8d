"""Texts that are nothing but pieces (kg/language/pieces.py)."""

from __future__ import annotations

import re

import pytest

from kg.language.pieces import fills

ADVERB = re.compile("先后|分别|在[^,。]{2,12}|就[^,。]{2,16}")


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("", True),
        ("先后", True),
        ("先后分别", True),
        ("在青江县分别", True),
        ("就生态保护在会上先后", True),
        ("先", False),
        ("先后来到", False),
        ("在县", False),
        ("李文达先后", False),
    ],
)
def test_pieces_fill_a_text_or_do_not(text: str, filled: bool) -> None:
    assert fills(ADVERB, text) is filled
    assert bool(re.fullmatch(f"(?:{ADVERB.pattern})*", text)) is filled


def test_a_long_text_takes_no_long_time() -> None:
    # As one regular expression this takes years: each 在 may begin a piece or stand inside one.
    assert not fills(ADVERB, "在" * 2000 + ",")
