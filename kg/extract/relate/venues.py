"""LOCATED_IN of what happens: 大会在西宁召开, 项目在园区开工, 丁一在北京会见丁二, 双方在甲饭店签约."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import takewhile

from kg.extract.annotated import Annotated, Bound, Fact, ends
from kg.extract.circumstances import properties
from kg.extract.grounds import chain_from, chain_start, in_turn, is_part_of_longer
from kg.extract.lists import linked, plain, run_to, spoken
from kg.language.classes import ADVERBS, ATTENDING, CONVENING, COUNTS, TIMES, one_of
from kg.language.lexicon import any_of, pattern, table, words
from kg.language.tagger import Token

_HELD = ("Organization", "Project", "Meeting", "Location")
# 在甲市|隆重|举行, 在甲市|与乙一行|举行会谈.
_ELSEWHERE = re.compile(r"在[^在\n]*(?:考察|调研|强调|指出|表示)")
_SHORT_WAY = re.compile(r"[^,。;]{0,30}|(?:同|与|和|会见|主持|以|就)[^,。;]{0,60}")
_WHEN = re.compile(
    r"[0-9年月日时分上下中午晚早至到—\-将于在已近昨今前天正式计划拟预定隆重圆满先后分别起]*(?:[\u3400-\u9fff]{2,6}[省市州县区])?"
)
# 在甲市与|日韩|两国领导人举行会谈: whose people they are, and no place of it
_PEOPLE_OF = re.compile(
    f"(?:[两三四五]国)?(?:{one_of('who_speaks_for_countries')}|{one_of('heads_of_state')})|[两三四五]国"
)
# P在L举行|开工仪式: the work stands there, too.
_BEGUN = re.compile(rf"(?:{one_of('begun_and_opened')})[\u3400-\u9fff]{{0,4}}仪式$")
_ITS_PART = re.compile(f"[\u3400-\u9fff]{{0,8}}?(?:总部|{one_of('parts_that_settle')})")
_DEFAULT = ("Project", "Meeting")
# 在甲市|以视频方式|出席: the meeting is elsewhere.
_OTHER_DEED = re.compile(r"会见|会晤|宴请|邀请|陪同|来华|来访|应约|赴|到|来")
# 开展|甲会议|精神学习: the meeting is only what the deed is about.
_ABOUT = re.compile(r"(?:[和及、与][^,。;]{2,16})?(?:精神|专题|工作|有关|相关|的(?:行程|计划|筹备|准备))")
# 在甲市创建的|乙公司. Verbs that happenings share with every deed tell of one only where nothing stands behind them:
# 甲会议提出在乙市|开展|试点.
_MORE_VERBS = re.compile(r"(?:开展|展开|进行|结束)(?=[,。;)]|$)|创建|注册(?!成立)|开设|开办|兴办")
_FROM_AFAR = re.compile(r"视频|线上|连线|远程|云端")
# 在甲国(访问)|期间,…举办|乙会议.
_DURING = re.compile(f"(?:{one_of('being_there')})*(?:期间|时)")
# 在甲中心|和周边的|乙体育馆举办
_ALSO_THERE = re.compile(r"(?:、|和|与|及|以及)(?:周边|附近|毗邻)?的?")
_HELD_THERE = re.compile(f"(?:{CONVENING}|{ATTENDING}|开展|组织)了?[^,。;]{{0,8}}$")
# 甲宣讲活动|走进|乙市.
_GOES_TO = re.compile(f"(?:正式)?(?:走进|来到|登陆|亮相|移师|{one_of('settling_verbs')})了?")
# 在甲园区|设立主会场,举办|乙会.
_SETS_VENUE = re.compile(r"(?:设立|设置|设|开设)了?(?:有)?(?:主|分)?会场")
# 在甲|分会场,|乙项目动工; 甲|分会场|动工的是|乙项目.
_BRANCH_VENUE = re.compile(r"(?:主|分)会场")
# 甲市|日前|举行乙论坛: the place itself holds it.
_ITSELF = re.compile(rf"(?:{ADVERBS}|{TIMES}){{0,12}}(?:举行|召开|举办|启动|承办)了?")
# 到乙县考察,|并召开丙会议
_COMES = re.compile(f"(?:{one_of('coming')})$")
_AND_HOLDS = re.compile(
    f"[^。;]{{0,40}}[,、]?(?:并|还|其间|期间)[^,。;]{{0,10}}(?:{CONVENING}|{ATTENDING}|开展)"
    f"|[^。;]{{0,40}},(?:{CONVENING}|{ATTENDING}|开展)|(?:{CONVENING}|{ATTENDING}|开展)"
)
# So far may 在 stand from the place that its words lead up to.
_LED_BY = 16
# 在“茶都”|甲市: what the place is called, before its name.
_CALLED_SO = re.compile("[在于]“[^“”,。;]{1,8}”$")
# The first letters of the tagger's names for nouns, places, figures and the like.
_NOUNS = ("n", "L", "O", "m", "q", "s", "f")
_ATTRIBUTES = ("a", "b", "an", "vn", "j")
# 甲市协会的乙会在|该市|丙广场|启动
_OF_ITS_OWN = ("该", "该市", "该县", "该区", "该镇", "该乡", "该村", "该省", "该州", "该校", "该院")
_NO_NOUNS = ("会上", "会议", "期间")
# Meetings of a place's own people, which are held there for no reader to ask: 甲市召开|一季度经济调度会.
_OWN = re.compile(f"(?:{one_of('own_meetings')})$")
_RITE_OF = re.compile(
    f"[\u3400-\u9fff]{{0,4}}(?:{one_of('begun_and_opened')}|成立|发布|上线)(?:大会|典礼|会|活动|发布会)"
)
_RITE = re.compile(r"(?:签约|签署|签字)(?:仪式)?$")


def relate(article: Annotated) -> Iterator[Fact]:
    """Where meetings, talks, openings and signings take place, sentence by sentence."""
    for start, end in article.sentences():
        yield from _talks(article, start, end)
        items = spoken(article, start, end, *_HELD)
        if any(item.type == "Location" for item in items):
            yield from _happening(article, items, start, end)
            yield from _by_place(article, items)
            yield from _main_venue(article, items, start, end)
            yield from _during(article, items, end)
            yield from _going(article, items)
            yield from _branch_venues(article, items, end)
            yield from _signed(article, items, start, end)


def _talks(article: Annotated, start: int, end: int) -> Iterator[Fact]:
    """丁一在甲市与丁二座谈: the talk is held where its clause says."""
    flat = article.sheet.flat
    for talk in article.talks:
        if not start <= talk.start < end:
            continue
        left = flat.rfind(";", start, talk.start) + 1 or start
        named = spoken(article, left, talk.start, "Location")
        places = [b for b in named if _in_before(article, named, b) and not _PEOPLE_OF.match(flat, b.end)]
        places = [b for b in places if not _ELSEWHERE.search(flat, b.end, talk.start)]
        if places:
            yield article.fact((talk.meeting, None), "LOCATED_IN", (places[-1].things[-1], places[-1]),
                               trigger=(talk.start, talk.end), rule="talk held in",
                               properties=properties(article, (talk.start, talk.end)))  # fmt: skip


def _happening(article: Annotated, items: Sequence[Bound], start: int, end: int) -> Iterator[Fact]:
    """M在L举行, P在L开工, 在L召开M."""
    flat = article.sheet.flat
    verbs = (pattern("holding_verbs"), _MORE_VERBS)
    for match in (match for verb in verbs for match in verb.finditer(flat, start, end)):
        left, right = article.sheet.clause(match.start())
        places = [b for b in items if b.type == "Location" and left <= b.start and b.end <= match.start()]
        places = [b for b in places if _in_before(article, items, _venues_listed(article, items, b)[0])
                  or _in_words(article, b, left)]  # fmt: skip
        if not places or not _SHORT_WAY.fullmatch(plain(flat[places[-1].end : match.start()])):
            continue
        if _FROM_AFAR.search(flat, places[-1].end, match.start()) or is_part_of_longer(article, places[-1], right):
            continue
        if _is_attribute(article, items, places[-1], match.start()):
            continue
        if "behind" in _kinds().get(match.group(), ()) and _OTHER_DEED.search(flat, places[-1].end, match.start()):
            continue  # 在甲市会见来华|出席乙会的丙
        found = _held_by(article, items, (left, right), places[-1], match)
        venues = _venues_listed(article, items, places[-1])
        at = max(flat.rfind("在", left, venues[0].start), left)
        for held, place in in_turn(article, found, venues, at):
            if held.type == "Meeting" or place is places[-1] or len(found) == len(venues) > 1:
                yield from _fact(article, held, place, "held or built in", match.span())
        for held in found:
            yield from _its_rite(article, held, places[-1], match.span())


def _is_attribute(article: Annotated, items: Sequence[Bound], place: Bound, verb: int) -> bool:
    """Whether the place is told of another noun: 位于甲镇的|乙公司设立, 在甲街道的|13家企业, “我在甲市等你”|启动."""
    flat = article.sheet.flat
    closed = flat.find("”", place.end, verb)
    if closed >= 0 and "“" not in flat[place.end : closed]:
        return flat.rfind("“", 0, place.start) < flat.rfind("在", 0, place.start)
    behind = _OF_OTHERS.match(flat, place.end)
    if behind is None:
        return False
    start = chain_start(article, items, place)
    lies = next((verb for verb in _LIES if flat.endswith(verb, 0, start)), "")
    # 在|位于甲园区的乙基地|举行: what is held at the one is held in the other
    return behind["count"] is not None or (bool(lies) and not flat.endswith("在", 0, start - len(lies)))


# 在甲街道辖区的|13家企业
_OF_OTHERS = re.compile(f"(?:辖区|境内|地区|范围内)?的(?P<count>[0-9{COUNTS}]{{1,5}}(?:余|多)?[家个名位所])?")
_LIES = ("位于", "坐落于", "地处", "坐落在", "落户于", "设于", "注册于", "成立于", "驻")


def _venues_listed(article: Annotated, items: Sequence[Bound], last: Bound) -> list[Bound]:
    """甲中心和周边的|乙体育馆|以及丙园, 甲市、乙市两地: the houses of one happening, the last of them given."""
    run = [last]
    for other in reversed([b for b in items if b.end <= last.start]):
        if other.type != "Location" or not _ALSO_THERE.fullmatch(article.sheet.flat, other.end, run[0].start):
            break
        run.insert(0, other)
    return run


def _fact(article: Annotated, held: Bound, place: Bound, rule: str, trigger: tuple[int, int]) -> Iterator[Fact]:
    if _PEOPLE_OF.match(article.sheet.flat, place.end):
        return
    for thing, bound in ends([held]):
        for where in place.things:
            yield article.fact((thing, bound), "LOCATED_IN", (where, place), trigger=trigger, rule=rule,
                               properties=properties(article, trigger))  # fmt: skip


def _its_rite(article: Annotated, held: Bound, place: Bound, trigger: tuple[int, int]) -> Iterator[Fact]:
    """甲中心在乙市揭牌: the ceremony that has its name of it is held there, too."""
    names = [article.things[thing].name for thing in held.things] if held.type != "Meeting" else []
    for index, rite in enumerate(article.things if names else ()):
        if rite.type == "Meeting" and any(_names_rite(rite.name, name) for name in names):
            yield article.fact((index, None), "LOCATED_IN", (place.things[-1], place), trigger=trigger,
                               rule="rite of what is opened in", properties=properties(article, trigger))  # fmt: skip


def _names_rite(meeting: str, name: str) -> bool:
    """Whether the meeting is called after what is opened, founded or begun at it: 甲基金|成立大会, 乙中心|揭牌仪式."""
    return meeting.startswith(name) and (meeting.endswith("仪式") or bool(_RITE_OF.fullmatch(meeting, len(name))))


def _by_place(article: Annotated, items: Sequence[Bound]) -> Iterator[Fact]:
    """甲市举行乙论坛; 到甲县考察,并召开乙会议."""
    flat = article.sheet.flat
    for place, meeting in pairs_of(items, "Location", "Meeting"):
        itself = _ITSELF.match(flat, place.end, meeting.start)
        left, _ = article.sheet.clause(place.start)
        alone = not re.search("[、与同和跟及]", flat[left : place.start])
        near = itself is not None and meeting.start - itself.end() <= 20
        near = near and itself is not None and not _ELSEWHERE_TOLD.search(flat, itself.end(), meeting.start)
        if itself and near and alone and not _OWN.search(meeting.spot.text):
            yield from _fact(article, meeting, place, "held by the place", itself.span())
            continue
        listed = run_to(article, [b for b in items if b.type == "Location" and b.end <= place.end])
        began = chain_start(article, items, listed[0])
        came = _COMES.search(flat, max(0, began - 4), began)
        holds = _AND_HOLDS.match(flat, place.end, meeting.start) if came else None
        if holds and meeting.start - holds.end() <= 6 and not _ABOUT.match(flat, meeting.end):
            for where in listed:
                yield from _fact(article, meeting, where, "held where they came", holds.span())


def pairs_of(items: Sequence[Bound], one: str, other: str) -> Iterator[tuple[Bound, Bound]]:
    """Each mention of the first type with the next of the second, where none of the first stands between."""
    for index, item in enumerate(items):
        if item.type == one and item.things:
            following = next((b for b in items[index + 1 :] if b.type in (one, other)), None)
            if following is not None and following.type == other:
                yield item, following


def _main_venue(article: Annotated, items: Sequence[Bound], start: int, end: int) -> Iterator[Fact]:
    """主会场设在甲园区,分会场放在乙馆和丙馆; 在甲市设主会场: the meeting is there."""
    flat = article.sheet.flat
    for match in _venue().finditer(flat, start, end):
        first = next((i for i, b in enumerate(items) if b.type == "Location" and b.start == match.end()), None)
        for place in _run_of_chains(article, items, first) if first is not None else ():
            yield from _at_venue(article, items, place, match.span())
    for place in (b for b in items if b.type == "Location" and b.things):
        sets = _SETS_VENUE.match(flat, place.end)
        if sets and _in_before(article, items, _venues_listed(article, items, place)[0]):
            for each in _venues_listed(article, items, place):
                yield from _at_venue(article, items, each, sets.span())


def _run_of_chains(article: Annotated, items: Sequence[Bound], first: int) -> Iterator[Bound]:
    """The innermost place of the chain that begins at this index, and of those listed behind it."""
    while True:
        chain = chain_from(article, items, first)
        yield chain[-1]
        first += len(chain)
        if first >= len(items) or items[first].type != "Location" or not linked(article, chain[-1], items[first]):
            return


def _at_venue(article: Annotated, items: Sequence[Bound], place: Bound, trigger: tuple[int, int]) -> Iterator[Fact]:
    """The meeting named last before the words, else the article's, is held at the place."""
    before = [b for b in items if b.type == "Meeting" and b.end <= trigger[0] and b.things]
    if before:
        yield from _fact(article, before[-1], place, "venue of the meeting", trigger)
    elif article.main_meeting is not None and place.things:
        yield article.fact((article.main_meeting, None), "LOCATED_IN", (place.things[-1], place), trigger=trigger,
                           rule="venue of the meeting", properties=properties(article, trigger))  # fmt: skip


