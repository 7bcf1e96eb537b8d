"""Blocks to stories: which blocks are one article's body, and which titles it may have."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.language.lexicon import word_set, words
from kg.read import furniture
from kg.read.block import Block
from kg.read.layout import FLAT
from kg.read.lines import Kind
from kg.read.orphans import split
from kg.read.overlap import coverage, shared, tells
from kg.read.story import Story
from kg.say import say

_SURE, _OF_WORDS = 0.5, 6
# What a title shares with the text behind it, and that text with the story before, if it begins another article.
_LIKELY, _ALIEN, _OTHER = 0.35, 0.1, 0.05
_SAME, _SAME_BEHIND_TITLE = 0.25, 0.09


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
            stories[-1] = _longer(_with_subheads(blocks, stories, i), block, i)
    return stories if single else split(blocks, stories)


def between(blocks: Sequence[Block], story: Story, i: int) -> list[Block]:
    """The blocks after what is read of `story` and before block `i`."""
    return list(blocks[story.after + 1 : i])


def _longer(story: Story, block: Block, i: int) -> Story:
    return replace(story, body=(*story.body, block), places=(*story.places, i))


def _with_subheads(blocks: Sequence[Block], stories: Sequence[Story], i: int) -> Story:
    """A line between two finished paragraphs of one article that is not its title is a heading inside it.

    A heading stays in the text.
    """
    story = stories[-1]
    if not story.body[-1].finished:
        return story
    for k in range(story.after + 1, i):
        if blocks[k].kind is Kind.HEADING and len(blocks[k].lines) == 1 and not _is_own(blocks, stories, blocks[k], i):
            story = _longer(story, replace(blocks[k], kind=Kind.TEXT, why="subhead"), k)
    return story


def _boundary(blocks: Sequence[Block], stories: Sequence[Story], i: int) -> str:
    """Why a new story begins with block `i`, or ""."""
    block = blocks[i]
    if not stories:
        return say("the first text of the file")
    if block.opened:
        return say("a dateline")
    story = stories[-1]
    gap = between(blocks, story, i)
    kinds = [other.kind for other in gap]
    if Kind.HEADING in kinds and any(b.kind is Kind.HEADING and not b.why for b in gap):
        return say("a heading")
    if _is_noted(block):
        return ""
    if why := _ended(story.body[-1], kinds):
        return why
    return (_announced(gap) or _behind_title(blocks, stories, i)) if story.body[-1].finished else ""


def _ended(last: Block, kinds: Sequence[Kind]) -> str:
    """Why nothing of an article stands behind its last block, or ""."""
    if last.kind is Kind.CLOSING or furniture.ends_with_byline(last.text):
        return say("the article before ends with its reporter's name")
    if Kind.JUMP in kinds or Kind.CONTINUED in kinds:
        return say("the article before goes on on another page")
    if last.finished and kinds[:1] == [Kind.BYLINE] and Kind.HEADING in kinds:
        return say("the article before ends with its reporter's name")
    return ""


def _is_noted(block: Block) -> bool:
    """「编后：……」 belongs to the letter before it, whoever signed that."""
    return block.text.startswith(words("editor_notes"))


def _announced(gap: Sequence[Block]) -> str:
    """Why a text begins a story behind a finished one, by what is announced between them."""
    if any(block.kind is Kind.HEADING and furniture.is_notice(block.text) for block in gap):
        return say("the title of a notice")
    columns = [k for k, block in enumerate(gap) if block.kind is Kind.RUBRIC]
    titled = any(
        gap[k].lines[0].gap
        and {block.kind for block in gap[k + 1 :]} <= {Kind.HEADING}
        and (k + 1 < len(gap) or gap[k].text in word_set("commentaries"))
        for k in columns
    )
    return say("the name of a column before it") if titled else ""


def _behind_title(blocks: Sequence[Block], stories: Sequence[Story], i: int) -> str:
    """Why the text behind a title is another article's, or "" if the title only stands inside an article."""
    story = stories[-1]
    gap = between(blocks, story, i)
    kinds = [other.kind for other in gap]
    titles = [other for other in gap if other.kind is Kind.HEADING]
    if not titles or _goes_on(story, blocks[i]):
        return ""
    if Kind.BYLINE in kinds and kinds.index(Kind.HEADING) < kinds.index(Kind.BYLINE):
        return say("a title and a byline before it")
    # The title of a body may be set into its middle: then it says what stands before, and the subject goes on.
    own = _is_own(blocks, stories, titles[0], i) and Kind.BOX not in kinds
    if len(titles) == 1 and shared(behind(blocks, i), story.text) >= (_SAME_BEHIND_TITLE if own else _SAME):
        return ""
    return _by_shape(blocks, story, titles, i) or _by_words(blocks, stories, _telling(blocks, titles, i), i)


