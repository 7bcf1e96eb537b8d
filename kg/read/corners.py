"""What fills the corners of a page and is no news: sayings, what an office asks of everybody, lists of what is on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.language.classes import one_of
from kg.language.lexicon import words
from kg.read import furniture
from kg.read.kinds import Kind
from kg.read.line import Line

_SAID_BY = re.compile(r"(?:——|--|—)\s?[^。，；]{2,30}")
_QUOTED = re.compile("[“「『].{4,}")
_ENDS = ("。", "！", "？", "”", "」", "』", "…")
# 「县防汛抗旱指挥部办公室 宣」
_ASKED_BY = re.compile(rf"[\u4e00-\u9fff（）()、·\s]{{2,30}}(?:{one_of('signing_offices')})\s{{0,4}}[宣]")
_LINES = 5
_PLAIN = (Kind.TEXT, Kind.BOX, Kind.RUBRIC)
_BULLET = re.compile(r"[●◆▲■★◎○•◇□▶►※]")
_NAME, _FEW, _HEADING = 10, 2, 20
_BEHIND = re.compile(r"[（(][^（()）]{0,20}[）)]$")


def cornered(lines: list[Line]) -> list[Line]:
    """The lines of a page, those changed that only fill its corners."""
    for i in range(len(lines)):
        if lines[i].kind not in _PLAIN or not _is_last(lines, i):
            continue
        first = _first(lines, i)
        said = first < i and _SAID_BY.fullmatch(lines[i].text) and _is_saying(lines[first:i])
        if said or (first < i and _ASKED_BY.fullmatch(lines[i].spaced.strip())):
            lines[first : i + 1] = [replace(line, kind=Kind.FRAME) for line in lines[first : i + 1]]
    return _listing(lines)


def _is_last(lines: Sequence[Line], i: int) -> bool:
    return i + 1 == len(lines) or lines[i + 1].gap > 0 or lines[i + 1].kind not in _PLAIN


def _first(lines: Sequence[Line], i: int) -> int:
    """The first of the lines that touch line `i`; `i` itself where these are more than a box has."""
    first = i
    while first > 0 and lines[first].gap == 0 and lines[first - 1].kind in _PLAIN:
        first -= 1
    return first if i - first < _LINES else i


def _is_saying(lines: Sequence[Line]) -> bool:
    """Whether lines are a quotation alone, under the name of its column or without one: 「声音」, 「“……。”」."""
    quoted = lines[1:] if lines[0].kind is Kind.RUBRIC and len(lines) > 1 else lines[:]
    return bool(_QUOTED.match(quoted[0].text)) and quoted[-1].text.endswith(_ENDS)


def tabled(lines: list[Line]) -> list[Line]:
    """Prices and the like under their heading, up to the next gap: figures that tell of nobody."""
    for i, line in enumerate(lines[:-_FEW]):
        heading = _BEHIND.sub("", line.text)
        if line.kind not in _PLAIN or len(heading) > _HEADING or not heading.endswith(words("figure_tables")):
            continue
        end = i + 1
        while end < len(lines) and not lines[end].gap:
            end += 1
        rows = [bool(re.search(r"\d", one.text)) for one in lines[i + 1 : end]]
        if sum(rows) >= _FEW and not any("。" in one.text for one in lines[i + 1 : end]):
            lines[i:end] = [replace(one, kind=Kind.FRAME, listed=False) for one in lines[i:end]]
    return lines


def _listing(lines: list[Line]) -> list[Line]:
    """「今日活动一览」 and what is on, behind bullets, without a sentence: up to the next gap."""
    for i, line in enumerate(lines[:-_FEW]):
        name = line.text.strip("【】[]《》●◆■▲ ·—")
        named = line.kind in _PLAIN and len(name) <= _NAME and name.endswith(words("digest_headings"))
        if not named or not _BULLET.match(lines[i + 1].text):
            continue
        end = i + 1
        while end < len(lines) and lines[end].kind in _PLAIN and (end == i + 1 or not lines[end].gap):
            end += 1
        items = lines[i + 1 : end]
        told = sum(bool(_BULLET.match(one.text)) for one in items)
        if told >= _FEW and not any("。" in one.text or furniture.ends_with_byline(one.text) for one in items):
            lines[i:end] = [replace(one, kind=Kind.FRAME) for one in lines[i:end]]
    return lines


__all__ = ["cornered", "tabled"]
