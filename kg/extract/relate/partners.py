"""COOPERATES_WITH by what bodies are to each other: partners, a joint team, an alliance, one that helps the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from kg.extract.annotated import Annotated, Bound, Fact
from kg.extract.circumstances import properties
from kg.extract.lists import pairs, run_from, run_to, spoken
from kg.language.classes import BELONGING, COPULAS, COUNTS, EVALUATIVES, LISTED_BODIES, TIMES, one_of

_PRAISED = f"的?(?:{EVALUATIVES}|老|好|多年|最大){{0,4}}的?(?:战略)?(?:合作)?"
_PARTNER = re.compile(f"{_PRAISED}(?:{one_of('partner_nouns')})")
_IS = re.compile(f"(?:也|已|正式|一直|早已|现|均|都)?(?:{COPULAS})(?:了)?")
_AS_PARTNER = re.compile(rf"{_PARTNER.pattern}(?:之一)?,")
_HAS_PARTNERS = re.compile(f"的?(?:{EVALUATIVES}){{0,4}}(?:{one_of('partner_nouns')})(?:包括|有|为|是|涵盖)了?")
# 甲公司|的合作伙伴|乙大学
_APPOSED = re.compile(f"(?:的|携|和|与|联合|携手){_PRAISED}(?:{one_of('partner_nouns')})[—“]{{0,2}}")
_CHOSEN = re.compile("(?:选择|选定|确定|列|视|引入|吸收|遴选)(?:了)?")
_TO_BE = re.compile(f"(?:作为|为|成为)[^,。;]{{0,6}}?(?:{one_of('partner_nouns')})")
# 甲与乙|互为伙伴, 甲、乙|是老搭档
_MUTUAL = re.compile(
    f"(?:三方|双方|两家|三家|多年来|长期|一直|早已|已|此前|曾经|如今|都|也){{0,3}}"
    f"(?:互为|互相成为|结为|结成|成为|本就是|{COPULAS})(?:了)?[^,。;与和同]{{0,8}}?(?:{one_of('mutual_nouns')})"
)
_TEAM = re.compile(
    f"(?:等(?:[0-9{COUNTS}]{{1,3}}[家个所])?[^,。;、与和]{{0,4}}?(?:{LISTED_BODIES}|部门|机构))?(?:的|共同|联合|合作)?(?:组成的?|组建的?|成立的?)?(?:国际|跨国|跨学科)?(?:联合|合作)"
    f"(?:研究|科研|创新|攻关|救援|专家|执法|工作|调查|考古|科考|摄制)?(?:{one_of('joint_teams')})|(?:组成的?|组建的?)?联合体(?!系)"
)
# 甲|加入以|乙|为龙头的医联体
_JOINS = re.compile("(?:自从|自)?(?:正式|成功|率先|也|已|挂牌|揭牌){0,2}(?:加入|入驻|并入|纳入|成为)(?:了)?(?:以|由)?")
_JOINED = re.compile(
    f"(?:为)?(?:{one_of('leading_words')})?(?:单位|医院)?(?:组建|成立|建立|发起|主导)?的?"
    f"[^,。;、]{{0,12}}?(?:{one_of('alliances')})"
)
_AID = re.compile(
    f"(?:(?:长期|已|正|近年来|先后|连续|{TIMES}){{0,3}}(?:对口|结对|组团式?|定点|包联|全面|精准|选派|派出|派驻|派){{1,2}}"
    f"(?:[^,。;与和]{{0,14}}?)?(?:{one_of('aiding_verbs')}|驻点)|托管|结对帮扶|对口帮扶|帮扶)(?:了|的)?"
)
# 甲医院对乙医院|实行全面托管
_AIDS = re.compile(f"(?:实行|进行|开展|实施|给予)(?:全面|整体|对口|结对|精准|技术)?(?:{one_of('aiding_verbs')})")
# 甲牵头(组织)、|乙参与
_LEADS = re.compile("牵头(?:组织|实施|负责|承担|主持|开展)?[,、](?:由|联合|会同)?")
_TAKES_PART = re.compile(
    f"(?:等(?:[0-9{COUNTS}]{{1,4}}[家个])?(?:单位|部门|企业|高校|机构)?)?(?:共同|联合|积极)?(?:{one_of('taking_part')})"
)
# 在|乙大队|配合下,|甲支队…
_WITH_HELP = re.compile(
    "的?(?:大力|全力|密切|积极|通力|有力)?(?:(?:支持|帮助|指导)[、和与]?)?(?:配合|协助|协同|通力协作|帮扶|对口帮扶|对口支援)"
    "(?:[、和与]?(?:支持|帮助|指导))?(?:之)?下[,]?"
)
# 甲公司(600000)|全资子公司|乙公司: the owner only says whose it is.
_OWNS = re.compile(
    rf"(?:\([^()]{{1,24}}\))?的?(?:(?:{BELONGING}|全资|控股|参股)(?:的|全资|控股|[二三]级)?(?:[子孙分]公司|成员企业|企业|单位|公司)?|[子孙]公司)"
)
# So many that are each other's partners.
_ALL = 3


def relate(article: Annotated) -> Iterator[Fact]:
    """All cooperations that are told so, sentence by sentence."""
    for start, end in article.sentences():
        bodies = _without_owners(article, spoken(article, start, end, "Organization"))
        if len(bodies) > 1:
            yield from _one_of_two(article, bodies)
            yield from _its_partners(article, start, bodies)
            yield from _all_of_them(article, bodies)


def _without_owners(article: Annotated, bodies: Sequence[Bound]) -> list[Bound]:
    """The bodies without those that only say whose the next one is."""
    flat = article.sheet.flat
    ahead = [*bodies[1:], None]
    return [
        b
        for b, other in zip(bodies, ahead, strict=False)
        if other is None or not _OWNS.fullmatch(flat, b.end, other.start)
    ]


def _fact(article: Annotated, one: Bound, other: Bound, trigger: tuple[int, int], rule: str) -> Fact:
    return article.fact((one.things[0], one), "COOPERATES_WITH", (other.things[0], other), trigger=trigger, rule=rule,
                        properties=properties(article, trigger, ends=True))  # fmt: skip


def _one_of_two(article: Annotated, bodies: Sequence[Bound]) -> Iterator[Fact]:
    """甲是乙的战略合作伙伴; 甲医院对口帮扶乙医院; 甲加入以乙为龙头的医联体; 甲选择乙作为合作伙伴."""
    flat = article.sheet.flat
    for index, (one, other) in enumerate(pairwise(bodies)):
        between = (one.end, other.start)
        partner = _PARTNER.match(flat, other.end)
        if partner and _IS.fullmatch(flat, *between):
            yield _fact(article, one, other, partner.span(), "partner of another")
        elif _AID.fullmatch(flat, *between) or (flat[slice(*between)] == "对" and _AIDS.match(flat, other.end)):
            yield _fact(article, one, other, between, "aid of another")
        elif _JOINS.fullmatch(flat, *between) and _JOINED.match(flat, other.end):
            yield _fact(article, one, other, between, "allied with another")
        elif _CHOSEN.fullmatch(flat, *between) and _TO_BE.match(flat, other.end):
            yield _fact(article, one, other, between, "partner of another")
        elif (helped := _helped(flat, one, other)) is not None:
            yield _fact(article, one, other, helped.span(), "helped by another")
        elif _LEADS.fullmatch(flat, *between):
            others = run_from(article, bodies, index + 1)
            if _TAKES_PART.match(flat, others[-1].end):
                for each in others:
                    yield _fact(article, one, each, between, "takes part with another")


def _helped(flat: str, one: Bound, other: Bound) -> re.Match[str] | None:
    """在甲大队配合下,|乙支队…; 乙支队在甲大队配合下…."""
    first = _WITH_HELP.match(flat, one.end) if flat[one.start - 1 : one.start] == "在" else None
    if first is not None and first.end() == other.start:
        return first
    return _WITH_HELP.match(flat, other.end) if flat[one.end : other.start] == "在" else None


def _its_partners(article: Annotated, start: int, bodies: Sequence[Bound]) -> Iterator[Fact]:
    """作为甲的长期合作伙伴,乙…; 甲的合作伙伴包括乙、丙; 甲的合作伙伴乙."""
    flat = article.sheet.flat
    for index, (one, other) in enumerate(pairwise(bodies)):
        between = flat[one.end : other.start]
        as_one = _AS_PARTNER.fullmatch(between) and flat.endswith("作为", start, one.start)
        if as_one or _HAS_PARTNERS.fullmatch(between) or _APPOSED.fullmatch(between):
            for each in run_from(article, bodies, index + 1) if not as_one else [other]:
                yield _fact(article, one, each, (one.end, other.start), "partner of another")


def _all_of_them(article: Annotated, bodies: Sequence[Bound]) -> Iterator[Fact]:
    """甲、乙、丙|是老搭档; 甲与乙|互为伙伴; 甲与乙的|联合课题组."""
    flat = article.sheet.flat
    for index in range(1, len(bodies)):
        told = _MUTUAL.match(flat, bodies[index].end) or _TEAM.match(flat, bodies[index].end)
        if told is None:
            continue
        run = run_to(article, bodies[: index + 1])
        gaps = [flat[one.end : other.start] for one, other in pairwise(run)]
        cut = next((at for at, gap in enumerate(gaps) if any(mark in gap for mark in "与同跟")), None)
        if cut is not None and "、" in "".join(gaps[cut + 1 :]):
            found = pairs(run[: cut + 1], run[cut + 1 :])
        else:
            found = list(combinations(run, 2)) if len(run) <= _ALL else []
        for one, other in found:
            yield _fact(article, one, other, told.span(), "partners of each other")
