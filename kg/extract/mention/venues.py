"""Where something is held, by what stands around it: 在|天云社创中心|举办, 在宁海市|规划展示馆|启幕."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from kg.extract.mention.nested import split
from kg.extract.sheet import Sheet, Spot
from kg.language.classes import NUMERALS, all_of, one_of
from kg.language.countries import is_country
from kg.language.divisions import find as find_division
from kg.language.lexicon import any_of, pattern, word_set, words
from kg.language.organisations import known_names
from kg.language.tagger import Token

_AT = ("在", "于")
_NAMED = ("LOC", "ns", "ORG", "nt", "nz", "nw")
_INSIDE = (*_NAMED, "n", "vn", "m", "a", "s", "j", "b", "w", "q", "f")
_MARKS = ("·", "“", "”", "-", "—")
_LONGEST = 36
# A name that is only what it is called by has so many characters at least.
_SHORTEST = 4
# The longest name of a division that is looked for at its head.
_DIVISION = 11
_SIDE_WORDS = "门前|院内|内|前|里|现场|上|外"
# 甲大厦|12楼会议室, 乙图书馆|报告厅, 丙剧场|内
_ROOM = re.compile(
    rf"(?:的?(?:[0-9{NUMERALS}]{{1,3}}(?:号)?[楼层馆厅])?(?:[\u3400-\u9fff]{{0,4}}(?:{one_of('rooms')}))?"
    rf"(?:{_SIDE_WORDS})?)$"
)
_SIDE = re.compile(rf"(?:{_SIDE_WORDS})$")
_DIVIDED = "省市州县区旗镇乡"
# 甲市|两个会场, 乙区|5家酒店: several, and none of them by name.
_COUNTED = ("m", "q", "r")
_PARTS = ("区", "镇", "乡", "街道", "村", "县", "市", "省", "州", "邦")
_LEAD = f"(?:{any_of(words('held_adverbs'))}|胜利|集中|组织|主持|,)"


def find(sheet: Sheet) -> Iterable[Spot]:
    """Every house that 在 stands before and a verb of holding behind, whatever its name is made of."""
    for index, token in enumerate(sheet.tokens):
        if token.text not in _AT or token.start < sheet.lead_end:
            continue
        run = _run(sheet, index + 1)
        if run and (_held().match(sheet.flat, run[-1].end) or _scene().match(sheet.flat, run[-1].end)):
            yield from _with_ground(sheet, run)
            yield from _town(sheet, run)
            yield from _ground(sheet, run)
    for match in pattern("location_verbs").finditer(sheet.flat, sheet.lead_end):
        ground = _behind().match(sheet.flat, match.end()) if match.end() in sheet.edges else None
        if ground is not None and ground.end() in sheet.edges:
            yield from _ground(sheet, sheet.words_in(match.end(), ground.end()))


def _ground(sheet: Sheet, run: Sequence[Token]) -> Iterable[Spot]:
    """甲新区|装备产业区, 乙市|数字贸易创新基地: a ground without a name of its own is called after what it lies in."""
    count = next((at for at, token in enumerate(run) if token.tag not in ("LOC", "ns")), len(run))
    rest, end = run[count:], run[-1].end if run else 0
    if not count or not rest or any(token.tag not in _PLAIN and len(token.text) > 1 for token in rest):
        return
    outer, start = run[count - 1], run[count - 1].start
    own = sheet.flat[outer.end : end]
    if not _holds_houses(outer.text) or len(own) < _SHORTEST or not own.endswith(_grounds()):
        return
    _, behind = _behind_divisions(sheet.flat, start, end)
    yield sheet.spot(behind if behind < outer.end else start, end, "Location", "venue")


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(rf"[\u3400-\u9fff]{{4,24}}?(?:{any_of(_grounds())})(?=[,。;)])")


_PLAIN = ("n", "vn", "a", "b", "an", "j", "f")


@cache
def _grounds() -> tuple[str, ...]:
    return (*words("zone_kinds"), *all_of("grounds_in_zones"), "基地", "产业城", "科创城", "科技城")


# 甲国西部|海滨城市|乙
_RANKED = re.compile(rf"[\u3400-\u9fff]{{0,8}}(?:{one_of('ranks_of_towns')})(?=[\u3400-\u9fff]{{2}})")
_ITSELF = re.compile(rf"{_LEAD}{{0,2}}(?:{one_of('verbs_of_taking_place')})")


def _town(sheet: Sheet, run: Sequence[Token]) -> Iterable[Spot]:
    """甲国乙邦|甘纳格|举行: what stands between a place and a verb of holding is the place where it is held."""
    if len(run) < 2 or run[-2].tag not in ("LOC", "ns", "ORG", "nt") or run[-1].tag not in _UNKNOWN:
        return
    outer, last = run[-2], run[-1]
    if outer.end != last.start or not _ITSELF.match(sheet.flat, last.end):
        return
    ranked = _RANKED.match(sheet.flat, last.start, last.end)
    start = ranked.end() if ranked else last.start
    name = sheet.flat[start : last.end]
    body = name.endswith(words("organization_suffixes")) or known_names(name) is not None
    if name in word_set("held_adverbs"):
        return  # 在甲区|盛大|启幕
    if _TOWN_LENGTH[0] <= len(name) <= _TOWN_LENGTH[1] and not body and _holds_houses(outer.text.rstrip(_SIDES)):
        yield sheet.spot(start, last.end, "Location", "venue")


_UNKNOWN = ("PER", "nr", "ORG", "nt", "nz", "nw")
_TOWN_LENGTH = (2, 8)
_SIDES = "东西南北中部"


def _run(sheet: Sheet, first: int) -> list[Token]:
    """The nouns and names that follow 在 without a break."""
    run: list[Token] = []
    for token in sheet.tokens[first:]:
        apart = run and token.start != run[-1].end
        home = token.text == "之" and sheet.flat.startswith("家", token.end)  # 甲区职工|之家
        noun = token.tag in _INSIDE or token.text in word_set("venue_leads")  # 甲村民族|团结|广场
        verb = token.tag == "v" and run and not _ends_house(sheet, token)  # 丰市|珍爱|宴会中心
        if apart or not (noun or home or verb) or (token.tag == "w" and token.text not in _MARKS):
            break
        run.append(token)
        if token.end - run[0].start > _LONGEST:
            return []
    return run


def _with_ground(sheet: Sheet, run: Sequence[Token]) -> Iterable[Spot]:
    """The house, and before it the places that it lies in, one by one: 在|甲区|乙街道|丙社区服务中心|举行."""
    for house in _house(sheet, run):
        yield house
        for token in run:
            if token.end > house.start or token.tag not in ("LOC", "ns") or not _holds_houses(token.text):
                break
            spot = sheet.spot(token.start, token.end, "Location", "venue")
            if len(split(sheet, spot)) == 1:
                yield spot


def _ends_house(sheet: Sheet, verb: Token) -> bool:
    """Whether the verb says what happens at the house, and is no piece of its name."""
    told = verb.text in all_of("verbs_of_lodging") or verb.text in word_set("held_adverbs")
    told = told or _held().match(sheet.flat, verb.start) is not None
    return told or len(verb.text) > _VERB or _CLOSES.match(sheet.flat, verb.end) is not None


# The longest verb that is a piece of a name, and what closes a clause.
_VERB, _CLOSES = 2, re.compile("[,。;:、!]|$")


def _house(sheet: Sheet, run: Sequence[Token]) -> Iterable[Spot]:
    """The house itself: behind the divisions that it lies in, with the last of them where it has no name of its own."""
    flat, end = sheet.flat, run[-1].end
    rest = list(run)
    outer: Token | None = None
    while len(rest) > 1 and rest[0].tag in ("LOC", "ns") and _holds_houses(rest[0].text):
        outer = rest.pop(0)
    if len(rest[0].text) == 1 and rest[0].tag == "f" and len(rest) > 1 and rest[1].tag not in _NAMED:
        return
    end = _before_room(flat, rest)
    while len(rest) > 1 and rest[0].text in _MARKS and rest[0].text != "“":
        rest.pop(0)  # 甲市|·|乙会议中心
    seat, start = _behind_divisions(flat, rest[0].start, end)
    seat = outer.start if seat is None and outer is not None and outer.text[-1] in _DIVIDED else seat
    common = not any(token.tag in _NAMED for token in rest)
    if common and outer is not None and outer.text[-1] not in _DIVIDED and end - outer.start > _SHORTEST:
        start, inside = outer.start, [outer]  # 青江|红色文化广场: called after the place by its short name
    else:
        inside = []
    inside = [*inside, *(token for token in rest if token.end <= end)]
    if end not in sheet.edges or not (
        flat.endswith(words("venue_endings"), start, end)
        or _is_open(sheet, run, seat if seat is not None else start, end)
    ):
        return
    if len(inside) > 1 and inside[-1].tag in ("LOC", "ns") and _stands_alone(inside):
        return  # 甲公园|乙体育馆: each has its name
    plain = _plain().fullmatch(flat, start, end) is not None
    common = not any(token.tag in _NAMED or _is_vague(token) for token in inside)
    common = common and not flat.endswith(all_of("houses_with_names"), start, end)
    if seat is not None and (plain or common):
        yield sheet.spot(seat, end, "Location", "venue")
    elif len(inside) == 1 and inside[0].tag in ("LOC", "ns"):
        if start == inside[0].start and not _opens_with_division(inside[0].text):
            yield sheet.spot(start, end, "Location", "venue")  # the tagger saw it whole
    elif not plain and end - start >= _SHORTEST and any(token.tag in _NAMED for token in inside):
        yield sheet.spot(start, end, "Location", "venue")


def _is_open(sheet: Sheet, run: Sequence[Token], start: int, end: int) -> bool:
    """Whether the words name a ground whatever they end in: 丰镇|九曲院子|举行. Nouns behind a place, or what
    the tagger saw as one name; they tell no time, no happening and nobody."""
    flat = sheet.flat
    if not _takes_place().match(flat, run[-1].end) or flat.endswith(_no_venues(), start, end):
        return False
    inside = [token for token in run if start <= token.start < end]
    last = inside[-1] if inside else None
    if last is None or last.end != end or last.tag not in _ENDS_OPEN or any(t.tag in ("m", "q") for t in inside[:1]):
        return False
    placed = inside[0].tag in ("LOC", "ns", "ORG", "nt") and len(inside) > 1
    if placed:
        return end - start >= _SHORTEST
    alone = len(inside) == 1 and last.tag != "n" and _SHORTEST <= end - start <= _ALONE
    return alone and not _NO_ONE_NAME.search(last.text) and len(split(sheet, sheet.spot(start, end, "Location"))) == 1


# The longest name of one word, and what stands in none.
_ALONE, _NO_ONE_NAME = 14, re.compile("[内里][也还又]|[也还]有|[一首][场次]")
_ENDS_OPEN = ("n", "nz", "nw", "LOC", "ns", "ORG", "nt")


@cache
def _no_venues() -> tuple[str, ...]:
    tables = ("meeting_suffixes", "event_words", "organization_suffixes", "titles", "np_stops", "project_suffixes")
    return tuple({word for name in tables for word in words(name)} | set(all_of("ends_of_no_venue")))


@cache
def _takes_place() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{any_of(words('held_adverbs'))}|胜利|集中){{0,3}}(?!开启)(?:{any_of(words('held_verbs'))}|启动|揭牌|揭幕|颁奖)"
    )


def _is_vague(token: Token) -> bool:
    """Whether the word tells which or how many houses there are, and names none: 甲市|两个|会场, 乙县|主要|广场."""
    return token.tag in _COUNTED or (token.tag == "b" and token.text not in word_set("venue_leads"))


def _opens_with_division(text: str) -> bool:
    return any(find_division(text[:length]) for length in range(2, min(len(text), _DIVISION)))


def _before_room(flat: str, run: Sequence[Token]) -> int:
    """Where the house ends and its room begins: 甲文化宫|多功能厅, 乙图书馆|展厅, 丙大厦|3楼会议室."""
    start, end = run[0].start, run[-1].end
    for token in reversed(run[:-1]):
        if flat.endswith(words("venue_endings"), start, token.end) and _ROOM.fullmatch(flat, token.end, end):
            return token.end
    room = _ROOM.search(flat, start, end)
    if room is not None and room.start() == start:
        side = _SIDE.search(flat, start, end)  # 甲区|城市客厅, 乙村|活动室内: what is told is all there is
        return side.start() if side is not None else end
    return room.start() if room else end


def _stands_alone(inside: Sequence[Token]) -> bool:
    """Whether the last word is a house of its own behind another name, and no kind of house behind its own."""
    if _plain().fullmatch(inside[-1].text):
        return False
    return any(token.tag in _NAMED or token.text.endswith(words("venue_endings")) for token in inside[:-1])


def _behind_divisions(flat: str, start: int, end: int) -> tuple[int | None, int]:
    """The start moved right over the divisions that the tagger took into the name, and where the last of them begins:
    武汉市武昌区|甲大厦."""
    for cut in range(min(_DIVISION, end - start - _SHORTEST), 1, -1):
        if flat[start + cut - 1] in _DIVIDED and find_division(flat[start : start + cut]):
            seat, own = _behind_divisions(flat, start + cut, end)
            return (start if seat is None else seat), own
    return None, start


def _holds_houses(place: str) -> bool:
    """Whether the place is a division, a country or ends like a part of one."""
    return bool(find_division(place)) or is_country(place) or place.endswith(_PARTS)


def house_of_kind(text: str) -> bool:
    """Whether the words name a house by its kind alone: 规划展览馆, 老年公寓服务中心."""
    return _plain().fullmatch(text) is not None


def ends_in_place(text: str) -> bool:
    """Whether the words end like a house or ground of two letters or more: 甲|机场, 甲·乙|大楼."""
    return text.endswith(_houses())


@cache
def _houses() -> tuple[str, ...]:
    return tuple(word for word in words("location_suffixes") if len(word) > 1)


@cache
def _plain() -> re.Pattern[str]:
    """A house called by its kind alone: 规划展览馆, 会议中心."""
    return re.compile(rf"(?:{any_of(words('venue_leads'))}){{1,3}}(?:{any_of(words('venue_endings'))})")


@cache
def _held() -> re.Pattern[str]:
    verbs = any_of((*words("held_verbs"), *words("venue_verbs")))
    return re.compile(rf"{_LEAD}{{0,3}}(?:{verbs})")


@cache
def _scene() -> re.Pattern[str]:
    """在甲村文化广场,|乙节举行: the house that a sentence opens with."""
    verbs = any_of(words("held_verbs"))
    return re.compile(rf"(?:{one_of('scene_sides')})?,[^。;]{{0,60}}?(?:{verbs}|仪式|活动)")
