"""What is printed on a page of a PDF: letters with their boxes, and the rules between them. No form of its own."""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from kg.language.text import is_han
from kg.read.geometry import Bar, Letter, Rule
from kg.read.weight import alike

# Chromium prints 月 as the radical ⽉, which looks the same.
_RADICALS = range(0x2E80, 0x2FE0)
# A rule is no wider than this and at least so long, in points.
_THIN, _LONG = 2.5, 20.0
_INVISIBLE, _WHITE = 3, 250
_DETAIL, _LONGEST = 2.0, 6000  # dots a point in the picture by which ink is told, and along its longer side


@dataclass(frozen=True, slots=True)
class Printed:
    """A page as its letters are read from left to right, however it was turned. height: of the page then, in points."""

    letters: list[Letter]
    rules: tuple[Rule, ...] = ()
    bars: tuple[Bar, ...] = ()
    height: float = 0.0


_Box = tuple[float, float, float, float]  # left, bottom, right, top


@dataclass(frozen=True, slots=True)
class _Seen:
    """A letter with the quarters by which it is turned to the left, and whether it is hidden."""

    letter: Letter
    quarters: int
    hidden: bool


def printed_on(page: Any) -> Printed:
    """The letters of a page that one sees, and its rules; what is outside the sheet or the library put in is left out.

    A page on which all of them are hidden is a scan over the text that OCR found, and keeps them.
    """
    sheet = page.get_cropbox()
    told = _told(page, sheet)
    quarters = _quarters(told)
    turn, height = _turning(quarters, sheet)
    # Of a page that was turned, what stands otherwise was put on it afterwards, and spaces are the library's errors.
    own = (one for one in told if not quarters or (one.quarters == quarters and not one.letter.text.isspace()))
    kept = [replace(one, letter=_moved(one.letter, turn)) for one in own]
    seen = [one.letter for one in kept if not one.hidden]
    letters = seen if any(not letter.text.isspace() for letter in seen) else [one.letter for one in kept]
    if not quarters and alike(letters):
        letters = _inked(page, letters)
    boxes = [turn(box) for box in _lines(page)]
    return Printed(letters, tuple(_rules(boxes)), tuple(_bars(boxes)), height)


def _inked(page: Any, letters: list[Letter]) -> list[Letter]:
    """The letters with their ink, of a page that stands upright: fonts that a browser writes tell no weight."""
    scale = min(_DETAIL, _LONGEST / max(page.get_size()))
    if scale < 1:
        return letters
    picture = page.render(scale=scale, grayscale=True)
    dots, stride, height = bytes(picture.buffer), picture.stride, picture.height
    found = []
    for letter in letters:
        if not is_han(letter.text):
            found.append(letter)
            continue
        left, right = max(0, int(letter.left * scale)), min(picture.width, int(letter.right * scale) + 1)
        high, low = max(0, height - int(letter.top * scale)), min(height, height - int(letter.bottom * scale) + 1)
        lines = [dots[y * stride + left : y * stride + right] for y in range(high, low)]
        ground = max((max(line, default=0) for line in lines), default=0)  # what is grey all over is not bold
        black = sum(ground * len(line) - sum(line) for line in lines) / 255
        found.append(replace(letter, ink=black / (letter.size * scale) ** 2))
    return found


def _turning(quarters: int, sheet: _Box) -> tuple[Callable[[_Box], _Box], float]:
    """Turns boxes back by so many quarters, into a sheet that begins at 0; its height then."""
    left, bottom, right, top = sheet
    width, height = right - left, top - bottom

    def turn(box: _Box) -> _Box:
        a, b, c, d = box[0] - left, box[1] - bottom, box[2] - left, box[3] - bottom
        return ((a, b, c, d), (b, width - c, d, width - a), (width - c, height - d, width - a, height - b),
                (height - d, a, height - b, c))[quarters]  # fmt: skip

    return turn, height if quarters % 2 == 0 else width


def _moved(letter: Letter, turn: Callable[[_Box], _Box]) -> Letter:
    left, bottom, right, top = turn((letter.left, letter.bottom, letter.right, letter.top))
    return replace(letter, left=left, bottom=bottom, right=right, top=top)


def _quarters(told: Iterable[_Seen]) -> int:
    """By how many quarters most letters are turned to the left: as far as the page was."""
    many = Counter(one.quarters for one in told if is_han(one.letter.text))
    return max(many, key=lambda quarters: (many[quarters], -quarters), default=0)


def _lines(page: Any) -> list[_Box]:
    """The boxes of all that is drawn on a page."""
    from pypdfium2 import raw  # noqa: PLC0415  only PDF needs it

    return [item.get_bounds() for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH])]


def _rules(boxes: Iterable[_Box]) -> Iterable[Rule]:
    for left, bottom, right, top in boxes:
        if right - left <= _THIN and top - bottom >= _LONG:
            yield Rule((left + right) / 2, bottom, top)


def _bars(boxes: Iterable[_Box]) -> Iterable[Bar]:
    for left, bottom, right, top in boxes:
        if top - bottom <= _THIN and right - left >= _LONG:
            yield Bar((bottom + top) / 2, left, right)


def _told(page: Any, sheet: _Box) -> list[_Seen]:
    """The letters on the sheet of a page."""
    from pypdfium2 import raw  # noqa: PLC0415

    textpage = page.get_textpage()
    found: list[_Seen] = []
    grounds: list[_Box] | None = None
    for i in range(textpage.count_chars()):
        character = chr(raw.FPDFText_GetUnicode(textpage, i))
        if character in "\r\n\x00\ufffe\xad":
            continue
        if raw.FPDFText_IsGenerated(textpage, i):
            # A space that the library reads from a gap between two names.
            if found and character == " ":
                last = found[-1]
                found.append(replace(last, letter=_space_behind(last.letter)))
            continue
        left, bottom, right, top = textpage.get_charbox(i, loose=True)
        if right <= sheet[0] or top <= sheet[1] or left >= sheet[2] or bottom >= sheet[3] or top <= bottom:
            continue
        letter = Letter(_plain(character), left, bottom, right, top)
        ink = _ink(textpage, i)
        if ink == "white" and grounds is None:
            grounds = _grounds(page)
        on_white = ink == "white" and not any(_inside(letter, ground) for ground in grounds or ())
        quarters = round(-raw.FPDFText_GetCharAngle(textpage, i) / (math.pi / 2)) % 4
        found.append(_Seen(letter, quarters, ink == "none" or on_white))
    return found


def _space_behind(last: Letter) -> Letter:
    return Letter(" ", last.right, last.bottom, last.right, last.top)


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


def _grounds(page: Any) -> list[_Box]:
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


def _inside(letter: Letter, box: _Box) -> bool:
    left, bottom, right, top = box
    return left <= (letter.left + letter.right) / 2 <= right and bottom <= letter.middle <= top


def _plain(character: str) -> str:
    if ord(character) not in _RADICALS:
        return character
    folded = unicodedata.normalize("NFKC", character)
    return folded if len(folded) == 1 else character
