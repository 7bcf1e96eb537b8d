"""Sheets of a workbook for Excel, written by `kg.export.grid`.

Every text is written as text, so no cell can become a formula. The same rows give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.files import room, writing
from kg.legible import legible

if TYPE_CHECKING:
    from kg.export.grid import Grid

ROWS = 1_048_575  # of a sheet, below its heading
LINKS = 65_530  # of a sheet: Excel calls one with more damaged
_CELL = 32_000  # characters; Excel cuts a cell after 32,767
_NARROW = 12
_SIGNS = "=+-@'"  # what a text begins with that Excel would take for a formula once somebody edits the cell


class Book:
    """The sheets that are being written."""

    def __init__(self, book: Any, kind: type[Grid]) -> None:
        self._book, self._kind = book, kind
        self._bold = book.add_format({"bold": True})
        self._quoted = book.add_format({"quote_prefix": True})
        self._link = book.add_format({"quote_prefix": True, "font_color": "#0563C1", "underline": 1})

    def sheet(
        self,
        title: str,
        heads: Sequence[str],
        rows: Iterable[Sequence[Any]],
        widths: Mapping[str, int],
        links: Links | None = None,
    ) -> tuple[Grid, int]:
        """A sheet with bold, frozen headings, a filter and widths; and its last line."""
        sheet = self._book.add_worksheet(title, self._kind)
        for column, head in enumerate(heads):
            sheet.write_string(0, column, head, self._bold)
            sheet.set_column(column, column, widths.get(head, _NARROW))
        line = 0
        for line, row in enumerate(rows, start=1):
            if line > ROWS:
                self._text(sheet, line, 0, "… 其余未列出，见 edges.csv")
                break
            self._row(sheet, line, row, links)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, line, len(heads) - 1)
        return sheet, line

    def _row(self, sheet: Grid, line: int, row: Sequence[Any], links: Links | None) -> None:
        linked = links.column if links and line <= LINKS and links.lines[line - 1] <= ROWS else -1
        for column in sheet.put(line, row, linked):
            if links and column == linked:
                place = f"internal:'{links.sheet}'!A{links.lines[line - 1]}"
                sheet.write_url(line, column, place, self._link, legible(row[column])[:_CELL])
            else:
                self._text(sheet, line, column, legible(row[column])[:_CELL])

    def _text(self, sheet: Grid, line: int, column: int, said: str) -> None:
        if said.startswith("<r>") and said.endswith("</r>"):
            # The library takes it for its own mark-up of a text in several pieces: so it gets it in three.
            sheet.write_rich_string(line, column, said[:1], said[1:2], said[2:], self._quoted)
        else:
            sheet.write_string(line, column, said, self._quoted if said[0] in _SIGNS else None)


class Links:
    """That the cells of a column lead to lines of another sheet. lines: for each row the line, the first one is 1."""

    def __init__(self, column: int, sheet: str, lines: Sequence[int]) -> None:
        self.column, self.sheet, self.lines = column, sheet, lines


@contextmanager
def book(path: Path) -> Iterator[Book]:
    """A workbook that stands at `path` when the block ends, whole or not at all. Raises OSError."""
    from kg.export.grid import Grid, Workbook  # noqa: PLC0415  xlsxwriter only where a workbook is written

    with writing(path) as file, room(path) as folder:
        made = Workbook(file, {"tmpdir": str(folder)})
        made.set_properties({"created": datetime(1980, 1, 1)})  # no clock: the same bytes
        yield Book(made, Grid)
        made.close()
