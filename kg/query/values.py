"""Parameters as people write them (type=人物, status=意向, since=上月), made what the statements compare."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache

from kg.areas import below
from kg.errors import UserError
from kg.language.dates import find_dates
from kg.language.days import bounds, written
from kg.language.divisions import find, short_name
from kg.language.lexicon import any_of, table
from kg.language.numerals import number
from kg.ontology import ontology
from kg.say import say

# Which kind of thing a parameter names; "" is any.
NAMED: Mapping[str, str] = {
    **dict.fromkeys(("official", "person", "whom", "start", "finish", "one", "other", "visitor"), "Person"),
    **dict.fromkeys(("place", "within"), "Location"),
    **dict.fromkeys(("subject", "object", "visited", "name"), ""),
    **dict.fromkeys(("organization", "partner", "branch"), "Organization"),
    "project": "Project",
}
DAYS = ("since", "until")
_KINDS: Mapping[str, str] = {"company": "企业", "body": "机关团体"}
_ISO = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")
_SEVERAL = re.compile(r"[、，,;；]\s*")
_RECENT = re.compile(r"(?:最?近|过去)([一二两三四五六七八九十\d]{1,3})个?(天|周|星期|月|年)")
_WEEKS = {"上周": -1, "上星期": -1, "本周": 0, "这周": 0}
_YEARS = {"今年": 0, "本年": 0, "去年": -1, "前年": -2}
_QUARTERS = {  # first and last month
    **{"上半年": (1, 6), "下半年": (7, 12)},
    **{f"{han}季度": (3 * number + 1, 3 * number + 3) for number, han in enumerate("一二三四")},
}
_PART = re.compile(rf"(?:((?:19|20)\d\d)年|({any_of(_YEARS)}))?第?({any_of(_QUARTERS)})")
# Words of time that `kg.language.dates` does not know.
COUNTED = re.compile(f"{_RECENT.pattern}|{any_of(_WEEKS)}|{_PART.pattern}")


class BadValue(UserError):
    """A value that a parameter cannot have."""


def normal(given: Mapping[str, str], known: Mapping[str, object], today: date) -> dict[str, str]:
    """The given values as statements compare them. known: the question's parameters; today: what 上月 counts from.

    A place with 及所属 becomes the parameter `within` where the question has it. Raises BadValue.
    """
    found: dict[str, str] = {}
    for name, value in given.items():
        text = value.strip() if name in known else value
        wide = _below_all(text) if name == "place" else ""
        if wide and "within" in known:
            found["within"] = wide
        elif name == "within":
            found[name] = "、".join(below(part) or part for part in _SEVERAL.split(text))
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


def _below_all(text: str) -> str:
    """The places that are meant with all that lies in them, if all are: 西宁及所属、海东及所属."""
    places = [below(part) for part in _SEVERAL.split(text)]
    return "、".join(places) if all(places) else ""


@cache
def choices() -> Mapping[str, Mapping[str, str]]:
    """For each parameter that has few values: what may be written, in Chinese or as it is stored, and the value."""
    words = ontology()
    labels: Mapping[str, Mapping[str, str]] = {
        "type": {name: kind.label for name, kind in words.types.items()},
        "predicate": {name: kind.label for name, kind in words.predicates.items()},
        "status": words.statuses,
        "role": words.roles,
        "kind": _KINDS,
    }
    found = {
        parameter: {label: name for name, label in some.items()} | {name: name for name in some}
        for parameter, some in labels.items()
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
        told = [int(part) if part else None for part in match.groups()]
        return None if 0 in told else _span(written(*told))
    if text in _WEEKS:
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=_WEEKS[text])
        return monday, monday + timedelta(days=6)
    if match := _PART.fullmatch(text):
        return _part(match, today)
    match = _RECENT.fullmatch(text)
    return (today - timedelta(days=number(match[1]) * _LENGTHS[match[2]]), today) if match else None


def _part(match: re.Match[str], today: date) -> tuple[date, date]:
    """A half or a quarter of a year, of those begun the last one where no year is told."""
    first, last = _QUARTERS[match[3]]
    year = int(match[1]) if match[1] else today.year + _YEARS.get(match[2] or "", -(first > today.month))
    return date(year, first, 1), date(year + last // 12, last % 12 + 1, 1) - timedelta(days=1)


def _written(text: str, today: date) -> tuple[date, date] | None:
    dates = find_dates(text, today)
    if len(dates) != 1 or dates[0].start or dates[0].end < len(text.rstrip("份底初末以来 ")):
        return None
    form = dates[0].iso
    span = _span(form)
    # Who asks for 3月27日 without a year means one that is past.
    if span is None or span[0] <= today or any(sign in text for sign in "年/-."):
        return span
    return _span(f"{span[0].year - 1}{form[4:]}")


_LENGTHS = {"天": 1, "周": 7, "星期": 7, "月": 30, "年": 365}


def _span(form: str) -> tuple[date, date] | None:
    """The first and the last day that a form of `kg.language.days` may mean; None without a year."""
    told = bounds(form)
    return told and (date.fromisoformat(told[0]), date.fromisoformat(told[1]))


__all__ = ["COUNTED", "DAYS", "NAMED", "BadValue", "choice", "choices", "day", "normal", "period"]
