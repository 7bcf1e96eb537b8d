"""A page to its articles: titles, reporters, days and places put on the bodies that were cut."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, replace

from kg.language.text import unify
from kg.model import Article
from kg.read import dates, papers, places
from kg.read.asides import Aside, asides
from kg.read.block import Block, body_seam
from kg.read.cities import city_of
from kg.read.dateline import Dateline, read_dateline, read_reporters, reporters, writers
from kg.read.glyphs import UNSEEN, Glyphs, added, joined, runs
from kg.read.layout import blocks, page_of
from kg.read.lines import Kind, read_lines
from kg.read.original import Original, original
from kg.read.places import Told
from kg.read.stories import cut
from kg.read.story import Story
from kg.read.surroundings import Surroundings, header_day, surroundings
from kg.read.taught import recut
from kg.read.titles import assign, bare, own_lines
from kg.say import say

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

    title: Glyphs
    body: Glyphs
    dateline: Dateline | None
    reporters: tuple[str, ...]
    around: Surroundings
    why: tuple[str, ...]


def read_page(raw: str, document: str, hints: Hints) -> list[Article]:
    """The articles of a decoded page, in the order in which their bodies begin."""
    script = original(unify(raw))
    lines = read_lines(script.folded)
    how = page_of(lines)
    page = blocks(lines, how)
    stories = cut(page, single=hints.single)
    if not stories:
        page = [_told(block) for block in page]
        stories = cut(page, single=hints.single)
    titles = assign(page, stories)
    if stories and not hints.single:
        page, stories, titles = recut(page, stories, titles, how)
    beside = asides(page, stories)
    around = surroundings(page, stories)
    drafts = [_draft(page, parts, hints) for parts in zip(stories, titles, beside, around, strict=True)]
    mastheads = [line for block in page if block.kind is Kind.MASTHEAD for line in block.lines]
    headers = [text for line in mastheads for text in dict.fromkeys((line.spaced, line.text))]
    named = [_homes(draft.around) for draft in drafts]
    printed = header_day(page)
    told = [Told(f"{draft.title.text}\n{draft.body.text}", draft.dateline) for draft in drafts]
    home = places.home_of_page(headers, told, hints.place, [place for found in named for place in found])
    said = [(draft.title.text, draft.body.text, draft.dateline) for draft in drafts]
    year = dates.year_of_page(said)
    year = year if year[0] else dates.year_of_header(headers)
    year = year if year[0] else dates.year_of_heads([draft.body.text for draft in drafts])
    last = None if printed else dates.day_of_page(said, year[0])
    articles = []
    for n, draft in enumerate(drafts):
        here = home if hints.place else places.own_home(told[n], named[n], home)
        known = dates.Known(
            hints.date or _own_day(draft) or printed,
            *year,
            stamped=draft.around.stamped,
            last=last,
        )
        articles.append(_article(draft, (document, n), _Where(known, here, tuple(told), script)))
    return articles


def _own_day(draft: Draft) -> str | None:
    """The ISO day that stands around an article, in its title, or behind it: as an agency's code, or in brackets."""
    behind = dates.in_code(draft.body.text) or dates.in_closing(draft.body.text)
    return draft.around.printed or dates.in_title(draft.title.text) or behind


def _homes(around: Surroundings) -> list[str]:
    """Where the papers named as the sources of an article are at home."""
    found = (papers.home_of_source(source) for source in around.sources)
    return [home for home in found if home and home != papers.COUNTRY]


def _told(block: Block) -> Block:
    """A caption or box that tells something is an article where the page has no other: 【图片新闻】…开幕。"""
    tells = block.kind in (Kind.CAPTION, Kind.BOX) and "。" in block.text
    return replace(block, kind=Kind.TEXT) if tells else block


@dataclass(frozen=True, slots=True)
class _Where:
    known: dates.Known
    home: places.Home
    told: tuple[Told, ...]
    script: Original


