"""JSON-LD and N-Triples, read by rdflib and checked against our shapes by pyshacl."""

from __future__ import annotations

import extras
import pytest
from graphs import extreme, gold, small

from kg.export import rdf
from kg.graph import build
from kg.ontology import ontology

rdflib, pyshacl = extras.module("rdflib", "rdf"), extras.module("pyshacl", "dev")
shacl = extras.module("kg.export.shacl", "rdf")  # imports rdflib itself
RDF = rdflib.RDF

KG, SCHEMA, PROV, OA = (rdflib.Namespace(rdf.PREFIXES[name]) for name in ("kg", "schema", "prov", "oa"))


def written(tmp_path, graph) -> rdflib.Graph:
    rdf.write_nt(graph, tmp_path / "graph.nt")
    return rdflib.Graph().parse(tmp_path / "graph.nt", format="nt")


def conforms(found) -> tuple[bool, str]:
    valid, _, text = pyshacl.validate(found, shacl_graph=shacl.shapes(ontology()))
    return valid, text


@pytest.mark.parametrize("make", [small, gold, extreme])
def test_both_files_are_the_same_statements_and_conform(tmp_path, make):
    graph = build(make())
    found = written(tmp_path, graph)
    rdf.write_jsonld(graph, tmp_path / "graph.jsonld")
    other = rdflib.Graph().parse(tmp_path / "graph.jsonld", format="json-ld")
    assert set(found) == set(other)
    assert len((tmp_path / "graph.nt").read_text(encoding="utf-8").split("\n")) - 1 == len(found)
    valid, text = conforms(found)
    assert valid, text
    assert len(set(found.subjects(RDF.type, KG.Fact))) == graph.number_of_edges()
    names = {str(found.value(rdflib.URIRef(rdf.iri("node", node)), SCHEMA.name)) for node in graph}
    assert names == {name for _, name in graph.nodes(data="name")}


def test_what_is_done_is_said_directly_and_what_is_planned_is_not(tmp_path):
    graph = build(small())
    found = written(tmp_path, graph)
    name = {data["name"]: rdflib.URIRef(rdf.iri("node", node)) for node, data in graph.nodes(data=True)}
    assert (name["赵一平"], SCHEMA.worksFor, name["江海公司"]) in found
    assert (name["全省绿色发展大会"], SCHEMA.attendee, name["李明远"]) in found
    assert (None, SCHEMA.location, name["临江市"]) not in found
    planned = found.value(predicate=RDF.object, object=name["风电基地项目"])
    assert str(found.value(planned, KG.status)) == "planned"


def test_sentences_lead_to_their_place_in_the_article(tmp_path):
    resolution = small()
    found = written(tmp_path, build(resolution))
    texts = {rdf.iri("article", one.id): one.text for one in resolution.articles}
    sentences = set(found.objects(None, PROV.wasDerivedFrom))
    assert sentences
    for sentence in sentences:
        article = str(found.value(sentence, PROV.wasQuotedFrom))
        place = next(one for one in found.objects(sentence, OA.hasSelector) if (one, OA.start, None) in found)
        start, end = (int(found.value(place, term)) for term in (OA.start, OA.end))
        assert texts[article][start:end] == str(found.value(sentence, PROV.value))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda found, fact: found.remove((fact, PROV.wasDerivedFrom, None)), "wasDerivedFrom"),
        (lambda found, fact: found.set((fact, KG.status, rdflib.Literal("perhaps"))), "status"),
        (lambda found, fact: found.set((fact, RDF.object, found.value(fact, RDF.subject))), "object"),
    ],
)
def test_the_shapes_refuse_what_the_vocabulary_does_not_allow(tmp_path, change, said):
    found = written(tmp_path, build(small()))
    fact = next(found.subjects(RDF.predicate, KG.HOLDS_POSITION))
    change(found, fact)
    valid, text = conforms(found)
    assert not valid
    assert said in text


def test_shapes_and_files_are_the_same_bytes_every_time(tmp_path):
    shacl.write(ontology(), tmp_path / "a.ttl")
    shacl.write(ontology(), tmp_path / "b.ttl")
    assert (tmp_path / "a.ttl").read_bytes() == (tmp_path / "b.ttl").read_bytes()
    for write in (rdf.write_jsonld, rdf.write_nt):
        write(build(gold()), tmp_path / "a")
        write(build(gold()), tmp_path / "b")
        assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
