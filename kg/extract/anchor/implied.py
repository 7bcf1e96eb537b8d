"""Talks that no sentence tells with both sides: by the title, by those who speak in turn, or by a welcome."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cache

from kg.extract.anchor.headline import title_sides
from kg.extract.anchor.register import Register
from kg.extract.annotated import Bound, Talk
from kg.extract.moods import mood
from kg.extract.sheet import Sheet
from kg.language.classes import ENCOUNTERS, LOCALIZERS
from kg.language.lexicon import any_of, words

_JOINED = re.compile(f"(?:参加|出席)了?(?P<verb>{ENCOUNTERS})(?=[,。;]|$)")
# 会谈后,|两国领导人共同见证: what was talk before is told by what came around it.
_AROUND = re.compile(f"(?:^|(?<=[。!?\n ]))(?P<verb>{ENCOUNTERS})(?:开始前|结束后|前|后)(?=[,两双])")
_SIDES = 2
# A post at most stands before the speaker's name at the head of a sentence.
_OPENS = 24
# 甲|对乙一行的到来|表示欢迎, where the story has a talk.
_WELCOMES = re.compile(
    r"(?:代表[^,。;]{2,20})?对(?P<guest>[^,。;]{2,50}?)(?:一行|先生|女士|董事长|总裁|总经理|的到来|来[\u3400-\u9fff]{1,3}|到访|来访|考察|率队)"
    r"[^,。;]{0,16}表示(?P<verb>[^,。;]{0,6}欢迎)"
)
_RECEIVES = re.compile("(?:热情|亲切|共同)?接待了?(?!室|处|中心|员|站|游客|群众|能力|人次|办|服务)")
_BOTH_TALK = re.compile(
    f"(?:双方|并|宾主)(?:[^,。;]{{0,12}}?|[^,。;]{{0,4}}(?:就|围绕)[^。;]{{2,40}}?)(?P<verb>{ENCOUNTERS}|友好交流|深入交流)(?!会)"
)
# 李文达一行|到访, 周明远率队|走访: whom a story tells to have come.
_COMES = re.compile("(?:一行|率[^,。;]{0,12}|带队|带领[^,。;]{0,12}|等?[^,。;]{0,8}一行)")
# 李文达一行于昨日|到访甲协会
_VISITS = re.compile("(?:到访|来访|造访|走访|拜访|访问|考察|调研|莅临|来到|赴|前往|走进)了?$")
# 甲省与乙集团(在北京)举行(工作)会谈,
_BODIES_TALK = re.compile(
    r"(?P<left>[^,。;\s日与同和]{2,16})[与同和](?P<right>[^,。;与同和]{2,24}?)(?:在[^,。;在]{2,12})?举行了?"
    "(?P<verb>(?:高层|工作|合作|友好)?(?:会谈|座谈|会晤))[,。]"
)
_ATTEND = re.compile("出席|参加|讲话|致辞")
# 座谈中, 座谈会上, 会谈时: what opens the part of a story that tells the talk.
_SESSION = re.compile(f"(?:{ENCOUNTERS}|交流)(?:会上|过程中|{LOCALIZERS}),")
_TALK = re.compile("座谈(?!会精神)|会谈|会见|会晤|洽谈(?!会)")


def implied_talks(
    sheet: Sheet, people: Sequence[Bound], register: Register, bodies: Sequence[Bound] = ()
) -> list[Talk]:
    """The talk that the title, a welcome or the two who speak in turn tell; nothing where none does."""
    return (
        _titled(sheet, people, register)
        or _by_welcome(sheet, people, register)
        or _received(sheet, people, register)
        or _at_body(sheet, people, bodies, register)
        or _in_session(sheet, people, register)
        or _of_bodies(sheet, people, bodies, register)
        or talk_of_two_speakers(sheet, people, register)
    )


def _titled(sheet: Sheet, people: Sequence[Bound], register: Register) -> list[Talk]:
    """The talk that only the title tells with both its sides: 赵一、钱二与某局局长孙三座谈."""
    sides = title_sides(sheet.article.title or "")
    verb = re.compile(ENCOUNTERS).search(sheet.flat)
    if sides is None or verb is None:
        return []
    first: dict[str, Bound] = {}
    for bound in people:
        first.setdefault(bound.spot.text, bound)
    hosts, guests = (tuple(b for name, b in first.items() if name in side) for side in sides)
    if not hosts or not guests or set(hosts) & set(guests):
        return []
    name = f"{_joined(hosts)}与{_joined(guests)}{verb.group()}"
    return [Talk(hosts, guests, *verb.span(), register.add("Meeting", [name]))]


def _by_welcome(sheet: Sheet, people: Sequence[Bound], register: Register) -> list[Talk]:
    """甲对乙一行来青考察表示欢迎。…座谈: who welcomes and who is welcomed talk with each other."""
    talk = _TALK.search(sheet.flat)
    if talk is None:
        return []
    for host in people:
        welcome = _WELCOMES.match(sheet.flat, host.end)
        if welcome is None or mood(sheet, welcome.span("verb")) == "denied":
            continue
        guests = [b for b in people if welcome.start("guest") <= b.start and b.end <= welcome.end("guest") + 1]
        if guests and not set(host.things) & set(guests[0].things):
            name = f"{host.spot.text}与{_joined(guests)}{talk.group()}"
            return [Talk((host,), tuple(guests), *talk.span(), register.add("Meeting", [name]))]
    return []


def _received(sheet: Sheet, people: Sequence[Bound], register: Register) -> list[Talk]:
    """甲一行到访丙,丁热情接待,双方座谈; 丁接待了甲,并进行座谈: who comes and who receives talk."""
    for talk in _BOTH_TALK.finditer(sheet.flat):
        start, _ = sheet.sentence(talk.start())
        if sheet.flat.startswith(("双方", "宾主"), start) and start:
            start, _ = sheet.sentence(start - 1)
        receives = _RECEIVES.search(sheet.flat, start, talk.start())
        here = [b for b in people if start <= b.start and b.end <= talk.start()]
        if receives is None or mood(sheet, talk.span("verb")) != "done":
            continue
        left, right = sheet.clause(receives.start())
        hosts = tuple(b for b in here if left <= b.start and b.end <= receives.start())
        under = sheet.flat.find("受到", left, receives.start())  # 受到丁的|热情接待
        hosts = tuple(b for b in hosts if b.start > under)
        guests = tuple(b for b in here if receives.end() <= b.start < right) or tuple(b for b in here if b.end <= left)
        guests = guests or _came(sheet, people, start)
        if hosts and guests and not {t for b in hosts for t in b.things} & {t for b in guests for t in b.things}:
            name = f"{_joined(hosts)}与{_joined(guests)}{talk['verb']}"
            return [Talk(hosts, guests, *talk.span("verb"), register.add("Meeting", [name]))]
    return []


def _at_body(sheet: Sheet, people: Sequence[Bound], bodies: Sequence[Bound], register: Register) -> list[Talk]:
    """甲一行到访丙协会,双方座谈。丙协会会长丁指出…: who comes, and the first to speak for whom they visit."""
    for talk in _BOTH_TALK.finditer(sheet.flat):
        start, end = sheet.sentence(talk.start())
        guests = tuple(b for b in people if start <= b.start < talk.start() and _COMES.match(sheet.flat, b.end))[-1:]
        visited = [b for b in bodies if guests and guests[0].end < b.start < talk.start()][:1]
        visited = [b for b in visited if _VISITS.search(sheet.flat, guests[0].end, b.start)]
        if not visited or mood(sheet, talk.span("verb")) != "done":
            continue
        host = speaker_for(sheet, people, bodies, visited[0], end)
        if host is not None and not set(host.things) & set(guests[0].things):
            name = f"{_joined(guests)}与{host.spot.text}{talk['verb']}"
            return [Talk((host,), guests, *talk.span("verb"), register.add("Meeting", [name]))]
    return []


def speaker_for(
    sheet: Sheet, people: Sequence[Bound], bodies: Sequence[Bound], body: Bound, start: int
) -> Bound | None:
    """The first person behind `start` who speaks with a post at the body right before the name."""
    own = [b.end for b in bodies if b.start >= start and set(b.things) & set(body.things)]
    speakers = (b for b in people if b.start >= start and _speaks().match(sheet.flat, b.end))
    return next((b for b in speakers if any(0 <= b.start - at <= _OPENS for at in own)), None)


def _came(sheet: Sheet, people: Sequence[Bound], end: int) -> tuple[Bound, ...]:
    """Who was told to have come before `end`: 李文达一行到访…, 周明远率队走访…; the last one, or nobody."""
    return tuple(b for b in people if b.end < end and _COMES.match(sheet.flat, b.end))[-1:]


def _in_session(sheet: Sheet, people: Sequence[Bound], register: Register) -> list[Talk]:
    """甲一行到访某公司。座谈会上,丙介绍…。甲表示…: who came and speaks, and the first other one who speaks there."""
    for session in _SESSION.finditer(sheet.flat):
        start, _ = sheet.sentence(session.start())
        guests = _came(sheet, people, start)
        if session.start() != start or not guests:
            continue
        stop = sheet.sentences[min(sheet.sentence_index(start) + 2, len(sheet.sentences) - 1)][1]
        speakers = [b for b in people if start <= b.start < stop and _speaks().match(sheet.flat, b.end)]
        hosts = tuple(b for b in speakers if b.things != guests[0].things)[:1]
        if hosts and any(b.things == guests[0].things for b in speakers):
            verb = session.group()[:2]
            name = f"{_joined(hosts)}与{_joined(guests)}{verb}"
            at = (session.start(), session.start() + len(verb))
            return [Talk(hosts, guests, *at, register.add("Meeting", [name]))]
    return []


def _of_bodies(sheet: Sheet, people: Sequence[Bound], bodies: Sequence[Bound], register: Register) -> list[Talk]:
    """甲省与乙集团举行会谈,省长丙、乙集团董事长丁出席: the first who is named, and who leads the other body."""
    for talk in _BODIES_TALK.finditer(sheet.flat):
        start, end = sheet.sentence(talk.start())
        met = next((b for b in bodies if b.start == talk.start("right")), None)
        if (
            met is None
            or any(start <= b.start < talk.end() for b in people)
            or mood(sheet, talk.span("verb")) != "done"
        ):
            continue
        stop = end if sheet.clause(talk.end())[1] < end - 1 else sheet.sentence(end)[1]
        there = [b for b in people if talk.end() <= b.start < stop]
        attend = _ATTEND.search(sheet.flat, there[0].end, stop) if there else None
        listed = [b for b in there if attend is not None and b.end <= attend.start()]
        own = [b.end for b in bodies if b.start >= talk.end() and set(b.things) & set(met.things)]
        guest = next((b for b in listed[1:] if any(0 <= b.start - at <= _OPENS for at in own)), None)
        if guest is not None and listed[0].things != guest.things:
            name = f"{talk['left']}与{met.spot.text}{talk['verb']}"
            meeting = register.add("Meeting", [name])
            return [Talk((listed[0],), (guest,), *talk.span("verb"), meeting)]
    return []


@cache
def _speaks() -> re.Pattern[str]:
    """A form of address and a verb of saying right behind a name."""
    return re.compile(rf"(?:{any_of(words('honorifics'))})?(?:还|又|首先|随后)?(?:{any_of(words('say_verbs'))})")


def talk_of_two_speakers(
    sheet: Sheet, people: Sequence[Bound], register: Register, known: Collection[frozenset[int]] = ()
) -> list[Talk]:
    """The talk of a story whose first lines are lost: 甲强调…。乙表示…。丙参加会见: the two who speak in turn.

    known: the sides of talks that are told, each as the things of both.
    """
    joined = _JOINED.search(sheet.flat) or _AROUND.search(sheet.flat)
    if joined is None:
        return []
    first: dict[tuple[int, ...], Bound] = {}
    for start, end in sheet.sentences:
        speaker = next((b for b in people if start <= b.start < end), None)
        if speaker is None or speaker.start - start > _OPENS or end > joined.start():
            continue
        if _speaks().match(sheet.flat, speaker.end):
            first.setdefault(speaker.things, speaker)
    if len(first) != _SIDES:
        return []
    host, guest = first.values()
    if frozenset((*host.things, *guest.things)) in known:
        return []
    verb = joined["verb"]
    link = "" if verb == "会见" else "与"
    name = f"{host.spot.text}{verb}{guest.spot.text}" if not link else f"{host.spot.text}{link}{guest.spot.text}{verb}"
    return [Talk((host,), (guest,), *joined.span("verb"), register.add("Meeting", [name]))]


def _joined(side: Sequence[Bound]) -> str:
    return "、".join(dict.fromkeys(bound.spot.text for bound in side))
