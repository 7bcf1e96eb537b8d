"""PDF, read by geometry: columns, titles by their size, letters printed twice; scans by OCR where it is installed.

pypdfium2 (Apache-2.0 or BSD) gives every letter with its box, and the picture of a page that has none. The source map
counts code points of the text that a page gives, not of the file; the articles' spots say where on which page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from kg.errors import Mended, SkipInput, UnreadableFile
from kg.model import Article
from kg.read import geometry
from kg.read.forms import Skip, ocr
from kg.read.forms.printed import printed_on
from kg.read.forms.sheets import Sheets
from kg.read.options import ReadOptions
from kg.read.sheet import Leaf, bound, leaf_of, runs_on
from kg.read.sources import Source
from kg.say import say

if TYPE_CHECKING:
    from kg.read.geometry import Letter

# A page number or a stamp on a scan has fewer letters than this. A scan is read at so many dots an inch, and its longer
# side is at most so many pixels.
_FEW_LETTERS, _DOTS, _LONGEST = 40, 200, 8000
_LONGEST_RUN = 40  # pages that may run on


def articles(source: Source, options: ReadOptions, skip: Skip) -> Iterator[Article]:
    """The articles of a PDF, page by page.

    Raises UnreadableFile for one with a password, of scans alone where OCR is not there, or without an article.
    """
    sheets = Sheets(source, options)
    left: list[SkipInput] = []
    for leaves, how in _runs(_leaves(source, left.append)):
        yield from sheets.articles(bound(leaves), how)
    lost = [problem for problem in left if not isinstance(problem, Mended)]
    if not sheets.count and not sheets.written and lost:
        raise UnreadableFile(source.document, lost[0].reason)
    for problem in left:
        skip(problem)
    sheets.finish()


def _runs(leaves: Iterable[tuple[Leaf, str]]) -> Iterator[tuple[list[Leaf], str]]:
    """The pages that run on from one to the next together."""
    run: list[Leaf] = []
    read = ""
    for leaf, how in leaves:
        if run and (how != read or len(run) == _LONGEST_RUN or not runs_on(run[-1], leaf)):
            yield run, read
            run = []
        run, read = [*run, leaf], how
    if run:
        yield run, read


def _leaves(source: Source, skip: Skip) -> Iterator[tuple[Leaf, str]]:
    """Each page and how it was read; those that are damaged, and scans without OCR, are told."""
    import pypdfium2  # noqa: PLC0415  only PDF needs it

    try:
        document = pypdfium2.PdfDocument(source.read())
    except pypdfium2.PdfiumError as error:
        raise UnreadableFile(
            source.document, say("not a PDF that can be opened ({error}); save it again", error=error)
        ) from error
    try:
        for number in range(1, len(document) + 1):
            where = f"{source.document}, page {number}"
            try:
                page = document[number - 1]
                printed = printed_on(page)
                scanned = _is_scan(page, printed.letters)
            except pypdfium2.PdfiumError as error:
                skip(SkipInput(where, say("this page is damaged and left out ({error})", error=error)))
                continue
            if not scanned:
                lines = printed.rules, printed.bars
                yield leaf_of(printed.letters, lines, page=number, height=printed.height), ""
            elif ocr.there():
                yield _read_picture(page, number, where, skip), "ocr"
            else:
                skip(SkipInput(where, say("has no text layer: {needs}", needs=ocr.NEEDS)))
    finally:
        document.close()


def _is_scan(page: Any, letters: Sequence[Letter]) -> bool:
    """Whether a page shows its writing as a picture, or as outlines: hardly any letter, and something drawn."""
    from pypdfium2 import raw  # noqa: PLC0415

    if sum(not letter.text.isspace() for letter in letters) >= _FEW_LETTERS:
        return False
    if not letters:
        return next(iter(page.get_objects()), None) is not None
    width, height = page.get_size()
    boxes = (image.get_bounds() for image in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE]))
    return any((right - left) * (top - bottom) >= width * height / 2 for left, bottom, right, top in boxes)


def _read_picture(page: Any, number: int, where: str, skip: Skip) -> Leaf:
    width, height = page.get_size()
    scale = min(_DOTS / 72, _LONGEST / max(width, height))
    letters, unclear = ocr.letters_of(page.render(scale=scale).to_pil())
    if unclear:
        skip(ocr.too_unclear(where, unclear))
    return leaf_of([_scaled(letter, 1 / scale) for letter in letters], page=number, height=height)


def _scaled(letter: Letter, by: float) -> Letter:
    box = (letter.left * by, letter.bottom * by, letter.right * by, letter.top * by)
    return geometry.Letter(letter.text, *box, letter.sure)
