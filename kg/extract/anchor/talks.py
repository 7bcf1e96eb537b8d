"""Talks without a name: 陈刚、吴晓军与王彤宙一行座谈, 习近平会见美国工商界代表."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract.anchor.register import Register
from kg.extract.annotated import Bound, Talk
from kg.extract.sheet import Sheet

_VERB = r"(?:集体|分别|亲切|共同|举行|进行|举行了?工作|友好|成功|再次|再度|短暂|视频|通)?"
_WITH = re.compile(rf"{_VERB}(?P<verb>座谈(?!会)|会谈|会晤|会见|见面|洽谈(?!会)|工作会谈|交流座谈|通电话)")
_MEETS = re.compile(r"(?:集体|分别|亲切|共同|先后)?(?P<verb>会见|会晤|拜会|接见|约见)(?:了|来访的|来青|来宁)?")
_LINK = re.compile(r"[与同和跟]")
_NOT_TALK = re.compile(r"(?:参加|出席|陪同|见证)(?:了)?$")
_END_OF_SIDE = re.compile(r"[,。;:]|一行|等|举行|进行|座谈|会谈|会晤|会见|在")


def find_talks(sheet: Sheet, bounds: Sequence[Bound], register: Register) -> list[Talk]:
    """Every talk that a sentence tells with both its sides; talks of the same sides are one."""
    talks: list[Talk] = []
    for start, end in sheet.sentences:
        people = [b for b in bounds if b.type == "Person" and start <= b.start < end]
        if not people:
            continue
        found = _meets(sheet, people, end) or _with(sheet, people, start, end)
        if found is None:
            continue
        hosts, guests, verb, phrase = found
        talks.append(Talk(tuple(hosts), tuple(guests), *verb, _meeting(sheet, register, (hosts, guests, phrase), talks)))
    return talks


Found = tuple[list[Bound], list[Bound], tuple[int, int], str]


def _meets(sheet: Sheet, people: Sequence[Bound], end: int) -> Found | None:
    """A 会见 B: the subject before the verb meets whom its object names."""
    for match in _MEETS.finditer(sheet.flat, people[0].end, end):
        if _NOT_TALK.search(sheet.flat[max(0, match.start() - 4) : match.start()]):
            continue
        hosts = _side_before(sheet, people, match.start())
        stop = re.compile(r"[,。;:]|$").search(sheet.flat, match.end(), end)
        limit = stop.start() if stop else end
        guests = [b for b in people if match.end() <= b.start]
        guests = _run(sheet, guests)
        phrase = sheet.article.text[match.end() : limit]
        if hosts and (guests or 3 <= len(phrase) <= 40):
            return hosts, guests, (match.start("verb"), match.end("verb")), phrase
    return None


def _with(sheet: Sheet, people: Sequence[Bound], start: int, end: int) -> Found | None:
    """A 与 B 座谈: two runs of people around a linking word, then the verb."""
    for match in _WITH.finditer(sheet.flat, start, end):
        if _NOT_TALK.search(sheet.flat[max(start, match.start() - 4) : match.start()]):
            continue
        before = [b for b in people if b.end <= match.start()]
        link = _last_link(sheet, before, start, match.start())
        if link is None:
            continue
        hosts, guests = [b for b in before if b.end <= link], [b for b in before if b.start > link]
        hosts = [b for b in hosts if b.start >= _subject_floor(sheet, hosts)]
        if hosts and guests:
            return hosts, guests, (match.start("verb"), match.end("verb")), ""
    return None


def _last_link(sheet: Sheet, people: Sequence[Bound], start: int, verb: int) -> int | None:
    """The offset of the 与 that parts the two sides: the last one with people on both sides of it."""
    for match in reversed(list(_LINK.finditer(sheet.flat, start, verb))):
        token = sheet.token_at(match.start())
        if token is None or len(token.text) != 1 or token.tag == "n":
            continue
        if any(b.end <= match.start() for b in people) and any(b.start > match.start() for b in people):
            return match.start()
    return None


def _subject_floor(sheet: Sheet, hosts: Sequence[Bound]) -> int:
    """People of the sentence who are no subject of the talk (代表…) stand before a full comma clause of their own."""
    return hosts[0].start if hosts else 0


def _side_before(sheet: Sheet, people: Sequence[Bound], verb: int) -> list[Bound]:
    """The people of the subject: the run that ends nearest before the verb, in its clause."""
    before = [b for b in people if b.end <= verb]
    if not before or verb - before[-1].end > 45:
        return []
    side = [before[-1]]
    for bound in reversed(before[:-1]):
        gap = sheet.flat[bound.end : side[0].start]
        if not re.fullmatch(r"[、和与,]?[^,。;]{0,40}", gap) or re.search(r"会见|座谈|陪同|出席", gap):
            break
        side.insert(0, bound)
    return side


def _run(sheet: Sheet, people: Sequence[Bound]) -> list[Bound]:
    """The people of the object: up to the first word that ends the list."""
    run: list[Bound] = []
    for bound in people:
        if run and re.search(r"[;。]|一行|时|就|在.{0,12}(?:参加|陪同)|参加|陪同|介绍|表示|强调", sheet.flat[run[-1].end : bound.start]):
            break
        run.append(bound)
    return run


def _meeting(
    sheet: Sheet, register: Register, sides: tuple[Sequence[Bound], Sequence[Bound], str], talks: Sequence[Talk]
) -> int:
    """The thing of the talk: the one found before when a side's people are the same, else a new one with a made name."""
    hosts, guests, phrase = sides
    everyone = {thing for bound in (*hosts, *guests) for thing in bound.things}
    for talk in talks:
        if everyone <= {thing for bound in (*talk.hosts, *talk.guests) for thing in bound.things}:
            return talk.meeting
    return register.add("Meeting", list(_made_names(sheet, hosts, guests, phrase)))


def _made_names(sheet: Sheet, hosts: Sequence[Bound], guests: Sequence[Bound], phrase: str) -> Iterator[str]:
    left = "、".join(dict.fromkeys(bound.spot.text for bound in hosts))
    right = "、".join(dict.fromkeys(bound.spot.text for bound in guests))
    yield f"{left}会见{right or phrase}" if phrase else f"{left}与{right}座谈"
    if right:
        yield f"{left}与{right}一行座谈"
