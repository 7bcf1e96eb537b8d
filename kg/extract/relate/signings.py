"""SIGNED and SIGNED_WITH: 青海省政府与中国联通、阿里云签署战略合作协议."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from kg.extract.annotated import Annotated, Bound, Fact
from kg.extract.circumstances import denied
from kg.extract.lists import gap, spoken
from kg.extract.parties import BOTH, Party, both, parties_between, two_sides
from kg.extract.signed import Signing, signed
from kg.extract.signers import (
    completed,
    each_for_one,
    employed,
    one_sided,
    principals,
    represented,
    signed_up,
    with_anybody,
)
from kg.extract.unread import own_subject
from kg.language.classes import (
    ATTENDING,
    CLASSIFIERS,
    CONVENING,
    COUNTS,
    NUMERALS,
    SEVERAL,
    SIGNING,
    VAGUE,
    all_of,
    one_of,
)
from kg.language.lexicon import any_of, pattern, word_set, words

# 签约仪式, 签署的内容: what follows makes the verb a part of a name.
_NOUN = re.compile(
    rf"(?:仪式|(?:启动|捐赠|出版|首发|发布|授牌)仪式|[0-9{NUMERALS}]+周年|项目(?![^,。;、]{{0,14}}(?:协议|合同|备忘录|意向书))|现场|活动|前|后|企业|金额|额|方式|环节|揭牌|暨|保荐|会计师|律师|注册会计师|[\u3400-\u9fff]{{0,4}}(?:对接会|推介会|发布会|洽谈会|大会|会议))"
)
# 公约的|缔约|国, 主要|签约|方: who has signed it.
_CONTRACTS = ("签约", "缔约", "立约", "订约")
_WHO_DOES = re.compile(
    "(?:成员)?(?:国(?!家)|国家|方(?!式|面|案)|者|商|对象|主体|伙伴|单位|率|量|会员|用户|客户|球员|艺人)"
)
# 以此次|签约为契机
# 公约在青江开放|签署: whoever will may sign.
_LOOKS_BACK = re.compile(r"(?:此次|本次|这次|该次|开放(?:供[^,。;]{0,8})?)$")
_COUNTED = re.compile(f"(?:[0-9{SEVERAL}百多余几])(?:{CLASSIFIERS})$")
# 签约|仪式, 签约|揭牌仪式, 签约|暨“职工卡”首发仪式
_RITE = re.compile(r"(?:揭牌|授牌|启动|捐赠|出版|首发|发布|暨[^,。;、]{2,20}?)?(?:仪式|活动)")
# 甲与乙|共建“丙基地”|签约仪式: what they sign for.
_SIGNED_FOR = re.compile(r"(?!的)[^,。;与和在]{0,20}")
_NAMES_INSIDE = re.compile(r"“[^“”]*”|《[^《》]*》|\([^()]*\)")
# 《甲备忘录》|签署仪式, “丙协议(以下简称:协议)”|签约仪式
_CLOSES = re.compile(r"[”》]?(?:\([^()]*\))?[”》]?")
_HOLDS = re.compile(f"{CONVENING}|开展")
# 甲与乙就丙项目,|在甲市|举行签约仪式
_JOINS = re.compile("联合(?!举)|会同|携手(?!举)")
# 甲、乙有关负责人参加了|签约仪式: they are there.
_THERE = re.compile(f"{ATTENDING}|{VAGUE}|负责人|代表|见证")
# 甲与乙共同举办《…公约》|签约仪式: many nations sign it.
_OF_MANY = re.compile("[^,。;]{0,40}?(?:公约|条约|议定书|宪章)》?(?:开放)?(?:签)")
# 为|达成协议|进行了努力, 协议|签署|的意愿: what is only aimed at; but 华为|签署
_AIMED_AT = re.compile("(?:(?<![作成因认称名华])为了?|以期|力争|争取)(?:尽[快早]|早日|最终)?$")
_WISHED = re.compile("的(?:意愿|愿望|可能性?|前提|条件|必要性?|时机|希望)")
# 就|签署协议|事宜进行洽谈
_TALKED_OF = re.compile("(?:就|围绕|针对|商讨|商谈|洽谈|磋商)[^,。;与和同跟]{0,6}$")
_IN_TALK = re.compile(
    "[^,。;]{0,24}?(?:事宜|一事|问题|事项)?(?:进行|展开|开展|举行)?了?[^,。;]{0,8}?(?:洽谈|磋商|谈判|商谈|协商|商讨|讨论|交换意见)"
)
# 甲国外长访问期间,|两国签署: who was there then signs for nobody.
_THEN_BOTH = re.compile("(?:时|期间|之际|当天|前夕)$")
_LEADS_ON = re.compile(r"(?:在|于|共同|联合|正式|隆重)[^,。;与同和]*|")
_BEFORE_PARTIES = re.compile(r"见证|宣布|获悉|公告称|期间[,]?|会上[,]?|仪式上[,]?|推动|促成|透露|介绍|表示|说|中[,]")
# 法院|主持双方|达成调解协议: the parties are not named, and who helped them is none.
_MEDIATED = re.compile(f"(?:{one_of('mediating_verbs')})[,]?(?:{one_of('parties_to_disputes')})")
_FOR_PARTIES = re.compile(r"代表(?:双方|三方|各方|两[地市省县州校]|各自)")
# 三地|高院共同签署
_OFFICES = re.compile(
    rf"(?:[{SEVERAL}]地|[{SEVERAL}][省市州县区])?[\u3400-\u9fff]{{0,4}}(?:{one_of('offices_of_several')})"
)
_PROJECT = re.compile("(?:总?投资|建设|承建|计划|拟)[^,。;、与同和]{1,30}项目")
# 共签订|3项协议, where nobody stands before the verb.
_MANY = re.compile(f"了?[0-9{COUNTS}]{{1,5}}(?:{CLASSIFIERS})")
_HEADS = re.compile(f"(?:两国|双方)(?:{one_of('heads_of_state')}|外长|防长)")
# 两国元首共同见证|合作文件签署: who signs is not told.
_WITNESSED = re.compile(rf"{_HEADS.pattern}[^。;]{{0,8}}见证[^。;]{{0,200}}$")
# 缔结|友好城市关系: a tie and no paper.
_TIE = re.compile(f"了?[^,。;《]{{0,10}}(?:关系|{one_of('places_twinned')})(?!的?(?:{one_of('kinds_of_papers')}))")
_IN_TURN = re.compile(r"分别")
# A sign that somebody is named before the verb; not 共同|签署.
# 甲、乙揭牌,|12个合作项目签约: what is counted opens a clause of its own, and is what is signed.
_COUNTED_WORKS = re.compile(
    f"[^,。;、与同和跟]{{0,16}}?(?:共有?|等)?[0-9{COUNTS}]{{1,5}}[余多]?(?:{CLASSIFIERS}|家)[^,。;与同和跟]{{0,16}}(?:项目|课题|企业|单位|品牌|成果|意向)[^,。;]{{0,12}}$"
)
# (从甲院获悉,)|又有5家企业|签署: others than those told before
_OTHERS_SIGN = re.compile(f"有[0-9{COUNTS}]{{1,5}}[余多]?[家个所名位][^,。;、与同和跟]{{1,12}}$")
_LINKS = re.compile("[、与和]|(?<![共一会])同(?![时日期步])")
# 进行产业联盟|签约: what is signed stands between the light verb and the noun, and is no party.
_LIGHT = re.compile(f"(?:{one_of('delexical_verbs')}|完成)了?(?=[^,。;、与同和跟的上中并]{{0,14}}$)")
_PAPER_WORD = re.compile(one_of("kinds_of_papers"))
_TOGETHER = re.compile(f"(?:共同|联合|一同|一起|相互|各方|[{SEVERAL}]方)[^,。;与和在]{{0,6}}$")
# 甲局局长李文达,乙局局长周明远|代表双方签署: a clause of the list ends with a hand.
_HANDS_LISTED = 3
_HAND_ENDS = re.compile(r"(?:\([^()]{1,12}\))?(?:先生|女士|同志|教授)?")
_SIDES = 2


# So far behind its verb a paper's name can end: it begins within forty characters.
_PAPER_ENDS = 110


@cache
def _verbs() -> re.Pattern[str]:
    """Verbs of signing, and those that are such with a paper only."""
    return re.compile(f"{SIGNING}|{any_of(words('paper_verbs'))}")


def relate(article: Annotated) -> Iterator[Fact]:
    """All signings, sentence by sentence; 双方 are the parties of the clause or sentence before."""
    last: tuple[Party, ...] = ()
    for start, end in article.sentences():
        for match in _verbs().finditer(article.sheet.flat, start, end):
            signing = None if _across_words(article, match) else _signing(article, match, last)
            if signing is None:
                continue
            last = tuple(party for party in signing.parties if party.body)
            yield from signed(article, signing)
            for clause in _two_by_two(article, start, signing):
                yield from signed(article, clause)
        yield from _by_name(article, start, end)


def _across_words(article: Annotated, verb: re.Match[str]) -> bool:
    """持|续约|一小时, 成|立约|十年: what looks like a verb begins within one word, and 约 behind that means about."""
    token = article.sheet.token_at(verb.start()) if verb.group().endswith("约") else None
    return token is not None and token.start < verb.start() and token.end < verb.end()


def _two_by_two(article: Annotated, start: int, signing: Signing) -> Iterator[Signing]:
    """甲与乙,|丙与丁、戊,|己与庚签署协议: the clauses before, each of two sides and nothing else, sign as well."""
    flat = article.sheet.flat
    bodies = [party.body for party in signing.parties if party.body]
    right = min((body.start for body in bodies), default=start)
    while flat[right - 1 : right] == "," and right - 1 > start:
        left, _ = article.sheet.clause(right - 2)
        run = [party for party in parties_between(article, left, right - 1) if party.body]
        whole = len(run) > 1 and run[-1].end == right - 1 and {party.side for party in run} >= {0, 1}
        if not whole or (run[0].start != left and left > start):
            return
        yield Signing(tuple(run), signing.paper, signing.verb, False)
        right = left


def _by_name(article: Annotated, start: int, end: int) -> Iterator[Fact]:
    """(见证)签署《甲局 乙局…备忘录》《丙局和丁局…协议》: whom the names of several papers put side by side."""
    verb = pattern("signing_verbs").search(article.sheet.flat, start, end)
    papers = article.between(verb.end(), end, "Agreement") if verb is not None else []
    if verb is None or denied(article, verb.span()) or not papers:
        return
    for paper in papers:
        parties = _named_in(article, paper)
        heads = parties and parties[0].start == paper.start + (article.sheet.flat[paper.start] in "《“")
        near = heads and parties[1].start - parties[0].end <= 1
        if near:
            yield from signed(article, Signing(tuple(parties), paper, verb.span(), False))


def _signing(article: Annotated, verb: re.Match[str], last: tuple[Party, ...]) -> Signing | None:
    flat = article.sheet.flat
    start, end = article.sheet.sentence(verb.start())
    witnessed = _WITNESSED.search(flat, start, verb.start())
    looks_back = _LOOKS_BACK.search(flat, start, verb.start())
    tie = verb.group() == "缔结" and _TIE.match(flat, verb.end())
    untold = witnessed or looks_back or tie or _only_counts(article, verb)
    if denied(article, verb.span()) or untold or _only_aimed_at(flat, start, verb):
        return None
    mediated = _MEDIATED.search(flat, start, verb.start())
    if mediated or _NOUN.match(flat, verb.end()) or _of_who_did(flat, verb):
        between = mediated and _between_two(article, verb, _paper(article, verb, end), (start, mediated.start()))
        return between or (None if mediated else _rite(article, verb) or _once_signed(article, verb))
    paper = _paper(article, verb, end)
    if verb.group() in word_set("paper_verbs") and not _of_paper(article, verb, paper):
        return None
    region = _region(article, start, verb.start())
    run = _parties(article, verb, (start, region), paper, last)
    run = [party for party in run if not _of_offices(article, party)]
    if _is_counted(article, paper) and len({thing for party in run if party.body for thing in party.body.things}) < 2:
        paper = None  # 签订|8项合作协议: only of two that are named is it told which
    if paper is None:
        run = [party for party in run if not _has_project(article, party)]
    run = signed_up(article, (start, region), verb, run) or completed(article, (start, region, verb.start()), run, last)
    if one_sided(article, run) or _others_sign(article, verb, run) or with_anybody(article, (region, verb.start())):
        return None
    if not run or (paper is None and len([party for party in run if party.body]) < 2):
        return None
    in_turn = _IN_TURN.search(flat, region, verb.start()) is not None
    named = paper is not None or _PAPER_WORD.search(flat, verb.end(), end)
    return Signing(tuple(run), paper, verb.span(), in_turn, bool(named) and _is_joint(article, run, verb.start()))


def _only_aimed_at(flat: str, start: int, verb: re.Match[str]) -> bool:
    """为|达成协议|进行了努力; 推进协议|签署|的意愿."""
    aimed = _AIMED_AT.search(flat, max(start, verb.start() - 8), verb.start())
    talked_of = _TALKED_OF.search(flat, max(start, verb.start() - 8), verb.start()) and _IN_TALK.match(flat, verb.end())
    return aimed is not None or bool(talked_of) or _WISHED.match(flat, verb.end()) is not None


def _of_who_did(flat: str, verb: re.Match[str]) -> bool:
    """公约的|缔约|国: who has signed it, and not that they did."""
    return verb.group() in _CONTRACTS and _WHO_DOES.match(flat, verb.end()) is not None


def _between_two(article: Annotated, verb: re.Match[str], paper: Bound | None, span: tuple[int, int]) -> Signing | None:
    """甲与乙发生纠纷,|法院主持双方|达成协议: the two of whom the clauses before tell, where they name two."""
    left, _ = article.sheet.clause(span[1])
    run = [party for party in parties_between(article, span[0], left) if party.body]
    two = len(run) == _SIDES and {party.side for party in run} == {0, 1}
    return Signing(tuple(run), paper, verb.span(), False) if two and paper is not None else None


def _others_sign(article: Annotated, verb: re.Match[str], run: Sequence[Party]) -> bool:
    """从甲院获悉,|又有5家企业签署: those who sign are counted, and the parties were told of before."""
    left, _ = article.sheet.clause(verb.start())
    before = all(party.end <= left for party in run)
    return before and _OTHERS_SIGN.search(article.sheet.flat, left, verb.start()) is not None


def _parties(
    article: Annotated, verb: re.Match[str], span: tuple[int, int], paper: Bound | None, last: tuple[Party, ...]
) -> list[Party]:
    """Who is said to sign in the sentence that begins at the first offset, their clause at the second.

    双方 are those named before, 两国元首 those who have talked; a person stands for the body of their post.
    """
    flat, (start, region) = article.sheet.flat, span
    run, hands_of = _stated(article, start, region, verb.start())
    if paper is not None and not any(party.body for party in run):
        stop = verb.start() if not region <= paper.start < verb.start() else paper.start  # |甲与乙合作协议|签订
        run = [*run, *_named_in(article, paper)] if not own_subject(article, region, stop) else run
    if len([party for party in run if party.body]) < _SIDES and BOTH.search(flat, region, verb.start()):
        known = both(article, region, region)
        run = [*run, *((last or known) if hands_of else (known or last or _named_next(article, verb.end())))]
        if not any(party.body for party in run):
            run = [*run, *_as_one(article, start, region)]
        if not any(party.body for party in run):
            run = [employed(article, party) for party in hands_of]
    heads = _HEADS.search(flat, start, verb.start())
    if heads and not any(party.hand for party in run):
        run = [*run, *principals(article, verb.start())]
    run = run if hands_of or heads else [employed(article, party) for party in run]
    return run or (_dealt(article, region) if paper is not None and paper.start < verb.start() else [])


def _stated(article: Annotated, start: int, region: int, verb: int) -> tuple[list[Party], list[Party]]:
    """Those named before the verb; and those among them who sign for 双方, with their own bodies."""
    for_parties = _FOR_PARTIES.search(article.sheet.flat, region, verb)
    light = _LIGHT.search(article.sheet.flat, region, verb)
    run = (
        each_for_one(article, start, verb)
        or represented(article, region, verb)
        or parties_between(article, region, light.start() if light else verb)
    )
    hands_of = [*_hands_before(article, start, region), *run] if for_parties else []
    return [Party(None, party.hand, party.side) for party in hands_of if party.hand] if hands_of else run, hands_of


def _is_counted(article: Annotated, paper: Bound | None) -> bool:
    """Whether a count stands right before the paper: 签订|3份|合同."""
    flat = article.sheet.flat
    return paper is not None and _COUNTED.search(flat, max(0, paper.start - 8), paper.start) is not None


def _dealt(article: Annotated, region: int) -> list[Party]:
    """甲公司向乙公司供应钢材,|合同已签订: the two whose deal the clauses before tell."""
    left = article.sheet.sentence(region)[0]
    bodies = [b for b in spoken(article, left, region, "Organization") if b.things]
    named = list({bound.things: bound for bound in reversed(bodies)}.values())[::-1]
    if len(named) != _SIDES or not two_sides(article.sheet.flat[named[0].end : named[1].start]):
        return []
    return [Party(named[0], None, 0), Party(named[1], None, 1)]


def _as_one(article: Annotated, start: int, region: int) -> list[Party]:
    """中法|经济互补,去年双方签署: the one word before that stands for both."""
    bodies = [b for b in spoken(article, start, region, "Organization") if len(b.things) == _SIDES]
    return [Party(bodies[-1], None)] if bodies else []


def _is_joint(article: Annotated, run: Sequence[Party], verb: int) -> bool:
    """Whether it is said that the parties sign all together: 甲、乙、丙、丁|共同签署, 甲、乙、丙、丁|四方签约."""
    last = max(party.end for party in run)
    return last < verb and _TOGETHER.search(article.sheet.flat, last, verb) is not None


def _of_paper(article: Annotated, verb: re.Match[str], paper: Bound | None) -> bool:
    """Whether the paper is what is handed over, agreed or sealed: in the verb's clause, or right behind it."""
    if paper is None:
        return False
    return paper.start < verb.start() or "," not in article.sheet.flat[verb.end() : paper.start]


