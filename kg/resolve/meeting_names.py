"""The names of meetings: in the forms in which papers shorten them, and whether they tell a meeting from others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from kg.language import divisions
from kg.language.classes import NUMERALS, all_of
from kg.language.countries import is_region, known_places
from kg.language.lexicon import any_of, table, word_set, words
from kg.language.numerals import number
from kg.language.similarity import plain
from kg.resolve.figures import editions
from kg.resolve.likeness import is_generic
from kg.resolve.places import split

_TERM = f"第?(?P<term>[{NUMERALS}]{{1,3}})届"
_NTH = f"第?(?P<session>[{NUMERALS}]{{1,3}})次(?:全体)?会议"
_CONSULTATIVE = re.compile(rf"(?:中国人民政治协商会议|政协)(?:{_TERM}(?P<place>[\u3400-\u9fff]{{2,12}}?)委员会){_NTH}")
# 政协|甲市|第八届委员会第三次会议
_OF_PLACE = re.compile(rf"(?:中国人民政治协商会议|政协)(?P<place>[\u3400-\u9fff]{{2,12}}?){_TERM}委员会{_NTH}")
_ORDINAL = re.compile(rf"第?(?P<number>[{NUMERALS}百]{{1,5}}|\d{{1,4}})(?P<unit>[届次期])")
_EDITION = re.compile(rf"第(?:[{NUMERALS}百]{{1,5}}|\d{{1,4}})届(?:中国)?[·•]?|^(?:19|20)\d\d年?(?:度)?(?:中国)?[·•]?")
_CONGRESS = re.compile(rf"(?P<place>[\u3400-\u9fff]{{2,12}}?){_TERM}(?:人民代表大会|人大){_NTH}")
_YEAR = re.compile(r"^((?:19|20)\d\d)年(?!度)")
# 中共甲省委十五届四次全体（扩大）会议 is 甲省委十五届四次全会.
_PLENARY = re.compile(r"(?<=[次中])全体(?:\(扩大\))?会议$")
_COMMITTEE = re.compile(
    rf"^(?:中国共产党|中共)(?P<place>[\u3400-\u9fff]{{2,12}}?){_TERM}委员会(?P<rest>第?[{NUMERALS}]{{1,3}}次)"
)
_PARTY = ("中国共产党", "中共")
# “向新而行”——2023年甲区企业分享会: a motto, and the name behind it.
_MOTTO = re.compile(r"^[^—]{4,24}(?:——|—|--)(?P<rest>[^—]{8,60})$")
_NUMBERED_FAIR = re.compile(
    rf"(?P<edition>第[{NUMERALS}百\d]{{1,4}}届|首届|(?:19|20)\d\d年?)(?P<own>[\u3400-\u9fff()（）·—-]{{2,20}})(?P<kind>博览|交易|洽谈|展览)会$"
)
_WORDINGS = tuple(
    (re.compile(pattern), other)
    for pattern, other in (
        ("中华人民共和国成立", "新中国成立"),
        ("人民政府", "政府"),
        ("马拉松赛$", "马拉松"),
        ("(?<=[市省县区州盟旗])运会", "运动会"),
        ("(?<=开工|动工|签约|启动|揭牌|揭幕|捐赠|奠基|颁奖|竣工|通车|首发|开班|开园|开馆)活动$", "仪式"),
        ("电视电话会议$", "视频会议"),
    )
)
_OF_ALL = re.compile(r"[()（）·•]|中国|国际|全国")
_OWN_FAIR = 2  # characters of the place or brand of a fair
_NTH_GAMES = re.compile(rf"第[{NUMERALS}\d]{{1,4}}届")
# 全省文旅高质量发展大会 is made of general words, but no two of that name meet in one place on one day.
_TELLING = 8
_OWN_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:年度|年)?(?![\d—–-])")
_OWN_TERM = re.compile(rf"第(?:[{NUMERALS}百]{{1,5}}|\d{{1,4}})届|首届")
_MARKS = re.compile(r"[()·•・‧—–-]")
_HOUSES_BEHIND = ("委", "政府", "人民政府", "人大", "政协", "第", "纪委")
_LEFT = 4  # characters of a name without its edition that tell something
_SHORT = 5  # 网络文化节, 东亚峰会: a series, not one happening
_NUMBERED = re.compile(rf"^(?:情况)?[(（]?[{NUMERALS}\d]{{1,2}}[)）、.]|^(?:情况|所有|本次|此次)")

# 中国共产党丽水市第五次代表大会, 丽水市第五次党代会
_PARTY_CONGRESS = re.compile(
    rf"(?:中国共产党|中共)(?P<place>[\u3400-\u9fff]{{2,12}}?)(?P<number>第[{NUMERALS}\d]{{1,3}}次)代表大会"
)


def forms(name: str) -> tuple[str, ...]:
    """A name (in `plain` form) and what papers make of it."""
    found = (name, *_forms(name), *_arranged(name))
    return tuple(dict.fromkeys((*found, *map(_counted, found))))


def _arranged(name: str) -> Iterator[str]:
    """A name with year and edition in front and without brackets: 甲县2024年第二届茶叶节, 2024甲县第二届茶叶节."""
    year, term = _OWN_YEAR.search(name), _OWN_TERM.search(name)
    rest = _MARKS.sub("", _OWN_TERM.sub("", _OWN_YEAR.sub("", name, count=1), count=1))
    if (year or term or "(" in name) and len(rest) >= _LEFT:
        yield f"{year[1] if year else ''}{term[0] if term else ''}{rest}"


def sitting(names: Iterable[str]) -> frozenset[str]:
    """Which houses sit, as names of sessions tell: 甲市十一届人大四次会议 and …人大常委会第四次会议 are of two."""
    return frozenset(_house(found) for name in names if (found := _HOUSE.search(name)))


def _house(found: re.Match[str]) -> str:
    return ("政协" if found["body"].startswith("政协") else "人大") + ("常委会" if found["standing"] else "")


_HOUSE = re.compile(
    r"(?P<body>人民代表大会|人大|政协)[\u3400-\u9fff\d]{0,12}?(?P<standing>常委会|常务委员会)?[\u3400-\u9fff\d]{0,4}?次(?:全体)?会议"
)


def _counted(name: str) -> str:
    """A name with its ordinals in figures: 第二十一届, 21届 → 第21届."""
    return _ORDINAL.sub(lambda found: f"第{number(found['number'])}{found['unit']}", name)


@lru_cache(maxsize=65536)
def editionless(name: str) -> str:
    """A name without its edition, its year and the nation behind them: 第十六届中国·云桥赛马大会 → 云桥赛马大会."""
    left = _EDITION.sub("", name)
    return left if len(left) >= _LEFT else name


def _forms(name: str) -> Iterator[str]:
    yield session(name)
    yield _worded(name)
    yield _YEAR.sub(r"\1", name)
    yield _plenary(name)
    yield _PARTY_CONGRESS.sub(r"\g<place>\g<number>党代会", name)
    motto = _MOTTO.match(name)
    if motto and not divisions.find(name.split("—", maxsplit=1)[0]):
        yield _YEAR.sub(r"\1", motto["rest"])
    if (called := _fair(name)) != name:
        yield called
    held = _NTH_GAMES.sub("", name)
    if held != name and is_games(held):
        yield held


def _worded(name: str) -> str:
    """A name in the words of other papers: 开工活动 is 开工仪式, 第六届市运会 the 第六届市运动会."""
    for pattern, other in _WORDINGS:
        name = pattern.sub(other, name)
    return name


def _fair(name: str) -> str:
    """A fair by what everybody calls it: 第七届中国国际进口博览会 is 第七届进博会."""
    for long, short in _fairs():
        if long in name:
            return name.replace(long, short, 1)
    return name


@lru_cache(maxsize=65536)
def fair_calls(name: str) -> tuple[str, ...]:
    """What a numbered fair may be called where it is held: 第八届洞庭湖国际渔业博览会 is 第八届渔博会 there."""
    fair = _NUMBERED_FAIR.match(name)
    if fair is None:
        return ()
    own, edition = _OF_ALL.sub("", fair["own"]), fair["edition"].removesuffix("年")
    heads = ("", *(own[:size] for size in range(_OWN_FAIR, len(own)) if divisions.find(own[:size])))
    return tuple(
        f"{edition}{head}{letter}{fair['kind'][0]}会" for head in heads for letter in dict.fromkeys(own[len(head) :])
    )


@lru_cache(maxsize=65536)
def own_fair_calls(name: str) -> frozenset[str]:
    """What a numbered fair may be called by its own place: 第十届石门药材博览会 is 石门药博会 in any year's news."""
    found = _NUMBERED_FAIR.match(name)
    own = _OF_ALL.sub("", found["own"]) if found and found["kind"] == "博览" else ""
    return frozenset(f"{own[:at]}{own[at]}博会" for at in range(_OWN_FAIR, len(own)))


