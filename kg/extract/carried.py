"""The body that a clause before names and that goes on acting: 甲局积极行动,|举办乙活动; 甲会来到丙县,|并举行丁仪式."""

from __future__ import annotations

import re
from itertools import pairwise

from kg.extract.annotated import Annotated, Bound
from kg.extract.lists import led, spoken
from kg.language.classes import ADVERBS, COMITATIVES, TIMES, one_of
from kg.language.pieces import fills

# 8月3日|甲局: what may stand before a body at the head of its clause.
_AT_HEAD = re.compile(rf"(?:{ADVERBS}|{TIMES}|\s|[0-9]{{1,4}})")
# 甲局发布通知,|各地积极响应,举办…: words that begin a clause without a new subject.
_NO_SUBJECT = ("v", "vd", "vn", "ad", "d", "p", "c", "m", "TIME", "t", "a", "xc")
# 甲局|高度重视; not 甲局|工会, 甲局|局长.
_ACTS = ("v", "vd", "ad", "d", "p", "c", "TIME", "t", "a", "xc")
# 甲局介绍,|…: what they say, no deed of theirs.
_SPEAKS = re.compile(f"(?:{one_of('reporting_verbs')})[,:]|[了悉获]?[解得]到,|消息")
_BESIDE = re.compile(rf"[、和与同及]|以及|{COMITATIVES}")
_IN_COMPANY = re.compile(COMITATIVES)
_FEW = 4
# 甲中心|承接的|丙项目,在丁馆开展: it only says which one it is.
_WHOSE = re.compile("[\u3400-\u9fff]{1,6}的")
# 甲局|30余名志愿者|来到…: its people without their names act for it.
ITS_PEOPLE = f"的?(?:部分|全体|[0-9]{{1,4}}[余多]?[名位])?(?:{one_of('staff')}|{one_of('people_who_are_invited')})们?"
_ITS_PEOPLE = re.compile(ITS_PEOPLE)
_NOT_ON = re.compile("主办|承办|协办|指导下$")


def carried(article: Annotated, left: int) -> list[Bound]:
    """The bodies at the head of an earlier clause of the sentence that are still the subject of the one at `left`."""
    sheet = article.sheet
    start = sheet.sentence(left)[0]
    for _ in range(_FEW):
        if left <= start + 1 or sheet.flat[left - 1] != ",":
            return []
        begin, right = sheet.clause(left - 2)
        named = spoken(article, begin, right, "Organization", "Person")
        first = named[0] if named else None
        head = fills(_AT_HEAD, sheet.flat[begin : led(article, first)] or " ") if first is not None else False
        if first is not None and head:
            acting = _acting(article, first, right)
            return [*_joined_before(article, begin), *acting] if acting else []
        if not _goes_on(article, begin):
            return []
        left = begin
    return []


def _joined_before(article: Annotated, begin: int) -> list[Bound]:
    """甲银行携手乙局、丙局|,丁局、戊局,在…: those of the list that the clause at `begin` only goes on with."""
    sheet = article.sheet
    if begin <= sheet.sentence(begin)[0] + 1 or sheet.flat[begin - 1] != ",":
        return []
    left, right = sheet.clause(begin - 2)
    bodies = spoken(article, left, right, "Organization")
    if not bodies or bodies[-1].end != right or article.between(left, right, "Person"):
        return []
    gaps = [sheet.flat[one.end : led(article, other)] for one, other in pairwise(bodies)]
    head = fills(_AT_HEAD, sheet.flat[left : led(article, bodies[0])] or " ")
    listed = head and all(_BESIDE.fullmatch(gap) for gap in gaps)
    return bodies if listed and any(_IN_COMPANY.fullmatch(gap) for gap in gaps) else []


def _goes_on(article: Annotated, begin: int) -> bool:
    """Whether the clause begins with no new subject."""
    token = article.sheet.token_at(begin)
    return token is not None and token.start >= begin and token.tag in _NO_SUBJECT


def _acting(article: Annotated, first: Bound, right: int) -> list[Bound]:
    """The list that `first` opens, where a verb of its own stands behind it and no person."""
    sheet = article.sheet
    if first.type != "Organization" or article.between(first.start, right, "Person"):
        return []
    run = [first]
    for other in spoken(article, first.end, right, "Organization"):
        if other.start == run[-1].end:  # 甲大学|“乙”实践队
            run[-1] = other
            continue
        if not _BESIDE.fullmatch(sheet.flat, run[-1].end, led(article, other)):
            break
        run.append(other)
    its = _ITS_PEOPLE.match(sheet.flat, run[-1].end)
    end = run[-1].end if its is None else its.end()
    token = sheet.token_at(end)
    acts = end == right or (token is not None and token.start >= end and token.tag in _ACTS)
    said = _WHOSE.match(sheet.flat, end) or _SPEAKS.search(sheet.flat, end, right + 1)
    return run if acts and said is None and _NOT_ON.search(sheet.flat, end, right) is None else []
