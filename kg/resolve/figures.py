"""Numbers inside names: the third fair is not the fourth, phase one not phase two, however alike the rest."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import lru_cache

from kg.language import divisions
from kg.language.classes import one_of
from kg.language.similarity import plain

_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}
# Phases and lots: one that has a number is never the one without (三江源国家大数据基地 and its 二期).
_PARTS = "期|阶段|标段|批|号|区块|合同段"
_EDITIONS = "届|次|年|季度|轮|场|站"
_UNITS = rf"{_PARTS}|{_EDITIONS}|[万亿]?[^\d\W]"
_NUMBER = re.compile(rf"第?(\d{{1,20}}(?:\.\d{{1,12}})?|[零〇一二两三四五六七八九十百千]{{1,20}})个?({_UNITS})")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?![\d年.])")  # 2023资产管理年会
_SIDES = re.compile(f"([东西南北中上下左右])(?:{one_of('parts_with_letters')})")
_DISTRICTS = (3, 4)  # characters of a district that is called by a side: 城东区
_LATIN = re.compile(r"(?<![a-z])[a-z]+[-—]?\d+")
_PER_YEAR = re.compile(r"年产(?=\d)|[/每]年")
# 100兆瓦, 200mw/800mwh, 2吉瓦: in 万千瓦, as other papers have it; in 万千瓦时 what a store holds.
_POWER = re.compile(r"(?<![\d.a-z])(?P<number>\d{1,6}(?:\.\d{1,4})?)(?P<unit>兆瓦|吉瓦|mw|gw)(?P<hours>时|h)?(?![a-z])")
_TENTHS = {"兆瓦": -1, "mw": -1, "吉瓦": 2, "gw": 2}
_ROUND = re.compile(r"(?<![\d一二三四五六七八九十两几数双])百万(?=千瓦)")


@lru_cache(maxsize=65536)
def figures(name: str) -> Mapping[str, frozenset[str]]:
    """The figures of a name by their unit: 年产30万吨…二期 → {万吨: {30}, 期: {2}}; sides (东区) and lots (TJ3) too."""
    text = capacity(plain(name))
    found: dict[str, set[str]] = defaultdict(set)
    for number, unit in _NUMBER.findall(text):
        found[unit].add(_value(number))
    for year in _YEAR.findall(text):
        found["年"].add(year)
    for side in _SIDES.finditer(text):
        if not any(divisions.find(text[max(0, side.end() - size) : side.end()]) for size in _DISTRICTS):
            found["side"].add(side[1])
    for lot in _LATIN.findall(text):
        found["lot"].add(lot)
    return {unit: frozenset(values) for unit, values in found.items()}


def capacity(name: str) -> str:
    """A name with capacity written in one way: 年产30万吨 and 30万吨/年 → 30万吨, 100兆瓦 → 10万千瓦."""
    return _ROUND.sub("100万", _POWER.sub(_in_watts, _PER_YEAR.sub("", name)))


def _in_watts(found: re.Match[str]) -> str:
    value = Decimal(found["number"]).scaleb(_TENTHS[found["unit"]]).normalize()
    return f"{value:f}万千瓦{'时' if found['hours'] else ''}"


@lru_cache(maxsize=1 << 18)
def contradict(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether the figures in the names of two exclude that they are one: other editions, a phase and the whole."""
    a, b = _together(mine), _together(theirs)
    parts = {*_PARTS.split("|"), "side", "lot"}
    asked = (a.keys() & b.keys()) | ((a.keys() ^ b.keys()) & parts)
    return any(a.get(unit, frozenset()).isdisjoint(b.get(unit, frozenset())) for unit in asked)


def editions(names: Iterable[str]) -> bool:
    """Whether a name says which of a series it is: 第三届, 十四届…三次会议, 2024年."""
    return bool(_together(names).keys() & set(_EDITIONS.split("|")))


def _together(names: Iterable[str]) -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for name in names:
        for unit, values in figures(name).items():
            found[unit] = found.get(unit, frozenset()) | values
    return found


def _value(number: str) -> str:
    if number[0].isdigit() or not set(number) & _TENS.keys():
        digits = number if number[0].isdigit() else "".join(str(_DIGITS[character]) for character in number)
        return digits.lstrip("0") or "0"
    total, digit = 0, 0
    for character in number:
        if character in _TENS:
            total += (digit or 1) * _TENS[character]
            digit = 0
        else:
            digit = _DIGITS[character]
    return str(total + digit)


__all__ = ["capacity", "contradict", "editions", "figures"]
