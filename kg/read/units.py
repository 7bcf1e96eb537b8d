"""The units that writers of a page put before their names: （石桥镇 何林）, □ 司机班 高大山."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from kg.language import divisions
from kg.language.lexicon import words
from kg.language.names import looks_like_person

_SHORT = 3


def is_unit(word: str) -> bool:
    """Whether a word, with a name behind it, is the unit or place for which that person writes."""
    long = len(word) >= _SHORT or bool(divisions.find(word))
    return long and (word.endswith(words("byline_units")) or bool(divisions.find(word)))


def without_unit(tokens: Sequence[str]) -> list[str]:
    """The words of a byline without the units in it: each has a name behind it."""
    return [
        token
        for token, after in zip_longest(tokens, tokens[1:], fillvalue="")
        if not (is_unit(token) and not is_unit(after) and looks_like_person(after))
    ]
