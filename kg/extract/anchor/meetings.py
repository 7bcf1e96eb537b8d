"""Binding meetings by name, and which of them the article reports."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from msgspec.structs import replace

from kg.extract.anchor.headline import title_meeting
from kg.extract.anchor.places import Ground, seat_name
from kg.extract.anchor.register import Register
from kg.extract.annotated import Bound, covered
from kg.extract.occasions import held
from kg.extract.sheet import Sheet, Spot, occurrences
from kg.language.classes import DIVISIONS, NUMERALS, ORGANS, one_of
from kg.language.organisations import announced, without_announcement
from kg.language.similarity import common_length, plain

_ORDINAL = re.compile(
    f"第[0-9{NUMERALS}]{{1,8}}(?:{one_of('ordinal_classifiers')})|[0-9]{{4}}年?|[{NUMERALS}]{{1,6}}届|首届"
)
_RELATIVE = re.compile(
    f"^(?P<edition>(?:第?[{NUMERALS}]{{1,4}}届)?)(?P<level>{DIVISIONS})(?={ORGANS}|两会|[{NUMERALS}]{{1,4}}届)"
)
# 首届培训|及|技能竞赛 in the title, 首届青江省培训班|暨|技能竞赛 in the text.
_JOINT = re.compile("以及|及其|(?<=[\u3400-\u9fff]{2})[及与和](?=[\u3400-\u9fff]{2})")
_TELLING = 4  # characters of the name of a series
_WHOLE_NAME = 6  # and of one that tells by itself which series it is
_SERIES_NAME = re.compile("(?:博览会|大会|论坛|峰会|交易会|洽谈会|[赛节展]|文化周|运动会|年会|合作周|活动周)$")
# “绿色家园”|为主题的|环保讲座
_THEMED = re.compile("”(?:为主题的|的)(?=[\u3400-\u9fff]{2,20}$)")
# 2023年|“甲”体验活动开营仪式
_EDITION_ONLY = re.compile(f"(?:[0-9]{{4}}年?(?:度)?|首届|第[0-9{NUMERALS}]{{1,4}}届)+")
# 论坛|第六届部长级会议
_SERIES = re.compile(f"(?:论坛|峰会|博览会|大会|合作组织)(?=第[0-9{NUMERALS}]{{1,4}}[届次])")
# 甲论坛|开幕式; games and festivals are opened with a happening of its own.
_OPENING = re.compile("(?<=论坛|峰会|大会|年会|会议|讨会|谈会)[开闭]幕(?:式|会|仪式|活动)$")
_THIS = re.compile(r"(?:此次|本次|这次|这一|该|[本此这今]届)$")


def bind_meetings(sheet: Sheet, spots: Sequence[Spot], register: Register, ground: Ground) -> list[Bound]:
    """Meetings by name: 青洽会 is 第25届青洽会 where the article has but one."""
    bounds: list[Bound] = []
    texts = {spot.text for spot in spots}
    pointed_at = [spot for spot in spots if _THIS.search(sheet.flat[max(0, spot.start - 3) : spot.start])]
    spots = [spot for spot in spots if spot not in pointed_at]
    spots += _only_pointed_at(sheet, pointed_at, spots)
    for spot in sorted(spots, key=lambda spot: (-len(spot.text), spot.start)):
        same = [thing for thing in register.of_type("Meeting") if _same_meeting(spot.text, register.first(thing))]
        same = _told_first(same, bounds, register) if len(same) > 1 else same
        names = _of_series(spot.text, spots) or _of_whole(spot.text, texts) or _qualified(spot.text, ground)
        thing = register.add("Meeting", [register.first(same[0]), *names] if len(same) == 1 else names)
        short = announced(sheet.flat, spot.end)
        if short is not None:
            register.add("Meeting", [register.first(thing), short[0]])
        resolved = _RELATIVE.match(spot.text) and len(names) > 1 and len(same) != 1
        reason = f"{spot.text} → {names[0]}：本报所在" if resolved else ""
        bounds.append(Bound(spot, (thing,), reason))
    return [*bounds, *_short_names(sheet, bounds)]


def _only_pointed_at(sheet: Sheet, pointed: Sequence[Spot], named: Sequence[Spot]) -> list[Spot]:
    """What the page only points at by name: held before all others that it names (此次|甲研讨会由乙会主办), or a series
    where it names none (本届|甲电子信息博览会|吸引了…).
    """
    first = min((spot.start for spot in named), default=len(sheet.flat))
    told = next((spot for spot in pointed if spot.start < first and held(sheet, spot.start, spot.end)), None)
    if told is not None or named:
        return [told] if told is not None else []
    series = [spot for spot in pointed if _SERIES_NAME.search(spot.text) and len(spot.text) >= _WHOLE_NAME]
    return [replace(spot, by="held") for spot in series]


def _told_first(same: Sequence[int], bounds: Sequence[Bound], register: Register) -> list[int]:
    """Of several sessions of one series (第四届某论坛, 首届某论坛) the one that the article tells of first."""
    series = {_ORDINAL.sub("", plain(register.first(thing))) for thing in same}
    starts = {thing: min(b.start for b in bounds if thing in b.things) for thing in same}
    return [min(same, key=lambda thing: starts[thing])] if len(series) == 1 else list(same)


def _of_whole(text: str, texts: AbstractSet[str]) -> list[str]:
    """某论坛|开幕式 as 某论坛, where the page names both: a conference is opened where it is held; else nothing."""
    part = _OPENING.search(text)
    return [text[: part.start()], text] if part is not None and text[: part.start()] in texts else []


def _of_series(text: str, spots: Sequence[Spot]) -> list[str]:
    """论坛第六届部长级会议 as 甲国论坛第六届部长级会议, where the page has named one forum only; else nothing."""
    head = _SERIES.match(text)
    if head is None:
        return []
    own = (spot.text for spot in spots if spot.text.endswith(head.group()))
    names = list(dict.fromkeys(name for name in own if len(name) >= _TELLING))
    return [names[0] + text[head.end() :], text] if len(names) == 1 else []


def _qualified(text: str, ground: Ground) -> list[str]:
    """省政协十三届三次会议 as 青海省政协十三届三次会议, 六届区委全会 as 六届某区委全会; other names as they are."""
    whole = without_announcement(text)
    if whole != text:
        return [*_qualified(whole, ground), text]
    if _THEMED.search(text):
        return [_THEMED.sub("”", text, count=1), text]
    match = _RELATIVE.match(text)
    division = ground.at_level(match["level"]) if match else None
    if match is None or division is None:
        return [text]
    return [match["edition"] + seat_name(division) + text[match.end() :], text]


def known_as(register: Register, name: str) -> int | None:
    """The one meeting of the page that a made name only calls by its year or edition, too, or without them."""
    if len(name) < _TELLING * 2:
        return None
    same = [thing for thing in register.of_type("Meeting") if _only_by_edition(name, register.first(thing))]
    return same[0] if len(same) == 1 else None


def _only_by_edition(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return _EDITION_ONLY.fullmatch(long.removesuffix(short)) is not None


def _same_meeting(short: str, long: str) -> bool:
    a, b = plain(short), plain(long)
    if not b.endswith(a):
        a, b = _JOINT.sub("暨", a), _JOINT.sub("暨", b)
    numbers = _ORDINAL.findall(a)
    if numbers and numbers != _ORDINAL.findall(b)[: len(numbers)]:
        return False
    bare = _ORDINAL.sub("", a)
    if len(bare) < 3:
        return False
    if b.endswith(bare) or (bare in b and b[b.index(bare) + len(bare) :].startswith("暨")):
        return True
    return len(bare) >= 6 and a[-2:] == b[-2:] and common_length(bare, b) == len(bare)


def _short_names(sheet: Sheet, bounds: Sequence[Bound]) -> Iterable[Bound]:
    """The short names announced in brackets (简称“青洽会”), wherever they stand."""
    for bound in bounds:
        short = announced(sheet.flat, bound.end)
        if short is None:
            continue
        for at in occurrences(sheet.article.text, short[0]):
            end = at + len(short[0])
            if not covered(bounds, at, end):
                yield Bound(sheet.spot(at, end, "Meeting", "alias"), bound.things)


def entitle(sheet: Sheet, bounds: Iterable[Bound], register: Register, main: int | None) -> None:
    """Give the main meeting the name in the title where that says more and the text had to make one up."""
    name = title_meeting(sheet.article.title or "")
    if name is None or main is None:
        return
    own = register.first(main)
    made = any(b.spot.by == "unnamed" and main in b.things for b in bounds)
    known = [thing for thing in register.of_type("Meeting") if thing != main and name in register.names(thing)]
    if made and not known and own[-2:] == name[-2:]:
        register.lead(main, name)


def main_meeting(sheet: Sheet, bounds: Iterable[Bound]) -> int | None:
    """The meeting that the article reports: the first that takes place in it, or None."""
    for bound in sorted(bounds, key=lambda bound: bound.start):
        if bound.type != "Meeting" or not bound.things:
            continue
        if bound.spot.by in ("talk", "unnamed", "held") or held(sheet, bound.start, bound.end):
            return bound.things[0]
    return None
