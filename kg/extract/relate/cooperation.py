"""COOPERATES_WITH: 甲公司与乙大学联合研发…; 甲联合乙启动…; 由甲牵头、联合乙."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from kg.extract.annotated import Annotated, Bound, Fact
from kg.extract.circumstances import properties
from kg.extract.lists import pairs, spoken
from kg.extract.parties import parties_between
from kg.language.lexicon import any_of, words

_SIGNS = re.compile(r"签|缔结|商谈|会谈|座谈|洽谈|收购")
_TOGETHER = re.compile(r"(?:牵头,?)?(?:联合|携手|会同|联手)")
_WITH = re.compile(r"[与同和跟]")
# 甲与乙|在多个领域展开|合作.
_SHORT_WAY = re.compile(
    r"[^,。;]{0,16}|(?:还|也|已|先后|近年来)*(?:在|就|围绕)[^,。;]{0,45}(?:开展|展开|进行|达成|深化|建立)[^,。;]{0,8}"
)
_NOT_VERB = re.compile(r"体|会|社|区|主办|举办|承办|出席|见证|会见|主持|参加|富裕|发展|努力")
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


def _fact(article: Annotated, one: Bound, other: Bound, trigger: tuple[int, int], rule: str) -> Fact:
    return article.fact((one.things[0], one), "COOPERATES_WITH", (other.things[0], other), trigger=trigger, rule=rule,
                        properties=properties(article, trigger))  # fmt: skip


def _with(article: Annotated, start: int, end: int) -> Iterator[Fact]:
    """A与B合作研发: two sides parted by 与, then the verb in the same clause; A may stand in the clause before."""
    flat = article.sheet.flat
    for match in _verbs().finditer(flat, start, end):
        left, right = article.sheet.clause(match.start())
        if _SIGNS.search(flat, left, right) or _NOT_VERB.match(flat, match.end()):
            continue
        run = [party for party in parties_between(article, left, match.start()) if party.body and not party.hand]
        if (
            not run
            or not _SHORT_WAY.fullmatch(flat, run[-1].end, match.start())
            or not _WITH.search(flat, left, match.start())
        ):
            continue
        ours = [party.body for party in run if party.side == 0 and party.body]
        theirs = [party.body for party in run if party.side == 1 and party.body]
        if len(run) == 1 and _WITH.fullmatch(flat[run[0].start - 1 : run[0].start].strip("“") or " "):
            ours, theirs = _subject(article, start, left), [run[0].body] if run[0].body else []
        for one, other in pairs(ours, theirs):
            yield _fact(article, one, other, match.span(), "verb of cooperation")


def _subject(article: Annotated, start: int, left: int) -> list[Bound]:
    """The organisation that the sentence, or else the sentence before it, is about."""
    index = article.sheet.sentence_index(start)
    for begin, end in ((start, left), *article.sheet.sentences[max(0, index - 1) : index]):
        found = spoken(article, begin, end, "Organization")
        if found:
            return found[:1]
    return []


def _joining(article: Annotated, start: int, end: int) -> Iterator[Fact]:
    """A联合B、C启动…: the subject joins those behind the verb."""
    flat = article.sheet.flat
    for match in _TOGETHER.finditer(flat, start, end):
        left, right = article.sheet.clause(match.end() - 1)
        if flat[match.end() : match.end() + 1] in ("体", "会"):
            continue
        before = spoken(article, start, match.start(), "Organization")
        behind = spoken(article, match.end(), right, "Organization")
        if not before or not behind or behind[0].start - match.end() > 3 or behind[0].spot.by == "call":
            continue
        if not re.fullmatch(r"[^。;]{0,12}", flat[before[-1].end : match.start()]):
            continue
        if _SIGNS.search(flat, left, right):
            continue
        for other in behind:
            if "、" not in flat[behind[0].start : other.start] and other is not behind[0]:
                break
            yield _fact(article, before[-1], other, match.span(), "joins others")


def _dotted(article: Annotated, start: int, end: int) -> Iterator[Fact]:
    """中国联通·阿里云…项目: two organisations joined by a dot at the head of a project's name."""
    for project in article.between(start, end, "Project"):
        inside = article.all_between(project.start, project.end, "Organization")
        for one, other in pairwise(inside):
            if one.start == project.start and _DOT.fullmatch(article.sheet.flat[one.end : other.start]):
                yield _fact(article, one, other, (project.start, project.end), "joint project")
