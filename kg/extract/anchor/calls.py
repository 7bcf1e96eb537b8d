"""What 会议, 会上, 仪式 and 座谈会 stand for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kg.extract.anchor import sittings
from kg.extract.anchor.meetings import known_as
from kg.extract.anchor.register import Register
from kg.extract.anchor.setting import Made, Setting
from kg.extract.anchor.told import told
from kg.extract.anchor.unnamed import convened, untold
from kg.extract.annotated import Bound, covered
from kg.extract.briefings import is_briefing, without_briefing
from kg.extract.decided import dealt_with
from kg.extract.mention.kinds_of_happenings import never_was
from kg.extract.mention.meetings import is_bare
from kg.extract.mention.no_meetings import is_counted
from kg.extract.occasions import held, takes_place, told_in_passing
from kg.extract.sheet import Sheet
from kg.language.classes import ATTENDING, CONVENING, LOCALIZERS, NUMERALS, one_of
from kg.language.lexicon import any_of, first_of, table, words
from kg.language.similarity import picks

_NAMES = ("n", "nz", "vn", "LOC", "ORG", "ns", "nt", "a")
_PLAIN = ("项目", "工程", "活动", "合作", "协议", "集中", "此次", "现场")
_ATTENDS = re.compile(f"(?:{ATTENDING})(?=[。;,])|(?:共同)?见证(?=(?:之)?下)")
_TALKED = ("交流会", "座谈会", "座谈交流会")
_ACT = re.compile("仪式|活动|典礼|成立大会")
# 上门服务、专题培训、|座谈会|等活动: kinds of what is done.
_SUCH = re.compile("等(?:各类|系列|多种|[㐀-鿿]{0,2}形式)?(?:活动|方式|形式|工作|会议|途径)")
# 开展走村入户、电话询问和|座谈会
_WAYS = re.compile("(?:开展|进行|通过|采取)[^,。;、]{2,10}、[^,。;]{2,16}[和及、]$")
# 通过召开|座谈会|等形式, 在召开|座谈会|听取意见的基础上: a step on the way, held more than once or never told.
_MEANS = f"(?:{one_of('by_what_means')})"
_BY_MEANS = re.compile(f"{_MEANS}(?:[^。;]{{0,40}}、)?(?:(?:组织)?{CONVENING}|组织|开展)[^,。;、]{{0,6}}$")
_BY_SUCH_MEANS = re.compile(f"{_MEANS}[^。;]{{0,50}}$")
_SUCH_WAYS = re.compile(f"(?:、[^,。;、]{{2,16}}){{0,6}}等[^,。;、]{{0,6}}?(?:{one_of('kinds_of_ways')})")
_UPON_BASIS = re.compile(f"在[^。;]{{0,60}}?(?:{CONVENING})[^,。;]{{0,6}}$")
_BASIS = re.compile("[^。;]{0,60}?(?:的)?基础上")
# 每到一个乡镇,先与村民开展|座谈: many talks.
_EACH_TIME = re.compile("每(?:到|至|走进?|来到|进)一|(?:逐[一个村户]|挨家挨户|多次|经常|不定期|定期)[^,。;]{0,16}$")
# 座谈会|上, at the head of its sentence.
_OPENS = re.compile(r"(?:^|[。!?\s])在?$")
_UPON = re.compile("(?:现场)?[上中],")
# A call that may mean a briefing of the press.
_MAY_BRIEF = re.compile(
    f"(?:{any_of(words('this_words'))})?(?:会议?|会上|活动|[\u3400-\u9fff]*(?:发布|见面|通气|吹风|说明|沟通|通报|记者)会)"
)
_ANY_EVENT = ("节会", "赛事", "比赛", "大赛", "展会", "大会", "论坛", "盛会")
_PARTED = ("分", "平行")  # 两个分|论坛
_THE_SITTING = ("会议", "会上", "大会")
_EVENT = re.compile("(?:[赛节展]|论坛|大会|博览会|洽谈会|交易会|马拉松|峰会|年会|研讨会)$")
# 第九届甲博览会|在乙馆开幕: what is opened and closed.
_OPENED = re.compile("[^。;]{0,40}?[开闭启揭]幕")
_NUMBER = re.compile(f"第[0-9{NUMERALS}]+次$")
# What a meeting pointed at may be called: 此次|宣讲活动, 本届|农博会.
_POINTED_AT = f"(?:{one_of('short_endings_of_events')})"


@cache
def _call() -> re.Pattern[str]:
    kinds, ahead = any_of(words("ceremony_kinds")), first_of((*words("ceremony_kinds"), "仪式"))
    return re.compile(
        r"(?:(?:全体|专题|工作|签约|党组|党委|领导班子|常委会?|全委会|(?:审判|检察|学术|专家|常务)委员会|常务|办公|预备|现场办公|干部)(?:[(]扩大[)]|扩大)?)?会议(?!室|中心|精神|纪要|展|旅游|决定书)|会上(?!次)|大会(?!堂)"
        rf"|{ahead}(?:{kinds}){{0,6}}仪式|(?:{any_of(words('ceremony_kinds'))}|开营){{1,3}}活动|(?:{any_of(words('this_words'))})(?![\u3400-\u9fff]{{1,6}}?(?:{CONVENING}))[\u3400-\u9fff]{{1,8}}?{_POINTED_AT}(?![\u3400-\u9fff]?[室厅堂员商品])"
        r"|(?:(?:此次|本次|这次|当天|当日)活动|(?<=出席)活动|(?<=出席了)活动|(?<=参加)活动|(?<=参加了)活动)(?=[,。;上中期并由的、]|现场|$)"
        rf"|(?<![\u3400-\u9fff])活动(?={LOCALIZERS}|当天|(?:[在于][^,。;]{{2,24}}?)?(?:{CONVENING}|启动)|由[^,。;]{{2,30}}(?:主办|承办|主持))"
        r"|(?<=参加)(?:[\u3400-\u9fff]{2})?义务植树(?:活动)?"
        rf"|{any_of(words('meeting_calls'))}|(?<=主持)学习|(?:(?<=一起)|(?<=共同)|(?<=代表团的)|(?<=代表团参加)|(?<=全团)|(?<=分组))(?:审议|讨论)"
    )


def bind_meeting_calls(sheet: Sheet, bounds: Sequence[Bound], register: Register) -> list[Bound]:
    """The calls bound from left to right, so that each looks back at what was bound before, with the reason."""
    ordered = sorted(bounds, key=lambda bound: bound.start)
    meetings = [bound for bound in ordered if bound.type == "Meeting" and bound.things]
    setting = Setting(sheet, register, ordered, meetings)
    calls = list(_call().finditer(sheet.flat))
    found = _convened_kinds(setting, calls)
    meetings += found
    for match in calls:
        start, end = match.span()
        if start not in sheet.edges and end not in sheet.edges:
            continue
        if covered(meetings, start, end) or _part(sheet, start) or sheet.flat.endswith(_PARTED, 0, start):
            continue
        one_of_many = start and sheet.flat[start - 1] == "、" and _SUCH.match(sheet.flat, end)
        one_of_many = one_of_many or _EACH_TIME.search(sheet.flat, sheet.sentence(start)[0], start)
        one_of_many = one_of_many or _WAYS.search(sheet.flat, sheet.clause(start)[0], start)
        many = one_of_many or is_counted(sheet, end)
        bound = None if many or _is_step(sheet, start, end) else _bound(setting, start, end)
        if bound is not None:
            found.append(bound)
            meetings.append(bound)
    return found if meetings else _bare(setting)


def _convened_kinds(setting: Setting, calls: Sequence[re.Match[str]]) -> list[Bound]:
    """甲村召开|村民议事会: what only its kind tells, by the name of who convenes it."""
    called = {match.end(): match.start() for match in calls if is_bare(match.group())}
    bounds = []
    for start, end, name in sittings.find(setting):
        if called.get(end, end) <= start or _is_step(setting.sheet, start, end):
            continue
        reason = f"{setting.sheet.flat[start:end]} → {name}：召集者与会议合成名称"
        spot = setting.sheet.spot(start, end, "Meeting", "unnamed")
        bounds.append(Bound(spot, (setting.register.add("Meeting", [name]),), reason))
    return bounds


def _is_step(sheet: Sheet, start: int, end: int) -> bool:
    """Whether the call is only a means or a preparation of what the sentence tells."""
    left, right = sheet.sentence(start)
    if never_was(sheet, start):
        return True
    if _BY_MEANS.search(sheet.flat, max(left, start - 60), start) is not None:
        return True
    if _SUCH_WAYS.match(sheet.flat, end) and _BY_SUCH_MEANS.search(sheet.flat, max(left, start - 56), start):
        return True
    basis = _BASIS.match(sheet.flat, end, right)
    return basis is not None and _UPON_BASIS.search(sheet.flat, max(left, start - 80), start) is not None


def _bare(setting: Setting) -> list[Bound]:
    """甲与乙签署协议。…某某等出席。 where no word at all stands for the happening: the verb of attending does."""
    sheet = setting.sheet
    for verb in _ATTENDS.finditer(sheet.flat):
        people = [
            b
            for b in setting.bounds
            if b.type == "Person" and sheet.sentence(verb.start())[0] <= b.start < verb.start()
        ]
        made = told(setting, *verb.span()) if people and verb.start() in sheet.edges else None
        if made is not None:
            thing = setting.register.add("Meeting", [made.name])
            reason = f"{verb.group()} → {made.name}：{made.reason}"
            return [Bound(sheet.spot(*verb.span(), "Meeting", "unnamed"), (thing,), reason)]
    return []


def _part(sheet: Sheet, start: int) -> bool:
    """Whether the word only ends a longer name that was left out on purpose (中央经济|工作会议)."""
    token = sheet.token_at(start - 1) if start else None
    return token is not None and token.end == start and token.tag in _NAMES and token.text not in _PLAIN


def _bound(setting: Setting, start: int, end: int) -> Bound | None:
    made = convened(setting, start, end)
    known = None if made else _known(setting, start, end) or _just_told(setting, start, end)
    if known is not None:
        reason = f"{setting.sheet.flat[start:end]} → {setting.name(known)}：上文最近的会议"
        call = setting.sheet.spot(start, end, "Meeting", "call", sure=known.spot.sure)
        return Bound(call, known.things, reason)
    made = made or _of_briefing(setting, start, end)
    made = made or (told(setting, start, end) if _ACT.search(setting.sheet.flat[start:end]) else None)
    made = made or untold(setting, start, end)
    if made is None:
        return None
    same = known_as(setting.register, made.name)
    thing = setting.register.add("Meeting", [made.name]) if same is None else same
    reason = f"{setting.sheet.flat[made.start : end]} → {made.name}：{made.reason}"
    by = "ending" if made.named else "scene" if made.passing else "unnamed"
    return Bound(setting.sheet.spot(made.start, end, "Meeting", by, sure=made.sure), (thing,), reason)


def _known(setting: Setting, start: int, end: int) -> Bound | None:
    """The nearest meeting before the call that fits: one that takes place rather than one only told of."""
    text = setting.sheet.flat[start:end]
    before = [b for b in setting.meetings if b.start < start]
    if not _MAY_BRIEF.fullmatch(text):  # 发布会…。|本届甲节|将于9日开幕
        before = [b for b in before if not is_briefing(setting.name(b))]
    pointed = _this().match(text)
    if pointed and text[pointed.end() :] not in ("活动", "会议", "大会"):
        text = text[pointed.end() :]
        picked = [b for b in before if picks(text, setting.name(b))]
        if picked and not text.endswith("仪式") and all(_is_rite(setting.name(b), text) for b in picked):
            return None  # 本届甲展会 is no ceremony of its partners
        picked = [b for b in picked if setting.name(b).endswith(text)] or picked
        if picked:
            return max(picked, key=lambda bound: (held(setting.sheet, bound.start, bound.end), bound.start))
    if text in _THE_SITTING:
        before = [b for b in before if b.spot.by in ("talk", "unnamed") or not dealt_with(setting.sheet, b.start)]
    number = _NUMBER.search(setting.sheet.flat, max(0, start - 8), start)
    if number:
        before = [b for b in before if number.group() in setting.name(b)]
    same = [b for b in before if len(text) > 2 and text.removeprefix("参加") in setting.name(b)]
    fitting = same or [b for b in before if _fits(setting, text, b)]
    real = [b for b in fitting if _takes_place(setting.sheet, b)]
    if "活动" in text and not same and len({b.things for b in fitting}) > 1:
        fitting = real
    if text.startswith(("开幕", "闭幕")):  # 甲大会闭幕。…乙全委会议召开…。11日的|开幕会
        real = [b for b in real if _opened(setting, b)] or real
    now = [b for b in real if not told_in_passing(setting.sheet, b.start)]
    told = [b for b in now if is_briefing(setting.name(b))] if text == "会上" else []
    if told and setting.name(now[-1]) == without_briefing(setting.name(told[-1])):
        now = told  # 甲节新闻发布会…。甲节由乙局主办。会上
    if text == "会上":  # 发布会…, 服务月活动…。会上
        now = [b for b in now if not setting.name(b).endswith("活动")] or now
    return max(now or real or fitting, key=lambda bound: bound.start, default=None)


def _just_told(setting: Setting, start: int, end: int) -> Bound | None:
    """甲行召开激励大会。…|座谈会|上,李文达致辞: the only happening told before, under a looser word."""
    sheet = setting.sheet
    if sheet.flat[start:end] not in _TALKED or not _OPENS.search(sheet.flat, 0, start):
        return None
    if not _UPON.match(sheet.flat, end):
        return None
    before = [b for b in setting.meetings if b.start < start]
    things = {b.things for b in before}
    real = [b for b in before if b.spot.by != "talk" and takes_place(sheet, b)]
    sits = bool(real) and setting.name(real[-1]).endswith(("会", "会议"))  # a ceremony may be followed by a talk
    return real[-1] if sits and len(things) == 1 else None


def _of_briefing(setting: Setting, start: int, end: int) -> Made | None:
    """第三届甲节新闻发布会…。|本届甲节|将于9日开幕: what the press is told of, by the name of the briefing."""
    text = setting.sheet.flat[start:end]
    pointed = _this().match(text)
    if _MAY_BRIEF.fullmatch(text):
        return None
    what = text[pointed.end() :] if pointed is not None else text
    for bound in reversed([b for b in setting.meetings if b.start < start and is_briefing(setting.name(b))]):
        event = without_briefing(setting.name(bound))
        if event.endswith(what) or (pointed and what in _ANY_EVENT and _EVENT.search(event)):
            return Made(start, event, "发布会所说的活动", named=True)
    return None


def _takes_place(sheet: Sheet, bound: Bound) -> bool:
    if bound.spot.by in ("ending", "held"):
        return takes_place(sheet, bound)
    return bound.spot.by in ("talk", "unnamed") or not dealt_with(sheet, bound.start)


def _opened(setting: Setting, bound: Bound) -> bool:
    """Whether a mention of the happening tells that it is opened or closed, or is itself 开幕式."""
    sheet = setting.sheet
    return any(
        b.things == bound.things
        and (b.spot.text[:2] in ("开幕", "闭幕") or _OPENED.match(sheet.flat, b.end, sheet.sentence(b.start)[1]))
        for b in setting.meetings
    )


def _fits(setting: Setting, text: str, bound: Bound) -> bool:
    name = setting.name(bound)
    if text.endswith("仪式") and _other_rite(text, name):
        return False
    for key, wanted, unlike in _fitting():
        if key in text:
            return ("*" in wanted or any(word in name for word in wanted)) and not name.endswith(unlike)
    if text in _TALKED and (bound.spot.by == "talk" or name.endswith(("座谈", "交流"))):
        return "座谈" in bound.spot.text or "交流" in bound.spot.text
    if text.endswith("会") and text != "大会":
        return name.endswith(text)
    if bound.spot.by == "talk":
        return not text.endswith(("大会", "全会")) and (text != "会议" or _only_talks(setting))
    parts = name.split("暨")
    return not all(part.endswith(("展", "展览会", "仪式")) for part in parts)


def _other_rite(text: str, name: str) -> bool:
    """Whether a rite is of another kind than the one named: 启动仪式 is no 颁奖仪式."""
    own = [group for group in _kinds_of_rites() if any(word in text for word in group)]
    others = [group for group in _kinds_of_rites() if name.endswith(tuple(word + "仪式" for word in group))]
    return bool(own and others) and not any(word in name for group in own for word in group)


def _only_talks(setting: Setting) -> bool:
    """Whether the article tells of nothing but talks, so that 出席会议 is attending one."""
    return all(bound.spot.by in ("talk", "call") for bound in setting.meetings)


def _is_rite(name: str, text: str) -> bool:
    """Whether a name is that of a ceremony only, none of whose parts is what is pointed at (推进会|暨启动仪式)."""
    if any(part.endswith(text) for part in name.split("暨")):
        return False
    return name.endswith("签约仪式") or (name.endswith("仪式") and "暨" in name)


@cache
def _kinds_of_rites() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(row[0].split()) for row in table("kinds_of_rites"))


@cache
def _this() -> re.Pattern[str]:
    return re.compile(any_of(words("this_words")))


@cache
def _fitting() -> tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]:
    """(word of the call, words of which the name holds one, endings that the name may not have)."""
    return tuple(
        (row[0], tuple(row[1].split()), tuple(row[2].split()) if len(row) > 2 else ()) for row in table("call_fits")
    )
