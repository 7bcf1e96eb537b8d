"""Names of meetings: everything that can belong to the name, read from its last word to the left."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from kg.extract.mention.phrases import CLOSING, SEASONS, is_generic, names_work
from kg.extract.sheet import Sheet, Spot
from kg.language.classes import ATTENDING, CLASSIFIERS, CONVENING, COUNTS, HELD, NUMERALS, all_of, one_of
from kg.language.divisions import find as find_division
from kg.language.lexicon import any_of, first_of, pattern, word_set, words
from kg.language.tagger import Token

_SHORT = 2
_NAMED_SO = ("n", "nz", "vn", "an", "LOC", "ORG")  # 经纪人|之|家揭牌仪式
_STUDIES = ("研修", "教育", "交流", "实践", "培训", "讨论", "成果", "座谈")  # 经验|学习|研修班
_TERMS = ("暑期", "暑假", "寒假", "寒期", "百日")  # 大学生|暑期|社会实践结业仪式
# 党的二十届三中全会精神, 按照省委全会部署: a meeting that is only the source of a policy.
_POLICY = re.compile(
    r"^发言|^(?:和|与|及|、)[^,。;]{2,16}精神|^[”》)]?(?:的)?(?:会议)?(?:重要|决策|工作|重大)?(?:讲话)?(?:精神|部署|要求|决策|提出的|以来|作出的|确定的|报告|决议|明确的?|闭幕后|决定)(?!的?公告)"
)
_POLICY_BEFORE = re.compile(r"(?:党的|贯彻|落实|学习|按照|根据)[^,。;]{0,12}$")
_NO_SHOW = re.compile(
    f"(?:{one_of('verbs_in_exhibit')})展$|^.{{0,4}}展$|社会$|^.{{0,3}}两会$|(?:人民|职工|股东)代表大会$"
    f"|^[0-9{COUNTS}]+(?:{CLASSIFIERS})|社会展$"
)
# 委员长会议建议…: only where it sits does it take place.
_OF_CHAIRS = re.compile("(?:委员长|主任|主席|秘书长)会议$")
_SITS = re.compile(f"{CONVENING}|主持|{ATTENDING}")
_SESSION = re.compile(r"(?:审议|讨论)$")
_GROUP = re.compile(r"(?:代表团|委员|小组|联组|分组|全团|组|界)(?:的)?(?:联组|分组|小组|全体)?(?:审议|讨论)$")
# 集中签约仪式, 项目开工仪式 name no ceremony in particular, 宪法宣誓仪式 does.
_KINDS = any_of([*words("ceremony_kinds"), *words("ceremony_frames")])
_BARE = re.compile(
    f"^(?:第[0-9{NUMERALS}]+(?:届|次)|{any_of(words('bare_meeting_leads'))}){{0,6}}"
    rf"(?:{any_of(words('bare_meeting_kinds'))}){{0,5}}"
    rf"(?:(?:欢迎|答谢|盛大|会议|大会|论坛|活动)?(?:{any_of(words('bare_meeting_ends'))})|(?:论坛|峰会){{1,3}}"
    rf"|[\u3400-\u9fff]{{0,2}}(?:{_KINDS}){{0,4}}仪式)$"
)
_HELD = re.compile(f"^[^,。;]{{0,24}}?(?:{HELD}|启动)")
_FAIR = re.compile("(?<![进服消])博会$")  # 第八届渔博会: what everybody calls a fair, with its edition
_JUST_HELD = re.compile(f"(?:{CONVENING})的$")
_CONVENED = re.compile(f"(?:{CONVENING}|{ATTENDING})$")
_TELLING = 8  # characters of a name of general words that tells something
_DEMANDS = re.compile("要求|明确|决定|部署|提出")
_HOLDING = re.compile(f"主持|{CONVENING}|{ATTENDING}")
_ORDINAL = re.compile(f"第?[0-9{NUMERALS}首]{{1,8}}(?:{one_of('ordinal_classifiers')})$")
_EDITION_ENDS = re.compile(f"(?:第[0-9{NUMERALS}百]{{1,4}}|首)届(?:国际|全国|中国)?$")
_BEFORE_NAME = 10  # characters in which the edition stands before a name
_ORDINAL_HEAD = re.compile(rf"第[0-9{NUMERALS}]+(?:{one_of('ordinal_classifiers')})|首[届次轮]|\d{{4}}年?")
# 第三次中英财金对话 is a meeting, 加强对话 is none.
_EDITION = re.compile(f"第[0-9{NUMERALS}百]{{1,4}}届|首届")
_OF_CLAUSE = ("v", "vd", "d", "ad", "a", "p", "u", "f", "r")
# 李文达|作品捐赠仪式
_WORKS_OF = ("作品", "书法", "摄影", "个人", "先进事迹", "诞辰")
# 李文达|追思会, 李文达|同志遗体告别仪式, 李文达|演唱会: a happening of one person
_FAREWELL = re.compile(f"(?:同志|先生|女士|教授|院士|老师)?(?:{one_of('happenings_of_one')})")
# 学习贯彻某人|新时代某思想主题教育工作会议
_THOUGHT = all_of("schools_of_thought")
_STUDY = re.compile(f"(?:学习|贯彻){{1,2}}(?:落实)?[\u3400-\u9fff]{{2,4}}(?:{one_of('schools_of_thought')})")
_UPON_IT = re.compile("(?:[会坛式展节赛]|活动)(?:上|期间)")
_WHOLE_QUOTED = re.compile("“[^“”]*”|《[^《》]*》")
# 召开的|甲部和乙部部长会议
_HELD_THERE = ("召开的", "举行的", "举办的", "主办的", "承办的")
_ROUND = re.compile("(?:对话|磋商|谈判)$")
_FESTIVALS = any_of(words("festivals"))
_YEAR = re.compile(
    rf"\d{{4}}年?(?:度)?(?:{_FESTIVALS})?|第?[一二三四]季度|[上下]半年|{_FESTIVALS}|[\d{NUMERALS}百]{{1,8}}周年"
)
# Last words that end no word before they are whole: 暨青年人才|交流座谈会, not 暨高质量发|展大会.
_LONG_LAST = [word for word in words("meeting_suffixes") if len(word) > _SHORT]
_WHOLE_LAST = any_of(["活动", "大会", "会议", "仪式", *_LONG_LAST])
# 甲会议暨乙运动会|质量工作会议: the second name goes on to its own last word.
_GOES_ON_TO = "[^,。;、的在于由将召举开上中会“”()0-9]{2,10}(?:工作会议|大会)"
_AND_ALSO = re.compile(
    rf"\s?暨(?:[0-9]{{4}}年[^,。;的]{{2,40}}?|[^,。;、的]{{2,24}}?)(?:{_WHOLE_LAST})(?!{_GOES_ON_TO})|及(?:{any_of(words('ceremony_kinds'))})(?:{one_of('ceremony_nouns')})"
)
# 甲会议|议事规则, “某某”宣讲|队: the name of a paper or of a team that goes on.
_GOES_ON = re.compile(f"(?:{any_of(words('meeting_goes_on'))})")
_RITE_ENDS, _SITS_UPON = re.compile("仪式$|典礼$"), re.compile("[\u3400-\u9fff]{2,3}会上")
# 上一届研讨会 says which one of its kind, and is no name; 会议|中心 is a house.
_ANOTHER_ONE = re.compile(
    f"^(?:(?:上|下|前|往|历|各|几|每)[0-9{COUNTS}]{{0,3}}(?:{one_of('ordinal_classifiers')})|[两几]届)"
)
# 每届|夏季或|冬季运动会
_EACH = re.compile("(?:每|历|各)届[^,。;]{0,6}$")
_HOUSE = re.compile(r"(?:室|中心|厅|堂|酒店|大楼)")
# (一)股东大会召开的时间: a count of headings.
_COUNTS = re.compile(rf"\([0-9{NUMERALS}]{{1,3}}\)")
_HEADING = re.compile(f"[{NUMERALS}]{{1,3}}、")
_BYLINE = re.compile("记者|通讯员")
_COUNTED = re.compile(f"^[0-9.{COUNTS}]*(?:{CLASSIFIERS})$")
_JOINTS = "·•・‧—–-－~+&/×±暨"
_STOP_TAGS = {"r", "d", "p", "u", "xc", "f"}
_DIRECTIONS = (
    "东",
    "西",
    "南",
    "北",
    "中",
    "上",
    "下",
    "东部",
    "西部",
    "南部",
    "北部",
    "中部",
    "东西部",
    "中西部",
    "东中西部",
)
_LONGEST = 60
_BREAK = re.compile("…+|\\s{2,}|\u3000+")  # 举办甲挑战赛……  |2019乙大会
_AND = ("、", "与", "和", "及", "以及", "同")
# A name has its parts joined by 与, 和, 及 or 暨; 以及 parts the items of a list.
_PARTS_ITEMS = ("以及",)
# 视频会|商, 展|能节: the word goes on.
_WORD_GOES_ON = re.compile("(?<=会)(?:商(?!定|量|讨)|诊|晤|谈(?!到|起|论|及|了))|(?<=展)能")
# 、主题展览、|物资交流会, 及主题发言、|经贸对接会: an item of a list, all of which are done.
_PROGRAMME = re.compile(f"[、及和与][\u3400-\u9fff]{{0,6}}(?:{one_of('items_of_programmes')})$")
_LEVELS = all_of("levels_in_names")  # 全省|文化和旅游发展大会
_EVENT_ENDS = ("会", "节", "展", "赛", "典", "礼", "行", "月", "周")
_CELEBRATES = ("庆", "庆祝", "纪念", "欢庆")  # 庆|八一书画展
_OFFICERS = ("长", "官员", "负责人", "首席执行官")
_OFFICER_NEXT = re.compile("[\u3400-\u9fff]{1,5}?长(?:会|论坛|峰会|联席|[\u3400-\u9fff]{0,2}(?:会议|对话|会晤|磋商))")
_SHARED_HEAD = re.compile("[\u3400-\u9fff]{2,4}?(?:国家|地区|各国|两国|两地|两省|两市|人民)")


def find(sheet: Sheet) -> Iterable[Spot]:
    """Every candidate name of a meeting; bare words (会议, 座谈会, 签约仪式) are left to the binding of calls."""
    taken = -1
    for match in _endings().finditer(sheet.flat):
        if match.end(1) not in sheet.edges or match.end(1) <= taken or _WORD_GOES_ON.match(sheet.flat, match.end(1)):
            continue
        ending, end = match.start(), stretched(sheet, match.end(1))
        taken = end
        start = _behind_number(sheet, _session_start(sheet, start_of(sheet, ending, end), end))
        if start < end and _names_meeting(sheet, start, end):
            yield sheet.spot(start, end, "Meeting", "ending", sure=False)


@cache
def _endings() -> re.Pattern[str]:
    """The last words of meetings, those within others, too."""
    endings = words("meeting_suffixes")
    return re.compile(f"{first_of(endings)}(?=({any_of(endings)}))")


def is_bare(text: str) -> bool:
    """Whether the words name no meeting in particular (座谈会, 第二次会议, 签约仪式)."""
    return bool(_BARE.match(text))


def _behind_number(sheet: Sheet, start: int) -> int:
    """The start behind the number of a heading: 一、|董事会会议召开情况."""
    number = _HEADING.match(sheet.flat, start)
    return number.end() if number is not None else start


def stretched(sheet: Sheet, end: int) -> int:
    """The end moved right over further endings that follow at once, or after 暨: 说明会|暨…活动."""
    while True:
        match = pattern("meeting_suffixes").match(sheet.flat, end) or _AND_ALSO.match(sheet.flat, end)
        if not match or match.end() not in sheet.edges or sheet.flat.endswith(match.group(), 0, end):
            return end
        if _RITE_ENDS.search(sheet.flat, max(0, end - 3), end) and _SITS_UPON.match(sheet.flat, match.start()):
            return end  # 甲与乙举行签约仪式|研讨会上: the words under a picture and the first of the text
        end = match.end()


def _names_meeting(sheet: Sheet, start: int, end: int) -> bool:
    text = sheet.flat[start:end]
    around = sheet.flat[max(0, start - 12) : min(end + 30, sheet.sentence(start)[1])]
    idle = _OF_CHAIRS.search(text) and not _SITS.search(around)
    bare = (is_bare(text) and not _own_ceremony(sheet, start, end)) or _repeats(sheet, start, end)
    if not 4 <= len(text) <= 70 or bare or _NO_SHOW.search(text) or idle:
        return False
    if (_SESSION.search(text) and not _GROUP.search(text)) or (_ROUND.search(text) and not _ORDINAL_HEAD.match(text)):
        return False
    if re.search(f"[0-9{COUNTS}](?:{CLASSIFIERS})$", sheet.flat[max(0, start - 3) : start]):
        return False
    if (
        _ANOTHER_ONE.match(text)
        or _EACH.search(sheet.flat, max(0, start - 10), start)
        or goes_on(sheet, end)
        or (text.endswith("会议") and _HOUSE.match(sheet.flat, end))
    ):
        return False
    source = _POLICY.match(sheet.flat[end : end + 12]) and not _demands(sheet, start, end)
    named = not is_generic(text, sheet, start, end) or _of_all_there(sheet, start, end)
    if source or not named or (_FAIR.search(text) and not _ORDINAL_HEAD.match(text)):
        return False
    return not (
        _POLICY_BEFORE.search(sheet.flat[max(0, start - 14) : start]) and text.endswith(("全会", "会议", "大会"))
    )


def _of_all_there(sheet: Sheet, start: int, end: int) -> bool:
    """Whether general words begin with whose meeting it is, and it is held: 全市重点项目建设推进会|召开."""
    named = end - start >= _TELLING and sheet.flat.startswith(_LEVELS, start)
    ahead = sheet.flat[max(0, start - _SHORT) : start]
    return named and bool(_HELD.match(sheet.flat[end : end + 40]) or _CONVENED.search(ahead))


def _demands(sheet: Sheet, start: int, end: int) -> bool:
    """6月3日召开的|全省防汛工作会议|要求,各地…: the meeting sits, and what follows is its verb."""
    return bool(_DEMANDS.match(sheet.flat, end) and _JUST_HELD.search(sheet.flat, max(0, start - 4), start))


def goes_on(sheet: Sheet, end: int) -> bool:
    """Whether the words are only the beginning of another name: 甲会议|议事规则, “乙”宣讲|队."""
    return bool(_GOES_ON.match(sheet.flat, end))


def _repeats(sheet: Sheet, start: int, end: int) -> bool:
    """座谈会现场|座谈会上: the words under a picture and the first of the text."""
    ending = next((word for word in words("meeting_suffixes") if sheet.flat.startswith(word, start)), "")
    return len(ending) > _SHORT and end - start > len(ending) and sheet.flat.endswith(ending, start, end)


def _own_ceremony(sheet: Sheet, start: int, end: int) -> bool:
    """作品|捐赠仪式在…举行: a ceremony of something, that is held."""
    token = sheet.token_at(start)
    if token is None or token.tag != "n" or token.text in word_set("ceremony_frames"):
        return False
    return sheet.flat.endswith("仪式", start, end) and bool(_HELD.match(sheet.flat[end : end + 40]))


def _session_start(sheet: Sheet, start: int, end: int) -> int:
    """A group's session begins with the name of the meeting that it is part of: 省政协…三次会议|…组联组讨论."""
    if not _SESSION.search(sheet.flat[start:end]):
        return start
    floor = max(sheet.sentence(start)[0], end - 70)
    parents = list(re.compile(r"届[\u3400-\u9fff]{0,8}?次会议的?").finditer(sheet.flat, floor, end))
    if not parents or re.search(r"参加|出席|和全国|、全国", sheet.flat[parents[-1].end() : end]):
        return start
    return min(start, start_of(sheet, parents[-1].end() - 2, parents[-1].end()))


