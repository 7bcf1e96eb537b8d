"""Runs the network of `kg.language.network` in NumPy: ids of characters in, tags out, the same on every machine.

How a matrix product rounds depends on its shape, so on who shares a batch, and on the machine's BLAS. So nothing is
decided by rounding: the work is done in float32, which is twice as fast, and with the best path comes the lead it has
over the second best, exactly. A sequence whose lead is below SURE, a hundred times what float32 was ever seen to be
wrong by, is worked out again in float64, whose differences (1e-13) are a billion times smaller than any lead seen.

BLAS is held to one thread meanwhile: the products are small, a second thread gains a sixth on an idle machine, and
where other processes keep the cores busy waiting for it makes everything five times slower (measured).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import numpy as np
from threadpoolctl import ThreadpoolController

from kg.language.network import WIDTH, Array, Ids, Layer, Weights, weights

SURE = 2e-3
_CROWD = 24  # from so many sequences on, the CRF is quicker tag by tag than all tags at once


def decode(sequences: Sequence[Ids]) -> list[Ids]:
    """The best tag of every character: ids of characters in, ids of tags out; no sequence may be empty.

    The work is one array operation for the t-th characters of all sequences, so give many of like length at once.
    """
    with _threads().limit(limits=1, user_api="blas"):
        paths, leads = run(weights(precise=False), sequences)
        close = [index for index, lead in enumerate(leads) if lead < SURE]
        if close:
            again, _ = run(weights(precise=True), [sequences[index] for index in close])
            for index, path in zip(close, again, strict=True):
                paths[index] = path
    return paths


def run(net: Weights, sequences: Sequence[Ids]) -> tuple[list[Ids], list[float]]:
    """The best path of each sequence in the precision of the weights, and its lead over the second best path."""
    order = sorted(range(len(sequences)), key=lambda index: -len(sequences[index]))
    packed = _Packed.of([sequences[index] for index in order])
    path, lead = _viterbi(net, _scores(net, packed), packed)
    paths, leads = [path] * len(order), [0.0] * len(order)
    flat = np.empty_like(path)
    flat[packed.flat] = path
    for place, found, size in zip(order, np.split(flat, packed.cuts), lead.tolist(), strict=True):
        paths[place], leads[place] = found, size
    return paths, leads


@cache
def _threads() -> ThreadpoolController:
    return ThreadpoolController()


@dataclass(frozen=True, slots=True)
class _Packed:
    """Sequences, longest first, laid out time by time: those still running at t lie at offsets[t]:offsets[t + 1].

    So nothing is padded and nothing needs a mask. flat: where each character lies in the sequences one behind the
    other, which end at `cuts`. mirror: where each character lies here when every sequence is reversed.
    """

    values: Ids
    offsets: list[int]
    flat: Ids
    cuts: Ids
    mirror: Ids

    @classmethod
    def of(cls, sequences: Sequence[Ids]) -> _Packed:
        lengths = np.array([len(sequence) for sequence in sequences])
        ends = np.cumsum(lengths)
        running = np.searchsorted(-lengths, -np.arange(lengths[0]))
        offsets = np.concatenate(([0], np.cumsum(running)))
        times = np.repeat(np.arange(lengths[0]), running)
        rows = np.arange(ends[-1]) - offsets[times]
        flat = (ends - lengths)[rows] + times
        mirror = offsets[lengths[rows] - 1 - times] + rows
        return cls(np.concatenate(sequences)[flat], offsets.tolist(), flat, ends[:-1], mirror)


def _scores(net: Weights, packed: _Packed) -> Array:
    """(57, characters): how well each tag fits each character."""
    # What the first layer makes of a character is worked out once for each different one.
    characters, rows = np.unique(packed.values, return_inverse=True)
    first, second = net.layers
    known = np.matmul(net.embedding[characters].astype(net.bias.dtype), first.project) + first.bias[:, None]
    features = np.empty((len(rows), 2 * WIDTH), net.bias.dtype)
    _pass(first, packed, features, (known[0], rows), (known[1], rows[packed.mirror]))
    places = np.arange(len(rows))
    found = np.empty_like(features)
    _pass(second, packed, found, (features, places), (features, packed.mirror))
    scores: Array = np.matmul(net.weight.T, found.T) + net.bias[:, None]
    return scores


def _pass(layer: Layer, packed: _Packed, out: Array, *inputs: tuple[Array, Ids]) -> None:
    """Both directions of a layer into the two halves of `out`.

    inputs: for each direction rows of features, or of features already projected, and which row stands at each place.
    """
    for direction, (rows, which) in enumerate(inputs):
        states = np.empty((len(which), WIDTH), out.dtype)
        _one_way(layer, direction, packed.offsets, states, (rows, which))
        if direction:
            states = states[packed.mirror]
        out[:, direction * WIDTH : (direction + 1) * WIDTH] = states


def _one_way(layer: Layer, direction: int, offsets: list[int], states: Array, given: tuple[Array, Ids]) -> None:
    rows, which = given
    projected = rows.shape[1] == 3 * WIDTH
    project, bias = layer.project[direction], layer.bias[direction]
    to_gates, to_candidate = layer.gates[direction], layer.candidate[direction]
    state = np.zeros((offsets[1], WIDTH), states.dtype)
    room = np.empty((offsets[1], 2 * WIDTH), states.dtype)
    for first, last in pairwise(offsets):
        state, gates = state[: last - first], room[: last - first]
        now = rows[which[first:last]]
        if not projected:
            now = np.matmul(now, project)
            now += bias
        np.matmul(state, to_gates, out=gates)
        gates += now[:, : 2 * WIDTH]
        np.tanh(gates, out=gates)
        gates += 1  # twice the sigmoid; the halves are in the weights, and below
        candidate = np.matmul(gates[:, WIDTH:] * state, to_candidate)
        candidate += now[:, 2 * WIDTH :]
        np.tanh(candidate, out=candidate)
        candidate -= state
        candidate *= gates[:, :WIDTH]
        candidate *= 0.5
        state = np.add(state, candidate, out=states[first:last])


def _viterbi(net: Weights, scores: Array, packed: _Packed) -> tuple[Ids, Array]:
    """The best path, as the characters lie, and the lead of each sequence: how far the second best path is behind.

    The best of each step is taken down to zero, which changes no difference, so that sums stay small and exact.
    """
    best = np.empty_like(scores)
    best[:, : packed.offsets[1]] = scores[:, : packed.offsets[1]] + net.start[:, None]
    for (before, _), (first, last) in pairwise(pairwise(packed.offsets)):
        earlier = np.ascontiguousarray(best[:, before : before + last - first])
        earlier -= earlier.max(axis=0)
        now = best[:, first:last]
        _step(net.step, earlier, now)
        now += scores[:, first:last]
    return _walk_back(net, np.ascontiguousarray(best.T), packed.offsets)


def _step(step: Array, earlier: Array, now: Array) -> None:
    """now[to] = the best of earlier[from] + step[to, from]."""
    if earlier.shape[1] < _CROWD:
        np.max(earlier[None] + step[:, :, None], axis=1, out=now)
        return
    most, room = np.add(earlier[0], step[:, :1]), np.empty_like(earlier)
    for tag in range(1, len(step)):
        np.add(earlier[tag], step[:, tag : tag + 1], out=room)
        np.maximum(most, room, out=most)
    now[:] = most


def _walk_back(net: Weights, best: Array, offsets: list[int]) -> tuple[Ids, Array]:
    """All paths from their ends to their beginnings. A lead is the least that a second choice on the way would cost."""
    path = np.empty(len(best), np.int64)
    chosen = np.zeros(offsets[1], np.int64)
    lead = np.full(offsets[1], np.inf, best.dtype)
    going = 0  # sequences that run on behind this place
    for first, last in reversed(list(pairwise(offsets))):
        here = best[first:last].copy()
        here[:going] += net.step[chosen[:going]]
        here[going:] += net.end
        going, rows = last - first, np.arange(last - first)
        chosen[:going] = path[first:last] = here.argmax(axis=1)
        most = here[rows, chosen[:going]]
        here[rows, chosen[:going]] = -np.inf
        lead[:going] = np.minimum(lead[:going], most - here.max(axis=1))
    return path, lead
