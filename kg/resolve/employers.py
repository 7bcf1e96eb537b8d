"""What names of employers tell: the village or the whole that they belong to, and what stays without place and form."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.language.classes import all_of, one_of
from kg.resolve.places import needs_place, split
from kg.resolve.regular import is_anybodys, regular

# 大营镇|大营村|党总支
_VILLAGE = re.compile(
    r"(?P<above>[\u3400-\u9fff]{0,12}[县市区旗镇乡道])?(?P<own>[\u3400-\u9fff]{1,6}?(?:村|社区|嘎查))"
    rf"(?:联合|股份)?(?:{one_of('bodies_of_villages')})?"
)
_WHOLE = re.compile(
    rf"(?P<whole>[\u3400-\u9fff]{{2,12}}?(?:{one_of('bodies_with_parts')}|(?<=中国)科学院|(?<=中国)气象局))"
    r"[\u3400-\u9fff]{0,16}"
)
_OWN = 2  # characters of the shortest name of its own
_FORMS = ("有限责任公司", "股份有限公司", "有限公司", "集团公司", "公司", "股份", "集团", "俱乐部", "队")
_SCHOOLS = ("小学", "中学", "学校", "幼儿园")
_ANY_SCHOOL = re.compile("第|实验|中心|附属|附设|希望|民族|职业|技工|特殊|机关|人民|[城东西南北]关|镇$|乡$|县|市|区")
_KINDS = all_of("ends_of_plain_employers")
_PUBLIC = all_of("ends_of_public_bodies")


@lru_cache(maxsize=65536)
def village_of(name: str) -> str:
    """The village or quarter whose body has the name, without what lies above it: 大营村 of 祥云县大营村党总支."""
    found = _VILLAGE.fullmatch(name)
    return found["own"] if found and len(found["own"]) > _OWN else ""


@lru_cache(maxsize=65536)
def whole_of(name: str) -> str:
    """The police, academy or service of a place of which a body is a part, or which it is, in its regular name."""
    found = _WHOLE.fullmatch(name)
    return regular("Organization", found["whole"]) if found else ""


@lru_cache(maxsize=65536)
def own_name(name: str) -> str:
    """A firm's, club's or school's name without place and form: 云桥 of 青海云桥集团, 红旗小学 of 五华区红旗小学."""
    left = split(name, ())[1] or name
    if left.endswith(_SCHOOLS):
        own = left.removesuffix(next(end for end in _SCHOOLS if left.endswith(end)))
        return left if len(own) >= _OWN and not _ANY_SCHOOL.search(own) else ""
    if is_public(name) or left.endswith(_KINDS):
        return ""
    while form := next((form for form in _FORMS if left.endswith(form) and len(left) - len(form) >= _OWN), ""):
        left = left.removesuffix(form)
    return left if len(left) >= _OWN and _is_own(left) else ""


def _is_own(name: str) -> bool:
    return not needs_place("Organization", name) and not is_anybodys("Organization", name, ())


def is_school(name: str) -> bool:
    """Whether it is a school, of whose name each city may have one."""
    return name.endswith(_SCHOOLS)


def is_public(name: str) -> bool:
    """Whether a body is one of the state or the party, by the end of its name."""
    return name.endswith(_PUBLIC)


__all__ = ["is_public", "is_school", "own_name", "village_of", "whole_of"]