def start_of(sheet: Sheet, ending: int, end: int) -> int:
    """Where the name begins whose last word begins at `ending`."""
    floor = max(sheet.sentence(end - 1)[0], end - _LONGEST, sheet.lead_end if sheet.lead_end < ending else 0)
    index = sheet.token_index(ending)
    if sheet.tokens[index].start < ending and _HOLDING.match(sheet.tokens[index].text):
        return ending
    start = max(sheet.tokens[index].start, min(floor, ending))
    sure: int | None = None
    index -= 1
    while index >= 0 and sheet.tokens[index].end > floor and sheet.tokens[index].end == start:
        token = sheet.tokens[index]
        if token.text in _PARTS_ITEMS or _BREAK.fullmatch(token.text):
            break
        opener = _opener(sheet, token.end, floor)
        if opener is not None:
            start, index = opener, sheet.token_index(opener - 1) if opener > 0 else -1
            continue
        if token.text in _AND and sheet.flat[token.start - 1] not in CLOSING:
            if sure is None and not _one_head(sheet, token):
                sure = start
            ended = _ended(sheet, token.start) or _in_programme(sheet, token) or _begins_anew(sheet, token)
            if ended or start == ending:
                break
        elif not _belongs(sheet, index):
            break
        start, index = max(token.start, floor), index - 1
    while start < ending and sheet.flat[start].isspace():
        start += 1
    if sure is not None and not _clean(sheet, start, end):
        start = sure
    return _trimmed(sheet, _behind_clause(sheet, start, ending), ending)


