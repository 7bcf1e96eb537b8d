"""Places that act: 青海省与…签署 means the government, 西宁市 in a list of speaking offices too."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.extract.anchor.organs import government_names
from kg.extract.anchor.places import Ground
from kg.extract.anchor.register import Register
from kg.extract.annotated import Bound
from kg.extract.sheet import Sheet
from kg.language.countries import is_country

_SIGNS = re.compile(r"签署|签订|签约|签下|缔结")
_SPEAKS = re.compile(r"发言|汇报|主办|承办|协办")
_JOINT = re.compile(r"^\s*(?:[、与和同及]|以及)\s*$")
_AIDS = re.compile(r"^(?:对口)?(?:援建|帮扶|支援|投资兴建|主办|承办|组织实施)")
_MINISTER = re.compile(r"^(?:总统|首相|总理|国王|副总理|副总统)")


def acting_places(sheet: Sheet, bounds: Sequence[Bound], register: Register, ground: Ground) -> list[Bound]:
    """The bound mentions with the places that act bound to their governments, and the reason."""
    ordered = sorted(bounds, key=lambda bound: bound.start)
    result = []
    for index, bound in enumerate(ordered):
        why = _why(sheet, ordered, index) if bound.type == "Location" and _can_act(bound, ground) else ""
        if not why:
            result.append(bound)
            continue
        names = government_names(bound.spot.text, ground)
        thing = register.add("Organization", names)
        spot = replace(bound.spot, type="Organization")
        result.append(Bound(spot, (thing,), f"{bound.spot.text} → {register.names(thing)[0]}：{why}", bound.inner))
    return result


def _can_act(bound: Bound, ground: Ground) -> bool:
    text = bound.spot.text
    return len(bound.things) == 1 and (ground.division(text) is not None or is_country(text)) and not bound.inner


def _why(sheet: Sheet, bounds: Sequence[Bound], index: int) -> str:
    bound = bounds[index]
    flat = sheet.flat
    start, end = sheet.sentence(bound.start)
    if _AIDS.match(flat[bound.end : bound.end + 6]):
        return "地名作建设方"
    beside = [other for other in _neighbours(bounds, index) if _joined(flat, bound, other)]
    bodies = [other for other in beside if other.type == "Organization"]
    clause = flat[bound.start : end]
    if bodies and _SIGNS.search(clause):
        return "地名作签约方"
    if bodies and _SPEAKS.search(clause) and flat[bound.start - 1 : bound.start] not in ("在", "于"):
        return "与单位并列"
    named = [other for other in beside if other.type == "Location"]
    if named and _SIGNS.search(clause) and flat[max(start, bound.start - 1) : bound.start] not in ("在", "于"):
        gap = flat[max(b.end for b in (bound, *named)) : end]
        return "地名作签约方" if _SIGNS.search(gap[:25]) else ""
    return ""


def _neighbours(bounds: Sequence[Bound], index: int) -> list[Bound]:
    outer = [b for b in bounds if not b.inner and b.type in ("Organization", "Location")]
    at = outer.index(bounds[index])
    return outer[max(0, at - 1) : at] + outer[at + 1 : at + 2]


def _joined(flat: str, one: Bound, other: Bound) -> bool:
    left, right = sorted((one, other), key=lambda bound: bound.start)
    return bool(_JOINT.match(flat[left.end : right.start]))
