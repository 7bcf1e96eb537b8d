"""Titles that are bold and no larger than their text, as a browser prints those of a plain page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from kg.language.text import is_han
from kg.read.geometry import Letter, Row, boxes_of

# A bold line has this much more ink than most; then it is set as if it were larger by so much, as titles are.
_BOLDER, _AS_LARGE = 1.25, 1.2
# Titles are few lines of a sheet, and none has many.
_FEW, _LINES = 1 / 3, 4
# Letters this much larger than most: where a sheet has so many of them, its titles are known by their size.
_LARGER, _MANY = 1.14, 5


def alike(letters: Sequence[Letter]) -> bool:
    """Whether hardly any letter of a sheet is larger than the others, so that no title is known by its size."""
    sizes = [letter.size for letter in letters if is_han(letter.text)]
    return bool(sizes) and sum(size >= _LARGER * median(sizes) for size in sizes) < _MANY


def with_bold(rows: Sequence[Row]) -> list[Row]:
    """The rows of a sheet, bold titles set larger; a bold sentence in a text, or a bold lead, stays as it is."""
    inks = [row.ink for row in rows if row.ink]
    if not inks:
        return list(rows)
    heavy = [row for row in rows if row.ink >= _BOLDER * median(inks)]
    if len(heavy) > _FEW * len(rows):
        return list(rows)
    blocks = (box.rows for box in boxes_of(heavy))
    titles = {
        id(row)
        for block in blocks
        if len(block) <= _LINES and not any("。" in one.text for one in block)
        for row in block
    }
    return [replace(row, size=_AS_LARGE * row.size) if id(row) in titles else row for row in rows]
