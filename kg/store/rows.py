"""A resolution as rows for databases: one table for each node type and predicate, as in docs/graph-schema.md."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import networkx as nx

from kg.areas import Areas, areas
from kg.graph import build, facts
from kg.heap import uncollected
from kg.language.amounts import in_yuan
from kg.language.days import in_time
from kg.legible import legible, legible_value
from kg.model import Article, Resolution, ResolvedEntity, fingerprint
from kg.ontology import Ontology, ontology
from kg.region import kind, region_and_level
from kg.store.fact import record
from kg.whereabouts import told

Row = dict[str, Any]
Columns = Mapping[str, str]

ARTICLE = "Article"
MENTIONS = "MENTIONS"
LONGEST_NAME = 2000  # characters; more would not fit into a key of Neo4j's index (8 KiB), and is no name
LABELS = {ARTICLE: "文章", MENTIONS: "提到"}

# Kinds of columns: text, texts (a list), integer, integers (a list), number (a float), amount (a float or None).
NODE_COLUMNS: Columns = {
    "id": "text",
    "type": "text",
    "label": "text",
    "name": "text",
    "names": "texts",
    "aliases": "texts",
    "date": "text",
    "region": "text",
    "level": "text",
    "kind": "text",
    "area": "text",
    "areas": "texts",
    "within": "texts",
    "count": "integer",
    "documents": "texts",
    "reasons": "texts",
}
ARTICLE_COLUMNS: Columns = {
    **NODE_COLUMNS,
    "title": "text",
    "document": "text",
    "text": "text",
    "city": "text",
    "url": "text",
    "reporters": "texts",
}
EDGE_COLUMNS: Columns = {
    "id": "text",
    "predicate": "text",
    "label": "text",
    "titles": "texts",
    "role": "text",
    "amount": "text",
    "amount_yuan": "amount",
    "status": "text",
    "first": "text",
    "last": "text",
    "count": "integer",
    "confidence": "number",
    "articles": "texts",
    "triples": "texts",
    "sentences": "texts",
    "sentence_articles": "texts",
    "sentence_starts": "integers",
    "sentence_ends": "integers",
    "via": "texts",
    "sentence_pages": "integers",
    "sentence_places": "texts",
    "facts": "texts",
}
EVIDENCE = (  # parallel lists
    *("sentences", "sentence_articles", "sentence_starts", "sentence_ends", "via"),
    *("sentence_pages", "sentence_places"),
)
MENTION_COLUMNS: Columns = {"id": "text", "predicate": "text", "label": "text", "names": "texts"}


@dataclass(frozen=True, slots=True)
class Edge:
    """A relationship. source, target: ids; source_type, target_type: labels; properties: by column."""

    source: str
    target: str
    source_type: str
    target_type: str
    properties: Row


@dataclass(frozen=True, slots=True)
class Rows:
    """nodes: rows of NODE_COLUMNS by label (Article: ARTICLE_COLUMNS). edges: by type, MENTIONS last.

    Every label and every type has its list, empty ones too; rows are in the order of their ids.
    """

    nodes: Mapping[str, Sequence[Row]]
    edges: Mapping[str, Sequence[Edge]]

    @property
    def size(self) -> tuple[int, int]:
        """How many nodes and relationships."""
        return sum(map(len, self.nodes.values())), sum(map(len, self.edges.values()))


@uncollected()
def rows(resolution: Resolution, graph: nx.MultiDiGraph | None = None, vocabulary: Ontology | None = None) -> Rows:
    """The rows of a resolution; graph: `kg.graph.build` of it, if it is there already.

    An entity is mentioned by the articles of its members and of its triples, as far as they are in the resolution.
    Raises BadRecord, see `kg.graph.build`.
    """
    words = vocabulary or ontology()
    found = build(resolution, words) if graph is None else graph
    days = _days(found)
    lying = areas(found)
    nodes: dict[str, list[Row]] = {name: [] for name in (*words.types, ARTICLE)}
    for entity in sorted(resolution.entities, key=lambda item: item.id):
        nodes[entity.type].append(
            node_row(entity, found.nodes[entity.id], days.get(entity.id, ""), lying.get(entity.id, Areas()))
        )
    nodes[ARTICLE] = [article_row(article) for article in sorted(resolution.articles, key=lambda item: item.id)]
    edges: dict[str, list[Edge]] = {name: [] for name in words.predicates}
    for edge in _edges(resolution, found, words):
        edges[edge.properties["predicate"]].append(edge)
    return Rows(nodes, {**edges, MENTIONS: list(_mentions(resolution))})


def edge_columns(predicate: str) -> Columns:
    """The columns of a type of relationship."""
    return MENTION_COLUMNS if predicate == MENTIONS else EDGE_COLUMNS


def node_columns(label: str) -> Columns:
    """The columns of a label."""
    return ARTICLE_COLUMNS if label == ARTICLE else NODE_COLUMNS


def node_row(entity: ResolvedEntity, attributes: Mapping[str, Any], day: str, lying: Areas) -> Row:
    """The row of an entity; attributes: those of `kg.graph`. day, lying: when its happening was, where it lies."""
    region, level = region_and_level(entity.type, entity.name, entity.properties)
    names = list(dict.fromkeys(name[:LONGEST_NAME] for name in [attributes["name"], *attributes["names"]]))
    return {
        "id": entity.id,
        "type": entity.type,
        "label": attributes["label"],
        "name": names[0],
        "names": names,
        "aliases": names[1:],
        "date": day,
        "region": region,
        "level": level,
        "kind": kind(entity.type, names),
        "area": legible(lying.names[-1]) if lying.names else "",
        "areas": legible_value(lying.names),
        "within": legible_value(lying.calls),
        "count": attributes["count"],
        "documents": attributes["documents"],
        "reasons": attributes["reasons"],
    }


def article_row(article: Article) -> Row:
    """The row of an article."""
    name = (article.title or article.id)[:LONGEST_NAME]
    row: Row = {
        "id": article.id,
        "type": ARTICLE,
        "label": LABELS[ARTICLE],
        "name": name,
        "names": [name],
        "aliases": [],
        "date": article.date or "",
        "region": article.place or "",
        "level": "",
        "kind": "",
        "area": "",
        "areas": [],
        "within": [],
        "count": 1,
        "documents": [article.document],
        "reasons": [],
        "title": article.title,
        "document": article.document,
        "text": article.text,
        "city": article.city or "",
        "url": article.url or "",
        "reporters": list(article.reporters),
    }
    return {name: legible_value(value) if not isinstance(value, int) else value for name, value in row.items()}


def _days(graph: nx.MultiDiGraph) -> dict[str, str]:
    """The earliest known day of every meeting and agreement: of whoever took part or signed."""
    days: dict[str, str] = {}
    for _, target, data in graph.edges(data=True):
        if tells_day(data):
            days[target] = earlier(days.get(target, ""), data["first"])
    return days


def tells_day(attributes: Mapping[str, Any]) -> bool:
    """Whether an edge says when its target, a meeting or an agreement, was."""
    return attributes["predicate"] in ("ATTENDED", "SIGNED") and bool(attributes["first"])


def earlier(day: str, other: str) -> str:
    """The earlier of two days; "" is none."""
    return in_time((day, other))[0]


def _edges(resolution: Resolution, graph: nx.MultiDiGraph, words: Ontology) -> Iterator[Edge]:
    ordered = sorted(facts(resolution, words), key=lambda fact: fact.key)
    records = {key: sorted({record(fact) for fact in same}) for key, same in groupby(ordered, lambda fact: fact.key)}
    for source, target, key, data in sorted(graph.edges(keys=True, data=True), key=lambda edge: edge[2]):
        ends = graph.nodes[source]["type"], graph.nodes[target]["type"]
        yield Edge(source, target, *ends, edge_row(key, data, records[key]))


def edge_row(key: str, data: Mapping[str, Any], records: list[str]) -> Row:
    """The row of an edge of `kg.graph`; records: `kg.store.fact.record` of its facts, different ones, sorted."""
    added = {"id": key, "amount_yuan": in_yuan(data["amount"]), "facts": records}
    row = {**data, **added, **_evidence(data["evidence"])}
    return {name: row[name] for name in EDGE_COLUMNS}


def _evidence(items: Iterable[Mapping[str, Any]]) -> Row:
    """The parallel lists of an edge's evidence."""
    row: Row = {name: [] for name in EVIDENCE}
    for item in items:
        start = item["start"]
        row["sentences"].append(item["sentence"])
        row["sentence_articles"].append(item["article"])
        row["sentence_starts"].append(start)
        row["sentence_ends"].append(start + len(item["sentence"]) if start >= 0 else -1)
        row["via"].append("；".join(why for _, why in item["via"]))
        row["sentence_pages"].append(item.get("page", 0))
        row["sentence_places"].append(told(item))
    return row


