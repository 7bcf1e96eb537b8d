"""Bodies that lean on one named before: 民进中央副主席、|上海市委会|主委; 某学会会长、|学术委员会|主任."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from kg.extract.anchor.register import Register
from kg.extract.annotated import Bound
from kg.extract.sheet import Sheet, Spot
from kg.language.lexicon import any_of, word_set, words

_BRANCH = re.compile(r"(?P<seat>[\u3400-\u9fff]{2,8}?(?:省|自治区|市|区|县|州))(?P<kind>工?委)(?P<rest>员?会)?")


@cache
def _parties() -> re.Pattern[str]:
    return re.compile(any_of(words("parties")))


def bind_branches(sheet: Sheet, bounds: Sequence[Bound], register: Register) -> list[Bound]:
    """The bounds; 某市委会 behind a party's name in its sentence is that party's branch there."""
    return [_branch(sheet, bound, register) or bound for bound in bounds]


def leans(spot: Spot) -> bool:
    """Whether the spot is a committee that every body has (学术委员会), which names nobody by itself."""
    return spot.type == "Organization" and spot.text in word_set("bare_committees")


def bind_committees(sheet: Sheet, spots: Sequence[Spot], bounds: Sequence[Bound], register: Register) -> list[Bound]:
    """The committees that lean on a body, as those of the body named last before them in their sentence."""
    ordered = sorted(bounds, key=lambda bound: bound.start)
    return [found for spot in spots if (found := _committee(sheet, spot, ordered, register)) is not None]


def _committee(sheet: Sheet, spot: Spot, before: Sequence[Bound], register: Register) -> Bound | None:
    start, _ = sheet.sentence(spot.start)
    owner = next((b for b in reversed(before) if start <= b.start and b.end <= spot.start and b.things), None)
    if owner is None:
        return None
    name = register.first(owner.things[0])
    if name.endswith("委员会"):
        return Bound(spot, owner.things, f"{spot.text} → {name}：上文") if name.endswith(spot.text) else None
    thing = register.add("Organization", [name + spot.text])
    return Bound(spot, (thing,), f"{spot.text} → {name}{spot.text}：承前 {name}")


def _branch(sheet: Sheet, bound: Bound, register: Register) -> Bound | None:
    start, _ = sheet.sentence(bound.start)
    match = _BRANCH.match(sheet.flat, bound.start) if bound.type == "Organization" else None
    if match is None or not match["rest"] or match.end() < bound.end or match.start("rest") > bound.end:
        return None
    named = _parties().findall(sheet.flat, start, bound.start)
    if not named or match["seat"].startswith(words("parties")):
        return None
    head = named[-1] + match["seat"] + match["kind"]
    thing = register.add("Organization", [head + "会", head, head + "员会"])
    spot = sheet.spot(bound.start, match.end(), "Organization", bound.spot.by)
    return replace(bound, spot=spot, things=(thing,), reason=f"{spot.text} → {head}会：同党派分支")
