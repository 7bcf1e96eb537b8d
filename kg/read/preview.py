"""Articles for a person's eyes: where each was cut, and why."""

from __future__ import annotations

from collections.abc import Iterable

from kg.legible import legible
from kg.model import Article
from kg.say import say, told

_SHOWN = 36


def preview(articles: Iterable[Article]) -> str:
    """Text that shows each article with its title, first and last words, and the reasons, by lines of the file."""
    return "\n".join(_shown(article) for article in articles)


def _shown(article: Article) -> str:
    facts = [
        (say("title"), article.title or told(say("(none)"))),
        (say("date"), article.date or told(say("(not told)"))),
        (say("place"), " · ".join(filter(None, (article.place, article.city))) or told(say("(not told)"))),
        (say("reporters"), "、".join(article.reporters) or told(say("(none)"))),
        (say("text"), told(say("{number} characters: {ends}", number=len(article.text), ends=_ends(article.text)))),
    ]
    lines = [f"── {article.id}", *(f"   {_padded(told(name))}{value}" for name, value in facts)]
    # A title may hold what a terminal obeys.
    return legible("\n".join([*lines, *(f"   · {told(note)}" for note in article.notes), ""]))


def _padded(name: str) -> str:
    """Ten columns, of which a Chinese character takes two."""
    return name + " " * max(10 - len(name) - sum(not char.isascii() for char in name), 1)


def _ends(text: str) -> str:
    flat = text.replace("\n", " ")
    return flat if len(flat) <= 2 * _SHOWN else f"{flat[:_SHOWN]} … {flat[-_SHOWN:]}"
