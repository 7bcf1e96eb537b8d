"""Letters on a sheet to articles: lines, blocks of columns, titles by their size, and which block is whose.

All lengths are in points, x to the right and y upwards from the sheet's lower left corner, as PDF counts.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import fmean, median

from kg.language.text import is_han

# In sizes of the letters: what parts two words of one line, two lines of one block, an indent, a line that ends early.
_GAP, _SPACED_GAP, _LEADING, _INDENT, _EARLY = 0.75, 2.2, 1.35, 1.4, 1.8
# A title's letters are this much larger than the body's; letters of one block differ by less than this.
_LARGER, _ALIKE = 1.14, 0.12
# Letters as near as this to the same letter were printed twice to look bold.
_TWICE = 0.25
# Letters of one line lie as near as this to each other's height; what parts letters of two sizes.
_SAME_LINE, _UNEVEN, _SQUEEZED = 0.35, 0.35, 0.8
# A title stands right over what begins within this many sizes below it.
_RIGHT_UNDER = 3.0


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter with its box. sure: that it is this letter, in [0, 1]; OCR alone is less than sure."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    sure: float = 1.0

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
class Row:
    """A line of one column. size: of its letters. sure: how sure these are in the mean."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    size: float
    sure: float = 1.0


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


@dataclass(frozen=True, slots=True)
class Piece:
    """An article as it stands on a sheet: the boxes of its title, from above, and of its body, in reading order."""

    titles: tuple[Box, ...]
    bodies: tuple[Box, ...]


def rows_of(letters: Sequence[Letter], rules: Sequence[Rule] = ()) -> list[Row]:
    """The lines of a sheet, parted where a gutter or a rule parts columns; from above, then from the left."""
    chains = _chains(_once(letters), rules)
    found = [_row(chain) for chain in chains if any(letter.text.strip() for letter in chain)]
    return sorted(found, key=lambda row: (-row.top, row.left))


def boxes_of(rows: Sequence[Row]) -> list[Box]:
    """The blocks of a sheet: each row joins the block right above it in its own column."""
    boxes: list[Box] = []
    for row in rows:
        above = [box for box in boxes if _goes_on(box, row)]
        best = min(above, key=lambda box: (box.bottom - row.top, abs(box.left - row.left)), default=None)
        if best is None:
            boxes.append(Box((row,)))
        else:
            boxes[boxes.index(best)] = Box((*best.rows, row))
    return boxes


def pieces_of(boxes: Sequence[Box], beside: Sequence[Box] = ()) -> list[Piece]:
    """The articles of a sheet: every body under the title that stands over it, or over the column to its left.

    beside: titles whose letters stand upon each other, left or right of what they belong to.
    """
    body = body_size(boxes)
    titles = _joined([box for box in boxes if box.size >= _LARGER * body])
    titles += [(box,) for box in beside]
    bodies = _in_columns([box for box in boxes if box.size < _LARGER * body], body)
    owner: dict[int, int] = {}
    for n in range(len(bodies)):
        own = _owner(titles, bodies, n, owner)
        if own is not None:
            owner[n] = own
    found = [
        Piece(title, tuple(box for n, box in enumerate(bodies) if owner.get(n) == k)) for k, title in enumerate(titles)
    ]
    loose = [Piece((), (box,)) for n, box in enumerate(bodies) if n not in owner]
    return sorted([*loose, *found], key=_corner)


def _in_columns(boxes: Sequence[Box], size: float) -> list[Box]:
    """Boxes by columns from the left, each from above; those of one column begin within the size of a letter."""
    order = sorted(boxes, key=lambda box: (box.left, -box.top))
    column = 0
    columns = []
    for n, box in enumerate(order):
        column += n > 0 and box.left - order[n - 1].left > size
        columns.append((column, -box.top, box.left, box))
    return [box for *_, box in sorted(columns, key=lambda item: item[:3])]


def _owner(titles: Sequence[tuple[Box, ...]], bodies: Sequence[Box], n: int, owner: dict[int, int]) -> int | None:
    """Which title is that of body `n`: one right over it, else that of the column beside it, else the next above."""
    box = bodies[n]
    own = _above(titles, box)
    if own is not None and _is_right_under(titles[own], box):
        return own
    centred = _centred(titles, bodies, box)
    if centred is not None:
        return centred
    level = [k for k in range(n) if k in owner and abs(bodies[k].top - box.top) <= 1.6 * box.size]
    near = [k for k in level if 0 <= box.left - bodies[k].right <= 4 * box.size]
    if near:
        return owner[near[-1]]
    upright = [k for k, title in enumerate(titles) if _beside(title[0], box)]
    return min(upright, key=lambda k: abs(titles[k][0].left - box.left), default=own)


