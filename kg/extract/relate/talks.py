"""MET_WITH: every principal of one side of a talk with every principal of the other."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.annotated import Annotated, Fact, ends
from kg.extract.circumstances import properties


def relate(article: Annotated) -> Iterator[Fact]:
    """The pairs of each talk."""
    for talk in article.talks:
        for host in ends(talk.hosts):
            for guest in ends(talk.guests):
                yield article.fact(
                    host,
                    "MET_WITH",
                    guest,
                    trigger=(talk.start, talk.end),
                    rule="two sides of a talk",
                    properties=properties(article, (talk.start, talk.end)),
                    confidence=0.9,
                )
