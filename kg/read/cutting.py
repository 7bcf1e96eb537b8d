"""The articles of the texts of one document: by the rules, or as a person wants them cut (kg.read.cuts)."""

from __future__ import annotations

from collections.abc import Sequence

from kg.errors import UnreadableFile
from kg.model import Article, replace
from kg.read import cuts
from kg.read.assemble import Hints, read_page
from kg.read.cuts import Cut
from kg.say import say


class Cutter:
    """Reads the texts of a document in order: a page, the pages of a PDF, the rows of a table.

    wanted: the cuts of the document in its order; without any, each text is cut by the rules. With some, an article is
    what one of them says, and a text that none is about gives nothing.
    """

    def __init__(self, document: str, wanted: Sequence[Cut] = ()) -> None:
        self.wanted = tuple(wanted)
        self._document, self._used = document, 0

    def read(self, text: str, where: str, hints: Hints) -> list[Article]:
        """The articles of one text, numbered from 0. Raises UnreadableFile for a cut that holds none."""
        if not self.wanted:
            return read_page(text, where, hints)
        found: list[Article] = []
        for cut, span in cuts.found(text, self.wanted[self._used :]):
            self._used += 1
            found.append(self._cut(text[span[0] : span[1]], cut, hints, span[0]))
        return [replace(article, id=f"{where}#{n}", document=where, index=n) for n, article in enumerate(found)]

    def _cut(self, text: str, cut: Cut, hints: Hints, start: int) -> Article:
        own = Hints(cut.date or hints.date, cut.place or hints.place, cut.title, single=True)
        read = read_page(text, self._document, own)
        if not read:
            raise UnreadableFile(
                self._document,
                say("cut {number}: holds no article, only headings or furniture; mend the table", number=self._used),
            )
        article = cuts.moved(read[0], start)
        note = say("cut by a person, from offset {start}", start=start)
        return replace(article, date=cut.date or article.date, notes=(note, *article.notes))

    def finish(self) -> None:
        """Raises UnreadableFile for the first cut whose words were not found."""
        if self._used < len(self.wanted):
            raise UnreadableFile(
                self._document,
                say(
                    "cut {number}: 「{begin}」 … 「{end}」 is not in the file there; mend the table",
                    number=self._used + 1,
                    begin=self.wanted[self._used].begin,
                    end=self.wanted[self._used].end,
                ),
            )
