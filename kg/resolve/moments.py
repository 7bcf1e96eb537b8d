"""When something happened, as far as its article tells: a day, or on a page without a year a month and day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kg.model import Entity
from kg.resolve.world import World, ordinal

_DAY = re.compile(r"(?:((?:19|20)\d\d)年)?(\d{1,2})月(\d{1,2})日")
_STAMP = re.compile(r"(20\d\d)[-/年](\d{1,2})[-/月](\d{1,2})")
_YEARLESS = re.compile(r"--(\d\d)-(\d\d)")
_SENTENCE = re.compile(r"[。！？\n]")
_LEAD = 60  # characters in which a dateline or a day stands
_MENTIONS = 3  # how many of them are looked at
_BACK = 60  # characters before a mention that may hold its day
_LEAP = 2000  # a year that has every day


@dataclass(frozen=True, slots=True)
class Moment:
    """day: ordinal, or None. month_day: ordinal in a leap year, or None. sure: told of this thing, not of its page."""

    day: int | None
    month_day: int | None
    sure: bool


def moment(entity: Entity, world: World) -> Moment:
    """The day that is told of it or of a fact with it, else its article's, else the one in its sentence or the lead."""
    told = sorted(day for day in _told(entity, world) if day is not None)
    if told:
        return _known(told[0], True)
    article = world.article(entity)
    if any(True for _ in _vague(entity, world)):
        return Moment(None, None, False)
    near = _near(entity, article.text)
    if article.date and (day := ordinal(article.date)) is not None:
        return _beside(near, day) if near else _known(day, False)
    lead = _DAY.search(article.text[:_LEAD])
    found = near or _yearless(article.date) or (lead and _read(lead))
    if not found:
        return Moment(None, None, False)
    year, month_day = found
    if year is None and (stamp := _STAMP.search(article.text[:_LEAD])):
        year = int(stamp.group(1))
    return Moment(_dated(year, month_day), month_day, near is not None)


def _yearless(day: str | None) -> tuple[int | None, int] | None:
    """The month and day of a page that tells no year (--07-28)."""
    match = _YEARLESS.fullmatch(day or "")
    return (None, date(_LEAP, int(match[1]), int(match[2])).toordinal()) if match else None


def _told(entity: Entity, world: World) -> Iterator[int | None]:
    for value in (entity.properties.get("date"), *(fact.properties.get("date") for fact in world.around_of(entity))):
        if isinstance(value, str):
            yield ordinal(value)


def _vague(entity: Entity, world: World) -> Iterator[str]:
    """The years and months that are told of it: its page's day is not its own."""
    for value in (entity.properties.get("date"), *(fact.properties.get("date") for fact in world.around_of(entity))):
        if isinstance(value, str) and value[:1].isdigit() and ordinal(value) is None:
            yield value


def _known(day: int, sure: bool) -> Moment:
    at = date.fromordinal(day)
    return Moment(day, date(_LEAP, at.month, at.day).toordinal(), sure)


def _beside(near: tuple[int | None, int], day: int) -> Moment:
    """The sentence's month and day in the year of the page; a day to come next year or past last year the nearest."""
    year, month_day = near
    if year is not None:
        return Moment(_dated(year, month_day), month_day, True)
    page = date.fromordinal(day).year
    days = [found for found in (_dated(page + step, month_day) for step in (-1, 0, 1)) if found is not None]
    nearest = min(days, key=lambda found: (abs(found - day), found), default=day)
    return Moment(nearest, month_day, True)


def _near(entity: Entity, text: str) -> tuple[int | None, int] | None:
    for mention in entity.mentions[:_MENTIONS]:
        before = _SENTENCE.split(text[max(0, mention.start - _BACK) : mention.start])[-1]
        found = [read for match in _DAY.finditer(before) if (read := _read(match))]
        if found:
            return found[-1]
    return None


def _read(match: re.Match[str]) -> tuple[int | None, int] | None:
    year, month, day = match.groups()
    try:
        return (int(year) if year else None), date(_LEAP, int(month), int(day)).toordinal()
    except ValueError:
        return None


def _dated(year: int | None, month_day: int) -> int | None:
    if year is None:
        return None
    at = date.fromordinal(month_day)
    try:
        return date(year, at.month, at.day).toordinal()
    except ValueError:
        return None


__all__ = ["Moment", "moment"]
