"""Meetings without a name: a name is made of who convenes them, or of what they are held for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.anchor.headline import title_meeting
from kg.extract.anchor.holders import holder
from kg.extract.anchor.setting import Made, Setting
from kg.extract.anchor.sitting_with import going_or_at_home, sides_of
from kg.extract.annotated import Bound
from kg.extract.mention.events import bare_subject, subject_span
from kg.extract.mention.meetings import is_bare, start_of
from kg.extract.mention.no_meetings import is_background
from kg.extract.mention.phrases import is_generic
from kg.extract.occasions import held, takes_place
from kg.extract.sheet import Sheet
from kg.language.classes import ATTENDING, CONVENING, NUMERALS, WEEKDAY, all_of, one_of
from kg.language.lexicon import any_of, pattern, words

_DELEGATION = re.compile(r"([^的在到同与和参加了,。;:\s]{2,5}代表团),?(?:[^,。;]{0,12}|[与同和][^,。;]{2,60})$")
_WHEN = re.compile(
    rf"(?:[0-9年月日时点分:上下午晚今昨天\s]|[(](?:[0-9年月日号]{{2,12}}|{WEEKDAY})[)])*"
    r"(?:在[^,。;]{2,10})?(?:联合|共同|专门|专题|专程|随后|组织)?"
)
_INSIDE = re.compile("[在于到赴](?:[^,。;在]{1,3}[省市县区])?$")
_CONVENES = re.compile(f"(?:{CONVENING}|主持)(?:了|其|的)?(?:盛大|隆重)?的?$")
_CARRIES_OUT = re.compile(f"(?:{CONVENING}|主持|开展|进行|组织)(?:了)?$")  # 两局进行|联合会商
# 甲市召开|重点项目|推进会: words that every such meeting may bear.
_KIND = re.compile(
    rf"(?:{CONVENING})了?(?P<kind>(?P<dated>(?:\d{{4}}年)?(?:\d{{1,2}}月份?|[上下]?半年|年[中终初末]|年度|月度|季度|第?[一二三四]季度)"
    r"[\u3400-\u9fff]{0,8})"
    r"|[\u3400-\u9fff]{2,12})$"
)
# 甲因公务未能|出席会议
_ABSENT = re.compile("未|没|因|缺席|请假|委托")
# 李文达|先生出席会议, 李文达|共同主持会议: words that belong to nobody's name and to no meeting's.
_COURTESY = re.compile(f"(?:{any_of(words('honorifics'))})?(?:共同|一同|联合)?")
# 李文达参观了基地,|校企双方|召开座谈会: a clause with a subject of its own.
_OWN_SUBJECT = re.compile(
    r"[,\s“:]{0,2}(?P<who>[\u3400-\u9fff]{0,4}?(?:双方|各方|三方|两[地市县区省校院家]|代表团|考察团|调研组|考察组|组委会|该[院校局市县区司]))"
)
# 就某事与|该公司|召开座谈会
_SITS_WITH = re.compile(
    f"[,\\s]?(?:并|还|又|随后|之后|再)?(?:(?:就|围绕)[^,。;与同和]{{2,30}})?[与同和](?P<who>[^,。;]{{2,24}}?)"
    f"(?:(?:就|围绕)[^,。;]{{2,30}})?(?:{CONVENING}|进行|开展)了?$"
)
_CAME = re.compile("代表团|考察团|考察组|调研组|一行")
_POINTS = re.compile("了?(?:本次|此次|这次|该|当天的?)|了(?=会议|大会)")  # 主持|了本次|会议
_TOGETHER, _PAIR = re.compile("共同主持(?:召开)?了?$"), 2
# 记者从|市政府新闻办|召开的发布会上获悉
_HEARD_FROM = re.compile(r"^(?:.{0,12}记者)?(?:日前|近日|今天|昨天)?(?:从|由)")
# 8月9日|甲市召开发布会, 甲市政府新闻办|28日就某事有关情况|举行发布会
_ITS_DAY = re.compile("^(?:[0-9]{4}年)?(?:[0-9]{1,2}月)?[0-9]{1,2}日(?:[上下]午|晚上?)?")
_ITS_TOPIC = re.compile("(?:[今昨][天日]|[0-9月日]{2,8})?(?:[上下]午)?(?:就(?!业)|围绕|针对)[^,。;]{2,60}$")
_PRESS = re.compile("(?:[\u3400-\u9fff]{2,4})?(?:发布会|记者会|通气会|吹风会|媒体见面会)")
# 例行记者会, 专题新闻发布会, 业绩发布会
_TO_PRESS = re.compile("[\u3400-\u9fff]{0,6}?(?:发布会|记者会|通气会|吹风会)")
_TELLS = re.compile("[^,。;]{0,6}(?:报道|消息|网站)")  # 据甲社|报道,李文达在记者会上说
_SPEAKS_FOR = re.compile("(?:首席|副)?(?:新闻)?(?:发言人|新闻秘书|新闻官)")
_LEADS_IN = re.compile("^(?:并|还|又|再|随后|之后){0,2}[在于]")  # 并在|甲县|召开座谈会
_ORDINAL = re.compile(f"第[0-9{NUMERALS}]+次(?:全体)?$")
_ASKED = re.compile(f"(?:{CONVENING}|{ATTENDING}|开展|进行)(?:了)?(?:会后的|会前的|随后的|随后举行的|当天的|当晚的)?$")
_BODY = re.compile(r"[\u3400-\u9fff]{2,14}[委组会局厅府院部办司团镇乡道村市县区州省盟校站所心]")
# 座谈中,李文达介绍: at the head of a clause, and not 在与甲局|座谈时.
_OPENS = re.compile("(?:^|[,。;\n”])(?:在)?(?:随后的?|之后的?|接下来的)?(?:工作|调研|深入)?$")
_SITTING = re.compile(f"(?:{one_of('presidencies')})$")
_WITHIN = re.compile("[\u3400-\u9fff“”]{6,44}")
# 甲总统举行宴会: one person gives it.
_BESIDE = re.compile(f"(?:{one_of('heads_of_state')})?[和与、](?:夫人|丈夫)?")
_FEAST = re.compile(f"(?:盛大|欢迎|答谢)?(?:{one_of('feasts')})")
# 在说明会上|称:“…”
_CLAIMS = re.compile("称[:,]")
# 走访|甲大学|并参加座谈会
_VISITED = re.compile(f"(?:{one_of('going_there')})$")
_HOLDS_TALK = re.compile(f"{CONVENING}|组织|开展|进行|邀请")
_JOINS_TALK = re.compile(f"主持|{CONVENING}|组织|开展|进行|邀请|{ATTENDING}|与|同")
# What is quoted and is done, not what somebody says: “甲乙”国际多日赛, “共建”大型公益活动.
_QUOTED = re.compile(
    r"“[^”，。；]{3,20}”(?=(?:“[^”，。；]{2,12}”)?[\u3400-\u9fff]{0,12}?"
    r"(?:活动|[赛节展营季月周年会行]|论坛|行动|项目|计划|工程|仪式|系列|品牌|馆))"
    r"|《[^》]{3,24}》"
)
# 举行仪式|欢迎某国总统甲|访华
_WELCOME = re.compile(
    r"(?:热烈|隆重)?欢迎(?P<guest>[^,。;]{2,30}?)(?:来|到|对[^,。;]{1,8})?(?:访华|来访|访问|进行|抵达|$|[,。;])"
)
# 李文达|为越南国家主席周明远举行|欢迎仪式
_FOR_GUEST = re.compile("为[^,。;]{2,40}(?P<verb>举行|举办)了?(?:隆重|盛大)?的?$")
_UNTOLD = all_of("untold_meetings")
# 李文达|主持召开|座谈会
_HELD_BY_WHOM = re.compile("(?P<deed>主持召开|召开|主持)了?$")
_TALKS = ("座谈会", "座谈", "会谈")
_SAT = _TALKS[:2]
_GUEST = re.compile(
    rf"[^,。;]{{0,16}}?(?:{any_of(words('unnamed_people'))})|等?(?:机构|单位|企业)?的?[^,。;]{{0,6}}人士"
)
_AFTERWARDS = re.compile("(?:会谈|会见|会晤|见面|通话|磋商)(?:结束)?[之以]?后")
_FOUNDS = re.compile("成立|揭牌|挂牌|启用|落成|奠基|开工|竣工")
_NEAR = 40
_SHORTEST = 4  # characters of a name that tells anything
_OWN = 4  # characters of a ceremony that say what it is for
_THEIR_PEOPLE = re.compile(rf"(?:{any_of(words('unnamed_people'))})[^,。;]{{0,6}}(?:出席|参加)了?$")
_THIS = re.compile(f"^(?:{any_of(words('this_words'))})")
# What says by itself what kind of meeting it is: 新闻发布会, 股东大会, 封顶仪式.
_TELLS_KIND = re.compile("[\u3400-\u9fff]{2}(?:会|(?<=电话)会议|仪式|大会|典礼|宴|论坛)$")

_TAKES_PLACE = re.compile("(?:现场)?[上中](?=[,，、的]|[\u3400-\u9fff])|期间|现场|(?:正式)?(?:开始|举行|召开|结束)")
_THEN_TOLD = re.compile("[0-9年月日本上下周个今昨前天当晚午早]{0,10}")
_HELD_OF = re.compile(f"(?:{CONVENING})的$")
# “甲”|、乙街道|“丙”
_LIST_GOES_ON = re.compile("”?[、和](?:[\u3400-\u9fff]{2,10})?“?")


def convened(setting: Setting, start: int, end: int) -> Made | None:
    """A meeting that the sentence itself tells of: 张三主持召开座谈会, 常委会召开会议, 代表团一起审议."""
    flat = setting.sheet.flat
    left, _ = setting.sheet.sentence(start)
    special = _sitting(setting, left, start, end) or _of_kind(setting, left, start, end)
    special = special or _with_hosts(setting, left, start, end)
    if special is not None:
        return special
    convenes = _CARRIES_OUT if flat.endswith("会商", start, end) else _CONVENES
    verb = convenes.search(flat, max(left, start - 8), start)
    ordinal = _ORDINAL.search(flat, left, start)
    if ordinal and verb is None:
        start = ordinal.start()
        verb = _CONVENES.search(flat, max(left, start - 6), start)
    what = flat[start:end]
    if what.startswith("第") and what.endswith(("集体学习", "专题学习")):
        return _study(setting, left, start, what)
    if verb is None or not is_bare(what):
        return None
    if verb.group() == "主持" and (not what.endswith(("座谈会", "记者会")) or _told(setting, what, start)):
        return None
    name = _by_spokesman(setting, left, verb) or _led(setting, verb) or _by_body(setting, left, verb)
    name = name or _by_person(setting, left, verb) or _by_words(setting, verb)
    if not name and not what.endswith("仪式") and not sides_of(setting, start, what):
        name = _by_both(setting, verb) or _far_off(setting, verb, what)
    return Made(start, name + what, "召集者与会议合成名称") if name else None


def _sitting(setting: Setting, left: int, start: int, end: int) -> Made | None:
    """青海代表团|审议, 举行|仪式|欢迎某国总统甲访华."""
    flat = setting.sheet.flat
    group = _DELEGATION.search(flat, left, start) if flat[start:end] in ("审议", "讨论") else None
    if group is not None:
        return Made(start, group.group(1) + flat[start:end], "团组审议")
    guest = _FOR_GUEST.search(flat, left, start) if flat[start:end] == "欢迎仪式" else None
    people = _between(setting, left, start, "Person") if guest is not None else []
    if guest is not None and len(people) > 1 and people[-1].end <= guest.start("verb") < people[-1].end + 8:
        name = f"{people[0].spot.text}为{people[-1].spot.text}举行欢迎仪式"
        return Made(start, name, "主人与欢迎的客人")
    welcome = _WELCOME.match(flat, end) if flat[start:end] == "仪式" else None
    return Made(start, f"欢迎{welcome['guest']}仪式", "欢迎的客人") if welcome is not None else None


def _of_kind(setting: Setting, left: int, start: int, end: int) -> Made | None:
    """甲市召开|重点项目|推进会, 甲委召开|8月份|发布会: called by what every such meeting is for, or by its time."""
    flat = setting.sheet.flat
    kind = _KIND.search(flat, max(left, start - 16), start)
    if kind is None:
        return None
    if not kind["dated"] and not is_generic(flat[kind.start("kind") : end], setting.sheet, kind.start("kind"), end):
        return None
    begin = kind.start("kind")
    verb = _CONVENES.search(flat, max(left, begin - 8), begin)
    name = _by_body(setting, left, verb) or _by_words(setting, verb) if verb is not None else ""
    return Made(begin, name + flat[begin:end], "召集者与会议合成名称") if name else None


def _with_hosts(setting: Setting, left: int, start: int, end: int) -> Made | None:
    """甲一行来到乙公司,就某事与该公司召开|座谈会; 代表团参观…,并与丙局进行|座谈: a new talk, by those who came and whom
    they sit with."""
    flat = setting.sheet.flat
    if flat[start:end] not in _TALKS:
        return None
    clause = setting.sheet.clause(start)[0]
    sits = _SITS_WITH.match(flat, clause, start)
    came = list(_CAME.finditer(flat, left, clause)) if sits is not None else []
    if sits is None or not came:
        return None
    hosts = [b for b in _between(setting, *sits.span("who"), "Organization") if b.start == sits.start("who")]
    if sits["who"].startswith("该"):
        hosts = _between(setting, came[-1].end(), clause, "Organization")[-1:]
    whom = setting.name(hosts[-1]) if hosts else sits["who"]
    if not hosts and (whom.startswith("该") or not _BODY.fullmatch(whom)):
        return None
    people = [b for b in _between(setting, left, clause, "Person") if b.end == came[-1].start()]
    who = setting.name(people[-1]) if people else ""
    return Made(start, f"{who}{came[-1].group()}与{whom}{flat[start:end]}", "来者与主人")


def _told(setting: Setting, what: str, start: int) -> bool:
    """Whether a meeting of this kind was told of before."""
    return any(b.start < start and setting.name(b).endswith(what) for b in setting.meetings)


def _study(setting: Setting, left: int, start: int, what: str) -> Made | None:
    bodies = _between(setting, left, start, "Organization")
    bodies = [b for b in bodies if b.end == start] or bodies
    if not bodies or is_background(setting.sheet, bodies[0].start, start + len(what)):
        return None
    return Made(start, setting.name(bodies[0]) + what, "学习的单位")


def _between(setting: Setting, left: int, right: int, kind: str) -> list[Bound]:
    return [b for b in setting.bounds if left <= b.start and b.end <= right and b.type == kind and b.things]


def _by_body(setting: Setting, left: int, verb: re.Match[str]) -> str:
    """The organisation right before the verb, with the one that it is joined to by 与."""
    flat = setting.sheet.flat
    bodies = _between(setting, left, verb.start(), "Organization")
    topic = _ITS_TOPIC.search(flat, left, verb.start()) if _PRESS.match(flat, verb.end()) else None
    stop = topic.start() if topic is not None else verb.start()
    speakers = {b.end + 1 for b in _between(setting, left, verb.start(), "Person")}
    if not (verb.group().endswith("的") and bodies and bodies[-1].start in speakers):  # 李文达在|甲办|召开的发布会上
        bodies = [b for b in bodies if not _INSIDE.search(flat, left, b.start)] or bodies  # 甲院在|乙校|举行
    near = [b for b in bodies if b.end <= stop and _WHEN.fullmatch(flat, b.end, stop)]
    if "主持" in verb.group() or not near:
        return ""
    name = setting.name(near[-1])
    sides = [b for b in bodies if b.end < near[-1].start]
    if sides and re.fullmatch(r"[与同和]", flat[sides[-1].end : bodies[-1].start].strip()):
        return f"{setting.name(sides[-1])}与{name}"
    return name


def _far_off(setting: Setting, verb: re.Match[str], what: str) -> str:
    """甲集团|于公告发布后迅速召开|交流会: the body with which the clause begins, where no such meeting was told."""
    at = Bound(setting.sheet.spot(verb.end(), verb.end() + len(what), "Meeting", "unnamed"))
    if "主持" in verb.group() or _told(setting, what, verb.end()):
        return ""
    left, _ = setting.sheet.clause(verb.start())
    here = {setting.name(b) for b in _between(setting, left, verb.start(), "Organization")}
    who, _ = holder(setting, at, what) if here else ("", "")
    return who if who in here else ""


def _by_spokesman(setting: Setting, left: int, verb: re.Match[str]) -> str:
    """甲部|发言人李文达主持|例行记者会: the body in whose name somebody speaks to the press."""
    if not _TO_PRESS.match(setting.sheet.flat, verb.end()):
        return ""
    people = _between(setting, left, verb.start(), "Person")
    bodies = _between(setting, left, people[-1].start, "Organization") if people else []
    speaks = bodies and _SPEAKS_FOR.fullmatch(setting.sheet.flat, bodies[-1].end, people[-1].start)
    return setting.name(bodies[-1]) if speaks else ""


def _by_person(setting: Setting, left: int, verb: re.Match[str]) -> str:
    """The person before the verb, the place that stands between, and the verb."""
    people = _between(setting, left, verb.start(), "Person")
    if verb.group().endswith("的") and _TO_PRESS.match(setting.sheet.flat, verb.end()):
        return ""  # 李文达在当日召开的|记者会上说: he speaks there
    hosted = re.search("主持|召开", verb.group()) or _FEAST.match(setting.sheet.flat, verb.end())
    if not people or not hosted or verb.start() - people[-1].end > _NEAR:
        return ""
    clause = setting.sheet.clause(verb.start())[0]
    if people[-1].end <= clause and _OWN_SUBJECT.match(setting.sheet.flat, clause, verb.start()):
        return ""
    place = re.search(r"在[^,。;在]{2,14}$", setting.sheet.flat[max(clause, people[-1].end) : verb.start()])
    who = people[-1]
    for other in reversed(people[:-1]):  # 甲和夫人乙举行宴会
        if not _BESIDE.fullmatch(setting.sheet.flat, other.end, who.start):
            break
        who = other
    return who.spot.text + (place.group() if place else "") + verb.group()


def _by_words(setting: Setting, verb: re.Match[str]) -> str:
    """The words before the verb where they end like a body (县委理论学习中心组|召开)."""
    sheet = setting.sheet
    clause, _ = sheet.clause(verb.start())
    words_before = _HEARD_FROM.sub("", sheet.flat[clause : verb.start()].strip())
    words_before = _ITS_DAY.sub("", _LEADS_IN.sub("", words_before))
    if _PRESS.match(sheet.flat, verb.end()):
        words_before = _ITS_TOPIC.sub("", words_before)
    if "主持" in verb.group():
        return ""
    if _BODY.fullmatch(words_before):
        return _resolved(setting, sheet.flat.find(words_before, clause), words_before)
    # 某次会议主席团|4日上午在人民大会堂|举行
    spans = (subject_span(sheet, verb.start()), bare_subject(sheet, verb.start()))
    told = (sheet.flat[slice(*span)].strip() for span in spans if span)
    return next((text for text in told if len(text) <= _NEAR and _SITTING.search(text)), "")


def _by_both(setting: Setting, verb: re.Match[str]) -> str:
    """校企双方|召开, 两市|举行: the words for both sides, where they are the subject of the clause."""
    sheet = setting.sheet
    own = _OWN_SUBJECT.match(sheet.flat, sheet.clause(verb.start())[0], verb.start())
    if own is None or "主持" in verb.group() or own["who"].startswith("该"):
        return ""
    return own["who"] if _WHEN.fullmatch(sheet.flat, own.end(), verb.start()) else ""


def _resolved(setting: Setting, start: int, text: str) -> str:
    """The words of a body, the one with which they begin by its name: 市政府|新闻办 as 青江市政府新闻办."""
    led = next((b for b in setting.bounds if b.start == start and b.type == "Organization" and b.things), None)
    if led is None or led.end - start >= len(text):
        return text
    return setting.name(led) + text[led.end - start :]


def _led(setting: Setting, verb: re.Match[str]) -> str:
    """市委|学习贯彻某思想主题教育领导小组|举行: what sits within a body, with all that its name says."""
    span = bare_subject(setting.sheet, verb.start())
    text = setting.sheet.flat[slice(*span)].rstrip() if span is not None else ""
    if span is None or not _SITTING.search(text) or not _WITHIN.fullmatch(text):
        return ""
    within = any(b.start == span[0] and b.type == "Organization" and b.end < span[1] for b in setting.bounds)
    return _resolved(setting, span[0], text) if within else ""


def untold(setting: Setting, start: int, end: int) -> Made | None:
    """A meeting of which nothing was told before: 联组会, 签约仪式, 座谈会, or the one that the title names."""
    text = setting.sheet.flat[start:end]
    if "义务植树" in text:
        return Made(start, text.removesuffix("活动") + "活动", "所做的事")
    if text in ("联组会", "小组会"):
        return _session(setting, start, text)
    if setting.sheet.flat.startswith("精神", end):
        return None
    return (
        _held_for(setting, start, end)
        or _titled(setting, start, end)
        or _attended(setting, start, end)
        or _owned(setting, start, end)
        or scene_of(setting, start, end)
        or _heard_at(setting, start, end)
    )


def _owned(setting: Setting, start: int, end: int) -> Made | None:
    """在|甲集团|的股东大会|上: called after the body whose it is said to be."""
    text = setting.sheet.flat[start:end]
    if setting.sheet.flat[start - 1 : start] != "的" or text in _UNTOLD or not _TELLS_KIND.search(text):
        return None
    if _TAKES_PLACE.match(setting.sheet.flat, end) is None:
        return None
    owner = next((b for b in setting.bounds if b.end == start - 1 and b.type == "Organization" and b.things), None)
    return Made(start, setting.name(owner) + text, "所属的单位") if owner is not None and not owner.inner else None


def _heard_at(setting: Setting, start: int, end: int) -> Made | None:
    """记者从甲中心召开的|新闻发布会|上获悉: a meeting of the press of which nobody says who holds it."""
    text = setting.sheet.flat[start:end]
    if _PRESS.fullmatch(text) is None or not setting.sheet.flat.startswith("上", end):
        return None
    held_there = _HELD_OF.search(setting.sheet.flat, max(0, start - 4), start)
    if held_there is None:
        return None
    bodies = _between(setting, setting.sheet.clause(start)[0], held_there.start(), "Organization")
    near = bodies and _THEN_TOLD.fullmatch(setting.sheet.flat, bodies[-1].end, held_there.start())
    return Made(start, (setting.name(bodies[-1]) if near else "") + text, "记者所在的会")


def _session(setting: Setting, start: int, text: str) -> Made | None:
    before = [b for b in setting.meetings if b.start < start]
    parents = [b for b in before if b.spot.text.endswith("次会议")] or before[-1:]
    return Made(start, setting.name(parents[-1]) + text, "所属会议") if parents else None


def _listed(setting: Setting, named: Sequence[Bound]) -> str:
    """What a happening is for: the first that is named, and works that the list goes on with (“甲”、乙街道“丙”)."""
    run = list(named[:1])
    for other in named[1:]:
        between = setting.sheet.flat[run[-1].end : other.start]
        if (
            other.type == "Project" == run[-1].type
            and _LIST_GOES_ON.fullmatch(between)
            and other.things != run[-1].things
        ):
            run.append(other)
    return "、".join(setting.name(one) for one in run)


def _held_for(setting: Setting, start: int, end: int) -> Made | None:
    """签约仪式 takes the name of the first project or paper told of, 座谈会 that of the first person or body."""
    sheet = setting.sheet
    text = sheet.flat[start:end]
    while_they_sat = text in ("座谈中", "座谈时") and _OPENS.search(sheet.flat, 0, start)
    if while_they_sat:
        text = "座谈"
    if text in _TALKS:
        asked = _ASKED.search(sheet.flat, max(0, start - 4), start)
        if text != "座谈会" and not while_they_sat and not asked:
            return None
        if asked and asked.group().startswith("进行") and _told_another(setting, start):
            return None
        kinds: tuple[str, ...] = ("Person", "Organization")
    elif text.endswith("仪式") and held(sheet, start, end):
        kinds = ("Project", "Agreement")
    else:
        return None
    reach = len(sheet.flat) if text == "座谈会" else start
    left = max(sheet.sentence(start)[0], sheet.lead_end)
    spans = [(left, start), (sheet.lead_end, reach)] if text == "座谈会" else [(sheet.lead_end, reach)]
    named = title_meeting(sheet.article.title or "") if text == "座谈会" else None
    if named is not None and named.endswith(text):
        return Made(start, named, "标题或与会者")
    before = [b for span in spans for kind in kinds for b in _between(setting, *span, kind) if not b.inner]
    if text == "座谈会":
        near = [b for b in before if left <= b.start < start and _convenes(sheet, b, start)]
        takes_place = held(sheet, start, end) or sheet.flat.startswith(("上", "中", "现场"), end)
        before = near or [b for b in before if takes_place and b.type == "Person" and not left <= b.start < start]
    if text.endswith("仪式") and len({b.things for b in before}) > 1:
        here = [b for b in before if b.start >= left]  # of several the one that the sentence tells, else the first
        before = here or ([] if _own_words(sheet, start, end) else before)
    if not before and text.endswith("仪式"):
        # 重点招商项目|签约仪式: what every such ceremony may be for is all that it is called by.
        start = start_of(sheet, start, end)
        text = sheet.flat[start:end]
    sides = sides_of(setting, start, text) if text in _TALKS else ""
    if not sides and text in _SAT and before and before[0].type == "Person" and not _held_by(sheet, before[0], start):
        sides = going_or_at_home(setting, start, text)
    if sides or text == "会谈":  # a talk between two: whom else the page names is no side of it
        return Made(start, sides, "因所涉而得名") if sides else None
    lead = _who_talks(setting, before[0], start, text) if before and text in _TALKS else ""
    name = (lead or _listed(setting, before)) + text
    passing = bool(while_they_sat) and "仪式" in sheet.flat  # 签约仪式…。座谈中: the page is about the ceremony
    made = Made(start, name, "因所涉而得名", sure=not lead.endswith("参加"), passing=passing)
    return made if len(name) >= _SHORTEST else None


def _told_another(setting: Setting, start: int) -> bool:
    """Whether a happening was told before of which sitting together is only a part: 启动仪式…。最后,进行了|座谈."""
    return any(b.start < start and b.spot.by != "talk" and takes_place(setting.sheet, b) for b in setting.meetings)


def _own_words(sheet: Sheet, start: int, end: int) -> bool:
    """招商引资项目|签约仪式: whether words of its own stand before the ceremony."""
    return start - start_of(sheet, start, end) >= _OWN


def _held_by(sheet: Sheet, who: Bound, start: int) -> bool:
    """Whether the sentence says that somebody named before convenes the talk."""
    return who.end <= start and _HELD_BY_WHOM.search(sheet.flat, max(0, start - 6), start) is not None


def _who_talks(setting: Setting, who: Bound, start: int, text: str) -> str:
    """What a talk is called by: 李文达主持召开, 李文达一行, 李文达参加; it may be about a person without a post."""
    if who.type != "Person":
        return ""
    deed = _HELD_BY_WHOM.search(setting.sheet.flat, max(0, start - 6), start) if text == "座谈会" else None
    if deed is not None and who.end <= start:
        return setting.name(who) + deed["deed"]
    if f"{who.spot.text}一行" in setting.sheet.flat:
        return f"{setting.name(who)}一行"
    posts = {b.end for b in setting.bounds if b.type == "Title"}
    own = {b.start for b in setting.bounds if b.type == "Person" and b.things == who.things}
    return setting.name(who) + ("" if own.isdisjoint(posts) else "参加")


def _convenes(sheet: Sheet, bound: Bound, start: int) -> bool:
    """Whether the sentence tells that who is named holds the talk at `start`, or is there: not 走访|甲大学,参加座谈."""
    between = sheet.flat[bound.end : start]
    if _VISITED.search(sheet.flat, max(0, bound.start - 4), bound.start):
        return False
    verbs = _HOLDS_TALK if bound.type == "Organization" else _JOINS_TALK
    return verbs.search(between) is not None


def _quoted_before(sheet: Sheet, start: int) -> str | None:
    """What the title or the beginning quotes: the article is about it."""
    reach = sheet.sentences[min(2, len(sheet.sentences) - 1)][1]
    quoted = _QUOTED.search(sheet.article.title) or _QUOTED.search(
        sheet.article.text, sheet.lead_end, min(reach, start)
    )
    return quoted.group() if quoted else None


def _attended(setting: Setting, start: int, end: int) -> Made | None:
    """某某出席发布会, of which nothing else is told: it is named after what the article is about at its beginning."""
    sheet = setting.sheet
    text = sheet.flat[start:end].removeprefix("此次").removeprefix("本次").removeprefix("这次")
    people = _between(setting, sheet.sentence(start)[0], start, "Person") or _sent(setting, start)
    if not people or not _ASKED.search(sheet.flat, max(0, start - 10), start) or text in _UNTOLD:
        return None
    if text == "活动" and pattern("visit_verbs").search(sheet.flat, 0, start):
        return None  # they went along on a visit
    quoted = _quoted_before(sheet, start)
    if quoted:
        return Made(start, quoted + text, "报道所涉")
    if text == "活动":
        return None
    index = sheet.sentence_index(start)
    near = sheet.sentences[max(0, index - 1)][0]  # far off anything is named
    lead = sheet.sentences[min(1, index)][1]
    things = [b for kind in ("Project", "Organization") for b in _between(setting, sheet.lead_end, start, kind)]
    things = [b for b in things if b.start >= near or b.end <= lead]
    posts = {b.start for b in setting.bounds if b.type == "Title"}
    named = [b for b in things if not b.inner and b.end not in posts]
    if _FEAST.search(text):  # 中方使馆|工作人员等参加招待会: the guests' bodies do not give it
        named = [b for b in named if not _GUEST.match(sheet.flat, b.end)]
    name = (setting.name(named[0]) if named else "") + text
    return Made(start, name, "报道所涉") if named or _TELLS_KIND.search(text) else None


def _sent(setting: Setting, start: int) -> list[Bound]:
    """某集团、某街道相关人员|出席封顶仪式: the bodies whose people are there."""
    left, _ = setting.sheet.clause(start)
    bodies = _between(setting, left, start, "Organization")
    return bodies if bodies and _THEIR_PEOPLE.search(setting.sheet.flat, bodies[-1].end, start) else []


def scene_of(setting: Setting, start: int, end: int) -> Made | None:
    """在今年的股东大会|上,甲公司董事长李文达表示: a meeting of which only who speaks at it is told, called after their
    body; of a kind that says what it is, not 会上 or 大会上."""
    sheet = setting.sheet
    text = _THIS.sub("", sheet.flat[start:end])
    if text in _UNTOLD or not sheet.flat.startswith(("上", "期间", "现场"), end) or not _TELLS_KIND.search(text):
        return None
    left, right = sheet.sentence(start)
    people = _between(setting, left, right, "Person")
    told = pattern("say_verbs").search(sheet.flat, end, right) or pattern("speech_verbs").search(sheet.flat, end, right)
    told = told or _CLAIMS.search(sheet.flat, end, right)
    if told is None or not any(b.end <= told.start() for b in people):
        return None
    named = [b for b in _between(setting, left, told.start(), "Organization") if not b.inner]
    bodies = [b for b in named if not pattern("meeting_suffixes").search(b.spot.text)]
    bodies = [b for b in bodies if not _only_met(setting, b, start) and not _TELLS.match(sheet.flat, b.end)]
    if _FOUNDS.match(text):
        return None  # 在基金|成立会|上: what is founded is not the body of who speaks
    opens = not sheet.flat[sheet.clause(start)[0] : start].strip()
    return Made(start, (bodies[-1].spot.text if bodies else "") + text, "讲话者的单位", passing=not opens)


def _only_met(setting: Setting, body: Bound, start: int) -> bool:
    """甲与|乙局|局长会谈后在某宫举行的|发布会: whether the body is only met before."""
    flat = setting.sheet.flat
    return (
        flat[body.start - 1 : body.start] in ("与", "同", "和")
        and _AFTERWARDS.search(flat, body.end, start) is not None
    )


def _told_of(setting: Setting, start: int) -> str | None:
    """What the article has told of, where that is one happening only: 开班仪式举行。李文达出席|会议."""
    before = [b for b in setting.meetings if b.start < start]
    things = {b.things for b in before}
    real = len(things) == 1 and before[0].spot.by != "talk" and held(setting.sheet, before[0].start, before[0].end)
    return setting.name(before[0]) if real else None


def _titled(setting: Setting, start: int, end: int) -> Made | None:
    """出席会议: the meeting of the title, else one named after who is there."""
    sheet = setting.sheet
    text = sheet.flat[start:end]
    if not (held(sheet, start, end) or text.endswith("上")):
        return None
    name, after_somebody = title_meeting(sheet.article.title or ""), False
    people = _between(setting, sheet.clause(start)[0], start, "Person")
    if name is None and text in ("会议", "大会") and people and start - people[-1].end < 12:
        name = _told_of(setting, start)
    if name is None and text in ("会议", "大会") and people and start - people[-1].end < 12:
        if (both := _presiding(setting, people, start)) is not None:
            return Made(start, both + text, "标题或与会者")
        who, deed = people[-1], _COURTESY.sub("", sheet.article.text[people[-1].end : end], count=1)
        deed = f"出席{text}" if deed.startswith("在") else deed
        name = None if _ABSENT.search(sheet.flat, who.end, start) else who.spot.text + _POINTS.sub("", deed)
        after_somebody = True
    return Made(start, name, "标题或与会者", sure=not after_somebody) if name is not None else None


def _presiding(setting: Setting, people: Sequence[Bound], start: int) -> str | None:
    """甲长官李文达和乙市长周明远共同主持|会议: both who preside, and the verb."""
    together = _TOGETHER.search(setting.sheet.flat, people[-1].end, start)
    if together is None or len(people) != _PAIR or people[-1].end != together.start():
        return None
    return "、".join(setting.name(one) for one in people) + "主持"
