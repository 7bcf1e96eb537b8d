"""Facts of frames: what the table of relations says of each deed."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.annotated import Annotated, Fact, ends
from kg.extract.circumstances import properties
from kg.extract.frame.reading import Frame, frames
from kg.extract.frame.tables import Kinds


def told_by_frames(article: Annotated, known: Kinds) -> Iterator[Fact]:
    """The facts of every deed of the article."""
    for frame in frames(article, known):
        yield from _facts(article, frame, known)


def _facts(article: Annotated, frame: Frame, known: Kinds) -> Iterator[Fact]:
    for relation in known.relations[frame.kind]:
        predicate = known.vocabulary.predicates[relation.predicate]
        priced = "amount" in predicate.properties
        paid = tuple(frame.slots.get(relation.object, ())) if priced else None
        more = properties(article, frame.verb, money=paid, ends=not priced)
        allowed = {name: value for name, value in more.items() if name in predicate.properties}
        for subject in ends(frame.slots.get(relation.subject, ())):
            for obj in ends(frame.slots.get(relation.object, ())):
                if subject[0] != obj[0]:
                    yield article.fact(subject, relation.predicate, obj, trigger=frame.verb,
                                       rule=f"frame {frame.kind}", properties=allowed)  # fmt: skip
