"""Where a thing belongs, as far as its name tells: province and level of a place or body; whether a body is a firm."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kg.language.divisions import Division, at, find, province_of, short_name
from kg.language.lexicon import words
from kg.language.organisations import is_firm

LEVELS: Mapping[str, str] = {"province": "省", "prefecture": "市", "county": "县"}
_PLACELESS = ("Person",)


def region_and_level(node_type: str, name: str, properties: Mapping[str, Any]) -> tuple[str, str]:
    """The short name of the province and 省, 市 or 县, each "" where name and known place do not tell.

    A place that was found to be a division has both. A body has a level where its name begins with the whole name of
    a division (西宁市科技局: 青海, 市), unless it is a company. Others have the province alone.
    """
    if node_type in _PLACELESS:
        return "", ""
    path = tuple(properties.get("path") or ())
    if path:
        division = at(path)
        return short_name(path[0]), LEVELS[division.level] if division else ""
    firm = node_type == "Organization" and is_firm([name])
    beginning = _beginning(name, firm)
    region = province_of(beginning) or ""
    levels = {division.level for division in find(beginning)}
    named_after = node_type == "Organization" and _whole(beginning) and not name.endswith(words("company_suffixes"))
    return region, LEVELS[levels.pop()] if named_after and len(levels) == 1 else ""


def kind(node_type: str, names: Sequence[str]) -> str:
    """`company` or `body` (organs, schools, associations …) of an organisation, as its names tell; "" of others."""
    if node_type != "Organization":
        return ""
    return "company" if is_firm(names) else "body"


def _beginning(name: str, firm: bool) -> str:
    """The longest division that the name begins with.

    Short names of counties are plain words, and do not count; nor do those of prefectures for firms (阿里云, 宁德时代).
    """
    for end in range(len(name), 1, -1):
        found = find(name[:end])
        if found and (_whole(name[:end]) or any(_wide(item, firm) for item in found)):
            return name[:end]
    return ""


def _wide(division: Division, firm: bool) -> bool:
    return division.level == "province" or (division.level == "prefecture" and not firm)


def _whole(beginning: str) -> bool:
    """Whether the kind of division is part of the name (西宁市, 海西州), not only the name itself (西宁)."""
    return any(beginning != division.short for division in find(beginning))
