"""HOLDS_POSITION: 省委书记、省人大常委会主任陈刚; 张三任某局局长."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extract.annotated import Annotated, Bound, Fact

_LINK = re.compile(r"^(?:[、,兼和及暨]|兼任|以及|，)?$")
_NAMES_LINK = re.compile(r"^[、和与及]$")


@dataclass(frozen=True, slots=True)
class Post:
    """A title and the mention of its organisation (None where none is written)."""

    title: Bound
    body: Bound | None


def relate(article: Annotated) -> Iterator[Fact]:
    """Posts written before names, behind names, and for lists that end with 等委员."""
    for start, end in article.sentences():
        items = article.between(start, end)
        yield from _before_names(article, items)


def _before_names(article: Annotated, items: Sequence[Bound]) -> Iterator[Fact]:
    flat = article.sheet.flat
    for index, item in enumerate(items):
        if item.type != "Person" or index == 0:
            continue
        previous = items[index - 1]
        if previous.type != "Title" or flat[previous.end : item.start].strip():
            continue
        chain = _chain(article, items, index - 1)
        for person in _sharing(article, items, index):
            yield from _facts(article, person, chain)


def _chain(article: Annotated, items: Sequence[Bound], last: int) -> list[Post]:
    """The posts that end with the title at `last`, from left to right."""
    flat, posts, index = article.sheet.flat, [], last
    while index >= 0 and items[index].type == "Title":
        title, body = items[index], None
        if index > 0 and items[index - 1].type == "Organization" and not flat[items[index - 1].end : title.start].strip():
            body = items[index - 1]
            index -= 1
        posts.append(Post(title, body))
        index -= 1
        if index < 0 or not _LINK.match(flat[items[index].end : items[index + 1].start].strip()):
            break
        if items[index].type != "Title":
            break
    return posts[::-1]


def _sharing(article: Annotated, items: Sequence[Bound], first: int) -> Iterator[Bound]:
    """The person at `first` and those enumerated right behind: 市委常委李在渊、高胜男、刘铁成."""
    yield items[first]
    for one, other in zip(items[first:], items[first + 1 :], strict=False):
        if other.type != "Person" or not _NAMES_LINK.match(article.sheet.flat[one.end : other.start].strip()):
            return
        yield other


def _facts(article: Annotated, person: Bound, chain: Sequence[Post]) -> Iterator[Fact]:
    body: Bound | None = None
    for post in chain:
        body = post.body or body
        if body is None:
            continue
        for thing in body.things[:1]:
            yield article.fact(
                (person.things[0], person),
                "HOLDS_POSITION",
                (thing, body),
                trigger=(post.title.start, post.title.end),
                rule="post before name",
                properties={"titles": [post.title.spot.text]},
                confidence=0.9,
            )
