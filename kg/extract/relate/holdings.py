"""PART_OF as words between two bodies and behind the second tell it: 乙划归甲管理, 甲的三家子公司乙、丙."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from kg.extract.annotated import Annotated, Bound, Fact
from kg.extract.lists import gap, linked, plain, run_from, run_to, spoken
from kg.extract.parts import part_of
from kg.language.classes import ADVERBS, COUNTS, TIMES, all_of, one_of
from kg.language.lexicon import any_of, words

_END = r"(?=[,。;!、)]|$)"
# So many letters stand at most between part and whole.
_FAR = 40
_COUNT = f"(?:[0-9{COUNTS}]{{1,3}}[家个大所支名])"


@dataclass(frozen=True, slots=True)
class _Saying:
    """What stands between the two bodies and behind the second one or the list that it begins."""

    rule: str
    between: re.Pattern[str]
    behind: re.Pattern[str] = re.compile("")
    ends: tuple[str, ...] = ("",)


@cache
def _kinds() -> str:
    """What a part is called: 子公司, 二级单位 …"""
    return any_of((*words("part_units"), *all_of("kinds_of_parts")))


@cache
def _part_first() -> tuple[_Saying, ...]:
    so = f"(?:{ADVERBS}|{TIMES}|,){{0,4}}"
    ruling, owning = one_of("ruling"), one_of("owning")
    owner = f"的?(?:{one_of('owners')})"
    whose = f"(?:[^。;]{{0,20}}?,(?:而|但)?|以?及|[和与])(?:{one_of('its')}){owner}(?:——|:|[为是系])?"
    return (
        _Saying("handed to", re.compile(f"{so}(?:整体|成建制|一并)?(?:{one_of('handing_over')})(?:给|到|至)?"),
                re.compile(f"(?:统一|直接|归口)?(?:{ruling}|旗下|麾下|名下|体系|序列)?{_END}")),
        _Saying("managed by", re.compile(f"{so}[归由受]"),
                re.compile(f"(?:统一|直接|归口|全资|绝对|实际|负责)?(?:{ruling}|{owning}){_END}")),
        _Saying("said to be a part", re.compile(f"{so}(?:就|正|都|均|同)?[是为系乃]"),
                re.compile(f"的?[^,。;、]{{0,14}}?(?:{_kinds()})(?:之一)?{_END}|所[有属]{_END}"
                           f"|(?:{owning}|旗下|下属|所属|直属)的?[^,。;、]{{0,14}}(?:{one_of('houses_owned')}){_END}")),
        _Saying("whose owner", re.compile(f"{whose}|,{owner}[为是系]")),
        _Saying("whose owner", re.compile(f"的?(?:{one_of('owners')})(?:——|:)?")),
    )  # fmt: skip


@cache
def _whole_first() -> tuple[_Saying, ...]:
    its, along, kinds = "(?:旗下|所属|下属|下设)", one_of("with_oneself"), f"(?:全资|控股|直属|下属)?(?:{_kinds()})"
    whose = "的|,?(?:以及|及|和|与)?(?:其|它的)"
    taken = f"[^,。;]{{0,4}}?(?:{one_of('taking_in')})(?:了|到|进)?(?:旗下|麾下|名下|囊中|其中|集团|体系)?{_END}"
    return (
        _Saying("named as a part", re.compile(f"(?:所辖|辖下|名下|{one_of('owning')}|{one_of('ruling')})的")),
        _Saying("and its part", re.compile(f"(?:{whose})(?:{_COUNT})?{kinds}(?:——|:)")),
        _Saying("and its part", re.compile(f"(?:{whose})?{_COUNT}{kinds}(?:——|:)?")),
        _Saying("and its part", re.compile(f"(?:{whose}){kinds}(?:主要|目前|现)?(?:{one_of('consisting')}):?")),
        _Saying(
            "bought",
            re.compile(f"[^。;]{{0,12}}?(?:{one_of('buying')})了?"),
            re.compile(
                f"[^。;]{{0,24}}?(?:成为|变为|作为|使其|归入|纳入|并入)(?:其|旗下)?[^,。;]{{0,8}}?"
                f"(?:{_kinds()}|旗下|麾下|控股股东|第一大股东|母公司)"
            ),
        ),
        _Saying("came with", re.compile(f"(?:{along})(?:其)?{its}的?")),
        _Saying("came with", re.compile(f"(?:{along})"), re.compile(f"等?{_COUNT}?{its}?(?:{_kinds()})")),
        _Saying("taken in", re.compile("[^。;]{0,24}?[将把]"), re.compile(taken)),
        _Saying("and its part", re.compile("[^。;]{0,24}?,[^,。;]{0,3}?其"), ends=all_of("ends_of_branches")),
    )


def relate(article: Annotated) -> Iterator[Fact]:
    """All that is told so, one body and the next."""
    for start, end in article.sentences():
        items = spoken(article, start, end, "Organization")
        for index, (one, other) in enumerate(pairwise(items)):
            if other.start - one.end <= _FAR and not linked(article, one, other):
                yield from _told(article, items, index)


def _told(article: Annotated, items: Sequence[Bound], index: int) -> Iterator[Fact]:
    """What is told of the body at this index and the next one."""
    flat, one, other = article.sheet.flat, items[index], items[index + 1]
    between, trigger = _without_country(article, one, other), (one.end, other.start)
    saying = _fitting(_part_first(), between, flat, other)
    for part in run_to(article, items[: index + 1]) if saying else ():
        yield from part_of(article, part, other, saying.rule if saying else "", trigger)
    run = run_from(article, items, index + 1)
    saying = None if saying else _fitting(_whole_first(), between, flat, run[-1])
    if saying and saying.ends != ("",) and index:
        return  # 甲集团起诉乙公司,其|丙分公司: of either
    for part in run if saying else ():
        yield from part_of(article, part, one, saying.rule if saying else "", trigger)


def _without_country(article: Annotated, one: Bound, other: Bound) -> str:
    """What stands between, without the place before the second body: 其母公司|德国|甲集团."""
    place = next((b for b in article.between(one.end, other.start, "Location") if b.end == other.start), None)
    return plain(article.sheet.flat[one.end : place.start]) if place is not None else gap(article, one, other)


def _fitting(sayings: Sequence[_Saying], between: str, flat: str, last: Bound) -> _Saying | None:
    """The first of the sayings that the words are."""
    for saying in sayings:
        ends = last.spot.text.endswith(saying.ends)
        if ends and saying.between.fullmatch(between) and saying.behind.match(flat, last.end):
            return saying
    return None
