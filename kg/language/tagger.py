"""Words with their tags (PER, LOC, ORG, TIME, n, v …) by the network of `kg.language.network`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

# Longer stretches are cut: the network was trained on sentences, and memory grows with the longest one.
LONGEST = 512
# Characters a batch; more is not faster.
BATCH = 2048
# One character for one, so that offsets stay. The network was trained on half-width punctuation.
_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | str.maketrans(
    {
        "、": ",",
        "。": ".",
        "“": '"',
        "”": '"',
        "‘": "'",
        "’": "'",
        "\u3000": " ",
        "\u00a0": " ",
        "—": "-",
        "•": "·",
        "・": "·",
    }
)
_ENDS = ("。！？；!?;\n", "，,、：: 　")


@dataclass(frozen=True, slots=True)
class Token:
    """A word: `text == sentence[start:end]` in code points. tag: as in the network's dictionary, or jieba's."""

    start: int
    end: int
    text: str
    tag: str


def tag(sentences: Sequence[str]) -> list[list[Token]]:
    """The words of each sentence in order; white space around a sentence belongs to no word.

    Tags: n nr ns nt nw nz f s t v vd vn a ad an d m q r p c u xc w, and PER, LOC, ORG, TIME for names.
    The result for a sentence does not depend on the others. Many at once are quicker than one by one.
    """
    pieces = [(number, start, end) for number, text in enumerate(sentences) for start, end in _pieces(text)]
    pieces.sort(key=lambda piece: piece[2] - piece[1])
    found: dict[tuple[int, int], list[Token]] = {}
    for batch in _batches(pieces):
        texts = [sentences[number][start:end] for number, start, end in batch]
        for (number, start, _), words in zip(batch, _run(texts), strict=True):
            found[number, start] = [
                Token(start + a, start + b, sentences[number][start + a : start + b], name) for a, b, name in words
            ]
    result: list[list[Token]] = [[] for _ in sentences]
    for number, start in sorted(found):
        result[number].extend(found[number, start])
    return result


def _run(texts: Sequence[str]) -> list[list[tuple[int, int, str]]]:
    from kg.language.network import decode, network  # noqa: PLC0415  numpy and the weights only when they are used

    net = network()
    unknown = net.ids["OOV"]
    paths = decode([[net.ids.get(char, unknown) for char in text.translate(_HALF_WIDTH)] for text in texts])
    return [_words([net.labels[label] for label in path]) for path in paths]


def _words(labels: Sequence[str]) -> list[tuple[int, int, str]]:
    """Labels (n-B, n-I … O) to (start, end, tag): a word begins at -B, and at an O after something else."""
    starts = [
        index
        for index, label in enumerate(labels)
        if index == 0 or label.endswith("-B") or (label == "O" and labels[index - 1] != "O")
    ]
    ends = [*starts[1:], len(labels)]
    return [(start, end, labels[start].partition("-")[0]) for start, end in zip(starts, ends, strict=True)]


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Spans of at most LONGEST characters, cut after the last mark that ends a sentence, else a clause, else there."""
    start, end = 0, len(text)
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > LONGEST:
        cut = _last_mark(text, start, start + LONGEST)
        yield start, cut
        start = cut
    if end > start:
        yield start, end


def _last_mark(text: str, start: int, limit: int) -> int:
    for marks in _ENDS:
        places = [match.end() for match in re.finditer(f"[{re.escape(marks)}]", text[start:limit])]
        if places:
            return start + places[-1]
    return limit


def _batches(pieces: Sequence[tuple[int, int, int]]) -> Iterator[list[tuple[int, int, int]]]:
    batch: list[tuple[int, int, int]] = []
    size = 0
    for piece in pieces:
        length = piece[2] - piece[1]
        if batch and size + length > BATCH:
            yield batch
            batch, size = [], 0
        batch.append(piece)
        size += length
    if batch:
        yield batch
