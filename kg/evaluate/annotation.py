"""A resolution in the shape of the gold: one object a document (GUIDELINES.md, File format)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kg.evaluate.shape import ROLES
from kg.language.days import is_whole
from kg.language.similarity import plain
from kg.model import Article, Resolution, ResolvedEntity, Triple
from kg.ontology import ontology

# What the gold holds: facts and what is planned, neither wishes nor posts of the past.
_PRINTED = ("done", "planned")


def annotation(document: str, resolution: Resolution, evidence: bool = False) -> dict[str, Any]:
    """The document's articles, nodes and triples as the gold writes them.

    Nodes in the ontology's order of types, then by name; triples by subject, predicate and object. One triple a pair
    and predicate, with all titles and the strongest role. An end is its canonical name, `Type:name` where nodes of
    other types bear it too; nodes of one type and name (two papers called 战略合作协议) are told apart by who or where.
    evidence: adds to each triple the sentence that it was read from, and the ids of its records.
    """
    articles = [article for article in resolution.articles if article.document == document]
    entities = [entity for entity in resolution.entities if document in entity.documents]
    inside = {article.id for article in articles}
    triples = [triple for triple in resolution.triples if triple.article in inside and _is_printed(triple)]
    names = _names(document, entities, triples)
    references = _references(entities, names)
    return {
        "document": document,
        "articles": [_article(article) for article in sorted(articles, key=lambda article: article.index)],
        "nodes": [{"type": entity.type, "names": list(names[entity.id])} for entity in _sorted(entities, names)],
        "triples": _triples(triples, references, evidence),
    }


def _is_printed(triple: Triple) -> bool:
    return triple.properties.get("status", "done") in _PRINTED and triple.subject_id != triple.object_id


def _article(article: Article) -> dict[str, Any]:
    return {
        "title": article.title,
        "text": article.text,
        "date": article.date if article.date and is_whole(article.date) else None,
        "reporters": list(article.reporters),
    }


def _sorted(entities: Iterable[ResolvedEntity], names: Mapping[str, Sequence[str]]) -> list[ResolvedEntity]:
    order = list(ontology().types)
    return sorted(entities, key=lambda entity: (order.index(entity.type), names[entity.id], entity.id))


def _names(document: str, entities: Sequence[ResolvedEntity], triples: Sequence[Triple]) -> dict[str, tuple[str, ...]]:
    """The names of each entity in the document, so that no two of one type have the same first."""
    names = {entity.id: entity.documents[document] for entity in entities}
    shared = Counter((entity.type, plain(names[entity.id][0])) for entity in entities)
    parties = _parties(triples, names)
    taken = {key for key, count in shared.items() if count == 1}
    for entity in sorted(entities, key=lambda entity: entity.id):
        first = names[entity.id][0]
        if shared[entity.type, plain(first)] == 1:
            continue
        number = 1
        called = wished = f"{_circumstance(entity, parties)}{first}"
        while (entity.type, plain(called)) in taken or called == first:
            number += 1
            called = f"{wished}（{number}）"
        taken.add((entity.type, plain(called)))
        names[entity.id] = (called, *names[entity.id])
    return names


def _parties(triples: Iterable[Triple], names: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Who signed or took part, joined by 与: 西宁市政府与星湖集团."""
    found: dict[str, set[str]] = defaultdict(set)
    for triple in triples:
        if triple.predicate in ("SIGNED", "ATTENDED", "UNDERTAKES"):
            thing, other = triple.object_id, triple.subject_id
            if thing in names and other in names:
                found[str(thing)].add(names[str(other)][0])
    return {thing: "与".join(sorted(people)[:2]) for thing, people in found.items()}


def _circumstance(entity: ResolvedEntity, parties: Mapping[str, str]) -> str:
    path = entity.properties.get("path")
    if isinstance(path, (list, tuple)) and len(path) > 1:
        return str(path[-2])
    return parties.get(entity.id) or str(entity.properties.get("place") or entity.properties.get("date") or "")


def _references(entities: Iterable[ResolvedEntity], names: Mapping[str, Sequence[str]]) -> dict[str, str]:
    types: dict[str, set[str]] = defaultdict(set)
    listed = list(entities)
    for entity in listed:
        types[plain(names[entity.id][0])].add(entity.type)
    found = {}
    for entity in listed:
        name = names[entity.id][0]
        # A name that looks like a reference itself (Project:X) needs its type as well.
        ambiguous = len(types[plain(name)]) > 1 or name.partition(":")[0] in ontology().types
        found[entity.id] = f"{entity.type}:{name}" if ambiguous else name
    return found


def _triples(triples: Iterable[Triple], references: Mapping[str, str], evidence: bool) -> list[list[Any]]:
    found: dict[tuple[str, str, str], dict[str, Any]] = {}
    for triple in triples:
        ends = references[str(triple.subject_id)], references[str(triple.object_id)]
        if ontology().predicates[triple.predicate].symmetric:
            ends = min(ends), max(ends)
        _add(found.setdefault((ends[0], triple.predicate, ends[1]), {}), triple, evidence)
    return [[*key, properties] if properties else list(key) for key, properties in sorted(found.items())]


def _add(properties: dict[str, Any], triple: Triple, evidence: bool) -> None:
    titles = triple.properties.get("titles")
    if titles:
        properties["titles"] = list(dict.fromkeys([*properties.get("titles", []), *titles]))
    roles = [role for role in (properties.get("role"), triple.properties.get("role")) if role in ROLES]
    if roles:
        properties["role"] = min(roles, key=ROLES.index)
    if evidence:
        properties.setdefault("triples", []).append(triple.id)
    if evidence and "evidence" not in properties:
        properties["evidence"] = " … ".join(dict.fromkeys(item.sentence for item in triple.evidence))


__all__ = ["annotation"]
