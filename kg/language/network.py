"""The LAC network that jieba's wheel carries (`jieba/lac_small`, Apache-2.0, PaddlePaddle Authors), run in NumPy.

Characters → 128-wide embedding → two bidirectional GRU layers of 128 → 57 scores a character → the best path through
a CRF. Its own runner needs a PaddlePaddle that is no longer published; the weights are plain little-endian floats.

Everything is computed in float64 although the weights are float32: how a matrix product rounds depends on its shape,
so on who shares a batch, and on the machine's BLAS. At 1e-16 such differences never reach a decision of the CRF, at
1e-7 they now and then do.

BLAS is held to one thread meanwhile: the products are small, a second thread gains a sixth on an idle machine, and
where other processes keep the cores busy waiting for it makes everything five times slower (measured).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import ThreadpoolController

WIDTH = 128
LAYERS = 2
Array = NDArray[np.float64]
Ids = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Layer:
    """One bidirectional GRU layer; the first axis is the direction (forward, backward).

    project: (2, inputs, 384) and bias (2, 1, 384) to update, reset and candidate; gates: (2, 128, 256) and
    candidate: (2, 128, 128) from the state before.
    """

    project: Array
    bias: Array
    gates: Array
    candidate: Array


@dataclass(frozen=True, slots=True)
class Network:
    """Weights and vocabulary. start, end: (57,); step[to, from]: (57, 57), the CRF's scores between tags."""

    ids: dict[str, int]
    labels: tuple[str, ...]
    embedding: NDArray[np.float32]
    layers: tuple[Layer, ...]
    weight: Array
    bias: Array
    start: Array
    end: Array
    step: Array


@cache
def network() -> Network:
    """The network with its weights, read once (12 MB). Raises FileNotFoundError where jieba's wheel lacks them."""
    home = files("jieba").joinpath("lac_small")
    ids, labels = _numbered(home.joinpath("word.dic")), _numbered(home.joinpath("tag.dic"))
    ordered = tuple(sorted(labels, key=labels.__getitem__))
    weights = home.joinpath("model_baseline")
    crf = _floats(weights, "crfw", len(labels) + 2, len(labels))
    return Network(
        ids=ids,
        labels=ordered,
        embedding=_floats(weights, "word_emb", max(ids.values()) + 1, WIDTH).astype(np.float32),
        layers=tuple(_layer(weights, index) for index in range(LAYERS)),
        weight=_floats(weights, "fc_4.w_0", 2 * WIDTH, len(labels)),
        bias=_floats(weights, "fc_4.b_0", len(labels)),
        start=crf[0],
        end=crf[1],
        step=np.ascontiguousarray(crf[2:].T),
    )


def decode(sequences: Sequence[Sequence[int]]) -> list[list[int]]:
    """The best tag of every character: ids of characters in, ids of `Network.labels` out; no sequence may be empty.

    The work is one array operation for the t-th characters of all sequences, so give many of like length at once.
    """
    with _threads().limit(limits=1, user_api="blas"):
        return _decode(network(), sequences)


@cache
def _threads() -> ThreadpoolController:
    return ThreadpoolController()


def _decode(net: Network, sequences: Sequence[Sequence[int]]) -> list[list[int]]:
    order = sorted(range(len(sequences)), key=lambda index: -len(sequences[index]))
    packed = _Packed.of([sequences[index] for index in order])
    # The first layer's product is taken once for each different character.
    characters, rows = np.unique(packed.values, return_inverse=True)
    features = net.embedding[characters].astype(np.float64)
    for layer in net.layers:
        features = _bidirectional(layer, features, rows, packed)
        rows = np.arange(len(features))
    paths = _viterbi(net, features @ net.weight + net.bias, packed)
    result: list[list[int]] = [[] for _ in sequences]
    for place, path in zip(order, paths, strict=True):
        result[place] = path
    return result


@dataclass(frozen=True, slots=True)
class _Packed:
    """Sequences, longest first, laid out time by time: those still running at t lie at offsets[t]:offsets[t + 1].

    So nothing is padded and nothing needs a mask. mirror: where each character lies when every sequence is reversed.
    """

    values: Ids
    offsets: list[int]
    lengths: list[int]
    mirror: Ids

    @classmethod
    def of(cls, sequences: Sequence[Sequence[int]]) -> _Packed:
        lengths = np.array([len(sequence) for sequence in sequences])
        running = np.array([np.count_nonzero(lengths > t) for t in range(lengths[0])])
        offsets = np.concatenate(([0], np.cumsum(running)))
        values = np.concatenate([[s[t] for s in sequences[: running[t]]] for t in range(lengths[0])])
        mirror = np.concatenate([offsets[lengths[:n] - 1 - t] + np.arange(n) for t, n in enumerate(running.tolist())])
        return cls(values, offsets.tolist(), lengths.tolist(), mirror)


