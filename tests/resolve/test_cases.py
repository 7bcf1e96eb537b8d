"""Cases of identity from text to entity: what is the same, and what is not (tests/resolve/cases/README.md)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.extract import extract
from kg.language.similarity import ratio, undotted
from kg.read import ReadOptions, find_sources, read_source
from kg.resolve import resolve

CASES = Path(__file__).parent / "cases"
SIMILAR = {"Project": 0.6, "Meeting": 0.6, "Agreement": 0.6}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "recall"),
    [
        ("first", 0.95),
        ("second", 0.75),
        ("third", 0.9),
        ("fourth", 0.9),
        ("fifth", 0.85),
        ("sixth", 0.75),
        ("seventh", 0.8),
        ("eighth", 0.85),
        ("ninth", 1.0),
        ("tenth", 0.6),
        ("eleventh", 0.9),
        ("twelfth", 0.9),
        ("thirteenth", 0.8),
        ("fourteenth", 0.9),
        ("fifteenth", 0.9),
        ("sixteenth", 0.85),
        ("seventeenth", 0.95),
        ("eighteenth", 0.95),
        ("nineteenth", 0.85),
        ("twentieth", 0.85),
        ("twenty_first", 0.85),
        ("twenty_second", 0.85),
        ("twenty_third", 0.85),
        ("twenty_fourth", 0.85),
        ("twenty_fifth", 0.75),
        ("twenty_sixth", 0.8),
        ("twenty_seventh", 0.8),
        ("twenty_eighth", 0.85),
        ("twenty_ninth", 0.9),
        ("thirty_first", 0.8),
        ("thirty_second", 0.8),
        ("thirty_third", 0.7),
        ("thirty_sixth", 0.9),
        ("thirty_seventh", 0.65),
        ("thirty_ninth", 0.7),
        ("fortieth", 0.8),
        ("forty_first", 0.45),
        ("bodies", 0.9),
        ("look_alikes", 0.5),
        ("works", 0.55),
        ("works_in_stages", 0.2),
        ("people", 0.85),
        ("happenings_papers_places", 0.7),
        ("recurring", 0.85),
    ],
)
def test_what_is_one_and_what_is_two(name, recall, tmp_path):
    joined, wrong, same = 0, [], 0
    for line in (CASES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        found = entities(case, tmp_path / case["id"])
        same += len(case["same"])
        joined += sum(is_one(found, *pair) for pair in case["same"])
        wrong += [(case["id"], pair) for pair in case["different"] if is_one(found, *pair)]
    assert wrong == []
    assert joined / same >= recall


def entities(case, folder):
    folder.mkdir()
    for document, text in case["documents"].items():
        (folder / document).write_text(text, encoding="utf-8")
    articles = [one for source in find_sources([folder]) for one in read_source(source, ReadOptions())]
    return resolve([extract(article) for article in articles]).entities


def is_one(found, a, b):
    ends = [holder(found, *end) for end in (a, b)]
    return ends[0] is not None and ends[0] == ends[1]


def holder(found, document, kind, name):
    """The id of the entity that bears the name there, or the most similar one."""
    least = SIMILAR.get(kind, 1.0)
    alike = [
        (-ratio(undotted(name), undotted(other)), entity.id)
        for entity in found
        if entity.type == kind
        for where, names in entity.documents.items()
        if Path(where).name == document
        for other in names
    ]
    best = min(alike, default=(0.0, None))
    return best[1] if -best[0] >= least else None
