"""JSON-LD and N-Triples: the graph in the terms of schema.org, W3C ORG, PROV and Web Annotation.

Every fact is a resource of its own (`rdf:Statement`) with its status, days and sentences; one that is done is also
said directly (`schema:worksFor`, `schema:location` …). A sentence is a resource that is quoted from its article, with a
text-quote and, where it stands there word for word, a text-position selector (Web Annotation). Nothing is a blank node,
so that two files can be compared line by line. N-Triples are the same statements; `rdflib` writes their terms.
Terms: https://schema.org, https://www.w3.org/TR/vocab-org/, https://www.w3.org/TR/prov-o/, https://www.w3.org/TR/annotation-model/
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

import networkx as nx

from kg.export import columns
from kg.export.columns import Item
from kg.export.extras import needed
from kg.files import writing
from kg.language.days import parts
from kg.model import fingerprint

BASE = "urn:kg:"
VOCABULARY = "urn:kg:vocabulary#"
PREFIXES: Mapping[str, str] = {
    "kg": VOCABULARY,
    "schema": "https://schema.org/",
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
TYPES: Mapping[str, tuple[str, ...]] = {
    "Person": ("schema:Person",),
    "Organization": ("schema:Organization", "org:Organization"),
    "Location": ("schema:Place",),
    "Project": ("schema:Project",),
    "Meeting": ("schema:Event",),
    "Agreement": ("schema:CreativeWork",),
}
# What is said directly beside the fact, from subject to object; "^" in front: from object to subject.
_DIRECT: Mapping[str, str] = {
    "HOLDS_POSITION": "schema:worksFor",
    "ATTENDED": "^schema:attendee",
    "LOCATED_IN": "schema:location",
    "UNDERTAKES": "^schema:contributor",
    "SIGNED": "^schema:contributor",
}
_LINKS = ("rdf:subject", "rdf:predicate", "rdf:object", "prov:wasDerivedFrom", "oa:hasSource", "oa:hasSelector")
_LINKS_OF_NODES = (
    *("schema:worksFor", "schema:attendee", "schema:location", "schema:contributor", "org:subOrganizationOf"),
    *("schema:isPartOf", "schema:knows", "org:member", "org:organization"),
)
# Which of year, month and day are told.
_DAYS: Mapping[tuple[bool, ...], str] = {
    (True, True, True): "date",
    (True, True, False): "gYearMonth",
    (True, False, False): "gYear",
    (False, True, True): "gMonthDay",
    (False, True, False): "gMonth",
}
CONTEXT: Mapping[str, Any] = {
    **PREFIXES,
    **{name: {"@type": "@id"} for name in (*_LINKS, *_LINKS_OF_NODES)},
    **{name: {"@type": "xsd:integer"} for name in ("kg:stories", "oa:start", "oa:end")},
    "kg:confidence": {"@type": "xsd:double"},
}
Resource = dict[str, Any]


def write_jsonld(graph: nx.MultiDiGraph, path: Path) -> None:
    """Write one JSON-LD document, resource by resource. Raises OSError."""
    context = json.dumps(CONTEXT, sort_keys=True)
    with writing(path) as file:
        file.write(b'{"@context":' + context.encode() + b',"@graph":[')
        for number, one in enumerate(resources(graph)):
            line = json.dumps(one, ensure_ascii=False, sort_keys=True)
            file.write((",\n" if number else "\n").encode() + line.encode("utf-8"))
        file.write(b"\n]}\n")


def write_nt(graph: nx.MultiDiGraph, path: Path) -> None:
    """Write the same as N-Triples, one statement a line. Raises UserError without rdflib, OSError."""
    needed("rdflib", "rdf")
    from kg.export.ntriples import lines  # noqa: PLC0415  rdflib only where it is asked for

    with writing(path) as file:
        for line in lines(resources(graph)):
            file.write(line.encode("utf-8"))


def resources(graph: nx.MultiDiGraph) -> Iterator[Resource]:
    """Things, facts, sentences and articles as JSON-LD objects, each once, in the graph's order."""
    said = _direct(graph)
    for item in columns.nodes(graph):
        yield {**_thing(item), **said.get(item.ident, {})}
    for source, target, item in columns.edges(graph):
        yield _fact(source, target, item)
    yield from _sentences(graph)


@lru_cache(maxsize=1 << 16)
def iri(kind: str, ident: str) -> str:
    """The name of a resource: urn:kg:node:…, urn:kg:fact:…, urn:kg:sentence:…, urn:kg:article:…."""
    return f"{BASE}{kind}:{quote(ident, safe='')}"