def _behind_clause(sheet: Sheet, start: int, ending: int) -> int:
    """The start moved right behind words of a clause before the edition: 充分肯定|首届甲论坛, 主动结合|“乙”招聘会."""
    numbered = _EDITION.search(sheet.flat, start, ending)
    at = numbered.start() if numbered else sheet.flat.find("“", start, ending)
    if at <= start or sheet.flat.rfind("“", start, at) > sheet.flat.rfind("”", start, at):
        return start
    inside = [(start + part.start(), start + part.end()) for part in _WHOLE_QUOTED.finditer(sheet.flat[start:at])]
    lead = [one for one in sheet.words_in(start, at) if not any(left <= one.start < right for left, right in inside)]
    told = [one.tag in _OF_CLAUSE for one in lead]
    return at if (any(told) if numbered and not inside else told and all(told)) else start


def _opener(sheet: Sheet, end: int, floor: int) -> int | None:
    """Where the bracket opens that closes before `end`, or None."""
    opener = CLOSING.get(sheet.flat[end - 1])
    at = sheet.flat.rfind(opener, floor, end - 1) if opener else -1
    inside = sheet.flat[at:end]
    if _COUNTS.fullmatch(inside):
        return None
    if at < 0 or any(mark in inside for mark in ("。;" if opener in ("“", "《") else ",。;")) or _BYLINE.search(inside):
        return None
    if opener == "(" and sheet.flat[floor:at].rstrip().endswith(("电", "讯", "消息", "报道", "道")):
        return None
    return at if end - at <= 26 else None


