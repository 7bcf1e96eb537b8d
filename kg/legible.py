"""Texts that every format can carry: what may not stand in XML or UTF-8 gets a visible sign, one for one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_PICTURES = 0x2400  # U+2400 SYMBOL FOR NULL and the 31 after it name the C0 controls
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_TABLE: dict[int, str] = {
    **{code: chr(_PICTURES + code) for code in range(0x20) if code not in (0x09, 0x0A)},
    0x7F: "\N{SYMBOL FOR DELETE}",
    **dict.fromkeys((*range(0x80, 0xA0), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF), _REPLACEMENT),
}


def legible(text: str) -> str:
    """`text` with control characters as control pictures (␀) and lone surrogates and non-characters as U+FFFD.

    Code point for code point, so offsets still hold. Tabs and line feeds stay; a carriage return does not, since XML
    readers turn it into a line feed (XML 1.0, 2.11).
    """
    # Of what is printable nothing changes, and most texts are: to look costs a tenth of translating.
    return text if text.isprintable() else text.translate(_TABLE)


def legible_value(value: Any) -> Any:
    """The same for every text inside mappings (keys too) and lists; tuples become lists, as JSON would have it."""
    if isinstance(value, str):
        return legible(value)
    if isinstance(value, Mapping):
        return {legible(str(key)): legible_value(value[key]) for key in sorted(value, key=str)}
    if isinstance(value, (list, tuple)):
        return [legible_value(item) for item in value]
    return value