def _named_next(article: Annotated, start: int) -> list[Party]:
    """双方签约后,|甲将为乙…: the only two bodies that the rest of the sentence names, where none was named before."""
    _, end = article.sheet.sentence(start)
    if article.between(0, start, "Organization"):
        return []
    bodies = spoken(article, start, end, "Organization")
    if len(bodies) < _SIDES and end < len(article.sheet.flat):
        bodies = spoken(article, start, article.sheet.sentence(end + 1)[1], "Organization")
    named = list({bound.things: bound for bound in reversed(bodies) if bound.things}.values())[::-1]
    return [Party(body, None, side) for side, body in enumerate(named)] if len(named) == _SIDES else []


def _only_counts(article: Annotated, verb: re.Match[str]) -> bool:
    """(推介会由甲、乙主办,)|共签订|3项协议: who signs is not told."""
    left, _ = article.sheet.clause(verb.start())
    counted = _MANY.match(article.sheet.flat, verb.end())
    told = article.between(left, verb.start(), "Organization", "Person", "Location")
    return counted is not None and not told and not BOTH.search(article.sheet.flat, left, verb.start())


def _has_project(article: Annotated, party: Party) -> bool:
    """甲公司|投资5亿元的纺纱项目、乙公司…项目签约: the projects are signed, and not with each other."""
    return party.body is not None and _PROJECT.match(article.sheet.flat, party.body.end) is not None


