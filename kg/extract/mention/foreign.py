"""Organs of other nations and of places in them, which no table of divisions holds."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from kg.extract.sheet import Sheet, Spot
from kg.language.countries import country, country_abbreviation, country_told, is_country
from kg.language.divisions import find as find_division
from kg.language.lexicon import any_of, words


def of_nations(sheet: Sheet) -> Iterable[Spot]:
    """法国国民议会, 日本经济产业省: an organ of another nation, right behind its name."""
    for match in _foreign_body().finditer(sheet.flat):
        start = _country_before(sheet, match.start())
        if start is None and match.group() in words("organs_of_nations"):
            start = _told_before(sheet, match.start())
        if start is not None and match.end() in sheet.edges:
            yield sheet.spot(start, match.end(), "Organization", "organ")


def missions(sheet: Sheet) -> Iterable[Spot]:
    """驻英使馆, 我驻德国大使馆: a mission of this country, told without it; 中国驻德国大使馆 is found by its name."""
    for match in MISSION.finditer(sheet.flat):
        host = mission_host(match["host"])
        if host is not None and not sheet.flat.endswith("中国", 0, match.start()):
            yield sheet.spot(match.start(), match.end(), "Organization", "organ")


MISSION = re.compile("(?:我国?|中)?驻(?P<host>[\u3400-\u9fff]{1,8}?)大?使馆")


def mission_host(written: str) -> str | None:
    """The other country in which a mission is, by its name or its character; or None."""
    nation = country(written) or country_abbreviation(written)
    return nation if nation not in (None, "中国") else None


def of_places(sheet: Sheet) -> Iterable[Spot]:
    """利兹市|议会, 某邦政府: an organ of a place that lies in another nation, for no table of ours holds it."""
    for match in _local_organ().finditer(sheet.flat):
        token = sheet.token_at(match.start() - 1) if match.start() else None
        if token is None or token.tag != "LOC" or token.end != match.start() or match.end() not in sheet.edges:
            continue
        if token.text.endswith(_FOREIGN_LEVELS) and not find_division(token.text):
            yield sheet.spot(token.start, match.end(), "Organization", "organ")


@cache
def _local_organ() -> re.Pattern[str]:
    return re.compile(f"(?:{any_of(words('local_organs'))})(?!长)")


_FOREIGN_LEVELS = ("市", "州", "邦", "省", "郡")


def place_before(sheet: Sheet, end: int) -> int | None:
    """Where a place that no table of divisions holds begins that ends at `end`: 河内|市委; or None."""
    token = sheet.token_at(end - 1) if end else None
    place = token is not None and token.tag == "LOC" and token.end == end and len(token.text) > 1
    unknown = token is not None and not find_division(token.text) and not is_country(token.text)
    return token.start if token is not None and place and unknown else None


def _country_before(sheet: Sheet, end: int) -> int | None:
    """Where the name of another nation begins that ends at `end`, or None."""
    for length in range(2, 9):
        start = end - length
        if start in sheet.edges and country(sheet.flat[start:end]) not in (None, "中国"):
            return start
    return None


def _told_before(sheet: Sheet, end: int) -> int | None:
    """Where the one character stands for a country that the article tells in full, 肯|外交部; or None."""
    start = end - 1
    paired = sheet.flat[start - 1 : start] in _PAIRED
    return start if start in sheet.edges and not paired and country_told(sheet.flat, sheet.flat[start]) else None


_PAIRED = tuple("中和与及")


@cache
def _foreign_body() -> re.Pattern[str]:
    return re.compile(f"(?:{any_of(words('foreign_organs'))})(?!长)")
