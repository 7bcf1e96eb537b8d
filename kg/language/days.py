"""Days as far as they are told: 2024-12-19, 2024-12, 2024, and without a year --12-19 or --12.

The forms are those of ISO 8601 and XML Schema (date, gYearMonth, gYear, gMonthDay, gMonth). As text they stand in
the order of time, those without a year before all others.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

_FORM = re.compile(r"(?:(?P<year>\d{4})|-)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?")
_LEAP = 2000  # a year that has every day


class Parts(NamedTuple):
    """Year, month and day, each None where it is not told."""

    year: int | None
    month: int | None
    day: int | None


def written(year: int | None, month: int | None = None, day: int | None = None) -> str:
    """The form of a day of which this much is told. Raises ValueError where there is no such day or nothing is told."""
    if year is None and month is None:
        raise ValueError("neither year nor month")
    date(_LEAP if year is None else year, month or 1, day or 1)
    told = [f"{year:04d}" if year is not None else "-"]
    told += [f"{part:02d}" for part in (month, day if month else None) if part]
    return "-".join(told)


def parts(form: str) -> Parts | None:
    """What a form tells; None where it is no form of a day."""
    match = _FORM.fullmatch(form)
    if match is None or form == "-":
        return None
    found = Parts(*(int(value) if value else None for value in match.groups()))
    try:
        written(*found)
    except ValueError:
        return None
    return found


def is_whole(form: str) -> bool:
    """Whether year, month and day are told."""
    found = parts(form)
    return found is not None and None not in found


def has_year(form: str) -> bool:
    """Whether the form tells a year: those without one have no place in time."""
    return form[:1].isdigit()


def in_time(forms: Iterable[str]) -> list[str]:
    """The forms in the order of time, each once; those without a year only where no other tells one."""
    told = sorted({form for form in forms if form})
    return [form for form in told if has_year(form)] or told


def bounds(form: str) -> tuple[str, str] | None:
    """The first and the last day that may be meant, as ISO days; None without a year."""
    found = parts(form)
    if found is None or found.year is None:
        return None
    last_month = found.month or 12
    last = found.day or monthrange(found.year, last_month)[1]
    first = date(found.year, found.month or 1, found.day or 1)
    return first.isoformat(), date(found.year, last_month, last).isoformat()


def spoken(form: str) -> str:
    """The day in Chinese words: 2024年12月19日, 2024年12月, 2024年, 12月19日，年份不详; another text as it is."""
    found = parts(form)
    if found is None:
        return form
    words = "".join(f"{part}{unit}" for part, unit in zip(found, "年月日", strict=True) if part is not None)
    return words if found.year is not None else f"{words}，年份不详"


__all__ = ["Parts", "bounds", "has_year", "in_time", "is_whole", "parts", "spoken", "written"]
