"""Meetings whose name could be anybody's get their holder's in front: 甲局|季度工作会议, 乙公司|第三届董事会第二次会议.

So do annotators and newspapers call them where they stand alone. What the page writes stays a name, unless it is bare
(签约仪式). Who holds it is read from the sentence that says so, from the title, or from the body of those who speak.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from kg.extract.anchor.holders import RITE, holder
from kg.extract.anchor.register import Register
from kg.extract.anchor.setting import Setting
from kg.extract.annotated import Bound
from kg.extract.mention.meetings import is_bare
from kg.extract.mention.no_meetings import is_kind
from kg.extract.occasions import held
from kg.extract.sheet import Sheet
from kg.language.classes import ATTENDING, CONVENING, NUMERALS, one_of
from kg.language.countries import is_country
from kg.language.divisions import find as find_division
from kg.language.text import fold

_LONGEST = 16  # characters of a name that every such meeting may bear
_OF_ALL = ("全国",)  # 全国|城市更新工作现场会 is its level's
_FULL = 40  # and of one with its holder, at most
_OWN_TAGS = ("LOC", "ORG", "PER", "nz", "nw", "nr", "ns", "nt")
# 第五届|董事会第二次会议 is one of a body's sittings, 第五届|渔歌节 is known by itself.
_NUMBERED = re.compile(f"第[0-9{NUMERALS}百]{{1,6}}[届次期季场]|首[届次]|[0-9{NUMERALS}]{{1,4}}届|[0-9]{{4}}年")
_SITTING = re.compile(f"(?:{one_of('sittings')})")
_TELLS = re.compile("[“”《》·—]|[A-Za-z]{2}")
_ENDS = re.compile(f"(?:{one_of('meetings_of_bodies')})$")
_PARTS = re.compile(f"(?:{one_of('parts_of_events')})$")
_THERE = re.compile("上|期间|现场|中[,，]")
_UPON = re.compile("上,")
_MEETS_PRESS = re.compile(f"(?:{one_of('press_meetings')})$")
_SPOKEN = re.compile(f"(?:{one_of('meetings_of_firms')})$")
_AFTER_IT = re.compile("(?:会议?|论坛|仪式|活动)[前后中](?:举行|召开)?的$|同期(?:举行|召开)?的$")
_AT = re.compile(f"(?:在|{ATTENDING})了?[^,。;]{{0,6}}$|(?:{CONVENING})了?$")
# 甲|与乙国部长周明远举行会谈|后在某宫举行的发布会: who met the other holds it.
_THEN, _MET = re.compile("(?:会谈|会见|会晤|见面|通话)(?:结束)?[之以]?后"), re.compile("[与同和][^,。;与同和]{0,24}$")
_NEAR = 24
_PAIR = 2


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
    if is_bare(flat) or is_kind(flat):
        return True
    if flat.startswith(_OF_ALL):
        return False
    if len(flat) > _LONGEST or not _ENDS.search(flat) or _TELLS.search(flat):
        return False
    if _NUMBERED.search(flat) and not _SITTING.search(flat):
        return False
    tokens = setting.sheet.words_in(bound.start, bound.end)
    return not any(token.tag in _OWN_TAGS for token in tokens) and not find_division(flat[:3])


def _fuller(setting: Setting, own: str, seen: Sequence[Bound], posts: Sequence[Bound]) -> Iterator[tuple[str, str]]:
    """Fuller names and why, the best first."""
    for bound in seen:
        who, when = holder(setting, bound, own)
        if who and not own.startswith(who):
            yield who + when + own, "召集者与会议合成名称"
    title = _in_title(setting, own)
    if title:
        yield title + own, "标题中的召集者"
    who = _speakers_body(setting, seen[0], posts) if _SPOKEN.search(fold(own)) else ""
    if who and not own.startswith(who):
        yield who + own, "讲话者的单位"
    for bound in seen:
        who = _before_press(setting, bound, own) if _MEETS_PRESS.search(fold(own)) else ""
        if who:
            yield who + own, "会见记者的人"
    whole = _part_of(setting, seen[0]) if _PARTS.search(fold(own)) else ""
    shared = _overlap(whole, own)
    if whole and (is_bare(fold(own)) or (shared > 1 and is_kind(fold(own)))):
        yield whole + own[shared:], "所属的活动"


def _overlap(whole: str, part: str) -> int:
    """How many characters a part begins with that its whole ends with: 甲主题展, 主题展|开幕活动."""
    return next((size for size in range(len(part) - 1, 0, -1) if whole.endswith(part[:size])), 0)


def _part_of(setting: Setting, bound: Bound) -> str:
    """第三届渔歌节在某市开幕。|启动仪式|上…: the fair, contest or conference told of before that it opens or ends."""
    before = [b for b in setting.meetings if b.end <= bound.start and b.spot.by in ("ending", "held")]
    wholes = [b for b in before if not RITE.search(setting.name(b)) and not is_bare(fold(setting.name(b)))]
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
    after = opens.end() if opens is not None else -1
    who = next((b for b in people if b.end <= bound.start or _follows(sheet, b, after)), None)
    if who is None:
        return ""
    at, named = _before_posts(sheet, posts, who.start)
    if at == who.start:  # the sentence tells no post of theirs, another one does
        same = [b.start for b in setting.bounds if b.type == "Person" and b.things == who.things]
        told = ((start, _before_posts(sheet, posts, start)) for start in same)
        at, named = next((behind for start, behind in told if behind[0] < start), (at, named))
    bodies = [b for b in setting.bounds if b.end == at and b.type == "Organization" and b.things]
    called = [setting.name(b) for b in (*bodies, *named)]
    known = (name for name in called if not is_country(name))
    return next((name for name in known if setting.register.find("Organization", name) is not None), "")


def _follows(sheet: Sheet, person: Bound, start: int) -> bool:
    """Whether the clause that begins there begins with the person and their posts: 会上,|甲集团董事长|李文达."""
    return 0 <= start <= person.start and sheet.clause(person.start)[0] == start and person.start - start <= _NEAR


def _before_posts(sheet: Sheet, posts: Sequence[Bound], person: int) -> tuple[int, list[Bound]]:
    """Where the posts before a person begin, and those of them that are bound: 甲集团|董事长、总裁|李文达."""
    at = person
    named: list[Bound] = []
    while True:
        ahead = at - 1 if sheet.flat[at - 1 : at] in (" ", "、", "兼") else at
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
        return setting.name(told[0]) if told else _speaks_there(setting, bound)
    near = [b for b in setting.bounds if b.type == "Person" and left <= b.start and b.end <= bound.start and b.things]
    both = list(dict.fromkeys(setting.name(b) for b in near))
    if own.startswith("联合") and len(both) == _PAIR:
        return "与".join(both)
    if own.startswith("联合") and len(both) > _PAIR:
        return ""  # 甲与乙、丙和丁举行|联合记者会: no more the last one's than the others'
    if not near or bound.start - near[-1].end > _NEAR or _AT.search(sheet.flat, near[-1].end, bound.start) is None:
        return ""
    met = _THEN.search(sheet.flat, near[-1].end, bound.start) and sheet.flat[left : near[-1].start]
    return setting.name(near[0] if met and _MET.search(met) else near[-1])


def _speaks_there(setting: Setting, bound: Bound) -> str:
    """在会后举行的|新闻发布会|上,李文达说: the one person who speaks there."""
    opens = _UPON.match(setting.sheet.flat, bound.end)
    here = [b for b in setting.bounds if opens and b.type == "Person" and b.start == opens.end() and b.things]
    return setting.name(here[0]) if here else ""
