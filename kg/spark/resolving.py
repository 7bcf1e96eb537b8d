"""Who is the same across documents: the rules of `kg.resolve`, block by block and set by set.

For the types of each phase: every article is looked at alone; what was seen is filed under its keys and shuffled there;
the pairs found hang sets together (`kg.spark.sets`); each set is decided where it lies. Phases follow each other, for a
project knows its builder and a person the happenings. The driver sees counts, the few days of pages without a year, and
once all names, for every article hears those that the others know (`kg.resolve.echoes`).
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from kg.errors import BadRecord
from kg.model import Entity, Extraction, Triple, replace
from kg.ontology import Ontology
from kg.resolve import meeting, person
from kg.resolve.echoes import heard
from kg.resolve.joining import Group
from kg.resolve.known_names import filed, offered
from kg.resolve.resolution import RULES, figures, in_order, is_told, merged
from kg.resolve.rule import Common, Filed, Pair, Rule, Seen
from kg.resolve.world import World, collect
from kg.say import say
from kg.spark.sets import roots
from kg.spark.stories import stories

# Types whose rules do not look at each other's results are resolved together.
_PHASES = (("qualified_name",), ("project", "meeting", "agreement"), ("person",))


@dataclass(frozen=True, slots=True)
class Resolved:
    """RDDs of Article, ResolvedEntity and Triple, in no order. stories: of (article id, id of its story)."""

    articles: Any
    entities: Any
    triples: Any
    stories: Any


class _Look(NamedTuple):
    """What was seen of an entity. entity: without its mentions. key: see `Rule.key`. story: of its article."""

    seen: Seen
    entity: Entity
    document: str
    key: str
    story: str


class _Set(NamedTuple):
    """What is the same: its members' records with their documents, and the least of their keys."""

    group: Group
    members: list[tuple[Entity, str]]
    key: str


class _Known(NamedTuple):
    """An article with what is known of it. settled: by entity id. stories: of the names in it, in how many stories."""

    extraction: Extraction
    story: str
    settled: Mapping[str, str]
    stories: Mapping[tuple[str, str], int]

    def world(self) -> World:
        article = self.extraction.article.id
        return replace(collect([self.extraction], {article: self.story}), settled=self.settled)


def resolved(extractions: Any, vocabulary: Ontology, parts: int) -> Resolved:
    """RDD of Extraction → what `kg.resolve.resolve` makes of all of them. Raises BadRecord where an id stands twice."""
    alone = extractions.persist()
    borne = alone.flatMap(offered).map(lambda name: (name, 1)).reduceByKey(lambda a, b: a + b, parts).collect()
    names = alone.context.broadcast(filed(dict(borne)))
    told = alone.map(lambda found: (found.article.id, heard(found, names.value))).partitionBy(parts).persist()
    _check(told, parts)
    copies = stories(told, parts).persist()
    known = told.join(copies, parts).mapValues(lambda both: _Known(both[0], both[1], {}, {}))
    sets = None
    for phase in _PHASES:
        types = {t.name: t for t in in_order(vocabulary) if t.identity["rule"] in phase}
        if "person" in phase:
            known = _counted(known, parts)
        found = _phase(known, _Phase(types), parts).persist()
        sets = found if sets is None else sets.union(found)
        settled = found.flatMap(lambda one: ((e.article, (e.id, one.group.members[0])) for e, _ in one.members))
        known = known.leftOuterJoin(settled.groupByKey(parts), parts).mapValues(_settle)
    entities = _merged(sets, parts).persist()
    ids = entities.flatMap(lambda pair: ((e.article, (e.id, pair[0].id)) for e in pair[1])).groupByKey(parts)
    triples = told.leftOuterJoin(ids, parts).values().flatMap(_triples)
    return Resolved(told.values().map(lambda found: found.article), entities.keys(), triples, copies)


def _check(told: Any, parts: int) -> None:
    twice = told.mapValues(lambda _: 1).reduceByKey(lambda a, b: a + b, parts).filter(lambda item: item[1] > 1)
    first = twice.keys().fold("", max)
    if first:
        raise BadRecord(say("{key}: two records have this id; give each document a name of its own", key=first))


def _settle(both: tuple[_Known, Iterable[tuple[str, str]] | None]) -> _Known:
    known, found = both
    return known._replace(settled={**known.settled, **dict(found or ())})


