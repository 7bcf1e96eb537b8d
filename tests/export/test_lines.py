from __future__ import annotations

import json
import random

import pytest
from graphs import gold, hostile, small

from kg.errors import BadRecord
from kg.export import lines
from kg.graph import build
from kg.model import Resolution


@pytest.mark.parametrize("make", [small, hostile, gold])
def test_what_is_read_is_what_was_written(tmp_path, make):
    resolution = make()
    lines.write(resolution, tmp_path)
    again = lines.read(tmp_path)
    assert {one.id: one for one in again.articles} == {one.id: one for one in resolution.articles}
    assert len(again.triples) == len(resolution.triples)
    assert list(build(again).nodes(data=True)) == list(build(resolution).nodes(data=True))
    assert list(build(again).edges(data=True, keys=True)) == list(build(resolution).edges(data=True, keys=True))


def test_order_of_arrival_does_not_matter(tmp_path):
    resolution = hostile()
    parts = [list(part) for part in (resolution.articles, resolution.entities, resolution.triples)]
    for part in parts:
        random.Random(1).shuffle(part)
    lines.write(resolution, tmp_path / "a")
    lines.write(Resolution(*map(tuple, parts)), tmp_path / "b")
    for name in lines.FILES:
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_every_line_is_json_with_sorted_keys_and_a_kind(tmp_path):
    lines.write(hostile(), tmp_path)
    for name, kind in zip(lines.FILES, ("article", "entity", "triple"), strict=True):
        for line in (tmp_path / name).read_bytes().decode("utf-8").split("\n")[:-1]:
            record = json.loads(line)
            assert list(record) == sorted(record)
            assert record["kind"] == kind


def test_a_line_of_another_kind_is_named(tmp_path):
    lines.write(small(), tmp_path)
    (tmp_path / "triples.jsonl").write_bytes((tmp_path / "entities.jsonl").read_bytes())
    with pytest.raises(BadRecord, match=r"triples\.jsonl:1"):
        lines.read(tmp_path)
