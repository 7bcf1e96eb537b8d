"""What blocks and sets find is what one process finds: stories, entities, triples, corrections; sets by either way."""

from __future__ import annotations

import random

import pytest
from spark.rdds import FakeRDD

from kg.correct import Correction, correct
from kg.errors import BadRecord
from kg.model import replace, to_line
from kg.ontology import ontology
from kg.pipeline.stages import SILENT, Workers, articles, kept, outcomes
from kg.read import ReadOptions, find_sources
from kg.resolve import resolve
from kg.resolve.copies import stories
from kg.resolve.joining import Joiner
from kg.spark.correcting import corrected
from kg.spark.resolving import resolved
from kg.spark.sets import roots
from kg.spark.stories import stories as stories_of


@pytest.fixture(scope="module")
def extractions(pytestconfig):
    """The written articles, and a copy of one with other offsets, a reprint of another with a new headline."""
    sources = find_sources([pytestconfig.rootpath / "seeds" / "written" / "articles"])
    read = list(articles(sources, ReadOptions(), SILENT.report))
    copied = [
        replace(one, id=f"copy{n}.txt#0", document=f"copy{n}.txt", index=0, text=f"{'　' * n}{one.text}")
        for n, one in enumerate(read[:2])
    ]
    return list(kept(outcomes([*read, *copied], Workers()), SILENT.report))


@pytest.fixture(scope="module")
def together(extractions):
    return resolve(extractions)


def lines(records):
    return sorted(map(to_line, records))


def test_entities_and_triples_are_those_of_one_process(extractions, together):
    found = resolved(FakeRDD(extractions), ontology(), 2)
    assert lines(found.articles.items) == lines(together.articles)
    assert lines(found.entities.items) == lines(together.entities)
    assert lines(found.triples.items) == lines(together.triples)
    assert sum(len(entity.members) > 1 for entity in together.entities) > 20
    assert any(one.doubted for one in extractions)


def test_copies_are_found(extractions):
    told = stories_of(FakeRDD((one.article.id, one) for one in extractions), 2)
    wanted = stories([one.article for one in extractions])
    assert dict(told.items) == wanted
    assert len(set(wanted.values())) <= len(wanted) - 2


def test_corrections_are_applied(extractions, together):
    people = [e for e in together.entities if e.type == "Person"]
    both = next(t for t in together.triples if t.predicate == "HOLDS_POSITION")
    ends = {e.id: e for e in together.entities}
    given = [
        Correction("merge", "Person", people[0].name, other=people[1].name, where="corrections.csv:2"),
        Correction("rename", "人物", people[2].name, value="周明远", where="corrections.csv:3"),
        Correction("drop", "Person", "周明远", where="corrections.csv:4"),
        Correction("retype", "Organization", ends[both.object_id].name, value="Location", where="corrections.csv:5"),
        Correction("drop", "Person", "没有此人", where="corrections.csv:6"),
    ]
    wanted, misfits = correct(together, given)
    found, told = corrected(resolved(FakeRDD(extractions), ontology(), 2), given, ontology())
    assert lines(found.entities.items) == lines(wanted.entities)
    assert lines(found.triples.items) == lines(wanted.triples)
    assert told == misfits and len(misfits) == 1
    assert lines(wanted.entities) != lines(together.entities)


def test_an_id_that_stands_twice_is_named(extractions):
    with pytest.raises(BadRecord, match="two records have this id"):
        resolved(FakeRDD([extractions[0], *extractions[:3]]), ontology(), 2)


@pytest.mark.parametrize("few", [0, 10_000])
def test_sets_by_joins_and_in_one_task(few):
    lots = random.Random(3)
    pairs = [(f"n{lots.randrange(400):03d}", f"n{lots.randrange(400):03d}") for _ in range(250)]
    pairs += [(f"c{at:03d}", f"c{at + 1:03d}") for at in range(90)]  # a long chain
    wanted = Joiner({end for a, b in pairs if a != b for end in (a, b)})
    for a, b in pairs:
        if a != b:
            wanted.join(a, b, "")
    found = roots(FakeRDD(pairs), 2, few)
    assert dict(found.items) == {member: wanted.find(member) for group in wanted.groups() for member in group.members}
    assert roots(FakeRDD([]), 2, few).items == []
