"""One head for several places: 宁河、青江两省网信办 is an office of each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kg.extract.anchor.organs import government_names, organ_names
from kg.extract.anchor.places import Ground
from kg.extract.anchor.register import Register
from kg.extract.annotated import Bound
from kg.extract.mention.organs import organ_body
from kg.extract.sheet import Sheet
from kg.language.classes import COMITATIVES, COUNTS, RANKS, SEVERAL, SIGNING, TOWNS, one_of
from kg.language.countries import country_abbreviation, is_country
from kg.language.divisions import Division, abbreviation
from kg.language.divisions import find as find_division
from kg.language.lexicon import any_of, table, words

_COUNT = rf"(?:等)?(?:\d{{1,2}}|[{COUNTS}]{{1,3}})个?"
_LEVEL = (
    r"(?:省区市|省份|省\(区、市\)|省\([市区]\)|省[市区]|自治州|地市|地|县\(市、区\)|县\([市区]\)|[县市]区|区县|市县|城市|城"
    rf"|[{RANKS}])"
)
_LETTERS = re.compile(
    rf"(?<![\u3400-\u9fff])(?P<letters>[\u3400-\u9fff]{{2,5}})(?=(?P<count>[{SEVERAL}](?:地|省区市?|省市|省|市))[^,。;]{{0,14}}(?:{SIGNING}))"
)
# 京津冀三地|水利部门, 川渝两地|法院: not the places sign, but such an office of each.
OFFICES = re.compile(rf"[\u3400-\u9fff]{{0,6}}?(?:{one_of('offices_of_several')})")
# 中法|两国签署, 中俄蒙|三国政府签订, 中法|政府间签署; 中法|经济互补,去年双方签署
_NATION = "".join(row[0] for row in table("country_abbreviations"))
_NATIONS = re.compile(
    rf"(?P<letters>[{_NATION}]{{2,3}})"
    rf"(?:(?:(?:[两三]国|双方)(?:政府|外长|{one_of('heads_of_state')})?|政府(?:之?间)?)[^,。;]{{0,14}}"
    rf"|(?:{one_of('ties_of_nations')})[^。;]{{1,40}}?(?:双方|两国)(?:政府)?(?:已经?|还|又|也|先后|共同|首次|正式|就此|[在于][^,。;]{{1,8}})?)"
    f"(?:{SIGNING}|换文)"
)
# 日美|两国政府|决定, 中越|政府|商定
_GOVERNMENTS = re.compile(f"(?P<letters>[{_NATION}]{{2,3}})(?:[两三]国)?政府(?![\u3400-\u9fff]{{0,2}}签)")
# A court or procuratorate by its full name, a custom house: each division has one, and no firm is called so.
_COURT = re.compile(rf"(?:[高中]级|基层)?人民(?:法院|检察院)$|(?<=[{RANKS}])(?:法院|检察院)$|[高中]院$|海关$|海事局$")
# 山西、河南|省公安厅: an organ whose rank stands once for all the places before it.
_ORGAN_OF_RANK = re.compile(rf"(?<=[{RANKS}])[\u3400-\u9fff]{{1,10}}[厅局委]$")
# 甲省|联合|乙、丙两省教育厅
_JOINS = re.compile(f"(?:{COMITATIVES}|与)$")
_JOINS_REACH = 3
_COURTS = {"province": "高级人民法院", "prefecture": "中级人民法院", "county": "人民法院"}
_BETWEEN = re.compile(r"\s*(?:、|和|与|以及|及)\s*")


def bind_coordinated(sheet: Sheet, bounds: Sequence[Bound], register: Register, ground: Ground) -> list[Bound]:
    """The bounds, with each head behind a list of places bound to the offices of all of them, with the reason."""
    places = {bound.end: bound for bound in bounds if bound.type == "Location"}
    found = []
    for match in _head().finditer(sheet.flat):
        divisions = _listed(sheet, places, match.start(), ground)
        if len(divisions) < 2:
            continue
        body = match.group("body")
        things = tuple(register.add("Organization", organ_names(one, _in_full(one, body))) for one in divisions)
        names = "、".join(register.first(thing) for thing in things)
        spot = sheet.spot(match.start(), match.end(), "Organization", "organ")
        found.append(Bound(spot, tuple(dict.fromkeys(things)), f"{spot.text} → {names}：前列各地"))
        place, joining = _joiner(sheet, places, match.start(), ground)
        if place is not None and joining is not None:
            thing = register.add("Organization", organ_names(joining, _in_full(joining, body)))
            why = f"{place.spot.text} → {register.first(thing)}：与后列各地同类"
            found.append(Bound(sheet.spot(place.start, place.end, "Organization", "organ"), (thing,), why))
    found += _of_courts(sheet, bounds, places, register, ground)
    found += _by_letters(sheet, register, ground)
    found += _by_nations(sheet, register, ground)
    taken = [bound.spot for bound in found]
    return [*(b for b in bounds if not any(b.spot.overlaps(spot) for spot in taken)), *found]


def _in_full(division: Division, body: str) -> str:
    """五市|法院: the court of that rank; any other body as it is."""
    return _COURTS[division.level] if body == "法院" else body


def _joiner(
    sheet: Sheet, places: dict[int, Bound], head: int, ground: Ground
) -> tuple[Bound, Division] | tuple[None, None]:
    """甲省|联合乙、丙、丁三省教育厅签署: the place that joins those listed before the head, of their rank."""
    listed = _listed(sheet, places, head, ground)
    left = sheet.clause(head)[0]
    first = min(
        (b.start for b in places.values() if left <= b.start < head and ground.division(b.spot.text) == listed[0]),
        default=head,
    )
    joins = _JOINS.search(sheet.flat, max(0, first - _JOINS_REACH), first)
    place = places.get(joins.start()) if joins is not None else None
    division = ground.division(place.spot.text) if place is not None else None
    if place is None or division is None or division.level != listed[0].level or division in listed:
        return None, None
    return place, division


def seats_of_heads(sheet: Sheet, bounds: Sequence[Bound]) -> set[int]:
    """Where the places begin that only tell of which places an office behind them is: 宁河、青江|两省网信办."""
    heads = [bound for bound in bounds if bound.type == "Organization" and len(bound.things) > 1]
    waiting = {bound.start for bound in heads}
    courts = (b.start for b in heads if _COURT.search(b.spot.text) or _ORGAN_OF_RANK.search(b.spot.text))
    waiting |= {start - n for start in courts for n in (1, 2) if _BETWEEN.fullmatch(sheet.flat, start - n, start)}
    found = set()
    for bound in sorted(bounds, key=lambda bound: -bound.end):
        if bound.type == "Location" and bound.end in waiting:
            found.add(bound.start)
            waiting |= {bound.start - n for n in (1, 2) if _BETWEEN.fullmatch(sheet.flat, bound.start - n, bound.start)}
    return found


def _of_courts(
    sheet: Sheet, bounds: Sequence[Bound], places: dict[int, Bound], register: Register, ground: Ground
) -> list[Bound]:
    """宁河、青江、云岭|中级人民法院, 山西、河南|省公安厅: divisions of one rank before one organ have one each."""
    found = []
    for bound in bounds:
        single = bound.type == "Organization" and len(bound.things) == 1
        organ = _ORGAN_OF_RANK.search(bound.spot.text) if single and bound.spot.by == "organ" else None
        court = (_COURT.search(bound.spot.text) or organ) if single else None
        own = bound.spot.text[: court.start()] if court is not None else ""
        division = ground.division(own) if own else None
        mark = _mark_before(sheet, bound.start)
        if court is None or division is None or not mark:
            continue
        before = _listed(sheet, places, bound.start - mark, ground)
        first = places[bound.start - mark].spot.text if before else ""
        ranked = bool(before) and first != before[-1].short and first[-1:] in RANKS  # not 青州, a short name
        alike = (not ranked or own[-1] in RANKS) and {one.level for one in before} <= {division.level}
        if not before or not alike or (court is organ and ranked):
            continue
        things = [register.add("Organization", organ_names(one, court.group())) for one in before]
        names = "、".join(register.first(thing) for thing in things)
        why = f"{bound.spot.text} → {names}：前列各地"
        found.append(Bound(bound.spot, tuple(dict.fromkeys((*things, *bound.things))), why))
    return found


def _by_letters(sheet: Sheet, register: Register, ground: Ground) -> list[Bound]:
    """川渝|两地签署…, 京津冀三地签署…: the governments for which the single characters stand."""
    found = []
    for match in _LETTERS.finditer(sheet.flat):
        divisions = [ground.division(name) for char in match["letters"] if (name := abbreviation(char))]
        head = _own_organ().match(sheet.flat, match.end("count"))
        if len(divisions) < len(match["letters"]) or (head is None and OFFICES.match(sheet.flat, match.end("count"))):
            continue
        body = head["body"] if head is not None else "政府"
        known = [one for one in divisions if one is not None]
        things = [register.add("Organization", organ_names(one, _in_full(one, body))) for one in known]
        if len(things) == len(match["letters"]):
            names = "、".join(register.first(thing) for thing in things)
            spot = sheet.spot(*match.span("letters"), "Organization", "organ")
            found.append(Bound(spot, tuple(dict.fromkeys(things)), f"{spot.text} → {names}：各地简称"))
    return found


def _by_nations(sheet: Sheet, register: Register, ground: Ground) -> list[Bound]:
    """中法|两国签署…: the countries for which the single characters stand."""
    found = []
    for match in (*_NATIONS.finditer(sheet.flat), *_GOVERNMENTS.finditer(sheet.flat)):
        places = _nations(match["letters"])
        if match.start() not in sheet.edges or len(set(places)) < len(match["letters"]):
            continue
        things = [register.add("Organization", government_names(place, ground)) for place in places]
        whole = (match.start("letters"), match.end("letters" if match.re is _NATIONS else 0))
        spot = sheet.spot(*whole, "Organization", "organ")
        names = "、".join(register.first(thing) for thing in things)
        found.append(Bound(spot, tuple(things), f"{spot.text} → {names}：各国简称"))
    return found


def several_organs(name: str) -> tuple[str, ...]:
    """What a name stands for that is two organs': 石门镇党委政府, 武汉市委政府, 中越政府; nothing for any other."""
    both = _BOTH.fullmatch(name)
    if both is not None:
        return both["place"] + both["committee"], both["place"] + "政府"
    nations = _GOVERNMENTS.fullmatch(name)
    return tuple(f"{place}政府" for place in _nations(nations["letters"])) if nations is not None else ()


