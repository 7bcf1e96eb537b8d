"""SIGNED and SIGNED_WITH that the paper tells: 甲与乙的合同|生效; 签约方为|甲、乙; 甲方|为甲; 把合同交到|乙|手中."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.annotated import Annotated, Bound, Fact
from kg.extract.circumstances import denied
from kg.extract.lists import run_from, spoken
from kg.extract.parties import Party, parties_between
from kg.extract.signed import Signing, signed
from kg.language.classes import SIGNING, TIMES, one_of
from kg.language.lexicon import pattern

_SIDES = 2
# 甲与乙|之间的|合同, 甲与乙|去年签订的“…”|合同
_THEIR = re.compile(
    f"(?:双方|两家|两校|三方|各方|彼此|之间|间|此前|日前|早先|去年|今年|前年|{TIMES}){{0,4}}(?:(?:{SIGNING})了?)?的(?:这份|那份|一份|首份|新)?[“《]?"
    "|(?:之间|两家|双方)[“《]?"
)
_UNSIGNED = re.compile(f"[^,。;]{{0,4}}(?:{one_of('not_signed_yet')})")
# 合同|已正式|生效
_FATE_NEAR = 20
_BY_IT = re.compile("(?:根据|按照|依据|依照|履行|执行|遵照)$")
# 签约|双方分别为|甲和乙
_PARTIES_ARE = re.compile(
    f"(?:(?:签[约署订字]|缔约|立约|订约|合同|协议)的?(?:双方|三方|四方|各方|当事方|当事人|方|主体|者|国|单位|对象|伙伴)(?:当事人)?"
    f"|(?:{SIGNING})(?:[^,。;]{{0,8}}《[^《》]{{2,40}}》|[^,。;的]{{0,14}})的(?:还)?)"
    "(?:分别|共有|均)?(?:为|是|有|包括|系|即|涵盖|:)"
)
_SOON = 6
_ROLE = re.compile(f"(?P<role>{one_of('contract_roles')})(?:分别)?(?:为|是|系|即|:|[(])?")
_OF_CONTRACT = re.compile("签|合同|协议|合约")
# 把合同|交到|乙手中
_HANDS_OVER = re.compile("(?:交|递|送|颁|发)(?:到|给|至|予|与)了?")
_IN_HANDS = re.compile("[^,。;]{0,8}手[中里上]")
_AWARDS = re.compile("签给了?")
# So many sign each with each.
_ALL = 3


def relate(article: Annotated) -> Iterator[Fact]:
    """All signings that are told so, sentence by sentence."""
    for start, end in article.sentences():
        for signing in (
            *_of_two(article, start, end),
            *_listed(article, start, end),
            *_in_roles(article, start, end),
            *_handed(article, start, end),
        ):
            if not denied(article, signing.verb):
                yield from signed(article, signing)


def _of_two(article: Annotated, start: int, end: int) -> Iterator[Signing]:
    """甲与乙的供货合同|生效; 根据|甲与乙的供货合同."""
    flat = article.sheet.flat
    for paper in article.between(start, end, "Agreement"):
        left, right = article.sheet.clause(paper.start)
        run = [party for party in parties_between(article, left, paper.start) if party.body]
        if len(run) < _SIDES or not _THEIR.fullmatch(flat, run[-1].end, paper.start):
            continue
        if _UNSIGNED.match(flat, paper.end):
            continue
        fate = pattern("paper_fates").search(flat, paper.end, min(right, paper.end + _FATE_NEAR))
        ground = _BY_IT.search(flat, left, run[0].start)
        told = fate or ground
        if told is not None:
            yield Signing(tuple(run), paper, told.span(), False)


def _listed(article: Annotated, start: int, end: int) -> Iterator[Signing]:
    """协议日前签署,|签约方包括|甲、乙和丙."""
    for told in _PARTIES_ARE.finditer(article.sheet.flat, start, end):
        behind = spoken(article, told.end(), end, "Organization")
        if not behind or behind[0].start - told.end() > _SOON:
            continue
        parties = [Party(body, None) for body in run_from(article, behind, 0)]
        ours = _ours(article, start, told.start(), alone=len(parties) == 1)
        if ours and len(parties) > 1:
            parties = [Party(party.body, None, 1) for party in parties]
        if len(parties) + len(ours) >= _SIDES:
            papers = article.between(told.start(), told.end(), "Agreement")
            paper = papers[0] if papers else _told_before(article, start, told.start())
            yield Signing((*ours, *parties), paper, told.span(), False)


def _ours(article: Annotated, start: int, stop: int, *, alone: bool) -> list[Party]:
    """与甲|签约的是乙, 甲的|签约对象是乙: the other party, right before; of several only where 与 leads it."""
    left, _ = article.sheet.clause(stop)
    before = spoken(article, max(start, left), stop, "Organization")[-1:]
    parted = [body for body in before if alone or article.sheet.flat[body.start - 1 : body.start] in ("与", "同", "跟")]
    return [Party(body, None, 0) for body in parted if article.sheet.flat[body.end : stop] in ("", "的", "正式")]


def _told_before(article: Annotated, start: int, stop: int) -> Bound | None:
    """The only paper that the sentence names before, or else the sentence before it."""
    index = article.sheet.sentence_index(start)
    for left, right in ((start, stop), article.sheet.sentences[max(0, index - 1)]):
        papers = article.between(left, min(right, stop), "Agreement")
        if papers:
            return papers[-1] if len({bound.things for bound in papers}) == 1 else None
    return None


def _in_roles(article: Annotated, start: int, end: int) -> Iterator[Signing]:
    """合同甲方为|甲,|乙方为|乙; 甲方(|甲)、乙方(|乙)签订合同."""
    flat, found = article.sheet.flat, list[tuple[str, Bound]]()
    for match in _ROLE.finditer(flat, start, end):
        body = next((b for b in article.between(match.end(), end, "Organization") if b.start == match.end()), None)
        if body is not None:
            found.append((match["role"], body))
    bodies = list(dict(found).values())
    if (
        len({body.things for body in bodies}) < _SIDES
        or len(bodies) > _ALL
        or not _OF_CONTRACT.search(flat, start, end)
    ):
        return
    papers = [b for b in article.between(start, end, "Agreement") if b.spot.text not in ("合同", "协议")]
    first = bodies[0]
    parties = tuple(Party(body, None) for body in bodies)
    yield Signing(parties, papers[0] if papers else None, (first.start, first.end), False)


def _handed(article: Annotated, start: int, end: int) -> Iterator[Signing]:
    """甲把合同|交到|乙手中; 甲把特许经营权|签给|乙."""
    flat = article.sheet.flat
    for verb in (*_HANDS_OVER.finditer(flat, start, end), *_AWARDS.finditer(flat, start, end)):
        left, right = article.sheet.clause(verb.start())
        theirs = [b for b in spoken(article, verb.end(), right, "Organization") if b.start - verb.end() <= 1][:1]
        moved = max(flat.rfind("把", left, verb.start()), flat.rfind("将", left, verb.start()))
        if not theirs or moved < 0:
            continue
        papers = article.between(moved, verb.start(), "Agreement")
        awards = verb.group().startswith("签")
        if not awards and (not papers or not _IN_HANDS.match(flat, theirs[0].end)):
            continue
        ours = spoken(article, left, moved, "Organization")[-1:]
        if ours and ours[0].things != theirs[0].things:
            parties = (Party(ours[0], None, 0), Party(theirs[0], None, 1))
            yield Signing(parties, papers[0] if papers else None, verb.span(), False)
