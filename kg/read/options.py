"""What the user knows about the files that are read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.read.cuts import Cut


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """date: ISO day of printing. place: 青海, 西宁市 or 中国. columns: (text, 内容) names the column of a table.

    The roles of columns are text, title, date and place. cuts: by document, where a person wants its page cut.
    """

    date: str | None = None
    place: str | None = None
    columns: tuple[tuple[str, str], ...] = ()
    cuts: Mapping[str, tuple[Cut, ...]] = field(default_factory=dict)
