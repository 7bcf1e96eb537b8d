"""Nodes and relationships as rows for databases: what `kg.store.rows` makes of a resolution, by shuffles.

Facts meet at the key of their edge, days and places at the thing that they say something of. No article's text leaves
its article: the sentences of a fact are looked up where it lies.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any, NamedTuple

from kg.areas import LIE, Areas, of_reached
from kg.graph import Fact, edge, evidence, fact_of, in_order, node
from kg.model import Article, ResolvedEntity, Triple, replace
from kg.ontology import Ontology
from kg.resolve.copies import body_fingerprint
from kg.spark.resolving import Resolved
from kg.store.fact import record
from kg.store.rows import (
    ARTICLE,
    MENTIONS,
    Edge,
    Row,
    article_of,
    article_row,
    earlier,
    edge_row,
    mention,
    node_row,
    tells_day,
)  # fmt: skip

Labelled = tuple[str, Row]


@dataclass(frozen=True, slots=True)
class Tables:
    """nodes: RDD of (label, Row). edges: RDD of (type, Edge), without the types of their ends."""

    nodes: Any
    edges: Any


class _Told(NamedTuple):
    """A fact without its article's text, and what of the text shows it."""

    fact: Fact
    evidence: list[dict[str, Any]]


def tables(found: Resolved, words: Ontology, parts: int) -> Tables:
    """The rows of `kg.store.rows.rows` of what was found, in no order."""
    edges = _facts(found, words, parts).groupByKey(parts).values().map(_Edges(words)).persist()
    happened = edges.filter(lambda one: tells_day(one.properties))
    days = happened.map(lambda one: (one.target, one.properties["first"])).reduceByKey(earlier, parts)
    entities = found.entities.map(lambda entity: (entity.id, entity)).persist()
    known = entities.leftOuterJoin(days, parts).leftOuterJoin(_areas(entities, edges, words, parts), parts)
    nodes = known.values().map(_Nodes(words))
    articles = found.articles.map(lambda article: (ARTICLE, article_row(article)))
    named = edges.map(lambda one: (one.properties["predicate"], one))
    mentioned = _mentions(found, entities, parts).map(lambda one: (MENTIONS, one))
    return Tables(nodes.union(articles), named.union(mentioned))


def _facts(found: Resolved, words: Ontology, parts: int) -> Any:
    """RDD of (key of the edge, _Told)."""
    texts = found.articles.map(lambda article: (article.id, article))
    bodies = texts.mapValues(lambda article: body_fingerprint(article.text))
    first = found.stories.map(lambda pair: (pair[1], pair[0])).join(bodies, parts).values()
    told = found.triples.map(lambda triple: (triple.article, triple)).groupByKey(parts)
    return texts.join(first, parts).join(told, parts).values().flatMap(_Facts(words))


@dataclass(frozen=True, slots=True)
class _Facts:
    words: Ontology

    def __call__(self, item: tuple[tuple[Article, str], Iterable[Triple]]) -> Iterator[tuple[tuple[str, ...], _Told]]:
        (article, story), triples = item
        for triple in triples:
            fact = fact_of(triple, article, story, self.words)
            light = replace(fact, article=replace(article, text="", source_map=()))
            yield (fact.source, fact.target, fact.key), _Told(light, evidence(fact))


@dataclass(frozen=True, slots=True)
class _Edges:
    words: Ontology

    def __call__(self, told: Iterable[_Told]) -> Edge:
        some = list(told)
        shown = {id(one.fact): one.evidence for one in some}
        facts = list(in_order(one.fact for one in some))
        first = facts[0]
        attributes = edge(facts, (item for fact in facts for item in shown[id(fact)]), self.words)
        records = sorted({record(fact) for fact in facts})
        return Edge(first.source, first.target, "", "", edge_row(first.key, attributes, records))


@dataclass(frozen=True, slots=True)
class _Nodes:
    words: Ontology

    def __call__(self, item: tuple[tuple[ResolvedEntity, str | None], Areas | None]) -> Labelled:
        (entity, day), lying = item
        return entity.type, node_row(entity, node(entity, self.words), day or "", lying or Areas())


def _areas(entities: Any, edges: Any, words: Ontology, parts: int) -> Any:
    """RDD of (entity id, Areas) of what lies somewhere: from each thing up the edges LOCATED_IN, a join a step."""
    lies = edges.filter(lambda one: one.properties["predicate"] == "LOCATED_IN" and one.source != one.target)
    above = lies.map(lambda one: (one.source, one.target)).distinct(parts).persist()
    begin = entities.filter(lambda item: item[1].type in LIE).keys()
    reached = begin.map(lambda ident: ((ident, ident), 0)).persist()
    frontier, steps = reached, 0
    while frontier.count():
        steps += 1
        there = frontier.map(lambda item: (item[0][1], item[0][0])).join(above, parts)
        ends = there.map(partial(_one_more, steps)).distinct(parts)
        # What was reached before is nearer.
        new = ends.leftOuterJoin(reached, parts).filter(lambda item: item[1][1] is None)
        frontier = new.mapValues(lambda both: both[0]).persist()
        reached = reached.union(frontier).coalesce(parts).persist()
    what = entities.mapValues(_Light(words))
    met = reached.map(lambda item: (item[0][1], (item[0][0], item[1]))).join(what, parts).values()
    gathered = met.map(lambda item: (item[0][0], (item[0][1], item[1]))).groupByKey(parts)
    found = gathered.mapValues(lambda some: of_reached(sorted(some, key=lambda one: one[0])))
    return found.filter(lambda item: item[1] is not None)


def _one_more(steps: int, item: tuple[str, tuple[str, str]]) -> tuple[tuple[str, str], int]:
    return item[1], steps


@dataclass(frozen=True, slots=True)
class _Light:
    """What tells where an entity lies: a shuffle takes it to everything that lies in it."""

    words: Ontology

    def __call__(self, entity: ResolvedEntity) -> dict[str, Any]:
        attributes = node(entity, self.words)
        path = attributes["properties"].get("path")
        return {**{name: attributes[name] for name in ("type", "name", "names")}, "properties": {"path": path}}


def _mentions(found: Resolved, entities: Any, parts: int) -> Any:
    """RDD of Edge, from each article to what it mentions. An entity's documents are filed, not sent with each."""
    documents = found.articles.map(lambda article: (article.id, article.document))
    members = entities.values().flatMap(lambda one: ((article_of(member, one.type), one.id) for member in one.members))
    ends = found.triples.flatMap(
        lambda triple: ((triple.article, end) for end in (triple.subject_id, triple.object_id))
    )
    pairs = members.union(ends).distinct(parts).join(documents, parts)
    filed = pairs.map(lambda item: ((item[1][0], item[1][1]), item[0]))
    named = entities.values().flatMap(lambda one: (((one.id, at), names) for at, names in one.documents.items()))
    told = filed.leftOuterJoin(named, parts).map(lambda item: (item[0][0], item[1]))
    return told.join(entities.mapValues(lambda one: (one.type, one.names)), parts).map(_mention)


def _mention(item: tuple[str, tuple[tuple[str, tuple[str, ...] | None], tuple[str, tuple[str, ...]]]]) -> Edge:
    entity, ((article, names), (kind, all_names)) = item
    return mention(article, entity, kind, all_names if names is None else names)


__all__ = ["Tables", "tables"]
