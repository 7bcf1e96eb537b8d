"""The annotated article: every mention bound to what it means, for the modules that read facts from it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from msgspec import Struct
from msgspec.structs import force_setattr

from kg.extract.sheet import Sheet, Spot

# 甲日报|报道, 甲网|8 月 1 日消息, 甲报|记者李文达, 甲社|获悉, 《丙时报》|曾报道, 丁电视台|(PressTV)13日报道
_TELLS = re.compile(
    r"[》”]?(?:\([^()]{1,24}\))?\s?(?:[0-9]{4}年)?(?:[0-9]{1,2}\s?月\s?)?(?:[0-9]{1,2}\s?[日号]\s?)?(?:曾|此前|日前|近日|[今昨当][日天]|早前|最新|独家|援引[^,。;]{2,12}?)?"
    r"(?:记者(?![站协部])|快?讯(?![息问号])|报道(?![员组])|电[(,:]|消息[称说]?[,:]|获悉)"
)


@dataclass(frozen=True, slots=True)
class Thing:
    """An entity of the article. names: canonical first. properties: what identity across documents may read."""

    type: str
    names: tuple[str, ...]
    properties: Mapping[str, Any] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The canonical name."""
        return self.names[0]


class Bound(Struct, frozen=True, gc=False):
    """A spot and the indices of the things that it means; a Title means none.

    reason: empty where the thing's own name stands there. inner: it lies inside the name of something else.
    """

    spot: Spot
    things: tuple[int, ...] = ()
    reason: str = ""
    inner: bool = False

    # Of the spot, for they are asked for all the time: offset of the first code point, offset behind the last one, node
    # type or Title.
    start: int = -1
    end: int = -1
    type: str = ""

    def __post_init__(self) -> None:
        """Copies what the spot tells."""
        for name in ("start", "end", "type"):
            force_setattr(self, name, getattr(self.spot, name))


@dataclass(frozen=True, slots=True)
class Talk:
    """A 会见, 座谈 or 会谈 of two sides: the bound mentions of each, the span of its verb, its meeting's index."""

    hosts: tuple[Bound, ...]
    guests: tuple[Bound, ...]
    start: int
    end: int
    meeting: int


class Fact(Struct, frozen=True):
    """A triple between things of one article, before it becomes a record.

    subject, object: indices of things. spots: where the ends and the trigger stand, as (role, start, end, via); start
    and end are None for an end that is not written out. confidence: which of the facts that make one triple gives its
    rule and the words of its id, the highest; the confidence of the triple itself comes from `kg.extract.confidence`.
    """

    subject: int
    predicate: str
    object: int
    rule: str
    spots: tuple[tuple[str, int | None, int | None, str], ...]
    properties: Mapping[str, Any] = {}
    confidence: float = 0.8


