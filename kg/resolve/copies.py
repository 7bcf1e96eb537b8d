"""The same story printed twice: which articles are copies of one text, reprinted, shortened or with a new headline.

The one door to `rensa` (MinHash). It proposes pairs; what decides is counted on the texts themselves, so that the
answer does not depend on their order.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby

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
    # By the second of a pair: the first ones of a crowd come again and again, and are remembered.
    for b, a in sorted((b, a) for a, b in _candidates(long)):
        if joiner.find(a) != joiner.find(b) and are_copies(long[a], long[b]):
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
    shared, both = len(mine & theirs), len(mine) + len(theirs)
    return shared >= _RESEMBLANCE * (both - shared) and shared >= _CONTAINED * min(len(mine), len(theirs))


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


# A text meets the first ones of several buckets, and the next text nearly the same ones: they have to be there still.
@lru_cache(maxsize=16 * _CROWD)
def _shingles(text: str) -> frozenset[str]:
    return frozenset(text[at : at + _SHINGLE] for at in range(len(text) - _SHINGLE + 1))


def _candidates(texts: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    filed: dict[tuple[int, ...], list[str]] = {}
    for key in sorted(texts):
        for bucket in buckets(texts[key]):
            filed.setdefault(bucket, []).append(key)
    return {pair for keys in filed.values() for pair in meeting(keys)}


__all__ = ["LEAST", "are_copies", "body_fingerprint", "buckets", "letters", "meeting", "stories"]
