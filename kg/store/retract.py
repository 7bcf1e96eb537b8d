"""Taking one article back from Neo4j: what it alone says goes, what others say too is kept with what they say."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from kg.language.amounts import in_yuan
from kg.language.days import in_time
from kg.legible import legible
from kg.ontology import Ontology
from kg.say import say
from kg.store.fact import article_of, summary
from kg.store.neo4j import Connection, DatabaseError, Record
from kg.store.rows import ARTICLE, EVIDENCE, MENTIONS
from kg.store.statements import PRIVATE

Run = Callable[..., list[Record]]

_MENTIONED = f"""MATCH (:{PRIVATE}:{ARTICLE} {{id: $article}})-[m:{MENTIONS}]->(n:{PRIVATE})
RETURN count(m) AS mentions, collect(n.id) AS nodes"""
_FOUND = f"MATCH (a:{PRIVATE}:{ARTICLE} {{id: $article}}) RETURN count(a) AS found"
_FACTS = f"""UNWIND $nodes AS id MATCH (:{PRIVATE} {{id: id}})-[r]->(:{PRIVATE})
WHERE r.build IS NOT NULL AND $article IN r.articles RETURN id AS source, properties(r) AS properties"""
_REMOVE_EDGES = f"""UNWIND $edges AS edge MATCH (:{PRIVATE} {{id: edge.source}})-[r {{id: edge.id}}]->(:{PRIVATE})
DELETE r RETURN count(*) AS removed"""
_REDUCE_EDGES = f"""UNWIND $edges AS edge MATCH (:{PRIVATE} {{id: edge.source}})-[r {{id: edge.id}}]->(:{PRIVATE})
SET r += edge.properties RETURN count(*) AS reduced"""
_REMOVE_MENTIONS = f"MATCH (:{PRIVATE}:{ARTICLE} {{id: $article}})-[m:{MENTIONS}]->(:{PRIVATE}) DELETE m"
_LEFT = f"""UNWIND $nodes AS id MATCH (n:{PRIVATE} {{id: id}})
OPTIONAL MATCH (a:{ARTICLE})-[m:{MENTIONS}]->(n)
WITH n, collect(m.names) AS names, collect(a.document) AS documents
OPTIONAL MATCH (n)<-[r:ATTENDED|SIGNED]-(:{PRIVATE})
RETURN n.id AS id, n.names AS names, names AS mentioned, documents, collect(r.first) AS days"""
_UPDATE_NODES = f"UNWIND $rows AS row MATCH (n:{PRIVATE} {{id: row.id}}) SET n += row"
_REMOVE_NODES = f"""UNWIND $nodes AS id MATCH (n:{PRIVATE} {{id: id}}) WHERE NOT EXISTS {{ (n)--() }}
DELETE n RETURN count(*) AS removed"""
# A node that others tied theirs to is kept as an empty one: nothing of the article stays readable.
_EMPTY_NODES = f"""UNWIND $nodes AS id MATCH (n:{PRIVATE} {{id: id}})
SET n = {{id: n.id, type: n.type, label: n.label, build: n.build}} RETURN count(*) AS kept"""


@dataclass(frozen=True, slots=True)
class Retracted:
    """removed, reduced: relationships, without MENTIONS; nodes: removed, the article among them; kept: emptied ones."""

    removed: int
    reduced: int
    nodes: int
    kept: int


def retract(connection: Connection, article: str, words: Ontology) -> Retracted:
    """Take the article of that id back, in one transaction. Raises DatabaseError where there is no such article."""
    done = connection.transaction(lambda run: _retracted(run, legible(article), words))
    if done is None:
        raise DatabaseError(
            say(
                "{url}: no article {article!r}; ids look like page.txt#0 and are in articles.jsonl",
                url=connection.server.url,
                article=article,
            )
        )
    return done


def _retracted(run: Run, article: str, words: Ontology) -> Retracted | None:
    if not run(_FOUND, article=article)[0]["found"]:
        return None
    nodes = sorted(run(_MENTIONED, article=article)[0]["nodes"])
    edges = [_reduced(row, article, words) for row in run(_FACTS, article=article, nodes=nodes)]
    gone = [edge for edge in edges if not edge["properties"]]
    kept = [edge for edge in edges if edge["properties"]]
    removed = run(_REMOVE_EDGES, edges=gone)[0]["removed"]
    reduced = run(_REDUCE_EDGES, edges=kept)[0]["reduced"]
    run(_REMOVE_MENTIONS, article=article)
    left = run(_LEFT, nodes=nodes)
    run(_UPDATE_NODES, rows=[_node(row) for row in left if row["mentioned"]])
    alone = [article, *(row["id"] for row in left if not row["mentioned"])]
    deleted = run(_REMOVE_NODES, nodes=alone)[0]["removed"]
    emptied = run(_EMPTY_NODES, nodes=alone)[0]["kept"]
    return Retracted(removed, reduced, deleted, emptied)


def _reduced(row: Record, article: str, words: Ontology) -> dict[str, Any]:
    """The edge without the article: its new properties, none where nothing is left."""
    before: Mapping[str, Any] = row["properties"]
    edge = {"source": row["source"], "id": before["id"], "properties": {}}
    facts = [fact for fact in before["facts"] if article_of(fact) != article]
    if not facts:
        return edge
    after = summary(facts, words)
    stay = [at for at, name in enumerate(before["sentence_articles"]) if name != article]
    # What an older kg loaded lacks the newer lists.
    evidence = {name: [before[name][at] for at in stay] for name in EVIDENCE if name in before}
    return {**edge, "properties": {**after, **evidence, "facts": facts, "amount_yuan": in_yuan(after["amount"])}}


def _node(row: Record) -> dict[str, Any]:
    """What is left of a node that other articles mention."""
    mentioned = {name for names in row["mentioned"] for name in names}
    names = [name for name in row["names"] if name in mentioned] or row["names"][:1]
    documents = sorted(set(row["documents"]))
    return {
        "id": row["id"],
        "name": names[0],
        "names": names,
        "aliases": names[1:],
        "documents": documents,
        "count": len(documents),
        "date": next(iter(in_time(row["days"])), ""),
    }
