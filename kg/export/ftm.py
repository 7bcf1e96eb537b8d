"""FollowTheMoney entities, one JSON object a line, as Aleph loads them. The one door to `followthemoney`.

How types and predicates map, and what is lost, is told in docs/interchange.md; `_NODES` and `_EDGES` say it here. Every
edge has its sentence in `description` and the articles it was read from as `proof`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import networkx as nx

from kg.export import columns
from kg.export.columns import Item
from kg.export.extras import needed
from kg.files import writing
from kg.language.days import has_year
from kg.language.lexicon import table, words
from kg.language.organisations import is_company
from kg.model import fingerprint

if TYPE_CHECKING:
    from followthemoney.proxy import EntityProxy

_NODES: Mapping[str, str] = {
    **{"Person": "Person", "Location": "Address", "Project": "Project"},
    **{"Meeting": "Event", "Agreement": "Contract"},
}
_CHIEF = ("董事", "监事", "总经理", "总裁", "行长", "经理")
_MEMBER = ("委员", "代表", "理事", "会员", "成员")
Entities = Iterator["EntityProxy"]


def write(graph: nx.MultiDiGraph, path: Path) -> None:
    """Write the entities of a graph of `kg.graph.build`. Raises UserError without followthemoney, OSError."""
    needed("followthemoney", "ftm")
    with writing(path) as file:
        for proxy in entities(graph):
            line = json.dumps(proxy.to_dict(), ensure_ascii=False, sort_keys=True)
            file.write(line.encode("utf-8") + b"\n")


def entities(graph: nx.MultiDiGraph) -> Entities:
    """Things, then links, then the articles that they cite; each once, in the graph's order."""
    kinds = {node: schema_of(data) for node, data in graph.nodes(data=True)}
    added = _added(graph)
    for item in columns.nodes(graph):
        yield _thing(item, kinds[item.ident], added.get(item.ident, ()))
    made: set[str] = set()
    for source, target, item in columns.edges(graph):
        for proxy in _link(graph, (source, target), kinds, item):
            if str(proxy.id) not in made:
                made.add(str(proxy.id))
                yield proxy
    yield from _articles(graph)


def schema_of(data: Mapping[str, Any]) -> str:
    """The schema of a node: of organisations, what its name tells."""
    if data["type"] != "Organization":
        return _NODES[data["type"]]
    if is_company(data["name"]) or data["name"] in _listed("enterprises"):
        return "Company"
    public = data["name"] in _listed("national_organs") or data["name"].endswith(words("public_bodies"))
    return "PublicBody" if public else "Organization"


@cache
def _listed(name: str) -> frozenset[str]:
    """All names in a table of bodies that everybody knows."""
    return frozenset(name for row in table(name) for name in row)


def _thing(item: Item, schema: str, more: Iterable[tuple[str, str]]) -> EntityProxy:
    proxy = _made(item.ident, schema)
    told = {column.name: column.of(item) for column in columns.NODE if not column.hidden}
    day = str(item.data["properties"].get("date") or told["first_day"])
    day = day if has_year(day) else ""
    _add(proxy, "name", told["label"])
    _add(proxy, "alias", *told["aliases"])
    if schema == "Address":
        _add(proxy, "full", told["label"])
        _add(proxy, "state", told["region"])
    if schema == "Event":
        _add(proxy, "date", day)
    if schema == "Contract":
        _add(proxy, "title", told["label"])
        _add(proxy, "contractDate", day)
    for name, value in more:
        _add(proxy, name, value)
    return proxy


def _added(graph: nx.MultiDiGraph) -> dict[str, list[tuple[str, str]]]:
    """What edges say as properties of a node: where it lies, its posts, who hosts a meeting and takes part."""
    found: dict[str, list[tuple[str, str]]] = {}
    for source, target, data in graph.edges(data=True):
        told: list[tuple[str, str, str]] = []
        if data["predicate"] == "LOCATED_IN" and source != target:
            told = [(source, "addressEntity", target)]
        elif data["predicate"] == "HOLDS_POSITION" and data["status"] == "done":
            told = [(source, "position", graph.nodes[target]["name"] + title) for title in data["titles"]]
        elif data["predicate"] == "ATTENDED":
            told = [(target, "organizer" if data["role"] == "host" else "involved", source)]
        for node, name, value in told:
            found.setdefault(node, []).append((name, value))
    return found


