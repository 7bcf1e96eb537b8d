"""Who raises money for works: 甲公司拟募集资金5亿元,分别用于P、Q."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from kg.extract.annotated import Annotated, Bound, Fact
from kg.extract.works import raised
from kg.language.classes import one_of
from kg.language.lexicon import pattern
from kg.language.organisations import is_firm

_RAISES = re.compile(f"(?:{one_of('raising_verbs')})(?:配套)?(?:资金|总额)?")
# 原拟|募资: nobody is named.
_NO_SUBJECT = 4
# Between works that money is raised for.
_PARTED = re.compile(r"(?:[“”、,和及与]|以及|补充(?:公司)?(?:流动|营运)性?资金){0,5}")
_ISSUES = re.compile(r"(?<![\u3400-\u9fff])(?:该|本)?(?:公司|次发行|企业|发行人|次募集|次定增)")


def raising(article: Annotated, items: Sequence[Bound], start: int, end: int) -> Iterator[Fact]:
    """甲公司拟募集资金5亿元,分别用于P、Q: who raises money for works will build them."""
    flat = article.sheet.flat
    told = _RAISES.search(flat, start, end)
    bodies = [b for b in items if b.type == "Organization" and told and b.end <= told.start() and not b.inner]
    # 该公司 may be the broker of the sentence before.
    named = [b for b in bodies if b.spot.by != "call" or "公司" not in b.spot.text]
    bodies = named or [b for b in bodies if not any("证券" in article.things[thing].name for thing in b.things)]
    alone = told and (_ISSUES.search(flat, start, told.start()) or told.start() - start <= _NO_SUBJECT)
    if alone and not bodies:
        bodies = _issuer(article, start)
    use = pattern("funding_verbs").search(flat, told.end(), end) if told else None
    if not (told and use and bodies):
        return
    for project in _funded(article, items, use.end()):
        yield from raised(article, bodies[0], project, (told.start(), use.end()))


def _funded(article: Annotated, items: Sequence[Bound], at: int) -> Iterator[Bound]:
    """The works that begin at an offset and follow each other there: “P”、“Q”,R和补充流动资金."""
    for project in (b for b in items if b.type == "Project" and b.start >= at):
        if not _PARTED.fullmatch(article.sheet.flat, at, project.start):
            return
        yield project
        at = project.end


def _issuer(article: Annotated, start: int) -> list[Bound]:
    """The firm that the article calls 公司 where it tells of an issue: the one named most before, no broker of it."""
    firms = [
        b
        for b in article.all_between(0, start, "Organization")
        if b.things and is_firm(article.things[b.things[0]].names)
    ]
    firms = [b for b in firms if not pattern("issue_helpers").search(article.things[b.things[0]].name)]
    most = Counter(b.things[0] for b in firms).most_common(1)
    return [b for b in firms if b.things[0] == most[0][0]][-1:] if most else []
