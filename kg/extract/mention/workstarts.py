"""Where the name of a work begins that goes on left of what stops a noun phrase: 排水设施建设与|改造工程.

A phrase is read from right to left up to a link, a verb or a preposition; those below may stand inside a name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kg.extract.mention.phrases import is_generic, phrase_start
from kg.extract.sheet import Sheet
from kg.language.classes import RANKS, STAGE
from kg.language.divisions import find as find_division
from kg.language.lexicon import any_of, pattern, word_set, words
from kg.language.names import surname_of
from kg.language.tagger import Token

_SHORTEST = 4
_JOINTS = ("和", "与", "及", "暨")
_LONGEST_JOINED = 12
# The place where a line of power begins: 青江.
_LONGEST_SOURCE = 6
_LONGEST = 45
_STEPS = 4
_LONG_WORK = 5
_PROPER = ("LOC", "ns", "ORG", "nt", "nz", "nw")
_PLACED = ("LOC", "ns", "ORG", "nt")
_NOUNS = (*_PROPER, "n", "vn", "an", "s", "j", "t")
_TO = ("至", "到", "经")
# 国道318线甲至|乙段改扩建工程, 甲至|乙输水管道工程
_LINE = re.compile(
    rf"[GSXY]?[0-9]{{1,4}}(?:国道|省道|线)|[国省县]道|段|{any_of(words('road_words'))}|管[道线廊]|千伏|输[水气油变]|引水|供水|航[道线]|隧[道洞]|大道|专用线|号线|大桥|廊道|通道|绿道|特高压"
)
# 200MW/800MWh|共享
_POWER = r"[0-9]{1,5}(?:\.[0-9]{1,3})?(?:[万亿]?千瓦|兆瓦|吉瓦|[MGK]W)(?:时|h)?"
SIZED = re.compile(rf"(?<![0-9.]){_POWER}(?:[/、+]{_POWER})?(?:(?!的)[\u3400-\u9fff]){{0,4}}$")
_LINE_ENDS = re.compile(f"(?:{_LINE.pattern})$")
# 石门服务区|光|储充一体化项目: single characters that the tagger takes for adverbs and the like.
_STRAY = re.compile("[光风水气热冷煤油盐储充换农林牧渔火核氢矿左右主跨单复全半零双多高低深浅厚薄干湿]$")


def whole_start(sheet: Sheet, start: int, end: int) -> int:
    """The offset where the name begins whose noun phrase is `[start, end)`: never right of `start`."""
    for _ in range(_STEPS):
        left = _further_left(sheet, start, end)
        if left >= start or end - left > _LONGEST:
            return start
        start = left
    return start


def _further_left(sheet: Sheet, start: int, end: int) -> int:
    link = sheet.flat[start - 1 : start]
    if not link or start not in sheet.edges or link in ",。;:!?、\n":
        return _over_set_phrase(sheet, start, end)
    if link in _JOINTS:
        return _over_joint(sheet, start, end)
    if link == "送":
        return _over_sending(sheet, start, end)
    if link in _TO:
        return _over_other_end(sheet, start, end)
    left = _over_set_phrase(sheet, start, end)
    left = left if left < start else _over_size(sheet, start)
    left = left if left < start else _over_deed(sheet, start, end)
    return left if left < start else _over_name(sheet, start, end)


def _over_size(sheet: Sheet, start: int) -> int:
    """石门云鹤200MW/800MWh共享|储能电站项目: how large it is, in two units, and what name the tagger read into that."""
    found = SIZED.search(sheet.flat, max(0, start - _LONGEST), start)
    token = sheet.token_at(found.start()) if found else None
    if found is None or token is None or token.tag not in (*_PROPER, "m"):
        return start
    return token.start


def _tokens(sheet: Sheet, start: int, end: int) -> Sequence[Token]:
    return sheet.words_in(start, end) if start < end else ()


def _proper(tokens: Sequence[Token]) -> bool:
    return any(token.tag in _PROPER for token in tokens)


def _over_joint(sheet: Sheet, start: int, end: int) -> int:
    """The start moved left over 和 inside one name: 甲灌区续建配套与|现代化改造项目, 乙煤矿和|电站项目."""
    joint = start - 1
    if not _joined_head().search(sheet.flat, start, end) or joint not in sheet.edges or end - start > _LONGEST_JOINED:
        return start
    left = phrase_start(sheet, joint)
    tokens, right = _tokens(sheet, left, joint), _tokens(sheet, start, end)
    if not tokens or re.search(r"[“”]", sheet.flat[left:joint]) or right[0].tag in (*_PLACED, "m", "w"):
        return start
    named = _proper(tokens) or tokens[0].tag == "m"
    whole = joint - left >= _SHORTEST and sheet.flat.endswith(words("works_with_others"), left, joint)
    beside = whole or (named and not _is_division(tokens[-1]))
    if beside and sheet.flat.startswith(words("works_beside"), start):
        return left
    placed = tokens[-1].tag in _PLACED
    if sheet.flat.endswith(words("project_suffixes"), left, joint) or placed:
        return start
    if _deeds(sheet, tokens, right):
        return left
    close = sheet.flat[joint] in "及暨" or tokens[-1].text in word_set("joined_deeds")
    return left if named and close and not is_generic(sheet.flat[start:end], sheet, start, end) else start


def _is_division(token: Token) -> bool:
    return token.tag in ("LOC", "ns") and (token.text[-1] in RANKS or find_division(token.text) is not None)


@cache
def _joined_head() -> re.Pattern[str]:
    return re.compile(f"(?:{any_of(words('joint_works'))})(?:[(（]?{STAGE}[)）]?)?$")


def _deeds(sheet: Sheet, left: Sequence[Token], right: Sequence[Token]) -> bool:
    """Whether one thing is done to the same as another: 余热回收|及|除尘, 设施建设|与|改造."""
    done = left[-1].tag in ("vn", "v") or left[-1].text in word_set("joined_deeds")
    first = right[0]
    also = first.tag in ("vn", "v") or first.text in word_set("joined_deeds")
    return done and also and len(left) > 1 and left[0].tag in _NOUNS and first.text not in word_set("np_stops")


def _over_sending(sheet: Sheet, start: int, end: int) -> int:
    """The start moved left over 送 between the two ends of a line: 青江送|宁河±800千伏直流输电工程."""
    if not pattern("sending_lines").search(sheet.flat, start, end):
        return start
    source = sheet.token_at(start - 2) if start > 1 else None
    placed = source is not None and source.end == start - 1 and source.tag in ("LOC", "ns", "ORG", "nz", "j")
    return source.start if placed and source is not None and len(source.text) <= _LONGEST_SOURCE else start


def _over_other_end(sheet: Sheet, start: int, end: int) -> int:
    """The start moved left over 至 to the other end of a line: 国道318线甲至|乙段改扩建工程."""
    first, before = sheet.token_at(start), sheet.token_at(start - 2) if start > 1 else None
    placed = first is not None and first.tag in _PLACED and before is not None and before.tag in ("LOC", "ns", "nz")
    if not placed or before is None or before.end != start - 1:
        return start
    left = phrase_start(sheet, before.end)
    if left < before.start and _LINE_ENDS.search(sheet.flat, left, before.start):
        return left
    return before.start if _LINE.search(sheet.flat, start, end) else start


def _over_set_phrase(sheet: Sheet, start: int, end: int) -> int:
    """The start moved left over a phrase that is a part of such names: 雨污|分流改造工程, 以工代赈|项目."""
    for match in _set_phrases().finditer(sheet.flat, max(0, start - 6), min(end, start + 6)):
        if match.start() < start <= match.end() and match.start() in sheet.edges:
            return (
                phrase_start(sheet, match.start()) if match.start() and _solid(sheet, match.start()) else match.start()
            )
    return start


def _solid(sheet: Sheet, offset: int) -> bool:
    """Whether a noun ends at the offset."""
    token = sheet.token_at(offset - 1)
    return token is not None and token.end == offset and token.tag in _NOUNS and token.text not in word_set("np_stops")


@cache
def _set_phrases() -> re.Pattern[str]:
    return re.compile(any_of(words("set_phrases_in_works")))


def _over_deed(sheet: Sheet, start: int, end: int) -> int:
    """The start moved left over what is done to what stands before it: 饮水安全巩固|提升工程, 甲区光|储充一体化项目."""
    token = sheet.token_at(start - 1)
    if token is None or token.end != start or _proper(_tokens(sheet, start, end)):
        return start
    deed = token.text in word_set("renewing_words") or (token.tag == "vn" and token.text in word_set("joined_deeds"))
    stray = len(token.text) == 1 and _STRAY.match(token.text) is not None
    if not (deed or stray) or not _solid_or_deed(sheet, token.start):
        return start
    left = phrase_start(sheet, token.start)
    named = left < token.start and any(part.tag in _PROPER for part in _tokens(sheet, left, token.start))
    return left if named else start


def _solid_or_deed(sheet: Sheet, offset: int) -> bool:
    before = sheet.token_at(offset - 1) if offset else None
    chained = before is not None and before.end == offset and before.text in word_set("renewing_words")
    return chained or (_solid(sheet, offset) and before is not None and before.tag not in ("ORG", "nt"))


def _over_name(sheet: Sheet, start: int, end: int) -> int:
    """The start moved left over a name that the tagger took for a person's: 云卡拉|大坝项目."""
    token = sheet.token_at(start - 1)
    if token is None or token.end != start or token.tag not in ("PER", "nr") or not 2 <= len(token.text) <= 6:
        return start
    built = any(pattern(name).match(sheet.flat, start) for name in ("facility_endings", "built_places", "built_alone"))
    foreign = surname_of(token.text) is None or "·" in token.text
    # 华恒|预制菜产业园项目: a brand of two characters before a work that has no other name.
    brand = len(token.text) == 2 and end - start >= _LONG_WORK and not _proper(_tokens(sheet, start, end))
    brand = brand and token.start >= sheet.lead_end and sheet.flat.endswith(words("works_of_brands"), start, end)
    return token.start if (built and foreign) or brand else start
