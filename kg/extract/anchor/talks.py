"""Talks without a name: 陈刚、吴晓军与王彤宙一行座谈, 习近平会见美国工商界代表."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.anchor.headline import title_sides
from kg.extract.anchor.register import Register
from kg.extract.annotated import Bound, Talk
from kg.extract.sheet import Sheet

_WITH = re.compile(r"座谈(?!会)|会谈|会晤|会面|见面|洽谈(?!会)|通电话|举行了?(?:工作)?(?:座谈|会谈)(?!会)")
_MEETS = re.compile(r"会见(?!厅)|会晤|拜会|拜访|接见|约见")
_NOT_TALK = re.compile(r"(?:参加|出席|陪同|见证|拨冗|感谢|一同|一起)(?:了)?$")
_CALLED = re.compile(r"前(?!来)|后(?!来)|[中时](?=[,、提指表强说介双在,])|会(?:上|议)|厅|现场|活动|开始|结束|机制")
_LINK = re.compile(r"[与同和跟]")
_BETWEEN = re.compile(r"[、和与,]?[^,。;]{0,40}")
_OTHER_DEED = re.compile(r"会见|座谈|陪同|出席|参加|见证|主持|代表")
_RUN_ENDS = re.compile(r"[;。]|一行|时|就|在.{0,12}(?:参加|陪同)|参加|陪同|介绍|表示|强调|双方|宾主")
_UNKNOWN = re.compile(
    r"(?:[^,。;与同和]{0,24})(?P<link>[与同和])(?:[^,。;]{0,16}的)?"
    r"(?P<party>[^,。;的与同和]{0,20}(?:总统|总理|首相|国王|主席|部长|书记|省长|市长|董事长|总裁|总经理|会长|代表团|大使|州长)"
    r"[^,。;的与同和]{0,12})"
)
_PARTY = re.compile(r"代表团|考察团|访问团|客人|一行")
_LEADS = re.compile(r"率(?:领)?(?!先)|带领|带队")
_GROUP_SPEAKS = re.compile(
    r"等?[^,。;]{0,10}(?:代表|人士|嘉宾|企业家|专家|学者|委员)?(?:在)?(?:分别)?(?:先后)?(?:发言|作?交流|表示|说|谈)"
)
_GROUP = re.compile(r"代表|人士|企业家|嘉宾|专家|学者|委员")


@dataclass(frozen=True, slots=True)
class _Found:
    """The sides of a talk, the span of its verb, and the words of its name between and behind the sides."""

    hosts: tuple[Bound, ...]
    guests: tuple[Bound, ...]
    start: int
    end: int
    link: str
    tail: str


def find_talks(sheet: Sheet, bounds: Sequence[Bound], register: Register) -> list[Talk]:
    """Every talk that a sentence tells with both its sides; talks of the same sides are one."""
    talks: list[Talk] = []
    everybody = [b for b in bounds if b.type == "Person" and b.things]
    for start, end in sheet.sentences:
        people = [b for b in everybody if start <= b.start < end]
        found = (_meets(sheet, people, end) or _with(sheet, people, start, end)) if people else None
        if found is None:
            continue
        hosts = {thing for bound in found.hosts for thing in bound.things}
        guests = tuple(b for b in found.guests or _party(sheet, everybody, found) if not hosts & set(b.things))
        meeting = _meeting(register, found, guests, talks)
        talks.append(Talk(found.hosts, guests, found.start, found.end, meeting))
    return talks or _titled(sheet, everybody, register)


def _titled(sheet: Sheet, people: Sequence[Bound], register: Register) -> list[Talk]:
    """The talk that only the title tells with both its sides: 赵一、钱二与某局局长孙三座谈."""
    sides = title_sides(sheet.article.title or "")
    verb = re.compile("座谈|会谈|会见|会晤|会面").search(sheet.flat)
    if sides is None or verb is None:
        return []
    first: dict[str, Bound] = {}
    for bound in people:
        first.setdefault(bound.spot.text, bound)
    hosts, guests = (tuple(b for name, b in first.items() if name in side) for side in sides)
    if not hosts or not guests or set(hosts) & set(guests):
        return []
    name = f"{_joined(hosts)}与{_joined(guests)}{verb.group()}"
    return [Talk(hosts, guests, *verb.span(), register.add("Meeting", [name]))]


def talk_mentions(sheet: Sheet, talks: Sequence[Talk], register: Register) -> list[Bound]:
    """The verb of each talk as the mention of its meeting, whose name is made of its sides."""
    mentions = []
    for talk in talks:
        name = register.first(talk.meeting)
        reason = f"{sheet.article.text[talk.start : talk.end]} → {name}：由双方合成名称"
        mentions.append(Bound(sheet.spot(talk.start, talk.end, "Meeting", "talk"), (talk.meeting,), reason))
    return mentions


def _meets(sheet: Sheet, people: Sequence[Bound], end: int) -> _Found | None:
    """A 会见 B: the subject before the verb meets whom its object names."""
    for match in _MEETS.finditer(sheet.flat, people[0].end, end):
        before = sheet.flat[max(0, match.start() - 6) : match.start()]
        if _NOT_TALK.search(before) or _CALLED.match(sheet.flat, match.end()):
            continue
        hosts = _side_before(sheet, people, match.start())
        stop = re.compile(r"[,。;:]").search(sheet.flat, match.end(), end)
        phrase = sheet.article.text[match.end() : stop.start() if stop else end].lstrip("了").strip()
        guests = _run(sheet, [b for b in people if match.end() <= b.start])
        if guests and guests[0].start - match.end() > 60:
            guests = []
        if hosts and (guests or (3 <= len(phrase) <= 40)):
            return _Found(tuple(hosts), tuple(guests), *match.span(), match.group(), "" if guests else phrase)
    return None


def _with(sheet: Sheet, people: Sequence[Bound], start: int, end: int) -> _Found | None:
    """A 与 B 座谈: two runs of people around a linking word, then the verb."""
    for match in _WITH.finditer(sheet.flat, start, end):
        before = sheet.flat[max(start, match.start() - 6) : match.start()]
        if _NOT_TALK.search(before) or _CALLED.match(sheet.flat, match.end()):
            continue
        earlier = [b for b in people if b.end <= match.start()]
        link = _last_link(sheet, earlier, start, match.start())
        if link is None or match.start() - earlier[-1].end > 45:
            found = _with_unknown(sheet, earlier, match)
            if found is not None:
                return found
            continue
        hosts = _side_before(sheet, [b for b in earlier if b.end <= link], link)
        guests = [b for b in earlier if b.start > link]
        if hosts and guests:
            verb = re.sub(r"^举行了?(?:工作)?", "", match.group())
            return _Found(tuple(hosts), tuple(guests), *match.span(), sheet.flat[link], verb)
    return None


def _with_unknown(sheet: Sheet, people: Sequence[Bound], verb: re.Match[str]) -> _Found | None:
    """A 与 a party that is not named, or not known as a person: 张三与某国总统…会谈."""
    if not people:
        return None
    match = _UNKNOWN.fullmatch(sheet.flat, people[-1].end, verb.start())
    hosts = _side_before(sheet, people, people[-1].end)
    if match is None or not hosts:
        return None
    told = re.sub(r"^举行了?(?:工作)?", "", verb.group())
    return _Found(tuple(hosts), (), *verb.span(), match.group("link"), match.group("party") + told)


def _last_link(sheet: Sheet, people: Sequence[Bound], start: int, verb: int) -> int | None:
    """The offset of the 与 that parts the two sides: the last one with people on both sides of it."""
    for match in reversed(list(_LINK.finditer(sheet.flat, start, verb))):
        token = sheet.token_at(match.start())
        if token is None or len(token.text) != 1 or token.tag == "n":
            continue
        if any(b.end <= match.start() for b in people) and any(b.start > match.start() for b in people):
            return match.start()
    return None


def _side_before(sheet: Sheet, people: Sequence[Bound], verb: int, reach: int = 45) -> list[Bound]:
    """The people of the subject: the run that ends nearest before the verb."""
    before = [b for b in people if b.end <= verb]
    if not before or verb - before[-1].end > reach:
        return []
    side = [before[-1]]
    for bound in reversed(before[:-1]):
        gap = sheet.flat[bound.end : side[0].start]
        if not _BETWEEN.fullmatch(gap) or _OTHER_DEED.search(gap):
            break
        side.insert(0, bound)
    return side


def _run(sheet: Sheet, people: Sequence[Bound]) -> list[Bound]:
    """The people of the object: up to the first word that ends the list."""
    run: list[Bound] = []
    for bound in people:
        if run and _RUN_ENDS.search(sheet.flat[run[-1].end : bound.start]):
            break
        run.append(bound)
    return run


def _party(sheet: Sheet, people: Sequence[Bound], found: _Found) -> tuple[Bound, ...]:
    """Who the unnamed guests are: the leader told of before (率代表团), or those who then speak for them."""
    hosts = {thing for bound in found.hosts for thing in bound.things}
    others = [b for b in people if not hosts & set(b.things)]
    if _PARTY.search(found.tail):
        before = [b for b in others if b.end <= found.start]
        leaders = [b for b in before if _LEADS.match(sheet.flat[b.end : b.end + 8].lstrip("等,"))]
        if leaders:
            return (leaders[-1],)
    if _GROUP.search(found.tail):
        return _speakers(sheet, [b for b in others if b.start > found.end])
    return ()


def _speakers(sheet: Sheet, people: Sequence[Bound]) -> tuple[Bound, ...]:
    """The first list of people that ends with 等…代表 and speaks."""
    for index, bound in enumerate(people):
        follows = sheet.flat[bound.end : bound.end + 24]
        if not follows.startswith("等") or not _GROUP_SPEAKS.match(follows):
            continue
        start, _ = sheet.sentence(bound.start)
        return tuple(b for b in people[: index + 1] if b.start >= start)
    return ()


def _meeting(register: Register, found: _Found, guests: Sequence[Bound], talks: Sequence[Talk]) -> int:
    """The thing of the talk: the one found before when it is told of the same people, else one with a made name."""
    everyone = {thing for bound in (*found.hosts, *guests) for thing in bound.things}
    for talk in talks:
        if everyone <= {thing for bound in (*talk.hosts, *talk.guests) for thing in bound.things}:
            return talk.meeting
    return register.add("Meeting", [_joined(found.hosts) + found.link + _joined(found.guests) + found.tail])


def _joined(side: Sequence[Bound]) -> str:
    return "、".join(dict.fromkeys(bound.spot.text for bound in side))
