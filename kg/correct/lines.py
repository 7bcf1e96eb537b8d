"""corrections.csv: one correction a line, made to be edited in a spreadsheet and kept in git.

Columns by their Chinese or English heading, in any order; lines are applied from top to bottom, each to what the ones
before it left. Cells that are not needed stay empty. Several values of a cell are joined by ；.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from io import StringIO
from pathlib import Path

from kg.errors import UserError
from kg.read.decode import decode
from kg.read.sources import CORRECTIONS
from kg.say import say

NAME = CORRECTIONS
SEPARATOR = "；"
COLUMNS: Mapping[str, str] = {
    "action": "操作",
    "type": "类型",
    "name": "名称",
    "document": "文件",
    "predicate": "关系",
    "other_type": "另一端类型",
    "other": "另一端",
    "other_document": "另一端文件",
    "value": "新值",
    "sentence": "原句",
    "who": "改正人",
    "when": "日期",
    "why": "理由",
}
ACTIONS: Mapping[str, str] = {
    "merge": "合并",
    "split": "拆分",
    "rename": "改名",
    "retype": "改类型",
    "drop": "删除",
    "reject": "否定",
    "add": "增加",
    "keep": "保留",
}
KEPT = "编辑确认"  # what a reason begins with that an editor's keeping gave
_NEEDED: Mapping[str, tuple[str, ...]] = {
    "merge": ("type", "name", "other"),
    "split": ("type", "name", "document"),
    "rename": ("type", "name", "value"),
    "retype": ("type", "name", "value"),
    "drop": ("type", "name"),
    "reject": ("type", "name", "predicate", "other_type", "other"),
    "add": ("type", "name", "predicate", "other_type", "other", "sentence"),
    "keep": ("type", "name"),
}


@dataclass(frozen=True, slots=True)
class Correction:
    """One line. action: a key of ACTIONS. where: `file:line`, for messages; not part of what it says.

    type, other_type, predicate and, for retype, value: a name or Chinese label of the vocabulary. name, other: any name
    by which the entity goes; document, other_document: one in which it does, where several bear the name (split: those,
    joined by ；, that become a thing of their own). value: new name, new type, or an added fact's post or role.
    """

    action: str
    type: str = ""
    name: str = ""
    document: str = ""
    predicate: str = ""
    other_type: str = ""
    other: str = ""
    other_document: str = ""
    value: str = ""
    sentence: str = ""
    who: str = ""
    when: str = ""
    why: str = ""
    where: str = ""


def read(path: Path) -> list[Correction]:
    """The corrections of a file, see `parse`. Raises UserError, naming the line."""
    return parse(text_of(path), str(path))


def text_of(path: Path) -> str:
    """The file's text: UTF-8, or what Excel saves in China (GB18030). Raises UserError."""
    try:
        data = path.read_bytes()
        return data.decode("utf-8-sig")
    except OSError as error:
        raise UserError(f"{path}: {error.strerror}") from error
    except UnicodeDecodeError:
        return decode(data, str(path))


def parse(text: str, where: str) -> list[Correction]:
    """The corrections of a table's text. Raises UserError for an unknown column or action, or a missing cell."""
    found: list[Correction] = []
    columns: list[str] = []
    for place, row in _rows(text, where):
        if not columns:
            columns = [_column(cell, place) for cell in row]
            continue
        told = zip(columns, (_plain(cell) for cell in row), strict=False)
        cells = {"action": "", **{column: cell for column, cell in told if column}}
        found.append(checked(Correction(where=place, **cells)))
    return found


def checked(line: Correction) -> Correction:
    """The line with its action in the form of ACTIONS. Raises UserError where it says too little."""
    action = next((key for key, label in ACTIONS.items() if line.action in (key, label)), "")
    if not action:
        known = "、".join(f"{label} {key}" for key, label in ACTIONS.items())
        raise UserError(
            say("{where}: 操作 {action!r} is none of {known}", where=line.where, action=line.action, known=known)
        )
    missing = [COLUMNS[name] for name in _NEEDED[action] if not getattr(line, name)]
    if missing:
        raise UserError(
            say(
                "{where}: {actions} needs {missing}",
                where=line.where,
                actions=ACTIONS[action],
                missing="、".join(missing),
            )
        )
    values = {field.name: getattr(line, field.name) for field in fields(line)}
    return Correction(**{**values, "action": action})


