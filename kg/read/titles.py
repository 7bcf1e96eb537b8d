"""Which title is which story's: by what both say, and by where they stand."""

from __future__ import annotations

from collections.abc import Sequence

from kg.read.block import Block
from kg.read.lines import Kind
from kg.read.overlap import coverage
from kg.read.story import Story

# A title beside a story is its title unless another fits; one elsewhere has to say what the story says.
_ENOUGH = 0.9
_MARKED = 10.0


def assign(blocks: Sequence[Block], stories: Sequence[Story]) -> list[tuple[int, ...]]:
    """For each story the places of the blocks that are its title, in reading order.

    The pair of title and story that fits best is settled first. Then lines that are left over join the title that
    they touch: a kicker or subtitle set apart by a blank line.
    """
    used = {place for story in stories for place in story.places}
    free = [i for i, b in enumerate(blocks) if b.kind is Kind.HEADING and i not in used]
    first_titled = bool(free) and bool(stories) and free[0] < stories[0].before
    scored = sorted((-_fit(blocks, stories, (i, n), first_titled), i, n) for i in free for n in range(len(stories)))
    owner: dict[int, int] = {}
    for score, i, n in scored:
        if -score >= _ENOUGH and i not in owner and n not in owner.values():
            owner[i] = n
    _join_neighbours(blocks, free, owner)
    return [tuple(i for i in free if owner.get(i) == n) for n in range(len(stories))]


def _fit(blocks: Sequence[Block], stories: Sequence[Story], pair: tuple[int, int], first_titled: bool) -> float:
    """How well a block is the title of a story: what it says three times, then where it stands."""
    place, n = pair
    block, story = blocks[place], stories[n]
    above = n == 0 or place > stories[n - 1].after
    below = n + 1 == len(stories) or place < stories[n + 1].before
    near = (place < story.before and above) or (place > story.after and below) or (story.before < place < story.after)
    if story.body[0].lines[0].brief:
        return 3 * coverage(block.text, story.text) - 1.0
    if not block.why and place < story.before and above:
        return _MARKED
    usual = first_titled == (place < story.before)
    return 3 * coverage(block.text, story.text) + (1.0 if near else -1.0) + (0.5 if near and usual else 0.0)


def _join_neighbours(blocks: Sequence[Block], free: Sequence[int], owner: dict[int, int]) -> None:
    for i in [*free, *reversed(free)]:
        if i in owner:
            continue
        for step in (-1, 1):
            k = i + step
            while 0 <= k < len(blocks) and blocks[k].kind in (Kind.BYLINE, Kind.RUBRIC):
                k += step
            if k in owner:
                owner[i] = owner[k]
                break
