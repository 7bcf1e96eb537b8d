"""Where the name of a town begins that ends at some place of the text, by the nation's table of towns."""

from __future__ import annotations

from kg.extract.sheet import Sheet
from kg.language.divisions import find, is_town

_LONGEST = 12


def town_start(sheet: Sheet, end: int) -> int | None:
    """Where the longest town, township or street that ends there begins, at the edge of a word: 到|唱凯镇; or None.

    The tagger knows few towns: it takes the first character of one for a verb (唱|凯镇), or gives it to the county.
    """
    starts = range(max(sheet.lead_end, end - _LONGEST), end - 1)
    return next((start for start in starts if _begins(sheet, start) and is_town(sheet.flat[start:end])), None)


def _begins(sheet: Sheet, start: int) -> bool:
    """Whether a name may begin there: at a word, or behind a division's whole name (延吉市|朝阳川镇)."""
    if start in sheet.edges:
        return True
    above = sheet.flat[max(0, start - _LONGEST) : start]
    return above.endswith(("县", "市", "区", "旗")) and any(find(above[at:]) for at in range(len(above) - 2))
