"""What an article says of the names of bodies: 甲更名为乙, 乙（原甲）, 乙的前身为甲; 甲旗下乙 are two."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.language.classes import BELONGING, one_of
from kg.model import Entity
from kg.resolve.world import World

_BETWEEN = 30  # characters that may stand between the two names and the word that tells
_FORWARD = re.compile(rf"^[^。，；\n]{{0,8}}(?:{one_of('renaming_verbs')})[“\"]?$")
# 甲公司|近日完成工商变更登记，更名为|乙公司
_CLAUSE_ON = re.compile(rf"^[^。，；\n]{{2,22}}，(?:并|已|正式|现已){{0,2}}(?:{one_of('renaming_verbs')})[“\"]?$")
_BACKWARD = re.compile(r"^(?:[^。；\n]{0,6}前身(?:为|是)|[（(](?:原|原名|原称|曾用名)[:：“]?)$")
# 由|甲公司|更名而来的|乙公司
_ARISEN = re.compile(rf"^(?:{one_of('ways_of_renaming')})(?:而来|而成|成立|设立|组建)的[“\"]?$")
_PARENT = re.compile(f"^(?:的)?(?:{BELONGING}|(?:全资|控股)?子公司|控股公司)")
_WAS = "前身"
_EARLIER = re.compile(rf"(?:其|该公司|公司|该厂)(?:{_WAS}|原名|原称|曾用名)(?:为|是|系|叫)?[“\"]?$")
_BACK = 80  # characters in which the body stands whose 前身 is told


def parents(entity: Entity, world: World) -> frozenset[str]:
    """Names of the entity that the text gives to its parent: of 甲集团旗下甲物流, 甲集团."""
    text = world.article(entity).text
    return frozenset(
        mention.text
        for mention in entity.mentions
        if mention.text != entity.name and _PARENT.match(text[mention.end : mention.end + 8])
    )


def renamings(entity: Entity, world: World) -> Iterator[tuple[Entity, Entity]]:
    """(old, new) for each other body of the article that the text says the entity became or was."""
    text = world.article(entity).text
    yield from _earlier(entity, text, world)
    for other in world.inside[entity.article]:
        if other.type != entity.type or other.id == entity.id:
            continue
        for mine in entity.mentions:
            for theirs in other.mentions:
                if 0 < theirs.start - mine.end <= _BETWEEN:
                    between = text[mine.end : theirs.start]
                    goes_on = _CLAUSE_ON.match(between) and not _named_in(mine.end, theirs.start, entity, world)
                    if goes_on or _FORWARD.match(between) or _ARISEN.match(between):
                        yield entity, other
                    elif _BACKWARD.match(between):
                        yield other, entity


def _named_in(start: int, end: int, entity: Entity, world: World) -> bool:
    """Whether another body is named between two places of the text."""
    others = (other for other in world.inside[entity.article] if other.type == entity.type)
    return any(start <= mention.start and mention.end <= end for other in others for mention in other.mentions)


def _earlier(entity: Entity, text: str, world: World) -> Iterator[tuple[Entity, Entity]]:
    """乙…。其前身甲…: the entity is the earlier one, the last body named before is what it became.

    What was named before already is told of itself (甲…。公司前身|甲有限).
    """
    for mention in sorted(entity.mentions, key=lambda mention: mention.start)[:1]:
        if not _EARLIER.search(text[max(0, mention.start - 8) : mention.start]):
            continue
        before = [
            (theirs.start, other.id, other)
            for other in world.inside[entity.article]
            for theirs in other.mentions
            if other.type == entity.type and other.id != entity.id and 0 < mention.start - theirs.end <= _BACK
        ]
        if before:
            yield entity, max(before, key=lambda found: found[:2])[2]


__all__ = ["parents", "renamings"]
