"""Words by jieba's dictionary and ours: quick, and without an eye for names, which are the tagger's part."""

from __future__ import annotations

import re
import sys
import warnings
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from kg.language.divisions import divisions
from kg.language.lexicon import table, words
from kg.language.tagger import Token
from kg.language.text import fold

_NUMBER = re.compile(r"[.,%]*\d[\d.,%]*")
_WORD = re.compile("^[^ \n]+", re.MULTILINE)
_COUNT = re.compile("^[^ \n]+ ([0-9]+)", re.MULTILINE)
_NAME = re.compile("^([^ \n]+) [0-9]+ (n[stz]|nrt?)$", re.MULTILINE)
_LONGEST = 8  # characters of a word that begins a name
_LATIN = re.compile(r"[0-9+#&._%-]*[A-Za-z][A-Za-z0-9+#&._%-]*")


def cut(text: str) -> list[Token]:
    """The words of `text` in order, white space left out.

    tag: as in jieba's dictionary (n, v, ns, nt …), m for figures, eng for Latin words, x for marks and for words that
    no dictionary has. Names of divisions, countries, organs and enterprises in the lexicons stay whole.
    """
    tokens, start = [], 0
    for word in _tokenizer().cut(fold(text)):
        end = start + len(word)
        if not word.isspace():
            tokens.append(Token(start, end, text[start:end], _tag(word)))
        start = end
    return tokens


def is_word(text: str) -> bool:
    """Whether jieba's dictionary or ours has the text as one word."""
    return text in _words()


def sort_of_name(text: str) -> str:
    """What jieba's dictionary takes the text for: ns, nt, nz, nr or nrt (names); "word" for other words, or nothing."""
    return _names().get(text) or ("word" if text in _words() else "")


@cache
def _names() -> dict[str, str]:
    return {word: sys.intern(tag) for word, tag in _NAME.findall(_dictionary())}


def place_at_head(text: str) -> str:
    """The longest word with which a text begins, where that is a place of more than one character; else empty.

    Without cutting the text, which takes ten times the memory.
    """
    for size in range(min(len(text), _LONGEST), 1, -1):
        if text[:size] in _words():
            tags = (_names().get(text[:size]), _own_words().get(text[:size]))
            return text[:size] if "ns" in tags else ""
    return ""


@cache
def _words() -> frozenset[str]:
    # Without the tags, which take three times as long to read.
    return frozenset((*_WORD.findall(_dictionary()), *_own_words()))


def _dictionary() -> str:
    return files("jieba").joinpath("dict.txt").read_text(encoding="utf-8")


def _tag(word: str) -> str:
    tag = _tags().get(word)
    if tag is not None:
        return tag
    if _NUMBER.fullmatch(word):
        return "m"
    return "eng" if _LATIN.fullmatch(word) else "x"


@cache
def _tokenizer() -> Any:
    """A tokenizer of our own: what others put into jieba's global one changes nothing here, nor we there.

    It is filled by hand, for `initialize` would write to the log and keep a cache in the temporary folder, which
    processes starting together write at once and which any other user could have put there.
    """
    with warnings.catch_warnings():
        # jieba's patterns and its use of pkg_resources warn on newer versions of Python.
        warnings.simplefilter("ignore")
        import jieba  # noqa: PLC0415  the dictionary takes half a second: only when words are cut
    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total = _frequencies()
    tokenizer.initialized = True
    for word, tag in _own_words().items():
        if not tokenizer.FREQ.get(word):
            tokenizer.add_word(word, tag=tag)
    return tokenizer


def _frequencies() -> tuple[dict[str, int], int]:
    """How often each word of jieba's dictionary stands in its texts, 0 for what only begins one; and the sum of all.

    What the tokenizer's `gen_pfdict` gives, in two thirds of the time.
    """
    text = _dictionary()
    known, counts = _WORD.findall(text), list(map(int, _COUNT.findall(text)))
    found = dict.fromkeys({word[:end] for word in known for end in range(1, len(word))}, 0)
    found.update(zip(known, counts, strict=True))
    return found, sum(counts)


@cache
def _tags() -> dict[str, str]:
    lines = _dictionary().splitlines()
    known = {word: sys.intern(tag) for word, _, tag in (line.split(" ") for line in lines)}
    return {**_own_words(), **known}


@cache
def _own_words() -> dict[str, str]:
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
