"""Names of projects, meetings and agreements: noun phrases with a telling last word."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.extract.mention import meetings
from kg.extract.mention.phrases import is_generic, phrases
from kg.extract.sheet import Sheet, Spot

_COUNT = re.compile(r"^(?:等)?(?:第?[0-9一二三四五六七八九十百两]+(?:余|多)?)(?:个|项|座|条|批|家)")
_BOOK = re.compile(r"《([^《》]{4,60})》")
_PAPER = re.compile(r"(?:协议|协议书|备忘录|合同|意向书|协定|议定书|宣言|声明|合约|关系)$")
_SIGNED_RIGHT_BEFORE = re.compile(r"(?:签署|签订|签下|缔结)(?:了|的)?$")
_COUNTED_BEFORE = re.compile(r"[0-9一二三四五六七八九十百两多余几](?:个|份|项|批|单)$")
_SIGN = re.compile(r"签|缔结|续签|达成|订立")
_WEAK_PROJECT = ("平台", "计划", "行动", "通道", "枢纽", "高速", "水库", "公路", "管网", "管道")
_BARE = re.compile(r"^(?:一期|二期|三期|四期|首期)?(?:项目|工程|基地|会议|大会|活动|仪式|协议|合同)(?:一期|二期|三期)?$")


def find(sheet: Sheet) -> list[Spot]:
    """Every candidate project, meeting and agreement."""
    return [*_projects(sheet), *meetings.find(sheet), *_agreements(sheet)]


def _projects(sheet: Sheet) -> Iterable[Spot]:
    for start, end, _ in phrases(sheet, "project_suffixes", joined=True):
        phase = _PHASE.match(sheet.flat, end)
        end = phase.end() if phase else end
        zone = _ZONE_AHEAD.match(sheet.flat, start, end)
        while zone:
            start = zone.end()
            zone = _ZONE_AHEAD.match(sheet.flat, start, end)
        text = sheet.flat[start:end]
        if not 4 <= len(text) <= 40 or _COUNT.match(text) or _BARE.match(text) or sheet.flat[start - 1 : start] == "等":
            continue
        if is_generic(text, sheet, start, end) or (text.endswith(_WEAK_PROJECT) and not _quoted_or_placed(sheet, start, end)):
            continue
        if _particular(sheet, start, end):
            yield sheet.spot(start, end, "Project", "ending")


_PHASE = re.compile(r"[一二三四五]期(?:项目|工程)?")
_ZONE_AHEAD = re.compile(
    r"[\u3400-\u9fff]{2,14}?(?:园区|开发区|工业园(?!区)|产业园(?!区)|高新区|保税区)(?=[\u3400-\u9fff()“”]{6,}(?:项目|工程|基地|中心|生产线)$)"
)
_VAGUE = re.compile(r"^(?:更多|一批|一些|优质|大量|积极|高质量|相关|有关|此类|同类|其他|更加|各种|许多|众多|空军|海军|陆军|火箭军)|领域|相关|系列|等项目$")
_KIND = re.compile(r"(?:性|级|类|型)(?:项目|工程|基地)$")


def _particular(sheet: Sheet, start: int, end: int) -> bool:
    """Whether the phrase names one thing: it holds a proper name, a quotation or a figure, or it is long or repeated."""
    tokens = sheet.tokens[sheet.token_index(start) : sheet.token_index(end - 1) + 1]
    text = sheet.flat[start:end]
    if _KIND.search(text) or _VAGUE.search(text) or (tokens[0].tag in ("v", "vd", "d", "p") and len(tokens) <= 3):
        return False
    proper = any(t.tag in ("LOC", "ORG", "ns", "nt", "nz", "nw", "m") or t.text in "“”" for t in tokens)
    known = sheet.flat.count(text) > 1 or text in sheet.article.title
    return proper or known or len(text) >= 8


def _quoted_or_placed(sheet: Sheet, start: int, end: int) -> bool:
    """Whether the phrase holds a quoted name, a place or an organisation: then even a weak ending names something."""
    first, last = sheet.token_index(start), sheet.token_index(end - 1)
    names = [token for token in sheet.tokens[first : last + 1] if token.tag in ("LOC", "ORG", "ns", "nt")]
    return "“" in sheet.flat[start:end] or bool(names)


def _agreements(sheet: Sheet) -> Iterable[Spot]:
    for match in _BOOK.finditer(sheet.flat):
        signed = _SIGNED_RIGHT_BEFORE.search(sheet.flat, 0, match.start())
        if signed or (_PAPER.search(match.group(1)) and _signed(sheet, match.start())):
            yield sheet.spot(match.start(1), match.end(1), "Agreement", "book")
    for start, end, _ in phrases(sheet, "agreement_suffixes", joined=True):
        text = sheet.flat[start:end]
        counted = _COUNTED_BEFORE.search(sheet.flat, max(0, start - 8), start)
        if 2 <= len(text) <= 40 and _signed(sheet, start) and not _COUNT.match(text) and not counted:
            yield sheet.spot(start, end, "Agreement", "ending")


def _signed(sheet: Sheet, offset: int) -> bool:
    """Whether a verb of signing stands in the same sentence."""
    start, end = sheet.sentence(offset)
    return bool(_SIGN.search(sheet.flat, start, end))
