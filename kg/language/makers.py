"""Classes of words that tell who builds, owns, runs, wins or pays for a work: rows of `data/maker_words.tsv`."""

from __future__ import annotations

from functools import cache

from kg.language.lexicon import any_of, table


def maker_words(name: str) -> tuple[str, ...]:
    """The words of a class. Raises KeyError where there is no such row."""
    return _classes()[name]


def one_maker_word(name: str) -> str:
    """A regular expression that matches any word of a class. Raises KeyError."""
    return any_of(_classes()[name])


@cache
def _classes() -> dict[str, tuple[str, ...]]:
    return {name: tuple(members.split(" ")) for name, members, _ in table("maker_words")}
