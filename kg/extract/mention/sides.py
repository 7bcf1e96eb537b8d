"""Where the name of a place ends: before its side (甲山|东麓), its part (乙桥|主塔), a house in it (丙小区|7号楼)."""

from __future__ import annotations

import re
from functools import cache

from kg.language.classes import NUMERALS, SEVERAL
from kg.language.countries import is_country, is_region, known_places
from kg.language.divisions import abbreviation
from kg.language.divisions import find as find_division
from kg.language.lexicon import any_of, words

_COUNT = rf"[0-9{NUMERALS}]{{1,4}}"
# 鄯善县|东部, 王平镇|西
_OF_DIVISION = "(?<=[省市县区镇乡村州旗])(?:东部|西部|南部|北部|中部|境内|全境|全域|一带|段|[东西南北])$"
# 甲小区|7号楼3单元, 乙村|三组, 丙府邸|2栋
_NUMBERED = f"{_COUNT}(?:号(?!{any_of(words('numbered_things'))})|栋|幢|单元)[\u3400-\u9fff0-9]{{0,8}}"
_HOUSE = f"(?:{_NUMBERED}|(?<=[村寨屯庄]){_COUNT}[组社队])$"
_OF_COUNTRY = re.compile("(?:[东西南北中]|[东西][南北])部")
_SHORTEST = 2


def own_end(flat: str, start: int, end: int) -> int:
    """The end moved left over what is only a side, a part or a house of the place, and over 地区 or 流域 behind one."""
    piece = _piece().search(flat, start, end)
    if piece is not None and piece.start() - start >= _SHORTEST and flat[start:end] not in known_places():
        end = piece.start()
    else:
        area = 2 if flat.endswith("地区", start, end) else 0
        side = _without_side(flat, start, end - area)
        end = side if side < end - area else end
    return without_area(flat, start, end)


@cache
def _piece() -> re.Pattern[str]:
    sides, parts = any_of(words("sides_of_nature")), any_of(words("parts_of_built"))
    nature = rf"(?<=[\u3400-\u9fff][山峰岭岛江河湖海湾川原漠峡])(?:{sides})$"
    counted = rf"[{SEVERAL}0-9][条座个处片大](?:{any_of(words('counted_grounds'))})$"
    built = rf"(?<=桥|道|站|库|坝|港|寺|馆|场|园|路|街|城|塔|楼|厦)(?:{parts})$"
    return re.compile(f"{_OF_DIVISION}|{_HOUSE}|{nature}|{built}|{counted}")


def _without_side(flat: str, start: int, end: int) -> int:
    """The end moved left over the side of a country (甲国|西南部, 巴西|北部)."""
    sides = (end - 2, end - 3)
    told = (at for at in sides if _OF_COUNTRY.fullmatch(flat, at, end) and _is_wide(flat[start:at]))
    return next(told, end) if end - start > 3 else end


def _is_wide(name: str) -> bool:
    return is_country(name) or name in known_places() or any(one.level != "county" for one in find_division(name))


def without_area(flat: str, start: int, end: int) -> int:
    """The end moved left over 地区 or 流域 behind what is a place of its own (甲国|地区, but 喀什地区)."""
    text = flat[start:end]
    if text.endswith(("江流域", "河流域", "湖流域")):
        return end - 2
    if text.endswith("市中心") and len(text) > 4:
        return end - (2 if find_division(text[:-2]) else 3)
    if not text.endswith("地区") or find_division(text):
        return end
    stem = text[:-2]
    plain = bool(find_division(stem)) or is_country(stem) or is_region(stem)
    return end - 2 if plain or (len(stem) > 1 and all(map(abbreviation, stem))) else end