def _during(article: Annotated, items: Sequence[Bound], end: int) -> Iterator[Fact]:
    """在甲国期间,…举办乙会议; 在甲园区设立主会场,举办乙会."""
    flat = article.sheet.flat
    for place in (b for b in items if b.type == "Location" and b.things):
        opens = _DURING.match(flat, place.end) or _SETS_VENUE.match(flat, place.end)
        if opens is None or not _in_before(article, items, place):
            continue
        following = [b for b in items if b.start >= opens.end()]
        stop = next((b.start for b in following if b.type == "Location" and _in_before(article, items, b)), end)
        for meeting in (b for b in following if b.type == "Meeting" and b.end <= stop):
            left, _ = article.sheet.clause(meeting.start)
            verb = _HELD_THERE.search(flat, left, meeting.start)
            if verb and not _ABOUT.match(flat, meeting.end):
                yield from _fact(article, meeting, place, "held while there", verb.span())


def _going(article: Annotated, items: Sequence[Bound]) -> Iterator[Fact]:
    """甲宣讲活动走进乙省丙市."""
    flat = article.sheet.flat
    for index, meeting in enumerate(items):
        goes = _GOES_TO.match(flat, meeting.end) if meeting.type == "Meeting" else None
        places = items[index + 1 :] if goes else []
        if not goes or not places or places[0].type != "Location" or places[0].start != goes.end():
            continue
        place = places[0]
        for other in places[1:]:
            if other.type != "Location" or other.start != place.end:
                break
            place = other
        yield from _fact(article, meeting, place, "goes to", goes.span())


