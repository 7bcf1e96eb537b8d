"""How fast a graph gets into Neo4j, beside a bare loop over the driver that sends the same rows in the same batches.

`python tests/bench_neo4j.py [RELATIONSHIPS]` starts a server of its own, or uses an empty one at KG_NEO4J_URI.
"""

from __future__ import annotations

import random
import signal
import sys
import tempfile
import time
from pathlib import Path

import click
import neo4j
import neo4j_server

from kg.model import fingerprint
from kg.ontology import ontology
from kg.store.load import batches, load, prepare
from kg.store.neo4j import Server, connected
from kg.store.rows import Edge, Row, Rows, edge_columns, node_columns

RELATIONSHIPS = 200_000
ROUNDS = 2
EMPTY = {"text": "", "texts": [], "integer": 1, "integers": [], "number": 0.9, "amount": None}
SENTENCE = "{}在江海公司调研时强调，要把项目建设放在第一位，推动绿色低碳发展取得新的成效。"


def generated(nodes: int, relationships: int) -> Rows:
    """Rows of that many persons and organisations, and of their posts, some of them hubs; the same every time."""
    chance, half = random.Random(7), nodes // 2
    people = [node("Person", f"人物{index}") for index in range(half)]
    bodies = [node("Organization", f"单位{index}") for index in range(nodes - half)]
    posts = [
        post(number, people[int(half * chance.random() ** 2)], bodies[int((nodes - half) * chance.random() ** 3)])
        for number in range(relationships)
    ]
    edges: dict[str, list[Edge]] = {name: [] for name in (*ontology().predicates, "MENTIONS")}
    tables: dict[str, list[Row]] = {name: [] for name in (*ontology().types, "Article")}
    return Rows({**tables, "Person": people, "Organization": bodies}, {**edges, "HOLDS_POSITION": posts})


def node(label: str, name: str) -> Row:
    empty = {column: EMPTY[kind] for column, kind in node_columns(label).items()}
    return {**empty, "id": fingerprint(label, name), "type": label, "name": name, "names": [name]}


def post(number: int, person: Row, body: Row) -> Edge:
    sentence, article = SENTENCE.format(person["name"]), f"第{number % 5000}版.txt#0"
    known = {
        "id": fingerprint(str(number)),
        "predicate": "HOLDS_POSITION",
        "titles": ["主任"],
        "articles": [article],
        "sentences": [sentence],
        "sentence_articles": [article],
        "starts": [0],
        "ends": [len(sentence)],
        "via": [""],
    }
    empty = {column: EMPTY[kind] for column, kind in edge_columns("HOLDS_POSITION").items()}
    return Edge(person["id"], body["id"], "Person", "Organization", {**empty, **known})


def bare(server: Server, sent: list[tuple[str, list[Row]]]) -> None:
    with (
        neo4j.GraphDatabase.driver(server.url, auth=(server.user, server.password)) as driver,
        driver.session() as session,
    ):
        for statement, batch in sent:
            session.run(statement, rows=batch, build="bench").consume()


def ours(server: Server, rows: Rows) -> None:
    with connected(server) as connection:
        load(connection, rows, ontology())


def emptied(server: Server) -> None:
    # Relationships first: one transaction that detaches the hubs would outgrow the server's memory.
    statements = (
        "MATCH (:KgNode)-[r]->(:KgNode) WITH r LIMIT 10000 DELETE r RETURN count(*) AS gone",
        "MATCH (n:KgNode) WITH n LIMIT 10000 DELETE n RETURN count(*) AS gone",
    )
    with connected(server) as connection:
        for statement in statements:
            while connection.write(statement)[0]["gone"]:
                pass


def seconds(way, *arguments) -> float:
    begin = time.perf_counter()
    way(*arguments)
    return time.perf_counter() - begin


def measured(server: Server, relationships: int) -> None:
    rows = generated(relationships // 4, relationships)
    sent = list(batches(rows, ontology()))
    with connected(server) as connection:
        if connection.write("MATCH (n) RETURN count(n) AS n")[0]["n"]:
            sys.exit(f"{server.url}: this database is not empty")
        prepare(connection, ontology())
    ours(server, generated(2000, 10_000))  # the server warms up
    emptied(server)
    times: dict[str, list[float]] = {"bare loop": [], "kg load": []}
    for _ in range(ROUNDS):
        for name, way in (("bare loop", (bare, server, sent)), ("kg load", (ours, server, rows))):
            times[name].append(seconds(*way))
            emptied(server)
    for name, taken in times.items():
        click.echo(f"{name:<12}{sum(rows.size) / min(taken):>10,.0f} nodes and relationships a second")
    click.echo(f"{'ratio':<12}{min(times['bare loop']) / min(times['kg load']):>10.2f}")


def main(relationships: int) -> None:
    if reason := not neo4j_server.given() and neo4j_server.why_not():
        click.echo(f"loading into Neo4j is not measured: {reason}")
        return
    with tempfile.TemporaryDirectory() as folder, neo4j_server.any_server(Path(folder)) as at:
        click.echo(f"Neo4j, {relationships:,} relationships and {relationships // 4:,} nodes, best of {ROUNDS}")
        measured(Server(at.url, at.user, at.password), relationships)


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # the server is not left behind
    main(int(sys.argv[1]) if sys.argv[1:] else RELATIONSHIPS)
