"""Happenings that only a verb tells: 甲园区在西宁正式启用。市长出席活动 is about 甲园区启用仪式."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.extract.anchor.setting import Made, Setting
from kg.extract.annotated import Bound
from kg.extract.mention.events import subject_span
from kg.extract.moods import mood
from kg.language.classes import NUMERALS, RANKS
from kg.language.lexicon import any_of, table

# How many sentences before 出席活动 still tell what it is; for 揭牌仪式 the whole text before it may.
_NEAR = 3
_NOUN = re.compile("仪式|活动|项目|大会|典礼|会|式|资金|金额|物资|方|者|单位|以来|后|前|时|的|率")
_SIGNS = "签约仪式"
_FOUNDING = "成立大会"
_AT_ONCE = "集中"
_SINGLED_OUT = re.compile(f"[0-9]{{4}}年|第[0-9{NUMERALS}]{{1,3}}[次批季]|[{RANKS}]")
_QUOTED = re.compile(r"[^,。;“]{0,12}(“[^”。;]{3,30}”[\u3400-\u9fff]{0,8}?)(?=[,。;并、]|$)")


@cache
def _ceremonies() -> dict[str, str]:
    return {row[0]: row[1] for row in table("ceremony_verbs")}


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(any_of(_ceremonies()))


def told(setting: Setting, start: int, end: int) -> Made | None:
    """The happening that a call at `[start, end)` means (活动, 启动仪式), made of the verb that told it before."""
    text = setting.sheet.flat[start:end]
    kind = next((name for name in sorted(set(_ceremonies().values())) if name[:2] in text), "")
    verbs = list(_telling(setting, start, kind)) or (list(_telling(setting, start, "")) if kind == "启动仪式" else [])
    for verb in verbs:
        ceremony = _ceremonies()[verb.group()]
        name = _about(setting, verb, ceremony)
        if name:
            name = name.rpartition("——")[2]  # 某基金第二只子基金——|甲基金|成立
            what = _FOUNDING if text.endswith(_FOUNDING) and verb.group() == "成立" else ceremony
            return Made(start, name + what, f"前文“{verb.group()}”所述")
    return None


def _telling(setting: Setting, start: int, kind: str) -> Iterator[re.Match[str]]:
    """The verbs before the call that tell of such a happening, the nearest sentence first."""
    sheet = setting.sheet
    last = sheet.sentence_index(start)
    for index in range(last, -1 if kind else max(-1, last - 1 - _NEAR), -1):
        left, right = sheet.sentences[index]
        reach = right if index == last and "见证" in sheet.flat[start : start + 4] else min(right, start)
        for verb in _verbs().finditer(sheet.flat, left, reach):
            fits = not kind or _ceremonies()[verb.group()] == kind
            is_verb = verb.start() in sheet.edges and not _NOUN.match(sheet.flat, verb.end())
            if fits and is_verb and mood(sheet, verb.span()) == "done":
                yield verb


def _about(setting: Setting, verb: re.Match[str], ceremony: str) -> str:
    """What the happening is about: the parties of a signing, the giver, what is opened or begun."""
    left, right = setting.sheet.clause(verb.start())
    bodies = _named(setting, left, verb.start(), ("Organization",))
    if ceremony == _SIGNS:
        names = list(dict.fromkeys(bound.spot.text for bound in bodies))
        return f"{names[0]}与{names[-1]}" if len(names) > 1 else _together(setting, verb.start())
    if ceremony == "捐赠仪式":
        return bodies[0].spot.text if bodies else ""
    quoted = _QUOTED.match(setting.sheet.flat, verb.end(), right)
    if quoted and quoted.start() == verb.end():
        return quoted.group(1)
    things = _named(setting, verb.end(), right, ("Project", "Organization", "Location"))
    if things and things[0].start - verb.end() <= 4:
        return things[0].spot.text
    span = subject_span(setting.sheet, verb.start())
    if span is None:
        return ""
    return setting.sheet.article.text[slice(*span)]


def _together(setting: Setting, verb: int) -> str:
    """2024年甲区第二批招商项目集中|签约: what is signed all at once, where a place or a number singles it out."""
    sheet = setting.sheet
    span = subject_span(sheet, verb - len(_AT_ONCE)) if sheet.flat.startswith(_AT_ONCE, verb - len(_AT_ONCE)) else None
    if span is None or not _SINGLED_OUT.search(sheet.flat, *span):
        return ""
    return sheet.article.text[slice(*span)] + _AT_ONCE


def _named(setting: Setting, left: int, right: int, kinds: tuple[str, ...]) -> list[Bound]:
    return [
        b for b in setting.bounds if left <= b.start and b.end <= right and b.type in kinds and b.things and not b.inner
    ]
