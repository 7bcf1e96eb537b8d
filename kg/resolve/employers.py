"""What names of employers tell: the village or the whole that they belong to, and what stays without place and form."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.resolve.places import needs_place, split
from kg.resolve.regular import is_anybodys, regular

# 大营镇|大营村|党总支
_VILLAGE = re.compile(
    r"(?P<above>[\u3400-\u9fff]{0,12}[县市区旗镇乡道])?(?P<own>[\u3400-\u9fff]{1,6}(?:村|社区|嘎查))"
    r"(?:联合|股份)?(?:党支部|党总支部|党总支|党委|支部|总支|支委|村?委会|村民委员会|居委会|社区居民委员会|居民委员会|村?两委"
    r"|村?监委会|村务监督委员会|驻村工作队|工作队|村?党支部委员会|经济联合社|村?集体经济组织)?"
)
_WHOLE = re.compile(
    r"(?P<whole>[\u3400-\u9fff]{2,12}?(?:公安局|公安分局|社会科学院|社科院|农业科学院|农科院|林业科学院|林科院|税务局|气象局"
    r"|消防救援总队|消防救援支队|消防救援大队|人民法院|人民检察院|海关|供电局|供电公司|中国科学院|中科院|(?<=中国)科学院|(?<=中国)气象局))"
    r"[\u3400-\u9fff]{0,16}"
)
_OWN = 2  # characters of the shortest name of its own
_FORMS = ("有限责任公司", "股份有限公司", "有限公司", "集团公司", "公司", "股份", "集团", "俱乐部", "队")
_SCHOOLS = ("小学", "中学", "学校", "幼儿园")
_ANY_SCHOOL = re.compile("第|实验|中心|附属|附设|希望|民族|职业|技工|特殊|机关|人民|[城东西南北]关|镇$|乡$|县|市|区")
_KINDS = re.compile(
    "(?:大学|学院|医院|银行|报社|电视台|[局院所馆站台校会部厅委处科室团社厂场店行]|中心|国家队|代表队|男队|女队)$"
)
_PUBLIC = re.compile(
    r"(?:[局委办]|政府|人大|政协|常委会|委员会|党组|法院|检察院|办公室|街道|[镇乡]|大队|中队|联合会|总工会|妇联|残联|科协|工商联|文联)$"
)


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
    if is_public(name) or _KINDS.search(left):
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
    return _PUBLIC.search(name) is not None


__all__ = ["is_public", "is_school", "own_name", "village_of", "whole_of"]
