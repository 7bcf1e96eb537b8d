"""Talks without a name: 陈刚、吴晓军与王彤宙一行座谈, 习近平会见美国工商界代表."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from kg.extract.anchor.implied import implied_talks, speaker_for, talk_of_two_speakers
from kg.extract.anchor.register import Register
from kg.extract.anchor.sides import is_party, link_between, party, run, side_before, subject
from kg.extract.annotated import Bound, Talk
from kg.extract.moods import mood
from kg.extract.sheet import Sheet
from kg.extract.subjects import says_whose
from kg.language.classes import ENCOUNTERS, one_of
from kg.language.lexicon import any_of, words

_HELD = f"(?:{one_of('delexical_verbs')})了?"
_WITH = re.compile(
    r"座谈(?!会)|会谈|会晤|会面|见面|洽谈(?!会)|面对面交流|通了?(?:一次)?电话|通话(?!记录|内容|稿)|共进(?:工作)?[早午晚]餐|举行了?(?:工作)?(?:座谈|会谈)(?!会)"
    r"|(?:双边)?会见(?=[,。;]|$)|双边会(?=[,。;]|$)|[双三]边峰会(?=[,。;]|$)"
    rf"|视频(?:连线|会议|会见)(?=[,。;]|$)|(?P<session>(?:召开|举行)了?[^,。;、与同和]{{0,6}}座谈会(?=[,。;]|$))"
    rf"|(?P<soft>{_HELD}[^,。;、与同和]{{0,8}}?(?P<noun>{any_of(words('talk_nouns'))})(?=[,。;)]|并|$)|交换了?意见"
    f"|(?:{one_of('ways_of_talking')})地?(?:{any_of(words('talk_nouns'))})(?=[,。;)]|并|$)|(?:{one_of('bare_talks')})(?=[,。;)]|并|$))"
)
# 论坛上,甲与乙进行了交流: what is said on a stage is no talk of its own.
_ON_STAGE = re.compile("(?:论坛|峰会|会|活动|研讨|环节|讲座|沙龙)[上中],")
_ABOUT = re.compile(r"[^,。;]{0,20}(?:就|围绕|针对)[^。;]{2,70}")
_MEETS = re.compile(
    r"会见(?!厅)|会晤|(?<!团)拜会|拜访|接见|约见|宴请|热情接待了|接待了?(?=(?:来访|到访|前来)[^,。;]{0,12}?的)"
)
# Verbs that tell a talk only where the guests are named in their clause: 宴请, 接待.
_NAMED_ONLY = ("宴请", "热情接待了", "接待", "接待了")
_NOT_TALK = re.compile(f"(?:{one_of('deeds_before_talks')})(?:了)?$")
_CALLED = re.compile(r"前(?!来)|后(?!来)|期间|[中时](?=[,、提指表强说介双在,])|会(?:上|议)|厅|现场|活动|开始|结束|机制")
# 这次|会见, 访问和|会晤: a talk told before, of which something is said.
_POINTED_AT = re.compile(f"(?:{any_of(words('this_words'))}|这一)[^,。;]{{0,4}}?$|访问[和与及]$")
# 会晤|旨在…, 会见|的权利, 会晤|“坦率而友好”: what is said of a talk, no party of it.
_SAID_OF = re.compile(
    f"的(?![\u3400-\u9fff·]{{2,40}}?(?:{one_of('posts_at_talks')}))|{one_of('said_of_talks')}"
    "|“[^”]*(?:非常|且|而|富有|地)"
)
# 就|双边关系和总统周明远来访|交换意见: what they talk about, with a link within it.
_TOPIC = re.compile("(?:就|围绕|针对)(?!任|职|业|医|读|餐|是)")
# 邀请到|甲和乙进行交流: they are guests of a happening.
_INVITED = re.compile("邀请[到了]?[^,。;]{0,60}$")
# 甲同乙会见,|并与|丙会谈
_AND_WITH = re.compile("[^,。;]{0,12},[^,。;]{0,12}?(?:并|还|又|随后|之后)(?:将|分别|在[^,。;]{2,12})?(?P<link>[与同])")
_ONE_BY_ONE = re.compile("分别|先后|相继|依次|逐一")
# 拜访甲公司、乙公司|等企业: calls at one firm after the other are visits.
_CALLS_AT = ("拜访", "拜会", "约见")
_FIRMS, _SEVERAL_MARKS = re.compile(one_of("firms_called_at")), ("、", "等")
# 与甲国代表团|进行了|会谈
_HELD_THEN = re.compile("(?:进行|举行|开展|展开)了?(?:[\u3400-\u9fff]{2,4})?$")
# 举行|会晤 is told by its sides before it, not by an object.
_HOLDS = re.compile(f"{_HELD}$")
_WHEN = re.compile(r"[^,。;]{2,40}?时[,]?")
_TIME_ENDS = re.compile("时(?!代|报|任|装|尚)|期间|(?<=[\u3400-\u9fff]{2})[之以]?后$|并(?=[出举召参发作])")
# 接见|参加某会议的代表: those who are there meet nobody apart from it.
_DELEGATES = re.compile("与会|全体|会议代表|大会代表|参加[^,。;]{2,30}的")
_IN_TALK = re.compile(f"在[与同和][^,。;]{{2,30}}?(?:工作|亲切|友好)?(?P<verb>{ENCOUNTERS})[中时],")
_SAID_BEFORE = re.compile(
    "(?:说|表示|指出|强调|认为)[,:]|去年|前年|当年|前几天|不久前|前不久|早些时候|上个?月|[0-9]{4}年|上世纪"
)
# All posts of one person before the name.
_POSTS = 60
_SEVERAL = 2  # people of one side
# A、B、C|举行首脑会谈: who is listed before such a verb talks with each other
_MANY = 3
_AMONG = re.compile(f"(?:{_HELD}[\u3400-\u9fff]{{0,5}}?|三方|四方|六方|共同)(?:会谈|会晤|会面|通话|磋商)$")
_OF_SEVERAL = re.compile(
    "(?:首脑|领导人|元首|[三四五六]国|[三四五六]方|外长|防长)[\u3400-\u9fff]{0,4}(?:会谈|会晤|峰会)$"
)
_WITH_POST = re.compile("[、和及][^,。;、]{2,42}")
_TALKS_WITH = re.compile(
    f"(?:组织开展|{one_of('delexical_verbs')})?了?(?:工作|深入|友好|专题)?(?:(?P<verb>{ENCOUNTERS})(?:交流|会)?|(?P<meal>共进[早午晚]餐))(?=[,。;,)]|$)"
)
_TO_VERB = re.compile(
    rf"(?:\([^()]{{0,20}}\))?(?:等[^,。;、]{{0,12}})?(?:相关|有关)?(?:{one_of('people_of_bodies')})?(?:就[^,。;]{{2,30}}|围绕[^,。;]{{2,30}})?"
    r"(?:(?:并|并且)?(?:深入|分别|现场|友好)?|,双方[^。;]{0,60})"
)
_LISTED = re.compile(r"(?:\([^()]{0,20}\))?\s*(?:[、和及]|以及)\s*")
_LINKS_TO = re.compile("(?:[与同和]|走访|拜访|到访|访问|调研|赴|来到|前往)了?$")
_REACH = 45
_PRESS = re.compile("[^,]{0,6}(?:记者|传媒|媒体)(?:们|朋友)?")
# 他|会见了: a pronoun as the subject of the verb.
_HE = re.compile(r"(?<![\u3400-\u9fff])[他她](?:还|也|又|随后|分别|在[^,。;]{1,12})?$")
_UNKNOWN = re.compile(
    r"(?:[^,。;与同和]{0,24})(?P<link>[与同和])(?:[^,。;]{0,16}的)?"
    f"(?P<party>[^,。;的与同和]{{0,20}}(?:{one_of('posts_at_talks')})"
    r"[^,。;的与同和]{0,12})"
)


@dataclass(frozen=True, slots=True)
class _Found:
    """The sides of a talk, the span of its verb, and the words of its name between and behind the sides."""

    hosts: tuple[Bound, ...]
    guests: tuple[Bound, ...]
    start: int
    end: int
    link: str
    tail: str


@cache
def _group() -> re.Pattern[str]:
    """李文达|在乌鲁木齐与考察团一行|举行会谈."""
    groups = any_of(words("guest_groups"))
    return re.compile(
        rf"[^,。;与同和]{{0,24}}(?P<link>[与同和])(?P<party>[^,。;的与同和、]{{0,10}}(?:{groups})(?:一行)?)"
        f"(?:就[^。;]{{2,40}})?(?:(?:{one_of('delexical_verbs')})了?)?(?:工作|友好|亲切|深入)?"
    )


def find_talks(sheet: Sheet, bounds: Sequence[Bound], register: Register) -> list[Talk]:
    """Every talk that a sentence tells with both its sides; talks of the same sides are one."""
    talks: list[Talk] = []
    everybody = [b for b in bounds if b.type == "Person" and b.things and not says_whose(sheet, b)]
    bodies = [b for b in bounds if b.type == "Organization" and b.things and not b.inner]
    for start, end in sheet.sentences:
        people = [b for b in everybody if start <= b.start < end]
        here = [b for b in bodies if start <= b.start < end]
        earlier = [b for b in everybody if b.end <= start]
        found = _told(sheet, people, earlier, (start, end)) or _with_bodies(sheet, people, here, (start, end))
        named = [b for b in bounds if b.type == "Meeting" and start <= b.start < end]
        for one in map(_apart, found):
            if any(b.start < one.start < b.end for b in named):
                continue  # 出席金砖国家领导人|会晤
            if mood(sheet, (one.start, one.end)) in ("denied", "dropped"):
                continue  # 李文达原定|拜会|周明远
            hosts = {thing for bound in one.hosts for thing in bound.things}
            guests = tuple(
                b
                for b in one.guests or party(sheet, everybody, one.hosts, one.tail, one.start)
                if not hosts & set(b.things)
            )
            if one.guests and not guests:
                continue  # 李文达与|李文达|见面: who is named twice meets nobody
            meeting = (
                _of_all(bounds, one)
                or _session(named, one)
                or _meeting(register, replace(one, guests=guests), guests, talks)
            )
            spoken_for = _speaks_for(sheet, everybody, bodies, one, guests)
            talks.append(Talk(one.hosts, (*guests, *spoken_for), one.start, one.end, meeting))
    if talks and all(_in_words_of(sheet, talk) for talk in talks):
        sides = {frozenset(t for b in (*talk.hosts, *talk.guests) for t in b.things) for talk in talks}
        more = talk_of_two_speakers(sheet, everybody, register, sides)
        return [*talks, *more]
    return talks or implied_talks(sheet, everybody, register, bodies)


def _of_all(bounds: Sequence[Bound], talk: _Found) -> int | None:
    """A国总统甲、B国首相乙、C国总统丙|举行会谈: the one talk of three countries that the page names."""
    if talk.link != "、":
        return None
    named = {b.things[0] for b in bounds if b.type == "Meeting" and b.things and _OF_SEVERAL.search(b.spot.text)}
    return next(iter(named)) if len(named) == 1 else None


def _session(named: Sequence[Bound], talk: _Found) -> int | None:
    """与乙一行举行|政企座谈会: the meeting that the words of the verb name."""
    inside = (b for b in named if talk.start < b.start and b.end <= talk.end and b.things)
    return next((b.things[0] for b in inside), None)


def _apart(talk: _Found) -> _Found:
    """The talk with nobody on both sides: 中俄防长会谈,甲欢迎乙,|乙|与甲举行会谈 has 乙 on one and 甲 on the other."""
    met = {thing for bound in talk.guests for thing in bound.things}
    own = tuple(bound for bound in talk.hosts if met.isdisjoint(bound.things))
    return replace(talk, hosts=own) if own and len(own) < len(talk.hosts) else talk


def _speaks_for(
    sheet: Sheet, people: Sequence[Bound], bodies: Sequence[Bound], talk: _Found, guests: Sequence[Bound]
) -> tuple[Bound, ...]:
    """甲一行到访丙协会座谈。…丙协会会长|丁|指出: who then speaks for the one body that is met."""
    if len(guests) != 1 or guests[0].type != "Organization" or talk.hosts[-1].type != "Person":
        return ()
    host = speaker_for(sheet, people, bodies, guests[0], sheet.sentence(talk.end)[1])
    known = {thing for bound in talk.hosts for thing in bound.things}
    return () if host is None or known & set(host.things) else (host,)


def _in_words_of(sheet: Sheet, talk: Talk) -> bool:
    """Whether a talk is told in what somebody says, of another time: 他说,|去年李文达同周明远会谈."""
    return _SAID_BEFORE.search(sheet.flat, sheet.sentence(talk.start)[0], talk.start) is not None


def _told(sheet: Sheet, people: Sequence[Bound], earlier: Sequence[Bound], bounds: tuple[int, int]) -> list[_Found]:
    """The talks of people that a sentence tells; 分别会见 tells one for each guest."""
    start, end = bounds
    if not people:
        return []
    found = list(_meets(sheet, people, earlier, bounds))
    if not found:
        talk = _in_talk(sheet, people, start, end)
        found = [talk] if talk else _with(sheet, people, start, end)
    return [one for talk in found for one in _one_by_one(sheet, talk, start)]


def _one_by_one(sheet: Sheet, talk: _Found, start: int) -> list[_Found]:
    """甲分别会见乙、丙, 甲和乙分别会见丙: a talk of its own for each."""
    if len(talk.hosts) < _SEVERAL and len(talk.guests) < _SEVERAL:
        return [talk]
    if _ONE_BY_ONE.search(sheet.flat, max(start, talk.hosts[-1].end), talk.start) is None:
        return [talk]
    if len(talk.guests) > 1:
        return [replace(talk, guests=(guest,)) for guest in talk.guests]
    return [replace(talk, hosts=(host,)) for host in talk.hosts] if talk.guests or talk.tail else [talk]


def _in_talk(sheet: Sheet, people: Sequence[Bound], start: int, end: int) -> _Found | None:
    """在与甲行工作座谈中,丙与甲行董事长丁回顾…: the clause behind names both sides."""
    scene = _IN_TALK.match(sheet.flat, start, end)
    if scene is None:
        return None
    left, right = sheet.clause(scene.end())
    here = [b for b in people if left <= b.start < right]
    link = link_between(sheet, here, left, here[-1].end) if len(here) > 1 else None
    if link is None or here[0].start - left > _POSTS:
        return None
    hosts, guests = [b for b in here if b.end <= link], [b for b in here if b.start > link]
    return _Found(tuple(hosts), tuple(guests), *scene.span("verb"), sheet.flat[link], scene["verb"])


def _with_bodies(
    sheet: Sheet, people: Sequence[Bound], bodies: Sequence[Bound], sentence: tuple[int, int]
) -> list[_Found]:
    """李文达一行与甲公司、乙公司座谈, 代表团走访丙银行并座谈交流: one side or both are bodies."""
    start, end = sentence
    for verb in _TALKS_WITH.finditer(sheet.flat, start, end):
        left, _ = sheet.clause(verb.start())
        if sheet.flat.startswith("双方", left) and left > start:
            left = sheet.clause(left - 1)[0]
        guests = _bodies_met(sheet, bodies, left, verb.start())
        if not guests or _NOT_TALK.search(sheet.flat, left, verb.start()) or _CALLED.match(sheet.flat, verb.end()):
            continue
        link = _links_to(sheet, left, guests[0].start)
        hosts = (
            side_before(sheet, people, link, reach=80) or [b for b in bodies if left <= b.start and b.end <= link][-1:]
        )
        if hosts and link - hosts[-1].end <= _POSTS:
            return [_Found(tuple(hosts), tuple(guests), *verb.span(), "与", verb["verb"] or verb["meal"])]
    return []


def _bodies_met(sheet: Sheet, bodies: Sequence[Bound], left: int, verb: int) -> list[Bound]:
    """The bodies listed last before the verb, if they are met: 与甲、乙等企业|开展座谈, 走访甲|并座谈."""
    run: list[Bound] = []
    for body in reversed([b for b in bodies if left <= b.start and b.end <= verb]):
        gap = sheet.flat[body.end : run[0].start] if run else sheet.flat[body.end : verb]
        if not (_LISTED.fullmatch(gap) if run else _TO_VERB.fullmatch(gap)):
            break
        run.insert(0, body)
    return run if run and _links_to(sheet, left, run[0].start) >= 0 else []


def _links_to(sheet: Sheet, left: int, body: int) -> int:
    """Where 与 or 走访 stands right before a body, or -1."""
    match = _LINKS_TO.search(sheet.flat, left, body)
    return match.start() if match else -1


def talk_mentions(sheet: Sheet, talks: Sequence[Talk], register: Register) -> list[Bound]:
    """The verb of each talk as the mention of its meeting, whose name is made of its sides."""
    mentions = []
    for talk in talks:
        name = register.first(talk.meeting)
        reason = f"{sheet.article.text[talk.start : talk.end]} → {name}：由双方合成名称"
        mentions.append(Bound(sheet.spot(talk.start, talk.end, "Meeting", "talk"), (talk.meeting,), reason))
    return mentions


_POINTS_BACK = ("该", "其", "此")  # 会见了|该考察团
_AMONG_THEM = re.compile("包括[^,。;]{1,24}?在内的")  # 会见了|包括财政厅长在内的|云岭邦官员


def _meets(
    sheet: Sheet, people: Sequence[Bound], earlier: Sequence[Bound], bounds: tuple[int, int]
) -> Iterator[_Found]:
    """A 会见 B: the subject before the verb, or whom 他 stands for, meets whom its object names."""
    start, end = bounds
    reached = start
    for match in _MEETS.finditer(sheet.flat, start, end):
        before = sheet.flat[max(0, match.start() - 6) : match.start()]
        told = _NOT_TALK.search(before) or _CALLED.match(sheet.flat, match.end()) or _HOLDS.search(before)
        told = told or _SAID_OF.match(sheet.flat, match.end()) or _POINTED_AT.search(before)
        if told or match.start() < reached:
            continue
        hosts = side_before(sheet, people, match.start()) or _meant(sheet, earlier, start, match.start())
        hosts = hosts or _speaker_then(sheet, people, match, end)
        stop = re.compile(r"[,。;:]").search(sheet.flat, match.end(), end)
        phrase = sheet.article.text[match.end() : stop.start() if stop else end].lstrip("了").strip()
        phrase = _AMONG_THEM.sub("", _TIME_ENDS.split(phrase)[0])
        follows = sheet.token_at(match.end())
        noun = follows is not None and follows.start == match.end() and follows.tag in ("v", "d", "a", "vd", "ad")
        if _PRESS.fullmatch(phrase) or (match.group() == "接见" and _DELEGATES.match(phrase)):
            continue
        guests = run(sheet, [b for b in people if match.end() <= b.start])
        apart = (
            bool(guests) and stop is not None and guests[0].start > stop.start() and (is_party(phrase) or not phrase)
        )
        if apart or (guests and guests[0].start - match.end() > 60):
            guests = []
        if not guests and (phrase.startswith(_POINTS_BACK) or mood(sheet, match.span()) == "planned"):
            continue  # 会见该考察团; 将访问甲国并会见|甲方领导人
        if not guests and match.group() in _CALLS_AT and _lists_firms(phrase):
            continue
        if match.group() in _NAMED_ONLY and not any(b.start < (stop.start() if stop else end) for b in guests):
            continue
        if hosts and (guests or is_party(phrase) or (3 <= len(phrase) <= 40 and not noun)):
            reached = guests[-1].end if guests else match.end()
            yield _Found(tuple(hosts), tuple(guests), *match.span(), match.group(), "" if guests else phrase)


def _lists_firms(phrase: str) -> bool:
    """甲公司、乙公司等企业: whether several places are called at, one after the other."""
    return any(mark in phrase for mark in _SEVERAL_MARKS) and _FIRMS.search(phrase) is not None


def _speaker_then(sheet: Sheet, people: Sequence[Bound], verb: re.Match[str], end: int) -> list[Bound]:
    """在会见乙时,|甲|表示: who speaks in the clause behind is the host."""
    when = _WHEN.match(sheet.flat, verb.end(), end) if sheet.flat[verb.start() - 1 : verb.start()] == "在" else None
    return [b for b in people if when is not None and b.start == when.end()]


def _meant(sheet: Sheet, earlier: Sequence[Bound], start: int, verb: int) -> list[Bound]:
    """Whom 他 before the verb stands for: the person with whom the sentence before begins."""
    if not earlier or not _HE.search(sheet.flat, start, verb):
        return []
    left, _ = sheet.sentence(earlier[-1].start)
    return [b for b in earlier if b.start >= left][:1]


def _with(sheet: Sheet, people: Sequence[Bound], start: int, end: int) -> list[_Found]:
    """A 与 B 座谈: two runs of people around a linking word, then the verb; A 将同 B 会见,并与 C 会谈 tells two."""
    found: list[_Found] = []
    for match in _WITH.finditer(sheet.flat, start, end):
        before = sheet.flat[max(start, match.start() - 6) : match.start()]
        reached = found[-1].end if found else start
        earlier = [b for b in people if reached <= b.start and b.end <= match.start()]
        beside = earlier and earlier[-1].end == match.start() and not match["soft"]  # 甲同乙|会谈后
        if _NOT_TALK.search(before) or (_CALLED.match(sheet.flat, match.end()) and not beside):
            continue
        if found:
            further = _further(sheet, earlier, match, found[-1])
            found += [further] if further else []
            continue
        link = link_between(sheet, earlier, start, match.start())
        if match["soft"] and (_ON_STAGE.search(sheet.flat, start, match.start()) or not _in_clause(sheet, link, match)):
            continue
        if match["soft"] and link is not None and _told_otherwise(sheet, link, earlier[-1].end, match.start()):
            continue
        if link is None and _several(sheet, earlier, match):
            return _among_them(sheet, earlier, match)
        if link is None or not _near(sheet, earlier[-1].end, match.start()):
            unknown = _with_unknown(sheet, earlier, match)
            if unknown is not None:
                return [unknown]
            continue
        hosts = side_before(sheet, [b for b in earlier if b.end <= link], link) or subject(sheet, earlier, start, link)
        guests = [b for b in earlier if b.start > link]
        if hosts and guests:
            verb = _called(sheet, match)
            found.append(_Found(tuple(hosts), tuple(guests), *match.span(), sheet.flat[link], verb))
    return found


def _several(sheet: Sheet, people: Sequence[Bound], verb: re.Match[str]) -> bool:
    """Whether three and more talk who are only listed, each with a body or a country of their own."""
    if len(people) < _MANY or not _AMONG.search(sheet.flat, max(0, verb.start() - 8), verb.end()):
        return False
    if not _near(sheet, people[-1].end, verb.start()) or people[0].start - sheet.clause(verb.start())[0] > _POSTS:
        return False
    gaps = [sheet.flat[one.end : other.start] for one, other in pairwise(people)]
    return all(_WITH_POST.fullmatch(gap) for gap in gaps)


def _among_them(sheet: Sheet, people: Sequence[Bound], verb: re.Match[str]) -> list[_Found]:
    """甲国总统A、乙国首相B、丙国总统C|举行会谈: one talk, in which each meets each."""
    name = _called(sheet, verb)
    sides = ((one, people[at + 1 :]) for at, one in enumerate(people[:-1]))
    return [_Found((one,), tuple(others), *verb.span(), "、", name) for one, others in sides]


def _further(sheet: Sheet, people: Sequence[Bound], verb: re.Match[str], first: _Found) -> _Found | None:
    """甲将同乙会见,|并与丙会谈: the second talk of the same hosts, where nobody but its guests is named between."""
    link = _AND_WITH.match(sheet.flat, first.end, verb.start())
    if link is None or verb["soft"] or not people or people[0].start < link.end():
        return None
    if not _near(sheet, people[-1].end, verb.start()):
        return None
    return _Found(first.hosts, tuple(people), *verb.span(), link["link"], _called(sheet, verb))


def _told_otherwise(sheet: Sheet, link: int, person: int, verb: int) -> bool:
    """Whether the link stands in what is talked about (就|甲和乙来访的工作交换意见), or in who is invited to speak."""
    left, _ = sheet.clause(link)
    about = "的" in sheet.flat[person:verb] and _TOPIC.search(sheet.flat, left, link)
    return bool(about or _INVITED.search(sheet.flat, left, link))


def _called(sheet: Sheet, verb: re.Match[str]) -> str:
    """What the talk is called in its name: 座谈 where an exchange of views is told as part of one."""
    if verb["session"]:
        return "座谈会"
    if not verb["soft"]:
        return _unheld(verb.group())
    if "座谈" in sheet.flat[sheet.sentence(verb.start())[0] : verb.start()]:
        return "座谈"
    return verb["noun"] or "交流"


def _unheld(verb: str) -> str:
    """会谈 of 举行工作会谈."""
    return re.sub(rf"^{_HELD}(?:工作)?", "", verb)


def _in_clause(sheet: Sheet, link: int | None, verb: re.Match[str]) -> bool:
    """Whether the link stands in the clause of the verb, a topic with marks of its own apart (与乙就A、B进行交流)."""
    return link is not None and link >= sheet.clause(verb.start())[0]


def _near(sheet: Sheet, person: int, verb: int) -> bool:
    """Whether the verb follows the guests at once, or behind what they talk about."""
    return verb - person <= _REACH or bool(_ABOUT.fullmatch(sheet.flat, person, verb))


def _with_unknown(sheet: Sheet, people: Sequence[Bound], verb: re.Match[str]) -> _Found | None:
    """A 与 a party that is not named, or not known as a person: 张三与某国总统…会谈."""
    if not people:
        return None
    match = _UNKNOWN.fullmatch(sheet.flat, people[-1].end, verb.start())
    match = match or _group().fullmatch(sheet.flat, people[-1].end, verb.start())
    hosts = side_before(sheet, people, people[-1].end)
    if match is None or not hosts:
        return None
    told, party = _unheld(verb.group()), _HELD_THEN.sub("", match.group("party"))
    if not party:
        return None  # 周氏后人和老师就周明远|展开深入交流
    return _Found(tuple(hosts), (), *verb.span(), match.group("link"), party + told)


def _meeting(register: Register, found: _Found, guests: Sequence[Bound], talks: Sequence[Talk]) -> int:
    """The thing of the talk: the one found before when it is told of the same people, else one with a made name."""
    everyone = {thing for bound in (*found.hosts, *guests) for thing in bound.things}
    for talk in talks:
        if everyone <= {thing for bound in (*talk.hosts, *talk.guests) for thing in bound.things}:
            return talk.meeting
    return register.add("Meeting", [_joined(found.hosts) + found.link + _joined(found.guests) + found.tail])


def _joined(side: Sequence[Bound]) -> str:
    return "、".join(dict.fromkeys(bound.spot.text for bound in side))
