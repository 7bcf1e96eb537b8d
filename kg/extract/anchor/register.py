"""The register of an article's things while mentions are being bound to them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from kg.extract.annotated import Thing


class Register:
    """Collects things by type and name; a name belongs to one thing of its type."""

    def __init__(self) -> None:
        self._types: list[str] = []
        self._names: list[list[str]] = []
        self._properties: list[dict[str, Any]] = []
        self._index: dict[tuple[str, str], int] = {}

    def find(self, kind: str, name: str) -> int | None:
        """The thing of this type that has the name, or None."""
        return self._index.get((kind, name))

    def add(self, kind: str, names: Iterable[str]) -> int:
        """The thing of this type that has one of the names, given the others too; a new one where there is none."""
        wanted = list(dict.fromkeys(name for name in names if name))
        known = next((self._index[kind, name] for name in wanted if (kind, name) in self._index), None)
        if known is None:
            known = len(self._types)
            self._types.append(kind)
            self._names.append([])
            self._properties.append({})
        for name in wanted:
            if self._index.setdefault((kind, name), known) == known and name not in self._names[known]:
                self._names[known].append(name)
        return known

    def lead(self, thing: int, name: str) -> None:
        """Make `name` the canonical one."""
        names = self._names[thing]
        if name in names:
            names.remove(name)
        names.insert(0, name)
        self._index.setdefault((self._types[thing], name), thing)

    def rename(self, thing: int, name: str) -> int:
        """Give a thing another name instead of all it had."""
        self._names[thing] = []
        self.lead(thing, name)
        return thing

    def describe(self, thing: int, properties: Mapping[str, Any]) -> None:
        """Add properties that identity across documents may read."""
        self._properties[thing].update(properties)

    def names(self, thing: int) -> tuple[str, ...]:
        """All names of a thing, canonical first."""
        return tuple(self._names[thing])

    def of_type(self, kind: str) -> list[int]:
        """The things of a type in the order in which they were met."""
        return [index for index, name in enumerate(self._types) if name == kind]

    def first(self, thing: int) -> str:
        """The canonical name of a thing."""
        return self._names[thing][0]

    def things(self) -> tuple[Thing, ...]:
        """All things in the order in which they were met."""
        rows = zip(self._types, self._names, self._properties, strict=True)
        return tuple(Thing(kind, tuple(names), dict(sorted(properties.items()))) for kind, names, properties in rows)
