"""What was left out or mended: counted, named, and never in the way of the rest."""

from __future__ import annotations

import traceback
from dataclasses import dataclass

from kg.errors import Mended, SkipInput
from kg.say import say


@dataclass(frozen=True, slots=True)
class Skip:
    """One input that was left out. where: the document or article. trace: the traceback of an unexpected error.

    lost: False where the input was read all the same, and the reason is a remark on it.
    """

    where: str
    reason: str
    trace: str = ""
    lost: bool = True

    def __str__(self) -> str:
        return f"{self.where}: {self.reason}"


def skip(where: str, error: Exception) -> Skip:
    """The skip that an error means: expected ones say what is wrong, others are shown as what they are."""
    if isinstance(error, SkipInput):
        return Skip(where, error.reason, lost=not isinstance(error, Mended))
    if isinstance(error, OSError):
        return Skip(where, error.strerror or type(error).__name__)
    return Skip(
        where,
        say("unexpected {name}: {error}", name=type(error).__name__, error=error),
        "".join(traceback.format_exception(error)),
    )