def _of_offices(article: Annotated, party: Party) -> bool:
    """京津冀|三地高院, 川渝|两地海关: offices of the places sign, and not their governments."""
    body = party.body
    if body is None or len(body.things) < _SIDES or body.spot.text.endswith(all_of("offices_of_several")):
        return False
    return _OFFICES.match(article.sheet.flat, body.end) is not None


def _once_signed(article: Annotated, verb: re.Match[str]) -> Signing | None:
    """双方签约后,|甲将为乙…: the two whom only what follows names."""
    flat = article.sheet.flat
    start, _ = article.sheet.sentence(verb.start())
    if not flat.startswith("后", verb.end()) or not BOTH.search(flat, start, verb.start()):
        return None
    parties = _named_next(article, verb.end())
    return Signing(tuple(parties), None, verb.span(), False) if parties else None


def _rite(article: Annotated, verb: re.Match[str]) -> Signing | None:
    """甲与乙举行签约仪式: they have signed the paper by which the rite is called, or one without a name."""
    left = _clause_of_rite(article, verb.start())
    named = _rite_of(article, verb, left)
    if named is not None:
        return named
    holding = _HOLDS.search(article.sheet.flat, left, verb.start())
    if holding is None or not _RITE.match(article.sheet.flat, verb.end()):
        return None
    run = [party for party in parties_between(article, left, holding.start()) if party.body]
    if _only_hosts(article, run, holding):
        return None
    if not run and _LEADS_ON.match(article.sheet.flat, left, holding.start()):
        start, _ = article.sheet.sentence(left)
        run = [party for party in parties_between(article, start, left) if party.body]
    if len(run) < _SIDES:
        return None
    return Signing(tuple(run), _paper_of_rite(article, holding.end(), verb), verb.span(), False)


