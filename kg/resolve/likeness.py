"""Similar names: which pairs are worth asking about, and how alike they are."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from math import ceil

from kg.language.lexicon import words
from kg.language.similarity import plain, ratio
from kg.model import Entity


def likeness(mine: Iterable[str], theirs: Iterable[str]) -> float:
    """The ratio of the two most similar names, each in `plain` form; in [0, 1]."""
    others = tuple(theirs)
    return max((1.0 if a == b else ratio(a, b) for a in mine for b in others), default=0.0)


def blocks(
    names: Mapping[str, Iterable[str]], contexts: Callable[[str], Iterable[object]], least: float
) -> dict[object, list[str]]:
    """Ids that share a context and may have names of a ratio of `least`, by context and character.

    Two names of that ratio share so many characters that their rarest ones meet: a name of n characters is filed under
    its n - t + 1 rarest, t the least length of a common subsequence (prefix filtering: Chaudhuri et al., "A primitive
    operator for similarity joins", 2006). No pair is lost, so the answer does not depend on which characters are rare.
    """
    counts = Counter(character for found in names.values() for name in found for character in set(name))
    filed: dict[object, list[str]] = defaultdict(list)
    for key in sorted(names):
        characters = {character for name in names[key] for character in _rarest(name, counts, least)}
        for context in contexts(key):
            for character in characters:
                filed[context, character].append(key)
    return {block: keys for block, keys in filed.items() if len(keys) > 1}


def _rarest(name: str, counts: Counter[str], least: float) -> list[str]:
    ranked = sorted(name, key=lambda character: (counts[character], character))
    return ranked[: len(name) - ceil(least * len(name) / (2 - least)) + 1]


def plain_names(entity: Entity) -> tuple[str, ...]:
    """All names of the entity in `plain` form."""
    return tuple(dict.fromkeys(plain(name) for name in entity.names))


def is_generic(name: str, suffixes: str) -> bool:
    """Whether a name says only what kind of thing it is (座谈会, 重点项目签约仪式): a word of the list `suffixes`, and
    before it nothing but words that name no particular thing."""
    rest = plain(name)
    ending = max((word for word in words(suffixes) if rest.endswith(word)), key=len, default="")
    rest = rest.removesuffix(ending)
    while rest:
        word = max((word for word in words("generic_words") if rest.endswith(word)), key=len, default="")
        if not word:
            return False
        rest = rest.removesuffix(word)
    return bool(ending)


__all__ = ["blocks", "is_generic", "likeness", "plain_names"]
