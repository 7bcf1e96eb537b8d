"""Projects: a similar name, and the same place or builder; within one document the full name is enough."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kg.language.similarity import plain
from kg.model import Entity
from kg.resolve.figures import capacity, contradict
from kg.resolve.joining import UNKNOWN, Joiner, Judgement, agglomerate, different, same
from kg.resolve.likeness import is_generic, likeness, similar_pairs
from kg.resolve.places import Path, article_path, compatible, path_of, split
from kg.resolve.world import World


@dataclass(frozen=True, slots=True)
class _Seen:
    """A project as its article shows it. builders, places: what they are resolved to. around: the article's place."""

    document: str
    article: str
    written: tuple[str, ...]
    names: tuple[str, ...]
    builders: frozenset[str]
    places: frozenset[str]
    paths: tuple[Path, ...]
    around: Path


def join(entities: Sequence[Entity], world: World, figures: Mapping[str, Any]) -> Joiner:
    """Which projects are the same. figures: `ratio`, the least similarity of names in [0, 1]."""
    seen = {entity.id: _look(entity, world) for entity in entities}
    joiner = Joiner(seen)
    named = {key: item.names for key, item in seen.items()}

    def contexts(key: str) -> list[object]:
        item = seen[key]
        ends = [*item.builders, *item.places, *(item.around[:1] if not _vague(item) else ())]
        return [("document", item.document), *ends]

    found = similar_pairs(named, contexts, figures["ratio"])
    agglomerate(joiner, found, lambda a, b: _judge(seen[a], seen[b], figures["ratio"]))
    return joiner


def key(entity: Entity, world: World) -> str:
    """What makes the project known across documents: its name and the province that tells of it."""
    return f"{capacity(plain(entity.name))}@{'/'.join(article_path(world.article(entity))[:1])}"


def _look(entity: Entity, world: World) -> _Seen:
    article = world.article(entity)
    builders = [other for other in world.others(entity, "UNDERTAKES") if other.type == "Organization"]
    stated = _places(entity, world)
    stated += [above for place in stated for above in _places(place, world)]
    told = entity.properties.get("place")
    around = article_path(article)
    paths = [path_of(place, world) for place in stated]
    if isinstance(told, str):
        paths.append(split(plain(told), around)[0])
    called = {plain(name) for builder in builders for name in builder.names}
    return _Seen(
        article.document,
        article.id,
        tuple(dict.fromkeys(plain(name) for name in entity.names)),
        tuple(dict.fromkeys(_bare(plain(name), called) for name in entity.names)),
        frozenset(world.same_as(builder) for builder in builders),
        frozenset(world.same_as(place) for place in stated),
        tuple(sorted({path for path in paths if path})),
        around,
    )


def _places(entity: Entity, world: World) -> list[Entity]:
    return [world.entities[fact.other] for fact in world.facts(entity, "LOCATED_IN") if fact.outgoing]


def _bare(name: str, builders: set[str]) -> str:
    """A name without its builder in front and with capacity in one form: 中衡锂业年产2万吨… → 2万吨…"""
    builder = max((call for call in builders if name.startswith(call)), key=len, default="")
    left = name.removeprefix(builder).lstrip("的·•")
    return capacity(left if len(left) >= 4 else name)


def _judge(a: _Seen, b: _Seen, least: float) -> Judgement:
    full = set(a.written) & set(b.written)
    if contradict(a.written, b.written):
        return different("figures in their names")
    if a.document == b.document and full:
        return same(1.0, f"same name {min(full)} in one document")
    apart = _difference(a, b)
    if apart:
        return different(apart)
    alike = likeness(a.names, b.names)
    return _in_context(a, b, alike) if alike >= least else UNKNOWN


def _difference(a: _Seen, b: _Seen) -> str:
    if a.article == b.article:
        return "two in one article"
    if a.builders and b.builders and not a.builders & b.builders:
        return "other builders"
    elsewhere = a.paths and b.paths and not any(compatible(x, y) for x in a.paths for y in b.paths)
    return "other places" if elsewhere else ""


def _in_context(a: _Seen, b: _Seen, alike: float) -> Judgement:
    if a.builders & b.builders:
        return same(alike, "similar name, same builder")
    if a.places & b.places:
        return same(alike, "similar name, same place")
    near = a.around and b.around and compatible(a.around, b.around)
    here = all(compatible(item.around, path) for item, other in ((a, b), (b, a)) for path in other.paths)
    if near and here and not _vague(a) and not _vague(b):
        return same(alike, "similar name, told of one place")
    return UNKNOWN


def _vague(item: _Seen) -> bool:
    """Whether all names are such as many projects bear: 锂电池项目, 老旧小区改造项目."""
    return all(len(name) < 9 or is_generic(name, "project_suffixes") for name in item.names)


__all__ = ["join", "key"]
