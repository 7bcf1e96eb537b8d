"""Who signs where the parties do not stand side by side: represented, each for one, the two of a talk, named before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from kg.extract.annotated import Annotated, Bound
from kg.extract.lists import run_from, spoken
from kg.extract.moods import mood
from kg.extract.parties import Party, employer, parties_between, two_sides
from kg.extract.unread import own_subject
from kg.language.classes import COUNTS, LISTED_BODIES, VAGUE, all_of, one_of

# 甲与乙|分别代表|A和B签署: those before the word are the hands of those behind it, in turn.
_ACT_FOR = re.compile(r"(?:分别|各自)?代表(?=[\u3400-\u9fff])")
# 其与…, 并于同日与…, 随后|分别与…: the one who signs with them stands before.
_ONLY_WITH = re.compile(f"[^,。;]{{0,16}}[与同和跟](?:[^,。;与同和跟、]{{0,16}}的|{one_of('kinds_before_bodies')})?")
# 就港口问题分别与|甲和乙
_LED = re.compile(
    f"(?:分别|先后|依次|各自|已|还|又|也|再|正式|成功|[,年月日时])[与同跟](?:{one_of('kinds_before_bodies')})?$"
)
_GOES_ON = re.compile(r"[,;]?(?:并|还|又|也|随后|之后|同时|后)[^,。;]{0,12}$")
# An adverb at most stands between a person, 代表 and the body.
_SOON = 2
_SIDES = 2
_AND_OTHERS = re.compile(
    f"等(?:(?:[0-9{COUNTS}]{{0,4}}[家个])?[^,。;、与同和]{{0,6}}(?:{LISTED_BODIES}|项目)|[0-9{COUNTS}]{{2,4}}[家个国])"
)
# 甲|、某平台、|乙等20家平台
_MARKS = re.compile("、(?:[^与和同跟、,。;]{2,12}、){0,6}")
# 乙|与其|签约
_IT = re.compile("[与同和跟](?:其|之|它|他们|后者|前者)[^,。;]{0,10}$")
# 签约甲公司|旗下艺人, 甲公司|的球员: somebody else; but 甲公司|的订单 is signed with it.
_OF_THEM = re.compile(
    f"(?:旗下|所属|下属|[\u3400-\u9fff]{{0,4}}(?:{one_of('common_people')})|的(?![^,。;]{{0,16}}(?:{one_of('paper_nouns')})))"
)
# 与乙签约|之后,甲…
_THEN = re.compile("(?:之后|后|以来|以后|的同时|之余)$")
# 同时,|与乙公司签署; 2020年,|又与乙公司签署
_NOBODY = re.compile("[^,。;与和跟:说]{0,10},?(?:还|又|也|已|再|先后|分别|正式|成功|并){0,2}[与和跟同]")
# 与|更多客户|签署, 同|有关国家|商签
_ANYBODY = re.compile(
    f"[与同和跟](?:更多|越来越多|众多|广大|其他|其它|潜在|多[家个名国方]|各(?!自)|{VAGUE})[^,。;]{{0,24}}$"
)
# 甲银行和乙集团|与青江“走出去”企业|签署: with whom the two sign bears no name
_WITH_KIND = re.compile(
    f"(?:分别|现场|共同|先后)?[与同跟](?!其|会)[^,。;与同]{{0,24}}?(?:{LISTED_BODIES}|客户|商户|业主|农户|村民|代表)(?:代表)?"
    "(?:现场|共同|分别|正式|成功|当场)*[签达]"
)
_HEADS_CLAUSE = re.compile("[0-9年月日时上下午晚近日前今昨天,\\s]*")


def principals(article: Annotated, verb: int) -> list[Party]:
    """两国元首: the two sides of the talk told last before the verb, or of the only one that the article tells."""
    talks = [talk for talk in article.talks if talk.end <= verb] or list(article.talks)
    people = [*talks[-1].hosts, *talks[-1].guests] if talks else []
    return [Party(None, person) for person in people if person.type == "Person"]


def each_for_one(article: Annotated, start: int, verb: int) -> list[Party]:
    """丁一代表甲,丁二代表乙签署: each person acts for the body right behind."""
    found: list[Party] = []
    for match in re.compile("代表").finditer(article.sheet.flat, start, verb):
        hands = [b for b in spoken(article, start, match.start(), "Person") if match.start() - b.end <= _SOON]
        bodies = [b for b in spoken(article, match.end(), verb, "Organization") if b.start - match.end() <= _SOON]
        if hands and bodies:
            found.append(Party(bodies[0], hands[-1], len(found)))
    return found if len(found) == _SIDES else []


def represented(article: Annotated, region: int, verb: int) -> list[Party]:
    """丁一与丁二分别代表甲和乙签署: the people before 代表 are the hands of the bodies behind it."""
    match = _ACT_FOR.search(article.sheet.flat, region, verb)
    if match is None:
        return []
    hands = [b for b in spoken(article, region, match.start(), "Person") if match.start() - b.end <= 60]
    bodies = [party for party in parties_between(article, match.end(), verb) if party.body]
    if not hands or len(bodies) < 2:
        return []
    return [
        Party(party.body, hands[index] if index < len(hands) else None, party.side)
        for index, party in enumerate(bodies)
    ]


def employed(article: Annotated, party: Party) -> Party:
    """A party that only a person stands for, with the organisation whose post that person has in the article."""
    if party.body is not None or party.hand is None or _is_owner(article, party.hand):
        return party
    return Party(employer(article, party.hand), party.hand, party.side)


def _is_owner(article: Annotated, hand: Bound) -> bool:
    """原股东李文达: who sells shares signs for nobody else."""
    return article.sheet.flat.endswith("股东", 0, hand.start)


def completed(
    article: Annotated, span: tuple[int, int, int], run: Sequence[Party], last: tuple[Party, ...]
) -> list[Party]:
    """The parties with the one who is not named again: 甲公告称,其与乙签署; 甲与乙签订…,与丙签订…; 并签署合同."""
    flat, (start, region, verb) = article.sheet.flat, span
    run = [party for party in run if not _is_of_a_kind(flat, party)]
    bodies = [party for party in run if party.body]
    its = _with_it(article, span, bodies) if len(bodies) == 1 else []
    if its:
        return [*(Party(party.body, party.hand, 0) for party in run), *its]
    if len(bodies) == _SIDES and _with_a_kind(flat, bodies):
        return _alone(run)
    if not bodies:
        goes_on = bool(_GOES_ON.search(flat, start, verb)) and region > start
        goes_on = goes_on and not own_subject(article, region, verb)
        return [*run, *(Party(body, None) for body in _subject(article, start, region) if goes_on)]
    if len(bodies) == 1 and (acted := _acted_on(article, verb, bodies[0].body)) is not None:
        return [Party(acted, None, 0), *(Party(party.body, party.hand, 1) for party in run)]
    one_side = all(party.side is None for party in run) or len(bodies) == 1 or _with_all(flat, region, bodies)
    if not one_side or not _ONLY_WITH.fullmatch(flat, region, min(party.start for party in bodies)):
        # 两家企业就港口问题分别与|甲和乙|签署: with whom these sign was not read
        alone = len(bodies) > 1 and _with_all(flat, region, bodies) and _LED.search(flat, region, bodies[0].start)
        return _alone(run) if alone else list(run)
    return _facing(article, span, run, last)


def _is_of_a_kind(flat: str, party: Party) -> bool:
    """Whether a call of a firm is only the head of what others are: 与青江“走出去”|企业|签署."""
    body = party.body
    if body is None or body.spot.by != "call" or body.spot.text not in ("企业", "公司", "集团", "单位", "机构"):
        return False
    return flat[body.start - 1 : body.start] not in tuple("该本此贵与同和跟由,。;:“(、的")


def _with_a_kind(flat: str, bodies: Sequence[Party]) -> bool:
    """Whether two sign side by side with others who bear no name: 甲银行和乙集团|与青江企业签署."""
    joined = flat[bodies[0].end : bodies[1].start] in ("、", "和", "及")
    return joined and _WITH_KIND.match(flat, bodies[1].end) is not None


def _alone(run: Sequence[Party]) -> list[Party]:
    """The parties as one side, whom the other one was not read to face."""
    return [Party(party.body, party.hand, 0) for party in run]


def _facing(
    article: Annotated, span: tuple[int, int, int], run: Sequence[Party], last: tuple[Party, ...]
) -> list[Party]:
    """The parties behind 与, with the one who stands before in the sentence: 甲公告称,|与乙签署."""
    flat, (start, region, verb) = article.sheet.flat, span
    bodies = [party for party in run if party.body]
    if own_subject(article, region, _mark_before(flat, region, bodies)):
        return _alone(run)  # 救援队|与甲公司签约
    named = {thing for party in bodies if party.body for thing in party.body.things}
    ours = [party.body for party in last if party.side == 0 and party.body and start <= party.start < region]
    ours = [body for body in ours if flat[body.start - 1 : body.start] not in tuple("与同和跟")]
    ours = ours or _subject(article, start, region)
    hands = {party.body: party.hand for party in parties_between(article, start, region)}
    ours = ours or _subject_behind(article, verb) or _subject_before(article, start, min(p.start for p in bodies))
    left = [Party(body, hands.get(body), 0) for body in ours if not named & set(body.things)]
    if left:
        return [*left, *(Party(party.body, party.hand, 1) for party in run)]
    # (揭牌,并)分别与|甲、乙|签署: with whom they sign is not told
    unknown = len(bodies) == _SIDES and _with_all(flat, region, bodies)
    return _alone(run) if unknown else list(run)


def _mark_before(flat: str, region: int, bodies: Sequence[Party]) -> int:
    """Where the 与 stands that leads up to the parties."""
    return max(flat.rfind(mark, region, min(party.start for party in bodies)) for mark in "与同和跟")


def signed_up(article: Annotated, span: tuple[int, int], verb: re.Match[str], run: Sequence[Party]) -> list[Party]:
    """甲市|签约|乙公司、丙公司: the bodies right behind the verb sign with the subject; else nothing."""
    flat, (start, region) = article.sheet.flat, span
    if verb.group() not in all_of("verbs_of_signing_up"):
        return []
    _, right = article.sheet.clause(verb.end())
    behind = spoken(article, verb.end(), right, "Organization")
    if not behind or flat[verb.end() : behind[0].start] not in ("", "了"):
        return []
    theirs = run_from(article, behind, 0)
    if _OF_THEM.match(flat, theirs[-1].end):
        return []
    ours = [party for party in run if party.body] or [Party(b, None) for b in _subject(article, start, verb.start())]
    ours = ours or [Party(b, None) for b in _subject(article, start, region)]
    named = {thing for body in theirs for thing in body.things}
    ours = [party for party in ours if party.body and not named & set(party.body.things)]
    if not ours:
        return []
    return [*(Party(party.body, party.hand, 0) for party in ours), *(Party(body, None, 1) for body in theirs)]


def _with_it(article: Annotated, span: tuple[int, int, int], run: Sequence[Party]) -> list[Party]:
    """甲…:乙|与其|签约: whom a pronoun behind the other party means, a subject before it."""
    flat, (start, region, verb) = article.sheet.flat, span
    last = run[-1].end if run else region
    if not _IT.search(flat, last, verb):
        return []
    stop = min((party.start for party in run), default=verb)
    index = article.sheet.sentence_index(start)
    before = article.sheet.sentences[max(0, index - 1)][0]
    named = {thing for party in run if party.body for thing in party.body.things}
    for left, right in ((start, stop), (before, start)):
        found = [body for body in _subject(article, left, right) if not named & set(body.things)]
        if found:
            return [Party(body, None, 1) for body in found]
    return []


def _acted_on(article: Annotated, verb: int, body: Bound | None) -> Bound | None:
    """甲公司|入股|乙公司,签订协议: who does something to the other in the clause before; None where that is not so."""
    if body is None:
        return None
    left, right = article.sheet.clause(body.start)
    named = [b for b in spoken(article, left, right, "Organization") if b.things]
    if right >= verb or len(named) != _SIDES or named[1] is not body or named[0].things == body.things:
        return None
    return named[0] if two_sides(article.sheet.flat[named[0].end : body.start]) else None


def _subject_behind(article: Annotated, verb: int) -> list[Bound]:
    """继与乙签约后,|甲又与丙…: who heads the clause behind that of the verb, where it only tells when."""
    flat = article.sheet.flat
    _, right = article.sheet.clause(verb)
    if not _THEN.search(flat, verb, right) or flat[right : right + 1] != ",":
        return []
    left, stop = article.sheet.clause(right + 1)
    return [b for b in spoken(article, left, stop, "Organization")[:1] if _heads(article, b)]


def _subject_before(article: Annotated, start: int, party: int) -> list[Bound]:
    """甲公司成立于2001年。|去年,与乙公司签署…: who opens the sentence before, where this one names nobody before 与."""
    index = article.sheet.sentence_index(start)
    if not index or not _NOBODY.fullmatch(article.sheet.flat, start, party) or article.between(start, party, "Person"):
        return []
    return [b for b in spoken(article, *article.sheet.sentences[index - 1], "Organization")[:1] if _heads(article, b)]


def _with_all(flat: str, region: int, bodies: Sequence[Party]) -> bool:
    """与甲、乙和丙签署: 和 joins the last of a list and parts no sides."""
    gaps = [flat[one.end : other.start] for one, other in pairwise(bodies)]
    return "与" in flat[region : bodies[0].start] and not any("与" in gap for gap in gaps)


def _subject(article: Annotated, start: int, region: int) -> list[Bound]:
    """Who the clauses before are about: the last organisation that no preposition stands before."""
    flat = article.sheet.flat
    found = [b for b in spoken(article, start, region, "Organization") if b.things]
    found = [b for b in found if flat[b.start - 1 : b.start] not in ("在", "于")]
    free = [b for b in found if flat[b.start - 1 : b.start] not in tuple("与同和跟对向在为给、")]
    # 甲公司公告称,拟收购|乙公司|股权,并…: who heads a clause goes before who is the object in one.
    heads = [b for b in free if _heads(article, b)]
    return (heads or free or found)[-1:]


def _heads(article: Annotated, body: Bound) -> bool:
    """Whether the body opens its clause, a dateline or a time before it."""
    left = max(article.sheet.clause(body.start)[0], article.sheet.lead_before(body.start))
    return _HEADS_CLAUSE.fullmatch(article.sheet.flat, left, body.start) is not None


def with_anybody(article: Annotated, span: tuple[int, int]) -> bool:
    """甲集团还|将与更多客户|签署: only planned, and with nobody who is named."""
    flat, (start, verb) = article.sheet.flat, span
    told = _ANYBODY.search(flat, start, verb)
    return (
        told is not None
        and not article.between(told.end(), verb, "Organization")
        and mood(article.sheet, (verb, verb)) != "done"
    )


def one_sided(article: Annotated, run: Sequence[Party]) -> bool:
    """Whether only one side is named, not with whom it signs: 与甲、乙、丙等企业签订协议, 甲、乙、丙等企业现场签约."""
    flat = article.sheet.flat
    listed = len(run) == _SIDES and _MARKS.fullmatch(flat, run[0].end, run[1].start) is not None
    listed = listed and flat[run[0].start - 1] not in "与同和跟"
    if listed and _AND_OTHERS.match(article.sheet.flat, run[-1].end):
        return True
    if len(run) < 3 or any(party.side is not None for party in run):
        return False
    if _AND_OTHERS.match(article.sheet.flat, run[-1].end):
        return True
    return article.sheet.flat[run[0].start - 1 : run[0].start] in ("与", "同", "和")
