"""Ministries that lean on the country of the post before them: 甲国副总理兼|外交部|部长 is in 甲国外交部."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from msgspec.structs import replace

from kg.extract.anchor.nations import nation_told
from kg.extract.anchor.offices import chained_nation, nation_of_body
from kg.extract.anchor.register import Register
from kg.extract.annotated import Bound
from kg.extract.sheet import Sheet, Spot
from kg.language.classes import all_of
from kg.language.countries import country_pair, is_country
from kg.language.lexicon import word_set

# 世界某研究院, 中某商贸理事会: of more than one country, or with a name of its own.
_OF_SEVERAL = (*all_of("grounds_before_ranks"), "国际", "联合国", "中", "区域")
_OWN = ("研究院", "学院", "医院", "协会", "学会", "基金会", "商会", "促进会", "联合会", "俱乐部", "法学院")
_ORGANS = ("部", "院", "委", "局", "署", "会", "军")


def told_abroad(sheet: Sheet, spots: Sequence[Spot]) -> list[Spot]:
    """The spots; 外交部 and 议会 on a page that tells of one other nation under the name that they have there."""
    return [_told_abroad(sheet, spot) for spot in spots]


def _told_abroad(sheet: Sheet, spot: Spot) -> Spot:
    if spot.text not in _of_any_nation():
        return spot
    return replace(spot, text=nation_told(sheet.flat, spot.start) + spot.text)


@cache
def _of_any_nation() -> frozenset[str]:
    """What most nations have under one name."""
    return word_set("organs_of_nations") | word_set("foreign_organs")


def bind_abroad(sheet: Sheet, posts: Sequence[Spot], bounds: Sequence[Bound], register: Register) -> list[Bound]:
    """The bounds; an organ that a foreign chain of posts goes on to is that country's, not ours."""
    starts = {post.end: post.start for post in posts}
    bodies = {bound.end: bound.spot.text for bound in bounds if bound.type == "Organization"}
    return [_abroad(sheet, bound, (starts, bodies), register) or bound for bound in bounds]


def _abroad(
    sheet: Sheet, bound: Bound, known: tuple[dict[int, int], dict[int, str]], register: Register
) -> Bound | None:
    text, written = bound.spot.text, sheet.flat[bound.start : bound.end]
    if written in _of_any_nation() and text != written and text.endswith(written):
        told = f"{written} → {text}：上文 {text.removesuffix(written)}"
        return replace(bound, spot=replace(bound.spot, text=written), reason=bound.reason or told)
    if bound.type != "Organization" or not text.endswith(_ORGANS) or any(is_country(text[:n]) for n in range(2, 6)):
        return None
    if text.startswith(_OF_SEVERAL) or country_pair(text[:2]) or text.endswith(_OWN):
        return None
    nation = chained_nation(sheet.flat, bound.start, *known)
    if not nation or nation_of_body(text):
        return None
    thing = register.add("Organization", [nation + text])
    return replace(bound, things=(thing,), reason=f"{text} → {nation}{text}：承前 {nation}")
