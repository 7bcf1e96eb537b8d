"""The network in float32 decides nothing that float64 would decide otherwise; the lead is what brute force finds."""

from itertools import pairwise, product
from pathlib import Path

import numpy as np
import pytest

from kg.language import decoding
from kg.language.decoding import SURE, decode, run
from kg.language.network import Weights, vocabulary, weights
from kg.language.tagger import tag
from kg.language.text import sentences

SEEDS = sorted(Path(__file__).parents[2].joinpath("seeds", "articles").glob("*.txt"))


@pytest.fixture(scope="module")
def sequences():
    pages = [page.read_text(encoding="utf-8") for page in SEEDS]
    return [vocabulary().ids(page[start:end]) for page in pages for start, end in sentences(page)][:160]


def test_float32_and_float64_find_the_same_paths_with_nearly_the_same_lead(sequences):
    (quick, leads), (precise, exact) = run(weights(precise=False), sequences), run(weights(precise=True), sequences)
    assert len(quick) > 100
    for mine, theirs, lead, right in zip(quick, precise, leads, exact, strict=True):
        assert abs(lead - right) < SURE / 20
        assert lead < SURE or (mine == theirs).all()


def test_what_leads_by_little_is_worked_out_in_float64(sequences, monkeypatch):
    asked = []

    def watched(net, some):
        asked.append((net.bias.dtype, len(some)))
        return run(net, some)

    leads = sorted(run(weights(precise=False), sequences)[1])
    limit = (leads[6] + leads[7]) / 2  # batches of another size change the last digits
    monkeypatch.setattr(decoding, "run", watched)
    monkeypatch.setattr(decoding, "SURE", limit)
    changed = decode(sequences)
    assert asked == [(np.float32, len(sequences)), (np.float64, 7)]
    monkeypatch.undo()
    assert all((a == b).all() for a, b in zip(changed, decode(sequences), strict=True))


@pytest.mark.parametrize("count", [3, 60])
def test_path_and_lead_are_those_of_brute_force(count):
    """Four tags, by both ways of the CRF's step (few sequences, many)."""
    chance = np.random.default_rng(7)
    net = Weights(
        embedding=chance.normal(size=(5, 128)),
        layers=weights(precise=True).layers,
        weight=chance.normal(size=(256, 4)),
        bias=chance.normal(size=4),
        start=chance.normal(size=4),
        end=chance.normal(size=4),
        step=chance.normal(size=(4, 4)),
    )
    given = [chance.integers(0, 5, size=1 + index % 5) for index in range(count)]
    paths, leads = run(net, given)
    for ids, path, lead in zip(given, paths, leads, strict=True):
        best, second = _two_best(net, ids)
        assert tuple(path) == best[1]
        assert lead == pytest.approx(best[0] - second[0])


def _two_best(net, ids):
    packed = decoding._Packed.of([ids])
    scores = decoding._scores(net, packed).T
    found = []
    for path in product(range(4), repeat=len(ids)):
        total = net.start[path[0]] + net.end[path[-1]] + sum(scores[at, tag] for at, tag in enumerate(path))
        total += sum(net.step[after, before] for before, after in pairwise(path))
        found.append((total, path))
    return sorted(found, reverse=True)[:2]


def test_ids_of_strange_texts():
    found = vocabulary().ids("好\ud800\U0010ffff")
    unknown = vocabulary().unknown
    assert found[0] != unknown and list(found[1:]) == [unknown, unknown]


def test_labels_are_remembered_within_bounds(monkeypatch):
    from kg.language import tagger

    memory = tagger._Memory()
    monkeypatch.setattr(tagger, "KEPT", 10)
    monkeypatch.setattr(tagger, "_memory", memory)
    words = [tag([text])[0] for text in ("青江市长", "云岭大学", "周明远说", "青江市长")]
    assert words[0] == words[3]
    assert list(memory._labels) == ["周明远说", "青江市长"]


@pytest.mark.parametrize("precise", [False, True])
def test_no_weight_is_subnormal(precise):
    """A processor multiplies such numbers thirteen times as slowly."""
    net = weights(precise)
    arrays = [net.embedding, net.weight, net.bias, net.start, net.end, net.step]
    arrays += [part for layer in net.layers for part in (layer.project, layer.bias, layer.gates, layer.candidate)]
    least = np.finfo(np.float32).tiny / 2  # some are halved
    assert not any(((array != 0) & (np.abs(array) < least)).any() for array in arrays)
