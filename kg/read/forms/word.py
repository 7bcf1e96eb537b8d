"""Word documents (.docx): paragraphs and tables in their order; styles of titles become headings.

The source map counts code points of that text, not of the file.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from kg.errors import UnreadableFile
from kg.model import Article, replace
from kg.read.forms import Skip
from kg.read.forms.text import page
from kg.read.options import ReadOptions
from kg.read.sources import Source
from kg.say import say

_LARGEST = 200 << 20  # bytes that a document may unpack to
# python-docx takes every element and attribute for granted.
_SURPRISED = (LookupError, ValueError, TypeError, AttributeError, RecursionError)


def articles(source: Source, options: ReadOptions, skip: Skip) -> Iterator[Article]:
    """The articles of a Word document. Raises UnreadableFile."""
    note = say("the lines and offsets below count in the text of the document")
    for article in page(_text(source), source, options):
        yield replace(article, notes=(note, *article.notes))


def _text(source: Source) -> str:
    from docx import Document  # noqa: PLC0415  only Word documents need it
    from docx.opc.exceptions import PackageNotFoundError  # noqa: PLC0415
    from lxml.etree import LxmlError  # noqa: PLC0415

    data = source.read()
    try:
        _bounded(data, source.document)
        return "\n".join(_lines(Document(io.BytesIO(data)))) + "\n"
    except (PackageNotFoundError, zipfile.BadZipFile, zlib.error, LxmlError, *_SURPRISED) as error:
        raise UnreadableFile(
            source.document, say("not a Word document ({error}); save it again as .docx", error=error)
        ) from error


def _lines(document: Any) -> Iterator[str]:
    from docx.table import Table  # noqa: PLC0415

    for part in document.iter_inner_content():
        if isinstance(part, Table):
            # A merged cell comes once for each that it covers. A row ends like a sentence: it is no title.
            yield from ("，".join(dict.fromkeys(cell.text.strip() for cell in row.cells)) + "；" for row in part.rows)
            continue
        style = str(part.style.name if part.style is not None else "")
        mark = "# " if style.startswith(("Title", "Heading 1", "标题 1")) else ""
        yield mark + part.text


def _bounded(data: bytes, document: str) -> None:
    """Raises UnreadableFile where a document unpacks to too much, BadZipFile where a part of it is not whole.

    The parts are unpacked piece by piece: one may say that it is smaller than it is.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if sum(info.file_size for info in archive.infolist()) > _LARGEST:
            raise UnreadableFile(document, say("unpacks to more than {largest} MiB", largest=_LARGEST >> 20))
        broken = archive.testzip()
    if broken is not None:
        raise zipfile.BadZipFile(f"{broken} is damaged")
