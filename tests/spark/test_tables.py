"""The rows for databases are those of one process, and nothing of them hangs on the order of anything."""

from __future__ import annotations

import pytest
from spark.rdds import FakeRDD

from kg.correct import Correction, correct
from kg.model import replace
from kg.ontology import ontology
from kg.pipeline.stages import SILENT, Workers, articles, kept, outcomes
from kg.read import ReadOptions, find_sources
from kg.resolve import resolve
from kg.spark.correcting import corrected
from kg.spark.importing import _edge_share, _node_share
from kg.spark.resolving import resolved
from kg.spark.tables import tables
from kg.store.load import build_id, id_of
from kg.store.rows import Edge, rows


@pytest.fixture(scope="module")
def extractions(pytestconfig):
    """Twelve of the written articles, and a reprint of one of them."""
    sources = find_sources([pytestconfig.rootpath / "seeds" / "written" / "articles"])[:12]
    read = list(articles(sources, ReadOptions(), SILENT.report))
    copy = replace(read[0], id="copy.txt#0", document="copy.txt", index=0, text=f"　{read[0].text}")
    return list(kept(outcomes([*read, copy], Workers()), SILENT.report))


def by_label(found, plain=lambda row: row):
    told = {}
    for label, row in found:
        told.setdefault(label, []).append(plain(row))
    return {label: sorted(some, key=repr) for label, some in told.items()}


def without_types(edge):
    return Edge(edge.source, edge.target, "", "", edge.properties)


def test_rows_are_those_of_one_process(extractions):
    whole = resolve(extractions)
    lines = [
        Correction("drop", "Person", next(e.name for e in whole.entities if e.type == "Person"), where="c.csv:2"),
        Correction("rename", "Organization", next(e.name for e in whole.entities if e.type == "Organization"),
                   value="青江宁河实业集团", where="c.csv:3"),
    ]  # fmt: skip
    wanted = rows(correct(whole, lines)[0])
    known, _ = corrected(resolved(FakeRDD(extractions), ontology(), 2), lines, ontology())
    found = tables(known, ontology(), 2)
    assert by_label(found.nodes.items) == by_label((label, row) for label, some in wanted.nodes.items() for row in some)
    assert by_label(found.edges.items, without_types) == by_label(
        ((kind, edge) for kind, some in wanted.edges.items() for edge in some), without_types
    )
    assert any(row["areas"] for row in wanted.nodes["Project"])
    assert any(row["date"] for row in wanted.nodes["Meeting"])
    assert any(edge.properties["count"] < len(edge.properties["articles"]) for edge in wanted.edges["HOLDS_POSITION"])
    shares = (*map(_node_share, found.nodes.items), *map(_edge_share, found.edges.items))
    assert id_of(sum(share for _, share in shares)) == build_id(wanted)
