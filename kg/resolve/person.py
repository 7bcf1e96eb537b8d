"""People: the same name is not enough; a post, an organisation, a happening or a place must fit, else they are two.

Within one document the same name is one person. Across documents, what links two of one name: an organisation, an organ
of the same place, the same title at the same place, a happening. Who is told of without a post fits the one bearer of
the name in that place; where there are two, or none, nothing is guessed, so that nobody without a post bridges two.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from kg.language.lexicon import table
from kg.language.similarity import plain, undotted
from kg.model import Entity
from kg.resolve.joining import Joiner
from kg.resolve.places import Path, article_path, compatible, path_of
from kg.resolve.world import World

# Titles that hundreds bear at once: they link only by the organisation itself.
_COMMON = (
    "委员",
    "代表",
    "党员",
    "会员",
    "成员",
    "记者",
    "教师",
    "老师",
    "学生",
    "村民",
    "居民",
    "员工",
    "职工",
    "工人",
    "队员",
)
_ORGANS = re.compile(r"(?<!管)(委|委员会|政府|人大|人大常委会|政协|人民代表大会)$")
_DOT = re.compile("[·•・‧∙⋅]")


@dataclass(frozen=True, slots=True)
class _Seen:
    """A bearer of a name. links: (kind, value, words for it). national: a post in an organ of the whole country."""

    links: frozenset[tuple[str, str, str]]
    places: frozenset[Path]
    posted: bool
    national: bool


def join(entities: Sequence[Entity], world: World, figures: Mapping[str, Any]) -> Joiner:
    """Which people are the same. `figures` are not used."""
    joiner = Joiner(entity.id for entity in entities)
    seen = {entity.id: _look(entity, world) for entity in entities}
    named: dict[str, list[Entity]] = defaultdict(list)
    for entity in entities:
        named[undotted(entity.name)].append(entity)
    for name in sorted(named):
        _join_documents(joiner, named[name], world, name)
        _join_links(joiner, [entity.id for entity in named[name]], seen)
        _join_places(joiner, sorted({joiner.find(entity.id) for entity in named[name]}), seen)
    _join_short(joiner, entities, seen)
    return joiner


def key(entity: Entity, world: World) -> str:
    """What makes the person known across documents: the name with an employer, else with the province."""
    employers = sorted(undotted(other.name) for other in world.others(entity, "HOLDS_POSITION"))
    return f"{undotted(entity.name)}@{employers[0] if employers else '/'.join(article_path(world.article(entity))[:1])}"


def _look(entity: Entity, world: World) -> _Seen:
    around = article_path(world.article(entity))
    links: set[tuple[str, str, str]] = set()
    places: set[Path] = {around} if around else set()
    posts = world.facts(entity, "HOLDS_POSITION")
    national = False
    for fact in posts:
        employer = world.entities[fact.other]
        path = path_of(employer, world)
        links.update(_post_links(employer, path or around, fact.properties.get("titles") or (), world))
        national |= employer.name in _national_organs()
        places |= {path} if path else set()
    for predicate in ("ATTENDED", "SIGNED"):
        links.update(("happening", world.same_as(other), other.name) for other in world.others(entity, predicate))
    return _Seen(frozenset(links), frozenset(places), bool(posts), national)


def _post_links(employer: Entity, path: Path, titles: Iterable[str], world: World) -> Iterable[tuple[str, str, str]]:
    yield "organisation", world.same_as(employer), employer.name
    rare = [plain(title) for title in titles if not plain(title).endswith(_COMMON)]
    if rare and employer.name in _national_organs():
        yield "place of office", "中国", "中国"
    elif rare and path and _ORGANS.search(employer.name):
        yield "place of office", "/".join(path), "/".join(path)
    for title in rare:
        # A chairman of some firm in the province is not yet the same chairman; one in the same city is.
        if len(path) > 1 or path_of(employer, world):
            yield "title", f"{title}@{'/'.join(path)}", f"{title} in {'/'.join(path)}"


@cache
def _national_organs() -> frozenset[str]:
    return frozenset({"中国", "中国共产党", *(name for row in table("national_organs") for name in row)})


def _join_documents(joiner: Joiner, entities: Iterable[Entity], world: World, name: str) -> None:
    documents: dict[str, list[str]] = defaultdict(list)
    for entity in entities:
        documents[world.article(entity).document].append(entity.id)
    for document in sorted(documents):
        joiner.join_all(documents[document], f"{name} in one document")


def _join_links(joiner: Joiner, ids: Iterable[str], seen: Mapping[str, _Seen]) -> None:
    linked: dict[tuple[str, str], list[str]] = defaultdict(list)
    words: dict[tuple[str, str], str] = {}
    for ident in sorted(ids):
        for kind, value, shown in sorted(seen[ident].links):
            linked[kind, value].append(ident)
            words.setdefault((kind, value), shown)
    for link in sorted(linked):
        joiner.join_all(linked[link], f"same {link[0]} {words[link]}")


def _join_places(joiner: Joiner, roots: Sequence[str], seen: Mapping[str, _Seen]) -> None:
    """Gives who has no post to the one bearer of the name who fits; those with none to fit, by their province."""
    whole = {root: _together(seen[member] for member in joiner.members(root)) for root in roots}
    posted = [root for root in roots if whole[root].posted]
    lone: dict[str, list[str]] = defaultdict(list)
    for root in roots:
        if whole[root].posted:
            continue
        fits = [other for other in posted if _fit(whole[root], whole[other])]
        if len(fits) == 1:
            joiner.join(fits[0], root, "the one bearer of the name in that place")
        elif not fits:
            for province in sorted({path[0] for path in whole[root].places}):
                lone[province].append(root)
    for province in sorted(lone):
        joiner.join_all(lone[province], f"same name told of in {province}")


def _fit(postless: _Seen, posted: _Seen) -> bool:
    if posted.national:
        return True
    return any(compatible(a, b) for a in postless.places for b in posted.places)


def _together(found: Iterable[_Seen]) -> _Seen:
    items = list(found)
    places = frozenset[Path]().union(*(item.places for item in items))
    return _Seen(frozenset(), places, any(item.posted for item in items), any(item.national for item in items))


def _join_short(joiner: Joiner, entities: Sequence[Entity], seen: Mapping[str, _Seen]) -> None:
    """卡洛斯·门德斯·席尔瓦 and 席尔瓦 of the same firm are one, where the firm has one such."""
    full: dict[tuple[str, str], set[str]] = defaultdict(set)
    for entity in entities:
        parts = _DOT.split(plain(entity.name))
        for link in seen[entity.id].links if len(parts) > 1 else ():
            if link[0] == "organisation":
                full[parts[-1], link[1]].add(joiner.find(entity.id))
    for entity in entities:
        for link in sorted(seen[entity.id].links):
            candidates = {joiner.find(root) for root in full.get((plain(entity.name), link[1]), ())}
            if link[0] == "organisation" and len(candidates) == 1:
                joiner.join(candidates.pop(), entity.id, f"last part of the name, same organisation {link[2]}")


__all__ = ["join", "key"]
