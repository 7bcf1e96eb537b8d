"""Blocks to stories: which blocks are one article's body, and which titles it may have."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.read import furniture
from kg.read.block import Block
from kg.read.layout import FLAT
from kg.read.lines import Kind
from kg.read.story import Story, coverage, tells

_APART = 3.0
_SURE = 0.5


def cut(blocks: Sequence[Block], *, single: bool = False) -> list[Story]:
    """The stories of a page, without titles, in the order in which they begin.

    A story begins at the first text and wherever a later text cannot belong to the story before: behind a dateline,
    a heading, a closing byline, a jump line, or a title that is the title of what stands before it or after it.
    With `single` the whole page is known to be one story.
    """
    stories: list[Story] = []
    for i, block in enumerate(blocks):
        if block.kind is Kind.CLOSING and stories:
            stories[-1] = _longer(stories[-1], block, i)
        if block.kind is not Kind.TEXT:
            continue
        why = _boundary(blocks, stories, i)
        if why and not (single and stories):
            stories.append(Story((block,), (i,), why))
        else:
            stories[-1] = _longer(_with_subheads(blocks, stories[-1], i), block, i)
    return stories if single else _split_orphans(blocks, stories)


def between(blocks: Sequence[Block], story: Story, i: int) -> list[Block]:
    """The blocks after what is read of `story` and before block `i`."""
    return list(blocks[story.after + 1 : i])


def _longer(story: Story, block: Block, i: int) -> Story:
    return replace(story, body=(*story.body, block), places=(*story.places, i))


def _with_subheads(blocks: Sequence[Block], story: Story, i: int) -> Story:
    """A short line between two finished paragraphs of one article is a heading inside it; it stays in the text."""
    if not story.body[-1].finished:
        return story
    for k in range(story.after + 1, i):
        if blocks[k].kind is Kind.HEADING:
            story = _longer(story, replace(blocks[k], kind=Kind.TEXT, why="subhead"), k)
    return story


def _boundary(blocks: Sequence[Block], stories: Sequence[Story], i: int) -> str:
    """Why a new story begins with block `i`, or ""."""
    block = blocks[i]
    if not stories:
        return "the first text of the file"
    if block.opened:
        return "a dateline"
    story = stories[-1]
    gap = between(blocks, story, i)
    kinds = [other.kind for other in gap]
    if Kind.HEADING in kinds and any(b.kind is Kind.HEADING and not b.why for b in gap):
        return "a heading"
    last = story.body[-1]
    if last.kind is Kind.CLOSING or furniture.ends_with_byline(last.text):
        return "the article before ends with its reporter's name"
    if Kind.JUMP in kinds or Kind.CONTINUED in kinds:
        return "the article before goes on on another page"
    return _behind_title(blocks, stories, i) if last.finished else ""


def _behind_title(blocks: Sequence[Block], stories: Sequence[Story], i: int) -> str:
    """Why the text behind a title is another article's, or "" if the title only stands inside an article."""
    story = stories[-1]
    gap = between(blocks, story, i)
    titles = [b for b in gap if b.kind is Kind.HEADING]
    if not titles or _goes_on(story, blocks[i]):
        return ""
    wrapped = blocks[i].column < FLAT
    if len(titles) > 1 and (wrapped or story.body[0].opened):
        return "two titles before it, one of the article before"
    if wrapped and len(titles[0].lines) > 1:
        return "a title of several lines before it"
    kinds = [other.kind for other in gap]
    if Kind.BYLINE in kinds and kinds.index(Kind.HEADING) < kinds.index(Kind.BYLINE):
        return "a title and a byline before it"
    if not wrapped or _titled_before(blocks, stories):
        return ""
    return "the title before it is of the article before" if tells(titles[0].text, story.text) else ""


def _titled_before(blocks: Sequence[Block], stories: Sequence[Story]) -> bool:
    """Whether the last story has its title before it, and not only behind it the title of the one before."""
    story = stories[-1]
    above = [b for b in blocks[: story.before] if b.kind in (Kind.HEADING, Kind.TEXT, Kind.BYLINE)]
    if not above or above[-1].kind is Kind.TEXT:
        return False
    other = coverage(above[-1].text, stories[-2].text) if len(stories) > 1 else 0.0
    return other < _SURE or other < coverage(above[-1].text, story.text)


def _goes_on(story: Story, block: Block) -> bool:
    """Whether the text begins with somebody who speaks, and whom the story has named: 「陆一峰说，…」."""
    match = furniture.SPEAKER.match(block.text)
    return match is not None and match.group(1) in story.text


def _split_orphans(blocks: Sequence[Block], stories: Sequence[Story]) -> list[Story]:
    """A title too many between two datelines: the story before it holds a second one, set in a column of its own."""
    found: list[Story] = []
    for n, story in enumerate(stories):
        end = stories[n + 1].before if n + 1 < len(stories) else len(blocks)
        titles = [b for b in blocks[story.after + 1 : end] if b.kind is Kind.HEADING]
        following = stories[n + 1] if n + 1 < len(stories) else None
        found += _halves(story, [t for t in titles if not _belongs(t, story) and not _belongs(t, following)])
    return found


def _belongs(title: Block, story: Story | None) -> bool:
    return story is not None and coverage(title.text, story.text) >= _SURE


def _halves(story: Story, orphans: Sequence[Block]) -> list[Story]:
    for k in range(1, len(story.body)) if orphans else ():
        before, here = story.body[k - 1], story.body[k]
        apart = here.column < FLAT and abs(_column(story.body[:k]) - _column(story.body[k:])) >= _APART
        if before.finished and here.lines[0].gap and apart and furniture.BEGINS_WITH_DAY.match(here.text):
            why = "a title too many on the page, another column's width, and a day at its beginning"
            first = replace(story, body=story.body[:k], places=story.places[:k])
            return [first, Story(story.body[k:], story.places[k:], why)]
    return [story]


def _column(body: Sequence[Block]) -> float:
    """The width of the full lines of some blocks."""
    widths = sorted(line.width for block in body for line in block.lines)
    return widths[int(0.6 * (len(widths) - 1))]
