"""Meetings: a similar name and the same day, or at least half of the participants; never the name alone.

Within one document a similar name is enough. Editions (第三届), other places (扬州市…, 盐城市…) and other days hold
apart; only one numbered edition may last: the same name from day to day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from kg.language.similarity import plain, undotted
from kg.model import Entity
from kg.resolve.figures import contradict, editions
from kg.resolve.joining import UNKNOWN, Joiner, Judgement, agglomerate, different, same, within
from kg.resolve.likeness import is_generic, likeness, plain_names, similar_pairs
from kg.resolve.places import Path, article_path, compatible, is_relative, path_of, split
from kg.resolve.world import World

_TALKS = ("会见", "会谈", "座谈", "会晤", "拜会", "拜访", "一行")
# A phrase of days in which reports of one numbered edition follow on each other.
_GAP = 3
_CLOSE = 0.8
# 全省文旅高质量发展大会 is made of general words, but no two of that name meet in one place on one day.
_TELLING = 8


@dataclass(frozen=True, slots=True)
class _Seen:
    """A meeting as its article shows it. day: ordinal. where: of the names themselves. paths: of the places stated."""

    document: str
    article: str
    names: tuple[str, ...]
    day: int | None
    where: tuple[Path, ...]
    paths: tuple[Path, ...]
    people: frozenset[str]
    generic: bool


def join(entities: Sequence[Entity], world: World, figures: Mapping[str, Any]) -> Joiner:
    """Which meetings are the same. figures: `ratio` of names, `days` apart, `shared` part of the participants."""
    seen = {entity.id: _look(entity, world) for entity in entities}
    joiner = Joiner(seen)
    days = int(figures["days"])
    named = {key: item.names for key, item in seen.items()}
    found = similar_pairs(named, lambda key: _contexts(seen[key], days), figures["ratio"])
    found |= within(_companies(seen, days)) | _series(seen)
    agglomerate(joiner, found, lambda a, b: _judge(seen[a], seen[b], figures))
    return joiner


def key(entity: Entity, world: World) -> str:
    """What makes the meeting known across documents: its name, day and province."""
    article = world.article(entity)
    day = entity.properties.get("date") or article.date or ""
    return f"{plain(entity.name)}@{day}@{'/'.join(article_path(article)[:1])}"


def _look(entity: Entity, world: World) -> _Seen:
    article = world.article(entity)
    around = article_path(article)
    stated = [world.entities[fact.other] for fact in world.facts(entity, "LOCATED_IN") if fact.outgoing]
    people = {
        undotted(other.name) if other.type == "Person" else world.same_as(other)
        for other in world.others(entity, "ATTENDED")
    }
    names = plain_names(entity)
    where = {_where(name, around) for name in names} - {()}
    paths = {path_of(place, world) for place in stated} - {()}
    generic = all(len(name) < _TELLING and is_generic(name, "meeting_suffixes") for name in names)
    return _Seen(
        article.document, article.id, names, world.day(entity), tuple(sorted(where)), tuple(sorted(paths)),
        frozenset(people), generic,
    )  # fmt: skip


def _where(name: str, around: Path) -> Path:
    """The place that a name itself tells: 扬州市…仪式, and 全省…大会 by the page it is on."""
    if is_relative(name):
        return around[:1] if name.startswith(("全省", "省", "自治区", "全区")) else around
    return split(name, around)[0]


def _contexts(item: _Seen, days: int) -> list[object]:
    near = [("day", item.day + step) for step in range(days + 1)] if item.day is not None else []
    return [("document", item.document), *near]


def _companies(seen: Mapping[str, _Seen], days: int) -> dict[object, list[str]]:
    """Meetings that share a participant on a day."""
    found: dict[object, list[str]] = defaultdict(list)
    for ident in sorted(seen):
        item = seen[ident]
        for person in item.people:
            for context in _contexts(item, days)[1:]:
                found[context, "with", person].append(ident)
    return found


def _series(seen: Mapping[str, _Seen]) -> set[tuple[str, str]]:
    """Neighbours in time among the reports of one numbered edition."""
    named: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for ident, item in seen.items():
        if item.day is not None and editions(item.names):
            named[item.names[0]].append((item.day, ident))
    return {(min(a, b), max(a, b)) for items in named.values() for (_, a), (_, b) in pairwise(sorted(items))}


def _judge(a: _Seen, b: _Seen, figures: Mapping[str, Any]) -> Judgement:
    apart = _difference(a, b)
    if apart:
        return different(apart)
    gap = abs(a.day - b.day) if a.day is not None and b.day is not None else None
    if gap is not None and gap > figures["days"]:
        return _edition(a, b, gap)
    return _together(a, b, gap, figures)


def _difference(a: _Seen, b: _Seen) -> str:
    if a.article == b.article and not set(a.names) & set(b.names):
        return "two in one article"
    if contradict(a.names, b.names):
        return "figures in their names"
    return "other places" if _apart(a.where, b.where) or _apart(a.paths, b.paths) else ""


def _together(a: _Seen, b: _Seen, gap: int | None, figures: Mapping[str, Any]) -> Judgement:
    company = a.people & b.people
    half = len(company) >= 2 and len(company) >= figures["shared"] * len(a.people | b.people)
    alike = likeness(a.names, b.names)
    if a.document == b.document:
        return _within(a, b, alike, bool(company))
    if alike >= figures["ratio"] and gap is not None and _fits(a, b, alike, bool(company)):
        return same(alike, f"similar name, {gap} days apart")
    if half and _kind(a, b, alike) and (gap is not None or alike >= figures["ratio"]):
        return same(alike, "at least half of the participants shared")
    return UNKNOWN


def _within(a: _Seen, b: _Seen, alike: float, company: bool) -> Judgement:
    if a.generic or b.generic:
        return same(alike, "same participants in one document") if company and alike == 1 else UNKNOWN
    if alike == 1 or (alike >= _CLOSE and _tails(a, b)):
        return same(alike, "similar name in one document")
    return UNKNOWN


def _fits(a: _Seen, b: _Seen, alike: float, company: bool) -> bool:
    if a.generic or b.generic:
        return company and _kind(a, b, alike)
    return alike == 1 or _tails(a, b)


def _edition(a: _Seen, b: _Seen, gap: int) -> Judgement:
    if not (editions(a.names) and a.names[0] == b.names[0]):
        return different(f"{gap} days apart")
    return same(0.5, f"same edition, reported {gap} days later") if gap <= _GAP else UNKNOWN


def _kind(a: _Seen, b: _Seen, alike: float) -> bool:
    talk = [any(call in name for name in item.names for call in _TALKS) for item in (a, b)]
    return all(talk) or _tails(a, b) or alike >= _CLOSE


def _tails(a: _Seen, b: _Seen) -> bool:
    """Whether both are called the same kind of thing: 论坛 is not its 开幕式."""
    return bool({name[-2:] for name in a.names} & {name[-2:] for name in b.names})


def _apart(mine: Iterable[Path], theirs: Iterable[Path]) -> bool:
    pairs = [(x, y) for x in mine for y in theirs]
    return bool(pairs) and not any(compatible(x, y) for x, y in pairs)


__all__ = ["join", "key"]
