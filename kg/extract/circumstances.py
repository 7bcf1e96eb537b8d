"""What the words around a fact say of it: done, planned or only wished for; the day; the sum of money."""

from __future__ import annotations

import re
from datetime import date
from functools import cache, lru_cache
from typing import Any

from kg.extract.annotated import Annotated
from kg.language.amounts import find_amounts
from kg.language.dates import FoundDate, find_dates
from kg.language.lexicon import any_of, pattern, words

_DROPPED = re.compile(
    r"(?:取消实施|取消|终止|停止推进|停止建设|停建|搁置|告吹|作罢|叫停|流产|落空|没有?谈成|没有?谈拢|未能?谈成|未谈拢)了?(?=[,。;”])"
)
_CALLED_OFF = re.compile(r"终止了?|解除了?|中止了?|原计划|原定|原拟|没有|并未|未能")


@cache
def _plan() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(words('plan_words'))})(?!军|领|士|来)")


def status(article: Annotated, trigger: tuple[int, int]) -> str:
    """done, planned or wished for the fact whose trigger is this span.

    A wish holds for the rest of its sentence (希望双方加强对接、共建园区), a plan for its clause (拟与…签署);
    neither for what only describes a thing (落实好去年在甲市举行|的会议成果).
    """
    flat = article.sheet.flat
    start, _ = article.sheet.sentence(trigger[0])
    left, _ = article.sheet.clause(trigger[0])
    if flat[trigger[1] : trigger[1] + 1] == "的":
        start = left = max(flat.rfind(mark, start, trigger[0]) for mark in "在由于与") + 1 or trigger[0]
    wishes = pattern("wish_words").finditer(flat, start, trigger[0])
    if any(_is_word(article, match.start(), match.end()) for match in wishes):
        return "wished"
    plans = _plan().finditer(flat, left, trigger[0])
    return "planned" if any(_is_word(article, match.start(), match.end()) for match in plans) else "done"


def _dropped(article: Annotated, trigger: tuple[int, int]) -> bool:
    """Whether what was begun or planned came to nothing (甲项目已取消实施, 原计划合作,后来搁置, 终止了与乙的合作)."""
    flat, (_, end) = article.sheet.flat, article.sheet.sentence(trigger[0])
    left, _ = article.sheet.clause(trigger[0])
    stop = flat.find(";", trigger[1], end)
    behind = _DROPPED.search(flat, trigger[1], stop + 1 if stop >= 0 else end)
    return bool(behind or _CALLED_OFF.search(flat, left, trigger[0]))


def _is_word(article: Annotated, start: int, end: int) -> bool:
    """Whether the characters begin a word and are no part of a name (将|签署, but not 将乐县)."""
    return start in article.sheet.edges and not any(
        bound.start <= start < bound.end for bound in article.all_between(start - 30, end + 30)
    )


def properties(
    article: Annotated, trigger: tuple[int, int], *, money: bool = False, ends: bool = False
) -> dict[str, Any]:
    """The properties of a fact: its status where it is not done, its day, and its amount where `money` is asked for.

    ends: whether the fact is over once what it tells of is given up (a cooperation, but not the signing of a paper).
    """
    found: dict[str, Any] = {}
    state = "former" if ends and _dropped(article, trigger) else status(article, trigger)
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
