"""Binding names: people, places and organisations to the things of this article."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cache
from itertools import pairwise

from msgspec.structs import replace

from kg.extract.anchor.continued import continued
from kg.extract.anchor.coordinated import several_organs
from kg.extract.anchor.glosses import glosses
from kg.extract.anchor.houses import whole_colleges, whole_house, whole_names, whole_wards
from kg.extract.anchor.leveled import CALL, house_of_level
from kg.extract.anchor.organs import PARTY_DEPARTMENTS, absolute_names, bare_level, bare_name, is_league, relative_names
from kg.extract.anchor.places import Ground, location_names
from kg.extract.anchor.register import Register
from kg.extract.anchor.towns import BARE_ZONE, town_names, zone_names
from kg.extract.annotated import Bound, covered
from kg.extract.mention.departments import is_bare_department
from kg.extract.sheet import Sheet, Spot, occurrences
from kg.language.classes import RANKS, ZONES, all_of, one_of
from kg.language.countries import country_abbreviation, country_pair, is_country
from kg.language.divisions import abbreviation, venue_call
from kg.language.divisions import find as find_division
from kg.language.lexicon import any_of, word_set, words
from kg.language.organisations import announced, core, is_company, known_names, same_organisation
from kg.language.similarity import picks
from kg.language.text import is_han
from kg.language.words import is_word

_HOUSE_ABROAD = re.compile("[(（](?!中国)")
# What stands behind a name used alone; not another word of a longer name (远琪|展厅).
_CALLED_ALONE = re.compile(
    r"[,。、;:”)]|$|与|和|同|及|在|于|将|已|就|的|也|还|又|则|为|向|从|对|把|被|是|由|以|不|正|先后|共同|联合|投|签|说|表示|计划|拟|成立|设立|建|承|负责|开|举|参|获|有"
)
_DOTS = str.maketrans("•・‧∙⋅", "·····")


def bind_people(sheet: Sheet, spots: Sequence[Spot], register: Register) -> list[Bound]:
    """Each name of a person is one thing; one part of a name of several parts stands for the whole (伊万诺娃).

    What brackets right behind it tell is its name in Latin letters.
    """
    names = [re.sub(r"(?<![A-Za-z.])\s|\s(?![A-Z])", "", spot.text.translate(_DOTS)) for spot in spots]
    wholes = sorted({name for name in names if "·" in name})
    written = dict(zip((spot.start for spot in spots), names, strict=True))
    called = {gloss: written[spot.start] for spot, gloss in glosses(sheet, spots)}
    bounds = []
    for spot, name in zip(spots, names, strict=True):
        if name in called:
            thing = register.add("Person", [called[name], name])
            bounds.append(Bound(spot, (thing,), f"{name} → {called[name]}：外文名"))
            continue
        whole = [full for full in wholes if name in (full.split("·")[0], full.split("·")[-1])]
        if len(whole) == 1:
            thing = register.add("Person", [whole[0], name])
            bounds.append(Bound(spot, (thing,), f"{name} → {whole[0]}：名字的一部分"))
        else:
            bounds.append(Bound(spot, (register.add("Person", [name]),)))
    for gloss, name in called.items():
        if register.find("Person", gloss) is None:
            register.add("Person", [name, gloss])
    return bounds


def bind_places(spots: Sequence[Spot], register: Register, ground: Ground) -> list[Bound]:
    """Each place is one thing under all its names; 中美 is two."""
    bounds = []
    lying: dict[int, tuple[str, ...]] = {}  # where each thing that is a division lies
    for spot in spots:
        pair = _pair(spot.text, spot.by == "letter")
        if pair:
            things = tuple(register.add("Location", [name]) for name in pair)
            bounds.append(Bound(spot, things, f"{spot.text} → {'、'.join(pair)}：地名简称"))
            continue
        city = venue_call(spot.text)
        names = location_names(city or spot.text, ground)
        same = next(
            (name for name in map(register.first, register.of_type("Location")) if _same_zone(name, spot.text)), None
        )
        whole = _with_division(spot, spots)
        division = ground.division(spot.text)
        if division is not None:  # 吉林省 and 吉林市 are both called 吉林
            owners = ((name, register.find("Location", name)) for name in names)
            free = [name for name, one in owners if one is None or lying.get(one, division.path) == division.path]
            names = tuple(free) or names
        thing = register.add("Location", [same, *names, *whole] if same else [*names, *whole])
        if division is not None:
            lying.setdefault(thing, division.path)
            register.describe(thing, {"path": list(division.path)})
        bounds.append(Bound(spot, (thing,), f"{spot.text} → {city}：地名简称" if city else ""))
    return bounds


_PARTED, _TOWNS = tuple("区县旗"), all_of("towns")
_LAID_OUT = re.compile(rf"(?:{ZONES})$")


def _with_division(spot: Spot, spots: Sequence[Spot]) -> list[str]:
    """A zone, district or town with the division right before it, as it is called elsewhere: 新疆|甘泉堡开发区."""
    parted = spot.text.endswith(_TOWNS) or (spot.text.endswith(_PARTED) and find_division(spot.text))
    if not parted and (not _LAID_OUT.search(spot.text) or find_division(spot.text)):
        return []
    before = next((other for other in spots if other.end == spot.start and other.type == "Location"), None)
    return [before.text + spot.text] if before is not None and find_division(before.text) else []


def _same_zone(one: str, other: str) -> bool:
    """Whether one name of a zone is a short call of the other: 甘河园区, 甘河工业园区."""
    short, long = sorted((one, other), key=len)
    end = _LAID_OUT.search(short)
    if end is None or end.start() < 2 or short == long or not long.endswith(end.group()):
        return False
    return long.startswith(short[: end.start()]) and not find_division(long[: end.start() + 1])


def _pair(text: str, letters: bool) -> tuple[str, ...]:
    """The two countries or provinces that 中美, 沪港 stand for; nothing for 西宁, which is a place of its own.

    letters: each character was found to stand for one, however many there are (闽浙赣, 晋).
    """
    if not letters and (len(text) != 2 or find_division(text) or is_country(text)):
        return ()
    if told := country_pair(text):
        return told
    for stands_for in (country_abbreviation, abbreviation):
        names = [stands_for(character) for character in text]
        if all(names):
            return tuple(name for name in names if name)
    return ()


def bind_organisations(
    sheet: Sheet, spots: Sequence[Spot], register: Register, ground: Ground, *, places: Sequence[Spot] = ()
) -> list[Bound]:
    """Names that stand alone first, the fullest ones leading; then 省委, 市教育局 by the ground of the article.

    places: the spots of its places, among which are the towns whose bodies it calls 镇党委, 街道办事处.
    """
    spots = [_as_relative(sheet, spot) for spot in spots]
    absolute = [spot for spot in spots if spot.by not in ("relative", "bare") and not is_league(spot.text)]
    counts = Counter(spot.text for spot in absolute)
    houses = {name: whole for name in counts if (whole := whole_house(name, counts)) is not None}
    houses |= whole_names(counts) | whole_wards(counts) | whole_colleges(sheet, absolute)
    pairs = {name: organs for name in counts if (organs := several_organs(name))}
    parts = {part for organs in pairs.values() for part in organs}
    written = {*(counts.keys() - houses.keys() - pairs.keys()), *houses.values(), *parts}
    alone = sorted(written, key=lambda name: (-len(name), name))
    called = _announced(sheet, absolute)
    things = _grouped([name for name in alone if name not in called], register, ground, _owned(sheet, absolute))
    things |= {short: register.add("Organization", [register.first(things[long]), short])
               for short, long in called.items()}  # fmt: skip
    things |= {name: register.add("Organization", [register.first(things[whole]), name])
               for name, whole in houses.items()}  # fmt: skip
    things |= {name: things[organs[0]] for name, organs in pairs.items()}
    wholes = {name: (whole,) for name, whole in houses.items()} | pairs
    bounds = [
        Bound(spot, tuple(things[part] for part in whole), f"{spot.text} → {'、'.join(whole)}：上文" if told else "")
        for spot in absolute
        for told in (spot.text in wholes,)
        for whole in (wholes.get(spot.text, (spot.text,)),)
    ]
    towns = [Bound(place) for place in places]
    for spot in spots:
        if (call := CALL.match(spot.text)) is not None and _calls_house(spot.text[call.end() :]):
            bounds += _of_level(spot, call.group(), bounds, register)
            continue
        found = (
            continued(sheet, spot, bounds, places, register)
            or relative_names(_with_level(spot.text, ground), ground)
            or town_names(spot, [*bounds, *towns], register)
            or zone_names(spot, [*bounds, *towns], register)
            or _named_whole(spot, absolute)
            if (spot.by == "relative" or is_league(spot.text))
            and not ground.untold(sheet.flat, spot.start, bare_level(spot.text) or "")
            else None
        )
        if found is None:
            continue
        names, division = found
        reason = f"{spot.text} → {names[0]}：{_why(sheet, division)}"
        bounds.append(Bound(spot, (register.add("Organization", names),), reason))
    bounds = [_house(bound, bounds, register) for bound in bounds]
    for spot in spots:
        if spot.by == "bare":
            bounds += bind_bare(sheet, spot, bounds, register)
    for spot in absolute:
        short = announced(sheet.flat, spot.end)
        if short is None or short[0] in word_set("calls_of_parties"):
            continue
        if register.find("Organization", short[0]) is None:
            register.add("Organization", [register.first(things[spot.text]), short[0]])
    for spot, gloss in glosses(sheet, absolute):
        if register.find("Organization", gloss) is None:
            register.add("Organization", [register.first(things[spot.text]), gloss])
    return bounds


def _calls_house(rest: str) -> bool:
    """Whether nothing but a department stands behind 市局, 省院: 省局|办公室; not 市局|域网中心."""
    return not rest or is_bare_department(rest)


def _of_level(spot: Spot, call: str, bounds: Sequence[Bound], register: Register) -> Iterator[Bound]:
    """市局, 市局党委, 省局办公室 by the house of this level that was named before; nothing where none was."""
    told = sorted((b for b in bounds if b.things and b.end <= spot.start), key=lambda b: b.start)
    index = house_of_level(call, [register.first(b.things[0]) for b in told])
    if index is not None:
        things, part = told[index].things[:1], spot.text[len(call) :]
        name = register.first(things[0]) + part
        things = (register.add("Organization", [name]),) if part else things
        yield Bound(spot, things, f"{spot.text} → {name}：上文")


def _as_relative(sheet: Sheet, spot: Spot) -> Spot:
    """The name; one that leans on the paper's ground, whatever finder saw it, as such: 省政府新闻办, 司法厅某处,
    ,|县书协."""
    if spot.by in ("relative", "bare"):
        return spot
    return replace(spot, by="relative") if leaning().match(spot.text) or _of_a_level(sheet, spot) else spot


def _of_a_level(sheet: Sheet, spot: Spot) -> bool:
    """Whether a mark stands before a name that opens with a level of the state and no word or place: 、|市曲协."""
    text, before = spot.text, sheet.flat[spot.start - 1 : spot.start]
    if spot.type != "Organization" or text[0] not in RANKS or len(text) < _SHORTEST or is_han(before or " "):
        return False
    heads = [text[:size] for size in (2, 3, 4)]
    return known_names(text) is None and not any(is_word(head) or find_division(head) for head in heads)


_SHORTEST = 3


def _with_level(written: str, ground: Ground) -> str:
    """The name with the level that it goes without: 司法厅 → 省司法厅, as only provinces have one."""
    if not written.startswith(_departments()):
        return written
    return ("自治区" if ground.at_level("省") is None else "省") + written


@cache
def _departments() -> tuple[str, ...]:
    return tuple(f"{field}厅" for field in words("organ_fields"))


@cache
def leaning() -> re.Pattern[str]:
    """How the names begin that lean on a place told elsewhere."""
    organs = "委(?![员托内外派])|政府|人大|政协|纪委|监委|直机关|直工委|直工会"
    return re.compile(f"[省市县区州盟旗](?:{organs})|(?:{any_of(_departments())})|{BARE_ZONE.pattern}")


def _named_whole(spot: Spot, absolute: Sequence[Spot]) -> tuple[tuple[str, ...], str] | None:
    """宁河县水务局…,|县水务局: the one body before it that ends so, whose place is in no table."""
    names = {one.text for one in absolute if one.end <= spot.start and one.text.endswith(spot.text)}
    whole = next(iter(names)) if len(names) == 1 else ""
    return ((whole,), whole.removesuffix(spot.text[1:])) if len(whole) > len(spot.text) else None


def _announced(sheet: Sheet, spots: Sequence[Spot]) -> dict[str, str]:
    """Each short name that the article announces for one longer name (以下简称“某某”) and uses as a name itself."""
    names = {spot.text for spot in spots}
    found: dict[str, set[str]] = defaultdict(set)
    for call, whole in (*_told_whole(sheet, spots), *_renamed(sheet, spots)):
        found[call].add(whole)
    for spot, gloss in glosses(sheet, spots):
        if gloss in names:
            found[gloss].add(spot.text)
    for spot in spots:
        short = announced(sheet.flat, spot.end)
        if short is not None and short[0] in names and len(short[0]) < len(spot.text):
            found[short[0]].add(spot.text)
    plain = {short: min(longs) for short, longs in found.items() if len(longs) == 1}
    return {short: long for short, long in plain.items()
            if long not in plain and (known_names(short) is None or long.startswith(short))}  # fmt: skip


def _told_whole(sheet: Sheet, spots: Sequence[Spot]) -> Iterator[tuple[str, str]]:
    """甲重装…。公司|全称|甲重型装备股份有限公司: the short name before it whose characters stand in the whole one."""
    for whole in spots:
        if _WHOLE.search(sheet.flat, max(0, whole.start - _LONGEST_LEAD), whole.start):
            before = (spot.text for spot in spots if spot.end < whole.start and len(spot.text) < len(whole.text))
            yield from ((short, whole.text) for short in dict.fromkeys(before) if picks(short, whole.text))


def _renamed(sheet: Sheet, spots: Sequence[Spot]) -> Iterator[tuple[str, str]]:
    """甲公司(2019年|更名为|乙公司): the name before the brackets is the old one of the same firm."""
    ordered = sorted(spots, key=lambda spot: spot.start)
    for old, new in pairwise(ordered):
        if old.text != new.text and _RENAMED.fullmatch(sheet.flat, old.end, new.start):
            yield old.text, new.text


def bind_bare(sheet: Sheet, spot: Spot, bounds: Sequence[Bound], register: Register) -> list[Bound]:
    """县委常委、|组织部|部长, 县文旅局、|发改局: bound to the body before it in the sentence, or left out."""
    start, _ = sheet.sentence(spot.start)
    before = sorted((b for b in bounds if start <= b.start and b.end <= spot.start), key=lambda b: b.start)
    if not before or re.search("[。;]", sheet.flat[before[-1].end : spot.start]) or spot.start - before[-1].end > 24:
        return []
    parent = register.first(_head_of_list(before, spot, register).things[0])
    name = bare_name(parent, spot.text)
    if name is None:
        return []
    further = bare_name(parent, "组织部") if spot.text in all_of("offices_of_committees") else None
    names = [name] if further is None else [name, further.removesuffix("组织部") + spot.text]
    thing = register.add("Organization", names)
    return [Bound(spot, (thing,), f"{spot.text} → {name}：承前 {parent}")]


def _head_of_list(before: Sequence[Bound], spot: Spot, register: Register) -> Bound:
    """The body that a bare name leans on: the last one; for a department of the party the last that is the party's.

    市委副书记甲,市纪委书记乙,|宣传部|部长丙: of 市委, as the commission has none of these.
    """
    if spot.text not in PARTY_DEPARTMENTS:
        return before[-1]
    committees = (b for b in reversed(before) if _COMMITTEE.search(register.first(b.things[0])))
    return next(committees, before[-1])


# 青江市委, 青江市委宣传部, 某集团党委; not 青江市纪委, 青江市政协.
_COMMITTEE = re.compile(rf"(?:[{RANKS}]|党|党工|地|工)委(?:$|(?![员会])[\u3400-\u9fff])")
_RENAMED = re.compile(rf"\([^()。;]{{0,14}}(?:{one_of('renaming_verbs')})[“\"]?")
_WHOLE = re.compile(r"全称(?:叫|为|是|:)?[“]?$")
_HOUSE = re.compile(r"^(?:该)?(?:公司|集团|总公司)(?P<house>[\u3400-\u9fff]{2,6}(?:分公司|子公司|公司))$")


def _house(bound: Bound, bounds: Sequence[Bound], register: Register) -> Bound:
    """该公司|凉山分公司: the house of the company last named."""
    match = _HOUSE.match(bound.spot.text)
    if match is None:
        return bound
    before = [b for b in bounds if b.end <= bound.start and is_company(register.first(b.things[0]))]
    if not before:
        return bound
    parent = register.first(max(before, key=lambda b: b.start).things[0])
    name = parent + match.group("house")
    return Bound(bound.spot, (register.rename(bound.things[0], name),), f"{bound.spot.text} → {name}：上文 {parent}")


def _owned(sheet: Sheet, spots: Sequence[Spot]) -> set[tuple[str, str]]:
    """Owner and owned, where a word of owning stands between two names of a sentence: 甲集团|所属|甲铁路集团 are two.

    The owner may close a clause of its own: 公司全称甲重型机械公司,|控股股东为|甲控股集团.
    """
    starts: dict[int, list[Spot]] = {}
    for spot in spots:
        starts.setdefault(sheet.sentence(spot.start)[0], []).append(spot)
    pairs = set()
    for sentence in starts.values():
        ordered = sorted(sentence, key=lambda spot: spot.start)
        for index, other in enumerate(ordered):
            # 甲公司系|乙集团|全资子公司: the word behind the owner's name.
            word = other.start if _owns_behind().match(sheet.flat, other.end) else _owning(sheet, other.start)
            for spot in ordered[:index] if word else ():
                if spot.end <= word:
                    pairs |= {(spot.text, other.text), (other.text, spot.text)}
            before = ordered[index - 1] if index else None
            if before is not None and _have_posts(sheet, before, other):
                pairs |= {(before.text, other.text), (other.text, before.text)}
    for new in spots:  # 合营公司名称应为|甲基金公司: a firm that another one founds
        if _TO_BE_NAMED.search(sheet.flat, max(0, new.start - _LONGEST_LEAD), new.start):
            pairs |= {pair for spot in spots for pair in ((spot.text, new.text), (new.text, spot.text))}
    return pairs


def _have_posts(sheet: Sheet, one: Spot, other: Spot) -> bool:
    """Whether somebody has a post in each: 青江集团|办公室主任、|青江科技城公司|党委书记|李文达."""
    between = sheet.flat[one.end : other.start]
    chained = between.endswith("、") and between[:-1].endswith(words("titles")) and len(between) <= _LONGEST_POST
    return chained and "、" not in between[:-1] and core(one.text) != core(other.text)


def _owning(sheet: Sheet, start: int) -> int:
    """Where the word of owning begins that leads up to a name, or 0: 甲集团在乙市设立|全资子公司——|甲铁路公司."""
    left, _ = sheet.clause(start)
    match = _owns().search(sheet.flat, max(left, start - _LONGEST_LEAD), start)
    return match.start() if match is not None else 0


_LONGEST_LEAD = 24
_LONGEST_POST = 14
_TO_BE_NAMED = re.compile(
    "(?:(?:建议|暂定|拟定|拟|应|将|暂)(?:名称|名)?为|(?<![更改])(?:命名|取名|定名|拟名|暂名|暂定名)为|名称(?:拟|暂|应|将)定?为)[“]?$"
)


@cache
def _owns() -> re.Pattern[str]:
    kinds = any_of([*words("branch_words"), *words("kin_of_firms")])
    return re.compile(rf"的?(?:{kinds}){{1,2}}的?(?:企业|公司|单位)?(?:——|[,、:为是系])?$")


@cache
def _owns_behind() -> re.Pattern[str]:
    return re.compile(rf"的?(?:{any_of([*words('branch_words'), *words('kin_of_firms')])})(?=[,。;、)]|之一|$)")


def _grouped(names: Iterable[str], register: Register, ground: Ground, apart: Set[tuple[str, str]]) -> dict[str, int]:
    """The thing of each name; a shorter call of exactly one longer name joins it, if the two are not said apart."""
    things: dict[str, int] = {}
    spelt: dict[str, str] = {}  # 甲与乙局, 甲和乙局
    for name in names:
        forms = absolute_names(name, ground)
        if (twin := spelt.setdefault(_LINKS.sub("和", name), name)) != name:
            things[name] = register.add("Organization", [register.first(things[twin]), *forms])
            continue
        fuller = [other for other in things if same_organisation(name, other) and (name, other) not in apart]
        # 远琪 is the firm itself before it is its house abroad, 远琪(越南).
        plain = [other for other in fuller if "(" not in other and "（" not in other] or fuller
        # 甲集团 among 上海甲材料集团 and 青海甲铝业公司 is the one that is called a group, too.
        group = "集团" if name.endswith("集团") else name[-2:]
        alike = [other for other in plain if other.endswith(group) or (group == "集团" in other)] or plain
        longer = sorted({things[other] for other in alike})
        if len(longer) == 1 and known_names(name) is None:
            things[name] = register.add("Organization", [register.first(longer[0]), *forms])
        else:
            things[name] = register.add("Organization", forms)
            if known_names(name) is not None:
                continue
            register.lead(things[name], forms[0])
    return things


_LINKS = re.compile("(?<=[\u3400-\u9fff]{2})(?:以及|[与及、·])(?=[\u3400-\u9fff]{2})")


def _why(sheet: Sheet, division: str) -> str:
    source = sheet.article.city or sheet.article.place or ""
    return f"本报属地 {source}" if division in source or source in division else f"文中地名 {division}"


def further_calls(sheet: Sheet, bounds: Sequence[Bound], register: Register, kind: str) -> list[Bound]:
    """Mentions of known short names that no finder saw (announced ones, a company's core)."""
    found = []
    taken = {offset for bound in bounds for offset in range(bound.start, bound.end)}
    names = {name: thing for thing in register.of_type(kind) for name in register.names(thing) if len(name) > 1}
    for name in sorted(names, key=lambda name: (-len(name), name)):
        if not re.search(r"[\u3400-\u9fffA-Za-z0-9]{2}", name):
            continue
        for at in occurrences(sheet.flat, name):
            end = at + len(name)
            if not taken.isdisjoint(range(at, end)) or not _whole(sheet, at, end):
                continue
            found.append(Bound(sheet.spot(at, end, kind, "call"), (names[name],)))
            taken.update(range(at, end))
    return found


def brand_calls(sheet: Sheet, bounds: Sequence[Bound], register: Register) -> list[Bound]:
    """远琪 for 远琪机械有限公司: the two characters that a firm's own name begins with, where they are no word.

    Left out are brands that two firms of the article share, and places where they begin a longer name.
    """
    found = []
    for brand, things in sorted(_brands(register).items()):
        # 远琪 is the firm itself before it is its house abroad, 远琪(越南).
        own = [thing for thing in sorted(things) if not _HOUSE_ABROAD.search(register.first(thing))]
        plain = own or sorted(things)
        if len(plain) > 1:
            continue
        thing = plain[0]
        for at in occurrences(sheet.flat, brand):
            end = at + len(brand)
            if covered(bounds, at, end) or not _whole(sheet, at, end):
                continue
            if _CALLED_ALONE.match(sheet.flat, end):
                reason = f"{brand} → {register.first(thing)}：字号"
                found.append(Bound(sheet.spot(at, end, "Organization", "call"), (thing,), reason))
    return found


def _brands(register: Register) -> dict[str, set[int]]:
    """What firms' own names begin with, with the firms."""
    brands: dict[str, set[int]] = {}
    for thing in register.of_type("Organization"):
        for name in register.names(thing):
            brand = core(name)[:2] if is_company(name) and known_names(name) is None else ""
            if len(brand) == 2 and re.fullmatch(r"[\u3400-\u9fff]{2}", brand) and not is_word(brand):
                brands.setdefault(brand, set()).add(thing)
    return brands


def _whole(sheet: Sheet, start: int, end: int) -> bool:
    return start in sheet.edges and end in sheet.edges
