"""Happenings that only a verb tells: 甲园区在西宁正式启用。市长出席活动 is about 甲园区启用仪式."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.extract.anchor.setting import Made, Setting
from kg.extract.annotated import Bound
from kg.extract.mention.events import subject_span
from kg.extract.moods import mood
from kg.language.classes import NUMERALS, RANKS, one_of
from kg.language.lexicon import any_of, table

# How many sentences before 出席活动 still tell what it is; for 揭牌仪式 the whole text before it may.
_NEAR = 3
_NOUN = re.compile("仪式|活动|项目|大会|典礼|会|式|资金|金额|物资|方|者|单位|以来|后|前|时|的|率")
_SIGNS = "签约仪式"
_FOUNDING = "成立大会"
_AT_ONCE = "集中"
_SINGLED_OUT = re.compile(f"[0-9]{{4}}年|第[0-9{NUMERALS}]{{1,3}}[次批季]|[{RANKS}]")
_QUOTED = re.compile(r"了?(?P<what>(?:[0-9]{4}年?)?“[^”。;]{3,30}”[\u3400-\u9fff]{0,16}?)(?=[,。;并、]|$)")
# 李文达执导的动作电影|《云岭长歌》|正式开机
_OF_ART = ("开机仪式", "首发仪式", "启动仪式")
_WORK_OF_ART = re.compile(r"(?P<what>(?:[^\W\d_的了]{0,5}[影剧片书集歌])?《[^《》]{1,30}》)[\u3400-\u9fff]{0,6}$")
# 领导、嘉宾|共同揭牌: who does it, not what it is done to.
_DOERS = re.compile(f"(?:{one_of('doers_of_rites')})(?:[(][^()]{{1,12}}[)])?$")
_DONE_TOGETHER = re.compile("(?:共同|一起|一同|一道|联合|携手|分别|为)[^,。;]{0,8}$")
# 甲中心(以下简称“乙”)|启动
_BRACKET = re.compile("[(](?:以下)?(?:简称|下称|又称)?[^()]{1,30}[)]$")
# 某节|日前|启动
_WHEN = re.compile("(?:日前|近日|今[日天]|昨[日天]|当[日天]|正式)$")
_TO_LIST = re.compile("(?:向|为|给)[^,。;]{2,40}[、和及与]$")
_FOR = ("向", "为", "给", "对", "由")
_UNVEILED = ("启用", "落成", "开业", "开张", "开馆", "开园", "成立")  # 甲中心当日|启用。…出席揭牌仪式


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
    kind = kind or _ceremonies().get(text.removesuffix("仪式"), "")
    if not kind and text.endswith("仪式") and text not in ("仪式", "活动仪式"):
        return None  # 开闭幕仪式: of a kind that no verb told
    verbs = list(_telling(setting, start, kind))
    if not verbs and kind in ("启动仪式", "揭牌仪式"):
        verbs = [verb for verb in _telling(setting, start, "") if kind == "启动仪式" or verb.group() in _UNVEILED]
    for verb in verbs:
        ceremony = _ceremonies()[verb.group()] if verb.group() not in _UNVEILED or kind != "揭牌仪式" else kind
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
    if ceremony in (_SIGNS, "捐赠仪式"):
        bodies = _named(setting, left, verb.start(), ("Organization",))
        return _parties(setting, verb.start(), bodies) if ceremony == _SIGNS else _giver(setting, bodies)
    quoted = _QUOTED.match(setting.sheet.flat, verb.end(), right)
    if quoted is not None:
        return quoted["what"]
    things = _named(setting, verb.end(), right, ("Project", "Organization", "Location"))
    if things and things[0].start - verb.end() <= 4:
        return things[0].spot.text
    film = _WORK_OF_ART.search(setting.sheet.flat, left, verb.start()) if ceremony in _OF_ART else None
    if film is not None:
        return setting.sheet.article.text[film.start("what") : film.end("what")]
    return _opened(setting, left, verb.start())


def _parties(setting: Setting, verb: int, bodies: list[Bound]) -> str:
    names = list(dict.fromkeys(bound.spot.text for bound in bodies))
    return f"{names[0]}与{names[-1]}" if len(names) > 1 else _together(setting, verb)


def _giver(setting: Setting, bodies: list[Bound]) -> str:
    """The first body that gives: not one to which it is given."""
    flat = setting.sheet.flat
    givers = (b for b in bodies if flat[b.start - 1 : b.start] not in _FOR and not _receives(setting, b))
    return next((giver.spot.text for giver in givers), "")


def _opened(setting: Setting, left: int, verb: int) -> str:
    """The subject of the verb, where it is what is opened and not who does it: 甲中心(以下简称“乙”)|启动."""
    sheet = setting.sheet
    span = subject_span(sheet, verb)
    if span is None or _DOERS.search(sheet.flat, *span) or _DONE_TOGETHER.search(sheet.flat, span[1], verb):
        return ""
    start, end = span
    bracket = _BRACKET.search(sheet.flat, left, end)
    if bracket is not None and bracket.start() <= start:
        whole = subject_span(sheet, bracket.start())
        if whole is None:
            return ""
        start, end = whole
    elif bracket is not None:
        end = bracket.start()
    when = _WHEN.search(sheet.flat, start, end)
    return _paired(sheet.article.text[start : when.start() if when else end])


def _receives(setting: Setting, body: Bound) -> bool:
    """向甲校、|乙校|和丙校捐赠: whether a body stands in the list of those to whom it is given."""
    left, _ = setting.sheet.clause(body.start)
    return _TO_LIST.search(setting.sheet.flat, left, body.start) is not None


def _paired(name: str) -> str:
    """The name, or nothing where half of its marks are missing."""
    pairs = (("“", "”"), ("《", "》"), ("(", ")"), ("（", "）"))
    return name if all(name.count(one) == name.count(other) for one, other in pairs) else ""


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
