"""ATTENDED told in passing: 来自乙公司的代表参会, 在丙的见证下, 听取丁的汇报, 前来出席的戊."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg.extract.annotated import Annotated, Bound, Fact
from kg.extract.attending import Part, attended, named_in
from kg.extract.decided import only_decided
from kg.extract.deeds import in_list, takers
from kg.extract.lists import run_from, spoken
from kg.extract.moods import mood
from kg.extract.occasions import occasions, takes_place
from kg.language.classes import ADVERBS, ATTENDING, CONVENING, LISTED_BODIES, TIMES, all_of, one_of
from kg.language.lexicon import any_of, words
from kg.language.pieces import fills

_FROM = re.compile(r"来自(?!于)")
_COME = re.compile(r"参会|参加(?!工作)|出席|与会|参展|齐聚|汇聚|到会|赴会|相聚")


_COMES = re.compile(f"(?P<verb>{ATTENDING})了?(?:在[^,。;]{{2,16}}(?:{CONVENING})的|本次|此次|即将举行的)?$")
# 欢迎|某国国王甲|来华|出席某博览会
_WELCOMED = re.compile(
    r"(?:欢迎|感谢)(?P<who>[^,。;]{2,40}?)(?:作为[^,。;]{2,16})?(?:访华|来华|来访|来[\u3400-\u9fff]{1,3}|赴[\u3400-\u9fff]{1,4})"
    r"(?:访问)?并?(?P<verb>出席|参加)(?:本次|此次|在[^,。;]{2,16}举行的)?$"
)
_OF = re.compile(
    "(?:开幕式|闭幕式|活动|会议)?(?:并(?:(?:对[^,。;的]{2,10})?(?:进行)?[^,。;的]{0,8}(?:访华|访问|参观|考察)))?的"
)
# 陪同|甲国总统李文达|出席: who is accompanied is there, too.
_ALONG = re.compile(
    f"(?:{one_of('accompanying')})(?P<who>[^,。;陪]{{2,40}}?)(?:同志|先生|女士|一行)?(?P<verb>{ATTENDING})了?(?:本次|此次)?$"
)
# 向|甲会议|作了…报告
_TO_IT = re.compile(
    "(?:全体会议)?(?P<verb>[作做]了?[^,。;]{0,60}?(?:报告|说明|汇报)|提交|提请|提出|报告|宣读|致(?:开幕|闭幕)?辞)"
)
# 李文达|访华并|出席甲峰会, told by another.
_TOLD = re.compile(
    f"(?:总统|主席|总理|同志|先生|女士|阁下)?(?:{ADVERBS}|{TIMES}|前几天|专程|专门|应邀|赴[^,。;]{{1,6}}|来[^,。;]{{1,4}}|访华|来访|到访|访问[^,。;]{{1,6}}"
    f"|并|期间|今年|去年|[0-9]{{1,4}}[年月]|在[^,。;见访与和同]{{2,6}})"
)
_CLOSES = re.compile("[。;!?:]|一行|举行|会见|会谈|座谈|率领|率")
# All posts of one person before the name.
_POSTS = 50
_WITNESSED = re.compile(r"在(?P<who>[^。;]{2,300}?)的?(?:共同)?(?P<verb>见证)(?:之)?下")
_HEARD = re.compile(
    r"(?P<verb>听取)(?:了|并审议了?)?(?P<who>[^,。;:]{2,120}?)(?:关于|就|对|所作的?|(?<!工)作的?|的)[^。;:,]{0,60}?(?:汇报|介绍|报告|通报|说明)"
)
_AGENDA = re.compile("(?:拟|将|建议)(?:安排|提请|听取|审议)|议题(?:是|有|为|包括|主要)|议程(?:是|有|为|包括|主要)")
# 李文达|在|甲论坛|上的致辞
_ITS_SPEECH = re.compile(
    f"(?:开幕式|闭幕式|开幕会|闭幕会)?上(?:所?作?的|发表的?)?(?:主旨|重要|开幕|闭幕|主题|视频)*(?P<verb>{one_of('speeches')})"
)
_GOES_TO = re.compile(f"(?:{ATTENDING})了?$")
_SPEAKER_IN = re.compile(r"(?:(?:主席|总书记|总理|同志|先生|女士|[\d年月日]{2,11}))?在")
_SENTENCE_ENDS = re.compile("[。;!?]")
_INVITES = re.compile("(?:特邀|邀请|特别邀请|聘请)了?")
_SPEAKS = re.compile(
    f"{one_of('lecturing_verbs')}|(?:作|做|带来|进行|开展)了?[^,。;]{{0,16}}?(?:{one_of('talks_given')})"
)
_AMONG_THEM = re.compile(
    f"(?:参会|参展|与会|受邀|参赛|出席|到会|参演)的?[^,。;、]{{0,10}}?(?:{LISTED_BODIES}|单位|品牌|商户|高校|院校|团队)(?:还|主要)?"
    "(?:包括|有|涵盖|来自|为)了?:?"
)
_COMES_ALONG = re.compile("出席|参加|到场|到会|担任|助阵|参与|莅临")
_ANOTHER = re.compile(
    f"了?(?!(?:{one_of('happenings_in_short')})|本次|此次|这次)[^,。;]{{1,30}}?[会节展赛坛式](?:[,。;”]|$)"
)
_THERE = re.compile(f"{_SPEAKS.pattern}|{_COMES_ALONG.pattern}|现场|前来|走进|座谈|交流|表演|义诊|指导|答疑|开展")


def relate(article: Annotated) -> Iterator[Fact]:
    """Who spoke at a meeting that is named in passing, and the organisations from which people came to it."""
    for (start, end), scene in zip(article.sentences(), occasions(article), strict=True):
        for meeting in article.between(start, end, "Meeting"):
            yield from _spoken_at(article, meeting, start)
            yield from _accompanied(article, meeting, start)
            yield from _told_of(article, meeting, start)
        yield from _come_for(article, start, end)
        if scene.meeting is None and not scene.away and _is_rite(article):
            yield from _witnesses(article, (start, end), article.main_meeting)
        if scene.meeting is not None:
            yield from _senders(article, (start, end), scene.meeting)
            yield from _witnesses(article, (start, end), scene.meeting)
            yield from _heard(article, (start, end), scene.meeting)
            yield from _invited(article, (start, end), scene.meeting)
            yield from _numbered_among(article, (start, end), scene.meeting)


def _is_rite(article: Annotated) -> bool:
    """Whether the article tells of a ceremony: who witnesses something before it is named is there."""
    return article.main_meeting is not None and article.things[article.main_meeting].name.endswith("仪式")


def _spoken_at(article: Annotated, meeting: Bound, start: int) -> Iterator[Fact]:
    """李文达在甲论坛上的致辞: a speech that bears the meeting's name was held there."""
    speech = _ITS_SPEECH.match(article.sheet.flat, meeting.end)
    people = spoken(article, start, meeting.start, "Person") if speech and meeting.things else []
    if speech and people and _SPEAKER_IN.fullmatch(article.sheet.flat, people[-1].end, meeting.start):
        yield from _facts(article, people[-1:], meeting, (speech.span("verb"), "speaker"))


