"""What stands beside a name in its sentence: who signs a paper told in passing, and who builds a work.

依据去年12月与丰河县签订的|校地合作协议，云桥水产学院…: the article tells no fact of the
paper, and yet its parties and its month.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from kg.language import divisions
from kg.language.classes import one_of
from kg.language.dates import find_dates
from kg.language.days import parts
from kg.language.similarity import plain
from kg.language.text import behind_last
from kg.model import Entity, Mention
from kg.resolve.places import Path, path_of
from kg.resolve.world import World

_STOPS = "。！？；\n"
_BREAKS = _STOPS + "，："
_SIGNING = "签"
_MENTIONS = 3  # how many of them are looked at
_MONTH = 7  # characters of a year and a month
# 云桥能源|在石门县建设的|光伏电站, 云桥能源|投资12亿元的|光伏电站
_BUILT = re.compile(rf"^[^，。；：、]{{0,24}}?(?:{one_of('building_there')})[^，。；：、]{{0,12}}的$")


def _sentence(text: str, mention: Mention, marks: str = _STOPS) -> tuple[int, int]:
    start = behind_last(text, marks, mention.start)
    ends = (at for mark in marks if (at := text.find(mark, mention.end)) >= 0)
    return start, min(ends, default=len(text))


def signers(paper: Entity, world: World) -> tuple[frozenset[str], frozenset[Path]]:
    """The bodies, and the paths of the divisions, that are named in a sentence in which the paper is signed."""
    text = world.article(paper).text
    spans = [_sentence(text, mention) for mention in paper.mentions[:_MENTIONS]]
    spans = [(start, end) for start, end in spans if _SIGNING in text[start:end]]
    bodies: set[str] = set()
    grounds: set[Path] = set()
    for other in world.inside[paper.article] if spans else ():
        if not any(start <= one.start < end for one in other.mentions for start, end in spans):
            continue
        if other.type == "Organization":
            bodies.add(world.same_as(other))
        elif other.type == "Location" and divisions.find(plain(other.name)):
            grounds.add(path_of(other, world))
    return frozenset(bodies), frozenset(grounds - {()})


def month_told(paper: Entity, world: World) -> str:
    """The month before its page's in which a paper was signed (去年12月|与丰河县签订的), by its clause; or nothing."""
    article = world.article(paper)
    page = parts(article.date or "")
    if page is None or page.year is None or page.month is None:
        return ""
    today = date(page.year, page.month, page.day or 1)
    for mention in paper.mentions[:_MENTIONS]:
        start, _ = _sentence(article.text, mention, _BREAKS)
        clause = article.text[start : mention.start]
        found = find_dates(clause, today) if _SIGNING in clause else []
        if found and found[-1].precision == "month" and found[-1].iso[:_MONTH] < today.isoformat()[:_MONTH]:
            return found[-1].iso[:_MONTH]
    return ""


def builders(work: Entity, world: World) -> Iterator[Entity]:
    """The firms that the clause of a work tells to build it, where the reader of facts did not know them."""
    text = world.article(work).text
    bodies = [other for other in world.inside[work.article] if other.type == "Organization"]
    for mention in work.mentions[:_MENTIONS]:
        start, _ = _sentence(text, mention, _BREAKS)
        for body in bodies:
            ends = (one.end for one in body.mentions if start <= one.start and one.end < mention.start)
            if any(_BUILT.match(text[end : mention.start]) for end in ends):
                yield body


__all__ = ["builders", "month_told", "signers"]
