"""LOCATED_IN as nouns and verbs around two names tell it: 甲公司以乙市为总部, 乙市是丙会的举办地, 乙镇有家甲公司."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from kg.extract.annotated import Annotated, Bound, Fact
from kg.extract.grounds import can_hold, chain_from, chain_start, is_division, located
from kg.extract.lists import asides, gap, leads_up, run_from, run_to, spoken
from kg.language.classes import ADVERBS, COPULAS, COUNTS, EVALUATIVES, LISTED_BODIES, TIMES, one_of
from kg.language.divisions import find as find_division
from kg.language.lexicon import words

_HELD = ("Organization", "Project", "Meeting", "Location")
# Words and marks that say only when or how, between who settles and the verb.
_SO = f"(?:{ADVERBS}|{TIMES}|{one_of('at_last')}|,){{0,6}}"
_FROM = "从自由"
# So many letters stand at most between the two names.
_FAR = 36
_SETTLED = ("Organization", "Project")


@dataclass(frozen=True, slots=True)
class _Saying:
    """What stands between the names, before the first one and behind the second one, and what is held so."""

    rule: str
    kinds: tuple[str, ...]
    between: re.Pattern[str]
    behind: re.Pattern[str] = re.compile("")
    before: tuple[str, ...] = ("",)


@cache
def _held_first() -> tuple[_Saying, ...]:
    """The thing, and then its place."""
    seat, base, venue = one_of("head_seats"), one_of("bases"), f"{one_of('venue_nouns')}|{one_of('venues_in_short')}"
    at, move, ends = one_of("standing_at"), one_of("moving_to"), r"(?=[,。;!、)]|$)"
    ruled = f"(?:境内|地界|辖区)?(?:{one_of('ruling')})?{ends}"
    return (
        _Saying("has its base in", _SETTLED, re.compile(f"{_SO}以"), re.compile(f"作?为[^,。;]{{0,4}}?(?:{base})")),
        _Saying("moved to", ("Organization",),
                re.compile(f"{_SO}[把将](?:其|公司|集团|企业)?(?:{seat}){_SO}(?:从[^,。;]{{1,12}}?)?(?:{move})了?")),
        _Saying("moved to", ("Organization",), re.compile(f"{_SO}(?:从|由)[^,。;]{{1,12}}?(?:{move})了?")),
        _Saying("belongs to", ("Location",), re.compile(f"{_SO}(?:行政上)?(?:归|由|受)"),
                re.compile(f"(?:{one_of('ruling')}){ends}")),
        _Saying("belongs to", ("Location", "Organization"), re.compile(f"{_SO}(?:行政上)?(?:{one_of('lying_in')})"),
                re.compile(ruled)),
        _Saying("stands in", _SETTLED,
                re.compile(f"的?(?:{seat})(?:所在地{_SO}(?:{at}|——|:)?|{_SO}(?:{at}|位于|仍在|还在|——|:))")),
        _Saying("venue of the meeting", ("Meeting",),
                re.compile(f"的?(?:{venue}){_SO}(?:{at}|{one_of('falling_to')}|——|:)了?")),
        _Saying("venue of the meeting", ("Meeting",), re.compile(f"{_SO}(?:{one_of('falling_to')})了?")),
        _Saying("stands in", ("Organization", "Project", "Meeting", "Location"),
                re.compile(f"{_SO}(?:{one_of('being_at')})了?"),
                re.compile(r"(?=[,。;!、)]|$|的)|境内|[内里]|(?:举[行办]|召开|建设|运[行营]|实施|落成|开幕)(?=[,。;]|$)")),
        _Saying("stands in", _SETTLED,
                re.compile(f"的?(?:{one_of('signboards')}){_SO}(?:{one_of('hung_up')})了?")),
        _Saying("stands in", _SETTLED, re.compile(f"的?(?:{one_of('signboards')}){_SO}在"),
                re.compile("[^,。;]{0,6}[挂亮揭立竖]")),
        _Saying("a tenant of", ("Organization", "Project", "Location"), re.compile(f"{_SO}(?:是|为|系|作为)"),
                re.compile(f"(?:内)?的?[^,。;、]{{0,6}}?(?:{one_of('settling_verbs')})(?:的)?[^,。;、]{{0,8}}?"
                           f"(?:{LISTED_BODIES}|项目|之一)")),
        _Saying("comes from", ("Organization",), re.compile(f"{_SO}(?:均|都|同|皆)?来自于?"),
                re.compile(r"(?=[,。;!)]|$)")),
        _Saying("a sight of", ("Location",), re.compile(f"{_SO}(?:{COPULAS}|入选|跻身)了?"),
                re.compile(f"[^,。;、的]{{0,8}}?的[^,。;、]{{0,8}}?(?:{one_of('kinds_of_sights')}){ends}")),
        _Saying("a village of", ("Location",), re.compile(f"{_SO}(?:是|为)"),
                re.compile(f"[^,。;]{{0,10}}?(?:的|[一这][个座处])[^,。;、的]{{0,6}}?(?:{one_of('settlements')}){ends}")),
    )  # fmt: skip


@cache
def _place_first() -> tuple[_Saying, ...]:
    """The place, and then what is there."""
    equals = f"{_SO}(?:{COPULAS}|当选为?|入选为?)了?"
    count = f"(?:[{COUNTS}0-9]{{1,3}}{_UNIT}|{_UNIT})"
    called = f"(?:(?:——|:|,)?(?:{one_of('calling')})|——|:)?"
    one = f"{count}[^,。;、的]{{0,14}}?(?:的[^,。;、的]{{1,6}})?{called}"
    inside = rf"(?:{one_of('sides')}|上|边)?{_SO}"
    here = one_of("standing_there")
    return (
        _Saying("is where it is held", ("Meeting",), re.compile(equals),
                re.compile(f"的?(?:{EVALUATIVES}|永久性?|固定)?(?:{one_of('venue_nouns')})")),
        _Saying("is where it is held", ("Meeting",), re.compile(f"{_SO}(?:迎来|喜迎|迎接)了?")),
        _Saying("is where its seat is", ("Organization",), re.compile(equals),
                re.compile(f"的?(?:{one_of('head_seats')}|所在地|驻地)(?:所在地)?(?=[,。;!]|$)")),
        _Saying("has its base in", _SETTLED, re.compile(f"作?为[^,。;]{{0,4}}?(?:{one_of('bases')})的"),
                before=("以",)),
        _Saying("stands there", ("Organization", "Location", "Project"),
                re.compile(f"{inside}(?:{here})(?:着|了)(?:{one})?")),
        _Saying("stands there", ("Organization", "Location", "Project"), re.compile(f"{inside}有着?{one}")),
        _Saying("has sights", ("Location",), re.compile("[^。;、]{0,8},?(?:这里|那里|当地)(?:既|不仅|还|也)?有")),
    )  # fmt: skip


# Measure words of what stands somewhere: 一|座|水库.
_UNIT = f"(?:{one_of('units_of_sites')})"


def relate(article: Annotated) -> Iterator[Fact]:
    """What is told of things beside their places, sentence by sentence; then what stands in brackets behind a name."""
    for start, end in article.sentences():
        items = spoken(article, start, end, *_HELD)
        if len(items) > 1 and any(item.type == "Location" for item in items):
            yield from _told(article, items)
    for left, right in asides(article, 0, len(article.sheet.flat)):
        yield from _bracketed(article, left, right)


def _told(article: Annotated, items: Sequence[Bound]) -> Iterator[Fact]:
    for index, other in enumerate(items):
        if index and other.type == "Location" and not leads_up(article, items[index - 1], other):
            yield from _behind(article, items, index)
        if index and items[index - 1].type == "Location" and items[index - 1].things:
            yield from _ahead(article, items, index)


def _behind(article: Annotated, items: Sequence[Bound], index: int) -> Iterator[Fact]:
    """甲公司|以|乙市|为总部: the place at this index, and what is named before it."""
    flat, place = article.sheet.flat, items[index]
    before = list(items[:index])
    while before and before[-1].type == "Location" and flat[before[-1].start - 1 : before[-1].start] in tuple(_FROM):
        before.pop()  # 甲公司|从上海|搬到乙市
    if not before or place.start - before[-1].end > _FAR:
        return
    last = chain_from(article, items, index)[-1]
    saying = _fitting(_held_first(), before[-1].type, gap(article, before[-1], place), flat, last.end)
    for held in run_to(article, before) if saying else ():
        if saying and not (held.type == "Location" and not can_hold(last.spot.text, held.spot.text)):
            yield from located(article, held, last, saying.rule, (before[-1].end, place.start))


def _ahead(article: Annotated, items: Sequence[Bound], index: int) -> Iterator[Fact]:
    """乙镇|有家|甲公司: the place before this index, and what is named at it."""
    flat, place, held = article.sheet.flat, items[index - 1], items[index]
    if held.start - place.end > _FAR or (held.type == "Location" and is_division(held)):
        return
    run = run_from(article, items, index)
    saying = _fitting(_place_first(), held.type, gap(article, place, held), flat, run[-1].end)
    start = chain_start(article, items, place)
    if saying is None or not flat.endswith(saying.before, 0, start):
        return
    for each in run:
        yield from located(article, each, place, saying.rule, (place.end, held.start))


def _fitting(sayings: Sequence[_Saying], kind: str, between: str, flat: str, end: int) -> _Saying | None:
    """The first of the sayings that the words are; end: where the second name and what is listed with it end."""
    for saying in sayings:
        if kind in saying.kinds and saying.between.fullmatch(between) and saying.behind.match(flat, end):
            return saying
    return None


def _bracketed(article: Annotated, left: int, right: int) -> Iterator[Fact]:
    """甲营地(乙省丙县), 甲公司(地址:乙县丁镇): nothing but the place stands in the brackets."""
    held = [b for b in article.between(max(0, left - 40), left, *_HELD) if b.end == left]
    places = article.all_between(left, right, "Location") if held else []
    if not places or not _OPENS.fullmatch(article.sheet.flat, left + 1, places[0].start):
        return
    chain = chain_from(article, places, 0)
    last = chain[-1]
    if last.end != right - 1 or not can_hold(last.spot.text, held[-1].spot.text):
        return
    # 甲(香港)|有限公司, 乙学院(上海): the brackets belong to the name, or tell it from others
    told = (
        len(chain) > 1 or places[0].start > left + 1 or any(d.level == "county" for d in find_division(last.spot.text))
    )
    if article.sheet.flat.startswith(_GOES_ON, right) or not told:
        return
    if held[-1].type == "Location" and (is_division(held[-1]) or held[-1].spot.text.endswith(words("line_places"))):
        return
    for outer, inner in pairwise(chain):
        if gap(article, outer, inner) == "":
            yield from located(article, inner, outer, "place before place", (outer.start, inner.end))
    yield from located(article, held[-1], last, "place in brackets", (left, right))


_GOES_ON = (
    "有限",
    "股份",
    "集团",
    "公司",
    "分",
    "总",
    "合伙",
    "律师",
    "会计",
    "控股",
    "投资",
    "基金",
    "中心",
    "研究",
    "自由",
)
_OPENS = re.compile(f"(?:现?位于|现?在|(?:{one_of('head_seats')})(?:位于|在|为)?)?:?")
