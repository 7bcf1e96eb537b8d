"""Letters that stand upon each other: columns of a page set upright, read from the right, and titles beside a body.

Such letters are turned by a quarter, so that `geometry` sees lines from the left and columns under each other, and
turned back for what says where they stand.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from kg.language.text import is_han
from kg.read.geometry import Box, Letter, Row

# So many letters upon each other are no accident; between two such columns a shorter one is one as well.
_LEAST, _SHORT = 4, 3
# In sizes: how far the middles of two such letters may lie beside each other, and how far the next may be below.
_ASIDE, _MARK_ASIDE, _BELOW, _FAR = 0.45, 1.1, 0.2, 2.2


def parted(letters: Sequence[Letter]) -> tuple[list[Letter], list[Letter]]:
    """The letters in lines, and those upon each other, both in the order of the file."""
    marks = [letter for letter in letters if not letter.text.isspace()]
    ends = [0, *(n for n, (one, other) in enumerate(pairwise(marks), 1) if not _upon(one, other)), len(marks)]
    columns = list(pairwise(ends))
    upright: set[int] = set()
    for first, last in columns:
        after_one = first - 1 in upright and last - first <= _SHORT and _level(marks[first], marks[first - 1])
        if last - first >= _LEAST or after_one:
            upright.update(range(first, last))
    if not upright:
        return list(letters), []
    found = {id(marks[n]) for n in upright}
    standing = (marks[first:last] for first, last in columns if first in upright)
    return [letter for letter in letters if id(letter) not in found], [x for column in standing for x in _even(column)]


def _even(column: Sequence[Letter]) -> list[Letter]:
    """The letters of a column in the middle of it: marks and digits stand aside."""
    wide = [letter for letter in column if is_han(letter.text)] or column
    middle = median((letter.left + letter.right) / 2 for letter in wide)
    half = median(letter.size for letter in wide) / 2
    return [replace(letter, left=middle - half, right=middle + half) for letter in column]


def turned(letter: Letter) -> Letter:
    """A letter as it stands when the sheet is turned to the left by a quarter."""
    return replace(letter, left=-letter.top, bottom=letter.left, right=-letter.bottom, top=letter.right)


def back(row: Row) -> Row:
    """Where a row of turned letters stands on the sheet."""
    return replace(row, left=row.bottom, bottom=-row.right, right=row.top, top=-row.left)


def titles(boxes: Sequence[Box], size: float) -> list[Box]:
    """The boxes of turned letters, as they stand on the sheet, that are titles beside a text of that size; or none."""
    found = [Box((_whole([back(row) for row in box.rows]),)) for box in boxes if box.size > size]
    return found if len(found) == len(boxes) else []


def _whole(rows: Sequence[Row]) -> Row:
    """The columns of a title as one row."""
    left, bottom = min(row.left for row in rows), min(row.bottom for row in rows)
    right, top = max(row.right for row in rows), max(row.top for row in rows)
    text = " ".join(row.text for row in rows)
    return replace(rows[0], text=text, left=left, bottom=bottom, right=right, top=top)


def _upon(one: Letter, other: Letter) -> bool:
    size = max(one.size, other.size)
    aside = abs(one.left + one.right - other.left - other.right) / 2
    limit = _ASIDE if is_han(one.text) and is_han(other.text) else _MARK_ASIDE
    return aside <= limit * size and _BELOW * size < one.middle - other.middle <= _FAR * size


def _level(letter: Letter, before: Letter) -> bool:
    """Whether a letter begins a column to the left of one before it."""
    alike = abs(letter.size - before.size) <= _ASIDE * before.size
    return alike and -before.size < before.left - letter.right <= _FAR * before.size and letter.middle > before.middle