def _clause_of_rite(article: Annotated, verb: int) -> int:
    """Where the clause of a rite begins: a mark within a bracket, “丙协议(以下简称:|协议)”签约仪式, ends none."""
    left, _ = article.sheet.clause(verb)
    inside = next((start for start, end in article.sheet.brackets if start < left <= end <= verb), None)
    return left if inside is None else article.sheet.clause(inside)[0]


def _paper_of_rite(article: Annotated, left: int, verb: re.Match[str]) -> Bound | None:
    """The paper whose name stands right before the verb of the rite: 举行|战略合作协议|签约仪式."""
    inside = article.all_between(left, verb.start(), "Agreement")
    near = [b for b in inside if _CLOSES.fullmatch(article.sheet.flat, b.end, verb.start())]
    return min(near, key=lambda bound: bound.start, default=None)


def _only_hosts(article: Annotated, run: Sequence[Party], holding: re.Match[str]) -> bool:
    """甲街道|联合|乙公司、丙公司举办“…签约仪式…”: who holds a rite of many need not sign there."""
    flat = article.sheet.flat
    if len(run) < _SIDES:
        return False
    gaps = [flat[one.end : other.start] for one, other in pairwise(run)]
    joined = _JOINS.search(flat, article.sheet.clause(run[0].start)[0], holding.start()) is not None
    parted = any(mark in words for words in gaps for mark in "与和同跟")
    many = _OF_MANY.match(flat, holding.end()) is not None
    return joined or many or (not parted and (len(run) > _SIDES or holding.group() != "举行"))


