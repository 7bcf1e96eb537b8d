"""The same story printed twice: which articles are copies of one text, reprinted, shortened or with a new headline.

The one door to `rensa` (MinHash). It proposes pairs; what decides is counted on the texts themselves, so that the
answer does not depend on their order.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, groupby

from kg.model import Article, fingerprint
from kg.resolve.joining import Joiner

_SHINGLE = 5  # letters and digits in a row
_PERMUTATIONS = 128
_BANDS = 32  # four rows a band: pairs from a resemblance of about 0.4 on meet in one
LEAST = 100  # letters and digits: below that, only equal texts are copies
# Reprints of a wire story share more than 3/4 of the shorter one; notices made from one form stay below (0.6).
_RESEMBLANCE = 0.5
_CONTAINED = 0.75
_CROWD = 40  # a bucket of more texts than that is a form: its members are compared with the first ones alone
_BITS = 2048  # of a sketch: some for each piece of a short text


def stories(articles: Iterable[Article]) -> Mapping[str, str]:
    """For each article's id the id of its story: the least of the ids of all copies of its text.

    An article without text is a story of its own.
    """
    return dict(_stories(tuple(sorted((article.id, article.text) for article in articles))))


@lru_cache(maxsize=1)  # resolution, graph and tables ask for the same articles, one after the other
def _stories(articles: tuple[tuple[str, str], ...]) -> Mapping[str, str]:
    texts = {key: letters(text) for key, text in articles}
    joiner = Joiner(texts)
    told = sorted((key for key in texts if texts[key]), key=lambda key: (texts[key], key))
    first = {text: list(keys) for text, keys in groupby(told, key=texts.__getitem__)}
    for keys in first.values():
        joiner.join_all(keys, "equal text")
    long = {min(keys): text for text, keys in first.items() if len(text) >= LEAST}
    sketches: dict[str, _Sketch] = {}
    for b, met in _meetings(long):
        sketches[b] = mine = _Sketch.of(long[b])
        for a in met:
            if joiner.find(a) != joiner.find(b) and mine.may_be_copy(sketches[a]) and are_copies(long[a], long[b]):
                joiner.join(a, b, "copy")
    return {key: joiner.find(key) for key in texts}


def body_fingerprint(text: str) -> str:
    """The same for two prints of one text: letters and digits alone count, after NFKC."""
    return fingerprint(letters(text))


def letters(text: str) -> str:
    """The letters and digits of a text after NFKC, which is all of it that counts here."""
    return "".join(char for char in unicodedata.normalize("NFKC", text) if char.isalnum())


def are_copies(a: str, b: str) -> bool:
    """Whether one of two texts, given by their letters, is a copy of the other."""
    mine, theirs = _shingles(a), _shingles(b)
    return _enough(len(mine & theirs), len(mine), len(theirs))


def _enough(shared: int, mine: int, theirs: int) -> bool:
    return shared >= _RESEMBLANCE * (mine + theirs - shared) and shared >= _CONTAINED * min(mine, theirs)


def buckets(text: str) -> Iterator[tuple[int, ...]]:
    """The buckets in which a text, given by its letters, may meet its copies."""
    from rensa import RMinHash  # noqa: PLC0415  compiled; only where there are texts to compare

    rows = _PERMUTATIONS // _BANDS
    sketch = RMinHash(num_perm=_PERMUTATIONS, seed=1)
    sketch.update(sorted(_shingles(text)))
    digest = sketch.digest()
    for band in range(_BANDS):
        yield (band, *digest[band * rows : (band + 1) * rows])


def meeting(keys: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The pairs of a bucket that are worth a question; keys: ids of its texts, in order."""
    for at, a in enumerate(keys[:_CROWD]):
        yield from ((a, b) for b in keys[at + 1 :])


@lru_cache(maxsize=16 * _CROWD)
def _shingles(text: str) -> frozenset[str]:
    return frozenset(text[at : at + _SHINGLE] for at in range(len(text) - _SHINGLE + 1))


@dataclass(frozen=True, slots=True)
class _Sketch:
    """How many pieces a text has, the bits on which they fall, and how many more pieces there are than bits."""

    pieces: int
    bits: int
    more: int

    @classmethod
    def of(cls, text: str) -> _Sketch:
        pieces, falls = _shingles(text), bytearray(_BITS // 8)
        for piece in pieces:
            byte, bit = divmod(hash(piece) % _BITS, 8)
            falls[byte] |= 1 << bit
        bits = int.from_bytes(falls)
        return cls(len(pieces), bits, len(pieces) - bits.bit_count())

    def may_be_copy(self, other: _Sketch) -> bool:
        """False for most of what is none, never for a copy: a bit that the other lacks is a piece that it lacks."""
        most = (self.bits & other.bits).bit_count() + min(self.more, other.more)
        return _enough(most, self.pieces, other.pieces)


def _meetings(texts: Mapping[str, str]) -> Iterator[tuple[str, Iterable[str]]]:
    """Each text in the order of the ids, with those before it that it meets in a bucket, as `meeting` has it.

    Texts made from one form meet the first ones of ever more buckets, up to _BANDS times _CROWD others. So the pairs
    are never all at hand, and nearly all of them end at a glance at their sketches.
    """
    filed: dict[tuple[int, ...], list[str]] = {}
    for key in sorted(texts):
        rooms = [filed.setdefault(bucket, []) for bucket in buckets(texts[key])]
        yield key, dict.fromkeys(chain.from_iterable(rooms))
        for room in rooms:
            if len(room) < _CROWD:
                room.append(key)


__all__ = ["LEAST", "are_copies", "body_fingerprint", "buckets", "letters", "meeting", "stories"]
