"""ATTENDED told in passing: 甲报社主办的某论坛, 来自乙公司的代表参会, 在丙的见证下, 听取丁的汇报, 前来出席的戊."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract.annotated import Annotated, Bound, Fact, ends
from kg.extract.days import day
from kg.extract.deeds import in_list, takers
from kg.extract.lists import gap, spoken
from kg.extract.moods import mood
from kg.extract.occasions import occasions
from kg.language.classes import ATTENDING, COMITATIVES, CONVENING, one_of
from kg.language.lexicon import any_of, words

# 甲、|市文联|联合主办的: a body that nothing resolves may stand between.
_HOSTED = re.compile(
    f"(?:[、和与及][^,。;、和与的]{{2,16}}){{0,2}}(?:等|政府)?(?:共同|联合)?(?P<verb>{any_of(words('hosting_verbs'))}|组织|发起)的(?:[^,。;]{{1,40}}的)?"
)
_LISTED = re.compile(f"[、和与及]|以及|(?:牵头)?(?:{COMITATIVES})")
_FROM = re.compile(r"来自(?!于)")
_COME = re.compile(r"参会|参加(?!工作)|出席|与会|参展|齐聚|汇聚|到会|赴会|相聚")


_COMES = re.compile(f"(?P<verb>{ATTENDING})了?(?:在[^,。;]{{2,16}}(?:{CONVENING})的|本次|此次|即将举行的)?$")
# 欢迎|某国国王甲|来华|出席某博览会
_WELCOMED = re.compile(
    r"(?:欢迎|感谢)(?P<who>[^,。;]{2,40}?)(?:作为[^,。;]{2,16})?(?:访华|来华|来访|来[\u3400-\u9fff]{1,3}|赴[\u3400-\u9fff]{1,4})"
    r"(?:访问)?并?(?P<verb>出席|参加)(?:本次|此次|在[^,。;]{2,16}举行的)?$"
)
_OF = re.compile("(?:开幕式|活动)?的")
_CLOSES = re.compile("[。;!?:]|一行|举行|会见|会谈|座谈|率领|率")
# All posts of one person before the name.
_POSTS = 50
_WITNESSED = re.compile(r"在(?P<who>[^。;]{2,300}?)的?(?:共同)?(?P<verb>见证)(?:之)?下")
_HEARD = re.compile(
    r"(?P<verb>听取)(?:了|并审议了?)?(?P<who>[^,。;:]{2,120}?)(?:关于|就|对|所作的?|作的?|的)[^。;:,]{0,60}?(?:汇报|介绍|报告|通报|说明)"
)
_HOSTING = re.compile("主办|承办|协办|举办")
_BACKS = re.compile("(?:指导|特别支持|支持|协助|赞助)(?=[,。;、]|$)")
# 主办、 in a chain of such verbs, or at the end of its clause; not 主办方, not 主办的.
_IN_TURN = re.compile(f"(?:共同|联合)?(?P<verb>{any_of(words('hosting_verbs'))}|执行承办|具体承办)(?=[,。;、)]|$)")
_OF_ANOTHER = re.compile("(?:共同|联合)?(?:主办|承办)的")
_ROLE = re.compile(
    "(?:(?P<hosts>主办|承办|协办)|学术支持|战略合作|特别支持|支持|指导|合作)(?:单位|机构|方)(?:分别)?(?:为|是|有|包括|:)"
)
# 李文达|在|甲论坛|上的致辞
_ITS_SPEECH = re.compile(
    f"(?:开幕式|闭幕式|开幕会|闭幕会)?上(?:所?作?的|发表的?)?(?:主旨|重要|开幕|闭幕|主题|视频)*(?P<verb>{one_of('speeches')})"
)
_SPEAKER_IN = re.compile(r"(?:(?:主席|总书记|总理|同志|先生|女士|[\d年月日]{2,11}))?在")
_GUIDED = re.compile(r"在(?P<who>[^。;,]{2,60}?)的?(?P<verb>指导)下,")
_SENTENCE_ENDS = re.compile("[。;!?]")
_INVITES = re.compile("(?:特邀|邀请|特别邀请|聘请)了?")
_SPEAKS = re.compile(
    f"{one_of('lecturing_verbs')}|(?:作|做|带来|进行|开展)了?[^,。;]{{0,16}}?(?:{one_of('talks_given')})"
)
_COMES_ALONG = re.compile("出席|参加|到场|到会|担任|助阵|参与|莅临")
_ADVERB = re.compile("(?:[、和与及][^,。;、和与的]{2,16}?){0,2}(?:等|共同|联合|大力|鼎力|全程|提供|作为)*")


def relate(article: Annotated) -> Iterator[Fact]:
    """Hosts named before the meeting's name, and the organisations from which people came to it."""
    for (start, end), scene in zip(article.sentences(), occasions(article), strict=True):
        yield from _hosts(article, start, end)
        yield from _come_for(article, start, end)
        if scene.meeting is None and not scene.away and _is_rite(article):
            yield from _witnesses(article, (start, end), article.main_meeting)
        if scene.meeting is not None:
            yield from _senders(article, (start, end), scene.meeting)
            yield from _witnesses(article, (start, end), scene.meeting)
            yield from _heard(article, (start, end), scene.meeting)
            yield from _backers(article, (start, end), scene.meeting)
            yield from _in_turn(article, (start, end), scene.meeting)
            yield from _roles(article, (start, end), scene.meeting)
            yield from _invited(article, (start, end), scene.meeting)


def _is_rite(article: Annotated) -> bool:
    """Whether the article tells of a ceremony: who witnesses something before it is named is there."""
    return article.main_meeting is not None and article.things[article.main_meeting].name.endswith("仪式")


