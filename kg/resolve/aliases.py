"""Short forms of organisations' names, made by rule: what a body may also be called, never by a common beginning.

青海省委 is not 青海省委组织部, and 甲集团 not 甲物流公司: a short form leaves out what the kind of body allows, and
keeps the rest whole.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from kg.language import divisions
from kg.language.classes import all_of
from kg.language.countries import country, country_abbreviation, nation_end
from kg.language.lexicon import table, word_set, words
from kg.language.similarity import plain, undotted
from kg.resolve.places import split

REGISTERED = ("有限公司", "责任公司")
_LEGAL = (*REGISTERED, "总公司", "集团公司")
_USUAL = ("公司", "集团", "集团公司", "股份公司", "株式会社")
_GENERAL_ENDS = ("科技", "技术", "集团", "控股", "企业", "实业")
_MISSION = re.compile(r"^([\u3400-\u9fff]{2,8})?驻([\u3400-\u9fff]{1,10}?)(大?使馆|总领事馆|总领馆)$")
_HEAD = 8  # characters of a bank or school in short at the beginning of a longer name
_ORGAN = 13  # characters of an organ of the nation at the beginning of a longer name
_PARTS_OF_ORGANS = ("司", "法庭", "局", "厅", "中心", "委员会", "办公室")
_OF_SCHOOLS = ("附", "第", "一附", "二附", "三附")
_HOUSES = (
    *(("附院", "附属医院"), ("附中", "附属中学"), ("附小", "附属小学")),
    *(("一附院", "第一附属医院"), ("二附院", "第二附属医院"), ("三附院", "第三附属医院")),
    *(("附一院", "第一附属医院"), ("附二院", "第二附属医院"), ("附三院", "第三附属医院")),
)
_OF_UNIVERSITY = re.compile(r"(?P<school>[\u3400-\u9fff]{3,9}大)(?P<house>[一二三]附院|附[一二三]院|附院|附中|附小)")
_SOCIETIES = ("种植养殖专业合作社", "农民专业合作社", "专业合作社", "合作社", "家庭农场")
_CLUB, _FOUNDATION = "俱乐部", "基金会"
_FIRM, _LIMITED = "集团公司", "集团有限公司"
_OWN = 4  # characters of a name that 公司 behind it makes a firm's own
_BRAND = 2  # characters of the shortest brand
_LONGEST = 6  # characters of a trade or a general word
_HALF = str.maketrans("（）", "()")
_HOUSE = re.compile(
    r"^(?P<brand>[\u3400-\u9fff]{2,4})\((?P<place>[\u3400-\u9fff]{2,5})\)(?P<trade>[\u3400-\u9fff]{2,8}?)(?:股份|集团)?(?:有限)?公司$"
)
BRACKETS = str.maketrans("", "", "()[]〔〕【】")


@lru_cache(maxsize=65536)
def known(name: str) -> str:
    """The first name of an organ of the nation or a great enterprise by any of its names, also with 中国, 国家 or 我国
    before it; empty for any other."""
    short = plain(name)
    for call in (short, *(short.removeprefix(word) for word in ("中华人民共和国", "中国", "国家", "我国"))):
        end = next((end for end in (_FIRM, "集团") if call.endswith(end)), "")
        row = _known().get(call) or _known().get(call.removesuffix(end) + _LIMITED if end else "")
        # 中国移动 is no 移动; of a whole name the nation may be left out, of a short one not.
        if row and (call == short or len(call) >= 3):
            return row
    return _registered(short)


def _registered(short: str) -> str:
    """The first name of a well-known firm that the table has by its usual names alone, by its registered one:
    北京|某某|科技有限公司. Its daughters have a trade behind its name."""
    left, ending = stem(short)
    if ending in _USUAL:
        return _unregistered().get(left, "") if len(left) > _BRAND else ""  # 圣戈班|集团
    if not ending.endswith(REGISTERED):
        return ""
    group = "集团" if "集团" in ending else ""
    found = (
        _unregistered().get(call.removesuffix(end) + kind)
        for call in (left, _placeless(left))
        for kind in dict.fromkeys((group, ""))
        for end in ("", *_GENERAL_ENDS)
        if call.endswith(end)
    )
    return next((row for row in found if row), "")


@lru_cache(maxsize=65536)
def formal(name: str) -> str:
    """A name with the kind of body in its short form: 青海省发展和改革委员会 → 青海省发改委; one row after another."""
    done = -1
    while found := [row for row in _rows_in(name) if row[0] > done]:
        done, long, short = min(found)
        name = name.replace(long, short)
    return name


def _rows_in(name: str) -> Iterator[tuple[int, str, str]]:
    """The rows of the forms of bodies whose long form stands in a name, with their places in the table."""
    filed = _forms()
    for at in range(len(name) - 1):
        for row in filed.get(name[at : at + 2], ()):
            if name.startswith(row[1], at):
                yield row


@cache
def _forms() -> Mapping[str, tuple[tuple[int, str, str], ...]]:
    """The forms of bodies by their first two characters."""
    found: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
    for place, (long, short) in enumerate(table("organ_forms")):
        found[long[:2]].append((place, long, short))
    return {head: tuple(rows) for head, rows in found.items()}


@lru_cache(maxsize=65536)
def whole(name: str) -> str:
    """A name whose beginning or end is said in short, in full: 青大附院, 驻美使馆, 最高法知产法庭; else as it is."""
    mission = _MISSION.match(name)
    if mission:
        host = country(mission[2]) or country(mission[2] + "国") or country_abbreviation(mission[2])
        host = host or divisions.venue_call(mission[2]) or mission[2]  # 韩国驻|沈|总领馆
        return f"{mission[1] or '中国'}驻{host}{mission[3].replace('大使馆', '使馆').replace('总领事馆', '总领馆')}"
    for long, end, short in table("regional_houses"):
        if name.startswith(long) and name.endswith(end) and 2 <= len(name) - len(long) - len(end) <= _HEAD:
            return name[len(long) : -len(end)] + short  # 中国证监会|浙江|监管局 → 浙江证监局
    longest = _ORGAN if name.endswith(_PARTS_OF_ORGANS) else _HEAD
    for size in range(min(len(name) - 2, longest), 1, -1):
        head, rest = name[:size], name[size:]
        part = rest.endswith(_PARTS_OF_ORGANS) and not rest.endswith("公司")
        if part and (row := known(head)) and not split(rest, ())[0]:  # 工信部|装备工业一司
            return plain(row) + _committee(formal(rest))
        if (school := _schools().get(head)) and rest.startswith(_OF_SCHOOLS):
            return school + next((full + rest[len(short) :] for short, full in _HOUSES if rest.startswith(short)), rest)
    if (house := _OF_UNIVERSITY.match(name)) and (full := dict(_HOUSES).get(house["house"])):
        return f"{house['school']}学{full}{name[house.end() :]}"  # 川中医科大|附二院
    return _schools().get(name, name)


def _committee(name: str) -> str:
    return name.removesuffix("员会") if name.endswith("委员会") else name


@lru_cache(maxsize=65536)
def calls(name: str) -> frozenset[str]:
    """The names that a firm can be called by, between its brand and the whole: 云桥新能源科技, 云桥新能源, 云桥集团."""
    short = undotted(name).translate(BRACKETS)
    reader = next((read for end, read in ((_CLUB, _club), (_FOUNDATION, _foundation)) if short.endswith(end)), None)
    if reader is not None and (found := reader(short)):
        return frozenset(call for call in found if call != short and not _is_plain(call))
    ending = next((end for end in (*_SOCIETIES, *_endings()) if short.endswith(end)), "")
    if not ending:
        return frozenset()
    left = short.removesuffix(ending)
    bare = _placeless(left)
    found, left_over = {left, bare}, [left, bare]
    while left_over:
        at = left_over.pop()
        shorter = {at[: -len(word)] for word in _trades() if at.endswith(word) and len(at) - len(word) >= 2} - found
        found |= shorter
        left_over += shorter
    found |= _with_house(undotted(name)) if ending.endswith("公司") else set()
    found |= _plainly(bare) | _by_shares(left) | _by_shares(bare) | _in_short(left)
    own = behind_mother(left)
    if own and not own.startswith("第") and not _is_plain(own):  # 中国石化|镇海炼化
        found.add(own)
    if "集团" in ending:
        # 恒屿国际集团 is 恒屿集团; 恒屿矿业集团 may be a daughter of it.
        found |= {f"{start.removesuffix(kind)}集团" for start in (left, bare) for kind in ("国际", "控股", "实业", "")}
    if nation_end(short) and len(bare) >= _OWN and not ending.endswith("有限公司"):
        found.add(bare + "集团")  # 德国|海默尔贝格|股份公司; what is registered here has 有限公司
    if "股份" in ending:  # 忠山春酒业股份有限公司 is 忠山春股份
        found |= {f"{call}股份" for call in found if not call.endswith(("集团", "控股")) and not _is_plain(call)}
    if ending in _SOCIETIES:  # 禾穗丰种植|专业合作社 is 禾穗丰合作社; 禾穗丰 may be anything
        found = {call + end for call in found if not _is_plain(call) for end in _SOCIETIES if end in short}
    else:
        if not _is_plain(bare) and bare != left:
            found.add(bare + ending)
        # 云桥新能源公司; of a brand of two characters there are many
        long = [call for call in found if len(call) >= _OWN and not call.endswith("公司")]
        found |= {call + "公司" for call in long if ending.endswith("公司")}
    return frozenset(call for call in found if len(call) >= 2 and call != short and not _is_plain(call))


def _club(name: str) -> set[str]:
    """A club as its team is called: 宁河云鹤足球俱乐部 is 宁河云鹤队, 云鹤队."""
    left = name.removesuffix(_CLUB).removesuffix("职业")
    left = next((left.removesuffix(sport) for sport in words("disciplines") if left.endswith(sport)), left)
    return {f"{call}{end}" for call in (left, _settled(left)) for end in ("队", _CLUB) if len(call) >= _BRAND}


def _settled(name: str) -> str:
    """A name without the city before it, in full or in short: 宁河|云鹤."""
    size = next((size for size in (4, 3, 2) if len(name) - size >= _BRAND and divisions.find(name[:size])), 0)
    return name[size:]


def _foundation(name: str) -> set[str]:
    """A foundation without its place and without what it is for: 云岭省|鼎禾|慈善|基金会."""
    own = _placeless(name.removesuffix(_FOUNDATION))
    found = {own}
    while aim := next((word for word in all_of("aims_of_foundations") if own.endswith(word)), ""):
        own = own.removesuffix(aim)
        found.add(own)
    return {call + _FOUNDATION for call in found if len(call) >= _BRAND and not _is_plain(call)}


@lru_cache(maxsize=65536)
def group_calls(name: str) -> frozenset[str]:
    """What a group may be called by its brand alone: 澜帆海洋食品集团有限公司 as 澜帆集团, which may be its mother."""
    left, ending = stem(name)
    if "集团" not in ending:
        return frozenset()
    own, short = _placeless(left), left + ending
    brands = {call for call in calls(name) if not call.endswith(("集团", "公司"))} | {own[:_BRAND]}
    found = {f"{brand}集团" for brand in brands if not _is_plain(brand)}
    path = split(left, ())[0]
    if path and not _is_plain(own[:_BRAND]):
        found.add(f"{path[-1]}{own[:_BRAND]}集团")  # 青江市|兴城|集团
    return frozenset(found) - {short}


@lru_cache(maxsize=65536)
def stem(name: str) -> tuple[str, str]:
    """A firm's name before its legal form, and that form, empty where there is none: 昆明公交, 集团有限责任公司."""
    short = undotted(name).translate(BRACKETS)
    ending = next((end for end in _endings() if short.endswith(end)), "")
    return short.removesuffix(ending), ending


