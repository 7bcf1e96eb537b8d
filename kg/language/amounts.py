"""Sums of money in running text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from kg.language.numerals import number
from kg.language.text import fold

# What stands behind the number → the currency's ISO 4217 code.
_CURRENCIES = {
    "元人民币": "CNY", "人民币": "CNY", "元": "CNY", "美元": "USD", "美金": "USD", "欧元": "EUR", "英镑": "GBP",
    "日元": "JPY", "韩元": "KRW", "港元": "HKD", "港币": "HKD", "澳门元": "MOP", "澳元": "AUD", "加元": "CAD",
    "新台币": "TWD", "卢布": "RUB", "卢比": "INR", "瑞士法郎": "CHF",
    "新加坡元": "SGD", "坚戈": "KZT", "图格里克": "MNT",
}  # fmt: skip
_POWERS = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8}
_NAMES = "|".join(sorted(_CURRENCIES, key=lambda name: (-len(name), name)))
_MORE = r"[余多几]?\s*+"
_FIGURES = r"(?<![\d.])\d[\d,]{0,30}(?:\.\d{1,12})?\s*+"
_UNIT = r"(?:[十百千]?(?:万[余多几]?)?亿|[十百千]?万|[百千])"
_AMOUNT = re.compile(
    rf"""
    (?:(?P<figures>(?:{_FIGURES}{_MORE}{_UNIT}\s*+){{1,6}}{_MORE}(?:{_FIGURES})?|{_FIGURES}{_MORE})
      |(?<![\d.余多几])(?P<han>[一二两三四五六七八九十百千][一二两三四五六七八九十百千万亿]{{0,24}}(?<=[十百千万亿]))[余多]?
      |(?P<vague>[数几上好][十百千万亿]{{1,6}}))
    \s*+(?P<currency>{_NAMES})(?![旦素首件氏宵老勋帅器谋])
    """,
    re.VERBOSE,
)
_TERM = re.compile(rf"({_FIGURES}){_MORE}((?:{_UNIT})?)")


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum of money. text: the words as they stand. value: in units of the currency; 3000多万 counts as 3000万.

    currency: ISO 4217 (CNY, USD). value is None where the words name no number (上亿元).
    """

    start: int
    end: int
    text: str
    value: float | None
    currency: str


def find_amounts(text: str) -> list[Amount]:
    """The sums in `text`, in order: 58.7亿元, 1,530万元, 3000多万美元, 5亿2000万元, 三千万元, 数十亿元."""
    return [
        Amount(m.start(), m.end(), text[m.start() : m.end()], _value(m), _CURRENCIES[m["currency"]])
        for m in _AMOUNT.finditer(fold(text))
    ]


def in_yuan(amount: str) -> float | None:
    """The greatest sum in yuan among the amounts; None where there is none."""
    found = find_amounts(amount) if amount else []  # of most facts there is none
    return max((a.value for a in found if a.currency == "CNY" and a.value is not None), default=None)


def _value(match: re.Match[str]) -> float | None:
    if match["vague"]:
        return None
    if match["han"]:
        return float(number(match["han"]))
    terms = [
        _decimal(figures) * 10 ** sum(_POWERS.get(unit, 0) for unit in units)
        for figures, units in _TERM.findall(match["figures"])
    ]
    return float(sum(terms))


def _decimal(figures: str) -> Decimal:
    # Decimal: 58.7 × 10^8 must be 5870000000, not 5870000000.000001.
    return Decimal(figures.strip().replace(",", ""))
