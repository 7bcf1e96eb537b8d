"""LOCATED_IN of what a place has drawn together: 园区已聚集了A、B等企业, 甲市辖乙区、丙县, 甲市吸引乙公司落户."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.extract.annotated import Annotated, Bound, Fact
from kg.extract.grounds import counted_run, located
from kg.extract.lists import leads_up, run_from, spoken
from kg.language.classes import COUNTS, LISTED_BODIES, SEVERAL, all_of, one_of
from kg.language.lexicon import any_of, pattern, words

_HELD = ("Organization", "Project", "Meeting", "Location")
_COMES = re.compile(f"[^,。;]{{0,10}}?(?:{one_of('settling_verbs')})")
# 聚集了|以|甲公司为代表的…, 现辖|5区3县:|甲区、…
_FOREMOST = re.compile(f"了?(?:以|包括|像|如|有)?(?:[0-9{COUNTS}]+[家个所户]?)?[^,。;、的与和]{{0,6}}:?")
_DIVIDED = re.compile(f"了?[0-9{COUNTS}个市州县区旗镇乡街道村社居(),、]*(?:分别|即|是|为)*:?")
_FIRMS = re.compile(f"等?[^,。;、]{{0,14}}(?:{LISTED_BODIES}|院所)|(?:为|作)[^,。;]{{0,4}}(?:代表|龙头|主)")
# 展会|在甲市举行,…
_HAPPENS = re.compile(f"(?:{any_of(words('held_verbs'))})")
_HERE = re.compile(f"(?:{one_of('parks')}|这里|当地|园内)(?:内|里|中)?[^,。;]{{0,6}}$")
_PARKS = (*all_of("parks"), "园", "小镇", "新区")
# Verbs of having, whose object may be a place or, with a word for firms behind, a firm.
_HAS = ("拥有", "辖有", "设有", "下辖", "辖", "坐拥", "建有", "现有", "已有", "还有", "迎来", "迎来了")


def relate(article: Annotated) -> Iterator[Fact]:
    """All that places have or draw to themselves, sentence by sentence."""
    for start, end in article.sentences():
        items = spoken(article, start, end, *_HELD)
        yield from _gathered(article, items, start, end)
        yield from _lured(article, items, start, end)
        if any(item.type == "Location" for item in items):
            yield from _tenants(article, items)
            yield from _counted(article, items)
            yield from _begun_works(article, items)


def _gathered(article: Annotated, items: Sequence[Bound], start: int, end: int) -> Iterator[Fact]:
    """园区聚集了A、B等企业; 甲市拥有A口岸、B保税区."""
    flat = article.sheet.flat
    for match in pattern("gather_words").finditer(flat, start, end):
        # 甲园吸引乙软件园等项目,同时|引进丙公司: what is drawn is not where the next one comes to
        drawn = pattern("lure_verbs").search(flat, start, match.start()) or match
        before = [b for b in items if b.type == "Location" and b.end <= drawn.start()]
        place = _innermost(article, before) if before else _here(article, start, match.start())
        if place is None or not {match.start(), match.end()} <= article.sheet.edges:
            continue
        if _is_told_of_another(article, place, start, match.start()):
            continue
        for held in _inside(article, items, match, place):
            yield from located(article, held, place, "gathers", match.span())


def _is_told_of_another(article: Annotated, place: Bound, start: int, verb: int) -> bool:
    """Whether a happening draws them (展会在甲市举行,|吸引了乙公司), or the clause has a subject of its own.

    作为甲新区的主力,|乙科教城|已有丙大学: neither a name nor a call of the place stands there.
    """
    flat, (left, _) = article.sheet.flat, article.sheet.clause(verb)
    if article.between(start, verb, "Meeting") or _HAPPENS.search(flat, place.end, verb):
        return True
    if left <= place.start:
        return False
    words = article.sheet.words_in(left, verb) if left < verb else ()
    return any(word.tag in _NOUNS and not _OWN.fullmatch(word.text) for word in words if word.end <= verb)


# Tags of nouns and names, and the nouns that mean the place itself or what it does.
_NOUNS = ("n", "nz", "nw", "ns", "nt", "LOC", "ORG", "PER")
_OWN = re.compile(f"(?:{one_of('parks')}|园区?|区内|园内|全[市县区镇村]|本地|当地|这里|目前|产业|平台|政策)")


def _here(article: Annotated, start: int, verb: int) -> Bound | None:
    """园区里|还有…: the park named last, in the two sentences before."""
    if not _HERE.search(article.sheet.flat, start, verb):
        return None
    floor = article.sheet.sentences[max(0, article.sheet.sentence_index(start) - 2)][0]
    parks = [b for b in article.all_between(floor, start, "Location") if b.spot.text.endswith(_PARKS)]
    return parks[-1] if parks else None


def _inside(article: Annotated, items: Sequence[Bound], verb: re.Match[str], place: Bound) -> list[Bound]:
    """What the place has: firms (甲、乙等企业), or places of its own (甲县、乙口岸, 甲、乙、丙三区和丁县)."""
    flat = article.sheet.flat
    ahead = [b for b in items if b.type in ("Location", "Organization") and b.start >= verb.end()]
    lead = _FOREMOST if ahead and ahead[0].type == "Organization" else _DIVIDED
    if not ahead or not lead.fullmatch(flat, verb.end(), ahead[0].start):
        return []
    if ahead[0].type == "Organization":
        _, right = article.sheet.clause(ahead[0].start)
        firms = [b for b in ahead if b.type == "Organization" and b.end <= right]
        return firms if verb.group() not in _HAS or _FIRMS.match(flat, firms[-1].end) else []
    run = counted_run(article, [b for b in ahead if b.type == ahead[0].type], place)
    if verb.group() not in _HAS:
        return []
    return [b for b in run if verb.group().endswith("辖") or len(b.spot.text) > 2]


def _lured(article: Annotated, items: Sequence[Bound], start: int, end: int) -> Iterator[Fact]:
    """甲市吸引A、B落户."""
    flat = article.sheet.flat
    for match in pattern("lure_verbs").finditer(flat, start, end):
        before = [b for b in items if b.type == "Location" and 0 <= match.start() - b.end <= 4]
        ahead = [b for b in items if b.type in ("Organization", "Project") and b.start >= match.end()]
        if before and ahead and ahead[0].start - match.end() <= 12:
            lured = run_from(article, ahead, 0)
            for held in lured if _COMES.match(flat, lured[-1].end) else ():
                yield from located(article, held, before[-1], "draws", match.span())


def _innermost(article: Annotated, places: Sequence[Bound]) -> Bound:
    """The last place of the chain that begins with the first: 新疆|霍尔果斯."""
    place = places[0]
    for other in places[1:]:
        if not leads_up(article, place, other):
            break
        place = other
    return place


def _tenants(article: Annotated, items: Sequence[Bound]) -> Iterator[Fact]:
    """入驻甲园区的企业有乙公司、丙公司: each of the list is there."""
    flat = article.sheet.flat
    for index, (place, firm) in enumerate(pairwise(items)):
        if place.type != "Location" or firm.type != "Organization":
            continue
        between = _HAS_TENANTS.fullmatch(flat, place.end, firm.start)
        if between and flat.endswith(("入驻", "落户", "进驻", "落户在", "聚集在", "集聚在"), 0, place.start):
            for each in run_from(article, items, index + 1):
                yield from located(article, each, place, "tenants of a place", (place.end, firm.start))


def _counted(article: Annotated, items: Sequence[Bound]) -> Iterator[Fact]:
    """甲区的3个项目分别是乙项目、丙项目."""
    for index, place in enumerate(items[:-1]):
        match = _ITS_WORKS.match(article.sheet.flat, place.end) if place.type == "Location" else None
        if match is None or items[index + 1].start != match.end() or items[index + 1].type != "Project":
            continue
        for work in run_from(article, items, index + 1):
            if work.type == "Project":
                yield from located(article, work, place, "works of a place, counted", match.span())


_ITS_WORKS = re.compile(rf"的?(?:[\d{SEVERAL}]+个?)(?:重点|重大|签约|开工)?(?:项目|工程)(?:分别)?(?:是|为|包括|有)[:]?")


def _begun_works(article: Annotated, items: Sequence[Bound]) -> Iterator[Fact]:
    """甲市有乙项目、丙项目等16个项目开工建设: the works of a place."""
    flat = article.sheet.flat
    for index, place in enumerate(items[:-1]):
        lead = _HAS_WORKS.match(flat, place.end) if place.type == "Location" else None
        if lead is None or items[index + 1].start != lead.end() or items[index + 1].type != "Project":
            continue
        works = run_from(article, items, index + 1)
        if _SO_MANY.match(flat, works[-1].end):
            for work in works:
                yield from located(article, work, place, "works of a place, counted", lead.span())


_HAS_TENANTS = re.compile(f"的(?:[^,。;、]{{0,8}})(?:{LISTED_BODIES})(?:主要)?(?:有|包括|分别是|为)(?:了)?")
_HAS_WORKS = re.compile(r"(?:今年|共|已|现|目前|新)?(?:有|的)“?")
_SO_MANY = re.compile(rf"”?等[\d{COUNTS}]{{1,5}}个[\u3400-\u9fff]{{0,10}}?项目")
