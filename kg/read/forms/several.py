"""Web pages that hold several articles in plain markup, without <article>: where one ends and the next begins.

An article begins at a head right over a text that a dateline opens, or under which the writer stands. Where heads are
set alike, also at one that has the fields of the site like the first one, and behind a text that its writer ended. Then
heads set alike without a sign begin articles, too. Where nobody signs, headings set alike from the first line of the
page on begin articles if each says what its own text says, and the texts are of other things.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.language.lexicon import word_set
from kg.read.forms.heads import Head, day, heads, tells
from kg.read.forms.shown import BOLD, PLAIN, Shown, between, lines
from kg.read.overlap import coverage, shared

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SHORT_TITLE, _LIKELY, _ALIEN = 6, 0.35, 0.1


@dataclass(frozen=True, slots=True)
class Part:
    """An article of a web page: a page of its own, what stands over it, and its ISO day, as far as the page shows."""

    html: str
    title: str = ""
    day: str | None = None


def articles_of(tree: HtmlElement) -> list[Part]:
    """The articles of a page; one that is all of the page, without what other pages and readers say, has no title."""
    from lxml import html  # noqa: PLC0415  only web pages need it

    shown = lines(tree)
    found = list(heads(shown))
    starts = _starts(found, shown)
    places = [found[k].titles[0].at for k in starts]
    stop = _end(shown, found[starts[-1]].body[0].at if starts else 0)
    printed = day([line for line in shown if stop is None or line.at < stop])
    if len(starts) < 2:
        whole = between(tree, 0, stop)
        own = found[0].day if found else None
        return [Part(html.tostring(whole, encoding="unicode"), _title(tree, found), own or printed)]
    if _tells_before(shown, found[0]):
        places[0] = 0
    ends = [*places[1:], stop]
    return [
        Part(
            html.tostring(between(tree, start, end), encoding="unicode"),
            " ".join(line.text for line in found[k].titles),
            found[k].day or printed,
        )
        for k, start, end in zip(starts, places, ends, strict=True)
    ]


def _title(tree: HtmlElement, found: Sequence[Head]) -> str:
    """The title of a page of one article: its highest heading with those that touch it, or ""."""
    told = (" ".join(one.text_content().split()) for tag in ("h1", "h2", "h3") for one in tree.iter(tag))
    highest = next(filter(None, told), "")
    head = next((head for head in found if any(line.text == highest for line in head.titles)), None)
    if head is None:
        return highest
    # A heading of many that are set alike is one inside the text, if another line over it may be the title.
    alike = sum(other.title.style == head.title.style for other in found) > 1
    return " ".join(line.text for line in (head.over[:1] if alike and head.over else head.titles))


def _tells_before(shown: Sequence[Shown], head: Head) -> bool:
    """Whether a text stands over a head."""
    return any(tells(line) for line in shown if line.at < head.lines[0].at)


def _end(shown: Sequence[Shown], start: int) -> int | None:
    """Where, behind an article that begins at `start`, other pages are named or readers speak."""
    names = word_set("related_headings") | word_set("comment_headings")
    behind = (line for line in shown if line.at > start and line.text.rstrip("：:") in names and line.rank < PLAIN)
    return next((line.at for line in behind), None)


def _starts(found: Sequence[Head], shown: Sequence[Shown]) -> list[int]:
    """The places of the heads with which articles begin."""
    if not found:
        return []
    starts = [0, *(k for k in range(1, len(found)) if _begins(found, k))]
    if len(starts) == 1:
        unsigned = not _tells_before(shown, found[0]) and _are_unsigned(found)
        return list(range(len(found))) if unsigned else starts
    styles = {found[k].title.style for k in starts}
    if len(styles) == 1 and found[0].title.rank < PLAIN:
        alike = (k for k, head in enumerate(found) if head.title.style in styles and head.is_long)
        starts = sorted({*starts, *(k for k in alike if not found[k].is_subhead)})
    return starts


def _begins(found: Sequence[Head], k: int) -> bool:
    """Whether an article begins with a head behind another one."""
    first, before, head = found[0], found[k - 1], found[k]
    if head.is_subhead:
        return False
    if head.is_opened or (head.is_long and head.is_written):
        return True
    framed = head.is_framed and first.is_framed
    return head.title.style == first.title.style and head.is_long and (framed or (before.is_ended and head.is_ended))


def _are_unsigned(found: Sequence[Head]) -> bool:
    """Whether heads over texts that nobody signs begin articles: set alike, and each of its own subject."""
    styles = {head.title.style for head in found}
    if len(found) < 2 or len(styles) > 1 or found[0].title.rank > BOLD or any(len(head.lines) > 1 for head in found):
        return False
    return all(
        head.is_long and not head.is_subhead and len(head.title.text) >= _SHORT_TITLE and _is_of(head, before)
        for head, before in zip(found, (None, *found), strict=False)
    )


def _is_of(head: Head, before: Head | None) -> bool:
    """Whether a title says what its text says, and rather that than what the text before says."""
    here = coverage(head.title.text, head.text)
    if before is None:
        return here >= _LIKELY
    other = coverage(head.title.text, before.text)
    return here >= _LIKELY and here > other and shared(head.text, before.text) < _ALIEN
