"""Organs of party and state by their grammar: 青海省发展改革委, 省委, 甘河园区经济和科技发展局, 佛山驻甘洛工作组."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from kg.extract.mention import forces, foreign
from kg.extract.mention.listed import is_sure, listed
from kg.extract.mention.phrases import phrase_start
from kg.extract.mention.townships import town_start
from kg.extract.sheet import Sheet, Spot
from kg.language.classes import DIVISIONS, NUMERALS, RANKS, SEVERAL, ZONES, all_of, one_of
from kg.language.countries import is_country, known_places
from kg.language.divisions import find as find_division
from kg.language.lexicon import Names, any_of, table, words

LEVELS = f"{DIVISIONS}|兵团|师市|镇|乡"
_OFFICES = one_of("offices")
_NOT_AFTER = re.compile(r"^(?:托|派|任|婉|屈|员(?!会)|内|外|室|事处)")
# 甲、乙两|省文旅厅
_COUNTED = re.compile(rf"(?:[{SEVERAL}\d]个?)$")
_CORPS = re.compile(rf"(?:新疆生产建设)?兵团第[{NUMERALS}]+师(?:[\u3400-\u9fff]{{2,4}}市)?")


def find(sheet: Sheet) -> list[Spot]:
    """Every organ, overlaps included. by: relative where its place must be told (省委), bare where it leans on one."""
    finders = (
        *(_organs, _area_organs, _league, _corps, _zone_offices, _stations, _posted),
        *(
            _of_towns,
            national,
            foreign.of_nations,
            foreign.of_places,
            foreign.missions,
            forces.find,
            _houses,
            _division_houses,
            _seated,
            _bare,
            _numbered,
        ),
    )
    return [spot for finder in finders for spot in finder(sheet)]


def _organs(sheet: Sheet) -> Iterable[Spot]:
    """青海省发展改革委 and 省发展改革委: a level of the state with an organ behind it, and its place where written."""
    for match in _body().finditer(sheet.flat):
        start, end = match.start(), match.end()
        if match.group("body") in ("委", "党委") and _NOT_AFTER.match(sheet.flat[end : end + 2]):
            continue
        level_end = start + len(match.group("level"))
        place, token = place_ending(sheet.flat, level_end), sheet.token_at(start)
        if place is None and match.group("level") in ("镇", "乡"):
            place = town_start(sheet, level_end)  # 唱|凯镇党委
        if place is None and token is not None and token.tag == "LOC" and token.end == level_end:
            place = token.start  # 陈埭镇|党委
        if place is None and match.group("level") in ("省", "市", "州"):
            place = foreign.place_before(sheet, start)
        if place is None and match.group("level") in tuple(RANKS[1:]):
            place = _unknown_place(sheet, start)
        of_party = place is not None and sheet.flat.endswith(("中共", "政协"), 0, place) and place - 2 in sheet.edges
        if place is not None and of_party and (sheet.flat[place - 2] == "中" or match.group("body") == "委员会"):
            place -= 2
        if place is not None and sheet.flat.endswith(words("heads_of_branches"), 0, place):
            place -= max(len(head) for head in words("heads_of_branches") if sheet.flat.endswith(head, 0, place))
        if place is not None and (place in sheet.edges or sheet.flat[place - 1] in " 、和与及"):
            # 石门镇|党委|政府: two organs in one word
            both = match.group("body") in ("委", "党委") and sheet.flat.startswith("政府", end)
            yield sheet.spot(place, end + 2 if both else end, "Organization", "organ")
        elif not in_word(sheet, start) and not _COUNTED.search(sheet.flat, max(0, start - 2), start):
            yield sheet.spot(start, end, "Organization", "relative")


_BEFORE_LEAGUE = "由被向与和及"
# 特|区政府, 社|区党委, 区委|区政府
_NO_PLACE = "特社地园新景校厂矿战军片委府"


def _unknown_place(sheet: Sheet, end: int) -> int | None:
    """Where a place begins that no table has and the tagger takes for one: 丰河|县委书记, 丰河县委; or None."""
    whole, token = sheet.token_at(end), sheet.token_at(end - 1) if end else None
    if token is None or end - token.start not in (2, 3) or sheet.flat[end - 1] in _NO_PLACE:
        return None
    place = token.end == end and token.tag in ("LOC", "ns")
    body = whole is token and token.tag in ("ORG", "nt")
    name = sheet.flat[token.start : end]
    known = find_division(name) or is_country(name) or name in known_places()
    return token.start if (place or body) and not known else None


@cache
def _body() -> re.Pattern[str]:
    return re.compile(f"(?P<level>{LEVELS})(?:第?[{NUMERALS}]+届)?(?P<body>(?:{organ_body()})(?!员))")


@cache
def organ_body() -> str:
    """What matches an organ's own name behind its place: a body, or a field of work with its office."""
    return f"(?:{any_of(words('organ_bodies'))})|(?:{any_of(words('organ_fields'))})(?:{_OFFICES})"


