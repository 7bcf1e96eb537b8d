"""Articles for a person's eyes: where each was cut, and why."""

from __future__ import annotations

from collections.abc import Iterable

from kg.legible import legible
from kg.model import Article

_SHOWN = 36


def preview(articles: Iterable[Article]) -> str:
    """Text that shows each article with its title, first and last words, and the reasons, by lines of the file."""
    return "\n".join(_shown(article) for article in articles)


def _shown(article: Article) -> str:
    facts = [
        ("title", article.title or "(none)"),
        ("date", article.date or "(not told)"),
        ("place", " · ".join(filter(None, (article.place, article.city))) or "(not told)"),
        ("reporters", "、".join(article.reporters) or "(none)"),
        ("text", f"{len(article.text)} characters: {_ends(article.text)}"),
    ]
    lines = [f"── {article.id}", *(f"   {name:<10}{value}" for name, value in facts)]
    # A title may hold what a terminal obeys.
    return legible("\n".join([*lines, *(f"   · {note}" for note in article.notes), ""]))


def _ends(text: str) -> str:
    flat = text.replace("\n", " ")
    return flat if len(flat) <= 2 * _SHOWN else f"{flat[:_SHOWN]} … {flat[-_SHOWN:]}"
