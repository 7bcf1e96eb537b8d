"""Relative names in a chain of posts: 青江省副省长、|省公安厅|厅长 is of 青江省, wherever the article is from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kg.extract.anchor.organs import bare_level, organ_names
from kg.extract.anchor.register import Register
from kg.extract.annotated import Bound
from kg.extract.sheet import Sheet, Spot
from kg.language.classes import ORGANS, RANKS
from kg.language.divisions import Division
from kg.language.divisions import find as find_division
from kg.language.lexicon import any_of, table

_JOINT = "[、,兼和]"
_CHAIN = re.compile(rf"(?:[\u3400-\u9fff]{{2,8}}(?:[、兼][\u3400-\u9fff]{{2,8}}){{0,3}})?{_JOINT}")
_FURTHER = rf"(?:[、兼][\u3400-\u9fff]{{2,8}}){{0,2}}{_JOINT}"
# 青江市委副书记李文达|已任|市委宣传部|部长; who is moved (调任) may go to another place.
_TAKES = re.compile(
    r"(?:[\u3400-\u9fff]{2,8}[、兼]){0,3}[\u3400-\u9fff]{4,12}?,?(?:日前|近日|现|已|还|同时|并){0,2}(?:[兼现担出]任|任)"
)
_LONGEST = 40  # characters of a chain between a place and the relative name

Names = tuple[tuple[str, ...], str]


def continued(
    sheet: Sheet, spot: Spot, bounds: Sequence[Bound], places: Sequence[Spot], register: Register
) -> Names | None:
    """The names of what a relative name means that goes on a chain of posts, and the place; None elsewhere.

    吉林省委常委、|省纪委|书记 is of the organ before it, 青江省副省长、|省公安厅|厅长 of the place whose post is told.
    """
    level = bare_level(spot.text)
    if level is None:
        return None
    start = max(sheet.sentence(spot.start)[0], spot.start - _LONGEST)
    organs = [b for b in bounds if start <= b.end <= spot.start and b.type == "Organization"]
    seats = [place for place in places if start <= place.end <= spot.start]
    last = max(organs, key=lambda bound: bound.end, default=None)
    seat = max(seats, key=lambda place: place.end, default=None)
    if seat is not None and (last is None or last.end <= seat.start):
        return _of_place(sheet, spot, seat, level)
    return _of_organ(sheet, spot, last, register) if last is not None else None


def _of_organ(sheet: Sheet, spot: Spot, last: Bound, register: Register) -> Names | None:
    """吉林省委常委、|省纪委: of the place with which the name of the organ before it begins."""
    level = bare_level(spot.text) or ""
    if not (_CHAIN.fullmatch(sheet.flat, last.end, spot.start) or _TAKES.fullmatch(sheet.flat, last.end, spot.start)):
        return None
    name = register.first(last.things[0])
    seat = re.match(rf"^[\u3400-\u9fff]{{2,9}}?{level}(?=党委|{ORGANS})", name)
    division = division_within(seat.group()) if seat else None
    return (organ_names(division, spot.text[len(level) :]), division.name) if division else None


def division_within(seat: str) -> Division | None:
    """The division of this name, with or without those around it: 安徽省宿州市, 宿州市."""
    inner = (seat[at:] for at in range(len(seat) - 1) if not at or seat[at - 1] in RANKS)
    return next((found[0] for name in inner if (found := find_division(name))), None)


def _of_place(sheet: Sheet, spot: Spot, seat: Spot, level: str) -> Names | None:
    """青江省副省长、|省公安厅: of the place right before the post that governs it."""
    if not seat.text.endswith(level) or not _governing().fullmatch(sheet.flat, seat.end, spot.start):
        return None
    body = spot.text[len(level) :]
    division = next(iter(find_division(seat.text)), None)
    return (organ_names(division, body), division.name) if division else ((seat.text + body,), seat.text)


@cache
def _governing() -> re.Pattern[str]:
    """A post that governs a place, with those that follow it up to the next body: 副省长、党组成员、."""
    heads = any_of({*(row[0] for row in table("governing_titles") if row[1] != "nation"), "主席"})
    rank, name = "(?:人民)?(?:政府)?[原前]?(?:常务|代理|专职|第一)?[副代]?", "[\u3400-\u9fff·]{2,4}[、和]"
    return re.compile(rf"{rank}(?:{heads})(?:{_FURTHER}|{name})")
