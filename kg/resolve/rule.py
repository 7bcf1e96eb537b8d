"""What an identity rule is made of, so that one process and many run the same functions.

Nobody looks at all pairs. `look` takes from an entity's own article what matters of it; `keys` files it; what is filed
under one key meets in `pairs`; and who is joined by pairs, over any number of steps, is decided together by `decide`.
Nothing that `decide` does to one such set depends on another set. So a set may be decided alone, anywhere.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kg.model import Entity
from kg.resolve.joining import Joiner, Trace
from kg.resolve.world import World

Call = tuple[str, str]
Pair = tuple[str, str]
Seen = Any  # a rule's own record of an entity; it travels by pickle


@dataclass(frozen=True, slots=True)
class Common:
    """What a rule must know of all entities. figures: the ontology's, of the type.

    stories: in how many stories a person's name or an organisation stands. yearless: the months and days of meetings
    whose pages tell no year, as ordinals of a leap year.
    """

    figures: Mapping[str, Any] = field(default_factory=dict)
    stories: Mapping[Call, int] = field(default_factory=dict)
    yearless: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Filed:
    """Those that share a key, by their ids in order."""

    key: Hashable
    ids: Sequence[str]
    seen: Mapping[str, Seen]


def _none(_: Seen) -> Iterable[Pair]:
    return ()


@dataclass(frozen=True, slots=True)
class Rule:
    """An identity rule. key: the words that make an entity known across documents, from which ids are made.

    ties: pairs that a record tells by itself.
    """

    look: Callable[[Entity, World, Common], Seen]
    keys: Callable[[Seen, Common], Iterable[Hashable]]
    pairs: Callable[[Filed, Common], Iterable[Pair]]
    decide: Callable[[Mapping[str, Seen], Iterable[Pair], Common, Trace | None], Joiner]
    key: Callable[[Entity, World], str]
    ties: Callable[[Seen], Iterable[Pair]] = _none


def chained(filed: Filed, _: Common) -> Iterable[Pair]:
    """All that share a key belong together, whatever is decided of them."""
    return ((filed.ids[0], other) for other in filed.ids[1:])


def join(rule: Rule, seen: Mapping[str, Seen], common: Common, trace: Trace | None = None) -> Joiner:
    """What a rule takes for the same among all that was seen of the entities of one type."""
    return rule.decide(seen, _met(rule, seen, common), common, trace)


def _met(rule: Rule, seen: Mapping[str, Seen], common: Common) -> Iterator[Pair]:
    """The pairs of those that meet, each once; nothing is filed where a rule decides without them."""
    blocks: dict[Hashable, list[str]] = defaultdict(list)
    for ident in sorted(seen):
        for key in dict.fromkeys(rule.keys(seen[ident], common)):
            blocks[key].append(ident)
    pairs = {pair for item in seen.values() for pair in rule.ties(item)}
    for key, ids in blocks.items():
        if len(ids) > 1:
            pairs.update(rule.pairs(Filed(key, ids, seen), common))
    yield from pairs


__all__ = ["Call", "Common", "Filed", "Pair", "Rule", "Seen", "chained", "join"]