def behind_mother(left: str) -> str:
    """What stands behind a well-known firm's name in a daughter's, before its form: 中国石化|镇海炼化; or nothing."""
    mother = next((size for size in range(min(len(left) - 3, _HEAD), 2, -1) if known(left[:size])), 0)
    return left[mother:] if mother else ""


@lru_cache(maxsize=65536)
def brand(name: str) -> str:
    """The characters with which a firm's own name begins, 甘岭 of 广西甘岭糖业集团有限公司; or nothing."""
    left, ending = stem(name)
    own = _placeless(left)[:_BRAND] if ending else ""
    return "" if len(own) < _BRAND or _is_plain(own) else own


@lru_cache(maxsize=65536)
def is_alien(name: str, alias: str) -> bool:
    """Whether an alias can only be another firm's name: both are registered names, and differ before the legal form."""
    if name == alias or not (name.endswith(REGISTERED) and alias.endswith(REGISTERED)):
        return False
    return not calls(name) & calls(alias)


@lru_cache(maxsize=65536)
def nationless(name: str) -> str:
    """A firm of another nation without the nation before it: 德国|莱塔重工; empty for what is no firm by its end."""
    rest = name[nation_end(name) :]
    if len(rest) == len(name) or len(rest) < _OWN or known(rest):
        return ""
    ending = next((end for end in (*_endings(), *_trades()) if rest.endswith(end)), "")
    return rest if ending and not _is_plain(rest.removesuffix(ending)) else ""


