"""What a talk without a name is called after where nobody holds it: both sides, who went where, who is at home.

李文达 who merely sits there gives no talk its name while one of these is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.extract.anchor.setting import Setting
from kg.extract.annotated import Bound
from kg.extract.sheet import Sheet
from kg.language.classes import CONVENING, one_of

_HOLDS = f"(?:{CONVENING}|开展|进行)了?"
_BOTH = re.compile(f"(?:双方|两家|两院|两地|两家单位)(?:[^,。;]{{0,4}}?){_HOLDS}$")
_LINK = re.compile("(?:[(][^()]{1,30}[)])?[与和同]")
# 甲区就某工作与|乙企业|召开: no verb, no mark and no time in either side.
_ABOUT = "(?:(?:就|围绕)[^,。;就与]{2,30}?)?"
_SIDE = "[\u3400-\u9fffA-Za-z·“”]"
_SIDES = re.compile(
    rf"(?:^|[,。;]|[日午晚天]|近日|日前)(?P<left>(?!与|和){_SIDE}{{2,20}}?){_ABOUT}[与同和](?P<right>{_SIDE}{{2,20}}?)"
    rf"{_ABOUT}(?:共同|联合)?{_HOLDS}$"
)
_NO_SIDE = re.compile(
    f"等?(?:议题|问题|事项|话题|事宜)$|{CONVENING}|一行|出席|参加|带队|率|赴|前往|来到|走访|调研|考察|精神|工作|就|围绕|双方|[他她我]"
)
# 李文达一行|赴|甲公司调研, 周明远带队|到|乙镇
_GOES = re.compile(
    r"(?P<group>一行|[^,。;]{0,6}一行)?(?:带队|率队|率[^,。;]{1,14}?|带领[^,。;]{1,24}?|等[^,。;]{0,8}?|专程|专题|实地)?"
    rf"(?:深入|{one_of('going_there')})"
)
_ADVERBS = re.compile(f"(?:[于在](?!线)[^,。;于在]{{2,10}}|{one_of('adverbs_before_with')}){{1,4}}$")
# 与|到访的|云岭国总统会谈
_CAME_THERE = re.compile("(?:应约|到访的?|来访的?|前来[^,。;的]{0,6}的)")
_INSPECTS = re.compile("调研|考察|走访")
_LEAVES_OFF = re.compile("[、和及与]")
_OF_THE_PAGE = 2  # sentences that tell what the page is about
_GAP = 1


def sides_of(setting: Setting, start: int, text: str) -> str:
    """The name of the talk at `start` by both its sides, where the clause tells them; or an empty one."""
    return _both(setting, start, text) or _told_sides(setting, start, text)


def going_or_at_home(setting: Setting, start: int, text: str) -> str:
    """Its name by who came to whom, or by the body with which the page begins."""
    return _visit(setting, start, text) or _at_home(setting, text)


def _at_home(setting: Setting, text: str) -> str:
    """The body with which the page begins, whose talk it is: 甲局邀请专家…。|座谈会|上."""
    sheet = setting.sheet
    for left, _ in sheet.sentences[:_OF_THE_PAGE]:
        begin = max(left, sheet.lead_end)
        for body in _bodies(setting.bounds):
            if body.start >= begin and _opens(setting, begin, body.start):
                return setting.name(body) + text
    return ""


def _opens(setting: Setting, left: int, at: int) -> bool:
    """Whether a body is the subject of its clause: nothing but a time stands before it."""
    sheet = setting.sheet
    begin = max(left, sheet.clause(at)[0])
    before = sheet.words_in(begin, at) if begin < at else ()
    return all(token.tag in ("TIME", "t", "w", "d", "ad") for token in before)


def _bodies(bounds: Sequence[Bound]) -> Iterator[Bound]:
    return (b for b in bounds if b.type == "Organization" and b.things and not b.inner)


def _both(setting: Setting, start: int, text: str) -> str:
    """甲法院与乙局举行仪式。随后,双方召开|座谈会: the two of the last sentence that joins two bodies."""
    sheet = setting.sheet
    left, _ = sheet.clause(start)
    if _BOTH.search(sheet.flat, left, start) is None:
        return ""
    before = [b for b in _bodies(setting.bounds) if b.end <= start]
    for one, other in reversed(list(pairwise(before))):
        if _LINK.fullmatch(sheet.flat, one.end, other.start) and one.things != other.things:
            return f"{setting.name(one)}与{setting.name(other)}{text}"
    return ""


def _told_sides(setting: Setting, start: int, text: str) -> str:
    """甲区就春耕备耕与乙企业召开|座谈会: both sides as the clause words them."""
    sheet = setting.sheet
    left, _ = sheet.clause(start)
    sides = _SIDES.search(sheet.flat[left:start])
    if sides is None or any(_NO_SIDE.search(sides[side]) for side in ("left", "right")):
        return ""
    spans = [(left + sides.start(side), left + sides.end(side)) for side in ("left", "right")]
    spans[0] = (spans[0][0], _before_adverbs(sheet, *spans[0]))
    if spans[0][1] <= spans[0][0]:
        return ""
    came = _CAME_THERE.match(sheet.flat, *spans[1])
    spans[1] = (came.end() if came else spans[1][0], spans[1][1])
    return "与".join(_worded(setting, *span) for span in spans) + text


def _before_adverbs(sheet: Sheet, start: int, end: int) -> int:
    """Where a side ends before what only tells when and how the two talk: 李文达|还将|与…."""
    adverbs = _ADVERBS.search(sheet.flat, start, end)
    return adverbs.start() if adverbs else end


def _worded(setting: Setting, start: int, end: int) -> str:
    """The words of a side, or the name of what they mean."""
    meant = next((b for b in setting.bounds if (b.start, b.end) == (start, end) and b.things), None)
    return setting.name(meant) if meant is not None else setting.sheet.article.text[start:end]


def _visit(setting: Setting, start: int, text: str) -> str:
    """李文达一行赴甲公司调研。…|座谈会|上: who came, and to whom, where it was one place."""
    sheet = setting.sheet
    for left, right in sheet.sentences[:_OF_THE_PAGE]:
        people = [b for b in setting.bounds if b.type == "Person" and left <= b.start < right and b.things]
        for person in people:
            goes = _GOES.match(sheet.flat, person.end, right)
            if person.end > start or goes is None:
                continue
            place, group = _reached(setting, goes.end()), "一行" if goes["group"] else ""
            inspects = "调研" if _INSPECTS.search(sheet.flat, goes.end(), right) else ""
            if place is not None:
                return f"{setting.name(person)}{group}到{setting.name(place)}{inspects}{text if inspects else '座谈'}"
            if inspects:
                return f"{setting.name(person)}{group}{inspects}{text}"
    return ""


def _reached(setting: Setting, at: int) -> Bound | None:
    """The body or place that is named there and with which no list begins."""
    named = [b for b in setting.bounds if at <= b.start <= at + _GAP and b.type in ("Organization", "Location")]
    place = max((b for b in named if b.things), key=lambda b: b.end, default=None)
    if place is None or _LEAVES_OFF.match(setting.sheet.flat, place.end):
        return None
    return place