def _accompanied(article: Annotated, meeting: Bound, start: int) -> Iterator[Fact]:
    """陪同甲国总统李文达出席某峰会; 李文达向某会议作报告."""
    flat = article.sheet.flat
    left = article.sheet.clause(meeting.start)[0]
    along = _ALONG.search(flat, left, meeting.start)
    people = spoken(article, *along.span("who"), "Person") if along and meeting.things else []
    if along and people and people[-1].end == along.end("who") and _happens(article, along.span("verb")):
        yield from _facts(article, people, meeting, (along.span("verb"), "participant"))
    told = _TO_IT.match(flat, meeting.end) if flat[meeting.start - 1 : meeting.start] == "向" else None
    who = takers(article, left, meeting.start - 1) if told and meeting.things else []
    if told and who and who[-1].type == "Person" and fills(_TOLD, flat[who[-1].end : meeting.start - 1]):
        yield from _facts(article, [b for b in who if b.type == "Person"], meeting, (told.span("verb"), "speaker"))


def _told_of(article: Annotated, meeting: Bound, start: int) -> Iterator[Fact]:
    """他说,普京总统前几天来华|出席某峰会: what somebody tells of another."""
    verb = _GOES_TO.search(article.sheet.flat, max(start, meeting.start - 6), meeting.start)
    if verb is None or not meeting.things or takes_place(article.sheet, meeting):
        return
    if _OF.match(article.sheet.flat, meeting.end):
        return
    left = article.sheet.clause(meeting.start)[0]
    people = [b for b in takers(article, left, verb.start()) if b.type == "Person"]
    if people and fills(_TOLD, article.sheet.flat[people[-1].end : verb.start()]) and _happens(article, verb.span()):
        yield from _facts(article, people[-1:], meeting, (verb.span(), "participant"))


