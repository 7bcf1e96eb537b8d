"""COOPERATES_WITH: 甲公司与乙大学联合研发…; 甲联合乙启动…; 由甲牵头、联合乙."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.extract.annotated import Annotated, Fact
from kg.extract.circumstances import properties
from kg.extract.lists import spoken
from kg.extract.parties import parties_between
from kg.language.lexicon import any_of, words

_SIGNS = re.compile(r"签|缔结|商谈|会谈|座谈|洽谈|收购")
_TOGETHER = re.compile(r"(?:牵头,?)?(?:联合|携手|会同|联手)")
_DOT = re.compile(r"[·•・]")


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(any_of(words("cooperation_verbs")))


def relate(article: Annotated) -> Iterator[Fact]:
    """All stated cooperations, sentence by sentence."""
    for start, end in article.sentences():
        yield from _with(article, start, end)
        yield from _joining(article, start, end)
        yield from _dotted(article, start, end)


def _with(article: Annotated, start: int, end: int) -> Iterator[Fact]:
    """A与B合作研发: two sides parted by 与, then the verb in the same clause."""
    flat = article.sheet.flat
    for match in _verbs().finditer(flat, start, end):
        left, right = article.sheet.clause(match.start())
        if _SIGNS.search(flat, left, right):
            continue
        run = [party for party in parties_between(article, left, match.start()) if party.body and not party.hand]
        if len(run) < 2 or match.start() - run[-1].end > 16:
            continue
        for one in (party for party in run if party.side == 0):
            for other in (party for party in run if party.side == 1):
                assert one.body is not None and other.body is not None
                yield article.fact((one.body.things[0], one.body), "COOPERATES_WITH", (other.body.things[0], other.body),
                                   trigger=match.span(), rule="verb of cooperation",
                                   properties=properties(article, match.span()))  # fmt: skip


def _joining(article: Annotated, start: int, end: int) -> Iterator[Fact]:
    """A联合B、C启动…: the subject joins those behind the verb."""
    flat = article.sheet.flat
    for match in _TOGETHER.finditer(flat, start, end):
        left, right = article.sheet.clause(match.start())
        before = spoken(article, start, match.start(), "Organization")
        behind = spoken(article, match.end(), right, "Organization")
        if not before or not behind or behind[0].start - match.end() > 3:
            continue
        if not re.fullmatch(r"[^。;]{0,12}", flat[before[-1].end : match.start()]):
            continue
        if _SIGNS.search(flat, left, right):
            continue
        for other in behind:
            if "、" not in flat[behind[0].start : other.start] and other is not behind[0]:
                break
            yield article.fact((before[-1].things[0], before[-1]), "COOPERATES_WITH", (other.things[0], other),
                               trigger=match.span(), rule="joins others",
                               properties=properties(article, match.span()))  # fmt: skip


def _dotted(article: Annotated, start: int, end: int) -> Iterator[Fact]:
    """中国联通·阿里云…项目: two organisations joined by a dot at the head of a project's name."""
    for project in article.between(start, end, "Project"):
        inside = article.all_between(project.start, project.end, "Organization")
        for one, other in zip(inside, inside[1:], strict=False):
            if one.start == project.start and _DOT.fullmatch(article.sheet.flat[one.end : other.start]):
                yield article.fact((one.things[0], one), "COOPERATES_WITH", (other.things[0], other),
                                   trigger=(project.start, project.end), rule="joint project",
                                   properties=properties(article, (project.start, project.end)))  # fmt: skip
