"""An article in traditional script: extracted in simplified characters, its names and sentences shown as they stand.

Folding keeps every offset, so what was found in the folded text stands at the same place of the article's own.
"""

from __future__ import annotations

from kg.language.script import is_traditional, simplified
from kg.model import Article, Entity, Evidence, Extraction, Mention, Triple, replace


def folded(article: Article) -> Article:
    """The article in simplified script; the same object where it is written in it."""
    if not is_traditional(article.text):
        return article
    names = tuple(map(simplified, article.reporters))
    return replace(article, title=simplified(article.title), text=simplified(article.text), reporters=names)


def restored(extraction: Extraction, article: Article) -> Extraction:
    """An extraction of `folded(article)` as one of `article`.

    An entity is called as the article writes it, where it does; its simplified names follow.
    """
    if extraction.article is article:
        return extraction
    read = extraction.article.text
    sure, doubted = (
        tuple(_entity(entity, article.text) for entity in found) for found in (extraction.entities, extraction.doubted)
    )
    return Extraction(
        article, sure, tuple(_triple(triple, read, article.text) for triple in extraction.triples), doubted
    )


def _entity(entity: Entity, text: str) -> Entity:
    written = {mention.text: text[mention.start : mention.end] for mention in entity.mentions}
    names = [name for plain in entity.names for name in (written.get(plain, plain), plain)]
    mentions = tuple(
        Mention(item.start, item.end, text[item.start : item.end], item.reason) for item in entity.mentions
    )
    return replace(entity, name=names[0], names=tuple(dict.fromkeys(names)), mentions=mentions)


def _triple(triple: Triple, read: str, text: str) -> Triple:
    return replace(triple, evidence=tuple(_evidence(item, read, text) for item in triple.evidence))


def _evidence(item: Evidence, read: str, text: str) -> Evidence:
    start = read.find(item.sentence)
    return replace(item, sentence=text[start : start + len(item.sentence)]) if start >= 0 else item
