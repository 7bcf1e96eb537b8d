"""Scans and photos of pages (.png, .jpg, .tif, .webp, .bmp), read by OCR and then by geometry, as PDF is.

Pillow (MIT-CMU) opens them; a picture is turned as its camera says, and a .tif may hold several pages.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.errors import Mended, UnreadableFile
from kg.model import Article
from kg.read.forms import Skip, ocr
from kg.read.forms.sheets import Sheets
from kg.read.options import ReadOptions
from kg.read.sheet import Sheet, sheet_of
from kg.read.sources import Source
from kg.say import say

if TYPE_CHECKING:
    from PIL.Image import Image

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
    for number, sheet in _sheets(source, skip):
        yield from sheets.articles(sheet, number, "ocr")
    if sheets.written < _FEW_LETTERS and not sheets.count:
        skip(Mended(source.document, say("a picture with hardly any writing: there is nothing to read")))
    else:
        sheets.finish()


def _sheets(source: Source, skip: Skip) -> Iterator[tuple[int, Sheet]]:
    for number, picture in enumerate(_frames(source), 1):
        if max(picture.size) < _SMALL:
            continue
        letters, unclear = ocr.letters_of(picture)
        if unclear:
            skip(ocr.too_unclear(f"{source.document}, page {number}", unclear))
        yield number, sheet_of(letters, picture.height)


def _frames(source: Source) -> Iterator[Image]:
    from PIL import Image, ImageOps, ImageSequence  # noqa: PLC0415  only pictures need it

    try:
        with Image.open(io.BytesIO(source.read())) as file:
            for frame in ImageSequence.Iterator(file):
                if frame.width * frame.height > _LARGEST:
                    most = _LARGEST // 1_000_000
                    raise UnreadableFile(
                        source.document, say("a picture of more than {most} million pixels; make it smaller", most=most)
                    )
                yield ImageOps.exif_transpose(frame).convert("RGB")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise UnreadableFile(
            source.document, say("not a picture that can be opened ({error}); save it again", error=error)
        ) from error