def _branch_venues(article: Annotated, items: Sequence[Bound], end: int) -> Iterator[Fact]:
    """在甲分会场,乙项目动工; 甲分会场动工的是乙项目: the work is where its venue is."""
    flat = article.sheet.flat
    for place in (b for b in items if b.type == "Location" and b.things):
        venue = _BRANCH_VENUE.match(flat, place.end)
        stop = re.compile("[。;]|$").search(flat, place.end, end) if venue else None
        if venue is None or stop is None:
            continue
        works = [b for b in items if b.type == "Project" and venue.end() <= b.start and b.end <= stop.start()]
        verb = pattern("opening_verbs").search(flat, venue.end(), stop.start())
        for work in works[:1] if verb else ():
            yield from _fact(article, work, place, "begun at a venue", venue.span())


@cache
def _venue() -> re.Pattern[str]:
    so = f"(?:{ADVERBS}|{one_of('at_last')}){{0,3}}"
    told = f"(?:{any_of(words('venue_words'))}){so}(?:{one_of('standing_at')})了?"
    return re.compile(f"{told}|(?:召开|举[行办]|开[会幕])的?(?:地[点址]|场[所地])(?:{so}(?:{one_of('standing_at')})|:)")


@cache
def _apposition() -> re.Pattern[str]:
    return re.compile(rf"[在于][^,。;在于]{{1,30}}(?:{any_of(words('apposition_ends'))})$")


