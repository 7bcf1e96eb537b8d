"""ATTENDED of bodies that hold or back a happening: 由甲局主办、乙会(丙队)承办, 得到丁银行支持, 戊担任指导单位."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from kg.extract.annotated import Annotated, Bound, Fact
from kg.extract.attending import Part, attended, named_in
from kg.extract.briefings import is_briefing, whose_hosts
from kg.extract.lists import gap, led, plain, run_from, spoken
from kg.extract.occasions import occasions
from kg.language.classes import ADVERBS, COMITATIVES, CONVENING, LISTED_BODIES, TIMES, one_of
from kg.language.lexicon import any_of, words

# A list may hold bodies that nothing resolves: 甲局、|市文联|、乙会.
_UNKNOWN = "(?:[、和与及][^,。;、和与的由在:]{2,16}?){0,2}"
_LISTED = re.compile(f"{_UNKNOWN}(?:[、和与及]|以及|(?:牵头)?(?:{COMITATIVES}))")
_ADVERB = re.compile(
    f"{_UNKNOWN}(?:等(?:[^,。;、]{{0,6}}(?:{LISTED_BODIES}|单位|部门|机构))?|共同|联合|合作|携手|牵头|大力|鼎力|全程|独家|倾情|提供|作为|具体|协同)*"
)
# 甲局、|乙处,丙公司; 甲市委|网信委,丙公司: what follows the last name that is known, its own end where that is longer.
_NEXT_BODY = re.compile(
    "(?P<rest>[\u3400-\u9fff]{0,6}?)(?:[、,][^,。;、的]{2,14}){0,3}(?:[、,和及与]|以及)[\u3400-\u9fff]{0,8}"
)
_FIRST = re.compile("(?:[\u3400-\u9fff]{2,16}[、,]){0,3}")  # 由|省委网信办、|甲局: those that nothing resolves
_OTHER_VERB = re.compile("主办|承办|协办|指导|支持|举行|举办|主持|发起|组织实施")
_HOSTING = re.compile("主办|承办|协办|举办|合办|联办|组织")
# 甲、|市文联|联合主办的: a body that nothing resolves may stand between.
_HOSTED = re.compile(
    f"{_UNKNOWN}(?:等[^,。;、]{{0,4}}|政府)?(?:在[^,。;的]{{2,20}}|以[^,。;]{{2,40}}为主题)?(?:共同|联合|合作|携手|牵头)?"
    f"(?P<verb>{any_of(words('hosting_verbs'))}|组织|发起|策划|开展)的“?(?:[^,。;]{{1,40}}的)?"
    "(?:本[届次场]|此次|这次|[0-9]{4}年?度?|今年的?)?“?"
)
# 甲论坛|是由|乙会主办的|一项盛会; 甲赛|是|乙会发起的
_IS_BY = re.compile("”?(?:一直)?(?:是|系|为)由?")
_HELD_BY = re.compile(
    f"{_UNKNOWN}(?:等[^,。;、]{{0,8}})?(?:共同|联合|牵头)*(?P<verb>{any_of(words('hosting_verbs'))}|组织|发起|创立|组织举办)的"
)
_HELD_LAST = re.compile(f"[,、][^,。;的]{{2,60}}(?:{any_of(words('hosting_verbs'))})的“?$")
_REACH = 100
# 在|甲局15日举行的|新闻发布会上: who tells the press is no house.
_TOLD_PRESS = re.compile(
    f"(?:{ADVERBS}|{TIMES}|本月|上月|\\s){{0,5}}(?:{CONVENING})的(?:本次|此次|首场|例行|第[0-9一二三四五六七八九十]{{1,3}}场|“)?"
)
_HOUSE = re.compile(f"(?:{one_of('houses_for_the_press')})$")
# 活动由|甲局牵头|,乙局参与; 晚会由|甲馆筹办
_LED = re.compile(
    f"(?:{one_of('happenings_in_short')})(?<!项目)(?<!行动)(?:还|也|均|是|将)?由(?P<who>[^。;:]{{2,120}}?)"
    f"(?P<verb>{one_of('verbs_of_planners')})(?=[,。;、]|$)"
)
_OF_ANOTHER = re.compile("(?:共同|联合)?(?:主办|承办)的")
_GUIDED = re.compile(r"在(?P<who>[^。;,]{2,60}?)的?(?P<verb>指导)下,")

# 仪式在|甲局|举办: the house in which it was; 在|甲局|主办的论坛上 goes on to what it holds.
_INSIDE, _GOES_ON = re.compile("[在于]$"), re.compile("[\u3400-\u9fff、]{0,8}的")


@cache
def _in_turn_verbs() -> re.Pattern[str]:
    """主办、 in a chain of such verbs, or at the end of its clause; not 主办方, not 主办的."""
    return re.compile(
        f"(?:共同|联合|合作|携手)?(?P<verb>{any_of(words('hosting_verbs'))}|执行承办|具体承办|组织实施)(?=[,。;、)]|$)"
    )


@cache
def _backing() -> re.Pattern[str]:
    """丙银行|支持,: who backs it is no host."""
    return re.compile(f"为?(?:{one_of('backing_verbs')})(?=[,。;、]|$)")


@cache
def _backed() -> re.Pattern[str]:
    """活动|得到了|甲会、乙银行|的大力支持."""
    return re.compile(
        f"(?:(?:{one_of('happenings_in_short')})(?:还|也|同时|均)?|[,。;](?:并|还)?)(?:得到|获得|受到)了?"
        f"(?P<who>[^。;:]{{2,120}}?)(?:等(?:{LISTED_BODIES})?)?的?[^,。;、的]{{0,4}}?"
        f"(?P<verb>{one_of('backing_verbs')})(?=[,。;、]|$)"
    )


@cache
def _role() -> re.Pattern[str]:
    """学术支持单位为|甲学会."""
    return re.compile(
        f"(?:(?P<hosts>主办|承办|协办)|{one_of('backing_roles')})(?:单位|机构|方)(?:分别)?(?:为|是|有|包括|由|:)"
    )


@cache
def _serves() -> re.Pattern[str]:
    """甲协会|担任|指导单位."""
    return re.compile(
        f"(?:担任|作为|系|是|为)(?:了|本次|此次|活动|赛事|大会|论坛|的|特别|唯一|官方)*"
        f"(?:(?P<hosts>主办|承办|协办)|{one_of('backing_roles')})(?:单位|机构|方)(?=[,。;、]|$)"
    )


def relate(article: Annotated) -> Iterator[Fact]:
    """Hosts named before the meeting's name, and who holds or backs the one that a sentence is about."""
    for (start, end), scene in zip(article.sentences(), occasions(article), strict=True):
        yield from _hosts(article, start, end)
        meeting = whose_hosts(article, (start, end), scene.meeting)
        if meeting is not None:
            yield from _backers(article, (start, end), meeting)
            yield from _in_turn(article, (start, end), meeting)
            yield from _roles(article, (start, end), meeting)


