"""Departments between a body and a post: 某厅|人事处|处长 belongs to the body's name, 、|综治科|科长 to the title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kg.extract.mention.titles import lead
from kg.extract.sheet import Sheet, Spot
from kg.language.countries import country_abbreviation
from kg.language.divisions import find as find_division
from kg.language.lexicon import any_of, word_set, words
from kg.language.organisations import known_names
from kg.language.words import is_word

_NOMINAL = ("n", "nz", "vn", "nt", "nw", "ORG", "f", "s", "a", "an", "m", "j", "LOC", "ns", "b", "v")
_LONGEST, _LONGEST_BARE, _LONGEST_FIELD = 16, 12, 6
_JOINT = re.compile(r"[、,;兼和及与]")
# 区|国动办 and 俄|外交部 are bodies of their own, and so is 某局下属|服务中心.
_NO_DEPARTMENT = re.compile(
    r"[,。;、:\s的兼任]|^(?:和|与|及|在|由|任|[省市州盟县区旗镇乡村])|^(?:中央|中共|国家|全国|国务院|最高)"
    r"|人武部|武装部|下属|所属|直属|旗下"
)


@cache
def _ending() -> re.Pattern[str]:
    return re.compile(f"(?:{any_of(words('department_suffixes'))})$")


@cache
def _bare() -> re.Pattern[str]:
    return re.compile(f"[\\u3400-\\u9fff]{{1,{_LONGEST_BARE - 1}}}(?:{any_of(words('bare_departments'))})$")


def placed(sheet: Sheet, posts: Sequence[Spot], names: Sequence[Spot]) -> tuple[list[Spot], list[Spot]]:
    """The posts and the names of bodies with the departments that stand before posts given to the one or the other."""
    bodies = {name.end: name for name in names if name.type == "Organization"}
    told: list[Spot] = []
    inside: list[Spot] = []
    for post in posts:
        end = lead(sheet, post.start)[0]
        name = bodies.get(end)
        start = _start(sheet, end, posts, names)
        if start is None and post.text.endswith(words("field_posts")):
            start = _field(sheet, end, posts, names)
        if name is not None and _leans(sheet, name, posts):
            del bodies[end]
            start = name.start
        elif name is None and (whole := _whole(sheet, end, names)) is not None:
            inside.append(whole)
            bodies.pop(whole.end, None)
            bodies[end] = sheet.spot(whole.start, end, whole.type, whole.by)
            start = None
        told.append(post if start is None else sheet.spot(start, post.end, "Title", "department"))
    kept = [body for _, body in sorted(bodies.items())]
    others = [name for name in names if name.type != "Organization"]
    return told, [*kept, *inside, *(name for name in others if not any(name.inside(one) for one in (*kept, *told)))]


def _leans(sheet: Sheet, name: Spot, posts: Sequence[Spot]) -> bool:
    """Whether what the tagger took for a body is only a department of the one before: 党组成员、|政治部|主任."""
    return name.by in ("tagger", "ending") and _is_bare(name.text) and _listed(sheet, name.start, posts)


def _is_bare(text: str) -> bool:
    """Whether the words name a department and nothing of the body that has it."""
    return (
        bool(_bare().fullmatch(text))
        and known_names(text) is None
        and country_abbreviation(text[0]) is None
        and not any(find_division(text[:length]) for length in range(2, len(text)))
        and not _NO_DEPARTMENT.search(text)
    )


def _listed(sheet: Sheet, start: int, posts: Sequence[Spot]) -> bool:
    """Whether a list goes on here in a sentence that has told of a post before."""
    begin = sheet.sentence(start)[0]
    return (
        start > begin
        and bool(_JOINT.fullmatch(sheet.flat[start - 1]))
        and any(begin <= post.start and post.end < start for post in posts)
    )


def _whole(sheet: Sheet, end: int, names: Sequence[Spot]) -> Spot | None:
    """The body whose department ends at this offset, if one stands shortly before: 省农业农村厅|人事处."""
    near = [name for name in names if name.type == "Organization" and end - _LONGEST <= name.end < end]
    if not near:
        return None
    body = max(near, key=lambda name: name.end)
    text = sheet.flat[body.end : end]
    return body if len(text) > 1 and _ending().search(text) and _nominal(sheet, body.end, end) else None


def _start(sheet: Sheet, end: int, posts: Sequence[Spot], names: Sequence[Spot]) -> int | None:
    """Where a department without a body begins that ends here in a list: 、|综治科|科长, 、|收益与监管处|处长."""
    for marks in ("、,;兼和及与", "、,;"):
        start = max((sheet.flat.rfind(mark, max(0, end - _LONGEST_BARE - 4), end) for mark in marks), default=-1) + 1
        text = sheet.flat[start:end]
        crossing = any(name.start < end and start < name.end for name in names if name.type == "Organization")
        if start and not crossing and _is_bare(text) and _listed(sheet, start, posts) and _nominal(sheet, start, end):
            return start
    return None


def _field(sheet: Sheet, end: int, posts: Sequence[Spot], names: Sequence[Spot]) -> int | None:
    """Where the field of a post begins that ends at this offset in a list: 、|事务|执行总监."""
    start = max((sheet.flat.rfind(mark, max(0, end - _LONGEST_FIELD - 1), end) for mark in "、,;兼"), default=-1) + 1
    clear = not any(name.start < end and start < name.end for name in names)
    fits = 2 <= end - start <= _LONGEST_FIELD and start > 0 and clear and _listed(sheet, start, posts)
    return start if fits and _plain(sheet, start, end) else None


def _plain(sheet: Sheet, start: int, end: int) -> bool:
    """Whether common nouns fill `[start, end)`: no name could hide there."""
    tokens = sheet.tokens[sheet.token_index(start) : sheet.token_index(end - 1) + 1]
    whole = tokens[0].start == start and tokens[-1].end == end
    return whole and all(token.tag in ("n", "vn", "f", "s", "b") and is_word(token.text) for token in tokens)


def _nominal(sheet: Sheet, start: int, end: int) -> bool:
    """Whether only nouns stand in `[start, end)`."""
    text = sheet.flat[start:end]
    if _NO_DEPARTMENT.search(text) or text in word_set("np_stops"):
        return False
    first, last = sheet.token_index(start), sheet.token_index(end - 1)
    return all(token.tag in _NOMINAL or token.text in "与和及" for token in sheet.tokens[first : last + 1])
