"""Places that a text names: 将新路命名为“润泽路”, 从前叫“老鸦沟”的村子; and numbered roads (336省道, G219国道)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.extract.sheet import Sheet, Spot
from kg.language.classes import NUMERALS
from kg.language.lexicon import any_of, pattern, words

_LONGEST = 10
# G6京藏高速, S302省道, 318国道; 沪陕高速公路 has no number.
_NUMBERED = re.compile(
    r"(?<![0-9A-Za-z])(?:[GSXYC][0-9]{1,4}(?:国道|省道|县道|乡道|线)?|[0-9]{3,4}(?:国道|省道|县道|乡道))"
    r"(?:[\u3400-\u9fff]{2,4}(?:高速公路|高速))?(?![0-9A-Za-z])"
)
# 经二路, 纬十一路: streets of a grid.
_GRID = re.compile(rf"(?<![曾已])[经纬][{NUMERALS}]{{1,2}}[路街](?!线|公交|车)")
_LETTER = re.compile(r"[GSXYC][0-9]{1,4}")


def find(sheet: Sheet) -> Iterator[Spot]:
    """Every such name."""
    for match in (*_numbered(sheet), *_GRID.finditer(sheet.flat, sheet.lead_end)):
        yield sheet.spot(*match.span(), "Location", "venue")
    for match in _naming().finditer(sheet.flat, sheet.lead_end):
        for name in _QUOTED.finditer(sheet.flat, match.end("verb"), match.end()):
            if _is_place(sheet, match.start(), name):
                yield sheet.spot(name.start("name"), name.end("name"), "Location", "venue")


def _numbered(sheet: Sheet) -> Iterator[re.Match[str]]:
    for match in _NUMBERED.finditer(sheet.flat, sheet.lead_end):
        if not _LETTER.fullmatch(match.group()) or sheet.flat.startswith(("沿线", "全线"), match.end()):
            yield match


_QUOTED = re.compile(r"“(?P<name>[\u3400-\u9fff]{2,10})”")


@cache
def _naming() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<verb>{any_of(words('naming_of_places'))})(?:了|作)?“[^“”]{{2,{_LONGEST}}}”(?:[、和或]“[^“”]{{2,{_LONGEST}}}”){{0,4}}"
    )


def _is_place(sheet: Sheet, verb: int, name: re.Match[str]) -> bool:
    """Whether the name ends like a place's, or the clause tells that a place is named."""
    text = name["name"]
    if any(pattern("location_suffixes").fullmatch(text, at) for at in range(1, len(text))):
        return True
    left, _ = sheet.clause(verb)
    _, right = sheet.clause(name.end() - 1)
    told = pattern("named_grounds")
    return bool(
        told.search(sheet.flat, left, verb)
        or told.match(sheet.flat, name.end())
        or told.search(sheet.flat, name.end(), min(right, name.end() + 6))
    )