def render(lines: Iterable[Correction], heading: bool = True) -> str:
    """The lines as text of a table, with the heading; CR LF as spreadsheets write. A cell that a spreadsheet would run
    as a formula gets an apostrophe before it, which `parse` takes away."""
    buffer = StringIO()
    table = csv.writer(buffer, lineterminator="\r\n")
    if heading:
        table.writerow(COLUMNS.values())
    table.writerows(_cells(line) for line in lines)
    return buffer.getvalue()


def appended(text: str, lines: Iterable[Correction], where: str) -> str:
    """A table's text with lines more at its end, in the order of its own columns; a new table where it is empty.

    Raises UserError, naming `where`, if a line tells what the table has no column for.
    """
    added = list(lines)
    columns = _columns(text, where)
    if not columns:
        return render(added)
    told = {name: "".join(str(getattr(line, name)) for line in added) for name in COLUMNS}
    lacking = [label for name, label in COLUMNS.items() if told[name] and name not in columns]
    if lacking:
        raise UserError(
            say(
                "{where}: its heading lacks {lacking}; add what is missing, and try again",
                where=where,
                lacking="、".join(lacking),
            )
        )
    buffer = StringIO()
    table = csv.writer(buffer, delimiter=delimiter(text), lineterminator="\r\n")
    table.writerows(_cells(line, columns) for line in added)
    return f"{text}{'' if text.endswith(chr(10)) else chr(13) + chr(10)}{buffer.getvalue()}"


def delimiter(text: str) -> str:
    """What stands between the cells of a table: tabs, as spreadsheets copy them, or commas."""
    return "\t" if "\t" in text.split("\n", 1)[0] else ","


def _columns(text: str, where: str) -> list[str]:
    """What the columns of a table's text are, "" for one without a heading; none where there is no heading yet."""
    for _, row in _rows(text, where):
        return [_column(cell, where) for cell in row]
    return []


def _rows(text: str, where: str) -> Iterator[tuple[str, list[str]]]:
    """Place and cells of each row that is neither empty nor a remark. Raises UserError, naming the line."""
    rows = csv.reader(StringIO(text, newline=""), delimiter=delimiter(text))
    while True:
        try:
            row = next(rows, None)
        except csv.Error as error:  # a cell that has no end
            raise UserError(f"{where}:{rows.line_num}: {error}") from error
        if row is None:
            return
        if any(cell.strip() for cell in row) and not row[0].lstrip().startswith("#"):
            yield f"{where}:{rows.line_num}", row


def _cells(line: Correction, columns: Iterable[str] = tuple(COLUMNS)) -> Iterator[str]:
    for name in columns:
        if not name:
            yield ""
            continue
        text = ACTIONS[line.action] if name == "action" else str(getattr(line, name))
        yield f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "'", "＝", "＋", "－", "＠")) else text


def _column(cell: str, place: str) -> str:
    heading = cell.strip().lstrip("\ufeff")
    if not heading:
        return ""
    found = next((key for key, label in COLUMNS.items() if heading in (key, label)), "")
    if not found:
        raise UserError(
            say(
                "{place}: column {heading!r} is none of {values_}",
                place=place,
                heading=heading,
                values_="、".join(COLUMNS.values()),
            )
        )
    return found


def _plain(cell: str) -> str:
    return cell.removeprefix("'").strip()


__all__ = [
    "ACTIONS",
    "COLUMNS",
    "NAME",
    "SEPARATOR",
    "Correction",
    "appended",
    "checked",
    "delimiter",
    "parse",
    "read",
    "render",
    "text_of",
]
