"""Confidence: weights recover what made them, tables add up, and on the written pages a surer fact is a righter one."""

from __future__ import annotations

import math
import random
from pathlib import Path

import pytest

from kg.evaluate import calibration
from kg.evaluate.calibration import Judged, bought, chance, fitted, held_out, reliability
from kg.extract.confidence import BIAS, confidence
from kg.extract.stage import read
from kg.model import Article

ROOT = Path(__file__).parents[2]
TRUE = {"rule=sure": 2.5, "rule=doubtful": -1.0, "object unwritten": -1.5}


def drawn(count, seed=7):
    """Triples whose clues and rightness are drawn with known odds, ten of a document."""
    chosen, found = random.Random(seed), []
    for number in range(count):
        clues = {chosen.choice(["rule=sure", "rule=doubtful"])}
        clues |= {"object unwritten"} if chosen.random() < 0.4 else set()
        odds = 0.3 + sum(TRUE[clue] for clue in clues)
        right = chosen.random() < 1 / (1 + math.exp(-odds))
        found.append(Judged(f"{number // 10}.txt", "A", frozenset(clues), right))
    return found


def test_the_weights_come_near_those_that_the_triples_were_drawn_with():
    weights = fitted(drawn(4000))
    for clues in (["rule=sure"], ["rule=doubtful"], ["rule=sure", "object unwritten"]):
        wanted = 1 / (1 + math.exp(-0.3 - sum(TRUE[clue] for clue in clues)))
        assert chance(weights, clues) == pytest.approx(wanted, abs=0.05)


def test_a_rare_clue_has_no_weight_and_the_order_changes_nothing():
    items = [*drawn(400), Judged("x.txt", "A", frozenset({"rule=sure", "seen once"}), right=False)]
    weights = fitted(items)
    assert "seen once" not in weights
    assert fitted(items[::-1]) == weights


def test_held_out_confidence_is_calibrated_on_drawn_triples():
    pairs = held_out(drawn(4000))
    assert len(pairs) == 4000
    for row in reliability(pairs):
        assert row.count < 100 or row.mean == pytest.approx(row.right, abs=0.07)


def test_the_tables_count_every_triple_once():
    pairs = [(0.2, False), (0.55, True), (0.97, True), (1.0, True), (0.9, False)]
    assert sum(row.count for row in reliability(pairs)) == len(pairs)
    assert bought(pairs, [0.0, 0.9]) == [(0.0, 1.0, 0.6), (0.9, 0.6, pytest.approx(2 / 3))]


def test_weights_are_written_as_they_are_read(tmp_path):
    calibration.write({BIAS: 0.5, "rule=sure": -1.25, "nothing": 0.0}, tmp_path / "w.tsv")
    text = (tmp_path / "w.tsv").read_text(encoding="utf-8")
    assert text.splitlines()[1:] == ["bias\t0.5", "rule=sure\t-1.25"]


def test_the_confidence_of_a_triple_is_that_of_its_clues():
    text = "3月27日，青海省委书记李文达在西宁会见青江宁河实业有限公司董事长周明远。"
    extraction, clues = read(Article(id="a#1", document="a", index=1, title="", text=text))
    assert {triple.predicate for triple in extraction.triples} >= {"HOLDS_POSITION", "MET_WITH"}
    for triple in extraction.triples:
        assert triple.confidence == confidence(clues[triple.id])
        assert f"predicate={triple.predicate}" in clues[triple.id]
        assert 0 < triple.confidence < 1


def test_an_unknown_clue_changes_nothing():
    assert confidence({"predicate=ATTENDED", "a clue of a later day"}) == confidence({"predicate=ATTENDED"})


def test_the_surer_half_of_the_facts_of_the_written_pages_is_righter():
    items = list(calibration.judged(ROOT / "seeds/written/gold", ROOT / "seeds/written/articles"))
    ranked = sorted(items, key=lambda item: (confidence(item.clues), item.document, sorted(item.clues)))
    half = len(ranked) // 2
    doubtful, sure = (sum(item.right for item in part) / len(part) for part in (ranked[:half], ranked[half:]))
    assert len(ranked) > 200
    assert sure > doubtful + 0.05
