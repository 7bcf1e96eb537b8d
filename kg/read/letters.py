"""Letters to a paper: how they open, and who signs them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from kg.language.classes import all_of
from kg.language.lexicon import any_of, words
from kg.language.names import looks_like_person
from kg.read.kinds import Kind
from kg.read.line import Line
from kg.read.units import is_unit

_SIGNED = 18  # full-width characters, at most, of a line with who signs
_FAR = re.compile(r"[　 ]{8,}|　{4,}")  # how far right a name alone stands that signs
_NAME = re.compile(r"[\u4e00-\u9fff]{3}|[\u4e00-\u9fff][ 　]{1,4}[\u4e00-\u9fff]|[\u4e00-\u9fff]{2}")
_TITLE, _WIDE = 24, 42
_ENDS = ("。", "！", "？", "”", "…")
_WHO = all_of("writers_of_letters")


def opens_letter(line: str) -> bool:
    """「编辑同志：」, 「《青江日报》编辑部：」"""
    return bool(_salutation().fullmatch(line))


@cache
def _salutation() -> re.Pattern[str]:
    return re.compile(
        rf"(?:尊敬的|亲爱的)?(?:《?[\u4e00-\u9fff]{{2,8}}报》?(?:社|的)?)?(?:{any_of(words('salutations'))})(?:同志|老师)?[：:](?:您好[！!。]?|你好[！!。]?)?"
    )


def signed_letters(lines: list[Line]) -> list[Line]:
    """「城北新村居民 李文达」 under the last sentence of a letter, and a name alone that is set far to the right."""
    for i in range(1, len(lines)):
        ended = lines[i - 1].kind is Kind.TEXT and lines[i - 1].text.endswith(_ENDS)
        last = i + 1 == len(lines) or lines[i + 1].gap > 0 or lines[i + 1].kind is not Kind.TEXT
        if ended and last and lines[i].kind is Kind.TEXT and lines[i].gap <= 1 and _signs(lines, i):
            lines[i] = replace(lines[i], kind=Kind.CLOSING)
    return lines


def authored(lines: list[Line]) -> list[Line]:
    """Names alone between a title and its text, as supplements print them: three letters, or two spaced out."""
    for i in range(1, len(lines) - 1):
        line, over, under = lines[i], lines[i - 1], lines[i + 1]
        titled = over.kind in (Kind.TEXT, Kind.HEADING, Kind.RUBRIC) and not over.text.endswith((*_ENDS, "，", "、"))
        plain = line.kind is Kind.TEXT and (over.indented or not line.indented) and over.width <= _TITLE
        begins = under.kind is Kind.TEXT and (under.indented or under.listed or under.width > _WIDE)
        if (
            titled
            and plain
            and begins
            and _NAME.fullmatch(line.spaced.strip())
            and looks_like_person("".join(line.text.split()))
        ):
            lines[i] = replace(line, kind=Kind.BYLINE)
    return lines


def _signs(lines: Sequence[Line], i: int) -> bool:
    text = lines[i].spaced.strip()
    tokens = text.split()
    if lines[i].width > _SIGNED or not tokens or not looks_like_person(tokens[-1]):
        return False
    if len(tokens) == 1:
        return bool(_FAR.match(lines[i].spaced)) and len(text) >= 2
    return len(tokens) <= 3 and all(is_unit(token) or token.endswith(_WHO) for token in tokens[:-1])
