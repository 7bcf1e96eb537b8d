"""Whether the text treats a name as a person's, or as one of those who made the page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kg.extract.mention.bylines import rolled
from kg.extract.mention.namelike import DOTS, LONG, VERB_AFTER
from kg.extract.sheet import Sheet, Spot, occurrences
from kg.language.classes import one_of
from kg.language.lexicon import any_of, words
from kg.language.names import minority_name, surname_of

_ROLE_BEFORE = re.compile(f"(?:{one_of('roles_before_names')}|[长员理人手师家民户工匠者星])$")
# 审校:甲 乙, (记者 甲 乙): names behind the word of a credit.
_CREDIT_NAMES = r"[:\s|/丨]*(?:[\u3400-\u9fff·]{2,8}[\s、]+){0,4}$"
# 。(甲 乙), 电(甲), (文/甲 乙): a bracket that holds nothing but names, where a byline stands.
_BYLINE = re.compile(
    r"(?:(?<=[。!?”日电讯网)])|(?<=^)|(?<=\n))\s?\((?:文[/:])?(?P<names>[\u3400-\u9fff·]{2,5}(?:[\s、]{1,3}[\u3400-\u9fff·]{2,5}){0,4})\s*\)"
)
_PHOTO = re.compile(
    r"\s*(?:/\s*)?(?:摄|文/图|图/文|供图|资料图|(?:责任?编辑?|编辑|校对|审[核校]|[一二三初复终]审|美编)\s?[:/丨]|[二三]审\s)"
)


def supported(sheet: Sheet, name: str, titles: Sequence[Spot]) -> bool:
    """Whether some place in the text treats the name as a person's; a long or dotted name needs no support."""
    if any(dot in name for dot in DOTS):
        return True
    places = list(occurrences(sheet.flat, name))
    shaped = surname_of(name) is not None if len(name) == 3 else len(name) >= LONG and minority_name(name)
    return shaped or any(_person_here(sheet, at, at + len(name), titles) for at in places)


def after_role(flat: str, start: int) -> bool:
    """Whether a word for what somebody does stands before the offset."""
    return _ROLE_BEFORE.search(flat, max(0, start - 3), start) is not None


def _person_here(sheet: Sheet, start: int, end: int, titles: Sequence[Spot]) -> bool:
    posts, starts = {title.end for title in titles}, {title.start for title in titles}
    after = sheet.flat[end : end + 12]
    if start in posts or end in starts or after_role(sheet.flat, start) or VERB_AFTER.match(after):
        return True
    token = sheet.token_at(start)
    alone = token is not None and token.tag in ("PER", "nr")
    name = sheet.flat[start:end]
    if (
        alone
        and token is not None
        and token.text == name
        and surname_of(name)
        and _stands_free(sheet, name, start, end)
    ):
        return True
    beside = [sheet.token_at(start - 2), sheet.token_at(end + 1)]
    marks = (sheet.flat[start - 1 : start], sheet.flat[end : end + 1])
    listed = any(
        mark in ("、", " ", "\u3000") and other is not None and other.tag in ("PER", "nr")
        for mark, other in zip(marks, beside, strict=True)
    )
    return alone and (listed or bool(re.match(r"总书记|主席|总理|总统|部长|省长|市长|书记", after)))


def _stands_free(sheet: Sheet, name: str, start: int, end: int) -> bool:
    """Whether the name is no piece of an organisation's, and no member of a list of other things (医疗、康养、康复)."""
    if any(token.tag in ("ORG", "nz", "nt", "LOC") and name in token.text for token in sheet.tokens):
        return False
    left = sheet.token_at(start - 2) if sheet.flat[start - 1 : start] == "、" else None
    right = sheet.token_at(end + 1) if sheet.flat[end : end + 1] == "、" else None
    return all(token is None or token.tag in ("PER", "nr") for token in (left, right))


def credited(sheet: Sheet, spot: Spot) -> bool:
    """Whether the name stands behind the word of a credit, or in a byline: it belongs to the article."""
    start, _ = sheet.sentence(spot.start)
    before = sheet.flat[max(start, spot.start - 40) : spot.start]
    if _credit().search(before) or _PHOTO.match(sheet.flat, spot.end) or rolled(sheet, spot.start):
        return True
    opened = sheet.flat.rfind("(", max(0, spot.start - 30), spot.start)
    byline = _BYLINE.match(sheet.flat, opened) or _BYLINE.match(sheet.flat, opened - 1) if opened >= 0 else None
    return byline is not None and byline.start("names") <= spot.start < byline.end("names")


@cache
def _credit() -> re.Pattern[str]:
    return re.compile(rf"(?<![总主])(?:{any_of(words('credits'))}){_CREDIT_NAMES}")
