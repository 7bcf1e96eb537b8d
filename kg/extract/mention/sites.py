"""Works told by the place where they are built: 在沂河大桥|建设现场, 东庄水利枢纽工程|大坝, 渝宜高铁|宜昌北站."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from kg.extract.mention.phrases import is_generic, phrase_start
from kg.extract.sheet import Sheet, Spot
from kg.language.classes import one_of
from kg.language.divisions import abbreviation, divisions
from kg.language.lexicon import any_of, words
from kg.language.tagger import Token

_SHORTEST = 4
_LONGEST = 24
# 长江|大桥, 黄河|特大桥: many bridges are called so.
_OVER = re.compile(r"[\u3400-\u9fff]?[江河](?:公铁|公路|铁路|特)?大桥")
# 渝宜高铁|宜昌北站, 贡芒公路|二标段: a line by one character of each end, before a part of it.
_LINE = re.compile(
    rf"(?P<ends>[\u3400-\u9fff]{{2,3}})(?:{one_of('roads_and_railways')})(?!公路|铁路|局|集团|公司|工程)"
    r"(?=[\u3400-\u9fff0-9]{1,8}?(?:站|段|隧道|大桥|互通|枢纽|项目部))"
)


def find(sheet: Sheet) -> Iterable[Spot]:
    """Every work before a site, a piece of it or a part of a line."""
    yield from _on_site(sheet)
    yield from _before_piece(sheet)
    for match in _LINE.finditer(sheet.flat):
        if match.start() in sheet.edges and all(map(_is_end, match["ends"])):
            yield sheet.spot(match.start(), match.end(), "Project", "site")


def _on_site(sheet: Sheet) -> Iterable[Spot]:
    for match in _site().finditer(sheet.flat):
        if match.start() not in sheet.edges or not match.start():
            continue
        start, end = phrase_start(sheet, match.start()), match.start()
        if start < end and sheet.flat.endswith(_built(), start, end) and _is_name(sheet, start, end):
            yield sheet.spot(start, end, "Project", "site")


def _before_piece(sheet: Sheet) -> Iterable[Spot]:
    for match in _piece().finditer(sheet.flat):
        token = sheet.token_at(match.start() - 1) if match.start() else None
        if token is None or token.tag not in ("LOC", "ORG", "nz", "ns", "nt"):
            continue
        start, end = _with_ground(sheet, token), match.end()
        if _is_name(sheet, start, end):
            yield sheet.spot(start, end, "Project", "site")


def _with_ground(sheet: Sheet, bridge: Token) -> int:
    """Where the name of a bridge begins that is told by its water: 甲县|长江大桥, 乙高速|黄河特大桥."""
    before = sheet.token_at(bridge.start - 1) if bridge.start else None
    over = _OVER.match(bridge.text) is not None
    return before.start if over and before is not None and before.tag in ("LOC", "ns") else bridge.start


def _is_name(sheet: Sheet, start: int, end: int) -> bool:
    """Whether the phrase is long enough and holds a proper name."""
    named = any(token.tag in ("LOC", "ns", "nz", "nw", "ORG") for token in sheet.words_in(start, end))
    return _SHORTEST <= end - start <= _LONGEST and named and not is_generic(sheet.flat[start:end], sheet, start, end)


@cache
def _site() -> re.Pattern[str]:
    return re.compile(any_of(words("work_sites")))


@cache
def _piece() -> re.Pattern[str]:
    kinds = any_of(("工程", "大桥", "特大桥"))
    return re.compile(f"(?P<kind>{kinds})(?={any_of(words('work_pieces'))})")


@cache
def _built() -> tuple[str, ...]:
    return ("工程", "枢纽", *words("built_places"))


def _is_end(character: str) -> bool:
    """Whether the character may stand for the place where a line ends."""
    return abbreviation(character) is not None or character in _first_characters()


@cache
def _first_characters() -> frozenset[str]:
    return frozenset(item.short[0] for item in divisions())