def place_ending(text: str, end: int) -> int | None:
    """Where the division's full name that ends at `end` begins (青海省|委: 0), outer divisions included; or None.

    海西州 stands for the full name; 海西 alone does not.
    """
    best = None
    for length in range(2, 13):
        start = end - length
        if start < 0 or not "\u3400" <= text[start] <= "\u9fff":
            break
        if text[end - 1] in RANKS and find_division(text[start:end]):
            best = start
    if best is None:
        return None
    if text[best] == "任" and text[best - 1 : best] in tuple(RANKS[1:]):
        return None  # 青江县|任|县委常委, though 任县 was a county, too
    if text[best] == "和" and text[best - 1 : best] in _ENDS_OF_BODIES:
        return None  # 财政局党组|和|县纪委, though there is a county 和县
    outer = place_ending(text, best)
    return best if outer is None else outer


_ENDS_OF_BODIES = tuple("组委局府部会院司社厅校办")


def in_word(sheet: Sheet, start: int) -> bool:
    """Whether the level character belongs to a longer word before it (城市|委, 社区|党委)."""
    token = sheet.token_at(start)
    if token is None or token.start == start:
        zone = sheet.flat[start] == "区" and sheet.flat.endswith(all_of("leads_of_zones"), 0, start)
        return zone or sheet.flat[max(0, start - 1) : start] in tuple("城社地园新景校厂矿战军")
    if token.tag in ("ORG", "nt"):
        return False
    return sheet.flat[token.start : start] not in ("原", "时任", "驻", "本", "任", "该", "应", "与", "和", "由")


def _houses(sheet: Sheet) -> Iterable[Spot]:
    """国网宁河省电力公司, 中国移动宁河公司, 农行青江分行: the house that an enterprise of the nation has in a place."""
    flat, enterprises = sheet.flat, _enterprises()
    for start in sorted(start for start in sheet.edges if flat[start : start + 2] in enterprises.sizes):
        for name in enterprises.at(flat, start):
            end = _house_end(flat, start + len(name))
            # 农行青江分行|给甲公司发放贷款, 农行青江分行|云桥路网点, which the tagger takes for one body
            closed = end is not None and (end in sheet.edges or _AFTER_HOUSE.match(flat, end) is not None)
            if end is not None and closed:
                yield sheet.spot(start, end, "Organization", "organ")
                break


def _house_end(flat: str, start: int) -> int | None:
    """Where the house ends whose place begins here or behind a legal form, or None."""
    form = _LEGAL.match(flat, start)
    start = form.end() if form is not None else start
    for end in range(start + 9, start + 1, -1):
        if find_division(flat[start:end]):
            house = _house().match(flat, end)
            return house.end() if house else None
    return None


@cache
def _enterprises() -> Names:
    return Names({name for row in table("enterprises") for name in row if len(name) < 8})


@cache
def _house() -> re.Pattern[str]:
    return re.compile(rf"[\u3400-\u9fff]{{0,4}}?(?:{any_of(words('house_endings'))})")


def _seated(sheet: Sheet) -> Iterable[Spot]:
    """宁河中院, 青江台办: an organ right behind a division's short name."""
    for match in _seated_body().finditer(sheet.flat):
        for length in (4, 3, 2):
            start = match.start() - length
            if start in sheet.edges and find_division(sheet.flat[start : match.start()]):
                yield sheet.spot(start, match.end(), "Organization", "organ")
                break


def _numbered(sheet: Sheet) -> Iterable[Spot]:
    """桂林十八中|学生, 延边州一中: a school by its number behind a division, whatever the tagger made of 中学生."""
    for match in _NUMBERED_SCHOOL.finditer(sheet.flat):
        ends = [end for end in range(5, 1, -1) if _is_ground(sheet.flat, match.start() - end, match.start())]
        if ends and match.start() - ends[0] in sheet.edges:
            yield sheet.spot(match.start() - ends[0], match.end(), "Organization", "organ")


def _is_ground(flat: str, start: int, end: int) -> bool:
    return start >= 0 and bool(find_division(flat[start:end]))


_NUMBERED_SCHOOL = re.compile(
    f"(?:[{NUMERALS}]{{1,3}}|[0-9]{{1,3}})中(?=学生|师生|教师|老师|校|举|开|迎|的|在|与|、|和|[,。;:]|$)"
)


@cache
def _seated_body() -> re.Pattern[str]:
    return re.compile(any_of(words("seated_bodies")))


