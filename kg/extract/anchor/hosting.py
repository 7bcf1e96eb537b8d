"""Places that hold a happening as bodies: 甲镇乙社区|联合丙学校开展活动, 由甲村|承办; but 在甲公园|举办."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.annotated import Bound
from kg.extract.sheet import Sheet
from kg.language.classes import ADVERBS, COMITATIVES, CONVENING, LISTED_BODIES, TIMES, one_of

_HOLDS = f"(?:{CONVENING}|{one_of('verbs_of_hosts')})(?<!联合办)"
_HOLDING = re.compile(_HOLDS)
_WHEN = f"(?:{ADVERBS}|{TIMES}|于)"
_TOGETHER = "(?:共同|联合|携手|一起|合作|牵头|具体)"
# 甲社区|近日联合乙学校,在丙馆举办; 甲镇|与乙公司联合举办
_LEADS = re.compile(
    rf"{_WHEN}{{0,4}}(?:(?:{COMITATIVES})[^,。;]{{2,100}}?(?:,(?:{_WHEN}|{_TOGETHER}|在[^,。;]{{2,30}}){{0,3}})?{_HOLDS}"
    rf"|[与和同][^,。;]{{2,60}}?{_TOGETHER}{_HOLDS})"
)
# 联合|甲学校、|乙社区: members of the list that 联合 opens.
_IN_COMPANY = re.compile(
    rf"(?:{COMITATIVES})(?:[^,。;、和与及的在于到赴进为对向]{{2,24}}[、和与及]){{0,8}}"
    r"[^,。;、和与及的在于到赴进为对向]{0,12}$"
)
_LIST = r"(?:[、和与及][^,。;、和与及等的在于到赴]{2,24}){0,8}"
_SUMMED = rf"(?:等(?:[^,。;、]{{0,6}}(?:{LISTED_BODIES}|单位|部门))?)?"
_HELD_IN_COMPANY = re.compile(rf"{_LIST}{_SUMMED},?(?:{_WHEN}|{_TOGETHER}|在[^,。;]{{2,30}}){{0,4}}{_HOLDS}")
# 由|甲社区、乙村|共同承办; 甲图书馆|主办,
_HOSTS = re.compile(
    rf"{_LIST}{_SUMMED}(?:{_TOGETHER}{{0,2}}(?:{one_of('hosting_in_full')})(?<!联合办)|{_TOGETHER}{{1,2}}{_HOLDS})(?![方单地权者国])"
)
_GIVEN_BY = re.compile(rf"{_LIST}{_SUMMED}{_TOGETHER}{{0,2}}{_HOLDS}")
_ALONE = re.compile(rf"{_WHEN}{{0,4}}(?:举办|{one_of('verbs_of_hosts')})")
_ALONE_IN_TOWN = re.compile(rf"{_WHEN}{{0,4}}(?:在[^,。;]{{2,20}}?)?{_HOLDS}")
_TOWN = re.compile("(?:街道|镇|乡|社区|村)$")
_STAFFED = re.compile(f"(?:{one_of('houses_with_programmes')})$")
_THERE = re.compile("(?:[在于到至赴进往抵对向为从驻]|走入|深入|来到|来自|位于)$")
_LISTED_THERE = re.compile(r"(?:[在于到至赴进]|来到|来自|走遍)(?:[^,。;、由]{2,14}、){1,40}$")
_LISTED = re.compile("[、和与及同跟]$")  # 甲局与乙村、|丙村|举行仪式
_REACH = 140


def holds(sheet: Sheet, bounds: Sequence[Bound], index: int, began: int) -> bool:
    """Whether the place holds a happening: with others, as its host, or as a house with a programme of its own.

    began: where the chain of places begins that the mention ends.
    """
    bound, flat = bounds[index], sheet.flat
    start, end = sheet.sentence(bound.start)
    left = max(start, began - _REACH)
    if not _HOLDING.search(flat, bound.end, end) or _THERE.search(flat, left, began):
        return False
    if _LISTED_THERE.search(flat, left, began):
        return False
    given = flat[began - 1 : began] == "由" and _GIVEN_BY.match(flat, bound.end, end)
    if given or _LEADS.match(flat, bound.end, end) or _HOSTS.match(flat, bound.end, end):
        return True
    if _IN_COMPANY.search(flat, left, began) and _HELD_IN_COMPANY.match(flat, bound.end, end):
        return True
    return not _LISTED.search(flat, left, began) and _holds_alone(sheet, bounds, index)


def _holds_alone(sheet: Sheet, bounds: Sequence[Bound], index: int) -> bool:
    """Whether a town, or a house with a programme, is the subject of the verb of holding before a happening."""
    bound, end = bounds[index], sheet.sentence(bounds[index].start)[1]
    verbs = _ALONE if _STAFFED.search(bound.spot.text) else _ALONE_IN_TOWN if _TOWN.search(bound.spot.text) else None
    held = verbs.match(sheet.flat, bound.end, end) if verbs is not None else None
    if held is None:
        return False
    right = sheet.clause(held.end())[1]
    return any(b.type == "Meeting" and held.end() <= b.start < right for b in bounds[index + 1 :])
