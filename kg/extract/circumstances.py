"""What the words around a fact say of it: done, planned or only wished for; the day; the sum of money."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Any

from kg.extract.annotated import Annotated
from kg.extract.moods import mood
from kg.language.amounts import find_amounts
from kg.language.dates import FoundDate, find_dates


def status(article: Annotated, trigger: tuple[int, int]) -> str:
    """done, planned or wished for the fact whose trigger is this span."""
    found = mood(article.sheet, trigger)
    return found if found in ("wished", "planned") else "done"


def denied(article: Annotated, trigger: tuple[int, int]) -> bool:
    """Whether the text says that what the trigger tells has not happened (未会见, 没有到甲县调研)."""
    return mood(article.sheet, trigger) == "denied"


def properties(
    article: Annotated, trigger: tuple[int, int], *, money: bool = False, ends: bool = False
) -> dict[str, Any]:
    """The properties of a fact: its status where it is not done, its day, and its amount where `money` is asked for.

    ends: whether the fact is over once what it tells of is given up (a cooperation, but not the signing of a paper).
    """
    found: dict[str, Any] = {}
    state = "former" if ends and mood(article.sheet, trigger) == "dropped" else status(article, trigger)
    if state != "done":
        found["status"] = state
    day = _day(article, trigger[0])
    if day is not None:
        found["date"] = day
    amount = _amount(article, trigger[0]) if money else None
    if amount is not None:
        found["amount"] = amount
    return found


def _day(article: Annotated, trigger: int) -> str | None:
    """The last day or month told before the trigger in its sentence."""
    start, end = article.sheet.sentence(trigger)
    before = [item for item in _dates(article.sheet.article.text[start:end], article.sheet.article.date)
              if start + item.end <= trigger and item.precision != "year"]  # fmt: skip
    return before[-1].iso if before else None


@lru_cache(maxsize=256)
def _dates(sentence: str, day: str | None) -> tuple[FoundDate, ...]:
    return tuple(find_dates(sentence, date.fromisoformat(day) if day else None))


def _amount(article: Annotated, trigger: int) -> str | None:
    """The sum told nearest behind the trigger in its sentence, else the nearest before it."""
    start, end = article.sheet.sentence(trigger)
    sums = find_amounts(article.sheet.article.text[start:end])
    behind = [item for item in sums if start + item.start >= trigger]
    if behind:
        return behind[0].text
    return sums[-1].text if sums else None
