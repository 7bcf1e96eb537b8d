"""The full names of organs: 省委 → 青海省委, 青海省人民政府 → 青海省政府, 中组部 → 中央组织部."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from kg.extract.anchor.places import Ground, call_names, seat_name
from kg.extract.mention.foreign import MISSION, mission_host
from kg.extract.mention.organs import LEVELS
from kg.language.classes import DIVISIONS, NUMERALS, ORGANS, RANKS, TOWNS, ZONES
from kg.language.countries import is_country
from kg.language.divisions import Division
from kg.language.divisions import find as find_division
from kg.language.lexicon import any_of, table, words
from kg.language.organisations import known_names

_LEVEL = re.compile(rf"^(?:{LEVELS})")


def bare_level(written: str) -> str | None:
    """The level with which a relative name starts (省委: 省), or None where it starts otherwise."""
    match = _LEVEL.match(written)
    return match.group() if match else None


def relative_names(written: str, ground: Ground) -> tuple[tuple[str, ...], str] | None:
    """The names of what 省委, 市教育局 … mean on this ground, canonical first, and the division; None if unclear."""
    level = bare_level(written)
    if level is None:
        return _league_names(written, ground)
    if level == "兵团":
        return ("新疆生产建设兵团" + written[2:], "兵团" + written[2:]), "新疆生产建设兵团"
    division = ground.at_level(level)
    if division is None:
        return None
    return organ_names(division, _TERM.sub("", written[len(level) :])), division.name


def is_league(written: str) -> bool:
    """Whether this is a committee of the Youth League by its level: 团市委."""
    return written.startswith("团") and written.endswith("委") and bare_level(written[1:]) is not None


def _league_names(written: str, ground: Ground) -> tuple[tuple[str, ...], str] | None:
    """团市委 → 共青团西宁市委."""
    committee = relative_names(written[1:], ground) if is_league(written) else None
    if committee is None:
        return None
    names, division = committee
    own = [name for name in names if not name.startswith("中共")]
    return tuple(["共青团" + name for name in own] + ["团" + name for name in own]), division


def organ_names(division: Division, body: str) -> tuple[str, ...]:
    """The names of an organ of a division, the office form first: 青海省委, 中共青海省委."""
    calls = [call for call in call_names(division) if call != division.short or division.level != "province"]
    # 荆州委 is no organ of 荆州区: what ends like a kind may be the short call of the city around it.
    calls = [call for call in calls if call[-1] in RANKS and (call != division.short or call == division.name)]
    if division.name.endswith("自治区") and division.level == "province":
        calls.append(division.short + "自治区")
    # 攸县|县委: a name of one character is told with its kind twice.
    twice = [division.name + division.name[-1] + body] if len(division.name) == 2 and body.startswith("委") else []
    return tuple(dict.fromkeys([*twice, *(call + form for form in _forms_of(division, body) for call in calls)]))


def _forms_of(division: Division, body: str) -> tuple[str, ...]:
    """The forms of the name of a division's organ: a province's 法院 is its high court."""
    forms = body_forms(body)
    return (*forms, *_HIGH_COURT) if body in _COURTS and division.level == "province" else forms


_HIGH_COURT = ("高级人民法院", "高院")
_COURTS = ("法院", "人民法院")


@lru_cache(maxsize=4096)
def body_forms(body: str) -> tuple[str, ...]:
    """The forms of an organ's own name: as written, then the other usual one."""
    forms = [body]
    for long, short in _same_body():
        if body.endswith(long):
            forms.append(body.removesuffix(long) + short)
        elif body.endswith(short) and not body.endswith((long, "第" + short, long[:2] + short)):
            forms.append(body.removesuffix(short) + long)  # never 第|第一人民医院, 住房|住房公积金管理中心
    return tuple(dict.fromkeys(forms))


@cache
def _same_body() -> tuple[tuple[str, str], ...]:
    """The forms that a page may mean by each other; of the long forms of one short form the first."""
    rows = [(row[0], row[1]) for row in table("organ_names")]
    known = {name for row in rows for name in row}
    for long, short in table("organ_forms"):
        if not known & {long, short}:
            rows.append((long, short))
            known.add(short)
    return tuple(rows)