def _in_before(article: Annotated, items: Sequence[Bound], place: Bound) -> bool:
    """Whether 在 or 于 stands before the place, the chain of places that it ends, or what is said of it."""
    flat, start = article.sheet.flat, chain_start(article, items, place)
    before = flat[max(0, start - 32) : start]
    return before.endswith(("在", "于")) or bool(_apposition().search(before) or _CALLED_SO.search(before))


def _in_words(article: Annotated, place: Bound, left: int) -> bool:
    """Whether only nouns stand between 在 and the place: 在|甲市地铁3号线|乙大厦站|启动."""
    sheet = article.sheet
    at = max(sheet.flat.rfind(mark, max(left, place.start - _LED_BY), place.start) for mark in "在于")
    if at < 0 or at + 1 == place.start:
        return at >= 0
    between = sheet.tokens[sheet.token_index(at + 1) : sheet.token_index(place.start - 1) + 1]
    return all(_is_noun(token) for token in between)


def _is_noun(token: Token) -> bool:
    """Whether the word may stand between 在 and a name: 地铁3号线, 该市."""
    noun = token.tag[:1] in _NOUNS or token.tag in _ATTRIBUTES or token.text in _OF_ITS_OWN
    return noun and token.text not in _NO_NOUNS


def _held_by(
    article: Annotated, items: Sequence[Bound], clause: tuple[int, int], place: Bound, match: re.Match[str]
) -> list[Bound]:
    """What is held or built there: named behind the verb, before the place, or in the clause before (M,8日在L举行)."""
    founded = _kinds().get(match.group(), _DEFAULT)
    kinds = tuple(kind for kind in founded if kind != "Organization")
    behind = [b for b in items if b.type in founded and match.end() <= b.start and b.end <= clause[1]]
    if behind and behind[0].type == "Organization" and _ITS_PART.match(article.sheet.flat, behind[0].end):
        return []  # 甲公司在乙区设立|甲公司|亚太总部: the founder is elsewhere
    if behind and _ELSEWHERE_TOLD.search(article.sheet.flat, match.end(), behind[0].start):
        return []  # 在甲国举行|三方对话的计划是在乙峰会期间提出的
    if behind and behind[0].start - match.end() <= 20:
        work = [b for b in items if b.type == "Project" and clause[0] <= b.start and b.end <= place.start]
        return [*work[-1:], behind[0]] if _BEGUN.search(behind[0].spot.text) else behind[:1]
    if match.group() in ("揭牌", "挂牌", "开业") and not _CONVENED.search(article.sheet.flat, place.end, match.start()):
        kinds = founded
    if "behind" in founded:
        return []
    before = [b for b in items if b.type in kinds and clause[0] <= b.start and b.end <= place.start]
    if before and before[-1].type == "Organization" and _its_house(article, before[-1], place):
        return []
    if not before and _WHEN.fullmatch(plain(article.sheet.flat[clause[0] : place.start])):
        before = [b for b in items if b.type in kinds and b.end <= clause[0]]
    alike = list(takewhile(lambda bound: bound.type == before[-1].type, reversed(before)))
    return run_to(article, alike[::-1])  # 甲论坛、乙论坛|在丙市召开


