"""A first letter as high as several lines, set into the column that it begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from kg.language.text import is_han
from kg.read.geometry import Row

_LARGE, _LINES = 1.8, 4  # how many times as large it is as the lines beside it; so many of these at most


def with_capitals(rows: Sequence[Row]) -> list[Row]:
    """The rows with such letters at the head of the first line beside them, and all these lines at their edge."""
    size = median(row.size for row in rows) if rows else 0.0
    kept = list(rows)
    for row in rows:
        if len(row.text) == 1 and is_han(row.text) and row.size >= _LARGE * size:
            beside = [n for n, other in enumerate(kept) if _stands_beside(row, other)][:_LINES]
            if beside and kept[beside[0]].middle > row.middle:
                first = kept[beside[0]]
                kept[beside[0]] = replace(first, text=row.text + first.text)
                for n in beside:
                    kept[n] = replace(kept[n], left=row.left)
                kept.remove(row)
    return kept


def _stands_beside(capital: Row, row: Row) -> bool:
    near = 0 <= row.left - capital.right + 0.3 * row.size <= 1.5 * row.size
    return (
        near
        and row.size < capital.size / _LARGE
        and capital.bottom - row.size / 2 < row.middle < capital.top + row.size / 2
    )


__all__ = ["with_capitals"]
