"""Corrections on a cluster: what they speak of is collected, corrected as on one machine, and put back."""

from __future__ import annotations

from collections.abc import Sequence

from kg.correct import Correction, Misfit, correct
from kg.language.similarity import undotted
from kg.model import Article, Resolution, ResolvedEntity, Triple, replace
from kg.ontology import Ontology
from kg.spark.resolving import Resolved


def corrected(
    found: Resolved, lines: Sequence[Correction], vocabulary: Ontology
) -> tuple[Resolved, tuple[Misfit, ...]]:
    """The RDDs with the corrections applied, and the lines that fit nothing.

    The driver holds the entities that a line names, their facts, and the articles of both: as much as people correct.
    """
    if not lines:
        return found, ()
    part = _part(found, lines)
    ids = frozenset(entity.id for entity in part.entities)
    whole, misfits = correct(part, lines, vocabulary)
    context = found.entities.context
    entities = found.entities.filter(lambda entity: entity.id not in ids)
    touched = frozenset(entity.id for entity in part.entities if _named(entity, _names(lines)))
    triples = found.triples.filter(lambda triple: not _touches(triple, touched))
    return (
        Resolved(
            found.articles,
            entities.union(context.parallelize(list(whole.entities), 1)),
            triples.union(context.parallelize(list(whole.triples), 1)),
            found.stories,
        ),
        misfits,
    )


def _part(found: Resolved, lines: Sequence[Correction]) -> Resolution:
    names, sentences = _names(lines), tuple(line.sentence for line in lines if line.sentence)
    touched = {e.id: e for e in found.entities.filter(lambda entity: _named(entity, names)).collect()}
    ids = frozenset(touched)
    triples = found.triples.filter(lambda triple: _touches(triple, ids)).collect()
    beyond = frozenset(end for triple in triples for end in (triple.subject_id, triple.object_id)) - ids
    others = found.entities.filter(lambda entity: entity.id in beyond).collect() if beyond else []
    documents = frozenset(document for entity in touched.values() for document in entity.documents)

    def wanted(article: Article) -> bool:
        return article.document in documents or any(sentence in article.text for sentence in sentences)

    def light(article: Article) -> Article:
        return article if any(sentence in article.text for sentence in sentences) else replace(article, text="")

    articles = found.articles.filter(wanted).map(light).collect()
    ordered = sorted(articles, key=lambda article: (article.document, article.index, article.id))
    return Resolution(tuple(ordered), (*touched.values(), *others), tuple(triples))


def _names(lines: Sequence[Correction]) -> frozenset[str]:
    """Every name that a line speaks of or gives."""
    return frozenset(undotted(name) for line in lines for name in (line.name, line.other, line.value) if name)


def _named(entity: ResolvedEntity, names: frozenset[str]) -> bool:
    return any(undotted(name) in names for name in entity.names)


def _touches(triple: Triple, ids: frozenset[str]) -> bool:
    return triple.subject_id in ids or triple.object_id in ids