def _in_short(name: str) -> set[str]:
    """The short forms of a province's or city's own firm: 浙江省|交通投资|集团 → 浙江交投, 浙江交投集团."""
    rest = split(name, ())[1]
    place = name.removesuffix(rest)
    found = divisions.find(place) if place and rest else ()
    field = rest.removesuffix("集团").removesuffix("控股")
    shorts = [short for long, short in table("firm_forms") if field == long]
    return {
        head + short + end
        for item in found[:1]
        for head in (item.name, item.short)
        for short in shorts
        for end in ("", "集团")
    }


@lru_cache(maxsize=65536)
def kindred_calls(name: str) -> frozenset[str]:
    """What a firm may be called by its brand and another word for its trade, as others may: 云岭制药集团, 云岭药业."""
    left, ending = stem(name)
    short, own = left + ending, _placeless(left) if ending else ""
    found = set()
    for row in table("kindred_trades"):
        for word in row:
            brand = own.removesuffix(word)
            if brand != own and len(brand) >= _BRAND and not _is_plain(brand):
                found |= {brand + other for other in row if other != word}
    if ending and nation_end(short):
        # 德国巴赫曼机械有限公司 is 巴赫曼公司 where both are told of with one person
        found |= {call + "公司" for call in calls(name) if len(call) > _BRAND and not call.endswith(("公司", "集团"))}
    return frozenset(found) - {short}


