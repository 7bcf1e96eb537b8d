"""COOPERATES_WITH: 甲公司与乙大学联合研发…; 甲联合乙启动…; 由甲牵头、联合乙."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations, pairwise

from kg.extract.annotated import Annotated, Bound, Fact
from kg.extract.circumstances import properties
from kg.extract.lists import pairs, spoken
from kg.extract.parties import Party, parties_between
from kg.language.lexicon import any_of, words

_SIGNS = re.compile(r"签|缔结|商谈|会谈|座谈|洽谈|收购|达成[^,。]{0,12}协议")
_TOGETHER = re.compile(r"(?:牵头,?)?(?:联合|携手|会同|联手)")
_WITH = re.compile(r"[与同和跟]")
# 甲与乙|在多个领域展开|合作.
_SHORT_WAY = re.compile(
    r"[^,。;]{0,16}|(?:还|也|已|先后|近年来)*(?:在|就|围绕)[^,。;]{0,45}(?:开展|展开|进行|达成|深化|建立)[^,。;]{0,8}"
)
_JOINTLY = ("共同", "联合", "携手", "联手")
_NOT_VERB = re.compile(r"体|组织|伙伴|会|社|区|主办|举办|承办|出席|见证|会见|主持|参加|富裕|发展|努力")
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
        if _SIGNS.search(flat, left, right) or _NOT_VERB.match(flat, match.end()) or _in_name(article, match):
            continue
        run = [party for party in parties_between(article, left, match.start()) if party.body and not party.hand]
        if run and _SHORT_WAY.fullmatch(flat, run[-1].end, match.start()):
            for one, other in _sides(article, run, (start, left), match):
                yield _fact(article, one, other, match.span(), "verb of cooperation")


def _in_name(article: Annotated, match: re.Match[str]) -> bool:
    """Whether the verb is a part of a name: 上海|合作|组织."""
    around = article.all_between(match.start() - 30, match.end() + 30)
    return any(bound.start <= match.start() < bound.end for bound in around)


def _sides(
    article: Annotated, run: Sequence[Party], where: tuple[int, int], match: re.Match[str]
) -> Sequence[tuple[Bound, Bound]]:
    """The pairs that work together: across 与; with the subject where 与 stands before the run; all of A、B共同."""
    flat, (start, left) = article.sheet.flat, where
    bodies = [party.body for party in run if party.body]
    gaps = [flat[one.end : other.start] for one, other in pairwise(bodies)]
    if any(_WITH.search(gap) for gap in gaps if "和" not in gap):
        return pairs(_bodies(run, 0), _bodies(run, 1))
    mark = max(flat.rfind(sign, left, bodies[0].start) for sign in "与同和跟")
    if mark >= 0 and bodies[0].start - mark <= 12:
        ours = spoken(article, left, mark, "Organization")[-1:] or _subject(article, start, left)
        return pairs(ours, bodies)
    if len(run) == 2 and any("和" in gap for gap in gaps):
        return pairs(bodies[:1], bodies[1:])
    if (
        match.group() in _JOINTLY
        and flat[bodies[-1].end : match.start()] in ("", "将", "已", "正")
        and len(bodies) <= 4
    ):
        return list(combinations(bodies, 2))
    return []


def _bodies(run: Sequence[Party], side: int) -> list[Bound]:
    return [party.body for party in run if party.side == side and party.body]


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
