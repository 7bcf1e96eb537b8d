"""What one page says, as plain data for its script: columns of numbers, every text once.

Numbers stand for places in lists: nodes and edges in the graph's order, types, predicates and statuses in the
ontology's. `kg/draw/page/js/data.js` reads it back; the two change together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Any

import networkx as nx

from kg.areas import Areas
from kg.draw.posts import highest, post
from kg.draw.telling import tells
from kg.language.countries import is_country
from kg.language.divisions import find
from kg.language.readings import readings, surnames
from kg.ontology import Ontology
from kg.view.colours import edge_colours
from kg.view.views import Edge, edges_in

SPAN_ROLES = ("subject", "object", "trigger", "context")
_CONTEXT = SPAN_ROLES.index("context")
_ROLES = {role: number for number, role in enumerate(SPAN_ROLES)}
_ID = 10  # letters of an id that a page needs to tell 100,000 nodes apart


class Texts(dict[Any, int]):
    """Texts that are said once: `self[text]` is the number of a text, `list(self)` all of them."""

    def __missing__(self, text: Any) -> int:
        number = self[text] = len(self)
        return number


def content(
    graph: nx.MultiDiGraph, words: Ontology, areas: Mapping[str, Areas], *, evidence: bool = True
) -> dict[str, Any]:
    """Everything that a page of `graph` (already selected) knows.

    areas: of `kg.areas`, of the whole graph. evidence: whether the edges and their sentences.
    """
    texts, articles, days = Texts(), Texts(), Texts()
    _ = days[""]
    edges = edges_in(graph)
    found = {data["status"] for *_, data in edges}
    within, chains, places = _within(graph, areas)
    page: dict[str, Any] = {
        "words": vocabulary(words, found),
        "nodes": _nodes(graph, words) | {"within": within},
        "areas": chains,
        "places": places,
    }
    if evidence:
        page["edges"] = _edges(edges, {node: number for number, node in enumerate(graph)}, words, days)
        page["evidence"] = [[_item(item, texts, articles) for item in data["evidence"]] for *_, data in edges]
    else:
        page["posts"] = _posts(graph)
    return page | {"days": list(days), "texts": list(texts), "articles": list(articles), "readings": _read(graph)}


def vocabulary(words: Ontology, found: Iterable[str]) -> dict[str, Any]:
    """Types, predicates, statuses (also those found) and roles, each with its Chinese label, colours and shapes."""
    colours = edge_colours(words)
    return {
        "types": [
            {"name": name, "label": kind.label, "colour": kind.colour, "shape": kind.shape}
            for name, kind in words.types.items()
        ],
        "predicates": [
            {
                "name": name,
                "label": kind.label,
                "colour": colours[name],
                "symmetric": kind.symmetric,
            }
            for name, kind in words.predicates.items()
        ],
        "statuses": [{"name": name, "label": words.statuses.get(name, name)} for name in _statuses(found, words)],
        "roles": [{"name": name, "label": label} for name, label in words.roles.items()],
    }


def _statuses(found: Iterable[str], words: Ontology) -> list[str]:
    return [*words.statuses, *sorted(set(found) - words.statuses.keys())]


def _nodes(graph: nx.MultiDiGraph, words: Ontology) -> dict[str, Any]:
    types = {name: number for number, name in enumerate(words.types)}
    told = tells(graph)
    documents = Texts()
    nodes = [data for _, data in graph.nodes(data=True)]
    return {
        "ids": _short(list(graph)),
        "names": [data["name"] for data in nodes],
        "types": [types[data["type"]] for data in nodes],
        "aliases": {number: data["names"][1:] for number, data in enumerate(nodes) if len(data["names"]) > 1},
        "tells": {number: told[node] for number, node in enumerate(graph) if told.get(node)},
        "files": [[documents[name] for name in data["documents"]] for data in nodes],
        "documents": list(documents),
    }


def _within(graph: nx.MultiDiGraph, areas: Mapping[str, Areas]) -> tuple[list[int], list[list[int]], list[list[str]]]:
    """For each node the number of its chain; the chains of places (numbers, widest first); the places with short names.

    The country above a province is not said: few texts say it, and then it would stand above some of them.
    """
    places, chains = Texts(), Texts()
    known: dict[tuple[str, ...], int] = {(): chains[()]}
    nothing = Areas()
    within = []
    for node in graph:
        names = areas.get(node, nothing).names
        if names not in known:
            inner = names[1:] if len(names) > 1 and is_country(names[0]) and _is_province(names[1]) else names
            known[names] = chains[tuple(places[name] for name in inner)]
        within.append(known[names])
    calls = [[name, *sorted({one.short for one in find(name) if one.name == name} - {name})] for name in places]
    return within, [list(chain) for chain in chains], calls


def _is_province(name: str) -> bool:
    return any(one.level == "province" and one.name == name for one in find(name))


def _short(ids: Sequence[str]) -> list[str]:
    """Ids cut to what tells them apart, whole where that would not."""
    cut = [one[:_ID] for one in ids]
    if len(set(cut)) == len(cut):
        return cut
    many = Counter(cut)
    return [short if many[short] == 1 else one for short, one in zip(cut, ids, strict=True)]


def _edges(edges: Sequence[Edge], places: Mapping[str, int], words: Ontology, days: Texts) -> dict[str, Any]:
    predicates = {name: number for number, name in enumerate(words.predicates)}
    statuses = {name: number for number, name in enumerate(_statuses({data["status"] for *_, data in edges}, words))}
    roles = {name: number for number, name in enumerate(words.roles)}
    facts = [data for *_, data in edges]
    return {
        "ids": _short([key for _, _, key, _ in edges]),
        "sources": [places[source] for source, *_ in edges],
        "targets": [places[target] for _, target, *_ in edges],
        "predicates": [predicates[fact["predicate"]] for fact in facts],
        "statuses": [statuses[fact["status"]] for fact in facts],
        "first": [days[fact["first"]] for fact in facts],
        "last": [days[fact["last"]] for fact in facts],
        "counts": [fact["count"] for fact in facts],
        "confidence": [round(fact["confidence"] * 100) for fact in facts],
        "titles": {number: fact["titles"] for number, fact in enumerate(facts) if fact["titles"]},
        "ranks": {number: highest(fact["titles"]) for number, fact in enumerate(facts) if fact["titles"]},
        "roles": {number: roles[fact["role"]] for number, fact in enumerate(facts) if fact["role"] in roles},
        "amounts": {number: fact["amount"] for number, fact in enumerate(facts) if fact["amount"]},
    }


def _posts(graph: nx.MultiDiGraph) -> dict[int, list[str]]:
    """Body and title of every post by the holder's number, the present and of these the highest first.

    For a page that has no edges.
    """
    numbers = {node: number for number, node in enumerate(graph)}
    found: dict[int, list[str]] = {}
    edges = [edge for edge in edges_in(graph) if edge[3]["titles"]]
    edges.sort(key=lambda edge: (edge[3]["status"] == "former", highest(edge[3]["titles"])))
    for holder, body, _, data in edges:
        posts = [post(graph.nodes[body]["name"], (title,)) for title in data["titles"]]
        found.setdefault(numbers[holder], []).extend(posts)
    return found


def _item(item: Mapping[str, Any], texts: Texts, articles: Texts) -> list[Any]:
    """Sentence, article, `[start, end, role]` one after the other, why its ends were bound, and its page."""
    spans = [value for start, end, role in item["spans"] for value in (start, end, _ROLES.get(role, _CONTEXT))]
    why = [texts[reason] for _, reason in item["via"]]
    article = articles[item["title"], item["date"], item["document"]]
    said = [texts[item["sentence"]], article, spans]
    page = item.get("page")
    return [*said, why, page] if page else [*said, why] if why else said


def _read(graph: nx.MultiDiGraph) -> dict[str, Any]:
    names = chain.from_iterable(data["names"] for _, data in graph.nodes(data=True))
    return {"characters": {char: " ".join(some) for char, some in readings(names).items()}, "surnames": surnames()}