@lru_cache(maxsize=65536)
def placeless(name: str) -> tuple[str, ...]:
    """A name without its place and with the short name of it: 甲县辣椒文化节 → 辣椒文化节, 甲辣椒文化节."""
    head = _EDITION.match(name)
    lead, own = (name[: head.end()], name[head.end() :]) if head else ("", name)
    path, rest = split(own, ())
    if not path or len(rest) < _LEFT or rest.startswith(_HOUSES_BEHIND):
        return ()
    short = divisions.short_name(path[-1]) + rest
    return tuple(lead + one for one in (rest, short) if one != own)


@cache
def _fairs() -> tuple[tuple[str, str], ...]:
    """Names of fairs with their short forms, the longest first."""
    rows = [*table("fairs"), *(row[1].split("|") for row in table("years") if row[0] == "edition")]
    pairs = {(plain(name), plain(row[-1])) for row in rows for name in row[:-1]}
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair)))


def _plenary(name: str) -> str:
    """A plenary session in the short form, as leaders tell of it."""
    whole = _COMMITTEE.match(name)
    if whole:
        name = f"{whole['place']}委{whole['term']}届{whole['rest'].removeprefix('第')}{name[whole.end() :]}"
    short = _PLENARY.sub("全会", name)
    if short == name and not name.endswith("全会"):
        return name
    party = next((call for call in _PARTY if short.startswith(call) and split(short.removeprefix(call), ())[0]), "")
    return short.removeprefix(party)


