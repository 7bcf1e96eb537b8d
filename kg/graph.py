"""A resolution as a directed multigraph whose edges carry their evidence.

Nodes are resolved entities by id. An edge is one fact: ends, predicate and what the ontology calls its identity; its
key is a hash of these. Every node has all of NODE_ATTRIBUTES and every edge all of EDGE_ATTRIBUTES (an empty text or
list where nothing is known), so that tables and databases need no guessing. All texts are legible (`kg.legible`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

import networkx as nx

from kg.errors import BadRecord
from kg.heap import uncollected
from kg.language.days import in_time
from kg.legible import legible, legible_value
from kg.model import SCHEMA, Article, Evidence, Resolution, ResolvedEntity, Triple, fingerprint, to_line
from kg.ontology import Ontology, Predicate, ontology
from kg.resolve.copies import body_fingerprint, stories
from kg.say import say
from kg.whereabouts import stands

NODE_ATTRIBUTES: Mapping[str, str] = {
    "name": "canonical name",
    "type": "node type of the ontology (Person)",
    "label": "its Chinese label (人物)",
    "names": "list: all names, canonical first",
    "documents": "list: documents that name it, sorted",
    "count": "number of these documents",
    "properties": "mapping: what the records say besides",
    "reasons": "list: why its names in several articles were taken for one thing",
}
EDGE_ATTRIBUTES: Mapping[str, str] = {
    "predicate": "predicate of the ontology (HOLDS_POSITION)",
    "label": "its Chinese label (任职)",
    "titles": "list: posts, sorted",
    "role": "the strongest role of all its articles",
    "amount": "amounts as written, different ones joined by ；",
    "status": "the strongest status of all its articles; done where none is stated",
    "first": "earliest day: the fact's own where stated, else its article's; empty if unknown",
    "last": "latest day, likewise",
    "count": "number of independent stories: a text printed twice, reprinted or shortened, counts once",
    "confidence": "the highest of its triples, in [0, 1]",
    "articles": "list: ids of its articles, sorted",
    "triples": "list: ids of its triples, sorted",
    "evidence": "list of mappings: one for each sentence of each triple, see `evidence`",
}
_STATED = "done"  # a sentence without a sign of future, wish or past states its fact


@uncollected()
def build(resolution: Resolution, vocabulary: Ontology | None = None) -> nx.MultiDiGraph:
    """The graph of a resolution; the same whatever the order of its records.

    Raises BadRecord where a triple's end or article is unknown or its predicate is not in the vocabulary (the
    package's own unless given).
    """
    words = vocabulary or ontology()
    told = stories(resolution.articles)
    graph = nx.MultiDiGraph(schema=SCHEMA, articles=len(told), independent=len(set(told.values())))
    for entity in sorted(resolution.entities, key=lambda entity: entity.id):
        graph.add_node(entity.id, **node(entity, words))
    found = facts(resolution, words, told)
    for fact in found:
        if not {fact.source, fact.target} <= graph.nodes.keys():
            raise BadRecord(
                say("triple {id}: an end is no entity of this resolution; resolve it again", id=fact.triple.id)
            )
    for (source, target, key), group in groupby(in_order(found), key=lambda fact: (fact.source, fact.target, fact.key)):
        facts_of_it = list(group)
        items = (item for fact in facts_of_it for item in evidence(fact))
        graph.add_edge(source, target, key=key, **edge(facts_of_it, items, words))
    return graph


def confident(resolution: Resolution, least: float) -> Resolution:
    """The resolution without the triples whose confidence is below `least`, in [0, 1]; its entities all stay."""
    if not least:
        return resolution
    return replace(resolution, triples=tuple(triple for triple in resolution.triples if triple.confidence >= least))


def facts(
    resolution: Resolution, vocabulary: Ontology | None = None, told: Mapping[str, str] | None = None
) -> list[Fact]:
    """The triples in their order, each with the edge to which it belongs. Raises BadRecord, see `build`.

    told: the stories of its articles, where they are known.
    """
    words = vocabulary or ontology()
    articles = {article.id: article for article in resolution.articles}
    told = stories(resolution.articles) if told is None else told
    bodies = {key: body_fingerprint(articles[first].text) for key, first in told.items()}
    return [
        fact_of(triple, articles.get(triple.article), bodies.get(triple.article, ""), words)
        for triple in resolution.triples
    ]


@dataclass(frozen=True, slots=True)
class Fact:
    """A triple turned to its canonical direction, with its article, its day ("" if unknown) and its edge's key.

    source, target: ids of the resolved entities at its ends. story: the same for all copies of the article's text.
    """

    triple: Triple
    article: Article
    predicate: Predicate
    source: str
    target: str
    day: str
    key: str
    story: str


def in_order(found: Iterable[Fact]) -> Iterator[Fact]:
    """The facts of each edge together, the same for any order in which they come."""
    for _, same in groupby(sorted(found, key=_order), key=_order):
        some = list(same)
        # One article may say one thing twice in the same words: then the whole record decides.
        yield from sorted(some, key=lambda fact: to_line(fact.triple)) if len(some) > 1 else some


def _order(fact: Fact) -> tuple[str, ...]:
    return (fact.source, fact.target, fact.key, fact.article.id, fact.triple.id)


def fact_of(triple: Triple, article: Article | None, story: str, words: Ontology) -> Fact:
    """The triple's fact; article: where it stands, story: see `Fact`. Raises BadRecord, see `build`."""
    predicate = words.predicates.get(triple.predicate)
    if predicate is None or article is None or triple.subject_id is None or triple.object_id is None:
        raise BadRecord(
            say(
                "triple {id}: {subject_id} {predicate} {object_id} of {article} "
                "lacks a known predicate, article or resolved end; resolve it again",
                id=triple.id,
                subject_id=triple.subject_id,
                predicate=triple.predicate,
                object_id=triple.object_id,
                article=triple.article,
            )
        )
    source, target = triple.subject_id, triple.object_id
    if predicate.symmetric and target < source:
        source, target, triple = target, source, _turned(triple)
    day = next(iter(_texts(triple.properties.get("date"))), article.date or "")
    identity = [_identity(name, triple, day) for name in predicate.identity]
    # A letter first, as of entities: spreadsheets take 465e853232929679 for a number.
    key = "r" + fingerprint(source, predicate.name, target, *identity)
    return Fact(triple, article, predicate, source, target, day, key, story)


