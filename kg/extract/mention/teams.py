"""Teams under a name in quotation marks: 甲大学|“青禾”暑期支教队, 乙公司|“红马甲”党员服务队.

The name begins with the quotation mark; the body before it keeps its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg.extract.sheet import Lying, Sheet, Spot
from kg.language.classes import all_of, one_of

_CLOSER, _LONGEST = "”", 30


def teams(sheet: Sheet, names: Sequence[Spot], people: Sequence[Spot]) -> list[Spot]:
    """Every such team that no other name cuts."""
    taken = Lying([*names, *people])
    found = []
    for start, end in _quoted(sheet):
        across = taken.across(start, end)
        if all(start <= spot.start and spot.end <= end for spot in across):
            found.append(sheet.spot(start, end, "Organization", "marked"))
    return found


def _quoted(sheet: Sheet) -> Iterator[tuple[int, int]]:
    flat, at = sheet.flat, sheet.flat.find(_CLOSER)
    while at >= 0:
        team = _team().match(flat, at + 1)
        opened = flat.rfind("“", max(0, at - _LONGEST), at) if team and team.end() in sheet.edges else -1
        content = flat[opened + 1 : at]
        named = opened >= 0 and content not in all_of("movements_in_quotes") and not _MARKS.search(content)
        if team and named and len(content) > 1 and not _counted(flat, opened):
            yield opened, team.end()
        at = flat.find(_CLOSER, at + 1)


_MARKS = re.compile("[,。;:!?”]")
# 组建3支|“红马甲”服务队, 各类“…”服务队: several of a kind.
_COUNT = re.compile(f"(?:{one_of('several_of_a_kind')}|[0-9余多几数两三四五六七八九十百]支)$")


def _counted(flat: str, opened: int) -> bool:
    return _COUNT.search(flat, max(0, opened - 4), opened) is not None


@cache
def _team() -> re.Pattern[str]:
    return re.compile(f"[\u3400-\u9fff]{{0,10}}?(?:{one_of('teams_in_quotes')})(?![长旗服徽歌])")
