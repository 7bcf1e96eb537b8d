"""我省, 我市, 我州: the paper's own ground, named by its level only."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.anchor.places import Ground, location_names
from kg.extract.anchor.register import Register
from kg.extract.annotated import Bound, covered
from kg.extract.sheet import Sheet
from kg.language.classes import ORGANS

_OURS = re.compile(rf"我(?P<level>省|市|州|县|区)(?![\u3400-\u9fff]?(?:{ORGANS}))")


def bind_ours(sheet: Sheet, bounds: Sequence[Bound], register: Register, ground: Ground) -> list[Bound]:
    """Each 我省, 我市 … bound to the division that this level means on the paper's ground, with the reason."""
    found = []
    for match in _OURS.finditer(sheet.flat):
        division = ground.at_level(match["level"])
        if division is None or covered(bounds, *match.span()):
            continue
        thing = register.add("Location", location_names(division.name, ground))
        reason = f"{match.group()} → {division.name}：本报属地"
        found.append(Bound(sheet.spot(match.start(), match.end(), "Location", "ours"), (thing,), reason))
    return found
