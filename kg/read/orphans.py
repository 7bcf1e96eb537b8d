"""A title too many: the story before it holds a second article that nothing marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.read import furniture
from kg.read.block import Block
from kg.read.layout import FLAT
from kg.read.lines import Kind
from kg.read.overlap import coverage, shared
from kg.read.story import Story
from kg.say import say

_BELONGS = 0.5
_APART = 3.0
# A second article has little in common with the first.
_ALIEN = 0.12


def split(blocks: Sequence[Block], stories: Sequence[Story]) -> list[Story]:
    """The stories, those cut in two behind which stands a title that fits neither them nor what follows."""
    found: list[Story] = []
    for n, story in enumerate(stories):
        following = stories[n + 1] if n + 1 < len(stories) else None
        end = following.before if following else len(blocks)
        titles = [b for b in blocks[story.after + 1 : end] if b.kind is Kind.HEADING]
        # One title is the story's own or the next one's, whatever it says.
        orphans = [t for t in titles if len(titles) > 1 and not _belongs(t, story) and not _belongs(t, following)]
        found += _halves(story, orphans)
    return found


def _belongs(title: Block, story: Story | None) -> bool:
    return story is not None and coverage(title.text, story.text) >= _BELONGS


def _halves(story: Story, orphans: Sequence[Block]) -> list[Story]:
    places = [k for k in range(1, len(story.body)) if story.body[k - 1].finished and story.body[k].lines[0].gap]
    for k in places if orphans else ():
        other_column = story.body[k].column < FLAT and abs(_column(story.body[:k]) - _column(story.body[k:])) >= _APART
        if other_column and furniture.BEGINS_WITH_DAY.match(story.body[k].text):
            return _cut(
                story, k, say("a title too many on the page, another column's width, and a day at its beginning")
            )
    scored = [(coverage(orphan.text, _text(story.body[k:])), -k) for orphan in orphans for k in places]
    best, k = max(scored, default=(0.0, 0))
    if best >= _BELONGS and shared(_text(story.body[-k:]), _text(story.body[:-k])) < _ALIEN:
        return _cut(story, -k, say("a title behind it that only this text fits, and another subject"))
    return [story]


def _cut(story: Story, k: int, why: str) -> list[Story]:
    first = replace(story, body=story.body[:k], places=story.places[:k])
    return [first, Story(story.body[k:], story.places[k:], why)]


def _text(body: Sequence[Block]) -> str:
    return "".join(block.text for block in body)


def _column(body: Sequence[Block]) -> float:
    """The width of the full lines of some blocks."""
    widths = sorted(line.width for block in body for line in block.lines)
    return widths[int(0.6 * (len(widths) - 1))]
