"""What one map says, as plain data for the page: nodes, edges, evidence, legend."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import networkx as nx

from kg.draw.layout import Box, layout
from kg.ontology import Ontology

# For predicates in the order of the ontology; as light as each other, and none is the colour of a type.
EDGE_COLOURS = (
    *("#5b7c99", "#9a7bb5", "#c2705b", "#5f9e8f", "#b08a3e"),
    *("#a45d86", "#6d8f4e", "#8a7f70", "#7a86b8", "#4f94a8"),
)
_LINE, _LINES = 20, 3  # a label's width in half-width columns, and its most lines
_SHAPES = {"star": 1.35, "diamond": 1.15, "triangleDown": 1.1, "square": 0.9}  # so that they look equally large
_NEVER_FIRST = frozenset("，。、；：？！）》〉”’」』】·,.;:?!)%")
_COLUMN, _LEADING = 0.56, 1.25  # of the font's size: a half-width column, a line


@dataclass(frozen=True, slots=True)
class Content:
    """nodes and edges as vis-network takes them; page: the rest, as the page's script takes it."""

    nodes: list[dict[str, Any]]
    edges: list[dict[str, Any]]
    page: dict[str, Any]


def content(graph: nx.MultiDiGraph, words: Ontology) -> Content:
    """Everything that a map of `graph` (already selected) shows, in the graph's order."""
    degrees = dict(graph.degree())
    labels = {node: wrapped(data["name"]) for node, data in graph.nodes(data=True)}
    sizes = {node: _size(degrees[node], words.types[data["type"]].shape) for node, data in graph.nodes(data=True)}
    ranks = {name: number for number, name in enumerate(words.types)}
    order = sorted(graph, key=lambda node: (ranks[graph.nodes[node]["type"]], graph.nodes[node]["name"], node))
    places = layout(graph, {node: _box(labels[node], sizes[node], _font(degrees[node])) for node in order})
    nodes = [
        {
            "id": node,
            "label": labels[node],
            "group": data["type"],
            "shape": words.types[data["type"]].shape,
            "size": sizes[node],
            "font": {"size": _font(degrees[node])},
            "x": places[node][0],
            "y": places[node][1],
        }
        for node, data in graph.nodes(data=True)
    ]
    return Content(nodes, _edges(graph, words), _page(graph, words))


def wrapped(name: str) -> str:
    """A name in up to three lines of even length, each about 20 half-width columns at most; … where there is more."""
    text = " ".join(name.split()) or "␠"
    count = min(_LINES, math.ceil(columns(text) / _LINE))
    most = min(_LINE, math.ceil(columns(text) / count) + 1)
    lines = [""]
    for piece in re.findall(r"[A-Za-z0-9]{1,12}|.", text, re.DOTALL):
        if lines[-1] and columns(lines[-1] + piece) > most and piece not in _NEVER_FIRST:
            if len(lines) == _LINES:
                lines[-1] = lines[-1][:-1] + "…"
                break
            lines.append("")
        lines[-1] += piece
    return "\n".join(lines)


def columns(text: str) -> int:
    """How many half-width columns a text takes."""
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in text)


def _size(degree: int, shape: str) -> int:
    return round(min(10 + 3 * math.sqrt(degree), 34) * _SHAPES.get(shape, 1.0))


def _font(degree: int) -> int:
    return round(min(14 + 1.4 * math.sqrt(degree), 26))


def _box(label: str, size: int, font: int) -> Box:
    lines = label.split("\n")
    text = len(lines) * font * _LEADING + 6
    width = max(2 * size, max(map(columns, lines)) * font * _COLUMN) + 10
    return Box(width, 2 * size + text + 6, text / 2)


def _edges(graph: nx.MultiDiGraph, words: Ontology) -> list[dict[str, Any]]:
    colours = edge_colours(words)
    bends = _bends(graph)
    return [
        {
            "id": key,
            "from": source,
            "to": target,
            "label": _edge_label(data, words),
            "color": {"color": colours[data["predicate"]]},
            "width": round(min(1.4 + math.log2(data["count"]), 5), 2),
            "arrows": "" if words.predicates[data["predicate"]].symmetric else "to",
            "dashes": data["status"] in ("planned", "wished"),
            "predicate": data["predicate"],
            "status": data["status"],
            **bends[key],
        }
        for source, target, key, data in graph.edges(data=True, keys=True)
    ]


