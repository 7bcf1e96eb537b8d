"""The word lists of `kg/language/data`: UTF-8, one entry a line, '#' begins a comment at the start of a line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files


@cache
def words(name: str) -> tuple[str, ...]:
    """The entries of `data/<name>.txt` in the file's order. Raises FileNotFoundError."""
    return _lines(f"{name}.txt")


@cache
def word_set(name: str) -> frozenset[str]:
    """The entries of `data/<name>.txt` as a set. Raises FileNotFoundError."""
    return frozenset(words(name))


@lru_cache(maxsize=16384)
def holding(word: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the lists `data/<name>.txt` that hold the word, in their order. Raises FileNotFoundError."""
    return tuple(name for name in names if word in word_set(name))


def any_of(entries: Iterable[str]) -> str:
    """A regular expression that matches any of the entries, the longest first."""
    return "|".join(re.escape(entry) for entry in sorted(set(entries), key=lambda entry: (-len(entry), entry)))


def first_of(entries: Iterable[str]) -> str:
    """A regular expression that looks ahead for a character with which an entry begins: quick where none can stand."""
    return f"(?=[{re.escape(''.join(sorted({entry[0] for entry in entries})))}])"


def by_head(names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The names by their first two characters, the longest first."""
    heads: dict[str, list[str]] = {}
    for name in sorted(set(names), key=lambda name: (-len(name), name)):
        heads.setdefault(name[:2], []).append(name)
    return {head: tuple(found) for head, found in heads.items()}


@cache
def pattern(name: str) -> re.Pattern[str]:
    """What matches any entry of `data/<name>.txt`, the longest first. Raises FileNotFoundError."""
    return re.compile(any_of(words(name)))


@cache
def table(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of `data/<name>.tsv`, split at tabs. Raises FileNotFoundError."""
    return tuple(tuple(line.split("\t")) for line in _lines(f"{name}.tsv"))


def _lines(file: str) -> tuple[str, ...]:
    text = files("kg.language").joinpath("data", file).read_text(encoding="utf-8")
    lines = (line.strip() for line in text.splitlines())
    return tuple(line for line in lines if line and not line.startswith("#"))
