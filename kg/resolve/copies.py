"""The same story printed twice: which articles are copies of one text, reprinted, shortened or with a new headline.

The one door to `rensa` (MinHash). It proposes pairs; what decides is counted on the texts themselves, so that the
answer does not depend on their order.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from itertools import groupby

from kg.model import Article, fingerprint
from kg.resolve.joining import Joiner

_SHINGLE = 5  # letters and digits in a row
_PERMUTATIONS = 128
_BANDS = 32  # four rows a band: pairs from a resemblance of about 0.4 on meet in one
_LEAST = 100  # letters and digits: below that, only equal texts are copies
# Reprints of a wire story share more than 3/4 of the shorter one; notices made from one form stay below (0.6).
_RESEMBLANCE = 0.5
_CONTAINED = 0.75
_CROWD = 40  # a bucket of more texts than that is a form: its members are compared with the first ones alone


def stories(articles: Iterable[Article]) -> Mapping[str, str]:
    """For each article's id the id of its story: the least of the ids of all copies of its text.

    An article without text is a story of its own.
    """
    texts = {article.id: _letters(article.text) for article in articles}
    joiner = Joiner(texts)
    told = sorted((key for key in texts if texts[key]), key=lambda key: (texts[key], key))
    first = {text: list(keys) for text, keys in groupby(told, key=texts.__getitem__)}
    for keys in first.values():
        joiner.join_all(keys, "equal text")
    long = {min(keys): text for text, keys in first.items() if len(text) >= _LEAST}
    for a, b in _candidates(long):
        if joiner.find(a) != joiner.find(b) and _copies(_shingles(long[a]), _shingles(long[b])):
            joiner.join(a, b, "copy")
    return {key: joiner.find(key) for key in texts}


def body_fingerprint(text: str) -> str:
    """The same for two prints of one text: letters and digits alone count, after NFKC."""
    return fingerprint(_letters(text))


def _letters(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKC", text) if char.isalnum())


def _shingles(text: str) -> frozenset[str]:
    return frozenset(text[at : at + _SHINGLE] for at in range(len(text) - _SHINGLE + 1))


def _copies(a: frozenset[str], b: frozenset[str]) -> bool:
    shared = len(a & b)
    return shared >= _RESEMBLANCE * len(a | b) and shared >= _CONTAINED * min(len(a), len(b))


def _candidates(texts: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    from rensa import RMinHash  # noqa: PLC0415  compiled; only where there are texts to compare

    buckets: dict[tuple[int, ...], list[str]] = {}
    rows = _PERMUTATIONS // _BANDS
    for key in sorted(texts):
        sketch = RMinHash(num_perm=_PERMUTATIONS, seed=1)
        sketch.update(sorted(_shingles(texts[key])))
        digest = sketch.digest()
        for band in range(_BANDS):
            buckets.setdefault((band, *digest[band * rows : (band + 1) * rows]), []).append(key)
    pairs: set[tuple[str, str]] = set()
    for keys in buckets.values():
        for at, a in enumerate(keys[:_CROWD]):
            pairs.update((a, b) for b in keys[at + 1 :])
    return sorted(pairs)


__all__ = ["body_fingerprint", "stories"]
