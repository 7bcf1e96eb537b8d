"""What a browser prints on every sheet of a page, as a text file has it: day and hour, title, address, 1/3."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from kg.read.line import Line

_ADDRESS = r"(?:https?://|file://|www\.)[!-~]{4,300}"
_NUMBER = r"\d{1,3}\s?/\s?\d{1,3}"
_NUMBERED = re.compile(rf"(?:{_ADDRESS}[\s　]+)?{_NUMBER}|{_NUMBER}[\s　]+{_ADDRESS}")
_FOOT = re.compile(rf"(?:{_ADDRESS}(?:[\s　]+{_NUMBER})?|{_NUMBER}(?:[\s　]+{_ADDRESS})?)")
_HOUR = re.compile(
    r"\d{2,4}[/.年-]\d{1,2}[/.月-]\d{1,2}日?[,\s]{0,3}(?:星期[一二三四五六日]\s{0,3})?(?:[上下]午\s{0,3})?\d{1,2}:\d{2}(?::\d{2})?(?=\s|$)"
)
_REACH = 2  # lines between the address of a foot and its number
_LONG = 60


def without_running(lines: Sequence[Line]) -> list[Line]:
    """The lines without those at the head and foot of printed sheets; what stood around them touches as before.

    A browser printed them where the number of a sheet (1/3) stands by an address.
    """
    feet = [i for i, line in enumerate(lines) if _FOOT.fullmatch(line.spaced.strip())]
    numbered = [i for i in feet if _NUMBERED.fullmatch(lines[i].spaced.strip())]
    addresses = [i for i in feet if "/" in lines[i].text and not re.fullmatch(_NUMBER, lines[i].text.strip())]
    if not any(abs(i - k) <= _REACH for i in numbered for k in addresses):
        return list(lines)
    dropped = {*feet, *_heads(lines, feet)}
    return _closed(lines, dropped)


def _heads(lines: Sequence[Line], feet: Sequence[int]) -> set[int]:
    """The lines with the hour of printing at the top and behind each foot, and the page's title behind it."""
    found: set[int] = set()
    tops = [0, *(i + 1 for i in feet)]
    hours = {i for i in tops if i < len(lines) and _HOUR.match(lines[i].spaced.strip())}
    found |= hours
    titles = Counter(
        lines[i + 1].text for i in hours if i + 1 < len(lines) and _HOUR.fullmatch(lines[i].spaced.strip())
    )
    for i in hours:
        after = lines[i + 1] if i + 1 < len(lines) else None
        again = after is not None and len(after.text) <= _LONG and (titles[after.text] > 1 or "_" in after.text)
        if again and _HOUR.fullmatch(lines[i].spaced.strip()):
            found.add(i + 1)
    return found


def _closed(lines: Sequence[Line], dropped: set[int]) -> list[Line]:
    """The lines that are left, each as near to the one before as the nearest of what stood between them."""
    kept: list[Line] = []
    gaps: list[int] = []
    for i, line in enumerate(lines):
        if i in dropped:
            gaps.append(line.gap)
            continue
        kept.append(replace(line, gap=min(*gaps, line.gap)) if gaps and kept else line)
        gaps = []
    return kept
