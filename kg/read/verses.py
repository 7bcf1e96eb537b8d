"""Verses on a page: no title and no article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.read.kinds import Kind
from kg.read.line import Line

_STANZA, _VERSE, _EVEN = 4, 14, 4
_METRE = re.compile(r"(?:[\u4e00-\u9fff]{5}|[\u4e00-\u9fff]{7})[，。；！？]")  # a line of five or seven with its mark


def versed(lines: list[Line]) -> list[Line]:
    """Four lines and more of verse, about as wide as each other or under their writer, are no title and no article."""
    first = 0
    for i in range(len(lines) + 1):
        if i < len(lines) and _is_verse(lines, first, i):
            continue
        if i - first >= _STANZA:
            # The poem's own title, apart from its verses, or over its writer.
            title = first - 2 if _is_by_poet(lines, first) else first - 1
            over = lines[title] if title >= 0 else None
            if over is not None and over.kind is Kind.TEXT and over.width <= _VERSE and lines[title + 1].gap:
                lines[title] = replace(over, kind=Kind.RUBRIC)
            lines[first:i] = [replace(line, kind=Kind.RUBRIC) for line in lines[first:i]]
        first = i
    return lines


def _is_verse(lines: Sequence[Line], first: int, i: int) -> bool:
    """Whether line `i` goes on the verses that begin at `first`."""
    line = lines[i]
    plain = line.kind is Kind.TEXT and not line.doubled and not line.listed and 3 <= line.width <= _VERSE
    if plain and _METRE.fullmatch(line.text):
        return i == first or (line.gap == 0 and len(line.text) == len(lines[first].text))
    if not plain or re.search("[，。、；：！？“”（）\\d]|记者|本报", line.text):
        return False
    # A verse stands left of where a column would end, and the title of the poem over it apart.
    even = abs(line.width - lines[first].width) <= _EVEN or _is_by_poet(lines, first)
    return i == first or (line.gap == 0 and even)


def _is_by_poet(lines: Sequence[Line], first: int) -> bool:
    """Whether a line with the writer stands over line `first`, under a short one."""
    return first > 1 and lines[first - 1].kind is Kind.BYLINE and lines[first - 2].width <= _VERSE
