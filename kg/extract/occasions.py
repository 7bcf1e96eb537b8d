"""Which meeting a passage is about, and whether a mention tells that the meeting takes place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise

from kg.extract.annotated import Annotated, Bound
from kg.extract.briefings import called, is_briefing
from kg.extract.days import day
from kg.extract.decided import by_others, dealt_with, to_come
from kg.extract.sheet import Sheet
from kg.language.classes import ATTENDING, CONVENING, COPULAS, HELD, LOCALIZERS, one_of
from kg.language.days import bounds
from kg.language.lexicon import any_of, pattern, words

# What is said behind a meeting's name that takes place: its verb of being held, where, by whom.
_BEHIND = re.compile(
    f"^(?:[（(][^()（）]{{0,30}}[)）])?(?:{LOCALIZERS})?[^,。;]{{0,24}}?"
    rf"(?:{any_of((*words('held_verbs'), *words('goes_on_verbs'), '主持', '主办', '承办'))}"
    r"|(?:进行|启动|启航)(?=[,。;]|$))"
    r"|^上?(?:获悉|得知|了解到)|^决议的?公告|^(?:[（(][^()（）]{0,30}[)）])?(?:现场|会场)?(?:上|期间)|^由|^(?:[（(][^()（）]{0,30}[)）])?(?:在|于)"
)
_BEFORE = re.compile(
    f"(?:(?:{CONVENING}|开展)了?|主办|承办|协办|{ATTENDING}|主持|应邀|到会|揭幕|组织|做客|登上|走上|站上|亮相|登陆|参展|莅临|观摩|迎来)[^,。;]{{0,30}}$"
    f"|(?:{one_of('launching_of_happenings')})了?(?:一场|首场|为期[^,。;的]{{1,4}}的|[0-9]{{4}}年?度?)?$"
)
# 为师生作了题为…的|专题讲座, 带来一堂|专题党课: who gives it holds it.
_GIVES = re.compile(r"(?:[作做讲上]|带来|开展)了?(?:一[场堂次节])?[^,。;]{0,30}$")
_LECTURE = re.compile("(?:讲座|党课|公开课|思政课|宣讲会?|辅导课|报告会)$")
_ATTENDED = re.compile(f"(?:{ATTENDING})了?[^,。;]{{0,12}}$")
# 现场,|甲院院长李文达作了健康讲座: a part of what the page tells of.
_ON_THE_SPOT = re.compile(
    "\\s*(?:在)?(?:(?:活动|仪式|会议|论坛|启动|培训)?现场|会上|活动[中上]|仪式上|期间|其间|活动当天|培训中)"
)
# 某公开赛10日结束女单争夺,|甲战胜乙: a contest of which a match is told.
_CONTEST = re.compile(f"(?:{any_of(words('contest_ends'))})$")
_MODIFIES = re.compile(r"^上?的")
_UNREAL = re.compile(
    f"欢迎|希望|(?<!出席)(?<!参加)即将(?:{CONVENING}|开幕)|争取|筹备|筹办|推动举办|邀请(?![^,。;]{{2,40}}?(?:{CONVENING}|开展|授课|讲课))|两次|多次|[0-9三四五六七八九十数]{{1,3}}[余多]?次(?:组织|主持|集中)?(?:{CONVENING})|历届|往届|贯彻|落实|学习(?!中心组|教育)"
)
_ELSEWHERE = re.compile(r"^(?:会|签约|座谈|仪式|活动|大会|会议)?(?:前|之前|后|结束后)[,，]|^(?:此前|会前)[,，]?")
# 会议开始前,|与会者参观…
_OPENS_BESIDE = re.compile(
    "\\s*[^,。;:]{1,40}?(?<![此之以日年月天周目提])(?:开始|召开|举行|开幕|开场|结束|闭幕)?之?(?P<when>[前后]),"
)
# 座谈会前,…。|李文达致辞: what is done at it again.
_BEGUN = re.compile("主持|致[\u3400-\u9fff]{0,2}[辞词]|讲话|开幕")
_LEAVES = re.compile(r"^(?:随后|之后|接着|当天|当日|[上下]午|当晚)|^在[^,。]{2,30},")
_TRAVELS = re.compile(f"{any_of(words('visit_verbs'))}|来到|前往|走进")
_AT = re.compile("上|期间")
# 提出明确|要求, is no word of speech.
_SPEECH = re.compile(r"(?:说|表示|指出|强调|认为|提出|(?<![确体作新高关项的出])要求|(?<![作做了况据])介绍|透露)[,:]")
# 某启动仪式,|26日在某地举行: a comma behind a long subject.
_COMMA = re.compile(
    r",(?=[^,。;]{0,10}[在于日])[^,。;说表指]{2,30}?"
    rf"(?:{HELD})(?:[,。;]|$)"
)
# 本次活动是|某某系列活动的第三场: what it belongs to.
_ONE_OF = re.compile(f"(?<!主题)(?<![题名])(?:{COPULAS}|属于|纳入)$")
# 本展览是某馆扩建后首次|推介活动: what the subject is, unless it is said to be held.
_IS = re.compile("(?:是|成为)[^,。;]{2,24}$")
_HELD_THEN = re.compile(f"[^,。;]{{0,24}}(?:{HELD})|上(?:[,，]|获悉|得知|了解到|透露|公布)")
# 自首届论坛成功举办至今
# 论坛|期间还举行了|签约仪式
_WITHIN = re.compile(f"(?:期间|同期|上|后|结束后)[,]?(?:[^,。;]{{0,8}}?)(?:{CONVENING})了?[^,。;]{{0,12}}")
_SINCE = re.compile("(?<![独各亲])自从?$")
# 通报|六届全会有关情况, 介绍|博览会筹备情况: what is spoken of.
_SPOKEN_OF = re.compile(f"(?:{one_of('verbs_of_telling')})(?:了|学习|贯彻|落实)*$")
# 博览会|成果, 锦标赛|乙组资格: what belongs to a meeting, 座谈会|4655场次: so many of a kind.
_MATTERS = re.compile(
    f"为(?:契机|背景|名义)|的?(?:{one_of('before_matters_of_happenings')})*(?:{one_of('matters_of_happenings')})"
    r"|[^,。;]{0,6}(?:资格|名额|门票)|[^,。;]{0,12}?[0-9]+[余多]?场?次"
)
# 举办|某大赛|旨在…: the holding of it is what the sentence judges.
_JUDGED = re.compile("(?:旨在|有助于|有利于|是为了|对于?|不仅|既是|的(?:目的|意义))")
_BARE_HOLDING = re.compile(f"(?:^|[,。;])(?:成功|如期|通过)?(?:{CONVENING}|主办|承办|参加)$")
# 8月16日将|举行|某推介会, 去年|举办的某论坛: told in passing, the page goes on about another.
_NOT_NOW = re.compile(
    f"(?<![即必])(?:将(?![军领])|即将|拟|计划|预计|定于|届时|去年|前年|上一?届|往届|早在|此前|今年[0-9]{{1,2}}月(?![0-9初])|近年来|多年来)(?:的?[0-9年月日上下午初中旬底末]{{1,10}})?[,]?[^,。;]{{0,40}}(?:{CONVENING}|{HELD}|开展|亮相|登陆|参展|迎来)"
    "|为了?(?:开好|办好|筹备)[^,。;]{0,20},"
)
# 本次|比赛, 此次|展览: the happening that the page tells of.
_POINTED_AT = re.compile(f"(?:^|[,;“])(?:此次|本次|这次|本届|此届|这届|本场)(?P<what>{one_of('happenings_in_short')})")
# 反馈会|由甲主持, 两个分论坛|举行, 随后|开展|业务培训: a part or another happening that no mention names.
_PART = re.compile(
    f"(?:(?<![\u3400-\u9fff])|(?<=[日午晚天后”])|(?<=[两三四五六七八几][个场])|(?<=举行)|(?<=召开)|(?<=开展)|(?<=组织))了?(?:的|各|两个|多个|[0-9]{{1,2}}[个场])?"
    f"(?P<what>{one_of('parts_seldom_named')})(?=由|上,|中,|同步|同时|平行|分别|举行|召开|举办|在|[,。]|随后|随即|接着)"
)
# 2015年,他在…, 去年同期…: a sentence about another time tells nothing of the page's happening.
_ANOTHER_TIME = re.compile(
    "\\s*(?:(?:早在)?(?P<year>(?:19|20)[0-9]{2})年|去年|前年|大前年|那年|多年前|[一两二三四五六七八九十]年前)"
    "(?:[^,。;的]{0,20},|[^,。;]{0,30}[上中],)"
)
# 会后,|将组织专家参观
_PLANNED = re.compile("[^,。;]{2,8}[,，]?将")
_WHEN_ONLY = re.compile("(?:开始前|结束后|之前|之后|前|后)[,，]")
# 在致辞中, 会上, 与会者: what is said of a happening that has not been named.
_BEGINS = re.compile("致辞|致词|会上|与会|参会|到会|会议|宣布开幕|主持人")
_FEW = 3
# 去年举行的|某推进会: long before the page is written.
_LONG_AGO = re.compile("(?:去年|前年|大前年|早在|多年前|[一两二三四五六七八九十几]年前|上一?届|往届)[^。;]{0,40}$")
_LATE = timedelta(days=31)
_QUOTED = re.compile("“[^“”]*”")
_FORTHRIGHT = re.compile("[。!?;]")
_TOLD_ITSELF = ("talk", "unnamed")
_SURE = ("call", "talk", "unnamed", "scene", "alias", "held")


def held(sheet: Sheet, start: int, end: int) -> bool:
    """Whether the words around a meeting's mention tell that it takes place, and not only that it exists."""
    left, right = sheet.clause(start)
    sentence_start, _ = sheet.sentence(start)
    if _SPEECH.search(sheet.flat, sentence_start, start) and not _AT.match(sheet.flat, end):
        return False
    if _SINCE.search(sheet.flat, max(sentence_start, start - 4), start):
        return False
    if _only_spoken_of(sheet.flat, (max(sentence_start, left), start), (end, right)) or _of_guests(sheet, start, end):
        return False
    if _MODIFIES.match(sheet.flat[end : end + 4]) or _UNREAL.search(sheet.flat, max(sentence_start, start - 40), start):
        return False
    if _BEHIND.match(sheet.flat[end : max(right, end) + 1]) or _BEFORE.search(sheet.flat[left:start]):
        return True
    return _told_apart(sheet, start, end)


