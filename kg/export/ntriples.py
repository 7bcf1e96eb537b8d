"""The resources of `kg.export.rdf` as lines of N-Triples. One of the two doors to `rdflib`; the other is `shacl`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Any

from rdflib import RDF, Literal, URIRef
from rdflib.plugins.serializers.nt import _quoteLiteral

from kg.export.rdf import CONTEXT, PREFIXES, Resource


def lines(resources: Iterable[Resource]) -> Iterator[str]:
    """One statement a line, in the order of the resources and of their terms."""
    for one in resources:
        subject = _iri(one["@id"])
        for name in sorted(one):
            if name != "@id":
                predicate = RDF.type.n3() if name == "@type" else whole(name).n3()
                for value in _values(name, one[name]):
                    yield f"{subject} {predicate} {value} .\n"


def _values(name: str, value: Any) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        yield _term(name, item)


def _term(name: str, item: Any) -> str:
    if name == "@type":
        return whole(item).n3()
    if isinstance(item, dict):
        if "@id" in item:
            return _iri(item["@id"])
        return _literal(item["@value"], item.get("@language"), item.get("@type"))
    told = CONTEXT.get(name)
    kind = told.get("@type") if isinstance(told, dict) else None
    if kind == "@id":
        return _iri(item)
    if kind:
        return _literal(str(item), None, kind)
    return _literal(item, None, None if isinstance(item, str) else "xsd:integer")


# Ends, labels and days come again and again, and rdflib takes long over each term.
@lru_cache(maxsize=1 << 16)
def _iri(text: str) -> str:
    return URIRef(text).n3()


@lru_cache(maxsize=1 << 14)
def _literal(value: Any, language: str | None, kind: str | None) -> str:
    # n3() would spread a text of several lines over several lines.
    term = Literal(value, lang=language, datatype=whole(kind) if kind else None, normalize=False)
    said: str = _quoteLiteral(term)
    return said


@cache
def whole(name: str) -> URIRef:
    """The term of a name with one of the prefixes, as `schema:name`."""
    prefix, _, rest = name.partition(":")
    return URIRef(PREFIXES[prefix] + rest)
