"""Names of meetings that lack a part: half of their marks, the word before, what they are about; or have one more."""

from __future__ import annotations

import re
from functools import cache

from kg.extract.mention.meetings import start_of
from kg.extract.sheet import Sheet
from kg.language.classes import ATTENDING, CONVENING, all_of, one_of
from kg.language.lexicon import any_of, words
from kg.language.tagger import Token

# 李文达参加APEC|相关部长会议, 关于云岭问题的|和平会议
_LATIN, _RELATED = re.compile("[A-Za-z]{2,12}$"), ("相关", "有关")
_ABOUT = re.compile(f"(?:^|[,。;\\s”]|{CONVENING}|{ATTENDING})了?(?P<about>关于[^,。;的《》“”]{{2,24}}的)$")
# 某地特别行政|区委员会签署仪式: the sign belongs to the word before.
_LEVEL, _CUT_LEVEL = ("区", "县", "旗", "州"), re.compile(f"(?:{one_of('zones_cut_short')}|[\u3400-\u9fff]新)$")
# 李文达|同志遗体告别仪式
_CALLED_SO, _FAREWELLS = all_of("calls_of_the_dead"), all_of("farewells")
_HAN = re.compile("[\u3400-\u9fff]{1,4}")
# 第二届甲博览会|等多个节会活动
_AND_OTHERS = re.compile(
    "等(?:[一多各两]?[系多类][列个项场种]|[0-9]+[余多]?[个项场])?[\u3400-\u9fff]{0,4}(?:活动|会议|展会|赛事)$"
)
_UPON = re.compile("[上中],")
_HEAD_TAGS = ("n", "nz", "nw", "nr", "PER", "LOC", "ns", "ORG", "vn", "an", "a", "m")
_NAMED_TAGS = ("PER", "nr", "LOC", "ns", "ORG")
_FEW = 4  # characters at the head of a sentence that a name may lack
_BROKEN = (("“", "”"), ("(", ")"), ("《", "》"))
_QUOTE_REACH = 44


def first_of_list(sheet: Sheet, start: int, end: int) -> int:
    """第二届甲博览会|等多个节会活动: the end of the one that is named."""
    others = _AND_OTHERS.search(sheet.flat, start, end)
    return others.start() if others and _known_ends().search(sheet.flat, start, others.start()) else end


@cache
def _known_ends() -> re.Pattern[str]:
    return re.compile(f"(?:{any_of(words('meeting_suffixes'))})”?$")


def whole_marks(sheet: Sheet, start: int, end: int) -> tuple[int, int]:
    """The name with both halves of its marks: “我在甲节|等你”, 甲馆(|一分馆)揭牌仪式; or behind a mark too many."""
    for opener, closer in _BROKEN:
        text = sheet.flat[start:end]
        if text.count(closer) <= text.count(opener):
            continue
        first = sheet.flat.index(closer, start)
        at = sheet.flat.rfind(opener, max(0, first - _QUOTE_REACH), start)
        inside = sheet.flat[at:first] if at >= 0 else ""
        if at < 0 or closer in inside or any(mark in inside for mark in "。;"):
            start = first + 1 if first + 1 < end else start
        elif opener == "(":
            start = start_of(sheet, at, end) if at else at
        else:
            start = at
    return start, end


def further_ahead(sheet: Sheet, start: int, end: int) -> int:
    """The start moved left over what a name that begins in its middle lacks."""
    flat = sheet.flat
    if start and flat[start - 1] == "的":
        about = _ABOUT.search(flat, max(0, start - 40), start)
        return about.start("about") if about else start
    if flat.startswith(_RELATED, start):
        latin = _LATIN.search(flat, max(0, start - 12), start)
        return latin.start() if latin else start
    before = sheet.token_at(start - 1) if start else None
    if before is not None and _goes_back(sheet, start, before):
        return before.start
    return _head_of_sentence(sheet, start, end)


def _goes_back(sheet: Sheet, start: int, before: Token) -> bool:
    """李文达|同志遗体告别仪式, 某地特别行政|区委员会签署仪式: whether the word before is part of the name."""
    flat = sheet.flat
    if before.tag in ("PER", "nr"):
        return flat.startswith(_CALLED_SO, start) and flat.startswith(_FAREWELLS, start + 2)
    return flat.startswith(_LEVEL, start) and _CUT_LEVEL.search(flat, max(0, start - 4), start) is not None


def _head_of_sentence(sheet: Sheet, start: int, end: int) -> int:
    """甲品|甲味采购对接会上,: between the head of a sentence and …会上 a word or two are part of the name."""
    left, _ = sheet.sentence(start)
    if not 0 < start - left <= _FEW or left < sheet.lead_end or not _UPON.match(sheet.flat, end):
        return start
    ahead = sheet.words_in(left, start)
    whole = all(token.tag in _HEAD_TAGS and token.text.strip() for token in ahead)
    named = any(token.tag in _NAMED_TAGS for token in ahead)
    return left if whole and not named and _HAN.fullmatch(sheet.flat, left, start) else start
