"""Datelines in brackets with their writers, after folding: （中央社记者王小明台北16日电）, 【记者王小明／台北报导】."""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.language import divisions
from kg.language.countries import is_country
from kg.language.names import minority_name, surname_of

_WHOLE = re.compile(
    r"^[（(【〔\[](?P<inside>[^（()）【】〔〕\[\]。]{2,40}?)(?:(?P<month>\d{1,2})月)?(?:(?P<day>\d{1,2})日)?\s*"
    r"(?P<verb>(?:综合|即时|连线|特稿|整理|采访)?(?:外电|专电|电|报导|报道|讯))[）)】〕\]]"
)
_ROLE = re.compile(r"(?:特派员|特约|实习|驻地|文字){0,4}(?:记者|特派员|通讯员)[\s：:]*")
_SPLIT = re.compile(r"[\s、，/／]+")
_PLACED = 6
_NAME = 3  # letters of a name; four are one of a compound surname, or a short one with its place


class Bracketed(NamedTuple):
    """What such a dateline says; source and place may be empty, month and day 0."""

    source: str
    place: str
    month: int
    day: int
    names: tuple[str, ...]


def bracketed(text: str) -> Bracketed | None:
    """The dateline in brackets at the beginning of a body: with a writer, or with an agency's place and day."""
    match = _WHOLE.match(text[:60])
    if not match:
        return None
    inside = match["inside"].strip()
    role = _ROLE.search(inside)
    day = int(match["day"] or 0)
    if role is None:
        source, place = _place(inside)
        known = bool(place) and day > 0 and source.endswith(("社", "报", "网"))
        return Bracketed(source, place, int(match["month"] or 0), day, ()) if known else None
    words, place = _named(inside[role.end() :].strip(" /／"))
    names = tuple(name for name in _SPLIT.split(words) if 2 <= len(name) <= 6)
    return Bracketed(inside[: role.start()].strip(), place, int(match["month"] or 0), day, names) if names else None


def _named(words: str) -> tuple[str, str]:
    """Writers and their place, also one that no table knows: behind a stroke (王小明／青江), or behind a whole name."""
    names, place = _place(words)
    if place:
        return names, place
    before, stroke, last = words.replace("／", "/").rpartition("/")
    if stroke and 2 <= len(last) <= _PLACED:
        return before, last
    last = _SPLIT.split(words)[-1]
    if minority_name(last):
        return words, ""
    surname = surname_of(last[:3]) or surname_of(last[:2])
    if surname is None or not _NAME < len(last) <= _NAME + _PLACED or (len(last) == _NAME + 1 and len(surname) > 1):
        return words, ""
    # A name has three letters, and two where a place of two is to be left.
    long = max(len(surname) + (2 if len(last) - len(surname) >= 4 else 1), 2)
    return words[: len(words) - len(last) + long], last[long:]


def _place(words: str) -> tuple[str, str]:
    """The words without the place with which they end, and the place: 王小明台北 → 王小明, 台北."""
    for length in range(min(_PLACED, len(words) - 1), 1, -1):
        tail = words[-length:]
        if divisions.find(tail) or is_country(tail):
            return words[:-length].strip(" /／、"), tail
    return words, ""
