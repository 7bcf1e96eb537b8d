"""Branches of the democratic parties that are called by their place alone: 民进中央副主席、|上海市委会|主委."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from kg.extract.anchor.register import Register
from kg.extract.annotated import Bound
from kg.extract.sheet import Sheet
from kg.language.lexicon import any_of, words

_BRANCH = re.compile(r"(?P<seat>[\u3400-\u9fff]{2,8}?(?:省|自治区|市|区|县|州))(?P<kind>工?委)(?P<rest>员?会)?")


@cache
def _parties() -> re.Pattern[str]:
    return re.compile(any_of(words("parties")))


def bind_branches(sheet: Sheet, bounds: Sequence[Bound], register: Register) -> list[Bound]:
    """The bounds; 某市委会 behind a party's name in its sentence is that party's branch there."""
    return [_branch(sheet, bound, register) or bound for bound in bounds]


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
