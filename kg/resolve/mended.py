"""Names cut wrongly in one article, by those that the others have: 虞秋 where another has 虞秋白.

A name that no other article knows is set right where the text around it prints one that others know, and words leave
that one whole. Nothing else is touched: a name that two articles have may be right in both.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.language.lexicon import word_set, words
from kg.language.names import DOTS, minority_name, surname_of
from kg.language.similarity import undotted
from kg.model import Entity, Extraction, Mention, replace
from kg.resolve.known_names import HEAD, Names, is_whole, taken, tells

_TYPES = ("Person", "Organization", "Location")
_LEFT = 3  # characters that may be missing before a name
RIGHTED = "其他文章中的全称"


def mended(extraction: Extraction, names: Names) -> Extraction:
    """The extraction with its wrongly cut names as the other articles have them; ids and facts stay."""
    here = {entity.name for entity in extraction.entities}
    found = {entity.id: right for entity in extraction.entities for right in _right(entity, extraction, names, here)}
    if not found:
        return extraction
    return replace(extraction, entities=tuple(_renamed(one, found.get(one.id)) for one in extraction.entities))


def _right(entity: Entity, extraction: Extraction, names: Names, here: set[str]) -> Iterator[tuple[str, int]]:
    """The name that the entity should have, and how many characters of it stand before what was read; or nothing."""
    spots = [mention for mention in entity.mentions if mention.text == entity.name]
    if entity.type not in _TYPES or not spots or names.borne.get((entity.type, entity.name), 0) > 1:
        return
    if shorter := _shorter(entity, names):
        yield shorter, 0
        return
    text = extraction.article.text
    longer = [next(_longer(spot, text, entity.type, names), None) for spot in spots]
    first = longer[0]
    if first is None or first[0] in here or len(set(longer)) > 1:
        return
    free = taken(replace(extraction, entities=tuple(one for one in extraction.entities if one.id != entity.id)))
    starts = [spot.start - first[1] for spot in spots]
    if not any(any(free[start : start + len(first[0])]) for start in starts):
        yield first


def _longer(spot: Mention, text: str, kind: str, names: Names) -> Iterator[tuple[str, int]]:
    for start in range(max(0, spot.start - _LEFT), spot.start + 1):
        for size in names.sizes.get(text[start : start + HEAD], ()):
            end, name = start + size, text[start : start + size]
            inside = end >= spot.end and name != spot.text and names.kinds.get(name) == kind
            if inside and _shaped(kind, name) and tells(kind, name) and _ends(kind, text, start, end):
                yield name, spot.start - start


def _ends(kind: str, text: str, start: int, end: int) -> bool:
    """Whether the name stands whole: 虞秋白|带着, though 白带 is a word, too; not 李文达 in 李文|达成."""
    acts = kind == "Person" and text.startswith((*words("after_names"), *words("personal_verbs")), end)
    return acts or is_whole(text, start, end)


def _shaped(kind: str, name: str) -> bool:
    """Whether a person's name has the shape of a whole one."""
    return kind != "Person" or surname_of(name) is not None or minority_name(name) or any(dot in name for dot in DOTS)


def _shorter(entity: Entity, names: Names) -> str:
    """The known name that a person's begins with, where the rest is no part of a name: 塞尔焦·马塔雷拉|日前."""
    name = entity.name
    if entity.type != "Person" or len(undotted(name)) < HEAD + 1:
        return ""
    dotted = any(dot in name for dot in DOTS)
    if not dotted and (surname_of(name) is not None or minority_name(name)):
        return ""
    for size in (len(name) - 1, len(name) - 2):
        known = name[:size]
        whole = (dotted and any(dot in known for dot in DOTS)) or surname_of(known) is not None
        if dotted and not set(name[size:]) & word_set("never_in_foreign"):  # 马可·罗西|尼 is another man
            continue
        if whole and names.kinds.get(known) == "Person":
            return known
    return ""


def _renamed(entity: Entity, right: tuple[str, int] | None) -> Entity:
    if right is None:
        return entity
    name, before = right
    mentions = tuple(
        Mention(one.start - before, one.start - before + len(name), name, RIGHTED) if one.text == entity.name else one
        for one in entity.mentions
    )
    others = tuple(call for call in entity.names if call not in (entity.name, name))
    return replace(entity, name=name, names=(name, *others), mentions=mentions)


__all__ = ["RIGHTED", "mended"]
