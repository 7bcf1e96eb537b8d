"""What a meeting studies or decides: happenings and people that it speaks of, and that are not there."""

from __future__ import annotations

import re

from kg.extract.annotated import Bound
from kg.extract.sheet import Sheet
from kg.language.classes import CONVENING, one_of

# 会议决定8月22日在某市召开|某会议: what is decided is still to come, and no scene of what is told.
_DECIDED = re.compile(
    f"(?:{one_of('deciding_verbs')})(?:于|在)?,?[^,。;]{{0,40}}?(?:{CONVENING})(?:了|的)?[^,。;的]{{0,8}}$"
)
# 会议决定,|某会议|于26日召开
_DECIDED_OF = re.compile(f"(?:{one_of('deciding_verbs')})[,:]?$")
# 会议原则同意…|全会…, 会议指出,要办好|博览会: what a meeting deals with or says, up to the happening named in it.
_DEALS = re.compile(
    f"\\s*(?:会议|会上|全会|大会|常委会)[,]?(?:还|并|也|又|同时|原则|书面|集中|专题|一致|随后|首先|认真|分别){{0,3}}"
    f"(?:{one_of('dealing_verbs')}|指出|强调|要求|认为|提出)"
)
# 某会议召开,研究|博览会筹备等事项
_DEALT_WITH = re.compile(
    f",(?:并|还|专题|集体|集中|深入|认真|分别|共同|主要|重点|进一步){{0,3}}(?:{one_of('dealing_verbs')})[^,。;]{{0,40}}$"
)
# 会议明确,…由甲作开场报告: who is named in what a meeting decides is not thereby there.
_DECIDES = re.compile(
    "\\s*(?:会议|会上|全会|大会|常委会)[,]?(?:还|并|也|又|同时|原则|一致|研究|讨论){0,3}(?:决定|明确|确定|建议|提议|议定|商定)"
)
# 建议由|甲作说明
_PLANNED_BY = re.compile("(?:建议|拟|计划|商定|提议)(?:会上|届时)?由")
_PLANS = re.compile("由|拟|将|建议|邀请|授予|任|列入")
_REALLY_HELD = re.compile(f"(?:{CONVENING})了|期间|同期|(?:会后|会前|随后|之后),?(?:还)?(?:{CONVENING})")
# 某展演活动,|在全国多地拉开序幕: a series is no scene.
_SERIES = re.compile(
    ",?(?:陆续|相继|同步|先后|已|正|也|将){0,3}在(?:全国|全球|世界|全省|全市|全区|国内|省内|市内|各地)?(?:各|多|[0-9]{1,3})[余多]?个?"
    "(?:地|省|市|省份|城市|国家|地区|区县|县区|校|高校|学校|社区|街道|乡镇|村)"
)
# 会见|出席论坛的嘉宾, 看望|参加会议的代表: those who attend are the object of another verb.
_OF_OTHERS = re.compile(
    f"(?:{one_of('verbs_with_attendants')})了?(?:一行)?"
    "(?:前来|应邀|专程|来[\u3400-\u9fff]{1,2}|到[\u3400-\u9fff]{1,2}|在[\u3400-\u9fff]{1,8})?$"
)
_REACH = 56


def dealt_with(sheet: Sheet, at: int) -> bool:
    """Whether the happening named at `at` is what a meeting studies, hears of or decides: 会议听取|博览会筹备情况."""
    start = sheet.sentence(at)[0]
    deals = _DEALS.match(sheet.flat, start, at)
    begin = deals.end() if deals is not None else start
    if deals is None:
        clause = _DEALT_WITH.search(sheet.flat, max(start, at - _REACH), at)
        if clause is None:
            return False
        begin = clause.start()
    return _REALLY_HELD.search(sheet.flat, begin, at) is None


def only_decided(sheet: Sheet, at: int, end: int) -> bool:
    """Whether the clause in `[at, end)` is part of what a meeting decides for later: 会议决定…,由甲作报告."""
    if _PLANNED_BY.search(sheet.flat, at, end):
        return True
    start = sheet.sentence(at)[0]
    decides = _DECIDES.match(sheet.flat, start, end)
    return decides is not None and _PLANS.search(sheet.flat, max(at, decides.end()), end) is not None


def by_others(flat: str, left: int, at: int) -> bool:
    """Whether the verb of attending at `at` says who is met: 会见|出席某论坛的嘉宾."""
    return _OF_OTHERS.search(flat, left, at) is not None


def to_come(sheet: Sheet, bound: Bound, left: int) -> bool:
    """Whether a meeting is only decided on (会议决定…召开|某会议), or many go by its name (…活动在全国多地举行)."""
    flat = sheet.flat
    if _DECIDED.search(flat, left, bound.start) or _DECIDED_OF.search(flat, max(0, bound.start - 4), bound.start):
        return True
    return _SERIES.match(flat, bound.end) is not None