def _begins_anew(sheet: Sheet, mark: Token) -> bool:
    """Whether another name begins behind 、: 甲国际风筝会、|石门樱花节, not 甲市、乙县文化交流会."""
    ahead, behind = sheet.token_at(mark.start - 1), sheet.token_at(mark.end)
    if mark.text != "、" or ahead is None or behind is None or behind.tag not in ("LOC", "ns"):
        return False
    return ahead.tag in ("n", "vn", "v") and ahead.text.endswith(_EVENT_ENDS)


def _in_programme(sheet: Sheet, joint: Token) -> bool:
    """Whether an item of a programme ends at a mark of the list: 开幕式及主题发言、|经贸对接会."""
    near = max(0, joint.start - _BEFORE_NAME)
    return joint.text == "、" and _PROGRAMME.search(sheet.flat, near, joint.start) is not None


def _one_head(sheet: Sheet, joint: Token) -> bool:
    """Whether what a link joins has its head in common: 财长和|央行行长会议, 非洲和|云岭国家合作峰会."""
    ahead = sheet.token_at(joint.start - 1)
    if ahead is None:
        return False
    if ahead.text.endswith(_OFFICERS):
        return _OFFICER_NEXT.match(sheet.flat, joint.end) is not None
    word = ahead.text[-_SHORT:]  # 数字经济与|实体经济融合发展研讨会
    if len(word) == _SHORT and ahead.tag in ("n", "vn") and sheet.flat.find(word, joint.end, joint.end + 6) > joint.end:
        return True
    return ahead.tag in ("LOC", "ns") and _SHARED_HEAD.match(sheet.flat, joint.end) is not None