def _hosts(article: Annotated, start: int, end: int) -> Iterator[Fact]:
    """由甲省主办,乙局承办的某论坛: those of the verb before the name, and of the verbs before it in the chain."""
    flat = article.sheet.flat
    for meeting in article.between(start, end, "Meeting"):
        yield from _held_by(article, meeting, end)
        before = spoken(article, start, meeting.start, "Organization")
        yield from _to_the_press(article, before, meeting)
        verb = _HOSTED.fullmatch(flat, _behind(article, before[-1]), meeting.start) if before else None
        if verb is None or not meeting.things:
            yield from _behind_strangers(article, start, meeting)
            continue
        listed = _list(article, before)
        if flat[max(start, listed[0].start - 1)] == ",":
            listed = [*_over_commas(article, start, listed[0].start - 1), *listed]
        yield from _facts(article, listed, (meeting.things[0], meeting), (verb.span("verb"), "host"))
        for more in _in_turn_verbs().finditer(flat, start, listed[0].start):
            if more.end() + 1 < listed[0].start:
                continue
            others = _bodies_to(article, start, more.start())
            yield from _facts(article, others, (meeting.things[0], meeting), (more.span("verb"), "host"))


def _behind_strangers(article: Annotated, start: int, meeting: Bound) -> Iterator[Fact]:
    """由甲局|主办,|某社区党委承办的|乙晚会: those of the verb before the last, whose own nothing resolves."""
    flat, by = article.sheet.flat, article.sheet.flat.rfind("由", start, meeting.start)
    last = (
        _HELD_LAST.search(flat, max(by, meeting.start - _REACH), meeting.start) if by >= 0 and meeting.things else None
    )
    for verb in _in_turn_verbs().finditer(flat, by, last.start()) if last is not None else ():
        bodies = _bodies_to(article, by + 1, verb.start())
        if bodies and led(article, bodies[0]) == by + 1:
            yield from _facts(article, bodies, (meeting.things[0], meeting), (verb.span("verb"), "host"))
            return


