"""Proposals that reach over what stops a phrase: brackets, quotation marks, 和, and departments behind their body."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg.extract.mention.context import STOCK_CODE, Context
from kg.extract.mention.phrases import is_generic, members, phrase_start, phrases
from kg.extract.sheet import Lying, Sheet, Spot
from kg.language.classes import LISTED_BODIES, SEVERAL, all_of
from kg.language.countries import is_country
from kg.language.divisions import find as find_division
from kg.language.lexicon import any_of, word_set, words

_JOINS = ("和", "与", "及", "、")
_OPENERS = {")": "(", "”": "“", "’": "‘", "》": "《"}
_CLOSER = re.compile("[)”’》]")
_STOP = re.compile(r"[,。;:!?、\n]")
_LONGEST_FIELD = 10
_LONGEST_QUOTE = 16
_NO_NAME = frozenset(("v", "d", "p", "c", "u", "r", "m", "q", "TIME"))


def find(context: Context, bodies: Sequence[Spot]) -> Iterator[Spot]:
    """Candidates beyond the phrases of one breath; `bodies` are those already proposed."""
    sheet = context.sheet
    yield from _departments(sheet, bodies)
    yield from _posted(sheet, bodies)
    yield from _coordinated(sheet, bodies)
    yield from _over_marks(sheet)
    yield from _listed(sheet)
    yield from _beside(context)
    yield from _trading(context)
    yield from _coded(sheet)
    yield from _of_kind(sheet)
    yield from _in_latin(sheet)


def _departments(sheet: Sheet, bodies: Sequence[Spot]) -> Iterator[Spot]:
    """青江大学|物理系, 某医院|体检中心: what ends like a department right behind a body."""
    for end, starts in _by_end(bodies).items():
        limit = min(end + _LONGEST_FIELD, sheet.sentence(end - 1)[1])
        for match in _department().finditer(sheet.flat, end, limit):
            field = sheet.flat[end : match.end()]
            if field.endswith("公司") and not field.endswith("分公司"):
                continue
            if (
                match.end() not in sheet.edges
                or re.search(r"[^\u3400-\u9fff]", field)
                or field.startswith(_JOINS)
                or not _field(sheet, end, match.end())
            ):
                continue
            for start in starts:
                yield sheet.spot(start, match.end(), "Organization", "department")


def _posted(sheet: Sheet, bodies: Sequence[Spot]) -> Iterator[Spot]:
    """某市纪委监委|派驻市水利局纪检监察组: the group that one body has in another bears the names of both."""
    if "驻" not in sheet.flat:
        return
    ends = _by_end(bodies)
    for match in _POSTED.finditer(sheet.flat):
        for start in ends.get(match.start(), ()):
            yield sheet.spot(start, match.end(), "Organization", "organ")


_POSTED = re.compile("派?驻[^,。;、:]{2,18}?(?:纪检监察组|纪检组|监察组)")


@cache
def _department() -> re.Pattern[str]:
    return re.compile(any_of(words("department_endings")))


def _by_end(bodies: Sequence[Spot]) -> dict[int, set[int]]:
    ends: dict[int, set[int]] = {}
    for body in bodies:
        if body.by != "bare" and len(body.text) > 2:
            ends.setdefault(body.end, set()).add(body.start)
    return ends


def _field(sheet: Sheet, start: int, end: int) -> bool:
    """Whether only words that name a field of work stand in the span (no verb of doing, no post)."""
    tokens = sheet.words_in(start, end)
    return all(
        (token.tag not in ("p", "u", "r", "d", "PER", "w") or token.text in _FIELD_WORDS)
        and (token.text not in word_set("np_stops") or token.text in _JOINS or token.text in _FIELD_WORDS)
        and token.text not in word_set("titles")
        for token in tokens
    )


# Words of doing that name fields, too.
_FIELD_WORDS = all_of("field_words_of_doing")


def _coordinated(sheet: Sheet, bodies: Sequence[Spot]) -> Iterator[Spot]:
    """文化和|旅游部, 甲大学社会与|民族学院: the body with the field before 和, up to where its name opens."""
    for body in sorted(set(bodies), key=lambda spot: (spot.start, spot.end, spot.by)):
        mark = sheet.flat[body.start - 1 : body.start]
        if mark not in _JOINS or body.by in ("relative",):
            continue
        left = phrase_start(sheet, body.start - 1)
        while sheet.flat[left - 1 : left] in _JOINS and body.start - left < 20:
            further = phrase_start(sheet, left - 1)
            if further == left:
                break
            left = further
        if not 2 <= body.start - 1 - left <= 20:
            continue
        yield sheet.spot(left, body.end, "Organization", "joined")
        # …的 / 任|文化和旅游部: each word before 和 may open it.
        for token in sheet.words_in(left, body.start - 1)[1:]:
            if body.start - token.start <= 12:
                yield sheet.spot(token.start, body.end, "Organization", "joined")


def _over_marks(sheet: Sheet) -> Iterator[Spot]:
    """云岭(宁河)服务中心, 国家会展中心(上海), “双碳”联合实验室: a name that holds a bracket or quotation marks."""
    for closer in _CLOSER.finditer(sheet.flat):
        at = closer.start()
        opened = sheet.flat.rfind(_OPENERS[closer.group()], max(0, at - _LONGEST_QUOTE), at)
        if opened < 0 or _STOP.search(sheet.flat, opened, at):
            continue
        yield from _around(sheet, opened, at + 1)


def _around(sheet: Sheet, opened: int, closed: int) -> Iterator[Spot]:
    place = sheet.flat[opened + 1 : closed - 1]
    bracket = sheet.flat[opened] == "("
    start = phrase_start(sheet, opened) if opened and opened in sheet.edges else opened
    if bracket and not (bool(find_division(place)) or is_country(place) or place in _HOUSES):
        return
    behind = _ending().match(sheet.flat, closed)
    if behind is not None and behind.end() in sheet.edges and (start < opened or not bracket):
        for begin in {start, opened if not bracket else start}:
            yield sheet.spot(begin, behind.end(), "Organization", "marked")
    if bracket and start < opened:
        yield sheet.spot(start, closed, "Organization", "marked")
        yield sheet.spot(start, closed, "Location", "marked")


_HOUSES = all_of("regions_of_firms")


@cache
def _ending() -> re.Pattern[str]:
    kinds = any_of([*words("organization_suffixes"), *words("department_endings")])
    return re.compile(rf"[\u3400-\u9fff]{{0,14}}(?:{kinds})")


def _listed(sheet: Sheet) -> Iterator[Spot]:
    """The members of a list that is called bodies or places."""
    for kind, called in (("Organization", _list_of_bodies()), ("Location", _list_of_places())):
        for match in called.finditer(sheet.flat):
            for start, end in members(sheet, *match.span("list")):
                if _member(sheet, start, end):
                    yield sheet.spot(start, end, kind, "listed")


@cache
def _list_of_bodies() -> re.Pattern[str]:
    """甲、乙、丙等企业, 以甲、乙为代表的企业."""
    kinds = LISTED_BODIES
    return re.compile(
        rf"(?P<list>(?:[^、,。;:“”()的\n]{{2,14}}、){{1,60}}[^、,。;:“”()的\n]{{2,14}}?)"
        rf"(?:等|为代表的|为首的|\d+[多余]?家)[^,。;:、\n]{{0,14}}?(?:{kinds})"
    )


@cache
def _list_of_places() -> re.Pattern[str]:
    """甲、乙、丙等11个乡镇, 甲、乙、丙等地."""
    kinds = any_of(words("listed_places"))
    return re.compile(
        rf"(?P<list>(?:[^、,。;:“”()的\n]{{2,10}}、){{1,60}}[^、,。;:“”()的\n]{{2,10}}?)"
        rf"(?:等(?:\d+|[{SEVERAL}]+)?[多余]?[个座]?|共\d+个|\d+个)(?:{kinds})(?![\u3400-\u9fff]?[委长办局])"
    )


def _member(sheet: Sheet, start: int, end: int) -> bool:
    if not 2 <= end - start <= 14 or not {start, end} <= sheet.edges:
        return False
    tokens = sheet.words_in(start, end)
    return not {token.tag for token in tokens} & _NO_NAME and not is_generic(sheet.flat[start:end], sheet, start, end)


def _beside(context: Context) -> Iterator[Spot]:
    """The members of a list in which the tagger sees a body or an unknown name: the others may be bodies, too."""
    for found in context.lists:
        if found.kind == "works" or not {"body", "name"} & set(found.sorts):
            continue
        for start, end in found.members:
            if _member(context.sheet, start, end):
                yield context.sheet.spot(start, end, "Organization", "listed")


def _trading(context: Context) -> Iterator[Spot]:
    """湘青视频, 宁河轨道交通: a short name that ends with a trade."""
    sheet = context.sheet
    works = Lying(sheet.spot(found.members[0][0], found.members[-1][1], "") for found in context.lists
                  if found.kind == "works")  # fmt: skip
    for table_name in ("firm_endings", "firm_fields"):
        for start, end, ending in phrases(sheet, table_name):
            named = ending - start >= 2 and end - start <= _LONGEST_FIELD and start in sheet.edges
            if named and not (_of_area(sheet.flat[start:ending]) or _goes_on(sheet, end) or works.across(start, end)):
                yield sheet.spot(start, end, "Organization", "traded")


def _goes_on(sheet: Sheet, end: int) -> bool:
    """Whether a common noun follows that is no post and nothing of a firm: the trade goes on in a phrase."""
    token = sheet.token_at(end)
    if token is None or token.start != end or token.tag not in ("n", "vn", "nz", "LOC", "ORG"):
        return False
    return token.text not in word_set("titles") and token.text not in word_set("firm_deeds")


def _of_area(head: str) -> bool:
    """Whether the words before a trade are only where it is done: 宁河市|新材料, 青江县域|模具."""
    return head.endswith(("县域", "市域", "全省", "全市")) or any(head == item.name for item in find_division(head))


def _coded(sheet: Sheet) -> Iterator[Spot]:
    """甲(600000.SH): the listed firm before its code."""
    for match in STOCK_CODE.finditer(sheet.flat):
        end = match.start()
        if end in sheet.edges:
            start = phrase_start(sheet, end)
            if 2 <= end - start <= _LONGEST_FIELD:
                yield sheet.spot(start, end, "Organization", "marked")
            for token in sheet.tokens[sheet.token_index(end - 1) - 1 : sheet.token_index(end - 1) + 1]:
                if start < token.start and end - token.start >= 2:
                    yield sheet.spot(token.start, end, "Organization", "marked")


def _of_kind(sheet: Sheet) -> Iterator[Spot]:
    """宁河上市公司|启衡电缆: the short name of a firm behind the word for its kind."""
    for match in _kind_and_name().finditer(sheet.flat):
        if {match.start("name"), match.end("name")} <= sheet.edges:
            yield sheet.spot(*match.span("name"), "Organization", "marked")


@cache
def _kind_and_name() -> re.Pattern[str]:
    kinds, trades = any_of(words("kinds_of_firm")), any_of(words("firm_endings"))
    return re.compile(rf"(?:{kinds})(?P<name>[\u3400-\u9fff]{{2,4}}?(?:{trades}))(?!集团|公司|股份)")


def _in_latin(sheet: Sheet) -> Iterator[Spot]:
    """Kinga Trading Ltd: a firm's name in Latin letters with its legal form."""
    for match in _latin().finditer(sheet.flat):
        yield sheet.spot(match.start(), match.end(), "Organization", "organ")


@cache
def _latin() -> re.Pattern[str]:
    forms = any_of(words("latin_forms"))
    return re.compile(
        rf"[A-Z][A-Za-z.&'-]{{0,20}}(?: (?:&|[A-Z][A-Za-z.&'-]{{0,20}})){{0,6}} (?:{forms})(?![A-Za-z])\.?"
    )
