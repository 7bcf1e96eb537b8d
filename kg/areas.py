"""In which places a thing lies: up the edges LOCATED_IN, then up the administrative tree of China.

An edge says that 南川工业园区 lies in 西宁经济技术开发区, the latter's name that this lies in 西宁市, and the table of
divisions that 西宁市 lies in 青海省. A project there lies in all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any

import networkx as nx

from kg.language.countries import is_country
from kg.language.divisions import LEVELS, at, find
from kg.language.divisions import names as division_names
from kg.language.lexicon import words
from kg.language.organisations import is_firm

BELOW = (
    "及所属",
    "及下属",
    "及其所属",
    "及所辖",
    "全境",
)  # what is put behind a place to mean all that lies in it, too
_PLACES = ("Location",)
_RENAMED = 3  # names that a division has had one after the other in the table
LIE = ("Organization", "Project", "Meeting", "Location")


@dataclass(frozen=True, slots=True)
class Areas:
    """names: one name for each place in which the thing lies, itself if it is one, the widest first (青海省, 西宁市).

    calls: everything that these places are called (西宁, too).
    """

    names: tuple[str, ...] = ()
    calls: tuple[str, ...] = ()


def areas(graph: nx.MultiDiGraph) -> dict[str, Areas]:
    """The areas of every node of `kg.graph.build` that lies somewhere; the same for any order of the edges."""
    above: dict[str, set[str]] = {}
    for source, target, data in graph.edges(data=True):
        if data["predicate"] == "LOCATED_IN" and source != target:
            above.setdefault(source, set()).add(target)
    found = {}
    for node, data in graph.nodes(data=True):
        if data["type"] in LIE:
            lies = of_reached((steps, graph.nodes[one]) for one, steps in _upwards(node, above))
            if lies:
                found[node] = lies
    return found


def of_reached(reached: Iterable[tuple[int, Mapping[str, Any]]]) -> Areas | None:
    """The areas of what reaches these over so many edges LOCATED_IN, itself over none; None where it lies nowhere.

    reached: steps and attributes (type, name, names, properties) of each, the nearest first.
    """
    gathered = tuple((steps, own) for steps, data in reached if (own := _own(data)))
    return _joined(gathered) if gathered else None


_Own = tuple[tuple[str, tuple[str, ...]], ...]  # names of places, each with what it is called


@lru_cache(maxsize=16384)
def _joined(gathered: tuple[tuple[int, _Own], ...]) -> Areas:
    places: dict[str, _Place] = {}
    for steps, own in gathered:
        for name, calls in own:
            places.setdefault(name, _Place(steps)).calls.update(calls)
    return _sorted(places)


def below(name: str) -> str:
    """The place that `name` means with all that lies in it (西宁及所属 → 西宁); "" for a place alone."""
    end = next((end for end in BELOW if name.endswith(end) and len(name) > len(end)), "")
    return name.removesuffix(end).strip() if end else ""


def _upwards(node: str, above: Mapping[str, set[str]]) -> Iterator[tuple[str, int]]:
    """What is reached from a node, itself first, and over how many edges."""
    seen, here, steps = {node}, {node}, 0
    while here:
        yield from ((one, steps) for one in here)
        here = {other for one in here for other in above.get(one, ())} - seen
        seen |= here
        steps += 1


@dataclass(slots=True)
class _Place:
    """steps: over how many edges it was reached. calls: what it is called."""

    steps: int
    calls: set[str] = field(default_factory=set)


def _own(data: Mapping[str, Any]) -> _Own:
    """The place itself and the divisions above it, as far as its path or its name tells."""
    place = data["type"] in _PLACES
    path = (tuple(data["properties"].get("path") or ()) or _known(data["names"])) if place else ()
    if path:
        *above, (name, calls) = _divisions(path)
        return (*above, (name, (*calls, *data["names"])))
    begun = tuple(one for name in data["names"] if name[:2] in _starts() for one in _beginnings(name, data))
    return ((data["name"], tuple(data["names"])), *begun) if place else begun


def _known(names: Iterable[str]) -> tuple[str, ...]:
    return next((path for name in names if (path := _division(name))), ())


@cache
def _divisions(path: tuple[str, ...]) -> _Own:
    found = ((name, at(path[: depth + 1])) for depth, name in enumerate(path))
    return tuple((name, (name, *([known.short] if known else []))) for name, known in found)


@cache
def _division(name: str) -> tuple[str, ...]:
    """The path of the one division of that name; () where there are several, or where it may be a plain word."""
    found = find(name)
    best = [one for one in found if one.level == found[0].level and (one.level != "county" or one.short != name)]
    known = len({one.path[0] for one in best}) == 1 and len({one.path for one in best}) <= _RENAMED
    return best[0].path if known else ()


def _beginnings(name: str, data: Mapping[str, Any]) -> _Own:
    path = _beginning(name, firm=False)
    if path and data["type"] == "Organization" and path != (strict := _beginning(name, firm=True)):
        path = strict if is_firm(data["names"]) else path
    return _divisions(path)


@lru_cache(maxsize=16384)
def _beginning(name: str, firm: bool) -> tuple[str, ...]:
    """The path of the division that the name begins with, where that is one.

    Of counties only the whole name counts (和平 is a word), and of firms that of prefectures, too (宁德时代).
    """
    if name.endswith(words("street_endings")):
        return ()
    short = ("province",) if firm else ("province", "prefecture")
    for end in (end for end in _starts()[name[:2]] if end < len(name)):
        beginning = name[:end]
        known = [one for one in find(beginning) if one.level in short or one.name == beginning]
        best = [one for one in known if one.level == known[0].level]
        if best:
            return best[0].path if len({one.path[0] for one in best}) == 1 else ()
    return ()


@cache
def _starts() -> Mapping[str, tuple[int, ...]]:
    """How names of divisions begin, and how long those are, the longest first: most names are told by that."""
    found: dict[str, set[int]] = {}
    for name in division_names():
        found.setdefault(name[:2], set()).add(len(name))
    return {start: tuple(sorted(lengths, reverse=True)) for start, lengths in found.items()}


def _sorted(places: Mapping[str, _Place]) -> Areas:
    """The widest first: countries, provinces, prefectures, counties, then what is no division, the farthest first."""

    def depth(name: str) -> tuple[int, int, str]:
        levels = [len(one.path) for one in find(name) if one.name == name]
        wide = 0 if is_country(name) else min(levels) if levels else len(LEVELS) + 1
        return wide, -places[name].steps, name

    calls = {call for place in places.values() for call in place.calls}
    return Areas(tuple(sorted(places, key=depth)), tuple(sorted(calls)))


__all__ = ["LIE", "Areas", "areas", "below", "of_reached"]
