"""Scans and photos of pages (.png, .jpg, .tif, .webp, .bmp), read by OCR and then by geometry, as PDF is.

Pillow (MIT-CMU) opens them; a picture is turned as its camera says, and a .tif may hold several pages.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TypeVar

from kg.errors import Mended, SkipInput, UnreadableFile
from kg.model import Article
from kg.read.forms import Skip, ocr
from kg.read.forms.sheets import Sheets
from kg.read.options import ReadOptions
from kg.read.sheet import Sheet, bound, leaf_of
from kg.read.sources import Source
from kg.say import say

if TYPE_CHECKING:
    from PIL.Image import Image

_T = TypeVar("_T")
# Pixels of a picture at most: a broadsheet at 600 dots an inch has 117 million.
_LARGEST = 150_000_000
# A photograph that shows fewer letters than this shows no article.
_FEW_LETTERS = 30
# An icon; in pixels.
_SMALL = 200


def articles(source: Source, options: ReadOptions, skip: Skip) -> Iterator[Article]:
    """The articles of a picture. A photograph without writing is told to `skip` and nothing is lost.

    Raises UnreadableFile where OCR is not installed, for what is no picture or too large, and where there is writing
    but no article.
    """
    if not ocr.there():
        raise UnreadableFile(source.document, ocr.NEEDS)
    sheets = Sheets(source, options)
    for sheet in _sheets(source, skip):
        yield from sheets.articles(sheet, "ocr")
    if sheets.written < _FEW_LETTERS and not sheets.count:
        skip(Mended(source.document, say("a picture with hardly any writing: there is nothing to read")))
    else:
        sheets.finish()


def _sheets(source: Source, skip: Skip) -> Iterator[Sheet]:
    for number, picture in enumerate(_frames(source), 1):
        if max(picture.size) < _SMALL:
            continue
        letters, unclear = ocr.letters_of(picture)
        if unclear:
            skip(ocr.too_unclear(f"{source.document}, page {number}", unclear))
        yield bound([leaf_of(letters, page=number, height=picture.height)])


def _frames(source: Source) -> Iterator[Image]:
    from PIL import Image, ImageSequence  # noqa: PLC0415  only pictures need it

    data = io.BytesIO(source.read())
    frames = _tried(source, lambda: iter(ImageSequence.Iterator(Image.open(data))))
    while (frame := _tried(source, lambda: _whole(next(frames, None), source))) is not None:
        yield frame


def _whole(frame: Image | None, source: Source) -> Image | None:
    """A frame in colours, turned as its camera says."""
    from PIL import ImageOps  # noqa: PLC0415

    if frame is None:
        return None
    if frame.width * frame.height > _LARGEST:
        most = _LARGEST // 1_000_000
        raise UnreadableFile(
            source.document, say("a picture of more than {most} million pixels; make it smaller", most=most)
        )
    return ImageOps.exif_transpose(frame).convert("RGB")


def _tried(source: Source, step: Callable[[], _T]) -> _T:
    """What Pillow gives; raises UnreadableFile for whatever it raises at a damaged file, and warns of nothing."""
    try:
        with warnings.catch_warnings(action="ignore"):
            return step()
    except SkipInput:
        raise
    except Exception as error:  # its readers of forms raise TypeError, KeyError, struct.error and more
        raise UnreadableFile(
            source.document, say("not a picture that can be opened ({error}); save it again", error=error)
        ) from error
