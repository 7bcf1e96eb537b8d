"""What a person's name looks like. Shape only: whether a person is meant, the tagger and the context decide."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from kg.language.countries import is_country
from kg.language.dictionary import counts, tags
from kg.language.divisions import find
from kg.language.lexicon import any_of, words
from kg.language.text import all_han, is_han

# As names of several parts are written: 乌拉孜别克·热苏力汗.
DOTS = "·•・‧∙"
_DOTS = frozenset(DOTS)
LONGEST_MINORITY_NAME = 7
# How often a word stands in the texts of the dictionary that is no given name by chance.
_OFTEN = 30
_GRAMMAR = "等曾还对也又将已"  # 何林|等人, 王叶|曾任


def looks_like_person(text: str) -> bool:
    """Whether `text` can be a person's name as a newspaper writes it.

    A surname with one or two characters, a compound surname with one or two, two surnames with two (a married
    name), any parts around a middle dot, or a name of 2 to 7 characters made of known parts of minority names.
    Transliterations without a dot (拜登) are not told from other words here: leave them to the tagger.
    """
    if not text or is_country(text) or _is_place(text):
        return False
    if not _DOTS.isdisjoint(text):
        return _is_dotted(text)
    return all_han(text) and (surname_of(text) is not None or minority_name(text))


def surname_of(text: str) -> str | None:
    """The surname of a Han name (欧阳 of 欧阳明, 刘 of 刘强), or None where `text` does not have that shape."""
    if not all_han(text):
        return None
    compound = next((text[:size] for size in (4, 3, 2) if text[:size] in compound_surnames()), None)
    if compound and 1 <= len(text) - len(compound) <= 2:
        return compound
    if len(text) in (2, 3) and text[0] in _single():
        return text[0]
    # 范徐丽泰: two surnames and a given name of two; but 何林|先后, 王叶|一行.
    married = len(text) == 4 and text[0] in _single() and text[1] in _married()
    return text[:2] if married and not _everyday(text[2:]) else None


@lru_cache(maxsize=4096)
def _everyday(word: str) -> bool:
    """Whether the dictionary has this as a word that is used often and for no name, or it begins as no name does."""
    if word[0] in _GRAMMAR:
        return True
    often = counts(word[0]).get(word, 0) >= _OFTEN
    return often and not tags(word[0])[word].startswith("nr")


def _is_place(text: str) -> bool:
    # Short names of counties are left: 尼玛, 班玛 and 乌兰 are people much more often.
    return any(item.level != "county" or text != item.short for item in find(text))


def _is_dotted(text: str) -> bool:
    parts = re.split(f"[{DOTS}]", text)
    return all(part and all(is_han(char) or char.isalpha() for char in part) for part in parts)


def last_part(name: str) -> str:
    """What stands behind the last dot of a name, by which papers call a foreigner again: 斯坦科维奇."""
    return re.split(f"[{DOTS}]", name)[-1]


def minority_name(text: str) -> bool:
    """Whether `text` is made of known parts of Tibetan, Mongolian, Uyghur, Kazakh … names, 2 to 7 characters."""
    return 2 <= len(text) <= LONGEST_MINORITY_NAME and _minority().fullmatch(text) is not None


@cache
def _minority() -> re.Pattern[str]:
    parts = words("minority_syllables")
    long = any_of(part for part in parts if len(part) > 1)
    # One character at most on either side of each longer part.
    one = "".join(part for part in parts if len(part) == 1)
    return re.compile(f"[{one}]?(?:{long})(?:[{one}]{{0,2}}(?:{long})){{0,3}}[{one}]?")


@cache
def _single() -> frozenset[str]:
    return frozenset(item for item in words("surnames") if len(item) == 1)


@cache
def _married() -> frozenset[str]:
    # Only the commonest: else every word of four characters would do (高原牧场).
    return frozenset("陈李张王黄林刘吴郑徐朱冯梁叶周谢罗何邓蔡许范")


@cache
def compound_surnames() -> frozenset[str]:
    """Surnames of two characters and more."""
    return frozenset(item for item in words("surnames") if len(item) > 1)