def _thing(item: Item) -> Resource:
    data = item.data
    found: Resource = {
        "@id": iri("node", item.ident),
        "@type": [f"kg:{data['type']}", *TYPES.get(data["type"], ())],
        "schema:name": {"@value": data["name"], "@language": "zh"},
        "rdfs:label": {"@value": data["name"], "@language": "zh"},
    }
    told = {column.name: column.of(item) for column in columns.NODE if not column.hidden}
    if told["aliases"]:
        found["schema:alternateName"] = [{"@value": name, "@language": "zh"} for name in told["aliases"]]
    if told["region"]:
        found["kg:region"] = told["region"]
    if data["type"] == "Meeting" and (day := _date(str(data["properties"].get("date") or told["first_day"]))):
        found["schema:startDate"] = day
    return found


def _direct(graph: nx.MultiDiGraph) -> dict[str, Resource]:
    """What facts that are done say directly, by the node that it is said of."""
    found: dict[str, Resource] = {}
    for source, target, data in graph.edges(data=True):
        name = "kg:" + data["predicate"]
        if data["status"] != "done":
            continue
        terms = [name, _DIRECT.get(data["predicate"], "")]
        if data["predicate"] == "PART_OF":
            terms[1] = "schema:isPartOf" if graph.nodes[source]["type"] == "Project" else "org:subOrganizationOf"
        for term in filter(None, terms):
            one, other = (target, source) if term.startswith("^") else (source, target)
            value = {"@id": iri("node", other)}
            values = found.setdefault(one, {}).setdefault(term.removeprefix("^"), [])
            if value not in values[-3:]:  # parallel edges follow each other
                values.append(value)
    return found


def _fact(source: str, target: str, item: Item) -> Resource:
    data = item.data
    found: Resource = {
        "@id": iri("fact", item.ident),
        "@type": ["rdf:Statement", "kg:Fact"],
        "rdf:subject": iri("node", source),
        "rdf:predicate": VOCABULARY + data["predicate"],
        "rdf:object": iri("node", target),
        "rdfs:label": {"@value": data["label"], "@language": "zh"},
        "kg:status": data["status"],
        "kg:stories": data["count"],
        "kg:confidence": _double(data["confidence"]),
        "prov:wasDerivedFrom": sorted({iri("sentence", _key(piece)) for piece in data["evidence"]}),
    }
    if data["predicate"] == "HOLDS_POSITION":
        found["@type"] = [*found["@type"], "org:Membership"]
        found |= {"org:member": iri("node", source), "org:organization": iri("node", target)}
    optional = {
        "schema:roleName": [{"@value": title, "@language": "zh"} for title in data["titles"]],
        "kg:role": data["role"],
        "kg:amount": data["amount"],
        "schema:startDate": _date(item.days[0]),
        "schema:endDate": _date(item.days[1]),
    }
    return {**found, **{name: value for name, value in optional.items() if value}}


def _sentences(graph: nx.MultiDiGraph) -> Iterator[Resource]:
    seen: set[str] = set()
    for *_, pieces in graph.edges(data="evidence"):
        for piece in pieces:
            key, article = _key(piece), iri("article", piece["article"])
            if article not in seen:
                seen.add(article)
                yield _article(article, piece)
            if key not in seen:
                seen.add(key)
                yield from _sentence(key, article, piece)


def _sentence(key: str, article: str, piece: Mapping[str, Any]) -> Iterator[Resource]:
    name = iri("sentence", key)
    selectors = [f"{name}:quote"]
    yield {"@id": selectors[0], "@type": "oa:TextQuoteSelector", "oa:exact": piece["sentence"]}
    if piece["start"] >= 0:
        selectors.append(f"{name}:position")
        end = piece["start"] + len(piece["sentence"])
        yield {"@id": selectors[1], "@type": "oa:TextPositionSelector", "oa:start": piece["start"], "oa:end": end}
    yield {
        "@id": name,
        "@type": ["prov:Entity", "oa:SpecificResource"],
        "prov:value": piece["sentence"],
        "prov:wasQuotedFrom": {"@id": article},
        "oa:hasSource": article,
        "oa:hasSelector": selectors,
    }


def _article(name: str, piece: Mapping[str, Any]) -> Resource:
    found: Resource = {
        "@id": name,
        "@type": ["schema:NewsArticle", "prov:Entity"],
        "schema:identifier": piece["article"],
        "kg:document": piece["document"],
    }
    if piece["title"]:
        found["schema:headline"] = {"@value": piece["title"], "@language": "zh"}
    if day := _date(piece["date"]):
        found["schema:datePublished"] = day
    if "url" in piece:
        found["schema:url"] = {"@value": piece["url"], "@type": "xsd:anyURI"}
    return found


def _key(piece: Mapping[str, Any]) -> str:
    return fingerprint(piece["article"], str(piece["start"]), piece["sentence"])


def _date(day: str) -> Resource:
    """A day as far as it is told, with its type of XML Schema; nothing where none is known."""
    told = parts(day)
    if told is None:
        return {}
    return {"@value": day, "@type": "xsd:" + _DAYS[tuple(part is not None for part in told)]}


def _double(value: float) -> str:
    """The canonical form, so that a reader of JSON numbers and one of typed texts have one value."""
    return f"{value:.4E}".replace("E+0", "E").replace("E-0", "E-")
