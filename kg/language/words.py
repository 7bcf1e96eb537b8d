"""Words by jieba's dictionary and ours: quick, and without an eye for names, which are the tagger's part."""

from __future__ import annotations

import re
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from kg.language import dictionary
from kg.language.divisions import divisions
from kg.language.lexicon import table, words
from kg.language.tagger import Token
from kg.language.text import fold

_NUMBER = re.compile(r"[.,%]*\d[\d.,%]*")
_NAMES = ("ns", "nt", "nz", "nr", "nrt")
_LONGEST = 8  # characters of a word that begins a name
_LATIN = re.compile(r"[0-9+#&._%-]*[A-Za-z][A-Za-z0-9+#&._%-]*")


def cut(text: str) -> list[Token]:
    """The words of `text` in order, white space left out.

    tag: as in jieba's dictionary (n, v, ns, nt …), m for figures, eng for Latin words, x for marks and for words that
    no dictionary has. Names of divisions, countries, organs and enterprises in the lexicons stay whole.
    """
    tokens, start = [], 0
    folded = fold(text)
    for word in _cutter().cut(folded):
        end = start + len(word)
        if not word.isspace():
            tokens.append(Token(start, end, text[start:end], _tag(word)))
        start = end
    return tokens


def is_word(text: str) -> bool:
    """Whether jieba's dictionary or ours has the text as one word."""
    return text in dictionary.tags(text[:1]) or text in own_words()


def sort_of_name(text: str) -> str:
    """What jieba's dictionary takes the text for: ns, nt, nz, nr or nrt (names); "word" for other words, or nothing."""
    tag = dictionary.tags(text[:1]).get(text)
    return tag if tag in _NAMES else "word" if tag or text in own_words() else ""


def place_at_head(text: str) -> str:
    """The longest word with which a text begins, where that is a place of more than one character; else empty.

    Without cutting the text, which takes ten times the memory.
    """
    known = dictionary.tags(text[:1])
    for size in range(min(len(text), _LONGEST), 1, -1):
        tags = known.get(text[:size]), own_words().get(text[:size])
        if any(tags):
            return text[:size] if "ns" in tags else ""
    return ""


def _tag(word: str) -> str:
    tag = dictionary.tags(word[:1]).get(word) or own_words().get(word)
    if tag is not None:
        return tag
    if _NUMBER.fullmatch(word):
        return "m"
    return "eng" if _LATIN.fullmatch(word) else "x"


class _Cutter:
    """A tokenizer of our own that knows the words of the characters it has met.

    What others put into jieba's global one changes nothing here, nor we there. It is filled by hand, for `initialize`
    would write to the log and keep a cache in the temporary folder, which processes starting together write at once and
    which any other user could have put there.
    """

    def __init__(self) -> None:
        self._tokenizer = _empty()
        self._tokenizer.total = dictionary.TOTAL + sum(own_weights().values())
        self._met: set[str] = set()
        self._own: dict[str, list[tuple[str, int]]] = {}
        for word, weight in own_weights().items():
            self._own.setdefault(word[0], []).append((word, weight))

    def cut(self, text: str) -> Iterator[str]:
        new = set(text) - self._met
        for head in new:
            self._tokenizer.FREQ.update(self._weights(head))
        self._met |= new
        words: Iterator[str] = self._tokenizer.cut(text)
        return words

    def _weights(self, head: str) -> dict[str, int]:
        weights = dictionary.counts(head)
        for word, weight in self._own.get(head, ()):
            for end in range(1, len(word)):
                weights.setdefault(word[:end], 0)
            weights[word] = weight
        return weights


@cache
def _cutter() -> _Cutter:
    return _Cutter()


def _empty() -> Any:
    with warnings.catch_warnings():
        # jieba's patterns and its use of pkg_resources warn on newer versions of Python.
        warnings.simplefilter("ignore")
        with _without("pkg_resources"):  # it takes a tenth of a second, and jieba does without
            import jieba  # noqa: PLC0415  only when words are cut
    tokenizer = jieba.Tokenizer()
    tokenizer.initialized = True
    return tokenizer


@contextmanager
def _without(module: str) -> Iterator[None]:
    """Who imports the module meanwhile finds it missing, unless it is there already."""
    modules: dict[str, Any] = sys.modules
    absent = modules.setdefault(module, None) is None
    try:
        yield
    finally:
        if absent:
            modules.pop(module, None)


@cache
def own_weights() -> dict[str, int]:
    """The weights of our words that jieba's dictionary lacks: from their table, or worked out where that is not of now.

    The table spares the reading of the whole dictionary, half a second.
    """
    own, rows = own_words(), table("word_weights")
    if len(rows) == len(own) and all(word == row[0] for word, row in zip(own, rows, strict=True)):
        return {word: int(weight) for word, weight in rows if weight != "0"}
    return weighed()


def weighed() -> dict[str, int]:
    """The weights of our words that jieba's dictionary lacks: the least that keeps each whole, one after another."""
    tokenizer = _empty()
    tokenizer.total = dictionary.TOTAL
    for head in dictionary.heads():
        tokenizer.FREQ.update(dictionary.counts(head))
    added = {}
    for word, tag in own_words().items():
        if not tokenizer.FREQ.get(word):
            tokenizer.add_word(word, tag=tag)
            added[word] = tokenizer.FREQ[word]
    return added


@cache
def own_words() -> dict[str, str]:
    """Our words with their tags, in an order that is always the same: each new word changes the weight of the next."""
    found: dict[str, str] = {}
    for word, tag in _entries():
        # Short ones would tear other words apart: 中站 (a district) and 火车中站.
        if len(word) > 2 and all(map(str.isalnum, word)):
            found.setdefault(word, tag)
    return found


def _entries() -> Iterator[tuple[str, str]]:
    for division in divisions():
        yield division.name, "ns"
        yield division.short, "ns"
    for name, tag in (
        ("division_aliases", "ns"),
        ("countries", "ns"),
        ("national_organs", "nt"),
        ("enterprises", "nt"),
    ):
        for row in table(name):
            yield from ((word, tag) for word in row)
    yield from ((word, "n") for word in words("titles"))
    yield from ((word, "nz") for word in words("minorities"))
