"""Places that make works: 甲市近日启动“暖冬工程”, 乙县投资3亿元,建成丙水厂 mean the government, beside the place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec.structs import replace

from kg.extract.anchor.acting import acting_names, can_act
from kg.extract.anchor.places import Ground
from kg.extract.anchor.register import Register
from kg.extract.annotated import Bound
from kg.extract.mention.madeby import LEADS, OPENS
from kg.extract.sheet import Sheet
from kg.language.classes import COUNTS, one_of
from kg.language.pieces import fills

_WHY = "地名作实施方"
_LINKS = ("、", "和", "与", "及")
_ACTING = ("v", "d", "ad", "p", "vd", "TIME")
# 实施|了|一批|总投资5亿元的|P
_BEFORE_WORK = re.compile(
    rf"了?(?:[0-9{COUNTS}两]{{1,3}}[个座条项处]|首[个座条项]|一批|全[省市县区国]首?[个座条项]?|总投资[^,。;、的]{{2,10}}的)?“?"
)
_REACH = 60
# 营商环境大改善|行动, “甲”专项行动; 3.65万亩|制种基地: what an office does by its duty, and what is only measured.
_POLICY = re.compile("行动”?$|^[0-9]")


def governing_places(sheet: Sheet, bounds: Sequence[Bound], register: Register, ground: Ground) -> list[Bound]:
    """A mention of the government for each place that is the subject of a verb of making before a work."""
    works = [
        bound for bound in bounds if bound.type == "Project" and not bound.inner and not _POLICY.search(bound.spot.text)
    ]
    places = {bound.start: bound for bound in bounds if bound.type == "Location"} if works else {}
    found: dict[int, Bound] = {}
    for work in works:
        for place in _subjects(sheet, bounds, places, work) if places else ():
            if place.start not in found and can_act(place, ground):
                thing = register.add("Organization", acting_names(place.spot.text, ground))
                spot = replace(place.spot, type="Organization")
                found[place.start] = Bound(spot, (thing,), f"{place.spot.text} → {register.first(thing)}：{_WHY}")
    return list(found.values())


def _subjects(sheet: Sheet, bounds: Sequence[Bound], places: dict[int, Bound], work: Bound) -> Iterator[Bound]:
    """The places of the subject of the clause, or of the clause before, of which the work is the object."""
    flat = sheet.flat
    left, _ = sheet.clause(work.start)
    left = max(left, sheet.lead_before(work.start))
    verb = next(
        (
            match
            for match in _makes().finditer(flat, left, work.start)
            if _BEFORE_WORK.fullmatch(flat, match.end(), work.start)
        ),
        None,
    )
    if verb is None:
        return
    run = _run(sheet, places, left, verb.start())
    if run:
        if fills(LEADS, flat[run[-1].end : verb.start()]):
            yield from run
        return
    if not fills(LEADS, flat[left : verb.start()]):
        return
    opened, _ = sheet.sentence(work.start)
    opened = max(opened, sheet.lead_before(work.start))
    while left > opened and verb.start() - left <= _REACH:
        before = max(sheet.clause(left - 1)[0], opened)
        if any(b.type in ("Organization", "Person", "Project") and before <= b.start < left for b in bounds):
            return
        run = _run(sheet, places, before, left - 1)
        if run:
            following = sheet.token_at(run[-1].end)
            if following is not None and following.start == run[-1].end and following.tag in _ACTING:
                yield from run
            return
        left = before


def _run(sheet: Sheet, places: dict[int, Bound], left: int, right: int) -> list[Bound]:
    """The places with which `[left, right)` opens, of a chain the last: 近日,甲省|乙市, 甲市和乙县."""
    flat = sheet.flat
    first = min((start for start in places if left <= start < right), default=-1)
    if first < 0 or (first > left and not fills(OPENS, flat[left:first])):
        return []
    run, at = [places[first]], places[first].end
    while at < right:
        if at in places:
            run[-1] = places[at]
        elif flat[at] in _LINKS and at + 1 in places:
            run.append(places[at + 1])
        else:
            break
        at = run[-1].end
    return run if at <= right else []


@cache
def _makes() -> re.Pattern[str]:
    return re.compile(one_of("verbs_of_governing"))
