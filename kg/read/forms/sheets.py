"""Articles of sheets: the pages of a PDF, the frames of a picture. Not a form of its own: those two share it."""

from __future__ import annotations

from collections.abc import Iterator

from kg.errors import UnreadableFile
from kg.model import Article, replace
from kg.read import dates
from kg.read.assemble import Hints
from kg.read.cutting import Cutter
from kg.read.options import ReadOptions
from kg.read.sheet import Sheet, with_spots
from kg.read.sources import Source
from kg.say import say


class Sheets:
    """The sheets of one file, numbered through. count: of articles; written: of letters; both so far."""

    def __init__(self, source: Source, options: ReadOptions) -> None:
        self._document = source.document
        self._hints = Hints(options.date or dates.in_path(source.document), options.place)
        self._cutter = Cutter(source.document, options.cuts.get(source.document, ()))
        self.count = self.written = 0

    def articles(self, sheet: Sheet, how: str = "") -> Iterator[Article]:
        """The articles of a page, or of several that run on; how: "ocr" where its letters were read by it."""
        self.written += sum(len(line.row.text) for line in sheet.lines)
        note = say(
            "page {number} of the file; the lines and offsets below count in its text", number=min(sheet.heights)
        )
        read = say("read by OCR, which is {sure} % sure of its letters", sure=round(100 * sheet.sure))
        notes = (note, read) if how else (note,)
        for article in self._cutter.read(sheet.text, self._document, self._hints):
            told = replace(article, id=f"{self._document}#{self.count}", index=self.count)
            yield with_spots(replace(told, notes=(*notes, *article.notes)), sheet)
            self.count += 1

    def finish(self) -> None:
        """Raises UnreadableFile where there was no article at all, or a person's cuts are not there."""
        self._cutter.finish()
        if not self.count:
            raise UnreadableFile(self._document, say("holds no article, only headings or page furniture"))