def _above(titles: Sequence[tuple[Box, ...]], box: Box) -> int | None:
    """The lowest title that stands over a body."""
    over = [k for k, title in enumerate(titles) if title[-1].bottom >= box.top - box.size and _over(title, box)]
    return min(over, key=lambda k: titles[k][-1].bottom, default=None)


def _is_right_under(title: Sequence[Box], box: Box) -> bool:
    return title[-1].bottom - box.top <= _RIGHT_UNDER * box.size


def _centred(titles: Sequence[tuple[Box, ...]], bodies: Sequence[Box], box: Box) -> int | None:
    """The title of the column to the right that begins over this one: it is centred over both."""
    level = (other for other in bodies if abs(other.top - box.top) <= 1.6 * box.size)
    for other in level:
        k = _above(titles, other) if 0 <= other.left - box.right <= 4 * box.size else None
        if k is not None and _is_right_under(titles[k], other) and min(part.left for part in titles[k]) < box.right:
            return k
    return None


def _beside(title: Box, box: Box) -> bool:
    """Whether a title whose letters stand upon each other stands beside a body."""
    high = min(title.top, box.top) - max(title.bottom, box.bottom)
    apart = max(box.left - title.right, title.left - box.right)
    upright = title.top - title.bottom > 3 * (title.right - title.left)
    return upright and apart <= 4 * box.size and high > 0.5 * min(title.top - title.bottom, box.top - box.bottom)


def paragraphs(bodies: Sequence[Box]) -> list[list[Row]]:
    """The rows of columns in reading order, a list a paragraph: an indent or an early end of a line parts them."""
    found: list[list[Row]] = []
    early = True
    for box in bodies:
        for row in box.rows:
            indented = row.left > box.left + _INDENT * row.size
            if early or indented or not found:
                found.append([row])
            else:
                found[-1].append(row)
            early = row.right < box.right - _EARLY * row.size and row.text[-1:] in "。！？”）：；"
    return found


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
    size = median([letter.size for letter in marks if is_han(letter.text)] or [letter.size for letter in marks])
    middle = median(letter.middle for letter in marks)
    sure = round(fmean(letter.sure for letter in marks), 3)
    return Row(text, marks[0].left, middle - size / 2, marks[-1].right, middle + size / 2, size, sure)


def _goes_on(box: Box, row: Row) -> bool:
    last = box.rows[-1]
    size = max(last.size, row.size)
    alike = abs(box.size - row.size) <= _ALIKE * size
    near = -0.5 * size < last.bottom - row.top <= _LEADING * size
    aligned = abs(row.left - box.left) <= 2.6 * size or (row.left >= box.left and row.right <= box.right + size)
    overlaps = min(row.right, box.right) - max(row.left, box.left) > 0
    return alike and near and aligned and overlaps


def _joined(titles: Sequence[Box]) -> list[tuple[Box, ...]]:
    """Kickers and subtitles with the title that they stand over or under."""
    groups: list[tuple[Box, ...]] = []
    for box in sorted(titles, key=lambda box: (-box.top, box.left)):
        above = next((group for group in groups if _under(group, box) and _over(group, box)), None)
        if above is None:
            groups.append((box,))
        else:
            groups[groups.index(above)] = (*above, box)
    return groups


def _under(group: Sequence[Box], box: Box) -> bool:
    size = max(box.size, group[-1].size)
    return -box.size < group[-1].bottom - box.top <= 1.5 * size


def _over(title: Sequence[Box], box: Box) -> bool:
    """Whether a title stands over a box: they share some of their width."""
    left, right = min(part.left for part in title), max(part.right for part in title)
    return min(right, box.right) - max(left, box.left) > 0.2 * min(right - left, box.right - box.left)


def _corner(piece: Piece) -> tuple[float, float]:
    boxes = (*piece.titles, *piece.bodies)
    return (-max(box.top for box in boxes), min(box.left for box in boxes))


__all__ = ["Box", "Letter", "Piece", "Row", "Rule", "body_size", "boxes_of", "paragraphs", "pieces_of", "rows_of"]
