"""Texts that are nothing but certain pieces, one behind the other (adverbs before a verb)."""

from __future__ import annotations

import re

_LONGEST = 80


def fills(piece: re.Pattern[str], text: str) -> bool:
    """Whether pieces, any number of them, fill `text` from end to end; none of them is longer than 80 characters.

    What `(?:piece)*` says too, but each place is looked at once. Where a piece has an open middle (在…举行, 就…) a
    regular expression tries all ways to part the text, and their number doubles with every few characters.
    """
    reached = {0}
    for start in range(len(text)):
        if start in reached:
            stops = range(start + 1, min(start + _LONGEST, len(text)) + 1)
            reached.update(stop for stop in stops if stop not in reached and piece.fullmatch(text, start, stop))
    return len(text) in reached


__all__ = ["fills"]
