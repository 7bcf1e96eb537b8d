"""A page to its articles: titles, reporters, days and places put on the bodies that were cut."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.model import Article
from kg.read import dates, places
from kg.read.asides import Aside, asides
from kg.read.block import Block, body_seam
from kg.read.cities import city_of
from kg.read.dateline import Dateline, read_dateline, read_reporters, reporters
from kg.read.glyphs import Glyphs, added, joined, runs
from kg.read.layout import blocks
from kg.read.lines import Kind, read_lines
from kg.read.places import Told
from kg.read.stories import cut
from kg.read.story import Story
from kg.read.titles import assign

_INDEPENDENT = (Kind.CLOSING,)


@dataclass(frozen=True, slots=True)
class Hints:
    """What is known about a document from outside: its day (ISO) and its paper's place, or None; a single article's
    title. single: the text is one article."""

    date: str | None = None
    place: str | None = None
    title: str | None = None
    single: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """An article before it knows its page's place and year."""

    title: str
    body: Glyphs
    dateline: Dateline | None
    reporters: tuple[str, ...]
    why: tuple[str, ...]


def read_page(raw: str, document: str, hints: Hints) -> list[Article]:
    """The articles of a decoded page, in the order in which their bodies begin."""
    page = blocks(read_lines(raw))
    stories = cut(page, single=hints.single)
    if not stories:
        page = [_told(block) for block in page]
        stories = cut(page, single=hints.single)
    titles = assign(page, stories)
    beside = asides(page, stories)
    drafts = [_draft(page, parts, hints) for parts in zip(stories, titles, beside, strict=True)]
    headers = [line.text for block in page if block.kind is Kind.MASTHEAD for line in block.lines]
    printed = hints.date or next((day for text in headers if (day := dates.in_header(text))), None)
    told = [Told(f"{draft.title}\n{draft.body.text}", draft.dateline) for draft in drafts]
    home = places.home_of_page(headers, told, hints.place)
    year = dates.year_of_page([item.text for item in told])
    return [
        _article(draft, f"{document}#{n}", (document, n), _Where(dates.Known(printed, *year), home, tuple(told)))
        for n, draft in enumerate(drafts)
    ]


def _told(block: Block) -> Block:
    """A caption or box that tells something is an article where the page has no other: 【图片新闻】…开幕。"""
    tells = block.kind in (Kind.CAPTION, Kind.BOX) and "。" in block.text
    return replace(block, kind=Kind.TEXT) if tells else block


@dataclass(frozen=True, slots=True)
class _Where:
    known: dates.Known
    home: places.Home
    told: tuple[Told, ...]


def _draft(page: Sequence[Block], parts: tuple[Story, tuple[int, ...], tuple[Aside, ...]], hints: Hints) -> Draft:
    story, title_places, beside = parts
    body = _body(story)
    titles = [page[i] for i in title_places]
    title = hints.title if hints.title is not None else " ".join(block.text for block in titles)
    names = read_reporters(body.text) or _bylines(page, story, title_places)
    told = [
        (story.body[0].lines[0].number, f"begins here: {story.why}"),
        (story.body[-1].lines[-1].number, "ends here"),
    ]
    told += [(block.lines[0].number, f"title: {block.why or 'marked as a heading'}") for block in titles]
    told += [(aside.line, f"{aside.what} beside it, put behind its text") for aside in beside]
    whole = joined([body, *(aside.glyphs for aside in beside)], lambda left, right: "\n")
    return Draft(title, whole, read_dateline(body.text), names, tuple(f"line {n}: {why}" for n, why in sorted(told)))


def _body(story: Story) -> Glyphs:
    """The text of a story: a paragraph a line, those that a column or page break had cut in one again."""
    parts: list[Glyphs] = []
    last: Block | None = None
    for block in story.body:
        if last is not None:
            apart = last.finished or last.why or block.why or block.kind in _INDEPENDENT
            parts.append(added("\n" if apart else body_seam(last.text, block.text)))
        parts.append(block.glyphs)
        last = block
    return joined(parts, lambda left, right: "")


def _bylines(page: Sequence[Block], story: Story, title_places: Sequence[int]) -> tuple[str, ...]:
    """The writers named on a line of their own, by the body or by its title."""
    near = {story.before, story.after, *title_places}
    found: list[str] = []
    for i, block in enumerate(page):
        if block.kind is Kind.BYLINE and any(_adjacent(page, i, place) for place in near):
            found += reporters(block.text) or reporters("记者 " + block.text.lstrip("□■●◆▲◎○★☆ "))
    return tuple(dict.fromkeys(found))


def _adjacent(page: Sequence[Block], i: int, place: int) -> bool:
    """Whether only titles stand between a byline and a block."""
    low, high = min(i, place) + 1, max(i, place)
    return all(block.kind in (Kind.HEADING, Kind.BYLINE) for block in page[low:high])


def _article(draft: Draft, identity: str, name: tuple[str, int], where: _Where) -> Article:
    own = Told(f"{draft.title}\n{draft.body.text}", draft.dateline)
    day, why_day = dates.day_of(draft.body.text, draft.dateline, where.known)
    city, why_city = city_of(own, where.home, where.told)
    reasons = [*draft.why, *(f"{what}: {why}" for what, why in _reasons(day, why_day, where.home, why_city) if why)]
    return Article(
        id=identity,
        document=name[0],
        index=name[1],
        title=draft.title,
        text=draft.body.text,
        date=day,
        place=where.home.place,
        city=city,
        reporters=draft.reporters,
        source_map=runs(draft.body),
        notes=tuple(reasons),
    )


def _reasons(day: str | None, why_day: str, home: places.Home, why_city: str) -> list[tuple[str, str]]:
    return [(f"date {day}", why_day), (f"place {home.place}", home.why), ("city", why_city)]
