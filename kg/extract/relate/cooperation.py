"""COOPERATES_WITH: 甲公司与乙大学联合研发…; 甲联合乙启动…; 由甲牵头、联合乙."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations, pairwise

from kg.extract.annotated import Annotated, Bound, Fact
from kg.extract.circumstances import properties, status
from kg.extract.lists import pairs, run_from, spoken
from kg.extract.parties import Party, both, parties_between
from kg.extract.unread import own_subject
from kg.language.classes import (
    ADVERBS,
    COMITATIVES,
    COUNTS,
    LISTED_BODIES,
    SEVERAL,
    TIMES,
    all_of,
    one_of,
)
from kg.language.lexicon import any_of, pattern, words
from kg.language.pieces import fills

_SIGNS = re.compile(
    rf"签|缔结(?![^,。;]{{0,10}}(?:关系|{one_of('places_twinned')}))"
    rf"|商谈|会谈|座谈|洽谈|收购|达成[^,。]{{0,12}}协议"
)
_TOGETHER = re.compile(f"(?:牵头,?)?(?:{COMITATIVES}|联动|携(?![手带程家夫妻子同]))")
_WITH = re.compile(r"[与同和跟]")
_PARTS_SIDES = re.compile(r"[与同跟]")
# 近日,|甲公司; 由|甲局
_OPENING = re.compile(r"[^,。;与和同对在于被为将把拜访问]{0,8}")
# 甲与乙|在多个领域展开|合作.
_OVER = re.compile("结束|终止|中断|停止|叫停|解除|不再|暂停|没有|并无")
# 推动|更多企业与乙大学|合作: somebody else works with it.
_FOR_OTHERS = re.compile("推动|促进|鼓励|引导|支持|帮助|组织|助力|带动|号召|促成|撮合|协调|指导|服务")
_SHORT_WAY = re.compile(
    f"[^,。;]{{0,16}}|等[^,。;]{{0,24}}(?:{one_of('delexical_verbs')}|达成|建立)[^,。;]{{0,12}}|(?:还|也|已|先后|近年来)*(?:在|就|围绕)[^,。;]{{0,45}}(?:{one_of('delexical_verbs')}|达成|深化|建立)[^,。;]{{0,8}}"
)
_JOINTLY = ("共同", *all_of("comitatives"))
# 双方|联合培养人才, but not 双方就深化|合作交流.
_TWO = re.compile(f"(?:双方|两家|两校|两院|校企|院企)(?:{LISTED_BODIES})?")
_MEANWHILE = re.compile(
    f"(?:{ADVERBS}|{TIMES}|将|继续|持续|进一步|不断|在[^,。;]{{2,60}}?(?:{one_of('delexical_verbs')})[^,。;]{{0,8}}|在|(?:通过|依托|借助)[^,。;]{{2,14}})"
)
_RIGHT_BEFORE = re.compile(
    rf"(?:[、和及](?:{one_of('unnamed_partners')}))?(?:于[0-9]{{1,4}}[年月][^,。;、与和]{{0,10}}?)?(?:在(?:全[国省市县州区]|[^,。;在与和]{{2,10}}?))?(?:等(?:[0-9{COUNTS}]*[家个所])?(?:{LISTED_BODIES}|部门)?)?(?:[{SEVERAL}0-9]{{1,3}}(?:家|所|个|方)(?:{LISTED_BODIES}|部门|大学|[\u3400-\u9fff]{{2,4}}大学)?)?(?:{TIMES}|{one_of('adverbs_before_with')})?(?:将|已|正|也|还)?(?:对外)?(?:(?:[0-9{COUNTS}]{{1,4}}个?[年月天周日]|多年|连续[0-9{COUNTS}]{{1,4}}年)来?(?:内|间|中)?)?"
)
# 由甲、乙合作|开发.
_MAKES = re.compile(one_of("producing_verbs"))
# 与它|合作
# 走进青江网|甲频道, 在|甲局|周边
_GONE_TO = re.compile(
    "(?:走进|来到|到访|前往|走访|造访|莅临|抵达|参观|拜访)[一-鿿]{0,6}$|(?:^|[,。;日时年午天])[在于]$"
)
_GONE_FAR = 10
# 表示|将携手甲公司: what somebody says they will do.
_SAYS = re.compile(f"(?:{one_of('reporting_verbs')})[,:]?“?[^,。;]{{0,8}}$")
_SAID_BEFORE = 6
_VAGUELY = ("携手", "联手", "携", "牵手", "协同")
# 将|保持紧密|合作: no more than good will.
_GOOD_WILL = re.compile("(?:保持|加强|深化|密切|拓展|扩大|增进|寻求|继续|持续|进一步)[^,。;]{0,10}$")
_IT = re.compile(f"[与同和跟](?:它|其|后者|前者|对方)(?:{ADVERBS}|长期|多年|[^,。;与和]{{0,8}}){{0,3}}$")
# 与乙大学|一道研制
_ALONG = re.compile(f"(?:{one_of('joint_adverbs')})[,]?(?:[^,。;与和]{{0,4}})(?={one_of('deeds_done_together')})")
# 甲与乙…,|联合研发
_DONE_SO = re.compile(
    f"(?:联合|合作|协同|(?P<vague>共同|携手|联手|合力|协力))(?={one_of('deeds_done_together')}|{one_of('producing_verbs')}|共建|承办)"
)
# 甲与乙举行会谈,|共同…: they met, played or quarrelled.
_APART = re.compile("会谈|座谈|会见|会晤|交流|比赛|对阵|交手|竞争|纠纷|诉讼|谈判|磋商|出席|参加|主办|分别")
_TEAM = re.compile("(?:教授|研究员|院士|博士|主任|医生)?(?:科研|研究|课题|研发|创新)?(?:团队|课题组|小组|实验室)")
_DOT = re.compile(r"[·•・]")
# 探索与甲院|合作|的可能性
_ONLY_THOUGHT_OF = re.compile("(?:办学|研发|开展)?的(?:可能性?|机会|意愿|意向|愿望|切入点|可行性|设想|想法|计划)")
# 甲、乙共同|为丙基地揭牌: they stand there together.
_FOR_A_RITE = re.compile(f"为[^,。;]{{1,30}}?(?:{one_of('rites_done_for')})")


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(
        f"{any_of(words('cooperation_verbs'))}|(?:缔结|结[为成])了?[^,。;与和]{{0,10}}(?:关系|{one_of('places_twinned')})|建立(?:起|了)?[^,。;与和]{{0,10}}(?:关系|机制|联系|{one_of('alliances')})|达成(?:了)?[^,。;与和]{{0,12}}合作(?:意向|共识)|(?:组[建成]|[建结]成|构建)了?[^,。;]{{0,10}}(?:{one_of('alliances')})"
    )


def relate(article: Annotated) -> Iterator[Fact]:
    """All stated cooperations, sentence by sentence."""
    for start, end in article.sentences():
        yield from _with(article, start, end)
        yield from _joining(article, start, end)
        yield from _along(article, start, end)
        yield from _in_next_clause(article, start, end)
        yield from _dotted(article, start, end)
        yield from _both(article, start, end)


def _fact(article: Annotated, one: Bound, other: Bound, trigger: tuple[int, int], rule: str) -> Fact:
    return article.fact((one.things[0], one), "COOPERATES_WITH", (other.things[0], other), trigger=trigger, rule=rule,
                        properties=properties(article, trigger, ends=True))  # fmt: skip


def _with(article: Annotated, start: int, end: int) -> Iterator[Fact]:
    """A与B合作研发: two sides parted by 与, then the verb in the same clause; A may stand in the clause before."""
    flat = article.sheet.flat
    for match in _verbs().finditer(flat, start, end):
        left, right = article.sheet.clause(match.start())
        left = _over_commas(article, start, left)
        if _SIGNS.search(flat, left, right) or _is_noun(flat, match.end()) or _in_name(article, match):
            continue
        run = _bodies_named(article, left, match.start())
        if len(run) == 1 and _behind_by(article, left, match.start()) > left:
            continue  # 甲学院由我校与|乙管委会|共建: the other one is not named
        yield from _with_it(article, run, (start, left), match)
        if run and _OVER.search(flat, run[-1].end, match.start()):
            continue
        if run and _GOOD_WILL.search(flat, run[-1].end, match.start()) and status(article, match.span()) == "planned":
            continue
        if run and _SHORT_WAY.fullmatch(flat, run[-1].end, match.start()):
            for one, other in _sides(article, run, (start, left), match):
                yield _fact(article, one, other, match.span(), "verb of cooperation")


def _bodies_named(article: Annotated, left: int, right: int) -> list[Party]:
    """The parties that are bodies, or the teams of people of theirs: 甲大学李文达|团队."""
    flat = article.sheet.flat
    run = [party for party in parties_between(article, _behind_by(article, left, right), right) if party.body]
    return [party for party in run if party.hand is None or _TEAM.match(flat, party.hand.end)]


def _behind_by(article: Annotated, left: int, right: int) -> int:
    """甲联盟|由|乙、丙共建: behind the word that parts what is made from those who make it."""
    at = article.sheet.flat.rfind("由", left, right)
    token = article.sheet.token_at(at) if at >= 0 else None
    return at + 1 if token is not None and token.end == at + 1 and token.text in ("由", "是由", "系由") else left


def _with_it(article: Annotated, run: Sequence[Party], where: tuple[int, int], match: re.Match[str]) -> Iterator[Fact]:
    """甲公司依托乙大学,与后者|合作…; 乙大学…。甲公司与它|合作: whom a pronoun behind 与 means, the last body before."""
    flat, (start, left) = article.sheet.flat, where
    its = _IT.search(flat, left, match.start())
    if its is None or len(run) > 1 or (run and run[-1].end > its.start()):
        return
    index = article.sheet.sentence_index(start)
    floor = article.sheet.sentences[max(0, index - 1)][0]
    before = [b for b in spoken(article, floor, its.start(), "Organization") if b.things]
    named = list({bound.things: bound for bound in before}.values())[-2:]
    if len(named) == 2 and (not run or run[-1].body in before[-1:]):
        yield _fact(article, named[0], named[1], match.span(), "both work together")


def _is_noun(flat: str, end: int) -> bool:
    """Whether the verb that ends here is a noun or part of one: 合作|前景; but 共建|研究院."""
    if _ONLY_THOUGHT_OF.match(flat, end):
        return True
    noun = pattern("cooperation_nouns").match(flat, end) or _FOR_A_RITE.match(flat, end)
    return noun is not None and not (noun.group() == "研究" and flat.startswith(("院", "所", "中心"), noun.end()))


def _over_commas(article: Annotated, start: int, left: int) -> int:
    """Where the list of a clause begins whose members commas part: 甲公司与|乙县委、县政府,丙园区管委会|建立…关系."""
    flat = article.sheet.flat
    while left > start and flat[left - 1] == ",":
        before = article.between(start, left - 1, "Organization")
        behind = article.between(left, left + 40, "Organization")
        if not before or not behind or before[-1].end != left - 1 or behind[0].start != left:
            break
        left, _ = article.sheet.clause(left - 2)
    return left


def _in_name(article: Annotated, match: re.Match[str]) -> bool:
    """Whether the verb is a part of a name: 上海|合作|组织."""
    around = article.all_between(match.start() - 30, match.end() + 30)
    return any(bound.start <= match.start() < bound.end for bound in around)


def _sides(
    article: Annotated, run: Sequence[Party], where: tuple[int, int], match: re.Match[str]
) -> Sequence[tuple[Bound, Bound]]:
    """The pairs that work together: across 与; with the subject where 与 stands before the run; all of A、B共同."""
    flat, (start, left) = article.sheet.flat, where
    bodies = [party.body for party in run if party.body]
    gaps = [flat[one.end : other.start] for one, other in pairwise(bodies)]
    mark = _mark_before(article, left, bodies[0].start)
    # 甲区|和乙院达成合作: the place acts
    acts = mark >= 0 and any(b.end == mark for b in article.between(left, mark, "Location"))
    if acts or any(_FOR_OTHERS.search(gap) for gap in gaps):
        return []
    if any(_WITH.search(gap) for gap in gaps if "和" not in gap):
        return pairs(_bodies(run, 0), _bodies(run, 1))
    if mark >= 0 and bodies[0].start - mark <= 12:
        ours = spoken(article, left, mark, "Organization")[-1:]
        # 推动|其与乙公司合作: 其 is whom the sentence is about
        if flat[mark - 1] != "其" and _FOR_OTHERS.search(flat, ours[0].end if ours else left, mark):
            ours = bodies[:0]
        elif not ours and not own_subject(article, left, mark):
            ours = _subject(article, start, left, together=True)
        return pairs(ours, bodies)
    if len(run) == 2 and any("和" in gap for gap in gaps):
        return pairs(bodies[:1], bodies[1:])
    made = match.group() == "合作" and (_MAKES.match(flat, match.end()) or flat.startswith("的", match.end()))
    jointly = made or match.group() in _JOINTLY or match.group().startswith(all_of("done_jointly"))
    # 甲大学|联合|乙大学、丙集团共同…: each with the one that joins them
    jointly = jointly and not _TOGETHER.search(flat, max(left, bodies[0].start - 4), bodies[0].start)
    if jointly and _RIGHT_BEFORE.fullmatch(flat, bodies[-1].end, match.start()) and len(bodies) <= 4:
        return list(combinations(bodies, 2))
    return []


def _mark_before(article: Annotated, left: int, right: int) -> int:
    """Where the last word stands in `[left, right)` that parts sides, no piece of another (碳中|和); -1 for none."""
    at = right
    while (at := max(article.sheet.flat.rfind(sign, left, at) for sign in "与同和跟")) >= 0:
        token = article.sheet.token_at(at)
        if token is None or token.end - token.start == 1:
            return at
    return at


def _bodies(run: Sequence[Party], side: int) -> list[Bound]:
    return [party.body for party in run if party.side == side and party.body]


def _subject(article: Annotated, start: int, left: int, *, together: bool = False) -> list[Bound]:
    """The organisation that the sentence, or else the sentence before it, is about.

    together: all of the list that opens its clause (甲和乙|宣布,正与丙合作).
    """
    index = article.sheet.sentence_index(start)
    for begin, end in ((start, left), *article.sheet.sentences[max(0, index - 1) : index]):
        if begin != start and _others_act(article, start, left):
            return []  # 现场观众群情高涨,|纷纷与甲艺术团…
        found = spoken(article, begin, end, "Organization")
        found = [b for b in found if begin != start or not _is_gone_to(article, b)]
        if found:
            near = found[-1:] if begin == start else []
            first = next((index for index, body in enumerate(found) if _opens(article, body)), None)
            if first is None:
                return near
            run = run_from(article, found, first) if together and begin == start else [found[first]]
            apart = any(_PARTS_SIDES.search(article.sheet.flat, one.end, other.start) for one, other in pairwise(run))
            return [found[first]] if apart else run
    return []


def _others_act(article: Annotated, start: int, left: int) -> bool:
    """Whether the clause before has a subject of its own that is no body."""
    if left <= start or article.sheet.flat[left - 1] != ",":
        return False
    return own_subject(article, article.sheet.clause(left - 2)[0], left - 1, acting=True)


def _is_gone_to(article: Annotated, body: Bound) -> bool:
    """走进|甲公司,…; 在|甲局|周边,…: where somebody goes or something takes place acts not."""
    left, _ = article.sheet.clause(body.start)
    return _GONE_TO.search(article.sheet.flat, max(left, body.start - _GONE_FAR), body.start) is not None


def _opens(article: Annotated, body: Bound) -> bool:
    """Whether the body opens its clause: 近日,|甲局; not one that 拜会|甲局."""
    left = max(article.sheet.clause(body.start)[0], article.sheet.lead_before(body.start))
    return bool(_OPENING.fullmatch(article.sheet.flat, left, body.start))


def _joining(article: Annotated, start: int, end: int) -> Iterator[Fact]:
    """A联合B、C启动…: the subject joins those behind the verb."""
    flat = article.sheet.flat
    for match in _TOGETHER.finditer(flat, start, end):
        left, right = article.sheet.clause(match.end() - 1)
        if flat[match.end() : match.end() + 1] in ("体", "会", "把", "将"):
            continue
        before = spoken(article, _behind_by(article, start, match.start()), match.start(), "Organization")
        if not before and fills(_MEANWHILE, flat[left : match.start()].lstrip("并，,")):
            before = _subject(article, start, left)
        behind = spoken(article, match.end(), right, "Organization")
        if not before or not behind or behind[0].start - match.end() > 3 or behind[0].spot.by == "call":
            continue
        if _across_words(article, match) and behind[0].start > match.end():
            continue
        token = article.sheet.token_at(match.end())
        if token is not None and token.tag == "v" and match.end() <= token.start < behind[0].start:
            continue  # 联合|报送|财政部: what is done together, not with whom
        if before[-1].end > start and not re.fullmatch(r"[^。;]{0,12}", flat[before[-1].end : match.start()]):
            continue
        if _SIGNS.match(flat, behind[0].end) or _signs_in(article, left, right):
            continue
        if (
            match.group() in _VAGUELY
            and _SAYS.search(flat, max(start, left - _SAID_BEFORE), match.start())
            and status(article, match.span()) == "planned"
        ):
            continue
        for other in run_from(article, behind, 0):
            yield _fact(article, before[-1], other, match.span(), "joins others")


def _across_words(article: Annotated, match: re.Match[str]) -> bool:
    """中华|联合|财险: a piece of a longer word that is a name."""
    token = article.sheet.token_at(match.start())
    return token is not None and token.start < match.start() and token.tag in ("ORG", "nt", "nz")


def _along(article: Annotated, start: int, end: int) -> Iterator[Fact]:
    """甲公司与乙大学|一道研制…: who does something in whose company, by 一道 and a deed that takes two."""
    flat = article.sheet.flat
    for match in _ALONG.finditer(flat, start, end):
        left, _ = article.sheet.clause(match.start())
        run = [party for party in parties_between(article, left, match.start()) if party.body and not party.hand]
        yield from _with_it(article, run, (start, left), match)
        if run and not flat[run[-1].end : match.start()].strip("也还正将已等"):
            for one, other in _sides(article, run, (start, left), match):
                yield _fact(article, one, other, match.span(), "verb of cooperation")


def _in_next_clause(article: Annotated, start: int, end: int) -> Iterator[Fact]:
    """甲与乙秉承…理念,|将继续携手打造丙: the two who head the clause before do it together."""
    flat = article.sheet.flat
    for match in _DONE_SO.finditer(flat, start, end):
        left, _ = article.sheet.clause(match.start())
        if left <= start or flat[left - 1] != "," or not fills(_MEANWHILE, flat[left : match.start()].lstrip("并")):
            continue
        before, stop = article.sheet.clause(left - 2)[0], left - 1
        run = [party for party in parties_between(article, before, stop) if party.body and not party.hand]
        if not _both_head(article, run, before) or _APART.search(flat, run[-1].end, stop):
            continue
        signs = _SIGNS.search(flat, before, stop)
        if signs and (match["vague"] or status(article, match.span()) != "done"):
            continue  # 签署协议,将共同推进…: what they agreed on
        for one, other in pairs(_bodies(run, 0), _bodies(run, 1)):
            yield _fact(article, one, other, match.span(), "both work together")


def _both_head(article: Annotated, run: Sequence[Party], left: int) -> bool:
    """Whether the run is two sides that 与 or 和 parts, with which the clause begins."""
    sides = {party.side for party in run}
    return sides == {0, 1} and run[0].body is not None and left <= run[0].start and _opens(article, run[0].body)


def _signs_in(article: Annotated, left: int, right: int) -> bool:
    """Whether a word of signing stands in the clause that belongs to no name: not of 甲企业家|座谈会."""
    return any(
        not any(b.start <= match.start() < b.end for b in article.between(left, right))
        for match in _SIGNS.finditer(article.sheet.flat, left, right)
    )


def _dotted(article: Annotated, start: int, end: int) -> Iterator[Fact]:
    """中国联通·阿里云…项目: two organisations joined by a dot at the head of a project's name."""
    for project in article.between(start, end, "Project"):
        inside = article.all_between(project.start, project.end, "Organization")
        for one, other in pairwise(inside):
            if one.start == project.start and _DOT.fullmatch(article.sheet.flat[one.end : other.start]):
                yield _fact(article, one, other, (project.start, project.end), "joint project")


def _both(article: Annotated, start: int, end: int) -> Iterator[Fact]:
    """双方联合培养人才: the two named before work together, where the article tells of no signing between them."""
    flat = article.sheet.flat
    if any(thing.type == "Agreement" for thing in article.things):
        return
    for match in _verbs().finditer(flat, start, end):
        left, right = article.sheet.clause(match.start())
        if not _only_both(flat[left : match.start()]) or _is_noun(flat, match.end()):
            continue
        if _in_name(article, match) or flat.count("“", start, match.start()) > flat.count("”", start, match.start()):
            continue
        if _SIGNS.search(flat, left, right) or spoken(article, left, match.start(), "Organization"):
            continue
        bodies = [party.body for party in both(article, left, left) if party.body]
        if len(bodies) == 2 and status(article, match.span()) == "done":
            yield _fact(article, bodies[0], bodies[1], match.span(), "both work together")


def _only_both(text: str) -> bool:
    """Whether the words before a verb end with 双方 and what may stand between the two."""
    return any(fills(_MEANWHILE, text[two.end() :]) for two in _TWO.finditer(text))
