"""Names of happenings that their clause bounds: whatever stands between a verb of holding and the end of its clause, or
between the head of a clause and 在…举行, if it ends like a happening."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from kg.extract.mention.meetings import is_bare
from kg.extract.mention.no_meetings import is_kind
from kg.extract.mention.phrases import is_generic
from kg.extract.sheet import Sheet, Spot, keep_longest
from kg.language.classes import ATTENDING, CONVENING, HELD, NUMERALS, one_of
from kg.language.lexicon import any_of, words

# Quoted and bracketed parts hold any marks but those that end a sentence; what stands outside them holds no mark, no
# preposition that leads in a place, a time or a doer, and no 的.
_PART = r"(?:“[^“”。;]{1,40}”|《[^《》。;]{1,40}》|[(][^()。;]{1,16}[)]|[^\s,。;:!?、“”《》()的在由将于])"
_WHEN = (
    r"(?:\d{4}年|\d{1,2}月(?!份)|\d{1,2}[日号](?!第)|[至-]|[上下中]午|晚上?|凌晨|\d{1,2}[时点:]\d{0,2}分?"
    r"|近日|日前|昨[日天]|今[日天]|当[日天晚]|昨晚|今晨|前不久|近期|此次|本次|随后|据悉,|据了解,)"
)
_HOLDS = f"(?:{CONVENING}|主办)(?:了|的)?"
_BOUND_BY = f"(?:{one_of('hosting_and_themes')})的"
_LONGEST = 56
_SHORTEST = 7
_OWN = 10
_NO_NAME = re.compile(
    rf"^(?:自|还是?|也是?|正|就|[上下]一|本届|历届)|[丨|△▲●■◆]|等(?:系列)?(?:活动|会议|论坛)$|^(?:一|几|多|数|各|每|某|两|[0-9]+[余多]?)[\u3400-\u9fff]{{0,2}}?[场次个项]|^(?:{one_of('no_own_names')})"
    r"|表示|强调|指出|认为|获悉|了解|参加|出席|公告|通知|关于|根据|为了|以及|并|已经|可以|如何|情况"
)
# A clause in front of the name: 甲市举办…, 李文达主持…: who holds it is no part of it.
_DEED = re.compile(f"{CONVENING}|{ATTENDING}|开展|主办|承办|主持|介绍|宣布|赴|前往|来到|邀请|组织(?!部|工作)|公布|印发")
_NUMBERED = re.compile(rf"[“《]|\d{{4}}年?|第[0-9{NUMERALS}百]+[届期次季]|首届|\d+周年")
_PLACED = ("LOC", "ORG", "ns", "nt", "nz")


# 开展|“同心向党”建军节主题活动, 启动|2023年“诗意青江”诗歌征集活动: what a part in marks of its own tells from others.
_OUTSIDE = r"[^\s,。;:!?、“”《》()的在由将于等和与]"
_UNDERTAKEN = re.compile(
    rf"(?:开展|启动)了?(?P<name>{_OUTSIDE}{{0,12}}“[^“”。;]{{2,40}}”\s?(?:{_OUTSIDE}|[和与]){{0,24}})(?=[,。;!]|$)"
)
# 常态化|开展“甲乙”活动, 下一步将|启动“丙丁”活动: of which none is told.
_AGAIN = re.compile(
    f"(?:{one_of('times_and_again')}|持续|继续|不断|广泛|坚持|进一步|每[年月周季次期]|下一步)[^,。;]{{0,12}}$"
)


@cache
def _object() -> re.Pattern[str]:
    ends = r"(?=[,。;!]|[(](?:以下)?[简又下]称|$)"
    return re.compile(rf"(?:{_HOLDS}|(?:{ATTENDING})了)(?:题为|主题为)?(?P<name>{_PART}{{1,{_LONGEST}}}?){ends}")


@cache
def _subject() -> re.Pattern[str]:
    """The head of a clause, or 甲主办的|, then the name, where and when, and the verb."""
    adverbs = any_of(words("held_adverbs"))
    held = HELD
    return re.compile(
        rf"(?:(?<=[,。;:!?\n ])|^|{_BOUND_BY}){_WHEN}{{0,6}},?"
        rf"(?P<name>{_PART}{{1,{_LONGEST}}}?)"
        rf"(?:,?{_WHEN}{{1,6}}|[在于][^,。;]{{2,40}}?|{adverbs}){{0,4}}(?:{held})了?(?=[,。;!]|$|[\u3400-\u9fff])"
    )


@cache
def _tail(quoted: bool) -> re.Pattern[str]:
    """The last word of a name; with a part in quotation marks others will do: “知危险 会避险”安全课堂."""
    further = [word for word in words("quoted_events") if len(word) > 1] if quoted else []
    ends = any_of((*words("meeting_suffixes"), *words("event_words"), *further))
    return re.compile(rf"(?:{ends})(?:[(](?!以下|简称|又称|下称)[^()]{{1,12}}[)])?”?$")


@cache
def _two() -> re.Pattern[str]:
    """甲庆典|和乙纪念活动: two names side by side."""
    return re.compile(
        f"(?:{any_of(word for word in words('meeting_suffixes') if len(word) > 1)}|[^发进拓扩开施伸]展)[和与]"
    )


def find(sheet: Sheet) -> list[Spot]:
    """Every happening whose name its clause bounds on both sides."""
    spots = []
    objects = [(match, _OWN) for match in _object().finditer(sheet.flat)]
    quoted = _UNDERTAKEN.finditer(sheet.flat) if "”" in sheet.flat else ()
    begun = [(match, _OWN) for match in quoted if not _again(sheet, match.start())]
    for match, own in [*objects, *begun, *((match, _LONGEST) for match in _subject().finditer(sheet.flat))]:
        start, end = _unquoted(sheet.flat, *match.span("name"))
        if start >= sheet.lead_end and _names(sheet, start, end, own):
            spots.append(sheet.spot(start, end, "Meeting", "held"))
    return keep_longest(spots)


def _again(sheet: Sheet, verb: int) -> bool:
    """Whether what the verb's object names is done again and again, or is still to be done."""
    return _AGAIN.search(sheet.flat, sheet.clause(verb)[0], verb) is not None


