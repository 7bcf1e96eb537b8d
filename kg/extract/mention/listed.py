"""Names that stand in a table, wherever a text prints them."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator

from kg.extract.sheet import Sheet
from kg.language.lexicon import Names


def listed(
    sheet: Sheet, names: Names, starts: Iterable[int], fits: Callable[[int, int], bool]
) -> Iterator[tuple[int, int]]:
    """The longest name at each of the offsets, behind the lead and behind the name before, as (start, end).

    fits: whether the name at (start, end) counts.
    """
    flat, at = sheet.flat, sheet.lead_end
    for start in sorted(start for start in starts if flat[start : start + 2] in names.sizes):
        name = next(names.at(flat, start), "") if start >= at else ""
        if name and fits(start, start + len(name)):
            at = start + len(name)
            yield start, at


def is_sure(sheet: Sheet, start: int, end: int, tags: Container[str]) -> bool:
    """Whether a name is longer than two characters, or else one word of these tags to the tagger (欧盟, 河内)."""
    token = sheet.token_at(start)
    return end - start > 2 or (token is not None and (token.start, token.end) == (start, end) and token.tag in tags)
