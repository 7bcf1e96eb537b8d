"""A sheet for millions of cells. The one door to `xlsxwriter`, which takes about half of openpyxl's time.

The library asks each cell anew what it is, when it is put and when it is written. Most cells of a graph are short plain
texts that came before (a name, a relation, a day) and numbers, none of them with a format: they go a short way here, in
half of the time, and all others the library's own. What is used of its sheets beside their methods is that of 3.2.5 on.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import CellNumberTuple, CellStringTuple, Worksheet

_LONG = 16_000  # characters that fit into any cell of Excel
_MARKS = "=+-@'<"  # what a text begins with that may be more than a text: to Excel, or to the library
_NEW, _ODD = object(), object()
_column = cache(xl_col_to_name)


class Grid(Worksheet):  # type: ignore[misc]  # its class has no types
    """A sheet of the library to which whole rows can be put. No row or column of it may have a format of its own."""

    def __init__(self) -> None:
        super().__init__()
        self._known: dict[Any, Any] = {None: None, "": None}  # by value: its cell

    def put(self, line: int, row: Sequence[Any], without: int = -1) -> list[int]:
        """Put the plain texts and the numbers of a row, but for one column; returns the columns still to be written."""
        left, cells, known, texts = [], self.table[line], self._known.get, 0
        self._check_dimensions(line, 0)
        self._check_dimensions(line, len(row) - 1)
        for column, value in enumerate(row):
            cell = known(value, _NEW)
            if cell is _NEW:
                cell = self._known[value] = self._cell(value)
            if cell is None:
                continue
            if cell is _ODD or column == without:
                left.append(column)
            else:
                cells[column] = cell
                texts += cell.__class__ is CellStringTuple
        self.str_table.count += texts
        return left

    def _cell(self, value: str | float) -> object:
        if not isinstance(value, str):
            return CellNumberTuple(value, None)
        if value[0] in _MARKS or len(value) > _LONG or not value.isprintable():
            return _ODD
        index = self.str_table._get_shared_string_index(value)
        self.str_table.count -= 1  # `put` counts
        return CellStringTuple(index, None)

    def _write_rows(self) -> None:
        """Overrides the library's; the same file, but for the hint in each row where its cells begin and end."""
        write = self.fh.write
        for row, cells in sorted(self.table.items()):
            if not cells:
                continue
            self._write_row(row, None)
            for column, cell in sorted(cells.items()):
                kind = cell.__class__
                if cell.format is not None:
                    self._write_cell(row, column, cell)
                elif kind is CellStringTuple:
                    write(f'<c r="{_column(column)}{row + 1}" t="s"><v>{cell.string}</v></c>')
                elif kind is CellNumberTuple:
                    write(f'<c r="{_column(column)}{row + 1}"><v>{cell.number:.16G}</v></c>')
                else:
                    self._write_cell(row, column, cell)
            self._xml_end_tag("row")


__all__ = ["Grid", "Workbook"]