def _link(graph: nx.MultiDiGraph, ends: tuple[str, str], kinds: Mapping[str, str], item: Item) -> Entities:
    predicate = item.data["predicate"]
    make = _EDGES.get(predicate)
    if make is not None:
        yield from make(graph, ends, kinds, item)
    else:
        yield _edge("UnknownLink", ("subject", "object"), ends, item)


def _post(graph: nx.MultiDiGraph, ends: tuple[str, str], kinds: Mapping[str, str], item: Item) -> Entities:
    """A post is a directorship or employment, a seat a membership, a post in a public body an occupied position."""
    titles = item.data["titles"]
    if any(title.endswith(_MEMBER) for title in titles):
        yield _edge("Membership", ("member", "organization"), ends, item)
    elif kinds[ends[1]] == "PublicBody" and titles:
        for title in titles:
            name = graph.nodes[ends[1]]["name"] + title
            position = _made("post-" + fingerprint(ends[1], title), "Position")
            _add(position, "name", name)
            _add(position, "organization", ends[1])
            yield position
            yield _edge("Occupancy", ("holder", "post"), (ends[0], str(position.id)), item, f"-{title}")
    elif any(word in title for title in titles for word in _CHIEF):
        yield _edge("Directorship", ("director", "organization"), ends, item)
    else:
        yield _edge("Employment", ("employee", "employer"), ends, item)


def _part(graph: nx.MultiDiGraph, ends: tuple[str, str], kinds: Mapping[str, str], item: Item) -> Entities:
    """A company that is part of a body is owned by it; other bodies are its members; of projects there is no word."""
    if kinds[ends[0]] == "Company":
        yield _edge("Ownership", ("asset", "owner"), ends, item)
    elif kinds[ends[0]] == "Project":
        yield _edge("UnknownLink", ("subject", "object"), ends, item)
    else:
        yield _edge("Membership", ("member", "organization"), ends, item)


def _work(graph: nx.MultiDiGraph, ends: tuple[str, str], kinds: Mapping[str, str], item: Item) -> Entities:
    yield _edge("ProjectParticipant", ("participant", "project"), ends, item)


_EDGES: Mapping[str, Callable[..., Entities]] = {"HOLDS_POSITION": _post, "PART_OF": _part, "UNDERTAKES": _work}


def _edge(schema: str, names: tuple[str, str], ends: tuple[str, str], item: Item, more: str = "") -> EntityProxy:
    data = item.data
    proxy = _made("fact-" + (fingerprint(item.ident, more) if more else item.ident), schema)
    for name, end in zip(names, ends, strict=True):
        _add(proxy, name, end)
    role = "、".join(data["titles"]) or item.words.roles.get(data["role"], "") or data["label"]
    _add(proxy, "role", role)
    _add(proxy, "status", "" if data["status"] == "done" else item.words.statuses.get(data["status"], data["status"]))
    _add(proxy, "date", *dict.fromkeys(day for day in item.days if has_year(day)))
    _add(proxy, "description", *dict.fromkeys(columns.sentence([piece]) for piece in data["evidence"]))
    _add(proxy, "summary", f"金额 {data['amount']}" if data["amount"] else "")
    _add(proxy, "recordId", item.ident)
    _add(proxy, "proof", *(_article(name) for name in data["articles"]))
    _add(proxy, "sourceUrl", *sorted({piece["url"] for piece in data["evidence"] if "url" in piece}))
    return proxy


def _articles(graph: nx.MultiDiGraph) -> Entities:
    cited = {piece["article"]: piece for *_, pieces in graph.edges(data="evidence") for piece in pieces}
    for name in sorted(cited):
        proxy = _made(_article(name), "Article")
        _add(proxy, "title", cited[name]["title"])
        _add(proxy, "fileName", cited[name]["document"])
        _add(proxy, "publishedAt", cited[name]["date"] if has_year(cited[name]["date"]) else "")
        _add(proxy, "sourceUrl", cited[name].get("url", ""))
        yield proxy


def _article(name: str) -> str:
    return "article-" + fingerprint(name)


def _made(ident: str, schema: str) -> EntityProxy:
    from followthemoney import model  # noqa: PLC0415  heavy, and only where its entities are written

    return model.get_proxy({"id": ident, "schema": schema, "properties": {}}, cleaned=True)


def _add(proxy: EntityProxy, name: str, *values: str) -> None:
    """The values that the property can hold, no longer than it may be; what its schema has not is left out."""
    prop = proxy.schema.get(name)
    if prop is None:
        return
    for value in values:
        text = value.strip()[: prop.type.max_length]
        if text:
            proxy.unsafe_add(prop, text, cleaned=True)
