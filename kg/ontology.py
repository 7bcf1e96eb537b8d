"""The closed vocabulary: node types and predicates, read from `ontology.yaml` and checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import msgspec
import yaml

from kg.errors import BadOntology
from kg.say import say


@dataclass(frozen=True, slots=True)
class NodeType:
    """A type of node. match: exact or similar (then `ratio` in [0, 1]). identity: the rule and its figures."""

    name: str
    label: str
    colour: str
    shape: str
    match: str
    ratio: float = 1.0
    identity: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Predicate:
    """A type of edge. identity: the properties that make two edges between the same ends two facts."""

    name: str
    label: str
    domain: tuple[str, ...]
    range: tuple[str, ...]
    identity: tuple[str, ...]
    properties: tuple[str, ...]
    symmetric: bool = False
    same_type: bool = False

    def allows(self, subject_type: str, object_type: str) -> bool:
        """Whether an edge of this predicate may join these types."""
        fits = subject_type in self.domain and object_type in self.range
        return fits and (not self.same_type or subject_type == object_type)


@dataclass(frozen=True, slots=True)
class Ontology:
    """types and predicates by name, in the file's order; Chinese labels of properties, roles and statuses."""

    version: int
    types: Mapping[str, NodeType]
    predicates: Mapping[str, Predicate]
    properties: Mapping[str, str]
    roles: Mapping[str, str]
    statuses: Mapping[str, str]


@cache
def ontology() -> Ontology:
    """The ontology that the package carries."""
    return parse(files("kg").joinpath("ontology.yaml").read_text(encoding="utf-8"), "ontology.yaml")


def load(path: Path) -> Ontology:
    """An ontology from a user's own file. Raises BadOntology."""
    return parse(text_of(path), str(path))


def text_of(path: Path) -> str:
    """The text of a user's own file of vocabulary or kinds. Raises BadOntology where it cannot be read as UTF-8."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise BadOntology(f"{path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise BadOntology(
            say("{path}: not UTF-8, at byte {start}; save it as UTF-8", path=path, start=error.start + 1)
        ) from error


def parse(text: str, where: str) -> Ontology:
    """An ontology from YAML text. Raises BadOntology, naming `where`."""
    try:
        raw = yaml.safe_load(text)
        for part, kind in (("types", NodeType), ("predicates", Predicate)):
            for name, value in raw[part].items():
                value["name"] = name
                if unknown := sorted(set(value) - {f.name for f in fields(kind)}):
                    raise BadOntology(
                        say(
                            "{where}: {part}: {name}: {unknown!r} means nothing here",
                            where=where,
                            part=part,
                            name=name,
                            unknown=unknown[0],
                        )
                    )
        result = msgspec.convert(raw, Ontology)
    except (yaml.YAMLError, KeyError, TypeError, AttributeError, ValueError, RecursionError) as error:
        raise BadOntology(f"{where}: {error}") from error
    _check(result, where)
    return result


def _check(ontology: Ontology, where: str) -> None:
    for node_type in ontology.types.values():
        if node_type.match not in ("exact", "similar") or not 0 < node_type.ratio <= 1:
            raise BadOntology(
                say(
                    "{where}: type {name}: match is exact or similar, ratio in (0, 1]", where=where, name=node_type.name
                )
            )
    for predicate in ontology.predicates.values():
        unknown = {*predicate.domain, *predicate.range} - ontology.types.keys()
        unknown |= {*predicate.identity, *predicate.properties} - ontology.properties.keys()
        if unknown:
            raise BadOntology(
                say(
                    "{where}: predicate {name} names what is not declared: {unknown}",
                    where=where,
                    name=predicate.name,
                    unknown=sorted(unknown),
                )
            )
        if not set(predicate.identity) <= set(predicate.properties):
            raise BadOntology(
                say("{where}: predicate {name}: identity is not among its properties", where=where, name=predicate.name)
            )
        if predicate.symmetric and set(predicate.domain) != set(predicate.range):
            raise BadOntology(
                say("{where}: predicate {name} is symmetric between different types", where=where, name=predicate.name)
            )
