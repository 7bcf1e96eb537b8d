"""Agreements: the same parties on the same day; within one document the same name and a party in common."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kg.language.similarity import plain, undotted
from kg.model import Entity
from kg.resolve.figures import contradict
from kg.resolve.joining import UNKNOWN, Joiner, Judgement, agglomerate, different, same, within
from kg.resolve.likeness import likeness, plain_names
from kg.resolve.world import World

_KINDS = ("意向书", "备忘录", "协定", "合同", "议定书", "联合声明", "责任书", "承诺书", "宣言")


@dataclass(frozen=True, slots=True)
class _Seen:
    """A paper as its article shows it. day: ordinal. kind: what it is called, 协议 where nothing more exact."""

    document: str
    article: str
    names: tuple[str, ...]
    day: int | None
    parties: frozenset[str]
    kind: str


def join(entities: Sequence[Entity], world: World, figures: Mapping[str, Any]) -> Joiner:
    """Which papers are the same. figures: `ratio`, the least similarity of names in one document."""
    seen = {entity.id: _look(entity, world) for entity in entities}
    joiner = Joiner(seen)
    found: dict[object, list[str]] = defaultdict(list)
    for ident, item in sorted(seen.items()):
        for party in item.parties:
            found["document", item.document, party].append(ident)
            if item.day is not None:
                found["day", item.day, party].append(ident)
    agglomerate(joiner, within(found), lambda a, b: _judge(seen[a], seen[b], figures["ratio"]))
    return joiner


def key(entity: Entity, world: World) -> str:
    """What makes the paper known across documents: its name, its parties' names and its day."""
    parties = sorted({undotted(other.name) for other in world.others(entity, "SIGNED")})
    day = entity.properties.get("date") or world.article(entity).date or ""
    return f"{plain(entity.name)}@{day}@{'/'.join(parties)}"


def _look(entity: Entity, world: World) -> _Seen:
    article = world.article(entity)
    parties = [other for other in world.others(entity, "SIGNED") if other.type == "Organization"]
    names = plain_names(entity)
    kind = next((kind for kind in _KINDS if any(kind in name for name in names)), "协议")
    together = frozenset(world.same_as(party) for party in parties)
    return _Seen(article.document, article.id, names, world.day(entity), together, kind)


def _judge(a: _Seen, b: _Seen, least: float) -> Judgement:
    apart = _difference(a, b)
    if apart:
        return different(apart)
    alike = likeness(a.names, b.names)
    if a.document == b.document:
        return same(alike, "similar name and a party in one document") if alike >= least else UNKNOWN
    shared = a.parties & b.parties
    known = a.day is not None and b.day is not None
    if known and len(shared) >= 2 and shared in (a.parties, b.parties):
        return same(alike, "same parties and day")
    return UNKNOWN


def _difference(a: _Seen, b: _Seen) -> str:
    if a.kind != b.kind or (contradict(a.names, b.names) and not set(a.names) & set(b.names)):
        return "other papers by their names"
    if a.day is not None and b.day is not None and a.day != b.day:
        return "other days"
    if a.parties and b.parties and not a.parties & b.parties:
        return "other parties"
    one = a.article != b.article or (set(a.names) & set(b.names) and a.parties == b.parties)
    return "" if one else "two in one article"


__all__ = ["join", "key"]
