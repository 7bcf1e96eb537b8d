"""Words with their tags (PER, LOC, ORG, TIME, n, v …) by the network of `kg.language.network`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from msgspec import Struct

# Longer stretches are cut: the network was trained on sentences, and memory grows with the longest one.
LONGEST = 512
# Characters a batch: two hundred sentences, whose arrays just fit a processor's cache; more is not faster.
BATCH = 16384
# Characters whose labels are remembered, some 30 MB with their text: what 2,500 articles of a paper say.
KEPT = 2_000_000
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
# Tags of words that name somebody or something.
NAMES = frozenset(("PER", "nr", "LOC", "ns", "ORG", "nt", "nz", "nw"))
_ENDS = ("。！？；!?;\n", "，,、：: 　")


class Token(Struct, frozen=True, gc=False):
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
    cut = [list(_pieces(text)) for text in sentences]
    labels = _labels([text[start:end] for text, spans in zip(sentences, cut, strict=True) for start, end in spans])
    return [
        [word for start, end in spans for word in _words(text, start, labels[text[start:end]])]
        for text, spans in zip(sentences, cut, strict=True)
    ]


def tag_ahead(sentences: Iterable[str]) -> None:
    """Work out now what `tag` will be asked for soon, which takes a fraction of the time that it would take one by one.

    What is remembered is bounded (KEPT characters); a sentence is worked out once, however often it occurs meanwhile.
    """
    _labels([text[start:end] for text in sentences for start, end in _pieces(text)])


def _labels(pieces: Iterable[str]) -> dict[str, bytes]:
    """The label of every character of each piece, one byte each: its place in the vocabulary."""
    found: dict[str, bytes] = {}
    new: dict[str, None] = {}
    for piece in pieces:
        known = _memory.get(piece)
        if known is None:
            new[piece] = None
        else:
            found[piece] = known
    for batch in _batches(sorted(new, key=len)):
        labels = _run(batch)
        found.update(labels)
        _memory.put(labels)
    return found


def _run(batch: Sequence[str]) -> dict[str, bytes]:
    from kg.language.decoding import decode  # noqa: PLC0415  numpy and the weights only when they are used
    from kg.language.network import vocabulary  # noqa: PLC0415

    ids = vocabulary().ids
    paths = decode([ids(piece.translate(_HALF_WIDTH)) for piece in batch])
    return {piece: path.astype("uint8").tobytes() for piece, path in zip(batch, paths, strict=True)}


class _Memory:
    """Labels of the pieces read last, at most KEPT characters of them."""

    def __init__(self) -> None:
        self._labels: dict[str, bytes] = {}
        self._size = 0

    def get(self, piece: str) -> bytes | None:
        return self._labels.get(piece)

    def put(self, labels: Mapping[str, bytes]) -> None:
        for piece, path in labels.items():
            if piece not in self._labels:
                self._labels[piece] = path
                self._size += len(piece)
        while self._size > KEPT:
            oldest = next(iter(self._labels))
            del self._labels[oldest]
            self._size -= len(oldest)


_memory = _Memory()


def _words(text: str, at: int, labels: bytes) -> Iterator[Token]:
    """The words of the piece that stands at `at`: one begins at n-B, and at an O after something else."""
    begins, names = _beginnings()
    starts = [match.start() for match in _WORD.finditer(labels.translate(begins))]
    for start, end in zip(starts, [*starts[1:], len(labels)], strict=True):
        yield Token(at + start, at + end, text[at + start : at + end], names[labels[start]])


_WORD = re.compile(rb"\A.|B|(?<!O)O", re.DOTALL)


@cache
def _beginnings() -> tuple[bytes, tuple[str, ...]]:
    """For each label the letter behind its hyphen, O for O itself; and its tag."""
    from kg.language.network import vocabulary  # noqa: PLC0415

    labels = vocabulary().labels
    letters = "".join(label[-1] for label in labels)
    return letters.encode("ascii").ljust(256, b"I"), tuple(label.partition("-")[0] for label in labels)


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


def _batches(pieces: Sequence[str]) -> Iterator[list[str]]:
    batch: list[str] = []
    size = 0
    for piece in pieces:
        if batch and size + len(piece) > BATCH:
            yield batch
            batch, size = [], 0
        batch.append(piece)
        size += len(piece)
    if batch:
        yield batch
