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
# 由甲局主办的|2024年“乙月”活动: the year before marks is part of the name.
_WHEN_AHEAD = _WHEN.replace("年|", "年(?![“《])|", 1)
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
_MARKED = re.compile(r"“[^“”]*”|《[^《》]*》|[(][^()]*[)]")
_DEED = re.compile(
    f"{CONVENING}|{ATTENDING}|开展|主办|承办|主持|介绍|宣布|赴|前往|来到|邀请|进行|组织(?!部|工作)|公布|印发"
)
_NUMBERED = re.compile(rf"[“《]|\d{{4}}年?|第[0-9{NUMERALS}百]+[届期次季]|首届|\d+周年")
_PLACED = ("LOC", "ORG", "ns", "nt", "nz")
_NOUNS = ("n", "nz", "nw", "vn", "an", *_PLACED)
_FEW = 4  # characters of a last word with what every happening may be called


# 开展|“同心向党，石榴花开”建军节主题活动: what a part in marks of its own tells from others.
_OUTSIDE = r"[^\s,。;:!?、“”《》()的在由将于等和与]"
_UNDERTAKEN = re.compile(
    rf"开展了?(?P<name>{_OUTSIDE}{{0,12}}“[^“”。;]{{2,40}}”\s?(?:{_OUTSIDE}|[和与]){{0,24}})(?=[,。;!]|$)"
)
# 常态化|开展“甲乙”活动, 下一步将|开展“丙丁”活动: of which none is told.
_AGAIN = re.compile(
    f"(?:{one_of('times_and_again')}|持续|继续|不断|广泛|坚持|进一步|每[年月周季次期]|下一步)[^,。;]{{0,12}}$"
)


# 一场|古树认养仪式在…举行, 举办了一场|别开生面的垃圾分类讲座, 在…举行的一场|关于童工问题的听证会上
_ONE = re.compile(
    rf"(?<![每另同])一[场堂](?P<name>(?:关于)?(?:“[^“”。;]{{1,40}}”|《[^《》。;]{{1,40}}》|[^\s,。;:!?、“”《》在于]){{4,44}}?)"
    rf"(?:(?P<where>(?:{_WHEN}|最近|正|也|,){{0,4}}[在于][^,。;]{{2,30}}?(?:{HELD}|启程|进行))|(?P<at>(?<=[会议动式礼坛节座展赛典])(?:上|中(?!心)))|(?=[,。;!]|$))"
)
_HOLDS_ONE = re.compile(f"(?:{CONVENING}|开展|组织|主办|带来|迎来|进行)(?P<of>的)?了?$")
# 主题为|“向海图强”的座谈会; 关于童工问题的|听证会
_UNDER_NAME = re.compile("(?:名为|题为|主题[为是]|名叫|以)(?=“)")
_TOPIC = ("关于", "有关", "针对", "围绕")


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
        rf"(?:(?<=[,。;:!?\n ])|^|{_BOUND_BY}){_WHEN_AHEAD}{{0,6}},?"
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
    if "一场" in sheet.flat or "一堂" in sheet.flat:
        spots += (sheet.spot(start, end, "Meeting", "held") for start, end in _single(sheet))
    return keep_longest(spots)


def _single(sheet: Sheet) -> Iterable[tuple[int, int]]:
    """The names of happenings of which the page says that one was held, without how it was: 一场|古树认养仪式."""
    for match in _ONE.finditer(sheet.flat):
        held = _HOLDS_ONE.search(sheet.flat, max(0, match.start() - 8), match.start())
        if match["where"] is None and (held is None or (held["of"] is not None) != (match["at"] is not None)):
            continue
        start, end = _without_praise(sheet, *match.span("name"))
        text = sheet.flat[start:end]
        outside = _MARKED.sub("", text)
        if (
            end not in sheet.edges
            or len(text) <= _FEW
            or _DEED.search(outside)
            or not _tail("”" in text[:-1]).search(text)
        ):
            continue
        if not (is_bare(text) or is_kind(text) or is_generic(text, sheet, start, end)):
            yield start, end


def _without_praise(sheet: Sheet, start: int, end: int) -> tuple[int, int]:
    """The words without what only says how it was: 别开生面的|垃圾分类讲座, 名为|“绿色家园”的公益活动, 竹编的体验."""
    outside = _MARKED.sub(lambda part: "_" * len(part.group()), sheet.flat[start:end])
    of, under = outside.rfind("的") + start, _UNDER_NAME.match(sheet.flat, start)
    if of < start or sheet.flat.startswith(_TOPIC, start):
        return start, end
    if under is not None and "_" not in outside[of - start :]:
        return under.end(), end
    nouns = all(token.tag in _NOUNS for token in sheet.words_in(start, of))
    return (start, end) if nouns and is_kind(sheet.flat[of + 1 : end]) else (of + 1, end)


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
    outside = _MARKED.sub("", text)
    if _two().search(outside):
        return False
    if _NO_NAME.search(outside) or _DEED.search(outside) or is_bare(text) or is_generic(text, sheet, start, end):
        return False
    quoted = sheet.flat[start - 1 : start] == "“"
    placed = quoted or any(token.tag in _PLACED for token in sheet.words_in(start, end))
    return bool(_NUMBERED.search(text)) or placed or (len(text) >= own and not is_kind(text))
