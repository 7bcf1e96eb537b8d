"""Sites told by the words for where they stand: 云岭古镇|位于甲市东部, 坐落在乙山脚下的|丙酒庄."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from kg.extract.sheet import Sheet, Spot
from kg.language.classes import ADVERBS, RANKS, one_of
from kg.language.lexicon import any_of, pattern, word_set, words
from kg.language.words import is_word

_SHORTEST = 2  # characters of a site's own name before its kind
_LONGEST = 12
_SO = re.compile(f"(?:{ADVERBS}|[,就则])?$")
_OWN = re.compile(r"[\u3400-\u9fff]+")
# What stands before a site's name in its clause.
_BEFORE = "的、和与及"
# 甲市乙县|丙古镇: a chain of places
_CHAIN = re.compile(f"[{RANKS}镇乡村]")
# 全市古镇, 这座水库, 新水库: no name.
_NO_NAME = re.compile(rf"^(?:{one_of('no_names_of_sites')})|{one_of('inside_no_site')}")


def find(sheet: Sheet) -> Iterable[Spot]:
    """Every site before or behind a verb of standing, whatever its name is made of."""
    for match in pattern("location_verbs").finditer(sheet.flat, sheet.lead_end):
        yield from _before(sheet, match.start())
        yield from _behind(sheet, match.end())


def _before(sheet: Sheet, verb: int) -> Iterable[Spot]:
    """云岭古镇|(,)位于: from the beginning of the clause, or what is parted by 的 or a link."""
    so = _SO.search(sheet.flat, max(0, verb - 4), verb)
    end = so.start() if so else verb
    kind = _kind().search(sheet.flat, max(0, end - _LONGEST), end)
    if kind is None or end not in sheet.edges:
        return
    left, _ = sheet.clause(end - 1)
    start = max(left, *(sheet.flat.rfind(mark, left, end) + 1 for mark in _BEFORE))
    if _is_name(sheet, start, kind.start(), end):
        yield sheet.spot(start, end, "Location", "venue")


def _behind(sheet: Sheet, verb: int) -> Iterable[Spot]:
    """坐落在乙山脚下的|丙酒庄: up to the first word that ends like a site."""
    described = _OF.match(sheet.flat, verb)
    name = _site().match(sheet.flat, described.end()) if described else None
    if name is None or name.end() not in sheet.edges or name.start() not in sheet.edges:
        return
    following = sheet.token_at(name.end())
    goes_on = following is not None and following.tag in ("n", "nz", "ORG", "nt", "LOC", "ns", "nw")
    if not goes_on and _is_name(sheet, name.start(), name.start("kind"), name.end()):
        yield sheet.spot(name.start(), name.end(), "Location", "venue")


_OF = re.compile(r"[^,。;:、的]{2,24}的")


def _is_name(sheet: Sheet, start: int, kind: int, end: int) -> bool:
    """Whether what stands before the kind is a name: no word of the language, none of the words that point."""
    own = sheet.flat[start:kind]
    if (
        not _SHORTEST <= len(own) <= _LONGEST
        or _OWN.fullmatch(own) is None
        or _NO_NAME.search(own)
        or _CHAIN.search(own)
    ):
        return False
    named = any(token.tag in ("LOC", "ns", "nz", "nw", "ORG", "nt", "PER") for token in sheet.words_in(start, kind))
    return (
        start in sheet.edges
        and (named or not is_word(own))
        and sheet.flat[start:end] not in word_set("location_generic")
    )


@cache
def _kinds() -> str:
    return any_of((*words("site_kinds"),))


@cache
def _kind() -> re.Pattern[str]:
    return re.compile(f"(?:{_kinds()})$")


@cache
def _site() -> re.Pattern[str]:
    return re.compile(rf"[\u3400-\u9fff]{{2,10}}?(?P<kind>{_kinds()})")