def _to_the_press(article: Annotated, before: Sequence[Bound], meeting: Bound) -> Iterator[Fact]:
    """在甲局15日举行的|新闻发布会上: the body that holds the briefing."""
    if not before or not meeting.things or not is_briefing(article.things[meeting.things[0]].name):
        return
    body, flat = before[-1], article.sheet.flat
    if _TOLD_PRESS.fullmatch(flat, body.end, meeting.start) and not _HOUSE.search(body.spot.text):
        yield from _facts(article, [body], (meeting.things[0], meeting), ((body.end, meeting.start), "host"))


def _held_by(article: Annotated, meeting: Bound, end: int) -> Iterator[Fact]:
    """甲论坛|是由乙会主办的|一项盛会: hosts of the verb that says what the happening is."""
    flat = article.sheet.flat
    opens = _IS_BY.match(flat, meeting.end, end)
    bodies = spoken(article, opens.end(), end, "Organization") if opens is not None else []
    if opens is None or not bodies or not meeting.things or led(article, bodies[0]) != opens.end():
        return
    for at, body in enumerate(bodies):
        verb = _HELD_BY.match(flat, body.end, end)
        if verb is not None:
            listed = _list(article, bodies[: at + 1])
            yield from _facts(article, listed, (meeting.things[0], meeting), (verb.span("verb"), "host"))
            return


def _backers(article: Annotated, bounds: tuple[int, int], meeting: int) -> Iterator[Fact]:
    """活动由甲局指导,乙公司主办,丙银行等单位支持; 活动得到丁会支持: who backs it takes part."""
    flat = article.sheet.flat
    for match in _backed().finditer(flat, *bounds):
        named = spoken(article, match.start("who"), match.start("verb"), "Organization")
        if named and not flat[match.start("who") : named[0].start].strip("到了"):
            run = run_from(article, named, 0)
            yield from _facts(article, run, _at(article, bounds, meeting), (match.span("verb"), "participant"))
    if not _HOSTING.search(flat, *bounds):
        return
    for match in _GUIDED.finditer(flat, *bounds):
        guides = article.between(match.start("who"), match.end("who"), "Organization")
        if guides and guides[0].start == match.start("who"):
            yield from _facts(article, guides, _at(article, bounds, meeting), (match.span("verb"), "participant"))
    for match in _backing().finditer(flat, *bounds):
        bodies = _bodies_to(article, article.sheet.clause(match.start())[0], match.start())
        yield from _facts(article, bodies, _at(article, bounds, meeting), (match.span(), "participant"))


def _in_turn(article: Annotated, bounds: tuple[int, int], meeting: int) -> Iterator[Fact]:
    """由甲局主办、乙公司承办、丙协会协办: each verb has the bodies between it and the one before."""
    flat, left = article.sheet.flat, bounds[0]
    for verb in _LED.finditer(flat, *bounds):
        bodies = _bodies_to(article, verb.start("who"), verb.start("verb"))
        yield from _facts(article, bodies, _at(article, bounds, meeting), (verb.span("verb"), "host"))
    for verb in _in_turn_verbs().finditer(flat, *bounds):
        left = max(left, article.sheet.clause(verb.start())[0])
        bodies = _bodies_to(article, left, verb.start())
        if bodies and _INSIDE.search(flat, left, bodies[0].start) and not _GOES_ON.match(flat, verb.end()):
            bodies = []
        if bodies and bodies[0].start - left <= 1 and left > 0 and flat[left - 1] == ",":
            bodies = [*_over_commas(article, bounds[0], left - 1), *bodies]
        listed = [b for b in bodies if not _OF_ANOTHER.match(flat, b.end)]
        yield from _facts(article, listed, _at(article, bounds, meeting), (verb.span("verb"), "host"))
        left = verb.end()


