"""The short way of cells into a workbook against the library's own."""

from __future__ import annotations

import io
import re
import zipfile

from openpyxl import load_workbook
from xlsxwriter.worksheet import Worksheet

from kg.export.grid import Grid, Workbook

ROWS = [
    ("江宁市", "江宁市", 1, 1.5, None, "", 'A & B <c> "d"'),
    ("青江宁河实业", "", 0, -2, "江宁市", None, 1e20),
    ("", None, "", None, "", None, ""),
    ("字" * 15_999, "x]]>y", 0.1 + 0.2, 3, "&amp;", "_x0041_", "末"),
]
ODD = ("=1+1", "+86", "-", "@x", "'", "<r>江</r>", "两\n行", "\u202e江宁", "字" * 16_001, "\x07")


def made(kind, put):
    file = io.BytesIO()
    book = Workbook(file)
    put(book.add_worksheet("甲", kind))
    book.close()
    return file


def by_cells(sheet):
    for line, row in enumerate(ROWS):
        for column, value in enumerate(row):
            if isinstance(value, str) and value:
                sheet.write_string(line, column, value)
            elif value not in (None, ""):
                sheet.write_number(line, column, value)


def part(file, name):
    return zipfile.ZipFile(file).read(name).decode()


def test_rows_are_what_the_library_writes_cell_by_cell():
    quick = made(Grid, lambda sheet: [sheet.put(line, row) for line, row in enumerate(ROWS)])
    slow = made(Worksheet, by_cells)
    assert part(quick, "xl/sharedStrings.xml") == part(slow, "xl/sharedStrings.xml")
    name = "xl/worksheets/sheet1.xml"
    assert re.sub(r" spans=\"[^\"]*\"", "", part(slow, name)) == part(quick, name)
    read = [list(row) for row in load_workbook(quick)["甲"].iter_rows(values_only=True)]
    assert read[1][:5] == ["青江宁河实业", None, 0, -2, "江宁市"]
    assert len(read) == len(ROWS)


def test_what_is_more_than_a_text_and_the_column_left_out_are_given_back():
    left = []
    made(Grid, lambda sheet: left.extend(sheet.put(0, [*ODD, "江宁", 3, "", None], without=len(ODD))))
    assert left == list(range(len(ODD) + 1))


def test_cells_with_a_format_and_cells_put_later_stand_in_their_places():
    def put(sheet):
        sheet.put(0, ["乙", 2, "丙"], without=1)
        sheet.write_string(0, 1, "=1", None)
        sheet.write_url(1, 0, "internal:'甲'!A1", None, "丁")

    sheet = load_workbook(made(Grid, put))["甲"]
    assert [cell.value for cell in sheet[1]] == ["乙", "=1", "丙"]
    assert sheet["B1"].data_type == "s"
    assert (sheet["A2"].value, sheet["A2"].hyperlink.location) == ("丁", "'甲'!A1")
