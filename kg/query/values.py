"""Parameters as people write them (type=人物, status=意向, since=上月), made what the statements compare."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache

from kg.areas import below
from kg.errors import UserError
from kg.language.dates import find_dates
from kg.language.days import parts as parts_of
from kg.language.divisions import find, short_name
from kg.language.lexicon import table
from kg.language.numerals import number
from kg.ontology import ontology
from kg.say import say

# Which kind of thing a parameter names; "" is any.
NAMED: Mapping[str, str] = {
    **dict.fromkeys(("official", "person", "start", "finish", "one", "other", "visitor"), "Person"),
    **dict.fromkeys(("place", "within"), "Location"),
    **dict.fromkeys(("subject", "object", "visited", "name"), ""),
    "organization": "Organization",
}
DAYS = ("since", "until")
_KINDS: Mapping[str, str] = {"company": "企业", "body": "机关团体"}
_ISO = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")
_SEVERAL = re.compile(r"[、，,;；]\s*")
_BARE_YEAR = re.compile(r"((?:19|20)\d\d)年?")
_RECENT = re.compile(r"(?:最?近|过去)([一二两三四五六七八九十\d]{1,3})个?(天|周|星期|月|年)")
_YEARS = {"前年": -2, "去年": -1, "今年": 0, "本年": 0, "明年": 1}
_WEEKS = {"上周": -1, "上星期": -1, "本周": 0, "这周": 0}


class BadValue(UserError):
    """A value that a parameter cannot have."""


def normal(given: Mapping[str, str], known: Mapping[str, object], today: date) -> dict[str, str]:
    """The given values as statements compare them. known: the question's parameters; today: what 上月 counts from.

    A place with 及所属 becomes the parameter `within` where the question has it. Raises BadValue.
    """
    found: dict[str, str] = {}
    for name, value in given.items():
        text = value.strip() if name in known else value
        wide = below(text) if name == "place" else ""
        if wide and "within" in known:
            found["within"] = wide
        elif name == "within":
            found[name] = below(text) or text
        elif name in DAYS and name in known:
            found[name] = day(text, today, last=name == "until") if text else ""
        elif name == "role" and name in known:
            found[name] = "、".join(choice(name, part) for part in _SEVERAL.split(text) if part)
        elif name in choices() and name in known:
            found[name] = choice(name, text)
        elif name == "region" and find(text):
            found[name] = short_name(find(text)[0].path[0])
        else:
            found[name] = text
    return found


@cache
def choices() -> Mapping[str, Mapping[str, str]]:
    """For each parameter that has few values: what may be written, in Chinese or as it is stored, and the value."""
    words = ontology()
    found = {
        "type": {**{kind.label: name for name, kind in words.types.items()}, **{name: name for name in words.types}},
        "predicate": {
            **{kind.label: name for name, kind in words.predicates.items()},
            **{name: name for name in words.predicates},
        },
        "status": {
            **{label: name for name, label in words.statuses.items()},
            **{name: name for name in words.statuses},
        },
        "role": {**{label: name for name, label in words.roles.items()}, **{name: name for name in words.roles}},
        "kind": {**{label: name for name, label in _KINDS.items()}, **{name: name for name in _KINDS}},
    }
    for name, word, value in table("query_values"):
        found[name].setdefault(word, value)
    return found


def choice(name: str, text: str) -> str:
    """The value that a word means. Raises BadValue, naming the words."""
    known = choices()[name]
    lower = {word.lower(): value for word, value in known.items()}
    if not text or text.lower() in lower:
        return lower[text.lower()] if text else ""
    accepted = "、".join(f"{_label(known, value)} ({value})" for value in dict.fromkeys(known.values()))
    said = say("{name}={text}: no such value; there are {accepted}", name=name, text=text[:40], accepted=accepted)
    raise BadValue(said)


def _label(known: Mapping[str, str], value: str) -> str:
    return next(word for word, its in known.items() if its == value)


def day(text: str, today: date, *, last: bool) -> str:
    """The first (or last) day of what the text means: 2024-03-27, 2024-03, 2023年7月1日, 2023年, 上月, 去年, 近三个月.

    Raises BadValue.
    """
    found = period(text, today)
    if found is None:
        raise BadValue(
            say("{text!r} is no day; write it as 2024-03-27, 2024-03, 2024年3月27日 or 上月", text=text[:40])
        )
    return found[last].isoformat()


def period(text: str, today: date) -> tuple[date, date] | None:
    """The first and the last day of what the whole text means, or None."""
    try:
        return _counted(text, today) or _written(text, today)
    except ValueError:
        return None


def _counted(text: str, today: date) -> tuple[date, date] | None:
    """Figures alone, and what counts from today in other units than `kg.language.dates` knows."""
    if match := _ISO.fullmatch(text):
        year, month, of_month = (int(part) if part else None for part in match.groups())
        return None if 0 in (month, of_month) else _span(year, month, of_month)
    if match := _BARE_YEAR.fullmatch(text):
        return _span(int(match[1]), None, None)
    if text in _YEARS:
        return _span(today.year + _YEARS[text], None, None)
    if text in _WEEKS:
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=_WEEKS[text])
        return monday, monday + timedelta(days=6)
    match = _RECENT.fullmatch(text)
    return (today - timedelta(days=number(match[1]) * _LENGTHS[match[2]]), today) if match else None


def _written(text: str, today: date) -> tuple[date, date] | None:
    dates = find_dates(text, today)
    if len(dates) != 1 or dates[0].start or dates[0].end < len(text.rstrip("份底初末以来 ")):
        return None
    parts = parts_of(dates[0].iso)
    if parts is None or parts.year is None:
        return None
    told = any(sign in text for sign in "年/-.")  # who asks for 3月27日 without a year means one that is past
    first, last = _span(*parts)
    return (first, last) if told or first <= today else _span(parts.year - 1, parts.month, parts.day)


_LENGTHS = {"天": 1, "周": 7, "星期": 7, "月": 30, "年": 365}


def _span(year: int | None, month: int | None, of_month: int | None) -> tuple[date, date]:
    year = year or 0
    first = date(year, month or 1, of_month or 1)
    if of_month:
        return first, first
    end = month or 12
    return first, date(year, end, monthrange(year, end)[1])


__all__ = ["DAYS", "NAMED", "BadValue", "choice", "choices", "day", "normal", "period"]
