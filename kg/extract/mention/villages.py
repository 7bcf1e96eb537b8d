"""Committees of villages and neighbourhoods before a post: 东峡村党支部|书记, 北大街社区居委会|主任."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.sheet import Sheet, Spot
from kg.language.classes import TOWNS, VILLAGES, one_of

COMMITTEE = re.compile(rf"(?P<seat>[\u3400-\u9fff]{{1,6}}(?:{VILLAGES}))(?:{one_of('organs_of_villages')})")
# 朔北乡|东峡村: the committee is the village's, whatever town stands before it in the same word.
_WITH_POST = re.compile(rf"{COMMITTEE.pattern}(?=第一书记|副?书记|副?主任|委员|成员)")
_NO_SEAT = re.compile(f"(?:{one_of('pointing_to_villages')})个?(?:村|社区)+")
_TOWN = re.compile(f"(?:{TOWNS}|[市县区旗])(?=[\u3400-\u9fff]{{2}})")


def find(sheet: Sheet) -> Iterator[Spot]:
    """Every such committee that stands right before a post."""
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
