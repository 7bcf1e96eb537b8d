"""LOCATED_IN of neighbouring names: 西宁市|大通县, 桑耶镇的养殖基地, 甲、乙两县同属丙市, 丙市(甲县、乙县)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.extract.annotated import Annotated, Bound, Fact
from kg.extract.grounds import can_hold, counted_run, is_built, lies_within, located, rank
from kg.extract.lists import gap, leads_up, linked, run_from, spoken
from kg.language.lexicon import pattern
from kg.language.pieces import fills

_HELD = ("Organization", "Project", "Meeting", "Location")
_LONGEST_LINK = 12
# 甲、乙|两县|同属丙市
_COUNTED = re.compile(r"(?:[两三四五六七八九十]{1,4}[省市州县区旗镇乡])?(?:现|今|均|都)?")
# 丙市|(甲县、乙县), 丙市|所辖的|甲县
_OPENS = re.compile(r"[(:]|(?:所辖|下辖|辖内|境内)的?|的")


def relate(article: Annotated) -> Iterator[Fact]:
    """All facts of places beside their names, sentence by sentence."""
    for start, end in article.sentences():
        items = spoken(article, start, end, *_HELD)
        yield from _chains(article, items)
        yield from _belongs(article, items, start, end)
        yield from _listed(article, start, end)


def _chains(article: Annotated, items: Sequence[Bound]) -> Iterator[Fact]:
    """A place right before a place, a project or an organisation: 西宁市大通县; 桑耶镇的养殖基地."""
    for index, (outer, inner) in enumerate(pairwise(items)):
        if outer.type != "Location" or not outer.things or not _leads(article, outer, inner):
            continue
        if inner.type == "Organization" and not gap(article, outer, inner) and not is_built(outer):
            continue
        if inner.type == "Meeting" or re.search("[“”]", article.sheet.flat[outer.end : inner.start]):
            continue
        for held in _same_rank(outer, run_from(article, items, index + 1)):
            yield from located(article, held, outer, "place before place", (outer.start, inner.end))


def _leads(article: Annotated, outer: Bound, inner: Bound) -> bool:
    """Whether the first name leads up to the second, which can lie in it: 清远市|最南端|清城区, but not 上海|宁夏."""
    if leads_up(article, outer, inner):
        return inner.type != "Location" or can_hold(outer.spot.text, inner.spot.text)
    between = gap(article, outer, inner) if outer.end <= inner.start else ""
    linking = between and len(between) <= _LONGEST_LINK and fills(pattern("place_links"), between)
    return bool(linking) and inner.type == "Location" and can_hold(outer.spot.text, inner.spot.text)


def _same_rank(outer: Bound, run: Sequence[Bound]) -> Iterator[Bound]:
    """The members of a list that lie in the place before it: those called like the first (乌恰县、阿合奇县)."""
    first = run[0]
    yield first
    for other in run[1:]:
        if other.type != "Location" or not (rank(other) == rank(first) or lies_within(outer, other)):
            return
        if not can_hold(outer.spot.text, other.spot.text):
            return
        yield other


def _belongs(article: Annotated, items: Sequence[Bound], start: int, end: int) -> Iterator[Fact]:
    """甲、乙两县同属丙市."""
    flat = article.sheet.flat
    for match in pattern("belonging_verbs").finditer(flat, start, end):
        before = [b for b in items if b.type == "Location" and b.end <= match.start()]
        ahead = [b for b in items if b.start == match.end() and b.type == "Location"]
        if not before or not ahead or not _COUNTED.fullmatch(flat, before[-1].end, match.start()):
            continue
        run = [before[-1]]
        for other in reversed(before[:-1]):
            if not linked(article, other, run[0]):
                break
            run.insert(0, other)
        for held in run:
            yield from located(article, held, ahead[0], "belongs to", match.span())


def _listed(article: Annotated, start: int, end: int) -> Iterator[Fact]:
    """丙市(甲县、乙县), 丙市:甲县、乙县, where the table of divisions has them there."""
    flat = article.sheet.flat
    places = article.all_between(start, end, "Location")
    for index, outer in enumerate(places[:-1]):
        opens = _OPENS.match(flat, outer.end)
        inside = places[index + 1 :]
        if outer.inner or opens is None or inside[0].start - opens.end() > 1:
            continue
        for held in counted_run(article, inside):
            if not lies_within(outer, held):
                break
            yield from located(article, held, outer, "listed behind the place", (outer.start, held.end))
