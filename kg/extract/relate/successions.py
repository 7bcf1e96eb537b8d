"""HOLDS_POSITION with the post first: 董事长为甲; 法定代表人由甲变更为乙; 不再担任某局局长,由乙接任."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract.annotated import Annotated, Bound, Fact
from kg.extract.chains import TAKEN, Post, chain_before, gap, holds, in_line, in_turn, sharing
from kg.extract.mention.titles import TURNED
from kg.language.classes import one_of

_CHANGED = re.compile(one_of("changed_verbs"))
# 所遗职务|由|甲接任, 甲|接任。
_ADVERBS = rf"(?:{one_of('turning_adverbs')}){{0,2}}"
_GIVEN_UP = re.compile(
    rf"(?:^|[,;。\s])(?:(?:所遗|所任|其|该|这一|原)?(?:{one_of('words_for_posts')}|空缺|遗缺)?{_ADVERBS}由)?$"
)
_TAKES = re.compile(rf"{_ADVERBS}(?:{one_of('succeeding_verbs')})(?=[,;。、)]|$|一职|其职|该职)")
_LEFT = re.compile(rf"(?:{one_of('leaving_verbs')})[^,。;、]{{0,6}}$")
_LEAVES = re.compile(rf"[^,。;、]{{0,6}}?(?:{one_of('leaving_verbs')})")


def relate(article: Annotated) -> Iterator[Fact]:
    """Posts told before who holds them, and those that somebody takes over from the one told before."""
    for start, end in article.sentences():
        items = in_line(article, start, end)
        yield from _turned(article, items)
        yield from _taken_over(article, items)


def _turned(article: Annotated, items: Sequence[Bound]) -> Iterator[Fact]:
    """某公司法定代表人为|甲, 董事长为某集团总裁|乙, 董事长、总经理分别由|甲、乙|担任."""
    for index, item in enumerate(items[:-1]):
        if item.type != "Title":
            continue
        verb = gap(article, item, items[index + 1])
        if not TURNED.fullmatch(verb):
            continue
        clause = article.sheet.clause(item.end)[1]
        person = next((k for k in range(index + 1, len(items)) if items[k].type == "Person"), None)
        if person is None or items[person].end > clause:
            continue
        own = chain_before(article, items, person - 1) if person > index + 1 else []
        first = (own[0].body or own[0].title) if own else items[person]
        if first is items[index + 1]:
            posts = in_turn(chain_before(article, items, index))
            opens = article.sheet.clause(item.start)[0]
            yield from _holders(article, items, person, [post for post in posts if post.title.end > opens], verb)


def _holders(
    article: Annotated, items: Sequence[Bound], index: int, posts: Sequence[Post], verb: str
) -> Iterator[Fact]:
    """The person at this index and those in the list hold the posts; in turn, or one after the other, where so told."""
    new = index + 1 if index + 1 < len(items) and items[index + 1].type == "Person" else None
    if new is not None and _CHANGED.fullmatch(gap(article, items[index], items[new])):
        yield from holds(article, items[index], posts, "holder before a change", "former")
        yield from holds(article, items[new], posts, "holder behind a change", TAKEN)
        return
    people = list(sharing(article, items, index))
    each = len(posts) == len(people) > 1 and ("分别" in verb or "依次" in verb)
    for at, person in enumerate(people):
        yield from holds(article, person, [posts[at]] if each else posts, "holder behind a post")


def _taken_over(article: Annotated, items: Sequence[Bound]) -> Iterator[Fact]:
    """甲不再担任某局局长,由|乙|接任: the post that the sentence tells of as given up, else the only one in it."""
    flat = article.sheet.flat
    for index, person in enumerate(items):
        if person.type != "Person" or not _TAKES.match(flat, person.end):
            continue
        start = article.sheet.sentence(person.start)[0]
        if _GIVEN_UP.search(flat, max(start, person.start - 14), person.start):
            yield from holds(article, person, _given_up(article, items[:index]), "taken over", TAKEN)


def _given_up(article: Annotated, items: Sequence[Bound]) -> list[Post]:
    """The chain of posts before that somebody leaves, or the only chain."""
    flat, chains = article.sheet.flat, []
    for index, item in enumerate(items):
        following = items[index + 1] if index + 1 < len(items) else None
        if item.type == "Title" and (following is None or following.type != "Title"):
            chain = chain_before(article, items, index)
            first = chain[0].body or chain[0].title
            told = bool(_LEFT.search(flat, max(0, first.start - 12), first.start)) or any(p.status for p in chain)
            if following is not None and following.type == "Person" and following.start == item.end:
                told = told or _LEAVES.match(flat, following.end) is not None
            chains.append((told, chain))
    left = [chain for told, chain in chains if told] or [chain for _, chain in chains]
    return left[0] if len(left) == 1 else []