def _unquoted(flat: str, start: int, end: int) -> tuple[int, int]:
    """The span without the quotation marks that hold all of it."""
    whole = flat[start : start + 1] == "“" and flat.find("”", start) == end - 1
    return (start + 1, end - 1) if whole else (start, end)


def bounded(sheet: Sheet, named: Iterable[Spot]) -> list[Spot]:
    """The named meetings, those that are only the end of a name which its clause bounds replaced by the whole name."""
    named, framed = list(named), find(sheet)
    inside = [spot for spot in named if not any(_ends_in(spot, whole) for whole in framed)]
    return [*inside, *(whole for whole in framed if not any(whole.overlaps(spot) for spot in inside))]


def _ends_in(spot: Spot, whole: Spot) -> bool:
    return spot.inside(whole) and (spot.end == whole.end or spot.start == whole.start)


def _names(sheet: Sheet, start: int, end: int, own: int) -> bool:
    """Whether the words name one happening in particular and nothing of another clause.

    own: so many characters single it out, though no name, no number and no quotation stands among them.
    """
    text = sheet.flat[start:end]
    whole = start in sheet.edges and end in sheet.edges
    if not whole or len(text) < _SHORTEST or not _tail("”" in text[:-1]).search(text):
        return False
    outside = re.sub(r"“[^“”]*”|《[^《》]*》|[(][^()]*[)]", "", text)
    if _two().search(outside):
        return False
    if _NO_NAME.search(outside) or _DEED.search(outside) or is_bare(text) or is_generic(text, sheet, start, end):
        return False
    quoted = sheet.flat[start - 1 : start] == "“"
    placed = quoted or any(token.tag in _PLACED for token in sheet.words_in(start, end))
    return bool(_NUMBERED.search(text)) or placed or (len(text) >= own and not is_kind(text))