def _of_guests(sheet: Sheet, start: int, end: int) -> bool:
    """Whether a meeting only says who is met: 会见|出席某论坛|的嘉宾."""
    left, flat = sheet.clause(start)[0], sheet.flat
    attending = _ATTENDED.search(flat, left, start)
    return attending is not None and by_others(flat, left, attending.start()) and not _AT.match(flat, end)


def _only_spoken_of(flat: str, before: tuple[int, int], behind: tuple[int, int]) -> bool:
    """Whether a meeting is only talked about: 通报|全会情况, 参加|锦标赛|资格, 座谈会|40场次, 举办|大赛|旨在…."""
    if _MATTERS.match(flat, *behind) or _SPOKEN_OF.search(flat, *before):
        return True
    return bool(_JUDGED.match(flat, behind[0]) and _BARE_HOLDING.search(flat, max(0, before[0] - 1), before[1]))


def _told_apart(sheet: Sheet, start: int, end: int) -> bool:
    """Whether more than a verb of holding beside the name tells it: behind a comma, a match played, a lecture given."""
    flat, (left, _), (_, stop) = sheet.flat, sheet.clause(start), sheet.sentence(start)
    last = max(0, end - 4)
    played = _CONTEST.search(flat, last, end) and pattern("contest_verbs").search(flat, end, stop)
    given = _LECTURE.search(flat, last, end) and _GIVES.search(flat, left, start)
    apart = _ON_THE_SPOT.match(flat, sheet.sentence(start)[0], start) is None
    return bool(played or (given and apart) or _COMMA.match(flat, end, stop + 1))


