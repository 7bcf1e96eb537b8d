"""Corrections applied to a resolution: line by line, each to what the ones before it left.

Things are known by type and name (and a document, where several bear the name), facts by their ends, predicate and
sentence; never by ids or offsets, so that a correction outlives better reading. What no line speaks of stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from kg.correct.facts import add, reject
from kg.correct.graph import Draft, Unfit
from kg.correct.lines import KEPT, SEPARATOR, Correction
from kg.model import Resolution
from kg.ontology import Ontology, ontology


@dataclass(frozen=True, slots=True)
class Misfit:
    """A correction that changed nothing, and why."""

    line: Correction
    reason: str


def correct(
    resolution: Resolution, lines: Iterable[Correction], vocabulary: Ontology | None = None
) -> tuple[Resolution, tuple[Misfit, ...]]:
    """The corrected resolution, and the lines that fit nothing, with the reason of each."""
    draft = Draft(resolution, vocabulary or ontology())
    misfits: list[Misfit] = []
    for line in lines:
        try:
            _ACTIONS[line.action](draft, line)
        except Unfit as error:
            misfits.append(Misfit(line, error.args[0]))
    return draft.resolution(), tuple(misfits)


def _merge(draft: Draft, line: Correction) -> None:
    one = draft.entity(line.type, line.name, line.document)
    two = draft.entity(line.type, line.other, line.other_document, other_than=one)
    draft.merge(one, two, _told(line))


def _split(draft: Draft, line: Correction) -> None:
    entity = draft.entity(line.type, line.name, line.document.split(SEPARATOR)[0])
    draft.split(entity, frozenset(part.strip() for part in line.document.split(SEPARATOR)), _told(line))


def _rename(draft: Draft, line: Correction) -> None:
    draft.rename(draft.entity(line.type, line.name, line.document), line.value)


def _retype(draft: Draft, line: Correction) -> None:
    draft.retype(draft.entity(line.type, line.name, line.document), draft.type(line.value))


def _drop(draft: Draft, line: Correction) -> None:
    draft.drop(draft.entity(line.type, line.name, line.document))


def _keep(draft: Draft, line: Correction) -> None:
    """What was in doubt is as it should be: the two are two, or the one thing is one and well named."""
    one = draft.entity(line.type, line.name, line.document)
    if line.other:
        two = draft.entity(line.type, line.other, line.other_document, other_than=one)
        draft.note(one, f"{one.members[0]} ≠ {two.members[0]}: {_told(line, KEPT)}")
    else:
        draft.note(one, f"{one.members[0]} = {draft.member(one, line.document)}: {_told(line, KEPT)}")


def _told(line: Correction, how: str = "编辑改正") -> str:
    """Why, in words, for the entity's reasons."""
    return "，".join(part for part in (how, line.who, line.when, line.why) if part)


_ACTIONS: Mapping[str, Callable[[Draft, Correction], None]] = {
    "merge": _merge,
    "split": _split,
    "rename": _rename,
    "retype": _retype,
    "drop": _drop,
    "reject": reject,
    "add": add,
    "keep": _keep,
}

__all__ = ["Misfit", "correct"]
