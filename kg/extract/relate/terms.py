"""Which posts are over that no word calls former: the earlier ones of a dated career, those of who has died."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain
from typing import NamedTuple

from msgspec.structs import replace

from kg.extract.annotated import Annotated, Fact
from kg.language.classes import all_of, one_of
from kg.language.lexicon import any_of, table, words

_YEAR = re.compile(r"(?P<year>(?:19|20)\d\d)年(?:(?P<month>\d{1,2})月)?(?!度|级|版|代)")
# 2021年2月,李文达任某市委书记,|此番首次跨省履新
# … 2022年任甲局党组成员、纪检组长,|至此番履新
_MOVES_ON = re.compile(
    r"(?:、[^,。;、]{2,10}){0,3}[^,。;]{0,4},"
    rf"(?:[直至到]{{0,2}}(?:此番|此次|这次|本次)|这也?是)[^,。;]{{0,12}}?(?:{one_of('moves_to_a_post')})"
    r"|(?:、[^,。;、]{2,10}){0,3},(?:其?后|随后|之后|此后)(?:又|再)?(?:调|转|改|升)任"
)
_DIES = re.compile(
    rf"(?:{any_of(words('honorifics'))})?,?[^,。;的其父母妻夫儿女]{{0,14}}(?:{one_of('dying')})"
    r"|[^。;的]{0,30},(?:享年|终年)\d"
)
# 2017年1月任某市市长,|2023年6月被查; 2014年任甲局局长,|2020年退休
_ENDED = re.compile(
    r"(?:、[^,。;、]{2,10}){0,3},(?:至?[^,。;]{0,8}[年月日])?(?:又|被|已|因[^,。;]{1,8})?"
    f"(?:{one_of('falling_from_office')}|退休|离任|卸任|离职|辞职|去职|免职|去世|逝世)"
)
# …、某县县长|等职; …,|直至今年1月履新
_CLOSES = re.compile(rf"等职(?!业)|直[至到][^,。;]{{0,12}}(?:{one_of('moves_to_a_post')}|卸任|离任|退休)")
_LONG_AGO = 15  # years after which a post of which nothing more is told is over
_TOLD_BY_VERBS = (
    *("post behind name", "post in a later clause", "post of the person before", "given by a body"),
    "appointment",
)
_FOR_LIFE = ("院士", "学部委员")
_TOLD_AS_NEW = ("appointment", "given by a body")
_BESIDE_NAMES = "post before name"


class _Told(NamedTuple):
    """When a verb says that somebody came to a post: year and month (0 where untold), whether the post goes on (起,
    至今), whether it may have come to the others (兼任, 当选)."""

    when: tuple[int, int]
    goes_on: bool
    beside: bool


def settled(article: Annotated, facts: Sequence[Fact]) -> list[Fact]:
    """The facts; posts that a later one of the same career ends are former, and no post is both former and present."""
    posts = [fact for fact in facts if fact.predicate == "HOLDS_POSITION"]
    if not posts:
        return list(facts)
    dated = {id(fact): told for fact in posts if (told := _told(article, fact)) is not None}
    over = {id(fact) for fact in posts if id(fact) in dated and _is_over(article, fact, dated, posts)}
    over |= {id(fact) for fact in (*_left_for_new(article, posts, dated), *_of_fallen(article, posts))}
    ended = [replace(fact, properties={**fact.properties, "status": "former"}) if id(fact) in over else fact
             for fact in facts]  # fmt: skip
    return list(_agreed(article, ended, {id(one) for one, was in zip(ended, facts, strict=True) if id(was) in over}))


def _left_for_new(article: Annotated, posts: Sequence[Fact], dated: dict[int, _Told]) -> Iterator[Fact]:
    """The steps of a career whose newest post the article tells: 2019年任甲局主任,后任乙司司长。近日,已任|丙局局长."""
    told = [fact for fact in posts if not fact.properties.get("status") and fact.rule in _TOLD_BY_VERBS]
    new = [fact for fact in told if _is_new(article, fact)]
    if not new or len(told) == len(new):
        return
    today = _today(article)
    for fact in told:
        bodies = {one.object for one in new if one.subject == fact.subject}
        if not bodies or fact in new or all(title.endswith(_KEPT) for title in fact.properties["titles"]):
            continue
        when = dated.get(id(fact))
        past = when is not None and when.when[0] < today and not when.goes_on and not when.beside
        if past or _before_post(_STEP, article, fact):
            yield fact


def _of_fallen(article: Annotated, posts: Sequence[Fact]) -> Iterator[Fact]:
    """The career of who is called by a former post and has fallen: 某局原局长李文达|涉嫌受贿。…2019年任乙县县长."""
    former = {
        fact.subject for fact in posts if fact.rule == _BESIDE_NAMES and fact.properties.get("status") == "former"
    }
    fallen = {person for person in former
              if any(_FALLS.match(article.sheet.flat, bound.end) for bound in article.mentions_of(person))}  # fmt: skip
    for fact in posts if fallen else ():
        told = fact.rule in _TOLD_BY_VERBS and not fact.properties.get("status")
        if told and fact.subject in fallen and not _before_post(_NOW, article, fact):
            yield fact


_FALLS = re.compile(rf",?(?:因|正)?(?:{one_of('falling_from_office')})")


def _is_new(article: Annotated, fact: Fact) -> bool:
    """Whether the post is told as the one that somebody has just come to: 近日,李文达|已任|某局副局长."""
    return _before_post(_JUST, article, fact)


def _before_post(sign: re.Pattern[str], article: Annotated, fact: Fact) -> bool:
    flat, start = article.sheet.flat, _trigger(fact)[0]
    match = sign.search(flat, max(article.sheet.sentence(start)[0], start - _FAR), start)
    return match is not None and _VERBS_OF_POSTS.search(flat, match.end(), start) is None


_FAR = 60  # characters before a post within which its verb stands
_VERBS_OF_POSTS = re.compile("任(?!务|期|职|命)")
_JUST = re.compile(
    "(?:(?:近日|日前|近期|新近|本月|今日)[^。;]{0,30}?|[已新现](?:转|调|升|出|担|履新|正式)?|目前)任(?!务|期|职)"
    "|(?:已|近日|日前)(?:履新|到任)"
)
_STEP = re.compile("(?<![今以])(?:后|随后|其后|之后|此后|后来|继而)(?:又|再)?(?:历|担|升|转|调|改|出)?任(?!务|期|职)")
# What somebody stays when another post comes.
_KEPT = all_of("posts_that_stay")


def _told(article: Annotated, fact: Fact) -> _Told | None:
    """When the verb before the post says that it began, by a year; None where it says nothing of the kind."""
    if fact.rule not in _TOLD_BY_VERBS or fact.properties.get("status") == "planned":
        return None
    flat, start = article.sheet.flat, _trigger(fact)[0]
    left = article.sheet.sentence(start)[0]
    years = list(_YEAR.finditer(flat, left, start))
    taken = _takes().match(flat, years[-1].end(), start) if years else None
    if taken is None or _NOW.search(flat, taken.start(), start):
        return None
    between = article.between(years[-1].end(), start, "Person")
    if any(fact.subject not in person.things for person in between):
        return None
    when = (int(years[-1]["year"]), int(years[-1]["month"] or 0))
    return _Told(when, bool(taken["on"]), taken["verb"] in _beside())


_NOW = re.compile("现任|现为|现担任|至今|目前|如今|迄今")


@cache
def _takes() -> re.Pattern[str]:
    """What leads from a year to a post: 2011年|,李文达任, 1976年|,他当选为, 2005年|起担任."""
    verbs = any_of({row[0] for row in table("post_verbs") if row[1] == "-"})
    return re.compile(rf"\d{{0,2}}日?(?P<on>起|至今|以来)?,?(?:[^,。;任]{{2,20}},)?[^,。;]{{0,16}}?(?P<verb>{verbs})")


@cache
def _beside() -> frozenset[str]:
    """Verbs of coming to a post that leave the others as they were."""
    return frozenset(all_of("posts_beside_others"))


def _trigger(fact: Fact) -> tuple[int, int]:
    return next((start, end) for role, start, end, _ in fact.spots
                if role == "trigger" and start is not None and end is not None)  # fmt: skip


def _is_over(article: Annotated, fact: Fact, dated: dict[int, _Told], posts: Sequence[Fact]) -> bool:
    """Whether a dated post is over: a later one is told, it began long ago, or who had it moved on or has died."""
    told = dated[id(fact)]
    if fact.properties.get("status") or all(title.endswith(_FOR_LIFE) for title in fact.properties["titles"]):
        return False
    own = (dated[id(other)] for other in posts if id(other) in dated and other.subject == fact.subject)
    if any(other.when > told.when and not other.beside for other in own):
        return True
    behind = _trigger(fact)[1]
    if any(end.match(article.sheet.flat, behind) for end in (_MOVES_ON, _ENDED)) or _closes_career(article, behind):
        return True
    today = _today(article)
    return (today - told.when[0] >= _LONG_AGO and not told.goes_on) or _has_died(article, fact.subject)


def _closes_career(article: Annotated, offset: int) -> bool:
    """Whether the list of posts that goes on behind the offset is told as over: 后任甲局局长、乙县县长|等职。"""
    end = _CLOSES.search(article.sheet.flat, offset, article.sheet.sentence(offset)[1])
    return end is not None and _NOW.search(article.sheet.flat, offset, end.start()) is None


def _today(article: Annotated) -> int:
    """The year of the article, by its date or else by the latest year that it tells."""
    date = article.sheet.article.date or ""
    if date[:4].isdigit():
        return int(date[:4])
    return max((int(match["year"]) for match in _YEAR.finditer(article.sheet.flat)), default=0)


def _has_died(article: Annotated, person: int) -> bool:
    return any(_DIES.match(article.sheet.flat, bound.end) for bound in article.mentions_of(person))


def _agreed(article: Annotated, facts: Sequence[Fact], inferred: set[int]) -> Iterator[Fact]:
    """The facts, those of one post under one status: present where it is told as such beside what was only inferred.

    inferred: the posts that no word calls former.
    """
    states: dict[tuple[int, int, str], dict[str, list[Fact]]] = {}
    for fact in facts:
        for title in fact.properties["titles"] if fact.predicate == "HOLDS_POSITION" else ():
            post = states.setdefault((fact.subject, fact.object, title), {})
            post.setdefault(fact.properties.get("status", "done"), []).append(fact)
    dropped: set[int] = set()
    for post in states.values():
        if "former" in post and "done" in post:
            told = (fact for fact in post["former"] if id(fact) not in inferred)
            called = [fact for fact in told if _is_called_former(article, fact)]
            now = any(_is_told_of_now(article, fact, bool(called)) for fact in post["done"])
            dropped.update(id(fact) for fact in post["former" if now else "done"])
    return chain(fact for fact in facts if id(fact) not in dropped)


def _is_called_former(article: Annotated, fact: Fact) -> bool:
    """Whether a word calls the post former, and not only its place in a career: 2014年任甲,2018年任乙; 历任甲、乙."""
    flat, start = article.sheet.flat, _trigger(fact)[0]
    left = article.sheet.sentence(start)[0]
    if _SO_FAR.search(flat, left, start) is not None:
        return False
    years = list(_YEAR.finditer(flat, left, start))
    return not years or _CALLED.search(flat, years[-1].end(), start) is not None


# 历任|甲、乙: all that somebody has been so far.
_SO_FAR = re.compile("(?:历任|先后)(?:(?!曾任|原任)[^。;])*$")
_CALLED = re.compile("[曾原卸辞免前]|不再|离任|时任|早年|一度|离职|退")


def _is_told_of_now(article: Annotated, fact: Fact, called: bool) -> bool:
    """Whether the fact tells a post of today. called: whether a word calls the same post former elsewhere."""
    start = min(at for _, at, _, _ in fact.spots if at is not None)
    if _NOW.search(article.sheet.flat, max(0, start - 8), _trigger(fact)[0]):
        return True
    return fact.rule in _TOLD_AS_NEW or (fact.rule == _BESIDE_NAMES and not called)
