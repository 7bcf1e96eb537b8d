"""Who is told of beside a happening and does not attend it: at a station of a tour, in what is planned, long before."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from kg.extract.annotated import Annotated, Bound, Fact, covered
from kg.extract.days import day, opening_day
from kg.extract.moods import mood
from kg.language.classes import ATTENDING, CONVENING, HELD, LOCALIZERS, NUMERALS, all_of, one_of
from kg.language.days import has_year
from kg.language.lexicon import any_of, word_set, words

# A happening that is a journey itself: who explains something on the way takes part.
_JOURNEY = re.compile(
    "(?:行|活动|采风|观摩会?|巡[演展讲]|之旅|研学|夏令营|训练营|开放日|调研|考察|展览?|博览会|文化节|节)$"
)
_STATION = re.compile("(?:随后|之后|接着|[上下]午|当天|期间|其间)?,?在(?P<where>[^,。;:“”]{2,30}),")
_PART_OF_PLACE = re.compile("”?(?:的?(?:[一-鿿]{0,4}车间|车间|展厅|现场|田间|一线|门口|院内|内|里|旁|中))?")
_PLACES = ("Location", "Organization", "Project")
# 会议开始前,|李文达参观…
_BEFORE = re.compile(
    "[^,。;]{1,40}?(?<![此之以日年月天周目提])(?:开始|召开|举行|开幕|开场|揭幕|启动)?之?(?:前|前夕|间隙),"
)
_AFTER = re.compile("[^,。;]{1,40}?(?:结束)?之?后,")
# 部署会|后,
_HAPPENING = re.compile("[^,。;]{0,38}?(?:会|仪式|典礼|论坛|活动|大赛|式)(?:开始|召开|举行|结束|闭幕)?之?[前后],")
_PLANS = re.compile(
    "(?<!的)(?:决定|明确|同意|商定|议定|研究确定|初定|建议|定于|拟[于在定]|届时|下个?月|明年|下周)(?!草案|稿|书|和|、)"
)
_BY_PLAN = re.compile("(?:由|邀请|特邀|安排|提请|委派|请)[^,。;]{0,40}$")
_BY_LEAD = 60
_STILL_TO_COME = re.compile("将|定于|拟[于在定]|即将|届时|筹备|启幕在即|预计")
# 2015年,…; 去年在甲市,…; 李文达曾|…
_YEAR = re.compile("(?:^|[,。;\\s])(?:早在|就在|在)?(?P<year>[0-9]{4})年(?!度|来|以来|工作|全)[^,。;]{0,16}(?=,|在|的)")
_LAST = re.compile(
    "(?:^|[,。;\\s])(?:早在|就在|在)?(?:去年|前年|大前年|上个?世纪|[一二两三四五六七八九十几多数0-9]+年前"
    "|此前的?[于在]?[0-9]{1,4}[年月日])(?!以?来|度|工作|全)"
)
_ONCE = re.compile("(?:曾|曾经)(?:在|于|经|到|为|向|与|应|多|两|三|被|先|作|做|率)?[^,。;任]{0,20}$|[作做]过")
# 李文达|因病未能到会,作了书面发言
_NOT_THERE = re.compile("未能?(?:亲临|如期|按时)?(?:出席|到会|参加|到场|参会|与会|前来|成行|赶到)|请假|缺席")
_BY_LETTER = re.compile("书面|来信|致信|委托|捎来|转达")
# 李文达|致信祝贺甲大会召开, 周明远|在贺信中指出: who writes is not there.
_WRITES = re.compile("[^,。;]{0,10}?(?:致[信电函](?!任)|发来贺[信电函]|在贺[信电函]中)")
# 企业|报名|参会
_SIGNS_UP = re.compile("(?:报名|有意|有望|拟)(?:前来|来[一-鿿])?$")
# 甲论坛|将于3月5日在乙市|举行, 呼吁|举行|甲会议, 出席|甲论坛: the verb of a happening beside its name.
_TAKES_PLACE = re.compile(f"{CONVENING}|{HELD}")
_GONE_TO = re.compile(f"(?:{ATTENDING}|{CONVENING}|主办|承办)了?[^,。;]{{0,24}}$")
_SCENE_OF = re.compile(f"(?:{LOCALIZERS}|开幕|闭幕|落幕|结束|之?后,)")
_DAY = re.compile("[0-9]{1,2}[日号]")
# What goes on for days: who speaks later may still be there.
_GOES_ON = re.compile(f"(?:{one_of('happenings_of_days')})$")
# 在甲大厦|接受采访时|说: asked at a place of its own, and not on the spot.
_ASKED_AT = re.compile(
    "(?<!现场)(?<!会后)(?:在(?![^,。;]{0,14}(?:会|式|活动|现场|论坛|展|期间|场)[上中内]?)[^,。;在]{2,14}|日前|近日|此前)接受[^,。;]{0,10}(?:采访|专访)"
)
# 据某社报道,|另据某报消息,
_REPORTED = re.compile("\\s*(?:另|又|同时)?据[^,。;]{2,24}?(?:报道|援引|消息)称?[,:]")
# One who speaks gives it.
_LECTURE = re.compile("(?:讲座|党课|公开课|思政课|辅导课|专题课)$")
_TITLE = re.compile("《([^《》]{2,40})》")
_EXPLAINS = re.compile("介绍|讲解|解读|分享|[作做]了?(?!总结|开班|动员|主持|致)")
_GIVES_IT = re.compile(
    "(?:教授|老师|同志|博士)?[^,。;]{0,12}?(?:[作做讲上]|带来|开展|奉上)了?(?:一[场堂次节]|题为|主题为|以|关于|的){0,3}[^,。;]{0,6}"
)
_NUMBERED = re.compile(f"第[0-9{NUMERALS}]{{1,4}}[届次]")
# 即将|举行的甲论坛
_SOON = re.compile("(?:即将|将于|将在|将|拟|计划|定于)$")


class _Told(NamedTuple):
    """A fact of attending, its sentence, where its subject and its verb stand, and what names the happening there."""

    fact: Fact
    sentence: tuple[int, int]
    who: tuple[int, int]
    trigger: tuple[int, int]
    named: list[Bound]


def absent(article: Annotated, fact: Fact) -> bool:
    """Whether what tells that somebody attends says that they are elsewhere, or that it is another day."""
    if fact.predicate != "ATTENDED":
        return False
    spots = {role: (start, end) for role, start, end, _ in fact.spots if start is not None and end is not None}
    if "trigger" not in spots or "subject" not in spots:
        return False
    who, trigger = spots["subject"], spots["trigger"]
    bounds = article.sheet.sentence(trigger[0])
    says = _says().match(article.sheet.flat, trigger[0]) is not None
    named = [b for b in article.all_between(*bounds, "Meeting") if fact.object in b.things]
    writes = bounds[0] <= who[0] and _WRITES.match(article.sheet.flat, who[1], bounds[1]) is not None
    named = [b for b in named if not (says and b.spot.by == "call" and b.start > trigger[0])]
    told = _Told(fact, bounds, who, trigger, named)
    unnamed = not named and (_of_an_earlier_day(article, told) or _told_elsewhere(article, told))
    if writes or unnamed or _speaks_of_it(article, told):
        return True
    if all(b.spot.by == "call" for b in named) and _says_another_day(article, told):
        return True
    if not bounds[0] <= who[0] < trigger[0]:
        return False
    return (
        _opens_before(article, bounds[0], named, trigger[0])
        or _not_yet(article, told)
        or _gives_another(article, told)
        or (not named and (_elsewhere(article, told) or _another_day(article, told)))
    )


def _speaks_of_it(article: Annotated, told: _Told) -> bool:
    """Whether somebody speaks today of a happening that is only to come or asked for: 甲表示,将关注这次会议."""
    fact, flat, trigger = told.fact, article.sheet.flat, told.trigger
    role = fact.properties.get("role")
    if role == "host":
        return False
    says = _says().match(flat, trigger[0]) is not None
    # 本届论坛共有甲公司|参展。第五届论坛将于明年举行: the next one is not this one
    if (
        article.things[fact.subject].type != "Person"
        and not (says and role == "speaker")
        and not _is_next(article, fact)
    ):
        return False
    # 决赛将邀请李文达|担任评委
    left = told.who[1] if says and told.sentence[0] <= told.who[1] else told.sentence[0]
    if _STILL_TO_COME.search(flat, left, trigger[0]):
        return False
    return (says or mood(article.sheet, trigger) == "done") and only_to_come(article, fact.object)


def _gives_another(article: Annotated, told: _Told) -> bool:
    """Whether somebody teaches under a title of their own while the happening is one lecture, given by another."""
    name = article.things[told.fact.object].name
    if told.named or told.fact.properties.get("role") == "host" or _LECTURE.search(name) is None:
        return False
    flat, (left, right) = article.sheet.flat, article.sheet.clause(told.trigger[0])
    titled = any(title not in name for title in _TITLE.findall(flat[left : max(right, told.trigger[1])]))
    explains = _teaches().match(flat, told.trigger[0]) or _EXPLAINS.match(flat, told.trigger[0])
    return bool(titled or explains) and _given_by_another(article, told)


def _given_by_another(article: Annotated, told: _Told) -> bool:
    """Whether the sentence that names the lecture says that somebody else gives it: 周明远|作|某讲座."""
    for bound in article.mentions_of(told.fact.object):
        people = article.between(article.sheet.clause(bound.start)[0], bound.start, "Person")
        if people and _GIVES_IT.fullmatch(article.sheet.flat, people[-1].end, bound.start):
            return told.fact.subject not in people[-1].things
    return False


def _is_next(article: Annotated, fact: Fact) -> bool:
    """Whether the happening bears a number while the page tells of 本届: it is the one after it."""
    return "本届" in article.sheet.flat and _NUMBERED.match(article.things[fact.object].name) is not None


@lru_cache(maxsize=4)
def only_to_come(article: Annotated, meeting: int) -> bool:
    """Whether all that tells of a meeting says that it is still to come, or only asked for (呼吁举行|会议)."""
    if meeting in {talk.meeting for talk in article.talks}:
        return False
    seen = [_to_come(article, b) for b in article.mentions_of(meeting)]
    told = [one for one in seen if one is not None]
    return bool(told) and all(told)


def _to_come(article: Annotated, bound: Bound) -> bool | None:
    """Whether the words around a mention tell that the meeting is to come; None where they do not tell."""
    sheet, flat = article.sheet, article.sheet.flat
    left, right = sheet.clause(bound.start)
    behind = _TAKES_PLACE.search(flat, bound.end, right)
    verb = behind or _GONE_TO.search(flat, left, bound.start)
    if verb is None and flat[right : right + 1] == ",":  # 甲论坛,|将于8月在乙市举行
        verb = _TAKES_PLACE.search(flat, right, sheet.clause(right + 1)[1])
    if verb is not None:
        soon = _SOON.search(flat, left, verb.start()) is not None
        return soon or mood(sheet, verb.span()) in ("planned", "wished", "dropped", "denied")
    return False if _SCENE_OF.match(flat, bound.end) else None


def _elsewhere(article: Annotated, told: _Told) -> bool:
    """Whether somebody is at a station of a tour, or goes with those who are on one."""
    flat, start, who = article.sheet.flat, told.sentence[0], told.who
    _, right = article.sheet.clause(told.trigger[0])
    if _JOURNEY.search(article.things[told.fact.object].name) or _formal().search(flat, who[1], right):
        return False
    left = max(start, flat.rfind(";", start, who[0]) + 1)
    while left < who[0] and flat[left] in " \n\u3000":
        left += 1
    if _goes_along().search(flat, who[1], right) or _at_station(article, left, who, told.fact.object):
        return True
    guided = _shows().search(flat, who[1], right) is not None
    # 参观了甲园,|负责人李文达讲解
    return guided and _toured().search(flat, left, max(left, flat.rfind(",", left, who[0]))) is not None


def _opens_before(article: Annotated, start: int, named: list[Bound], at: int) -> bool:
    """Whether a sentence opens with 甲会议开始前, or 乙仪式结束后,…授课, and names the happening nowhere behind it."""
    flat = article.sheet.flat
    early = _BEFORE.match(flat, start, at)
    late = None if early else _AFTER.match(flat, start, at)
    mark = early or late
    if mark is None or any(b.start >= mark.end() for b in named):
        return False
    if not (named[-1].end >= mark.end() - 6 if named else _HAPPENING.match(flat, start, mark.end())):
        return False
    stop = flat.find(";", mark.end(), at)
    later = early is not None or _teaches().match(flat, at) is not None
    return stop < 0 and (later or flat.find("将", mark.end(), at) >= 0)


def _at_station(article: Annotated, left: int, who: tuple[int, int], meeting: int) -> bool:
    """在甲村,|村支书李文达…: a place at the head that is not where the happening is held."""
    flat = article.sheet.flat
    match = _STATION.match(flat, left, who[0])
    if match is None:
        return False
    places = article.between(*match.span("where"), *_PLACES)
    if not places or not _PART_OF_PLACE.fullmatch(flat, places[-1].end, match.end("where")):
        return False
    here = set(places[-1].things)
    for bound in article.mentions_of(meeting):
        if any(here & set(b.things) for b in article.all_between(*article.sheet.sentence(bound.start), *_PLACES)):
            return False
    return True


def _not_yet(article: Annotated, told: _Told) -> bool:
    """Whether what somebody does is only decided on, or they sign up for it, or are away and send a paper."""
    flat, (start, _), who, trigger = article.sheet.flat, told.sentence, told.who, told.trigger
    by = _BY_PLAN.search(flat, max(start, who[0] - _BY_LEAD), who[0])
    if by is not None and _PLANS.search(flat, start, by.start()) and told.fact.properties.get("status") != "planned":
        return True
    left = article.sheet.clause(trigger[0])[0]
    if _NOT_THERE.search(flat, who[1], trigger[0]) and _BY_LETTER.search(flat, left, trigger[1]):
        return True
    return told.fact.properties.get("role") == "participant" and _SIGNS_UP.search(flat, left, trigger[0]) is not None


def _another_day(article: Annotated, told: _Told) -> bool:
    """Whether what somebody does is still to come or long over, where the happening that is told is neither."""
    flat, sheet, trigger, meeting = article.sheet.flat, article.sheet, told.trigger, told.fact.object
    left = sheet.clause(trigger[0])[0]
    once = _ONCE.search(flat, max(left, told.who[1]), trigger[1])
    if once is not None and not covered(article.between(left, trigger[0], "Person"), once.start(), once.start() + 1):
        return True
    if _says().match(flat, trigger[0]):
        return False
    if mood(sheet, trigger) == "planned":
        return not any(_STILL_TO_COME.search(flat, *sheet.sentence(b.start)) for b in article.mentions_of(meeting))
    start = max(0, told.sentence[0] - 1)
    return _LAST.search(flat, start, trigger[0]) is not None or _years_ago(article, start, trigger[0], meeting)


def _of_an_earlier_day(article: Annotated, told: _Told) -> bool:
    """Whether the sentence opens with a day of its own before all days that are told of the happening."""
    own = opening_day(article, *told.sentence)
    if own is None:
        return False
    days = (day(article, (b.start, b.end), planned=True) for b in article.mentions_of(told.fact.object))
    known = [one for one in days if one is not None and has_year(one) == has_year(own)]
    # as text days stand in the order of time; a month alone stands for all its days
    return bool(known) and all(own < one and not one.startswith(own) for one in known)


def _says_another_day(article: Annotated, told: _Told) -> bool:
    """Whether somebody speaks on a day that is told beside the verb and is none of the happening's own.

    李文达|8月17日|在记者会上透露, where the page tells of one on the 18th. A fair or games go on after the day told.
    """
    scene = any(b.spot.by == "call" and b.start <= told.trigger[0] < b.end for b in told.named)
    acts = told.fact.rule == "acts at the happening"  # its trigger is all that the clause says of them
    if not scene and not acts and _says().match(article.sheet.flat, told.trigger[0]) is None:
        return False
    begin, at = article.sheet.clause(told.trigger[0])[0], told.trigger[1 if acts else 0]
    own = day(article, (at, at)) if _DAY.search(article.sheet.flat, begin, at) else None
    if own is None:
        return False
    own_mentions = (b for b in article.mentions_of(told.fact.object) if b.start < begin)
    days = {day(article, (b.start, b.end), planned=True) for b in own_mentions}
    known = {one for one in days if one is not None and len(one) == len(own)}
    if not known or own in known:
        return False
    return own < min(known) or _GOES_ON.search(article.things[told.fact.object].name) is None


def is_reported(flat: str, start: int, at: int) -> bool:
    """Whether the words of a sentence up to a verb tell that a medium reports or asks, at a place of its own."""
    return _ASKED_AT.search(flat, start, at) is not None or _REPORTED.match(flat, start, at) is not None


def _told_elsewhere(article: Annotated, told: _Told) -> bool:
    """Whether the sentence tells by its words that it is about another place or page than the happening.

    在甲大厦接受采访时|说; 据某社报道,李文达|表示; 甲总书记十分关心,乙总理|提出要求.
    """
    flat, start, at = article.sheet.flat, told.sentence[0], told.trigger[0]
    if told.fact.properties.get("role") == "host" or _formal().search(flat, told.who[1], at):
        return False
    if is_reported(flat, start, at):
        return True
    people = article.between(start, at, "Person")
    heads = (
        people and people[0].spot.text in word_set("general_secretaries") and not flat[start : people[0].start].strip()
    )
    return bool(heads) and people[0].start < told.who[0] and article.things[told.fact.subject].type == "Person"


def _years_ago(article: Annotated, start: int, end: int, meeting: int) -> bool:
    """Whether a clause before `end` opens with a year before the paper's, else one that is not told of the meeting."""
    years = [match["year"] for match in _YEAR.finditer(article.sheet.flat, start, end)]
    if not years:
        return False
    paper, flat = (article.sheet.article.date or "")[:4], article.sheet.flat
    if paper:
        return min(years) < paper
    told = (article.sheet.sentence(b.start) for b in article.mentions_of(meeting))
    return not any(flat.find(year, *span) >= 0 for span in told for year in years)