@dataclass(frozen=True, slots=True)
class Scene:
    """What a sentence is about: a meeting or None; away: people have left it, or have not come to it yet.

    part: it is about a part or another happening that has no node of its own (两个分论坛, 反馈会), so that nobody in it
    attends the page's.
    """

    meeting: int | None
    away: bool
    part: bool = False


@lru_cache(maxsize=1)
def occasions(article: Annotated) -> tuple[Scene, ...]:
    """For each sentence the meeting that it is about: one named in it, else the one last talked about, else None.

    What somebody is quoted to say names no scene. After 会前 and 会后, or where people travel on, the scene is none
    until a sentence names a meeting again. Five readers of one article ask: the last answer is kept.
    """
    current, away, part, beside = None, False, False, False
    found = []
    main, kind = article.main_meeting, ""
    if main is not None and main not in {talk.meeting for talk in article.talks}:
        kind = article.things[main].name
    press = is_briefing(kind)
    quotes = _quotes(article.sheet.flat)
    for start, end in article.sentences():
        speech = _SPEECH.search(article.sheet.flat, start, end)
        named = start if _within(quotes, start) else speech.start() if speech else end
        here = meeting_in(article, start, named)
        text = article.sheet.flat[start:end].lstrip()
        passing = press or told_in_passing(article.sheet, start)
        if kind and here not in (None, main) and current is not None and passing:
            found.append(Scene(here, False))
            continue
        if here is None and kind and current != main and _points_at(article.sheet.flat, (start, end), kind):
            current, away, part = main, False, False
        if beside and (article.sheet.flat.find("\n", max(0, start - 1), start + 1) >= 0 or _BEGUN.search(text)):
            away = False
        beside = beside and away
        if here is not None:
            current, away, part = here, _only_before(article, start, named), False
            beside = away
        elif current is not None and _long_before(article, start):
            found.append(Scene(None, True, True))
            continue
        elif current is not None and _parts_from(article, current, (start, end)):
            away = part = True
        elif (_ELSEWHERE.match(text) and not _PLANNED.match(text)) or (_LEAVES.match(text) and _TRAVELS.search(text)):
            away = True
        found.append(Scene(None if away else current, away, part))
    if kind and not press and found:
        _begin_before_it_is_named(article, found)
    return tuple(found)


