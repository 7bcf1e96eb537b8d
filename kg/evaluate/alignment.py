"""Which predicted node is which node of the gold, one to one (GUIDELINES.md, Scoring)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kg.evaluate.shape import GoldDocument, Node
from kg.language.similarity import ratio
from kg.ontology import ontology

SIMILAR = 0.6
HALF = 0.5
# A happening or paper without a like name is known by who took part in it.
_KNOWN_BY = {"Meeting": "ATTENDED", "Agreement": "SIGNED"}


def align(gold: GoldDocument, predicted: GoldDocument) -> dict[int, int]:
    """Index of a predicted node → index of the gold node that it is.

    Names first, the best pair before the others; equally good pairs are ranked by their names, never by the order of
    nodes. Then meetings and agreements whose names fit nothing, by at least half of the union of their neighbours.
    """
    matched: dict[int, int] = {}
    _settle(matched, _by_name(gold, predicted))
    _settle(matched, list(_by_company(gold, predicted, matched)))
    return matched


def _settle(matched: dict[int, int], ranked: Iterable[tuple[Any, ...]]) -> None:
    """Takes pairs (…, predicted, gold) in order, each index once."""
    taken = set(matched.values())
    for *_, mine, theirs in sorted(ranked):
        if mine not in matched and theirs not in taken:
            matched[mine] = theirs
            taken.add(theirs)


def _by_name(gold: GoldDocument, predicted: GoldDocument) -> list[tuple[Any, ...]]:
    by_type: dict[str, list[int]] = defaultdict(list)
    for place, node in enumerate(gold.nodes):
        by_type[node.type].append(place)
    found: list[tuple[Any, ...]] = []
    for mine, node in enumerate(predicted.nodes):
        for theirs in by_type[node.type]:
            rank = _rank(node, gold.nodes[theirs], theirs >= gold.required)
            if rank is not None:
                found.append((*rank, mine, theirs))
    return found


def _rank(node: Node, wanted: Node, optional: bool) -> tuple[Any, ...] | None:
    """How well names fit, the best pair least; None where they do not."""
    called = set(node.names)
    shared = len(called & set(wanted.names)) / len(called)
    canonical = node.names[0]
    if canonical in wanted.names or shared >= HALF:
        score = 1.0
    elif _may_be_similar(node.type):
        score = max(ratio(canonical, name) for name in wanted.names)
    else:
        score = 0.0
    if score < SIMILAR:
        return None
    exactness = (canonical != wanted.names[0], canonical not in wanted.names, -shared)
    return -score, optional, *exactness, node.names, wanted.names


def _may_be_similar(name: str) -> bool:
    known = ontology().types.get(name)
    return known is not None and known.match == "similar"


def _by_company(gold: GoldDocument, predicted: GoldDocument, matched: Mapping[int, int]) -> Iterator[tuple[Any, ...]]:
    near_gold, near_predicted = _neighbours(gold), _neighbours(predicted)
    for mine, node in enumerate(predicted.nodes):
        if mine in matched or node.type not in _KNOWN_BY or not near_predicted[mine]:
            continue
        # A neighbour that is in no gold node counts as one that the gold's does not have.
        company = {matched.get(end, -1 - end) for end in near_predicted[mine]}
        for theirs, wanted in enumerate(gold.nodes):
            shared = len(company & near_gold[theirs]) / len(company | near_gold[theirs])
            if wanted.type == node.type and shared >= HALF:
                yield -shared, theirs >= gold.required, node.names, wanted.names, mine, theirs


def _neighbours(document: GoldDocument) -> defaultdict[int, set[int]]:
    near: defaultdict[int, set[int]] = defaultdict(set)
    for claim in document.claims:
        if claim.predicate in _KNOWN_BY.values():
            near[claim.object].add(claim.subject)
    return near


__all__ = ["HALF", "SIMILAR", "align"]
