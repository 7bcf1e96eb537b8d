"""Letters on a sheet to lines, and lines to blocks: columns of text and titles. Whose they are: `kg.read.pieces`.

All lengths are in points, x to the right and y upwards from the sheet's lower left corner, as PDF counts.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import fmean, median

from kg.language.text import is_han

# In sizes of the letters: what parts two words of one line, and two lines of one block.
_GAP, _SPACED_GAP, _LEADING = 0.75, 2.2, 1.35
# Letters of one block differ by less than this.
_ALIKE = 0.12
# Letters as near as this to the same letter were printed twice to look bold.
_TWICE = 0.25
# Letters of one line lie as near as this to each other's height; what parts letters of two sizes.
_SAME_LINE, _UNEVEN, _SQUEEZED = 0.35, 0.35, 0.8
_WEIGHED = 4  # characters of a line from which its ink tells how bold it is


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter with its box. sure: that it is this letter, in [0, 1]; OCR alone is less than sure.

    ink: the share of its square that is printed, 0 where nobody looked.
    """

    text: str
    left: float
    bottom: float
    right: float
    top: float
    sure: float = 1.0
    ink: float = 0.0

    @property
    def middle(self) -> float:
        """Its height on the sheet."""
        return (self.bottom + self.top) / 2

    @property
    def size(self) -> float:
        """How large it is: a flat 一 is as wide as others are high."""
        return max(self.top - self.bottom, self.right - self.left if is_han(self.text) else 0.0)


@dataclass(frozen=True, slots=True)
class Rule:
    """An upright line at `x`, which parts what stands on both sides."""

    x: float
    bottom: float
    top: float


@dataclass(frozen=True, slots=True)
class Bar:
    """A lying line at height `y`, which parts what stands over it from what stands under it."""

    y: float
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Row:
    """A line of one column. size: of its letters. sure: how sure these are in the mean. page: of joined sheets.

    ink: of its Chinese characters in the mean, 0 for fewer than four or where nobody looked.
    """

    text: str
    left: float
    bottom: float
    right: float
    top: float
    size: float
    sure: float = 1.0
    page: int = 0
    ink: float = 0.0

    @property
    def middle(self) -> float:
        """Its height on the sheet."""
        return (self.bottom + self.top) / 2


@dataclass(frozen=True, slots=True)
class Box:
    """Rows of one size under each other: a column of text, or a title."""

    rows: tuple[Row, ...]

    @property
    def left(self) -> float:
        """Its left edge: of the rows that are not indented."""
        return min(row.left for row in self.rows)

    @property
    def right(self) -> float:
        """Its right edge."""
        return max(row.right for row in self.rows)

    @property
    def top(self) -> float:
        """Its upper edge."""
        return self.rows[0].top

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.rows[-1].bottom

    @property
    def size(self) -> float:
        """Of its letters."""
        return median(row.size for row in self.rows)


def rows_of(letters: Sequence[Letter], rules: Sequence[Rule] = ()) -> list[Row]:
    """The lines of a sheet, parted where a gutter or a rule parts columns; from above, then from the left."""
    chains = _chains(_once(letters), rules)
    found = [_row(chain) for chain in chains if any(letter.text.strip() for letter in chain)]
    return sorted(found, key=lambda row: (-row.top, row.left))


def boxes_of(rows: Sequence[Row], bars: Sequence[Bar] = ()) -> list[Box]:
    """The blocks of a sheet: each row joins the block right above it in its own column, unless a bar parts them."""
    boxes: list[Box] = []
    for row in rows:
        above = [box for box in boxes if _goes_on(box, row) and not is_barred(box, row, bars)]
        best = min(above, key=lambda box: (box.bottom - row.top, abs(box.left - row.left)), default=None)
        if best is None:
            boxes.append(Box((row,)))
        else:
            boxes[boxes.index(best)] = Box((*best.rows, row))
    return boxes


def body_size(boxes: Sequence[Box]) -> float:
    """The size of most letters of a sheet."""
    sizes = [row.size for box in boxes for row in box.rows for _ in range(len(row.text))]
    return median(sizes) if sizes else 0.0


def _once(letters: Iterable[Letter]) -> list[Letter]:
    """The letters without those that repeat one at the same place."""
    seen: dict[tuple[str, int, int], Letter] = {}
    kept = []
    for letter in letters:
        size = max(letter.size, 1.0)
        column, line = round(letter.left / size), round(letter.middle / size)
        near = (seen.get((letter.text, column + i, line + j)) for i in (-1, 0, 1) for j in (-1, 0, 1))
        if letter.text.isspace() or not any(other and _same_place(other, letter) for other in near):
            kept.append(letter)
            seen[letter.text, column, line] = letter
    return kept


