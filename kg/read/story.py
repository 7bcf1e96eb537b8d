"""One article in the making."""

from __future__ import annotations

from dataclasses import dataclass

from kg.read.block import Block


@dataclass(frozen=True, slots=True)
class Story:
    """One article in the making. body: its blocks in order, which stand at `places` of the page. why: for a person."""

    body: tuple[Block, ...]
    places: tuple[int, ...]
    why: str

    @property
    def before(self) -> int:
        """Where its body begins among the page's blocks."""
        return self.places[0]

    @property
    def after(self) -> int:
        """Where its body ends among the page's blocks."""
        return self.places[-1]

    @property
    def text(self) -> str:
        """Its body in one string, for comparing."""
        return "".join(block.text for block in self.body)
