"""Where words of an article stand in what was given: page and boxes of a PDF or picture, else a place in the text.

Worked out here alone, once for each sentence of a fact (`kg.graph.evidence`); tables, databases and maps only say it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kg.model import Article, Spot

Box = list[float]  # page, left, top, right, bottom; units as of `kg.model.Spot`


def stands(article: Article, start: int, end: int) -> dict[str, Any]:
    """What is known of where `article.text[start:end]` stood, nothing where nothing is known.

    page: the page of its first line, and boxes: one for each column that it runs through, in the order of the text;
    or offset: which character of the file it begins with, from 0.
    """
    if start < 0:
        return {}
    if article.spots:
        boxes = _boxes(spot for spot in article.spots if spot.start < end and start < spot.start + spot.length)
        return {"page": int(boxes[0][0]), "boxes": boxes} if boxes else {}
    runs = article.source_map
    at = bisect_right(runs, start, key=lambda run: run.start) - 1
    if at < 0 or start >= runs[at].start + runs[at].length:
        return {}
    return {"offset": runs[at].source + start - runs[at].start}


def page_of(item: Mapping[str, Any]) -> str:
    """第2页, of a sentence of `kg.graph.evidence`; "" where it stands on no page."""
    return f"第{item['page']}页" if item.get("page") else ""


def told(item: Mapping[str, Any]) -> str:
    """Page and boxes of such a sentence in words: 第2页 左72 上120 右301 下134; or 第313字 of the file; or ""."""
    if not item.get("page"):
        return f"第{item['offset'] + 1}字" if "offset" in item else ""
    words, page = [], 0
    for number, *box in item.get("boxes") or ():
        sides = " ".join(f"{side}{value:.0f}" for side, value in zip("左上右下", box, strict=True))
        words.append(sides if number == page else f"第{number:.0f}页 {sides}")
        page = number
    return "；".join(words) or page_of(item)


def _boxes(spots: Iterable[Spot]) -> list[Box]:
    """The lines' boxes, those of one column of one page in one."""
    found: list[Box] = []
    for spot in spots:
        box = [spot.page, spot.left, spot.top, spot.right, spot.bottom]
        if found and _continues(found[-1], box):
            last = found[-1]
            found[-1] = [spot.page, *map(min, last[1:3], box[1:3]), *map(max, last[3:], box[3:])]
        else:
            found.append(box)
    return found


def _continues(last: Sequence[float], box: Sequence[float]) -> bool:
    """Whether a line stands in the column of those before it, below them; or, of upright text, beside them."""
    same = last[0] == box[0]
    across, down = (min(last[n + 2], box[n + 2]) - max(last[n], box[n]) for n in (1, 2))
    return same and ((across > 0 and box[2] >= last[2]) or (down > 0 and box[3] <= last[3]))


__all__ = ["page_of", "stands", "told"]