def absolute_names(written: str, ground: Ground) -> tuple[str, ...]:
    """The names of an organisation that carries its place, or none: the written one, then its other usual forms."""
    mission = MISSION.fullmatch(written)
    host = mission_host(mission["host"]) if mission is not None else None
    if host is not None:
        return f"中国驻{host}大使馆", f"中国驻{host}使馆", written
    known = known_names(written)
    if known is not None:
        # A company goes by the name that the page uses, an organ of the nation by its usual one.
        usual = known in table("national_organs") and not (_STATIONED in written and len(written) > len(known[0]))
        return known if usual else tuple(dict.fromkeys([written, *known]))
    written = WAS.sub("", written)
    written = re.sub(r"\((?:以下)?(?:统)?简称[^()]*\)|（(?:以下)?(?:统)?简称[^（）]*）", "", written)
    written = _TERM.sub("", written)
    twice = _TWICE.match(written)
    nested = twice is not None and len(twice.group(1)) > _PAIR and not twice.group(1).endswith("新区")
    if twice is not None and (nested or ground.division(twice.group(1)) is not None):
        written = twice.group(1) + written[twice.end() :]
    consultative = _CONSULTATIVE.fullmatch(written)
    if consultative is not None and (seat := ground.division(consultative["place"])) is not None:
        return tuple(dict.fromkeys([*organ_names(seat, "政协"), written]))
    league = _LOCAL_LEAGUE.fullmatch(written)
    if league is not None:
        place = league["place"] + league["level"]
        return written, f"共青团{place}委", f"团{place}委", f"{place}团委"
    written = _WHOLE_COMMITTEE.sub(r"中共\g<place>委", written)
    text = re.sub(rf"^中共(?=[\u3400-\u9fff]{{2,9}}(?:{DIVISIONS})委)", "", written)
    short = _GOVERNMENT.sub("政府", text)
    names = [short, text, written]
    if twice is not None and len(twice.group(1)) == 2:
        names.insert(0, twice.group(1) + short[1:])  # 攸县|县委 is never 攸县委
    outer = _OUTER_ZONE.match(short)
    if outer is not None:
        names.insert(0, short[outer.end() :])
    for cut in range(len(short) - 1, 1, -1):
        if short[cut - 1] in RANKS and (division := ground.division(short[:cut])) is not None:
            body = short[cut:]
            names += [
                call + form
                for form in _forms_of(division, body)
                for call in (short[:cut], seat_name(division), division.name)
            ]
            break
    inner = _NESTED.match(short)
    if inner is not None:
        names.append(short[inner.end() :])
    if _COMMITTEE.search(short) and len(short) <= 8 and not _OF_OTHERS.search(short):
        names.append("中共" + short)
    return tuple(dict.fromkeys(names))


# 云桥新区|原|党工委: the word tells of who was there, and is no part of the body's name.
WAS = re.compile(
    rf"(?<=[{RANKS}镇乡村道社园局厅院学团司])原(?=党工委|党委|党组|纪工委|纪委|党总支|党支部|村委会)"
    rf"|(?<=[{RANKS}])原(?![子油料生始种野材住创则平])(?=[\u3400-\u9fff]{{1,10}}[局厅委办院]$)"
)
# 外交部驻澳门特区特派员公署 goes by the name that the page uses.
_STATIONED = "驻"
_GOVERNMENT = re.compile("(?<!中央)人民政府")
# 政协青江市委员会
_CONSULTATIVE = re.compile("(?:(?:中国)?政协|中国人民政治协商会议)(?P<place>[\u3400-\u9fff]{2,11}?)委员会")
# 青江市委 is of the party, 青江市科委 of the government.
_COMMITTEE = re.compile("[省市州县区盟旗镇乡党工纪]委$|自治[州县区]委$|政法委$")
# 共青团青江市委, 民盟青江市委, 青江市人大法工委, 青江市关工委
_OF_OTHERS = re.compile(rf"^(?:共青)?团|^(?:{any_of((*words('parties'), '农工民主党'))})|人大|政协|关工委$")
# 青江团市委
_LOCAL_LEAGUE = re.compile(rf"(?P<place>[\u3400-\u9fff]{{2,6}})(?<!共青)团(?P<level>{DIVISIONS})委")
# 中共青江市委员会, 中国共产党青江市委员会: 青江市委 in full.
_WHOLE_COMMITTEE = re.compile(
    rf"^(?:中共|中国共产党|(?!共青|团|政协|民[盟革建进主]|农工|致公|九三|台盟|台湾民主|中国))"
    rf"(?P<place>[\u3400-\u9fff]{{1,10}}(?:{DIVISIONS}))委员会$"
)
# 海淀区|区委: the level is said twice.
_TWICE = re.compile(rf"([\u3400-\u9fff]{{1,11}}([{RANKS}]))\2(?={ORGANS})")
_PAIR = 2  # 攸县|县委: of two characters the place must be known
PARTY_DEPARTMENTS = ("组织部", "宣传部", "统战部", "政法委", "社会工作部")
# 西宁市湟中区|多巴镇党委: the town's name alone is enough.
_NESTED = re.compile(
    rf"^[\u3400-\u9fff]{{2,7}}?(?:{DIVISIONS})(?:[\u3400-\u9fff]{{2,6}}?(?:市|县|区|旗))?"
    rf"(?=[\u3400-\u9fff]{{2,6}}?(?:[县区旗]|{TOWNS})(?:[\u3400-\u9fff]{{2,6}}村)?(?:党委|党工委|政府|司法所|派出所|村委会|人民法庭))"
)
_OUTER_ZONE = re.compile(
    rf"^[\u3400-\u9fff]{{2,12}}?(?:{ZONES})(?=[\u3400-\u9fff]{{2,20}}(?:{ZONES})[\u3400-\u9fff]{{0,20}}$)"
)
# 省|十四届|人大常委会: the term of office is not part of the organ's name.
_TERM = re.compile(f"第?[{NUMERALS}]{{1,6}}届(?=人大|人民代表|政协|委员会|纪委)")
_ZONE = re.compile(rf"^.*?(?:{ZONES})(?=.*$)")
# 丙化工区|工委, 丙新城|党工委: what has a working committee and is no town is a zone.
_ZONE_HEAD = re.compile(r"^[\u3400-\u9fff]{2,14}?[区城港园](?=党?工委$)")