def _rite_of(article: Annotated, verb: re.Match[str], left: int) -> Signing | None:
    """甲与乙、丙(战略合作)签约仪式举行: two sides of organisations that open the name of the ceremony have signed."""
    flat = article.sheet.flat
    if not _RITE.match(flat, verb.end()):
        return None
    inside: list[Bound] = []
    for bound in article.all_between(left, verb.start(), "Organization"):
        if not inside or bound.start >= inside[-1].end:
            inside.append(bound)
    inside = [b for b in inside if not _within_names(flat, left, b.start)]
    gaps = [gap(article, one, other) for one, other in pairwise(inside)]
    parted = [index for index, between in enumerate(gaps, 1) if re.fullmatch("[与和同暨—-]{1,2}", between)]
    listed = gaps.count("、") == len(gaps) - len(parted)
    if not gaps or not listed or len(parted) > 1 or not (parted or len(gaps) == 1):
        return None
    if flat[inside[0].end] == "、" and flat[inside[0].start - 1 : inside[0].start] in tuple("与和同跟"):
        return None  # 某大学城与|甲集团、乙集团|签约仪式: two of one side
    words = _NAMES_INSIDE.sub("", flat[inside[-1].end : verb.start()])
    if not _SIGNED_FOR.fullmatch(words) or _THERE.search(words) or _HOLDS.search(words):
        return None
    second = parted[0] if parted else 1
    parties = tuple(Party(body, None, int(index >= second)) for index, body in enumerate(inside))
    return Signing(parties, _paper_of_rite(article, left, verb), verb.span(), False)