@cache
def _formal() -> re.Pattern[str]:
    """What is done at a happening, wherever somebody stood before."""
    return re.compile(f"{one_of('deeds_of_happenings')}|{any_of(all_of('attending_verbs'))}")


@cache
def _goes_along() -> re.Pattern[str]:
    return re.compile(
        f"(?:{one_of('accompanying')}|随[同团])(?:一行|前往|在[^,。;]{{1,12}}的?|进行|开展|实地)?(?:{any_of(words('visit_verbs'))}|踏查|调研)|一路随行|全程随行"
    )


@cache
def _shows() -> re.Pattern[str]:
    return re.compile(one_of("showing_verbs"))


@cache
def _toured() -> re.Pattern[str]:
    """What a tour does before its guide speaks: 走进|甲公司, 参观|乙园."""
    return re.compile(any_of((*words("visit_verbs"), *(word for word in words("arrival_verbs") if len(word) > 1))))


@cache
def _teaches() -> re.Pattern[str]:
    return re.compile(f"{one_of('teaching_verbs')}|分别(?:{one_of('teaching_verbs')})")


@cache
def _says() -> re.Pattern[str]:
    return re.compile(f"{any_of(words('say_verbs'))}|称|介绍|汇报|通报|回顾|回忆")


__all__ = ["absent", "is_reported", "only_to_come"]
