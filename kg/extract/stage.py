"""The stage: an article in, its entities and triples out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from kg.extract.anchor import anchor
from kg.extract.annotated import Annotated, Fact
from kg.extract.confidence import clues, confidence
from kg.extract.frame import Kinds, kinds, with_named
from kg.extract.mention import mentions
from kg.extract.mention.no_meetings import is_kind
from kg.extract.moods import mood
from kg.extract.relate import facts
from kg.extract.script import folded, restored
from kg.extract.sheet import Sheet, Spot, open_sheet, spans_to_tag
from kg.language.countries import is_country, is_region
from kg.language.divisions import find
from kg.language.lexicon import any_of, words
from kg.language.tagger import tag_ahead
from kg.language.text import fold
from kg.model import Article, Entity, Evidence, Extraction, Mention, Triple, replace, triple_id

_LONG = 20_000
_ROLES = ("host", "speaker", "participant")


def extract(article: Article, known: Kinds | None = None) -> Extraction:
    """Everything that is read from one article; the same article gives the same records, whatever was read before.

    known: the kinds of deeds to read, with their vocabulary; the package's own where none are given.
    """
    return read(article, known)[0]


def look_ahead(articles: Iterable[Article]) -> None:
    """Tags the words of articles that `extract` is going to be called with: many at once are quicker than one by one.

    Nothing else comes of it. Articles longer than a newspaper's (_LONG characters) are left to `extract`.
    """
    read_soon = (folded(article) for article in articles if len(article.text) <= _LONG)
    tag_ahead(article.text[start:end] for article in read_soon for start, end in spans_to_tag(article.text))


def read(article: Article, known: Kinds | None = None) -> tuple[Extraction, dict[str, frozenset[str]]]:
    """The same, and the clues of each triple by its id: what its confidence was computed from."""
    known = known or kinds()
    sheet = open_sheet(folded(article))
    annotated = with_named(anchor(sheet, mentions(sheet)), known)
    entities = _entities(annotated)
    groups = _groups(annotated, entities, known)
    told = [(_triple(annotated, entities, group), clues(annotated, group)) for group in groups]
    triples = tuple(replace(triple, confidence=confidence(seen)) for triple, seen in told)
    told_of = {end for triple in triples for end in (triple.subject, triple.object)}
    known_by = {one.id: sure or one.id in told_of for one, sure in zip(entities, _sure(annotated), strict=True)}
    entities.sort(key=lambda one: one.id)
    kept = tuple(one for one in entities if known_by[one.id])
    doubted = tuple(replace(one, doubted=True) for one in entities if not (known_by[one.id] or _is_known(one)))
    extraction = Extraction(sheet.article, kept, triples, doubted)
    return restored(extraction, article), {triple.id: seen for triple, seen in told}


def _entities(annotated: Annotated) -> list[Entity]:
    """One entity a thing, in the order of the things."""
    article = annotated.sheet.article
    return [
        Entity(
            id=f"{article.id}:{thing.type}:{thing.name}",
            article=article.id,
            type=thing.type,
            name=thing.name,
            names=thing.names,
            mentions=tuple(Mention(b.start, b.end, b.spot.text, b.reason) for b in annotated.mentions_of(index)),
            properties=thing.properties,
        )
        for index, thing in enumerate(annotated.things)
    ]


def _sure(annotated: Annotated) -> Iterator[bool]:
    """For each thing whether a mention of it is sure, and what it is called no mere kind of meeting."""
    for index, thing in enumerate(annotated.things):
        spots = [bound.spot for bound in annotated.mentions_of(index)]
        kind = thing.type == "Meeting" and is_kind(fold(thing.name))
        wish = thing.type == "Agreement" and bool(spots) and all(_only_wished(annotated, spot) for spot in spots)
        yield not kind and not wish and (not spots or any(spot.sure for spot in spots))


def _only_wished(annotated: Annotated, spot: Spot) -> bool:
    """Whether a paper is one that somebody will or will not sign: 推动尽早达成|协议, 将签署一项|协议."""
    left, _ = annotated.sheet.clause(spot.start)
    verbs = list(_reaches().finditer(annotated.sheet.flat, left, spot.start))
    if verbs and verbs[-1]["push"]:
        return True
    return mood(annotated.sheet, verbs[-1].span() if verbs else (spot.start, spot.end)) != "done"


@cache
def _reaches() -> re.Pattern[str]:
    verbs = any_of((*words("signing_verbs"), "达成", "商签", "批准"))
    return re.compile(f"(?P<push>(?:推动|促成|促进|争取|商谈)[^,。;“”《》、]{{0,6}}?)?(?:{verbs})")


def _is_known(entity: Entity) -> bool:
    """Whether everybody knows the place: what doubts it (北京时间) is the text, and no other article tells of that."""
    if entity.type != "Location":
        return False
    return bool(find(entity.name)) or is_country(entity.name) or is_region(entity.name)


def _groups(annotated: Annotated, entities: Sequence[Entity], known: Kinds) -> list[list[Fact]]:
    """The facts that make one triple: those with the same ends, predicate and status."""
    groups: dict[tuple[str, str, str, str], list[Fact]] = defaultdict(list)
    for fact in facts(annotated, known):
        subject, obj = entities[fact.subject], entities[fact.object]
        predicate = known.vocabulary.predicates[fact.predicate]
        if subject is obj or not predicate.allows(subject.type, obj.type):
            continue
        if predicate.symmetric and obj.id < subject.id:
            subject, obj = obj, subject
        groups[subject.id, fact.predicate, obj.id, str(fact.properties.get("status", "done"))].append(fact)
    return [group for _, group in sorted(groups.items())]


def _triple(annotated: Annotated, entities: Sequence[Entity], group: Sequence[Fact]) -> Triple:
    """One triple for a group; titles and roles joined, evidence in the order of the facts."""
    first, sheet = max(group, key=lambda fact: fact.confidence), annotated.sheet
    subject, obj = entities[first.subject], entities[first.object]
    evidence = tuple(dict.fromkeys(item for fact in group for item in _evidence(sheet, fact)))
    sentences = tuple(dict.fromkeys(item.sentence for item in evidence if item.role == "trigger"))
    return Triple(
        id=triple_id(subject, first.predicate, obj, sentences),
        article=sheet.article.id,
        subject=subject.id,
        predicate=first.predicate,
        object=obj.id,
        properties=_joined(group),
        evidence=evidence,
        rule=first.rule,
    )


def _joined(group: Iterable[Fact]) -> dict[str, Any]:
    """The properties of all facts: titles in order, the strongest role, else the first value."""
    joined: dict[str, Any] = {}
    for fact in group:
        for key, value in fact.properties.items():
            if key == "titles":
                joined[key] = list(dict.fromkeys([*joined.get(key, []), *value]))
            elif key == "role":
                joined[key] = min((joined.get(key, value), value), key=_ROLES.index)
            else:
                joined.setdefault(key, value)
    return dict(sorted(joined.items()))


def _evidence(sheet: Sheet, fact: Fact) -> list[Evidence]:
    found = []
    anchor_at = next(start for _, start, _, _ in (*fact.spots, ("", 0, 0, "")) if start is not None)
    for role, start, end, via in fact.spots:
        left, right = sheet.sentence(anchor_at if start is None else start)
        found.append(Evidence(role, sheet.article.text[left:right], start, end, via))
    return found
