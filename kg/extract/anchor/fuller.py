"""Meetings whose name could be anybody's get their holder's in front: 甲局|季度工作会议, 乙公司|第三届董事会第二次会议.

So do annotators and newspapers call them where they stand alone. What the page writes stays a name, unless it is bare
(签约仪式). Who holds it is read from the sentence that says so, from the title, or from the body of those who speak.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from kg.extract.anchor.register import Register
from kg.extract.anchor.unnamed import Setting
from kg.extract.annotated import Bound
from kg.extract.mention.events import ahead_of_verb
from kg.extract.mention.meetings import is_bare
from kg.extract.occasions import held
from kg.extract.sheet import Sheet
from kg.language.classes import ATTENDING, CONVENING, NUMERALS, one_of
from kg.language.countries import is_country
from kg.language.divisions import find as find_division
from kg.language.text import fold

_LONGEST = 16  # characters of a name that every such meeting may bear
_FULL = 40  # and of one with its holder, at most
_OWN_TAGS = ("LOC", "ORG", "PER", "nz", "nw", "nr", "ns", "nt")
# 第五届|董事会第二次会议 is one of a body's sittings, 第五届|渔歌节 is known by itself.
_NUMBERED = re.compile(f"第[0-9{NUMERALS}百]{{1,6}}[届次期季场]|首[届次]|[0-9{NUMERALS}]{{1,4}}届|[0-9]{{4}}年")
_SITTING = re.compile(f"(?:{one_of('sittings')})")
_TELLS = re.compile("[“”《》·—]|[A-Za-z]{2}")
_ENDS = re.compile(f"(?:{one_of('meetings_of_bodies')})$")
_HOLDS = re.compile(
    f"(?:{CONVENING})[了的]?(?:{one_of('grand_adverbs')})?(?:以“[^“”]{{1,50}}”为主题的)?"
    rf"(?P<when>[0-9]{{1,2}}(?:[至到—–~-][0-9]{{1,2}})?月份?|[上下]半年|第?[一二三四]季度)?$"
)
# 甲公司(简称“公司”)|召开, 甲与乙就某项目,|在某市举行|签约仪式
_BRACKET = re.compile(r"[(][^()]{1,60}[)]$")
_OVER = re.compile("就[^,。;就]{2,40}$")
# 由甲局主办、乙中心承办的|启动仪式
_HELD_BY = re.compile("(?:主办|举办|召开|举行)[^。;]{0,40}的$")
# 论坛|期间举行|签约仪式
_DURING = re.compile("(?:期间|现场|上)$")
_NO_SUBJECT = ("在", "于", "到", "至", "赴", "向", "对", "为", "由", "给")
_AND = ("与", "和", "同")
_RITE = re.compile("(?:仪式|典礼)$")
_PARTS = re.compile("(?:仪式|典礼|[开闭]幕[式会]|发布会|通气会|研讨会|推介会|说明会)$")
_THERE = re.compile("上|期间|现场|中[,，]")
_UPON = re.compile("上,")
_MEETS_PRESS = re.compile(f"(?:{one_of('press_meetings')})$")
_SPOKEN = re.compile(f"(?:{one_of('meetings_of_firms')})$")
_AFTER_IT = re.compile("(?:会议?|论坛|仪式|活动)[前后中](?:举行|召开)?的$|同期(?:举行|召开)?的$")
_AT = re.compile(f"(?:在|{ATTENDING})了?[^,。;]{{0,6}}$")
_NEAR = 24
_PAIR = 2
_FAR = 76  # characters before a name within which the verb of holding stands, with what it is about between
_TELLING = 4  # characters of a subject that names something
_LONGEST_SUBJECT = 26
_NOUNS = (*_OWN_TAGS, "n", "vn", "an", "s", "m", "j")
_HOLDERS = ("Organization", "Location", "Meeting", "Project")


def call_fully(sheet: Sheet, bounds: Sequence[Bound], posts: Sequence[Bound], register: Register) -> list[Bound]:
    """The bound mentions, those of meetings that got a fuller name with the reason."""
    ordered = sorted(bounds, key=lambda bound: bound.start)
    meetings = [bound for bound in ordered if bound.type == "Meeting" and bound.things]
    setting = Setting(sheet, register, ordered, meetings)
    renamed: dict[int, tuple[str, str, str]] = {}
    for thing in register.of_type("Meeting"):
        own = register.first(thing)
        seen = [bound for bound in meetings if bound.things == (thing,) and bound.spot.text.endswith(own)]
        if not seen or not _anybodys(setting, seen[0], own):
            continue
        name, why = next(_fuller(setting, own, seen, posts), ("", ""))
        if name and len(name) <= _FULL and register.find("Meeting", name) is None:
            if is_bare(fold(own)):
                register.rename(thing, name)
            else:
                register.lead(thing, name)
            renamed[thing] = (own, name, why)
    return [_with_reason(bound, renamed) for bound in bounds] if renamed else list(bounds)


def _with_reason(bound: Bound, renamed: dict[int, tuple[str, str, str]]) -> Bound:
    change = renamed.get(bound.things[0]) if bound.type == "Meeting" and bound.things else None
    if change is None:
        return bound
    own, name, why = change
    told = f"{bound.spot.text} → {name}：{why}"
    if not bound.reason or bound.spot.by in ("unnamed", "scene"):
        return replace(bound, reason=told)
    return replace(bound, reason=bound.reason.replace(f" → {own}", f" → {name}", 1))


def _anybodys(setting: Setting, bound: Bound, name: str) -> bool:
    """Whether nothing in the name says whose meeting it is."""
    flat = fold(name)
    if bound.spot.by == "talk":
        return False
    if is_bare(flat):
        return True
    if len(flat) > _LONGEST or not _ENDS.search(flat) or _TELLS.search(flat):
        return False
    if _NUMBERED.search(flat) and not _SITTING.search(flat):
        return False
    tokens = setting.sheet.words_in(bound.start, bound.end)
    return not any(token.tag in _OWN_TAGS for token in tokens) and not find_division(flat[:3])


def _fuller(setting: Setting, own: str, seen: Sequence[Bound], posts: Sequence[Bound]) -> Iterator[tuple[str, str]]:
    """Fuller names and why, the best first."""
    for bound in seen:
        holder, when = _holder(setting, bound, own)
        if holder and not own.startswith(holder):
            yield holder + when + own, "召集者与会议合成名称"
    title = _in_title(setting, own)
    if title:
        yield title + own, "标题中的召集者"
    for bound in seen:
        who = _speakers_body(setting, bound, posts) if _SPOKEN.search(fold(own)) else ""
        if who and not own.startswith(who):
            yield who + own, "讲话者的单位"
    for bound in seen:
        who = _before_press(setting, bound, own) if _MEETS_PRESS.search(fold(own)) else ""
        if who:
            yield who + own, "会见记者的人"
    whole = _part_of(setting, seen[0]) if _PARTS.search(fold(own)) and is_bare(fold(own)) else ""
    if whole:
        yield whole + own, "所属的活动"


def _holder(setting: Setting, bound: Bound, own: str) -> tuple[str, str]:
    """Who holds it by the sentence (甲局今天在某市召开|座谈会), and the time told between."""
    sheet = setting.sheet
    left, _ = sheet.sentence(bound.start)
    verb = _HOLDS.search(sheet.flat, max(left, bound.start - _FAR), bound.start)
    if verb is None:
        return _host_named(setting, left, bound), ""
    begin, end = _subject(sheet, left, verb.start())
    who = _bound_at(setting, left, end)
    if who is None and end <= begin:
        who = _inherited(setting, left, begin)
    if who is not None:
        side = _bound_at(setting, left, who.start - 1) if sheet.flat[who.start - 1 : who.start] in _AND else None
        sides = [setting.name(one) for one in (side, who) if one is not None and one.type == who.type]
        return "与".join(dict.fromkeys(sides)), verb["when"] or ""
    told = _RITE.search(own) and _is_name(sheet, begin, end)
    return sheet.article.text[begin:end] if told else "", ""


def _is_name(sheet: Sheet, start: int, end: int) -> bool:
    """Whether the words of a subject name something, though nobody knows of what kind: 某街道“双拥会客厅”|举行."""
    if not _TELLING <= end - start <= _LONGEST_SUBJECT:
        return False
    return all(token.tag in _NOUNS or token.text in "“”、" for token in sheet.words_in(start, end))


def _bound_at(setting: Setting, left: int, end: int) -> Bound | None:
    """What is named up to the offset and may hold a meeting."""
    named = [b for b in setting.bounds if b.end == end and b.start >= left and b.things and not b.inner]
    return next((b for b in named if b.type in _HOLDERS and _acts(setting, b)), None)


def _inherited(setting: Setting, left: int, begin: int) -> Bound | None:
    """The subject of the clause before, which begins with it: 甲局学习贯彻某精神,|召开座谈会."""
    sheet = setting.sheet
    if begin <= left or sheet.flat[begin - 1] != ",":
        return None
    ahead = max(sheet.clause(begin - 2)[0], left)
    starting = [b for b in setting.bounds if b.start == ahead and b.end < begin - 1 and b.things and not b.inner]
    return next((b for b in starting if b.type == "Organization"), None)


def _host_named(setting: Setting, left: int, bound: Bound) -> str:
    """由|甲局|主办、乙中心承办的启动仪式: the first body behind 由."""
    flat = setting.sheet.flat
    if not _HELD_BY.search(flat, left, bound.start):
        return ""
    hosts = [b for b in setting.bounds if left < b.start and b.end <= bound.start and b.type == "Organization"]
    return next((setting.name(b) for b in hosts if b.things and flat[b.start - 1] == "由"), "")


def _acts(setting: Setting, bound: Bound) -> bool:
    """Whether what is named may be the subject: not 分别与甲村、|乙村|举行, 在|丙市|举行."""
    start = bound.start
    for other in reversed(setting.bounds):  # 分别与甲镇、丁镇|乙村|举行
        start = other.start if other.end == start and other.type == "Location" == bound.type else start
    before = setting.sheet.flat[max(0, start - 1) : start]
    return before != "、" and (bound.type != "Location" or before not in (*_NO_SUBJECT, *_AND))


def _subject(sheet: Sheet, left: int, verb: int) -> tuple[int, int]:
    """Where the words end that may be the subject of the verb; of the clause before where that only leads up to it."""
    begin, end = ahead_of_verb(sheet, verb)
    during = _DURING.search(sheet.flat, begin, end)
    if during is not None:
        return end, during.start()
    over = _OVER.search(sheet.flat, begin, end)
    end = over.start() if over else end
    if end <= begin and begin > left and sheet.flat[begin - 1] == ",":
        stop = begin - 1
        over = _OVER.search(sheet.flat, max(sheet.clause(stop - 1)[0], left), stop)
        told = over.start() if over else stop
        if over is not None or _ends_name(sheet, told):
            begin, end = max(sheet.clause(stop - 1)[0], left), told
    while end > begin and sheet.flat[end - 1] == " ":
        end -= 1
    bracket = _BRACKET.search(sheet.flat, begin, end)
    return begin, bracket.start() if bracket else end


def _ends_name(sheet: Sheet, end: int) -> bool:
    """Whether a name ends there, so that a comma only parts the subject from its long adverbial."""
    token = sheet.token_at(end - 1)
    return token is not None and token.tag in ("ORG", "LOC", "nt", "ns", "nz")


def _part_of(setting: Setting, bound: Bound) -> str:
    """第三届渔歌节在某市开幕。|启动仪式|上…: the fair, contest or conference told of before that it opens or ends."""
    before = [b for b in setting.meetings if b.end <= bound.start and b.spot.by in ("ending", "held")]
    wholes = [b for b in before if not _RITE.search(setting.name(b)) and not is_bare(fold(setting.name(b)))]
    told = [b for b in wholes if held(setting.sheet, b.start, b.end)]
    return setting.name(told[-1]) if told else ""


def _in_title(setting: Setting, own: str) -> str:
    """甲股份有限公司|第三届董事会第二次会议决议公告: the body right before the name in the title."""
    title = setting.sheet.article.title or ""
    at = title.find(own)
    ahead = fold(title[:at]).rstrip() if at > 0 else ""
    names = [setting.register.names(thing) for thing in setting.register.of_type("Organization")]
    ending = [
        (len(name), group[0]) for group in names for name in group if len(name) > 3 and ahead.endswith(fold(name))
    ]
    return max(ending)[1] if ending else ""


def _speakers_body(setting: Setting, bound: Bound, posts: Sequence[Bound]) -> str:
    """甲集团董事长李文达在|沟通会|上表示: whose people speak there, by the post that the sentence tells."""
    sheet = setting.sheet
    if not _THERE.match(sheet.flat, bound.end):
        return ""
    left, right = sheet.sentence(bound.start)
    opens = _UPON.match(sheet.flat, bound.end)
    speaks = [b for b in setting.bounds if opens and b.start == opens.end() and b.type == "Organization" and b.things]
    if speaks:
        return setting.name(speaks[0])
    people = [b for b in setting.bounds if b.type == "Person" and left <= b.start < right and b.things]
    who = next((b for b in people if b.end <= bound.start), people[0] if people else None)
    if who is None:
        return ""
    at, named = _before_posts(sheet, posts, who.start)
    bodies = [b for b in setting.bounds if b.end == at and b.type == "Organization" and b.things]
    told = [setting.name(b) for b in (*bodies, *named)]
    known = (name for name in told if not is_country(name))
    return next((name for name in known if setting.register.find("Organization", name) is not None), "")


def _before_posts(sheet: Sheet, posts: Sequence[Bound], person: int) -> tuple[int, list[Bound]]:
    """Where the posts before a person begin, and those of them that are bound: 甲集团|董事长、总裁|李文达."""
    at = person
    named: list[Bound] = []
    while True:
        ahead = at - 1 if sheet.flat[at - 1 : at] in (" ", "、") else at
        post = next((one for one in posts if one.end == ahead), None)
        if post is None:
            return at, named
        at = post.start
        named += [post] if post.things else []


def _before_press(setting: Setting, bound: Bound, own: str) -> str:
    """某国外长李文达在|记者会|上, 李文达出席会后的|新闻发布会: who meets the press, or the meeting that it follows."""
    sheet = setting.sheet
    left, _ = sheet.sentence(bound.start)
    if _AFTER_IT.search(sheet.flat, max(left, bound.start - 8), bound.start):
        before = [b for b in setting.meetings if b.start < bound.start and b.things != bound.things]
        told = [b for b in before[-1:] if b.spot.by not in ("talk", "unnamed", "call")]
        return setting.name(told[0]) if told else ""
    near = [b for b in setting.bounds if b.type == "Person" and left <= b.start and b.end <= bound.start and b.things]
    both = list(dict.fromkeys(setting.name(b) for b in near))
    if own.startswith("联合") and len(both) == _PAIR:
        return "与".join(both)
    if not near or bound.start - near[-1].end > _NEAR or _AT.search(sheet.flat, near[-1].end, bound.start) is None:
        return ""
    return setting.name(near[-1])
