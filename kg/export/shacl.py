"""SHACL shapes of what `kg.export.rdf` writes, made from the ontology: what a predicate may join and carry, as Turtle.

One of the two doors to `rdflib`; import it where shapes are asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rdflib import BNode, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from kg.export.ntriples import whole
from kg.export.rdf import PREFIXES, VOCABULARY
from kg.files import writing
from kg.ontology import Ontology, Predicate

_KG, _SH = Namespace(VOCABULARY), Namespace("http://www.w3.org/ns/shacl#")


def write(words: Ontology, path: Path) -> None:
    """Write the shapes of a vocabulary. Raises OSError."""
    text = shapes(words).serialize(format="turtle")
    with writing(path) as file:
        file.write(text.encode("utf-8"))


def shapes(words: Ontology) -> Graph:
    """The shapes as a graph: one for each type, one for each predicate's facts, one for sentences."""
    graph = Graph()
    for prefix, space in {**PREFIXES, "sh": str(_SH)}.items():
        graph.bind(prefix, space)
    for name in words.types:
        shape = _KG[f"{name}Shape"]
        graph.add((shape, _SH.targetClass, _KG[name]))
        _property(graph, shape, "schema:name", minCount=1, maxCount=1)
    for predicate in words.predicates.values():
        _fact(graph, predicate, words)
    sentence = _KG["SentenceShape"]
    graph.add((sentence, _SH.targetClass, whole("oa:SpecificResource")))
    for name in ("oa:hasSource", "prov:wasQuotedFrom", "prov:value"):
        _property(graph, sentence, name, minCount=1, maxCount=1)
    _property(graph, sentence, "oa:hasSelector", minCount=1)
    return graph


def _fact(graph: Graph, predicate: Predicate, words: Ontology) -> None:
    """Facts of a predicate join what it may join, have one status of the vocabulary, and at least one sentence."""
    shape = _KG[f"{predicate.name}Shape"]
    other, same, chosen = (BNode(f"{predicate.name}-{part}") for part in ("other", "same", "facts"))
    # SHACL's core cannot aim at facts by their rdf:predicate: so every fact is of another one, or fits this one.
    graph.add((shape, _SH.targetClass, _KG["Fact"]))
    _list(graph, shape, "or", [other, same])
    graph.add((other, _SH["not"], chosen))
    _property(graph, chosen, "rdf:predicate", hasValue=_KG[predicate.name])
    _end(graph, same, "rdf:subject", predicate.domain)
    _end(graph, same, "rdf:object", predicate.range)
    _property(graph, same, "prov:wasDerivedFrom", minCount=1)
    status = _property(graph, same, "kg:status", minCount=1, maxCount=1)
    _list(graph, status, "in", [Literal(name) for name in words.statuses])


def _end(graph: Graph, shape: Node, name: str, types: Sequence[str]) -> None:
    """One end, of one of the types."""
    path = _property(graph, shape, name, minCount=1, maxCount=1)
    choices = [BNode(f"{path}-{kind}") for kind in types]
    for choice, kind in zip(choices, types, strict=True):
        graph.add((choice, _SH["class"], _KG[kind]))
    _list(graph, path, "or", choices)


def _property(graph: Graph, shape: Node, name: str, **rules: int | URIRef) -> Node:
    path = BNode(f"{_short(shape)}-{name.replace(':', '-')}")
    graph.add((shape, _SH.property, path))
    graph.add((path, _SH.path, whole(name)))
    for rule, value in rules.items():
        graph.add((path, _SH[rule], Literal(value) if isinstance(value, int) else value))
    return path


def _list(graph: Graph, subject: Node, name: str, values: Sequence[Node]) -> None:
    # Blank nodes are named after what they are of, so that the same vocabulary gives the same bytes.
    head = BNode(f"{_short(subject)}-{name}-list-0")
    for number, value in enumerate(values):
        here = BNode(f"{_short(subject)}-{name}-list-{number}")
        last = number + 1 == len(values)
        graph.add((here, whole("rdf:first"), value))
        rest = whole("rdf:nil") if last else BNode(f"{_short(subject)}-{name}-list-{number + 1}")
        graph.add((here, whole("rdf:rest"), rest))
    graph.add((subject, _SH[name], head))


def _short(node: Node) -> str:
    return str(node).rpartition("#")[2]
