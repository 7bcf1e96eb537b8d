"""What identity rules may look at: the entities of all articles, their articles, and the facts around them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from kg.errors import BadRecord
from kg.model import Article, Entity, Extraction, Triple
from kg.resolve.copies import stories
from kg.resolve.joining import Trace
from kg.say import say


@dataclass(frozen=True, slots=True)
class Fact:
    """A triple seen from one of its ends. other: id of the entity at the other end. outgoing: seen from the subject."""

    predicate: str
    other: str
    outgoing: bool
    properties: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class World:
    """Everything that was extracted, by id; the same for every order of arrival.

    settled: for entities whose type is resolved already, the least id of those that are the same.
    stories: for each article the least id of those that are copies of one text. inside: its entities but for doubted
    ones.
    trace: who wants to know of every pair that is considered, or None.
    """

    articles: Mapping[str, Article]
    entities: Mapping[str, Entity]
    triples: tuple[Triple, ...]
    around: Mapping[str, tuple[Fact, ...]]
    settled: Mapping[str, str]
    stories: Mapping[str, str]
    inside: Mapping[str, tuple[Entity, ...]]
    trace: Trace | None = None

    def article(self, entity: Entity) -> Article:
        """The article that the entity was read from."""
        return self.articles[entity.article]

    def story(self, entity: Entity) -> str:
        """The id of the story that the entity's article prints."""
        return self.stories[entity.article]

    def around_of(self, entity: Entity) -> tuple[Fact, ...]:
        """All facts with the entity at either end."""
        return self.around.get(entity.id, ())

    def facts(self, entity: Entity, predicate: str) -> list[Fact]:
        """The facts of this predicate with the entity at either end."""
        return [fact for fact in self.around.get(entity.id, ()) if fact.predicate == predicate]

    def others(self, entity: Entity, predicate: str) -> list[Entity]:
        """The entities at the other ends of the facts of this predicate."""
        return [self.entities[fact.other] for fact in self.facts(entity, predicate)]

    def same_as(self, entity: Entity) -> str:
        """The least id of the entities that are known to be the same; its own before its type is resolved."""
        return self.settled.get(entity.id, entity.id)

    def settle(self, groups: Iterable[tuple[str, ...]]) -> World:
        """This world with the members of each group (ids, the least first) known to be the same."""
        found = {member: members[0] for members in groups for member in members}
        return replace(self, settled={**self.settled, **found})


def ordinal(day: str) -> int | None:
    """The ordinal of an ISO day; None where it is not one (a month or a year alone says too little)."""
    try:
        return date.fromisoformat(day[:10]).toordinal()
    except ValueError:
        return None


def collect(extractions: Iterable[Extraction], told: Mapping[str, str] | None = None) -> World:
    """The world of the extractions; told: the story of each article, if that is known already.

    Raises BadRecord where an id is given twice or a triple's end is no entity.
    """
    articles: dict[str, Article] = {}
    entities: dict[str, Entity] = {}
    triples: list[Triple] = []
    for extraction in sorted(extractions, key=lambda e: (e.article.document, e.article.index, e.article.id)):
        _add(articles, extraction.article.id, extraction.article)
        for entity in (*extraction.entities, *extraction.doubted):
            _add(entities, entity.id, entity)
        triples.extend(sorted(extraction.triples, key=_place))
    around: dict[str, list[Fact]] = defaultdict(list)
    for triple in triples:
        missing = [end for end in (triple.subject, triple.object) if end not in entities]
        if missing:
            raise BadRecord(
                say(
                    "triple {id} of {article}: no entity has the id {missing}",
                    id=triple.id,
                    article=triple.article,
                    missing=missing[0],
                )
            )
        around[triple.subject].append(Fact(triple.predicate, triple.object, True, triple.properties))
        around[triple.object].append(Fact(triple.predicate, triple.subject, False, triple.properties))
    facts = {key: tuple(found) for key, found in around.items()}
    inside: dict[str, list[Entity]] = defaultdict(list)
    for _, entity in sorted(entities.items()):
        if not entity.doubted:
            inside[entity.article].append(entity)
    within = {article: tuple(inside[article]) for article in articles}
    ordered = dict(sorted(entities.items()))
    known = stories(articles.values()) if told is None else told
    return World(articles, ordered, tuple(triples), facts, {}, known, within)


def _add(found: dict[str, Any], key: str, item: Article | Entity) -> None:
    if key in found:
        raise BadRecord(say("{key}: two records have this id; give each document a name of its own", key=key))
    found[key] = item


def _place(triple: Triple) -> tuple[int, str, str, str, str]:
    start = min((e.start for e in triple.evidence if e.start is not None), default=-1)
    return start, triple.id, triple.subject, triple.predicate, triple.object


__all__ = ["Fact", "World", "collect", "ordinal"]
