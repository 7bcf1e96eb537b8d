"""What firms are called in short by their place and their trade: 云南|铜业, 昆明|公交|集团, and by letters: 酒|钢|集团.

Such a name is nobody's by itself (云南铜业 may be the trade); it is a firm's where its registered name is told, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from kg.language import divisions
from kg.language.lexicon import table, word_set, words
from kg.language.words import cut
from kg.resolve.aliases import behind_mother, forms_in_short, general_words, known, stem
from kg.resolve.places import split

_GROUP, _SHARES, _FIRM = "集团", "股份", "公司"
_CONTROL = "控股"
_GENERAL = ("集团", "控股", "实业", "国际")  # words that a short name leaves out behind the trade
_UNSAID = ("集团", "实业", "国际", "有限", "开发", "发展", "运营", "管理", "基础设施")  # words that give it no letter
_BRAND = 2  # characters of the shortest brand
_LEAST = 4  # characters of a place and a trade
_WORDS = 4  # words of a name whose letters its short form may have
_LETTERS = 3  # characters of the longest short form by letters, without its ending
_LAST_LETTER = {"地铁": "铁", "农垦": "垦"}
_BUILDERS = ("中车", "中铁", "中建", "中交", "中冶", "中核", "中材")  # first words of the nation's firms' daughters
_HOUSE = re.compile(
    "^(?P<firm>[\u3400-\u9fff]{4,8})[(（][\u3400-\u9fff]{2,4}[)）](?:股份|集团)?(?:有限)?(?:责任)?公司$"
)
_BRANCHES = ("分公司", "支公司", "子公司")
_GRID, _POWER = "国网", "电力公司"


@lru_cache(maxsize=65536)
def placed_calls(name: str) -> frozenset[str]:
    """What a firm with nothing but a place and a trade in its name is called as a group, as regular names have it:
    昆明市|公交|集团, 云南省|建投|集团."""
    left, ending = stem(name)
    found = {left + _CONTROL} if ending.startswith(_CONTROL) else set()
    if name.startswith(_GRID) and name.endswith(_POWER):
        found.add(name.removeprefix(_GRID))  # 国网|四川省电力公司
    if _GROUP in ending + left:
        found |= {head + trade + _GROUP for head, own in _parts(left, ending) for trade in _trades(own)}
    return frozenset(found) - {name}


@lru_cache(maxsize=65536)
def bare_calls(name: str) -> frozenset[str]:
    """Short forms that may be the trade of a place, or of several firms of a brand: 云南铜业, 西宁城投, 盐湖股份."""
    left, ending = stem(name)
    if not ending or name.endswith(_BRANCHES):  # 甲证券广东|分公司 has the names of the whole before it
        return frozenset()
    parts = list(_parts(left, ending))
    found = {head + trade for head, own in parts for trade in (*_trades(own), *_first_trade(own))}
    found = {call for call in found if len(call) >= _LEAST}
    found |= {call + _FIRM for call in found}
    if _GROUP in ending + left:
        found |= {head + trade + _GROUP for head, own in parts for trade in _first_trade(own)}
    path, rest = split(left, ())
    own = _without_general(rest or left)
    found.add(own[:_BRAND] + _FIRM)  # 金川|集团|股份有限公司, 黄河|上游水电开发有限责任公司
    found |= set(_brand_calls(own))
    if path and _GROUP in ending + left:
        found.add(path[-1] + _GROUP)  # 玉溪市红塔区|烟草|集团, 红塔集团
    if ending.startswith(_CONTROL) and len(rest) >= _BRAND:
        found.add(rest + _CONTROL)  # 厦门|国贸控股|集团有限公司
    if seated := _HOUSE.match(name):
        found.add(seated["firm"])  # 亚洲硅业|(青海)|股份有限公司
    if _SHARES in ending:
        found |= {call + _SHARES for call in (own[:_BRAND], own)}
    house = behind_mother(left)  # 国家能源集团|宁夏煤业, 中国石油|兰州石化
    if split(house, ())[0] and len(house) >= _LEAST:
        found |= {house, house + _FIRM}
    return frozenset(_regular_head(call) for call in found) - {name}


def _brand_calls(own: str) -> Iterator[str]:
    """A brand with the last of its trades, or by itself where it is long: 小西牛|生物|乳业, 泰丰先行|锂能科技."""
    if _GROUP in own:  # 哈电集团|重型装备 has the brand of its mother
        return
    ends = [word for word in words("trades") if own.endswith(word)]
    for size in range(_BRAND, min(len(own), _LEAST + 1)):
        brand = own[:size]
        if brand not in general_words():
            yield from (brand + end for end in ends if len(own) > size + len(end))
            if size > _BRAND:
                yield brand


def _regular_head(call: str) -> str:
    """A short form with the full name of the place before it, as regular names have it: 宁夏回族自治区|煤业."""
    path, rest = split(call, ())
    return path[-1] + rest if path and rest else call


def _first_trade(own: str) -> Iterator[str]:
    """The first of several trades: 重工|装备, 交通|投资."""
    size = next((size for size in range(min(len(own) - 2, _LEAST), 1, -1) if own[:size] in word_set("trades")), 0)
    if size and _is_of_trades(own[size:]):
        yield own[:size]


@lru_cache(maxsize=65536)
def lettered_calls(name: str) -> frozenset[str]:
    """What a firm may be called by letters of its place and its words: 哈尔滨电气集团有限公司 as 哈电集团, 哈电."""
    left, ending = stem(name)
    daughter = _GROUP in left.removesuffix(_GROUP)  # 青海省投资|集团|水电有限公司 has the letters of its mother
    if not ending or daughter or known(name) or name.endswith(_BRANCHES):
        return frozenset()
    found = set(_spelled(left + (_CONTROL if ending.startswith(_CONTROL) else "")))
    if known(left[:_BRAND]) or left[:_BRAND] in _BUILDERS:
        found |= {left[:_BRAND] + call for call in _spelled(left[_BRAND:])}  # 中车|株|机
    kinds = (_FIRM, *((_GROUP,) if _GROUP in ending + left else ()), *((_SHARES,) if _SHARES in ending else ()))
    return frozenset(found | {call + kind for call in found for kind in kinds}) - {name}


def _parts(left: str, ending: str) -> Iterator[tuple[str, str]]:
    """The place before a name in each of its forms, with what stands behind it without general words."""
    path, rest = split(left, ())
    found = divisions.find(path[-1]) if path else ()
    own = _without_general(rest)
    if found and len(own) > 1:
        item = next((item for item in found if item.path == path), found[0])
        whole = rest.removesuffix(_GROUP)
        control = (whole + _CONTROL,) if ending.startswith(_CONTROL) else ()
        for trade in dict.fromkeys((*control, whole, own)):
            yield item.name, trade  # as regular names have it


def _trades(own: str) -> Iterator[str]:
    """A trade by itself and as it is called in short; nothing for what is no trade: 轨道交通, 轨道."""
    shorts = forms_in_short().get(own, ())
    if own in word_set("trades") or shorts or _is_of_trades(own):
        yield own
    yield from shorts


def _is_of_trades(own: str) -> bool:
    return all(token.text in general_words() for token in cut(own))


def _spelled(left: str) -> Iterator[str]:
    path, rest = split(left, ())
    own = [token.text for token in cut(rest) if token.text not in _UNSAID][:_WORDS]
    if path:
        heads = _initials(path, left.removesuffix(rest))
    elif own and len(own[0]) > 1:
        heads, own = [own[0][0]], own[1:]
    else:
        return
    letters = [_LAST_LETTER.get(word, word[0]) for word in own]
    for at, letter in enumerate(letters):
        for head in heads:
            for tail in (letter, letter + letters[at + 1] if at + 1 < len(letters) else ""):
                if tail and len(head + tail) <= _LETTERS:
                    yield head + tail


def _initials(path: tuple[str, ...], head: str) -> list[str]:
    """The letters that stand for a place before a name: 陕 and 秦, 哈."""
    item = next(iter(divisions.find(path[-1])), None)
    short = item.short if item else head
    second = short[1:2] if len(short) == _BRAND else ""  # 大同, 同煤
    return [*dict.fromkeys((short[0], *_letters().get(short, ()), *second))]


@cache
def _letters() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for letter, place in table("province_abbreviations"):
        found.setdefault(place, []).append(letter)
    return {place: tuple(letters) for place, letters in found.items()}


def _without_general(own: str) -> str:
    while end := next((word for word in _GENERAL if own.endswith(word) and len(own) > len(word)), ""):
        own = own.removesuffix(end)
    return own


__all__ = ["bare_calls", "lettered_calls", "placed_calls"]
