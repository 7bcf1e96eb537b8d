"""Facts of who builds, runs or pays for a work, for the modules that read them from roles and from verbs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract.annotated import Annotated, Bound, Fact, ends
from kg.extract.circumstances import properties
from kg.extract.lists import gap, run_from
from kg.extract.unread import own_subject
from kg.language.classes import BELONGING, one_of
from kg.language.lexicon import words

# 7月28日,|甲公司; 据悉,|甲公司; 近年来|甲公司
OPENING = re.compile(r"[^,。;与和同由向对在于被为将把、]{0,8}")
# 甲集团|子公司|乙公司
BRANCH = re.compile(f"的?(?:全资|控股|直属|核心)?(?:子公司|{BELONGING})(?:企业|公司)?")

# 两地|甲党|组织: not the body itself, but those of it there.
MEMBERS = re.compile("(?:基层|各级|地方)?(?:组织(?!实施|开展|了)|会员|成员|盟员|社员|界人士|系统)")

_SAYS = re.compile(f"(?:{one_of('reporting_verbs')}|称|透露|说道|告诉记者)[,:]“?")

_TO_COME = re.compile("[拟将]|计划")


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
        if _TO_COME.search(article.sheet.flat, *trigger):
            told = {**told, "status": "planned"}  # 募集资金净额|拟|投资于以下项目
        yield article.fact((thing, bound), "UNDERTAKES", (project.things[0], project), trigger=trigger,
                           rule="raises money for", properties=told)  # fmt: skip


def said_of_others(article: Annotated, start: int, end: int) -> bool:
    """甲委副书记李文达表示,|青江坚持…,全面实施P: what somebody of the body says has a subject of its own."""
    said = list(_SAYS.finditer(article.sheet.flat, start, end))
    if not said:
        return False
    first = article.sheet.token_at(said[-1].end())
    placed = first is not None and first.tag in ("LOC", "ns") and first.start == said[-1].end()
    return placed or own_subject(article, said[-1].end(), end)


def subject_of(article: Annotated, items: Sequence[Bound], start: int, left: int) -> list[Bound]:
    """Who the sentence is about when a clause goes on without a subject: the first body that opens a clause."""
    flat = article.sheet.flat
    for body in (b for b in items if b.type == "Organization" and b.end <= left and not b.inner):
        opens, _ = article.sheet.clause(body.start)
        own = (
            flat[body.end : body.end + 1] != "的"
            and not MEMBERS.match(flat, body.end)
            and not said_of_others(article, body.end, left)
        )
        own = own and not own_subject(article, opens, body.start, acting=True)
        if own and start <= body.start and OPENING.fullmatch(flat, opens, body.start):
            following = [b for b in items if b.type == "Organization" and b.start >= body.start]
            if len(following) > 1 and BRANCH.fullmatch(gap(article, *following[:2])):
                following = following[1:]
            return [b for b in run_from(article, following, 0) if b.end <= left]
    return []
