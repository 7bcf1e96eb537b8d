"""The names in a graph, whichever database holds it, and those that are like one that is not there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from kg.language.countries import is_country
from kg.language.divisions import find
from kg.language.readings import readings
from kg.language.similarity import undotted
from kg.store.answer import Bounds
from kg.store.ask import ask
from kg.store.questions import parse

if TYPE_CHECKING:
    from kg.store.neo4j import Server

_ALL = """MATCH (n) WHERE n.type <> 'Article'
RETURN n.id AS id, n.type AS type, n.names AS names, n.within AS within, n.count AS count
ORDER BY id"""
_ALIKE = 50.0  # of 100: names less alike are not worth telling
_SAME_SOUND = 95.0
_MOST = 5
_BEGINS = 3  # of a name told by how it begins at least so many characters


@dataclass(frozen=True, slots=True)
class Name:
    """A thing of the graph by its names, the canonical one first; count: in how many documents it is named."""

    type: str
    names: tuple[str, ...]
    count: int
    within: tuple[str, ...] = ()


class Names:
    """The things of a graph, to be found by any of their names."""

    def __init__(self, things: Iterable[Name]) -> None:
        self.things = tuple(things)

    @classmethod
    def of(cls, place: Path | Server) -> Names:
        """The names in a database. Raises UserError, see `kg.store.ask.ask`."""
        rows = ask(parse("names", _ALL), {}, place, Bounds()).rows
        return cls(Name(kind, tuple(names), count, tuple(within)) for _, kind, names, within, count in rows)

    @cached_property
    def types(self) -> Mapping[str, frozenset[str]]:
        """The types of the things that bear a name."""
        found: dict[str, set[str]] = {}
        for thing in self.things:
            for name in thing.names:
                found.setdefault(name, set()).add(thing.type)
        return {name: frozenset(types) for name, types in found.items()}

    @cached_property
    def areas(self) -> frozenset[str]:
        """The names of all places in which something lies."""
        return frozenset(name for thing in self.things for name in thing.within)

    def has(self, name: str, kind: str = "") -> bool:
        """Whether something of that type (any type for "") bears the name."""
        return name in self.types and (not kind or kind in self.types[name])

    def ending(self, text: str, kind: str = "") -> str:
        """The name of the only thing of that type called a place and this behind it (省委 → 青海省委), or ""."""
        found = {
            thing.names[0]
            for thing in self.things
            if (not kind or thing.type == kind)
            and any(name.endswith(text) and _is_place(name.removesuffix(text)) for name in thing.names)
        }
        return next(iter(found)) if len(found) == 1 else ""

    def beginning(self, text: str, kind: str = "") -> str:
        """The name of the only thing of that type whose name begins so (江河数据 → 江河数据集团), or ""."""
        if len(text) < _BEGINS:
            return ""
        found = {
            thing.names[0]
            for thing in self.things
            if (not kind or thing.type == kind) and any(name.startswith(text) for name in thing.names)
        }
        return next(iter(found)) if len(found) == 1 else ""

    def near(self, name: str, kind: str = "", most: int = _MOST) -> list[str]:
        """The canonical names of things that are called almost so: part of a name, same sound, alike; best first.

        Letters of the Latin alphabet count as pinyin or its initials (chengang, cg → 陈刚).
        """
        scored = [(self._score(name, thing), thing) for thing in self.things if not kind or thing.type == kind]
        best = sorted(
            (item for item in scored if item[0] >= _ALIKE), key=lambda item: (-item[0], -item[1].count, item[1].names)
        )
        return list(dict.fromkeys(thing.names[0] for _, thing in best))[:most]

    def _score(self, name: str, thing: Name) -> float:
        return max((_alike(name, other) for other in thing.names), default=0.0)


def _is_place(name: str) -> bool:
    return bool(find(name)) or is_country(name)


def _alike(wanted: str, name: str) -> float:
    """How alike two names are, from 0 to 100."""
    from rapidfuzz import fuzz  # noqa: PLC0415  only where a name was not found

    a, b = undotted(wanted), undotted(name)
    if not a or not b:
        return 0.0
    if a == b:
        return 100.0
    if a.isascii():
        sounds = _sounds(b)
        return (
            _SAME_SOUND if a in (sounds, _initials(b)) else fuzz.ratio(a, sounds) - 20 if sounds else fuzz.ratio(a, b)
        )
    written = fuzz.ratio(a, b)
    shorter, longer = sorted((a, b), key=len)
    if len(shorter) > 1 and shorter in longer:
        written = max(written, 80.0 + 10 * len(shorter) / len(longer))
    if len(a) == len(b) and _sounds(a) == _sounds(b):
        return _SAME_SOUND
    return max(written, fuzz.ratio(_sounds(a), _sounds(b)) * 0.7 if abs(len(a) - len(b)) < 2 else 0.0)


def _sounds(text: str) -> str:
    return "".join(_read(char) for char in text)


def _initials(text: str) -> str:
    return "".join(_read(char)[:1] for char in text)


@cache
def _read(char: str) -> str:
    """The usual reading of a character; what has none stays as it is."""
    return next(iter(readings([char]).get(char, [])), char)


__all__ = ["Name", "Names"]
