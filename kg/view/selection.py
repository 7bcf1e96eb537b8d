"""What of a graph somebody asks for, in the words that `kg draw`, `kg export` and `kg import` share."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace

import msgspec
import networkx as nx

from kg.areas import below
from kg.errors import UserError
from kg.graph import facts
from kg.model import Resolution
from kg.ontology import Ontology, ontology
from kg.say import say
from kg.view.parts import around, lying_in, named, period
from kg.view.views import PAGES, find, joined, select


@dataclass(frozen=True, slots=True)
class Selection:
    """What is chosen; empty means all.

    only: predicates. least: facts less sure than this, in [0, 1], are left out before the graph is built, see
    `kg.graph.confident`. first, last: ISO days. around: a name, with what lies within so many `steps`. view: of
    `kg.view.views`.
    """

    only: tuple[str, ...] = ()
    least: float = 0.0
    first: str = ""
    last: str = ""
    around: str = ""
    steps: int = 1
    view: str = ""

    def text(self) -> str:
        """What differs from all of it, as short JSON; "" for all. `parse` reads it."""
        default = Selection()
        told = {name: value for name, value in asdict(self).items() if value != getattr(default, name)}
        return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":")) if told else ""


def parse(text: str) -> Selection:
    """The selection whose `text` it is. Raises UserError."""
    try:
        told = msgspec.json.decode(text) if text else {}
        known = {field.name for field in fields(Selection)}
        if not isinstance(told, Mapping) or not told.keys() <= known:
            raise ValueError("unknown words")
        return msgspec.convert(told, Selection)
    except (ValueError, RecursionError) as error:
        raise UserError(say("{text!r} tells no selection ({error})", text=text[:80], error=error)) from error


def selected(graph: nx.MultiDiGraph, wanted: Selection) -> nx.MultiDiGraph:
    """The part of a graph that is wanted, nodes and edges in the same order. Raises UserError for unknown names.

    Where edges are left out by predicate, day or view, so are nodes that no edge is left of.
    """
    found = graph
    if wanted.only:
        found = _only(found, wanted.only, ontology())
    if wanted.first or wanted.last:
        found = period(found, wanted.first, wanted.last)
    if wanted.view:
        view = find(wanted.view)
        if view is None:
            raise UserError(
                say("{view!r} is none of {pages}", view=wanted.view, pages=", ".join(page.name for page in PAGES))
            )
        found = select(found, view)
    if wanted.around:
        place = below(wanted.around)
        found = (
            lying_in(found, place, wanted.steps)
            if place
            else around(found, named(found, wanted.around)[0], wanted.steps)
        )
    return found


def predicates(written: Sequence[str], words: Ontology) -> tuple[str, ...]:
    """Names of predicates for their names or Chinese labels, several joined by commas, too. Raises UserError."""
    asked = [word.strip() for text in written for word in text.replace("，", ",").replace("、", ",").split(",")]
    known = {word: name for name, kind in words.predicates.items() for word in (name, name.lower(), kind.label)}
    unknown = [word for word in asked if word and word not in known]
    if unknown:
        raise UserError(say("{unknown!r} is no predicate; `kg schema` shows them", unknown=unknown[0]))
    return tuple(dict.fromkeys(known[word] for word in asked if word))


def narrowed(resolution: Resolution, graph: nx.MultiDiGraph) -> Resolution:
    """The records of a part of its graph: its entities, the triples of its edges, the articles that name either."""
    keys = {key for *_, key in graph.edges(keys=True)}
    triples = tuple(
        triple for triple, fact in zip(resolution.triples, facts(resolution), strict=True) if fact.key in keys
    )
    entities = tuple(entity for entity in resolution.entities if entity.id in graph)
    documents = {document for entity in entities for document in entity.documents}
    used = {triple.article for triple in triples}
    articles = tuple(one for one in resolution.articles if one.id in used or one.document in documents)
    return replace(resolution, articles=articles, entities=entities, triples=triples)


def _only(graph: nx.MultiDiGraph, wanted: Sequence[str], words: Ontology) -> nx.MultiDiGraph:
    chosen = set(predicates(wanted, words))
    return joined(graph, [edge for edge in graph.edges(data=True, keys=True) if edge[3]["predicate"] in chosen])
