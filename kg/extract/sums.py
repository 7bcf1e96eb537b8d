"""Sums of money: each belongs to the work, paper or deed of its own clause, none to all that a sentence names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kg.extract.annotated import Annotated, Bound
from kg.language.amounts import Amount, find_amounts
from kg.language.classes import CLASSIFIERS, COUNTS, one_of
from kg.language.lexicon import pattern, word_set

# 18个|重点项目, 3份|协议: what is counted has the sum for itself.
_COUNTED = re.compile(
    rf"(?<!第)(?:\d{{1,5}}|[{COUNTS}]{{1,4}})[余多]?(?:{CLASSIFIERS})[^,。;、的与和]{{0,12}}?(?:项目|工程|协议|合同|订单|合作)"
)
# 总投资5亿元|的P, 投资5亿元左右,建设|P: what stands between a sum and what it pays for.
_PAYS_FOR = re.compile(
    rf"(?:左右|以上|人民币|资金)?,?(?:的|[^,。;的]{{0,10}}?(?:{one_of('money_for')}))[“‘《\s]?[^,。;]{{0,12}}"
)
_TOTAL = re.compile(rf"(?:{one_of('total_nouns')})[^,。;\d]{{0,6}}$")
_EARNED = 10


def amount(article: Annotated, trigger: tuple[int, int], things: tuple[Bound, ...]) -> str | None:
    """The sum that belongs to one of the things or, where none of them is named, to the deed itself; a total first.

    trigger: the span of the deed's verb. things: the mentions of the work or paper that the fact is about.
    """
    start, end = article.sheet.sentence(trigger[0])
    meant = {thing for bound in things for thing in bound.things}
    own = [told for told in _sums(article, start, end) if _is_of(article, told, (start, end), trigger, meant)]
    total = [told for told in own if _TOTAL.search(article.sheet.flat, start, told.start)]
    return next((told.text for told in (*total, *own)), None)


def _sums(article: Annotated, start: int, end: int) -> Iterator[Amount]:
    """The sums of a sentence that somebody spends, with offsets into the text."""
    earned = word_set("sum_nouns")
    for told in _found(article.sheet.article.text[start:end]):
        at = start + told.start
        left, _ = article.sheet.clause(at)
        before = article.sheet.flat[max(left, at - _EARNED) : at]
        # 7.1元|兑|1美元: a rate, which nobody pays.
        rate = before.endswith("兑") or article.sheet.flat.startswith("兑", start + told.end)
        if not rate and not any(word in before for word in earned):
            yield Amount(at, start + told.end, told.text, told.value, told.currency)


@lru_cache(maxsize=256)
def _found(sentence: str) -> tuple[Amount, ...]:
    return tuple(find_amounts(sentence))


def _is_of(
    article: Annotated, told: Amount, sentence: tuple[int, int], trigger: tuple[int, int], meant: set[int]
) -> bool:
    """Whether the sum belongs to one of the things that are meant, or to the deed where it has no other owner."""
    ahead = _ahead(article, told, sentence[1])
    if ahead is not None:
        return bool(meant & ahead)
    flat = article.sheet.flat
    if flat.endswith("价值", 0, told.start) and flat.startswith("的", told.end):  # 价值2万元的汽车: of something else
        return False
    floor = max(sentence[0], flat.rfind(";", sentence[0], told.start) + 1)
    owners: list[tuple[int, set[int]]] = [
        (bound.start, {*bound.things, *(inner for b in _inner(article, bound) for inner in b.things)})
        for bound in article.between(floor, told.start, "Project", "Agreement")
    ]
    owners += [(match.start(), set()) for match in _COUNTED.finditer(flat, floor, told.start)]
    owners += [(match.start(), {-1}) for match in pattern("signing_verbs").finditer(flat, floor, told.start)]
    if not owners:
        return floor <= trigger[0] and article.sheet.clause(told.start) == article.sheet.clause(trigger[0])
    last = max(owners, key=lambda owner: owner[0])[1]
    return bool(last & meant) or (last == {-1} and floor <= trigger[0] < told.start)


def _ahead(article: Annotated, told: Amount, end: int) -> set[int] | None:
    """The work or paper behind the sum that it pays for, as things: an empty set for counted ones, None for nothing."""
    flat = article.sheet.flat
    _, right = article.sheet.clause(told.end)
    near = min(end, max(right, told.end + 16))
    named = next(iter(article.between(told.end, near, "Project", "Agreement")), None)
    counted = _COUNTED.search(flat, told.end, near)
    starts = [named.start] if named is not None else []
    starts += [counted.start()] if counted is not None else []
    first = min(starts, default=-1)
    if first < 0 or not _PAYS_FOR.fullmatch(flat, told.end, first):
        return None
    return set(named.things) if named is not None and named.start == first else set()


def _inner(article: Annotated, bound: Bound) -> list[Bound]:
    """The works named inside a paper's name, or a paper around a work."""
    return article.all_between(bound.start, bound.end, "Project", "Agreement")