# 甲街道|党工委书记乙、|办事处|副主任丙: the office of the same street.
_STREET = re.compile(r"[\u3400-\u9fff]{1,14}?街道")


# Houses that keep a commission of discipline of their own.
_WITH_OWN_COMMISSION = ("医院", "学院", "大学", "学校", "中学", "集团", "公司", "银行")


def bare_name(parent: str, body: str) -> str | None:
    """The name of a body that leans on the one before it: (青海省委, 组织部) → 青海省委组织部; None where it cannot."""
    if body in PARTY_DEPARTMENTS:
        committee = re.match(r"^.*?(?:委|党委|工委)(?=$|[^员会])", parent)
        return committee.group() + body if committee else None
    if body.endswith("委员会"):
        whole = re.match(r"^.*?(?:政协|人大常委会|人大|代表大会)", parent)
        return whole.group() + body if whole else None
    street = _STREET.match(parent) if body in ("办事处", "党工委") else None
    if street is not None or body == "办事处":
        return street.group() + body if street is not None else None
    if body in ("管委会", "党工委", "纪工委", "监察工委"):
        zone = _ZONE.match(parent) or _ZONE_HEAD.match(parent)
        if zone is not None or body in ("管委会", "党工委"):
            return zone.group() + body if zone is not None else None
    return _of_division(parent, body)


def _of_division(parent: str, body: str) -> str | None:
    """The name of an organ of the division that the name of the body before it begins with, or None."""
    if body == "纪委" and parent.endswith(_WITH_OWN_COMMISSION):
        return None  # 青江市人民医院党委委员、|纪委书记 is a post of the hospital
    seat = _seat().match(parent)
    if seat is None or body in ("办公厅", "办公室", "研究室", "党委", "党组"):
        return None
    place = seat.group()
    # 青江市|石门县|委: the organ is of the inner one.
    while (inner := _seat().match(parent, len(place))) is not None and find_division(inner.group()):
        place += inner.group()
    return place + body.replace("人民政府", "政府")


@cache
def _seat() -> re.Pattern[str]:
    """The place with which the name of one of its organs or houses begins, or goes on."""
    organs = r"党?委|司法所|派出所|政府|人民政府|人大|政协|[\u3400-\u9fff]{1,10}(?:厅|局|委|办)$"
    houses, others = any_of(words("houses_of_divisions")), any_of(words("bodies_lending_places"))
    whole = f"(?:{houses})$|[\u3400-\u9fff]{{0,12}}(?:{others})$"
    return re.compile(f".{{1,12}}?(?:{DIVISIONS}|{TOWNS})(?={organs}|{whole})")


def government_names(place: str, ground: Ground) -> tuple[str, ...]:
    """The government that a place's name stands for when the place acts: 青海省 → 青海省政府; 荷兰 → 荷兰政府."""
    division = ground.division(place)
    if division is not None:
        return organ_names(division, "政府")
    if is_country(place):
        return (place, place + "政府")
    return (place + "政府", place)
