"""LOCATED_IN of what happens where its sentence is set: 8日,在甲公园,乙会举行; 丙礼堂内,丁局举办的戊会正在进行."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg.extract.annotated import Annotated, Bound, Fact
from kg.extract.grounds import chain_from, chain_start, located
from kg.extract.lists import spoken
from kg.language.classes import ADVERBS, TIMES, one_of
from kg.language.lexicon import any_of, words
from kg.language.pieces import fills

# 8月8日上午,|在; 近日,|; 当天|
_WHEN = re.compile(
    rf"[0-9年月日时分上下中午晚早至到—\-:近日前今昨明天当,\s]|{TIMES}|{one_of('at_last')}|{one_of('on_the_day')}"
)
# 在甲礼堂|内, 乙会现场|,
_ROOM = re.compile(f"的?(?:[\u3400-\u9fff]{{0,4}}(?:{one_of('rooms')}))?(?:{one_of('scene_sides')})?,")
# 一场|乙会
_ONE = re.compile(r"(?:^|[,。;])(?:一[场次届台]|首[场届次])[^,。;]{0,24}$")
_SAYS = re.compile(f"(?:{any_of(words('say_verbs'))})|宣布|获悉|透露|介绍|通报|听取|学习|传达|贯彻|为期|参加过|曾")


def relate(article: Annotated) -> Iterator[Fact]:
    """Each happening of a sentence that is set somewhere by its first words."""
    for start, end in article.sentences():
        items = spoken(article, start, end, "Location", "Meeting")
        meeting = next((item for item in items if item.type == "Meeting" and item.things), None)
        before = [item for item in items if meeting is not None and item.end <= meeting.start]
        if meeting is None or not before or before[0].type != "Location":
            continue
        scene = _scene(article, before, start)
        if scene is None:
            continue
        place, right = scene
        verb = _takes_place(article, meeting, right, end)
        if verb is None or _SAYS.search(article.sheet.flat, right, meeting.start):
            continue
        if any(article.sheet.flat[chain_start(article, items, b) - 1] in "在于" for b in items if b.start >= right):
            continue  # 在甲市,乙会|在丙馆|举行
        yield from located(article, meeting, place, "happens at the scene", verb)


def _scene(article: Annotated, places: Sequence[Bound], start: int) -> tuple[Bound, int] | None:
    """The place that the sentence opens with, and where the clause behind it begins."""
    flat = article.sheet.flat
    chain = chain_from(article, places, 0)
    place, opens = chain[-1], max(start, article.sheet.lead_before(chain[0].start))
    room = _ROOM.match(flat, place.end)
    if room is None or not place.things:
        return None
    led = flat[chain[0].start - 1] == "在" and chain[0].start > opens
    if not fills(_WHEN, flat[opens : chain[0].start - led]):
        return None
    house = place.spot.text.endswith(words("venue_endings"))
    return (place, room.end()) if led or (house and (len(room.group()) > 1 or chain[0].start > opens)) else None


def _takes_place(article: Annotated, meeting: Bound, left: int, end: int) -> tuple[int, int] | None:
    """Where the words stand that say that it is held: before its name, or behind it."""
    flat = article.sheet.flat
    behind = _behind().match(flat, meeting.end, end)
    if behind is not None:
        return behind.span("verb")
    clause = max(left, article.sheet.clause(meeting.start)[0])
    before = _before().search(flat, clause, meeting.start)
    if before is not None:
        return before.span("verb")
    one = _ONE.search(flat, max(0, clause - 1), meeting.start)
    return (meeting.start, meeting.end) if one is not None else None


@cache
def _behind() -> re.Pattern[str]:
    adverbs = f"{ADVERBS}|{TIMES}|{any_of(words('held_adverbs'))}|{one_of('at_last')}"
    so = f"(?:{adverbs}|正在|在这里|在此|在此间|将|如约|,){{0,5}}"
    return re.compile(f"”?{so}(?P<verb>{any_of(words('held_verbs'))}|{one_of('going_on')})(?!的[^,。;]{{0,6}}[者人员])")


@cache
def _before() -> re.Pattern[str]:
    return re.compile(r"(?P<verb>举行|举办|召开|开展|迎来|组织|启动|上演)了?(?:一[场次])?[^,。;、]{0,16}$")
