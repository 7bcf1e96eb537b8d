"""Of the places of one thing those told for it: where a sentence is set counts only where nothing else is told."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.annotated import Fact
from kg.extract.grounds import SCENE


def nearest(facts: Sequence[Fact]) -> list[Fact]:
    """The facts without those of a scene for things whose place is told in so many words (项目位于甲镇)."""
    told = {fact.subject for fact in facts if fact.predicate == "LOCATED_IN" and fact.rule != SCENE}
    return [fact for fact in facts if fact.rule != SCENE or fact.subject not in told]
