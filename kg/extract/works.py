"""Facts of who builds, runs or pays for a work, for the modules that read them from roles and from verbs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.annotated import Annotated, Bound, Fact, ends
from kg.extract.circumstances import properties
from kg.language.lexicon import words


def undertaken(
    article: Annotated, makers: Sequence[Bound], project: Bound, rule: str, trigger: tuple[int, int]
) -> Iterator[Fact]:
    """UNDERTAKES from each of the makers, with the sum and the day that the sentence tells."""
    travellers = words("mission_groups")  # who only comes to see a work
    for thing, bound in ends([maker for maker in makers if not maker.spot.text.endswith(travellers)]):
        yield article.fact((thing, bound), "UNDERTAKES", (project.things[0], project), trigger=trigger, rule=rule,
                           properties=properties(article, trigger, money=(project,), ends=True))  # fmt: skip


def raised(article: Annotated, maker: Bound, project: Bound, trigger: tuple[int, int]) -> Iterator[Fact]:
    """UNDERTAKES of who raises money for a work; 原拟募集 tells of another sum, not of a work that is given up."""
    for thing, bound in ends([maker]):
        told = properties(article, trigger, money=(project,))
        yield article.fact((thing, bound), "UNDERTAKES", (project.things[0], project), trigger=trigger,
                           rule="raises money for", properties=told)  # fmt: skip
