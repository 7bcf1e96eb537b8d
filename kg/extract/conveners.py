"""Who convenes a happening: 市委召开会议, 甲院联合乙局举行仪式, 大使甲举行招待会."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract.annotated import Annotated, Bound
from kg.extract.carried import ITS_PEOPLE, carried
from kg.extract.deeds import Deed, takers
from kg.extract.lists import led, run_from, spoken
from kg.extract.occasions import meeting_in
from kg.language.classes import ADVERBS, COMITATIVES, CONVENING, COUNTS, LISTED_BODIES, TIMES, one_of
from kg.language.pieces import fills

_CONVENES = re.compile(
    f"{CONVENING}|(?:组织)?开展|主办|承办|合办|联办|进行了?(?=[^,。;]{{0,6}}会商)|(?:{one_of('launching_of_happenings')})"
)
_CONVENING = re.compile(
    rf"(?:{ADVERBS}|{TIMES}|组织|合作|携手|牵头|于|将"
    rf"|自[0-9]{{4}}年(?:[0-9]{{1,2}}月)?(?:起|以来|开始),?|(?:已|已经)?连续[0-9{COUNTS}]{{1,4}}[年届次季]|持续"
    rf"|(?:已|已经)?(?:累计|共计?|连续|紧急|牵头)|”|-|[与同和][^,。;]{{2,40}}?(?:共同|联合|一起)"
    rf"|等(?:{one_of('before_bodies_in_sum')})?(?:[0-9]{{1,4}}[余多]?[家个]?)?"
    rf"(?:[\u3400-\u9fff]{{0,4}}(?:{LISTED_BODIES}|{one_of('bodies_in_sum')}))?"
    rf"|{ITS_PEOPLE}"
    rf"|(?:{one_of('deeds_before_convening')})了?[^,。;]{{0,40}}并|[(][^()]{{2,30}}[)]|以[^,。;]{{1,14}}(?:方式|形式)|(?:在|赴|前往|来到|走进|深入|进|到)[^,。;]{{1,40}}"
    rf"|(?:{COMITATIVES}|邀请|特邀|组织|召集|面向|依托|围绕|就|针对|为)[^,。;]{{1,60}})"
)
# 甲院|智库|在京联合举行
_TAIL = re.compile(
    r"(?:(?P<next>[、和与及])[\u3400-\u9fff]{2}){0,1}[\u3400-\u9fff]{0,12}?(?:会|院|所|部|处|室|中心|智库|组|局|办|站|队|社|联盟|系|馆|基金|公司|集团|企业|单位|人士|团队|部门)"
    f"(?=在|于|{TIMES}|{ADVERBS}|$)"
)
# 甲集团与乙台举行仪式,|与丙台|举行另一个仪式
_WITHOUT_SUBJECT = re.compile(rf"(?:{_CONVENING.pattern}|[与同][^,。;]{{1,60}})")
_TOGETHER = re.compile(f"{COMITATIVES}|共同|一起")
_BEFORE_HOSTS = re.compile(f"{ADVERBS}|{TIMES}|由|于")
_STRANGER = re.compile(f"[\u3400-\u9fff]{{4,24}}(?:{COMITATIVES})")  # 反诈中心联合|甲协会,在乙馆举行
_ENDS_HOSTS = re.compile(
    f"(?:[、和与及][^,。;、]{{2,14}})?等?[^,。;、]{{0,8}}?(?:{LISTED_BODIES}|单位|部门|团队)?(?:共同|一起|联合)?"
)
# 甲局|以服务为重点,|开展了某活动: what somebody keeps in view when they convene.
_FRAME = re.compile(
    f"(?:{ADVERBS}|{TIMES}|坚持|始终)?(?:以[^,。;]{{2,30}}(?:为|作)(?:{one_of('what_is_kept_in_view')})"
    f"|(?:围绕|聚焦|立足|紧扣|紧紧围绕|结合|依托|按照|根据|针对|着眼|瞄准|秉承|秉持|借助|利用|整合|通过|发挥|充分发挥)[^,。;]{{2,40}})"
)
# 到|甲集团调研并召开: where somebody goes holds nothing.
_GONE_TO = re.compile("(?:到|赴|在|访|对|向|为|来|与|入|进)$")
_AT_PLACE = re.compile("(?:[在于到赴进]|走入|深入|来到|前往|抵达|莅临)$")
_CALLED_IN = re.compile("(?:组织|邀请|动员|带领|特邀)(?:了)?$")  # 甲局组织|乙大队、丙公司|开展演练
# 甲集团|将与|乙大学共同主办
# A list may hold one that nothing resolves: 甲集团、|主创团队|、乙大学.
_BESIDE = re.compile(
    rf"(?:[(][^()]{{1,12}}[)])?(?:、[^,。;、和与的由在:]{{2,14}}){{0,2}}\s*"
    rf"(?:[、和与同及][\u3400-\u9fff]{{0,2}}|以及|携[\u3400-\u9fff]{{0,6}}|{COMITATIVES}|还?分别与|(?:即?将|正|也|还|曾|已)[与和同])\s*"
)
# 李文达|为越南国家主席|周明远举行欢迎仪式
_FOR_GUEST = re.compile("为[^,。;]{0,24}$")
_RECEPTION = re.compile(f"欢迎|{one_of('feasts')}")
# 甲为乙举行欢迎仪式
_FOR = re.compile("为")
_WITH = re.compile("[同与和]")
_TALK_FIRST = re.compile("了?[^,。;]{0,6}(?:会谈|会晤|会见|座谈|磋商)(?:结束)?之?后")
_AT_ONCE = re.compile(f"(?:{ADVERBS}|{TIMES}){{0,3}}")
_SHORT = 12
_SEVERAL = 2


def convened(article: Annotated, left: int, right: int) -> Iterator[tuple[list[Bound], int, Deed]]:
    """What the clause tells of hosts: those who convene, the happening, and the words of convening."""
    if _CONVENES.search(article.sheet.flat, left, right) is None:
        return
    yield from _gives(article, left, right)
    yield from _called_after_host(article, left, right)
    yield from _together_before(article, left, right)
    yield from _gone_on(article, left, right)
    flat, bodies = article.sheet.flat, spoken(article, left, right, "Organization")
    for index, body in enumerate(bodies):
        verb = _CONVENES.search(flat, body.end, right)
        if verb is None:
            continue
        if _of_another(article, body.end, verb.start()):
            continue  # 甲市政府计划在|市长李文达|举行会议后…
        run = _joined(article, bodies[: index + 1])
        if _AT_PLACE.search(flat, left, run[0].start):
            continue  # 在|甲法院第二法庭|召开
        if not fills(_CONVENING, _plainly(article, body.end, verb.start())):
            unknown = _TAIL.match(flat, body.end, verb.start())
            if unknown is None or not fills(_CONVENING, flat[unknown.end() : verb.start()]):
                continue
            # 甲大学、乙院|智库|在京联合举行: the last is one that nothing resolves
            run = [] if _GONE_TO.search(flat, left, run[0].start) else run if unknown["next"] else run[:-1]
        each = in_turn(article, run, (body.end, verb.end()), right)
        yield from ((ones, own, Deed("host", *verb.span())) for ones, own in each)
        meeting = None if each else meeting_in(article, body.end, right)
        if meeting is not None and meeting not in {talk.meeting for talk in article.talks}:
            role = "participant" if run and _CALLED_IN.search(flat, left, run[0].start) else "host"
            yield run, meeting, Deed(role, *verb.span())


def _together_before(article: Annotated, left: int, right: int) -> Iterator[tuple[list[Bound], int, Deed]]:
    """甲中心联合乙协会、丙团队,|在丁馆举行仪式; 甲局以发展为重点,|举办乙活动: hosts of the clause before, where
    nothing but they and what they keep in view stands in it."""
    flat = article.sheet.flat
    verb = _CONVENES.search(flat, left, right) if left > 1 and flat[left - 1] == "," else None
    if verb is None or not fills(_CONVENING, flat[left : verb.start()].strip() or "又"):
        return
    begin = article.sheet.sentence(left)[0]
    begin = max(begin, flat.rfind(",", begin, left - 1) + 1, flat.rfind(";", begin, left - 1) + 1)
    bodies = spoken(article, begin, left - 1, "Organization")
    framed = bodies and _FRAME.fullmatch(flat, _joined(article, bodies)[-1].end, left - 1)
    strange = bodies and _STRANGER.fullmatch(flat, begin, led(article, bodies[0]))
    if not bodies or not (framed or strange or _TOGETHER.search(flat, bodies[0].end, left - 1)):
        return
    if not strange and not fills(_BEFORE_HOSTS, flat[begin : led(article, bodies[0])].strip() or "又"):
        return
    meeting = meeting_in(article, verb.end(), right)
    run = _joined(article, bodies)
    ended = framed or _ENDS_HOSTS.fullmatch(flat, run[-1].end, left - 1)
    if run[0] is bodies[0] and ended and meeting is not None:
        yield run, meeting, Deed("host", *verb.span())


def _gone_on(article: Annotated, left: int, right: int) -> Iterator[tuple[list[Bound], int, Deed]]:
    """甲局积极行动,|联合乙院举办丙活动: the subject of a clause before goes on, where this one begins with its verb."""
    flat = article.sheet.flat
    verb = _CONVENES.search(flat, left, right) if left > 1 and flat[left - 1] == "," else None
    if verb is None or flat.startswith("的", verb.end()):
        return
    if not fills(_WITHOUT_SUBJECT, flat[left : verb.start()].strip() or "又"):
        return
    meeting = meeting_in(article, verb.end(), right)
    run = carried(article, left) if meeting is not None else []
    if _WITH.match(flat, left):
        run = run[:1]  # 甲集团与乙台举行丙仪式,|与丁台举行戊仪式
    if run and meeting is not None:
        yield run, meeting, Deed("host", *verb.span())


def _of_another(article: Annotated, left: int, verb: int) -> bool:
    """Whether a person right before the verb is its subject within a phrase that says when: 在李文达|举行会议后."""
    people = article.between(left, verb, "Person")
    if not people or not _AT_ONCE.fullmatch(article.sheet.flat, people[-1].end, verb):
        return False
    return article.sheet.flat.find("在", left, people[-1].start) >= 0


def in_turn(
    article: Annotated, who: Sequence[Bound], verb: tuple[int, int], right: int
) -> list[tuple[list[Bound], int]]:
    """甲局、乙局|分别举办|丙论坛、丁大会: each with the happening in its place of a list as long; empty elsewhere."""
    if len(who) < _SEVERAL or article.sheet.flat.find("分别", *verb) < 0:
        return []
    listed = article.between(verb[1], right, "Meeting")
    run = run_from(article, listed, 0) if listed else []
    if len(run) != len(who) or len({b.things for b in run}) != len(run):
        return []
    return [([one], meeting.things[0]) for one, meeting in zip(who, run, strict=True)]


def held_together(article: Annotated, right: int, named: Sequence[Bound]) -> Iterator[tuple[list[Bound], int, Deed]]:
    """甲同乙、丙举行对话会, 甲为乙举行欢迎仪式: those on both sides of 同 and 为 take part."""
    flat, people = article.sheet.flat, [b for b in named if b.type == "Person"]
    verb = _CONVENES.search(flat, people[-1].end, right) if len(people) > 1 else None
    if verb is None or verb.start() - people[-1].end > _SHORT:
        return
    meeting = meeting_in(article, verb.end(), right)
    passed = (talk for talk in article.talks if verb.start() <= talk.start < right)
    if _TALK_FIRST.match(flat, verb.end()) or any(talk.meeting != meeting for talk in passed):
        return  # 甲与乙举行|会谈|后在发布会上说
    received = meeting is not None and _RECEPTION.search(article.things[meeting].name) is not None
    if not (_FOR if received else _WITH).search(flat, people[0].end, people[-1].start):
        return
    if meeting is not None and meeting not in {talk.meeting for talk in article.talks}:
        yield people, meeting, Deed("participant", *verb.span())


def _plainly(article: Annotated, left: int, right: int) -> str:
    """The words in `[left, right)` with every body as 会, so that a long name is no longer than a short one."""
    flat, text = article.sheet.flat, ""
    for body in article.between(left, right, "Organization"):
        if body.start >= left:
            text += flat[left : body.start] + "会"
            left = body.end
    return text + flat[left:right]


def _gives(article: Annotated, left: int, right: int) -> Iterator[tuple[list[Bound], int, Deed]]:
    """大使甲举行招待会: who gives a reception is its host."""
    flat, people = article.sheet.flat, takers(article, left, right)[-1:]
    verb = _CONVENES.search(flat, people[-1].end, right) if people and people[-1].type == "Person" else None
    between = flat[people[-1].end : verb.start()] if verb is not None else "为"
    if verb is None or "为" in between or not fills(_CONVENING, between):
        return
    meeting = meeting_in(article, verb.start(), right)
    if _FOR_GUEST.search(flat, left, people[-1].start):
        return
    if meeting is not None and _RECEPTION.search(article.things[meeting].name):
        yield people, meeting, Deed("host", *verb.span())


def _called_after_host(article: Annotated, left: int, right: int) -> Iterator[tuple[list[Bound], int, Deed]]:
    """李文达走访农户,|召开村民议事会: what is called after the person who convenes it is held by them."""
    verb = _CONVENES.search(article.sheet.flat, left, right)
    meeting = meeting_in(article, verb.end(), right) if verb is not None else None
    if verb is None or meeting is None:
        return
    name, start = article.things[meeting].name, article.sheet.sentence(left)[0]
    people = [b for b in article.between(start, verb.start(), "Person") if name.startswith(b.spot.text + verb.group())]
    if people:
        yield people[-1:], meeting, Deed("host", *verb.span())


def _joined(article: Annotated, bodies: Sequence[Bound]) -> list[Bound]:
    """The last body and those that stand beside it (甲院联合乙局, 甲、乙)."""
    run = list(bodies[-1:])
    for other in reversed(bodies[:-1]):
        if not _BESIDE.fullmatch(article.sheet.flat, other.end, led(article, run[0])):
            break
        run.insert(0, other)
    return run
