"""What pages taught: the part of each line in an article, by weights of its signs (kg/read/signs.py).

A linear-chain conditional random field (Lafferty, McCallum and Pereira, 2001): `line_weights.tsv` tells for each sign
how much it speaks for a title, the first line of a body, a later one, or no article, and for each part how well it
follows another. tests/learn_lines.py makes the table from pages whose right cuts are known. The rules cut first
(kg/read/stories.py, kg/read/titles.py); lines are cut anew only where another cut is far likelier than theirs.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.language.lexicon import table
from kg.read.block import Block, Page
from kg.read.kinds import Kind
from kg.read.signs import Seen, looks
from kg.read.story import Story
from kg.read.titles import assign
from kg.say import say

# The parts of a line: of no article, of a title, first of a body, later in a body.
OTHER, TITLE, FIRST, LATER = range(4)
EDGE = 4  # before the first line and behind the last
NAMES = ("other", "title", "first", "later", "edge")
# By how much another cut of some lines has to be likelier than that of the rules, in hundredths of log-odds. On pages
# of other writers 53 of 62 such places between 300 and 600 become better; seeds/README.md has the figures.
_SURE = 450
_LONGEST = 2000  # lines: more is no page of a paper
_BESIDE = (Kind.BOX, Kind.CAPTION)  # goes behind the text that it stands in

if TYPE_CHECKING:
    from kg.read.scores import Table

Weights = tuple[int, ...]  # in hundredths: whole numbers have one sum on every machine
Cut = tuple[list[Block], list[Story], list[tuple[int, ...]]]


def parts_by_rules(blocks: Sequence[Block], stories: Sequence[Story], titles: Sequence[Sequence[int]]) -> list[int]:
    """The part of each line as the rules have it."""
    first = {story.before for story in stories}
    later = {place for story in stories for place in story.places}
    named = {place for places in titles for place in places}
    found = []
    for i, block in enumerate(blocks):
        part = TITLE if i in named else LATER if i in later else OTHER
        found += [FIRST if i in first and k == 0 else part for k in range(len(block.lines))]
    return found


def recut(blocks: Sequence[Block], stories: Sequence[Story], titles: list[tuple[int, ...]], page: Page) -> Cut:
    """The blocks, stories and titles of a page, cut anew where its signs say so."""
    if sum(len(block.lines) for block in blocks) > _LONGEST:
        return list(blocks), list(stories), titles
    known = parts_by_rules(blocks, stories, titles)
    found = _chosen(_sums(looks(blocks, page)), known)
    _keep_titles(found, known, _lines_of_titles(blocks, stories, titles))
    if found == known or FIRST not in found:
        return list(blocks), list(stories), titles
    pieces, begins = _pieces(blocks, found)
    anew = _stories(pieces, begins, stories)
    return pieces, anew, assign(pieces, anew)


def _lines_of_titles(
    blocks: Sequence[Block], stories: Sequence[Story], titles: Sequence[Sequence[int]]
) -> list[tuple[int, list[int]]]:
    """For each story with a title the first line of its body, and the lines of its title."""
    starts = [0]
    for block in blocks:
        starts.append(starts[-1] + len(block.lines))
    return [
        (starts[story.before], [line for i in places for line in range(starts[i], starts[i + 1])])
        for story, places in zip(stories, titles, strict=True)
        if places
    ]


def _keep_titles(found: list[int], known: Sequence[int], titled: Sequence[tuple[int, list[int]]]) -> None:
    """Where a story would be left without any title, that of the rules stays."""
    for first, lines in titled:
        over = first - 1
        while over >= 0 and found[over] == OTHER:
            over -= 1
        named = over >= 0 and lines[0] < first and found[over] == TITLE
        bare = found[first] == FIRST and not named and all(found[k] != TITLE for k in lines)
        for k in lines if bare else ():
            found[k] = known[k]


def parts(seen: Iterable[Sequence[str]], known: Sequence[int]) -> list[int]:
    """The parts of lines with such signs: as the rules have them (`known`), but where others are far likelier."""
    return _chosen([_scores(one) for one in seen], known)


def _chosen(own: Sequence[Sequence[int]], known: Sequence[int]) -> list[int]:
    """The same; own: what the signs of each line say for each part."""
    best, ruled, found = _likeliest(own), list(known), list(known)
    start = 0
    while start < len(best):
        if best[start] == known[start]:
            start += 1
            continue
        end = start + 1
        while end < len(best) and (best[end] != known[end] or best[end + 1 : end + 2] != ruled[end + 1 : end + 2]):
            end += 1
        before = best[start - 1] if start else EDGE
        behind = best[end] if end < len(best) else EDGE
        as_taught, as_ruled = (_told(own[start:end], [before, *some[start:end], behind]) for some in (best, ruled))
        if as_taught - as_ruled >= _SURE:
            found[start:end] = best[start:end]
        start = end
    return found


def _likeliest(own: Sequence[Sequence[int]]) -> list[int]:
    """The likeliest parts of lines, all together (Viterbi); own: what the signs of each say for each part."""
    if not own:
        return []
    follow = _following()
    best = [follow[EDGE, part] + score for part, score in enumerate(own[0])]
    back: list[list[int]] = []
    for scores in own[1:]:
        ways = [[best[a] + follow[a, b] for a in range(4)] for b in range(4)]
        back.append([max(range(4), key=way.__getitem__) for way in ways])
        best = [max(way) + score for way, score in zip(ways, scores, strict=True)]
    last = max(range(4), key=lambda part: best[part] + follow[part, EDGE])
    found = [last]
    for came in reversed(back):
        last = came[last]
        found.append(last)
    return found[::-1]


def _told(own: Sequence[Sequence[int]], parts: Sequence[int]) -> int:
    """What speaks for the parts of some lines; parts: these, and that before and that behind them."""
    follow = _following()
    between = sum(follow[pair] for pair in pairwise(parts))
    return between + sum(scores[part] for scores, part in zip(own, parts[1:-1], strict=True))


def _scores(seen: Sequence[str]) -> list[int]:
    weights = _weights()
    rows = [own for sign in seen if (own := weights.get(sign))]
    return [sum(column) for column in zip(*rows, strict=True)] or [0] * EDGE


def _sums(seen: Sequence[Seen]) -> list[list[int]]:
    """The same for all lines of a page, by what is seen of each."""
    return _table(tuple(seen[0])).sums(seen) if seen else []


@cache
def _table(names: tuple[str, ...]) -> Table:
    from kg.read.scores import Table  # noqa: PLC0415  numpy only where a page is cut

    return Table(_weights(), names)


@cache
def _weights() -> dict[str, Weights]:
    return {row[0]: tuple(map(_hundredths, row[1:])) for row in table("line_weights") if len(row) == 1 + EDGE}


@cache
def _following() -> dict[tuple[int, int], int]:
    """How well a part follows another."""
    rows = (row for row in table("line_weights") if len(row) == 3)
    return {(NAMES.index(before), NAMES.index(after)): _hundredths(weight) for before, after, weight in rows}


def _hundredths(weight: str) -> int:
    return round(100 * float(weight))


def _pieces(blocks: Sequence[Block], found: Sequence[int]) -> tuple[list[Block], set[int]]:
    """The blocks, cut where the part changes, with the kinds that go with it; and at which of them a body begins."""
    pieces: list[Block] = []
    begins: set[int] = set()
    n, reading = 0, False
    for block in blocks:
        start = 0
        for k in range(len(block.lines)):
            part = found[n + k]
            ends = k + 1 == len(block.lines) or found[n + k + 1] != (LATER if part == FIRST else part)
            if not ends:
                continue
            part = found[n + start]
            if part == FIRST or (part == LATER and not reading):
                begins.add(len(pieces))
            reading = reading or part in (FIRST, LATER)
            lines = block.lines[start : k + 1]
            pieces.append(_as(replace(block, lines=lines, opened=block.opened and not start), part))
            start = k + 1
        n += len(block.lines)
    return pieces, begins


def _as(block: Block, part: int) -> Block:
    """The block as what it is: a title, text of an article, or neither."""
    if part == TITLE:
        return replace(block, kind=Kind.HEADING, why=block.why or _why())
    if part == OTHER:
        return replace(block, kind=Kind.OTHER) if block.kind in (Kind.TEXT, Kind.HEADING, Kind.CLOSING) else block
    if block.kind in (Kind.TEXT, Kind.CLOSING) or (block.kind in _BESIDE and part == LATER):
        return block
    return replace(block, kind=Kind.TEXT, why="subhead" if block.kind is Kind.HEADING else "")


def _why() -> str:
    return say("as pages like this one have it")


def _stories(pieces: Sequence[Block], begins: set[int], known: Sequence[Story]) -> list[Story]:
    """The stories whose bodies begin at some pieces; those that the rules saw begin there, too, keep their reason."""
    why = {story.body[0].lines[0].number: story.why for story in known}
    found: list[Story] = []
    for i, piece in enumerate(pieces):
        if i in begins:
            told = why.get(piece.lines[0].number) or _why()
            found.append(Story((piece,), (i,), told))
        elif found and piece.kind in (Kind.TEXT, Kind.CLOSING):
            found[-1] = replace(found[-1], body=(*found[-1].body, piece), places=(*found[-1].places, i))
    return found


__all__ = ["FIRST", "LATER", "NAMES", "OTHER", "TITLE", "parts", "parts_by_rules", "recut"]
