"""Neighbouring lines that are one thing, and how they join."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.language.text import CLOSERS, seam
from kg.read import furniture
from kg.read.glyphs import Glyphs, joined
from kg.read.lines import Kind, Line

STOPS = "。；：;…"
CRIES = "！？!?"
_OPEN_BRACKET = re.compile(r"[（(][^（()）。]*(?:记者|通讯员)[^（()）。]*$")
_ROLES = ("通讯员", "实习生", "记者")  # which a break may cut in two
_CUTS = tuple((role[:n], role[n:]) for role in _ROLES for n in range(1, len(role)))
_LAST_NAME = re.compile(r"(?<=[\s、])[\u4e00-\u9fff]{1,4}$")
_FIRST_NAME = re.compile(r"[\u4e00-\u9fff]+(?=[\s、）)])")


@dataclass(frozen=True, slots=True)
class Block:
    """Neighbouring lines that are one thing. kind: TEXT for what is read on, HEADING for a title, else as the lines.

    column: the width of the column that they stand in. opened: a dateline begins here. why: what made it a title.
    """

    kind: Kind
    lines: tuple[Line, ...]
    column: float
    opened: bool = False
    why: str = ""

    @property
    def glyphs(self) -> Glyphs:
        """Its lines in one: with the hard breaks of a body taken out, or those of a title turned into spaces."""
        if self.kind is Kind.HEADING:
            return joined([line.glyphs for line in self.lines], lambda left, right: " ")
        return joined([line.glyphs for line in self.lines], body_seam)

    @property
    def text(self) -> str:
        """What it says."""
        return self.glyphs.text

    @property
    def finished(self) -> bool:
        """Whether its last line ends a sentence."""
        return finished_at(self.lines, len(self.lines) - 1)


@dataclass(frozen=True, slots=True)
class Page:
    """How a page is set. wrapped: its lines break inside sentences. spacing: blank lines between lines that run on.

    indented: its paragraphs begin with white space.
    """

    wrapped: bool
    spacing: int
    indented: bool


def finished(text: str) -> bool:
    """Whether a line ends with the end of a sentence, closing quotes and brackets let aside."""
    bare = text.rstrip(CLOSERS + "\"'")
    if bare != text and bare[-1:] not in STOPS + CRIES:
        return text.endswith(("）", ")")) and furniture.ends_with_byline(text)
    return text.endswith(("（完）", "(完)")) or bare[-1:] in STOPS + CRIES


def finished_at(lines: Sequence[Line], i: int) -> bool:
    """Whether line `i` ends a sentence; of 「……。（记者 李\n文达）」 the second does: it opens on the first."""
    text = lines[i].text
    opened = i > 0 and text.endswith(("）", ")")) and not re.search("[（(]", text)
    return finished(lines[i - 1].text + text if opened else text)


def body_seam(left: str, right: str) -> str:
    """What stands between two lines of a body: nothing, but for a space between Latin words and between two names.

    In 「（记者 杨依军\n赵博）」 the break is between two reporters, in 「（记者 石成\n砚）」 inside a name.
    """
    for begin, end in _CUTS:
        if left.endswith(begin) and right.startswith(end):
            return ""
    if _OPEN_BRACKET.search(left[-60:]):
        before, after = _LAST_NAME.search(left), _FIRST_NAME.match(right)
        if before and after and len(before.group()) > 1 and len(after.group()) > 1:
            return " "
    return seam(left, right)
