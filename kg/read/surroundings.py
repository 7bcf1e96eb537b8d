"""What the lines around the articles of a page say: day, source, editors, writers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.read import dates, frame
from kg.read.block import Block
from kg.read.kinds import Kind
from kg.read.story import Story

# A paper's header has a day and no clock, and no source.
_STAMPED = re.compile(r"\d{1,2}[:：]\d{2}|来源|正文|发布|时间")
_OF_SITES = ("menu", "source", "note", "button")
_AROUND = (Kind.FRAME, Kind.MASTHEAD)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around one article. printed: the ISO day over it, or None. sources, editors, writers: as written.

    stamped: the printed day is the one on which a site put out this very article. line: where in the file the first
    of them stands, from 1; 0 where nothing does.
    """

    printed: str | None = None
    sources: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    writers: tuple[str, ...] = ()
    stamped: bool = False
    line: int = 0


def surroundings(blocks: Sequence[Block], stories: Sequence[Story]) -> list[Surroundings]:
    """For each story what stands between the one before and itself, and behind it up to the next."""
    found = []
    for n, story in enumerate(stories):
        low = stories[n - 1].after if n else -1
        high = stories[n + 1].before if n + 1 < len(stories) else len(blocks)
        over = [block for block in blocks[low + 1 : story.before] if block.kind in _AROUND]
        under = [block for block in blocks[story.before : high] if block.kind in _AROUND]
        signed = [line.text for block in story.body if block.kind is Kind.CLOSING for line in block.lines]
        around = _read(over, under, alone=len(stories) == 1)
        own = next((day for text in signed if (day := dates.in_header(text))), None)
        # What a notice is signed with comes before a paper's header.
        day = around.printed if not own or (around.stamped and around.printed) else own
        found.append(replace(around, printed=day))
    # One stamp over several articles is that of the page.
    each = len(found) == 1 or all(around.printed for around in found)
    return found if each else [replace(around, stamped=False) for around in found]


def header_day(blocks: Sequence[Block]) -> str | None:
    """The ISO day of the first header or field that gives one."""
    texts = (line.text for block in blocks if block.kind in _AROUND for line in block.lines)
    return next((day for text in texts if (day := dates.in_header(text))), None)


def _read(over: Sequence[Block], under: Sequence[Block], *, alone: bool) -> Surroundings:
    above = [line for block in over for line in block.lines]
    below = [line for block in under for line in block.lines]
    dated = [*reversed(above), *(below if alone else ())]
    items = [item for line in above + below for item in _items(line.text)]
    own = [item for line in above for item in _items(line.text)]
    printed, stamp = next(((day, line.text) for line in dated if (day := dates.in_header(line.text))), (None, ""))
    first = min((line.number for line in above + below if _items(line.text)), default=0)
    sources = frame.values(own, "source") or frame.values(items, "source")
    return Surroundings(
        printed, sources, frame.values(items, "editor"), frame.values(items, "writer"),
        bool(_STAMPED.search(stamp)) or (alone and any(item.kind in _OF_SITES for item in items)), first,
    )  # fmt: skip


def _items(text: str) -> tuple[frame.Item, ...]:
    around = frame.frame_of(text)
    return (*around.before, *around.behind)
