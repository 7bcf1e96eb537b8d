"""Text that remembers where each of its code points stood in the decoded file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from kg.model import Run

NOWHERE = -1
_SEEN = 80
# What nobody reads: controls, marks of direction, joiners, variation selectors; emoji, and what a font alone knows.
UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
    "\ufffe\uffff\ue000-\uf8ff\U0001f000-\U0001faff\U000e0000-\U000e01ef\U000f0000-\U0010ffff]"
)


@dataclass(frozen=True, slots=True)
class Glyphs:
    """`text[i]` stood at `sources[i]` of the decoded file, or was put there by us (`NOWHERE`)."""

    text: str = ""
    sources: tuple[int, ...] = ()

    def __getitem__(self, part: slice) -> Glyphs:
        return Glyphs(self.text[part], self.sources[part])

    def __add__(self, other: Glyphs) -> Glyphs:
        return Glyphs(self.text + other.text, self.sources + other.sources)

    def __len__(self) -> int:
        return len(self.text)

    def strip(self) -> Glyphs:
        """Without white space at either end."""
        start = len(self.text) - len(self.text.lstrip())
        return self[start : max(start, len(self.text.rstrip()))]

    def without(self, spans: Iterable[tuple[int, int]]) -> Glyphs:
        """Without the half-open `spans` of its own text."""
        dropped = {i for start, end in spans for i in range(start, end)}
        if not dropped:
            return self
        kept = [i for i in range(len(self.text)) if i not in dropped]
        return Glyphs("".join(self.text[i] for i in kept), tuple(self.sources[i] for i in kept))

    def drop(self, pattern: re.Pattern[str]) -> Glyphs:
        """Without what `pattern` finds: its group 1 where it has one, else the whole match."""
        group = 1 if pattern.groups else 0
        return self.without([match.span(group) for match in pattern.finditer(self.text)])


def at(text: str, offset: int) -> Glyphs:
    """`text` as it stands at `offset` of the decoded file."""
    return Glyphs(text, tuple(range(offset, offset + len(text))))


def added(text: str) -> Glyphs:
    """`text` that stands nowhere in the file: a space between two lines of a title."""
    return Glyphs(text, (NOWHERE,) * len(text))


def joined(parts: Sequence[Glyphs], between: Callable[[str, str], str]) -> Glyphs:
    """The parts in one, with `between(left, right)` put between neighbours; `left` ends with what stands before."""
    texts: list[str] = []
    sources: list[int] = []
    left = ""
    for part in parts:
        if texts and part.text:
            space = between(left, part.text)
            texts.append(space)
            sources += [NOWHERE] * len(space)
        if part.text:
            texts.append(part.text)
            sources += part.sources
            # Enough to see the bracket that a list of names stands in, and short enough to stay quick.
            left = (left + part.text)[-_SEEN:]
    return Glyphs("".join(texts), tuple(sources))


def runs(glyphs: Glyphs) -> tuple[Run, ...]:
    """The source map: the fewest runs in which text and file go side by side."""
    firsts: list[int] = []  # where a run begins, in the text
    lasts: list[int] = []
    before = NOWHERE
    for position, source in enumerate(glyphs.sources):
        if source != NOWHERE:
            if before == NOWHERE or source != before + 1:
                firsts.append(position)
                lasts.append(position)
            lasts[-1] = position
        before = source
    return tuple(Run(a, b - a + 1, glyphs.sources[a]) for a, b in zip(firsts, lasts, strict=True))
