"""Similar names: which pairs are worth asking about, and how alike they are."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import combinations
from math import ceil

from kg.language.lexicon import words
from kg.language.similarity import common_length, plain, ratio
from kg.model import Entity
from kg.resolve.joining import CROWD, within

_ONE_OF_TWO = 2 / 3  # the ratio of two names of two characters with one in common is 1/2, of two and one 2/3
_ROUNDING = 1e-9  # 0.6 * 7 / 1.4 is 3, and a little more in floating point
_Key = tuple[tuple[int, str, int], ...]


@lru_cache(maxsize=1 << 18)
def likeness(mine: tuple[str, ...], theirs: tuple[str, ...]) -> float:
    """The ratio of the two most similar names, each in `plain` form; in [0, 1]."""
    return max((1.0 if a == b else ratio(a, b) for a in mine for b in theirs), default=0.0)


@lru_cache(maxsize=1 << 18)
def shortened(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether a name of the one only leaves out characters of a name of the other (文旅大会, 文化旅游大会).

    南亚博览会 and 亚欧博览会 put others in their place.
    """
    return any(common_length(a, b) == min(len(a), len(b)) for a in mine for b in theirs)


def similar_pairs(names: Iterable[tuple[str, tuple[str, ...]]], least: float) -> set[tuple[str, str]]:
    """Of (id, names), in the order of the ids, the pairs (the lesser first) with names of a ratio of at least `least`.

    Names of that ratio share so many characters that their rarest ones meet: where t is the least length of a common
    subsequence, two of the n - t + 2 rarest characters of a name of n (prefix filtering: Chaudhuri et al., "A primitive
    operator for similarity joins", 2006), so that a name is filed under the pairs of these. No pair is lost, so the
    answer does not depend on which characters are rare.
    """
    bearers: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for key, found in names:
        bearers[found].append(key)
    counts = Counter(character for found in bearers for name in found for character in set(name))
    pairs: set[tuple[str, str]] = set()
    for a, b in _similar(bearers, counts, least):
        pairs.update(_across(bearers[a], bearers[b]))
    return pairs


def _across(mine: list[str], theirs: list[str]) -> Iterable[tuple[str, str]]:
    """The pairs of bearers of two names; in a crowd, as `within` has it, each with its next."""
    if len(mine) + len(theirs) <= CROWD:
        return {(min(x, y), max(x, y)) for x in mine for y in theirs if x != y}
    return within([*mine, *theirs])


def _similar(
    found: Iterable[tuple[str, ...]], counts: Counter[str], least: float
) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    filed: dict[_Key, list[tuple[str, ...]]] = defaultdict(list)
    for names in found:
        yield names, names
        for key in {key for name in names for key in _rarest(name, counts, least)}:
            filed[key].append(names)
    met = {pair for crowd in filed.values() for pair in within(crowd)}
    yield from (pair for pair in met if likeness(*pair) >= least)


def _rarest(name: str, counts: Counter[str], least: float) -> Iterable[_Key]:
    """The pairs of the rarest characters, the second 山 of a name being another than the first; from 2/3 down, where
    names of two characters need but one in common, each of them alone."""
    twice = least > _ONE_OF_TWO and len(name) > 1
    nth: Counter[str] = Counter()
    characters = []
    for character in name:
        characters.append((counts[character], character, nth[character]))
        nth[character] += 1
    shared = ceil(least * len(name) / (2 - least) - _ROUNDING)
    return combinations(sorted(characters)[: len(name) - shared + 1 + twice], 1 + twice)


def plain_names(entity: Entity) -> tuple[str, ...]:
    """All names of the entity in `plain` form."""
    return tuple(dict.fromkeys(plain(name) for name in entity.names))


@lru_cache(maxsize=65536)
def is_generic(name: str, suffixes: str) -> bool:
    """Whether a name says only what kind of thing it is (座谈会, 重点项目签约仪式): a word of the list `suffixes`, and
    before it nothing but words that name no particular thing."""
    rest = plain(name)
    ending = max((word for word in words(suffixes) if rest.endswith(word)), key=len, default="")
    rest = rest.removesuffix(ending)
    general = (*words("generic_words"), *words(suffixes))
    while rest:
        word = max((word for word in general if rest.endswith(word)), key=len, default="")
        if not word:
            return False
        rest = rest.removesuffix(word)
    return bool(ending)


__all__ = ["is_generic", "likeness", "plain_names", "shortened", "similar_pairs"]