def _with_house(name: str) -> set[str]:
    """A firm with its place in brackets behind the brand, with it before the name and without it: 甬岭（宁波）航运."""
    house = _HOUSE.match(name.translate(_HALF))
    own = house["brand"] + house["trade"] if house and house["trade"] in word_set("trades") else ""
    return {own, house["place"] + own} if house and own and divisions.find(house["place"]) else set()


def _plainly(name: str) -> set[str]:
    """A firm by its brand and trade without the word that tells of what kind the trade is: 恒冀|新型|建材."""
    trades = {word for word in _trades() if name.endswith(word)}
    found = set()
    for trade in trades:
        left = name.removesuffix(trade)
        kind = max((word for word in words("firm_qualifiers") if left.endswith(word)), key=len, default="")
        if kind and len(left) - len(kind) >= _BRAND:
            found.add(left.removesuffix(kind) + trade)
    return found


def _by_shares(name: str) -> set[str]:
    """A firm as its shares are called, by its brand and its trade in short: 云岭|重型装备 → 云岭重装."""
    trades = (
        (name.removesuffix(long), short)
        for long, shorts in forms_in_short().items()
        for short in shorts
        if name.endswith(long) and long != short
    )
    return {brand + short for brand, short in trades if len(brand) >= _BRAND and not _is_plain(brand)}


def _placeless(name: str) -> str:
    """A name without the division or the other nation before it: 广东|粤桅石化, 荷兰|范德瓦尔乳业."""
    rest = split(name, ())[1] or name
    left = rest[nation_end(rest) :]
    return left if len(left) >= _BRAND else rest


@lru_cache(maxsize=65536)
def is_brand_and_trade(name: str) -> bool:
    """Whether a name is a firm's brand with its trade behind it, and nobody's whom all know: 恒冀|建材."""
    trade = max((len(word) for word in _trades() if name.endswith(word)), default=0)
    return bool(trade) and len(name) - trade >= _BRAND and not known(name) and not _is_plain(name[:-trade])


def _is_plain(word: str) -> bool:
    """Whether a word names nothing by itself: made of trades and general words, a country, a division."""
    word = split(word, ())[1]
    if country(word) is not None:
        return True
    general = general_words()
    while word:
        size = next((size for size in range(min(len(word), _LONGEST), 0, -1) if word[-size:] in general), 0)
        if not size:
            return False
        word = word[:-size]
    return True


@cache
def forms_in_short() -> Mapping[str, tuple[str, ...]]:
    """Trades and what firms of places are for, each with what it is called in short: 轨道交通, 轨道."""
    found: dict[str, list[str]] = defaultdict(list)
    for long, short in (*table("firm_forms"), *table("trades_in_short")):
        found[long].append(short)
    return {long: tuple(shorts) for long, shorts in found.items()}


@cache
def general_words() -> frozenset[str]:
    """Words that name no firm by themselves: trades, and those that are nobody's."""
    return word_set("generic_words") | word_set("trades")


@cache
def _known() -> dict[str, str]:
    bodies = (row for row in table("known_bodies") if len(row) > 1)  # of the others each may have short forms
    rows = (*bodies, *table("enterprises"), *table("national_organs"), *table("hospitals"))
    return {plain(name): row[0] for row in rows for name in row}


@cache
def _unregistered() -> dict[str, str]:
    """The usual names of well-known firms whose registered name the table does not have."""
    rows = [row for row in table("enterprises") if not any(name.endswith(_LEGAL) for name in row)]
    return {plain(name): row[0] for row in rows for name in row if len(name) >= _BRAND}


@cache
def _schools() -> dict[str, str]:
    return {name: row[0] for row in table("universities") for name in row}


@cache
def _endings() -> tuple[str, ...]:
    return tuple(sorted(words("company_suffixes"), key=lambda word: (-len(word), word)))


@cache
def _trades() -> tuple[str, ...]:
    return tuple(sorted(words("trades"), key=lambda word: (-len(word), word)))


__all__ = [
    "BRACKETS",
    "REGISTERED",
    "behind_mother",
    "brand",
    "calls",
    "formal",
    "forms_in_short",
    "general_words",
    "group_calls",
    "is_alien",
    "is_brand_and_trade",
    "kindred_calls",
    "known",
    "nationless",
    "stem",
    "whole",
]