def _draft(
    page: Sequence[Block], parts: tuple[Story, tuple[int, ...], tuple[Aside, ...], Surroundings], hints: Hints
) -> Draft:
    story, title_places, beside, around = parts
    body = _body(story)
    titles = [page[i] for i in title_places]
    title = joined(list(map(bare, own_lines(titles, body.text, _before(page, title_places)))), lambda left, right: " ")
    title = added(unify(hints.title)).drop(UNSEEN) if hints.title is not None else title
    names = read_reporters(body.text) or _bylines(page, story, title_places) or _writers(around)
    told: list[tuple[int, str]] = [
        (story.body[0].lines[0].number, say("begins here: {why}", why=story.why)),
        (story.body[-1].lines[-1].number, say("ends here")),
    ]
    told += [
        (block.lines[0].number, say("title: {why}", why=block.why or say("marked as a heading"))) for block in titles
    ]
    told += [(aside.line, say("{what} beside it, put behind its text", what=aside.what)) for aside in beside]
    told += [(around.line, said) for said in _said(around)]
    whole = joined([body, *(aside.glyphs for aside in beside)], lambda left, right: "\n")
    return Draft(
        title,
        whole,
        read_dateline(body.text),
        names,
        around,
        tuple(say("line {n}: {why}", n=n, why=why) for n, why in sorted(told)),
    )


def _before(page: Sequence[Block], title_places: Sequence[int]) -> str:
    """The text and captions before a title, back to the title before."""
    first = title_places[0] if title_places else 0
    start = next((k + 1 for k in range(first - 1, -1, -1) if page[k].kind is Kind.HEADING), 0)
    return "".join(block.text for block in page[start:first] if block.kind in (Kind.TEXT, Kind.CAPTION))


def _writers(around: Surroundings) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for value in around.writers for name in reporters(f"记者 {value}")))


def _said(around: Surroundings) -> list[str]:
    """What the fields around an article say, for a person."""
    fields = ((say("source"), around.sources), (say("editors"), around.editors))
    return [say("{what}: {why}", what=name, why="、".join(said)) for name, said in fields if said]


def _body(story: Story) -> Glyphs:
    """The text of a story: a paragraph a line, those that a column or page break had cut in one again."""
    parts: list[Glyphs] = []
    last: Block | None = None
    for block in story.body:
        if last is not None:
            listed = last.lines[-1].listed or block.lines[0].listed
            apart = last.finished or listed or last.why or block.why or block.kind in _INDEPENDENT
            parts.append(added("\n" if apart else body_seam(last.text, block.text)))
        parts.append(block.glyphs)
        last = block
    return joined(parts, lambda left, right: "")


def _bylines(page: Sequence[Block], story: Story, title_places: Sequence[int]) -> tuple[str, ...]:
    """The writers named on a line of their own, by the body or by its title."""
    near = {story.before, story.after, *title_places}
    own = set(title_places)
    found: list[str] = []
    for i, block in enumerate(page):
        if block.kind is not Kind.BYLINE or (i < story.before and _closes(page, i)):
            continue
        if any(_adjacent(page, i, place, own) for place in near):
            found += writers(block.text)
    return tuple(dict.fromkeys(found))


def _closes(page: Sequence[Block], i: int) -> bool:
    """Whether a byline stands right behind a text and over a title: it is that text's."""
    over, under = page[i - 1] if i else None, page[i + 1] if i + 1 < len(page) else None
    ended = over is not None and over.kind is Kind.TEXT and over.finished
    return ended and under is not None and under.kind is Kind.HEADING


def _adjacent(page: Sequence[Block], i: int, place: int, own: Container[int]) -> bool:
    """Whether only its own titles, fields and other bylines stand between a byline and a block of a story."""
    between = range(min(i, place) + 1, max(i, place))
    return all(page[k].kind in (Kind.BYLINE, Kind.FRAME) or k in own for k in between)


def _article(draft: Draft, name: tuple[str, int], where: _Where) -> Article:
    day, why_day = dates.day_of(draft.body.text, draft.dateline, where.known)
    city, why_city = city_of(where.told[name[1]], where.home, where.told)
    reasons = [
        *draft.why,
        *(
            say("{what}: {why}", what=what, why=why)
            for what, why in _reasons(day, why_day, where.home, why_city)
            if why
        ),
    ]
    return Article(
        id=f"{name[0]}#{name[1]}",
        document=name[0],
        index=name[1],
        title=where.script.text(draft.title),
        text=where.script.text(draft.body),
        date=day,
        place=where.home.place,
        city=city,
        reporters=tuple(map(where.script.name, draft.reporters)),
        source_map=runs(draft.body),
        notes=tuple(reasons),
    )


def _reasons(day: str | None, why_day: str, home: places.Home, why_city: str) -> list[tuple[str, str]]:
    return [
        (say("date {day}", day=day), why_day),
        (say("place {place}", place=home.place), home.why),
        (say("city"), why_city),
    ]
