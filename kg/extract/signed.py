"""A signing as it was read, and the facts that it tells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from kg.extract.annotated import Annotated, Bound, Fact
from kg.extract.circumstances import properties
from kg.extract.lists import pairs
from kg.extract.parties import Party

# So many parties that no word parts in two sides sign each with each other; of more it is not told who with whom.
_ALL_WITH_ALL = 3
# So many where it is said that they sign together, or where one word stands for all of them (五市中级法院).
_ALL_TOGETHER = 5


@dataclass(frozen=True, slots=True)
class Signing:
    """One signing: its parties, its paper (None where none is named), the span of its verb.

    in_turn: 分别 pairs them one by one; jointly: 共同 makes each the partner of each.
    """

    parties: tuple[Party, ...]
    paper: Bound | None
    verb: tuple[int, int]
    in_turn: bool
    jointly: bool = False


def signed(article: Annotated, signing: Signing) -> Iterator[Fact]:
    """What a signing tells: SIGNED of each party and hand where there is a paper, SIGNED_WITH across its sides."""
    paper = signing.paper
    money = (paper,) if paper is not None else ()
    more = {"trigger": signing.verb, "properties": properties(article, signing.verb, money=money)}
    named = [bound for party in signing.parties for bound in (party.body, party.hand) if bound is not None]
    signers = [(thing, bound) for bound in named for thing in bound.things]
    if paper is not None:
        for signer in signers:
            yield article.fact(signer, "SIGNED", (paper.things[0], paper), rule="party of a signing", **more)
    opposite = _opposite(signing)
    for one, other in opposite:
        for left, right in product(one.things, other.things):
            yield article.fact((left, one), "SIGNED_WITH", (right, other),
                               rule="opposite parties of a signing", **more)  # fmt: skip
    for party in signing.parties if not opposite else ():  # 京津冀三地: one word for all of them
        together = party.body.things if party.body is not None else ()
        for left, right in combinations(together, 2) if len(together) <= _ALL_TOGETHER else ():
            yield article.fact((left, party.body), "SIGNED_WITH", (right, party.body),
                               rule="opposite parties of a signing", **more)  # fmt: skip


def _across(bodies: Sequence[tuple[Bound, int | None]], side: int) -> list[tuple[Bound, Bound]]:
    """Those of a side with those of the next one, where the parties sign two by two."""
    return pairs((body for body, own in bodies if own == side), [body for body, own in bodies if own == side + 1])


def _opposite(signing: Signing) -> list[tuple[Bound, Bound]]:
    """Each pair of opposite parties; 分别 pairs two lists of the same length one by one."""
    bodies = [(party.body, party.side) for party in signing.parties if party.body]
    if any(side is not None and side > 1 for _, side in bodies):
        return [two for side in range(0, 2 * len(bodies), 2) for two in _across(bodies, side)]
    left = [body for body, side in bodies if side == 0]
    right = [body for body, side in bodies if side == 1]
    if any(party.side is not None and party.body is None for party in signing.parties) and bool(left) != bool(right):
        return []  # who signs with them is a person whose organisation is not told
    if len(left) == len(bodies) > 1:
        return []  # whom they face is not told
    if not left or not right:
        everyone = [body for body, _ in bodies]
        most = _ALL_TOGETHER if signing.jointly else _ALL_WITH_ALL
        return list(combinations(everyone, 2)) if len(everyone) <= most else []
    if signing.in_turn and len(left) == len(right) > 1:
        return list(zip(left, right, strict=True))
    return pairs(left, right)
