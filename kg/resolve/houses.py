"""Short forms of public houses, made by rule: 桂林十八中, 湖南师大附一医院, 兰大二院, 山师大, 国网青海电力."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations

from kg.language import divisions
from kg.language.classes import NUMERALS, RANKS
from kg.language.lexicon import table, words
from kg.language.numerals import number
from kg.language.similarity import undotted
from kg.language.words import cut
from kg.resolve.places import split

_NUMBER = f"第?(?P<number>[{NUMERALS}百]{{1,4}})"
_SCHOOL = re.compile(rf"{_NUMBER}(?:初级|高级|实验)?(?P<kind>中学|小学|高中)$")
_HOSPITAL = re.compile(rf"{_NUMBER}(?P<people>人民)?医院$")
_ATTACHED = re.compile(rf"(?:附属)?{_NUMBER}(?:附属)?医院$")
_GRID = re.compile(r"^国网(?P<place>[\u3400-\u9fff]{2,10}?)(?P<kind>电力|供电)(?:有限)?公司$")
# 国网四川省电力公司|宜宾供电公司 is 国网宜宾供电公司.
_SUPPLY = re.compile(r"^国网[\u3400-\u9fff]{2,8}?电力(?:有限)?公司(?P<place>[\u3400-\u9fff]{2,8}?)供电(?:分)?公司$")
# 青江市公安局|石门分局云岭派出所, in a paper of the city.
_POLICE = re.compile(
    r"[\u3400-\u9fff]{2,6}[市县区州]公安局(?P<house>[\u3400-\u9fff]{2,5}分局(?:[\u3400-\u9fff]{2,12})?)$"
)
# 宁河铁路运输中级法院 is 宁铁中院.
_RAILWAY = re.compile(
    r"^(?P<place>[\u3400-\u9fff]{2,5}?)铁路(?:运输)?(?P<rank>中级|中)?(?:人民)?(?P<kind>法院|院|检察院|检察分院|检察院分院)$"
)
SCHOOLS_AND_HOSPITALS = ("中学", "小学", "高中", "医院")
# 宁河医科大学|附属|云鹤山医院
_OWNED = re.compile(
    r"^[\u3400-\u9fff]{2,12}?(?:大学|学院)(?:医学院|医学部|临床医学院)?(?:附属)?(?P<own>[\u3400-\u9fff]{2,5}(?:医院|中学|小学))$"
)
# 宁河医科大学|附属第一医院 is 医大一院 at home.
_MEDICAL = re.compile(rf"^[\u3400-\u9fff]{{2,4}}医科大学(?:附属)?第(?P<number>[{NUMERALS}])(?:附属)?医院$")
_FAMED = ("协和", "同济", "中山", "华山", "友谊")  # of a province's hospitals one, as a rule
_FIELDS = 6  # words of what an institute works on
_COLLEGES = ("学院", "研究院", "研究所", "研究中心", "实验室", "医院", "中学", "小学", "图书馆", "博物馆")
_HEAD = 2  # characters of the shortest name of a university before a house of it
_COMMITTEES = ("管理委员会", "管委会", "党工委")
_ZONES = tuple(sorted(words("zone_kinds"), key=lambda word: (-len(word), word)))
_ZONE = 2  # characters of the shortest name of a zone: 徐圩|新区


@lru_cache(maxsize=65536)
def house_calls(name: str) -> frozenset[str]:
    """The short forms of a school, a hospital or a house of the power grid by its full name; empty for any other."""
    short = undotted(name)
    return frozenset(call for call in _calls(short) if call != short and len(call) > 1)


def _calls(name: str) -> Iterator[str]:
    if (branch := _SUPPLY.match(name)) and branch["place"]:
        yield from (f"国网{head}供电公司" for head in _heads(branch["place"]))
        return
    if grid := _GRID.match(name):
        yield from (f"国网{head}{grid['kind']}" for head in _heads(grid["place"]))
        return
    if "大学" in name or ("学院" in name and "科学院" not in name):
        yield from _of_university(name)
    if name.endswith(SCHOOLS_AND_HOSPITALS):
        yield from _numbered(name)
    if name.endswith(("研究院", "研究所")):
        yield from _of_academy(name)
    if name.endswith(_COMMITTEES):
        yield from _of_zone(name)
    if court := _RAILWAY.match(name):
        end = ("中" if court["rank"] else "") + ("检" if "检" in court["kind"] else "院" if court["rank"] else "法院")
        yield from (f"{place}铁{end}" for place in dict.fromkeys((court["place"], court["place"][0])))
    if police := _POLICE.match(name):
        yield police["house"]
        yield police["house"].replace("分局", "公安分局", 1)


@lru_cache(maxsize=65536)
def owned_calls(name: str) -> frozenset[str]:
    """A hospital or a school by its own name, without the university that has it: 宁河医学院|云鹤山医院.

    In its province alone: elsewhere another may be called so.
    """
    short = undotted(name)
    found = _OWNED.match(short) if short.endswith(SCHOOLS_AND_HOSPITALS) else None
    if medical := _MEDICAL.match(short):
        return frozenset((f"医大{medical['number']}院",))
    own = found["own"] if found else ""
    common = any(word in own for word in words("common_house_words")) and own[:2] not in _FAMED
    return (
        frozenset((own,))
        if own and not common and not _HOSPITAL.search(own) and not _SCHOOL.search(own)
        else frozenset()
    )


@lru_cache(maxsize=65536)
def venue_calls(name: str) -> frozenset[str]:
    """A venue with a name of its own by its short forms: 温州瓯东国际会展中心 → 瓯东会展中心, 温州瓯东会展中心."""
    short = undotted(name)
    rest = split(short, ())[1] or short
    found = set()
    for kind in words("venue_kinds"):
        left = rest.removesuffix(kind)
        word = next((word for word in words("venue_qualifiers") if left.endswith(word)), "")
        if left != rest and word and len(left) - len(word) >= _ZONE and split(left.removesuffix(word), ())[1]:
            own = left.removesuffix(word) + kind
            found |= {own, short.removesuffix(rest) + own}
    return frozenset(found)


def _of_zone(name: str) -> Iterator[str]:
    """连云港徐圩新区管委会 → 徐圩新区管委会: a zone with a name of its own, without the city's before it."""
    rest = split(name, ())[1]
    ending = next(end for end in _COMMITTEES if name.endswith(end))
    zone = rest.removesuffix(ending)
    kind = next((kind for kind in _ZONES if zone.endswith(kind)), "")
    if rest != name and kind and len(zone) - len(kind) >= _ZONE:
        yield zone + ("党工委" if ending == "党工委" else "管委会")


