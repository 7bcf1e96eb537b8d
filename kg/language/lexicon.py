"""The lexicons: data files of the language, one entry a line, `#` for comments."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files


@cache
def words(name: str) -> tuple[str, ...]:
    """The entries of `data/<name>.txt` in the file's order."""
    return tuple(_lines(f"{name}.txt"))


@cache
def word_set(name: str) -> frozenset[str]:
    """The entries of `data/<name>.txt` as a set."""
    return frozenset(words(name))


@cache
def table(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of `data/<name>.tsv`, each split at its tabs."""
    return tuple(tuple(line.split("\t")) for line in _lines(f"{name}.tsv"))


def any_of(entries: Iterable[str]) -> str:
    """A regular expression that matches any of the entries, the longest first."""
    return "|".join(re.escape(entry) for entry in sorted(set(entries), key=lambda entry: (-len(entry), entry)))


def _lines(file: str) -> list[str]:
    text = files("kg.language").joinpath("data", file).read_text(encoding="utf-8")
    return [line.strip() for line in text.split("\n") if line.strip() and not line.startswith("#")]
