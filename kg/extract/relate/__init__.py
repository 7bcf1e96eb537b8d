"""relate: facts read from the annotated article, one module per kind of fact."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kg.extract.annotated import Annotated, Fact
from kg.extract.relate import (
    attendance,
    branches,
    contractors,
    cooperation,
    delegates,
    locations,
    namesakes,
    positions,
    signings,
    talks,
    undertakings,
    venues,
    visits,
)

RELATORS: tuple[Callable[[Annotated], Iterator[Fact]], ...] = (
    positions.relate,
    attendance.relate,
    delegates.relate,
    talks.relate,
    signings.relate,
    cooperation.relate,
    undertakings.relate,
    contractors.relate,
    branches.relate,
    namesakes.relate,
    locations.relate,
    venues.relate,
    visits.relate,
)


def facts(article: Annotated) -> list[Fact]:
    """All facts of an article, in the order of the relators."""
    return [fact for relate in RELATORS for fact in relate(article)]