def _counted(known: Any, parts: int) -> Any:
    """Each article with the number of stories in which its names stand, as far as they are few enough to tell."""

    def calls(item: tuple[str, _Known]) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
        world = item[1].world()
        return ((call, (item[0], story)) for call, story in person.calls(world.entities.values(), world))

    told = known.flatMap(calls).persist()
    often = told.map(lambda item: (item[0], item[1][1])).distinct(parts).mapValues(lambda _: 1)
    few = often.reduceByKey(lambda a, b: a + b, parts).filter(lambda item: item[1] <= person.KNOWN)
    mine = told.join(few, parts).map(lambda item: (item[1][0][0], (item[0], item[1][1]))).groupByKey(parts)
    return known.leftOuterJoin(mine, parts).mapValues(lambda both: both[0]._replace(stories=dict(both[1] or ())))


@dataclass(frozen=True, slots=True)
class _Phase:
    """The types that are resolved together, by name. yearless: see `Common`."""

    types: Mapping[str, Any]
    yearless: frozenset[int] = frozenset()

    def rule(self, kind: str) -> Rule:
        return RULES[self.types[kind].identity["rule"]]

    def common(self, kind: str, told: Mapping[tuple[str, str], int] | None = None) -> Common:
        return Common(figures(self.types[kind]), told or {}, self.yearless)

    def looks(self, known: _Known) -> Iterator[tuple[str, _Look]]:
        world = known.world()
        for entity in world.entities.values():
            if entity.type in self.types:
                rule = self.rule(entity.type)
                seen = rule.look(entity, world, self.common(entity.type, known.stories))
                document = world.article(entity).document
                bare, key = replace(entity, mentions=()), rule.key(entity, world)
                yield entity.id, _Look(seen, bare, document, key, known.story)

    def days(self, look: _Look) -> frozenset[int]:
        return meeting.yearless([look.seen]) if self.rule(look.entity.type) is meeting.RULE else frozenset()

    def keys(self, item: tuple[str, _Look]) -> Iterator[tuple[Hashable, tuple[str, Seen]]]:
        ident, look = item
        kind = look.entity.type
        for key in dict.fromkeys(self.rule(kind).keys(look.seen, self.common(kind))):
            yield (kind, key), (ident, look.seen)

    def ties(self, item: tuple[str, _Look]) -> Iterable[Pair]:
        look = item[1]
        return self.rule(look.entity.type).ties(look.seen)

    def pairs(self, block: tuple[tuple[str, Hashable], Iterable[tuple[str, Seen]]]) -> Iterable[Pair]:
        (kind, key), found = block
        seen = dict(found)
        return self.rule(kind).pairs(Filed(key, sorted(seen), seen), self.common(kind)) if len(seen) > 1 else ()

    def decide(self, block: tuple[Iterable[tuple[str, _Look]], Iterable[Pair]]) -> Iterator[_Set]:
        looks = dict(sorted(block[0]))
        kind = next(iter(looks.values())).entity.type
        seen = {ident: look.seen for ident, look in looks.items()}
        for group in self.rule(kind).decide(seen, set(block[1]), self.common(kind), None).groups():
            members = [looks[ident] for ident in group.members]
            if is_told((one.entity, one.story) for one in members):
                yield _Set(group, [(one.entity, one.document) for one in members], min(one.key for one in members))


def _phase(known: Any, phase: _Phase, parts: int) -> Any:
    looks = known.values().flatMap(phase.looks).persist()
    # A day of a leap year each: some hundred numbers, however many articles there are.
    if any(phase.rule(kind) is meeting.RULE for kind in phase.types):
        phase = replace(phase, yearless=looks.values().map(phase.days).fold(frozenset(), lambda a, b: a | b))
    pairs = looks.flatMap(phase.keys).groupByKey(parts).flatMap(phase.pairs).union(looks.flatMap(phase.ties))
    pairs = pairs.distinct(parts).persist()
    least = roots(pairs, parts).persist()
    placed = looks.leftOuterJoin(least, parts).map(lambda item: (item[1][1] or item[0], (item[0], item[1][0])))
    held = pairs.join(least, parts).map(lambda item: (item[1][1], (item[0], item[1][0])))
    return placed.cogroup(held, numPartitions=parts).values().flatMap(phase.decide)


def _merged(sets: Any, parts: int) -> Any:
    """RDD of _Set → of (ResolvedEntity, records of its members)."""
    keyed = sets.map(lambda one: ((one.members[0][0].type, one.key), one))
    often = keyed.mapValues(lambda _: 1).reduceByKey(lambda a, b: a + b, parts)
    return keyed.join(often, parts).values().map(_entity)


def _entity(both: tuple[_Set, int]) -> tuple[Any, list[Entity]]:
    one, often = both
    return merged(one.group, one.members, one.key, often > 1), [entity for entity, _ in one.members]


def _triples(both: tuple[Extraction, Iterable[tuple[str, str]] | None]) -> Iterator[Triple]:
    extraction, found = both
    ids = dict(found or ())
    return (replace(t, subject_id=ids[t.subject], object_id=ids[t.object]) for t in extraction.triples)