def _hosts(article: Annotated, start: int, end: int) -> Iterator[Fact]:
    flat = article.sheet.flat
    bodies = article.between(start, end, "Organization")
    for meeting in article.between(start, end, "Meeting"):
        before = [body for body in bodies if body.end <= meeting.start]
        verb = _HOSTED.fullmatch(flat, before[-1].end, meeting.start) if before else None
        if verb is not None and meeting.things:
            yield from _facts(article, _list(article, before), meeting, (verb.span("verb"), "host"))
        yield from _spoken_at(article, meeting, start)


def _spoken_at(article: Annotated, meeting: Bound, start: int) -> Iterator[Fact]:
    """李文达在甲论坛上的致辞: a speech that bears the meeting's name was held there."""
    speech = _ITS_SPEECH.match(article.sheet.flat, meeting.end)
    people = spoken(article, start, meeting.start, "Person") if speech and meeting.things else []
    if speech and people and _SPEAKER_IN.fullmatch(article.sheet.flat, people[-1].end, meeting.start):
        yield from _facts(article, people[-1:], meeting, (speech.span("verb"), "speaker"))


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
        named = spoken(article, match.start("who"), match.end("who"), "Person", "Organization")
        people = [b for b in named if b.type == "Person"]
        yield from _at(article, bounds, meeting, people or named, (match.span("verb"), "speaker"))


def _backers(article: Annotated, bounds: tuple[int, int], meeting: int) -> Iterator[Fact]:
    """活动由甲局指导,乙公司主办,丙银行支持: who backs it takes part."""
    flat = article.sheet.flat
    if not _HOSTING.search(flat, *bounds):
        return
    for match in _GUIDED.finditer(flat, *bounds):
        guides = article.between(match.start("who"), match.end("who"), "Organization")
        if guides and guides[0].start == match.start("who"):
            yield from _at(article, bounds, meeting, guides, (match.span("verb"), "participant"))
    for match in _BACKS.finditer(flat, *bounds):
        bodies = article.between(article.sheet.clause(match.start())[0], match.start(), "Organization")
        if bodies and _ADVERB.fullmatch(flat, bodies[-1].end, match.start()):
            yield from _at(article, bounds, meeting, _list(article, bodies), (match.span(), "participant"))


def _in_turn(article: Annotated, bounds: tuple[int, int], meeting: int) -> Iterator[Fact]:
    """由甲局主办、乙公司承办、丙协会协办: each verb has the bodies between it and the one before."""
    flat, left = article.sheet.flat, bounds[0]
    for verb in _IN_TURN.finditer(flat, *bounds):
        left = max(left, article.sheet.clause(verb.start())[0])
        bodies = article.between(left, verb.start(), "Organization")
        if bodies and _ADVERB.fullmatch(flat, bodies[-1].end, verb.start()):
            listed = [b for b in _list(article, bodies) if not _OF_ANOTHER.match(flat, b.end)]
            yield from _at(article, bounds, meeting, listed, (verb.span("verb"), "host"))
        left = verb.end()


def _roles(article: Annotated, bounds: tuple[int, int], meeting: int) -> Iterator[Fact]:
    """学术支持单位为甲学会、乙大学."""
    flat = article.sheet.flat
    for match in _ROLE.finditer(flat, *bounds):
        bodies = article.between(match.end(), bounds[1], "Organization")
        if not bodies or bodies[0].start - match.end() > 1:
            continue
        listed = [bodies[0]]
        for body in bodies[1:]:
            if not _LISTED.fullmatch(flat, listed[-1].end, body.start):
                break
            listed.append(body)
        role = "host" if match["hosts"] else "participant"
        yield from _at(article, bounds, meeting, listed, (match.span(), role))


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
            continue
        if mood(article.sheet, invites.span()) == "done":
            role = "speaker" if speaks else "participant"
            yield from _at(article, bounds, meeting, people, (deed.span(), role))


def _at(
    article: Annotated,
    bounds: tuple[int, int],
    meeting: int | None,
    who: Sequence[Bound],
    deed: tuple[tuple[int, int], str],
) -> Iterator[Fact]:
    """The facts that they attend the meeting, with its mention in the sentence where there is one."""
    at = next((b for b in article.all_between(*bounds, "Meeting") if meeting in b.things), None)
    return _facts(article, who, at, deed, meeting)


def _list(article: Annotated, bodies: Sequence[Bound]) -> list[Bound]:
    """The bodies enumerated up to the last one."""
    listed = [bodies[-1]]
    for body in reversed(bodies[:-1]):
        if not _LISTED.fullmatch(gap(article, body, listed[0])):
            break
        listed.insert(0, body)
    return listed


def _senders(article: Annotated, bounds: tuple[int, int], meeting: int) -> Iterator[Fact]:
    start, end = bounds
    flat = article.sheet.flat
    for origin in _FROM.finditer(flat, start, end):
        come = _COME.search(flat, origin.end(), end)
        stop = re.compile("[;。]").search(flat, origin.end(), end)
        if come is None or (stop and stop.start() < come.start()):
            continue
        bodies = spoken(article, origin.end(), come.start(), "Organization")
        at = next((b for b in article.all_between(start, end, "Meeting") if meeting in b.things), None)
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
    (trigger, role) = deed
    when = day(article, trigger)
    for body, bound in ends(bodies):
        yield article.fact(
            (body, bound),
            "ATTENDED",
            (thing, at),
            trigger=trigger,
            rule=f"{role} named in passing",
            properties={"role": role, "date": when} if when else {"role": role},
            confidence=0.8,
        )