def _same_place(one: Letter, other: Letter) -> bool:
    limit = _TWICE * max(one.size, other.size)
    return abs(one.left - other.left) < limit and abs(one.middle - other.middle) < limit


def _chains(letters: Sequence[Letter], rules: Sequence[Rule]) -> list[list[Letter]]:
    """Letters that stand right beside each other on one line: each with the nearest that follows it."""
    order = sorted(letters, key=lambda letter: (letter.left, -letter.middle, letter.text))
    follows = _followers(order, rules)
    heads = set(range(len(order))) - set(follows.values())
    chains = []
    for head in sorted(heads):
        chain = [head]
        while chain[-1] in follows:
            chain.append(follows[chain[-1]])
        chains.append([order[i] for i in chain])
    return chains


def _followers(order: Sequence[Letter], rules: Sequence[Rule]) -> dict[int, int]:
    """For each letter the nearest one behind it on its line; a letter follows only the one nearest before it."""
    band = max(median(letter.size for letter in order), 1.0) if order else 1.0
    bands: defaultdict[int, list[int]] = defaultdict(list)
    for i, letter in enumerate(order):
        bands[round(letter.middle / band)].append(i)
    nearest: dict[int, tuple[float, int]] = {}
    for i, letter in enumerate(order):
        gaps = ((_step(letter, order[k]), k) for k in _behind(i, order, bands, band))
        near = ((gap, k) for gap, k in gaps if gap is not None and not _parted(letter, order[k], rules))
        best = min(near, default=None)
        if best is not None and (best[1] not in nearest or best[0] < nearest[best[1]][0]):
            nearest[best[1]] = (best[0], i)
    return {before: behind for behind, (_, before) in nearest.items()}


def _behind(i: int, order: Sequence[Letter], bands: dict[int, list[int]], band: float) -> Iterator[int]:
    """The letters to the right of a letter, as far as a line may reach, on its height."""
    letter = order[i]
    reach = letter.right + _SPACED_GAP * max(letter.size, band)
    here = round(letter.middle / band)
    for line in (here - 1, here, here + 1):
        members = bands.get(line, ())
        for k in members[bisect_right(members, i) :]:
            if order[k].left > reach:
                break
            yield k


def _step(one: Letter, other: Letter) -> float | None:
    """How far behind another a letter begins on the same line, in points; None where it does not go on."""
    size, small = max(one.size, other.size), min(one.size, other.size)
    both = is_han(one.text) and is_han(other.text)
    limit = _SPACED_GAP if one.text.isspace() or other.text.isspace() else _GAP
    gap = other.left - one.right
    level = abs(one.middle - other.middle) < _SAME_LINE * small
    uneven = both and size - small > _UNEVEN * size
    # Marks that follow each other (。”) are set closer than their boxes.
    return other.left - one.left if level and not uneven and -_SQUEEZED * small < gap <= limit * size else None


def _parted(one: Letter, other: Letter, rules: Sequence[Rule]) -> bool:
    """Whether a rule stands between two letters of a line."""
    first, last = (one.left + one.right) / 2, (other.left + other.right) / 2
    return any(first < rule.x < last and rule.bottom <= one.middle <= rule.top for rule in rules)


def _row(letters: Sequence[Letter]) -> Row:
    text = "".join(letter.text for letter in letters).strip()
    marks = [letter for letter in letters if letter.text.strip()]
    han = [letter for letter in marks if is_han(letter.text)]
    size = median(letter.size for letter in han or marks)
    middle = median(letter.middle for letter in marks)
    sure = round(fmean(letter.sure for letter in marks), 3)
    ink = fmean(letter.ink for letter in han) if len(han) >= _WEIGHED else 0.0
    return Row(text, marks[0].left, middle - size / 2, marks[-1].right, middle + size / 2, size, sure, ink=ink)


def _goes_on(box: Box, row: Row) -> bool:
    last = box.rows[-1]
    size = max(last.size, row.size)
    alike = abs(box.size - row.size) <= _ALIKE * size
    near = -0.5 * size < last.bottom - row.top <= _LEADING * size
    aligned = abs(row.left - box.left) <= 2.6 * size or (row.left >= box.left and row.right <= box.right + size)
    overlaps = min(row.right, box.right) - max(row.left, box.left) > 0
    return alike and near and aligned and overlaps


def is_barred(box: Box, row: Row, bars: Sequence[Bar]) -> bool:
    """Whether a bar over most of their width stands between a block and a row under it."""
    left, right = min(box.left, row.left), max(box.right, row.right)
    between = (bar for bar in bars if row.middle < bar.y < box.rows[-1].middle)
    return any(min(right, bar.right) - max(left, bar.left) > 0.6 * (right - left) for bar in between)


__all__ = ["Bar", "Box", "Letter", "Row", "Rule", "body_size", "boxes_of", "is_barred", "rows_of"]
