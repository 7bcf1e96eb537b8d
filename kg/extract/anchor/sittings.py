"""Happenings of any kind that a body convenes: 甲村召开|村民议事会, 乙局开展|应急演练, as 甲村村民议事会, 乙局应急演练.

What nobody names but by its kind is one happening where the sentence tells who holds it, at once and not again and
again; it bears the name of who holds it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.extract.anchor.holders import WITH_THEIR_OWN, holder
from kg.extract.anchor.setting import Setting
from kg.extract.annotated import Bound
from kg.extract.mention.no_meetings import THIS_IS
from kg.extract.moods import mood
from kg.extract.sheet import Sheet
from kg.language.classes import ADVERBS, ATTENDING, CONVENING, HELD, NUMERALS, TIMES, all_of, one_of
from kg.language.lexicon import any_of, words

# 组织|消防员|开展: whom the body sends to do it stands between.
_CARRYING_OUT = f"{WITH_THEIR_OWN}|组织开展|开展|组织进行|组织"
# 召开|各类座谈会, 举行|两场报告会, 召开|本次会议: many, or one told of before.
_NOT_ONE = re.compile(
    f"[{NUMERALS}两几数多各每]|若干|系列|有关|相关|本次|此次|这次|该|同类|类似|上述|前述|其他|首个|的|(?:{one_of('manifold')})"
)
# 定期|召开, 多次|组织开展, 通过|召开
_AGAIN = re.compile(
    f"(?:{one_of('times_and_again')}|多次|每[年月周季次期]|不断|持续|坚持|通过|采取|经常|先后|广泛|积极|深入|联合国|陆续|累计)[^,。;]{{0,12}}$"
)
# 两国将|举行磋商
_TALKS = re.compile(f"(?:{one_of('talks_of_countries')})$")
_PARTS_OF_NAME = re.compile("[、与和及]")
_POSTS = 40  # characters that the posts before a name have
# 李文达|等,与周明远|…: it is held by more than one
_OTHERS = re.compile("等|[与和同为、]|代表|[“”。;:]|的")
_WHEN = f"日前|近日|{TIMES}"
# 举办|文化活动: of which there are many.
_ONE_OF_MANY = re.compile(f"(?:{any_of(words('kinds_of_activity'))}){{0,12}}活动$")
_LONGEST = 14
_SHORTEST = 3
_SHORT_KINDS = all_of("happenings_by_two_signs")


@cache
def _convened() -> re.Pattern[str]:
    """The verb, and what is convened up to the end of the clause."""
    ends = any_of(words("sittings_convened"))
    return re.compile(
        rf"(?:{CONVENING}|(?P<done>{_CARRYING_OUT}))了?(?:隆重|盛大|简短|庄严|热烈|简朴)?的?(?P<what>(?:(?!的)[\u3400-\u9fff]){{0,12}}?(?:{ends}))(?=[,。;)!]|并[\u3400-\u9fff]|$)"
    )


@cache
def _given() -> re.Pattern[str]:
    """由甲局主办、乙馆承办的|诗歌朗诵会|在丙村举行: what takes place behind those who hold it."""
    ends = any_of(words("sittings_convened"))
    return re.compile(
        rf"(?:{one_of('hosting_in_full')}|{CONVENING})的(?P<what>(?:(?!的)[\u3400-\u9fff]){{0,12}}?(?:{ends}|活动))"
        rf"(?=(?:{_WHEN}){{0,3}}(?:[在于][^,。;]{{2,24}}?)?(?:{ADVERBS}|圆满|精彩|热烈){{0,2}}(?:{HELD}|启动)(?:[,。;]|$))"
    )


@cache
def _with_guests() -> re.Pattern[str]:
    """甲县举办|放流活动,|县长李文达出席: of what kind soever, where the sentence tells who is there or speaks."""
    return re.compile(
        rf"(?:{CONVENING})了?(?P<what>(?:(?!的)[\u3400-\u9fff]){{2,12}}?活动)"
        rf"(?=[,。][^。;]{{2,80}}?(?:{ATTENDING}|致辞|讲话|宣布|主持|到场)(?:[,。;并]|活动|了|$))"
    )


@cache
def _none() -> re.Pattern[str]:
    return re.compile(f"(?:{any_of(words('no_sittings'))})$")


def find(setting: Setting) -> Iterator[tuple[int, int, str]]:
    """Every such happening as (start, end, name), apart from those that are named already."""
    sheet = setting.sheet
    for match in _all(sheet):
        start, end = match.span("what")
        if end not in sheet.edges or any(b.start < end and start < b.end for b in setting.meetings):
            continue
        moods = ("done", "planned") if _TALKS.search(match["what"]) else ("done",)
        if not _is_one(sheet, match) or mood(sheet, (match.start(), start)) not in moods:
            continue
        own = sheet.flat[start:end]
        person = "" if _TALKS.search(own) else _by_whom(setting, match.start())
        if person:
            yield start, end, f"{person}{sheet.flat[match.start() : start].rstrip('了的')}{own}"
            continue
        who, when = holder(setting, Bound(sheet.spot(start, end, "Meeting", "unnamed")), own)
        if who and not own.startswith(who):
            yield start, end, who + when + own


def _all(sheet: Sheet) -> list[re.Match[str]]:
    """What is convened, what takes place behind its hosts, and activities with guests; cheap questions first."""
    flat, start = sheet.flat, sheet.lead_end
    found = list(_convened().finditer(flat, start))
    if "办的" in flat or "行的" in flat or "开的" in flat:
        given = _given().finditer(flat, start)
        found += (match for match in given if not _ONE_OF_MANY.match(match["what"]))
    if "活动" in flat:
        known = {match.end() for match in found}
        found += (
            match
            for match in _with_guests().finditer(flat, start)
            if match.end() not in known and not _ONE_OF_MANY.match(match["what"])
        )
    return sorted(found, key=lambda match: match.start())


def _by_whom(setting: Setting, verb: int) -> str:
    """甲镇党委书记|李文达|走访农户,召开村民议事会: the one person with whom the clause or the one before it begins."""
    sheet = setting.sheet
    left = sheet.clause(verb)[0]
    if left == verb or not sheet.flat[left:verb].strip():
        left = sheet.clause(left - 1)[0] if left > sheet.sentence(verb)[0] else left
    people = [b for b in setting.bounds if b.type == "Person" and left <= b.start < verb and b.things]
    if len(people) != 1 or people[0].start - left > _POSTS or sheet.flat[people[0].start - 1] in "在于到赴":
        return ""
    between = sheet.flat[people[0].end : verb]
    return "" if _OTHERS.search(between) else setting.name(people[0])


def _is_one(sheet: Sheet, match: re.Match[str]) -> bool:
    """Whether the words may be one happening, that is held once."""
    what = match["what"]
    if not (_SHORTEST <= len(what) <= _LONGEST or what in _SHORT_KINDS) or _NOT_ONE.match(what) or _none().search(what):
        return False
    left, _ = sheet.clause(match.start())
    if THIS_IS.match(sheet.flat, left, match.start()):
        return False  # 这也是甲市首次举办|国家级大赛: of what kind the one told of is
    return not _PARTS_OF_NAME.match(what) and _AGAIN.search(sheet.flat, left, match.start()) is None
