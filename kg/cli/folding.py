"""Lines of a width for a terminal: Chinese text may break between any two characters, with three exceptions.

A word or number in Latin letters stays whole (2024-03-27, Project), a line begins with no mark that closes (，。】”),
and ends with none that opens (《【“).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wcwidth import width

_SIGN = r"\x1b\[[\d;]*m"  # bold on and off: as wide as nothing
_PIECE = re.compile(rf"(?:{_SIGN})|[!-~]+| +|[^!-~ ]")
_OPENS = "（【《“‘「『〈〔([{"
_CLOSES = "，。、；：！？）】》”’」』〉〕…,.;:!?)]}%％"


def fold(text: str, room: int, indent: str = "") -> list[str]:
    """The lines of a text, none of them wider than `room` columns with its indent; [] for an empty text."""
    free = max(room - len(indent), 2)
    lines, line, used = list[str](), "", 0
    for piece in _pieces(text, free):
        wide = width(piece)
        if used + wide > free and line:
            lines.append(line.rstrip(" "))
            line, used = "", 0
            if not piece.strip(" "):
                continue
        line += piece
        used += wide
    return [indent + one for one in [*lines, line.rstrip(" ")] if one]


def unbroken(text: str) -> int:
    """How wide the widest word in Latin letters is."""
    return max((len(piece) for piece in re.findall(r"[!-~]+", text)), default=0)


def _pieces(text: str, free: int) -> Iterator[str]:
    """What stays together, none wider than `free`."""
    glued = ""
    for piece in _PIECE.findall(text):
        if glued and not (_opens(glued) or piece[0] in _CLOSES or piece.startswith("\x1b")):
            yield from _cut(glued, free)
            glued = ""
        glued += piece
    yield from _cut(glued, free)


def _opens(piece: str) -> bool:
    """Whether what comes next belongs to it: behind an opening mark, and behind a sign that is as wide as nothing."""
    bare = re.sub(_SIGN, "", piece)
    return not bare or bare[-1] in _OPENS


def _cut(piece: str, free: int) -> Iterator[str]:
    """The piece, cut where it is wider than a whole line."""
    if width(piece) <= free:
        yield piece
        return
    yield from (char for char in re.findall(rf"(?:{_SIGN})|.", piece, re.DOTALL))


__all__ = ["fold", "unbroken"]
