"""The facts that somebody attends a happening, as several readers tell them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extract.annotated import Annotated, Bound, Fact, ends
from kg.extract.days import day
from kg.language.classes import one_of

# 还主动|捐赠了藏品, 也为其|题写馆名
_GIVES_BESIDES = re.compile(f"(?:还|也|均|都|主动|陆续|先后|已|此前)[^,。;]{{0,16}}(?:{one_of('giving_verbs')})")


@dataclass(frozen=True, slots=True)
class Part:
    """What part people have in a happening: their role, by which rule that is read, how sure it is."""

    role: str
    rule: str
    confidence: float


def attended(
    article: Annotated,
    who: Sequence[Bound],
    meeting: tuple[int, Bound | None],
    trigger: tuple[int, int],
    part: Part,
) -> Iterator[Fact]:
    """ATTENDED of each of them. meeting: the thing, with its mention where one is named; trigger: a span."""
    when = day(article, trigger)
    properties = {"role": part.role, "date": when} if when else {"role": part.role}
    for taker in ends(who):
        yield article.fact(
            taker, "ATTENDED", meeting, trigger=trigger, rule=part.rule, properties=properties,
            confidence=part.confidence,
        )  # fmt: skip


def gives_besides(article: Annotated, meeting: int, span: tuple[int, int]) -> bool:
    """Whether the words only tell what somebody, there or not, gives to what is opened (还为博物馆|捐赠了藏品)."""
    return _GIVES_BESIDES.search(article.sheet.flat, *span) is not None and "捐" not in article.things[meeting].name


def named_in(article: Annotated, meeting: int | None, start: int, end: int) -> Bound | None:
    """The first mention of the meeting in `[start, end)`, or None."""
    return next((b for b in article.all_between(start, end, "Meeting") if meeting in b.things), None)


def named_last(article: Annotated, meeting: int, offset: int) -> Bound | None:
    """The last mention of the meeting up to the end of the sentence of `offset`, or None."""
    _, end = article.sheet.sentence(offset)
    return next((b for b in reversed(article.all_between(0, end, "Meeting")) if meeting in b.things), None)


__all__ = ["Part", "attended", "gives_besides", "named_in", "named_last"]
