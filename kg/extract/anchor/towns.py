"""Towns, which no table of divisions holds: 镇党委 and 镇长 are of the town named last before them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.extract.anchor.register import Register
from kg.extract.annotated import Bound
from kg.extract.sheet import Spot

_TOWN = re.compile(
    r"(?:[\u3400-\u9fff]{2,7}[省市州盟县区旗])?(?P<town>[\u3400-\u9fff]{1,5}(?P<level>镇|乡))(?P<body>[\u3400-\u9fff]*)"
)
_BODIES = ("党委", "政府", "人大", "纪委", "党工委", "人民政府", "团委", "工会")


def last_town(level: str, offset: int, bounds: Iterable[Bound], register: Register) -> str | None:
    """The name of the town of this level (镇 or 乡) that the article names last before an offset, or None."""
    for bound in sorted(bounds, key=lambda bound: -bound.end):
        if bound.end > offset or bound.type not in ("Organization", "Location") or not bound.things:
            continue
        match = _TOWN.fullmatch(register.first(bound.things[0]))
        if match is not None and match["level"] == level and match["body"] in ("", *_BODIES):
            return match["town"]
    return None


def town_names(spot: Spot, bounds: Iterable[Bound], register: Register) -> tuple[tuple[str, ...], str] | None:
    """The names of a town's body by its relative name (镇党委) and the town; None where no town was named."""
    level, body = spot.text[:1], spot.text[1:]
    town = last_town(level, spot.start, bounds, register) if level in ("镇", "乡") else None
    return ((town + body.replace("人民政府", "政府"),), town) if town else None
