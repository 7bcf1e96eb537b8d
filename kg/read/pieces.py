"""Blocks of a sheet to articles: titles by their size, and which column is whose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from kg.read.dateline import opens
from kg.read.geometry import Bar, Box, Row, body_size, is_barred

# A title's letters are this much larger than the body's.
_LARGER = 1.14
_SMALLER = 0.12  # than a body are words of pictures
_SAYING = 1.45  # and those of a saying set into it no larger than so
# In sizes of the letters: an indent, a line that ends early; a title stands right over what begins so far below it.
_INDENT, _EARLY, _RIGHT_UNDER = 1.4, 1.8, 3.0
ENDS = "。！？”）：；"  # of sentences, at the end of a line

Title = tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """An article as it stands on a sheet: the boxes of its title, from above, and of its body, in reading order."""

    titles: tuple[Box, ...]
    bodies: tuple[Box, ...]


def pieces_of(boxes: Sequence[Box], beside: Sequence[Box] = (), bars: Sequence[Bar] = ()) -> list[Piece]:
    """The articles of a sheet: every body under the title that stands over it, or over the column to its left.

    beside: titles whose letters stand upon each other, left or right of what they belong to. bars: what parts blocks.
    """
    body = body_size(boxes)
    titles = _joined([box for box in boxes if box.size >= _LARGER * body])
    titles += [(box,) for box in beside]
    bodies = _in_columns([box for box in boxes if box.size < _LARGER * body], body)
    quotes = {k for k, title in enumerate(titles) if _is_quote(title, bodies, bars)}
    sheet = _Laid([title for k, title in enumerate(titles) if k not in quotes], bodies, bars)
    owner = sheet.owners()
    found = [
        Piece(title, _in_order(title, [box for n, box in enumerate(bodies) if owner.get(n) == k]))
        for k, title in enumerate(sheet.titles)
    ]
    found += [Piece(titles[k], ()) for k in quotes]
    loose = [
        Piece((), tuple(bodies[n] for n in owner if owner[n] == k)) for k in dict.fromkeys(owner.values()) if k < 0
    ]
    return sorted([*loose, *found], key=_corner)


def _in_order(title: Title, bodies: Sequence[Box]) -> tuple[Box, ...]:
    """The columns of an article; what stands over all of them is first: who wrote it, in the middle under the title."""
    under = [one for one in bodies if title[-1].bottom >= one.top - one.size]
    over = [one for one in under if all(one.bottom >= box.top for box in bodies if box is not one)]
    return (*over, *(box for box in bodies if box not in over))


def _in_columns(boxes: Sequence[Box], size: float) -> list[Box]:
    """Boxes by columns from the left, each from above; those of one column begin within the size of a letter."""
    order = sorted(boxes, key=lambda box: (box.left, -box.top))
    column = 0
    columns = []
    for n, box in enumerate(order):
        column += n > 0 and box.left - order[n - 1].left > size
        columns.append((column, -box.top, box.left, box))
    return [box for *_, box in sorted(columns, key=lambda item: item[:3])]


@dataclass(slots=True)
class _Laid:
    """A sheet whose titles and bodies, in columns from the left, are known.

    owner: by the places of bodies that of their title; of those without one a number below 0, the same for one text.
    """

    titles: Sequence[Title]
    bodies: Sequence[Box]
    bars: Sequence[Bar]
    owner: dict[int, int] = field(default_factory=dict)

    def owners(self) -> dict[int, int]:
        """The owner of every body."""
        for n in range(len(self.bodies)):
            own = self._owner(n)
            self.owner[n] = -1 - n if own is None else own
        return self.owner

    def _owner(self, n: int) -> int | None:
        """Which title is that of body `n`: right over it, else that of the column beside it, else the next above."""
        box = self.bodies[n]
        own = _above(self.titles, box)
        if own is not None and _is_right_under(self.titles[own], box):
            return own
        level, run = self._level(n), self._runs_on(n, own)
        if level is not None and run is not None and self.titles[level][0].top < box.top:
            level = None  # what stands beside it is the end of an article of an earlier column
        for found in (_centred(self.titles, self.bodies, box), level, self._upright(box)):
            if found is not None:
                return found
        amid = self._amid(box) if own is None else None
        if amid is not None or run is not None:
            return run if amid is None else amid
        return None if own is None or self._cut_off(n, own) else own

    def _level(self, n: int) -> int | None:
        """The title of the column that begins beside a body, to its left."""
        box = self.bodies[n]
        level = (k for k in range(n) if self.owner[k] >= 0 and abs(self.bodies[k].top - box.top) <= 1.6 * box.size)
        near = [k for k in level if _beside_each_other(self.bodies[k], box)]
        return self.owner[near[-1]] if near else None

    def _upright(self, box: Box) -> int | None:
        upright = [k for k, title in enumerate(self.titles) if _beside(title[0], box)]
        return min(upright, key=lambda k: abs(self.titles[k][0].left - box.left), default=None)

    def _runs_on(self, n: int, own: int | None) -> int | None:
        """The title of the column to the left that runs on at the top of this one, as flowing columns do."""
        if not n:
            return None
        box, last = self.bodies[n], self.bodies[n - 1]
        before = self.owner[n - 1]
        flows = box.top > last.bottom + box.size and _beside_each_other(last, box) and _alike(last, box)
        if not flows or opens(box.rows[0].text):
            return None
        if own is None or before < 0:
            return before if own is None and (before >= 0 or not _ended(last)) else None
        lower = before != own and self.titles[before][-1].bottom < self.titles[own][-1].bottom
        return before if lower and not _ended(last) and self._follows(n, own) else None

    def _follows(self, n: int, own: int) -> bool:
        """Whether the text of that title over a body has ended."""
        over = [k for k in range(n) if self.owner.get(k) == own and _over((self.bodies[k],), self.bodies[n])]
        return all(_ended(self.bodies[k]) for k in over)

    def _amid(self, box: Box) -> int | None:
        """The title that stands over the middle columns of its article, of which this is one at its side."""
        for k, title in enumerate(self.titles):
            under = [body for body in self.bodies if _above(self.titles, body) == k]
            aside = [body for body in under if _beside_each_other(box, body) or _beside_each_other(body, box)]
            columns = len({round(body.left / box.size) for body in under})
            level = columns > 1 and abs(title[0].top - box.top) <= 2 * box.size and _is_even(under, box)
            if level and any(_alike(body, box) and _reads_on(box, body) for body in aside):
                return k
        return None

    def _cut_off(self, n: int, own: int) -> bool:
        """Whether a bar parts a body from the text of its title that stands over it."""
        box = self.bodies[n]
        over = [self.bodies[k] for k in range(n) if self.owner.get(k) == own]
        return any(is_barred(body, box.rows[0], self.bars) and _is_near(body, box) for body in over)


def _above(titles: Sequence[Title], box: Box) -> int | None:
    """The lowest title that stands over a body."""
    over = [k for k, title in enumerate(titles) if title[-1].bottom >= box.top - box.size and _over(title, box)]
    return min(over, key=lambda k: titles[k][-1].bottom, default=None)


def _is_right_under(title: Sequence[Box], box: Box) -> bool:
    return title[-1].bottom - box.top <= _RIGHT_UNDER * box.size


def _centred(titles: Sequence[Title], bodies: Sequence[Box], box: Box) -> int | None:
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


def _beside_each_other(left: Box, right: Box) -> bool:
    return 0 <= right.left - left.right <= 4 * right.size


def _alike(one: Box, other: Box) -> bool:
    """Whether two columns are of one width; of the last lines of an article a column may have short ones alone."""
    wide, narrow = (
        max(one.right - one.left, other.right - other.left),
        min(one.right - one.left, other.right - other.left),
    )
    return wide - narrow <= 0.1 * wide or len(other.rows) == 1


def _is_near(over: Box, box: Box) -> bool:
    return over.bottom - box.top <= _RIGHT_UNDER * box.size


def _is_even(under: Sequence[Box], box: Box) -> bool:
    """Whether a column ends where those under a title end, or before."""
    return bool(under) and min(body.bottom for body in under) - box.bottom <= 3 * box.size


def _ended(box: Box) -> bool:
    """Whether a sentence ends with a column."""
    return box.rows[-1].text[-1:] in ENDS


def _reads_on(box: Box, body: Box) -> bool:
    """Whether a column at the side of a title and one under it are one text: the left one is first."""
    left, right = (box, body) if box.left < body.left else (body, box)
    if opens(right.rows[0].text):
        return False
    return not _ended(left) or opens(left.rows[0].text) or box is right


def _is_quote(title: Title, bodies: Sequence[Box], bars: Sequence[Bar]) -> bool:
    """Whether large letters between two bars are a saying of the text around: titles are larger."""
    top, bottom, size = title[0].rows[0], title[-1].rows[-1], title[0].size
    above = [box for box in bodies if 0 <= box.bottom - top.top <= 3 * size and _over((box,), title[0])]
    below = [box for box in bodies if 0 <= bottom.bottom - box.top <= 3 * size and _over((box,), title[0])]
    barred = any(is_barred(box, top, bars) for box in above) and any(
        is_barred(title[-1], box.rows[0], bars) for box in below
    )
    inside = barred and not opens(below[0].rows[0].text)
    return inside and (not _ended(above[0]) or size <= _SAYING * below[0].size)


def paragraphs(bodies: Sequence[Box]) -> list[list[Row]]:
    """The rows of columns in reading order, a list a paragraph: an indent or an early end of a line parts them.

    So does a line at the edge over an indented one, behind the end of a sentence and without one: it is a title. Words
    in smaller letters, of a picture within a column, stand behind the paragraph into which they are set.
    """
    found: list[list[Row]] = []
    small: list[list[Row]] = []
    least = (1 - _SMALLER) * body_size(bodies)
    early = True
    for box in bodies:
        if box.size < least:
            small.append(list(box.rows))
            continue
        for row, after in zip_longest(box.rows, box.rows[1:]):
            if early or not found or _is_indented(row, box) or _is_titled(found[-1][-1], row, after, box):
                found += [*small, [row]]
                small = []
            else:
                found[-1].append(row)
            early = row.right < box.right - _EARLY * row.size and row.text[-1:] in ENDS
    return found + small


def _is_titled(last: Row, row: Row, after: Row | None, box: Box) -> bool:
    """Whether a row is a title in letters of its text: behind a sentence, over an indented line, and no sentence."""
    ended = last.text[-1:] in ENDS and row.text[-1:] not in ENDS
    return ended and after is not None and _is_indented(after, box)


def _is_indented(row: Row, box: Box) -> bool:
    return row.left > box.left + _INDENT * row.size


def _joined(titles: Sequence[Box]) -> list[Title]:
    """Kickers and subtitles with the title that they stand over or under."""
    groups: list[Title] = []
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


__all__ = ["Piece", "paragraphs", "pieces_of"]
