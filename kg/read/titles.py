"""Which title is which story's: by what both say, and by where they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kg.language.classes import one_of
from kg.language.lexicon import any_of, pattern, words
from kg.read import headers
from kg.read.block import Block
from kg.read.glyphs import Glyphs
from kg.read.lines import Kind
from kg.read.overlap import coverage
from kg.read.story import Story

# A title beside a story is its title unless another fits; one elsewhere has to say what the story says.
_ENOUGH = 0.9
# How much of a line of a title the text has to say before other lines are doubted, and how long names of papers are.
_SAID, _DOUBTED, _OF_PAPER, _NAME = 0.4, 0.3, 0.7, 12
# How little of the title of a picture the text under it says, and how much the text before; its letters.
_UNSAID, _ELSEWHERE, _FEW = 0.1, 0.5, 4
_SEEN = re.compile(rf"[\u4e00-\u9fff“”《》·]{{2,14}}(?:{one_of('ends_of_pictures')})")
_PRINTED = re.compile(r"版(?:$|[\s：:])|第?\s?\d{1,5}\s?期|(?:昨天|今天)$|\d{4}[-/.年]\d{1,2}|^[A-Za-z .&-]{1,60}$")
_MARKED = 10.0


@cache
def _marks() -> re.Pattern[str]:
    tags = any_of(words("title_tags"))
    return re.compile(rf"\A(?:[●■◆▲►▶▍▌┃❏◎□○]\s*|(?:\[|【|［)(?:{tags})(?:\]|】|］)\s*|(?:转帖|转载|原创)[：:]\s*)+")


def bare(title: Glyphs) -> Glyphs:
    """A title without the bullet or the mark of a site before it: 「[转帖]……」."""
    return title.drop(_marks()) if _marks().sub("", title.text) else title


def own_lines(blocks: Sequence[Block], body: str, before: str = "") -> list[Glyphs]:
    """The lines of a title without those of the page's header that run into it, each once.

    before: what is told before the title, of which a line over it may be a picture's.
    """
    once = {line.text: line.glyphs for block in blocks for line in block.lines}
    lines = [once[text] for text in once if not any(text != other and other.startswith(text) for other in once)]
    said = [coverage(line.text, body) for line in lines]
    best = max(range(len(lines)), key=lambda k: (said[k], -k), default=0)
    if not lines or said[best] < _SAID:
        return lines
    return [
        line
        for k, line in enumerate(lines)
        if k == best
        or not (_is_strange(line.text, said[k], k < best) or (k < best and _is_picture(line.text, said[k], before)))
    ]


def _is_picture(text: str, said: float, before: str) -> bool:
    """Whether a line over a title is of a picture: 「远航大桥全景」, or what the text before says; its own does not."""
    seen = said < _DOUBTED and bool(_SEEN.fullmatch(text))
    return seen or (said < _UNSAID and len(text) >= _FEW and coverage(text, before) >= _ELSEWHERE)


def _is_strange(text: str, said: float, above: bool) -> bool:
    """Whether a line of a title that says little of the text is more likely the name of a paper, page or account."""
    if said >= (_OF_PAPER if headers.is_paper(text) and above else _DOUBTED):
        return False
    named = bool(_PRINTED.search(text) or pattern("account_words").search(text)) or headers.is_paper(text)
    return named and (above or len(text) <= _NAME)


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
    nearer = [other for other in blocks[place + 1 : story.before] if other.kind is Kind.HEADING]
    said = coverage(block.text, story.text) if nearer else 0.0
    if any(coverage(other.text, story.text) >= said for other in nearer) and _parted(blocks, place, story):
        return 3 * coverage(block.text, story.text) - 1.0
    usual = first_titled == (place < story.before)
    return 3 * coverage(block.text, story.text) + (1.0 if near else -1.0) + (0.5 if near and usual else 0.0)


def _parted(blocks: Sequence[Block], place: int, story: Story) -> bool:
    """Whether the page's header stands between a title and a story below it."""
    return any(block.kind in (Kind.MASTHEAD, Kind.FRAME) for block in blocks[place + 1 : story.before])


def _join_neighbours(blocks: Sequence[Block], free: Sequence[int], owner: dict[int, int]) -> None:
    for i in [*free, *reversed(free)]:
        if i in owner:
            continue
        for step in (-1, 1):
            k = i + step
            # The name of a column belongs to what stands below it.
            between = (Kind.BYLINE,) if step < 0 else (Kind.BYLINE, Kind.RUBRIC)
            while 0 <= k < len(blocks) and blocks[k].kind in between:
                k += step
            if k in owner:
                owner[i] = owner[k]
                break