def _over_commas(article: Annotated, start: int, comma: int) -> list[Bound]:
    """由甲局,乙局丙处、丁处,|戊公司联合主办: the bodies of the list before a comma, back to 由; none where no 由 is."""
    flat, by = article.sheet.flat, article.sheet.flat.rfind("由", start, comma)
    bodies = spoken(article, by + 1, comma, "Organization") if by >= 0 else []
    if not bodies or not _FIRST.fullmatch(flat, by + 1, led(article, bodies[0])) or _OTHER_VERB.search(flat, by, comma):
        return []
    gaps = [_NEXT_BODY.fullmatch(flat, one.end, other.start) for one, other in pairwise(bodies)]
    cut = [one.start for one, behind in zip(bodies, gaps, strict=False) if behind is not None and behind["rest"]]
    return [body for body in bodies if body.start not in cut] if all(gaps) else []


def _roles(article: Annotated, bounds: tuple[int, int], meeting: int) -> Iterator[Fact]:
    """学术支持单位为甲学会、乙大学; 丙协会担任指导单位."""
    flat = article.sheet.flat
    for match in _role().finditer(flat, *bounds):
        bodies = spoken(article, match.end(), bounds[1], "Organization")
        if bodies and bodies[0].start - match.end() <= 1:
            run = [bodies[0]]
            for body in bodies[1:]:
                if not _LISTED.fullmatch(gap(article, run[-1], body)):
                    break
                run.append(body)
            role = "host" if match["hosts"] else "participant"
            yield from _facts(article, run, _at(article, bounds, meeting), (match.span(), role))
    for match in _serves().finditer(flat, *bounds):
        bodies = _bodies_to(article, article.sheet.clause(match.start())[0], match.start())
        role = "host" if match["hosts"] else "participant"
        yield from _facts(article, bodies, _at(article, bounds, meeting), (match.span(), role))


def _bodies_to(article: Annotated, left: int, verb: int) -> list[Bound]:
    """The bodies enumerated up to a verb, those in brackets left out."""
    bodies = spoken(article, left, verb, "Organization")
    if not bodies or not _ADVERB.fullmatch(plain(article.sheet.flat[bodies[-1].end : verb])):
        return []
    return _list(article, bodies)


def _list(article: Annotated, bodies: Sequence[Bound]) -> list[Bound]:
    """The bodies enumerated up to the last one."""
    listed = [bodies[-1]]
    for body in reversed(bodies[:-1]):
        between = plain(article.sheet.flat[body.end : led(article, listed[0])])
        if not _LISTED.fullmatch(between):
            break
        listed.insert(0, body)
    return listed


def _behind(article: Annotated, body: Bound) -> int:
    """Where the words behind a body go on, behind an aside in brackets."""
    flat = article.sheet.flat
    closing = flat.find(")", body.end) if flat.startswith("(", body.end) else -1
    return closing + 1 if 0 < closing < body.end + 40 else body.end


def _at(article: Annotated, bounds: tuple[int, int], meeting: int) -> tuple[int, Bound | None]:
    """The meeting with its mention in the sentence where there is one."""
    return meeting, named_in(article, meeting, *bounds)


def _facts(
    article: Annotated, bodies: Sequence[Bound], meeting: tuple[int, Bound | None], deed: tuple[tuple[int, int], str]
) -> Iterator[Fact]:
    trigger, role = deed
    return attended(article, bodies, meeting, trigger, Part(role, f"{role} named in passing", 0.8))