def _long_before(article: Annotated, start: int) -> bool:
    """Whether a sentence opens with a year that is over on the day of the paper."""
    told = _ANOTHER_TIME.match(article.sheet.flat, start)
    if told is None or told["year"] is None:
        return told is not None
    paper = bounds(article.sheet.article.date or "")
    return paper is not None and told["year"] < paper[0][:4]


def _parts_from(article: Annotated, current: int, bounds: tuple[int, int]) -> bool:
    """Whether a sentence turns to a part of a happening, or to another one, that no mention names."""
    part = _PART.search(article.sheet.flat, *bounds)
    if part is None or part["what"] in article.things[current].name:
        return False
    left, right = part.span("what")
    return not any(b.start < right and left < b.end for b in article.all_between(*bounds, "Meeting"))


def _only_before(article: Annotated, start: int, end: int) -> bool:
    """Whether a sentence names a happening only to say before or behind what a tour was: 会议开始前,参观…."""
    flat = article.sheet.flat
    mark = _OPENS_BESIDE.match(flat, start, end)
    if mark is None or any(b.end > mark.end() for b in article.all_between(start, end, "Meeting")):
        return False
    return mark["when"] == "前" or _TRAVELS.search(flat, mark.end(), end) is not None


def _begin_before_it_is_named(article: Annotated, found: list[Scene]) -> None:
    """甲在致辞中说…。乙说…。招待会上,…: an article without a head is about the one happening that it names later."""
    names = {b.things[0] for b in article.all_between(0, len(article.sheet.flat), "Meeting") if b.things}
    blank = next((at for at, scene in enumerate(found) if scene.meeting is not None), 0)
    real = {scene.meeting for scene in found if scene.meeting is not None}
    if not blank or real != {article.main_meeting} or len(names) > _FEW:
        return
    begun = False
    for at, (start, end) in enumerate(list(article.sentences())[:blank]):
        begun = begun or _BEGINS.search(article.sheet.flat, start, end) is not None
        if begun and not found[at].away:
            found[at] = Scene(article.main_meeting, False)