# 甲局在乙中心|举行丙处揭牌仪式: the body has come there, and opens nothing of its own.
_CONVENED = re.compile(CONVENING)
_ELSEWHERE_TOLD = re.compile("的[^,。;“”]{0,8}是")


def _its_house(article: Annotated, body: Bound, place: Bound) -> bool:
    """Whether what opens is only the body's: 甲集团|(在华南的)首个研发中心|在乙市开业."""
    flat = article.sheet.flat
    at = flat.rfind("在", body.end, place.start)
    return at > body.end and _HOUSE.search(flat, body.end, at) is not None


# Nouns of what a body opens that is not the body itself, right before 在.
_HOUSE = re.compile(
    f"(?:中心|基地|{one_of('parts_that_settle')}|[工新分]厂|店|馆|院|所|项目|平台|驿站|服务站|工作站|公司)"
    f"(?:{ADVERBS}|{TIMES}|,){{0,6}}$"
)


@cache
def _kinds() -> dict[str, tuple[str, ...]]:
    return {row[0]: row[1:] for row in table("holding_kinds")}


def _signed(article: Annotated, items: Sequence[Bound], start: int, end: int) -> Iterator[Fact]:
    """双方在甲饭店签订协议: the article's signing ceremony is held there."""
    flat = article.sheet.flat
    rites = [
        index for index, thing in enumerate(article.things) if thing.type == "Meeting" and _RITE.search(thing.name)
    ]
    match = re.compile("签署|签订|签约").search(flat, start, end)
    if match is None or len(rites) != 1:
        return
    left, _ = article.sheet.clause(match.start())
    places = [b for b in items if b.type == "Location" and left <= b.start and b.end <= match.start()]
    if places and _in_before(article, items, places[-1]) and match.start() - places[-1].end <= 6:
        yield article.fact((rites[0], None), "LOCATED_IN", (places[-1].things[-1], places[-1]), trigger=match.span(),
                           rule="signed in", properties=properties(article, match.span()))  # fmt: skip
