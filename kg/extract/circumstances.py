"""What the words around a fact say of it: done, planned or only wished for; the day; the sum of money."""

from __future__ import annotations

from typing import Any

from kg.extract.annotated import Annotated, Bound
from kg.extract.days import day
from kg.extract.moods import mood
from kg.extract.sums import amount


def status(article: Annotated, trigger: tuple[int, int]) -> str:
    """done, planned or wished for the fact whose trigger is this span."""
    found = mood(article.sheet, trigger)
    return found if found in ("wished", "planned") else "done"


def denied(article: Annotated, trigger: tuple[int, int]) -> bool:
    """Whether the text says that what the trigger tells has not happened (未会见, 没有到甲县调研)."""
    return mood(article.sheet, trigger) == "denied"


def called_off(article: Annotated, trigger: tuple[int, int]) -> bool:
    """Whether the text says that what the trigger tells was given up (取消|访问甲国的行程)."""
    return mood(article.sheet, trigger) == "dropped"


def properties(
    article: Annotated, trigger: tuple[int, int], *, money: tuple[Bound, ...] | None = None, ends: bool = False
) -> dict[str, Any]:
    """The properties of a fact: its status where it is not done, its day, and its amount.

    money: the work or paper to whose price the fact has a right (empty: the deed's own); None where it has none.
    ends: whether the fact is over once what it tells of is given up (a cooperation, but not the signing of a paper).
    """
    found: dict[str, Any] = {}
    state = "former" if ends and mood(article.sheet, trigger) == "dropped" else status(article, trigger)
    if state != "done":
        found["status"] = state
    when = day(article, trigger, planned=state in ("planned", "wished"))
    if when is not None:
        found["date"] = when
    price = amount(article, trigger, money) if money is not None else None
    if price is not None:
        found["amount"] = price
    return found
