"""Works called by other than a noun phrase: “青苗计划”, 承接甲医院改扩建、乙电网等项目, 捐建一间“石榴花书屋”."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from kg.extract.sheet import Sheet, Spot
from kg.language.classes import COUNTS, NUMERALS, STAGE, one_of
from kg.language.lexicon import any_of, word_set, words

_QUOTED = re.compile(r"“([^“”,。;、]{4,20})”")
_LEAD = re.compile(
    r"“(?P<name>[^“”,。;、:]{2,16})”(?P<kind>[\u3400-\u9fff]{2,12}?(?:项目|工程|计划|行动|专项))(?![\u3400-\u9fff]?[书部组])"
)
_LOOSE = ("p", "c", "u", "r", "f", "TIME", "PER", "LOC", "ORG")
_MANY = re.compile(f"等(?:[0-9{COUNTS}]+[个项座条批])?[^,。;、的]{{0,14}}?(?:项目|工程)")
# “九项行动”, “百万工程”: numbers name nothing.
_NUMERALS = re.compile(f"[0-9+{NUMERALS}百千万亿个项大]+(?:合作|重点|专项)?")
# 两大|工程, 三个|项目
_SO_MANY = re.compile(f"(?:等)?[0-9{COUNTS}多几数]{{1,3}}[个项大批类]|等|一批|一系列")
_NAME = re.compile("“([^“”,。;:、!?《》]{2,16})”")
_SHARED = re.compile(
    rf"(?P<names>{_NAME.pattern}(?:(?:[、和与及]|以及)?{_NAME.pattern}){{1,9}})(?P<several>{_SO_MANY.pattern})?"
    rf"(?P<more>[0-9{COUNTS}多]{{1,3}}[个项])?(?P<kind>(?:(?!等|{one_of('kinds_of_play')})[\u3400-\u9fff]){{0,6}}?)(?:项目|工程|计划|专项)"
    r"(?![\u3400-\u9fff]?[书部组]|行动|整治|斗争|活动|检查)"
)
_REACH = 20
_SHORTEST, _LONGEST = 4, 24
_RAISED = re.compile(f"(?:{one_of('raising_verbs')})[^。;]{{0,80}}?")
# Members are parted by 、 and commas; one may hold 、 itself (齿轮、轴承、链条项目).
_MEMBER = re.compile(
    r"(?:补充(?:公司)?(?:流动|营运)(?:性)?资金)?[“”、,和及与]{0,4}+(?:以及)?"
    f"(?P<name>[^,。;“”()]{{2,60}}?(?:项目|工程|基地(?![和及与]))(?:{STAGE})?)(?=[”、和及与,。;等以])"
)
_COUNTED = re.compile(f"[0-9{COUNTS}等]+[个项]|(?:上述|以下|募投|相关|该|本)|补充")
# 3个项目分别是|甲、乙和丙。
_THESE = re.compile(
    f"(?<![0-9{COUNTS}])[0-9{COUNTS}]{{1,6}}[个项大](?:重点|重大|产业|合作|签约|开工)?(?:项目|工程)(?:分别|依次)(?:是|为|有|:)"
)
_EACH = re.compile("(?:[^、和及]|[和及](?![\u3400-\u9fff“]{4}))+")
_STOP = re.compile("[。;,!\n]|等(?=[0-9项]|$)")
# 建设智慧农业、…: a field is no work.
_FIELD = re.compile(f"(?:{one_of('behind_works_in_general')})$")


def find(sheet: Sheet) -> Iterable[Spot]:
    """Every quoted work and every member of a list of works."""
    yield from _quoted(sheet)
    yield from _quoted_lead(sheet)
    yield from _sharing(sheet)
    yield from _listed(sheet)
    yield from _counted(sheet)
    yield from _funded(sheet)


def _quoted(sheet: Sheet) -> Iterable[Spot]:
    for match in _QUOTED.finditer(sheet.flat):
        name = match.group(1)
        head = next((word for word in words("quoted_works") if name.endswith(word)), "")
        own = _NUMERALS.sub("", name.removesuffix(head))
        if head and len(own) >= 2 and not _goes_on(sheet, match.end()):
            yield sheet.spot(match.start(1), match.end(1), "Project", "ending")


def _quoted_lead(sheet: Sheet) -> Iterable[Spot]:
    """“甲之旅”先心病救助项目: a quoted name, what is done, and the last word of a work, whatever words they are."""
    for match in _LEAD.finditer(sheet.flat):
        inner = sheet.words_in(match.start("kind"), match.end())
        loose = any(token.tag in _LOOSE or token.text in _plain() for token in inner)
        own = len(_NUMERALS.sub("", match["name"])) >= 2 and not _FIELD.search(match["name"])
        own = own and match["name"] not in word_set("initiatives") and not _SO_MANY.match(match["kind"])
        if own and match.end() in sheet.edges and not loose and not _goes_on(sheet, match.end()):
            yield sheet.spot(match.start(), match.end(), "Project", "ending")


def _sharing(sheet: Sheet) -> Iterable[Spot]:
    """实施“甲水窖”“乙书桌”|等公益项目, 启动“丙”、“丁”|两大工程: names in quotation marks that share the last word."""
    for match in _SHARED.finditer(sheet.flat):
        left, _ = sheet.clause(match.start())
        if not _carried_out().search(sheet.flat, max(left, match.start() - _REACH), match.start()):
            continue
        names = list(_NAME.finditer(sheet.flat, match.start(), match.end("names")))
        whole = match["several"] is None and match["kind"]  # “甲”和|“乙”公益项目
        for name in names[:-1] if whole else names:
            if not name[1].endswith(words("quoted_events")) and name[1] not in word_set("initiatives"):
                yield sheet.spot(*name.span(1), "Project", "ending")


@cache
def _carried_out() -> re.Pattern[str]:
    return re.compile(f"(?:{one_of('verbs_of_programmes')})了?[^,。;“、]{{0,8}}$")


@cache
def _plain() -> frozenset[str]:
    """Words that tell of no work in particular; its last word is none of them, nor is what it is for (公益)."""
    return frozenset((word_set("generic_words") | word_set("work_generics")) - word_set("project_suffixes") - {"公益"})


def _goes_on(sheet: Sheet, end: int) -> bool:
    """Whether the quotation is only the first part of a longer name (“清泉工程”供水项目)."""
    token = sheet.token_at(end)
    return token is not None and token.text in word_set("project_suffixes") | word_set("meeting_suffixes")


def _listed(sheet: Sheet) -> Iterable[Spot]:
    """承接|甲医院改扩建、乙竞技场|等海外项目: each member, where two or more are listed and none is a bare field."""
    for match in _MANY.finditer(sheet.flat):
        left, _ = sheet.clause(match.start())
        verb = next(iter(reversed(list(_verbs().finditer(sheet.flat, left, match.start())))), None)
        start = verb.end() if verb else left
        members = list(re.finditer(r"[^、“”]+", sheet.flat[start : match.start()]))
        named = [m for m in members if _SHORTEST <= len(m.group()) <= _LONGEST and not _is_field(sheet, start, m)]
        if len(members) < 2 or len(named) < len(members) or not all(_is_work(sheet, start, m) for m in members):
            continue
        if not verb and not all(_stands_alone(sheet, start, m) for m in members):
            continue
        for member in members:
            yield sheet.spot(start + member.start(), start + member.end(), "Project", "ending")


def _stands_alone(sheet: Sheet, offset: int, member: re.Match[str]) -> bool:
    """Whether the member of a list without a verb before it is a noun phrase that says what is built."""
    tokens = sheet.words_in(offset + member.start(), offset + member.end())
    plain = not any(token.tag in ("v", "vd", "d", "p", "c", "u", "r", "PER", "nr") for token in tokens)
    return len(tokens) > 1 and plain and member.group().endswith(words("member_works"))


def _quoted_member(sheet: Sheet, offset: int, member: re.Match[str]) -> bool:
    start, end = offset + member.start(), offset + member.end()
    return sheet.flat[start - 1 : start] == "“" and sheet.flat[end : end + 1] == "”"


def _is_field(sheet: Sheet, offset: int, member: re.Match[str]) -> bool:
    return bool(_FIELD.search(member.group())) and not _quoted_member(sheet, offset, member)


def _is_work(sheet: Sheet, offset: int, member: re.Match[str]) -> bool:
    """Whether the member of a list names a work: it holds a name, is quoted, or tells what is done to what."""
    start, end = offset + member.start(), offset + member.end()
    if _quoted_member(sheet, offset, member):
        return True
    verbal = any(token.tag in ("d", "p", "r", "u", "c") for token in sheet.words_in(start, end))
    return _has_name(sheet, offset, member) or (
        not verbal and sheet.flat.endswith(words("member_works"), start, end) and end - start > _SHORTEST
    )


def _counted(sheet: Sheet) -> Iterable[Spot]:
    """3个项目分别是|甲半导体项目、|乙创新中心、|丙二期项目: what counted works are; one ends like a work."""
    for match in _THESE.finditer(sheet.flat):
        members = list(_EACH.finditer(sheet.flat, match.end(), _end_of_list(sheet, match.end())))
        spans = [(each.start(), each.end()) for each in members]
        works = any(sheet.flat.endswith(("项目", "工程", "基地"), *span) for span in spans)
        if len(spans) < 2 or not works or not all(_names_work(sheet, *span) for span in spans):
            continue
        for start, end in spans:
            yield sheet.spot(start, end, "Project", "ending")


def _end_of_list(sheet: Sheet, start: int) -> int:
    stop = _STOP.search(sheet.flat, start)
    return stop.start() if stop else sheet.sentence(start)[1]


def _names_work(sheet: Sheet, start: int, end: int) -> bool:
    """Whether a member of the list is one noun phrase: no clause, no person, nobody's 的."""
    tokens = sheet.words_in(start, end) if end - start >= _SHORTEST else ()
    loose = any(token.tag in ("u", "p", "r", "d", "TIME") for token in tokens)
    loose = loose or (len(tokens) > 0 and tokens[-1].tag in ("PER", "nr"))
    return bool(tokens) and end - start <= _LONGEST * 2 and end in sheet.edges and not loose


def _funded(sheet: Sheet) -> Iterable[Spot]:
    """拟募集资金5亿元,用于|研发中心建设项目、|信息化建设项目和补充流动资金: money is raised for works of one's own."""
    for match in _raised_for().finditer(sheet.flat):
        at = match.end()
        while member := _MEMBER.match(sheet.flat, at):
            name, at = member.group("name"), member.end()
            if _SHORTEST + 2 <= len(name) <= _LONGEST * 2 and not _COUNTED.match(name):
                yield sheet.spot(member.start("name"), at, "Project", "ending")


@cache
def _raised_for() -> re.Pattern[str]:
    return re.compile(rf"{_RAISED.pattern}(?:{any_of(words('funding_verbs'))})(?:以下|投资|建设|投向)?")


def _has_name(sheet: Sheet, offset: int, member: re.Match[str]) -> bool:
    """Whether a place, a body or another proper name lies in the member of a list."""
    start, end = offset + member.start(), offset + member.end()
    tokens = sheet.words_in(start, end)
    return any(token.tag in ("LOC", "ns", "ORG", "nt", "nz", "nw") for token in tokens)


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(words('listing_verbs'))})了?")