def _happens(article: Annotated, verb: tuple[int, int]) -> bool:
    return mood(article.sheet, verb) in ("done", "planned")


def _come_for(article: Annotated, start: int, end: int) -> Iterator[Fact]:
    """与前来出席某论坛的甲省省长李文达: whom the words before a name bring to a meeting."""
    flat = article.sheet.flat
    for meeting in article.between(start, end, "Meeting"):
        verb = _COMES.search(flat, start, meeting.start)
        rest = _OF.match(flat, meeting.end, end)
        if verb is None or rest is None or not meeting.things:
            continue
        stop = _CLOSES.search(flat, rest.end(), end)
        people = spoken(article, rest.end(), stop.start() if stop else end, "Person")
        listed = people[:1] if people else []
        for person in people[1:]:
            if not in_list(article, listed[-1].end, person.start):
                break
            listed.append(person)
        if listed and listed[0].start - rest.end() <= _POSTS:
            yield from _facts(article, listed, meeting, (verb.span("verb"), "participant"))
    for meeting in article.between(start, end, "Meeting"):
        guest = _WELCOMED.search(flat, start, meeting.start)
        people = spoken(article, guest.start("who"), guest.end("who"), "Person") if guest else []
        if guest is not None and people and meeting.things and guest.end("who") - people[-1].end <= 1:
            yield from _facts(article, people[-1:], meeting, (guest.span("verb"), "participant"))


def _witnesses(article: Annotated, bounds: tuple[int, int], meeting: int | None) -> Iterator[Fact]:
    """在甲、乙局相关负责人的见证下."""
    for match in _WITNESSED.finditer(article.sheet.flat, *bounds):
        who = takers(article, match.start("who"), match.end("who"))
        yield from _at(article, bounds, meeting, who, (match.span("verb"), "participant"))


def _heard(article: Annotated, bounds: tuple[int, int], meeting: int) -> Iterator[Fact]:
    """会议听取了甲局、乙局关于…的汇报: they speak."""
    for match in _HEARD.finditer(article.sheet.flat, *bounds):
        if only_decided(article.sheet, article.sheet.clause(match.start())[0], match.start()):
            continue  # 会议决定…,建议议程包括|听取甲的报告
        if _AGENDA.search(article.sheet.flat, bounds[0], match.start()):
            continue  # 某会议将举行,议题是:|听取甲的报告
        named = spoken(article, match.start("who"), match.end("who"), "Person", "Organization")
        people = [b for b in named if b.type == "Person"]
        yield from _at(article, bounds, meeting, people or named, (match.span("verb"), "speaker"))


