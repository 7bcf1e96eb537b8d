"""Towns and zones, which no table of divisions holds: 镇党委 is of the town named last before, 区管委会 of the zone."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.extract.anchor.register import Register
from kg.extract.annotated import Bound
from kg.extract.sheet import Spot
from kg.language.classes import RANKS, ZONES, all_of

_TOWN = re.compile(
    rf"(?:[\u3400-\u9fff]{{2,7}}[{RANKS}])?(?P<town>[\u3400-\u9fff]{{1,5}}?(?P<level>镇|乡|街道))(?P<body>[\u3400-\u9fff]*)"
)
_BODIES, _HOUSES = all_of("bodies_of_towns"), all_of("houses_of_towns")


def last_town(level: str, offset: int, bounds: Iterable[Bound], register: Register) -> str | None:
    """The name of the town of this level (镇, 乡 or 街道) that the article names last before an offset, or None.

    Where nothing names it alone, one of its houses may (甲镇|中心小学).
    """
    by_house = None
    for bound in sorted(bounds, key=lambda bound: -bound.end):
        if bound.end > offset or bound.type not in ("Organization", "Location"):
            continue
        match = _TOWN.fullmatch(register.first(bound.things[0]) if bound.things else bound.spot.text)
        if match is None or match["level"] != level:
            continue
        if match["body"] in ("", *_BODIES):
            return match["town"]
        if match["body"].startswith(_HOUSES):
            by_house = by_house or match["town"]
    return by_house


def town_names(spot: Spot, bounds: Iterable[Bound], register: Register) -> tuple[tuple[str, ...], str] | None:
    """The names of a town's body by its relative name (镇党委) and the town; None where no town was named."""
    level = next((level for level in ("镇", "乡", "街道") if spot.text.startswith(level)), "")
    body = spot.text[len(level) :]
    town = last_town(level, spot.start, bounds, register) if level else None
    return ((town + body.replace("人民政府", "政府"),), town) if town else None


_ZONE = re.compile(rf"[\u3400-\u9fff]{{2,16}}?(?:{ZONES})")


# 新区|党工委, 开发区|管委会: the zone without its name.
BARE_ZONE = re.compile(
    "(?P<kind>新区|开发区|高新区|经开区|经济开发区|经济技术开发区|高新技术产业开发区|园区|合作区|示范区|管理区)"
    "(?P<body>党工委|管委会|纪工委|工委|纪委监委)$"
)


def zone_names(spot: Spot, bounds: Iterable[Bound], register: Register) -> tuple[tuple[str, ...], str] | None:
    """The names of a zone's body by its relative name (区组织人事局) and the zone; None where no zone was named."""
    bare = BARE_ZONE.match(spot.text)
    if bare is not None:
        return _only_zone(bare["kind"], bare["body"], bounds, register) or _beside_organ(spot, bounds, register)
    if not spot.text.startswith("区"):
        return None
    for bound in sorted(bounds, key=lambda bound: -bound.end):
        if bound.end <= spot.start and bound.type in ("Organization", "Location") and bound.things:
            match = _ZONE.match(register.first(bound.things[0]))
            if match is not None:
                return (match.group() + spot.text[1:],), match.group()
    return None


def _only_zone(kind: str, body: str, bounds: Iterable[Bound], register: Register) -> tuple[tuple[str, ...], str] | None:
    """The names of a body of the one zone of this kind that the article names, and the zone: 某某新区…|新区|党工委."""
    zones: set[str] = set()
    for bound in bounds:
        name = register.first(bound.things[0]) if bound.things else bound.spot.text
        at = name.find(kind)
        if at > 1:
            zones.add(name[: at + len(kind)])
    zone = max(zones, key=len, default="")
    return ((zone + body,), zone) if zone and all(zone.endswith(other) for other in zones) else None


def _beside_organ(spot: Spot, bounds: Iterable[Bound], register: Register) -> tuple[tuple[str, ...], str] | None:
    """The name of a zone's body behind an organ in a list, and the organ's division: 某县商务局、|开发区管委会."""
    organs = (
        bound for bound in bounds if bound.end == spot.start - 1 and bound.type == "Organization" and bound.things
    )
    seat = next((found for one in organs if (found := _SEAT.match(register.first(one.things[0])))), None)
    return ((seat.group() + spot.text,), seat.group()) if seat is not None else None


_SEAT = re.compile(rf"[\u3400-\u9fff]{{2,12}}?[{RANKS}](?=[\u3400-\u9fff]{{1,12}}[局委办厅府]$)")
