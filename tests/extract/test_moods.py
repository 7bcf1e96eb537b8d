"""What the words around a verb say of it: a table of invented sentences with the status of the fact in each."""

from __future__ import annotations

from pathlib import Path

import pytest
from extracting import read

from kg.extract.moods import MOODS
from kg.language.lexicon import table

ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "data" / "moods.tsv").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def test_the_table_is_as_long_as_it_says():
    assert len(ROWS) >= 150
    assert {row[0] for row in ROWS} == {"done", "planned", "wished", "former", "none"}


@pytest.mark.parametrize(("expected", "predicate", "text"), ROWS)
def test_the_status_of_what_is_told(expected, predicate, text):
    found = read(text, predicate, place="青海")
    statuses = {triple.properties.get("status", "done") for triple in found.values()} or {"none"}
    assert statuses == {expected}


def test_the_words_of_mood_have_one_mood_each():
    rows = table("moods")
    assert {mood for _, mood, _ in rows} <= set(MOODS)
    assert len({(word, scope == "behind") for word, _, scope in rows}) == len(rows)