def _bidirectional(layer: Layer, features: Array, rows: Ids, packed: _Packed) -> Array:
    """(rows, inputs) → (characters, 256), where rows[i] is the feature row of character i.

    Both directions go in step, the backward one on mirrored sequences.
    """
    projected = np.matmul(features, layer.project) + layer.bias
    given = np.stack((projected[0][rows], projected[1][rows[packed.mirror]]))
    states = np.empty((2, len(rows), WIDTH))
    state = np.zeros((2, packed.offsets[1], WIDTH))
    for first, last in zip(packed.offsets[:-1], packed.offsets[1:], strict=True):
        state = state[:, : last - first]
        now = given[:, first:last]
        gates = _sigmoid(now[:, :, : 2 * WIDTH] + np.matmul(state, layer.gates))
        update, reset = gates[:, :, :WIDTH], gates[:, :, WIDTH:]
        candidate = np.tanh(now[:, :, 2 * WIDTH :] + np.matmul(reset * state, layer.candidate))
        state = state + update * (candidate - state)
        states[:, first:last] = state
    return np.concatenate((states[0], states[1][packed.mirror]), axis=1)


def _viterbi(net: Network, scores: Array, packed: _Packed) -> list[list[int]]:
    best = np.empty_like(scores)
    for t, (first, last) in enumerate(zip(packed.offsets[:-1], packed.offsets[1:], strict=True)):
        if t == 0:
            best[first:last] = scores[first:last] + net.start
            continue
        before = best[packed.offsets[t - 1] : packed.offsets[t - 1] + last - first]
        best[first:last] = (before[:, None, :] + net.step).max(axis=2) + scores[first:last]
    return [
        _walk_back(net, best[[packed.offsets[t] + row for t in range(length)]])
        for row, length in enumerate(packed.lengths)
    ]


def _walk_back(net: Network, best: Array) -> list[int]:
    path = [int(np.argmax(best[-1] + net.end))]
    for scores in best[-2::-1]:
        path.append(int(np.argmax(scores + net.step[path[-1]])))
    return path[::-1]


def _sigmoid(values: Array) -> Array:
    # By way of tanh, which cannot overflow as exp does.
    return 0.5 * np.tanh(0.5 * values) + 0.5


def _layer(weights: Traversable, index: int) -> Layer:
    numbers = (2 * index, 2 * index + 1)
    inputs = WIDTH if index == 0 else 2 * WIDTH
    project = [_floats(weights, f"fc_{n}.w_0", inputs, 3 * WIDTH) for n in numbers]
    bias = [_floats(weights, f"fc_{n}.b_0", 3 * WIDTH) + _floats(weights, f"gru_{n}.b_0", 3 * WIDTH) for n in numbers]
    # A GRU's file holds two matrices one after the other: to both gates, then to the candidate.
    recurrent = [_floats(weights, f"gru_{n}.w_0", 3 * WIDTH * WIDTH) for n in numbers]
    cut = 2 * WIDTH * WIDTH
    return Layer(
        project=np.stack(project),
        bias=np.stack(bias)[:, None, :],
        gates=np.stack([matrix[:cut].reshape(WIDTH, 2 * WIDTH) for matrix in recurrent]),
        candidate=np.stack([matrix[cut:].reshape(WIDTH, WIDTH) for matrix in recurrent]),
    )


def _floats(weights: Traversable, name: str, *shape: int) -> Array:
    """A parameter: a short header of varying length, then the values as little-endian float32."""
    values = np.frombuffer(weights.joinpath(name).read_bytes()[-4 * int(np.prod(shape)) :], dtype="<f4")
    return values.astype(np.float64).reshape(shape)


def _numbered(path: Traversable) -> dict[str, int]:
    lines = path.read_text(encoding="utf-8").split("\n")
    pairs = (line.split("\t") for line in lines if line.count("\t") == 1)
    return {entry: int(number) for number, entry in pairs}
