"""Works in a list that is called what it is: 甲电厂等重大项目, 甲风电、乙储能三个项目, 甲铜矿和|乙油田项目."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from kg.extract.mention.phrases import is_generic, phrase_start
from kg.extract.mention.unfit import is_kind
from kg.extract.mention.workstarts import whole_start
from kg.extract.sheet import Sheet, Spot
from kg.language.classes import COUNTS, STAGE, all_of
from kg.language.divisions import find as find_division
from kg.language.lexicon import any_of, word_set, words

_SHORTEST, _LONGEST = 4, 30
_NAMED = ("LOC", "ns", "ORG", "nt", "nz", "nw", "PER", "nr")
_LOOSE = ("p", "u", "r", "d", "c", "TIME", "xc")
_HEAD = r"(?:项目|工程|电站|基地|平台|载体|线路|大桥|通道|园区)"
_MARKS = re.compile("[。;:!?\n]|,")
# 甲、乙|等6个重大项目; not 等地重点项目, nor 等企业项目.
_AND_SO_ON = re.compile(
    rf"等(?:[0-9{COUNTS}]{{1,4}}[余多]?[个项座条批大]|一[大]?批|一系列|多[个项条座]|诸多|众多)?的?"
    rf"(?P<kind>(?![地省市县区州国镇村])(?:(?!企业|公司|单位|部门|机构|院校|学校)[\u3400-\u9fff]){{0,10}}?{_HEAD})"
    r"(?!负责人|经理|部|公司|单位|名单|资金)"
)
# 甲风电、乙储能|三个新能源项目
_SO_MANY = re.compile(
    rf"(?:这)?[0-9{COUNTS}]{{1,3}}[大个项座条](?P<kind>[\u3400-\u9fff]{{0,8}}?{_HEAD})(?!负责人|经理|部)"
)
# (重点)项目包括|甲、乙和丙
_THESE = re.compile(
    r"(?:项目|工程)(?:主要|分别|还|依次)?(?:包括|包含|涵盖|涉及|有|为|是)(?:了)?[:]?(?=[\u3400-\u9fff“0-9A-Z])"
)
_END = re.compile("[。;!\n]|等(?![^,。;、]{0,3}级)|,(?!“?[\u3400-\u9fff0-9]{4,20}[、。])")
_REACH = 160
_JOINT = re.compile("[、和与及]")
_PARTING = re.compile("以及|[和及与](?=[\u3400-\u9fff“0-9A-Z]{4})")
_FIGURE = re.compile("[0-9A-Z]")


def find(sheet: Sheet) -> Iterable[Spot]:
    """Every work that a list names and that no word of its own need tell."""
    for match in _AND_SO_ON.finditer(sheet.flat):
        yield from _before(sheet, match.start(), several=False)
    for match in _SO_MANY.finditer(sheet.flat):
        yield from _before(sheet, match.start(), several=True)
    for match in _THESE.finditer(sheet.flat):
        yield from _behind(sheet, match.end())
    for match in _last().finditer(sheet.flat):
        yield from _beside(sheet, match.end())


def _before(sheet: Sheet, end: int, *, several: bool) -> Iterator[Spot]:
    """The works of the list that ends at an offset, from the last to the first."""
    found: list[tuple[int, int]] = []
    floor = max(_floor(sheet, end), end - _REACH)
    stop = end
    while stop > floor and stop in sheet.edges:
        mark = sheet.flat.rfind("、", floor, stop)
        left = mark + 1 if mark >= 0 else floor
        start = left if mark >= 0 else max(floor, _first_start(sheet, stop, floor))
        parts = list(_parts(sheet, start, stop))
        good = [part for part in parts if is_work(sheet, *part)]
        if not good:
            break
        found += good
        if mark < 0 or len(good) < len(parts):
            break
        stop = left - 1
    if len(found) > (1 if several else 0):
        for start, stop in found:
            yield sheet.spot(start, stop, "Project", "ending")


def _floor(sheet: Sheet, end: int) -> int:
    """Where the clause begins; a comma inside quotation marks parts none."""
    begin, _ = sheet.sentence(end - 1) if end else (0, 0)
    marks = [match.end() for match in _MARKS.finditer(sheet.flat, begin, end)]
    return marks[-1] if marks else begin


def _first_start(sheet: Sheet, stop: int, floor: int) -> int:
    """Where the first member begins: with its phrase, or right behind a verb that such lists follow."""
    start = whole_start(sheet, phrase_start(sheet, stop), stop)
    verbs = [match.end() for match in _verb().finditer(sheet.flat, floor, stop) if stop - match.end() >= _SHORTEST]
    behind = verbs[-1] if verbs and verbs[-1] in sheet.edges else start
    return behind if behind > start or is_work(sheet, behind, stop) else start


def _parts(sheet: Sheet, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """A member of the list, or two where 和 or 以及 parts names: 甲水库和|乙电站."""
    joint = _PARTING.search(sheet.flat, start, stop)
    if joint is not None and joint.start() - start >= _SHORTEST:
        left, right = (start, joint.start()), (joint.end(), stop)
        if is_work(sheet, *left) and is_work(sheet, *right):
            yield from (right, left)
            return
    yield start, stop


def _behind(sheet: Sheet, start: int) -> Iterator[Spot]:
    """项目包括|甲、乙和丙: two or more, each by its own words a work."""
    stop = _END.search(sheet.flat, start, min(len(sheet.flat), start + _REACH))
    if stop is None:
        return
    found, at = [], start
    for item in sheet.flat[start : stop.start()].split("、"):
        found += list(_parts(sheet, at, at + len(item)))
        at += len(item) + 1
    works = [part for part in found if is_work(sheet, *part)]
    if len(works) > 1 and len(works) >= len(found) - 1:
        for part in works:
            yield sheet.spot(*part, "Project", "ending")


def _beside(sheet: Sheet, end: int) -> Iterator[Spot]:
    """甲铜矿|和乙油田项目: what stands before the link is built or dug, and has a name as what stands behind."""
    last = phrase_start(sheet, end)
    if last < 2 or not _JOINT.match(sheet.flat, last - 1) or last - 1 not in sheet.edges:
        return
    stop = last - 1
    start = phrase_start(sheet, stop)
    if (
        is_work(sheet, last, end)
        and sheet.flat.endswith(words("built_alone"), start, stop)
        and is_work(sheet, start, stop)
    ):
        yield sheet.spot(start, stop, "Project", "ending")


@cache
def _last() -> re.Pattern[str]:
    return re.compile("(?:项目|工程)(?![\u3400-\u9fff]?[部组书])")


def is_work(sheet: Sheet, start: int, end: int) -> bool:
    """Whether the member of a list is one noun phrase with a name of its own and the last word of something built."""
    text = sheet.flat[start:end]
    if not _SHORTEST <= end - start <= _LONGEST or start not in sheet.edges or end not in sheet.edges:
        return False
    if text.count("“") != text.count("”") or not _works().search(text) or is_kind(text):
        return False
    tokens = sheet.words_in(start, end)
    named = "“" in text or any(token.tag in _NAMED for token in tokens) or _FIGURE.search(text)
    loose = any(token.tag in _LOOSE or token.text in word_set("visit_verbs") for token in tokens)
    if not named or (loose and "“" not in text) or is_generic(text, sheet, start, end) or find_division(text):
        return False
    return tokens[0].tag not in ("v", "vd") or tokens[0].text == "年产"


@cache
def _works() -> re.Pattern[str]:
    """What the name of a work ends with, in a list that is called works."""
    names = ("member_works", "project_suffixes", "facility_endings", "road_words", "launched_endings", "built_alone")
    ends = any_of(word for name in names for word in words(name) if word not in all_of("houses_that_stand"))
    return re.compile(f"(?:{ends}|{STAGE})(?:{STAGE}|建设|项目|工程)?”?$")


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(f"(?:{any_of(words('listing_verbs'))})了?")