def edge_colours(words: Ontology) -> dict[str, str]:
    """The colour of each predicate."""
    return {name: EDGE_COLOURS[number % len(EDGE_COLOURS)] for number, name in enumerate(words.predicates)}


def _edge_label(data: Mapping[str, Any], words: Ontology) -> str:
    text = "、".join(data["titles"]) or words.roles.get(data["role"], "") or data["label"]
    line = " ".join(text.split())
    return line if len(line) <= 12 else f"{line[:11]}…"


def _bends(graph: nx.MultiDiGraph) -> dict[str, dict[str, Any]]:
    """How each edge is curved, so that all edges between two nodes, in both directions, lie beside each other."""
    beside: dict[tuple[str, str], list[tuple[str, bool]]] = defaultdict(list)
    for source, target, key in graph.edges(keys=True):
        beside[min(source, target), max(source, target)].append((key, source <= target))
    bends: dict[str, dict[str, Any]] = {}
    for (one, other), keys in beside.items():
        step = min(0.24, 1.4 / len(keys))
        for number, (key, forward) in enumerate(keys):
            offset = (number - (len(keys) - 1) / 2) * step
            if one == other:
                angle = round(math.pi / 4 + number * 2 * math.pi / len(keys), 3)
                bends[key] = {"selfReference": {"size": 22, "angle": angle}}
            elif offset == 0:
                bends[key] = {"smooth": False}
            else:
                # vis-network turns clockwise as seen from an edge's own start.
                side = "curvedCW" if (offset > 0) == forward else "curvedCCW"
                bends[key] = {"smooth": {"enabled": True, "type": side, "roundness": round(abs(offset), 3)}}
    return bends


def _page(graph: nx.MultiDiGraph, words: Ontology) -> dict[str, Any]:
    articles: dict[tuple[str, ...], int] = {}
    sentences: dict[str, int] = {}
    facts = {}
    for _, _, key, data in graph.edges(data=True, keys=True):
        evidence = [
            [
                sentences.setdefault(item["sentence"], len(sentences)),
                articles.setdefault((item["title"], item["date"], item["document"]), len(articles)),
                item["spans"],
                [why for _, why in item["via"]],
            ]
            for item in data["evidence"]
        ]
        scalars = ("titles", "role", "amount", "first", "last", "count", "confidence")
        facts[key] = {"evidence": evidence} | {name: data[name] for name in scalars}
    return {
        "types": _types(graph, words),
        "predicates": _predicates(graph, words),
        "statuses": _statuses(graph, words),
        "roles": dict(words.roles),
        "articles": list(articles),
        "sentences": list(sentences),
        "names": {node: [data["names"], data["documents"]] for node, data in graph.nodes(data=True)},
        "facts": facts,
    }


def _types(graph: nx.MultiDiGraph, words: Ontology) -> list[dict[str, Any]]:
    counts = Counter(node_type for _, node_type in graph.nodes(data="type"))
    return [
        {"name": name, "label": kind.label, "colour": kind.colour, "shape": kind.shape, "count": counts[name]}
        for name, kind in words.types.items()
        if counts[name]
    ]


def _predicates(graph: nx.MultiDiGraph, words: Ontology) -> list[dict[str, Any]]:
    counts = Counter(predicate for *_, predicate in graph.edges(data="predicate"))
    colours = edge_colours(words)
    return [
        {"name": name, "label": kind.label, "colour": colours[name], "count": counts[name]}
        for name, kind in words.predicates.items()
        if counts[name]
    ]


def _statuses(graph: nx.MultiDiGraph, words: Ontology) -> list[dict[str, Any]]:
    counts = Counter(status for *_, status in graph.edges(data="status"))
    return [
        {"name": name, "label": words.statuses.get(name, name), "count": counts[name]}
        for name in (*words.statuses, *sorted(counts.keys() - words.statuses.keys()))
        if counts[name]
    ]
