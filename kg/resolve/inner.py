"""Bodies at the head of longer names: 南大一附院 in 南大一附院|象湖院区, where another article knows the hospital.

An article that names a part alone tells of the whole by its name. It is an entity there as well, without facts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache

from kg.language.lexicon import words
from kg.model import Extraction, Mention
from kg.resolve.known_names import HEAD, Name, Names, offered
from kg.resolve.places import is_relative, needs_place
from kg.resolve.regular import is_anybodys

_BODY = "Organization"
_TYPES = ("Organization", "Location")
_LEAST = 4  # characters of the whole
_PART = 2  # characters of the part


def wholes(extraction: Extraction, names: Names) -> Mapping[Name, list[int]]:
    """Where bodies that other articles know stand at the head of names of their parts, and are not named here."""
    heads = list(_heads(extraction, names))
    here = {name for entity in extraction.entities for name in entity.names} if heads else set()
    own = offered(extraction) if heads else set()
    found: dict[Name, list[int]] = defaultdict(list)
    for name, start in heads:
        if name not in here and (_BODY, name) not in own:
            found[_BODY, name].append(start)
    return found


def _heads(extraction: Extraction, names: Names) -> Iterator[tuple[str, int]]:
    for entity in extraction.entities:
        for mention in entity.mentions if entity.type in _TYPES else ():
            if name := _head(mention, names):
                yield name, mention.start


def _head(mention: Mention, names: Names) -> str:
    """The longest known body with which a mention begins, where the rest is the own name of a part."""
    text = mention.text
    for size in names.sizes.get(text[:HEAD], ()):
        name, rest = text[:size], text[size:]
        if size >= _LEAST and len(rest) >= _PART and names.kinds.get(name) == _BODY and has_part(name, rest):
            return name
    return ""


@lru_cache(maxsize=65536)
def has_part(name: str, rest: str) -> bool:
    """Whether a name is that of a body of its own, and what stands behind it a part's."""
    if not (name.endswith(words("bodies_with_parts")) and rest.endswith(words("parts_of_bodies"))):
        return False
    return not (needs_place(_BODY, name) or is_relative(name) or is_anybodys(_BODY, name, ()))


__all__ = ["has_part", "wholes"]
