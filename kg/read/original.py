"""A page in traditional script: read in simplified characters, shown as it stands."""

from __future__ import annotations

from dataclasses import dataclass

from kg.language.script import is_traditional, simplified
from kg.read.glyphs import NOWHERE, Glyphs


@dataclass(frozen=True, slots=True)
class Original:
    """raw: a decoded file. folded: the same, of the same length, in simplified script."""

    raw: str
    folded: str

    def text(self, glyphs: Glyphs) -> str:
        """What glyphs read from `folded` say in the file's own script."""
        if self.raw is self.folded:
            return glyphs.text
        return "".join(map(self._own, glyphs.text, glyphs.sources))

    def name(self, name: str) -> str:
        """A name read from `folded` as it stands in the file, where it stands there in one piece."""
        place = self.folded.find(name) if self.raw is not self.folded else -1
        return self.raw[place : place + len(name)] if place >= 0 else name

    def _own(self, character: str, source: int) -> str:
        changed = source != NOWHERE and self.raw[source] != self.folded[source]
        return self.raw[source] if changed else character


def original(raw: str) -> Original:
    """A decoded file and what is to be read of it."""
    return Original(raw, simplified(raw)) if is_traditional(raw) else Original(raw, raw)
