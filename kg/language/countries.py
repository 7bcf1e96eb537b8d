"""Countries and wide regions by their Chinese names."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from kg.language.lexicon import any_of, table, word_set


def is_country(name: str) -> bool:
    """Whether `name` is a country's short name, full name or other common call."""
    return name in _countries()


def country(name: str) -> str | None:
    """The short name of a country by any of its names (美利坚合众国 → 美国), or None."""
    return _countries().get(name)


def nation_end(name: str, longest: int = 8) -> int:
    """Where the name of a country ends with which a name begins, the longest of so many characters; 0 for none."""
    known = _countries()
    return next((end for end in range(longest, 1, -1) if name[:end] in known), 0)


def country_names() -> tuple[str, ...]:
    """Every name of every country."""
    return tuple(_countries())


def countries_in(text: str) -> list[str]:
    """The names of countries that stand in a text, as it has them, in order."""
    return _any_country().findall(text)


@cache
def _any_country() -> re.Pattern[str]:
    return re.compile(any_of(country_names()))


def country_abbreviation(char: str) -> str | None:
    """The country that a character stands for beside another one's (中美, 中俄), or None."""
    return _abbreviations().get(char)


def country_pair(text: str) -> tuple[str, ...]:
    """The two countries that two characters mean side by side of which one alone means several: 印巴, 俄乌; or none."""
    return _pairs().get(text, ())


def country_told(text: str, char: str) -> str:
    """The one other country that a text names in full whose name begins with a character: 肯 of 肯尼亚; or nothing."""
    told = {row for name, row in _beginning().get(char, ()) if name in text}
    return next(iter(told)) if len(told) == 1 else ""


def is_region(name: str) -> bool:
    """Whether `name` is a continent, an ocean or a region wider than a country or a province (东南亚, 长三角)."""
    return name in word_set("world_regions")


@cache
def known_places() -> frozenset[str]:
    """Names of places that are neither divisions of China nor countries and that the news calls by name alone: cities
    and states abroad, zones, landscapes, lines, sights."""
    return word_set("world_places") | word_set("chinese_places")


@cache
def _countries() -> dict[str, str]:
    return {name: row[0] for row in table("countries") for name in row}


@cache
def _beginning() -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for name, row in _countries().items():
        if row != "中国" and len(name) > 1:
            found[name[0]].append((name, row))
    return found


@cache
def _pairs() -> dict[str, tuple[str, ...]]:
    return {row[0]: (row[1], row[2]) for row in table("country_pairs")}


@cache
def _abbreviations() -> dict[str, str]:
    return {row[0]: row[1] for row in table("country_abbreviations")}