def _mentions(resolution: Resolution) -> Iterator[Edge]:
    documents = {article.id: article.document for article in resolution.articles}
    entities = {entity.id: entity for entity in resolution.entities}
    pairs = {(article_of(member, one.type), one.id) for one in entities.values() for member in one.members}
    pairs |= {
        (triple.article, end or "") for triple in resolution.triples for end in (triple.subject_id, triple.object_id)
    }
    known = ((article, entities[entity]) for article, entity in pairs if article in documents and entity in entities)
    found = [
        mention(article, one.id, one.type, one.documents.get(documents[article], one.names)) for article, one in known
    ]
    yield from sorted(found, key=lambda edge: str(edge.properties["id"]))


def mention(article: str, entity: str, kind: str, names: Iterable[str]) -> Edge:
    """The edge from an article to an entity of the type `kind`, both by id; names: what it is called there."""
    source = legible(article)
    key = "r" + fingerprint(source, MENTIONS, entity)
    properties = {"id": key, "predicate": MENTIONS, "label": LABELS[MENTIONS]}
    return Edge(source, entity, ARTICLE, kind, {**properties, "names": legible_value(names)})


def article_of(member: str, node_type: str) -> str:
    """The article of an entity's record, whose id is `article:type:name`."""
    return member.partition(f":{node_type}:")[0]
