"""PDF with a text layer, read by geometry: columns, titles by their size, letters printed twice.

pypdfium2 (Apache-2.0 or BSD) gives every letter with its box. The source map counts code points of the text that a
page gives, not of the file.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from kg.errors import SkipInput, UnreadableFile
from kg.model import Article, replace
from kg.read import dates, geometry
from kg.read.assemble import Hints, read_page
from kg.read.forms import Skip
from kg.read.options import ReadOptions
from kg.read.sources import Source
from kg.say import say

if TYPE_CHECKING:
    from kg.read.geometry import Letter

# Chromium prints 月 as the radical ⽉, which looks the same.
_RADICALS = range(0x2E80, 0x2FE0)


def articles(source: Source, options: ReadOptions, skip: Skip) -> Iterator[Article]:
    """The articles of a PDF, page by page. Raises UnreadableFile for one without a text layer or a password."""
    known = options.date or dates.in_path(source.document)
    index = 0
    texts, scans = _texts(source, skip)
    if not any(text.strip() for text in texts):
        raise UnreadableFile(source.document, say("has no text layer: a scan, and scans are not read yet"))
    for number in scans:
        skip(
            SkipInput(f"{source.document}, page {number}", say("has no text layer: a scan, and scans are not read yet"))
        )
    for number, text in enumerate(texts, 1):
        for article in read_page(text, source.document, Hints(known, options.place)):
            note = say("page {number} of the file; the lines and offsets below count in its text", number=number)
            identity = f"{source.document}#{index}"
            yield replace(article, id=identity, index=index, notes=(note, *article.notes))
            index += 1
    if not index:
        raise UnreadableFile(source.document, say("holds no article, only headings or page furniture"))


def page_text(letters: list[Letter]) -> str:
    """A sheet as a page of text: every title marked as a heading, a paragraph a line."""
    lines: list[str] = []
    for piece in geometry.pieces_of(geometry.boxes_of(geometry.rows_of(letters))):
        body = geometry.paragraphs(piece.bodies)
        if not piece.titles:
            lines += [*body, ""]
            continue
        title = " ".join(row.text for box in piece.titles for row in box.rows)
        # A large line over nothing is the paper's name or an advertisement.
        lines += [f"# {title}" if body else title, "", *body, ""]
    return "\n".join(lines) + "\n"


def _texts(source: Source, skip: Skip) -> tuple[list[str], list[int]]:
    """The text of each page, and the numbers of those that show a picture and no letter; damaged ones are told."""
    import pypdfium2  # noqa: PLC0415  only PDF needs it

    try:
        document = pypdfium2.PdfDocument(source.read())
    except pypdfium2.PdfiumError as error:
        raise UnreadableFile(
            source.document, say("not a PDF that can be opened ({error}); save it again", error=error)
        ) from error
    try:
        texts: list[str] = []
        scans = []
        for number in range(1, len(document) + 1):
            try:
                page = document[number - 1]
                texts.append(page_text(_letters(page)))
                images = page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE])
                scanned = not texts[-1].strip() and next(iter(images), None) is not None
            except pypdfium2.PdfiumError as error:
                texts += [""] * (number - len(texts))
                broken = say("this page is damaged and left out ({error})", error=error)
                skip(SkipInput(f"{source.document}, page {number}", broken))
                continue
            if scanned:
                scans.append(number)
        return texts, scans
    finally:
        document.close()


def _letters(page: Any) -> list[Letter]:
    """The letters of a page with their boxes; those outside the sheet or put in by the library are left out."""
    from pypdfium2 import raw  # noqa: PLC0415

    textpage = page.get_textpage()
    width, height = page.get_size()
    found: list[Letter] = []
    for i in range(textpage.count_chars()):
        character = chr(raw.FPDFText_GetUnicode(textpage, i))
        if character in "\r\n\x00\ufffe\xad":
            continue
        if raw.FPDFText_IsGenerated(textpage, i):
            # A space that the library reads from a gap between two names.
            if found and character == " ":
                last = found[-1]
                found.append(geometry.Letter(" ", last.right, last.bottom, last.right, last.top))
            continue
        left, bottom, right, top = textpage.get_charbox(i, loose=True)
        if right <= 0 or top <= 0 or left >= width or bottom >= height or top <= bottom:
            continue
        found.append(geometry.Letter(_plain(character), left, bottom, right, top))
    return found


def _plain(character: str) -> str:
    if ord(character) not in _RADICALS:
        return character
    folded = unicodedata.normalize("NFKC", character)
    return folded if len(folded) == 1 else character
