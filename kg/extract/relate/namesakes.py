"""PART_OF as names tell it where part and whole are both named: 中国移动青海公司, 甲大学材料学院, 某项目二期."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from kg.extract.annotated import Annotated, Bound, Fact, Thing
from kg.extract.lists import gap, spoken
from kg.extract.parts import GOVERNMENT, part_of
from kg.language.countries import is_country
from kg.language.divisions import find as find_division
from kg.language.text import fold

_PHASE = re.compile(
    r"(?:[(（]?(?:[一二三四五六七八]|首)期[)）]?|第?[一二三四五六七八九十0-9A-Z]+(?:合同段|标段|标))(?:工程|项目)?(?:[(（][^()（）]*[)）])?$"
)
_BRANCH = re.compile(r"(?P<head>.{3,})(?P<tail>分公司|分行|支公司|支行)")
_NOT_PART = re.compile(r"(?:代表团|访问团|专班|母公司|控股股东|股东|合作伙伴|供应商|客户)$")
_QUOTES = str.maketrans("", "", "“”‘’\"' 《》")


def relate(article: Annotated) -> Iterator[Fact]:
    """All parts that names tell of, in the order of their first mentions."""
    for start, end in article.sentences():
        yield from _apposed(article, start, end)
    yield from _contained(article)
    yield from _phases(article)


def _apposed(article: Annotated, start: int, end: int) -> Iterator[Fact]:
    """集团青海子公司——乙公司: what the words before the name describe as a part of the group."""
    items = spoken(article, start, end, "Organization")
    for one, other in pairwise(items):
        if not one.spot.text.endswith("子公司") or not re.fullmatch("[—-]*", gap(article, one, other)):
            continue
        described = article.things[one.things[0]]
        wholes = [index for index, thing in enumerate(article.things)
                  if thing.type == "Organization" and _begins(described, thing)]  # fmt: skip
        for whole in wholes[:1]:
            yield article.fact((other.things[0], other), "PART_OF", (whole, one), trigger=(one.start, other.end),
                               rule="described as a part")  # fmt: skip


def _contained(article: Annotated) -> Iterator[Fact]:
    """A name that begins with the whole name of another organisation of the article: 华侨大学|材料学院."""
    organisations = [(index, thing) for index, thing in enumerate(article.things) if thing.type == "Organization"]
    first = _first_mentions(article)
    for part_index, part in organisations:
        wholes = [(index, whole) for index, whole in organisations if index != part_index and _begins(part, whole)]
        if _described(article, part_index) or _NOT_PART.search(part.name):
            continue
        if not wholes or part_index not in first:
            continue
        index, _ = max(wholes, key=lambda item: max(len(name) for name in item[1].names if _head(part, name)))
        if index in first:
            bound = first[part_index]
            yield from part_of(article, bound, first[index], "name within a name", (bound.start, bound.end))


def _described(article: Annotated, thing: int) -> bool:
    """Whether the thing is only a description that the name behind it fills: 集团全资子公司|乙公司."""
    if not article.things[thing].name.endswith("子公司"):
        return False
    spots = [bound for bound in article.bounds if thing in bound.things]
    following = (article.between(bound.end, bound.end + 30, "Organization")[:1] for bound in spots)
    return any(
        found and re.fullmatch("[—-]*", gap(article, bound, found[0]))
        for bound, found in zip(spots, following, strict=True)
    )


def _first_mentions(article: Annotated) -> dict[int, Bound]:
    found: dict[int, Bound] = {}
    for bound in article.bounds:
        for thing in bound.things:
            if not bound.inner:
                found.setdefault(thing, bound)
    return found


@lru_cache(maxsize=4096)
def _plain(name: str) -> str:
    return fold(name).translate(_QUOTES)


def _begins(part: Thing, whole: Thing) -> bool:
    if any(GOVERNMENT.search(name) or is_country(name) for name in whole.names):
        return False
    return any(_head(part, name) for name in whole.names)


def _head(part: Thing, name: str) -> bool:
    """Whether the part's canonical name is this name and two or more characters; a place names no organisation."""
    long, short = _plain(part.name), _plain(name)
    if short in _headquarters(long):
        return True
    return len(short) >= 3 and len(long) - len(short) >= 2 and long.startswith(short) and not find_division(short)


def _headquarters(name: str) -> set[str]:
    """What the head of a branch may be called: 甲财险|湖北|分公司 → 甲财险总公司, 甲财险公司 …"""
    branch = _BRANCH.fullmatch(name)
    if branch is None:
        return set()
    head = branch["head"]
    stems = [head[:-length] for length in (2, 3, 4) if len(head) > length + 1 and find_division(head[-length:])]
    return {
        stem + ending for stem in stems for ending in ("总公司", "总行", "集团", "公司", "有限公司", "股份有限公司")
    }


def _phases(article: Annotated) -> Iterator[Fact]:
    """X二期 is a part of X where the article names X, too."""
    projects = [(index, thing) for index, thing in enumerate(article.things) if thing.type == "Project"]
    first = _first_mentions(article)
    for index, part in projects:
        match = _PHASE.search(_plain(part.name))
        if match is None or index not in first:
            continue
        stem = _plain(part.name)[: match.start()]
        for other, whole in projects:
            if other in first and other != index and stem in _stems(whole):
                bound = first[index]
                yield from part_of(article, bound, first[other], "phase of a project", (bound.start, bound.end))


def _stems(project: Thing) -> set[str]:
    """The project's names, each with and without 项目, 工程 at its end."""
    names = {_plain(name) for name in project.names}
    return names | {re.sub(r"(?:建设)?(?:项目|工程)$", "", name) for name in names}
