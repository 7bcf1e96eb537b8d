"""What the words around a fact say of it: done, planned or only wished for; the day; the sum of money."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import Any

from kg.extract.annotated import Annotated
from kg.language.amounts import find_amounts
from kg.language.dates import FoundDate, find_dates
from kg.language.lexicon import any_of, words


@cache
def _wish() -> re.Pattern[str]:
    return re.compile(any_of(words("wish_words")))


@cache
def _plan() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(words('plan_words'))})(?!军|领|士|来)")


def status(article: Annotated, trigger: int) -> str:
    """done, planned or wished for the fact whose trigger begins at `trigger`.

    A wish holds for the rest of its sentence (希望双方加强对接、共建园区), a plan for its clause (拟与…签署).
    """
    flat = article.sheet.flat
    start, _ = article.sheet.sentence(trigger)
    left, _ = article.sheet.clause(trigger)
    if _wish().search(flat, start, trigger):
        return "wished"
    return "planned" if _plan().search(flat, left, trigger) else "done"


def properties(article: Annotated, trigger: int, *, money: bool = False) -> dict[str, Any]:
    """The properties of a fact: its status where it is not done, its day, and its amount where `money` is asked for."""
    found: dict[str, Any] = {}
    state = status(article, trigger)
    if state != "done":
        found["status"] = state
    day = _day(article, trigger)
    if day is not None:
        found["date"] = day
    amount = _amount(article, trigger) if money else None
    if amount is not None:
        found["amount"] = amount
    return found


def _day(article: Annotated, trigger: int) -> str | None:
    """The last day or month told before the trigger in its sentence."""
    start, end = article.sheet.sentence(trigger)
    before = [item for item in _dates(article.sheet.article.text[start:end], article.sheet.article.date)
              if start + item.end <= trigger and item.precision != "year"]  # fmt: skip
    return before[-1].iso if before else None


@cache
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
