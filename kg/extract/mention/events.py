"""Names of happenings that no last word tells: whatever is held is a happening (某某开放月在西宁举行, 参加某某活动)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from kg.extract.mention.meetings import goes_on, is_bare, start_of, stretched
from kg.extract.mention.phrases import is_generic
from kg.extract.occasions import held
from kg.extract.sheet import Sheet, Spot, keep_longest
from kg.language.classes import ATTENDING, CONVENING, COUNTS, HELD, NUMERALS, WEEKDAY, letters, one_of
from kg.language.lexicon import any_of, words

_LONGEST = 60
# So many characters name something in particular, fewer behind a verb of attending or holding.
_LONG, _TELLING = 12, 8
_PAIR = 2  # characters of the shortest words
_ASKED = re.compile(f"(?:{ATTENDING}|{CONVENING}|主持)了?$")
_PART = re.compile(r"[(][^()]{2,12}[)]")
_ADVERBS = re.compile(f"(?:{any_of(words('held_adverbs'))}){{1,8}}$")
_AT = ("在", "于")
_DAY_ASIDE = re.compile(f"[(](?:[0-9年月日号.:/-]{{2,12}}|{WEEKDAY}|农历[^()]{{2,10}})[)]$")
_NUMBERED = re.compile(rf"[“《]|\d{{4}}|第[0-9{NUMERALS}百]+[届期次季]|首届")
# 第三届|鄱阳湖渔歌节: what has editions and takes place is no place.
_EDITION = re.compile(f"(?:第[0-9{NUMERALS}百]+届|首届)$")
_PLACED = ("LOC", "ORG", "ns", "nt")
# What is one of many and has no name: 系列活动, 各类活动, 主题教育活动.
_ONE_OF_MANY = re.compile(f"^(?:{any_of(words('kinds_of_activity'))}){{0,20}}活动$")


# A hall or a shop that opens is no happening.
_OPENED = re.compile(f"(?:{one_of('houses')})$")
_ASIDE = re.compile("(?:同时|同步|同期|正式同步)$")
_NO_NAME = re.compile(
    f"^(?:[0-9{COUNTS}数]+[场次个项]|一系列|多场|多次|多项|各|每)|(?:的|等|形式|方式|情况|过程|[,。;])$|^(?:《[^《》]{{1,30}}》、?)+$"
)
# 开展连续三天的“某某”活动: with a name of its own in quotation marks.
_CARRIED_OUT = re.compile(r"开展[^,。;“]{0,12}“[^”。;]{2,40}”$")
_DRILLS = ("演练", "演习")
# 适时组织|“某某”活动
_LEADS_UP = ("v", "vn", "vd", "d", "ad")


@cache
def _weak() -> re.Pattern[str]:
    """The last words of happenings, and those that tell one only with a number or a name in marks before them."""
    numbered = f"(?P<numbered>(?<![{letters('before_no_festival')}])节|{one_of('ends_of_numbered_happenings')})"
    return re.compile(f"{any_of(words('event_words'))}|{numbered}")


# 参加2024年|春节: the name of a day.
_FESTIVAL_DAY = re.compile(f"(?:{any_of(words('festivals'))})$")
# 世锦赛|比赛, 大运会|田径项目比赛: part of what has a name of its own.
_NAMED_ALREADY = re.compile(
    f"[会赛节]$|艺术节|文化节|旅游节|博览会|{one_of('summits')}"
    f"|{any_of(word for word in words('contest_ends') if len(word) > _PAIR)}"
)


@cache
def _takes_place() -> re.Pattern[str]:
    return re.compile(rf"(?:{HELD}|(?P<launch>启动|启航|开启))了?(?=[,。;!)]|$)")


def _passive(sheet: Sheet) -> Iterable[re.Match[str]]:
    """某某比赛|由甲局主办: by whom it is held."""
    return _BY.finditer(sheet.flat) if "由" in sheet.flat else ()


_BY = re.compile(r"由(?=[^,。;由的]{2,60}?(?:主办|承办|举办|联办)(?:[,。;!]|$))")


@cache
def _happens() -> re.Pattern[str]:
    """What ends the name of a happening, and of no house or paper."""
    return re.compile(f"(?:{any_of((*words('event_words'), *words('contest_ends')))}|{one_of('happenings_in_short')})$")


@cache
def _holds_quoted() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{CONVENING}|(?:组织)?开展|开办)了?(?P<name>(?:第[0-9{NUMERALS}百]{{1,4}}届|首届|\d{{4}}年?度?)?"
        rf"“[^“”,。;]{{1,16}}?(?:{any_of(words('quoted_events'))})”)(?![\u3400-\u9fff]|“[^“”]{{1,20}}”等)"
    )


@cache
def _on_theme() -> re.Pattern[str]:
    """开展主题为|“绿色家园”的环保讲座, 举行首场以|“童创未来”为主题的议事活动."""
    kinds = any_of((*words("event_words"), *words("meeting_suffixes")))
    return re.compile(
        rf"(?:{CONVENING}|开展|开办|带来|组织)了?[^,。;“”]{{0,16}}?(?:主题[为是]|[题名]为|以)"
        rf"(?P<name>“[^“”。;]{{2,40}}”(?:为主题的|的)[^,。;、的“”]{{0,14}}?(?:{kinds}))(?![\u3400-\u9fff])"
    )


# 召开|第三届二次理事会暨三次常务理事会: what sits within a body, by its number.
_SITTING = re.compile(
    f"(?:{CONVENING})了?(?P<name>(?:第?[0-9{NUMERALS}]{{1,4}}届)?第?[0-9{NUMERALS}]{{1,4}}次[\u3400-\u9fff]{{0,4}}?"
    f"(?:{one_of('houses_that_sit')})(?:暨[\u3400-\u9fff0-9]{{2,16}}?(?:会议?|大会))?)(?=[,。;)]|$|并|上|审议|选举|表决|[在于就由])"
)


@cache
def _launched() -> re.Pattern[str]:
    return re.compile(f"(?:{any_of(words('launched_words'))})$")


def find(sheet: Sheet, named: Sequence[Spot]) -> Iterable[Spot]:
    """Every happening that only the words around it tell, apart from the `named` ones."""
    told = [*_weakly_named(sheet), *_subjects(sheet), *_quoted(sheet)]
    spans = [_cut(sheet, *span) for span in told if span[0] < span[1]]
    spots = [
        sheet.spot(start, end, "Meeting", "held")
        for start, end in dict.fromkeys(spans)
        if _names(sheet, start, end) and not _breaks_bracket(sheet.flat[start:end])
    ]
    return [spot for spot in keep_longest(spots) if all(_may_hold(spot, other) for other in named)]


def _breaks_bracket(text: str) -> bool:
    """Whether the end of a bracket without its beginning stands there: 青江消费品博览会(简称|“消博会”)|在…开幕."""
    return text.endswith(")") and text.count(")") > text.count("(")


def _may_hold(spot: Spot, other: Spot) -> bool:
    """Whether a happening may stand beside another name: apart from it, or around its head (某某博览会|招商路演)."""
    return not spot.overlaps(other) or (other.inside(spot) and other.start == spot.start and other.end < spot.end)


def _weakly_named(sheet: Sheet) -> Iterable[tuple[int, int]]:
    """某某夏令营, 某某活动: where the page says that it is held or that somebody attends."""
    for match in _weak().finditer(sheet.flat):
        part = _PART.match(sheet.flat, match.end())
        end = part.end() if part else match.end()
        end = stretched(sheet, end) if sheet.flat.startswith("暨", end) else end
        if match.end() not in sheet.edges or (match["numbered"] and not _is_numbered(sheet, match)):
            continue
        quoted = sheet.flat[match.start() - 1 : match.start()] == "”" and _CARRIED_OUT.search(
            sheet.flat, 0, match.start()
        )
        if (not quoted and not held(sheet, match.start(), end)) or goes_on(sheet, end):
            continue
        yield start_of(sheet, match.start(), match.end()), end


def _is_numbered(sheet: Sheet, ending: re.Match[str]) -> bool:
    """2024年青江县|烧烤节, “云岭杯”演讲|比赛: whether a number or marks single out what many happenings are called."""
    flat, at = sheet.flat, ending.start()
    if _FESTIVAL_DAY.search(flat, max(0, at - 4), ending.end()):
        return False
    start = start_of(sheet, at, ending.end())
    return _NUMBERED.search(flat, start, at) is not None and not _NAMED_ALREADY.search(flat, start, at)


def _quoted(sheet: Sheet) -> Iterable[tuple[int, int]]:
    """举办了|第五届“邻里节”: a name in quotation marks with such a last word, behind a verb of holding."""
    for match in (*_holds_quoted().finditer(sheet.flat), *_SITTING.finditer(sheet.flat)):
        yield match.span("name")
    if "主题" in sheet.flat or "为“" in sheet.flat:
        for match in _on_theme().finditer(sheet.flat):
            yield match.span("name")


def _subjects(sheet: Sheet) -> Iterable[tuple[int, int]]:
    """The subject of a verb of taking place: 某某推广季11日|在西宁|隆重|举行."""
    for verb in (*_takes_place().finditer(sheet.flat), *_passive(sheet)):
        span = bare_subject(sheet, verb.start())
        if span is None:
            continue
        (left, end), token = span, sheet.token_at(span[1] - 1)
        if verb.re is _BY and not _happens().search(sheet.flat, left, end):
            continue
        launched, launch = _launched().search(sheet.flat, left, end), verb.lastgroup == "launch"
        numbered = token is not None and token.tag in ("LOC", "ORG") and _EDITION.search(sheet.flat, left, token.start)
        if token is None or (token.tag in ("PER", "ORG", "LOC", "TIME", "d", "p", "r") and not numbered):
            continue
        book = sheet.flat.rfind("《", left, end) if token.text == "》" else -1  # 文艺演出《某某》
        token = sheet.token_at(book) or token if book > left else token
        if launch and _ASIDE.search(sheet.flat, left, verb.start()):
            continue
        if not launched and (launch or token.tag == "v" or _OPENED.search(sheet.flat, left, end)):
            continue
        yield start_of(sheet, token.start, end), end


def bare_subject(sheet: Sheet, verb: int) -> tuple[int, int] | None:
    """The part of the clause before its verb without adverbs, place and time; None where nothing is left."""
    left, end = ahead_of_verb(sheet, verb)
    return (left, end) if end - left >= 4 else None


def ahead_of_verb(sheet: Sheet, verb: int) -> tuple[int, int]:
    """The part of the clause before its verb without adverbs, place and time, however little is left."""
    left = max(sheet.clause(verb)[0], sheet.lead_end if sheet.lead_end < verb else 0)
    adverbs = _ADVERBS.search(sheet.flat, left, verb)
    end = _before_time(sheet, left, _before_place(sheet, left, adverbs.start() if adverbs else verb))
    first = _ADVERBS.search(sheet.flat, left, end)  # 甲博览会|2008年首次|在云岭举行
    return left, _before_time(sheet, left, first.start()) if first else end


def subject_span(sheet: Sheet, verb: int) -> tuple[int, int] | None:
    """The noun phrase that is the subject of the verb, if it is long enough to name something."""
    span = bare_subject(sheet, verb)
    token = sheet.token_at(span[1] - 1) if span else None
    if span is None or token is None or token.tag in ("PER", "TIME", "d", "p", "r"):
        return None
    start, end = _cut(sheet, max(span[0], start_of(sheet, token.start, span[1])), span[1])
    return (start, end) if end - start >= 4 else None


def _cut(sheet: Sheet, start: int, end: int) -> tuple[int, int]:
    """The span without verbs before a quoted name (组织实施|“某某”活动) and without one half of its marks."""
    quote = sheet.flat.find("“", start, end)
    lead = (
        [token for token in sheet.tokens[max(sheet.token_index(start), 0) :] if start <= token.start < quote]
        if quote > start
        else []
    )
    if lead and all(token.tag in _LEADS_UP for token in lead):
        start = quote
    if sheet.flat[end - 1] in "”)" and sheet.flat[start - 1 : start] in ("“", "("):
        end -= 1
    return start, end


def _before_place(sheet: Sheet, left: int, end: int) -> int:
    """`end` moved left before the 在 that leads in where or when it takes place."""
    for index in range(sheet.token_index(end - 1), -1, -1):
        token = sheet.tokens[index]
        if token.start < left or end - token.start > 40:
            break
        if token.text in _AT:
            return token.start
    return end


def _before_time(sheet: Sheet, left: int, end: int) -> int:
    """`end` moved left over words of time and adverbs: 今天(3日)上午, 15日(星期二)10时."""
    while end > left:
        aside = _DAY_ASIDE.search(sheet.flat, left, end) if sheet.flat[end - 1] == ")" else None
        if aside is not None:
            end = aside.start()
            continue
        token = sheet.token_at(end - 1)
        if token is None or token.tag not in ("TIME", "t", "d", "ad") or token.start < left:
            break
        end = token.start
    return end


def _names(sheet: Sheet, start: int, end: int) -> bool:
    """Whether the words name one happening in particular."""
    text = sheet.flat[start:end]
    if (
        not 4 <= len(text) <= _LONGEST
        or is_bare(text)
        or _ONE_OF_MANY.match(text)
        or is_generic(text, sheet, start, end)
    ):
        return False
    if _NO_NAME.search(text):
        return False
    asked = _ASKED.search(sheet.flat, max(0, start - 4), start) or text.endswith(_DRILLS)
    if _NUMBERED.search(text) or len(text) >= (_TELLING if asked else _LONG):
        return True
    tokens = sheet.words_in(start, end)
    return any(token.tag in _PLACED for token in tokens)