def _ended(sheet: Sheet, end: int) -> bool:
    """Whether another meeting's name ends right here (A会、B会)."""
    return bool(_last().search(sheet.flat, max(0, end - 5), end))


@cache
def _last() -> re.Pattern[str]:
    return re.compile(f"(?:{any_of((*words('meeting_suffixes'), *words('event_words'), '节', '专场'))})$")


def _clean(sheet: Sheet, start: int, end: int) -> bool:
    """Whether a name that holds 、 or 与 begins where a subject or an object can begin."""
    before = sheet.flat[max(0, start - 4) : start]
    token = sheet.token_at(start - 1) if start else None
    subject = not before or before[-1] in ",。;:)\n　 " or (token is not None and token.tag == "TIME")
    if _ORDINAL_HEAD.match(sheet.flat[start:end]) or sheet.flat.startswith(_LEVELS, start):
        return True
    if before.endswith(_HELD_THERE):
        return True
    if subject or before[-1] == "的":
        return bool(_HELD.match(sheet.flat[end : end + 40]))
    if before[-1] in "在从" and _UPON_IT.match(sheet.flat, end - 1):
        return True  # 在|公共安全和数字化工作座谈会|上
    held = re.search(f"{CONVENING}|{ATTENDING}|主持|[主承协联合]办|组织开展", before)
    if sheet.flat[start] == "“" and "、" not in sheet.flat[start:end]:
        held = held or re.search("开展|启动", before)
    return bool(held) or (before[-1] in "、和与及" and _ended(sheet, start - 1))