@dataclass(frozen=True, eq=False)
class Annotated:
    """A sheet with its things, its bound mentions by offset, and the talks and main meeting found in it."""

    sheet: Sheet
    things: tuple[Thing, ...]
    bounds: tuple[Bound, ...]
    talks: tuple[Talk, ...] = ()
    main_meeting: int | None = None

    @cached_property
    def tellers(self) -> frozenset[int]:
        """Where the bodies begin that only tell of it: 据|甲日报|报道, 甲网|8月1日消息."""
        sheet = self.sheet
        bodies = (bound for bound in self.bounds if bound.type == "Organization" and not bound.inner)
        return frozenset(
            body.start
            for body in bodies
            if _TELLS.match(sheet.flat, body.end) and sheet.flat[body.start - 1 : body.start] not in ("从", "自")
        )

    @cached_property
    def _starts(self) -> list[int]:
        return [bound.start for bound in self.bounds]

    def between(self, start: int, end: int, *types: str) -> list[Bound]:
        """The bound mentions that lie in `[start, end)`, of these types (all when none is named), outermost only."""
        starts, outermost = self._chosen.get(types) or self._outermost(types)
        left, right = bisect_left(starts, start), bisect_left(starts, end)
        return [bound for bound in outermost[left:right] if bound.end <= end] if left < right else []

    @cached_property
    def _chosen(self) -> dict[tuple[str, ...], tuple[list[int], list[Bound]]]:
        return {}

    def _outermost(self, types: tuple[str, ...]) -> tuple[list[int], list[Bound]]:
        """The outermost bound mentions of these types and their starts; each choice of types is made once."""
        bounds = [bound for bound in self.bounds if not bound.inner and (not types or bound.type in types)]
        found = self._chosen[types] = [bound.start for bound in bounds], bounds
        return found

    def back_from(self, end: int, start: int, *types: str) -> Iterator[Bound]:
        """What `between` gives, from right to left and one by one: for those who need the nearest only."""
        for index in range(bisect_left(self._starts, end) - 1, bisect_left(self._starts, start) - 1, -1):
            bound = self.bounds[index]
            if bound.end <= end and not bound.inner and (not types or bound.type in types):
                yield bound

    def all_between(self, start: int, end: int, *types: str) -> list[Bound]:
        """As `between`, with the mentions that lie inside other names."""
        starts = self._starts
        chosen = self.bounds[bisect_left(starts, start) : bisect_left(starts, end)]
        return [b for b in chosen if b.end <= end and (not types or b.type in types)] if chosen else []

    def at(self, start: int, end: int) -> list[Bound]:
        """The mentions that stand at `[start, end)`, neither more nor less."""
        return [bound for bound in self.bounds_from(start) if bound.end == end]

    def bounds_from(self, start: int) -> Sequence[Bound]:
        """The mentions that begin at the offset."""
        return self.bounds[bisect_left(self._starts, start) : bisect_right(self._starts, start)]

    @cached_property
    def _mentions(self) -> Mapping[int, Sequence[Bound]]:
        found: dict[int, list[Bound]] = defaultdict(list)
        for bound in self.bounds:
            for thing in bound.things:
                found[thing].append(bound)
        return found

    def mentions_of(self, thing: int) -> Sequence[Bound]:
        """The bound mentions that mean the thing with this index, by offset."""
        return self._mentions.get(thing, ())

    def sentences(self) -> Iterator[tuple[int, int]]:
        """Bounds of every sentence."""
        return iter(self.sheet.sentences)

    def fact(
        self, subject: tuple[int, Bound | None], predicate: str, obj: tuple[int, Bound | None], **more: Any
    ) -> Fact:
        """A fact whose ends stand at the given mentions; `trigger` is a span, the rest goes into the Fact."""
        trigger: tuple[int, int] | None = more.pop("trigger", None)
        words = self.sheet.article.text[slice(*trigger)] if trigger else ""
        spots = [self._spot("subject", subject, words), self._spot("object", obj, words)]
        if trigger is not None:
            spots.append(("trigger", trigger[0], trigger[1], ""))
        return Fact(subject[0], predicate, obj[0], spots=tuple(spots), **more)

    def _spot(self, role: str, end: tuple[int, Bound | None], words: str) -> tuple[str, int | None, int | None, str]:
        """Where an end stands; one that is not written out has the words of the trigger as its reason."""
        thing, bound = end
        if bound is None:
            return (role, None, None, f"{words} → {self.things[thing].name}：句中没有写出")
        return (role, bound.start, bound.end, bound.reason)


def covered(bounds: Iterable[Bound], start: int, end: int) -> bool:
    """Whether one of the mentions shares a code point with `[start, end)`."""
    return any(bound.start < end and start < bound.end for bound in bounds)


def ends(bounds: Iterable[Bound]) -> list[tuple[int, Bound]]:
    """Each thing that the mentions mean, with the mention; the first mention of a thing counts."""
    seen: dict[int, Bound] = {}
    for bound in bounds:
        for thing in bound.things:
            seen.setdefault(thing, bound)
    return list(seen.items())


def of_type(bounds: Sequence[Bound], *types: str) -> list[Bound]:
    """The mentions of these types."""
    return [bound for bound in bounds if bound.type in types]