def _bare(sheet: Sheet) -> Iterable[Spot]:
    """县文旅局、|发改局: an office whose place stands at the office before it in the list."""
    for match in _bare_body().finditer(sheet.flat):
        if match.start() in sheet.edges:
            yield sheet.spot(match.start(), match.end(), "Organization", "bare")


@cache
def _bare_body() -> re.Pattern[str]:
    fields = any_of(words("organ_fields"))
    bodies = any_of((*words("bare_bodies"), *words("houses_of_divisions")))
    return re.compile(rf"(?<=[、,和及为任兼])(?P<body>{bodies}|(?:{fields})(?:厅|局|委|办|办公室))(?!员|[长托派内外])")


def _division_houses(sheet: Sheet) -> Iterable[Spot]:
    """青江县|档案馆、|图书馆: a house of a division, and those behind it in the list that are of the same one."""
    for match in _of_division().finditer(sheet.flat):
        start = place_ending(sheet.flat, match.start())
        opens = start is not None and (start in sheet.edges or sheet.flat[start - 1] in " 、和与及")
        if start is not None and opens and match.end() in sheet.edges:
            yield sheet.spot(start, match.end(), "Organization", "organ")


def _of_towns(sheet: Sheet) -> Iterable[Spot]:
    """泉溪镇|农技站: a station or house of a town, which the tagger may take for two words."""
    for match in _of_town().finditer(sheet.flat):
        town = sheet.token_at(match.start() - 1)
        whole = town is not None and town.tag in ("LOC", "ns") and town.end == match.start() and len(town.text) > 2
        if town is not None and whole and match.end() in sheet.edges:
            yield sheet.spot(town.start, match.end(), "Organization", "organ")


@cache
def _of_town() -> re.Pattern[str]:
    return re.compile(f"(?<=[镇乡道木])(?:{any_of(words('houses_of_towns'))})(?!员)")


@cache
def _of_division() -> re.Pattern[str]:
    return re.compile(f"(?<=[{RANKS}])(?:{any_of(words('houses_of_divisions'))})")


def _area_organs(sheet: Sheet) -> Iterable[Spot]:
    """喀什地委, 海东行署: organs of an area, behind its short name."""
    for match in re.finditer(r"地委(?!员)|(?:地区)?行署|州党委", sheet.flat):
        for length in (5, 4, 3, 2):
            start = match.start() - length
            begins = start in sheet.edges or (start > 0 and place_ending(sheet.flat, start) is not None)
            if begins and find_division(sheet.flat[max(start, 0) : match.start()]):
                yield sheet.spot(start, match.end(), "Organization", "organ")
                break


def _league(sheet: Sheet) -> Iterable[Spot]:
    """共青团甘肃省委, 团省委: the committees of the youth league and of other parties are not the party's."""
    for match in _other_parties().finditer(sheet.flat):
        end = sheet.flat.index("委", match.end()) + 1
        opens = match.start() in sheet.edges or sheet.flat[match.start() - 1] in _BEFORE_LEAGUE
        if opens and end - match.end() <= 10:
            whole = re.compile("员?会").match(sheet.flat, end)
            yield sheet.spot(match.start(), whole.end() if whole else end, "Organization", "organ")
    for match in _LOCAL_LEAGUE.finditer(sheet.flat):
        start = next((at for at in range(match.start() - 5, match.start() - 1) if at in sheet.edges
                      and find_division(sheet.flat[at : match.start()])), None)  # fmt: skip
        if start is not None:
            yield sheet.spot(start, match.end(), "Organization", "organ")


_LOCAL_LEAGUE = re.compile(f"(?<=[\u3400-\u9fff]{{2}})团(?:{DIVISIONS})委(?!员)")


@cache
def _other_parties() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{any_of(['共青团', '团', *words('parties')])})"
        rf"(?=(?:[\u3400-\u9fff]{{2,8}}?)?(?:{DIVISIONS})委(?!员(?!会)))"
    )


def _corps(sheet: Sheet) -> Iterable[Spot]:
    for match in _CORPS.finditer(sheet.flat):
        yield sheet.spot(match.start(), match.end(), "Organization", "organ")


def _zone_offices(sheet: Sheet) -> Iterable[Spot]:
    """甘河园区经济和科技发展局, 某开发区管委会: an office of a zone."""
    for match in _zone_office().finditer(sheet.flat):
        start, zone_end = phrase_start(sheet, match.end("zone")), match.end("zone")
        if match.start() - start >= 2 or zone_end - start >= 5:
            yield sheet.spot(start, match.end(), "Organization", "organ")


