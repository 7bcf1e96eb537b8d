"""ATTENDED told in passing: 甲报社主办的某论坛, 来自乙公司、丙大学等单位的代表参会."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract.annotated import Annotated, Bound, Fact, ends
from kg.extract.lists import spoken
from kg.extract.occasions import occasions

_HOSTED = re.compile(r"(?:等)?(?:共同|联合)?(?P<verb>主办|承办|协办|举办)的")
_LISTED = re.compile(r"[、和与及]|以及")
_FROM = re.compile(r"来自(?!于)")
_COME = re.compile(r"参会|参加|出席|与会|参展|齐聚|汇聚|到会|赴会|相聚")


def relate(article: Annotated) -> Iterator[Fact]:
    """Hosts named before the meeting's name, and the organisations from which people came to it."""
    for (start, end), scene in zip(article.sentences(), occasions(article), strict=True):
        yield from _hosts(article, start, end)
        if scene.meeting is not None:
            yield from _senders(article, (start, end), scene.meeting)


def _hosts(article: Annotated, start: int, end: int) -> Iterator[Fact]:
    flat = article.sheet.flat
    bodies = article.between(start, end, "Organization")
    for meeting in article.between(start, end, "Meeting"):
        before = [body for body in bodies if body.end <= meeting.start]
        verb = _HOSTED.fullmatch(flat, before[-1].end, meeting.start) if before else None
        if verb is not None and meeting.things:
            yield from _facts(article, _list(article, before), meeting, (verb.span("verb"), "host"))


def _list(article: Annotated, bodies: Sequence[Bound]) -> list[Bound]:
    """The bodies enumerated up to the last one."""
    listed = [bodies[-1]]
    for body in reversed(bodies[:-1]):
        if not _LISTED.fullmatch(article.sheet.flat[body.end : listed[0].start].strip()):
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
    for body, bound in ends(bodies):
        yield article.fact(
            (body, bound),
            "ATTENDED",
            (thing, at),
            trigger=trigger,
            rule=f"{role} named in passing",
            properties={"role": role},
            confidence=0.8,
        )
