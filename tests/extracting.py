"""What is read from one invented article: names, and triples by names, for the tests of the modules that read facts."""

from __future__ import annotations

from kg.extract import extract
from kg.model import Article, Triple


def article(text: str, **more: str) -> Article:
    return Article(id="t#1", document="t", index=1, title="", text=text, **more)


def names(text: str, kind: str, **more: str) -> set[str]:
    """The canonical names of the entities of a type in a text of a paper in Qinghai."""
    return {entity.name for entity in extract(article(text, place="青海", **more)).entities if entity.type == kind}


def read(text: str, predicate: str, **more: str) -> dict[tuple[str, str], Triple]:
    """The triples of a predicate by the canonical names of their ends, those of a symmetric one in sorted order."""
    extraction = extract(article(text, **more))
    names = {entity.id: entity.name for entity in extraction.entities}
    found = {}
    for triple in extraction.triples:
        if triple.predicate == predicate:
            ends = (names[triple.subject], names[triple.object])
            if predicate in ("SIGNED_WITH", "COOPERATES_WITH"):
                ends = (min(ends), max(ends))
            found[ends] = triple
    return found
