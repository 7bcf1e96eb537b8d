"""Boxes and captions: whose they are, and what of them is read with the article.

A box tells facts beside an article, and a caption may name a firm; both go behind the body as paragraphs of their own,
so that nothing stands inside the body that is not its text. A photographer is left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.read import furniture
from kg.read.block import Block
from kg.read.glyphs import Glyphs
from kg.read.lines import Kind
from kg.read.overlap import shared
from kg.read.story import Story

# All asides of an article together are at most this part of its text; else it would be more box than article.
_PART = 0.22
# What the words of a picture share with the article beside which it stands, if it is that article's.
_ALIEN, _NAME = 0.12, 6


@dataclass(frozen=True, slots=True)
class Aside:
    """Something beside an article. what: "box" or "caption". line: where it begins in the file."""

    what: str
    line: int
    glyphs: Glyphs


def asides(blocks: Sequence[Block], stories: Sequence[Story]) -> list[tuple[Aside, ...]]:
    """For each story what stands beside it, in the page's order.

    A box inside a story is that story's; one between two is of the story with which it shares more words, the later
    one where that does not tell.
    """
    found: list[list[Aside]] = [[] for _ in stories]
    for place, block in enumerate(blocks):
        if block.kind not in (Kind.BOX, Kind.CAPTION) or not stories:
            continue
        n = _owner(place, block, stories)
        if _strange(place, block, stories, n):
            continue
        found[n] += [aside for aside in _read(block) if _fits(aside, found[n], stories[n])]
    return [tuple(items) for items in found]


def _owner(place: int, block: Block, stories: Sequence[Story]) -> int:
    before = max((n for n, story in enumerate(stories) if story.before < place), default=0)
    after = min(before + 1, len(stories) - 1) if stories[before].before < place else before
    if place < stories[before].after or before == after:
        return before
    scores = {n: shared(block.text, stories[n].text) for n in (before, after)}
    return before if scores[before] > scores[after] else after


def _strange(place: int, block: Block, stories: Sequence[Story], n: int) -> bool:
    """Whether a picture between the articles of a page has nothing to do with the one that it would fall to."""
    inside = stories[n].before < place < stories[n].after
    alien = block.kind is Kind.CAPTION and shared(block.text, stories[n].text) < _ALIEN
    return len(stories) > 1 and alien and not inside


def _read(block: Block) -> list[Aside]:
    if block.kind is Kind.BOX and len(block.lines) == 1 and len(block.text) <= _NAME:
        return []  # the name of a box whose text is an article
    if block.kind is Kind.BOX:
        return [Aside("box", block.lines[0].number, block.glyphs)]
    found = []
    for line in block.lines:
        end = furniture.caption_end(line.text)
        if end:
            found.append(Aside("caption", line.number, line.glyphs[:end]))
    return found


def _fits(aside: Aside, others: Sequence[Aside], story: Story) -> bool:
    length = len(aside.glyphs) + sum(len(other.glyphs) for other in others)
    return length <= _PART * (len(story.text) + length)