def _turned(triple: Triple) -> Triple:
    other = {"subject": "object", "object": "subject"}
    return replace(triple, evidence=tuple(replace(e, role=other.get(e.role, e.role)) for e in triple.evidence))


def _identity(name: str, triple: Triple, day: str) -> str:
    """What one identity property contributes to the key; lists count as sets."""
    if name == "date":
        return day
    if name == "status":
        return str(triple.properties.get("status") or _STATED)
    return "\x1e".join(sorted(set(_texts(triple.properties.get(name)))))


def _texts(value: Any) -> list[str]:
    """A property's value as texts: none, one or several."""
    if value is None or value == "":
        return []
    items = value if isinstance(value, (list, tuple)) else [value]
    return [str(item.get("text", item)) if isinstance(item, Mapping) else str(item) for item in items]


def node(entity: ResolvedEntity, words: Ontology) -> dict[str, Any]:
    """The NODE_ATTRIBUTES of an entity. Raises BadRecord where its type is not in the vocabulary."""
    node_type = words.types.get(entity.type)
    if node_type is None:
        raise BadRecord(say("entity {id}: type {type!r} is not in the ontology", id=entity.id, type=entity.type))
    return {
        "name": legible(entity.name),
        "type": entity.type,
        "label": node_type.label,
        "names": legible_value(entity.names),
        "documents": legible_value(sorted(entity.documents)),
        "count": len(entity.documents),
        "properties": legible_value(entity.properties),
        "reasons": legible_value(entity.reasons),
    }


