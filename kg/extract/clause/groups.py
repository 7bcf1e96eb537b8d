"""Lists of people and bodies that run over clauses: 省长李文达一行;某局、某公司负责人,校长周明远等|出席仪式."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kg.extract.annotated import Annotated, Bound
from kg.extract.deeds import has_verb, in_list, takers, topic
from kg.extract.lists import spoken
from kg.extract.subjects import qualifies
from kg.language.classes import COUNTS, LOCALIZERS
from kg.language.lexicon import any_of, words

# A clause of a list is rarely longer: one person with all their posts.
_LONGEST = 160
_MARKS = ",;:。!?\n"
# 邀请|丙等专家作报告: the object goes on to act.
_CALLS = re.compile("邀请|组织|特邀|邀")
_COMPANY = re.compile("(?:在|由)[^。在]{2,300}?陪同下?")


@cache
def _end() -> re.Pattern[str]:
    """What may stand between the last name of a list's clause and the comma: a form of address, 等, people without a
    name, and words that only say how the list acts."""
    address, unnamed = any_of(words("honorifics")), any_of(words("unnamed_people"))
    return re.compile(
        f"(?:{address})?(?:一行)?(?:[0-9{COUNTS}]+人)?(?:等?[^,。;]{{0,40}}?(?:{unnamed}))?等?"
        rf"(?:分别|先后|共同)?(?:在[^,。;0-9个]{{1,8}}?(?:{LOCALIZERS}))?[….]*"
    )


@cache
def _unnamed() -> re.Pattern[str]:
    """A clause that lists only people without a name (省直有关部门负责人, 企业代表)."""
    return re.compile(rf"[^,。;:]{{2,30}}(?:{any_of(words('unnamed_people'))})等?")


def ends_list(tail: str) -> bool:
    """Whether the words behind the last name of a clause only end the list (一行, 等5人, 研究员, 等有关负责人)."""
    return bool(_end().fullmatch(tail.strip()))


def members(article: Annotated, left: int, right: int) -> list[Bound] | None:
    """Who is listed in a clause that is nothing but part of a list, else None; empty where nobody is named in it."""
    named = takers(article, left, right)
    flat = article.sheet.flat
    if not named:
        own = flat[left:right].strip()
        plain = not spoken(article, left, right, "Person") and not has_verb(article, left, right)
        return [] if plain and (_unnamed().fullmatch(own) or _only_posts(article, left, right)) else None
    tail = flat[named[-1].end : right]
    their = _their_people().match(tail)
    return named if ends_list(tail) or topic(tail) or (their and topic(tail, their.end())) else None


@cache
def _their_people() -> re.Pattern[str]:
    """甲局、|乙厂相关负责人|就…: people without a name between the last body and what they speak about."""
    unnamed = any_of(words("unnamed_people"))
    return re.compile(
        rf"(?:[、和与及][^,。;、]{{2,14}}){{0,3}}?等?[^,。;、]{{0,14}}?(?:{unnamed})(?:还|也|均|依次|分别|先后)?"
    )


def _only_posts(article: Annotated, left: int, right: int) -> bool:
    """市卫健委党组书记、主任,|市中医药局局长李文达: posts of the one who is named in the clause behind."""
    posts = article.between(left, right, "Title")
    return bool(posts) and not article.sheet.flat[posts[-1].end : right].strip()


def bodies_of_posts(article: Annotated, left: int) -> list[Bound]:
    """甲局党组成员,|乙会副会长,|丙局局长等领导出席: the bodies of those who are listed by their posts alone."""
    found: list[Bound] = []
    while (start := _clause_before(article.sheet.flat, left)) is not None:
        if spoken(article, start, left - 1, "Person") or not _only_posts(article, start, left - 1):
            break
        posts = {title.start for title in article.between(start, left - 1, "Title")}
        bodies = spoken(article, start, left - 1, "Organization")
        if not bodies or bodies[0].start - start > 1:
            break
        found, left = [*(b for b in bodies if b.end in posts), *found], start
    return found


def opens_object(article: Annotated, left: int, right: int) -> bool:
    """Whether the clause ends with somebody who is the object of its verb: the list behind it goes on with objects.

    会见甲国主席李文达,|乙国总理周明远等,出席论坛: the second is met and attends nothing.
    """
    people = spoken(article, left, right, "Person")
    if _CALLS.search(article.sheet.flat, left, right):
        return False
    if not people or not ends_list(article.sheet.flat[people[-1].end : right]):
        return False
    return people[-1] not in takers(article, left, right)


def listed_before(article: Annotated, left: int) -> list[Bound]:
    """Those listed in the clauses that run up to `left`, over , and ; alike, in their order."""
    found: list[Bound] = []
    while (start := _clause_before(article.sheet.flat, left)) is not None:
        listed = members(article, start, left - 1)
        if listed is None:
            return [] if opens_object(article, start, left - 1) else found
        found, left = [*listed, *found], start
    return found


def run_to_last(article: Annotated, people: Sequence[Bound]) -> list[Bound]:
    """The list that ends with the last of the people: 甲局局长A研究员、B,乙公司董事长|C."""
    run = list(people[-1:])
    for other in reversed(people[:-1]):
        if not in_list(article, other.end, run[0].start):
            break
        run.insert(0, other)
    return run


def company(article: Annotated, start: int, verb: int) -> tuple[list[Bound], tuple[int, int] | None]:
    """Who goes along in 在A、B等陪同下 before `verb`, and the span of that phrase; none where there is none."""
    found = _COMPANY.search(article.sheet.flat, start, verb)
    if found is None:
        return [], None
    return [one for one in spoken(article, *found.span(), "Person") if not qualifies(article, one)], found.span()


def _clause_before(flat: str, left: int) -> int | None:
    """Where the clause begins that ends with , or ; right before `left`; marks in brackets do not count."""
    while left > 0 and flat[left - 1].isspace():
        left -= 1
    if left <= 0 or flat[left - 1] not in ",;":
        return None
    depth = 0
    for at in range(left - 2, max(-1, left - 2 - _LONGEST), -1):
        depth += (flat[at] == ")") - (flat[at] == "(")
        if depth <= 0 and flat[at] in _MARKS:
            return at + 1
    return 0 if left - 2 < _LONGEST else None