def _belongs(sheet: Sheet, index: int) -> bool:
    """Whether the word at this index can stand inside the name of a meeting."""
    token, text = sheet.tokens[index], sheet.tokens[index].text
    if (len(text) == 1 and text in _JOINTS) or _joins(sheet, index) or _ORDINAL.search(text) or _YEAR.fullmatch(text):
        return True
    if token.tag in ("p", "u") and text not in ("的", "在"):
        return any(find_division(sheet.flat[token.start : token.start + length]) for length in (3, 4, 5))
    if text in word_set("meeting_stops") or token.tag in _STOP_TAGS:
        return text in _DIRECTIONS and token.tag == "f"
    if token.tag in ("PER", "nr"):
        before = sheet.flat[max(0, token.start - _BEFORE_NAME) : token.start]
        # 纪念|苏轼, 第五届|汤显祖戏剧文化论坛
        called = before.endswith(("纪念", "学习")) or bool(_EDITION_ENDS.search(before))
        called = called or sheet.flat.startswith((*_WORKS_OF, *_THOUGHT, "《"), token.end) or names_work(sheet, token)
        called = called or _FAREWELL.match(sheet.flat, token.end) is not None
        called = called or _pair_of_places(token.text)
        return called or sheet.flat[token.end : token.end + 1] in ("—", "-", "·", "杯")
    if token.tag in ("m", "q"):
        return not _COUNTED.match(text)
    apart = token.tag == "n" and _of_one(sheet, token.end)  # 歌手|李文达追思会
    return (
        text in SEASONS or text in _TERMS or (token.tag not in ("TIME", "w", "c") and bool(text.strip()) and not apart)
    )


def _of_one(sheet: Sheet, start: int) -> bool:
    """Whether a person stands there for whom or by whom alone a happening is held: |李文达追思会."""
    token = sheet.token_at(start)
    held = token is not None and token.start == start and token.tag in ("PER", "nr")
    return token is not None and held and _FAREWELL.match(sheet.flat, token.end) is not None


def _pair_of_places(text: str) -> bool:
    """Whether what the tagger took for a foreign name is two places: 甲市·乙市|社区交流会."""
    first, dot, last = text.partition("·")
    return bool(dot) and find_division(first) is not None and (find_division(last) is not None or len(last) <= _SHORT)


def _joins(sheet: Sheet, index: int) -> bool:
    """Whether a word that else ends names is part of a noun: 经验|学习|研修班, 经纪人|之|家揭牌仪式."""
    token = sheet.tokens[index]
    if _STUDY.match(sheet.flat, token.start):
        return True
    if token.text == "学习":
        return sheet.flat.startswith(_STUDIES, token.end)
    ahead = sheet.tokens[index - 1] if index else None
    return token.text == "之" and ahead is not None and (ahead.tag in _NAMED_SO or ahead.text in ("”", "’"))


def _trimmed(sheet: Sheet, start: int, ending: int) -> int:
    """The start moved right over marks and over verbs that only lead up to the name."""
    while start < ending:
        token = sheet.token_at(start)
        if token is None or token.end > ending:
            break
        following = sheet.token_at(token.end)
        leads_up = (
            token.tag in ("v", "vd", "ad")
            and token.text not in _CELEBRATES
            and following is not None
            and (following.tag in ("LOC", "ORG", "nz", "m", "nw", "TIME") or following.text in ("“", "《"))
        )
        if not (leads_up or (len(token.text) == 1 and token.text in "—–-~+&/·、与和及暨")):
            break
        start = token.end
    return start
