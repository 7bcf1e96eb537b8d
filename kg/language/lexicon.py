"""The word lists of `kg/language/data`: UTF-8, one entry a line, '#' begins a comment at the start of a line."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def words(name: str) -> tuple[str, ...]:
    """The entries of `data/<name>.txt` in the file's order. Raises FileNotFoundError."""
    return _lines(f"{name}.txt")


@cache
def table(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of `data/<name>.tsv`, split at tabs. Raises FileNotFoundError."""
    return tuple(tuple(line.split("\t")) for line in _lines(f"{name}.tsv"))


def _lines(file: str) -> tuple[str, ...]:
    text = files("kg.language").joinpath("data", file).read_text(encoding="utf-8")
    lines = (line.strip() for line in text.splitlines())
    return tuple(line for line in lines if line and not line.startswith("#"))
