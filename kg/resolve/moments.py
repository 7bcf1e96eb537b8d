"""When something happened, as far as its article tells: a day, or on a page without a year a month and day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from kg.language.dates import find_dates
from kg.language.days import parts, written
from kg.language.lexicon import words
from kg.model import Article, Entity
from kg.resolve.world import World, ordinal

_DAY = re.compile(r"(?:((?:19|20)\d\d)年)?(\d{1,2})月(\d{1,2})日")
_STAMP = re.compile(r"(20\d\d)[-/年](\d{1,2})[-/月](\d{1,2})")
_YEARLESS = re.compile(r"--(\d\d)-(\d\d)")
_SENTENCE = re.compile(r"[。！？\n]")
_CLAUSE = re.compile(r"[。！？；，,\n]")
# 某大会|将于10月12日举行, 某大会|12日在昆明开幕.
_ON = re.compile(
    r"(?P<ahead>(?:即将|将|拟|定|计划|预计|确定){0,3})(?:已经|已|正式|于|在){0,3}"
    r"(?P<when>(?:20\d\d年|今年|明年|去年)?(?:\d{1,2}月)?\d{1,2}日|[今昨明前][日天]|[上本下]周[一二三四五六日天])"
)
_LEAD = 60  # characters in which a dateline or a day stands
_MENTIONS = 3  # how many of them are looked at
_BACK = 60  # characters before a mention that may hold its day
_LEAP = 2000  # a year that has every day
_LATELY = 30  # days before its page in which lies what happened 近日


@dataclass(frozen=True, slots=True)
class Moment:
    """day: ordinal, or None. month_day: ordinal in a leap year, or None. sure: told of this thing, not of its page.

    lately: the day is its page's, and the page tells no more than that it was some day before (近日).
    """

    day: int | None
    month_day: int | None
    sure: bool
    lately: bool = False


def gap(a: Moment, b: Moment) -> int | None:
    """How many days at least lie between two whose days are known; None where one's is not."""
    if a.day is None or b.day is None:
        return None
    return max(a.day - _LATELY * a.lately - b.day, b.day - _LATELY * b.lately - a.day, 0)


def moment(entity: Entity, world: World) -> Moment:
    """The day that is told of it or of a fact with it, else its article's, else the one in its sentence or the lead."""
    found = _known_of(entity, world)
    return found if found is not None else _of_page(entity, world.article(entity))


def _known_of(entity: Entity, world: World) -> Moment | None:
    """The day that is told of the thing, or that only its year or month is; None where nothing is."""
    told = sorted(day for day in _told(entity, world) if day is not None)
    if told:
        return _known(told[0], True)
    if (behind := _behind(entity, world.article(entity))) is not None:
        return behind
    days = sorted(found[1] for value in _dates(entity, world) if (found := _yearless(value)) is not None)
    if days:
        return Moment(None, days[0], True)
    return Moment(None, None, False) if any(True for _ in _vague(entity, world)) else None


def _of_page(entity: Entity, article: Article) -> Moment:
    """The day that its sentence tells, else its page's."""
    near = _near(entity, article.text)
    if article.date and (day := ordinal(article.date)) is not None:
        if near is None and (stated := _stated(entity, article.text, date.fromordinal(day))) is not None:
            return _known(stated, True)
        return _beside(near, day) if near else replace(_known(day, False), lately=_is_lately(entity, article.text))
    lead = _DAY.search(article.text[:_LEAD])
    found = near or _yearless(article.date) or (lead and _read(lead))
    if not found:
        return Moment(None, None, False)
    year, month_day = found
    if year is None and (stamp := _STAMP.search(article.text[:_LEAD])):
        year = int(stamp.group(1))
    return Moment(_dated(year, month_day), month_day, near is not None)


def _behind(entity: Entity, article: Article) -> Moment | None:
    """The day that stands right behind a mention, on which it is held: 某大会|将于10月12日举行, 某大会|12日在…开幕."""
    page = parts(article.date or "")
    today = date(*page) if page and None not in page else None  # type: ignore[arg-type]
    for mention in entity.mentions[:_MENTIONS]:
        match = _ON.match(article.text, mention.end)
        if match is None or not _is_held(article.text[match.end() : match.end() + _BACK]):
            continue
        for found in find_dates(match["when"], today)[:1]:
            told = parts(found.iso) if found.precision == "day" else None
            past = match["ahead"] and today and found.iso < today.isoformat()
            if told is not None and told.month and told.day and not past:
                month_day = date(_LEAP, told.month, told.day).toordinal()
                return Moment(_dated(told.year, month_day), month_day, True)
    return None


def _is_held(rest: str) -> bool:
    """Whether the clause goes on with a verb of taking place."""
    clause = _CLAUSE.split(rest, maxsplit=1)[0]
    return any(verb in clause for verb in words("held_verbs"))


def _yearless(day: str | None) -> tuple[int | None, int] | None:
    """The month and day of a page that tells no year (--07-28)."""
    match = _YEARLESS.fullmatch(day or "")
    return (None, date(_LEAP, int(match[1]), int(match[2])).toordinal()) if match else None


def _told(entity: Entity, world: World) -> Iterator[int | None]:
    yield from map(ordinal, _dates(entity, world))


def _dates(entity: Entity, world: World) -> Iterator[str]:
    """The dates that are told of it or of a fact with it."""
    for value in (entity.properties.get("date"), *(fact.properties.get("date") for fact in world.around_of(entity))):
        if isinstance(value, str):
            yield value


def _vague(entity: Entity, world: World) -> Iterator[str]:
    """The years and months that are told of it: its page's day is not its own."""
    for value in _dates(entity, world):
        if value[:1].isdigit() and ordinal(value) is None:
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


def _stated(entity: Entity, text: str, page: date) -> int | None:
    """The day told last before a mention in its sentence, by the day of the page: 4日举行的…, 本周一…."""
    for before in _heads(entity, text):
        found = [parts(one.iso) for one in find_dates(before, page) if one.precision == "day"]
        days = [one for one in found if one is not None and one.year is not None]
        if days:
            return ordinal(written(*days[-1]))
    return None


def _is_lately(entity: Entity, text: str) -> bool:
    """Whether the sentence of a mention says 近日 before it."""
    return any(word in before for before in _heads(entity, text) for word in words("lately"))


def _heads(entity: Entity, text: str) -> Iterator[str]:
    """What stands before a mention in its sentence."""
    for mention in entity.mentions[:_MENTIONS]:
        start = max(0, mention.start - _BACK)
        before = text[start : mention.start]
        halved = text[start - 1 : start].isdigit()  # a figure that is cut in two is another
        yield _SENTENCE.split(before.lstrip("0123456789") if halved else before)[-1]


def _near(entity: Entity, text: str) -> tuple[int | None, int] | None:
    for before in _heads(entity, text):
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


__all__ = ["Moment", "gap", "moment"]