@cache
def _zone_office() -> re.Pattern[str]:
    fields = any_of(words("organ_fields"))
    return re.compile(
        rf"(?P<zone>{ZONES})(?:管委会|党工委)?(?:(?:{fields})(?:局|办|办公室|委员会|服务中心|中心)|(?<=管委会)|(?<=党工委))"
    )


def _stations(sheet: Sheet) -> Iterable[Spot]:
    """佛山驻甘洛工作组, 江苏省对口支援克州前方指挥部: a body that one place keeps in another."""
    for match in _station().finditer(sheet.flat):
        token = sheet.token_at(match.start("verb") - 1)
        if token is None or token.tag not in ("LOC", "ORG", "ns", "nt", "m", "nz") or match.end() not in sheet.edges:
            continue
        start = phrase_start(sheet, match.start("verb"))
        if re.search("[,。;]", sheet.flat[start : match.end()]) is None:
            yield sheet.spot(start, match.end(), "Organization", "organ")


def _posted(sheet: Sheet) -> Iterable[Spot]:
    """驻某厅纪检监察组, 青海省纪委监委|派驻某厅纪检监察组: those whom the discipline commission keeps in a body."""
    for match in _POSTED.finditer(sheet.flat):
        start, whole = match.start(), sheet.token_at(match.start())
        if match["level"]:
            place = place_ending(sheet.flat, match.end("level"))
            unknown = whole is not None and whole.tag in ("ORG", "nt", "LOC", "ns")
            start = place if place is not None else whole.start if whole is not None and unknown else start
        if match.end() in sheet.edges or sheet.flat.startswith(all_of("verbs_between_bodies"), match.end()):
            by = "relative" if match["level"] and start == match.start() else "organ"
            yield sheet.spot(start, match.end(), "Organization", by)


_POSTED = re.compile(
    rf"(?:(?P<level>自治区|[{RANKS}])(?:纪委(?:监委)?|监委))?"
    rf"(?:派?驻[\u3400-\u9fff]{{2,16}}?|(?<=委)派[出驻]第[{NUMERALS}]{{1,3}})(?:纪检监察组|纪检组)"
)


@cache
def _station() -> re.Pattern[str]:
    verbs, kinds = any_of(words("station_verbs")), any_of(words("station_kinds"))
    return re.compile(rf"(?P<verb>{verbs})[\u3400-\u9fff]{{0,10}}?(?:{kinds})(?:[\u3400-\u9fff]{{2,4}}分指挥部)?")


@lru_cache(maxsize=1)
def national(sheet: Sheet) -> tuple[Spot, ...]:
    """Organs of the nation and well-known firms, by the tables of their names."""
    return tuple(_national(sheet))


def _national(sheet: Sheet) -> Iterable[Spot]:
    flat = sheet.flat
    starts = {*sheet.edges, *(match.end() for match in _LINK.finditer(flat))}

    def fits(start: int, end: int) -> bool:
        return is_sure(sheet, start, end, _NAMES) and not _LETTERS.match(flat, end - 1)

    for start, end in listed(sheet, _known(), starts, fits):
        # 外交|部长: the organ's last character belongs to the post.
        if end in sheet.edges or flat[end] != "长":
            whole = _with_ground(flat, end) if flat.endswith(words("grounded_bodies"), start, end) else end
            yield sheet.spot(start, whole, "Organization", "known" if whole == end else "organ")


_LINK = re.compile("[与和及、]")
_LETTERS = re.compile("[A-Za-z][A-Za-z0-9]")  # no name in Latin letters ends there: Meta|verse
# 给|甲公司, 联合|区妇联, 云桥路网点
_AFTER_HOUSE = re.compile(
    r"[给向为与对在同]|联合|携手|[\u3400-\u9fff]{1,6}?(?:网点|营业部|营业厅|营业室|营业所|储蓄所)"
)
_LEGAL = re.compile(r"(?:集团)?(?:股份)?(?:有限)?(?:责任)?公司|集团")
_GROUND = re.compile(r"\((?P<place>[\u3400-\u9fff]{2,5})\)")


_NAMES = ("ORG", "nt", "nz", "nw", "LOC", "ns")


def _with_ground(flat: str, end: int) -> int:
    """The end moved over the place in brackets that belongs to the name: 某地质大学|(北京)."""
    match = _GROUND.match(flat, end)
    known = match is not None and (find_division(match["place"]) or match["place"] in words("parts_of_china"))
    return match.end() if match is not None and known else end


_LISTS = ("listed_firms", "famous_firms", "famous_bodies", "schools")


@cache
def _known() -> Names:
    names = {name for of in ("national_organs", "enterprises", "known_bodies") for row in table(of) for name in row}
    return Names({*names, *(name for of in _LISTS for name in words(of))})
