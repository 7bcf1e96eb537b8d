"""Extractions in, one entity for each thing out: order-free, reversible, with the reason of every join.

Nothing of the articles is overwritten: entities keep their members' ids, triples get `subject_id` and `object_id`
beside the ends that they were read with.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kg.errors import BadOntology, BadRecord
from kg.heap import uncollected
from kg.language.similarity import plain
from kg.model import Entity, Extraction, Resolution, ResolvedEntity, fingerprint, replace
from kg.ontology import NodeType, Ontology, ontology
from kg.resolve import agreement, meeting, person, project, qualified_name
from kg.resolve.echoes import echoed
from kg.resolve.joining import Group, Trace
from kg.resolve.rule import Call, Common, Rule, join
from kg.resolve.world import World, collect
from kg.say import say

# In the order in which they may look at each other's results: a project knows its builder, a person the happenings.
RULES: Mapping[str, Rule] = {
    "qualified_name": qualified_name.RULE,
    "project": project.RULE,
    "meeting": meeting.RULE,
    "agreement": agreement.RULE,
    "person": person.RULE,
}

_WORKS = ("Project", "Meeting", "Agreement")


def resolve(
    extractions: Iterable[Extraction], vocabulary: Ontology | None = None, trace: Trace | None = None
) -> Resolution:
    """One entity for each thing that the extractions speak of, and their triples with the ends' entity ids.

    The same for every order of the extractions: articles by document and place in it, entities by type and id, triples
    by article and place in the text. Raises BadRecord (ids that clash or are missing, a type that the vocabulary lacks)
    and BadOntology (a rule that does not exist). trace: is told of the pairs that are considered, see `explain`.
    """
    found, words = list(extractions), vocabulary or ontology()  # what reads them may take long: it is not of this block
    with uncollected():
        return _resolved(found, words, trace)


def _resolved(extractions: Sequence[Extraction], vocabulary: Ontology, trace: Trace | None) -> Resolution:
    world = replace(collect(echoed(extractions)), trace=trace)
    _check(world, vocabulary)
    entities: list[ResolvedEntity] = []
    for node_type in in_order(vocabulary):
        rule = RULES[node_type.identity["rule"]]
        members = [entity for entity in world.entities.values() if entity.type == node_type.name]
        groups = _groups(rule, members, world, figures(node_type))
        groups = [group for group in groups if _is_told(group, world)]
        world = world.settle(group.members for group in groups)
        entities += _entities(groups, rule, world)
    entities.sort(key=lambda entity: (list(vocabulary.types).index(entity.type), entity.id))
    ids = {member: entity.id for entity in entities for member in entity.members}
    triples = (replace(t, subject_id=ids[t.subject], object_id=ids[t.object]) for t in world.triples)
    return Resolution(tuple(world.articles.values()), tuple(entities), tuple(triples))


def _is_told(group: Group, world: World) -> bool:
    members = [world.entities[member] for member in group.members]
    return is_told((member, world.story(member)) for member in members)


def is_told(members: Iterable[tuple[Entity, str]]) -> bool:
    """Whether what is the same is a thing of the build; members: with the ids of their stories.

    A name that its own article doubts is none where it stands alone, or in copies of one story: another article must
    know it. Of a work it is enough that another story doubts it, too: two do not make up one name of it.
    """
    found = list(members)
    works = all(member.type in _WORKS for member, _ in found)
    return any(not member.doubted for member, _ in found) or (works and len({story for _, story in found}) > 1)


def figures(node_type: NodeType) -> Mapping[str, Any]:
    """What the ontology tells the rule of a type."""
    return {"ratio": node_type.ratio, **node_type.identity}


def _groups(rule: Rule, members: Sequence[Entity], world: World, told: Mapping[str, Any]) -> list[Group]:
    common = Common(told, _stories(world) if rule is person.RULE else {})
    seen = {entity.id: rule.look(entity, world, common) for entity in members}
    if rule is meeting.RULE:
        common = replace(common, yearless=meeting.yearless(seen.values()))
    return join(rule, seen, common, world.trace).groups()


def _stories(world: World) -> Mapping[Call, int]:
    return Counter(call for call, _ in person.calls(world.entities.values(), world))


def _check(world: World, vocabulary: Ontology) -> None:
    for entity in world.entities.values():
        if entity.type not in vocabulary.types:
            raise BadRecord(
                say(
                    "{id}: the type {type} is none of {types}",
                    id=entity.id,
                    type=entity.type,
                    types=", ".join(vocabulary.types),
                )
            )
        if entity.article not in world.articles:
            raise BadRecord(
                say("{id}: its article {article} is not among those given", id=entity.id, article=entity.article)
            )


def in_order(vocabulary: Ontology) -> list[NodeType]:
    """The types in the order in which they are resolved. Raises BadOntology for a rule that does not exist."""
    order = list(RULES)
    for node_type in vocabulary.types.values():
        chosen = node_type.identity.get("rule")
        if chosen not in RULES:
            raise BadOntology(
                say(
                    "type {name}: identity rule {chosen!r} is none of {order}",
                    name=node_type.name,
                    chosen=chosen,
                    order=", ".join(order),
                )
            )
    # Places before organisations where both have one rule: any fixed order will do.
    return sorted(vocabulary.types.values(), key=lambda t: (order.index(t.identity["rule"]), t.name))


def _entities(groups: Sequence[Group], rule: Rule, world: World) -> list[ResolvedEntity]:
    keys = [min(rule.key(world.entities[member], world) for member in group.members) for group in groups]
    often = Counter(keys)
    return [_entity(group, world, key, often[key] > 1) for group, key in zip(groups, keys, strict=True)]


def _entity(group: Group, world: World, key: str, shared: bool) -> ResolvedEntity:
    members = [world.entities[member] for member in group.members]
    return merged(group, [(member, world.article(member).document) for member in members], key, shared)


def merged(group: Group, members: Sequence[tuple[Entity, str]], key: str, shared: bool) -> ResolvedEntity:
    """The entity of a group. members: the records and their documents, in the order of the group.

    key: what its id is made from; shared: with the least member's id, for other groups have the same key.
    """
    documents: dict[str, list[Entity]] = defaultdict(list)
    for member, document in members:
        documents[document].append(member)
    within = {document: _ranked(found) for document, found in sorted(documents.items())}
    first = members[0][0]
    names = _ranked(replace(first, name=found[0], names=found) for found in within.values())
    ident = first.type[0].lower() + fingerprint(first.type, key, *group.members[:shared])
    told = _properties([member for member, _ in members])
    return ResolvedEntity(ident, first.type, names[0], names, within, group.members, told, group.reasons)


def _ranked(entities: Iterable[Entity]) -> tuple[str, ...]:
    """All names: the most often canonical first, then the most frequent, longest, least; one of each spelling."""
    canonical: Counter[str] = Counter()
    anywhere: Counter[str] = Counter()
    for entity in entities:
        canonical[entity.names[0]] += 1
        anywhere.update(set(entity.names))
    order = sorted(anywhere, key=lambda name: (-canonical[name], -anywhere[name], -len(name), name))
    spelled: dict[str, str] = {}
    for name in order:
        spelled.setdefault(plain(name), name)
    return tuple(spelled.values())


def _properties(members: Sequence[Entity]) -> dict[str, Any]:
    """Each property with the value that most members give it; the least of equally many."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for member in members:
        for name, value in member.properties.items():
            votes[name][json.dumps(value, ensure_ascii=False, sort_keys=True)] += 1
    return {name: json.loads(min(found, key=lambda v: (-found[v], v))) for name, found in sorted(votes.items())}


__all__ = ["RULES", "figures", "in_order", "is_told", "merged", "resolve"]
