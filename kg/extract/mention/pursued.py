"""Works told by 建设 behind them or a word for a work before: 推进|甲创新中心|建设, 重大专项——|乙技术研究, 课题“丙”."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from kg.extract.mention.phrases import is_generic, phrase_start
from kg.extract.mention.unfit import is_kind
from kg.extract.mention.workstarts import whole_start
from kg.extract.sheet import Sheet, Spot
from kg.language.classes import NUMERALS, STAGE, one_of
from kg.language.lexicon import any_of, pattern, words

_SHORTEST, _LONGEST = 4, 40
_NAMED = ("LOC", "ns", "ORG", "nt", "nz", "nw")
_LOOSE = ("p", "u", "r", "d", "c", "TIME", "PER", "nr")
# 推进|P建设; not 建设者, 建设单位, 建设项目.
_BUILDING = re.compile(
    r"”?(?P<stage>(?:的?(?:规划|前期|开发|共同|合作))?(?:建设|施工|改造|扩建|迁建|修复|共建)(?:工作|任务|步伐|进度|进程)?)"
    r"(?![者方局厅银所]|单位|现场|指挥|用地|集团|公司|工程|项目|规划|标准|方案|条例|经验|投资|领域|路径|专班|领导|十周年|[一二三四五六七八九十0-9]{1,3}周年)"
)
_PURSUES = re.compile(
    r"(?:推进|推动|加快|加速|启动|参与|支持|抓好|统筹|服务|保障|助力|做好|实施|承担|参加|投身|围绕|聚焦|结合|深化|加强|促进|力促|全力|高标准|高质量|高水平|高效|谋划|开展|负责|服务于|用于|重点)"
    r"(?:了|推进|推动|做好|抓好|共同|扎实|有序|稳步)?“?$"
)
# P建设|正在推进
_GOES_ON = re.compile(
    "(?:正|正在|也|已|已经|全面|有序|稳步|顺利|加快|加速|持续)*(?:推进|进行|进入|启动|完成|提速|展开|开展|取得|获批|步入|迎来|如火如荼|正酣|收官|按下)"
)
# 重大专项——|甲技术研究; 项目“|甲研究|”
_TITLED = re.compile(
    r"(?:项目|课题|专项|子课题|计划|基金|攻关任务)(?:[—]{1,2}|:)?“(?P<name>[^“”]{5,45})”(?!(?:重点|重大)?(?:项目|专项|课题|工程|计划|行动))"
)
_DASHED = re.compile(
    r"(?:项目|课题|专项|攻关任务|工程)[—]{1,2}(?P<name>[\u3400-\u9fffA-Za-z0-9（）()·、“”及和与-]{5,40}?(?:研究|研发|开发|利用|示范|应用|技术|攻关|制备|产业化))(?=[,。;、]|项目|课题|获|通过|启动|$)"
)
_RESEARCH = re.compile(
    "研究|技术|机理|机制|体系|装备|示范|开发|关键|理论|方法|应用|系统|材料|工艺|规律|保护|演化|文献|整理|编纂|评价|模式"
)
_METRO = re.compile(
    rf"(?P<name>(?:地铁|轨道交通|轻轨|城轨|市域铁路)?[0-9{NUMERALS}]{{1,2}}号线(?:[东西南北中]段|延伸段|延长线|支线|{STAGE})?)(?:工程|项目)?"
)
_METRO_TOLD = re.compile(
    rf"[^,。;]{{0,14}}?(?:{any_of(words('begun_works'))}|在建|建设|规划|开建|通过验收|洞通|轨通|电通|热滑|联调联试|贯通|施工|招标|获批|开通)"
)


def find(sheet: Sheet) -> Iterable[Spot]:
    """Every such work."""
    yield from _under_way(sheet)
    yield from _titled(sheet)
    yield from _metro(sheet)


def _under_way(sheet: Sheet) -> Iterable[Spot]:
    for match in _BUILDING.finditer(sheet.flat):
        end = match.start()
        if end not in sheet.edges or not _works().search(sheet.flat, max(0, end - 8), end):
            continue
        start = whole_start(sheet, phrase_start(sheet, end), end)
        opened = start - (sheet.flat[start - 1 : start] == "“")
        left, _ = sheet.clause(start)
        pursued = _PURSUES.search(sheet.flat, max(left, opened - 8), opened)
        if (pursued or _GOES_ON.match(sheet.flat, match.end())) and _is_name(sheet, start, end):
            yield sheet.spot(start, end, "Project", "ending")


def _is_name(sheet: Sheet, start: int, end: int) -> bool:
    """Whether a proper name singles it out, and it is no aim of a policy."""
    text, tokens = sheet.flat[start:end], sheet.words_in(start, end)
    named = "“" in text or sum(token.end - token.start for token in tokens if token.tag in _NAMED) >= 2
    loose = any(token.tag in _LOOSE for token in tokens if "“" not in text)
    plain = is_kind(text) or is_generic(text, sheet, start, end) or pattern("aims_of_policy").search(text)
    return _SHORTEST <= end - start <= _LONGEST and named and not loose and not plain


@cache
def _works() -> re.Pattern[str]:
    names = ("built_alone", "road_words", "project_suffixes", "launched_endings", "facility_endings", "opened_suffixes")
    ends = any_of(word for name in names for word in words(name) if word not in ("项目", "工程", "计划", "行动"))
    return re.compile(f"(?:{ends})(?:{STAGE})?$")


def _titled(sheet: Sheet) -> Iterable[Spot]:
    """课题|“甲机理研究”, 重大专项——|乙技术开发: what is looked into, by its title."""
    for match in _TITLED.finditer(sheet.flat):
        if _RESEARCH.search(match["name"]):
            yield sheet.spot(*match.span("name"), "Project", "ending")
    for match in _DASHED.finditer(sheet.flat):
        yield sheet.spot(*match.span("name"), "Project", "ending")


def _metro(sheet: Sheet) -> Iterable[Spot]:
    """甲地铁2号线|在建: a line of which its clause tells that it is being built."""
    for match in _METRO.finditer(sheet.flat):
        start, end = match.span("name")
        told = _METRO_TOLD.match(sheet.flat, match.end()) or _BUILDS.search(sheet.flat, max(0, start - 8), start)
        if told and end in sheet.edges:
            city = sheet.token_at(start - 1) if start and not match["name"][0].isdigit() else None
            placed = city is not None and city.tag in _NAMED
            yield sheet.spot(city.start if city is not None and placed else start, end, "Project", "ending")


_BUILDS = re.compile(f"(?:{one_of('building_for_others')}|建设|新建|在建的?|开工建设|规划建设|推进|加快)$")