def _telling(blocks: Sequence[Block], titles: Sequence[Block], i: int) -> Block:
    """Of a kicker and the title under it the one that says more of the text behind them."""
    text = behind(blocks, i)
    return max(titles, key=lambda title: coverage(title.text, text))


def _by_shape(blocks: Sequence[Block], story: Story, titles: Sequence[Block], i: int) -> str:
    """A heading inside an article is one line; in features set without hard breaks it may be more."""
    if blocks[i].column >= FLAT and not story.body[0].opened:
        return ""
    if len(titles) > 1:
        return say("two titles before it, one of the article before")
    return say("a title of several lines before it") if len(titles[0].lines) > 1 else ""


def _by_words(blocks: Sequence[Block], stories: Sequence[Story], title: Block, i: int) -> str:
    """A single line is a title by what it says and what the texts around it say."""
    story = stories[-1]
    below = _titles_below(blocks, stories) and coverage(title.text, story.text) >= _SURE
    told = tells(title.text, story.text) or (below and len(title.text) >= _OF_WORDS)
    if blocks[i].column < FLAT and not _titled_before(blocks, stories) and told:
        return say("the title before it is of the article before")
    announced = any(title.text in other.text for other in blocks[: story.before] if other.kind is Kind.HEADING)
    fresh = not announced and _fresh(title.text, behind(blocks, i), story)
    dated = furniture.BEGINS_WITH_DAY.match(blocks[i].text) and furniture.BEGINS_WITH_DAY.match(story.text)
    if not fresh and dated and not announced:
        fresh = _of_another_day(title.text, behind(blocks, i), story)
    return say("a title before it, and another subject") if fresh else ""


def _titles_below(blocks: Sequence[Block], stories: Sequence[Story]) -> bool:
    """Whether the titles of the page stand below their texts: over the first there is none."""
    return len(stories) > 1 and not any(block.kind is Kind.HEADING for block in blocks[: stories[0].before])


def _is_own(blocks: Sequence[Block], stories: Sequence[Story], title: Block, i: int) -> bool:
    """Whether a title behind the text of the last story, before block `i`, is that story's."""
    here = coverage(title.text, stories[-1].text)
    likely = here >= _SURE or (here >= _LIKELY and here > coverage(title.text, behind(blocks, i)))
    return likely and not _titled_before(blocks, stories)


def _fresh(title: str, text: str, story: Story) -> bool:
    """Whether a title says what the text behind it says rather than the story before, and that text is of other things.

    News with a dateline seldom has headings inside, so there a change of subject is enough.
    """
    there, here, common = coverage(title, text), coverage(title, story.text), shared(text, story.text)
    likely = there >= _LIKELY and there > here and common < _ALIEN
    return likely or (story.body[0].opened and common < _OTHER and here < _LIKELY)


def _of_another_day(title: str, text: str, story: Story) -> bool:
    """Whether a title between two texts that open with a day says what the one behind it says, and not the other.

    Items of a week's review tell of the same people, so that more of their words are the same.
    """
    there, here = coverage(title, text), coverage(title, story.text)
    return there >= _SURE and there > here and shared(text, story.text) < _SAME


def behind(blocks: Sequence[Block], i: int) -> str:
    """The text from block `i` to the next title or dateline."""
    end = next(
        (k for k in range(i + 1, len(blocks)) if blocks[k].opened or blocks[k].kind is Kind.HEADING), len(blocks)
    )
    return "".join(block.text for block in blocks[i:end] if block.kind is Kind.TEXT)


def _titled_before(blocks: Sequence[Block], stories: Sequence[Story]) -> bool:
    """Whether the last story has its title before it, and not only behind it the title of the one before."""
    story = stories[-1]
    above = [b for b in blocks[: story.before] if b.kind in (Kind.HEADING, Kind.TEXT, Kind.BYLINE)]
    if not above or above[-1].kind is Kind.TEXT:
        return False
    other = coverage(above[-1].text, stories[-2].text) if len(stories) > 1 else 0.0
    return other < _SURE or other < coverage(above[-1].text, story.text)


def _goes_on(story: Story, block: Block) -> bool:
    """Whether the text begins with somebody who speaks, and whom the story has named: 「王建国说，…」."""
    match = furniture.SPEAKER.match(block.text)
    return match is not None and match.group(1) in story.text
