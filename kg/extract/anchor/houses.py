"""Branches called by their place alone: 公司有关部门、|宁河分公司 is a branch of the firm that the article tells of."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.language.divisions import find as find_division
from kg.language.lexicon import words
from kg.language.organisations import is_company

_HOUSE = re.compile(r"(?:分公司|分行|支行|支公司|营业部|分所)$")


def whole_house(name: str, counts: Mapping[str, int]) -> str | None:
    """The full name of a branch that is called by its place alone, or None where it is none or no firm is told of.

    counts: how often the article writes each name of an organisation.
    """
    house = _HOUSE.search(name)
    if house is None or not find_division(name[: house.start()]):
        return None
    fuller = sorted(other for other in counts if other.endswith(name) and len(other) > len(name) + 1)
    if fuller:
        return fuller[0]
    firms = sorted((-count, len(other), other) for other, count in counts.items() if _is_firm(other))
    return firms[0][2] + name if firms else None


def _is_firm(name: str) -> bool:
    return _HOUSE.search(name) is None and (is_company(name) or name.endswith(words("firm_endings")))
