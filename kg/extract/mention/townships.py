"""Where the name of a town begins that ends at some place of the text, by the nation's table of towns."""

from __future__ import annotations

from kg.extract.sheet import Sheet
from kg.language.divisions import is_town

_LONGEST = 12


def town_start(sheet: Sheet, end: int) -> int | None:
    """Where the longest town, township or street that ends there begins, at the edge of a word: 到|唱凯镇; or None.

    The tagger knows few towns: it takes the first character of one for a verb (唱|凯镇).
    """
    starts = range(max(sheet.lead_end, end - _LONGEST), end - 1)
    return next((start for start in starts if start in sheet.edges and is_town(sheet.flat[start:end])), None)
