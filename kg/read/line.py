"""A line of a page."""

from __future__ import annotations

from dataclasses import dataclass

from kg.read.glyphs import Glyphs
from kg.read.kinds import Kind


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank.

    number: its number in the file, from 1. glyphs: what it says, cleaned of overprint, spacing and markup. gap: how
    many blank lines come before it (`EDGE` before the first). indented: white space before its first character.
    doubled: it was printed twice over. level: of a heading of Markdown, from 1. width: in full-width characters.
    listed: a row of a list or table, never a title. spaced: what it says, its spaces as they are printed. brief: the
    first line of an item of a digest. alone: its kind by itself, whatever stands around it.
    """

    number: int
    glyphs: Glyphs
    kind: Kind
    gap: int
    indented: bool
    doubled: bool
    width: float
    level: int = 0
    listed: bool = False
    spaced: str = ""
    brief: bool = False
    alone: Kind = Kind.TEXT

    @property
    def text(self) -> str:
        """What it says."""
        return self.glyphs.text
