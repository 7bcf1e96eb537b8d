"""Who signs a notice or a text, on lines of their own: a body with its day, a body by itself, a name in brackets."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.language.classes import FIGURES, NUMERALS, one_of
from kg.read import dates, furniture
from kg.read.kinds import Kind
from kg.read.line import Line

_SIGNED = re.compile(rf"[\u4e00-\u9fff（）()“”·\s]{{2,40}}(?:{one_of('bodies_in_signatures')})")
_DAY = re.compile(rf"(?:\d{{4}}|[{FIGURES}]{{4}})年[\d{NUMERALS}]{{1,2}}月[\d{NUMERALS}]{{1,3}}日")
_FIELD = re.compile(r"[\u4e00-\u9fff（）()、]{2,12}[：:]\s*\S")
_READ = (Kind.TEXT, Kind.FRAME)
# Lines over a day that may sign with it, the width of such a line, lines of a notice over its signature.
_TOP, _WIDE, _NOTICE = 10, 42, 30


def signed(lines: list[Line]) -> list[Line]:
    """「宁河县教育局」 and its day at the end of a notice belong to it, and 「招标人：……」 over them."""
    for i in range(2, len(lines)):
        day = lines[i]
        if not _DAY.fullmatch(day.text) or dates.in_header(day.text) is None:
            continue
        over = i
        while over > i - _TOP and over > 1 and _signs(lines[over - 1]):
            over -= 1
        before = lines[over - 1]
        if over < i and (before.kind in _READ or before.listed or before.text.endswith(("。", "！", "；"))):
            named = [
                line
                if line.kind in (Kind.FRAME, Kind.MASTHEAD) and line is not day
                else replace(line, kind=Kind.CLOSING)
                for line in lines[over : i + 1]
            ]
            lines[over : i + 1] = named
    return lines


def signed_by_itself(lines: list[Line]) -> list[Line]:
    """「石门区人民法院」 without a day at the end of 「石门区人民法院公告」 belongs to it."""
    for i in range(2, len(lines) - 1):
        line = lines[i]
        alone = line.kind is Kind.TEXT and lines[i - 1].kind is Kind.TEXT and lines[i + 1].gap > 0 and not line.gap
        if alone and lines[i - 1].text.endswith(("。", "；")) and _SIGNED.fullmatch(line.text):
            over = (one.text for one in lines[max(0, i - _NOTICE) : i])
            if any(text.startswith(line.text) and furniture.is_notice(text) for text in over):
                lines[i] = replace(line, kind=Kind.CLOSING)
    return lines


def signed_alone(lines: list[Line]) -> list[Line]:
    """「（何林）」 on a line of its own behind a sentence is who wrote it, however short."""
    for i in range(1, len(lines)):
        before, line = lines[i - 1], lines[i]
        ended = before.kind is Kind.TEXT and before.text.endswith(("。", "！", "？", "”"))
        if ended and line.kind is Kind.TEXT and furniture.signed(line.spaced, short=True):
            lines[i] = replace(line, kind=Kind.CLOSING)
    return lines


def _signs(line: Line) -> bool:
    """Whether a line may stand over the day of a notice: who gives it, 「联系人：…… 电话：……」."""
    if line.text.endswith(("公告", "公示", "通告", "启事")) or "。" in line.text or line.width > _WIDE:
        return False
    told = line.kind in (*_READ, Kind.MASTHEAD, Kind.CLOSING) and bool(_FIELD.match(line.text))
    return told or (line.kind is Kind.TEXT and bool(_SIGNED.fullmatch(line.text)))
