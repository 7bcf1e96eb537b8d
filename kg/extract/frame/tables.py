"""The tables of deeds: the package's own, and those of a user's folder beside them.

A folder of kinds holds `verbs.tsv`, `slots.tsv`, `relations.tsv`, perhaps `names.tsv` (type, last word of its names),
and an `ontology.yaml` that declares their predicates and types. Rows are those of `kg/language/data/frame_*.tsv`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import TypeVar

from kg.errors import BadOntology
from kg.language.lexicon import any_of, table
from kg.ontology import Ontology, load, ontology, text_of
from kg.say import say

T = TypeVar("T")
Rows = tuple[tuple[str, ...], ...]
PLACES = ("before", "behind", "by", "at", "with")
_INHERITS = ("no", "sentence", "story")
_WIDTHS = {"verbs": 3, "slots": 6, "relations": 4, "names": 2}


@dataclass(frozen=True, slots=True)
class Slot:
    """What a deed needs. place: one of PLACES. inherit: where it comes from when the clause has none."""

    name: str
    place: str
    types: tuple[str, ...]
    needed: bool
    inherit: str


@dataclass(frozen=True, slots=True)
class Relation:
    """A fact that a deed tells: the slots of its ends and its predicate."""

    subject: str
    predicate: str
    object: str


@dataclass(frozen=True)
class Kinds:
    """Every kind of deed. verbs: word → (kind, words that must not follow). names: (type, last word of its names)."""

    vocabulary: Ontology
    verbs: Mapping[str, tuple[str, tuple[str, ...]]]
    slots: Mapping[str, tuple[Slot, ...]]
    relations: Mapping[str, tuple[Relation, ...]]
    names: tuple[tuple[str, str], ...] = ()

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What matches any of the verbs, the longest first."""
        return re.compile(any_of(self.verbs))


@cache
def kinds() -> Kinds:
    """The kinds of the package."""
    return _kinds(ontology(), {name: table(f"frame_{name}") for name in ("verbs", "slots", "relations")}, "kg")


@cache
def load_kinds(folder: Path) -> Kinds:
    """The package's kinds with those of a user's folder. Raises BadOntology, naming the file and its row."""
    own = kinds()
    words = load(folder / "ontology.yaml")
    rows = {name: _rows(folder / f"{name}.tsv", optional=name == "names") for name in _WIDTHS}
    theirs = _kinds(words, rows, str(folder))
    return Kinds(words, {**own.verbs, **theirs.verbs}, {**own.slots, **theirs.slots},
                 {**own.relations, **theirs.relations}, theirs.names)  # fmt: skip


def _rows(file: Path, *, optional: bool) -> Rows:
    if optional and not file.exists():
        return ()
    lines = text_of(file).splitlines()
    return tuple(tuple(line.split("\t")) for line in lines if line.strip() and not line.startswith("#"))


def _kinds(words: Ontology, rows: Mapping[str, Rows], where: str) -> Kinds:
    for name, found in rows.items():
        for row in found:
            if len(row) != _WIDTHS[name]:
                raise BadOntology(
                    say(
                        "{where}/{name}: {row}: {widths} columns, parted by tabs",
                        where=where,
                        name=name,
                        row=" ".join(row),
                        widths=_WIDTHS[name],
                    )
                )
    slots = _by_kind(rows["slots"], lambda row: _slot(row, words, where))
    relations = _by_kind(rows["relations"], lambda row: Relation(*row[1:]))
    verbs = {word: (kind, () if unlike == "-" else tuple(unlike.split(","))) for word, kind, unlike in rows["verbs"]}
    _check(words, verbs, slots, relations, where)
    named = tuple((kind, word) for kind, word in rows.get("names", ()))
    if unknown := {kind for kind, _ in named} - words.types.keys():
        raise BadOntology(say("{where}/names: no such types: {unknown}", where=where, unknown=sorted(unknown)))
    return Kinds(words, verbs, slots, relations, named)


def _by_kind(rows: Rows, made: Callable[[tuple[str, ...]], T]) -> dict[str, tuple[T, ...]]:
    found: dict[str, tuple[T, ...]] = {}
    for row in rows:
        found[row[0]] = (*found.get(row[0], ()), made(row))
    return found


def _slot(row: tuple[str, ...], words: Ontology, where: str) -> Slot:
    kind, name, place, types, need, inherit = row
    listed = tuple(types.split(","))
    if place not in PLACES or need not in ("need", "may") or inherit not in _INHERITS:
        raise BadOntology(
            say(
                "{where}/slots: {kind} {name}: {place}, {need} or {inherit} is none of the words allowed",
                where=where,
                kind=kind,
                name=name,
                place=place,
                need=need,
                inherit=inherit,
            )
        )
    if unknown := set(listed) - words.types.keys():
        raise BadOntology(
            say(
                "{where}/slots: {kind} {name}: no such types: {unknown}",
                where=where,
                kind=kind,
                name=name,
                unknown=sorted(unknown),
            )
        )
    return Slot(name, place, listed, need == "need", inherit)


def _check(
    words: Ontology,
    verbs: Mapping[str, tuple[str, tuple[str, ...]]],
    slots: Mapping[str, tuple[Slot, ...]],
    relations: Mapping[str, tuple[Relation, ...]],
    where: str,
) -> None:
    for kind in {kind for kind, _ in verbs.values()} | relations.keys():
        if kind not in slots or kind not in relations:
            raise BadOntology(
                say(
                    "{where}: {kind} has verbs or relations, but no rows in slots or in relations",
                    where=where,
                    kind=kind,
                )
            )
    for kind, told in relations.items():
        names = {slot.name for slot in slots[kind]}
        for relation in told:
            if relation.predicate not in words.predicates or not {relation.subject, relation.object} <= names:
                raise BadOntology(
                    say(
                        "{where}/relations: {kind}: {relation} names no predicate or no slot",
                        where=where,
                        kind=kind,
                        relation=relation,
                    )
                )