def _within_names(flat: str, left: int, offset: int) -> bool:
    """Whether a quotation is open at the offset: “|甲馆展览项目”."""
    return flat.count("“", left, offset) > flat.count("”", left, offset)


def _region(article: Annotated, start: int, verb: int) -> int:
    """Where the clause of the parties begins: behind the last word of witnessing or telling before the verb."""
    flat = article.sheet.flat
    left = start
    for match in _BEFORE_PARTIES.finditer(flat, start, verb):
        # 甲与乙|宣布|续约: who announces it signs, where nobody else is named.
        if match.group() != "宣布" or article.between(match.end(), verb, "Organization", "Person", "Location"):
            left = match.end()
    commas = (at for at in range(verb - 1, left - 1, -1) if flat[at] in ",;")
    return next((at + 1 for at in commas if not _in_list(article, at, verb)), left)


def _hands_before(article: Annotated, start: int, region: int) -> list[Party]:
    """甲局局长李文达,|乙局局长周明远代表双方签署: the parties of the clauses before that end with a hand."""
    found: list[Party] = []
    while region > start and article.sheet.flat[region - 1] == "," and len(found) < _HANDS_LISTED:
        left = max(start, article.sheet.clause(region - 2)[0])
        run = [party for party in parties_between(article, left, region - 1) if party.hand]
        if not run or not _HAND_ENDS.fullmatch(article.sheet.flat, run[-1].end, region - 1):
            break
        found, region = [*run, *found], left
    return found


