"""Articles, entities and triples in few words, for the tests of identity."""

from __future__ import annotations

import re

from kg.model import Article, Entity, Extraction, Mention, Triple, triple_id

TYPES = {"P": "Person", "O": "Organization", "L": "Location", "J": "Project", "M": "Meeting", "A": "Agreement"}


def page(document, *facts, place=None, city=None, day=None, index=0, text=""):
    """An article of facts, whose entities are mentioned where their names stand in `text`.

    "P:陈刚" is an entity, ("P:陈刚", "HOLDS_POSITION", "O:青海省委", {"titles": ("书记",)}) a triple;
    "M:大会|青洽会" has an alias; ("M:大会", {"date": "2024-01-01"}) an entity with properties.
    """
    article = Article(f"{document}#{index}", document, index, "", text, day, place, city)
    found: dict[str, Entity] = {}

    def entity(words, properties=None):
        kind, names = words.split(":", 1)
        if words not in found or properties:
            called = tuple(names.split("|"))
            ident = f"{article.id}:{kind}:{names}"
            spans = sorted({match.span() for name in called for match in re.finditer(re.escape(name), text)})
            mentions = tuple(Mention(start, end, text[start:end]) for start, end in spans)
            found[words] = Entity(ident, article.id, TYPES[kind], called[0], called, mentions, properties or {})
        return found[words]

    triples = []
    for fact in facts:
        if isinstance(fact, str):
            entity(fact)
        elif len(fact) == 2:
            entity(*fact)
        else:
            subject, predicate, obj, *more = fact
            ends = entity(subject), entity(obj)
            ident = triple_id(ends[0], predicate, ends[1], [article.id])
            triples.append(Triple(ident, article.id, ends[0].id, predicate, ends[1].id, more[0] if more else {}))
    return Extraction(article, tuple(found.values()), tuple(triples))


def holders(resolution, kind, name):
    """The sets of documents of all resolved entities of that type and name, in order."""
    found = [e for e in resolution.entities if e.type == TYPES[kind] and name in e.names]
    return sorted(" ".join(e.documents) for e in found)
