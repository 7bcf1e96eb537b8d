"""What a browser prints over and under a page: the day and hour, the page's title, its address, 1/3."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.read.geometry import Row

_HOUR = re.compile(r"\d{1,4}[/.年-]\d{1,2}[/.月-]\d{1,4}日?,?(?:上午|下午)?\d{1,2}:\d{2}(?::\d{2})?(?:[AP]M)?(?!\d)")
_ADDRESS = re.compile(r"(?:https?|file)://|about:blank")
_NUMBER = re.compile(r"\d{1,4}(?:/|of)\d{1,4}|(?:Page|第)\d{1,4}(?:of|页)[，,共/]{0,3}\d{0,4}页?")
_KINDS = (_HOUR.match, _ADDRESS.match, _NUMBER.fullmatch)
_FEW = 2  # kinds of such marks that tell a browser


def without_margins(rows: Sequence[Row]) -> tuple[list[Row], bool]:
    """The rows of a sheet, from above, without the first and last line where a browser printed them; whether it did.

    It did where these lines hold two of: a day with its hour, an address, the page's number among all.
    """
    lines = [line for line in (_level(rows, rows[0]), _level(rows, rows[-1])) if list(_marks(line))] if rows else []
    if len({kind for line in lines for kind in _marks(line)}) < _FEW:
        return list(rows), False
    dropped = {id(row) for line in lines for row in line}
    return [row for row in rows if id(row) not in dropped], True


def _level(rows: Sequence[Row], one: Row) -> list[Row]:
    return [row for row in rows if abs(row.middle - one.middle) <= 0.6 * max(row.size, one.size)]


def _marks(line: Sequence[Row]) -> Iterator[int]:
    return (kind for kind, matches in enumerate(_KINDS) if any(matches("".join(row.text.split())) for row in line))


__all__ = ["without_margins"]