def edge(facts: Sequence[Fact], items: Iterable[dict[str, Any]], words: Ontology) -> dict[str, Any]:
    """The EDGE_ATTRIBUTES of the edge that these facts make, in their order; items: the `evidence` of each."""
    days = in_time(fact.day for fact in facts)
    articles = sorted({fact.article.id for fact in facts})
    return {
        "predicate": facts[0].predicate.name,
        "label": facts[0].predicate.label,
        "titles": _union(facts, "titles"),
        "role": _strongest(facts, "role", words.roles),
        "amount": "；".join(_union(facts, "amount")),
        "status": _strongest(facts, "status", words.statuses, _STATED),
        "first": legible(days[0]) if days else "",
        "last": legible(days[-1]) if days else "",
        "count": len({fact.story for fact in facts}),
        "confidence": float(max(fact.triple.confidence for fact in facts)),
        "articles": legible_value(articles),
        "triples": sorted({fact.triple.id for fact in facts}),
        # Two triples may stand on one sentence (two roles, two titles): it is shown once.
        "evidence": list({repr(item): item for item in items}.values()),
    }


def _union(facts: Sequence[Fact], name: str) -> list[str]:
    return sorted({legible(text) for fact in facts for text in _texts(fact.triple.properties.get(name))})


def _strongest(facts: Sequence[Fact], name: str, ranking: Iterable[str], default: str = "") -> str:
    """The first of `ranking` that one of the facts has; a word that the ontology does not rank comes last."""
    found = {text for fact in facts for text in _texts(fact.triple.properties.get(name)) or [default]}
    ranked = [word for word in ranking if word in found]
    return legible((ranked or sorted(found))[0])


def evidence(fact: Fact) -> list[dict[str, Any]]:
    """What one triple was read from: one mapping a sentence, in the order of the text.

    triple, article, document, title, date: where it stands, and url where its page tells one. sentence: the whole of
    it. start: its offset in the article's text, -1 if it does not stand there word for word. spans: `[start, end,
    role]` inside the sentence. via: `[role, why]` of the ends that stand there in other words or not at all. page,
    boxes or offset: where in the file, see `kg.whereabouts.stands`.
    """
    text = fact.article.text
    sentences: dict[tuple[int, str], list[Evidence]] = {}
    for piece in fact.triple.evidence:
        sentences.setdefault((_begin(text, piece), piece.sentence), []).append(piece)
    found = []
    for (begin, sentence), pieces in sorted(sentences.items(), key=lambda item: item[0]):
        spans = sorted({span for piece in pieces if begin >= 0 for span in _span(piece, begin)})
        via = sorted({(piece.role, piece.via) for piece in pieces if piece.via})
        found.append(
            {
                "triple": fact.triple.id,
                "article": legible(fact.article.id),
                "document": legible(fact.article.document),
                "title": legible(fact.article.title),
                "date": legible(fact.article.date or ""),
                "sentence": legible(sentence),
                "start": begin,
                "spans": legible_value(spans),
                "via": legible_value(via),
                **stands(fact.article, begin, begin + len(sentence)),
                **({"url": legible(fact.article.url)} if fact.article.url else {}),
            }
        )
    return found


def _span(piece: Evidence, begin: int) -> list[tuple[int, int, str]]:
    if piece.start is None or piece.end is None:
        return []
    return [(piece.start - begin, piece.end - begin, piece.role)]


def _begin(text: str, piece: Evidence) -> int:
    """Where the piece's sentence begins: the last place at or before its span, the first one without a span."""
    if piece.start is None or piece.end is None:
        return text.find(piece.sentence)
    begin = text.rfind(piece.sentence, 0, piece.start + len(piece.sentence))
    return begin if begin >= 0 and piece.end <= begin + len(piece.sentence) else -1