def _invited(article: Annotated, bounds: tuple[int, int], meeting: int) -> Iterator[Fact]:
    """培训班邀请甲大学教授李文达、乙局局长周明远授课: who is invited to speak or to come, and does."""
    flat = article.sheet.flat
    for invites in _INVITES.finditer(flat, *bounds):
        stop = _SENTENCE_ENDS.search(flat, invites.end(), bounds[1])
        right = stop.start() if stop else bounds[1]
        speaks = _SPEAKS.search(flat, invites.end(), right)
        deed = speaks or _COMES_ALONG.search(flat, invites.end(), right)
        people = spoken(article, invites.end(), deed.start(), "Person") if deed else []
        if deed is None or not people or people[0].start - invites.end() > _POSTS:
            yield from _invited_bodies(article, bounds, meeting, (invites, right))
            continue
        if only_decided(article.sheet, article.sheet.clause(invites.start())[0], invites.end()):
            continue
        if mood(article.sheet, invites.span()) == "done":
            role = "speaker" if speaks else "participant"
            yield from _at(article, bounds, meeting, people, (deed.span(), role))


def _numbered_among(article: Annotated, bounds: tuple[int, int], meeting: int) -> Iterator[Fact]:
    """受邀参会企业|包括|甲公司、乙集团等: the bodies that are named as some of those who come."""
    for match in _AMONG_THEM.finditer(article.sheet.flat, *bounds):
        bodies = spoken(article, match.end(), bounds[1], "Organization")
        if bodies and bodies[0].start - match.end() <= 1:
            yield from _at(article, bounds, meeting, run_from(article, bodies, 0), (match.span(), "participant"))


def _invited_bodies(
    article: Annotated, bounds: tuple[int, int], meeting: int, words_of: tuple[re.Match[str], int]
) -> Iterator[Fact]:
    """邀请甲法院法官、乙局等单位工作人员现场讲解: the bodies whose people are invited, and come."""
    (invites, right), flat = words_of, article.sheet.flat
    bodies = spoken(article, invites.end(), right, "Organization")
    if not bodies or bodies[0].start - invites.end() > 1 or mood(article.sheet, invites.span()) != "done":
        return
    run = run_from(article, bodies, 0)
    theirs = _their_people().match(flat, run[-1].end, right)
    deed = _THERE.search(flat, theirs.end(), right) if theirs is not None else None
    if theirs is None or deed is None or spoken(article, run[-1].end, theirs.end(), "Person"):
        return
    if _ANOTHER.match(flat, deed.end(), right) and named_in(article, meeting, deed.end(), right) is None:
        return  # 邀请甲局工作人员参加|青江洽谈会
    role = "speaker" if _SPEAKS.match(flat, deed.start(), right) else "participant"
    yield from _at(article, bounds, meeting, run, (deed.span(), role))


@cache
def _their_people() -> re.Pattern[str]:
    kinds = any_of((*words("unnamed_people"), *words("guest_words"), *all_of("people_who_are_invited")))
    return re.compile(rf"(?:等[^,。;的]{{0,12}})?的?(?:[0-9]+[余多]?[名位家])?[^,。;、了着过]{{0,8}}?(?:{kinds})")


def _at(
    article: Annotated,
    bounds: tuple[int, int],
    meeting: int | None,
    who: Sequence[Bound],
    deed: tuple[tuple[int, int], str],
) -> Iterator[Fact]:
    """The facts that they attend the meeting, with its mention in the sentence where there is one."""
    at = named_in(article, meeting, *bounds)
    return _facts(article, who, at, deed, meeting)


def _senders(article: Annotated, bounds: tuple[int, int], meeting: int) -> Iterator[Fact]:
    start, end = bounds
    flat = article.sheet.flat
    for origin in _FROM.finditer(flat, start, end):
        come = _COME.search(flat, origin.end(), end)
        stop = re.compile("[;。]").search(flat, origin.end(), end)
        if come is None or (stop and stop.start() < come.start()):
            continue
        bodies = spoken(article, origin.end(), come.start(), "Organization")
        at = named_in(article, meeting, start, end)
        yield from _facts(article, bodies, at, (come.span(), "participant"), meeting)


def _facts(
    article: Annotated,
    bodies: Sequence[Bound],
    at: Bound | None,
    deed: tuple[tuple[int, int], str],
    meeting: int | None = None,
) -> Iterator[Fact]:
    thing = at.things[0] if at is not None else meeting
    if thing is None:
        return
    trigger, role = deed
    yield from attended(article, bodies, (thing, at), trigger, Part(role, f"{role} named in passing", 0.8))
