"""The names of projects: what they leave out, which places they tell, and whether they tell a project from others."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache, lru_cache

from kg.language import divisions
from kg.language.classes import NUMERALS, RANKS, all_of, one_of
from kg.language.divisions import abbreviation
from kg.language.lexicon import table, word_set, words
from kg.language.words import cut, is_word, place_at_head
from kg.resolve.figures import capacity
from kg.resolve.likeness import is_generic
from kg.resolve.places import Path, compatible, split

_TELLING = 9
_ROUTE = re.compile(
    r"(?P<first>[\u3400-\u9fff]{2,4}?)(?:(?:至|经|—|-)(?P<middle>[\u3400-\u9fff]{2,4}?))?(?:至|到|送|—|-)(?P<last>[\u3400-\u9fff]{2,4}?)"
    rf"(?=[±\d]{{1,5}}千伏|{one_of('route_kinds')})"
)
# The ends of a line with the divisions that they lie in: 武都区|马街|至|康县|长坝|公路.
_ENDS = re.compile(
    rf"^(?P<first>[\u3400-\u9fff]{{2,12}}?)至(?P<last>[\u3400-\u9fff]{{2,12}}?)(?={one_of('route_kinds')})"
)
_KIND_NEXT = re.compile(one_of("route_kinds"))
_LINK = re.compile(r"(?<=[\u3400-\u9fff])[—–~～-]{1,2}(?=[\u3400-\u9fff])")
_VOLTS = re.compile(r"[±]?\d{1,4}千伏")
# 50万千瓦|光伏项目: how much a plant makes names none.
_CAPACITY = re.compile(f"(?:年产)?[0-9][0-9.]{{0,9}}[万亿]?(?:{one_of('units')}|[kmg]wh?)(?:时)?")
# What is done to a line, behind its name: 贡芒公路|改建工程.
WORKS = re.compile(f"(?:{one_of('renewing')}){{0,3}}(?:项目|工程)$")
_WATERS = re.compile(r"^[\u3400-\u9fff]{1,4}[江河湖峡岛湾岭滩港山](?!湖|水(?!库|利|电)|沙|林|田|道)")
_ON_RIVERS = ("水电站", "水库", "抽水蓄能电站", "电站", "水利枢纽")
_ON_RIVER = 5  # characters of a station's name without its river's
# 云桥市|轨道交通9号线二期, of which everybody knows which it is.
_METRO = re.compile(
    rf"(?P<city>[\u3400-\u9fff]{{2,6}}?)市?(?:地铁|城市轨道交通|轨道交通|城轨)(?P<line>\d{{1,2}}号线(?:[{NUMERALS}]期)?)(?:工程|项目)?"
)
_RAILWAY = "铁路"
# 引大济湟, 引江补汉: known everywhere by these characters.
_WATERWORK = re.compile(
    r"(?P<own>引[\u3400-\u9fff]{1,2}[济入补][\u3400-\u9fff]{1,2}|南水北调)(?:引水|供水)?(?:工程|项目)?"
)
_DIVISION = 12  # characters of the longest name of a division
_KINDS = tuple(RANKS[1:])
_PLACED = 7
_SHORT = 6
_OWN_HEAD = 4  # characters of a name of its own with which a work's name begins
_SAID_OF_ALL = ("项目", "工程", "建设")
_LEFT = 3  # characters of the least that a name says beyond builder, place and size
_LINKS = ("至", "到", "—", "-", "、", "与", "和", "市", "省", "县", "区")
_REGIONS = tuple("东西南北中")


@cache
def _conferred() -> re.Pattern[str]:
    return re.compile(rf"(?:{one_of('conferring')}|(?:授牌|命名|认定)[^。；！？\n]{{0,60}}为)[“‘《]?$")


def is_plate(before: str) -> bool:
    """Whether what stands before a name says that it is given to somebody, as to others: 甲小学获授|“…基地”."""
    return _conferred().search(before) is not None


@lru_cache(maxsize=65536)
def county_in(name: str, around: Path) -> Path:
    """The one county, district or banner that a name tells with its kind (四子王旗 in 华朔电力四子王旗风电项目)."""
    found: set[Path] = set()
    at = 0
    while at < len(name):
        sizes = (size for size in range(_DIVISION, 2, -1) if name[at + size - 1 : at + size] in _KINDS)
        size = next((size for size in sizes if divisions.find(name[at : at + size])), 0)
        if size:
            found.add(split(name[at : at + size], around)[0])
        at += size or 1
    return found.pop() if len(found) == 1 else ()


def forms(name: str, builders: set[str]) -> tuple[str, ...]:
    """A name without its builder, with it (another article may have it there alone), and of a line its short form."""
    name = linked(name)
    route = _ROUTE.match(name)
    line = _by_ends(name, route)
    left = without_builder(name, builders)
    bare = () if route else (_sizeless(left), unsized(left))
    found = (left, capacity(name), _short_kind(name), metro(name), *_waterless(left), *bare, *line, *_water(name))
    found = (*found, *(swift for name in found for swift in _swift(name)))
    return tuple(name for name in dict.fromkeys((*found, *map(kindless, found))) if name)


def _waterless(name: str) -> Iterator[str]:
    """A power station or a reservoir without its river: 黑石河|宁河沟水电站."""
    water = _WATERS.match(name)
    rest = name[water.end() :] if water else ""
    if rest.endswith(_ON_RIVERS) and len(rest) >= _ON_RIVER:
        yield rest


def _water(name: str) -> Iterator[str]:
    """What brings water from one river to another, by its own name: 陕西省|引汉济渭|调水工程."""
    if found := _WATERWORK.fullmatch(_short_kind(split(name, ())[1] or name)):
        yield found["own"]


@lru_cache(maxsize=65536)
def linked(name: str) -> str:
    """A name with 至 wherever a stroke stands between two places: 石门—云岭|特高压工程."""
    return _LINK.sub("至", name)


_RENEWED = "续建配套"  # of an irrigated district: it is made whole, not larger
_SECTION = re.compile(r"[\u3400-\u9fff]{2}[至—-][\u3400-\u9fff]{2,6}段")


def extends(names: Sequence[str]) -> bool:
    """Whether a name tells of what is added to a work that stands, or of a section: 云桥水厂|扩建|工程, 甲至乙段."""
    bare = [name.replace(_RENEWED, "") for name in names if not _moving(name)]
    return any(_SECTION.search(name) or any(word in name for word in all_of("extending")) for name in bare)


def other_product(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether both names tell a chemical, and not one of both: 磷酸铁锂项目, 磷酸铁项目."""
    told = [{found.group() for name in names for found in _chemical().finditer(name)} for names in (mine, theirs)]
    return bool(told[0] and told[1]) and not told[0] & told[1]


