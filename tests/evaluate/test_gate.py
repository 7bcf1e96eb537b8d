"""The gate: figures that fall are named, and are pinned lower only with a reason that stays in the file."""

from __future__ import annotations

import json

import pytest

from kg.errors import BadRecord, UserError
from kg.evaluate import check_gate, pin, read_baseline, score

GOLD = {
    "document": "a.txt",
    "nodes": [{"type": "Person", "names": [name]} for name in ("韩锐", "冯度", "陆川")],
    "triples": [["韩锐", "MET_WITH", "冯度"]],
    "articles": [{"title": "标题", "starts": "韩锐会见", "ends": "冯度。", "date": None}],
}
ARTICLE = {"title": "标题", "text": "韩锐会见冯度。", "date": None}


def report(nodes=3, triples=1, gold=GOLD):
    return score(
        [gold], [{**GOLD, "nodes": GOLD["nodes"][:nodes], "triples": GOLD["triples"][:triples], "articles": [ARTICLE]}]
    )


@pytest.fixture
def baseline(tmp_path):
    path = tmp_path / "baseline.json"
    pin(report(nodes=2, triples=1), path, "gold")
    return path


def test_equal_and_better_pass(baseline):
    assert check_gate(report(nodes=2), read_baseline(baseline), "gold") == []
    assert check_gate(report(nodes=3), read_baseline(baseline), "gold") == []


def test_worse_is_named(baseline):
    complaints = check_gate(report(nodes=2, triples=0), read_baseline(baseline), "gold")
    assert "gold: triples_f1 is 0, pinned is 1" in complaints


def test_other_gold_and_unpinned_sets_have_not_passed(baseline):
    other = {**GOLD, "triples": []}
    assert "the gold has changed" in check_gate(report(gold=other), read_baseline(baseline), "gold")[0]
    assert "no figures are pinned" in check_gate(report(), read_baseline(baseline), "written/gold")[0]


def test_more_articles_than_there_are_is_worse(baseline):
    cut = score([GOLD], [{**GOLD, "articles": [ARTICLE, {**ARTICLE, "text": "另一篇。"}]}])
    assert check_gate(cut, read_baseline(baseline), "gold") == ["gold: articles_predicted is 2, pinned is 1"]


def test_better_figures_are_pinned_in_silence_and_lower_ones_with_a_reason(baseline):
    pin(report(nodes=3), baseline, "gold")
    assert read_baseline(baseline)["sets"]["gold"]["figures"]["nodes_f1"] == 1
    with pytest.raises(UserError, match=r"nodes_f1.*Give a reason"):
        pin(report(nodes=2), baseline, "gold", " ")
    before = baseline.read_bytes()
    pin(report(nodes=2), baseline, "gold", "names of three characters were guessed")
    lowered = json.loads(baseline.read_text(encoding="utf-8"))["lowered"]
    assert lowered[0]["reason"] == "names of three characters were guessed"
    assert lowered[0]["figures"]["nodes_f1"] == 1
    assert baseline.read_bytes() != before


def test_pinning_twice_changes_nothing(baseline):
    before = baseline.read_bytes()
    pin(report(nodes=2), baseline, "gold")
    assert baseline.read_bytes() == before
    assert b"\r" not in before


def test_a_file_that_is_no_baseline(tmp_path):
    (tmp_path / "x.json").write_text("{}", encoding="utf-8")
    with pytest.raises(BadRecord, match=r"x\.json"):
        read_baseline(tmp_path / "x.json")