@lru_cache(maxsize=4)
def is_background(article: Annotated, meeting: int) -> bool:
    """Whether all that tells when a meeting took place says that it was long before the day of the paper."""
    told = [_long_ago(article, b) for b in article.mentions_of(meeting) if takes_place(article.sheet, b)]
    dated = [one for one in told if one is not None]
    return bool(dated) and all(dated) and told[0] is True


def _long_ago(article: Annotated, bound: Bound) -> bool | None:
    """Whether the clause of a meeting's mention tells a day long before the paper's; None where it tells no day."""
    _, right = article.sheet.clause(bound.start)
    if _LONG_AGO.search(article.sheet.flat, article.sheet.sentence(bound.start)[0], bound.start):
        return True
    paper = bounds(article.sheet.article.date or "")
    own = bounds(day(article, (bound.end, right)) or "") if paper else None
    if paper is None or own is None:
        return None
    return own[1] < (date.fromisoformat(paper[0]) - _LATE).isoformat()


def told_in_passing(sheet: Sheet, offset: int) -> bool:
    """Whether the sentence of `offset` tells of what is to come or is long over: the page goes on about another."""
    return _NOT_NOW.search(sheet.flat, *sheet.sentence(offset)) is not None


def _quotes(flat: str) -> list[tuple[int, int]]:
    """The spans between quotation marks that hold a sentence or more: words of somebody, no name."""
    spans = ((match.start(), match.end()) for match in _QUOTED.finditer(flat))
    return [span for span in spans if _FORTHRIGHT.search(flat, *span)]


def _within(spans: list[tuple[int, int]], offset: int) -> bool:
    return any(start < offset < end for start, end in spans)


def _points_at(flat: str, bounds: tuple[int, int], kind: str) -> bool:
    """Whether the sentence points at a happening called `kind`: 本次|比赛 where a championship is told."""
    pointed = _POINTED_AT.search(flat, *bounds)
    if pointed is None:
        return False
    what = pointed["what"]
    return what == "活动" or called(kind, what)


def meeting_in(article: Annotated, start: int, end: int) -> int | None:
    """The meeting that a passage names: the first that takes place, or that a word stands for; or None.

    Where one is held within another (论坛期间还举行了|签约仪式) the passage is about the inner one.
    """
    real = [b for b in article.all_between(start, end, "Meeting") if b.things and takes_place(article.sheet, b)]
    if len(real) > 1:  # 会谈前,|甲为乙举行欢迎仪式
        real = [b for b in real[:-1] if not _WHEN_ONLY.match(article.sheet.flat, b.end)] + real[-1:]
    for one, other in pairwise(real):
        if not _WITHIN.fullmatch(article.sheet.flat, one.end, other.start):
            return one.things[0]
    return real[-1].things[0] if real else None


def takes_place(sheet: Sheet, bound: Bound) -> bool:
    """Whether a meeting's mention tells that it takes place: by the words around it, or as a call of one that does."""
    if bound.spot.by == "held" and _ONE_OF.search(sheet.flat, max(0, bound.start - 4), bound.start):
        return False
    left, _ = sheet.clause(bound.start)
    if bound.spot.by not in _TOLD_ITSELF and dealt_with(sheet, bound.start):
        return False
    if bound.spot.by == "call" and _only_spoken_of(
        sheet.flat, (left, bound.start), (bound.end, sheet.clause(bound.start)[1])
    ):
        return False
    if bound.spot.by in ("held", "ending") and to_come(sheet, bound, left):
        return False
    found = bound.spot.by in ("held", "ending")
    is_what = found and sheet.flat[bound.start] != "“" and _IS.search(sheet.flat, left, bound.start)
    if is_what and not _HELD_THEN.match(sheet.flat, bound.end):
        return False
    return bound.spot.by in _SURE or held(sheet, bound.start, bound.end)


def happened(article: Annotated, end: int) -> list[int]:
    """The meetings that the article told of before `end`, as things that took place, in their order."""
    bounds = [b for b in article.all_between(0, end, "Meeting") if b.things and takes_place(article.sheet, b)]
    now = [b for b in bounds if not told_in_passing(article.sheet, b.start)]
    return list(dict.fromkeys(bound.things[0] for bound in now or bounds))
