"""The letters of a picture, read by RapidOCR: the one door to it, and to onnxruntime behind it.

RapidOCR (Apache-2.0, the extra `kg[ocr]`) carries its models in its wheel and needs no network. A line of writing
comes with a box and each of its letters with a place and how sure it is; what `geometry` asks for beyond that, one
size for letters of one size and level lines, is made here from them. Lengths are in pixels, y upwards from the lower
edge, as `geometry` counts.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from statistics import median
from typing import TYPE_CHECKING, Any

from kg.errors import Mended
from kg.language.text import is_han
from kg.read.geometry import Letter
from kg.say import say

if TYPE_CHECKING:
    from PIL.Image import Image

NEEDS = say("a scan; it is read once OCR is there: in the folder of kg, pipx install --force '.[ocr]'")
# Fixed, whatever the machine has: the same picture gives the same letters.
_THREADS = 2
# Lines are looked for on a picture whose longer side has one of these lengths: letters of a newspaper's text are then
# ten pixels high or more.
_SIDES = (1600, 2400, 3200)
_SHARE, _LINES = 0.6, 5000
# A line that is less sure than this is a rule, a photograph's grain or a stamp.
_LEAST = 0.5
# So high are the ink of a Han letter, of a digit, and any letter in its box; letters of one size differ by less
# than _ALIKE; what differs less than _FAINT from its ground (of 255) is no ink.
_HAN, _DIGIT, _PART, _ALIKE, _FAINT = 0.91, 0.73, 0.84, 0.12, 60
_FEW = 3
_WORDS_APART = 1.2


@dataclass(frozen=True, slots=True)
class Seen:
    """A line of writing. corners: from the upper left, clockwise, in pixels from the upper edge. lefts: of each of its
    letters, where it begins. sure: in [0, 1]. size: of its letters."""

    text: str
    corners: tuple[tuple[float, float], ...]
    lefts: tuple[float, ...]
    sure: float
    size: float


def there() -> bool:
    """Whether the extra is installed."""
    return all(find_spec(name) is not None for name in ("rapidocr", "onnxruntime", "PIL"))


def too_unclear(where: str, lines: int) -> Mended:
    """The remark that so many lines of a page were left out."""
    return Mended(where, say("lines too unclear to be read: {lines}", lines=lines))


def letters_of(picture: Image) -> tuple[list[Letter], int]:
    """The letters of a picture, and how many of its lines were too unclear to be read."""
    seen = list(_seen(picture))
    clear = [line for line in seen if line.sure >= _LEAST]
    return placed(clear, picture.height), len(seen) - len(clear)


def placed(lines: Sequence[Seen], height: float) -> list[Letter]:
    """Lines as letters on a picture of that height: levelled, and of one size where they are nearly so."""
    turn = -_slope(lines)
    level = [_turned(line, turn) for line in lines]
    body = median([line.size for line in level for _ in line.text]) if level else 0.0
    alike = (abs(line.size - body) <= _ALIKE * body for line in level)
    sizes = [body if same else line.size for line, same in zip(level, alike, strict=True)]
    return [letter for line, size in zip(level, sizes, strict=True) for letter in _letters(line, size, height)]


def _seen(picture: Image) -> Iterator[Seen]:
    import numpy  # noqa: PLC0415  nothing else here needs it

    longer = max(picture.size)
    side = next((side for side in _SIDES if side >= _SHARE * longer), _SIDES[-1])
    # The engine takes colours in the order of OpenCV.
    found = _engine(side)(numpy.asarray(picture.convert("RGB"))[:, :, ::-1])
    if found.txts is None:
        return
    grey = numpy.asarray(picture.convert("L"))
    for text, corners, words, sure in zip(found.txts, found.boxes, found.word_results, found.scores, strict=True):
        places = tuple((float(x), float(y)) for x, y in corners)
        told = (float(box[0][0]) for letter, _, box in words if not letter.isspace())
        lefts = tuple(_lefts(text, told, places[0][0]))
        yield Seen(text, places, lefts, round(float(sure), 3), letter_size(grey, text, places, lefts))


def _lefts(text: str, told: Iterator[float], first: float) -> Iterator[float]:
    """Where each letter of a line begins; a space, of which the engine tells no place, where the one before it does."""
    for character in text:
        first = first if character.isspace() else max(first, next(told, first))
        yield first


def letter_size(grey: Any, text: str, corners: Sequence[tuple[float, float]], lefts: Sequence[float]) -> float:
    """How large the letters of a line are, by the height of their ink: boxes of lines are uneven. grey: the picture."""
    (left, upper), (right, upper_right), _, (_, lower) = corners
    rise = (upper_right - upper) / max(right - left, 1.0)
    han, others = [], []
    for character, begin, end in zip(text, lefts, [*lefts[1:], right], strict=True):
        shift = rise * (begin - left)
        wide = min(max(end - begin, 1.0), lower - upper)
        window = grey[_within(upper + shift) : _within(lower + shift), _within(begin) : _within(begin + wide)]
        high = _ink(window)
        if high and is_han(character):
            han.append(high / _HAN)
        elif high and character.isalnum():
            others.append(high / _DIGIT)
    return float(median(han or others or [_PART * (lower - upper)]))


def _ink(window: Any) -> int:
    """From the first to the last row of pixels that are unlike the ground: the commoner of light and dark."""
    if not window.size or int(window.max()) - int(window.min()) < _FAINT:
        return 0
    dark = window < (int(window.max()) + int(window.min())) / 2
    inked = dark if 2 * dark.sum() <= dark.size else ~dark
    rows = inked.any(axis=1).nonzero()[0]
    return int(rows[-1] - rows[0] + 1)


def _within(place: float) -> int:
    return max(0, round(place))


@cache
def _engine(side: int) -> Any:
    """The engine for pictures on which lines are looked for at that size."""
    from rapidocr import RapidOCR  # noqa: PLC0415  slow to import, and only scans need it

    return RapidOCR(
        params={
            "Global.log_level": "error",
            "Global.use_cls": False,
            "Global.max_side_len": 1 << 16,
            "Global.text_score": 0.0,
            "Global.return_word_box": True,
            "Global.return_single_char_box": True,
            "Det.limit_type": "max",
            "Det.limit_side_len": side,
            "Det.max_candidates": _LINES,
            "EngineConfig.onnxruntime.intra_op_num_threads": _THREADS,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
        }
    )


def _slope(lines: Iterable[Seen]) -> float:
    """By how much a picture is turned, in radians: the middle of its long lines."""
    slopes = [
        math.atan2(right[1] - left[1], right[0] - left[0])
        for left, right in ((line.corners[0], line.corners[1]) for line in lines if len(line.text) > _FEW)
    ]
    return median(slopes) if slopes else 0.0


def _turned(line: Seen, turn: float) -> Seen:
    cosine, sine = math.cos(turn), math.sin(turn)
    (left, top), (right, _), *_ = line.corners
    wide = max(right - left, 1.0)
    rise = (line.corners[1][1] - top) / wide  # letters are told on the line, which is not level yet
    lefts = tuple(x * cosine - (top + (x - left) * rise) * sine for x in line.lefts)
    corners = tuple((x * cosine - y * sine, x * sine + y * cosine) for x, y in line.corners)
    return Seen(line.text, corners, lefts, line.sure, line.size)


def _upper(line: Seen) -> float:
    return (line.corners[0][1] + line.corners[1][1]) / 2


def _lower(line: Seen) -> float:
    return (line.corners[2][1] + line.corners[3][1]) / 2


def _letters(line: Seen, size: float, height: float) -> Iterator[Letter]:
    middle = height - (_upper(line) + _lower(line)) / 2
    low, high = middle - size / 2, middle + size / 2
    right = line.corners[0][0]
    marks = [n for n, character in enumerate(line.text) if not character.isspace()]
    for n, behind in zip(marks, [*marks[1:], None], strict=True):
        left = max(line.corners[0][0], line.lefts[n])
        after = line.corners[1][0] if behind is None else line.lefts[behind]
        # Where columns were taken for one line a space may stand for the gutter, which is to part them.
        if n and line.text[n - 1].isspace() and left - right <= _WORDS_APART * size:
            yield Letter(" ", right, low, left, high)
        right = min(left + size, max(after, left + 1.0))
        yield Letter(line.text[n], left, low, right, high, line.sure)
