"""What ends like the name of a meeting and is none: a count, a kind among others, a body, mere background."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from msgspec.structs import replace

from kg.extract.mention import kinds_of_happenings as kinds
from kg.extract.moods import mood
from kg.extract.sheet import Sheet, Spot
from kg.language.classes import CONVENING, NUMERALS, all_of, one_of
from kg.language.lexicon import any_of, words

# 连续举办了|五届云岭诗歌节: how many there were.
_COUNT = re.compile(f"[{NUMERALS}两0-9]{{1,3}}届(?!.{{0,24}}次)")
_DONE_SO_OFTEN = re.compile("(?:了|过|前|近|过去|以往|连续|连续举办|成功举办|已举办|连续举行)$")
# 参谋长联席会议|主席
_OF_A_BODY = re.compile("主席(?![团台])|议长|秘书长")
# 甲国经济研究论坛|主席、教授李文达
_OF_A_FORUM = re.compile(r"(?:[(][^()]{1,12}[)])?(?:联席主席|主席(?![团台])|秘书长|理事长|联合创始人|创始人|研究员)")
_VAGUE = re.compile("(?:有关|相关)(?:会议|活动|论坛|仪式)$")
_BODIES = re.compile(f"(?:{one_of('bodies_called_meetings')})$")
# 亚太经合组织、|东亚峰会|等机制, 召开|分析会|等方式: one means among others.
_MEANS = re.compile(f"(?:、[\u3400-\u9fff]{{2,10}}){{0,3}}等[\u3400-\u9fff]{{0,2}}(?:{one_of('means')})")
# 召开|甲会|、乙会等20余场, 举办|演练|30场
_COUNTED_BEHIND = re.compile(
    f"(?:(?:、[\u3400-\u9fff“”]{{2,12}}){{0,4}}等|共|累计|共计|近|超过?|达)?(?<![0-9])[0-9{NUMERALS}]{{1,4}}[余多]?[场次届期](?![\u3400-\u9fff]{{0,4}}(?:活动|会议|论坛))"
)
# 开展|各类|招聘会, 举办了|多场|讲座
_OF_ALL_KINDS = re.compile(f"(?:{one_of('of_all_kinds')})(?:的)?$")
# 没有|举办|大赛, 希望|举办: it never was.
_HOLDS = re.compile(f"(?:{CONVENING}|组织|开展)了?$")
# 多次召开|专项会议, 每年举办|分析会
_OFTEN = re.compile(
    f"(?:多次|每[年月周季][度]?|定期|不定期|经常|常态化|每半年|历年|一直)[^,。;]{{0,6}}?(?:{CONVENING}|开展|组织)(?:了)?$"
)
# 传达学习李文达在|机关工作座谈会|上的讲话
_HANDS_DOWN = re.compile(f"(?:{any_of(words('handing_down_verbs'))})[^。;:“”]{{0,80}}在(?:[^,。;]{{2,40}}、)?$")
_ITS_SPEECH = re.compile(
    "(?:闭幕会|开幕会|开幕式)?(?:上|期间|时|、[^,。;]{2,40}?时|、[^,。;]{2,40}?上)?(?:的|所作|作|发表)?的?(?:系列|有关|一系列)?(?:重要)?"
    "(?:讲话|指示|报告|发言|精神|论述|部署|批示)"
)
# 传达了|甲部工作会议|、乙厅座谈会精神: the last of the list tells what is handed down of all.
_THEIR_SPIRIT = re.compile("(?:[、和及与][^,。;、]{2,36}?(?:会议?|论坛)){1,4}(?:会议)?精神")
_HANDS_DOWN_LIST = re.compile(f"(?:{any_of(words('handing_down_verbs'))})了?(?:[^,。;:“”]{{2,60}}、)?$")
_SINGLED_OUT = re.compile(f"[“《]|第[0-9{NUMERALS}百]+[届期次季]|首届|[0-9]{{4}}")
_HOW_MANIETH = re.compile(f"第[0-9{NUMERALS}百]{{1,4}}[次场届期轮站]")
THIS_IS = re.compile(
    r"\s*(?:同时|而|据悉|据了解)?[,]?(?:这|此|本次|此次|这次|该|本届|此届)[^,。;是]{0,8}(?:也|还|已|已经)*是[^,。;]{0,40}$"
)
_STOP = re.compile("[,。;!]|$")
# 这也是甲市首次举办|省级技能大赛: of what kind the one told of is.
_FIRST_OF_ITS_KIND = re.compile(
    rf"\s*(?:据悉|据了解)?[,]?(?:这|此次|本次|这次)[^,。;是]{{0,6}}(?:也|还|已经?)*是[^,。;]{{0,24}}?"
    rf"(?:首次|第一次|再次|又一次|第[0-9{NUMERALS}]{{1,3}}次)(?:成功)?(?:{CONVENING}|承办|主办)了?$"
)
# 比赛设有|半程马拉松: a clause that tells what parts a happening has.
_HAS_PARTS = re.compile(
    "(?:[本该此]次)?(?:比赛|大赛|赛事|活动|论坛|大会|展会|现场)(?:共|还)?(?:设有|设置|设立|分设|分为)"
)
# 、主题展览|、惠民演出等10项活动
_ITEMS = re.compile(
    f"(?:[、和及][^,。;、]{{2,24}})?(?:、[^,。;、]{{2,24}}){{0,16}}等[0-9{NUMERALS}]{{1,4}}[余多]?(?:[项场个类]|大项)"
)
# 宁河镇活动|中心广场, 体育竞赛|管理中心: the words go on to a house or a body; 活动中|心理专家 does not.
_OF_A_HOUSE = re.compile(f"(?:管理|服务|指导|训练|体验|保障)?(?:{one_of('houses_of_happenings')})(?!理)")
_LISTS = re.compile("(?:包括|包含|涵盖|设有|设置|分为|推出|安排)[^。;]{0,200}$")
_LONGEST = 8  # characters of a word
_PROPER = ("LOC", "ORG", "PER", "ns", "nt", "nz", "nw", "nr")


def without(sheet: Sheet, spots: Sequence[Spot]) -> list[Spot]:
    """The spots of meetings without those that name none, and those that are only background marked as such."""
    kept = [spot for spot in spots if not any(told(sheet, spot) for told in _TELLING)]
    first = min((spot.start for spot in kept), default=0)
    kept = [spot for spot in kept if spot.start == first or not _classified(sheet, spot)]
    return [
        replace(spot, by="background", sure=False)
        if is_background(sheet, spot.start, spot.end) or kinds.is_source(sheet, spot)
        else spot
        for spot in kept
    ]


def _counted(sheet: Sheet, spot: Spot) -> bool:
    """How often something was held, and not which time."""
    before = _DONE_SO_OFTEN.search(sheet.flat, max(0, spot.start - 4), spot.start)
    return before is not None and _COUNT.match(spot.text) is not None


def _body(sheet: Sheet, spot: Spot) -> bool:
    """A chamber or a staff that is called a meeting: 甲国|联邦会议, 参谋长联席会议|主席."""
    if spot.text.endswith("会议") and _OF_A_BODY.match(sheet.flat, spot.end):
        return True
    if spot.text.endswith("论坛") and _OF_A_FORUM.match(sheet.flat, spot.end):
        return True
    return _BODIES.search(spot.text) is not None or _VAGUE.search(spot.text) is not None


def _house(sheet: Sheet, spot: Spot) -> bool:
    """The first half of what is called after a kind of happening: 镇活动|中心广场, 体育竞赛|管理中心."""
    return not _SINGLED_OUT.search(spot.text) and _OF_A_HOUSE.match(sheet.flat, spot.end) is not None


def _means(sheet: Sheet, spot: Spot) -> bool:
    """One of the ways in which something is done, which nothing singles out."""
    if _SINGLED_OUT.search(spot.text):
        return False
    return _MEANS.match(sheet.flat, spot.end) is not None


def _classified(sheet: Sheet, spot: Spot) -> bool:
    """What only says the how manieth the one told of is: 这是某区今年举办的|第三次招商大会."""
    left, _ = sheet.clause(spot.start)
    return bool(
        _HOW_MANIETH.match(spot.text)
        and THIS_IS.match(sheet.flat, left, spot.start)
        and _STOP.match(sheet.flat, spot.end)
    )


def _first_of_its_kind(sheet: Sheet, spot: Spot) -> bool:
    """What only tells of what kind the one told of is: 这也是甲市首次举办|省级技能大赛."""
    if _SINGLED_OUT.search(spot.text) or any(t.tag in _PROPER for t in sheet.words_in(spot.start, spot.end)):
        return False
    left, _ = sheet.clause(spot.start)
    return bool(_FIRST_OF_ITS_KIND.match(sheet.flat, left, spot.start) and _STOP.match(sheet.flat, spot.end))


def _has_parts(sheet: Sheet, spot: Spot) -> bool:
    """A clause, and no name: 比赛设有半程马拉松."""
    return _HAS_PARTS.match(sheet.flat, spot.start, spot.end) is not None


def _programme(sheet: Sheet, spot: Spot) -> bool:
    """An item of what a festival holds, called by what every such thing is: 包括音乐会、|主题展览|等8项内容."""
    if _SINGLED_OUT.search(spot.text) or any(t.tag in _PROPER for t in sheet.words_in(spot.start, spot.end)):
        return False
    if not _ITEMS.match(sheet.flat, spot.end):
        return False
    return _LISTS.search(sheet.flat, sheet.sentence(spot.start)[0], spot.start) is not None


def _many(sheet: Sheet, spot: Spot) -> bool:
    """A kind of which there were several: 多次召开|专项会议, 召开|专场推介会|等7次."""
    if _SINGLED_OUT.search(spot.text):
        return False
    left, _ = sheet.clause(spot.start)
    if is_counted(sheet, spot.end) or _OF_ALL_KINDS.search(sheet.flat, max(0, spot.start - 5), spot.start):
        return True
    plain = not any(token.tag in _PROPER for token in sheet.words_in(spot.start, spot.end))
    return plain and _OFTEN.search(sheet.flat, left, spot.start) is not None


def is_counted(sheet: Sheet, end: int) -> bool:
    """Whether it is told how many of a kind there were: 召开|座谈会|20余场, 举行仪式、|座谈会|等7次."""
    return _COUNTED_BEHIND.match(sheet.flat, end) is not None


def _never_held(sheet: Sheet, spot: Spot) -> bool:
    """A kind of happening that is only wished for or denied: 没有举办|无人机大赛, 希望举办|招聘会."""
    verb = _HOLDS.search(sheet.flat, max(0, spot.start - 6), spot.start)
    if verb is None or _SINGLED_OUT.search(spot.text) or mood(sheet, verb.span()) in ("done", "planned"):
        return False
    return not any(token.tag in _PROPER for token in sheet.words_in(spot.start, spot.end))


def is_background(sheet: Sheet, start: int, end: int) -> bool:
    """Whether others hand down what was said there: it is the source of a policy, and not what the page tells."""
    left, _ = sheet.sentence(start)
    if _THEIR_SPIRIT.match(sheet.flat, end) and _HANDS_DOWN_LIST.search(sheet.flat, left, start):
        return True
    said = _ITS_SPEECH.match(sheet.flat, end)
    return said is not None and _HANDS_DOWN.search(sheet.flat, left, start) is not None


def is_kind(name: str) -> bool:
    """Whether words that every such meeting may bear are all of a name, however it is cut: 领导干部大会, 专题讲座."""
    reached = {0}
    for end in range(1, len(name) + 1):
        if any(start in reached and name[start:end] in _kinds() for start in range(max(0, end - _LONGEST), end)):
            reached.add(end)
    return len(name) in reached


@cache
def _kinds() -> frozenset[str]:
    named = (
        "meeting_matters", "bare_meeting_leads", "bare_meeting_kinds", "bare_meeting_ends", "ceremony_kinds",
        "generic_words", "meeting_suffixes", "event_words",
    )  # fmt: skip
    telling = (*all_of("levels_in_names"), *all_of("events_by_themselves"))
    return frozenset(word for name in named for word in words(name)).difference(telling)


_TELLING: tuple[Callable[[Sheet, Spot], bool], ...] = (
    _counted, _body, _house, _means, _many, _never_held, _first_of_its_kind, _has_parts, _programme,
    kinds.is_described, kinds.is_manifold, kinds.is_another_kind,
)  # fmt: skip
