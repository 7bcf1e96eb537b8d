"""What is printed on a page of a PDF: letters with their boxes, and the rules between columns. No form of its own."""

from __future__ import annotations

import ctypes
import unicodedata
from typing import Any

from kg.read.geometry import Letter, Rule

# Chromium prints 月 as the radical ⽉, which looks the same.
_RADICALS = range(0x2E80, 0x2FE0)
# A rule is no wider than this and at least so long, in points.
_THIN, _LONG = 2.5, 20.0
_INVISIBLE, _WHITE = 3, 250


def letters_of(page: Any) -> list[Letter]:
    """The letters of a page that one sees; those outside the sheet or put in by the library are left out.

    A page on which all of them are hidden is a scan over the text that OCR found, and keeps them.
    """
    told = _told(page)
    seen = [letter for letter, hidden in told if not hidden]
    return seen if any(not letter.text.isspace() for letter in seen) else [letter for letter, _ in told]


def rules_of(page: Any) -> list[Rule]:
    """The upright lines of a page, as columns are parted by them."""
    from pypdfium2 import raw  # noqa: PLC0415  only PDF needs it

    boxes = (item.get_bounds() for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH]))
    return [
        Rule((left + right) / 2, bottom, top)
        for left, bottom, right, top in boxes
        if right - left <= _THIN and top - bottom >= _LONG
    ]


def _told(page: Any) -> list[tuple[Letter, bool]]:
    """The letters of a page, each with whether it is hidden."""
    from pypdfium2 import raw  # noqa: PLC0415

    textpage = page.get_textpage()
    width, height = page.get_size()
    found: list[tuple[Letter, bool]] = []
    grounds: list[tuple[float, float, float, float]] | None = None
    for i in range(textpage.count_chars()):
        character = chr(raw.FPDFText_GetUnicode(textpage, i))
        if character in "\r\n\x00\ufffe\xad":
            continue
        if raw.FPDFText_IsGenerated(textpage, i):
            # A space that the library reads from a gap between two names.
            if found and character == " ":
                last, hidden = found[-1]
                found.append((Letter(" ", last.right, last.bottom, last.right, last.top), hidden))
            continue
        left, bottom, right, top = textpage.get_charbox(i, loose=True)
        if right <= 0 or top <= 0 or left >= width or bottom >= height or top <= bottom:
            continue
        letter = Letter(_plain(character), left, bottom, right, top)
        ink = _ink(textpage, i)
        if ink == "white" and grounds is None:
            grounds = _grounds(page)
        on_white = ink == "white" and not any(_inside(letter, ground) for ground in grounds or ())
        found.append((letter, ink == "none" or on_white))
    return found


def _ink(textpage: Any, i: int) -> str:
    """Of a letter: none, white or seen."""
    from pypdfium2 import raw  # noqa: PLC0415

    if raw.FPDFTextObj_GetTextRenderMode(raw.FPDFText_GetTextObject(textpage, i)) == _INVISIBLE:
        return "none"
    colours = [ctypes.c_uint(0) for _ in range(4)]
    if not raw.FPDFText_GetFillColor(textpage, i, *colours):
        return "seen"
    red, green, blue, alpha = (colour.value for colour in colours)
    return "none" if not alpha else "white" if min(red, green, blue) >= _WHITE else "seen"


def _grounds(page: Any) -> list[tuple[float, float, float, float]]:
    """The boxes of what white letters can be seen on: pictures, and areas of another colour."""
    from pypdfium2 import raw  # noqa: PLC0415

    found = []
    for item in page.get_objects():
        colours = [ctypes.c_uint(0) for _ in range(4)]
        painted = item.type == raw.FPDF_PAGEOBJ_PATH and raw.FPDFPageObj_GetFillColor(item, *colours)
        white = painted and min(colour.value for colour in colours[:3]) >= _WHITE
        if item.type != raw.FPDF_PAGEOBJ_TEXT and not white:
            found.append(item.get_bounds())
    return found


def _inside(letter: Letter, box: tuple[float, float, float, float]) -> bool:
    left, bottom, right, top = box
    return left <= (letter.left + letter.right) / 2 <= right and bottom <= letter.middle <= top


def _plain(character: str) -> str:
    if ord(character) not in _RADICALS:
        return character
    folded = unicodedata.normalize("NFKC", character)
    return folded if len(folded) == 1 else character