def _nations(letters: str) -> list[str]:
    """The countries for which all the characters stand; none where they are one name together (巴西|政府)."""
    places = [place for letter in letters if (place := country_abbreviation(letter))]
    one = len(places) < len(letters) or is_country(letters) or find_division(letters)
    return [] if one else places


_BOTH = re.compile(f"(?P<place>[\u3400-\u9fff]{{1,12}}(?:[{RANKS}]|{TOWNS}))(?P<committee>党委|委)(?:人民)?政府")


@cache
def _head() -> re.Pattern[str]:
    houses = any_of(words("houses_of_divisions"))
    return re.compile(rf"(?:{_COUNT}|等){_LEVEL}(?P<body>{organ_body()}|{houses})(?!员)")


@cache
def _own_organ() -> re.Pattern[str]:
    """The organ that stands for one of each place: 京津冀三地|高院|签署."""
    return re.compile(rf"(?:的)?(?P<body>{organ_body()}|高院|法院)(?=[^\u3400-\u9fff]|共同|联合|正式|签|在|于|就)")


def _listed(sheet: Sheet, places: dict[int, Bound], end: int, ground: Ground) -> list[Division]:
    """The divisions that stand in a list up to `end`, in their order."""
    found: list[Division] = []
    at = end
    while (place := places.get(at)) is not None:
        division = ground.division(place.spot.text)
        if division is None:
            break
        found.append(division)
        mark = _mark_before(sheet, place.start)
        if not mark:
            break
        at = place.start - mark
    return found[::-1]


def _mark_before(sheet: Sheet, offset: int) -> int:
    """How long the mark or word is that links what begins here to what stands before; 0 where there is none."""
    return next((n for n in (1, 2) if _BETWEEN.fullmatch(sheet.flat, offset - n, offset)), 0)
