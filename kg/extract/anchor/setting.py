"""What is known while calls of meetings are bound, and a name that is made for one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.anchor.register import Register
from kg.extract.annotated import Bound
from kg.extract.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known while calls are bound: all bound mentions by offset, and those of meetings so far."""

    sheet: Sheet
    register: Register
    bounds: Sequence[Bound]
    meetings: Sequence[Bound]

    def name(self, bound: Bound) -> str:
        """The canonical name of what a mention means."""
        return self.register.first(bound.things[0])


@dataclass(frozen=True, slots=True)
class Made:
    """A made name, where the words that it is made for begin, and why.

    passing: it is told of in passing only (在今年的股东会上), so that the article is not about it.
    sure: no if it is only called after somebody who is there, so that a fact must be told of it.
    named: its name is written in the article, so that the words around must tell that it takes place.
    """

    start: int
    name: str
    reason: str
    passing: bool = False
    sure: bool = True
    named: bool = False
