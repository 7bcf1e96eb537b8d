"""Gains beyond chance are told from those that a few documents make, and every run says the same."""

from __future__ import annotations

from kg.evaluate import gains


def documents(count, found):
    """`count` gold documents of two nodes each, and predictions with the first `found(number)` of them."""
    names = ["李文达", "周明远"]
    gold, predicted = [], []
    for number in range(count):
        nodes = [{"type": "Person", "names": [name]} for name in names]
        gold.append({"document": f"{number}.txt", "nodes": nodes, "triples": [], "half": "AB"[number % 2]})
        predicted.append({"document": f"x/{number}.txt", "nodes": nodes[: found(number)], "triples": []})
    return gold, predicted


def test_a_gain_in_every_document_is_beyond_chance():
    gold, before = documents(30, lambda number: 1)
    _, after = documents(30, lambda number: 2)
    nodes, triples = gains(gold, (before, after))
    assert (round(nodes.before, 3), nodes.after) == (0.667, 1.0)
    assert nodes.low > 0.3
    assert "noise" not in nodes.text()
    assert (triples.before, triples.after, triples.low, triples.high) == (0, 0, 0, 0)


def test_a_gain_in_one_document_of_thirty_is_in_the_noise():
    gold, before = documents(30, lambda number: 1)
    _, after = documents(30, lambda number: 1 + (number == 4) - (number == 5))
    nodes, _ = gains(gold, (before, after))
    assert nodes.low <= 0 <= nodes.high
    assert "in the noise" in nodes.text()


def test_one_half_alone_and_the_same_in_every_run():
    gold, before = documents(20, lambda number: 1)
    _, after = documents(20, lambda number: 2 - number % 2)
    in_a, _ = gains(gold, (before, after), "A")
    in_b, _ = gains(gold, (before, after), "B")
    assert in_a.low > 0
    assert (in_b.before, in_b.low, in_b.high) == (in_b.after, 0, 0)
    assert gains(gold, (before, after), "A") == gains(gold[::-1], (before[::-1], after), "A")


def test_a_document_that_one_side_lacks_counts_as_empty():
    gold, before = documents(10, lambda number: 2)
    nodes, _ = gains(gold, (before, before[:5]))
    assert nodes.after < nodes.before == 1.0