def session(name: str) -> str:
    """A session of a congress in the short form: 政协第十一届甲市委员会第三次会议 → 甲市政协十一届三次会议."""
    whole = _CONSULTATIVE.fullmatch(name) or _OF_PLACE.fullmatch(name)
    if whole:
        return f"{whole['place']}政协{whole['term']}届{whole['session']}次会议"
    whole = _CONGRESS.fullmatch(name)
    return f"{whole['place']}{whole['term']}届人大{whole['session']}次会议" if whole else name


@lru_cache(maxsize=65536)
def is_games(name: str) -> bool:
    """Whether it is the great games of a city: 杭州亚运会, 杭州亚运会开幕式."""
    path, rest = split(name, ())
    games = next((word for word in words("great_games") if rest.startswith(word)), "")
    return bool(path and games) and rest.removeprefix(games) in ("", "开幕式", "闭幕式")


@lru_cache(maxsize=65536)
def cities(names: tuple[str, ...]) -> frozenset[str]:
    """The cities after which a summit is called: 二十国集团杭州峰会; not 中国—中亚峰会, which is another every time."""
    heads = [name.removesuffix(end) for name in names for end in ("峰会", "会晤") if name.endswith(end)]
    ends = {head[-size:] for head in heads for size in range(2, 7) if len(head) > size + 1}
    return frozenset(end for end in ends if divisions.find(end) or (end in known_places() and not is_region(end)))


@lru_cache(maxsize=65536)
def is_common(name: str) -> bool:
    """Whether many meetings bear the name: made of general words and short, or what every body holds (股东大会)."""
    if is_games(name):
        return False
    bare = _NUMBERED.sub("", name)
    if _is_of_feast(bare):
        return True
    short = len(bare) < _TELLING and (is_generic(bare, "meeting_suffixes") or is_generic(bare, "common_happenings"))
    return short or bare in word_set("common_happenings") or (len(bare) <= _SHORT and not editions((name,)))


def _is_of_feast(name: str) -> bool:
    """Whether a name tells a feast, what is done on it and with whom: 八一|走访|慰问|活动, 八一|退役军人|座谈会."""
    ending = max((end for end in ("活动", *words("meeting_suffixes")) if name.endswith(end)), key=len, default="")
    left, feasts = _feasts().subn("", name)
    left = left.removesuffix(ending)
    while word := next((word for word in _of_feasts() if left.endswith(word)), ""):
        left = left.removesuffix(word)
    return bool(feasts and ending) and not left


@cache
def _of_feasts() -> tuple[str, ...]:
    rows = (*words("kinds_of_activity"), *words("generic_words"), *all_of("guests_of_feasts"))
    return tuple(sorted(set(rows), key=lambda word: (-len(word), word)))


@cache
def _feasts() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(words('festivals'))})节?(?:前夕|期间)?")


__all__ = [
    "cities",
    "editionless",
    "fair_calls",
    "forms",
    "is_common",
    "is_games",
    "own_fair_calls",
    "placeless",
    "session",
    "sitting",
]
