from __future__ import annotations

import json
from dataclasses import replace

import pytest

from kg.errors import BadRecord
from kg.model import (
    Article,
    Entity,
    Evidence,
    Extraction,
    Mention,
    Resolution,
    ResolvedEntity,
    Triple,
    to_line,
    to_record,
)
from kg.pipeline import streams


def extraction(index: int) -> Extraction:
    article = Article(f"页.txt#{index}", "页.txt", index, "题", "周望山到西宁。\u2028第二行", source_map=())
    person = Entity(f"{article.id}:p", article.id, "Person", "周望山", ("周望山",), (Mention(0, 3, "周望山"),))
    place = Entity(f"{article.id}:l", article.id, "Location", "西宁", ("西宁",), (Mention(4, 6, "西宁", "因"),))
    seen = (Evidence("subject", "周望山到西宁。", 0, 3), Evidence("object", "周望山到西宁。", None, None, "上文"))
    fact = Triple("t", article.id, person.id, "VISITED", place.id, {"date": "2024-03-01"}, seen, "rule", 0.9)
    return Extraction(article, (person, place), (fact,))


def test_extractions_survive_the_lines():
    wanted = [extraction(0), extraction(1)]
    lines = [line for item in wanted for line in streams.extraction_lines(item)]
    assert list(streams.extractions(lines, "here")) == wanted
    assert not any("\n" in line for line in lines)


@pytest.mark.parametrize(
    "properties",
    [{}, {"b": "“\x1f\u2028😀/\x7f", "a": ["青", "b"], "é": ("c",)}, {"n": 1e-05}, {"n": 2**70}, {"n": float("nan")},
     {"n": "\ud800"}, {"n": None}, {"n": {"z": 1, "a": True}}, {"n": [["x"]]}],
)  # fmt: skip
@pytest.mark.parametrize("confidence", [0.0, 1e-05, 0.0001, 0.85, 1.0])
def test_lines_are_those_of_json_whoever_writes_them(properties: dict[str, object], confidence: float):
    fact = replace(extraction(0).triples[0], properties=properties, confidence=confidence)
    thing = replace(extraction(0).entities[0], properties=properties)
    for record in (fact, thing, extraction(0).article):
        written = json.dumps(to_record(record), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        assert to_line(record) == written


def test_an_article_without_anything_is_an_extraction():
    alone = Extraction(extraction(0).article, (), ())
    assert list(streams.extractions(streams.extraction_lines(alone), "here")) == [alone]


def test_blank_lines_mean_nothing():
    lines = ["", *streams.extraction_lines(extraction(0)), " \n"]
    assert list(streams.extractions(lines, "here")) == [extraction(0)]


def test_resolution_survives_the_lines():
    one = extraction(0)
    entity = ResolvedEntity("e", "Person", "周望山", ("周望山",), {"页.txt": ("周望山",)}, (one.entities[0].id,))
    fact = one.triples[0]
    done = Triple(fact.id, fact.article, "s", "VISITED", "o", subject_id="e", object_id="e")
    wanted = Resolution((one.article,), (entity,), (done,))
    assert streams.resolution(streams.resolution_lines(wanted), "here") == wanted


@pytest.mark.parametrize(
    ("read", "lines", "message"),
    [
        (streams.articles, [to_line(extraction(0).entities[0])], "here:1: expected an article"),
        (streams.extractions, [to_line(extraction(0).triples[0])], "here:1: expected an article with its mentions"),
        (
            streams.extractions,
            [*streams.extraction_lines(extraction(0)), to_line(extraction(1).entities[0])],
            "here:5: expected an article with its mentions",
        ),
        (streams.resolution, list(streams.extraction_lines(extraction(0))), "here:2: not resolved yet"),
        (streams.resolution, [to_line(extraction(0).triples[0])], "here:1: not resolved yet"),
        (streams.articles, ['{"kind": "article"'], "here:1: not JSON"),
    ],
)
def test_lines_of_another_stage_are_named(read, lines, message):
    with pytest.raises(BadRecord, match=message):
        list(found) if hasattr(found := read(lines, "here"), "__next__") else found
