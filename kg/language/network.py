"""The LAC network that jieba's wheel carries (`jieba/lac_small`, Apache-2.0, PaddlePaddle Authors): its weights.

Characters → 128-wide embedding → two bidirectional GRU layers of 128 → 57 scores a character → the best path through
a CRF (`kg.language.decoding` runs it). Its own runner needs a PaddlePaddle that is no longer published; the weights
are plain little-endian floats.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kg.language.dictionary import home

WIDTH = 128
LAYERS = 2
Array = NDArray[Any]  # float32 or float64, as `weights` was asked for
Ids = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """table: id of the character with each code point, unknown for those behind its end. size: how many ids there are.

    labels: the tags by id.
    """

    table: Ids
    unknown: int
    size: int
    labels: tuple[str, ...]

    def ids(self, text: str) -> Ids:
        """The id of every code point of a text; surrogates and what is not known have one id."""
        codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
        found: Ids = self.table[np.minimum(codes, len(self.table) - 1)]
        return found


@dataclass(frozen=True, slots=True)
class Layer:
    """One bidirectional GRU layer; the first axis is the direction (forward, backward).

    project: (2, inputs, 384) and bias (2, 384) to update, reset and candidate; gates: (2, 128, 256) and
    candidate: (2, 128, 128) from the state before. What goes into a sigmoid or comes out of one is halved already:
    sigmoid(x) = (1 + tanh(x / 2)) / 2, and halving rounds nothing.
    """

    project: Array
    bias: Array
    gates: Array
    candidate: Array


@dataclass(frozen=True, slots=True)
class Weights:
    """weight (256, 57) and bias (57,) to the tags; start, end: (57,); step[to, from]: the CRF's scores between tags."""

    embedding: Array
    layers: tuple[Layer, ...]
    weight: Array
    bias: Array
    start: Array
    end: Array
    step: Array


@cache
def vocabulary() -> Vocabulary:
    """Characters and tags, read once. Raises FileNotFoundError where jieba's wheel lacks them."""
    ids, labels = _numbered(_home().joinpath("word.dic")), _numbered(_home().joinpath("tag.dic"))
    codes = {ord(entry): number for entry, number in ids.items() if len(entry) == 1}
    table = np.full(max(codes) + 2, ids["OOV"], dtype=np.int64)
    table[list(codes)] = list(codes.values())
    return Vocabulary(table, ids["OOV"], max(ids.values()) + 1, tuple(sorted(labels, key=labels.__getitem__)))


@cache
def weights(precise: bool) -> Weights:
    """The weights as float64 where `precise`, else as float32, read once (12 MB of float32).

    Raises FileNotFoundError where jieba's wheel lacks them.
    """
    folder = _home().joinpath("model_baseline")
    kind = np.float64 if precise else np.float32
    labels = len(vocabulary().labels)
    crf = _floats(folder, "crfw", labels + 2, labels).astype(kind)
    return Weights(
        embedding=_floats(folder, "word_emb", vocabulary().size, WIDTH),
        layers=tuple(_layer(folder, index, kind) for index in range(LAYERS)),
        weight=_floats(folder, "fc_4.w_0", 2 * WIDTH, labels).astype(kind),
        bias=_floats(folder, "fc_4.b_0", labels).astype(kind),
        start=crf[0],
        end=crf[1],
        step=np.ascontiguousarray(crf[2:].T),
    )


def _layer(folder: Path, index: int, kind: type) -> Layer:
    numbers = (2 * index, 2 * index + 1)
    inputs = WIDTH if index == 0 else 2 * WIDTH
    cut = 2 * WIDTH
    project: Array = np.stack([_floats(folder, f"fc_{n}.w_0", inputs, 3 * WIDTH) for n in numbers]).astype(kind)
    bias: Array = np.stack([_floats(folder, f"fc_{n}.b_0", 3 * WIDTH).astype(kind) for n in numbers])
    bias += np.stack([_floats(folder, f"gru_{n}.b_0", 3 * WIDTH) for n in numbers])
    # A GRU's file holds two matrices one after the other: to both gates, then to the candidate.
    recurrent = np.stack([_floats(folder, f"gru_{n}.w_0", 3 * WIDTH * WIDTH) for n in numbers]).astype(kind) / 2
    project[:, :, :cut] /= 2
    bias[:, :cut] /= 2
    gates, candidate = recurrent[:, : cut * WIDTH], recurrent[:, cut * WIDTH :]
    return Layer(project, bias, gates.reshape(2, WIDTH, cut), candidate.reshape(2, WIDTH, WIDTH))


def _home() -> Path:
    return home().joinpath("lac_small")


def _floats(folder: Path, name: str, *shape: int) -> NDArray[np.float32]:
    """A parameter: a short header of varying length, then the values as little-endian float32.

    Some are subnormal (1e-42), and nothing beside the others; a processor multiplies such numbers so slowly that the
    128 of them made a product of matrices take thirteen times as long. They are zero here.
    """
    values = np.frombuffer(folder.joinpath(name).read_bytes()[-4 * int(np.prod(shape)) :], dtype="<f4").reshape(shape)
    return np.where(np.abs(values) < np.finfo(np.float32).tiny, np.float32(0), values)


def _numbered(path: Path) -> dict[str, int]:
    lines = path.read_text(encoding="utf-8").split("\n")
    pairs = (line.split("\t") for line in lines if line.count("\t") == 1)
    return {entry: int(number) for number, entry in pairs}
