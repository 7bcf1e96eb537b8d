"""What an article says was renamed: 甲更名为乙, 乙（原甲）, 乙的前身为甲."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Entity
from kg.resolve.world import World

_BETWEEN = 14  # characters that may stand between the two names and the word that tells
_FORWARD = re.compile(r"^[^。，；\n]{0,8}(?:更名为|改名为|更名成|改称|改制为|更名后为)[“\"]?$")
_BACKWARD = re.compile(r"^(?:[^。；\n]{0,6}前身(?:为|是)|[（(](?:原|原名|原称|曾用名)[:：“]?)$")


def renamings(entity: Entity, world: World) -> Iterator[tuple[Entity, Entity]]:
    """(old, new) for each other body of the article that the text says the entity became or was."""
    text = world.article(entity).text
    for other in world.inside[entity.article]:
        if other.type != entity.type or other.id == entity.id:
            continue
        for mine in entity.mentions:
            for theirs in other.mentions:
                if 0 < theirs.start - mine.end <= _BETWEEN:
                    between = text[mine.end : theirs.start]
                    if _FORWARD.match(between):
                        yield entity, other
                    elif _BACKWARD.match(between):
                        yield other, entity


__all__ = ["renamings"]
