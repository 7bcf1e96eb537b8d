"""A table for people in a terminal: folded to its width, sentences below their row, the names in them marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from wcwidth import ljust, width

from kg.cli.folding import fold, unbroken
from kg.cli.look import DAYS, QUOTES, Look, columns, head, shown, values, yuan
from kg.legible import legible
from kg.say import language, say, told
from kg.store.answer import Answer, Chain, Node

_BETWEEN = 2  # blanks between columns
_LEAST = 6  # columns of the narrowest cell; where not even these fit, each row becomes a list
_WHOLE = 12  # columns of the widest word or day that is not cut where there is room
_INDENT = "    "


def lines(answer: Answer, look: Look) -> Iterator[str]:
    """A head, a rule and the rows; below each row its sentences; at the end how many rows there are, and sums."""
    if not answer.rows:
        yield told(say("(nothing found)"))
        return
    kept = [
        place
        for place in columns(answer, look)
        if not _quoted(answer.columns[place], look) and not _repeated(answer, place, look)
    ]
    rows = [[_cell(answer.columns[place], row[place], look) for place in kept] for row in answer.rows]
    full = [
        n for n, place in enumerate(kept) if not look.ours or answer.columns[place] == "date" or any(r[n] for r in rows)
    ]
    once = any(_repeated(answer, place, look) for place in range(len(answer.columns)))
    heads = [head(_called(answer.columns[kept[n]], once), look) for n in full]
    rows = [[row[n] for n in full] for row in rows]
    widths = _widths([heads, *rows], look.width)
    yield from _folded(heads, widths) if widths else ()
    if widths:
        yield (" " * _BETWEEN).join("─" * one for one in widths)
    for row, values_ in zip(rows, answer.rows, strict=True):
        yield from _folded(row, widths) if widths else _listed(heads, row, look)
        yield from _quotes(answer, values_, look)
    if look.ours:
        yield ""
        yield from _sums(answer)


def _quoted(column: str, look: Look) -> bool:
    return look.ours and column in QUOTES


def _repeated(answer: Answer, place: int, look: Look) -> bool:
    """Whether it is the last day of facts that all were seen on one day only."""
    if not look.ours or answer.columns[place] != "last" or "first" not in answer.columns:
        return False
    first = answer.columns.index("first")
    return all(row[first] == row[place] for row in answer.rows)


def _called(column: str, once: bool) -> str:
    """The first day that is also the last is just the day."""
    return "date" if once and column == "first" else column


def _cell(column: str, value: Any, look: Look) -> str:
    if look.ours and column == "confidence" and isinstance(value, float):
        return f"{value:.2f}"
    if look.ours and column == "yuan" and isinstance(value, (int, float)):
        return f"{value:,.15g}" if value else ""
    if look.ours and column == "titles" and isinstance(value, list):
        return "、".join(map(shown, value))
    return legible(shown(values(column, value, look))).replace("\n", " ").replace("\t", " ")


def _widths(rows: Sequence[Sequence[str]], room: int) -> list[int]:
    """How wide each column is, the widest ones cut until all fit into `room`; empty where they cannot.

    A column has room for the longest word of its head, and for a day, so that none is folded within, unless there is no
    room for all of these.
    """
    natural = [max(map(width, column)) for column in zip(*rows, strict=True)]
    free = room - _BETWEEN * (len(natural) - 1)
    words = [max((width(word) for word in head.split()), default=0) for head in rows[0]]
    days = [min(max(map(unbroken, column)), _WHOLE) for column in zip(*rows, strict=True)]
    whole = [max(*some, _LEAST) for some in zip(words, days, strict=True)]
    for least in (whole, [max(one, _LEAST) for one in words], [_LEAST] * len(natural)):
        floor = [min(pair) for pair in zip(natural, least, strict=True)]
        if sum(floor) <= free:
            cap = max(natural, default=0)
            while sum(_between(natural, cap, floor)) > free:
                cap -= 1
            return _between(natural, cap, floor)
    return []


def _between(natural: Sequence[int], cap: int, floor: Sequence[int]) -> list[int]:
    return [max(min(one, cap), least) for one, least in zip(natural, floor, strict=True)]


def _folded(cells: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    pieces = [fold(cell, one) or [""] for cell, one in zip(cells, widths, strict=True)]
    for number in range(max(map(len, pieces))):
        line = [
            ljust(piece[number] if number < len(piece) else "", one) for piece, one in zip(pieces, widths, strict=True)
        ]
        yield (" " * _BETWEEN).join(line).rstrip()


def _listed(heads: Sequence[str], row: Sequence[str], look: Look) -> Iterator[str]:
    """A row as one line a value: for terminals too narrow for all columns."""
    for name, cell in zip(heads, row, strict=True):
        if cell:
            first, *others = fold(f"{name}: {cell}", max(look.width, 20) - 2)
            yield from (first, *(f"  {line}" for line in others))
    yield "─" * min(look.width, 20)


def _quotes(answer: Answer, row: Sequence[Any], look: Look) -> Iterator[str]:
    """The sentences of a row, those that name most of its ends first, and how an end was bound that is not written."""
    if not look.ours:
        return
    by_name = dict(zip(answer.columns, row, strict=True))
    one = by_name.get("sentence")
    sentences = [str(item) for item in ([one] if one else by_name.get("sentences") or [])]
    reasons = [*(by_name.get("via") or []), *[""] * len(sentences)]
    pages = [*(by_name.get("pages") or []), *[0] * len(sentences)]
    ends = _ends(row)
    order = sorted(range(len(sentences)), key=lambda n: -sum(any(name in sentences[n] for name in end) for end in ends))
    names = sorted({name for end in ends for name in end}, key=lambda name: (-len(name), name))
    for number in order[: look.quotes]:
        said = legible(" ".join(sentences[number].split()))
        yield from _indented(f"“{_marked(said, names, look.bold)}”", look)
        if reasons[number]:
            yield from _indented(f"（{legible(reasons[number])}）", look)
        if pages[number]:
            where = say("{article}, page {page}", article=by_name["articles"][number], page=pages[number])
            yield from _indented(f"—— {legible(told(where))}", look)
    if len(sentences) > look.quotes:
        yield _INDENT + told(say("… {number} more sentences: --format json", number=len(sentences) - look.quotes))


def _indented(text: str, look: Look) -> Iterator[str]:
    yield from fold(text, max(look.width, 20), _INDENT)


def _ends(row: Sequence[Any]) -> list[list[str]]:
    """The names of each node of a row."""
    nodes = [node for value in row for node in (value.nodes if isinstance(value, Chain) else [value])]
    return [
        [str(name) for name in node.properties.get("names", ()) if name] for node in nodes if isinstance(node, Node)
    ]


def _marked(sentence: str, names: Sequence[str], bold: bool) -> str:
    """The sentence with each name in it marked: bold in a terminal, in 【】 elsewhere."""
    before, after = ("\x1b[1;33m", "\x1b[0m") if bold else ("【", "】")
    found: list[tuple[int, int]] = []
    for name in names:
        at = sentence.find(name)
        while at >= 0:
            if not any(begin < at + len(name) and at < end for begin, end in found):
                found.append((at, at + len(name)))
            at = sentence.find(name, at + len(name))
    for begin, end in sorted(found, reverse=True):
        sentence = f"{sentence[:begin]}{before}{sentence[begin:end]}{after}{sentence[end:]}"
    return sentence


def _sums(answer: Answer) -> Iterator[str]:
    """How many rows, how many of them have no day, and what they come to: each agreement or project counted once."""
    said = [told(say("{number} rows", number=len(answer.rows)))]
    days = [name for name in DAYS if name in answer.columns]
    if days:
        undated = sum(not row[answer.columns.index(days[0])] for row in answer.rows)
        if undated:
            said.append(told(say("{number} of them without a known day", number=undated)))
    total = _total(answer)
    if total:
        said.append(told(say("sum: {sum}, each agreement and project counted once", sum=yuan(total))))
    yield ("；" if language() == "zh" else "; ").join(said)


def _total(answer: Answer) -> float:
    if "yuan" not in answer.columns:
        return 0.0
    place = answer.columns.index("yuan")
    once: dict[str, float] = {}
    for row in answer.rows:
        for one in row:
            if isinstance(one, Node) and one.label in ("Agreement", "Project"):
                once[one.id] = max(once.get(one.id, 0.0), row[place] or 0.0)
                break
    return sum(once.values())


__all__ = ["lines"]
