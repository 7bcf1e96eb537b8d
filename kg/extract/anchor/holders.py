"""Who holds a meeting, by the sentence in which a verb of holding stands before it: 甲局今天在某市召开|座谈会."""

from __future__ import annotations

import re

from kg.extract.anchor.setting import Setting
from kg.extract.annotated import Bound
from kg.extract.mention.events import ahead_of_verb
from kg.extract.mention.meetings import is_bare
from kg.extract.sheet import Sheet
from kg.language.classes import CONVENING, one_of
from kg.language.countries import country_abbreviation

# So a ceremony may be called after any subject, another meeting only after what is known to hold some.
RITE = re.compile("(?:仪式|典礼|启动礼|颁奖礼|首映礼|毕业礼)$")
# 甲公司|组织员工开展|演练: who does it for the body stands between.
WITH_THEIR_OWN = "组织[^,。;的在到赴向对]{1,12}?(?:开展|进行)"
_HOLDS = re.compile(
    f"(?:{CONVENING}|{WITH_THEIR_OWN}|组织开展|开展)[了的]?(?:{one_of('grand_adverbs')})?(?:以“[^“”]{{1,50}}”为主题的)?"
    rf"(?P<when>[0-9]{{1,2}}(?:[至到—–~-][0-9]{{1,2}})?月份?|[上下]半年|第?[一二三四]季度)?$"
)
# 甲公司(简称“公司”)|召开, 甲与乙就某项目,|在某市举行|签约仪式
_BRACKET = re.compile(r"[(][^()]{1,60}[)]$")
_OVER = re.compile("就[^,。;就]{2,40}$")
# 由甲局主办、乙中心承办的|启动仪式
_HELD_BY = re.compile(f"(?:{CONVENING}|主办)[^。;]{{0,40}}的$")
_HOLDS_IT = re.compile(f"(?:{one_of('hosting_in_full')})")
# 论坛|期间举行|签约仪式
_DURING = re.compile("(?:期间|现场|上)$")
_NO_SUBJECT = ("在", "于", "到", "至", "赴", "向", "对", "为", "由", "给")
_AND = ("与", "和", "同")
_FAR = 76  # characters before a name within which the verb of holding stands, with what it is about between
_TELLING = 4  # characters of a subject that names something
_LONGEST_SUBJECT = 26
_NOUNS = ("LOC", "ORG", "PER", "nz", "nw", "nr", "ns", "nt", "n", "vn", "an", "a", "s", "m", "j")
# 甲共同体|领导人|召开紧急会议: those who lead several bodies hold it together.
_LEADERS = re.compile(
    "(?:成员国|国家|各国|[两三四五六]国|双方)?(?:领导人|领导层|首脑|元首|总理|财长|外长|防长|部长|议长|政府|军方|高官|代表团|团队|谈判代表)$"
    "|[两三四五六]国$"
)
# 甲乙两国以视频形式|举行司局级磋商
_WAY = re.compile("(?:以|通过|采用|采取)[^,。;以的]{1,14}(?:方式|形式|视频)$")
_TALKS = re.compile(f"(?:{one_of('talks_of_countries')})$")
_HOLDERS = ("Organization", "Location", "Meeting", "Project")


def holder(setting: Setting, bound: Bound, own: str) -> tuple[str, str]:
    """Who holds it by the sentence (甲局今天在某市召开|座谈会), and the time told between."""
    sheet = setting.sheet
    left, _ = sheet.sentence(bound.start)
    verb = _HOLDS.search(sheet.flat, max(left, bound.start - _FAR), bound.start)
    if verb is None:
        return _host_named(setting, left, bound), ""
    begin, end = _subject(sheet, left, verb.start())
    way = _WAY.search(sheet.flat, begin, end) if _TALKS.search(own) else None
    if way is not None:
        begin, end = _subject(sheet, left, way.start())
    who = _bound_at(setting, left, end)
    if who is None and end <= begin:
        who = _inherited(setting, left, begin)
    if who is not None:
        side = _bound_at(setting, left, who.start - 1) if sheet.flat[who.start - 1 : who.start] in _AND else None
        sides = [_called(setting, one) for one in (side, who) if one is not None and one.type == who.type]
        return "与".join(dict.fromkeys(sides)), verb["when"] or ""
    told = RITE.search(own) and "开展" not in verb.group() and _is_name(sheet, begin, end)
    talks = is_bare(own) or _TALKS.search(own) is not None
    leads = _LEADERS.search(sheet.flat, begin, end) if talks and not told else None
    told = told or (leads is not None and _lead_something(setting, begin, leads.start()))
    return sheet.article.text[begin:end] if told else "", ""


def _lead_something(setting: Setting, begin: int, end: int) -> bool:
    """Whether a body or countries stand right before those who lead them: 甲共同体|领导人, 中法|两国元首."""
    text = setting.sheet.flat[begin:end]
    return _bound_at(setting, begin, end) is not None or (len(text) > 1 and all(map(country_abbreviation, text)))


def _called(setting: Setting, bound: Bound) -> str:
    """The name of what is meant, or the words for several: 日韩两国政府."""
    return setting.name(bound) if len(bound.things) == 1 else bound.spot.text


def _is_name(sheet: Sheet, start: int, end: int) -> bool:
    """Whether the words of a subject name something, though nobody knows of what kind: 某街道“双拥会客厅”|举行."""
    if not _TELLING <= end - start <= _LONGEST_SUBJECT:
        return False
    return all(token.tag in _NOUNS or token.text in "“”、()（）之" for token in sheet.words_in(start, end))


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
    """由|甲局|主办、乙中心承办的启动仪式, 甲局|主办的启动仪式: the first body behind 由, or right before the verb."""
    flat = setting.sheet.flat
    if not _HELD_BY.search(flat, left, bound.start):
        return ""
    hosts = [b for b in setting.bounds if left < b.start and b.end <= bound.start and b.type == "Organization"]
    given = (b for b in hosts if b.things and (flat[b.start - 1] == "由" or _HOLDS_IT.match(flat, b.end)))
    return next((setting.name(b) for b in given), "")


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
