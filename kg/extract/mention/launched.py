"""What is set up under a name of its own, a work by what is told beside it: “甲驿站”揭牌, 开通|乙航线, 丙平台|上线."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from kg.extract.mention import madeby
from kg.extract.mention.phrases import is_generic, phrases
from kg.extract.mention.unfit import is_goal, is_kind
from kg.extract.mention.workstarts import whole_start
from kg.extract.sheet import Sheet, Spot
from kg.language.classes import ADVERBS, NUMERALS, STAGE, TIMES, all_of, one_of
from kg.language.lexicon import any_of, pattern, word_set, words

_SHORTEST, _LONGEST = 4, 40
_NAMED = ("LOC", "ns", "ORG", "nt", "nz", "nw")
_REACH = 8
# 在|甲中心|启动: where something else begins.
_VENUE = re.compile(r"(?:在|于|到|赴|至|对|与|由|暨)(?:“|[\u3400-\u9fff]{2,6})?$")
# 建设|甲中心|提供支撑, 建立|乙平台|的目标: the name goes on, or is what is wished for.
_WHOLE = re.compile(rf"[”》]?(?:[,。;、()（）并及暨\n]|(?:项目|工程|{STAGE})|[0-9]{{1,3}}[座个条处家]|$)")
# “甲驿站”揭牌: whatever the quoted name ends with.
_QUOTED = re.compile(r"“(?P<name>[^“”,。;:、!?《》]{4,16})”")
_LINE = re.compile("航线|专线|班列|快线|专列")
# 共建“甲基地”|签约揭牌仪式
_RITE = (
    f"(?:签约|授牌|成立|启用|共建|暨|正式|隆重){{0,3}}(?:{one_of('unveilings')})"
    f"(?:暨[^,。;、]{{2,16}}?)?(?:{one_of('ceremony_nouns')})"
)
# “甲基地|”签约揭牌仪式: behind the name that the ceremony is about.
_UNVEILING_RITE = re.compile(f"”{_RITE}")
_UNVEILED_THERE = re.compile(f"(?:正式|隆重|共同|同时){{0,2}}(?:{one_of('unveilings')})|{_RITE}")
# “甲大院”|品牌, “乙小站”|12个
_CALLED_SO = re.compile(
    f"(?:党建|服务|文化|特色|志愿|惠民|普法)?(?:{one_of('called_in_quotes')})|[0-9]{{1,4}}[余多]?[个家处间条座]"
)
# 为|“甲工作站”“乙工作站”揭牌
_FOR = re.compile("(?<![作成因认称名分华])为[^,。;:“”]{0,20}$")


def find(sheet: Sheet) -> Iterable[Spot]:
    """Every such name that its own words or quotation marks single out."""
    for begin, end, ending in phrases(sheet, "launched_endings"):
        start = whole_start(sheet, begin, end)
        if not _SHORTEST <= end - start <= _LONGEST or not _is_name(sheet, start, end):
            continue
        opened = start - (sheet.flat[start - 1 : start] == "“")
        singled = _is_singled_out(sheet, start, end, ending)
        if _fate().match(sheet.flat, end):
            told = _is_made(sheet, opened) if not singled else not _is_venue(sheet, opened)
        elif madeby.behind(sheet, end):
            told = singled
        else:
            told = singled and _is_set_up(sheet, opened, start, end)
        if told and not is_goal(sheet, spot := sheet.spot(start, end, "Project", "ending")):
            yield spot
    for match in _led().finditer(sheet.flat):
        left, _ = sheet.clause(match.start())
        fated = _fate().match(sheet.flat, match.end())
        if _CALLED_SO.match(sheet.flat, match.end()):
            continue
        if fated or _sets_up().search(sheet.flat, max(left, match.start() - _REACH), match.start()):
            whole = match.group().endswith("”")
            yield sheet.spot(match.start() + whole, match.end() - whole, "Project", "ending")
    for match in _QUOTED.finditer(sheet.flat):
        if _opened().match(sheet.flat, match.end()) and not _is_happening(match["name"]):
            yield sheet.spot(*match.span("name"), "Project", "ending")
    for start, end in _unveiled(sheet):
        yield sheet.spot(start, end, "Project", "ending", sure=True)


def _unveiled(sheet: Sheet) -> Iterable[tuple[int, int]]:
    """为|“甲工作站”“乙法庭”|揭牌, 举行|“丙基地”|揭牌仪式: what quotation marks name and its last word makes a thing."""
    if not _unveiling().search(sheet.flat):
        return
    run: list[re.Match[str]] = []
    for match in _QUOTED.finditer(sheet.flat):
        if run and sheet.flat[run[-1].end() : match.start()] not in ("", "、", "和", "与", "及"):
            run = []
        run.append(match)
        told = _UNVEILED_THERE.match(sheet.flat, match.end())
        if told is None:
            continue
        left, _ = sheet.clause(run[0].start())
        if told.group().endswith(all_of("ceremony_nouns")) or _FOR.search(sheet.flat, left, run[0].start()):
            for each in run:
                if each["name"].endswith(words("unveiled_endings")) and not is_kind(each["name"]):
                    yield each.span("name")


@cache
def _unveiling() -> re.Pattern[str]:
    return re.compile(f"”(?:{_UNVEILED_THERE.pattern})")


def is_unveiled(sheet: Sheet, spot: Spot) -> bool:
    """Whether the ceremony in whose name the work stands unveils it: “甲基地|”签约揭牌仪式."""
    rite = _UNVEILING_RITE.match(sheet.flat, spot.end)
    return rite is not None and spot.text.endswith(words("unveiled_endings"))


def has_fate(sheet: Sheet, end: int) -> bool:
    """Whether the words behind tell that it is begun, opened or launched: P|今日开工, P|在甲县投产."""
    return _fate().match(sheet.flat, end) is not None or _part_of_it().match(sheet.flat, end) is not None


@cache
def _part_of_it() -> re.Pattern[str]:
    """P|主体完工, P|首台机组吊装: what became of a part that is no name of its own."""
    part = f"(?:{one_of('parts_being_built')})(?:结构|工程|施工|混凝土){{0,2}}[\u3400-\u9fff]{{0,6}}?"
    return re.compile(f"(?:项目|建设|工程|{STAGE})?{part}(?:{any_of(words('launched_fates'))}|{_end()})")


def _is_name(sheet: Sheet, start: int, end: int) -> bool:
    """Whether its words are those of one name: no clause, no mere kind, nothing that only praises."""
    text = sheet.flat[start:end]
    if text.count("“") != text.count("”"):
        return False
    outside = [token for token in sheet.words_in(start, end) if not _is_quoted(sheet, start, token.start)]
    verbal = any(token.tag in ("p", "u", "r", "d", "c") for token in outside) and not _LINE.search(text)
    return not (verbal or is_kind(text) or is_generic(text, sheet, start, end) or pattern("bland_works").search(text))


def _is_quoted(sheet: Sheet, start: int, offset: int) -> bool:
    return sheet.flat.rfind("“", start, offset) > sheet.flat.rfind("”", start, offset)


def _is_singled_out(sheet: Sheet, start: int, end: int, ending: int) -> bool:
    """Whether a proper name or quotation marks tell it from others of its kind."""
    if "“" in sheet.flat[start:end] or sheet.flat[start - 1 : start] == "“":
        return True
    tokens = sheet.words_in(start, end)
    return any(token.tag in _NAMED and (token.start < ending or len(token.text) > end - ending) for token in tokens)


def _is_made(sheet: Sheet, opened: int) -> bool:
    """甲大学与乙大学共建的|数据库: a maker singles it out, too."""
    left, _ = sheet.clause(opened)
    return opened > left and _makes().search(sheet.flat, max(left, opened - _REACH), opened) is not None


def _is_venue(sheet: Sheet, start: int) -> bool:
    left, _ = sheet.clause(start)
    return _VENUE.search(sheet.flat, max(left, start - _REACH), start) is not None


def _is_set_up(sheet: Sheet, opened: int, start: int, end: int) -> bool:
    left, _ = sheet.clause(start)
    verb = _sets_up().search(sheet.flat, max(left, opened - _REACH), opened)
    return verb is not None and _WHOLE.match(sheet.flat, end) is not None


def _is_happening(name: str) -> bool:
    """Whether a quoted name is that of an event, a paper or a body."""
    return name.endswith(_no_works()) or name in word_set("initiatives")


@cache
def _no_works() -> tuple[str, ...]:
    names = ("launched_words", "meeting_suffixes", "organization_suffixes", "quoted_events", "bodies_in_quotes")
    return tuple(word for name in names for word in words(name))


@cache
def _led() -> re.Pattern[str]:
    """“智慧旅检”系统, “梦想图书馆”: what only quotation marks make a name."""
    kinds = any_of(words("launched_if_quoted"))
    return re.compile(
        f"“[^“”,。;:、《》]{{2,12}}”(?![在于由与被从为是])[\u3400-\u9fff]{{0,6}}?(?:{kinds})|“[^“”,。;:、《》]{{2,12}}(?:{kinds})”"
    )


@cache
def _sets_up() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{any_of(words('launching_verbs'))})了?(?:[{NUMERALS}0-9两]{{1,3}}[座个所条家间处项]|首[座个所条家]|(?:总额|规模)?[0-9.]{{1,8}}[万亿]元的?)?$"
    )


@cache
def _makes() -> re.Pattern[str]:
    return re.compile(f"(?:{any_of(words('undertaking_verbs'))})的$")


@cache
def _fate() -> re.Pattern[str]:
    """P|今日正式上线, P|(二期)建成投用, P|在甲县揭牌."""
    return re.compile(f"{_BETWEEN}(?:{any_of(words('launched_fates'))}|{_end()})")


@cache
def _opened() -> re.Pattern[str]:
    fates = any_of(word for word in words("launched_fates") if word not in ("启动", "亮相", "揭幕", "首发", "落户"))
    return re.compile(f"(?:正式|全面|顺利|隆重|已|已经|同步|也|全新|建成|举行|今日|昨日){{0,2}}(?:{fates})")


def _end() -> str:
    return f"(?:{any_of(words('launched_ends'))})(?=[,。;、!)]|上线|仪式|典礼|暨|$)"


_BETWEEN = (
    rf"[”》]?(?:[0-9.]{{1,4}}版)?(?:项目|建设|工程|{STAGE})?(?:{ADVERBS}|{TIMES}|[0-9]{{1,2}}月[0-9]{{1,2}}日|[今昨]日|"
    r"正式|全面|顺利|成功|隆重|全新|首次|全线|如期|率先|同步|宣告|宣布|建成|竣工|完工|举行|已|也|将|[在于][^,。;的在于]{2,14}){0,3}?"
)