@cache
def _chemical() -> re.Pattern[str]:
    element = "".join(all_of("elements"))
    return re.compile(f"[{element}]{{0,2}}[酸化][{element}]{{1,3}}|[{element}]{{2,4}}(?=氧化|合金|材料)")


def other_ends(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether both tell the ends of a line in full, and other ones: 西安至成都高铁, 西宁至成都铁路."""
    ends = [
        {found.group("first", "last") for name in names if (found := _ROUTE.match(linked(name)))}
        for names in (mine, theirs)
    ]
    return all(ends) and not any(_like(x[0], y[0]) and _like(x[1], y[1]) for x in ends[0] for y in ends[1])


_NUMBERED = re.compile(f"(第[{NUMERALS}]{{1,3}})?(小学|中学|高中|初中|学校|幼儿园|人民医院|医院)")


def _like(a: str, b: str) -> bool:
    return a.startswith(b) or b.startswith(a) or a.endswith(b) or b.endswith(a)


def is_bare(name: str) -> bool:
    """Whether a name tells only what is done to a work, and not to which: 整体搬迁项目, 改造工程."""
    left = _short_kind(kindless(name))
    return bool(left) and not _done().sub("", left)


@cache
def _done() -> re.Pattern[str]:
    return re.compile(f"{one_of('renewing')}|{one_of('extending')}|{one_of('moving_houses')}|工程|项目|整体|新建")


@lru_cache(maxsize=65536)
def sited(name: str) -> tuple[str, str]:
    """The own name and the kind of a work named after its site: 小官村, 水库 of 祥云县小官村水库工程; or nothing."""
    left = _short_kind(kindless(split(name, ())[1] or name))
    found = min(((at, kind) for kind in words("sited_works") if (at := left.find(kind)) > 1), default=(0, ""))
    own = left[: found[0]]
    plain_head = not own or any(word in own for word in words("plain_heads")) or any(map(str.isdigit, own))
    return ("", "") if plain_head or is_generic(own, "project_suffixes") else (own, found[1])


def other_sites(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether works of one kind are named after two sites: 小官村水库, 浑水海水库; or two houses move."""
    houses = [{house for name in names if (house := _moving(name))} for names in (mine, theirs)]
    if all(houses) and not any(_like(x, y) for x in houses[0] for y in houses[1]):
        return True
    numbered = [{found for name in names for found in _NUMBERED.findall(name)} for names in (mine, theirs)]
    kinds = [{kind for _, kind in found} for found in numbered]
    if kinds[0] & kinds[1] and not numbered[0] & numbered[1]:
        return True  # 云桥路小学, 云桥路第二小学
    told = [{found for name in names if (found := sited(name))[0]} for names in (mine, theirs)]
    kinds = [{kind for _, kind in found} for found in told]
    shared = kinds[0] & kinds[1]
    return bool(shared) and not any(set(x) & set(y) for x, kind in told[0] for y, other in told[1] if kind == other)


def _by_ends(name: str, route: re.Match[str] | None) -> list[str]:
    """The short forms of a line: 贡觉至芒康公路 is 贡芒公路, 重庆至宜昌高速铁路 渝宜高铁."""
    if route is None:
        bare = split(name, ())[1]
        found = _ENDS.match(bare)
        if found is None:
            return []
        ends = [split(found[end], ())[1] or found[end] for end in ("first", "last")]
        return [_letter(ends) + _short_kind(bare[found.end() :])] if max(map(len, ends)) <= _OWN_HEAD else []
    letters = [_letters(route[end]) for end in ("first", "last")]
    between = route["middle"][0] if route["middle"] else ""  # 成都至自贡至宜宾高铁 is 成自宜高铁
    rest = name[route.end() :]
    short = [first + between + last + _short_kind(rest) for first in letters[0] for last in letters[1]]
    # 西宁送南昌特高压工程 is 西宁—南昌±800千伏特高压工程.
    return [f"{route['first']}至{route['last']}{_VOLTS.sub('', rest)}", *short] if "特高压" in name else short


def _letter(ends: Sequence[str]) -> str:
    return "".join(end[0] for end in ends)


@lru_cache(maxsize=65536)
def route_key(name: str) -> str:
    """The two characters by which a line is called, of whatever form its name is: 贡芒 of 贡觉至芒康公路, 贡芒公路."""
    name = linked(name)
    route = _ROUTE.match(name)
    if short := _by_ends(name, route):
        return short[-1][:2]
    return name[:2] if _KIND_NEXT.match(name, 2) else ""


@lru_cache(maxsize=65536)
def county_head(name: str, province: str) -> tuple[Path, str]:
    """The county of the province by whose short name a work's begins, and what is left of it: 玉门|6万吨碳酸锂项目."""
    for size in range(min(_OWN_HEAD, len(name) - _LEFT), 1, -1):
        found = {
            item.path for item in divisions.find(name[:size]) if item.level == "county" and item.path[0] == province
        }
        if len(found) == 1:
            return found.pop(), name[size:]
    return (), name


@lru_cache(maxsize=65536)
def core(name: str, called: frozenset[str], provinces: tuple[str, ...]) -> str:
    """What a work's name says beyond who builds it, where, how large, and that it is a work; empty if too little.

    called: what its builders, or another's who may be the same, are called. provinces: of the pages that tell of them.
    """
    left = linked(name)
    while True:
        shorter = without_builder(left, called)
        shorter = split(shorter, ())[1] or shorter
        shorter = next((rest for one in provinces if (rest := county_head(shorter, one)[1]) != shorter), shorter)
        if len(shorter) < _LEFT or shorter == left or shorter.startswith(_LINKS):
            break
        left = shorter
    sizeless = _CAPACITY.sub("", left)
    left = sizeless if len(sizeless) >= _LEFT else left
    while kind := next((kind for kind in _SAID_OF_ALL if left.endswith(kind)), ""):
        left = left.removesuffix(kind)
    return left if len(left) >= _LEFT and not is_bare(left) else ""


@lru_cache(maxsize=65536)
def families(name: str) -> frozenset[int]:
    """The rows of `data/work_families.tsv` of which a word stands last in the name; none, if none stands there."""
    ends = [
        (name.rfind(word) + len(word), row) for row, found in enumerate(_families()) for word in found if word in name
    ]
    last = max((end for end, _ in ends), default=0)
    return frozenset(row for end, row in ends if end == last)


@cache
def _families() -> tuple[tuple[str, ...], ...]:
    return tuple(table("work_families"))


@lru_cache(maxsize=65536)
def kindless(name: str) -> str:
    """A name without 项目, 工程 at its end: one paper says 沐咸高速公路项目, the next 沐咸高速公路工程."""
    left = name
    while kind := next((kind for kind in _SAID_OF_ALL if left.endswith(kind)), ""):
        left = left.removesuffix(kind)
    own = len(left) >= _OWN_HEAD and not is_generic(left, "project_suffixes")
    return left if len(left) >= _SHORT or own else name


@lru_cache(maxsize=65536)
def unsized(name: str) -> str:
    """A name without its size and without the division that it begins with: 苏尼特右旗50万千瓦|风光储一体化项目."""
    left = _sizeless(name)
    rest = split(left, ())[1]
    return rest if len(rest) >= _SHORT and not rest.startswith(_LINKS) else left


@lru_cache(maxsize=65536)
def head_of(name: str) -> str:
    """The name of its own with which a work's begins, if no dictionary has its words: 安铺北|站改扩建; else nothing."""
    head = name[:_OWN_HEAD]
    first = next(iter(cut(name)), None) if len(name) > _OWN_HEAD else None
    coined = first is not None and len(first.text) > 1 and not is_word(first.text)
    return head if coined and not divisions.find(head) else ""


@lru_cache(maxsize=65536)
def is_firm_head(head: str, vague: bool) -> bool:
    """Whether what stands before the words of a work's name is a firm's: 恒屿矿业; of vague words also 恒屿."""
    if head.endswith((*words("trades"), *words("company_suffixes"))):
        return True
    first = next(iter(cut(head)), None)
    return vague and first is not None and len(first.text) > 1 and not is_word(first.text) and not divisions.find(head)


def _sizeless(name: str) -> str:
    left = _CAPACITY.sub("", name)
    return left if len(left) >= _SHORT else name


def _short_kind(name: str) -> str:
    for long, short in table("work_forms"):
        name = name.replace(long, short)
    return name


def _swift(name: str) -> Iterator[str]:
    """A new railway as a line of high speed, as papers call it as well: 西成铁路, 西成高铁; not one with an elder."""
    line = WORKS.sub("", name)
    if line.endswith(_RAILWAY) and is_line(line) and line[:2] not in word_set("lines_twice"):
        yield line.removesuffix(_RAILWAY) + "高铁"


@cache
def _letters(place: str) -> tuple[str, ...]:
    """The characters that stand for a place in the name of a line: its first, and its province's or city's."""
    found = divisions.find(place)
    short = found[0].short if found else place
    calls = (row[0] for name in ("province_abbreviations", "venue_calls") for row in table(name) if row[1] == short)
    return tuple(dict.fromkeys((place[0], *calls)))


def without_builder(name: str, builders: Collection[str]) -> str:
    """A name without its builder in front and with capacity in one form: 中衡锂业年产2万吨… → 2万吨…"""
    builder = max((call for call in builders if name.startswith(call)), key=len, default="")
    left = name.removeprefix(builder).lstrip("的·•")
    return capacity(left if len(left) >= 4 else name)


@lru_cache(maxsize=65536)
def two_places(a: str, b: str) -> bool:
    """Whether two names differ in nothing but the division that they tell: 都兰50万千瓦项目, 乌兰50万千瓦项目."""
    if a == b:
        return False
    head = _shared(a, b)
    tail = min(_shared(a[::-1], b[::-1]), len(a) - head, len(b) - head)
    for left in range(min(head, 2) + 1):
        for right in range(min(tail, 2) + 1):
            mine, theirs = (name[head - left : len(name) - tail + right] for name in (a, b))
            if len(mine) > 1 and len(theirs) > 1 and _is_division(mine) and _is_division(theirs):
                paths = [{item.path for item in divisions.find(name)} for name in (mine, theirs)]
                # 青海|南山口抽水蓄能电站, 格尔木|南山口抽水蓄能电站; of 光伏项目 a province has many.
                within = any(compatible(x, y) for x in paths[0] for y in paths[1])
                return not within or (not paths[0] & paths[1] and not sited(a.replace(mine, "", 1))[0])
    return False


def _shared(a: str, b: str) -> int:
    """How many characters two names have in common from their beginning."""
    return next(
        (at for at, (mine, theirs) in enumerate(zip(a, b, strict=False)) if mine != theirs), min(len(a), len(b))
    )


def _is_division(name: str) -> bool:
    return bool(divisions.find(name))


@lru_cache(maxsize=65536)
def is_vague(name: str) -> bool:
    """Whether a name is such as many projects bear: 锂电池项目, 老旧小区改造项目."""
    name = _CAPACITY.sub("", name) or name
    short = len(name) < _TELLING and not is_line(name) and not _is_placed(name)
    return short or is_generic(name, "project_suffixes")


def _is_placed(name: str) -> bool:
    """Whether a river, lake or place stands at the head of a name, and more than a general word behind it."""
    river = next((end for end in _ON_RIVERS if name.endswith(end)), "")
    own = name.removesuffix(river)
    if river and len(own) > 1 and not is_word(own) and not is_generic(own, "project_suffixes"):
        return True  # 云登|水电站: the name is its own; 红旗水库 there are many
    placed = _WATERS.match(name) or split(name, ())[0] or _head(name)
    return len(name) >= (_PLACED if split(name, ())[0] else _SHORT) and bool(placed)


def _head(name: str) -> bool:
    """Whether a name begins with a word that the dictionary knows as a place: 东庄水利枢纽工程."""
    if abbreviation(name[0]) and name[1:2] in _REGIONS:  # 滇中引水工程
        return True
    first = place_at_head(name)
    return bool(first) and first not in word_set("location_generic")


@lru_cache(maxsize=65536)
def same_house(mine: tuple[str, ...], theirs: tuple[str, ...]) -> str:
    """The house that both names tell to move: 丰河县中医院|整体搬迁项目, 丰河县中医院|新院区项目; or nothing."""
    found = ({house for name in names if (house := _moving(name))} for names in (mine, theirs))
    return min(set.intersection(*found), default="")


def _moving(name: str) -> str:
    left = next((name[: name.find(word)] for word in all_of("moving_houses") if word in name), "")
    return left if len(left) >= _SHORT and left.endswith(all_of("houses_not_built")) and split(left, ())[0] else ""


@lru_cache(maxsize=65536)
def metro(name: str) -> str:
    """A line of a city's metro in one form: 云桥市轨道交通9号线二期工程 → 云桥地铁9号线二期; else empty."""
    found = _METRO.fullmatch(name)
    return f"{found['city']}地铁{found['line']}" if found and _is_division(found["city"]) else ""


@lru_cache(maxsize=65536)
def is_line(name: str) -> bool:
    """Whether it is a line between two places, known everywhere by this name: 川藏铁路, 贡芒公路."""
    if metro(name) or _WATERWORK.fullmatch(name):
        return True
    name = WORKS.sub("", name)
    kind = next((word for word in words("line_suffixes") if name.endswith(word)), "")
    ends = name.removesuffix(kind)
    return bool(kind) and 2 <= len(ends) <= 4 and not is_generic(name, "line_suffixes")


__all__ = [
    "WORKS",
    "core",
    "county_head",
    "county_in",
    "families",
    "forms",
    "head_of",
    "is_bare",
    "is_firm_head",
    "is_line",
    "is_plate",
    "is_vague",
    "kindless",
    "metro",
    "other_ends",
    "other_sites",
    "route_key",
    "same_house",
    "sited",
    "two_places",
    "unsized",
    "without_builder",
]