def _in_list(article: Annotated, comma: int, verb: int) -> bool:
    """Whether nobody stands behind the comma, so that the parties stand before it (A与B商定,签署…)."""
    flat = article.sheet.flat
    if article.between(comma, verb, "Organization", "Person") or BOTH.search(flat, comma, verb):
        return False
    if flat.startswith("两国", comma + 1) and _THEN_BOTH.search(flat, max(0, comma - 2), comma):
        return False
    if _COUNTED_WORKS.match(flat, comma + 1, verb):
        return False
    return not _LINKS.search(flat, comma, verb)


def _paper(article: Annotated, verb: re.Match[str], end: int) -> Bound | None:
    """The agreement behind the verb in its sentence, else the one right before it."""
    flat = article.sheet.flat
    near = min(end, verb.end() + _PAPER_ENDS)
    behind = [b for b in article.between(verb.end(), near, "Agreement") if ";" not in flat[verb.end() : b.start]]
    behind = [b for b in behind if not article.between(verb.end(), b.start, "Organization")]
    if behind and len(flat[verb.end() : behind[0].start]) <= 40:
        return behind[0]
    left, _ = article.sheet.clause(verb.start())
    before = article.between(left, verb.start() + 1, "Agreement")
    if not before and BOTH.search(flat, left, verb.start()):  # 把合同交到乙手中,|双方当场签字
        told = article.between(article.sheet.sentence(left)[0], left, "Agreement")
        before = told if len({bound.things for bound in told}) == 1 else []
    return before[-1] if before else None


def _named_in(article: Annotated, paper: Bound) -> list[Party]:
    """The organisations that the paper's own name puts side by side: 《甲局 乙局…备忘录》."""
    inside = article.all_between(paper.start, paper.end, "Organization")
    return [Party(b, None, index) for index, b in enumerate(inside)] if len(inside) == 2 else []
