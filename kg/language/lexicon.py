"""The word lists of `kg/language/data`: UTF-8, one entry a line, '#' begins a comment at the start of a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from operator import add


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
    """A regular expression that matches any of the entries, the longest first.

    What begins alike stands together, so that at no place more is tried than what begins with the character there.
    """
    return "|".join(_by_first_character(sorted(set(entries))))


def _by_first_character(entries: Sequence[str]) -> Iterator[str]:
    """The same for entries in order: one branch for each first character, and an empty one at the end."""
    end = len(entries)
    empty = end > 0 and not entries[0]  # the first of all
    start = int(empty)
    while start < end:
        head = entries[start][0]
        stop = start + 1
        while stop < end and entries[stop][0] == head:
            stop += 1
        if stop - start == 1:
            yield re.escape(entries[start])
        else:
            rests = [entry[1:] for entry in entries[start:stop]]
            whole = not rests[0]
            tails = "|".join(_by_first_character(rests[1:] if whole else rests))
            yield re.escape(head) + f"(?:{tails}){'?' if whole else ''}"
        start = stop
    if empty:
        yield ""


def first_of(entries: Iterable[str]) -> str:
    """A regular expression that looks ahead for a character with which an entry begins: quick where none can stand."""
    return f"(?=[{re.escape(''.join(sorted({entry[0] for entry in entries})))}])"


class Names:
    """Names of two characters or more, to ask which of them stand somewhere in a text.

    sizes: by the first two characters of a name, how long the names are that begin so, the longest first.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._names = frozenset(names)
        sizes: dict[str, set[int]] = {}
        for name in self._names:
            sizes.setdefault(name[:2], set()).add(len(name))
        self.sizes = {head: sorted(found, reverse=True) for head, found in sizes.items()}

    def at(self, text: str, start: int) -> Iterator[str]:
        """Those that stand at the offset, the longest first."""
        for size in self.sizes.get(text[start : start + 2], ()):
            name = text[start : start + size]
            if len(name) == size and name in self._names:
                yield name


def standing_in(text: str, *tables: Names) -> Iterator[tuple[int, str]]:
    """The names that stand in the text with their offsets, from left to right, the longest first, without overlaps."""
    end = 0
    heads = tables[0].sizes if len(tables) == 1 else frozenset().union(*(names.sizes for names in tables))
    for start, head in enumerate(map(add, text, text[1:])):
        if head in heads and start >= end:
            name = max((next(names.at(text, start), "") for names in tables), key=len)
            if name:
                end = start + len(name)
                yield start, name


@cache
def pattern(name: str) -> re.Pattern[str]:
    """What matches any entry of `data/<name>.txt`, the longest first. Raises FileNotFoundError."""
    return re.compile(any_of(words(name)))


@cache
def table(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of `data/<name>.tsv`, split at tabs. Raises FileNotFoundError."""
    return tuple(tuple(line.split("\t")) for line in _lines(f"{name}.tsv"))


def _lines(file: str) -> tuple[str, ...]:
    text = _data().joinpath(file).read_text(encoding="utf-8")
    lines = (line.strip() for line in text.splitlines())
    return tuple(line for line in lines if line and not line.startswith("#"))


@cache
def _data() -> Traversable:
    return files("kg.language").joinpath("data")
