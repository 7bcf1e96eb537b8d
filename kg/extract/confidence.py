"""How sure a fact is: the share of facts of its kind that annotators found right.

A logistic regression over a few dozen clues, each there or not: which predicate and rule, how its ends were found and
bound, where in the article it is told. Its weights, the table `confidence` of `kg/language/data`, were fitted by
`kg.evaluate.calibration` to the annotated articles that rules were made on; how well they hold on others is in
`seeds/README.md`. A clue without a weight (a rule of a later day, a predicate of one's own ontology) changes nothing.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from kg.extract.annotated import Annotated, Fact
from kg.language.lexicon import table

BIAS = "bias"
_LENGTHS = (2, 4, 8, 12)


def confidence(clues: Iterable[str]) -> float:
    """The chance that a fact with these clues is right, in [0, 1], to two places."""
    return round(chance(_weights(), clues), 2)


def chance(weights: Mapping[str, float], clues: Iterable[str]) -> float:
    """The same with these weights, by clue and BIAS, not rounded."""
    total = weights.get(BIAS, 0.0) + sum(weights.get(clue, 0.0) for clue in sorted(clues))
    return 1 / (1 + math.exp(-total))


def clues(article: Annotated, group: Sequence[Fact]) -> frozenset[str]:
    """What is to be seen of the facts that make one triple (same ends, predicate and status)."""
    first = group[0]
    found = {f"predicate={first.predicate}", f"status={first.properties.get('status', 'done')}"}
    if len(group) > 1:
        found.add("told twice")
    for fact in group:
        found.add(f"rule={fact.rule}")
        found.update(_told(article, fact))
    for side, thing in (("subject", first.subject), ("object", first.object)):
        found.update(f"{side} {clue}" for clue in _known(article, thing))
    return frozenset(found)


def _told(article: Annotated, fact: Fact) -> Iterator[str]:
    """Where the fact is told, and what stands there for its ends."""
    sheet = article.sheet
    trigger = next((start for role, start, _, _ in fact.spots if role == "trigger" and start is not None), None)
    told = None if trigger is None else sheet.sentence_index(trigger)
    if told is not None:
        yield "first sentence" if told == 0 else "late sentence" if told > 4 else "early sentence"
    for role, start, end, via in fact.spots:
        if role not in ("subject", "object"):
            continue
        if start is None or end is None:
            yield f"{role} unwritten"
            continue
        if via:
            yield f"{role} by another word"
        if told is not None and sheet.sentence_index(start) != told:
            yield f"{role} in another sentence"
        for bound in article.at(start, end):
            yield f"{role} spot={bound.type}:{bound.spot.by}"


def _known(article: Annotated, thing: int) -> Iterator[str]:
    """What the article tells of an end: its type, how long its name is, how often and by what finders it was seen."""
    name, kind = article.things[thing].name, article.things[thing].type
    yield f"type={kind}"
    yield f"length<={next((length for length in _LENGTHS if len(name) <= length), 'more')}"
    seen = article.mentions_of(thing)
    if len(seen) > 1:
        yield "named twice"
    if len(seen) > 3:
        yield "named often"
    for finder in sorted({bound.spot.by for bound in seen}):
        yield f"found={kind}:{finder}"


@cache
def _weights() -> dict[str, float]:
    return {clue: float(weight) for clue, weight in table("confidence")}
