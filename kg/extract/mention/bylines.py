"""Those who made a page where it ends or opens with a roll of them: 监制丨李文达 编导丨周明远, 。李文达 周明远."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.extract.sheet import Sheet
from kg.language.classes import all_of

_LEAST = 3  # labels of a roll
_FAR = 160  # characters from one label of a roll to the next
_LAST = re.compile("[^。;!?]{0,60}")
_STAGE = re.compile("主演|编剧|演员|领衔|饰")
_ENDED = re.compile("[。;!?]")
# 。李文达 周明远: nothing but names behind the last full stop.
_CLOSING = re.compile(r"[。!?”)]\s*(?P<names>[\u3400-\u9fff·]{2,5}(?:[ \u3000、]{1,3}[\u3400-\u9fff·]{2,5}){0,5})\s*$")


def rolled(sheet: Sheet, start: int) -> bool:
    """Whether what stands there belongs to a roll of those who made the page."""
    return any(begin <= start < end for begin, end in _rolls(sheet))


@lru_cache(maxsize=1)
def _rolls(sheet: Sheet) -> tuple[tuple[int, int], ...]:
    flat = sheet.flat
    found: list[tuple[int, int]] = []
    closing = _CLOSING.search(flat, max(0, len(flat) - 60))
    if closing is not None:
        found.append(closing.span("names"))
    run: list[re.Match[str]] = []
    for match in (*_label().finditer(flat), None):
        if match is not None and (not run or _goes_on(flat, run[-1].end(), match.start())):
            run.append(match)
            continue
        if len({one.group("label") for one in run}) >= _LEAST:
            last = _LAST.match(flat, run[-1].end())
            span = run[0].start(), last.end() if last is not None else run[-1].end()
            found += [span] if _STAGE.search(flat, *span) is None else []
        run = [match] if match is not None else []
    return tuple(found)


def _goes_on(flat: str, start: int, end: int) -> bool:
    return end - start <= _FAR and _ENDED.search(flat, start, end) is None


@lru_cache(maxsize=1)
def _label() -> re.Pattern[str]:
    """What those do who are named behind it, its letters spread or not: 监 制丨, 记者:."""
    words = (r"\s{0,3}".join(word) for word in sorted(all_of("labels_of_rolls"), key=len, reverse=True))
    return re.compile(rf"(?P<label>{'|'.join(words)})\s{{0,2}}[丨|:/]")
