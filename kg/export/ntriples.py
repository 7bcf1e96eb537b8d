"""The resources of `kg.export.rdf` as lines of N-Triples. One of the two doors to `rdflib`; the other is `shacl`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from rdflib import RDF, Literal, URIRef
from rdflib.namespace import XSD
from rdflib.plugins.serializers.nt import _quoteLiteral

from kg.export.rdf import CONTEXT, PREFIXES, Resource


def lines(resources: Iterable[Resource]) -> Iterator[str]:
    """One statement a line, in the order of the resources and of their terms."""
    for one in resources:
        subject = URIRef(one["@id"]).n3()
        for name in sorted(one):
            if name != "@id":
                predicate = RDF.type.n3() if name == "@type" else whole(name).n3()
                for value in _values(name, one[name]):
                    yield f"{subject} {predicate} {value} .\n"


def _values(name: str, value: Any) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        term = _term(name, item)
        # n3() would spread a text of several lines over several lines.
        yield _quoteLiteral(term) if isinstance(term, Literal) else term.n3()


def _term(name: str, item: Any) -> URIRef | Literal:
    if name == "@type":
        return whole(item)
    if isinstance(item, dict):
        if "@id" in item:
            return URIRef(item["@id"])
        kind = whole(item["@type"]) if "@type" in item else None
        return Literal(item["@value"], lang=item.get("@language"), datatype=kind, normalize=False)
    told = CONTEXT.get(name)
    kind = told.get("@type") if isinstance(told, dict) else None
    if kind == "@id":
        return URIRef(item)
    if kind:
        return Literal(str(item), datatype=whole(kind), normalize=False)
    return Literal(item, datatype=None if isinstance(item, str) else XSD.integer)


@cache
def whole(name: str) -> URIRef:
    """The term of a name with one of the prefixes, as `schema:name`."""
    prefix, _, rest = name.partition(":")
    return URIRef(PREFIXES[prefix] + rest)