def _of_academy(name: str) -> Iterator[str]:
    """中国科学院西北生态环境资源研究院 → 中科院西北研究院, 中科院西北院: the first word of the house's field stays."""
    academy = next((row for row in table("academies") if name.startswith(row[0])), None)
    house = name.removeprefix(academy[0]) if academy else name
    fields = [token.text for token in cut(house[:-3])]
    if academy is None or not 1 <= len(fields) <= _FIELDS:
        return
    for size in range(1, len(fields) + 1):
        for kept in combinations(fields[1:], size - 1):
            stem = fields[0] + "".join(kept)
            yield from (call + stem + end for call in academy for end in (house[-3:], house[-1]))
    seat = fields[0] if divisions.find(fields[0]) else ""
    letters = [field[0] for field in fields[bool(seat) :]]
    # 兰州|化学|物理|研究所 → 兰州化物所
    shorts = {"".join(kept) for size in range(2, len(letters) + 1) for kept in combinations(letters, size)}
    shorts = {short for short in shorts if short[0] == letters[0]}
    yield from (call + seat + short + house[-1] for call in academy for short in sorted(shorts))
    if seat:  # nobody else has the name: 兰州化物所, 云岭湖泊所
        tails = {*shorts, *("".join(kept) for size in (1, 2) for kept in combinations(fields[1:], size))}
        yield from (seat + tail + house[-1] for tail in sorted(tails))


def _of_university(name: str) -> Iterator[str]:
    """青海大学 → 青大, 山东师范大学 → 山东师大, 山师大; with a house behind it: …附院, …二院, …美术学院."""
    kind = "大学" if "大学" in name else "学院"
    at = name.find(kind) + 2
    university, rest = name[:at], name[at:]
    heads = [*_university(university), *([university] if rest else ())]
    if not rest:
        yield from (head for head in heads if head[-1] != "医")  # 包医 means its hospitals alone
    elif house := _ATTACHED.match(rest):
        number = house["number"]
        ends = (f"附{number}医院", f"附{number}院", f"{number}附院") if "附属" in rest else (f"{number}院",)
        yield from (head + end for head in heads for end in ends)
    elif rest == "附属医院":
        yield from (head + "附院" for head in heads)
    elif rest in ("附属中学", "附属小学"):
        yield from (head + "附" + rest[2] for head in heads)
    elif rest.endswith(_COLLEGES) and len(rest) > _HEAD:
        yield from (head + rest for head in heads if len(head) >= _HEAD and head[-1] != "医")


def _university(name: str) -> Iterator[str]:
    for row in table("universities"):
        if name in row:
            yield from row
    forms = [row for row in table("school_forms") if name.endswith(row[0])]
    longest = max((len(long) for long, _ in forms), default=0)
    for long, short in forms:
        place = name.removesuffix(long)
        if len(long) == longest and len(place) >= 2 and (long != "大学" or divisions.find(place)):
            letters = [letter for letter, province in table("province_abbreviations") if province == place]
            yield from (head + short for head in dict.fromkeys((place, place[0], *letters)))


def _numbered(name: str) -> Iterator[str]:
    """桂林市第十八中学 → 桂林十八中, 桂林市十八中; 九江市第一人民医院 → 九江一院, 九江市一医院."""
    path, rest = split(name, ())
    head = name.removesuffix(rest)
    if not path or not rest or not head:
        return
    if school := _SCHOOL.match(rest):
        kind = {"中学": "中", "小学": "小", "高中": "高"}[school["kind"]]
        told = (school["number"], str(number(school["number"])))  # 大连二十四中, 大连24中
        yield from (place + count + kind for place in (*_heads(head), head[0]) for count in told)
    elif hospital := _HOSPITAL.match(rest):
        yield from (place + hospital["number"] + end for place in _heads(head) for end in ("院", "医院"))


def _heads(place: str) -> tuple[str, ...]:
    """A division by its full and its short name, and with its level alone: 延边朝鲜族自治州 → 延边, 延边州."""
    found = divisions.find(place)
    if not found:
        return (place,)
    level = next((character for character in found[0].name[::-1] if character in RANKS), "")
    short = found[0].short
    # 衡阳八中 is the city's, not the county's of the same short name.
    alone = not any(len(item.path) < len(found[0].path) for item in divisions.find(short))
    return tuple(dict.fromkeys((found[0].name, *([short] if alone else []), short + level)))


__all__ = ["SCHOOLS_AND_HOSPITALS", "house_calls", "owned_calls", "venue_calls"]
