"""Villages and neighbourhoods right behind their town (海河镇|华北村), and their committees before a post."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.sheet import Sheet, Spot
from kg.language.classes import TOWNS, VILLAGES, all_of, one_of
from kg.language.lexicon import word_set

COMMITTEE = re.compile(rf"(?P<seat>[\u3400-\u9fff]{{1,6}}(?:{VILLAGES}))(?:{one_of('organs_of_villages')})")
# 朔北乡|东峡村: the committee is the village's, whatever town stands before it in the same word.
_WITH_POST = re.compile(rf"{COMMITTEE.pattern}(?=第一书记|副?书记|副?主任|委员|成员)")
_NO_SEAT = re.compile(f"(?:{one_of('pointing_to_villages')})个?(?:村|社区)+")
_TOWN = re.compile(f"(?:{TOWNS}|[市县区旗])(?=[\u3400-\u9fff]{{2}})")


# 甲镇|西王平村, 乙街道|华北社区, whatever the tagger made of the name; but 甲镇|各村, 乙乡|村民.
_IN_TOWN = re.compile(rf"(?:{TOWNS})(?P<village>[\u3400-\u9fff]{{2,6}}?(?:{VILLAGES}))")
_GOES_ON = re.compile(f"{one_of('organs_of_villages')}|(?:{one_of('rests_behind_villages')})")


def behind_towns(sheet: Sheet) -> Iterator[Spot]:
    """Every village or neighbourhood whose name stands right behind that of its town."""
    for match in _IN_TOWN.finditer(sheet.flat, sheet.lead_end):
        start, end = match.span("village")
        town = sheet.token_at(start - 1)
        if town is None or town.tag not in ("LOC", "ns") or town.end < start or end not in sheet.edges:
            continue
        tokens = sheet.words_in(start, end)
        plain = any(
            (token.tag in _GRAMMAR and token.text not in all_of("villages")) or token.text in word_set("np_stops")
            for token in tokens
            if token.start >= start
        )
        if plain or _NO_SEAT.fullmatch(match["village"]) or _GOES_ON.match(sheet.flat, end):
            continue
        if match["village"].endswith(all_of("kinds_of_settlements")):
            continue  # 甲镇|传统村
        yield sheet.spot(start, end, "Location", "venue")


# The tagger's names for words that no name of a village is made of.
_GRAMMAR = ("v", "p", "u", "d", "r", "c", "m", "q", "w")


def find(sheet: Sheet) -> Iterator[Spot]:
    """Every committee of a village that stands right before a post."""
    for match in _WITH_POST.finditer(sheet.flat):
        if _NO_SEAT.fullmatch(match["seat"]):
            continue
        word = sheet.token_at(match.end("seat") - 1)
        place = word is not None and word.tag in ("LOC", "ns")
        start = max(match.start(), word.start) if word is not None and place else match.start()
        for town in _TOWN.finditer(sheet.flat, start, match.end("seat") - 1):
            start = town.end()
        if (start in sheet.edges or place) and match.end("seat") - start > 1:
            yield sheet.spot(start, match.end(), "Organization", "organ")
