"""PART_OF where a whole lists its parts: 甲集团下设乙、丙公司, 甲拥有乙、丙等12家子公司, 丁联盟由乙、丙组成."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from kg.extract.annotated import Annotated, Bound, Fact, covered
from kg.extract.lists import linked, spoken
from kg.extract.parts import part_of
from kg.language.classes import COUNTS, all_of, one_of
from kg.language.lexicon import any_of, table, words

_LEAD = re.compile(r"(?:[,现共目前已还]|了|有|集团|公司|主要|\d++家?)*")
_COMPOSED = re.compile(
    f"(?:等[^,。;]{{0,12}})?(?:[0-9{COUNTS}]{{1,3}}家[^,。;]{{0,6}})?(?:为基础)?(?:共同|联合|合并|重组|整合){{0,3}}(?:组成|组建|构成|合并|成立)?(?:组成|组建|构成|而成|而来|合并|成立)"
)
# 甲大学设有|农学院、林学院: parts by their names.
_INNER = re.compile(f"(?:{one_of('parts_of_houses')})$")
_FROM = re.compile(r"(?:是|主要)?由$")


@cache
def _having() -> tuple[dict[str, str], re.Pattern[str]]:
    verbs = {row[0]: row[1] for row in table("having_verbs")}
    return verbs, re.compile(f"(?P<verb>{any_of(verbs)})(?:了|有)?")


@cache
def _unit() -> re.Pattern[str]:
    """The end of a list that says what its members are: 等18家全资及控股子公司."""
    units = any_of((*words("part_units"), *all_of("kinds_of_parts")))
    return re.compile(
        f"(?:等[^,。;、]{{0,12}}?|等?[0-9{COUNTS}]{{1,3}}[家个大所支](?:全资|控股|直属|下属)?)(?:{units})"
    )


def relate(article: Annotated) -> Iterator[Fact]:
    """What sentences say of wholes and the list of their parts."""
    for start, end in article.sentences():
        yield from _listed(article, start, end)
        yield from _composed(article, start, end)


def _listed(article: Annotated, start: int, end: int) -> Iterator[Fact]:
    """甲集团|下设|乙公司、丙公司."""
    verbs, pattern = _having()
    items = spoken(article, start, end, "Organization")
    for match in pattern.finditer(article.sheet.flat, start, end):
        before = [b for b in items if b.end <= match.start()]
        behind = [b for b in items if b.start >= match.end()]
        if not before or not behind or covered(items, *match.span()):
            continue
        if not _LEAD.fullmatch(article.sheet.flat, before[-1].end, match.start()) or behind[0].start != match.end():
            continue
        parts = _run(article, behind)
        closed = _unit().match(article.sheet.flat, parts[-1].end) or all(_INNER.search(b.spot.text) for b in parts)
        if verbs[match["verb"]] == "sure" or closed:
            for part in parts:
                yield from part_of(article, part, before[-1], "listed as a part", match.span())


def _composed(article: Annotated, start: int, end: int) -> Iterator[Fact]:
    """丁联盟由|乙公司、丙公司等12家单位|组成; 由乙公司、丙公司|组成的|丁联盟."""
    flat = article.sheet.flat
    items = spoken(article, start, end, "Organization")
    for whole, first in pairwise(items):
        if not _FROM.fullmatch(flat, whole.end, first.start):
            continue
        parts = _run(article, [b for b in items if b.start >= first.start])
        match = _COMPOSED.match(flat, parts[-1].end)
        if match is not None:
            for part in parts:
                yield from part_of(article, part, whole, "what it is made of", match.span())
    for index, first in enumerate(items):
        parts = _run(article, items[index:]) if flat.startswith("由", first.start - 1) else []
        if any(article.things[b.things[0]].name.endswith(all_of("organs")) for b in parts if b.things):
            continue  # 由甲市、乙市政府联合组建的|办公室: an authority is no part of what it founds
        match = _COMPOSED.match(flat, parts[-1].end) if parts else None
        ahead = items[index + len(parts) :][:1]
        if match is not None and ahead and flat[match.end() : ahead[0].start] == "的":
            for part in parts:
                yield from part_of(article, part, ahead[0], "what it is made of", match.span())


def _run(article: Annotated, items: Sequence[Bound]) -> list[Bound]:
    """The first mention with those that are enumerated behind it."""
    run = [items[0]]
    for other in items[1:]:
        if not linked(article, run[-1], other):
            break
        run.append(other)
    return run
